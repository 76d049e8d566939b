//! The words of danger in Spanish, as patients write them: of Mexico, the islands and the south, with accents or without.
//!
//! Decides nothing: a table. How a pattern is read stands in `pattern.rs`; spelling by ear (`combulcion`) in `near.rs`.

mod mixed;

use super::Sign;
use super::rules::{Language, Rule, always, firm, named};

pub(super) const LANGUAGE: Language = Language {
    spanish: true,
    classes: &["
        @hurts duele|duelen|dolor|dolores|doliendo|dolia|adolorido|dolio|ardor|punzada|punzadas|lastima|doloroso|dolorosa|dolido|duelo|dolencia|doler;
        @press presion|opresion|apretado|aprieta|opresivo|oprime|apreton|pesadez|pesado|ardor|punzadas|punzada;
        @heart corazon;
        @breathe respirar|respira|respiro|respiracion|respirando|respire|respiran;
        @sleepy despierta|despertar|despertarlo|despertarla|despierto|reacciona|responde|contesta;
        @side lado|mitad|media|izquierdo|izquierda|derecho|derecha;
        @swollen hinchado|hinchada|hinchados|hinchadas|hincha|hinchan|hinchando|hincho|hincharon|hinchazon|inflamado|inflamada|inflamando;
        @bleed sangrado|sangrando|sangra|sangrar|sangre|sangro|sangrados|hemorragia;
        @lots mucho|mucha|fuerte|abundante|demasiado|demasiada|chorro|chorros|coagulos|horrible|abundantemente|profusamente;
        @fever fiebre|calentura|temperatura;
        @took tomo|tome|toma|tomado|tomaron|trago|trague|tragado|comio|comido|ingirio|bebio|bebido|chupo|lamio|metio|inhalo;
        @pills pastillas|pastilla|medicina|medicinas|medicamento|medicamentos|tabletas|pildoras|gomitas|tylenol|ibuprofeno|insulina|paracetamol|gotas|jarabe;
        @poison cloro|veneno|lejia|detergente|limpiador|gasolina|pila|pilas|bateria|baterias|iman|imanes|blanqueador|fabuloso|suavitel|pinol|raticida|amoniaco|thinner|acido|quimico|quimicos|desinfectante|insecticida|anticongelante|hongos|petroleo|sosa|acetona;
        @head cabeza|craneo|frente|nuca|cabecita;
        @hit golpe|golpeo|pego|golpeado|golpeada|golpazo|golpearon|golpie|golpee|pegue|chichon|porrazo;
        @pregnant embarazada|embarazo|encinta|embarasada|gestacion;
        @belly estomago|barriga|vientre|panza|abdomen|abdominal|pancita|tripa;
        @worst peor|insoportable|horrible|terrible|intenso|intensa|fortisimo|severo|severa|inaguantable|tremendo;
        @vomit vomita|vomitando|vomito|vomitos|vomitar|devuelve|basca;
        @can puedo|puede|podemos|pueden|logra|logro|podia|pude|pudo;
        @one =mi|=el|=la|=su|=mis|=un|=una
    ", mixed::CLASSES],
    rules: &[mixed::RULES, mixed::HURT, BODY, MIND, ACCIDENTS],
    harmless: "
        muero =de hambre|risa|ganas|sueno|verguenza|sed|calor|frio|curiosidad|pena|ansias; muriendo =de hambre|risa|ganas|sueno|calor|frio|verguenza;
        sangran|sangra|sangrado|sangrando|sangre ..3 encias; encias ..2 @bleed|sangran; dando|dar|doy|dando|da =pecho|=el pecho;
        vivir lejos|cerca|con|en|solo|sola|aqui; dar =a =luz en; fiebre del heno; examen|examenes|analisis|prueba|pruebas|muestra|estudio|estudios|donar|resultados =de ?=la =sangre; primeros auxilios; muero por ver|saber|ir|comer; =se =me =cae|=cayo el|un pelo|cabello|diente
    ",
    squeezed: &[
        ("es.chest.squeezed", Sign::ChestPain, "dolordepecho dolorenelpecho dueleelpecho meestadandouninfarto"),
        ("es.breathing.squeezed", Sign::Breathing, "nopuedorespirar nopuederespirar faltadeaire"),
        ("es.suicide.squeezed", Sign::Suicide, "quieromorir quieromatarme noquierovivir suicidarme"),
    ],
};

const BODY: &[Rule] = &[
    firm(
        "es.unconscious.wake",
        Sign::Unconscious,
        "
            no ..4 despierta|despertar|despertarlo|despertarla|despierto|desperto;
            no responde|reacciona|contesta|respondia; no ..2 reacciona|responde;
            no ..1 recupera ..2 conocimiento|conciencia; no tiene pulso; sin pulso; no ..1 vuelve|volvio|regresa ..1 =en =si;
            no ..3 @can ..2 despert*; apenas|casi ..1 responde|reacciona|despierta
        ",
    ),
    named(
        "es.unconscious.fainted",
        Sign::Unconscious,
        "
            desmayo|desmaye|desmayado|desmayada|desmayando|desmayar|desmaya|desmayos|desmayaron;
            inconsciente|inconciente|inconsciencia;
            perdio|perdi|pierde|pierdo|perdida ..2 conocimiento|conciencia|sentido|consciencia;
            desvanecio|desvaneci|desvanece; colapso;
            aguado|aguada|aguadito|aguadita|flacido|flacida|desguanzado|desguanzada;
            muy|demasiado dormido|dormida|somnoliento|somnolienta|letargico; letargico|letargica
        ",
    ),
    firm(
        "es.breathing.cant",
        Sign::Breathing,
        "
            no ..2 @can ..3 @breathe; no ..3 @breathe ?muy bien|nada; no ..1 @breathe;
            dejo|deja|dejar =de @breathe; no ..2 entra|llega ..2 aire; no alcanza ..3 aire|respirar;
            ahogando|ahoga|ahogo|ahogandose|ahogandome|asfixia|asfixiando|asfixiandose|sofocando|asfixio;
            =sin =aire|aliento; no jala aire;
            poniendo|puso|pone|puesto ..2 morado|morada|azul|moradito|moradita|azulado;
            no ..3 respirando|respira|respirar;
            apenas|casi ..3 @breathe
        ",
    ),
    named(
        "es.breathing.hard",
        Sign::Breathing,
        "
            dificultad|dificultades|problema|problemas|trabajo|dificil|batalla|batallando|trabajosamente|cuesta|costando ..4 @breathe;
            falta|falto|faltando ..2 aire|oxigeno|respiracion|aliento; hace|hacia =falta ..1 =aire;
            @breathe ..3 rapido|rapida|agitado|agitada|mal|dificultad|trabajo|raro|ruido|entrecortada|fuerte|trabajosa|agitadamente;
            labios|boca|cara|unas|lengua|piel|dedos|carita ..3 morados|morado|morada|azul|azules|azulados|moraditos|moradas|azulada|moraditos|moradita;
            costillas ..4 hunden|hunde|marcan|hundiendo;
            hunden|hunde|hundiendo|marcan ..3 costillas|pecho|pechito|estomago;
            ataque|crisis =de asma|asmatico; asma ..4 fuerte|mal|peor|empeoro|ataque;
            inhalador|nebulizador|nebulizaciones|salbutamol ..4 no ..2 hace|sirve|ayuda|funciona|quita|calma;
            agitado|agitada ..3 @breathe|aire; jadea|jadeando;
            silba|silbido|pitido|chifla ..3 pecho ..4 @breathe|mucho;
            oxigeno|saturacion|satura ..5 =70|=75|=78|=79|=80|=81|=82|=83|=84|=85|=86|=87|=88|=89;
            ahogo|ahogos; se =ahogo;
            mete|meten|sume|sumen|hunde ..4 barriga|barriguita|pancita|panza|estomago|costillas|pecho ..4 @breathe;
            silba|chifla|ronca|truena|suena ..4 pecho; @breathe ..5 silbido|ronquido|ruido|quejido;
            sofoca|sofoco|sofocado|sofocada; saturando|satura ..3 bajo|baja; oxigeno ..2 bajo|baja|bajito;
            respira ..4 veces; batalla|batallando|lucha|luchando|forcejea|sufre|sufriendo ..3 @breathe;
            @breathe ..4 peor|dificil|corto|cortado|forzado|trabaja; oxigena|oxigenando ..3 no|bajo|mal
        ",
    ),
    named(
        "es.choking.stuck",
        Sign::Choking,
        "
            atragantando|atragantado|atraganta|atraganto|atragantandose|atragantamiento|atragantada; atoro|atorado|atorada|atora|atorando|atascado|atasco|atravesado|atraveso ..5 garganta|gaznate|comida|moneda|hueso|juguete|dulce|carne|algo;
            algo ..3 garganta ..4 atorado|pasa|sale|tragar; no @can ..2 tragar|pasar ?=la saliva|nada|agua|tragar
        ",
    ),
    named(
        "es.chest.pain",
        Sign::ChestPain,
        "
            @hurts ..6 pecho|peco; pecho ..4 @hurts|@press; @press ..4 pecho;
            infarto|infartos|infartando|enfarto|infartado; ataque|paro ..2 @heart|cardiaco|cardiaca;
            @hurts ..3 @heart; @heart ..2 @hurts;
            brazo =izquierdo ..3 @hurts|dormido|duerme|entumido|adormecido;
            @hurts|dormido|duerme|entumido|adormecido ..4 brazo izquierdo; angina;
            algo ..3 aplasta|aplastando ..2 pecho; aprieta|aplasta|quema|oprime|arde ..3 pecho;
            pecho ..2 aprieta|aplasta|quema|oprime|arde|cerrado ..1 mucho|fuerte;
            aprietan|aprieta|aplastan|apretando|exprimen|estrujan ..3 pecho;
            pecho ..3 apretado|oprimido|cerrado|pesado|ardiendo; pecho ..2 =me|=le duele; @hurts ..6 @heart;
            pecho ..4 corre|brazo|espalda|mandibula; @heart ..4 @hurts|aprieta|@press|para|paro;
            brazo|mandibula ..4 @hurts ..6 pecho|sudo|sudor|sudando;
            peso|pesadez|molestia|malestar|quemazon|incomodidad ..4 pecho; @hurts ..8 pecho;
            pecho ..6 @hurts|@press|molestia|raro|mal
        ",
    ),
    named(
        "es.stroke.signs",
        Sign::Stroke,
        "
            derrame|derrames ?cerebral; accidente cerebrovascular;
            cara|boca|ojo|rostro|sonrisa ..4 chueca|chueco|torcida|torcido|caida|caido|desviada|enchueco|tuerce|torcio|dormida|paralizada|paralizado|enchueca;
            chueca|torcida|torcio|enchueco|caida ..3 cara|boca;
            habla|hablando|hablar|palabras ..3 arrastra|arrastrando|raro|rara|enredado|enreda|trabado|traba|mal|incoherencias;
            arrastra|arrastrando|traba|traban|enredan ..3 palabras|lengua;
            @side ..3 cuerpo|cara|brazo|pierna ..4 dormido|dormida|paralizado|paralizada|entumido|entumida|adormecido|adormecida|debil|debilidad;
            durmio|dormido|duerme|entumio|paralizo|adormecio|adormecido|adormecida|dormida|entumecido|debilidad|paralisis|hormigueo ..4 @side|cara|medio ..3 cuerpo|cara|brazo|pierna|lado|boca;
            peor dolor ..2 cabeza; dolor ..2 cabeza ..4 peor|repentino|explosivo|insoportable;
            repente|repentinamente|subito|subitamente ..4 confundido|confundida|confusion|debilidad|mareo|dormido|dormida|entumido;
            muy|esta confundido|confundida|desorientado|desorientada; no =sabe donde|quien ..1 esta|es|soy;
            media cara; boca|cara|rostro ..2 =de =lado; boca|cara|rostro ..3 colgada|colgado|paralizada;
            =acv; =ictus; infarto cerebral; trombosis; embolia; @side ..2 =de =la|=mi|=su cara;
            vision doble; ve|veo|viendo doble; paralisis ..4 cara|facial|cuerpo;
            dolor ..2 cabeza ..2 repente|repentino|subito|golpe;
            no|ni ..1 sabe|reconoce|conoce ..2 donde|quien|nadie|mi|nos|=me;
            reconoce|reconocer ..2 nadie|=a; desvaria|desvariando|delira|delirando
        ",
    ),
    firm(
        "es.stroke.cant",
        Sign::Stroke,
        "
            no @can ..1 hablar|habla ?bien|nada;
            no @can ..2 mover|levantar|sentir|mueve ..4 brazo|pierna|mano|cara|lado|cuerpo;
            no ..1 mueve|siente|siento|muevo ..3 brazo|pierna|cara|mano|lado ..1 izquierdo|izquierda|derecho|derecha;
            no =le salen ..2 palabras; repente|pronto ..3 no @can ..2 hablar|caminar|mover|ver|pararse;
            no ..3 entiende|entienden|entendemos ..4 dice|habla|hablar; no ..2 coordina|articula;
            no ..2 @can ..3 sonreir|sostener|caminar ..2 bien|derecho
        ",
    ),
    named(
        "es.anaphylaxis.swelling",
        Sign::Anaphylaxis,
        "
            @swollen ..4 lengua|garganta|labios|boca; lengua|garganta|labios|boca ..4 @swollen;
            cierra|cerrando|cerro|cierre|cerrada|apretando ..3 garganta;
            garganta ..4 cierra|cerrando|cerro|cerrada; reaccion alergica;
            alergia|alergica ..4 fuerte|grave|horrible;
            ronchas|urticaria|granos ..6 cara|cuerpo|@swollen|boca;
            cara|ojos|ojo ..3 @swollen ..8 comio|comer|pico|picadura|abeja|avispa|medicina|ronchas;
            @swollen ..2 cara ..6 ronchas|comio|pico;
            puse|puso|pusimos|use|usamos|inyecte|aplicamos ..3 epipen|epinefrina|adrenalina;
            @swollen ..3 =cara|ojos|labios|lengua;
            pico|picaron|picadura|comio|comi|comer|tome|tomo ..10 @swollen|ronchas|garganta|mareado|mareada;
            shock|choque alergico|anafilactico; alergi* ..3 @swollen|ronchas|garganta|fuerte|grave;
            anafila*|anafilact*
        ",
    ),
    firm(
        "es.bleeding.stop",
        Sign::Bleeding,
        "
            no ..3 para|deja|paro|dejado|parado|detiene|parar|corta ..3 @bleed|hemorragia;
            @bleed|nariz|herida ..6 no ..3 para|deja|detiene|parar|corta;
            sigue sangrando|saliendo ?=mucha sangre|sangrando; no ..2 deja ..2 sangrar;
            no ..3 para|deja|paro|detiene|corta ..4 sangre|sangrado; sangr* ..4 # horas|hora|minutos;
            toalla|toallas|panal ..4 hora|horas
        ",
    ),
    named(
        "es.bleeding.heavy",
        Sign::Bleeding,
        "
            @bleed ..4 @lots; mucha|tanta|chorros|bastante ..1 sangre;
            @vomit|escupe|escupio|escupiendo|escupo|tose|tosiendo|toso|echa|echo|echando|arroja|arrojando|devolvio|saca ..3 sangre;
            sangre ..4 vomito|boca|popo|excremento|heces|materia|orina|panal|caca|oido|recto;
            popo|excremento|heces|caca|evacuaciones|evacuacion ..3 negro|negra|negras|sangre|alquitran;
            desangra|desangrando|desangrandose; hemorragia|hemorragias|emorragia;
            coagulos ..2 grandes|sangre;
            empapa|empapo|empapando|llena|lleno|llenando ..4 toalla|toallas|pano|venda|gasa;
            orina|orinando|orino|hace|haciendo ..2 sangre; sale|salio|saliendo|saca|sacando ..2 sangre;
            @vomit ..6 sangre; # toallas;
            anticoagulante|anticoagulantes|warfarina ..8 @bleed|cai|cayo|golpe; @bleed ..6 @lots;
            mucha|demasiada|bastante ..2 @bleed;
            @bleed ..4 @lots|regla|popo|excremento|pipi|orina|boca|heces|oido|toda;
            botando|bota|boto|tirando|perdiendo ..3 sangre; escup* ..3 sangre
        ",
    ),
    named(
        "es.seizure.fit",
        Sign::Seizure,
        "
            convuls*|combuls*|convulc*|convulsion|convulsiones; ataque|ataques|crisis =de epilepsia|epileptico|epilepticos|epileptica|epilepticas; ojos ..4 volteo|voltearon|blanco|blancos|blanquea|volteados|volteando; volteo|voltearon|blanqueo|voltea ..3 ojos;
            temblando|tiembla|sacude|sacudiendo|temblores|sacudidas ..4 todo|cuerpo|rigido|tieso ..2 cuerpo|responde|ojos; espuma ..4 boca; puso|pone ..1 tieso|rigido|rigida|tiesa ..3 tembl*|ojos|sacud*
        ",
    ),
    named(
        "es.meningitis.neck",
        Sign::Meningitis,
        "
            cuello|nuca ..2 tieso|rigido|tiesa|rigida|duro|dura; rigidez ..2 cuello|nuca;
            @fever ..6 cuello|nuca ..3 tieso|rigido|duele|dolor; meningitis;
            manchas|puntos|manchitas|puntitos|ronchas ..3 moradas|morados|rojos|rojas ..6 fiebre|calentura|borran|quitan|desaparecen|apretar|presionar;
            fiebre|calentura ..8 manchas|puntos|manchitas|puntitos ..2 moradas|morados|rojos|rojas;
            manchas|manchitas|puntos|puntitos ..1 moradas|morados|moraditas;
            mollera ..3 abultada|hinchada|salida|saltada|hundida; sepsis|septicemia;
            no ..1 @can ..2 doblar|mover|voltear|agachar|girar ..2 cuello|cabeza|nuca;
            fiebre|calentura ..10 cuello|nuca
        ",
    ),
    named(
        "es.pregnancy.bleeding",
        Sign::Pregnancy,
        "
            @pregnant ..10 @bleed|manchando|mancho|manchado|contracciones|colicos|liquido|convulsion;
            @bleed|manchando|contracciones ..10 @pregnant|semanas|meses;
            semanas ..6 @bleed|manchando|contracciones|liquido;
            rompio|rompieron|reventaron|revento|rota|roto|reventada ..2 fuente|aguas|fuentes|bolsa;
            fuente ..1 rota|rompio;
            @pregnant ..10 vista|borroso|borrosa|lucecitas|preeclampsia|@swollen|cai|caida|golpe;
            dolor ..2 cabeza ..8 @pregnant; perdiendo ..2 bebe; aborto; amenaza =de aborto; parto prematuro;
            preeclampsia|eclampsia; posparto|parto|cesarea|aliviarme|alivie ..8 @bleed|coagulos|fiebre;
            estoy =en ?trabajo ?=de parto; meses|semanas ..4 @pregnant ..8 @bleed|manchando|contracciones;
            @bleed|manchando|mancho|contracciones|colicos ..12 @pregnant|semanas;
            @pregnant|semanas|meses ..10 fluido|agua|liquido ..3 sale|saliendo|tira|escurre;
            sale|saliendo|tira|tirando ..2 liquido|agua ..8 @pregnant|semanas;
            @pregnant|semanas|meses ..8 sangre; botando|perdiendo ..2 sangre ..8 @pregnant
        ",
    ),
    firm(
        "es.pregnancy.moving",
        Sign::Pregnancy,
        "
            no ..3 mueve|mueva|movido|moviendo|patea|movio ..5 bebe|bebito|nino|nina|panza;
            bebe|bebito ..3 no ..2 mueve|movido|moviendo|patea|movio;
            no ..1 siento|sentido|siente ..4 bebe|movimientos|patadas|patear|mueva;
            semanas ..8 no ..2 mueve|mueva|movido; menos|sin movimientos|movimiento ..4 bebe|fetales;
            no ..2 siento|sentido|siente|he ..3 pataditas|patadas|movimientos|mueva|mover|moverse|movimiento
        ",
    ),
    named(
        "es.belly.severe",
        Sign::AbdominalPain,
        "
            @hurts ..3 @belly ..6 @worst|fuertisimo|retuerce|retorciendo|llorando|gritando|doblado|doblada|doblo|aguanta|aguanto; @worst ..1 @hurts ..4 @belly; @hurts @worst ..4 @belly; @hurts muy fuerte ..4 @belly; @belly ..4 @hurts ..3 @worst; @belly ..2 duro|dura|rigido ..4 @hurts|tabla;
            apendicitis|apendice; lado =derecho ..4 @belly ..3 @hurts; @hurts ..6 lado derecho ..3 abajo|@belly|fiebre|vomit*; @belly ..4 no ..2 aguanta|aguanto
        ",
    ),
    named(
        "es.testicle.pain",
        Sign::TesticularPain,
        "testiculo|testiculos|huevos|bolas|escroto ..6 @hurts|@swollen|rojo|torcido|torcio; @hurts|@swollen ..5 testiculo|testiculos|huevos|bolas|escroto; torsion testicular",
    ),
    named(
        "es.sight.lost",
        Sign::Sight,
        "
            perdi|perdio|perdiendo|perdida ..2 vista|vision; ciego|ciega ..2 repente|pronto; quede|quedo ciego|ciega; repente ..4 borroso|doble|ciego; @poison|pegamento|acido|spray|cemento|aceite ..3 ojo|ojos; ojo ..4 @poison|pegamento|acido|clavo|enterro|pico
        ",
    ),
    firm(
        "es.sight.cant",
        Sign::Sight,
        "no ..1 veo|ve|ver|vemos ..4 ojo|nada|ojos; repente|pronto ..3 no ..2 veo|ve|ver",
    ),
];

const MIND: &[Rule] = &[
    always(
        "es.suicide.wish",
        Sign::Suicide,
        "
            quiero|quiere|quisiera|queria|quieren|ganas|deseo|desea|prefiero|prefiere|preferiria|gustaria|querer ..2 morir|morirme|morirse|matarme|matarse|matar|muerto|muerta|suicidarme|suicidarse|desaparecer|quitarme|quitarse|cortarme|cortarse;
            =me|=se ..1 quiero|quiere|voy|va|queria ..1 =a|morir|matar ..1 morir|matar|suicidar|quitar|lastimar;
            =me|=se quiero|quiere|queria|quisiera morir|matar;
            no ..2 quiero|quiere|quisiera|queria|ganas ..1 vivir|existir|seguir|despertar;
            no ..1 quiero|quiere =estar|seguir aqui|viviendo|viva|vivo|viviendo;
            matarme|matarse|suicidarme|suicidarse|suicidarte;
            quitarme|quitarse|quite|quitar|quito ..1 =vida;
            no ..1 vale ..2 pena vivir|seguir|=la ?vida|nada; vida no ..2 sentido|vale;
            no ..2 encuentro|tengo|tiene|hay|veo ..2 razon|razones|sentido|motivos|motivo ..2 vivir|vida|seguir;
            mejor|estarian ..3 =sin =mi; mejor muerto|muerta; estaria|estarian mejor ..2 muerto|muerta|=sin;
            acabar|terminar ..2 =todo|=mi|=su|=conmigo ?vida; termino|acabo =con ..1 vida; no ..1 despertar;
            no ..1 puedo|aguanto mas ..3 vida|vivir|asi; ganas =de morir*|no ?vivir;
            colgarme|colgarse|ahorcarme|ahorcarse;
            =se|=me corta|corto|cortando|cortado|corte|cortarse|lastima|lastimando|quema ..2 brazos|venas|munecas|piernas|proposito|misma|mismo;
            cortarse|cortarme|lastimarme|lastimarse|hacerme|hacerse|autolesion|autolesiona|autolesiones ..1 dano|=las|los|venas|brazos|otra;
            cortarme|lastimarme|lastimarse|hacerme =dano|dano; cortarse ..2 venas|brazos|munecas;
            hacerme|hacerse|hacerle dano;
            tirarme|aventarme|tirarse|aventarse ..2 puente|azotea|edificio|ventana|tren;
            cansado|cansada ..1 vivir|=la ?vida; mejor|felices|tranquilos ..2 sin|si =mi|=yo;
            =sin =mi ..2 estarian|mejor;
            pensamientos|pensando|piensa|pienso|pensado|pensar ..3 muerte|suicid*|morir|morirme|matarme|matarse|quitarme|quitarse|muerto|muerta;
            carta|nota|mensaje ..2 despedida;
            peligro ..1 para|=a =mi|ella|=el|=si ..1 =misma|=mismo|misma|mismo;
            tomarme|tomarse|tragarme ..2 todas|todo ..3 pastillas|frasco|medicina;
            =se|=me va|voy|quiere|quiero|iba =a ..1 matar|morir|suicidar|cortar|lastimar;
            no ..2 aguanto|soporto|puedo ..1 mas ..6 acabar|terminar|morir|vida|vivir|todo;
            ya =no aguanto|soporto|puedo ..1 mas|=esto|vivir|todo;
            no ..1 sirve|tiene ..1 vivir|sentido ..1 vivir|vida|seguir; para =que vivir|seguir|vivo;
            nadie ..2 extranaria|importa|importo;
            quiero|quisiera|ojala ..1 dormir|dormirme ..3 no|nunca|siempre; odio ..1 vida|vivir;
            no ..1 encuentra|encuentro|ve|veo ..2 salida|sentido|caso; dejar =de vivir|existir|sufrir;
            ojala ..2 muriera|muero|muerto|muerta; voces ..4 mate|lastime|muera;
            corte|corto|cortaba|cortado|cortando|cortarme ..5 brazos|brazo|venas|munecas|piernas|muslos;
            quiero|quiere|quisiera|gustaria ..2 desaparecer|existir;
            no ..2 quiero|quiere|deberia ..1 existir|vivir|nacer;
            ya ..2 no ..2 puedo|aguanto|soporto ..1 mas|esto|vivir; harta|harto ..2 vivir|vida;
            nadie ..3 extranaria|importa|quiere ..4 muerto|muerta|muero|mi|vida;
            tirarme|aventarme|saltar|brincar ..4 puente|carro|tren|edificio|ventana|balcon|azotea;
            tomarme|tomarse|tome ..4 veneno|pastillas ..4 morir|dormir|matarme;
            despedirme|despidio|despidiendo ..4 todos|familia|vida|carta;
            mejor ..3 muerto|muerta|morirme|morir;
            no ..2 quiere|quiero|puedo|puede ..2 seguir|viviendo|vivir ..1 viviendo|asi|vida|luchando;
            despidio|despidiendo|despidiendose ..4 todos|nosotros|familia|=me|mensaje; mejor =que ..2 muera
        ",
    ),
    named("es.suicide.word", Sign::Suicide, "suicidio|suisidio|suicida|suicidas|suicidar|suicido|suicidado|suicidarse"),
    named(
        "es.violence.hurt",
        Sign::Violence,
        "
            esposo|marido|novio|pareja|esposa|=ex|papa|padrastro|=el|=ella|hijo|hermano|padre|madre ..3 pega|golpea|golpeo|pego|golpeando|amenaza|amenazo|viola|violo|maltrata|ahorco|abusa|abuso ..4 miedo|mi|otra|mucho|ninos|hijos|matar|casa|=me|=nos;
            =me|=nos pega|golpea|golpeo|viola|violo|maltrata|golpean|ahorco;
            me pego ..2 esposo|marido|novio|pareja|padre|papa; violencia domestica|familiar|intrafamiliar;
            abuso|abusaron|violaron|violacion|abusado sexual*|sexualmente|=de|=mi;
            miedo ..3 =esposo|marido|pareja|novio|casa|regresar|mate|matar; temo ..2 vida;
            amenazo|amenaza ..3 matar|matarme|pistola|cuchillo;
            quiero|ganas|voy|miedo ..2 lastimar|hacerle|matar|matarlo|pegarle|sacudir ..4 bebe|hijo|hija|alguien|dano|mi|esposo;
            miedo ..6 mate|matar|pegue|golpee|lastime;
            mate|matar|matarme ..3 =mi ..1 esposo|marido|novio|pareja
        ",
    ),
];

const ACCIDENTS: &[Rule] = &[
    named(
        "es.overdose.much",
        Sign::Overdose,
        "
            sobredosis|sobredosi;
            @took|di|dio|dimos|dieron|tomaron|darle|puse ..3 demasiada|demasiadas|demasiado|muchas|muchos|muchisimas|=de mas ..2 @pills;
            demasiado|demasiadas|demasiados|demasiada ..2 @pills;
            @took|di|dio|dimos ..2 =todas|todo|=todos|frasco|bote|entero ..4 @pills|frasco|bote|completo;
            frasco|bote|caja|puno|punado|monton ..3 @pills; doble|triple ..1 dosis;
            dosis ..1 doble|triple|equivocada; equivoque|equivoco|error ..4 dosis|medicina|medicamento;
            @took|di|dio|dimos ..5 doble|dos veces|dosis;
            intoxicado|intoxicada|intoxicacion ..3 alcohol|@pills; narcan|naloxona;
            @took|di ..2 mas =de =la|=lo|=las cuenta|debido|debida|indicado|dosis;
            @took|puse|puso|di|dio|inyecte|inyecto ..3 doble|triple ..3 @pills;
            @took|tomo|tome|trago ..3 #6-999 @pills; dio|di|puse ..4 =en =vez =de;
            frasco|bote ..2 vacio ..4 @pills|pastillas; paso|pase ..2 dosis; tomo|tome ..3 punado|punada
        ",
    ),
    named(
        "es.poisoning.swallowed",
        Sign::Poisoning,
        "
            @took ..4 @poison; @poison ..3 @took;
            nino|nina|hijo|hija|bebe|=nene|=nena ..4 @took ..5 @poison|planta|moneda|aguja|gasolina;
            @took ..3 @pills ..3 abuela|abuelo|mama|papa|abuelita|abuelito|hermano|esposo|otra|esposa;
            @took ..2 moneda|juguete|alfiler|aguja|clavo|tornillo|canica|objeto|arete;
            envenenado|envenenada|enveneno|envenenamiento|envenenar|intoxico|intoxicado|intoxicada|intoxicacion;
            monoxido; fuga|escape =de gas;
            vibora|culebra|serpiente|alacran|escorpion|arana ..5 pico|mordio|picado|picadura|mordida;
            pico|mordio|picado|picadura|mordida ..4 vibora|culebra|serpiente|alacran|escorpion|viuda;
            mezcle|mezclo ..3 cloro; huele ..2 gas;
            nino|nina|hijo|hija|bebe|bebito|nene|nena ..4 comio|trago|chupo|mastico ..5 @pills|planta;
            pastilla|capsula|capsulas|jabon ..3 lavadora|lavar|lavatrastes;
            metio|metieron ..3 boca ..4 @pills|@poison|pastilla|moneda;
            trago|tragado|trague ..4 moneda|juguete|pila|iman|bateria|objeto|canica;
            nino|nina|hijo|hija|bebe ..4 @took ..3 =las|=los @pills ..3 =de|=del;
            nino|nina|hijo|hija|bebe ..4 agarro|abrio ..3 @pills|frasco
        ",
    ),
    named(
        "es.head.injury",
        Sign::HeadInjury,
        "
            @hit ..4 @head; @head ..5 @hit|abierta|abrio|partio|fractura|descalabro; cayo|caida|cai|caido|caerse|cayeron ..10 @head; traumatismo|trauma|lesion|contusion|conmocion ..2 @head|craneal|cerebral|craneoencefalico; descalabro|descalabrado; cayo|caida|cai ..6 cama|escaleras|escalera|sillon|sofa|cuna|mesa|techo ..8 @vomit|dormido|dormida|@head|reacciona
        ",
    ),
    named(
        "es.injury.severe",
        Sign::Injury,
        "
            quemo|queme|quemada|quemado|quemadura|quemaduras ..6 agua|aceite|hirviendo|caliente|ampollas|cara|grave|fuerte|grado|cafe|sopa|estufa|fuego;
            hirviendo|caliente|aceite ..6 quemo|cayo|encima; agua|aceite|sopa|cafe hirviendo|caliente;
            electrocuto|electrocutado|electrocutada;
            descarga|toque|toques|corriente ..2 electrica|electrico|electricidad;
            corto|corte|cortado|arranco|trozo|amputo ..3 dedo|mano|dedos|pie ..3 sierra|=casi|completo|maquina|todo|cuchillo|machete;
            herida|cortada|cortadura|corte ..2 profunda|profundo|honda|abierta|grande;
            apunalaron|acuchillaron|punalada; balazo|disparo|dispararon|balearon;
            atropellaron|atropello|atropellado|atropellada;
            choque|accidente|chocamos|choco ..2 carro|coche|auto|moto|automovilistico;
            hueso ..3 salido|afuera|expuesto|ve|fuera; golpe =de calor;
            ahogo|ahogaba|ahogo ..4 alberca|piscina|agua|tina|mar;
            cayo ..4 segundo|tercer|techo|azotea|escalera ..1 piso;
            perro ..3 mordio|ataco ..3 cara|cuello|cabeza;
            aceite|agua|cafe|sopa ..3 caliente|hirviendo ..6 mano|cara|cuerpo|encima|pierna|brazo|pecho;
            quemo|queme|quemada|quemado|quemaron ..6 mano|cara|brazo|pierna|pecho|ampolla*|estufa|plancha
        ",
    ),
];
