use super::*;

fn tongue(query: &str, cookie: &str, accepts: &str) -> Tongue {
    let request = axum::http::Request::builder()
        .uri(format!("/harbor{query}"))
        .header(COOKIE, cookie)
        .header(ACCEPT_LANGUAGE, accepts)
        .body(())
        .unwrap();
    Tongue::read(&request.into_parts().0)
}

fn practice(locale: &str, country: &str) -> Practice {
    Practice {
        id: [0; 16].into(),
        slug: "harbor".to_owned(),
        name: "Harbor".to_owned(),
        timezone: "UTC".to_owned(),
        country: country.to_owned(),
        locale: locale.to_owned(),
        emergency_number: "911".to_owned(),
        phone: String::new(),
    }
}

#[test]
fn a_language_that_was_asked_for_outranks_the_kept_one_the_browsers_and_the_practices() {
    let es = practice("es", "US");
    assert_eq!(
        tongue("?lang=en", "anteroom_lang=es", "es").words_at(&es).lang,
        Lang::En
    );
    assert_eq!(tongue("", "anteroom_lang=en", "es").words_at(&es).lang, Lang::En);
    assert_eq!(tongue("", "", "en").words_at(&es).lang, Lang::En);
    assert_eq!(tongue("", "", "de, pl;q=0.5").words_at(&es).lang, Lang::Es);
    assert_eq!(tongue("?lang=xx", "anteroom_lang=..", "*").words().lang, Lang::En);
}

#[test]
fn the_browsers_best_language_wins_by_its_weight() {
    assert_eq!(best("en;q=0.5, es-MX;q=0.8"), Some((Lang::Es, "MX".to_owned())));
    assert_eq!(best("de, en-GB"), Some((Lang::En, "GB".to_owned())));
    assert_eq!(best("en;q=0"), None);
    assert_eq!(best("en;q=NaN, es;q=-1"), None);
}

#[test]
fn english_counts_to_twelve_for_an_american_reader_or_a_reader_of_an_american_practice() {
    let american = practice("en-US", "US");
    assert!(tongue("", "", "en-US").words_at(&american).hour12);
    assert!(tongue("", "", "en").words_at(&american).hour12);
    assert!(!tongue("", "", "en-GB").words_at(&american).hour12);
    assert!(!tongue("", "", "es-US").words_at(&american).hour12);
}

#[test]
fn a_star_marks_the_strong_piece_of_a_sentence() {
    let pieces: Vec<_> = Words::pieces("within *30 minutes*.")
        .into_iter()
        .map(|piece| (piece.text, piece.strong))
        .collect();
    let said = [("within ", false), ("30 minutes", true), (".", false)];
    assert_eq!(pieces, said.map(|(text, strong)| (text.to_owned(), strong)));
}

mod files {
    //! The Fluent files against their use in templates and code.

    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use anteroom_app::requests::bulk;
    use anteroom_app::requests::view::View;
    use anteroom_app::settings::changes::Noun;
    use anteroom_core::access::Role;
    use anteroom_core::alerts::Course;
    use anteroom_core::appointments;
    use anteroom_core::danger::{Help, Sign};
    use anteroom_core::hours::{Country, holidays as holidays_of};
    use anteroom_core::people::{self, RelationKind, relations};
    use anteroom_core::promises::{Name, Standing};
    use anteroom_core::requests::obligations::Source;
    use anteroom_core::requests::{Door, NoReply, State, Urgency, Via, kinds};

    use anteroom_core::{surveys, views};

    use super::super::Lang;

    #[expect(clippy::disallowed_methods, reason = "the test reads the crate's own sources")]
    fn texts(folder: &str, ending: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == ending) {
                    found.push(std::fs::read_to_string(path).unwrap());
                }
            }
        }
        assert!(!found.is_empty(), "nothing ends in {ending} below {folder}");
        found
    }

    /// Every key with the names of its values.
    fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for text in texts(&format!("locales/{lang}"), "ftl") {
            let mut key = String::new();
            for line in text.lines() {
                let starts = line
                    .chars()
                    .next()
                    .is_some_and(|letter| letter.is_ascii_lowercase());
                if let Some((name, _)) = line.split_once(" =").filter(|_| starts) {
                    name.clone_into(&mut key);
                    assert!(
                        keys.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} stands twice in {lang}"
                    );
                }
                let values = line.split('$').skip(1);
                let name = |rest: &str| rest.chars().take_while(char::is_ascii_alphanumeric).collect();
                keys.entry(key.clone()).or_default().extend(values.map(name));
            }
        }
        keys.remove("");
        keys
    }

    /// What stands in quotes after each of these beginnings.
    fn quoted(source: &str, beginning: &str) -> Vec<String> {
        source
            .split(beginning)
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
            .collect()
    }

    fn words<T: ToString>(all: &[T]) -> Vec<String> {
        all.iter().map(ToString::to_string).collect()
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
            ("find", list("request person patient page")),
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
            ("article-help", list("summary body keywords sources slug months position")),
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
                list(
                    "name slug phone emergency-number timezone hours country locale your-name login password",
                ),
            ),
            ("set-up-help", list("slug hours country")),
            ("outcome", list("in-time late missed withdrawn running run-out")),
            (
                "figure",
                list(
                    "n in-time answered missed running withdrawn rate median p90 outlook open waiting snoozed resolved \
                     work days open-outlook share highest last",
                ),
            ),
        ]
    }

    /// The words of the holidays that the hours engine names, of every year that shifts them otherwise.
    fn holidays() -> Vec<String> {
        let years = 2015..=2035;
        let countries = ["US", "DE"].into_iter().filter_map(Country::from_code);
        let keys =
            countries.flat_map(|country| years.clone().flat_map(move |year| holidays_of(country, year)));
        let words: BTreeSet<String> = keys
            .filter_map(|(_, key)| Some(key.strip_prefix("holiday-")?.to_owned()))
            .collect();
        words.into_iter().collect()
    }

    fn list(words: &str) -> Vec<String> {
        words.split(' ').map(str::to_owned).collect()
    }

    /// Every key that templates and code ask for.
    fn used() -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        for source in texts("templates", "html").iter().chain(&texts("src", "rs")) {
            // A call that was broken over lines reads as one.
            let source = &source
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace("( ", "(");
            for call in [".t(\"", ".with(\"", ".with2(\"", ".all(\""] {
                used.extend(quoted(source, call));
            }
            // Keys that are chosen first and looked up after it.
            for (before, start) in [
                ("\"", "when-"),
                ("\"", "lede-"),
                ("\"", "act-"),
                ("\"", "alert-signature-"),
                ("\"", "emergency-"),
                ("\"", "roster-sign-"),
                ("\"", "status-"),
                ("title: \"", ""),
                ("elsewhere(\"", ""),
            ] {
                let found = quoted(source, &format!("{before}{start}"));
                used.extend(found.into_iter().map(|rest| format!("{start}{rest}")));
            }
        }
        for (family, words) in families()
            .into_iter()
            .chain(families_of_lists())
            .chain(families_of_people())
            .chain(families_of_places())
            .chain(families_of_visits())
            .chain(families_of_roster())
            .chain(families_of_alarms())
            .chain(families_of_fields())
            .chain(families_of_site())
            .chain(families_of_surveys())
        {
            used.extend(
                words
                    .iter()
                    .map(|word| format!("{family}-{}", word.replace('_', "-"))),
            );
        }
        let key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        used.retain(|text| !text.is_empty() && !text.ends_with('-') && text.chars().all(key));
        used
    }

    #[test]
    fn every_text_that_a_page_asks_for_is_there_in_every_language() {
        for lang in Lang::ALL {
            let there = keys(*lang);
            let missing: Vec<_> = used()
                .into_iter()
                .filter(|key| !there.contains_key(key))
                .collect();
            assert!(missing.is_empty(), "missing in {lang}: {missing:?}");
        }
    }

    #[test]
    fn no_text_stands_in_a_language_without_use() {
        let used = used();
        for lang in Lang::ALL {
            let idle: Vec<_> = keys(*lang)
                .into_keys()
                .filter(|key| !used.contains(key))
                .collect();
            assert!(idle.is_empty(), "unused in {lang}: {idle:?}");
        }
    }

    #[test]
    fn every_language_has_the_same_texts_with_the_same_values() {
        assert_eq!(keys(Lang::En), keys(Lang::Es));
    }
}
