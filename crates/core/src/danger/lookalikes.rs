//! Common words that are a slip or two away from a word of danger, and are not it: "strike" is no stroke.
//!
//! Decides which spellings are never read as another word. It must not know what they would have been read as. The list is every
//! word among the 14,000 most frequent of each language that the rules' words would take in, without their inflections.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Whether a word, in lower case without accents, is one of them.
pub(super) fn is_lookalike(word: &str) -> bool {
    LOOKALIKES.contains(word)
}

static LOOKALIKES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());

const COMMON: &str = "
    abbott able fasted fasting abre abriendo abro abundance abusos acaso accent access account accuse accused accusing
    acepte acercarse acertado acre acres actos acusa acusado acusados acuso adoro aerial agent aging agrada
    agrado agregado agregando aguda agudo agujas ahora ahorro ahorros aislados ajenas alba alberga albergar
    albert alberta alcance alegando alegra alegre alegres alegria alegro aleja alerta alianza alice alike
    alimento allegations alleged allegedly allegiance allergies allergy alquiler alter amber america amusing
    anadiendo anda andina apartado aplicadas aplicado apoya apoyada apoyado apoyamos apoyan apoyando apoyar
    apoyaron applicants apprentice aprendi aprendido aprendiendo aprendio aprendizaje aprobado aprueban
    apuntando arabes arco arcos ardiente arena arenas arise armando armonia armor aroma arose arranca
    arranque arrestado arrive arte article asado asalto asciende ashes asia asiatica asiatico asiaticos
    aside asiento asilo assert assholes assumes ataca atacada atacado atacando atado atenas atendiendo
    atletas atravesando atraviesa attach attached attacks attain attending autora auxiliar avisa aviso aware
    awareness ayudante ayudaron backed backing backyard bacon bacteria bacterial bacterias bajaron bakery
    baking bala balancing balas bale baleares balon banca banco bancos banda banking banned barca barrel
    barrels barreras barrio basa bases basic basica basico basil basin basis basta bathing bats batting
    battle battles beach beaches beams beans beard bearing bears beast beasts beatles beber bebes bebiendo
    becas become beds begging bellas bellos belts bench bending benito besos beta beth bets betting bidding
    biden billion bind binding bing bitches bites bitter bladder blake blame blaming blanca blancas blank
    blanket blas blaze blend bless blessing block blocked blocking boat boats bocas bodas boeing bola bold
    boleto bolsas bolts bonding bones bonita bonitas bonito bonitos booked booze bosques bosses botas botes
    bother boton bowling boxes boyd brace brad brake branch branding brass bravo breach breaker breakthrough
    breast breathtaking bred breed breeding breeds brent brett brewing brindar bring bringing broad brock
    brokers brook brooke brooks brote brought brown buda buddha buenas bullying buried bury busca buses bush
    bust butter caballo cabecera cabida cabo cabron cache cada caer caia caiga cairo caldo calentar calido
    callejon calling calls calvo calzada calzado cameron camping camps canada cane cano canon canta cantando
    canto caos capita capriles capturas captures caras carece career cares carga cargando caring carla caro
    caros carpa carrie carrito carros carrot carrying cars carson carton cartoon casada casado cash casillas
    casita casta castano castilla castillos causada causado causing caves caza celebra celebran celebrar
    cena center centrado cera cerdo cereal cerebros cero certain chaco challenging champs change changed
    chanting charging charming chasing chat chatting cheating checa checking cheeks cheers cheese chefs
    cheque chess chester chico choose chooses choosing chorus chose cielo ciento cientos cierran cierta
    cierto cifra citing claro clase clases clash classes classy clay clearer clearing clero client cliente
    clientes clients clone coach cobrando coding coger cogido cogio coherente cohete coincidencia coke
    collection color colts comando combo combustible combustibles comete comico comience comision comment
    commission commit como comoda comodo comparte comparto compete compleja complejo complejos complice
    compuesto compulsory concede conceded conception concert concerts concesion concessions concluded
    conclusion conclusiones conclusions condesa condicion conduccion conecta confesion confessed confession
    confined confunde confuse confusing connection conocerte conocian conocio conquest conquista conscience
    consciente consecuencia consistencia consta constancia construcciones constructed construction
    consulting consumed contaba contado contando contar contarle conte contencion contenia content contenta
    contention contento contents context contexto conto contracted contracting contractor contractors
    contradicciones contrata convencion convenciones convention conversion conviccion convicciones
    convivencia cooked cookies cooking cooler cooling cooper copias coping copper core corea coreano coro
    correa correction correo correr corria corrida corrido corriendo corrio cortaron cortesia corteza
    cortina cortinas costa costado costar costas coste costo cough coup cover cracking crane crashed
    crashing creando creating creation creer creia crest cresta cria crop crossed crosses crossing crush
    cuan cuarta cuenca cuerda cuerno cuero cuervo cuestion cuida cuidar cured cursed curved dado dados dale
    damos danado dancer dare darme darse darte dear debbie deceased decencia decia decida decidi decidida
    decidido decidio decidir decido decis declarando deeds dejame dejando dejaria delicado delicious
    deliveries demos denied depressed depth derivada desaparecio descansa descanse descartar descuento
    deseamos desearia desert deserted desierto despacio despedido despedir desperate despertado desperte
    despidos despierte dessert destacada destacado destacando destacar destinada detallada detallado devil
    devils devolver diarrea diciendo dieran dies diez dijeron ding dining dios disparado disparar dive
    docencia does doing dolar dolares donor doomed dove downhill download downloaded downloading downloads
    downs downstairs downstream downtown downward doyle draft drafting drawing drawn drilling driving drone
    drones drove drying dueno dundee earning easter ebay echado ecuacion edad editing election elections
    electricos electron electronic electronica electronico electronicos electronics electrons elegant
    embarazadas embargo embarrassed embrace empezando employed employing encanta encanto encerrado enciende
    encontrar encontre encontro encuesta enero enfadado enmienda ensenado entender entendi entera enterado
    entere enteros enterrado entiendan entierro entre entregado entrenado entro equivoca eras escalada
    escalar escalas escapa escapar escaped escaping escapo escrito escudo espada estaban estacion estadia
    estafa estaran estaras esten estero estimado estudian estupenda estupendo estupida estupideces estupidez
    estupido estupidos evacuation evaluacion evaluation everton evil exciting excluded excluding exclusive
    exclusivo existan existen existian existido exit expanded expanding expensive experiment experto
    exploited explore explored explorer explores exploring explosion exposing expreso expuso extiende
    extinction extraccion fabulous facilitar facing facto factura facturas failed failing faith faithful
    falda falling falsa falso families fantasia fantasias fantasies fantasma fantasmas fantastic fantastica
    fantastico fantasy fare fares farms farther fatal feather feature feeding females ferrer fiber fibre
    field figuring file filed files filing filmed filming finding fined fingir finnish fired firing firms
    fishing fist fitted fitting fixed fixing flame flames fled fleeing fleet flesh flint flirting flooding
    flor flores flowers flowing fond font fooled fools formado forming foros forth forums franco frentes
    fresco frost fuero fuertes fund fusion gafas gain gaming gangs gaps garage garantia garras gary gases
    gauge gaza gaze gerry gestion ghana girl goats goin gotta grab graba grabando grabo grabs grace grad
    grade grades grados grain gramos grandma grandpa granjas grano granting grants grape greeting grind
    grinding groove grove grown guitarra gustaba habana haberle haberme haberse habido habiendo habitante
    hablado hablaron hable habre habria hacerte haces hadnt hagas handing hans happiness haran haras harbor
    harina harper harris hart hats hayes headlines hearings heating heavens heavier hecha hecho hembras
    herein hiciera hides hiding hidrogeno hiking hiring historico homeless homicidio horno hoteles huecos
    huesos hunter hunting images imposible imposibles inch inches inclusion incurred indicando indicate
    indicator infantes infants infected informado injuries inmensa inmenso innovador inserted insisted
    insulting insured integral intenta intente intento interfaz internet internos interval intervalo
    intervals invasion invented invested invitado jamon japon jason kane karen karma keeper kenia kent kenya
    kidding kissed kissing kitten knicks koch korea labio labores lacked laden lago laser later latter
    laughed layer leader leading leaning lease leaving leccion leemos legion legit leia lesser lesson lester
    leve lever liberation lider lighting liked liking lining linked lists litter llave llegando llenado
    llevando lleve llover logged logging logo looking loose loser loved lover loving luchado luchador lunes
    machado macho machos made males malestar mames mandado mandando manejando manner manning manor manos
    mapping marcada marcado marchas marcho marco mare mares marin marina marino mario marion marker marking
    marron marzo masiva masivo mason massage masses maten mateo materna mates matter mayor mediacion mediana
    medicare medicines medicion medina meditacion meditation mejia memes menor mens mera mero mesas messed
    messing meta metan metes metiendo meto metro migrant miles milestone mines mining mirad mirada miradas
    mirado mires misa missed misses modest modesto mojado moment moments monos month monument monuments
    morality moron morris morrison morton moses motives motto mourning muchisimos muelle muere munoz
    murieron muro muscle museos nazis nearby needing needs negar nego negros newer nicer ninas ninez norris
    noting nude obsesion obsession ofrecido ofrecio onda opcion operacion opina opino oppression oracion
    orilla orlando orto overcome overlooked pace packers pacto pagado pagar pagarle pague paints pairing
    pairs pais palace pana panda panel pantallas paradas paradise paraiso paralelo pardo pare pared
    parenting parra parrafo part partidas partiendo parts pasadas pasado pasando pasear pasen paseo pases
    pasillos pasto pata patatas patio pato pausa paved paying payment peace pecado pedi pedia pedo peers
    pegado peleando penal pending pensarlo penso peppers perdido permanentes pero pesadas pesados pesar
    pescado phase phone physician pictured pidiendo piedras pierce pierda pierdas pierre pieza pile pinches
    pine ping pins pint pintadas pisar pissed placement placing plains plane planea planeta planting plants
    plasticas plata plate playing plays pockets podamos podra podre podremos podria pointed pointer pointing
    polling ponemos ponia poniente pope popping porcion porto posed posesion posesiones posing positions
    possessing possession prado precio precios preciosa preciosas predio prefer preferred prefers premier
    premiere prensa presiones preso presto preston presume pride prime primeras primos prince princes
    princess print printing prision prison prisoner prisoners prisons prize prizes probando proceder process
    profound profundamente property proposing pudding pudiendo pudimos puedan puerto pues pulgadas pulled
    pulls punos puntas purse putos putting qaeda qatar quedado quedaron quemando querido querria quest
    quieran quimicas quinta quitarle radiation radicales rage raging raid rally ramon rams rana ranged
    rapper rastro rata rate rated rating rato raton ratones reaching reactions reactor reading recall
    recesion recession reciban recibiran recital recognise recognised reconocio reconozco recorriendo
    recuento redaccion reduccion reduction reeleccion refuerzo regalar regula rejas rejection relacion
    relaciona relating relation relay rely rental renting reparacion reparar repeating repetido reply
    respetan respetar responded responden responder respondido response responses responsible resting resto
    restrictions retention retirar reto reuters reverse revision riendo rigged ripe rise robbed robos roca
    rocas role roles ronda rooted ropas rosas rose rotas rotos rouge route rugged ruled ruling saben sabido
    sabiendo sabio sabor sacado sack sacked sacred safely safer sagrada sagrado sagrados sailed sake salado
    saldo salgo salon salto salud saluda saludable saludables saludar saludo saludos salva salvar salvo same
    sand sandra saquen saudi saudita saul save saved saves saving scale scaling scanning scans science score
    scored scots screening scroll seat seated seating seats seattle seca secure sedes seeking segmento
    seguido selfish selling sells selva senado seno sensacion sentado sentar sentencia sentencias sento
    sequence sequences sera sere seria serra serrano servant servants serve served server servers serves
    servia service services servicio servicios servido servidor servidores serving servir servira sets
    setting severity sewing shade shades shaken shale shane shanghai shape shaped shapes shaping share
    shared shares sharing shave shaved shaving shells shipped shipping shirt shits shocking shook shoots
    shopping shops shores shorter shots shouldve shout shouting shove shutting sided sidewalk siege siendo
    siete siga sigas sights sigo silva silvia simon sing singing sings sins siquiera sirva sites situacion
    situation sized sizes sketches skiing skilled skipped slash slept slick slides sliding slight slipped
    slipping slots slowed smack smash smells smiled snack snakes snapped sneak sober sock solida solido
    soltar sonriendo sorry sort sorted sorting sostiene sostienen spam spare spared speed speeding spelled
    spelling spells spending sphere spinning spoiled spoke sport sporting sports spreading spring spurs
    spying squirrel stack stacked staged staging stake stakes stalking standing stare stared starred
    starring stars starting starving stated stating stats stayed staying stays steak stealing steering
    stepped stepping steps steve stick stirring stock stoke stole stolen stone storage store stored strand
    stranded strangely stranger stray stream streaming streams stretches strike strikes striking string
    struggled suben subido subiendo subsidiary subsidies subsidio subsidios succeed sucede sucedio sucre
    sudan sueco sued suelo suero suffer sufrido suited suman sumando summer sung supporting sure surfing
    sweating sweeping sweet sweetheart sweets swept swing switched switches tablas taco tactical tale tales
    talla tambores tango tanks tapes tapped tapping tarjetas tarta tasks tastes taxes temores template
    temple temples templo templos tendre tener teniendo tercio termica terminen terminos tesis tested
    textile textiles thank thanks theater theaters thicker thomas thorough those though threats thrilling
    thriving throw throwing thrust tick tied tier tierra ties tiger tiles timed timer tinder tinta tipped
    tirado tires titled tocado toes token tomando tomas tomato tomes tones tonnes tonos tonta torch toros
    torre torres trabajaba trabajas traced track traded trafico tragic traia traigo trajo trama tramo trapo
    trata tratado tratan tratar tratarse traten trato tray trayendo trazado treat treated treating treatment
    treatments trick trigo trimestre trono tropa trunk tucker tumblr tuned tuning turks tying understood
    unen unida unseen uribe usados vaca vacante vacia valencia valio vamos varia variante varias vasco vaso
    vasos veamos veas vegas vein velas velez vena vendo venga vengas venia venido venta ventaja ventas venus
    veran veras verses vessel vessels vicio vicios viento vigencia villains vimos vine viniendo violado
    violador violation violations violenta violento visa visita visitando visitante visiting vivido viviente
    vivio vocacion volando volar volo volviendo vota votacion votado votan votando votaron vote votes voting
    voto waist waited waiter waiting waits walter wards warren washing wasted wasting watts waving whale
    while whore whose whove willow wines wires wives women wong wooden woods wore works worlds worms worried
    worrying wrestling wright zero zhang
";
