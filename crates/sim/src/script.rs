//! What people of the demo practice say: invented, plain, and in two languages.

/// A patient's words with the reply that they get.
#[derive(Debug, Clone, Copy)]
pub struct Exchange {
    /// A kind's code.
    pub kind: &'static str,
    /// What the patient writes.
    pub words: &'static str,
    /// What the practice answers.
    pub reply: &'static str,
    /// Whether the practice asks something back and waits.
    pub asks_back: bool,
    /// About whom, in the asker's words.
    pub about: &'static str,
    /// The language of both.
    pub language: &'static str,
}

const fn exchange(kind: &'static str, about: &'static str, words: &'static str, reply: &'static str) -> Exchange {
    Exchange { kind, words, reply, asks_back: false, about, language: "en" }
}

const fn asking(kind: &'static str, about: &'static str, words: &'static str, reply: &'static str) -> Exchange {
    Exchange { kind, words, reply, asks_back: true, about, language: "en" }
}

const fn spanish(kind: &'static str, about: &'static str, words: &'static str, reply: &'static str) -> Exchange {
    Exchange { kind, words, reply, asks_back: false, about, language: "es" }
}

/// Who writes, with the phone number that some of them share.
pub const PEOPLE: &[(&str, &str)] = &[
    ("Tom Whitfield", "(512) 555-0144"),
    ("Anna Okafor", "(512) 555-0161"),
    ("Grace Lin", "(512) 555-0127"),
    ("Rosa Delgado", "(512) 555-0180"),
    ("Miguel Delgado", "(512) 555-0180"),
    ("Priya Raman", "(512) 555-0133"),
    ("Walter Boone", "(512) 555-0119"),
    ("Ellen Boone", "(512) 555-0119"),
    ("Samir Haddad", "(512) 555-0152"),
    ("Joyce Abernathy", "(512) 555-0175"),
    ("Carlos Ibarra", "(512) 555-0108"),
    ("Lucía Ibarra", "(512) 555-0108"),
    ("Dmitri Volkov", "(512) 555-0191"),
    ("Keisha Brown", "(512) 555-0166"),
    ("Henry Nakamura", "(512) 555-0113"),
    ("Marta Jiménez", "(512) 555-0138"),
    ("Ola Svensson", "(512) 555-0149"),
    ("Ruth Feldman", "(512) 555-0184"),
    ("Noah Castellano", "(512) 555-0157"),
    ("Beatriz Fuentes", "(512) 555-0195"),
];

/// What they write about.
pub const EXCHANGES: &[Exchange] = &[
    exchange(
        "refill",
        "",
        "The pharmacy on Lamar says my lisinopril 20 mg needs a new prescription. I have two days left. Can you send it \
         today?",
        "Dr Patel sent the new prescription to the pharmacy on Lamar just now. It should be ready by noon.",
    ),
    exchange(
        "scheduling",
        "",
        "I need to move my visit on Thursday to next week, any morning is fine.",
        "You are booked for Tuesday at 9:20 with Dr Patel. Thursday's visit is cancelled.",
    ),
    exchange(
        "records",
        "Daniel, 4",
        "Daniel starts preschool on Monday. Could you send me his vaccination record?",
        "It is ready at the front desk, and a copy is in the mail to you today.",
    ),
    asking(
        "clinical",
        "",
        "The new tablets make me dizzy when I stand up. Should I keep taking them?",
        "Please measure your blood pressure sitting and standing, and write both numbers here. Until Dr Patel has seen \
         them, stand up slowly. If you faint, call us at once.",
    ),
    exchange(
        "billing",
        "",
        "I got a bill for $45 although my insurance card says a visit costs $25. Which one is right?",
        "You are right, it is $25: the lab fee was booked twice. A corrected bill is on its way.",
    ),
    exchange(
        "referral",
        "",
        "Dr Shah said I should see a dermatologist. Where do I go, and do you send the papers?",
        "The referral went to Barton Skin Clinic this morning. They call you within two days.",
    ),
    exchange(
        "other",
        "",
        "Is there parking at Harbor Point for a wheelchair van?",
        "Yes, two wide places right at the side door. Ring there and somebody comes out.",
    ),
    asking(
        "scheduling",
        "Amara, 9 months",
        "Amara's nine-month check is due. Do you have something in the afternoon?",
        "Wednesday at 2:40 or Friday at 3:20: which one suits you?",
    ),
    exchange(
        "refill",
        "",
        "I need my inhaler again, the blue one. Same pharmacy as always.",
        "Sent to your pharmacy. If you need it more than twice a week, please write to us.",
    ),
    exchange(
        "clinical",
        "",
        "My lab results came in the app and one value is marked high. Do I have to worry?",
        "Dr Shah looked at them: the value is a little high because you had eaten. Nothing to do until your next visit.",
    ),
    exchange(
        "other",
        "",
        "I need a note for my employer that I was at your office on Monday.",
        "It is in the mail to you, and you can pick up a copy at the front desk.",
    ),
    exchange(
        "complaint",
        "",
        "I waited fifty minutes on Friday although I was on time, and nobody told me why.",
        "",
    ),
    spanish(
        "scheduling",
        "mi hijo Mateo",
        "Quisiera una cita para mi hijo esta semana. Tiene tos desde hace cuatro días, sin fiebre.",
        "Mateo tiene cita mañana a las 10:10 con la Dra. Patel. Si tiene fiebre o le cuesta respirar, llámenos antes.",
    ),
    spanish(
        "refill",
        "",
        "Se me acaba la metformina el viernes. ¿Pueden mandar la receta a la farmacia de siempre?",
        "La receta ya está en la farmacia. Puede recogerla a partir de las tres.",
    ),
    spanish(
        "billing",
        "",
        "Me llegó una factura, pero ya pagué en la recepción el martes.",
        "Tiene razón, su pago está registrado. Puede tirar esa factura; disculpe la molestia.",
    ),
    exchange(
        "scheduling",
        "my mother, Ruth",
        "My mother can't come on her own any more. Can she have a visit when I can drive her, after 4 pm?",
        "Yes: Thursday at 4:20. We noted that you drive her and will offer late times first.",
    ),
    exchange(
        "clinical",
        "",
        "Do I have to fast before the blood test tomorrow?",
        "Yes, nothing but water from midnight on. Take your morning tablets after the test.",
    ),
    exchange(
        "other",
        "",
        "Do you take the new state insurance plan next year?",
        "Yes, we do. Bring the new card to your first visit in January.",
    ),
];
