# Cartas, y las páginas de los enlaces: invitaciones y otra contraseña. Ninguna carta nombra a nadie ni dice qué se pidió.
letter-subject-arrived = { $practice }: recibimos su solicitud
letter-text-arrived =
    Su solicitud llegó a { $practice }.

    Aquí puede ver cuándo esperar la respuesta, leerla y volver a escribir:
    { $link }

    No comparta este enlace: quien lo tenga puede leer su solicitud. Para proteger su privacidad, este correo no dice nada de ella.
letter-subject-answer = { $practice }: tiene una respuesta
letter-text-answer =
    { $practice } le ha respondido.

    Léalo y conteste aquí:
    { $link }

    No comparta este enlace: quien lo tenga puede leer su solicitud. Para proteger su privacidad, este correo no dice nada de ella.
letter-subject-message = { $practice }: tiene un mensaje
letter-text-message =
    Hay un mensaje para usted de { $practice }.

    Ábralo aquí:
    { $link }

    No comparta este enlace. Para proteger su privacidad, este correo no dice nada más.
letter-emergency = En una emergencia no nos espere: llame al { $emergency }.
letter-phone = También puede llamarnos: { $phone }
letter-end = Nadie lee lo que se envía a esta dirección.
letter-subject-invitation = { $practice } le invita a su recepción
letter-text-invitation =
    { $practice } le invita a trabajar en su recepción de Anteroom.

    Acepte aquí, una sola vez, en las próximas dos semanas:
    { $link }

    Si no sabe por qué recibió esto, no haga nada.
letter-subject-reset = { $practice }: elija otra contraseña
letter-text-reset =
    Alguien pidió otra contraseña para esta dirección en Anteroom.

    Si fue usted, elíjala aquí antes de una hora:
    { $link }

    Si no fue usted, no haga nada: su contraseña sigue igual.
letter-subject-ring = Confirme ahora la solicitud #{ $number }
letter-text-ring =
    La solicitud #{ $number } puede ser una emergencia. Ábrala y confírmela:
    { $link }

    Mientras nadie lo haga, se avisa a la siguiente persona.
letter-subject-test = { $practice }: el correo funciona
letter-text-test = Esta es la carta de prueba que usted pidió. { $practice } puede enviar correo.

invitation-title = Unirse a { $practice }
invitation-lead = { $practice } le invita a su recepción, donde entrará como { $login }.
invitation-password-help = Si ya entra en Anteroom con esta dirección, use esa contraseña. Si no, elija una de al menos { $limit } caracteres.
invitation-name = Su nombre
invitation-password = Contraseña
invitation-do = Aceptar
invitation-here-already = Usted ya trabaja aquí
invitation-here-already-help = Entre como siempre.
gone-title = Este enlace ya no lleva a ningún sitio
gone-invitation = Ya se usó, se retiró o es demasiado antiguo. Pida uno nuevo a quien le invitó.
gone-reset = Ya se usó o tiene más de una hora. Pida uno nuevo.
gone-again = Pedir otro enlace

reset-forgot = ¿Olvidó su contraseña?
reset-title = Otra contraseña
reset-lead = Escriba el correo electrónico con el que entra. Le enviaremos un enlace para elegir otra contraseña.
reset-do = Enviarme un enlace
reset-asked = Mire su correo
reset-asked-help = Si esta dirección entra aquí y su consultorio envía correo, hay un enlace en camino. Sirve durante una hora. Si no llega nada, o si trabaja en más de un consultorio, pregunte a su administrador.
reset-back = Volver a la entrada
reset-set-lead = Elija otra contraseña. Se cerrará su sesión en todos los lugares donde esté abierta.
reset-password = Contraseña nueva
reset-password-help = Al menos { $limit } caracteres. Van bien unas palabras que solo usted juntaría.
reset-set-do = Guardar la contraseña
reset-set = Su contraseña ha cambiado. Entre con ella.

settings-title-mail = Correo
settings-holds-mail = El servidor que lleva las cartas a pacientes y colegas, y las cartas que alguien debe revisar.
mail-state-on = Se envían cartas
mail-state-off = El correo no está configurado: los pacientes leen las respuestas solo en su página
mail-server = Servidor de correo
setting-mail-host = Servidor
setting-mail-port = Puerto
setting-mail-security = Cifrado
setting-mail-user = Nombre de usuario
setting-mail-password = Contraseña
setting-mail-from-name = Nombre en las cartas
setting-mail-from-address = Dirección en las cartas
mail-help-host = Por ejemplo, smtp.example.com.
mail-help-port = Vacío, el habitual.
mail-help-user = Vacío si el servidor no pide ninguno.
mail-help-password = La contraseña se guarda sellada y no se muestra nunca. Déjela vacía para conservarla.
mail-help-password-none = Se guarda sellada y no vuelve a mostrarse.
mail-security-tls = TLS desde el principio (puerto habitual 465)
mail-security-starttls = STARTTLS, obligatorio (puerto habitual 587)
mail-security-none = Ninguno: solo con un servidor en esta misma máquina
mail-lost = La contraseña no se puede abrir
mail-lost-help = No está el archivo de clave con el que se selló. Escriba la contraseña otra vez o devuelva el archivo anterior a su sitio. No se ha perdido nada más.
mail-key-nowhere = No hay archivo de clave
mail-key-nowhere-help = Las contraseñas se sellan con un archivo de clave fuera de la base de datos. Inicie Anteroom con --key-file y una ruta, y guarde de nuevo.
mail-key-exposed = Otros pueden leer el archivo de clave
mail-key-exposed-help = Haga que solo su dueño pueda leerlo (chmod 600) y guarde de nuevo.
mail-key-unreadable = El archivo de clave no sirve
mail-key-unreadable-help = No se puede leer ni escribir, o no contiene una clave. No se guardó nada.
mail-test = Enviarme una carta de prueba
mail-test-help = Va a la dirección con la que usted entra. Si no se puede enviar, aparecerá abajo con el motivo.
mail-tested = La carta de prueba va en camino. Mire su correo dentro de un minuto.
mail-forget = Dejar de enviar correo
mail-forget-help = Se borra la contraseña. Los pacientes leerán las respuestas solo en su página.
mail-outbox = Bandeja de salida
mail-waiting = { $n ->
    [0] Ninguna carta espera.
    [one] Una carta espera su envío.
   *[other] { $n } cartas esperan su envío.
}
mail-unknown = No se sabe si estas llegaron
mail-unknown-help = El servidor las tomó y nunca dijo que sí. No se envían otra vez por sí solas.
mail-failed = Estas no salieron
mail-none = No hay nada que revisar.
mail-about = sobre la #{ $number }
mail-again = Enviar otra vez
mail-arrived = Llegó
letter-name-arrived = Acuse de una solicitud
letter-name-answer = Aviso de una respuesta
letter-name-invitation = Invitación
letter-name-reset = Otra contraseña
letter-name-ring = Aviso urgente
letter-name-test = Carta de prueba
letter-why-refused = El servidor rechazó para siempre la dirección o la carta.
letter-why-busy = El servidor estuvo ocupado una y otra vez.
letter-why-unreachable = No se pudo llegar al servidor.
letter-why-sign-in = El servidor rechazó nuestro nombre, nuestra contraseña o nuestra dirección.
letter-why-encryption = El servidor no ofrece un cifrado de confianza.
letter-why-walled = La dirección del servidor está cerrada para esta instalación. Quien la administra puede abrirla con --egress.
letter-why-not-set = No había correo configurado, la contraseña no se pudo abrir o no se conoce la dirección pública.
letter-why-no-address = No hay una dirección a la que se pueda escribir.
letter-why-too-many = La dirección recibió demasiadas cartas en una hora.
letter-why-over = Ya pasó aquello de lo que trataba.
letter-why-person = Alguien lo revisó y lo dijo.

settings-title-invitations = Invitaciones
settings-holds-invitations = A quién se invita a trabajar aquí. El enlace se muestra una sola vez, y se envía si hay correo configurado.
invitations-state = Cree un enlace para un nuevo colega
invitations-new = Invitar a alguien
setting-login = Correo electrónico con el que entrará
invitations-do = Invitar
invitations-open = Esperan respuesta
invitations-none = Ahora no hay nadie invitado.
invitations-until = hasta { $when }
invitations-again = Enlace nuevo
invitations-withdraw = Retirar
handed-title = Este es el enlace
handed-lead = Se muestra solo esta vez. Entrégueselo usted a { $name } por un medio de su confianza. Sirve una sola vez.
handed-mailed = También va en camino una carta con un enlace propio.
handed-label = Enlace
handed-back = Listo
handed-reset-lead = Se muestra solo esta vez y sirve durante una hora. Entrégueselo usted a su colega por un medio de su confianza.
handed-not-theirs = No se creó ningún enlace
handed-not-theirs-help = Esta cuenta abre también el escritorio de otro consultorio, así que ningún enlace de aquí puede abrirla. Quien administra esta instalación puede darle otra contraseña.
handed-no-account = Este colega nunca entra, así que no hay contraseña que cambiar.
handed-make-title = Otra contraseña
handed-make-help = Usted recibe un enlace, una sola vez, para entregárselo. Con él eligen otra contraseña y se cierran todas sus sesiones. No sirve para una cuenta que también es de otro consultorio.
handed-make = Crear un enlace

# Hoy, para la administración.
letters-unknown = { $n ->
    [one] Una carta quizá no llegó.
   *[other] { $n } cartas quizá no llegaron.
}
letters-failed = { $n ->
    [one] Desde ayer no se pudo enviar una carta.
   *[other] Desde ayer no se pudieron enviar { $n } cartas.
}
letters-astray-more = Nada se envía dos veces por sí solo: mire y diga si se envía de nuevo.
letters-astray-do = Ver las cartas
