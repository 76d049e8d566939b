# Llamadas: las páginas de los teléfonos, la promesa sobre la espera y la central telefónica.
nav-calls = Llamadas
key-calls = las llamadas
call-now = Ahora
call-week = La semana
call-list = Todas las llamadas
call-wall = Pantalla de pared
call-new = Anotar una llamada

call-at = A las { $clock }
call-line = Línea
call-waiting = En espera
call-longest = Espera más larga
call-ringing = En el saludo
call-talking = Hablando
call-on = Personas
call-all = Todas las líneas
call-line-unknown = Sin línea indicada
call-day = Hoy, cada media hora
call-half = Desde
call-day-label = { $offered ->
    [one] Una llamada hoy, { $share } contestadas a tiempo
   *[other] { $offered } llamadas hoy, { $share } contestadas a tiempo
}
call-in-time = Contestadas a tiempo
call-rest = Las demás
call-offered = Llamadas
call-share = A tiempo
call-abandoned = Colgaron
call-mean = Espera media
call-means = Qué cuenta como a tiempo
call-none-today = Hoy todavía no hay llamadas.
call-today-said = { $offered ->
    [one] Una llamada hoy
   *[other] { $offered } llamadas hoy
} · { $share } contestadas a tiempo · { $abandoned } colgaron
call-none = Todavía no hay llamadas
call-none-help = Las llamadas llegan solas cuando su central telefónica está conectada. Mientras tanto, anótelas a mano o traiga un registro antiguo con «anteroom import calls».
call-connect = Conectar la central telefónica

call-week-span = En promedio, del { $from } al { $to }
call-week-help = Cada casilla dice cuántas llamadas llegan en esa hora y cuántas se contestaron a tiempo. Cuanto más intenso el color, más llamadas.
call-week-none = La imagen de la semana aparece tras el primer día completo de llamadas.
call-week-busiest = La hora con más llamadas: { $when }, { $calls } llamadas.
call-week-worst = Donde más se espera: { $when }, solo { $share } se contestan a tiempo.
call-week-under = menos de lo prometido

call-list-day = Llamadas del { $day }
call-list-none = No hay llamadas así
call-list-none-help = Elija otro día u otro resultado.
call-filter = Mostrar
call-filter-day = Día
call-caller = Quién llamó
call-when = Cuándo
call-hold = Espera
call-talk = Conversación
call-by = Contestó
call-outcome = Resultado
call-request = Solicitud
call-outcome-any = Cualquier resultado
call-outcome-answered = Contestada
call-outcome-abandoned = Colgó
call-outcome-callback = Pide que le llamen
call-outcome-voicemail = Mensaje de voz
call-outcome-text = Siguió por texto
call-outcome-overflow = Pasada a otros
call-outcome-after-hours = Llamó fuera de horario
call-outcome-lost = Final desconocido
call-goes-on = Todavía en curso
call-hint = { $number }, quizá { $name }
call-number-withheld = Número oculto

call-dial = Llamar al { $number }
call-to-request = Abrir la solicitud { $number }
call-may-be = Puede que sea
call-may-be-help = Un número puede ser de varias personas: pregunte quién llama.
call-source = Se sabe por
call-source-hook = la central telefónica
call-source-hand = una nota a mano
call-source-import = un registro importado
call-was-closed = No cuenta: la línea estaba cerrada
call-words = Lo que dijo quien llamó
call-notes = Notas
call-notes-save = Guardar las notas
call-notes-overtaken = Otra persona escribió aquí mientras tanto
call-notes-overtaken-help = No se pierde nada: sus palabras están aquí y las de usted en el campo de abajo. Júntelas y guarde de nuevo.
call-others = Otras llamadas de esta solicitud

call-new-help = Para un consultorio sin central conectada. Una llamada que nadie contestó se convierte en solicitud, para que alguien devuelva la llamada.
call-new-do = Anotarla
call-field-caller = Número de quien llamó
call-field-outcome = Qué pasó con ella
call-field-hold = Segundos en espera
call-field-talk = Minutos de conversación
call-help-hold = Desde entrar en la cola hasta que contestaron o colgó.
call-help-talk = Solo si la llamada se contestó.
call-help-words = Las palabras del mensaje de voz, o de qué trata la llamada pedida.
call-help-notes = Para sus colegas; quien llamó nunca las ve.

call-withheld = Llamada perdida, número oculto
call-told = { $outcome }: { $number }, tras { $hold } en espera
call-told-after-all = La central telefónica contó más tarde que alguien había contestado esta llamada.

hold-of = { $n ->
    [one] de una llamada hoy
   *[other] de { $n } llamadas hoy
}
hold-nine = nueve de diez en { $hold } o menos
hold-now = { $n ->
    [one] una persona espera, desde hace { $hold }
   *[other] { $n } personas esperan, la primera desde hace { $hold }
}
hold-hung-up = { $n } colgaron
hold-offered = Llamadas ofrecidas
hold-answered = Contestadas por una persona
hold-in-time = Contestadas a tiempo
hold-abandoned = Colgaron
hold-short = De ellas, colgaron dentro del plazo
hold-left = Pidieron que les llamen, dejaron mensaje, texto o pasaron a otros
hold-after-hours = Llamadas a una línea cerrada, sin contar
hold-of-answered = A tiempo, de las contestadas
hold-of-offered = A tiempo, de las ofrecidas
hold-of-offered-less-short = A tiempo, de las ofrecidas sin las que colgaron dentro del plazo
hold-mean = Espera media
hold-median = La mitad esperó como mucho
hold-p90 = Nueve de diez esperaron como mucho
hold-waiting = Esperan ahora
hold-outlook = Si a nadie de los que esperan se le contesta a tiempo
hold-past = Parte de las llamadas contestadas a tiempo en cada uno de los últimos { $days } días
act-hold-broken = Solo { $share } de las llamadas de hoy se contestaron a tiempo.
act-hold-risk = { $n ->
    [one] Una persona espera al teléfono, desde hace { $hold }.
   *[other] { $n } personas esperan al teléfono, la primera desde hace { $hold }.
}
act-hold-until = { $n ->
    [one] Una más contestada a tiempo cumple la promesa.
   *[other] Con las próximas { $n } seguidas contestadas a tiempo vuelve a cumplirse.
}
act-hold-pick-up = Si se contestan tarde, rompen la promesa: conteste, o pídaselo a alguien.
act-hold-do = Abrir las llamadas

settings-title-phones = Central telefónica
settings-holds-phones = Cómo cuenta sus llamadas la central telefónica, y lo que dijo que no se pudo entender.
changes-of-phones = Central telefónica
setting-secret = Secreto de la central telefónica
setting-hold-seconds = Segundos de espera que prometemos como mucho
setting-hold-percent = Porcentaje de llamadas contestadas a tiempo que cumple la promesa
phones-state-on = Conectada
phones-state-off = Sin conectar
phones-lost = No se puede abrir el secreto
phones-lost-help = El archivo de claves que necesita no es el que hay, así que no entra ninguna llamada. Devuelva el archivo correcto o cree un secreto nuevo.
phones-secret = Su nuevo secreto
phones-secret-once = Se muestra esta única vez. Cópielo ahora en su central telefónica; aquí se guarda de modo que nadie pueda volver a leerlo.
phones-secret-label = Secreto
phones-how = Lo que envía la central telefónica
phones-how-help = Por cada paso de una llamada envía un texto corto a esta dirección: que llegó (arrived), entró en la cola (queued), se contestó (answered), se dejó (left, con how: callback, voicemail, text u overflow) o terminó (ended). El orden no importa, y enviar dos veces no hace daño.
phones-address = Dirección
phones-body = El texto es JSON, un paso o una lista de pasos:
phones-signature = Cada envío va firmado: HMAC-SHA256 con el secreto sobre la hora en segundos, un punto y el texto, en hexadecimal.
phones-connect = Crear un secreto
phones-connect-help = Con el secreto, su central demuestra que la llamada es de ustedes. Sin él no se cree nada de lo que se envíe.
phones-exchange = Crear un secreto nuevo
phones-exchange-help = El anterior sigue funcionando hasta que el nuevo se use por primera vez.
phones-exchanging = El secreto anterior todavía funciona: el nuevo aún no se ha usado.
phones-key-help = Un secreto solo se guarda con un archivo de claves fuera de la base de datos. Inicie Anteroom con un archivo de claves y vuelva aquí.
phones-faulty = Lo que no se pudo entender
phones-faulty-help = La firma era correcta, pero el texto no. Se guarda 30 días. Muestre esta lista a quien instaló la central.
phones-fault-json = No se puede leer como JSON
phones-fault-count = Ningún paso, o demasiados a la vez
phones-fault-call = Falta el nombre de la llamada
phones-fault-event = Un paso desconocido
phones-fault-at = Una hora que no se puede leer, o lejos de ahora
phones-forget = Desconectar
phones-forget-help = Ya no se cree nada de lo que envíe la central. Las llamadas conocidas se conservan.
