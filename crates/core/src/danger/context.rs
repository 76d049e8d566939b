//! Whether words of danger are meant as they stand: denied, long past, a relative's history, or a matter of papers.
//!
//! Decides by a few words before and after, in one thought, and in doubt that they are meant. A "not" reaches over words that
//! carry it on ("no signs of ...") and over a list that says "or", never over a "but". It must not know the signs' own words.

use std::ops::Range;

use super::pattern::{NOT, Reading};
use super::rules::parts;
use crate::reading::Gap;

/// How far a list of denied things is followed.
const LIST: usize = 14;
/// Words of one thing in such a list.
const LISTED: usize = 4;
/// How far a time in the past is looked for.
const PAST: usize = 10;

/// Where a contrary begins.
const TURNS: &str = "
    but pero however although though except aunque sino yet
";

/// Words that carry a "not" on to what follows.
const BRIDGES: &str = "
    a an any the more have having has had feel feels feeling felt sign signs of symptom symptoms experience
    experienced experiencing really currently been be being is am are was were got get getting new actual
    kind type sort complaint complaints thoughts episode episodes evidence report reports history longer
    further recent acute obvious significant known active also either other had for tengo tiene tenemos
    tienen tuvo tuve ha he hay hubo siento siente presenta presento refiere ningun ninguna de del el la los
    las un una mas signos sintomas sentido tenido idea ideas pensamientos me le les nos es fue era ya sido
    teniendo problemas trouble problem problems difficulty issues issue shortness
";

/// After a "no", words that make it deny themselves only: "no relief", "no idea".
const OWN: &str = "
    idea one way matter doubt relief improvement change appointment appointments answer reply response call
    se puedo puede only just sure solo less deja para aguanto soporto quiero
";

/// Before a "not", words of a hope: "I hope it is not ...".
const HOPES: &str = "
    hope hoping hopefully pray praying sure worried afraid scared ojala espero seguro segura miedo why
";

/// After what never was so before: it is now.
const LIKE_NOW: &str = "
    like this so such before worse until asi tan antes como hasta
";

const OR: &str = "
    or nor ni o u neither
";

/// Words that a list is denied with.
const LIST_NOT: &str = "
    no without denies denied denying deny negative sin niega niego ni not
";

/// Words of now, which no past takes back.
const NOW: &str = "
    now today again still since tonight currently worse worsening morning ahora hoy sigue sigo desde todavia
    nuevo ahorita peor another returned returning back
";

/// Verbs of the present between a past and the words: the past is another thing's.
const PRESENT: &str = "
    have am im ive is are has having cant keep keeps feel feels feeling tengo tiene estoy esta siento siente
    think creo and y
";

/// Papers, courses and places that are named after a danger.
const PAPERS: &str = "
    clinic clinics class classes course courses walk flyer form forms group groups prevention awareness
    training screening plan plans medication medications medicine medicines med meds refill refills
    prescription prescriptions specialist center study education brochure questionnaire survey followup
    rehab referral bracelet disorder disorders precautions records protocol hotline assessment doctor pills
    pill drug drugs note paperwork letter webinar seminar talk month support clearance coverage pamphlet
    study research risk test
";

/// Words after papers that make them urgent: the medicine doesn't help.
const FAILING: &str = "
    not isnt doesnt didnt wont arent stopped still worse no and but nothing
";

/// Word rows before the words that make them papers, precautions or somebody's history.
const LEADS: &str = "
    clinica de; clase de; clases de; curso de; formulario de; formulario para; plan de accion de;
    plan de accion para; prevencion de; prevencion del; grupo de apoyo; medicina de; medicina para;
    medicamento de; medicamento para; medicamentos para; medicinas para; pastillas para; pastillas de;
    receta de; receta para; riesgo de; en caso de; puede causar; prevenir; especialista en;
    rehabilitacion de; clinic for; class on; course on; training on; training for; info on; info about;
    information on; information about; article about; article on; book about; video about; flyer for;
    brochure about; risk of; risk for; risks of; in case of; may cause; can cause; could cause; prevent;
    preventing; prevention of; screening for; screened for; test for; died of; died from; died by;
    passed away from; murio de; murio por; fallecio de; fallecio por; lost to; history of; hx of; h o;
    history; historial de; historia de; antecedentes de; antecedente de; antecedentes familiares de;
    antecedentes familiares; history with
";

/// Word rows that tell a time long past. `#` is a number, `####` a year.
const TIMES: &str = "
    last year; years ago; year ago; yrs ago; months ago; month ago; last month; in ####; back in;
    when i was; when he was; when she was; as a child; as a kid; as a baby; as a teen; as a teenager;
    used to; el ano pasado; el mes pasado; hace # anos; hace # meses; hace anos; hace muchos anos;
    hace unos anos; hace un ano; hace varios anos; hace dos anos; hace tres anos; hace cinco anos;
    hace diez anos; cuando era; cuando tenia; de nino; de nina; en ####; en el ####; last season;
    last summer; last winter; the family; our family; my family; familia; in college; in his #; in her #; in their #; at age #; at the age; in high school
";

/// What a rule says of its own wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wording {
    /// A thing that may be denied, past or somebody's history: "a stroke".
    Named,
    /// It says "not" or "now" by itself: "I can't breathe".
    Firm,
    /// As firm, and papers don't take it back: a wish to die.
    Always,
}

/// Whether the words from `start` to `end` are meant.
pub(super) fn meant(reading: &Reading, start: usize, end: usize, wording: Wording) -> bool {
    match wording {
        Wording::Always => true,
        Wording::Firm => !papers(reading, start, end),
        Wording::Named => {
            !(denied(reading, start, end)
                || answered_no(reading, end)
                || papers(reading, start, end)
                || led(reading, start)
                || past(reading, start, end))
        }
    }
}

/// What a body does by itself: a "not" before it is the danger, not its contrary.
const ABLE: &str = "
    respond responding responded responds responsive answer answering answered answers wake waking awake react
    reacting eat eating feed feeding drink drinking talk talking speak walk walking move moving
    moved see stand swallow swallowing remember recall urinated peed pee responde respondia reacciona reaccionaba
    contesta despierta despertar desperto come comer mama mamar habla hablar camina caminar
    mueve mover movido ve veo ver reconoce sabe tragar orinado orina
";

/// Whether one part of a danger is denied by itself.
pub(super) fn denied_alone(reading: &Reading, words: &Range<usize>, wording: Wording) -> bool {
    wording == Wording::Named
        && !among(ABLE, reading.word(words.start))
        && (denied(reading, words.start, words.end) || answered_no(reading, words.end))
}

/// Whether parts that aren't denied are meant, from the first one's first word to the last one's last.
pub(super) fn meant_together(reading: &Reading, words: &Range<usize>, wording: Wording) -> bool {
    match wording {
        Wording::Always => true,
        Wording::Firm => !papers(reading, words.start, words.end),
        Wording::Named => {
            !(papers(reading, words.start, words.end)
                || led(reading, words.start)
                || past(reading, words.start, words.end))
        }
    }
}

/// Whether a "not" before the words reaches them.
pub(super) fn denied(reading: &Reading, start: usize, end: usize) -> bool {
    let mut list = (end..end + LISTED)
        .take_while(|at| !reading.begins(*at))
        .any(|at| among(OR, reading.word(at)));
    let mut free = if list || far_denial(reading, start) {
        LISTED
    } else {
        0
    };
    let mut at = start;
    for _ in 0..LIST {
        let Some(token) = reading.tokens.get(at) else {
            return false;
        };
        let pause = token.gap == Gap::Pause;
        if at == 0 || token.begins() {
            return false;
        }
        if pause {
            free = LISTED;
        }
        at -= 1;
        let word = reading.word(at);
        let strong = matches!(word, "denies" | "denied" | "denying" | "niega");
        if among(TURNS, word) || pause && !list && !far_denial(reading, at) {
            return false;
        }
        if NOT.contains(&word) && (!list || among(LIST_NOT, word)) || among(OR, word) && word == "ni" {
            return strong || !taken_back(reading, at, end, pause);
        }
        if among(OR, word) {
            list = true;
            free = LISTED;
        } else if !among(BRIDGES, word) {
            if !(list || far_denial(reading, at)) || free == 0 {
                return false;
            }
            free -= 1;
        }
    }
    false
}

/// Whether "denies" opens the thought, clinicians' word for a whole list, or "neither of us".
fn far_denial(reading: &Reading, at: usize) -> bool {
    (0..LIST)
        .map_while(|back| at.checked_sub(back))
        .take_while(|place| *place == at || !reading.begins(place + 1))
        .any(|place| match reading.word(place) {
            "denies" | "denied" | "denying" | "niega" => true,
            "neither" | "none" => reading.word(place + 1) == "of",
            _ => false,
        })
}

/// Whether a "not" denies something else: "no relief", "No, it hurts", "never like this", "I hope not".
fn taken_back(reading: &Reading, not: usize, end: usize, pause: bool) -> bool {
    let word = reading.word(not);
    if pause || among(OWN, reading.word(not + 1)) {
        return true;
    }
    let first_time = matches!(word, "never" | "nunca" | "jamas" | "havent" | "hadnt" | "hasnt")
        && (end..end + 5)
            .take_while(|at| !reading.begins(*at))
            .any(|at| among(LIKE_NOW, reading.word(at)));
    let hoped = (1..=5)
        .map_while(|back| not.checked_sub(back))
        .take_while(|at| !reading.begins(at + 1))
        .any(|at| among(HOPES, reading.word(at)));
    first_time || hoped
}

/// "Chest pain: none."
pub(super) fn answered_no(reading: &Reading, end: usize) -> bool {
    let no = matches!(
        reading.word(end),
        "no" | "none" | "denied" | "denies" | "negative" | "ninguno" | "ninguna" | "niega" | "nada"
    );
    let asked = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.gap != Gap::Stop);
    let alone = reading
        .tokens
        .get(end + 1)
        .is_none_or(|token| token.gap != Gap::Space);
    no && asked && alone
}

/// "Stroke clinic", "chest pain medicine"; not when it doesn't help.
fn papers(reading: &Reading, start: usize, end: usize) -> bool {
    let _ = start;
    let near = (end..end + 2).take_while(|at| {
        reading
            .tokens
            .get(*at)
            .is_some_and(|token| token.gap == Gap::Space)
    });
    for at in near {
        if among(PAPERS, reading.word(at)) {
            return !(at + 1..at + 5)
                .take_while(|after| !reading.begins(*after))
                .any(|after| among(FAILING, reading.word(after)) || among(NOW, reading.word(after)));
        }
        if !matches!(
            reading.word(at),
            "action" | "support" | "emergency" | "risk" | "first" | "injury"
        ) {
            return false;
        }
    }
    false
}

/// Whether a row of words stands before the words, with an article or two between: "history of a stroke".
fn led(reading: &Reading, start: usize) -> bool {
    let mut at = start;
    for _ in 0..4 {
        if parts(LEADS).any(|lead| ends_with(reading, at, lead)) {
            return !now(reading, start);
        }
        let before = at.checked_sub(1).filter(|_| !reading.begins(at));
        match before {
            Some(before) if is_filler(reading.word(before)) => at = before,
            _ => return false,
        }
    }
    false
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "my"
            | "his"
            | "her"
            | "severe"
            | "un"
            | "una"
            | "el"
            | "la"
            | "las"
            | "los"
            | "mi"
            | "su"
            | "prior"
            | "stroke"
            | "old"
            | "having"
            | "massive"
    )
}

/// Whether a row of words ends right before a place, in one thought.
fn ends_with(reading: &Reading, at: usize, row: &str) -> bool {
    let Some(from) = at.checked_sub(length(row)) else {
        return false;
    };
    (from + 1..=at).all(|place| place == reading.tokens.len() || !reading.begins(place))
        && row_at(reading, from, row)
}

fn length(row: &str) -> usize {
    row.split_whitespace().count()
}

fn row_at(reading: &Reading, from: usize, row: &str) -> bool {
    row.split_whitespace().enumerate().all(|(step, wanted)| {
        let word = reading.word(from + step);
        match wanted {
            "#" => word.starts_with(|letter: char| letter.is_ascii_digit()),
            "####" => {
                word.len() == 4
                    && (word.starts_with("19") || word.starts_with("20"))
                    && word.bytes().all(|byte| byte.is_ascii_digit())
            }
            wanted => word == wanted,
        }
    })
}

/// Whether a word of now stands in the words' thought.
fn now(reading: &Reading, start: usize) -> bool {
    thought(reading, start, PAST).any(|at| among(NOW, reading.word(at)))
}

/// The places around one in its thought, up to a turn.
fn thought(reading: &Reading, start: usize, reach: usize) -> impl Iterator<Item = usize> + '_ {
    let before = (1..=reach)
        .map_while(move |back| start.checked_sub(back))
        .take_while(|at| !reading.begins(at + 1) && !among(TURNS, reading.word(*at)));
    let after = (start..start + reach)
        .enumerate()
        .take_while(|(step, at)| *step == 0 || !reading.begins(*at) && !among(TURNS, reading.word(*at)))
        .map(|(_, at)| at);
    before.chain(after)
}

/// Whether the words tell of a time long past.
fn past(reading: &Reading, start: usize, end: usize) -> bool {
    if now(reading, start) {
        return false;
    }
    let told =
        |from: usize| parts(TIMES).any(|row| row_at(reading, from, row) && !crosses(reading, from, row));
    let before = (1..=PAST)
        .map_while(|back| start.checked_sub(back))
        .take_while(|at| !reading.begins(at + 1) && !stops_past(reading.word(*at)))
        .any(told);
    before
        || (end..end + PAST / 2)
            .take_while(|at| {
                reading
                    .tokens
                    .get(*at)
                    .is_some_and(|token| token.gap == Gap::Space)
                    && !stops_past(reading.word(*at))
            })
            .any(told)
}

fn stops_past(word: &str) -> bool {
    among(PRESENT, word) || among(TURNS, word)
}

/// Whether a thought ends inside a row of words.
fn crosses(reading: &Reading, from: usize, row: &str) -> bool {
    (from + 1..from + length(row)).any(|at| reading.begins(at))
}

/// Whether a word stands in a list.
fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}
