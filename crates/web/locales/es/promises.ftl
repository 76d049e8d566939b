# Las promesas: lo que el consultorio dice a sus pacientes y cómo se cuenta.
now = Ahora
promises = Promesas
how-known = Cómo lo sabemos
how-counted = Cómo se cuenta
answer-number = Responder #{ $number }
lede-all = { $of ->
    [one] La promesa se cumple
    [2] Se cumplen dos de dos promesas
   *[other] Se cumplen las { $of } promesas
}
lede-some = Se cumplen { $kept } de { $of } promesas
lede-none = Ninguna promesa se mide todavía
lede-unmeasured = { $n ->
    [one] una más no se mide todavía
   *[other] { $n } más no se miden todavía
}
standing-promise-kept = Cumplida
standing-promise-risk = En riesgo
standing-promise-broken = Rota
standing-promise-unmeasured = Sin medir

promise-response = Respondemos en *{ $n } minutos*.
promise-open = Mantenemos menos de *{ $n }* solicitudes abiertas.
promise-hold = Nadie espera al teléfono más de { $n ->
    [60] *un minuto*
   *[other] *{ $n } segundos*
}.
promise-coverage = *Siempre* contesta alguien.
promise-nps = Los pacientes nos *recomendarían*.
promise-people = Hay *gente suficiente* para las próximas horas.
promise-site = El sitio *responde* lo que se busca.
promise-retention = Los pacientes *vuelven*.
promise-title-response = Respondido a tiempo
promise-title-open = Pocas solicitudes abiertas
promise-title-hold = Nadie espera mucho al teléfono
promise-title-coverage = Teléfonos siempre atendidos
promise-title-nps = Nos recomendarían
promise-title-people = Gente suficiente
promise-title-site = El sitio responde
promise-title-retention = Los pacientes vuelven

unmeasured-hold = Los teléfonos no están conectados, así que nadie puede contarlo. Se mide cuando lo esté una línea.
unmeasured-coverage = Ninguna línea de teléfono tiene turnos todavía, así que nadie puede contarlo. Se mide cuando haya líneas y turnos.
unmeasured-nps = Todavía no se pregunta a nadie. Se mide cuando se activen las encuestas en la configuración o se importen respuestas.
unmeasured-people = Se mide cuando haya turnos y dos semanas de llamadas o solicitudes.
unmeasured-site = Todavía no hay ningún artículo publicado. Se mide en cuanto el centro de ayuda tenga uno.
unmeasured-retention = No se conocen visitas todavía. Se mide cuando la agenda esté conectada.

response-of = { $n ->
    [0] hoy nada que responder todavía
   *[other] de { $n } hoy
}
response-half = la mitad en { $length }
response-warning = { $n } a punto de vencer
open-work = { $length } de trabajo
open-days = { $days } días para despejar
open-waiting = { $n ->
    [one] 1 espera al paciente
   *[other] { $n } esperan a pacientes
}
chart-days = Los últimos días: { $numbers }
chart-hours = Abiertas hoy por horas: { $numbers }; prometidas menos de { $under }

act-response-broken = Solo { $share } se respondieron a tiempo hoy.
act-response-risk = { $n ->
    [one] Un reloj está a punto de vencer y rompería la promesa.
   *[other] { $n } relojes están a punto de vencer y romperían la promesa.
}
act-response-more = Arriba están las que vencen primero.
act-response-do = Abrir la cola
act-open-broken = Hay { $open } solicitudes abiertas, { $n } más de lo que prometemos.
act-open-risk = Hay { $open } solicitudes abiertas, y a este ritmo serán demasiadas en una hora.
act-open-more-person = Ponga a una persona más hasta que sean menos de { $n }.
act-open-until = A este ritmo pasan de { $n } en { $length }.
act-open-do = Repartir las que no tienen a nadie

definition-meaning = Qué significa
definition-today = Hoy
meaning-response = Un reloj empieza cuando nos llegan las palabras de un paciente y cuenta solo los minutos en que estamos abiertos. Termina con la primera respuesta que una persona escribió o dijo y que ya no se puede retirar. Las respuestas automáticas, las notas, posponer y las llamadas sin encontrar a nadie no lo terminan. Las solicitudes cerradas sin respuesta antes de su plazo son retiradas y no cuentan; las cerradas después son perdidas. Un reloj pertenece al día en que empezó.
meaning-open = Solicitudes de pacientes que esperan al consultorio: las nuevas y abiertas, y toda aquella cuyo reloj corre, pospuesta o no. Las que esperan al paciente, están pospuestas o resueltas se ven al lado. Por encima del número en que actuamos, se pone a una persona más hasta volver a cumplir.
meaning-hold = Tiempo desde entrar en la cola telefónica hasta que contestan o se cuelga. Se cumple cuando una persona contestó a tiempo suficientes de las llamadas ofrecidas hoy. Quien pide que le llamen, deja un mensaje, sigue por texto o pasa a otros cuenta como ofrecido y no contestado. Las llamadas a una línea cerrada se cuentan aparte.
meaning-coverage = En horas de teléfono, minutos de una línea sin persona conectada y en turno; fuera de ellas, minutos sin guardia ni servicio de respuesta. Se cumple cuando no hay ninguno esta semana.
meaning-nps = De 90 días de respuestas a «¿nos recomendaría?», quienes dicen 9 o 10 menos quienes dicen de 0 a 6. Se cumple cuando el extremo bajo de su intervalo del 95 % llega a la meta.
meaning-people = Para cada media hora de las próximas cuatro horas abiertas, personas en turno frente a personas necesarias para todas las promesas a la vez. Lo previsto es una media de la misma media hora en las últimas ocho semanas, en la que una semana fuera de lo común pesa poco. Se cumple cuando nunca hay menos en turno que las necesarias; está en riesgo cuando las hay en las cuatro horas abiertas siguientes.
meaning-site = De las visitas de 28 días que buscaron o leyeron, las que no enviaron nada en la misma visita: el sitio les respondió.
meaning-retention = De los pacientes cuya última visita completada fue hace 18 a 30 meses, quienes volvieron o tienen una cita. Quienes murieron, se mudaron, superaron la edad, fueron trasladados o dados de alta quedan fuera y se cuentan por motivo.
formula-response = a tiempo ÷ (respondidas + perdidas + vencidas que aún corren)
formula-open = nuevas + abiertas + toda otra cuyo reloj corre
formula-hold = contestadas a tiempo ÷ ofrecidas
formula-coverage = minutos de horas de teléfono sin persona conectada y en turno + minutos fuera del horario sin guardia ni servicio de respuesta
formula-nps = parte de 9 y 10 − parte de 0 a 6, en puntos
formula-people = en turno − necesarias, cada media hora
formula-site = visitas que buscaron o leyeron y no enviaron nada ÷ visitas que buscaron o leyeron
formula-retention = volvieron o tienen cita ÷ todos los de la ventana

figure-n = Contadas
figure-in-time = A tiempo
figure-answered = Respondidas
figure-missed = Perdidas
figure-running = Aún corren
figure-withdrawn = Retiradas
figure-rate = Alguna vez respondidas
figure-median = La mitad en
figure-p90 = Nueve de diez en
figure-outlook = Si vencen las que están a punto
figure-open = Abiertas
figure-waiting = Esperan a pacientes
figure-snoozed = Pospuestas
figure-resolved = Resueltas
figure-work = Trabajo
figure-days = Días para despejar
figure-open-outlook = En una hora a este ritmo

# Las filas detrás de la promesa de respuesta.
clocks-of-today = { $n ->
    [one] El reloj de hoy
   *[other] Los { $n } relojes de hoy
}
clock-request = Solicitud
clock-started = Empezó
clock-open-time = Tiempo abierto
clock-outcome = Resultado
outcome-in-time = respondida a tiempo
outcome-late = respondida tarde
outcome-missed = perdida
outcome-withdrawn = retirada
outcome-running = corre
outcome-run-out = vencida
clocks-of-day = { $n ->
    [0] Ningún reloj empezó el { $day }
    [one] El reloj del { $day }
   *[other] Los { $n } relojes del { $day }
}
figure-share = A tiempo, del total
figure-highest = Máximo a la vez
figure-last = Al final del día

# Las últimas semanas de una promesa.
past-title = Las últimas cuatro semanas
past-title-months = Los últimos meses
past-month = Mes
past-shares = Parte respondida a tiempo en cada uno de los últimos { $days } días
past-counts = Máximo de solicitudes abiertas a la vez en cada uno de los últimos { $days } días
past-mark-share = prometido: { $share }
past-mark-count = prometido: menos de { $n }
past-table = Los mismos números en una tabla
past-day = Día
past-standing = Promesa

# La primera página para una pantalla que también ven los pacientes.
wall-screen = Pantalla de pared
wall-alarm = { $n ->
    [one] Un mensaje puede ser una emergencia. Mire ahora el puesto de atención, por favor.
   *[other] { $n } mensajes pueden ser emergencias. Mire ahora el puesto de atención, por favor.
}
wall-pressing = { $n ->
    [one] Una solicitud está por vencer o ya venció.
    [5] Cinco solicitudes o más están por vencer o ya vencieron.
   *[other] { $n } solicitudes están por vencer o ya vencieron.
}
