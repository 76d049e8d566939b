//! How families write in English, and what the desk answers: rules of a grammar, so that no two messages need be alike.

use super::Rule;

/// The rules, by name; `{name}` in a text is another rule, or a word that the telling binds.
pub(super) const RULES: &[Rule] = &[
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
    // Forms.
    (
        "other",
        &[
            "{hi}the {school} needs a {form} for {child} by {day}. {form_how}{bye}",
            "{hi}can you fill in the {form} for {child}? {form_how}{bye}",
            "{hi}{small_other}{bye}",
            "{hi}I lost {child}'s {form}. Could I get a copy?{bye}",
        ],
    ),
    (
        "form",
        &[
            "physical form",
            "asthma plan",
            "allergy plan",
            "medication form",
            "note for the days {he} missed",
            "WIC form",
            "dental clearance",
            "vaccine form",
            "camp form",
        ],
    ),
    (
        "form_how",
        &[
            "I can drop it off.",
            "Can I pick it up at {place}?",
            "They want it by e-mail.",
            "I put it under your door last night.",
            "",
        ],
    ),
    (
        "small_other",
        &[
            "is there parking for a double stroller at {place}?",
            "do you take {insurer} next year?",
            "we moved, where do I change our address?",
            "do you see newborns on Saturdays?",
            "which doctor speaks Spanish?",
            "is the side door step-free?",
            "may {his} grandmother bring {him} on {day}? She has no paper from us.",
        ],
    ),
    (
        "reply_other",
        &[
            "The {form} is ready at {place}. Anybody from the family can pick it up.",
            "{doctor} signed it, and we sent it to the {school}.",
            "Yes. Ring at the side door and somebody comes out.",
            "Done, nothing else to do. Please bring the new card on the next visit.",
            "A copy is on its way to you. The {school} can also call us.",
        ],
    ),
    (
        "ask_other",
        &[
            "Gladly. What is the form called, and until when do they need it?",
            "Which {school} is it, and may we send it there directly?",
        ],
    ),
    // Referrals, billing, records, complaints.
    (
        "specialist",
        &[
            "the dermatologist",
            "the allergist",
            "an ENT",
            "speech therapy",
            "the eye doctor",
            "the cardiologist",
            "physical therapy",
        ],
    ),
    (
        "referral",
        &[
            "{hi}{doctor} wanted {child} to see {specialist}. Did the papers go out?{bye}",
            "{hi}{specialist} says they have no referral for {child}. Our visit is on {day}.{bye}",
            "{hi}can you refer {child} to {specialist}? {mood}{bye}",
            "{hi}{insurer} wants a new referral for {specialist} every year. Ours ran out.{bye}",
        ],
    ),
    (
        "reply_referral",
        &[
            "The referral went out this morning. They call you within two days.",
            "We sent it again just now and called {specialist}: they have it.",
            "{doctor} wrote a new one. It is good for a year.",
        ],
    ),
    (
        "billing",
        &[
            "{hi}I got a bill for ${sum} for {child}'s visit, but {insurer} should have paid. Can you check?{bye}",
            "{hi}can I pay the ${sum} in three parts?{bye}",
            "{hi}we were charged twice for {day}.{bye}",
            "{hi}I paid ${sum} at the desk on {day} and now there is a bill again.{bye}",
            "{hi}our insurance changed to {insurer}. Do I have to do anything?{bye}",
        ],
    ),
    ("sum", &["25", "45", "60", "118", "142.50", "30", "210"]),
    (
        "reply_billing",
        &[
            "You are right, it was booked twice. A corrected bill is on its way.",
            "{insurer} has it now; you don't have to pay anything until they answer.",
            "We set it up in three parts. The first one is due on the 15th.",
            "Your payment is here. Please throw that bill away, and excuse the trouble.",
        ],
    ),
    (
        "records",
        &[
            "{hi}{child} starts {school} on {day}. Could I have the vaccination record?{bye}",
            "{hi}we are moving to Dallas. Please send {child}'s records to the new doctor.{bye}",
            "{hi}{specialist} asks for the notes of the last three visits of {child}.{bye}",
        ],
    ),
    (
        "reply_records",
        &[
            "It is ready at {place}, and a copy is in the mail to you.",
            "We sent the records to the address you gave. It takes about two days.",
        ],
    ),
    (
        "finding_records",
        &[
            "Record printed; the parent is in the chart.",
            "Visit notes copied; the parent is in the chart as guardian.",
        ],
    ),
    (
        "complaint",
        &[
            "{hi}we waited {wait} minutes on {day} although we were on time, and nobody told us why.{bye}",
            "{hi}I called three times on {day} and nobody picked up.{bye}",
            "{hi}the doctor was in a hurry and I did not get to ask about {child}'s {medicine}.{bye}",
        ],
    ),
    ("wait", &["forty", "fifty", "seventy", "ninety"]),
    (
        "reply_complaint",
        &[
            "You are right, and we are sorry. Two emergencies came first; somebody should have told you. From today we say so after fifteen minutes.",
            "We are sorry. {doctor} will call you on {day} and take the time that it needs.",
        ],
    ),
    (
        "finding_complaint",
        &[
            "Emergencies before the visit; the waiting room was not told. Rule for the desk agreed.",
            "Talked with the doctor; a call is agreed.",
        ],
    ),
    // Words of danger: the desk's ladder rings.
    (
        "danger",
        &[
            "{child} can't breathe right, {his} lips look blue",
            "my baby is 5 weeks old and has a fever of 101.2, what do I do?",
            "{child} ate a whole bottle of {his} grandmother's pills",
            "{child} hit {his} head and does not wake up properly",
            "{child} says {he} wants to kill {him}self and I don't know what to do",
            "{child} was stung and {his} face is swelling, {he} is wheezing badly",
        ],
    ),
    (
        "reply_danger",
        &["We called you right away. Please stay where the ambulance finds you; {doctor} knows about it."],
    ),
    // What follows.
    (
        "more",
        &[
            "One more thing: {sick_ask}",
            "{He} also has {symptom} now.",
            "Sorry, I meant {day}.",
            "Does that cost anything?",
            "The pharmacy says they don't have it.",
            "Can {his} {sibling} come along?",
            "It is still the same today. {sick_ask}",
        ],
    ),
    (
        "answer",
        &[
            "{day} at {time} is good.",
            "Yes please.",
            "The second one, please.",
            "It is called {form}, and they need it by {day}.",
            "{mood} No, {he} never had it before.",
            "{He} drinks fine. The last diaper was an hour ago.",
        ],
    ),
    (
        "thanks",
        &[
            "Thank you!",
            "Thanks so much!",
            "Thank you very much",
            "Great, thanks!",
            "Thanks 🙏",
            "👍",
            "Perfect, thank you",
            "Thanks a lot!",
        ],
    ),
    (
        "hold",
        &[
            "{doctor} reads this after the morning visits. You hear from us by this evening.",
            "I asked {doctor}. We write as soon as there is an answer, today in any case.",
            "We are asking {insurer} and come back to you tomorrow morning.",
        ],
    ),
    (
        "note",
        &[
            "Looked it up in the chart, nothing new.",
            "{doctor}, could you have a look?",
            "Last visit two months ago, all well.",
            "Mother sounds worried; call rather than write.",
            "Pharmacy confirmed on the phone.",
            "Same question as last week.",
            "Weight at the last visit is in the chart.",
            "Asked {insurer}, reference is in the chart.",
        ],
    ),
    (
        "tried",
        &[
            "Called back, left a voicemail.",
            "Called, nobody answered.",
            "Voicemail full.",
            "Reached the grandmother; the mother calls back.",
        ],
    ),
    (
        "called",
        &[
            "Asks whether {checkup} can be on {day}.",
            "Calls about {child}'s {medicine}: nearly out.",
            "Wants to know how long {he} stays home with {symptom}.",
            "Asks for the {form} for {school}.",
            "Calls about a bill of ${sum}.",
            "Says that {child} has {symptom} {since}.",
        ],
    ),
    (
        "said",
        &[
            "Told them on the phone.",
            "Answered right away.",
            "Booked for {day} at {time}.",
            "Sent to {pharmacy} while they waited.",
        ],
    ),
    (
        "spam",
        &[
            "Cheap watches, best prices!!!",
            "We can bring your website to page one of the search",
            "Dear sir, I have an offer for your business",
        ],
    ),
    ("age_word", &["little one", "youngest,", "oldest,", "kid"]),
];
