//! The same for what the office does: forms, referrals, bills, records, complaints, words of danger, and what the desk says.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
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
