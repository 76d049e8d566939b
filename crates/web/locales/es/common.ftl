# Palabras que comparten todas las páginas.
skip = Saltar a la página
optional = si quiere
send = Enviar
shut = Cerrar
next-page = Página siguiente
first-page = Primera página
pages = Páginas
no-value = –
percent = { $n }{"\u202F"}%
mistakes = { $n ->
    [one] Revise una cosa, por favor
   *[other] Revise { $n } cosas, por favor
}
trap = Deje esto vacío
somebody = Alguien
nobody = Nadie todavía

# Instantes y duraciones.
when-am = { $face } a. m.
when-pm = { $face } p. m.
when-never = nunca
when-tomorrow = mañana { $clock }
when-yesterday = ayer { $clock }
when-by-clock = a las { $clock }
when-by-one = a la { $clock }
when-by-day = el { $day } { $clock }
when-day = { $weekday }, { $date }
when-date = { $day } de { $month }
when-date-year = { $day } de { $month } de { $year }
when-weekday = { $n ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
when-month = { $n ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
length-minutes = { $n } min
length-hours = { $h } h { $m }
length-whole-hours = { $h } h

# Idiomas, por sus códigos.
language-en = inglés
language-es = español

# Lo que dice una puerta.
door-open = Abierto ahora
door-open-until = Abierto ahora hasta { $when }
door-closed = Cerrado ahora
door-closed-until = Cerrado ahora, abre { $when }
door-unknown = Sin horario

# Lo que falla en un campo.
fault-missing = Complete: { $field }
fault-long = { $field }: como máximo { $limit } caracteres
fault-short = { $field }: al menos { $limit } caracteres
fault-control = { $field } contiene un carácter que ningún teclado escribe; escríbalo de nuevo
fault-shape = { $field } no se entiende; revíselo
fault-taken = { $field } ya está en uso; elija otro
ask-for-words = Escriba lo que necesita
ask-for-name = Escriba su nombre
ask-for-email = Dé un número de teléfono o un correo electrónico para que podamos responder
fault-shape-email = El correo electrónico no parece correcto; por ejemplo, nombre@example.org
fault-shape-phone = El número de teléfono no parece correcto; por ejemplo, (512) 555-0100
fault-shape-slug = La dirección puede tener a a z, 0 a 9 y guiones sueltos
fault-shape-hours = Escriba el horario así: Mon-Fri 08:00-17:00; Sat 09:00-12:00, o 24/7

# Tipos de solicitudes, cuando el consultorio no les da otro nombre.
kind-scheduling = Una cita
kind-clinical = Mi salud
kind-refill = Una receta
kind-referral = Una derivación
kind-billing = Una factura
kind-records = Mi expediente
kind-complaint = Una queja
kind-other = Otra cosa
