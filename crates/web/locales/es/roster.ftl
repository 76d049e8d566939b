# Los turnos: quién está al teléfono y qué minutos no atiende nadie.
nav-roster = Turnos
roster-week = { $from } – { $to }
roster-weeks = Semanas
roster-before = Semana anterior
roster-after = Semana siguiente
roster-this = Esta semana
roster-hours = { $from } – { $to }
roster-day-at = { $day }, { $clock }
roster-saved = Guardado.
roster-copied = { $n ->
    [0] No hay nada que copiar: esta semana ya tiene lo que tenía la anterior.
    [one] Se copió un turno o una guardia.
   *[other] Se copiaron { $n } turnos y guardias.
}
roster-posts = Sus teléfonos
roster-sign-in = Conectarse a { $line }
roster-sign-out = Desconectarse de { $line }
roster-since = En línea desde { $since }.
roster-since-until = En línea desde { $since }. Su turno termina: { $until }.
roster-shift-until = Su turno termina: { $until }. Conéctese para que la línea cuente como atendida.
roster-without-shift = Está en línea, pero no tiene turno aquí: la línea no cuenta como atendida por usted.
roster-signed-in = En línea ahora: { $names }.
roster-nobody-signed-in = Nadie está en línea ahora.
roster-off-shift = { $name } (sin turno)
roster-zone = Las horas son las de { $zone }.
roster-held = Ningún minuto sin nadie hasta ahora, de { $week } de esta semana.
roster-bare = { $bare } sin nadie hasta ahora: { $phone } en horas de teléfono, { $after } fuera de ellas, de { $week } de esta semana.
roster-nothing-yet = Todavía no se ha medido nada de las { $week } de esta semana.
roster-ahead = En lo que queda de la semana hay { $length } sin nadie previsto.
roster-next = No hay nadie previsto desde { $from } hasta { $to }. Añada un turno, ponga a alguien de guardia o indique un servicio de respuesta.
roster-strip = Quién atiende la línea, por días
roster-strip-of = Quién atiende { $line }
roster-shifts-of = Turnos en { $line }
roster-strip-hours = Horas del día
roster-strip-bare = Sin nadie
roster-day-label = Horas de teléfono: { $phone }. { $said }
roster-legend-people = personas en turno
roster-legend-on-call = de guardia
roster-legend-answering = servicio de respuesta
roster-legend-nobody = nadie
roster-legend-unmeasured = sin medir
roster-shifts = Turnos
roster-who = Quién
roster-break = Descanso { $hours }
roster-away-sick = Por enfermedad
roster-away-off = Día libre
roster-away-swap = Cambio
roster-instead = { $away }: lo cubre { $name }
roster-nobody-instead = { $away }: no lo cubre nadie
roster-stands-in = Usted cubre a { $name }
roster-shift-label = { $name }, { $day }, { $hours }: cambiar
roster-no-shifts = No hay turnos esta semana.
roster-no-lines = Todavía no hay líneas de teléfono
roster-no-lines-help = Una persona administradora añade las líneas en la configuración. Después se pueden anotar turnos aquí.
roster-unmeasured = Líneas sin turnos
roster-unmeasured-help = Nadie puede decir si están atendidas. Cada una se mide desde su primer turno, guardia o servicio de respuesta.
roster-add = Añadir un turno
roster-add-help = Un turno se repite cada semana en los días que usted elija, hasta que termine. Todavía no hace falta que nadie se conecte.
roster-add-do = Añadir el turno
roster-choose = Elija
roster-field-member = Quién
roster-field-line = Línea
roster-field-lines = Líneas
roster-field-days = Días
roster-field-hours = Horas
roster-field-breaks = Descansos
roster-field-from = Desde
roster-field-until = Hasta
roster-field-instead = Quién lo cubre
roster-field-name = Nombre
roster-field-number = Número
roster-help-hours = Por ejemplo 8:00-17:00. Una noche es 22:00-6:00.
roster-help-breaks = Por ejemplo 12:00-12:30, 15:00-15:15. Entonces no hay nadie al teléfono.
roster-help-until = El último día, si lo hay.
roster-help-instead = Primero aparecen quienes no tienen turno a esa hora.
roster-day-title = { $name }, { $day }
roster-this-day = Solo este día
roster-nobody = Todavía nadie
roster-has-shift = { $name } (tiene turno a esa hora)
roster-sick = Enfermedad
roster-off = Día libre
roster-swap = Cambio
roster-back = Como siempre
roster-over = Este día ya pasó: queda como se midió.
roster-another = Cambiar el turno desde este día
roster-another-help = Lo anterior queda como estaba. Desde el día que elija, el turno es el nuevo.
roster-another-do = Cambiar el turno
roster-end = Terminar el turno
roster-end-help = Ya no se repite. Lo anterior queda como estaba.
roster-end-from = Terminar antes de este día
roster-end-after = Terminar después de este día
roster-mine = Mis turnos
roster-of = Turnos de { $name }
roster-mine-help = Esta página solo la ven usted y quienes dirigen la recepción.
roster-mine-none = No hay turnos en las próximas cuatro semanas.
roster-week-of = Semana del { $day }
roster-kept = Esta semana hasta ahora: { $kept } en línea, de { $shift } de turno.
roster-on-call = De guardia
roster-on-call-help = Fuera del horario, quien está de guardia atiende la línea. Las palabras de peligro le suenan primero.
roster-on-call-change = Cambiar quién está de guardia
roster-no-duties = Nadie está de guardia.
roster-now = ahora
roster-all-lines = Todas las líneas
roster-duty-add = Poner a alguien de guardia
roster-duty-do = Poner de guardia
roster-duty-end = Terminar
roster-duty-end-of = Terminar la guardia de { $name }
roster-answering = Servicio de respuesta de { $line }
roster-answering-help = Fuera del horario atiende la línea, y esos minutos cuentan como atendidos. Deje el nombre vacío si nadie contesta.
roster-answering-change = Cambiar el servicio de respuesta
roster-answering-do = Guardar
roster-service = Servicio de respuesta: { $name }, { $hours }.
roster-no-service = No hay servicio de respuesta.
roster-always = siempre
roster-service-field-name = Nombre
roster-service-field-number = Número
roster-service-field-hours = Horas
roster-service-help-name = Por ejemplo, el nombre de la empresa.
roster-service-help-number = A dónde se desvían las llamadas; puede quedar vacío.
roster-service-help-hours = Por ejemplo mon-fri 17:00-24:00; sat 0:00-24:00. Vacío si es siempre.
roster-copy = Copiar la semana anterior
roster-copy-help = Los turnos y guardias de la semana anterior que falten se anotan solo para esta semana, con quien de verdad los hizo.
roster-copy-do = Copiar en esta semana
roster-need-phone = horas de teléfono
roster-need-after-hours = fuera del horario

# Teléfonos siempre atendidos, en la primera página y en su definición.
coverage-without = sin nadie esta semana
coverage-apart = { $phone } en horas de teléfono, { $after } fuera de ellas
coverage-next = próximo hueco: { $line }, { $when }
coverage-no-gap = ningún hueco previsto en las próximas dos semanas
coverage-left-out = { $n ->
    [one] una línea no tiene turnos
   *[other] { $n } líneas no tienen turnos
}
coverage-chart = Minutos sin nadie, los últimos siete días: { $numbers }
act-coverage-bare = Nadie está en { $line } desde { $when }.
act-coverage-bare-after = Nadie contesta { $line } desde { $when }.
act-coverage-more = { $n ->
    [one] Otra línea tampoco tiene a nadie.
   *[other] Otras { $n } líneas tampoco tienen a nadie.
}
act-coverage-here = Tienen turno ahí, pero no están en línea: { $names }.
act-coverage-elsewhere = Tienen turno en otra línea y podrían atenderla: { $names }.
act-coverage-nobody = Nadie más tiene turno. Atienda usted la línea o llame a alguien.
act-coverage-take = Que alguien se conecte, por favor.
act-coverage-on-call = Ponga a alguien de guardia o indique un servicio de respuesta.
act-coverage-gap = No hay nadie previsto en { $line } desde { $from } hasta { $to }.
act-coverage-gap-after = No hay nadie de guardia para { $line } desde { $from } hasta { $to }.
act-coverage-plan = Todavía hay tiempo para prever a alguien.
act-coverage-do = Abrir los turnos
figure-coverage-phone = En horas de teléfono
figure-coverage-after = Fuera del horario
figure-coverage-ahead-phone = Huecos previstos, horas de teléfono
figure-coverage-ahead-after = Huecos previstos, fuera del horario
figure-coverage-line = Línea
figure-coverage-from = Desde
figure-coverage-length = Cuánto
figure-coverage-need = Cuándo
figure-coverage-standing = Qué pasó
coverage-line = { $bare } de { $measured }
coverage-no-roster = sin turnos: no se mide
coverage-outcome-bare = no la atendió nadie
coverage-outcome-planned = no hay nadie previsto
coverage-rows = { $n ->
    [0] Ningún minuto sin nadie esta semana, ni pasado ni previsto
    [one] La única vez sin nadie esta semana
   *[other] Las { $n } veces sin nadie esta semana
}
coverage-rows-day = { $n ->
    [0] Ningún minuto sin nadie: { $day }
    [one] La única vez sin nadie: { $day }
   *[other] Las { $n } veces sin nadie: { $day }
}
past-coverage = Minutos sin nadie en cada uno de los últimos { $days } días
key-roster = Turnos
key-sign-in = Conectarse al teléfono o desconectarse
changes-of-roster = Turnos
setting-shift = Turno
setting-day = Día de un turno
setting-duty = Guardia
setting-answering = Servicio de respuesta
roster-bar = Nadie atiende { $line } ahora.
roster-bar-more = Nadie atiende { $line } ahora, ni otras { $n }.
