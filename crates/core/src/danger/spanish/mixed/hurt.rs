//! The dangers in Spanish that are told in parts: of the mind, of accidents, and of the rest of the body.
//!
//! Decides nothing: a table. How a mix is read stands in `mix.rs`.

use crate::danger::Sign;
use crate::danger::rules::{Rule, always, named};

pub(in crate::danger::spanish) const RULES: &[Rule] = &[
    always(
        "es.suicide.mixed",
        Sign::Suicide,
        "
            amenaza|amenazo|amenazando & matarse|suicidarse|colgarse|cortarse|tirarse|aventarse|morirse;
            quiero|quisiera|queria|ganas|ojala|quiere & no|nunca|jamas & despertar|despertarme|despierte|despertara;
            ir|irme|irse|reunirme|reunirse|estar & cielo|diosito|=dios|difunto|muertos|angelitos & quiero|quiere|quisiera|ganas|voy|prefiero; encuentro|encuentra|veo|ve|hallo|tiene|tengo & chiste|sentido|caso|gusto|razon|salida & vivir|vida|seguir|nada & no|ni|sin|ya; raya|rayo|rasguna|corta|corto|pica|picaba|lastima|lastimaba|quema & brazos|brazo|piernas|munecas|muslos|venas|misma|mismo|sola|solo & navaja|=se|hija|hijo|sacapuntas|tijeras|cuchillo|proposito; descansar|desaparecer|irme|dormir & siempre & quiero|quisiera|ganas|gustaria|ya; nadie & notaria|extranaria|lloraria & =si|me; basura|estorbo|fracaso|inutil & soy|siento & vivir|morir|mejor|vida|todos|nadie|carga; despedirme|despedirse|despidiendo|despidio & todos|familia|hijos|vida|carta|siempre;
            quiero|quiere|quisiera|queria|quieren|ganas|deseo|desea|prefiero|prefiere|preferiria|gustaria|ojala|pienso|piensa|pensando|pensado|pensar|dice|dijo|voy|va|intento|intente|trato|intentado|mejor & matarme|matarse|morir|morirme|morirse|suicidarme|suicidarse|muerto|muerta|mata|mato|mate|muera|muriera|desaparecer|colgarme|colgarse|ahorcarme|ahorcarse|envenenarme|envenenarse|ahogarme|cortarme|cortarse|dispararme|aventarme|aventarse|tirarme|tirarse|lastimarme|lastimarse & =me|=se|=yo|=el|ella|mi|=ya|hijo|hija|que|vida|venas|puente|todo|a|en|mejor|veces;
            no & quiero|quiere|quisiera|queria|ganas|deseo|puedo|puede|aguanto|aguanta|vale|sentido|razon|caso|soporto|debi & vivir|viviendo|vivo|viva|existir|existiendo|vida|nacido|nacer / seguir =viviendo / estar =vivo|viva / estar =aqui / estar =en =este|el =mundo; mejor|felices|tranquilos|descansar|tranquila & =si|=sin|estuviera|existiera|muriera|faltara|desapareciera|viviera & no|yo|muriera|muerto|muerta|desapareciera|estuviera|=me|=se / =sin =mi;
            pistola|soga|cuerda|pastillas|navaja|cuchillo|veneno|arma|balas|puente|azotea & compre|tengo|tiene|consegui|guardando|juntando|guarde|lista|listo|escondidas|escondio|viendo|mirando|saltar|brincar|tirarme & morir|acabar|terminar|matarme|ya|ayuda|todo|vida|adios|mas|despedirme|despedida|noche;
            acabar|terminar|quitarme|quitarse|quitar|termino|acabo|fin / ponerle fin & =con|=de|=la|=mi|=su & vida|todo|todas|conmigo|existencia|sufrimiento / mi =dolor; cortar|cortarme|corta|corto|cortando|corte|cortes|cortadas|rasguna|navaja & brazos|munecas|venas|piernas|muslos|antebrazo|antebrazos & se|=me|hija|hijo|proposito|misma|mismo|navaja|pienso|sola|solo|encontre|vi|tiene;
            cansado|cansada|harto|harta|aburrido|aburrida & vivir|vida|existir|luchar|todo & =de|ya|no|=mi; carta|nota|mensaje|mensajes & despedida|adios|despidiendose|despidio|morir|perdon|suicid*|muerte; nadie & extranar|extranaria|extrane|extranara|importaria|quiere|importo|quiera & =me|muerto|muerta|muero|si;
            voces|voz & mate|lastime|muera|matar|matarme|salte|corte|dicen|dice & =me|que|=le|a; =todas pastillas|=todas medicinas|frasco pastillas & dormir|morir|despertar|acabar|tomarme|tomarmelas; estorbo|carga|sobro|valgo|inutil & =para|todos|familia|nada|mejor|vida|sin|vivir|morir;
            dormir|dormirme|dormirse & no|nunca|siempre|jamas & despertar|siempre|quiero|quisiera|despertarme|ojala; vida & sentido|vale|pena|aguanto|sirve|quiero & no|sin|mi / ya =no; para & que & vivir|seguir =viviendo|vivo; hacerme|hacerse|hacerte & dano & =me|quiero|quiere|ganas|pienso|misma|mismo|se|pensado|miedo|puedo
        ",
    ),
    named(
        "es.violence.mixed",
        Sign::Violence,
        "
            agarro|apreto|aprieta|ahorco|puso|manos|jalo & cuello|garganta|pescuezo & =me|=mi|pareja|marido|novio|esposo|ex|el; =ex|marido|esposo|novio|pareja|hombre|=el & pistola|arma|cuchillo|machete|navaja & trae|tiene|afuera|amenaza|con|saco|puso|=me|apunto; =ex|marido|novio|hombre|exmarido|exnovio|alguien & sigue|siguiendo|afuera|espera|esperando|persigue|vigila|acosa & =me|casa|miedo|afuera|amenaza; deja|dejan|permite & salir|llamar|telefono|hablar|dinero|trabajar|ver & no & marido|esposo|pareja|novio|=el|=me; casi|punto|estuve & sacudo|sacudi|pego|avente|aviento|golpeo|ahogo|pegarle|sacudirlo|sacudirla|aventarlo|aventarla|lastimo & bebe|hijo|hija|=lo|=la|nino|nina|=le|mi;
            esposo|marido|novio|pareja|esposa|=ex|papa|padrastro|=el|=ella|hijo|hermano|padre|madre|mama|padrino|tio|primo|senor|novia|viejo|vecino|cuidadora|ninera & pega|golpea|golpeo|pego|golpeando|viola|violo|maltrata|ahorco|ahorca|abusa|abuso|cachetea|cacheteo|patea|pateo|amenaza|amenazo|amenazado|estrangulo|jalonea|empujo|empuja|aviento|avento|encierra|encerro|toco|manoseo|toca|tocaba|forzo|obliga|agredio & =me|=nos|=mi|hijos|ninos|hija|mama|cuchillo|pistola|toma|borracho|ellos|nina|=le|partes;
            matar|matarme|matarnos|mata|mate|lastimar|lastime|golpear|pegue|pegar|matara & dice|dijo|amenaza|amenazo|miedo|va|quiere|voy|jura|juro & esposo|marido|novio|pareja|=ex|=el|papa|padrastro|=me|=nos|=mis|exesposo|exnovio|ella|=va;
            miedo|temo|temor|huir|escapar|escape|escondida|peligro & esposo|marido|novio|pareja|=ex|padrastro|casa|=el & regresar|pegue|mate|haga|matar|volver|casa|golpee|lastime|violento|vida|encuentre|llegue|=le|=al;
            quiero|ganas|voy|miedo|impulso|impulsos|pienso|pensamientos|siento & lastimar|lastimarlo|lastimarla|matar|matarlo|matarla|pegarle|sacudir|sacudirlo|sacudirla|ahogar|ahogarlo|aventar|aventarlo|golpear|golpearlo|disparar / hacerle dano & bebe|hijo|hija|alguien|mi|esposo|ninos|=a|nino|nina|ellos|escuela|todos|gente|=lo|=la;
            tocaron|toco|manoseo|tocaba|tocado|toca|tocando & partes|intimas|privadas|indebidamente|inapropiadamente|hija|nina|hijo|nino & tio|padrastro|primo|vecino|maestro|dice|dijo|privadas|intimas|alguien|abuelo|entrenador|hombre|conto; moretones|marcas|golpes|quemaduras & padrastro|guarderia|ninera|papa|novio|cinturon|escuela|esposo & hijo|hija|nino|nina|regreso|tiene|viene|con|cuerpo;
            abusaron|violaron|violada|violado|abusada|abusado|golpeada|golpeado & =me|=la|=de|fui|=mi|sexualmente|anoche|fiesta|hija|hijo|=lo|por; tirotear|balacera|disparar|matar|bomba & escuela|trabajo|todos|companeros|maestro|jefe & quiere|quiero|va|voy|dijo|dice|amenazo|escribio
        ",
    ),
    named(
        "es.seizure.mixed",
        Sign::Seizure,
        "
            ojos|ojitos & blanco|blancos & quedo|trabado|trabada|puso|puestos|tieso|tiesa|volteo|echo|desmayo|tenia; trabado|trabada|engarrotado|engarrotada|engarroto & ojos|boca|cuerpo|tembl*|quedo|morado;
            tiembla|temblando|temblo|temblaba|sacude|sacudia|sacudiendo|sacudidas|temblores|tieso|tiesa|rigido|rigida|brincaba|convulsionando|convulsiono|convulsiona|convulsion|jaloneaba|retorcia & ojos|espuma|boca|responde|respondia|reacciona|cuerpo|todo|toda|morado|desmayo|babeaba|babeando|piso|fiebre|minutos|minuto|segundos|brazos|orino|blancos|lengua|desmayado & ojos|espuma|responde|reacciona|rigido|cuerpo|todo|toda|tieso|blancos|minutos|minuto|boca|segundos|se|fiebre|piso|volteo|responde|orino;
            ojos|ojitos & blanco|blancos|volteo|voltearon|volteados|volteaba|fueron|fue|atras|arriba|rodaron|torcieron|volteando|perdidos & =le|=los|se|atras|blanco|blancos|arriba|ataque|tras|tembl*|tieso|tiesa|fiebre; espuma|espumarajos|baba & boca & ataque|echa|echando|tembl*|sacud*|saca|salio|sale|le|por|convuls*;
            ataque|ataques|crisis|convulsion|convulsiones|episodio & ojos|tembl*|epilepsia|epileptico|epileptica|convulsivo|espuma|sacud*|tieso|tiesa|fiebre|minutos|responde|otro|otra|desmayo|piso|hoy|seguidos|dio|dando; ido|ida|mirada|mirando & fija|fijo|perdida|responde|contesta & segundos|rato|minutos|responde|contesta|tiembla|episodios|parpadea & no|se|queda|mirada
        ",
    ),
    named(
        "es.head.mixed",
        Sign::HeadInjury,
        "
            trancazo|madrazo|fregadazo|guamazo|porrazo|zape|golpazo|chingadazo|golpe & @head|cabeza; @head|cabeza & dormilon|dormilona|sonoliento|atarantado|atarantada|vomita|mareado|mareada|desorientado & golpe|golpeo|cayo|dio|pego|caida|trancazo|muy|pegado;
            cayo|cai|caido|caida|caerse|caia|golpe|golpeo|golpie|golpee|pego|pegue|golpearon|pegaron|resbalo|resbale|tropezo|estrello|choco|cabezazo|balonazo|pelotazo|pedrada|tumbo|rodo|tiraron|aventaron|patada|descalabro & @head|cabeza|cabecita|frente|sien|craneo|nuca|cara|ceja & @vomiting|dormido|dormida|sueno|mareo|mareado|mareada|confundido|confundida|chichon|chipote|bola|sangre|sangra|sangrando|borroso|recuerda|acuerda|memoria|desmayo|conocimiento|moreton|moreton|hundido|abierta|abrio|fuerte|dolor|duele|llora|pupilas|oido|nariz|piso|concreto|escalera|escaleras|hoy|ayer|anoche|rato|anticoagulante|warfarina|raro|rara|repite|bano;
            cayo|caido|caida|rodo|resbalo|solto|tiro|cai|cayeron & cama|sillon|sofa|cuna|mesa|cambiador|brazos|carriola|silla|escalera|escaleras|andadera|columpio|portabebe & @tiny|meses|semanas|cabeza|@vomiting|dormido|dormida|cabecita; cayo|cai|golpeo|caida|golpe & @vomiting|desmayo|desmayado|confundido|confundida|conocimiento|somnoliento|somnolienta|inconsciente|dormido|recuerda;
            cabeza|cabecita|craneo & hundido|hundida|abierta|abrio|partio|rajo|fractura|sume|chipote|chichon|partida; pupila|pupilas & grande|diferente|diferentes|desiguales|otra; mollera|mollerita & golpe|golpeo|pego
        ",
    ),
    named(
        "es.injury.mixed",
        Sign::Injury,
        "
            rebano|rebane|volo|mocho|moche|corto|corte|amputo|arranco & dedo|dedos|mano|yema|punta|oreja & sierra|cuchillo|maquina|puerta|=se|=me|rebanadora|cortadora|esmeril|licuadora; olla|sarten|cafe|sopa|caldo|frijoles|agua|aceite|te|tetera|plancha|comal & hirviendo|caliente|hirviente|ardiendo|quemo|ampollas & piernas|pierna|encima|cara|mano|brazo|pecho|panza|=le|=se|=me|cuerpo;
            quemo|queme|quemada|quemado|quemadura|quemaduras|quemaron|quemandose|escaldo|ampollas|ampolla|despellejo|despelleja|despellejando & agua|aceite|hirviendo|caliente|ampollas|ampolla|cara|grado|cafe|sopa|estufa|fuego|mano|manos|brazo|brazos|pierna|piernas|pecho|espalda|plancha|comal|olla|vapor|acido|cuerpo|lumbre|gasolina|cuete|cohete|escape|te|piel|pie|panza|manteca|dedos|horno;
            hirviendo|caliente|aceite|lumbre|fuego & encima|cayo|derramo|tiro|echo|volteo|salpico & nino|nina|hijo|hija|bebe|mano|brazo|cara|pierna|pecho|cuerpo|=se|=le|=me|cafe|agua|sopa;
            descarga|toque|toques|corriente|enchufe|cable|cables|contacto|electricidad|rayo|tomacorriente|luz|electrica & dio|agarro|metio|pego|mordio|electrocuto|recibio|tiro|electrica|quemo|pasada|paso|toco|cayo|dieron|electricidad|dedos|sacudio|avento|avento;
            alberca|piscina|tina|banera|mar|rio|lago|playa|laguna|cubeta|pileta|jacuzzi & ahogo|ahogando|ahogaba|ahogarse|hundio|sacamos|sacaron|saque|fondo|trago|flotando|cayo|sumergio|rescataron|bocabajo|debajo; dedo|dedos|mano|oreja|pie|brazo|punta|pulgar & corto|corte|cortado|arranco|mocho|trozo|amputo|machuco|aplasto|cerceno|colgando|cortada|prenso|volo & sierra|casi|completo|maquina|todo|machete|cuchillo|puerta|licuadora|punta|pedazo|hueso|colgando|molino|sangre|profundo|podadora|hacha|=se|cortadora;
            herida|cortada|cortadura|corte|corto|cuchillada|navajazo|machetazo|tajo|rajada|raja|rajo & profunda|profundo|honda|hondo|abierta|abierto|grande|hueso|tendon|grasa|carne|puntadas|chorro|fea & mano|pierna|brazo|pie|cara|dedo|se|=me|vidrio|cuchillo|machete|ve|cabeza|tiene|muy|necesita|rodilla;
            choque|choco|chocamos|chocaron|atropello|atropellaron|atropellado|accidente|volcamos|volco|carambola|volcadura|estrello & carro|coche|auto|moto|camion|troca|camioneta|bici|bicicleta|trailer|cuatrimoto|caballo|patin & duele|dolor|cuello|cabeza|espalda|pecho|panza|sangre|golpe|golpeado|golpeada|hoy|ahorita|acabo|anoche|=me|=lo|=la|rato|ayer|hijo|pierna;
            cayo|cai|caido|aventaron|brinco|caida & techo|azotea|piso|balcon|ventana|arbol|escalera|barda|andamio|caballo|metros|segundo|altura & espalda|cabeza|cuello|pierna|hueso|duele|mueve|mover|metros|segundo|tercer|desde|del|cadera|=de|dolor|brazo;
            hueso|pierna|brazo|muneca|tobillo|codo|pie|hombro & salido|afuera|expuesto|fuera|torcido|deforme|doblado|chueco|quebrado|quebro|rompio|roto|zafado|zafo|fracturo|fractura & ve|hueso|asoma|feo|horrible|raro|chueco|hinchado|mover|salido|expuesto|morado|carne|se|duele|afuera;
            clavo|vidrio|cuchillo|varilla|palo|anzuelo|fierro|aguja|tornillo|desarmador|picahielo & enterro|encajo|clavo|atraveso|metio|enterrado|encajado|espino|incrusto & pie|mano|pecho|panza|cuello|pierna|estomago|brazo|espalda;
            perro|perros|gato|mapache|murcielago|coyote|zorrillo|pitbull|rata|mono & mordio|ataco|mordida|mordieron|mordido & cara|cuello|cabeza|rabia|callejero|calle|profundo|profunda|sangre|mano|bebe|nino|nina|hijo|hija|pierna|brazo|fuerte;
            calor|sol|insolacion & desmayo|confundido|desorientado|insolacion|insolado|golpe|desmayado|deliraba|delirando|suda; siente|siento|mover|mueve & piernas|pies & caida|cayo|choque|accidente|golpe|orina|espalda|no|ni|dormidas; balazo|disparo|dispararon|balearon|navajazo|apunalaron|acuchillaron|punalada|picaron|plomazo & =me|=le|=lo|pierna|pecho|brazo|hijo|hermano|esposo|un|una
        ",
    ),
    named(
        "es.meningitis.mixed",
        Sign::Meningitis,
        "
            cuello|nuca|pescuezo & tieso|rigido|tiesa|rigida|duro|dura|doblar|mover|voltear|agachar|rigidez|duele|dolor|pegar|barbilla|girar & fiebre|calentura|temperatura|vomit*|luz|cabeza|caliente|vomito|ardiendo|arde|39|40|41;
            luz & molesta|lastima|ojos|duele|aguanta|soporta & cuello|nuca|fiebre|calentura|cabeza; manchas|puntos|manchitas|puntitos|ronchas|sarpullido|moretones|pintitas|lunares & morado|moradas|morados|moraditas|rojos|rojas|sangre|vino|negras|moraditos & fiebre|calentura|borran|quitan|desaparecen|apretar|presionar|aprieto|vaso|piel|cuerpo|repente|arde|ardiendo|hoy|salieron|aparecieron|decaido|decaida|piernas|crecen|aprietas|borra|salio;
            fiebre|calentura|infeccion|temperatura|40|41 & confundido|confundida|delira|delirando|letargico|letargica|aguado|aguada|desvaria|desvariando|aguadito|aguadita|reacciona|alucina|alucinando|convuls*|somnoliento|moteada|incoherencias|desorientado|desorientada|despierta|manchada|marmoreada;
            quimio|quimioterapia|leucemia|trasplante|dialisis|neutropenia|cancer|defensas|cateter & fiebre|calentura|38|38.5|39|40|escalofrios|temblores|temperatura & =con|tiene|tengo|hoy|esta|bajas|desde|le|=mi; mollera|mollerita|fontanela & abultada|hinchada|salida|saltada|abombada|dura|levantada|inflamada
        ",
    ),
    named(
        "es.pregnancy.mixed",
        Sign::Pregnancy,
        "
            semanas|meses & #12-42 / ocho|siete|seis|nueve & cabeza|lucecitas|luces|estrellitas|hinchada|hinchados|sangrado|sangre|sangrando|liquido|agua|mojada|contracciones|borroso|zumbido|manchando|presion|mueve|patea|chorro; bebe|bebito & movido|mueve|moviendo|patea|pateado|mueva|movimiento|movimientos & no|casi|menos|poco|dejo|nada & ayer|hoy|desde|noche|manana|anoche|panza|horas; semanas|meses & cabeza & lucecitas|luces|veo|vista|borroso|estrellitas|hinchada|hinchados|presion|zumban;
            @pregnant|embarazo|esperando =bebe & @bloody|sangrando|manchando|mancho|manchado|manchas|mancha|contracciones|colicos|liquido|vista|borroso|borrosa|lucecitas|luces|estrellitas|preeclampsia|@swollen|hinchadas|cai|caida|cayo|golpe|golpeo|choque|accidente|convulsion|desmaye|desmayo|coagulos|agua|mueve|movimientos|patadas|fiebre|punzadas|aborto|panza|zumban|zumbido|fuertes|tejido / flujo =rojo / dolor =de =cabeza / presion =alta;
            presion & #140-260 & @pregnant|semanas|meses|parto|bebe|alivie|cesarea; semanas|meses|embarazo & @bloody|sangrando|manchando|mancho|manchado|contracciones|colicos|liquido|agua|fluido|mueve|movido|moviendo|movimientos|patadas|patea|presion & embarazada|embarazo|bebe|tengo|panza|siento|tiene|saliendo|sale|salio|=yo|estoy|parto|apenas|empece|rojo|esposa;
            parto|cesarea|posparto|aliviarme|alivie|alivio|aborto|legrado / =di =a luz / nacio =mi|=el =bebe / tuve =mi|=al bebe & @bloody|coagulos|fiebre|calentura|pecho|aire|pierna|apesta|olor|huele|toallas|toalla|hemorragia|hinchada|escalofrios|vista|convulsion|desmayo|voces|herida|pus|mareada / dolor =de cabeza;
            fuente|bolsa|aguas|agua|liquido & rompio|rompieron|reventaron|revento|rota|roto|reventada|quebro|trono|trono|sale|saliendo|salio|tirando|chorreando|escurre & =se|=me|=le|bebe|semanas|meses|embarazada|verde|piernas|parto|esposa|vagina|partes; contracciones|dolores & minutos|seguidas|seguidos|fuertes|parto|regulares|pujar|semanas & cada|cinco|5|tengo|=de|ya|siento|esposa|parto|meses|semanas|empezaron|10|diez;
            bebe|bebito|panza & mueve|movido|moviendo|mueva|movio|patea|patadas|pateado|movimientos & no|ni|menos|casi|dejo|poco|ya|nada|sin & hoy|ayer|semanas|meses|panza|siento|anoche|embarazo|desde|horas|embarazada|dia|vientre|manana|adentro|sentido; cordon & sale|salio|asoma|afuera; bebe & viene|saliendo|cabeza|sale|pies & ya|nacer|pujar|afuera|veo|parto & contracciones|parto|pujar|ayuda|nacer
        ",
    ),
    named(
        "es.belly.mixed",
        Sign::AbdominalPain,
        "
            @gut & @ouch & dobla|doblo|doblar|tumba|mata|matando|caminar|levantar|levantarme|parte; estomago|barriga|panza & hecho|hecha|bolita|piso|retuerce|retorciendose|revolcandose & dolor|llora|llorando|grita|bolita|piso|bano;
            @gut & @ouch|dolorzote & @extreme|sueltes|vomitando|vomito|inflamada|hinchada|punzada; panza|barriga|estomago|vientre|abdomen|pancita & dura|duro|tabla|piedra|inflamada|hinchada|tiesa|rigido & @ouch|grita|toca|tocar|llora|vomita|vomito|aguanto|fiebre|bebe|=lo / =la toco;
            lado|abajo|derecho|baja & derecho|ombligo|bajo|abajo|panza|ingle|ombligo|barriga|estomago & @ouch & @extreme|@vomiting|caminar|peor|muy|mucho|fuerte|apendice|brincar|aguanto; apendicitis|apendice & creo|duele|dolor|revento|sera|puede|hijo|hija|rompio; verde|bilis & @vomiting & bebe|recien|semanas|=se|esta|nino|nina|hijo|hija|meses|le;
            hernia & dura|duele|morada|dolor|vomita|mete|roja|salio|atorada|vomito; doblado|doblada|retorciendo|retuerce|revuelca|revolcando & @ouch|dolor & =de|del|por|se|esta|panza|estomago
        ",
    ),
    named(
        "es.testicle.mixed",
        Sign::TesticularPain,
        "
            testiculo|testiculos|huevo|huevos|escroto & gritando|desperto|llorando|grita|dolor|duele|hinchado|morado;
            testiculo|testiculos|huevo|huevos|bolas|bola|escroto|genitales|partes|ingle|huevito|huevitos|bolsas|talega|talegas|companon|companones & @ouch|@swollen|hinchado|rojo|morado|torcido|torcio|duro|retorcio|subido|patada & repente|hinchado|hinchada|hinchados|mucho|fuerte|hijo|=el|nino|=un|=uno|duele|dolor|golpe|mi|horrible|=le|=me|desperto|vomito
        ",
    ),
    named(
        "es.sight.mixed",
        Sign::Sight,
        "
            negro|negra|oscuro|oscura|apago|nublo|borroso|borrosa|blanco & =ojo|vista & puso|quedo|repente|pronto|todo|golpe|veo|se;
            @toxic|chile|quimico|chispa|spray|gas|yeso|sosa|salpico|splash|pimienta & =ojo|ojos|ojito|ojitos; vista|vision|ver|veo|ve|mira|miro & perdi|perdio|perdiendo|perdida|negro|negra|oscuro|oscura|ciego|ciega|cortina|sombra|nublo|nublada|apago|nada|velo|borrosa|borroso & repente|=ojo|ojos|=un|golpe|hoy|no|cortina|amaneci|lado|pronto|desde|subito;
            cortina|sombra|velo|telon|relampagos|destellos|flashazos|moscas|luces / manchas =negras / puntos =negros & =ojo|ojos|vista|veo|ve|vision & =un|muchas|muchos|repente|nuevas|desde|hoy|=una|cortina|lado|de|negras|negros|como; =ojo|ojito & clavo|enterro|pico|vidrio|metal|fierro|astilla|lapiz|anzuelo|rama|piedra|golpe|pelotazo|encajo|pincho|balin|balin|corto & =le|=se|=me|sangre|ve|veo|sangra|duele|enterrado|=el|rojo|en;
            =ojo & duele|dolor & @vomiting|nauseas|halos|rojo|insoportable|horrible|vista|borroso|arcoiris|fuerte
        ",
    ),
    named(
        "es.unconscious.mixed",
        Sign::Unconscious,
        "
            vuelve|volvio|vuelto|regresa|despierta|reacciona & =si|ella|=el|todavia|aun|nada & no|ni; fue|fueron & vuelve|volvio|reacciona|responde|respira & no|ni|se; llora|llorando|lloro & lagrimas|lagrima & no|sin; pipi|orinado|orina|panal|panales|mojado & no|sin|ni|seco|secos|nada & dia|ayer|horas|hoy|noche|lagrimas|manana|hundidos|vomito|diarrea;
            @sleepy & @rousing & no|apenas|casi|muy|ni|sin|cuesta|batallo|puedo|tanto; no|ni|apenas|cuesta|batallo & despierta|despertar|despertarlo|despertarla|despertarse|despierto|desperto|despierte & comer|mama|mamar|bebe|puedo|bien|leche|pecho|dormido|dormida|desde|todo|logro|trapo|siquiera|=lo|=la|nada;
            trapo|trapito|muneco|muneca|gelatina|hilacho & =como|esta|bebe|nino|nina|aguado|aguada|despierta|responde|flojo|floja & bebe|nino|nina|=esta|no|aguado|aguada|despierta|hijo|hija|aguadito|se; ido|=ida & responde|contesta|mirada|reacciona|despierta;
            @sugar & #15-54; @sugar & baja|bajo|bajito|bajita|bajisima|bajon|cayo|desplomo & confundido|confundida|suda|sudando|tiembla|temblando|despierta|desmayo|responde|mareado|mareada|raro|rara|reacciona|sueno|habla|diabetico|diabetica|convulsion|sube|dormido|palido|muy|debil|desmayar; @sugar & #400-1500 / alta|altisima|=hi|subio & vomit*|respira|sueno|confundido|confundida|mareado|orina|dormido|debil|sed|cetonas|frutas|reacciona|vomito|vomitando|despierta|aliento; @sugar & #500-1500; cetonas|cetoacidosis;
            diabetico|diabetica|diabetes|insulina & suda|sudando|tiembla|temblando|confundido|confundida|desmayo|reacciona|responde|despierta|incoherencias|raro|rara|convulsion|frio & no|esta|muy|ahorita|se|mi|dice|frio|mama|papa|esposo;
            panal|panales|orina|orinado|pipi|moja|mojado|orinar|hecho & no|ni|sin|seco|secos|casi & #8-72 horas / desde|ayer|horas|todo|noche|dia|hundida|hundidos|lagrimas|hoy|doce|manana|seca|anoche & bebe|nina|nino|hijo|hija|=se|ha|he|lagrimas|moja|mojado|panal|boca|hace|vomito|diarrea; mollera|mollerita|fontanela|ojos|ojitos & hundida|hundidos|hundido|sumida|sumidos|caida|hundiditos; llora|llorar|lloro & sin|no & lagrimas|lagrima;
            encontre|encontramos|encontraron|tirado|tirada|cayo|desplomo|colapso|desvanecio|caido & piso|suelo|bano|cocina|cama|calle|patio|redondo|repente & responde|reacciona|contesta|despierta|mueve|respira|inconsciente|tirado|tirada|desmayo|redondo|frio|fria|levanta|desplomo|desmayado|solo|se; pulso|late|latido & no|sin|encuentro|siento & encuentro|siento|tiene|corazon|pulso; desmayo|desmaye|desmayado|desmayada|desmayos & otra|dos|hoy|vez|bano|calor|parado|corriendo|iglesia|escuela|ejercicio|casi|=se|=me|ya|piso|veces
        ",
    ),
];
