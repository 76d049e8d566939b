# Las páginas del consultorio: médicos, sedes, qué traer, contacto, lugares cerca de un código postal; y sus ajustes.
nav-about = Sobre nosotros
home-about = { $name }: háganos una pregunta, vea cuándo abrimos y cómo encontrarnos. El número de emergencias está en cada página.

week-caption = Horario de una semana normal
week-today = hoy
week-closed = Cerrado

doctors-title = Nuestros médicos
doctors-about = { $n ->
    [one] El equipo médico de { $name }: idiomas y si se aceptan pacientes nuevos.
   *[other] Los { $n } médicos de { $name }: idiomas y quiénes aceptan pacientes nuevos.
}
doctors-speaks = Habla { $languages }
doctors-accepting = Acepta pacientes nuevos
doctors-full = Por ahora no acepta pacientes nuevos

locations-title = Sedes
locations-about = { $n ->
    [one] Dónde está { $name }: dirección, teléfono, horario y si está abierto ahora.
   *[other] Las { $n } sedes de { $name }: direcciones, teléfonos, horarios y cuáles están abiertas ahora.
}
location-about = { $name }, { $practice }: { $address } Horario, próximos días de cierre, teléfono y cómo llegar.
location-where = Dónde
location-no-address = Todavía falta la dirección. Llámenos, por favor.
location-directions = Cómo llegar, en OpenStreetMap
location-hours = Horario
location-soon = Próximos días diferentes

bring-title = Qué traer
bring-about = Qué traer a una cita en { $name }.
bring-unsure = ¿Tiene dudas?

contact-title = Contacto
contact-about = Cómo comunicarse con { $name }: escriba, llame o venga; con el horario de atención.
contact-desk = Cuándo atendemos

near-title = Encuéntrenos cerca
near-link = ¿Qué sede le queda más cerca?
near-about = Escriba su código postal y vea qué sedes de { $name } le quedan más cerca, con distancia, horario y teléfono.
near-code = Su código postal
near-code-help = Cinco cifras, por ejemplo 10001. No se guarda.
near-go = Buscar
near-no-code = Escriba las cinco cifras de un código postal, por ejemplo 10001
near-no-such-code = No conocemos ese código postal. Revíselo o pruebe con uno cercano
near-nearest = { $n ->
    [one] Lo más cercano a { $code }
   *[other] Los { $n } lugares más cercanos a { $code }
}
near-none = No conocemos ningún lugar cerca de ahí
near-none-help = Llámenos, por favor, y le decimos adónde ir.
near-miles = { $n } millas
near-hours-unknown = No podemos saber si está abierto ahora: llame antes, por favor
near-words = Su horario de hoy se indica así: «{ $words }».
near-told = El horario de los lugares que no son nuestros es el que nos indicaron el { $when }. Llame antes de ir, por favor.
near-source = Las distancias son en línea recta desde el centro del código postal. Dónde está cada código postal:

# Idiomas que hablan los médicos.
tongue-am = amárico
tongue-ar = árabe
tongue-bn = bengalí
tongue-de = alemán
tongue-en = inglés
tongue-es = español
tongue-fa = persa
tongue-fr = francés
tongue-hi = hindi
tongue-ht = criollo haitiano
tongue-it = italiano
tongue-ja = japonés
tongue-ko = coreano
tongue-pl = polaco
tongue-pt = portugués
tongue-ru = ruso
tongue-so = somalí
tongue-sw = suajili
tongue-tl = tagalo
tongue-uk = ucraniano
tongue-ur = urdu
tongue-vi = vietnamita
tongue-zh = chino
tongue-ase = lengua de señas americana

# Ajustes.
changes-of-doctor = Médico
changes-of-place = Lugares importados
settings-title-doctors = Médicos en el sitio web
settings-holds-doctors = Qué médicos se presentan a los pacientes, sus idiomas y quiénes aceptan pacientes nuevos.
settings-title-facts = Datos en el sitio web
settings-holds-facts = Qué dice el sitio web y desde cuándo alguien lo da por cierto.
doctors-state = { $n ->
    [0] No se nombra a ningún médico.
    [one] Se nombra a un médico.
   *[other] Se nombra a { $n } médicos.
}
doctors-hidden = No está en el sitio web
doctors-none = Todavía nadie trabaja aquí como personal clínico. A quien tenga esa función se le puede nombrar en el sitio web.
facts-state = { $n ->
    [0] Todo se revisó en el último año.
    [one] Un dato lleva más de un año sin revisarse.
   *[other] { $n } datos llevan más de un año sin revisarse.
}
facts-since = Se da por cierto desde el { $when }.
facts-stale = Revíselo otra vez, por favor.
facts-hold = Sigue siendo así
facts-directory-help = Estos lugares vienen de una tabla. Impórtela de nuevo cuando haya una más reciente.
fact-practice = Nombre, teléfono y zona horaria
fact-location = Dirección y teléfono
fact-hours = Horario
fact-doctor = Lo que se dice de la persona
fact-bring = Qué traer
fact-directory = Lugares importados
setting-shown = Se nombra en el sitio web
setting-title = Después del nombre
setting-languages = Idiomas
setting-accepting = Acepta pacientes nuevos
setting-about-en = Lo que leen los pacientes, en inglés
setting-about-es = Lo que leen los pacientes, en español
setting-about = Lo que leen los pacientes
setting-point = Latitud y longitud
setting-held = Sigue siendo así
setting-written = Escritos
setting-bring-en = Qué traer a una cita, en inglés
setting-bring-es = Qué traer a una cita, en español
setting-help-title = por ejemplo MD, FAAP
setting-help-languages = sus nombres cortos, por ejemplo en, es, vi
setting-help-about-en = Unas frases: qué le importa, para quiénes está.
setting-help-about-es = Vacío: quienes leen en español ven el texto en inglés.
setting-help-point = por ejemplo 30.2672, -97.7431; vacío: el centro del código postal de la dirección
setting-help-bring-en = Una cosa por línea. Vacío: esa página no existe.
setting-help-bring-es = Vacío: esa página no existe en español.
fault-shape-languages = Escriba los idiomas con sus nombres cortos y comas entre ellos, por ejemplo en, es
fault-shape-point = Escriba latitud y longitud con una coma entre ellas, por ejemplo 30.2672, -97.7431
