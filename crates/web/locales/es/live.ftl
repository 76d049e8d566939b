# Pantallas en vivo, quién más está aquí, borradores, teclas y la búsqueda que se abre con /.
live-changes = Cambios: { $n }
live-show = Mostrar
live-new = Nuevo de { $name }
live-updated = Esta página se actualizó
live-offline = Sin conexión. Lo que escriba queda en esta página y se guarda cuando vuelva la conexión.
live-ended = Su sesión terminó. Lo que escribió queda en esta página.
live-sign-in = Iniciar sesión
live-elsewhere = Esto cambió mientras usted escribía. Lo que escribió sigue aquí.
live-load = Volver a cargar
present-looking = { $name } está mirando
present-writing = { $name } está escribiendo
draft-yours = Su borrador de { $when }
draft-drop = Descartarlo
draft-kept = Borrador guardado, { $when }
draft-other = Borrador guardado, { $when }. Reemplazó lo que usted escribió en otra ventana.
draft-gone = Este borrador se envió o se descartó en otra ventana. Siga escribiendo para empezar otro.
draft-unsent = No se envió: no hay conexión. Sus palabras siguen aquí; pulse Enviar otra vez cuando vuelva.
draft-waits = Aún no se guardó. Queda en esta página y seguimos intentando.
find-title = Buscar
find-label = El número de una solicitud, una persona, una página o algo que hacer
find-help = Escriba un número como 1042, un nombre, un teléfono o el nombre de una página.
find-none = No se encontró nada. Pruebe con un número, con menos letras o con otra ortografía.
find-request = Solicitud
find-page = Página
find-action = En esta página
find-found = { $n ->
    [one] 1 resultado
   *[other] { $n } resultados
  }
key-find = buscar una solicitud, una persona o una página
key-changes = mostrar los cambios que esperan
key-sheet = ver estas teclas
key-card = abrir la tarjeta de preguntas de los clínicos
