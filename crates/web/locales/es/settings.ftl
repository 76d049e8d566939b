# Los ajustes: su marco, sus páginas y lo que se cambió.
settings = Ajustes
settings-lead = Los datos se escriben una sola vez; las páginas, los plazos y las respuestas los leen de aquí. De cada cambio queda quién lo hizo.
settings-saved = Guardado.

settings-title-changes = Lo que se cambió
settings-holds-changes = Cada cambio de un ajuste: quién lo hizo, cuándo, cómo estaba y cómo está ahora.
changes-last = Último cambio: { $who }, { $when }.
changes-none = Aún no se cambió nada
changes-none-help = Cuando alguien cambie un ajuste, quedará aquí con quién lo hizo y cómo estaba antes.
changes-filter = Cambios de
changes-all = Todos
changes-now = ahora
changes-was = era
changes-from = de
changes-to = a
changes-by-operator = Alguien con la línea de comandos
changes-by-system = El propio sistema
changes-of-practice = Consultorio
changes-of-location = Sede
changes-of-line = Línea telefónica
changes-of-hours = Horario
changes-of-kind = Tipo de solicitud
changes-of-team = Equipo
changes-of-member = Miembro
changes-of-promises = Promesas
changes-of-words = Textos
changes-of-emergency = Emergencias
changes-of-chart = Historia clínica
changes-of-mail = Correo
changes-kind = Tipo «{ $code }»

settings-save = Guardar
settings-retire = No usar más
settings-raise = Subir
settings-theirs = Ahora dice: { $value }
settings-overtaken = { $name } cambió esto ({ $when }) mientras usted lo tenía abierto
settings-overtaken-help = Abajo está lo que usted escribió. Donde es distinto, lo de la otra persona está junto al campo. Guarde otra vez para dejar lo suyo.
settings-given = { $n ->
    [one] Una solicitud quedó sin responsable
   *[other] { $n } solicitudes quedaron sin responsable
}
settings-given-help = Están en la cola, en la lista «De nadie», donde cualquiera puede tomarlas.

settings-title-hours = Horario
settings-holds-hours = Cuándo atienden el consultorio, las sedes y las líneas telefónicas; los cierres y los días feriados.
settings-title-promises = Promesas
settings-holds-promises = Los números de lo que promete a los pacientes, y qué habrían supuesto otros el mes pasado.
settings-title-kinds = Tipos de solicitudes
settings-holds-kinds = Lo que los pacientes eligen al preguntar, y lo que trae cada tipo.
settings-title-teams = Equipos
settings-holds-teams = Grupos a los que se puede dar una solicitud, y quién está en ellos.
settings-title-words = Textos
settings-holds-words = Lo que los pacientes leen de ustedes: la primera respuesta, el texto fuera de horario, la firma.
settings-title-practice = Consultorio
settings-holds-practice = Su nombre, zona horaria, idioma y teléfonos.
settings-title-locations = Sedes
settings-holds-locations = Dónde se atiende a los pacientes, con dirección, teléfono y zona horaria.
settings-title-lines = Líneas telefónicas
settings-holds-lines = Los números a los que llaman los pacientes, y dónde suenan.
settings-title-members = Personal
settings-holds-members = Quién trabaja aquí, qué puede hacer y en qué equipos está.

promises-state = Respuesta en { $minutes } minutos, el { $percent } % de las veces; menos de { $under } abiertas.
kinds-state = { $n ->
    [one] Se ofrece un tipo.
   *[other] Se ofrecen { $n } tipos.
}
teams-state = { $n ->
    [0] Aún no hay equipos.
    [one] Un equipo.
   *[other] { $n } equipos.
}
words-state = { $n ->
    [0] Se usan los textos del sistema.
    [one] Un texto propio.
   *[other] { $n } textos propios.
}
locations-state = { $n ->
    [0] Aún no hay sedes.
    [one] Una sede.
   *[other] { $n } sedes.
}
lines-state = { $n ->
    [0] Aún no hay líneas telefónicas.
    [one] Una línea telefónica.
   *[other] { $n } líneas telefónicas.
}
members-state = { $n ->
    [one] Una persona trabaja aquí.
   *[other] { $n } personas trabajan aquí.
}

# Los nombres de los campos, en los formularios y en la lista de cambios.
setting-name = Nombre
setting-phone = Teléfono
setting-emergency-number = Número de emergencia
setting-timezone = Zona horaria
setting-country = País
setting-locale = Idioma
setting-address = Dirección
setting-number = Número
setting-location = Sede
setting-order = Orden
setting-used = En uso
setting-code = Palabra breve
setting-days = Días para responder por escrito
setting-clinical-only = Solo el personal clínico lee su contenido
setting-sensitive = Delicado: no se envía nada que diga el motivo
setting-role = Función
setting-signature = Firma al pie de las respuestas
setting-teams = Equipos
setting-members = Integrantes
setting-works-here = Trabaja aquí
setting-week = Semana
setting-closure = Cierre
setting-opening = Apertura
setting-holidays = Días feriados
setting-from = Desde
setting-until = Hasta
setting-reason = Motivo
setting-mon = Lunes
setting-tue = Martes
setting-wed = Miércoles
setting-thu = Jueves
setting-fri = Viernes
setting-sat = Sábado
setting-sun = Domingo
setting-response-minutes = Minutos para responder
setting-response-urgent-minutes = Minutos para responder lo urgente
setting-response-warning-minutes = Minutos antes del final en que un plazo avisa
setting-response-percent = Porcentaje respondido a tiempo que cumple la promesa
setting-waiting-days = Días hasta cerrar una solicitud que espera al paciente
setting-open-under = Solicitudes abiertas que no se deben alcanzar
setting-open-act-above = Solicitudes abiertas a partir de las cuales ayuda alguien más
setting-open-handling-minutes = Minutos de trabajo por solicitud
setting-acknowledgement-en = Primera respuesta, en inglés
setting-acknowledgement-es = Primera respuesta, en español
setting-closed-en = Texto mientras está cerrado, en inglés
setting-closed-es = Texto mientras está cerrado, en español
setting-signature-en = Firma del consultorio, en inglés
setting-signature-es = Firma del consultorio, en español

setting-help-timezone = por ejemplo America/New_York; vacía significa la del consultorio
setting-help-country = dos letras, por ejemplo US
setting-help-locale = por ejemplo en-US o es-US: se usa cuando el navegador no pide otro
setting-help-code = minúsculas, cifras y guiones; no cambia después
setting-help-days = para expedientes y quejas, que una ley manda responder por escrito; vacío si no hay
setting-help-signature = Los pacientes la leen al pie de lo que escribe esta persona. Vacía: la del consultorio.
setting-help-from = el primer momento
setting-help-until = el primer momento después: medianoche significa que se abre esa mañana
setting-help-acknowledgement-en = Los pacientes la leen en cuanto han preguntado. Vacía: la del sistema, en inglés.
setting-help-acknowledgement-es = Vacía: «Tenemos su mensaje. Si se siente mal, llámenos; en una emergencia llame al número de arriba.»
setting-help-closed-en = Los pacientes lo leen en su página y en la de su solicitud mientras está cerrado. Vacío: solo cuándo se abre.
setting-help-closed-es = Vacío: solo cuándo se abre.
setting-help-signature-en = Los pacientes la leen al pie de las respuestas de quien no tiene firma propia.

fault-shape-timezone = No existe esa zona horaria: escriba una como America/New_York
fault-shape-mon = Lunes: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-tue = Martes: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-wed = Miércoles: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-thu = Jueves: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-fri = Viernes: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-sat = Sábado: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-sun = Domingo: escriba horas como 8:00-12:00, 13:00-17:00
fault-shape-until = Elija un final posterior al comienzo
fault-shape-days = Días: escriba un número de hasta 366 o déjelo vacío
fault-taken-role = Alguien tiene que seguir como administrador: nombre antes a otra persona
fault-taken-open-act-above = La ayuda debe llegar por encima del número que no se debe alcanzar, no por debajo
fault-taken-response-warning-minutes = Un plazo debe avisar después de empezar: elija menos minutos de los que hay para responder

role-front-desk = Recepción
role-clinician = Personal clínico
role-manager = Gerencia
role-administrator = Administración

practice-slug = Los pacientes los encuentran en /{ $slug }. Esta dirección no cambia, porque está en los enlaces que tienen los pacientes.

locations-none = Aún no hay sedes. Un consultorio en un solo lugar no necesita ninguna; con varias, los pacientes eligen la suya al preguntar.
locations-add = Añadir una sede
locations-retire = Cerrar esta sede para siempre
locations-retire-help = Ya no se ofrece a nadie. Sus solicitudes conservan el nombre; sus plazos cuentan desde entonces el horario del consultorio.
lines-none = Aún no hay líneas telefónicas. Añada los números a los que llaman los pacientes; su horario se fija en Horario.
lines-add = Añadir una línea
lines-anywhere = Todo el consultorio
lines-retire = Dejar esta línea
lines-retire-help = Desaparece de las listas y del horario.
teams-none = Aún no hay equipos. Un equipo es un grupo al que se puede dar una solicitud.
teams-add = Añadir un equipo
teams-empty = No hay nadie en él.
teams-members = Quién está en él
teams-retire = Disolver este equipo
teams-retire-help = Lo que tiene queda sin responsable y aparece en la cola, en la lista «De nadie».
members-none = Aún no trabaja nadie aquí.
members-in = En { $teams }
members-invite = Invitar a alguien
members-no-login = no inicia sesión
members-teams = Equipos
members-end = { $name } ya no trabaja aquí
members-end-help = Su puesto se cierra de inmediato. Lo que tiene queda sin responsable. Su acceso es suyo y se conserva, porque puede trabajar con él en otro lugar.
members-end-do = Terminar su trabajo aquí
kinds-none = No se ofrece ningún tipo.
kinds-add = Añadir un tipo
kinds-days = { $n ->
    [one] un día para responder por escrito
   *[other] { $n } días para responder por escrito
}
kinds-retire = No ofrecer más este tipo
kinds-retire-help = Las solicitudes de este tipo lo conservan.

meant-look = Ver qué habría supuesto
meant-title = Qué habrían supuesto estos números en los últimos { $n } días
meant-nothing = En ese tiempo no contó ningún plazo, así que no hay con qué comparar.
meant-response = { $n ->
    [one] De un plazo, el { $would } habría estado a tiempo; con los números de entonces fue el { $was }.
   *[other] De { $n } plazos, el { $would } habría estado a tiempo; con los números de entonces fue el { $was }.
}
meant-cut = Hubo más plazos de los que se miran; estos son los primeros.
meant-open = { $days ->
    [one] Al mediodía de un día:
   *[other] Al mediodía de { $days } días:
} { $would } habrían quedado por debajo, donde quedaron { $was }.
meant-above = { $n ->
    [0] Ningún día se habría llamado a alguien más al mediodía.
    [one] Un día se habría llamado a alguien más al mediodía.
   *[other] { $n } días se habría llamado a alguien más al mediodía.
}
meant-same-work = Esto supone que todos hubieran trabajado igual. Los plazos que corren conservan el tiempo con que empezaron.

# El horario en palabras.
hours-desk = El consultorio
hours-always = Abierto día y noche, todos los días.
hours-never = Sin horario semanal.
hours-open = Abierto { $days }.
hours-range = de { $from } a { $to }
hours-times = de { $from } a { $to }
hours-to-midnight = de { $from } a medianoche
hours-overnight = de { $from } a { $to } del día siguiente
hours-and = {" y "}
hours-follows-desk = No tiene horario propio y sigue el del consultorio.
hours-follows = No tiene horario propio y sigue el de { $name }.
hours-zone = Todas las horas son las de { $zone }. Un día feriado va allí de su medianoche a la siguiente.
hours-none-coming = Ningún cierre ni día feriado en el próximo año.
hours-more = Hay más días en su página.
hours-closed-on = Cerrado el { $day }
hours-open-on = Abierto { $times } el { $day }
hours-shut-day = cerrado
hours-shut = Está cerrado desde { $from } hasta { $until }: { $days } días
hours-shut-help = A quien pregunte en ese tiempo no se le promete respuesta antes de { $until }.
hours-shut-ever = Está cerrado desde { $from } y no se conoce ninguna apertura
hours-shut-ever-help = No se promete respuesta a nadie, ni se pueden recibir solicitudes nuevas, hasta que vuelva a haber horario.
hours-would = Cómo quedaría: { $place }
hours-no-clock = Ahora no corre ningún plazo, así que ninguno cambiaría.
hours-clocks-stay = { $n ->
    [one] Ahora corre un plazo y quedaría igual.
   *[other] Ahora corren { $n } plazos y quedarían igual.
}
hours-clocks-move = { $n ->
    [one] Cambiaría un plazo que corre
   *[other] Cambiarían { $n } plazos que corren
}: { $later } vencerían más tarde, { $sooner } antes.
hours-clocks-late = { $n ->
    [one] Uno de ellos ya habría vencido.
   *[other] { $n } de ellos ya habrían vencido.
}
hours-clocks-never = { $n ->
    [one] Uno no vencería nunca: no le quedan horas.
   *[other] { $n } no vencerían nunca: no les quedan horas.
}
hours-look = Ver qué significa
hours-coming-weeks = Las próximas semanas
hours-week = La semana
hours-week-help = Horas como 8:00-12:00, 13:00-17:00; una noche como 22:00-6:00; nada si ese día no se atiende.
hours-own = Tiene horario propio
hours-once = Una sola vez: cierres y aperturas
hours-once-help = Un cierre quita horas, una apertura las añade. Valen más que la semana y los días feriados.
hours-opens = Abierto en vez de cerrado
hours-everywhere = En el consultorio y en todas las sedes
hours-remove = Quitar
hours-closure = Cerrado desde { $from } hasta { $until }. { $why }
hours-opening = Abierto desde { $from } hasta { $until }. { $why }
hours-holidays = Días feriados
hours-holidays-help = Los días feriados cierran el consultorio, todas las sedes y las líneas, cada uno de su medianoche a la siguiente.
hours-holidays-none = No guardamos ninguno
hours-holidays-us = Estados Unidos
hours-holidays-de = Alemania

# Días feriados, por las claves del motor de horarios.
holiday-us-new-year = Año Nuevo
holiday-us-new-year-observed = Año Nuevo, trasladado
holiday-us-juneteenth = Juneteenth
holiday-us-juneteenth-observed = Juneteenth, trasladado
holiday-us-independence = Día de la Independencia
holiday-us-independence-observed = Día de la Independencia, trasladado
holiday-us-veterans = Día de los Veteranos
holiday-us-veterans-observed = Día de los Veteranos, trasladado
holiday-us-christmas = Navidad
holiday-us-christmas-observed = Navidad, trasladada
holiday-us-king = Día de Martin Luther King Jr.
holiday-us-washington = Natalicio de Washington
holiday-us-memorial = Día de los Caídos
holiday-us-labor = Día del Trabajo
holiday-us-columbus = Día de la Raza
holiday-us-thanksgiving = Día de Acción de Gracias
holiday-de-neujahr = Año Nuevo
holiday-de-karfreitag = Viernes Santo
holiday-de-ostermontag = Lunes de Pascua
holiday-de-tag-der-arbeit = Día del Trabajo
holiday-de-himmelfahrt = Día de la Ascensión
holiday-de-pfingstmontag = Lunes de Pentecostés
holiday-de-weihnachten-1 = Navidad
holiday-de-weihnachten-2 = Segundo día de Navidad
holiday-de-einheit = Día de la Unidad Alemana
holiday-de-reformation = Día de la Reforma
