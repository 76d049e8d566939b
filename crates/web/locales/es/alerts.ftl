# Palabras de peligro: lo que el paciente lee primero, y lo que suena en la recepción.

# En las páginas de los pacientes, en todos los idiomas a la vez.
emergency-lead = ¿Hay peligro ahora? Llame, no espere.
emergency-sent = Su mensaje llegó al consultorio. Por favor, no espere nuestra respuesta: llame ahora si alguien está en peligro.
emergency-unsent = Su mensaje todavía no se ha enviado, vea abajo. Por favor, no lo termine antes: llame ahora si alguien está en peligro.
help-line-emergency = Emergencias, día y noche:
help-line-crisis-988 = Si piensa en quitarse la vida, llame o envíe un mensaje de texto, día y noche:
help-elsewhere = Fuera de los Estados Unidos:
help-line-poison = Centro de intoxicaciones, día y noche:

# En la recepción.
ring = Alarma
ring-said = Alguien debe confirmar #{ $number }, desde { $when }
ring-sound = Avisar con un sonido corto en este dispositivo
acknowledge = Confirmar
acknowledge-help = Usted dice que se ocupa ahora. Deja de sonar; no responde a nadie ni cierra nada.
alerts-title = Palabras de peligro: ¿quién se ocupa?
alerts-rung = Avisados: { $names }
alerts-rung-again = { $n ->
    [one] Avisados: { $names }. La escalera ha vuelto a empezar desde arriba.
   *[other] Avisados: { $names }. La escalera ha vuelto a empezar desde arriba { $n } veces.
}
alerts-rung-nobody = Todavía no se ha avisado a nadie.
alerts-more = { $n ->
    [one] Hay una más detrás de estas.
   *[other] Hay { $n } más detrás de estas.
}
alert-title = Palabras de peligro: { $signs }
alert-hidden = Palabras de peligro, que solo lee el personal clínico. Confirme y avise a un clínico.
alert-came = Llegaron { $when }.
alert-no-verdict = Una regla encontró estas palabras; si es una emergencia lo decide un clínico. Haga las preguntas de abajo y avise a uno.
alert-rung-list = Avisados:
alert-rung = { $n ->
    [one] { $name } { $when }
   *[other] { $name } { $when } ({ $n } veces)
}
alert-done = { $n ->
    [one] { $name } se ocupó de las palabras de peligro { $when }, después de un segundo.
   *[other] { $name } se ocupó de las palabras de peligro { $when }, después de { $n } segundos.
}
card-open = Las preguntas de los clínicos

# Hoy.
duty-live = { $n ->
    [0] #{ $number } habla de peligro y nadie lo ha confirmado.
    [one] #{ $number } habla de peligro. Se avisó a toda la escalera y nadie lo ha confirmado.
   *[other] #{ $number } habla de peligro. Se avisó { $n } veces a toda la escalera y nadie lo ha confirmado.
}
duty-live-do = Abrir #{ $number }
duty-unset = No hay nadie nombrado para las palabras de peligro.
duty-unset-open = En el horario de atención se avisa en su lugar a la dirección y a la administración.
duty-unset-after-hours = Fuera del horario se avisa en su lugar a la dirección y a la administración.
duty-unset-do = Preparar la escalera
duty-unsigned = Las reglas de las palabras de peligro esperan la firma de un clínico.
duty-unsigned-more = Mientras tanto se siguen aplicando.
duty-unsigned-do = Leer y firmar

# Ajustes.
settings-title-emergency = Emergencias
settings-holds-emergency = A quién se avisa cuando llegan palabras de peligro, a qué números deben llamar los pacientes y las preguntas de los clínicos.
emergency-state-set = { $n ->
    [one] Un paso en el horario de atención, { $m } fuera del horario.
   *[other] { $n } pasos en el horario de atención, { $m } fuera del horario.
}
emergency-state-unset = Todavía no hay nadie nombrado: se avisa a la dirección y a la administración.
alert-ladder-title = A quién se avisa
alert-ladder-help = Al primer paso se le avisa enseguida, a cada uno de los siguientes cuando nadie ha confirmado a tiempo. Después del último se vuelve a empezar desde arriba. A quien ya no trabaja aquí se le pasa por alto.
alert-ladder-open = En el horario de atención
alert-ladder-after-hours = Fuera del horario
alert-ladder-step = Paso { $n }
alert-ladder-nobody = nadie
alert-ladder-everybody = todos: { $role }
alert-ladder-unset-open = En el horario de atención nadie de esta escalera trabaja aquí: se avisa a la dirección y a la administración.
alert-ladder-unset-after-hours = Fuera del horario nadie de esta escalera trabaja aquí: se avisa a la dirección y a la administración.
alert-numbers-title = Números a los que deben llamar los pacientes
alert-numbers-help = Aparecen en lo alto de la página que sigue a las palabras de peligro, en todos los idiomas. Los que estén vacíos no aparecen.
alert-words-title = Palabras
alert-words-help = En cada mensaje se buscan estas señales, en inglés y en español, bien o mal escritas. Las reglas vienen con el programa y no se pueden quitar; añada las palabras que usan sus pacientes.
alert-words-signs = Señales que se buscan siempre
alert-words-own = Sus propias palabras
alert-words-none = No ha añadido ninguna.
alert-words-add = Añadir
alert-words-remove = Quitar
alert-signature-title = Firma
alert-signature-help = Un clínico lee las señales y las palabras que ustedes añadieron, y las firma con su nombre. Los mensajes se revisan con firma o sin ella.
alert-signature-current = { $name } firmó la versión { $version }, { $when }.
alert-signature-old = { $name } firmó la versión { $version }, { $when }. Desde entonces cambiaron las reglas o las palabras: falta una firma.
alert-signature-none = Nadie ha firmado todavía la versión { $version }.
alert-signature-somebody = Alguien que ya no trabaja aquí
alert-signature-who = Solo puede firmar un clínico.
alert-signature-do = Firmar la versión { $version } como { $name }
alert-signature-changed = Las palabras cambiaron mientras usted leía. Léalas otra vez y después firme.
alert-cards-title = Las preguntas de los clínicos
alert-cards-help = Lo que pregunta la recepción hasta que llega un clínico; se abren con !. Solo preguntas, una por línea; nunca lo que podría ser. Si lo deja vacío, vuelven las preguntas que vienen con el programa.
alert-cards-questions = Preguntas, una por línea
alert-cards-save = Guardar estas preguntas
field-emergency-open = En el horario de atención
field-emergency-after-hours = Fuera del horario
field-emergency-minutes = Minutos que tiene cada paso
field-emergency-crisis = Línea para pensamientos de suicidio
field-emergency-poison = Centro de intoxicaciones
field-emergency-words = Palabras
field-emergency-signature = Las reglas, firmadas
field-emergency-questions = Preguntas
field-emergency-sign = De qué son señal

# Las señales, como las nombra la recepción.
danger-unconscious = no responde
danger-breathing = dificultad para respirar
danger-choking = atragantamiento
danger-chest-pain = dolor en el pecho
danger-stroke = señales de un derrame cerebral
danger-anaphylaxis = alergia grave
danger-bleeding = sangrado fuerte
danger-overdose = sobredosis
danger-suicide = pensamientos de morir
danger-violence = violencia
danger-seizure = convulsión
danger-head-injury = golpe en la cabeza
danger-injury = lesión grave
danger-infant-fever = fiebre en un bebé pequeño
danger-meningitis = cuello rígido o manchas con fiebre
danger-pregnancy = peligro en el embarazo
danger-poisoning = intoxicación
danger-abdominal-pain = dolor fuerte de vientre
danger-testicular-pain = dolor repentino de testículo
danger-sight = pérdida repentina de la vista

# Las tarjetas como vienen: preguntas, nunca un diagnóstico.
card-unconscious =
    ¿La persona está despierta y contesta ahora mismo?
    ¿Respira?
    ¿Desde cuándo, y qué pasó antes?
    ¿Hay alguien con ella, y en qué dirección?
card-breathing =
    ¿Puede decir frases completas?
    ¿Tiene los labios o la cara azules o grises?
    ¿Desde cuándo, y está empeorando?
    ¿Hay alguien con la persona, y en qué dirección?
card-choking =
    ¿Puede hablar, toser o respirar ahora?
    ¿Qué se le atoró, y desde cuándo?
    ¿Hay alguien con la persona, y en qué dirección?
card-chest-pain =
    ¿Tiene el dolor ahora?
    ¿Desde cuándo, y qué estaba haciendo cuando empezó?
    ¿Se le va al brazo, a la mandíbula o a la espalda? ¿Tiene sudor, náuseas o falta de aire?
    ¿Hay alguien con usted, y en qué dirección?
card-stroke =
    ¿A qué hora estaba bien por última vez?
    ¿Se le cae un lado de la cara cuando sonríe?
    ¿Puede levantar los dos brazos y repetir una frase corta?
    ¿Hay alguien con la persona, y en qué dirección?
card-anaphylaxis =
    ¿Le cuesta respirar o tragar, o se le hincha la lengua o la garganta?
    ¿Qué comió o tomó, o qué le picó, y cuándo?
    ¿Hay un inyector de adrenalina, y ya lo usaron?
    ¿Hay alguien con la persona, y en qué dirección?
card-bleeding =
    ¿Dónde sangra, y desde cuándo?
    ¿Deja de sangrar cuando aprieta?
    ¿Se siente desmayar, con frío o confundida la persona?
    ¿Hay alguien con ella, y en qué dirección?
card-overdose =
    ¿Qué tomó, cuánto y cuándo?
    ¿Está despierta la persona y respira con normalidad?
    ¿Fue a propósito o por error?
    ¿Hay alguien con ella, y en qué dirección?
card-suicide =
    ¿Está usted a salvo en este momento?
    ¿Piensa en quitarse la vida hoy? ¿Tiene un plan, o con qué hacerlo?
    ¿Hay alguien con usted? ¿Podemos seguir juntos al teléfono?
    ¿En qué dirección está?
card-violence =
    ¿Está usted a salvo en este momento, y puede hablar con libertad?
    ¿Está ahí la persona que le hace daño?
    ¿Hay niños?
    ¿Cómo y cuándo podemos comunicarnos con usted sin peligro?
card-seizure =
    ¿Sigue la convulsión? ¿Desde qué hora?
    ¿Respira la persona, y está despertando?
    ¿Es la primera vez?
    ¿Hay alguien con ella, y en qué dirección?
card-head-injury =
    ¿Qué pasó, y cuándo?
    ¿Perdió el conocimiento, aunque fuera por poco tiempo?
    ¿Ha vomitado, tiene sueño o confusión, o le duele más la cabeza desde entonces?
    ¿Toma anticoagulantes?
card-injury =
    ¿Qué pasó, y cuándo?
    ¿Sangra, está quemado o deformado?
    ¿Está despierta la persona y respira con normalidad?
    ¿En qué dirección?
card-infant-fever =
    ¿Cuántas semanas tiene el bebé?
    ¿Qué temperatura tiene, y cómo y cuándo se la tomaron?
    ¿Está tomando leche, y moja pañales?
    ¿Cuesta despertarlo, o respira rápido?
card-meningitis =
    ¿Tiene fiebre, el cuello rígido, o le molesta la luz?
    ¿Tiene manchas? ¿Siguen ahí cuando aprieta un vaso encima?
    ¿Está confundida la persona, o cuesta despertarla?
    ¿Desde cuándo?
card-pregnancy =
    ¿Cuántas semanas de embarazo tiene, o cuánto hace del parto?
    ¿Cuánto sangra, y tiene dolor?
    ¿Cuándo se movió el bebé por última vez?
    ¿Le duele la cabeza, ve distinto, o tiene hinchadas la cara o las manos?
card-poisoning =
    ¿Qué fue, cuánto y cuándo? Tenga el envase a mano.
    ¿Lo tragó, lo respiró, o le cayó en la piel o los ojos?
    ¿Cómo está ahora la persona: despierta, respira, vomita?
    ¿Qué edad tiene y cuánto pesa?
card-abdominal-pain =
    ¿Dónde le duele, desde cuándo, y empezó de repente?
    ¿Tiene el vientre duro? ¿Vómito, sangre o fiebre?
    ¿Podría estar embarazada la persona?
    ¿Puede ponerse de pie y caminar?
card-testicular-pain =
    ¿A qué hora empezó, y empezó de repente?
    ¿Está hinchado un lado, o más arriba que el otro?
    ¿Hubo un golpe? ¿Vómito o fiebre?
card-sight =
    ¿A qué hora empezó?
    ¿Un ojo o los dos? ¿Toda la vista o una parte?
    ¿Le entró algo en el ojo? ¿Lo enjuagó?
    ¿Tiene debilidad, le cuesta hablar, o le duele mucho la cabeza?
