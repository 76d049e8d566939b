//! How families write in English, and what the desk answers: rules of a grammar, so that no two messages need be alike.

use super::Rule;

mod office;

/// The rules, by name; `{name}` in a text is another rule, or a word that the telling binds.
pub(super) const RULES: &[&[Rule]] = &[FAMILIES, office::RULES, super::opinions::ENGLISH];

const FAMILIES: &[Rule] = &[
    // What stands in every sort of message.
    (
        "hi",
        &[
            "",
            "",
            "Hi, ",
            "Hello, ",
            "Good morning, ",
            "Hi there, ",
            "Hi, it's {first}. ",
        ],
    ),
    (
        "bye",
        &[
            "",
            "",
            "",
            " Thanks!",
            " Thank you.",
            " Thanks so much.",
            " Thank you, {first}",
        ],
    ),
    ("day", &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
    (
        "part",
        &["morning", "afternoon", "late afternoon", "after school"],
    ),
    (
        "time",
        &[
            "8:20", "9:40", "10:10", "11:30", "1:20", "2:40", "3:15", "3:50", "4:20",
        ],
    ),
    (
        "pharmacy",
        &[
            "the pharmacy on Lamar",
            "the H-E-B on Burnet",
            "the Walgreens on 5th",
            "our usual pharmacy",
            "the CVS by the school",
        ],
    ),
    (
        "since",
        &[
            "since yesterday",
            "since last night",
            "for two days",
            "since Sunday",
            "for about a week",
            "on and off since Friday",
        ],
    ),
    ("place", &["Main Street", "Harbor Point"]),
    (
        "school",
        &[
            "school",
            "preschool",
            "daycare",
            "summer camp",
            "soccer",
            "swim team",
            "kindergarten",
        ],
    ),
    (
        "insurer",
        &[
            "Blue Cross",
            "the state plan",
            "Aetna",
            "our new insurance",
            "the marketplace plan",
        ],
    ),
    // Refills.
    (
        "medicine",
        &[
            "albuterol inhaler",
            "cetirizine",
            "amoxicillin",
            "fluticasone spray",
            "EpiPen",
            "methylphenidate 18 mg",
            "hydrocortisone cream",
            "budesonide",
            "montelukast 4 mg",
            "eczema ointment",
            "omeprazole",
            "guanfacine 1 mg",
        ],
    ),
    (
        "refill",
        &[
            "{hi}{child} needs a refill of the {medicine}. {refill_why} {refill_where}{bye}",
            "{hi}we are almost out of {child}'s {medicine}. {refill_where}{bye}",
            "{hi}could you renew {child}'s {medicine}? {refill_why}{bye}",
            "{hi}the pharmacy says {child}'s {medicine} has no refills left. {refill_where} {refill_why}{bye}",
        ],
    ),
    (
        "refill_why",
        &[
            "We have {few} left.",
            "We leave town on {day}.",
            "The bottle runs out on {day}.",
            "{He} lost the last one at {school}.",
            "The {school} wants one of their own.",
            "",
        ],
    ),
    (
        "few",
        &[
            "two doses",
            "three days",
            "one day",
            "about a week",
            "maybe four tablets",
        ],
    ),
    (
        "refill_where",
        &[
            "Same place as always, {pharmacy}.",
            "Please send it to {pharmacy}.",
            "We use {pharmacy} now.",
            "Can you send it today?",
        ],
    ),
    (
        "reply_refill",
        &[
            "{doctor} sent the {medicine} to {pharmacy}. It should be ready after {time}.",
            "Done: the prescription for {child} is at {pharmacy}, with two refills.",
            "Sent just now. If {pharmacy} doesn't have it by tonight, write here and we will call them.",
            "It is renewed for three months. {doctor} would like to see {child} before the next one.",
        ],
    ),
    // Appointments.
    (
        "scheduling",
        &[
            "{hi}I need to move {child}'s visit on {day}. {when_can}{bye}",
            "{hi}{child} is due for {checkup}. {when_can}{bye}",
            "{hi}can we get {checkup} for {child} at {place}? {when_can}{bye}",
            "{hi}we can't make it on {day}, {excuse}. {when_can}{bye}",
            "{hi}do you have anything for {child} this week? {He} has had {symptom} {since}.{bye}",
            "{hi}is there a flu shot clinic for {child} and {his} {sibling}? {when_can}{bye}",
        ],
    ),
    (
        "checkup",
        &[
            "the nine-month check",
            "a well visit",
            "the four-year shots",
            "a sports physical",
            "the next vaccines",
            "a weight check",
            "a hearing test",
            "the two-year visit",
            "a flu shot",
            "a follow-up on the ears",
        ],
    ),
    (
        "when_can",
        &[
            "Any {part} works.",
            "{day} or {day} would be best.",
            "We can do {day} {part}.",
            "Only after {time}, I work until then.",
            "Whatever you have first.",
            "Could it be with {doctor} again?",
        ],
    ),
    (
        "excuse",
        &[
            "the car won't start",
            "I have to work",
            "{his} {sibling} is sick now",
            "there is a test at {school}",
            "we are out of town",
        ],
    ),
    (
        "sibling",
        &["brother", "sister", "little brother", "big sister", "cousin"],
    ),
    (
        "reply_scheduling",
        &[
            "{child} is booked for {day} at {time} with {doctor} at {place}.",
            "We moved it to {day} at {time}. The old visit is cancelled.",
            "{day} at {time} is yours. Please bring the vaccine card.",
            "Booked: {day}, {time}, {place}. You can come to the side door with the stroller.",
        ],
    ),
    (
        "ask_scheduling",
        &[
            "We have {day} at {time} or {day} at {time}. Which one suits you?",
            "{doctor} has {day} at {time} at {place}. Shall we hold it for {child}?",
            "Is a {part} also fine? Then we could do {day} at {time}.",
        ],
    ),
    // A sick child.
    (
        "symptom",
        &[
            "a cough",
            "a runny nose and a cough",
            "a rash on the tummy",
            "an earache",
            "a sore throat",
            "loose stools",
            "pink eye",
            "a temperature of 100.8",
            "a stomach ache",
            "itchy bumps on both legs",
            "a stuffy nose",
            "a hoarse voice",
        ],
    ),
    (
        "mood",
        &[
            "{He} plays as always.",
            "{He} is drinking well.",
            "{He} slept badly.",
            "{He} eats less than usual.",
            "No fever.",
            "{He} is a bit cranky.",
            "{His} {sibling} had the same last week.",
        ],
    ),
    (
        "clinical",
        &[
            "{hi}{child} has had {symptom} {since}. {mood} {sick_ask}{bye}",
            "{hi}my {age_word} {child} has {symptom} and I am not sure what to do. {mood} {sick_ask}{bye}",
            "{hi}{mood} But {child} still has {symptom}, {since}. {sick_ask}{bye}",
            "{hi}question about {child}: {small_ask}{bye}",
            "{hi}the lab results for {child} are in the app and one value is marked {high}. {results_ask}{bye}",
        ],
    ),
    ("high", &["high", "low", "in red", "abnormal"]),
    (
        "results_ask",
        &[
            "Is that bad?",
            "What does it mean?",
            "Has {doctor} seen it?",
            "Do we have to do it again?",
        ],
    ),
    (
        "sick_ask",
        &[
            "Do we have to come in?",
            "Should I keep {him} home?",
            "Can {he} go to {school} tomorrow?",
            "What can I give {him}?",
            "When should I worry?",
            "Can somebody call me back?",
        ],
    ),
    (
        "small_ask",
        &[
            "how much acetaminophen may {he} have at 28 pounds?",
            "can {he} have the flu shot with a cold?",
            "is it fine to mix formula with cold water?",
            "how long is {he} contagious with pink eye?",
            "does {he} need to fast before the blood test?",
            "the stitches look a little red, is that normal?",
            "{he} spits out the antibiotic, can we get another one?",
            "is a bath fine with the cast?",
            "when can {he} go back to {school} after strep?",
        ],
    ),
    (
        "reply_clinical",
        &[
            "Our nurse looked at what you wrote: it can wait until {day}. {child} is booked for {time}. If it gets worse, call us.",
            "{doctor} says: plenty to drink, rest, and no {school} until {he} is well for a day. Call us if anything changes.",
            "That is common at this age and goes by itself in a few days. If it is still there on {day}, we would like to see {him}.",
            "{doctor} read the results: nothing to do until the next visit. We are glad that you asked.",
            "Please come today at {time} to {place}. {doctor} wants to have a look.",
            "Yes, that is fine. The dose for {his} weight is on the card from the last visit; not more than four times a day.",
        ],
    ),
    (
        "ask_clinical",
        &[
            "Does {he} drink, and when was the last wet diaper? Please write it here and {doctor} reads it next.",
            "Could you add a photo from the window in daylight, or tell us how big the spot is?",
            "Has {he} had this before, and did {he} get anything for it then?",
        ],
    ),
];
