# Visitas: quiénes vuelven, pacientes nuevos, ausencias.
visits-title = Visitas
visits-none = Todavía no se conoce ninguna visita
visits-none-help = Las cifras empiezan cuando se lee la agenda del consultorio. Lo hace un administrador con este comando; leer otra vez el mismo archivo no cambia nada.
visits-share = { $share } volvieron o tienen una cita. Prometemos { $promised }.
visits-share-none = Nadie tuvo una visita hace entre 18 y 30 meses, así que todavía no hay nada que medir.
visits-window = De los pacientes cuya última visita fue entre el { $from } y el { $to }.
visits-definition = Qué se cuenta exactamente
visits-kept = Volvieron o tienen cita
visits-out = No se cuentan
visits-out-of = { $why }: { $n }
visits-month = { $month } de { $year }
visits-percent = { $n }{"\u202F"}%
visits-interval = { $low } a { $high }
visits-curve-title = Cuánto tardan en volver
visits-curve-said = De { $n } pacientes, { $share } volvieron en menos de doce meses.
visits-curve-differs = La curva cuenta solo visitas, no citas, y sigue a todos desde su visita hasta hoy; a quienes se fueron, hasta el día en que se fueron. El porcentaje de arriba cuenta también las citas y deja fuera a quienes se fueron.
visits-curve-caption = Porcentaje de pacientes que todavía no han vuelto, por meses desde su visita; la banda contiene el valor verdadero en 95 de cada 100 casos.
visits-curve-month = { $n } m
visits-curve-table = Los números
visits-curve-months = Meses
visits-curve-not-back = Sin volver
visits-curve-interval = De … a
visits-curve-back = Volvieron
visits-curve-at-risk = En seguimiento
visits-by-doctor = Por médico
visits-by-location = Por sede
visits-unsaid-label = Sin indicar
visits-new-title = Pacientes nuevos
visits-new-help = Pacientes cuya primera visita registrada fue en ese mes, y cómo supieron de nosotros.
visits-new-none = Hasta el { $date } todos los pacientes parecerían nuevos, porque el registro de visitas empieza un año antes.
visits-new-month = Mes
visits-new-count = Pacientes nuevos
visits-new-heard = Cómo supieron de nosotros
visits-heard-of = { $how }: { $n }
visits-missed-title = Citas a las que nadie acudió
visits-missed-said = Desde el { $date }: { $missed } de { $n } citas, { $rate }.
visits-missed-rows = Verlas
visits-missed-lead = Pedida
visits-missed-all = Citas
visits-missed-count = Nadie acudió
visits-missed-rate = Porcentaje
visits-lead-same = el mismo día
visits-lead-one = { $n ->
    [one] { $n } día antes
   *[other] { $n } días antes
  }
visits-lead-span = de { $from } a { $to } días antes
visits-lead-more = { $n } días antes o más
visits-lead-unknown = no se sabe cuándo
visits-unsaid = { $n ->
    [one] De { $n } más nadie dijo en qué quedó, así que no se cuenta.
   *[other] De { $n } más nadie dijo en qué quedaron, así que no se cuentan.
  }
visits-never = { $n ->
    [one] { $n } paciente tuvo cita y nunca acudió a ninguna.
   *[other] { $n } pacientes tuvieron citas y nunca acudieron a ninguna.
  }
visits-list-lost = No han vuelto
visits-list-kept = Volvieron o tienen cita
visits-list-out = No se cuentan
visits-list-new = Pacientes nuevos
visits-list-missed = Nadie acudió
visits-list-span = Visitas del { $from } al { $to }.
visits-list-help-lost = No han vuelto y no tienen cita. Los primeros son los que antes salen de la cuenta: llámelos primero.
visits-list-help-kept = Volvieron, o tienen una cita.
visits-list-help-out = Se fueron por un motivo que no es culpa de nadie.
visits-list-help-new = Su primera visita registrada, y cómo supieron de nosotros.
visits-list-help-missed = Citas que no se cancelaron y a las que nadie acudió.
visits-list-empty = No hay ninguna
visits-list-empty-help = Aparecen aquí en cuanto se conoce una visita que corresponda.
visits-withheld = Las visitas reservadas al personal clínico no están en esta lista.
visits-leaving = último mes para llamar
visits-sensitive = llame solo como lo pidieron
visits-came-again = volvió el { $date }
visits-booked-for = con cita para el { $date }
visits-booked-ahead = pedida { $lead }
left-died = falleció
left-moved = se mudó
left-aged-out = superó la edad del consultorio
left-transferred = pasó a otro consultorio
left-discharged = dado de baja
heard-family = familia o amigos
heard-doctor = otro médico
heard-search = buscador o mapa
heard-insurance = seguro médico
heard-school = escuela o guardería
heard-nearby = vive o trabaja cerca
heard-other = otra cosa
heard-unsaid = sin indicar
visit-status-proposed = propuesta
visit-status-pending = sin confirmar
visit-status-booked = con cita
visit-status-arrived = está aquí
visit-status-fulfilled = tuvo lugar
visit-status-cancelled = cancelada
visit-status-noshow = no acudió
visit-status-entered-in-error = anotada por error
visit-status-checked-in = registrado
visit-status-waitlist = en lista de espera
patient-visits = Visitas
patient-visits-none = No se conoce ninguna visita.
patient-left = Ya no viene
patient-left-help = Por un motivo que no es culpa de nadie. Ya no se le cuenta entre quienes vuelven, y nadie llama para recordárselo.
patient-left-said = Ya no es paciente: { $why }, desde el { $date }.
patient-back = Es paciente otra vez
patient-heard = Cómo supo de nosotros
patient-heard-said = Supo de nosotros por: { $how }
people-field-left = Por qué
people-field-left-on = Desde qué día (hoy si se deja vacío)
people-field-heard = Cómo supo de nosotros
retention-of = { $n ->
    [one] { $n } paciente
   *[other] { $n } pacientes
  }
retention-again = { $n } volvieron
retention-booked = { $n } con cita
act-retention-broken = { $share } de los pacientes volvieron; se prometió { $promised }.
act-retention-risk = Dentro de un mes habrán vuelto { $share } si nadie pide cita hasta entonces; se prometió { $promised }.
act-retention-more = { $n ->
    [one] { $n } paciente no ha vuelto y no tiene cita
   *[other] { $n } pacientes no han vuelto y no tienen cita
  }; { $leaving ->
    [one] a { $leaving } de ellos solo se le puede recuperar en el próximo mes.
   *[other] a { $leaving } de ellos solo se les puede recuperar en el próximo mes.
  }
act-retention-do = Llamarlos
retention-past = Porcentaje de pacientes que habían vuelto o tenían cita, al empezar cada mes y hoy.
retention-figure-share = Porcentaje
retention-figure-patients = Pacientes
retention-figure-returned = Volvieron
retention-figure-booked = Tienen cita
retention-figure-lost = Ni lo uno ni lo otro
retention-figure-out = No se cuentan: { $why }
retention-figure-target = Prometido
retention-figure-outlook = Dentro de un mes, si no pasa nada
retention-figure-leaving = No han vuelto, y es su último mes en la cuenta
setting-retention-percent = Porcentaje de pacientes que vuelven con el que se cumple la promesa
setting-retention-age = Cumpleaños en el que los pacientes superan la edad del consultorio (120 si nunca)
