# Encuestas: la pregunta y su página, la carta que pregunta, lo que ve la gerencia y lo que configura.

# La página de un enlace.
survey-title = ¿Nos recomendaría?
survey-question = ¿Recomendaría { $practice } a su familia o a sus amistades?
survey-scale = De 0 a 10
survey-least = nada probable
survey-most = muy probable
survey-why = Preguntamos para saber qué debemos mejorar. Su atención será la misma, responda lo que responda y aunque no responda.
survey-thanks = Gracias
survey-given = Su respuesta: { $score } de 10.
survey-comment = ¿Cuál es el motivo de su respuesta?
survey-comment-help = Con sus propias palabras. Por favor, no escriba aquí lo que necesite ayuda hoy: llámenos.
survey-call = Por favor, llámenme sobre esto
survey-sent = Gracias. Leemos cada palabra.
survey-settled = Su respuesta ya cuenta y no se puede cambiar. Si quiere añadir algo, escríbanos o llámenos.
survey-friend = ¿Conoce a alguien que busque un consultorio como el nuestro?
survey-friend-help = Háblele de { $practice }:
survey-again = Cambiar su respuesta
survey-not-you = ¿No es para usted?
survey-not-you-help = Este enlace era para la persona a quien escribimos. Si alguien se lo reenvió, cierre esta página. Para todo lo demás le atendemos con gusto por teléfono.
survey-decline = Por favor, no pregunten más en esta dirección
survey-declined = No volveremos a preguntar en esta dirección.
survey-expired = Esta pregunta está cerrada
survey-expired-lead = El enlace sirvió durante un mes. Si quiere decirnos algo, escríbanos o llámenos: todavía nos interesa.
survey-write = Escribirnos
survey-field-score = Su respuesta
survey-field-comment = El motivo
survey-field-wish = Llamada
fault-shape-score = Elija uno de los números de 0 a 10.
ask-for-score = Elija uno de los números de 0 a 10.

# La carta.
letter-subject-survey = { $practice }: una pregunta para usted
letter-text-survey =
    { $practice } quisiera hacerle una pregunta. Se responde con dos toques:
    { $link }

    El enlace es solo para usted y sirve durante un mes. Si prefiere que no le preguntemos, la misma página tiene un botón para ello. Para proteger su privacidad, este correo no dice nada más.
letter-name-survey = Encuesta

# Lo que ve la gerencia.
survey-answers = ¿Nos recomendarían los pacientes?
survey-points = puntos
survey-sure = con seguridad entre { $low } y { $high }
survey-none = Nadie ha respondido en los últimos 90 días.
survey-few = { $n ->
    [one] Solo una respuesta: una más puede mover mucho la puntuación.
   *[other] Solo { $n } respuestas: una más puede mover la puntuación.
}
survey-complaints = { $n ->
    [one] Una persona que no nos recomendaría espera nuestra respuesta
   *[other] { $n } personas que no nos recomendarían esperan nuestra respuesta
}
survey-off = Ahora no se pregunta a nadie.
survey-off-do = Elegir a quién se pregunta y cuándo
survey-filter = Elegir qué respuestas ver
survey-any = Todas
survey-by-location = Sede
survey-by-doctor = Profesional
survey-by-door = Vía de entrada
survey-by-group = Grupo
survey-by-month = Mes
survey-comments-only = Solo las que tienen comentario
survey-window = Los últimos 90 días
survey-of = { $n } ({ $share })
survey-spread = Cada puntuación
survey-months = Mes a mes
survey-trend = Puntos de cada mes, de −100 a 100, con la franja segura al 95 %; a trazos, los { $target } que queremos
survey-month = { $month } de { $year }
survey-said = Lo que dijeron
survey-empty-on = Todavía no hay respuestas. Las cartas salen según la configuración; las respuestas aparecen aquí al momento.
survey-empty-off = Todavía no hay respuestas. Aparecerán aquí cuando se pregunte a los pacientes o se importen.
survey-more = Respuestas anteriores
survey-group-promoter = nos recomendaría
survey-group-passive = no lo tiene claro
survey-group-detractor = no nos recomendaría
survey-from-request = tras una solicitud ({ $door })
survey-from-visit = tras una visita
survey-from-import = importada
survey-wants-call = Quiere que le llamen.
survey-waits = espera a alguien
survey-waits-for = espera a { $name }
survey-answered = respondida
survey-answered-by = respondida por { $name }
door-of-survey = encuesta

# La promesa.
nps-none = todavía sin respuestas en los últimos 90 días
nps-sure = con seguridad de { $low } a { $high } puntos
nps-of = { $n ->
    [one] una respuesta
   *[other] { $n } respuestas
}
nps-few = pocas respuestas
nps-rate = respondió el { $share } de las personas preguntadas
nps-figure-answers = Respuestas
nps-figure-promoters = 9 y 10
nps-figure-passives = 7 y 8
nps-figure-detractors = De 0 a 6
nps-figure-points = Puntos
nps-figure-low = Seguro al 95 %: desde
nps-figure-high = Seguro al 95 %: hasta
nps-figure-target = Meta: al menos
nps-figure-asked = Preguntados
nps-figure-rate = De ellos, respondieron
nps-figure-complaints = Descontentos que nos esperan
nps-figure-needed = Respuestas así que bastarían
nps-figure-outlook = Extremo bajo tras un mes como el último
nps-past = Puntos de cada mes, de −100 abajo a 100 arriba. Un mes solo se da por cumplido o incumplido cuando su propio intervalo lo asegura.
nps-mark = meta: { $target }
nps-rows = Las últimas respuestas
nps-row-when = Respuesta
nps-row-score = Puntuación
nps-row-group = Grupo
chart-months = Puntos por mes: { $numbers }; meta { $target }
act-nps-broken = Nos recomiendan con seguridad menos pacientes de lo prometido: { $low } puntos; la meta es { $target }.
act-nps-risk = Tras un mes como el último solo serían seguros { $low } puntos; la meta es { $target }.
act-nps-complaints = { $n ->
    [one] Una persona que no nos recomendaría espera respuesta. Es lo primero.
   *[other] { $n } personas que no nos recomendarían esperan respuesta. Son lo primero.
}
act-nps-needed = La puntuación la supera, pero han respondido pocos: bastarían { $n } respuestas como estas.
act-nps-read = Nadie espera respuesta. Lea lo que dijeron y cambie lo que se repite.
act-nps-see = Leer las respuestas
act-nps-answer = Responderles

# Lo que se configura.
settings-title-surveys = Encuestas
settings-holds-surveys = A quién se pregunta si los recomendaría, después de qué, cada cuánto y con qué palabras; y quién atiende a quienes no lo harían.
changes-of-surveys = Encuestas
surveys-state-off = No se pregunta a nadie
surveys-state-requests = Se pregunta tras una solicitud
surveys-state-visits = Se pregunta tras una visita
surveys-state-both = Se pregunta tras una solicitud o una visita
surveys-trigger-requests = Cuando se resuelve una solicitud
surveys-trigger-visits = Después de una visita
surveys-trigger-both = Después de cualquiera de las dos
surveys-owner-manager = Alguien de la gerencia
surveys-no-mail = Todavía no se puede preguntar a nadie
surveys-no-mail-help = La pregunta sale por correo, y el correo no está configurado.
setting-surveys-on = Preguntar a los pacientes si nos recomendarían
setting-surveys-trigger = Cuándo
setting-surveys-delay-hours = Horas hasta la carta
setting-surveys-cooldown-days = Días hasta volver a preguntar en un hogar
setting-surveys-percent = Parte que se sortea, en porcentaje
setting-surveys-from = Las cartas salen desde las
setting-surveys-until = y hasta las
setting-surveys-target = Puntos que usted quiere
setting-surveys-owner = Quién atiende a quienes no los recomendarían
setting-surveys-question-en = La pregunta en inglés
setting-surveys-question-es = La pregunta en español
setting-help-surveys-on = A nadie se le pregunta por algo delicado sin un canal confidencial, en una dirección que pidió que no la molesten o donde haya una orden judicial.
setting-help-surveys-delay-hours = De 0 a 336.
setting-help-surveys-cooldown-days = Quienes comparten una dirección o un paciente son un solo hogar.
setting-help-surveys-percent = Nadie elige a quién: resulta de un número secreto del consultorio, de la persona y del periodo.
setting-help-surveys-from = En su propio reloj, como 9:00.
setting-help-surveys-until = En su propio reloj, como 19:00.
setting-help-surveys-target = De −100 a 100. La promesa se cumple cuando el extremo bajo del intervalo del 95 % llega a esa cifra.
setting-help-surveys-question-en = Vacía: la pregunta habitual en inglés.
setting-help-surveys-question-es = Vacía: «¿Nos recomendaría a su familia o a sus amistades?». A todos se les pregunta con las mismas palabras.
fault-shape-surveys-from = Escriba la hora como 9:00.
fault-shape-surveys-until = Escriba la hora como 19:00.
fault-taken-surveys-until = El final debe ser posterior al comienzo.
fault-shape-surveys-delay-hours = Escriba un número de 0 a 336.
fault-shape-surveys-cooldown-days = Escriba un número de 1 a 1098.
fault-shape-surveys-percent = Escriba un número de 1 a 100.
fault-shape-surveys-target = Escriba un número de -100 a 100.
