//! How families write in Spanish, and what the desk answers: the same rules as in English, as people here say them.

use super::Rule;

/// The rules, by name; `{name}` in a text is another rule, or a word that the telling binds.
pub(super) const RULES: &[&[Rule]] = &[ALL, super::opinions::SPANISH];

const ALL: &[Rule] = &[
    (
        "hi",
        &[
            "",
            "",
            "Hola, ",
            "Buenos días, ",
            "Buenas, ",
            "Hola, soy {first}. ",
        ],
    ),
    (
        "bye",
        &["", "", "", " Gracias.", " Muchas gracias.", " Gracias, {first}"],
    ),
    ("day", &["lunes", "martes", "miércoles", "jueves", "viernes"]),
    (
        "part",
        &["por la mañana", "por la tarde", "después de la escuela"],
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
            "la farmacia de siempre",
            "la farmacia de Lamar",
            "el H-E-B de Burnet",
            "la farmacia junto a la escuela",
        ],
    ),
    (
        "since",
        &[
            "desde ayer",
            "desde anoche",
            "desde hace dos días",
            "desde el domingo",
            "desde hace una semana",
        ],
    ),
    ("place", &["Main Street", "Harbor Point"]),
    (
        "school",
        &[
            "la escuela",
            "la guardería",
            "el kínder",
            "el campamento",
            "el futbol",
        ],
    ),
    (
        "insurer",
        &[
            "el seguro del estado",
            "el seguro nuevo",
            "Blue Cross",
            "Medicaid",
        ],
    ),
    (
        "medicine",
        &[
            "el inhalador",
            "la crema para el eczema",
            "la cetirizina",
            "el espray de la nariz",
            "la amoxicilina",
            "el EpiPen",
            "las pastillas de la mañana",
        ],
    ),
    (
        "refill",
        &[
            "{hi}se nos acaba {medicine} de {child}. {refill_where}{bye}",
            "{hi}¿me pueden renovar {medicine} para {child}? {refill_why}{bye}",
            "{hi}la farmacia dice que ya no hay más {medicine} en la receta de {child}. {refill_where}{bye}",
        ],
    ),
    (
        "refill_why",
        &[
            "Nos queda para {few}.",
            "Salimos de viaje el {day}.",
            "Se acaba el {day}.",
            "La escuela pide uno aparte.",
            "",
        ],
    ),
    ("few", &["dos días", "tres días", "una semana", "hoy nada más"]),
    (
        "refill_where",
        &[
            "Por favor mándenla a {pharmacy}.",
            "Donde siempre, {pharmacy}.",
            "¿La pueden mandar hoy?",
        ],
    ),
    (
        "reply_refill",
        &[
            "La receta ya está en {pharmacy}. Puede recogerla a partir de las {time}.",
            "Listo: {doctor} la renovó por tres meses.",
            "Se mandó ahora mismo. Si hoy no la tienen, escríbanos aquí y llamamos a la farmacia.",
        ],
    ),
    (
        "scheduling",
        &[
            "{hi}necesito cambiar la cita de {child} del {day}. {when_can}{bye}",
            "{hi}a {child} le toca {checkup}. {when_can}{bye}",
            "{hi}quisiera una cita para {child} esta semana. Tiene {symptom} {since}.{bye}",
            "{hi}no podemos ir el {day}, {excuse}. {when_can}{bye}",
            "{hi}¿tienen lugar para {checkup} de {child} en {place}?{bye}",
        ],
    ),
    (
        "checkup",
        &[
            "la revisión de los nueve meses",
            "la vacuna de la gripe",
            "las vacunas de los cuatro años",
            "el examen para el deporte",
            "el control de peso",
        ],
    ),
    (
        "when_can",
        &[
            "Cualquier día {part}.",
            "El {day} o el {day} sería mejor.",
            "Solo después de las {time}, por mi trabajo.",
            "Lo primero que tengan.",
            "¿Puede ser con {doctor}?",
        ],
    ),
    (
        "excuse",
        &[
            "el carro no arranca",
            "tengo que trabajar",
            "se enfermó {sibling}",
            "hay examen en la escuela",
        ],
    ),
    (
        "sibling",
        &["su hermano", "su hermana", "su hermanito", "su prima"],
    ),
    (
        "reply_scheduling",
        &[
            "{child} tiene cita el {day} a las {time} con {doctor} en {place}.",
            "La cambiamos al {day} a las {time}. La otra cita queda cancelada.",
            "El {day} a las {time} es suya. Por favor traiga la cartilla de vacunas.",
        ],
    ),
    (
        "ask_scheduling",
        &[
            "Tenemos el {day} a las {time} o el {day} a las {time}. ¿Cuál le queda mejor?",
            "{doctor} tiene lugar el {day} a las {time} en {place}. ¿Se lo guardamos?",
        ],
    ),
    (
        "symptom",
        &[
            "tos",
            "tos y mocos",
            "un salpullido en la pancita",
            "dolor de oído",
            "dolor de garganta",
            "diarrea",
            "el ojo rojo",
            "38 de temperatura",
            "dolor de panza",
        ],
    ),
    (
        "mood",
        &[
            "Juega como siempre.",
            "Toma agua bien.",
            "Durmió mal.",
            "Come menos.",
            "No tiene fiebre.",
            "La semana pasada lo tuvo {sibling}.",
        ],
    ),
    (
        "clinical",
        &[
            "{hi}{child} tiene {symptom} {since}. {mood} {sick_ask}{bye}",
            "{hi}{mood} Pero {child} sigue con {symptom}. {sick_ask}{bye}",
            "{hi}una pregunta sobre {child}: {small_ask}{bye}",
            "{hi}salieron los análisis de {child} y un valor está marcado. {results_ask}{bye}",
        ],
    ),
    (
        "results_ask",
        &["¿Es malo?", "¿Qué quiere decir?", "¿Ya lo vio {doctor}?"],
    ),
    (
        "sick_ask",
        &[
            "¿Hay que llevarlo?",
            "¿Puede ir a la escuela mañana?",
            "¿Qué le puedo dar?",
            "¿Me puede llamar alguien?",
            "¿Cuándo me debo preocupar?",
        ],
    ),
    (
        "small_ask",
        &[
            "¿cuánto paracetamol le doy con 13 kilos?",
            "¿se puede vacunar con gripa?",
            "¿tiene que ir en ayunas al análisis?",
            "escupe el antibiótico, ¿hay otro?",
            "¿se puede bañar con el yeso?",
            "¿cuántos días se queda en casa con el ojo rojo?",
        ],
    ),
    (
        "reply_clinical",
        &[
            "La enfermera leyó lo que escribió: puede esperar hasta el {day}. {child} tiene cita a las {time}. Si empeora, llámenos.",
            "{doctor} dice: que tome mucho líquido y descanse. Si algo cambia, llámenos.",
            "Es común a esta edad y se quita solo en unos días. Si el {day} sigue igual, queremos verlo.",
            "{doctor} vio los resultados: no hay que hacer nada hasta la próxima cita.",
            "Por favor venga hoy a las {time} a {place}. {doctor} quiere revisarlo.",
        ],
    ),
    (
        "ask_clinical",
        &[
            "¿Toma líquidos, y cuándo fue el último pañal mojado? Escríbalo aquí y {doctor} lo lee.",
            "¿Ya lo tuvo antes, y qué le dieron entonces?",
        ],
    ),
    (
        "other",
        &[
            "{hi}piden en {school} {form} de {child} para el {day}. {form_how}{bye}",
            "{hi}¿me pueden llenar {form} de {child}?{bye}",
            "{hi}{small_other}{bye}",
        ],
    ),
    (
        "form",
        &[
            "la hoja del examen físico",
            "el plan de asma",
            "la hoja de alergias",
            "la hoja de vacunas",
            "el justificante de faltas",
        ],
    ),
    (
        "form_how",
        &[
            "La puedo llevar.",
            "¿La recojo en {place}?",
            "La quieren por correo.",
            "",
        ],
    ),
    (
        "small_other",
        &[
            "¿hay estacionamiento para la carriola en {place}?",
            "¿aceptan {insurer} el año que viene?",
            "nos mudamos, ¿dónde cambio la dirección?",
            "¿atienden los sábados?",
            "¿lo puede llevar su abuela el {day}?",
        ],
    ),
    (
        "reply_other",
        &[
            "La hoja está lista en {place}. La puede recoger cualquiera de la familia.",
            "{doctor} la firmó y ya la mandamos.",
            "Sí. Toque en la puerta de al lado y alguien sale.",
            "Listo, no tiene que hacer nada más.",
        ],
    ),
    (
        "ask_other",
        &[
            "Con gusto. ¿Cómo se llama la hoja y para cuándo la necesitan?",
            "¿Qué escuela es, y la podemos mandar directo?",
        ],
    ),
    (
        "specialist",
        &[
            "el dermatólogo",
            "el alergólogo",
            "el otorrino",
            "la terapia de lenguaje",
            "el oftalmólogo",
        ],
    ),
    (
        "referral",
        &[
            "{hi}{doctor} quería que {child} viera a un especialista: {specialist}. ¿Ya mandaron los papeles?{bye}",
            "{hi}nos dicen que no hay referencia de {child}: {specialist}. La cita es el {day}.{bye}",
        ],
    ),
    (
        "reply_referral",
        &[
            "La referencia salió esta mañana. Le llaman en dos días.",
            "La mandamos otra vez y llamamos: ya la tienen.",
        ],
    ),
    (
        "billing",
        &[
            "{hi}me llegó una factura de ${sum}, pero ya pagué en la recepción el {day}.{bye}",
            "{hi}¿puedo pagar los ${sum} en tres partes?{bye}",
            "{hi}cambiamos a {insurer}. ¿Tengo que hacer algo?{bye}",
        ],
    ),
    ("sum", &["25", "45", "60", "118", "30"]),
    (
        "reply_billing",
        &[
            "Tiene razón, su pago está registrado. Puede tirar esa factura; disculpe la molestia.",
            "Queda en tres partes. La primera vence el día 15.",
            "Ya lo tiene {insurer}; no pague nada hasta que contesten.",
        ],
    ),
    (
        "records",
        &[
            "{hi}{child} empieza {school} el {day}. ¿Me pueden dar su cartilla de vacunas?{bye}",
            "{hi}nos vamos a Dallas. Por favor manden el expediente de {child} al doctor nuevo.{bye}",
        ],
    ),
    (
        "reply_records",
        &[
            "Está lista en {place}, y una copia va por correo.",
            "Mandamos el expediente a la dirección que dio. Tarda unos dos días.",
        ],
    ),
    (
        "finding_records",
        &["Record printed; the parent is in the chart."],
    ),
    (
        "complaint",
        &[
            "{hi}esperamos {wait} minutos el {day} y nadie nos dijo por qué.{bye}",
            "{hi}llamé tres veces el {day} y nadie contestó.{bye}",
        ],
    ),
    ("wait", &["cuarenta", "cincuenta", "setenta"]),
    (
        "reply_complaint",
        &[
            "Tiene razón y lo sentimos. Hubo dos emergencias antes; debimos decírselo. Desde hoy avisamos a los quince minutos.",
        ],
    ),
    (
        "finding_complaint",
        &["Emergencies before the visit; the waiting room was not told. Rule for the desk agreed."],
    ),
    (
        "danger",
        &[
            "{child} no puede respirar bien y tiene los labios morados",
            "mi bebé tiene 5 semanas y 38.6 de fiebre, ¿qué hago?",
            "{child} se tomó un frasco entero de pastillas de la abuela",
            "{child} dice que se quiere morir y no sé qué hacer",
        ],
    ),
    (
        "reply_danger",
        &["Ya le llamamos. Por favor quédese donde la ambulancia la encuentre; {doctor} está al tanto."],
    ),
    (
        "more",
        &[
            "Otra cosa: {sick_ask}",
            "Ahora también tiene {symptom}.",
            "Perdón, quise decir el {day}.",
            "¿Eso cuesta algo?",
            "La farmacia dice que no la tiene.",
            "Hoy sigue igual. {sick_ask}",
        ],
    ),
    (
        "answer",
        &[
            "El {day} a las {time} está bien.",
            "Sí, por favor.",
            "La segunda, por favor.",
            "Se llama {form}, la quieren para el {day}.",
            "{mood} No, es la primera vez.",
        ],
    ),
    (
        "thanks",
        &[
            "¡Gracias!",
            "¡Muchas gracias!",
            "Muchas gracias",
            "Gracias 🙏",
            "Mil gracias",
        ],
    ),
    (
        "hold",
        &[
            "{doctor} lo lee después de las consultas de la mañana. Hoy mismo le contestamos.",
            "Ya le pregunté a {doctor}. Le escribimos en cuanto haya respuesta.",
            "Le preguntamos a {insurer} y le escribimos mañana por la mañana.",
        ],
    ),
    (
        "note",
        &[
            "Writes in Spanish.",
            "Looked it up in the chart, nothing new.",
            "Mother prefers a call in Spanish.",
            "Asked the doctor.",
        ],
    ),
    (
        "tried",
        &[
            "Called back in Spanish, left a voicemail.",
            "Called, nobody answered.",
        ],
    ),
    (
        "called",
        &[
            "Asks about {checkup}; speaks Spanish.",
            "Calls in Spanish about a prescription.",
            "Wants to know when {child} can go back to school.",
        ],
    ),
    (
        "said",
        &["Told them on the phone, in Spanish.", "Booked for them."],
    ),
    ("spam", &["Gane dinero desde su casa!!!"]),
];
