# Personas y pacientes.
nav-people = Personas
seek-label = Nombre, teléfono, correo, número de expediente o fecha de nacimiento
seek-help = Al menos dos letras; basta el comienzo de las palabras.
seek-do = Buscar
found-nobody = No se encontró a nadie
found-nobody-help = Busque con menos letras o agréguelo abajo.
found-more = Hay más: escriba más del nombre.
found-person = solicitante
found-asked = última solicitud: { $when }, #{ $number }
found-patient = paciente
found-joined = unido a otro nombre
born = nacimiento: { $date }
record-is = expediente { $number }
people-add = Agregar
people-save = Guardar
people-remove = Quitar
people-field-q = La búsqueda
people-field-name = Nombre
people-field-phone = Teléfono
people-field-email = Correo electrónico
people-field-address = Número de teléfono o correo electrónico
people-field-language = Idioma
people-field-born = Fecha de nacimiento
people-field-record-number = Número de expediente
people-field-kind = Relación
people-field-until = Hasta el día, sin incluirlo
people-field-how = Cómo
people-field-outcome = Resultado
people-field-words = En palabras
people-field-at = Día y hora
people-field-reason = El motivo
people-field-what = Para qué
people-field-can = Cuándo pueden venir
people-field-part = Parte del día
people-field-location = Dónde
people-field-person = Quién pregunta
person-new = Persona nueva
person-new-lead = Alguien que pregunta: por sí mismo, por un hijo, por alguien a quien cuida.
person-set = Nombre e idioma
person-language-help = Todo mensaje para esta persona se escribe en este idioma.
person-open = Su página
known-since = la conocemos desde: { $date }
patient-new = Paciente nuevo
patient-new-lead = La persona de quien tratan las solicitudes. Un número de expediente es de un solo paciente.
patient-new-for = Agregar un paciente que aún no está aquí
patient-set = Nombre, fecha de nacimiento, expediente
relation-new-help = Puede verificarla en su página.

# Cómo contactarlos.
point-add = Agregar un número o correo
point-set = Cambiar
point-unused = no usar
shared = { $n ->
    [100] 100 personas o más usan este número o correo. No dice quién llama o escribe.
   *[other] { $n } personas usan este número o correo. No dice quién llama o escribe.
}
confidential = vía confidencial
confidential-only = Pidió que la contacten así y de ninguna otra manera
confidential-title = Contáctela solo por la vía confidencial
confidential-help = Así lo pidió y la ley se lo concede (45 CFR 164.522(b)). No use ningún otro número ni correo.

# Quién es de quién.
relations = Pacientes por quienes pregunta
relations-none = Todavía no se conoce ningún paciente.
relation-self = el propio paciente
relation-parent = madre o padre
relation-guardian = tutor legal
relation-carer = cuidador
relation-no-access = sin acceso, por orden judicial
relation-standing-barred = sin acceso
relation-standing-verified = verificada
relation-standing-unverified = sin verificar
relation-standing-ended = terminada
relation-set = Cambiar
relation-add = Agregar la relación
relation-verified = Vi los documentos o me consta con certeza
relation-until-help = Si queda vacío, la de madre o padre termina al cumplir 18 años y las demás no tienen fin.
verified-by = verificada por { $name }, { $when }
until = hasta: { $date }
barred-from = { $name } no tiene acceso a { $patient }, por orden judicial
barred-from-help = No le diga nada de este paciente: ni citas, ni respuestas, ni siquiera si es paciente aquí.
barred-here = { $name } no tiene acceso a { $patient }, por orden judicial
barred-here-help = No le diga nada de este paciente. Su enlace le muestra solo sus propias palabras y le pide que llame. Hable con su gerente antes de responder.
barred-maybe = Por orden judicial, { $name } no tiene acceso a { $patient }
barred-maybe-help = Averigüe de quién se trata antes de responder.
barred-warning = Lo que escriba aquí no se le muestra: una orden judicial le impide el acceso a este paciente. Hable antes con su gerente.
connect = Agregar un paciente o unir a la misma persona
connect-help = Busque al paciente por quien pregunta o la otra página de esta misma persona.
people-of = Personas que preguntan por este paciente
people-of-help = Las relaciones se cambian en la página de la persona.

# Dos páginas de una persona.
one-title = La misma persona dos veces
one-help = Unir no mueve nada y se puede deshacer. Cada enlace sigue mostrando solo su propia solicitud.
one-joined = unida
one-undo = Deshacer
one-alike = mismo número o correo
one-do = Es la misma persona: unir

# Sus solicitudes, y de quién se trata.
requests-of = Sus solicitudes
requests-of-none = Todavía no ha preguntado nada.
requests-about = Solicitudes sobre este paciente
requests-about-none = Todavía nadie ha preguntado por este paciente.
requests-older = Anteriores
about-whom = De quién se trata
about-unset = Todavía nadie lo dijo.
about-somebody = Decir de quién se trata
about-typed = escribió:
about-help = Lo que alguien escribe no prueba nada: elija usted al paciente. Solo se muestra en recepción.
about-now = Ahora:
about-nobody = Nadie conocido
about-theirs = Pacientes por quienes pregunta
about-this = Es este paciente
about-choose = Se trata de { $name }
about-other = Otro paciente

# El expediente.
chart-open = Abrir el expediente
copy-title = Copiar para el expediente
copy-help = Lo que dijeron ambas partes, en la hora del consultorio. Las notas del equipo se quedan aquí. Queda anotado que usted lo copió.
copy-text = La conversación
copy-done = Copiado para el expediente
copy-asked-by = Pregunta: { $name }
copy-about = Paciente: { $name }
copy-zone = Horas en { $zone }
status-barred = Por favor, llámenos
status-barred-help = No podemos responder a esto aquí.

# Por agendar.
nav-schedule = Por agendar
schedule-said = { $n ->
    [0] Nadie espera que se acuerde una cita.
    [one] Hay una cita por acordar.
   *[other] Hay { $n } citas por acordar; quien más ha esperado está arriba.
}
schedule-view-all = Todas
schedule-view-mine = Mías
schedule-view-ended = Agendadas o retiradas
schedule-empty-all = No hay nada por agendar
schedule-empty-mine = Aquí nada es suyo
schedule-empty-ended = Todavía no se agendó ni se retiró nada
schedule-empty-help-all = Ponga aquí una solicitud con la tecla s en su página, o empiece en la página de una persona.
schedule-empty-help-mine = Una es suya cuando usted hace el primer intento o alguien se la asigna.
schedule-empty-help-ended = Lo que se agenda o se retira aparece aquí, lo último primero.
schedule-filter = Mostrar
schedule-anywhere = Cualquier sede
schedule-by = pregunta
schedule-by-hand = Buscar a quién agendar
schedule-add = Poner en la lista por agendar
schedule-do = Poner en la lista
schedule-more = Días y más
schedule-for = Para quién
schedule-themselves = La propia persona, o no se sabe
schedule-field-what = Para qué
schedule-field-can = Cuándo pueden venir
schedule-field-part = Parte del día
schedule-field-location = Dónde
schedule-field-person = Quién pregunta
schedule-can-help = En sus palabras: después de la escuela, no la semana del 9.
schedule-days = Qué días
schedule-days-help = Sin marcar, cualquiera.
schedule-part-any = A cualquier hora
schedule-part-morning = Por la mañana
schedule-part-afternoon = Por la tarde
schedule-part-evening = Tarde, después de la escuela o del trabajo
schedule-waits-since = espera desde: { $when }
schedule-booked-for = agendada para: { $when }
schedule-told-open = Puesta en la lista por agendar
schedule-told-booked = Se agendó una cita
schedule-told-dropped = Retirada de la lista por agendar
schedule-no-try = Todavía nadie lo ha intentado.
schedule-last-try = { $n ->
    [one] un intento, { $when }: { $outcome }
   *[other] { $n } intentos, el último { $when }: { $outcome }
}
schedule-next = Qué hacer ahora
schedule-try = Lo intenté
schedule-tries = Intentos
schedule-how-phone = Por teléfono
schedule-how-writing = Por escrito
schedule-how-in-person = En persona
schedule-outcome-no-answer = no contestó
schedule-outcome-left-message = se dejó un mensaje
schedule-outcome-calls-back = va a llamar
schedule-outcome-no-date = ninguna fecha le convino
schedule-outcome-wrong = número o correo equivocado
schedule-book = Agendada
schedule-reply-draft = Preparar una respuesta que lo diga
schedule-reply = Su cita es el { $day } a las { $clock }. Si no puede venir, avísenos, por favor.
schedule-drop = Retirar de la lista
schedule-reason-not-needed = ya no necesita cita
schedule-reason-unreached = nunca se logró contactar
schedule-reason-elsewhere = va a otro lugar
schedule-reason-twice = estaba dos veces
schedule-edit = Cambiar lo que dice
schedule-reopen = Volver a ponerla en la lista
day-at = { $day }, { $clock }

# Por qué se rechaza algo.
refusal-people-changed = Un colega lo cambió mientras tanto. Abajo está como es ahora; lo que usted escribió sigue en sus campos. Revise ambos y guarde otra vez.
refusal-people-same = Es la misma página.
refusal-people-joined = Una de las dos ya está unida a alguien. Deshaga eso primero.
refusal-people-has-joined = Hay otras personas unidas a esa página. Únalas desde allí, al revés.
refusal-people-two-selves = Cada una es un paciente distinto: son dos personas.
refusal-people-not-joined = No están unidas.
refusal-people-share-requests = Hay solicitudes de ambas unidas. Sepárelas primero, para que ninguna lea las respuestas de la otra.
refusal-people-order-stands = Solo un clínico o un gerente puede levantar o acortar una orden judicial.
refusal-people-too-many = Es más de lo que una persona puede tener aquí. Quite lo que ya no se usa.
refusal-schedule-changed = Un colega lo cambió mientras tanto. Abajo está como es ahora; mírelo y hágalo de nuevo si sigue siendo correcto.
refusal-schedule-done = Ya está agendada o retirada.
refusal-schedule-already-open = Ya está en la lista.
refusal-schedule-in-past = Ese día ya pasó. Elija hoy o más adelante.
refusal-schedule-twice = Esta solicitud ya está en la lista.
refusal-schedule-too-many-tries = Ya son bastantes intentos: agéndela o retírela de la lista.

key-whom = decir de quién se trata
key-chart = abrir el expediente
key-copy = copiar para el expediente
key-schedule = poner en la lista por agendar
key-book = anotar una cita
key-people = personas
key-to-schedule = la lista por agendar
settings-title-chart = Expediente
settings-holds-chart = Cómo se abre el expediente de un paciente en su sistema.
setting-chart = Dirección de un expediente
setting-help-chart = Empieza con https y contiene {"{"}record_number{"}"} una vez, donde va el número. Vacío: no se muestra ningún enlace.
chart-state-set = Un enlace abre el expediente de cada paciente.
chart-state-none = Sin definir: no se muestra ningún enlace.
fault-shape-chart = La dirección debe empezar con https, nombrar un servidor y contener una vez el lugar del número de expediente
fault-shape-born = La fecha de nacimiento no se entiende o está en el futuro
