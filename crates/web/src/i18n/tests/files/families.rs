//! Families of texts: a word of the code behind each beginning. What core names itself is asked for by core's own lists.

use anteroom_app::requests::bulk;
use anteroom_app::requests::view::View;
use anteroom_app::settings::changes::Noun;
use anteroom_core::access::Role;
use anteroom_core::alerts::Course;
use anteroom_core::appointments;
use anteroom_core::danger::{Help, Sign};
use anteroom_core::people::{self, RelationKind, relations};
use anteroom_core::promises::{Name, Standing};
use anteroom_core::requests::obligations::Source;
use anteroom_core::requests::{Door, NoReply, State, Urgency, Via, kinds};
use anteroom_core::{surveys, views};

use super::{holidays, list, words};
use crate::i18n::Lang;

/// All of them.
pub(super) fn all() -> impl Iterator<Item = (&'static str, Vec<String>)> {
    let parts = [
        families(),
        families_of_lists(),
        families_of_people(),
        families_of_places(),
        families_of_visits(),
        families_of_roster(),
        families_of_alarms(),
        families_of_surveys(),
        families_of_site(),
        families_of_fields(),
    ];
    parts.into_iter().flatten()
}

/// The words of every family whose texts are found by a word: what `of` and `maybe` are called with.
fn families() -> Vec<(&'static str, Vec<String>)> {
    let kind_codes: Vec<String> = kinds::defaults().into_iter().map(|kind| kind.code).collect();
    let measured = ["response", "open"];
    let unmeasured = words(Name::ALL)
        .into_iter()
        .filter(|name| !measured.contains(&name.as_str()))
        .collect();
    let problems = "missing encoding content-type too-large slow method forged refused overtaken invalid too-many busy internal";
    vec![
        ("kind", kind_codes.clone()),
        ("kind-of", kind_codes.clone()),
        (
            "start",
            kind_codes.into_iter().filter(|code| code != "other").collect(),
        ),
        ("promise", words(Name::ALL)),
        ("promise-title", words(Name::ALL)),
        ("meaning", words(Name::ALL)),
        ("formula", words(Name::ALL)),
        ("unmeasured", unmeasured),
        ("standing-promise", words(Standing::ALL)),
        ("standing", words(State::ALL)),
        ("urgency", words(Urgency::ALL)),
        ("door-of", words(Door::ALL)),
        ("view", words(View::ALL)),
        (
            "key",
            crate::keys::KEYS.iter().map(|key| key.word.to_owned()).collect(),
        ),
        ("present", words(anteroom_app::presence::Doing::ALL)),
        ("queue-said", words(View::ALL)),
        ("empty", words(View::ALL)),
        ("empty-help", words(View::ALL)),
        ("reason", words(NoReply::ALL)),
        ("obligation", words(Source::ALL)),
        ("via", words(Via::ALL)),
        ("spoken", list("phone in-person")),
        ("entry-reply", words(Via::ALL)),
        ("language", words(Lang::ALL)),
        ("automatic", vec![anteroom_app::requests::ACKNOWLEDGED.to_owned()]),
        ("settings-title", crate::settings::names()),
        ("settings-holds", crate::settings::names()),
        ("changes-of", words(Noun::ALL)),
        ("role", words(Role::ALL)),
        ("hours-holidays", list("none us de")),
        ("hours", list("closure opening")),
        ("holiday", holidays()),
        ("changes-by", list("operator system")),
        ("stopped", list("early stale trap many busy")),
        ("snooze", list("hour tomorrow monday")),
        ("problem", list(problems)),
        ("problem-help", list(&problems.replace(" refused", ""))),
        (
            "refusal",
            list(
                "spoke-first merged closed reply-pending nothing-pending reason-needed obliged snooze-in-past \
                 no-hours same other-person clinicians-only already-so not-joined moved-on joined-later not-in-two split-before \
                 too-many too-late",
            ),
        ),
    ]
}

/// The same of lists and of what is done to many requests.
fn families_of_lists() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("queue-said", list("filter")),
        ("empty", list("filter")),
        ("empty-help", list("filter")),
        ("filter", words(&views::PARTS)),
        ("pile", words(views::Pile::ALL)),
        ("sort", words(views::Sort::ALL)),
        ("bulk-done", words(bulk::Kind::ALL)),
        (
            "told",
            list("joined parted merged unmerged split split-from linked unlinked kind urgency"),
        ),
    ]
}

/// The same of people and of what is to be scheduled.
fn families_of_people() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("relation", words(RelationKind::ALL)),
        ("relation-standing", words(relations::Standing::ALL)),
        ("refusal-people", words(people::Refusal::ALL)),
        ("refusal-schedule", words(appointments::Refusal::ALL)),
        (
            "people-field",
            list(
                "q name phone email address language born record-number kind until how outcome words at reason what \
                 can part location person",
            ),
        ),
        ("schedule-field", list("what can part location person")),
        ("schedule-view", list("all mine ended")),
        ("schedule-empty", list("all mine ended")),
        ("schedule-empty-help", list("all mine ended")),
        ("schedule-told", words(appointments::State::ALL)),
        ("schedule-part", words(appointments::Part::ALL)),
        ("schedule-how", words(appointments::How::ALL)),
        ("schedule-outcome", words(appointments::Outcome::ALL)),
        ("schedule-reason", words(appointments::Reason::ALL)),
        ("fault-shape", list("chart born")),
        ("setting", list("chart")),
        ("setting-help", list("chart")),
        ("barred", list("here here-help maybe maybe-help")),
    ]
}

/// The same of the practice's own pages and their settings.
fn families_of_places() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("fact", words(anteroom_core::places::facts::Fact::ALL)),
        (
            "tongue",
            list("am ar bn de en es fa fr hi ht it ja ko pl pt ru so sw tl uk ur vi zh ase"),
        ),
        (
            "setting",
            list(
                "shown title languages accepting about-en about-es about point held written bring-en bring-es",
            ),
        ),
        (
            "setting-help",
            list("title languages about-en about-es point bring-en bring-es"),
        ),
        ("fault-shape", list("languages point")),
    ]
}

/// The same of visits.
fn families_of_visits() -> Vec<(&'static str, Vec<String>)> {
    use anteroom_core::visits::{Heard, Left, Status};
    let lists = "lost kept out new missed";
    vec![
        ("left", words(Left::ALL)),
        ("heard", words(Heard::ALL)),
        ("heard", list("unsaid")),
        ("visit-status", words(Status::ALL)),
        ("visits-list", list(lists)),
        ("visits-list-help", list(lists)),
        ("people-field", list("left left-on heard")),
        ("setting", list("retention-percent retention-age")),
    ]
}

/// The same of the roster.
fn families_of_roster() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("roster-legend", words(anteroom_core::roster::Held::ALL)),
        ("roster-away", words(anteroom_core::roster::Away::ALL)),
        ("roster-need", list("phone after-hours")),
        (
            "roster-field",
            list("member line lines days hours breaks from until instead name number"),
        ),
        ("roster-help", list("hours breaks until instead")),
        ("roster-service-field", list("name number hours")),
        ("roster-service-help", list("name number hours")),
        ("coverage-outcome", list("bare planned")),
        (
            "figure",
            list(
                "coverage-phone coverage-after coverage-ahead-phone coverage-ahead-after coverage-line \
                 coverage-from coverage-length coverage-need coverage-standing",
            ),
        ),
        ("setting", list("shift day duty answering")),
    ]
}

/// The same of words of danger and of letters.
fn families_of_alarms() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("danger", words(Sign::ALL)),
        ("card", words(Sign::ALL)),
        ("help-line", words(Help::ALL)),
        ("alert-ladder", words(Course::ALL)),
        ("alert-ladder-unset", words(Course::ALL)),
        ("duty-unset", words(Course::ALL)),
        (
            "field-emergency",
            list("open after-hours minutes crisis poison words sign questions signature"),
        ),
        ("fault", list("missing long short control shape taken")),
        ("letter-subject", list(crate::letters::WORDS)),
        ("letter-text", list(crate::letters::WORDS)),
        ("letter-name", words(anteroom_core::messages::Letter::ALL)),
        ("letter-why", words(anteroom_core::messages::Why::ALL)),
        ("mail-security", words(anteroom_core::messages::Security::ALL)),
        ("mail-help", list("host port user")),
        (
            "setting",
            list(
                "mail-host mail-port mail-security mail-user mail-password mail-from-name mail-from-address login",
            ),
        ),
    ]
}

/// The same of surveys.
fn families_of_surveys() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("survey-group", words(surveys::Group::ALL)),
        ("survey-by", list("location doctor door group")),
        ("survey-field", list("score comment wish")),
        ("surveys-state", words(surveys::Trigger::ALL)),
        ("surveys-trigger", words(surveys::Trigger::ALL)),
        ("fault-shape", list("score")),
        ("ask-for", list("score")),
        (
            "setting",
            list(
                "surveys-on surveys-trigger surveys-delay-hours surveys-cooldown-days surveys-percent surveys-from \
                 surveys-until surveys-target surveys-owner surveys-question-en surveys-question-es",
            ),
        ),
        (
            "setting-help",
            list(
                "surveys-on surveys-delay-hours surveys-cooldown-days surveys-percent surveys-from surveys-until \
                 surveys-target surveys-question-en surveys-question-es",
            ),
        ),
        (
            "fault-shape",
            list(
                "surveys-delay-hours surveys-cooldown-days surveys-percent surveys-from surveys-until \
                 surveys-target",
            ),
        ),
        ("fault-taken", list("surveys-until")),
    ]
}

/// The same of forms, whose texts are found by a field's name, and of figures.
fn families_of_site() -> Vec<(&'static str, Vec<String>)> {
    use anteroom_core::places::facts::Fact;
    use anteroom_core::site::work;
    vec![
        ("help-reason", words(work::Reason::ALL)),
        ("help-said", list("yes no")),
        ("site-tab", list("articles work categories rules")),
        (
            "article-field",
            list("title summary body keywords sources slug category months review-on position"),
        ),
        (
            "article-help",
            list("summary body keywords sources slug months position"),
        ),
        ("category-field", list("name-en name-es parent position removal")),
        ("fault-taken", list("parent removal")),
        ("fault-long", list("parent")),
        ("work-view", list("open mine done")),
        ("work-empty", list("open mine done")),
        ("work-empty-help", list("open mine done")),
        ("work-kind", words(work::Kind::ALL)),
        ("work-fact", words(Fact::ALL)),
    ]
}

fn families_of_fields() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("ask-for", list("words name email")),
        (
            "fault-shape",
            list("email phone slug hours timezone mon tue wed thu fri sat sun until days"),
        ),
        (
            "fault-taken",
            list("role open-act-above response-warning-minutes"),
        ),
        (
            "setting",
            list(
                "name phone emergency-number timezone country locale address number location order used code days \
                 clinical-only sensitive role signature teams members works-here week closure opening holidays from \
                 until reason mon tue wed thu fri sat sun response-minutes response-urgent-minutes \
                 response-warning-minutes response-percent waiting-days open-under open-act-above \
                 open-handling-minutes secret hold-seconds hold-percent people-busy-percent people-away-percent acknowledgement-en acknowledgement-es closed-en closed-es signature-en \
                 signature-es",
            ),
        ),
        (
            "setting-help",
            list(
                "timezone country locale code days signature from until acknowledgement-en acknowledgement-es \
                 closed-en closed-es signature-en",
            ),
        ),
        (
            "field",
            list("words finding via then reason key kind subject urgency"),
        ),
        ("ask", list("words name phone email about location")),
        (
            "start-field",
            list("name phone email about words kind urgency language location"),
        ),
        (
            "set-up",
            list("name slug phone emergency-number timezone hours country locale your-name login password"),
        ),
        ("set-up-help", list("slug hours country")),
        ("outcome", list("in-time late missed withdrawn running run-out")),
        ("clock", list("request started open-time outcome")),
        (
            "figure",
            list(
                "n in-time answered missed running withdrawn rate median p90 outlook open waiting snoozed resolved \
                 work days open-outlook share highest last",
            ),
        ),
    ]
}
