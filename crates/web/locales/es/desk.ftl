# Lo que lee el personal en su puesto.
nav-desk = Puesto
nav-today = Hoy
nav-queue = Cola
nav-start = Nueva solicitud
nav-more = Más
nav-desks = Otros consultorios
patient-page = Ábrala como la ven los pacientes
sign-out = Salir

keys = Teclas
keys-on = Las teclas sueltas funcionan en este aparato
key-walk = solicitud siguiente y anterior
key-open = abrirla
key-start = anotar una solicitud nueva
key-queue = la cola
key-today = Hoy
key-reply = responder
key-note = escribir una nota que el paciente no ve
key-spoken = anotar una respuesta dada por teléfono o en persona
key-attempt = anotar una llamada que no encontró a nadie
key-assign = asignar
key-snooze = posponer
key-close = cerrar
key-undo = retirar una respuesta
key-send = enviar lo que escribe
key-leave = salir de un campo; lo escrito queda

sign-in-title = Entrar
sign-in-lead = El puesto es para el personal del consultorio.
sign-in-patient = Soy paciente
sign-in-login = Correo electrónico
sign-in-password = Contraseña
sign-in-do = Entrar
sign-in-founded = El consultorio está fundado. Entre para abrir su puesto.
sign-in-lapsed = Su sesión terminó entretanto
sign-in-lapsed-help = Lo que escribió no se envió. Aquí está, para copiarlo; luego entre y envíelo de nuevo.
sign-in-wrong = Ese correo y esa contraseña no van juntos
sign-in-wrong-help = Revise ambos e inténtelo de nuevo. Tras cinco contraseñas equivocadas la cuenta espera un minuto.
sign-in-locked = Demasiadas contraseñas equivocadas
sign-in-locked-help = Inténtelo de nuevo en { $wait }. Si olvidó la contraseña, pida una nueva a su administrador; mientras tanto, a los pacientes se les atiende por teléfono.

desks-title = ¿Qué puesto?
desks-none = Ya no se abre ningún puesto para usted. Pregunte a su administrador.

set-up-title = Prepare su consultorio
set-up-lead = Los datos se escriben una vez; páginas, relojes y respuestas los leen de aquí. Puede cambiarlos después.
set-up-practice = El consultorio
set-up-you = Usted, quien lo administra
set-up-do = Fundar el consultorio
set-up-name = Nombre del consultorio
set-up-slug = Dirección de sus páginas
set-up-help-slug = por ejemplo harbor: los pacientes lo encuentran en /harbor
set-up-phone = Teléfono para pacientes
set-up-emergency-number = Número de emergencias
set-up-timezone = Zona horaria
set-up-hours = Horario
set-up-help-hours = por ejemplo Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-12:00, o 24/7. Sin horario no se puede recibir ninguna solicitud.
set-up-country = País
set-up-help-country = dos letras, por ejemplo US
set-up-locale = Idioma
set-up-your-name = Su nombre
set-up-login = Su correo electrónico, para entrar
set-up-password = Contraseña
set-up-password-help = al menos { $limit } caracteres: una frase es lo más fácil de recordar

# Listas.
views = Listas
view-all = Nos esperan
view-mine = Mías
view-team = De mi equipo
view-unowned = De nadie
view-waiting = Esperan al paciente
view-snoozed = Pospuestas
view-resolved = Resueltas
queue-said-all = { $n ->
    [0] Nadie nos espera.
    [one] Una solicitud nos espera.
   *[other] { $n } nos esperan; arriba, la que vence primero.
}
queue-said-mine = { $n ->
    [0] Nada le espera a usted.
    [one] Una solicitud le espera a usted.
   *[other] { $n } le esperan a usted; arriba, la que vence primero.
}
queue-said-team = { $n ->
    [0] Nada espera a su equipo.
    [one] Una solicitud espera a su equipo.
   *[other] { $n } esperan a su equipo; arriba, la que vence primero.
}
queue-said-unowned = { $n ->
    [0] Cada solicitud tiene a alguien.
    [one] Una solicitud no tiene a nadie todavía.
   *[other] { $n } no tienen a nadie todavía; arriba, la que vence primero.
}
queue-said-waiting = { $n ->
    [0] No esperamos a nadie.
    [one] Esperamos a un paciente.
   *[other] Esperamos a { $n } pacientes.
}
queue-said-snoozed = { $n ->
    [0] Nada está pospuesto.
    [one] Una solicitud está pospuesta.
   *[other] { $n } están pospuestas.
}
queue-said-resolved = { $n ->
    [0] Nada está resuelto todavía.
    [one] Una solicitud está resuelta.
   *[other] { $n } están resueltas.
}
empty-all = Ninguna solicitud está abierta
empty-mine = Ninguna solicitud es suya
empty-team = Ninguna solicitud es de su equipo
empty-unowned = Cada solicitud tiene a alguien
empty-waiting = No esperamos a ningún paciente
empty-snoozed = Nada está pospuesto
empty-resolved = Nada está resuelto todavía
empty-help-all = Lo que los pacientes preguntan en la página del consultorio aparece aquí al momento.
empty-help-mine = Una solicitud es suya cuando la responde o alguien se la da.
empty-help-team = Una solicitud es de su equipo cuando alguien se la da al equipo.
empty-help-unowned = Las solicitudes nuevas aparecen aquí hasta que alguien las responde o las toma.
empty-help-waiting = Una solicitud espera a su paciente tras una respuesta que le pregunta algo.
empty-help-snoozed = Una solicitud que pospone vuelve sola y está aquí hasta entonces.
empty-help-resolved = Una solicitud está resuelta cuando se ha respondido y cerrado.
count-or-more = { $n } o más
door-of-web = web
door-of-phone = teléfono
door-of-counter = mostrador
door-of-import = importada
kind-of-scheduling = Cita
kind-of-clinical = Salud
kind-of-refill = Receta
kind-of-referral = Derivación
kind-of-billing = Factura
kind-of-records = Expediente
kind-of-complaint = Queja
kind-of-other = Otra cosa
urgent = urgente
urgency-urgent = Urgente, hoy
urgency-normal = Normal
urgency-can-wait = Puede esperar
about = para { $who }
words-hidden = Solo para clínicos
clock-late = { $length } tarde
clock-left = tiempo abierto: { $length }
standing-new = nueva
standing-open = abierta
standing-waiting = espera al paciente
standing-snoozed = pospuesta
standing-snoozed-until = pospuesta hasta: { $when }
standing-resolved = resuelta
standing-closed = cerrada

# Una solicitud.
asked-at = preguntó: { $when }
interpreter = necesita intérprete
earlier = { $n ->
    [one] Una solicitud anterior.
   *[other] { $n } solicitudes anteriores.
}
hidden-title = Estas palabras son solo para clínicos
hidden-help = Ve quién pregunta y cuánto espera. Désela a un clínico para que la responda.
entry-waits = respuesta, sale en un momento
entry-reply-writing = respuesta
entry-reply-phone = respuesta por teléfono
entry-reply-in-person = respuesta en persona
entry-attempt = intento por teléfono, no había nadie
entry-note = nota, el paciente no la ve
entry-automatic = Automático
thanks-only = Tomado como gracias: no empezó ningún reloj.
thanks-more = Pide algo más
reply-to = Responder a { $name }
send-to = Enviar a { $name }
then = Después
then-wait = después esperar al paciente
then-open = después dejarla abierta
then-close = después cerrarla
spoken-title = Respondido por teléfono o en persona
spoken-help = Habló con el paciente: esto responde la solicitud.
spoken-words = Lo que se dijo
spoken-via = Cómo
spoken-phone = Por teléfono
spoken-in-person = En persona
spoken-do = Anotarlo
attempt-title = Llamada sin encontrar a nadie
attempt-help = Buzón de voz o sin respuesta: es un intento, y el reloj sigue.
attempt-words = Lo que pasó
attempt-do = Anotar el intento
note-title = Nota solo para el equipo
note-words = Nota para el equipo
note-do = Guardar la nota
field-words = El texto
field-finding = Lo que se halló
field-via = Cómo se dijo
field-then = Lo que sigue
field-reason = El motivo
field-key = El formulario
side = Sobre esta solicitud
who-answers = Quién responde
assign = Asignar
assign-me = La tomo yo
assign-to = A
assign-team = Equipo
no-team = Ningún equipo
later = Más tarde
snooze = Posponer
snooze-help = El reloj sigue: una promesa no se pospone.
snooze-hour = Una hora: { $when }
snooze-tomorrow = La mañana siguiente: { $when }
snooze-monday = El próximo lunes: { $when }
snooze-at = O hasta
close = Cerrar
close-reason = Por qué sin respuesta
close-reason-help = El paciente espera una respuesta.
close-choose = Elija un motivo
reason-spam = Es correo basura
reason-thanks = Solo da las gracias
reason-no-answer-needed = No necesita respuesta
reopen = Traerla de vuelta
reach = Cómo contactar
reach-none = No se conoce dirección ni número.
same-person = También de esta persona
same-person-help = El mismo nombre en la misma dirección: únala si es el mismo asunto.
join = Unirla a esta
merged-into = Esta solicitud se unió a #{ $number }
linked-to = Sigue a #{ $number }, que se cerró
open-number = Abrir #{ $number }
spoke-first-by = { $name } respondió primero
spoke-first-somebody = Un colega respondió primero
spoke-first-patient = El paciente escribió entretanto
undo-before = Sale en
undo = Retirar
obligation-records = Acceso al expediente
obligation-complaint = Queja
obligation-due = Responder hasta: { $date }
obligation-met = Respondida: { $when }
obligation-answer = Responderla
obligation-finding = Lo que se halló
obligation-finding-help = Para el archivo del consultorio; el paciente no lo lee.
obligation-words = Respuesta al paciente
obligation-do = Enviar y cerrar la solicitud

# Una solicitud que empieza el personal.
start-title = Nueva solicitud
start-lead = Alguien al teléfono o en el mostrador. No empieza ningún reloj: está hablando con la persona.
start-interpreter = Necesita intérprete
start-do = Anotarla
start-field-name = Quién pregunta
start-field-phone = Teléfono
start-field-email = Correo electrónico
start-field-about = Sobre quién
start-field-words = Lo que necesita
start-field-kind = De qué se trata
start-field-urgency = Con qué prisa
start-field-language = Idioma
start-field-location = Dónde
