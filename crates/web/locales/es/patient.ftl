# Lo que leen los pacientes: palabras sencillas, frases cortas.
emergency = En una emergencia llame al
nav = Páginas
nav-ask = Pregúntenos
call = Llamar al { $phone }
foot-privacy = Sin rastreadores, nada de terceros. Lo que escribe solo lo lee el consultorio.

practices-title = ¿Qué consultorio?

home-title = ¿En qué podemos ayudar?
home-ask = Pregúntenos algo
home-answer = escriba ahora y le responderá una persona a más tardar { $when }
home-no-hours = Aquí todavía no podemos recibir mensajes, porque falta nuestro horario. Llámenos, por favor.
home-often = Preguntas frecuentes
home-find = Dónde estamos
start-scheduling = Quiero pedir o cambiar una cita
start-clinical = Tengo una pregunta sobre mi salud
start-refill = Necesito una receta
start-referral = Necesito una derivación
start-billing = Tengo una pregunta sobre una factura
start-records = Necesito mi expediente
start-complaint = Quiero quejarme

ask-title = Pregúntenos algo
ask-lead = Tarda un minuto y no hace falta una cuenta. Le responderá una persona a más tardar { $when }.
ask-kind = ¿De qué se trata?
ask-words = ¿Qué necesita?
ask-words-help = En cualquier idioma. Si se siente muy mal, mejor llámenos; en una emergencia llame al número de arriba.
ask-name = Su nombre
ask-phone = Teléfono
ask-email = Correo electrónico
ask-contact-help = Basta un número de teléfono o un correo electrónico. Solo lo usamos para responderle.
ask-about = ¿Para quién es?
ask-about-help = Déjelo vacío si es para usted.
ask-location = Dónde
ask-location-any = No importa
ask-interpreter = Necesito un intérprete

stopped-early = Eso fue rápido. Léalo una vez más, por favor, y pulse Enviar.
stopped-stale = La página estuvo abierta mucho tiempo. Todo lo que escribió sigue aquí: pulse Enviar una vez más, por favor.
stopped-trap = Se rellenó un campo oculto, quizá por su navegador. Todo lo que escribió sigue aquí: pulse Enviar una vez más, por favor.
stopped-many = Ahora mismo llegan muchísimos mensajes. Todo lo que escribió sigue aquí: espere un minuto y pulse Enviar, o llámenos.
kept-words = Lo que escribió
stopped-busy = Ahora mismo hay mucho trabajo. Todo lo que escribió sigue aquí: pulse Enviar de nuevo en unos segundos, por favor, o llámenos.

status-title = Su solicitud
status-thanks = Gracias, tenemos su solicitud
status-lead = #{ $number } · enviada: { $when }
status-answers = { $name } le responderá a más tardar { $when }.
status-somebody-answers = Le responderá una persona a más tardar { $when }.
status-answers-next = La respuesta aparece en esta página. Si no puede esperar, llámenos.
status-late = Debería tener respuesta desde: { $when }. Lo sentimos.
status-late-next = Le responderemos. Si no puede esperar, llámenos ahora.
status-answered = { $name } respondió: { $when }.
status-answered-next = Escriba abajo si falta algo.
status-received = Tenemos su solicitud.
status-waiting-next = Esperamos su respuesta: escríbala abajo.
status-settled = Su solicitud está resuelta.
status-settled-next = Escriba abajo si falta algo; así se abre de nuevo.
status-sent = Tenemos sus palabras.
status-keep = Guarde esta dirección
status-keep-help = Es la única forma de volver a esta página. Guárdela o anótela; quien la tenga puede leer su solicitud.
status-thread = Lo que se dijo
status-you = Usted
status-by = { $name }, { $practice }
status-automatic = Automático
status-attempt = Intentamos llamarle y no le encontramos.
status-write-on = Escríbanos otra vez
via-writing = Respondido por escrito.
via-phone = Hablamos por teléfono.
via-in-person = Hablamos en persona.
automatic-acknowledged = Tenemos su mensaje. Si se siente mal, llámenos; en una emergencia llame al número de arriba.

expired-title = Este enlace ya no está abierto
expired-lead = Los enlaces a una solicitud se cierran tras un tiempo, para que nadie más pueda leerla. Pregúntenos de nuevo o llame.
expired-ask = Pregúntenos algo
