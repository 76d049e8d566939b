//! What people say when they are asked whether they would recommend the practice.

use super::Rule;

pub(super) const ENGLISH: &[Rule] = &[
    (
        "praise",
        &[
            "Always answered quickly, and kind to the little ones.",
            "I wrote in the morning and had an answer before work.",
            "The nurse took time to explain everything.",
            "No waiting on the phone. That alone is worth it.",
            "They remember the children by name.",
            "Easy to get an appointment the same day.",
        ],
    ),
    (
        "between",
        &[
            "Good doctors, but the parking is hard.",
            "Friendly. The form took three days, though.",
            "Fine. I would like evening appointments.",
            "Quick answer, but the visit started late.",
        ],
    ),
    (
        "blame",
        &[
            "I held for ten minutes and gave up.",
            "Nobody called back about the refill.",
            "We waited fifty minutes with a sick child.",
            "The bill was wrong twice.",
            "I had to explain everything three times.",
        ],
    ),
];

pub(super) const SPANISH: &[Rule] = &[
    (
        "praise",
        &[
            "Siempre contestan rápido y son muy amables con los niños.",
            "Escribí en la mañana y me contestaron antes de ir al trabajo.",
            "La enfermera me explicó todo con calma.",
            "Me atienden en español desde la primera llamada.",
            "Conseguí cita el mismo día.",
        ],
    ),
    (
        "between",
        &[
            "Buenos doctores, pero es difícil estacionarse.",
            "Amables, aunque el formulario tardó tres días.",
            "Bien. Me gustaría que hubiera citas por la tarde.",
        ],
    ),
    (
        "blame",
        &[
            "Esperé diez minutos en el teléfono y colgué.",
            "Nadie me llamó por la receta.",
            "Esperamos cincuenta minutos con la niña enferma.",
            "La cuenta llegó mal dos veces.",
        ],
    ),
];
