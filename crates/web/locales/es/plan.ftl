# Gente suficiente: el plan, su tarjeta y sus números

plan-title = Personas necesarias
plan-days = Días
plan-closed = { $day }: la recepción está cerrada.
plan-day-enough = { $day }: hay gente suficiente todo el día.
plan-day-short = { $day }: { $n ->
    [one] en media hora falta alguien.
   *[other] en { $n } medias horas falta alguien.
}
plan-no-roster = Todavía no hay turnos, así que nadie puede decir si hay gente suficiente. Anótelos en los turnos.
plan-no-history = Todavía no se sabe cuánto llega. A partir de la segunda semana, las mismas medias horas de las semanas anteriores dicen qué esperar.
plan-no-calls = Aún no hay dos semanas de llamadas, así que el plan es solo para las solicitudes.
plan-no-requests = Aún no hay dos semanas de solicitudes, así que el plan es solo para las llamadas.
plan-half = Media hora
plan-calls = Llamadas previstas
plan-requests = Solicitudes previstas
plan-needed = Personas necesarias
plan-on-shift = En turno
plan-too-few = Muy pocas en turno
plan-standing = ¿Alcanza?
plan-enough = Alcanza
plan-missing = { $n ->
    [one] Falta una
   *[other] Faltan { $n }
}
plan-expected = { $mean } ± { $error }
plan-picture = El momento en que más gente hace falta ({ $clock }): { $n }.
plan-basis = Cómo se calcula
plan-basis-help = Las llamadas y solicitudes previstas son una media de la misma media hora en las últimas ocho semanas, en la que una semana fuera de lo común pesa poco; ± es su error estándar. Las personas son las que hacen falta para contestar llamadas y solicitudes en los plazos que ustedes prometen, sin que nadie pase del tope de ocupación; quien espera al teléfono contesta solicitudes.
plan-basis-call = Una llamada dura
plan-basis-patience = Quien llama cuelga tras
plan-basis-request = Una solicitud lleva
plan-basis-busy = Ocupación máxima
plan-basis-away = Fuera del puesto, aparte de las pausas
plan-means = Qué significa “gente suficiente”
plan-to-roster = Turnos
plan-relief = Qué hace bajar las solicitudes abiertas
plan-open = Hay { $n } solicitudes abiertas.
plan-relief-more = { $n ->
    [one] Ponga a una persona más
   *[other] Ponga a { $n } personas más
} desde { $from } hasta { $to }: en el { $sure } de los casos que simulamos habrá entonces menos de { $under } abiertas.
plan-relief-enough = Quienes están en turno las bajan a menos de { $under } hasta { $to }, en el { $sure } de los casos que simulamos.
plan-relief-none = Por más gente que venga, no bajarán de { $under } en las próximas ocho horas abiertas. Vea qué puede esperar.
plan-relief-unknown = Cuánta gente más hace falta se podrá decir cuando haya turnos y dos semanas de solicitudes.
plan-rows = Las próximas horas abiertas
plan-past = Medias horas de cada uno de los últimos { $days } días en las que faltó alguien
plan-past-open = Medias horas abiertas
plan-past-short = Faltó alguien
plan-past-missing = Horas de personas que faltaron
people-value = { $on } de { $needed }
people-at = en turno de las necesarias ({ $when }, la media hora más justa)
people-later = { $n ->
    [one] falta una desde { $when }
   *[other] faltan { $n } desde { $when }
}
people-later-enough = después alcanza
people-chart = En turno de las necesarias en las próximas medias horas: { $numbers }
act-people-broken = { $n ->
    [one] Falta una persona de { $from } a { $to }.
   *[other] Faltan { $n } personas de { $from } a { $to }.
}
act-people-risk = { $n ->
    [one] Faltará una persona de { $from } a { $to }.
   *[other] Faltarán { $n } personas de { $from } a { $to }.
}
act-people-more = Pídale a alguien que venga, o mueva una pausa o un turno.
act-people-do = Abrir el plan
setting-people-busy-percent = Porcentaje de su tiempo que la gente está ocupada con llamadas y solicitudes, como máximo
setting-people-away-percent = Porcentaje del turno que la gente está fuera del puesto, aparte de las pausas
