# Qué falló y qué hacer.
problem-home = Al inicio
problem-missing = Esta página no está aquí
problem-help-missing = Revise la dirección o empiece por el inicio.
problem-encoding = Este texto no se puede leer
problem-help-encoding = Sus letras no están en UTF-8. Vuelva y escríbalo de nuevo, o envíelo desde otro navegador.
problem-content-type = Esto no es un formulario nuestro
problem-help-content-type = Envíelo como application/x-www-form-urlencoded, como hacen las páginas.
problem-too-large = Esto es demasiado largo
problem-help-too-large = Vuelva y acórtelo; de una carta larga, envíe lo importante y diga que hay más.
problem-method = Esto no se puede hacer aquí
problem-help-method = Empiece por el inicio y use los botones de la página.
problem-forged = Este formulario no vino de nuestra página
problem-help-forged = Vuelva, cargue la página de nuevo y envíelo otra vez. Si no sirve, entre de nuevo.
problem-refused = Esto no se puede hacer ahora
problem-invalid = Algo en este formulario no se puede aceptar
problem-help-invalid = Vuelva, revise lo que escribió y envíelo otra vez.
problem-too-many = Demasiados a la vez
problem-help-too-many = Espere un minuto e inténtelo de nuevo.
problem-busy = Hay mucho trabajo ahora
problem-help-busy = No se perdió ni se guardó nada. Inténtelo en unos segundos; si no puede esperar, llame al consultorio.
problem-internal = Algo falló de nuestro lado
problem-help-internal = Ha quedado anotado. Inténtelo de nuevo; si no puede esperar, llame al consultorio.

# Por qué las reglas rechazan algo.
refusal-spoke-first = Lo que se dijo está abajo. Lo suyo no se envió y sigue en su casilla: envíelo también o déjelo.
refusal-merged = Esta solicitud se unió a otra. Siga allí.
refusal-closed = Esta solicitud está cerrada del todo.
refusal-reply-pending = Una respuesta está en camino. Espere diez segundos o retírela primero.
refusal-nothing-pending = Ya es tarde para retirar la respuesta.
refusal-reason-needed = El paciente espera una respuesta. Diga por qué no hace falta, o responda.
refusal-obliged = El segundo plazo todavía pide su resultado y su respuesta.
refusal-snooze-in-past = Elija un momento posterior a ahora.
refusal-no-hours = El consultorio no tiene horario, así que no puede decir cuándo responde. Llame, por favor.
refusal-same = Una solicitud no se puede unir a sí misma.
refusal-other-person = No consta que estas solicitudes sean de la misma persona y, unidas, cada una mostraría las palabras de ambas. Responda a cada una por separado.
refusal-already-so = Ya está así.
