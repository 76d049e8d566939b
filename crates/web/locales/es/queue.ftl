# Filtros de la cola, vistas guardadas, lo que se hace a varias y con qué asunto va una solicitud.
queue-said-filter = { $n ->
    [0] Nada coincide con este filtro.
    [one] Una solicitud coincide con este filtro.
   *[other] { $n } solicitudes coinciden con este filtro.
}
empty-filter = Nada coincide con este filtro
empty-help-filter = Quite una de sus partes, o mire todo lo que espera.
filter-title = Filtrar
filter-do = Mostrar
filter-none = Sin filtro
filter-any = Cualquiera
filter-yes = Sí
filter-me = Mías
filter-mine = Mis equipos
filter-choice = { $label } ({ $n })
filter-state = Estado
filter-owner = Quién responde
filter-team = Equipo
filter-kind = Asunto
filter-urgency = Para cuándo
filter-language = Idioma
filter-door = Llegó por
filter-location = Dónde
filter-danger = Palabras de peligro, nadie acude aún
filter-overdue = Se acabó el tiempo
filter-sort = Orden
pile-waits = Nos esperan
pile-waiting = Esperan al paciente
pile-snoozed = Pospuestas
pile-resolved = Resueltas
sort-due = Primero lo que vence antes
sort-newest = Primero las más nuevas
sort-longest = Primero las que más esperan
saved-views = Vistas guardadas
saved-name = Nombre de la vista
saved-help = Guarde este filtro con un nombre; aparecerá encima de la lista.
saved-shared = La ven todos en el consultorio
saved-do = Guardar la vista
saved-change = Guardar los cambios
saved-delete = Eliminar esta vista

bulk-pick = Elegir #{ $number }, { $who }
bulk-title = Con las elegidas
bulk-help = Elija solicitudes con sus casillas (x), varias seguidas (Mayús x) o toda la página (*). Lo que no se pueda hacer con una se dice, y con las demás se hace. Puede deshacerlo durante medio minuto.
bulk-assign = Dar a alguien
bulk-assign-do = Dar
bulk-team = Dar a un equipo
bulk-team-do = Dar al equipo
bulk-snooze = Posponer
bulk-until = Hasta
bulk-snooze-do = Posponer
bulk-close = Cerrar
bulk-no-reason = Ya respondidas, sin motivo
bulk-close-do = Cerrarlas
bulk-retag = Decir qué son
bulk-same-kind = Dejar el asunto
bulk-same-urgency = Dejar para cuándo
bulk-retag-do = Cambiar
bulk-nothing = Elija primero alguna solicitud
bulk-done-assign = { $n ->
    [0] No se dio ninguna solicitud.
    [one] Se dio una solicitud.
   *[other] Se dieron { $n } solicitudes.
}
bulk-done-team = { $n ->
    [0] No se dio ninguna solicitud al equipo.
    [one] Se dio una solicitud al equipo.
   *[other] Se dieron { $n } solicitudes al equipo.
}
bulk-done-snooze = { $n ->
    [0] No se pospuso ninguna solicitud.
    [one] Se pospuso una solicitud.
   *[other] Se pospusieron { $n } solicitudes.
}
bulk-done-close = { $n ->
    [0] No se cerró ninguna solicitud.
    [one] Se cerró una solicitud.
   *[other] Se cerraron { $n } solicitudes.
}
bulk-done-retag = { $n ->
    [0] No se cambió ninguna solicitud.
    [one] Se cambió una solicitud.
   *[other] Se cambiaron { $n } solicitudes.
}
bulk-undone = { $n ->
    [0] No se pudo deshacer nada.
    [one] Se deshizo en una solicitud.
   *[other] Se deshizo en { $n } solicitudes.
}
bulk-refused = Estas quedan como estaban:
bulk-undo = Deshacer

matters-title = Cambiar, vincular o separar
tags-help = Urgente acorta el reloj en marcha; nada lo alarga.
tags-do = Cambiar
link-other = Tiene que ver con la solicitud número
link-help = Cada una muestra entonces la otra. No pasa nada más.
link-do = Vincularlas
link-remove = Quitar el vínculo con #{ $number }
links-title = Tiene que ver con
split-title = Separar otro asunto
split-help = Elija las líneas que son otro asunto. Pasan a ser una solicitud propia y conservan el momento desde el que esperan.
split-kind = La nueva solicitud trata de
split-subject = Sus primeras palabras en la lista, si no son las de la línea
split-do = Separar
joined-title = Unidas a esta
apart-do = Volver a separarla
apart-one = Volver a separar #{ $number }
told-title = Lo que pasó
told-joined = { $by } le unió { $what }
told-parted = { $by } volvió a separar { $what }
told-merged = { $by } la unió a { $what }
told-unmerged = { $by } volvió a separarla de { $what }
told-split = { $by } separó { $what }
told-split-from = { $by } la separó de { $what }
told-linked = { $by } la vinculó con { $what }
told-unlinked = { $by } quitó el vínculo con { $what }
told-kind = { $by } dijo de qué trata: { $what }
told-urgency = { $by } dijo para cuándo: { $what }
walk-list = La lista de la que se abrió
walk-nav = En la lista
walk-back = Volver a la lista
walk-before = Anterior
walk-after = Siguiente
key-filter = filtrar la lista
key-choose = elegir una solicitud; con Mayús, todas hasta ella
key-choose-all = elegir toda la página
key-matters = hacer algo con las elegidas; cambiar, vincular o separar esta
field-kind = De qué trata
field-subject = Sus primeras palabras
field-urgency = Para cuándo
