//! The dangers in Spanish that are told in parts, in whatever order: what hurts, how it feels, since when, and what else.
//!
//! Decides nothing: a table. How a mix is read stands in `mix.rs`.

mod hurt;

use crate::danger::Sign;
use crate::danger::rules::{Rule, firm, named};

pub(super) use hurt::RULES as HURT;

pub(super) const CLASSES: &str = "
    @ouch duele|duelen|dolor|dolores|doliendo|dolia|dolio|adolorido|adolorida|ardor|arde|ardiendo|punzada|punzadas|punzante|molestia|lastima|calambre|colico|colicos|retortijones|quema|dolorcito;
    @squeeze presion|opresion|aprieta|aprietan|apretado|apretada|aplasta|aplastan|aplastando|aplastara|oprime|oprimido|pesado|pesadez|pesa|exprime|exprimen|estruja|estrujan|quemazon|peso|apachurra|apachurran|apachurrado|cerrado|agarroto|apreton|ladrillo|elefante|losa;
    @shock sudo|suda|sudando|sudor|sudores|sudoroso|palido|palida|mareo|mareado|mareada|mareos|nausea|nauseas|asco|desmayo|desmayar|desmaya|ahogo|agitado|agitada|cenizo|gris|vomito|vomitando|pegajoso|=fria|=frio|frios;
    @radiates brazo|brazos|mandibula|quijada|cuello|hombro|hombros|espalda|antebrazo|muela|muelas;
    @chesty pecho|pechito|esternon|corazon|costillas|costilla|torax;
    @airy respirar|respira|respiro|respiracion|respirando|respire|respiran|=aire|aliento|resuello|resuella|jala;
    @noise silbido|silba|silbidos|silbando|silva|silvido|pitido|pita|pito|chillido|chilla|chifla|chiflido|ruido|ruidos|ronquido|ronca|ronco|ronquera|quejido|queja|hervor|hierve|estridor|truena|grunido|grune|perro|foca|gallo;
    @suckin hunde|hunden|hundiendo|sume|sumen|sumiendo|mete|meten|marcan|marca|jala|jalan|jalando|brinca|brincan|aletea|aletean|abren|retrae|retraen;
    @blue morado|morada|morados|moradas|moradito|moradita|moraditos|moraditas|azul|azules|azulado|azulada|azulados|azuladas|gris|grises|cenizo|ceniza|amoratado|amoratada|amoratados|azulito|azulita|azulitos;
    @skinpart labios|labio|boca|boquita|unas|lengua|cara|carita|dedos|deditos|trompa|trompita|bembita;
    @facial cara|boca|rostro|sonrisa|labio|parpado|cachete|mejilla|carita;
    @crooked chueca|chueco|torcida|torcido|torcio|tuerce|torciendo|torsio|caida|caido|cayo|desviada|desviado|desvio|enchueco|enchueca|ladeo|ladeada|ladeado|jalada|colgada|colgado|cuelga|colgando|dormida|dormido|durmio|paralizada|paralizado|paralizo|entumida|entumido|virada|viro|virado|deforme|derretida;
    @arms brazo|brazos|pierna|piernas|mano|manos|pie|=lado|mitad|cuerpo|pata;
    @deadlimb dormido|dormida|duerme|durmio|entumido|entumida|entumio|entume|adormecido|adormecida|adormecio|entumecido|entumecida|debil|debilidad|paralizado|paralizada|paralizo|muerto|muerta|aguado|aguada|flojo|floja|hormigueo|hormiguea|pesado|pesada|tieso|tullido|guango;
    @speech habla|hablar|hablando|hablo|palabra|palabras|lengua|frases|dice|oracion|oraciones;
    @slur arrastra|arrastrando|arrastradas|raro|rara|enredado|enredada|enreda|enredan|trabado|trabada|traba|traban|incoherencias|incoherente|revueltas|revuelve|borracho|borracha|balbucea|entiende|entendemos|salen|sale|mal|pastosa|mezcla|tartamudea|chistoso|enrolla;
    @sudden repente|repentino|repentina|repentinamente|subito|subita|subitamente|golpe|rato|bruscamente|pronto;
    @notable no|apenas|casi|ni|tampoco|nada|sin|batalla|cuesta|dificil|niega|rehusa;
    @sleepy dormido|dormida|dormidito|dormidita|sueno|somnoliento|somnolienta|adormilado|adormilada|adormecido|adormecida|letargico|letargica|decaido|decaida|aguado|aguada|aguadito|aguadita|flojito|flojita|debil|desguanzado|desguanzada|ido|=ida|duerme|atontado|atontada|flacido|flacida|apagadito|apagado;
    @rousing despierta|despertar|despierto|despertarlo|despertarla|despertarse|despierte|reacciona|responde|contesta|abre|=come|mama|comer|mamar|=pecho|biberon|tetero|mamila|chupa|levanta;
    @tiny bebe|bebito|bebita|nene|nena|nino|nina|hijo|hija|nieto|nieta|recien|criatura|chamaco|chamaca|muchachito|gemelo|gemela|sobrino|sobrina|gordo|=chiquito|chiquita|ninito|mijo|mija|peque;
    @sugar azucar|azucares|glucosa|glucometro|glicemia|asucar|glucemia;
    @allergen abeja|avispa|avispon|hormiga|hormigas|picadura|pico|picaron|piquete|cacahuate|cacahuates|mani|nuez|nueces|almendra|almendras|camaron|camarones|mariscos|marisco|pescado|huevo|leche|fresa|fresas|antibiotico|amoxicilina|penicilina|medicina|medicamento|vacuna|inyeccion|comio|comi|comer|tomo|tome|alergia|alergico|alergica|mantequilla|ajonjoli|cangrejo|pastilla;
    @swollen hinchado|hinchada|hinchados|hinchadas|hincha|hinchan|hinchando|hincho|hincharon|hinche|hinchazon|inflamado|inflamada|inflama|inflaman|inflamando|inflamo|inflamaron|inflo|cierra|cerrando|cerro|cerrado|cerrada|pica|gruesa|grande|gorda|deformo;
    @mouthpart cara|labio|labios|lengua|garganta|ojos|=ojo|boca|cuello|parpados|voz|trompa;
    @hives ronchas|roncha|urticaria|granitos|sarpullido|salpullido|erupcion|comezon|alergia|habones|enronchado|enroncho;
    @vomiting vomita|vomitando|vomito|vomitos|vomitar|devuelve|devolviendo|devolvio|basca|guacareo|vomitado|vomite|arroja|arrojando|arrojo|gomito|gomitando;
    @bloody sangre|sangrado|sangrando|sangra|sangrar|sangro|hemorragia|sangrados|emorragia|desangra|desangrando;
    @lots mucho|mucha|muchisima|muchisimo|fuerte|abundante|demasiada|demasiado|chorro|chorros|chorrea|chorreando|coagulos|cuajos|cuajarones|cantaro|toallas|toalla|empapa|empapo|empapada|llena|horas|hora|minutos|borbotones|litros|charco|rato;
    @stop para|parar|pare|detiene|detener|deja|quita|corta|cede|controla|paro;
    @poop popo|caca|excremento|heces|evacua|evacuacion|evacuaciones|evacuar|obrar|obra|bano|materia|panal|pipi|orina|orinar|orinando|orino|diarrea|recto|zurrar;
    @taken tomo|tome|toma|tomado|tomaron|tomarse|trago|trague|tragado|tragaron|comio|comido|ingirio|bebio|bebido|di|dio|dimos|dieron|darle|puse|puso|inyecte|inyecto|metio|metido|chupo|lamio|mastico|mordio|probo|agarro|agarraron|empino|echo|tragandose|inhalo|ingeri;
    @drugs pastillas|pastilla|medicina|medicinas|medicamento|medicamentos|tabletas|tableta|pildoras|pildora|gomitas|gomita|tylenol|ibuprofeno|insulina|paracetamol|gotas|jarabe|capsulas|capsula|aspirinas|aspirina|clonazepam|alprazolam|metformina|losartan|warfarina|antidepresivos|antidepresivo|vitaminas|hierro|melatonina|fentanilo|heroina|remedio|dosis|tramadol|naproxeno|metoprolol|sertralina|benadryl|calmantes|rivotril|xanax;
    @toxic cloro|veneno|lejia|detergente|limpiador|gasolina|pila|pilas|bateria|baterias|iman|imanes|blanqueador|fabuloso|suavitel|pinol|raticida|amoniaco|amonia|thinner|tiner|acido|quimico|quimicos|desinfectante|insecticida|anticongelante|hongos|hongo|petroleo|sosa|acetona|alcohol|perfume|jabon|pinesol|lysol|gel|aguarras|matarratas|cucarachas|herbicida|fertilizante|pegamento|=kola|=cal|cemento|planta|semillas|cigarro|cigarros|colilla|vapeador|aceite|mistolin|shampoo|champu|quitaesmalte|limpiapisos|pintura;
    @gut estomago|barriga|vientre|panza|abdomen|abdominal|pancita|panzita|tripa|tripas|ombligo|barriguita|guata|apendice|costado|boca;
    @extreme peor|insoportable|horrible|terrible|intenso|intensa|fortisimo|fortisima|severo|severa|inaguantable|tremendo|aguanto|aguanta|soporto|soporta|gritando|grita|gritos|llorando|llora|doblado|doblada|doblo|dobla|retuerce|retorciendo|revolcando|enderezar|enderezarme|enderezarse|parar|pararse|pararme|caminar|mover|moverme|moverse|sudando|desmayo|fuertisimo|fuertisima|muchisimo|duro|dura|=10|diez|tabla|tiesa|fiebre|calentura
";

pub(super) const RULES: &[Rule] = &[
    named(
        "es.chest.mixed",
        Sign::ChestPain,
        "
            @chesty & @squeeze; pecho|pechito|esternon|corazon & @ouch; @ouch|@squeeze|@deadlimb & brazo|mandibula|quijada|hombro & @shock; mandibula|quijada & sudo|suda|sudando|sudor|sudores; costillas|costilla|torax|espalda & @squeeze|@ouch & brazo|mandibula|quijada|sudando|sudor|sudores|palido;
            siento|siente|sentia|tengo|tiene|como|algo & elefante|ladrillo|losa|piedra|peso|yunque & pecho|encima|costillas|cuerpo; agruras|acidez|gastritis|indigestion & sudo|suda|sudando|sudor|brazo|mandibula|quijada|palido|palida;
            corazon & late|latiendo|palpita|palpitaciones|acelerado|acelera|rapido|brinca|salta|salir|irregular|sale & mareo|mareado|mareada|desmayo|aire|dolor|sudor|sudando|ahogo|desmaya|pecho; palpitaciones & mareo|mareado|mareada|desmayo|aire|dolor|sudor|sudando|pecho|ahogo|falta;
            agarra|agarrando|agarro|toca|soba|sobando|aprieta & pecho|corazon & sudando|palido|palida|dolor|duele|se|mucho|sudor|mano|manos|gris;
            chest|pecho & pain|hurts|duele|dolor|tight|presion|heavy|apretado; izquierdo & brazo|hombro & @ouch|@deadlimb|calambre;
            dando|da|dio|dar|tiene & infarto|patatus =corazon|paro =cardiaco; nitroglicerina & tome|tomo|sigue|quita|dolor|pastilla
        ",
    ),
    named(
        "es.breathing.mixed",
        Sign::Breathing,
        "
            @airy & @suckin & costillas|costilla|pecho|pechito|panza|pancita|barriga|estomago|cuello|nariz|piel|naricita; costillas|costillitas|pechito|pecho & @suckin; @airy & @noise; @noise & pecho|pechito|garganta & @airy|mucho|bomba|inhalador|nebulizador|noche|tos|mal|nada|mucha;
            @airy & rapido|rapidito|agitado|agitada|agitadito|mal|dificultad|trabajo|trabajosa|raro|entrecortada|pesado|corta|cortito|fuerte|feo|fea|cuesta|batalla|batallando|dificil|problemas|lucha|luchando|cansa|cansada|acelerada|pausas|ratos|veces & le|=me|=se|=su|esta|muy|mas|con|bebe|nino|nina|mi|mucho|mucha|hijo|hija|para|el|la;
            @skinpart & @blue; bomba|bombita|inhalador|nebulizador|nebulizaciones|salbutamol|albuterol|vaporizaciones & no|nada|sigue|peor|ni|sin|igual & hace|sirve|ayuda|funciona|quita|calma|alivia|silba|asma|tos|pecho|ahoga|hacen|mejora|controla|aire|peor|igual;
            asma & fuerte|mal|peor|empeoro|ataque|crisis|agitado|agitada|silba|grave|feo|falta|ahogo|controla; oxigeno|saturacion|satura|saturando|oximetro|oxigenacion & #50-91 / bajo|baja|bajando|bajito|bajo;
            acostado|acostada|acostarme|acostar|acostarse|acuesto|acuesta|dormir|noche & sentado|sentada|ahogo|ahoga|aire|asfixia|almohadas & ahogo|ahoga|aire|asfixia|falta|respirar|respira; tos & perro|foca|ronca|traspillada & @airy|ruido|chillido|ahoga|hunde|pecho;
            palabras|palabra|frase|hablar|pasos|escalera|escaleras|cama & aire|aliento|respirar|ahogo|ahoga|agito|agita & falta|sin|no|me|le|sola|apenas|cada|dos|paro|tengo|hasta|termina|terminar;
            bebe|=deja|dejo|para|pausas|bebito & @airy & segundos|ratos|ratitos|dormido|dormida|otra|vez|luego|momentos; puede|puedo & breathe|breath|breathing & no|bad|apenas; pecho & apretado|cerrado & tos|asma|silba|respirar|aire
        ",
    ),
    firm(
        "es.breathing.mixed_cant",
        Sign::Breathing,
        "
            no|apenas|casi|ni & puedo|puede|alcanza|alcanzo|logra|entra|llega|jala|pasa|agarra|agarro & respirar|aire|respiro|aliento|respiracion|respira; se|me|esta|nos & asfixia|asfixiando|sofoca|sofocando|ahogando|ahoga|ahogandose
        ",
    ),
    named(
        "es.choking.mixed",
        Sign::Choking,
        "
            pedazo|trozo|moneda|salchicha|comida|carne|hueso|uva|dulce|algo & toser|tose|tosiendo|tos|ahoga|ahogando|ahogo|atora|atoro & chueco|deja|para|garganta|viejo|mal|fue|camino|lado|sigue|puede; fue & chueco|viejo|lado & comida|pedazo|tos|tose|toser|ahogo|salchicha|agua|leche|bebe|carne;
            moneda|juguete|uva|hueso|espina|carne|comida|pollo|dulce|salchicha|cacahuate|canica|lego|boton|boton|pieza|pedazo|algo|pastilla|tapa|tapita|fruta|manzana|pan|bolita & trago|trague|comio|boca|metio|garganta|atoro|atora|atorado|atorada|atasco|atragantado|atraganto|fue|pasa|quedo & tos|tose|tosiendo|babea|babeando|ahoga|ahogando|garganta|atorado|atorada|atoro|atasco|nauseas|arcadas|saliva|pasar|pasa|respirar|baba;
            no|ni & puedo|puede|pasar|pasa|tragar|traga & saliva|baba|babea|babeando|agua|comida|tragar; se|fue|comida & camino|lado & viejo|otro|malo & ahoga|tose|tos|ahogo|tosiendo|sigue|comida|se; babea|babeando|baba & tragar|traga|garganta|respirar|voz
        ",
    ),
    named(
        "es.stroke.mixed",
        Sign::Stroke,
        "
            dice|habla|hablando|diciendo|palabras|cosas & sentido|incoherencias|disparates|tonterias|locuras|raras & mama|papa|abuelo|abuela|esposo|esposa|rato|sin|hoy|amanecio|tio|suegra|suegro|repente; atina|coordina|sostiene|agarrar|detiene & vaso|cuchara|taza|cosas|mano|bien|equilibrio & no|ni; babea|babeando|saliva & lado & brazo|boca|cara|de|un; levantar|mover|alzar|mueve|levanta & brazo|pierna|mano & no|ni & puede|puedo|bien|lado|un|izquierdo|derecho|el|la; cabeza & bomba|trueno|estallido|martillo|explota|truena;
            @facial & @crooked; @arms & @deadlimb & @speech|cara|repente|golpe|izquierdo|izquierda|derecho|derecha|medio|media|todo|lado|amanecio|boca|vista|mitad; @speech & @slur & no|raro|rara|mal|arrastra|arrastrando|repente|lengua|palabras|enreda|enredado|traba|trabado|borracho|como|bien|entiende;
            @sudden & caminar|camina|hablar|habla|equilibrio|vista|ver|veo|mareo|confundido|confundida|confusion|debilidad|entumido|dormido|cabeza|brazo|pierna|lado|cara|desorientado|entiende|mueve|mover & no|dolor|dolio|perdio|perdi|empezo|se|=me|le|puedo|puede|dejo|quedo|tan;
            cabeza & @ouch|dolido|estalla|explota|reventar|revienta|trueno|martillazo & nunca|peor|vida|repente|golpe|subito|explota|estalla|trueno|jamas|asi|reventar|fuertisimo|repentino|rayo|insoportable|horrible|terrible;
            confundido|confundida|desorientado|desorientada|perdido|perdida|delirando|incoherencias|incoherente & mama|papa|abuelo|abuela|esposo|esposa|abuelita|abuelito|repente|hoy|amanecio|muy|habla|fiebre|reconoce|sabe|esta|dice;
            borracho|borracha|tomado & habla|camina|parece|como & no|sin|nada|ni; reconoce|sabe|conoce|acuerda & quien|donde|nombre|nadie|dia|=ano|somos|soy|llamo|llama & no|ni; pierna|brazo|mano & sostiene|fuerza|fuerzas|responde|obedece|levantar|mover|mueve|sentir|siente|siento|agarrar|agarra|arrastra|cae|caen|cerrar & no|sin|perdio|perdi|repente|arrastra|lado|se;
            lado|mitad & cuerpo|izquierdo|derecho|izquierda|derecha & mover|mueve|siento|siente|mueva|fuerza|fuerzas|sentir|paralizado|paralizo|paralizada|dormido|entumido|debil; derrame|embolia & le|=me|cerebral|dando|dio|creo|puede|sera|tiene|esta; ve|veo|viendo|vista|vision & doble & mareo|repente|cabeza|hoy|equilibrio|caminar|habla|desde
        ",
    ),
    named(
        "es.anaphylaxis.mixed",
        Sign::Anaphylaxis,
        "
            labios|lengua|cara|ojos|boca & globo|globos|pelota|enorme|enormes|grandotes|grandota|deformes & trae|tiene|como|se|puso|pusieron|tengo|esta;
            @allergen + @mouthpart & @swollen; lengua|garganta|labios|labio & @swollen & se|=le|=me|esta|mucho|tiene|tengo|muy; @hives & @vomiting|ahoga|respirar|respira|mareado|mareada|desmayo|@swollen|labios|lengua|garganta|tos|=todo|toda|cuerpo|cara|silba|lleno|llena|lleno & comio|comi|comer|pico|picadura|medicina|tomo|tome|tomar|cacahuate|camaron|mariscos|abeja|avispa|lleno|llena|salieron|salio|se|le|=me|hinchada|garganta|antibiotico;
            epipen|epinefrina|adrenalina|inyector & puse|puso|pusimos|use|usamos|inyecte|aplicamos|aplique|di|dimos; alergica|alergia|alergico & reaccion|shock|choque|grave|fuerte|garganta|respirar|hinchada|hinchado|cara|labios & tiene|esta|teniendo|dio|tengo|dando|fuerte|grave|hincho|cierra|ahoga|cara|garganta
        ",
    ),
    named(
        "es.bleeding.mixed",
        Sign::Bleeding,
        "
            cafe & molido|posos|asientos|borra & arrojo|arroje|@vomiting|liquido|como; sangre|sangrado|sangrando|sangra & detiene|detener|controla|controlar|cortar|parar|para & no|sin|nada|con; corte|corto|cortada|herida|puntos & sangre|sangra|sangrando & chorro|mucha|mucho|no|brota|sale|abrio|abrieron|litros;
            @bloody & @vomiting|tose|tosiendo|toso|escupe|escupo|escupiendo|flemas|flema|gargajo|tos; @bloody & @poop|boca|oido|oidos|ano|cola|trasero|coagulos|cuajos|pompis; @bloody & @lots; @bloody|nariz|herida|cortada & no|sigue|aun|todavia|sin & @stop;
            negro|negra|negras|negros|prieto|alquitran|chapopote|petroleo|cafe|brea & popo|caca|excremento|heces|evacua|evacuacion|evacuaciones|obrar|materia|vomito|vomitando & como|pegajoso|pegajosa|debil|mareado|mareada|olor|apestosa|apesta|dias|oscuro|hice|hago|hace|hoy|alquitran|chapopote|muy|negra;
            coagulos|coagulo|cuajos|cuajarones & grandes|grande|pelota|regla|periodo|salen|sale|saliendo|tirando|limon|limones|huevo|huevos|sangre|bajan; regla|periodo|menstruacion & toallas|hora|coagulos|parar|para|mareada|debil|hemorragia|chorro|empapo|cantaros;
            anticoagulante|anticoagulantes|warfarina|eliquis|xarelto|coumadin & @bloody|moretones|negro|nariz|golpe|cai|cayo; toalla|toallas|pano|trapo|venda|gasa|sabanas & empapa|empapo|empapada|empapadas|llena|lleno|chorrea|lleno & sangre|sangrando|hora|horas|=otra|cada
        ",
    ),
    named(
        "es.overdose.mixed",
        Sign::Overdose,
        "
            @taken & seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|varias|bastantes & @drugs;
            frasco|bote|caja|blister|tira & vacio|vacia|vacios & pastillas|medicina|hermano|hijo|hija|papa|mama|encontre|clonazepam|tylenol|esposo|esposa; acabo|termino|tomo|trago &  / todo =el / toda =la / el =frasco / la =caja / el =bote & pastillas|medicina|jarabe|frasco|tylenol;
            @taken & todas|todo|todos|toda|entero|entera|completo|completa|demasiado|demasiada|demasiadas|demasiados|muchas|muchisimas|monton|punado|punados|frasco|frascos|bote|caja|resto|bolsa|doble|triple / =de mas / =de =mas / mas =de & @drugs; @taken & doble|triple|repetida|repeti|equivocada|equivocado|equivoque|equivoco|confundi|error|accidente|queriendo|querer|cuenta / dos =veces & dosis|@drugs|ml|mg|cucharada|cucharadas;
            @drugs & doble|triple|equivoque|equivoco|equivocada|equivocado|confundi|confundio|error|accidente|vez & di|dio|dimos|tome|tomo|puse|puso|inyecte|dosis|lugar; @taken & #6-999 & @drugs|ml|mg|unidades; ml|mg|unidades|cucharadas|cucharada & vez|lugar|eran|era|debia|mas|doble|error|equivoque & di|dio|dimos|tome|tomo|puse|puso|inyecte|inyecto;
            drogado|drogada|fentanilo|heroina|cristal|sobredosis|pasado|pasada & responde|despierta|morado|azul|uso|fumo|inyecto|labios|pico|respira|ronca|dosis|metio|metido & no|uso|inyecto|fumo|labios|le|se|dosis; alcohol|tequila|cerveza|borracho|borracha|tomado|tomada|intoxicado & pastillas|despierta|reacciona|responde|vomita|desmayado|desmayo|respira & no|con|se|mezclo|tomo|sigue
        ",
    ),
    named(
        "es.poisoning.mixed",
        Sign::Poisoning,
        "
            trago|sorbo|traguito|buche|lenguetazo|mordida & @toxic;
            @taken|boca|abrio|encontre|traga|toma & @toxic; @tiny & @taken|abrio|boca|encontre|encontro|jugando & @drugs|monedas|moneda; @toxic & boca|comio|trago|tomo|bebio|lamio|inhalo|respiro|hijo|hija|nino|nina & se|=le|=un|=una|mi|el|la & trago|tomo|comio|boca|bebio|tomado|lamio|inhalo|traguito|tantito|poquito|mordio;
            vibora|culebra|serpiente|cascabel|alacran|escorpion|arana|coralillo|vivora|nauyaca & pico|mordio|picado|picada|picadura|mordida|piquete|ataco|mordido; monoxido|gas|humo|vapores|fuga|calentador|anafre|bracero|generador & dolor|mareo|mareados|mareado|mareada|huele|olor|alarma|inhalo|respiro|intoxicados|duele|vomito|cabeza|respiramos|tragamos;
            mezcle|mezclo|mezclamos & cloro|amoniaco|vinagre|acido|limpiadores|fabuloso; medicinas|pastillas & abuela|abuelo|abuelita|abuelito|papa|mama|hermano|perro|vecina & tomo|trago|comio|agarro|tome|di & hijo|hija|nino|nina|nene|nena|=se|bebe|equivocacion|error
        ",
    ),
];
