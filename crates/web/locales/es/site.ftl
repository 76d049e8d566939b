# El centro de ayuda y el sitio visto desde recepción.

# Lo que leen los pacientes.
help-title = Ayuda
help-title-of = «{ $words }» · Ayuda
help-description = Respuestas de { $practice }: visitas, medicinas, formularios y qué hacer cuando su hijo está enfermo.
help-search = ¿Qué busca?
help-search-example = fiebre, receta, formulario escolar…
help-do = Buscar
help-topics = Temas
help-empty = Aquí todavía no hay nada escrito. Pregúntenos o llámenos.
help-found = { $n ->
    [one] Una respuesta
   *[other] { $n } respuestas
}
help-nothing = No encontramos nada que coincida.
help-nothing-do = Pruebe con otra palabra, mire los temas de abajo o pregúntenos: le responde una persona.
help-other-language = Esto todavía no está escrito en español. Aquí lo tiene en inglés.
help-written = Escrito: { $when }
help-sources = De dónde viene esta información
help-helpful = ¿Le sirvió esto?
help-yes = Sí
help-no = No
help-why = ¿Qué le faltó?
help-reason-other = Responde a otra pregunta
help-reason-hard = Cuesta entenderlo
help-reason-wrong = Está mal o es antiguo
help-reason-short = Falta lo que necesito
help-words = ¿Qué buscaba usted?
help-words-help = Nadie contesta lo que escriba aquí, y no sabemos quién es usted. Si se trata de su hijo, mejor pregúntenos.
help-say = Díganoslo
help-said-yes = Gracias, nos alegra saberlo.
help-said-no = Gracias. Alguien de aquí lo lee y mejora esta página.
help-still = ¿Le queda una pregunta? Pregúntenos
help-beside = Siga leyendo
help-suggested = Puede que esto ya le responda
help-look = Ver todas las respuestas
emergency-searched = Nadie de aquí lee lo que usted busca. Llame ahora si alguien está en peligro.

# La promesa.
site-of = { $n ->
    [0] nadie buscó ni leyó en 28 días
    [one] de una visita en 28 días
   *[other] de { $n } visitas en 28 días
}
site-to-do = { $n ->
    [one] una cosa por hacer
   *[other] { $n } cosas por hacer
}
act-site-broken = El sitio respondió a { $share } de sus visitas en 28 días; se promete { $promised }.
act-site-risk = Otra semana como la última dejaría el sitio en { $share }; se promete { $promised }.
act-site-top-opinion = { $n ->
    [one] Lo primero: un artículo que no sirvió.
   *[other] Lo primero: un artículo que, según { $n } lectores, no sirvió.
}
act-site-top-search = { $n ->
    [one] Lo primero: una búsqueda que no encontró nada.
   *[other] Lo primero: palabras que se buscaron { $n } veces sin encontrar nada.
}
act-site-top-review = { $n ->
   *[other] Lo primero: un artículo que nadie ha vuelto a leer a tiempo.
}
act-site-top-fact = { $n ->
   *[other] Lo primero: un dato del consultorio que nadie ha revisado en un año.
}
act-site-more = Mire qué preguntan más los pacientes y escriba la respuesta.
act-site-do = Tareas del sitio
act-site-write = Artículos
site-figure-visits = Visitas que buscaron o leyeron
site-figure-answered = No enviaron nada
site-figure-sent = Enviaron algo de todos modos
site-figure-searched = Buscaron
site-figure-read = Leyeron
site-figure-target = Prometido
site-figure-outlook = Tras otra semana como la última
site-figure-work = Tareas del sitio abiertas
site-figure-late = Con el día vencido
site-figure-share = 28 días hasta entonces
site-past = La parte de las visitas a las que el sitio respondió, en los 28 días que terminan con cada uno de los últimos { $days } días.
site-rows = Visitas por día
site-day = Día
site-day-share = Respondidas

# La recepción.
nav-site = Sitio
site-rooms = Partes del sitio
site-tab-articles = Artículos
site-tab-work = Tareas del sitio
site-tab-categories = Categorías
site-tab-rules = Reglas
site-see = Verlo como los pacientes
site-check = Lo que necesitan los artículos
site-empty = Todavía no hay artículos
site-empty-help = Aquí los pacientes encuentran lo que preguntarían por teléfono. Empiece con una categoría, como «Venir a vernos».
site-empty-ask = Aquí los pacientes encuentran lo que preguntarían por teléfono. La primera categoría la crea quien administra el consultorio.
site-overtaken = Alguien del equipo lo cambió mientras tanto. Mire cómo está ahora y vuelva a guardar.
article-count = { $n ->
    [one] Un artículo
   *[other] { $n } artículos
}
article-add = Artículo nuevo
article-add-help = Lo escribe en el idioma de esta página; el otro viene después. Los pacientes no leen nada hasta que usted lo publique.
article-add-ask = Lo escribe en el idioma de esta página; el otro viene después. Una persona encargada lo lee y lo publica.
article-state-none = { $language }: falta
article-state-live = { $language }: publicado
article-state-changed = { $language }: publicado, con un borrador más nuevo
article-state-draft = { $language }: borrador
article-review = Volver a leer antes de: { $day }
article-opinions = A { $yes } les sirvió, a { $no } no
article-no-opinion = Nadie ha dicho todavía si sirve.
article-opinions-title = Lo que dicen los lectores
article-no-reason = Sin motivo
article-need-review = { $n ->
    [one] Uno tiene vencida la fecha de revisión
   *[other] { $n } tienen vencida la fecha de revisión
}
article-need-language = { $n ->
    [one] A uno le falta un idioma
   *[other] A { $n } les falta un idioma
}
article-need-draft = { $n ->
    [one] Uno tiene un borrador sin publicar
   *[other] { $n } tienen borradores sin publicar
}
article-need-owner = { $n ->
    [one] Uno no tiene responsable
   *[other] { $n } no tienen responsable
}
article-languages = Idiomas
article-facts = Dónde está y quién se ocupa
article-old = Direcciones antiguas que llevan aquí:
article-field-title = Título
article-field-summary = En pocas palabras
article-field-body = Texto
article-field-keywords = Palabras que usan los pacientes
article-field-sources = De dónde viene
article-field-slug = Dirección
article-field-category = Categoría
article-field-owner = Responsable
article-field-months = Volver a leerlo cada tantos meses
article-field-review-on = Volver a leerlo antes del
article-field-position = Lugar en su categoría
article-help-summary = Una o dos frases; la búsqueda las muestra.
article-help-body = ## empieza un título, - una lista, **dos asteriscos** ponen negrita, [palabras](dirección) un enlace; [Fiebre](fever) lleva al artículo con esa dirección. Sin imágenes ni HTML. Como máximo 20.000 caracteres.
article-help-keywords = Por ejemplo temperatura, vacunas, ojo rojo: la búsqueda encuentra el artículo por ellas.
article-help-sources = Una por línea. Los pacientes pueden desplegarlas.
article-help-slug = El final de su enlace, como fever. Déjelo vacío para formarlo con el título. Si cambia, el enlace antiguo lleva al nuevo.
article-help-months = De 1 a 60; doce si lo deja vacío.
article-help-position = Un número; cuanto menor, más arriba.
article-keep = Guardar como borrador
article-kept = Guardado. Los pacientes lo leen cuando se publique.
article-preview = Vista previa
article-publish = Publicar el borrador
article-publish-this = Publicar esta versión
article-withdraw = Quitarlo del sitio
article-waits = El borrador espera a que una persona encargada lo publique.
article-versions = Versiones
article-version = Versión { $n }
article-live = Es lo que leen los pacientes
article-back = Volver al artículo
article-back-words = Volver al texto
article-by-file = desde un archivo
article-overtaken = { $name } escribió una versión más nueva ({ $when }). Lo que usted escribió sigue abajo: mire la otra en la lista de versiones y luego guarde la suya encima.
article-version-by = { $name }, { $when }
article-version-first = La primera versión.
article-version-beside = Junto a la versión { $n }: lo que se quitó está tachado, lo que se añadió, subrayado.
category-add = Categoría nueva
category-none = Todavía no hay categorías.
category-top = Arriba del todo
category-field-name-en = Nombre en inglés
category-field-name-es = Nombre en español
category-field-parent = Debajo de
category-field-position = Lugar
category-field-removal = Categoría
category-position-help = Un número de 0 a 999; cuanto menor, más arriba.
category-remove = Eliminar la categoría
category-remove-help = Solo se puede eliminar una vacía: mueva antes sus artículos y categorías.
fault-taken-parent = Una categoría no puede estar debajo de sí misma: elija otro lugar
fault-long-parent = Las categorías tienen tres niveles como máximo: elija un lugar más arriba
fault-taken-removal = Esta categoría no está vacía: mueva antes sus artículos y categorías
setting-site-percent = Porcentaje de visitas a las que responde el sitio
setting-site-keeper = Quién cuida el sitio
rules-percent-help = De las visitas que buscaron o leyeron, tantas no envían nada después. De 1 a 100.
rules-keeper-help = Le tocan las tareas del sitio cuando un artículo no tiene responsable propio.
work-said = { $n ->
    [one] Una cosa por hacer
   *[other] { $n } cosas por hacer
}{ $late ->
    [0] .
    [one] , una de ellas con el día vencido.
   *[other] , { $late } de ellas con el día vencido.
}
work-help = Lo que el sitio no pudo responder. No cuenta en el reloj de ninguna promesa y no lleva el nombre de nadie.
work-view-open = Abiertas
work-view-mine = Mías
work-view-done = Hechas
work-empty-open = No hay nada que hacer en el sitio
work-empty-mine = Nada suyo
work-empty-done = Todavía no se ha hecho nada
work-empty-help-open = Aquí aparecen solas las búsquedas sin resultado, los artículos que no sirvieron y los que tienen vencida la revisión.
work-empty-help-mine = Aquí aparece lo que se le encarga a usted.
work-empty-help-done = Lo hecho queda aquí 90 días.
work-kind-opinion = Un artículo no sirvió
work-kind-search = Una búsqueda no encontró nada
work-kind-review = Un artículo con la revisión vencida
work-kind-fact = Un dato por revisar
work-words = «{ $words }»
work-erased = Palabras que se borraron
work-fact-practice = Nombre, teléfono y zona del consultorio
work-fact-location = Dirección y teléfono
work-fact-hours = Horario
work-fact-doctor = Médico
work-fact-bring = Qué traer
work-fact-directory = La lista de lugares
work-times = { $n ->
    [one] una vez
   *[other] { $n } veces
}
work-last = la última: { $day }
work-due = Para: { $day }
work-done-on = Hecho: { $when }
work-undo = No estaba hecho
work-still-right = Revisado, sigue siendo correcto
work-done = Hecho
work-erase = Borrar estas palabras
work-until = Hasta
