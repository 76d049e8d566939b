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
    /// What was found, for a kind whose second clock wants a finding with its reply.
    pub finding: &'static str,
    /// About whom, in the asker's words.
    pub about: &'static str,
    /// The language of both.
    pub language: &'static str,
}

const fn exchange(
    kind: &'static str,
    about: &'static str,
    words: &'static str,
    reply: &'static str,
) -> Exchange {
    Exchange {
        kind,
        words,
        reply,
        asks_back: false,
        finding: "",
        about,
        language: "en",
    }
}

const fn asking(
    kind: &'static str,
    about: &'static str,
    words: &'static str,
    reply: &'static str,
) -> Exchange {
    Exchange {
        kind,
        words,
        reply,
        asks_back: true,
        finding: "",
        about,
        language: "en",
    }
}

const fn spanish(
    kind: &'static str,
    about: &'static str,
    words: &'static str,
    reply: &'static str,
) -> Exchange {
    Exchange {
        kind,
        words,
        reply,
        asks_back: false,
        finding: "",
        about,
        language: "es",
    }
}

const fn found(exchange: Exchange, finding: &'static str) -> Exchange {
    Exchange { finding, ..exchange }
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
    ("Isaac Thornton", "(512) 555-0102"),
    ("Mei Chen", "(512) 555-0116"),
    ("Paulo Esteves", "(512) 555-0121"),
    ("Hannah Kowalski", "(512) 555-0130"),
    ("Jamal Carter", "(512) 555-0141"),
    ("Sofía Paredes", "(512) 555-0146"),
    ("Arthur Quinn", "(512) 555-0155"),
    ("Nina Rossi", "(512) 555-0159"),
    ("Victor Okoye", "(512) 555-0163"),
    ("Leila Farahani", "(512) 555-0170"),
    ("Oscar Lindqvist", "(512) 555-0173"),
    ("Teresa Molina", "(512) 555-0178"),
    ("George Papadakis", "(512) 555-0187"),
    ("Wanda Novak", "(512) 555-0189"),
    ("Emeka Obi", "(512) 555-0193"),
    ("Carmen Vega", "(512) 555-0198"),
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
    found(
        exchange(
            "records",
            "Daniel, 4",
            "Daniel starts preschool on Monday. Could you send me his vaccination record?",
            "It is ready at the front desk, and a copy is in the mail to you today.",
        ),
        "Vaccination record printed; the mother is in the chart as a parent.",
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
    found(
        exchange(
            "complaint",
            "",
            "I waited fifty minutes on Friday although I was on time, and nobody told me why.",
            "You are right, and we are sorry. Two emergencies came in before you; somebody should have told you. From today \
             the front desk says so as soon as a wait passes fifteen minutes.",
        ),
        "Two emergencies before the visit; nobody told the waiting room. Rule for the front desk agreed.",
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
    exchange(
        "scheduling",
        "",
        "Can I still come today? My ankle is swollen since I slipped on the stairs this morning.",
        "Yes, come at 3:40 to Main Street. Keep the foot up and cool until then.",
    ),
    exchange(
        "clinical",
        "Leo, 2",
        "Leo has a rash on his tummy since last night but plays as always. Do I have to bring him in?",
        "Nurse Jo looked at what you wrote: it can wait until tomorrow. He is booked for 8:40. If he gets a fever or stops \
         drinking, call us at once.",
    ),
    exchange(
        "refill",
        "my husband, George",
        "My husband's blood pressure tablets run out on Sunday and the app says no refills left.",
        "Dr Shah renewed them for three months. The pharmacy has the prescription.",
    ),
    exchange(
        "billing",
        "",
        "Can I pay my bill in three parts?",
        "Yes. We set it up: the first part is due on the 15th. You get each bill a week before.",
    ),
    exchange(
        "referral",
        "",
        "The cardiologist says they never got your letter. My appointment is on Wednesday.",
        "We sent it again just now and called them: they have it.",
    ),
    exchange(
        "other",
        "",
        "I moved to a new apartment. Where do I change my address?",
        "Done: we changed it to the one in your message. Nothing else to do.",
    ),
    asking(
        "other",
        "",
        "I need a form filled in for my summer camp job.",
        "Gladly. Please bring the form or write here what it is called, and we will have it ready within two days.",
    ),
    exchange(
        "scheduling",
        "",
        "I can't make it at 2 today, my car won't start. Sorry!",
        "No harm done. Would you like Thursday at 2 instead? We hold it for you until tonight.",
    ),
    exchange(
        "clinical",
        "",
        "Is it fine to take ibuprofen with my new tablets?",
        "Better not. Take acetaminophen instead, at most four times a day, and ask us again if it isn't enough.",
    ),
    found(
        exchange(
            "records",
            "",
            "I changed my dentist and they want a list of my medicines.",
            "The list is at the front desk, and we faxed it to the number you gave.",
        ),
        "List of medicines printed and faxed to the dentist, as asked.",
    ),
    spanish(
        "clinical",
        "mi mamá, Teresa",
        "Mi mamá tiene el azúcar en 210 esta mañana. ¿Le doy la pastilla como siempre?",
        "Sí, désela como siempre y mida otra vez a las dos. Si pasa de 300 o se siente mal, llámenos enseguida.",
    ),
    spanish(
        "other",
        "",
        "¿Atienden los sábados en Harbor Point?",
        "Sí, los sábados de nueve a doce. No hace falta cita para vacunas.",
    ),
];
