//! The words of danger in English, as patients write them.
//!
//! Decides nothing: a table. How a pattern is read stands in `pattern.rs`.

mod body;
mod mixed;

use super::Sign;
use super::rules::{Language, Rule, always, named};

pub(super) const LANGUAGE: Language = Language {
    spanish: false,
    classes: &["
        @pain pain|pains|hurt|hurts|hurting|ache|aches|aching|achy|painful|sore|killing|burning|throbbing|tender|agony;
        @chestfeel pain|pains|hurt|hurts|hurting|ache|aches|aching|pressure|tight|tightness|heavy|heaviness|squeezing|crushing|burning|discomfort|stabbing|sharp|uncomfortable|burn|burns|weird|funny|stab|stabs|throbbing|killing|bothering|off|spasm|spasms|constricted|constricting|squeezed|strange|awful;
        @cant cant|cnt|couldnt|unable|barely|hardly|cannot;
        @breathe breathe|breath|breathing|breathes|breth|breather|brethe;
        @hard trouble|difficulty|difficult|difficulties|hard|harder|struggling|struggles|struggle|labored|laboured|problem|problems|issues|issue|fighting|gasping|tough;
        @short short|shortness|shortage;
        @limb arm|arms|leg|legs|hand|face|side|body|foot;
        @numb =numb|numbness|tingling|tingly|weak|weakness|paralyzed|paralysed|droopy|limp|=dead;
        @face face|mouth|smile|eye|eyelid;
        @droop droop|droops|drooping|droopy|drooped|crooked|uneven|lopsided|sagging|hanging|hangs|slack|twisted|tilted;
        @swell swell|swells|swelling|swelled|swollen|puffy|thick|fat|huge|bigger|swolen|swoll;
        @blood blood|bloody|blod|blodd;
        @lots lot|lots|heavy|heavily|badly|profusely|uncontrollably|uncontrolled|gushing|severe|severely|nonstop|tons|everywhere|pouring|spurting;
        @stop stop|stopping|stops|quit|clot;
        @wont wont|cant|doesnt|isnt|not|never|hasnt|couldnt|dont|didnt|havent;
        @took took|takes|take|taken|taking|swallowed|swallow|ate|eaten|eating|drank|drink|drunk|drinking|ingested|licked|inhaled|chewed|sipped;
        @pills pills|pill|tablets|tablet|meds|medication|medicine|gummies|vitamins|capsules|edible|edibles|melatonin|tylenol|advil|ibuprofen|insulin|opioids|oxy|oxycodone|fentanyl|xanax|benadryl;
        @poison bleach|poison|cleaner|cleaners|cleaning|detergent|antifreeze|gasoline|kerosene|paint|pesticide|battery|batteries|magnet|magnets|tide|pods|pod|chemical|chemicals|lye|ammonia|berries|mushroom|mushrooms|lighter|nicotine|sanitizer|pesticides|hydrogen|turpentine|drano|windex|lysol|mothballs|rat;
        @sharp knife|razor|blade|scissors|saw|glass;
        @harm kill|killing|killed|hurt|hurting|harm|harming|cut|cutting|hang|hanging|shoot|shooting;
        @self myself|himself|herself|themself|themselves|yourself|themselfs|itself;
        @head head|skull|forehead;
        @hit hit|hits|bumped|bump|banged|bang|struck|smacked|knocked|cracked|slammed|whacked|injured|bonked|landed|kicked|punched|thumped|clonked|conked|elbowed|smashed|dented;
        @wake wake|waken|awaken|rouse|arouse|waking;
        @belly stomach|abdomen|abdominal|belly|tummy;
        @worst worst|severe|unbearable|excruciating|extreme|extremely|intense|terrible|horrible|agonizing|agony;
        @balls testicle|testicles|testicular|scrotum|balls|ball|nuts|testes|testis;
        @pregnant pregnant|pregnancy|preg|prego|preggo|expecting;
        @rash rash|spots|spot|dots|blotches|bruises|petechiae;
        @throat throat|tongue|airway|lips|lip|mouth|uvula|toung|tounge|thraot;
    ", mixed::CLASSES],
    rules: &[mixed::RULES, mixed::HURT, body::RULES, MIND, ACCIDENTS],
    harmless: "
        dying to =know|=get|=see|=hear|=meet|=try; to =die for;
        die of embarrassment|boredom|laughter|shame;
        passed out ?the|some|all flyers|forms|papers|candy|cards|copies|treats; stroke of luck;
        chest cold|congestion; chest physical|physio; poison ivy|oak|sumac; eye|eyes|ear =drops;
        heart attack ..2 price|prices|bill|cost; choked up;
        bleed|bleeding|bleeds ..2 floss|flossing|brush|brushing; gums bleed|bleeding|bled; hay fever;
        fever blister|blisters; rat =race; choking hazard|hazards; painting class; cut ..2 tooth|teeth;
        cutting ..3 tooth|teeth|molars; hit ..3 bill|fee|charge|charged;
        cut off =at|=from|=by|date|time|when; cutoff;
        nosebleed|nosebleeds|nose ..4 stopped ..4 minute|minutes|quickly; short =of breath =mints;
        drank ..3 coffee|juice|water|milk|tea; seeing spots =on|=in; shot =in|=for; blue =cross;
        balls =in|=at; burning =out; milk|poop|=pee|stool ..2 turned|turns|is|looks =blue;
        end =my|=our|=the|=her|=his membership|subscription|plan|contract|account|appointment|coverage|insurance|lease|visit|enrollment|shift|call|service|treatment|therapy|day;
        knocked =out =by ..2 cold|flu|meds|covid|bug; blue hour|hours|shirt|jacket|car|hat|building|door|sky|form|pill|ink|chair|folder; heart attack =lol|=haha|=lmao; twice =a|daily|=per|each|every;
        blood work|test|tests|pressure|sugar|draw|drawn|type|count|results|sample|donation|donor|bank|panel|sugars|glucose|bloodwork|labs
    ",
    squeezed: &[
        ("en.chest.squeezed", Sign::ChestPain, "chestpain chesthurts heartattack mychestis"),
        ("en.breathing.squeezed", Sign::Breathing, "cantbreath cannotbreath troublebreathing shortofbreath shortnessofbreath"),
        ("en.suicide.squeezed", Sign::Suicide, "killmyself suicidal wanttodie wannadie endmylife"),
        ("en.stroke.squeezed", Sign::Stroke, "havingastroke facedrooping"),
        ("en.overdose.squeezed", Sign::Overdose, "overdosed toomanypills"),
        ("en.seizure.squeezed", Sign::Seizure, "havingaseizure"),
    ],
};

const MIND: &[Rule] = &[
    always(
        "en.suicide.wish",
        Sign::Suicide,
        "
            want|wants|wanted|wanna|wanting|going|gonna|gunna|plan|plans|planning|thinking|thought|thoughts|thinks|threatening|threatened|tried|trying|try|try|urge|urges|might|may|could|would|will|should|said|says|=ill|about|rather|feel ..4 @harm @self;
            kill|killing|kills|killed|end|ending|ends =myself|myself;
            want|wants|wanted|wanna|ready|wish|wishing|wishes|hoping|hope|rather|going|better ..2 =die|=dead|dying;
            wish* ..4 =dead|=die|=died|=born|=gone;
            want|wants|wanted|wanna|going|ready|thinking|plan|planning|trying|tried|gonna|how ..3 end|ending =it|everything|=my|=his|=her|life|things;
            end|ending|ends|take|taking|takes|took =my|=his|=her|=own|their ?own life; end|ending =it ?=all;
            dont|doesnt|didnt|not|never ..2 want|wanna|wants|wish ..1 =to ..1 live|be|exist|alive|wake|=be|=here;
            dont|doesnt|didnt|not ..2 wanna live|exist|be|wake;
            better|happier =off ..3 without =me|=him|=her; better =off =dead; better without =me;
            no|nothing|any ..2 reason|point|left ..3 live|living|life|=on; nothing ..2 live =for;
            life ..2 isnt|not ..2 worth; not worth living; =kms|=kys;
            cant|dont|not ..3 go|=going ..1 on|=on ?anymore; cant ..2 do|take ..1 =this|=it|life anymore;
            dont|doesnt|not|isnt|cant ..2 safe|trust ..2 =with|myself|himself|herself|alone;
            slit ..3 wrist|wrists; jump* ..2 off ..2 bridge|roof|building; done =with ?=my life|living;
            tired =of living|life|=being alive; sleep ..3 never|not wake; never wake =up;
            hang|hung|shoot|shot ..1 =myself|himself|herself; goodbye ..3 everyone|world|family;
            cutting|cuts|cut|burning|harming|harm ..1 =herself|himself|themselves|=myself|themself ?again|with|on;
            unalive|unaliving|=sewerslide; take ..3 pills ..4 die|end|sleep;
            ways|way|how|plan|plans|method|methods|place ..1 =to =die|kill|end;
            thinking|thoughts|think|thought|thinks|obsessed ..2 =of|=about|=with ..2 death|dying|dead|=die|suicide|ending|=not;
            better|happier|easier|fine|best ..4 =if =i|=without ..3 gone|dead|werent|wasnt|disappeared|died|=not|=me|around|here;
            =if =i was|were|just gone|dead|died|not|disappeared;
            dont|cant|not|doesnt ..1 see ..2 point|future|hope|reason|way ?=of ?=out;
            no|whats|any ..1 point ..1 =of|=in|=to ..2 living|life|going|anything|anymore|=go|live|on;
            isnt|not|aint|wasnt worth ..1 =it|living;
            goodbye|suicide|final|farewell note|letter|message|video|text;
            danger|threat|risk|harm =to ..1 myself|himself|herself|themselves|themself;
            =to take|=of taking|=taking ..2 all|whole ..2 =them|pills|=these|=my|bottle;
            bottle|bunch|stash ..1 =of ..1 pills ..10 thinking|take|taking|going|end|tonight;
            bought|have|has|got|loaded ..2 =gun|rope|noose|pills ..10 help|anymore|die|end|tonight|done|goodbye|myself|himself;
            give|giving|given|gave up =on ..1 life|everything|living|myself;
            hopeless|worthless|burden ..8 anymore|die|live|gone|end|without;
            cant ..1 live ..1 =like|=with|anymore|this;
            not|wont|dont ..1 be =here|around|alive ..2 anymore|tomorrow|much|longer|much;
            hate ..1 =being alive|living;
            want|wants|wanted|just|need ..4 =it|everything|pain|this ..1 =to =be|=to stop|end|over ..1 over|stop|done|end;
            voices ..3 telling|tell|say ..6 hurt|kill|die|harm; no ..1 longer want|wants ..2 live|be;
            not =going =to =make =it|be ..2 tonight|here; ready =to =go ..2 =be ..2 dead|god;
            jump* ..1 =in ..1 front =of; od|overdose ..1 =on purpose; on purpose ..3 pills|overdose;
            drive ..4 =off ..3 bridge|cliff|road; cant keep going|living;
            life ..1 =is ..1 over|pointless|meaningless; wont ..1 miss =me;
            nobody|no =one ..2 miss|care ..2 =me|=if =i; leave ..1 =this world|earth;
            done =with ..1 everything|this =world|=it all; sleep forever; rope ..5 neck;
            driv*|run|swerv*|crash* ..5 =into|=off ..3 tree|wall|bridge|traffic|cliff|pole|truck;
            had enough ..3 life|living; =im =so|done ..2 living|life|trying|fighting|existing;
            blade|razor|razors|knife ..5 arm|arms|wrist|wrists|leg|legs|thigh|thighs|herself|himself|myself;
            arms|wrists|wrist|thighs ..4 cuts|scars|razor|blade;
            plan|planning|going|want|wants|threatening|threatened|gonna|about ..3 jump;
            thoughts|thinking|like|wish|wishing|hope|hoping|pray ..3 not|never ..1 waking|wake;
            sleep|asleep ..4 not|never|dont ..1 wake; thoughts ..4 =i shouldnt|scare|scary|dark;
            nobody|no =one ..3 notice|care|miss ..4 gone|dead|died|=me;
            dont ..2 care ..2 live|die|anymore|happens =to =me;
            no ..2 point|reason|future|hope|use ..2 =in|=to|=for|left|anymore|=of;
            cant ..2 face ..2 another|tomorrow|living; cant ..2 live; out =of reasons;
            end =it|=this tonight|today|now|all|soon|myself; kill|off =my =self;
            hurt|harm|cut|kill =my =self; life ..2 =not|isnt ..3 anymore;
            want|wants|wanted|wanna ..3 disappear ..2 forever|=and|permanently;
            better =off|if ..3 dead|gone; say|saying|said goodbye;
            giving|gave ..2 possessions|things|stuff|belongings =away;
            feel|feeling|feels ..2 =like dying|ending|=i =should;
            tylenol|pills ..4 =to die|sleep ..1 forever;
            hate|hates|hating ..2 =my =life|=being|myself|herself|himself;
            wishes|wish ..3 wasnt|werent|never ..1 here|alive|born|around; pact ..3 die|suicide;
            googl*|search*|looked ..4 =how =to die|kill|suicide;
            keep|go|going|keeps|carry|continue ..2 living|=on ..2 =like|this;
            much longer ..4 live|living|go|keep|take; texted|texting|wrote|left|sent|posted ..4 goodbye;
            goodbye ..6 phone|forever|kids;
            writing|wrote|write ..3 letters|letter|note|will ..8 gone|dead|die;
            when|after =im|=hes|=shes =gone; if|when|after =i die|=am =gone|=go;
            not|isnt|wasnt|never|dont ..3 meant|supposed =to ..1 =be|live ..1 here|alive;
            dont|cant|not ..3 keep ..2 living; life ..3 unbearable|hell|hopeless|over|worthless;
            everyone|everybody|family|they|world|kids ..4 better ..3 without|gone|dead
        ",
    ),
    named(
        "en.suicide.word",
        Sign::Suicide,
        "
            suicide|sucide|suicid|sueicide|suiside; suicidal ideation|thoughts|thought;
            self =harm|harming|injury|harmed|injuring; selfharm;
            hurting|harm|harms|harming myself|herself|himself|themselves;
            suicidal|suicidle|sucidal|suisidal|sueicidal|suicidial; death wish; dark thoughts
        ",
    ),
    named(
        "en.violence.hurt",
        Sign::Violence,
        "
            husband|wife|boyfriend|girlfriend|partner|=ex|dad|father|stepdad|mom|mother|=he|=she|spouse|uncle ..3 =hit|hits|hitting|beat|beats|beating|choked|choking|strangled|punched|abusing|abuses|raped|threatened|threatening =me|=us|=my|=our|=the|kids;
            afraid|scared ..3 =go|be|=at|=for =home|=my|our|home ?=life;
            fear|afraid ..3 =my life|=his|safety|=him; domestic violence|abuse|abused;
            raped|rape|sexual* assault*|molest*;
            want|going|gonna|urge|urges|feel|like|might|thoughts|thinking|afraid ..5 hurt|hurting|shake|shaking|harm|harming|kill|killing|drown ..2 baby|him|them|kids|child|someone|somebody|people|=her|=others|wife|husband|son|daughter;
            homicidal;
            being|getting abused|beaten|hit =by|hit ?=by ..2 husband|boyfriend|partner|wife|dad|father|mom|him;
            gun ..4 school|kill|shoot; stabbed|shot =me|=him|=her; beating ..2 =me|=us;
            isnt|not|dont ..2 safe ..2 home;
            afraid|scared ..2 =of ..2 =him|husband|boyfriend|partner|dad|stepdad|father;
            =to hurt|kill|shoot|stab ..2 someone|somebody|people|everyone|them|him|her|others;
            threaten* ..3 kill|hurt|shoot|stab; touched ..3 inappropriately|private*;
            choked|strangled|choking =me|=her;
            thoughts ..1 =of ..1 hurting|harming|killing ..2 kids|baby|child|children|others|someone|him|her;
            husband|wife|boyfriend|girlfriend|partner|=ex|stepdad|=he|=she beat|beats|beating|hits|punches|kicked|chokes|choked|slapped ..2 =me|up|=us;
            nowhere =to =go ..6 safe|beat|hit|hurt
        ",
    ),
];

const ACCIDENTS: &[Rule] = &[
    named(
        "en.overdose.much",
        Sign::Overdose,
        "
            took|taken|take|gave|given|takes|swallowed|had|ingested|injected ..2 =too many|much|=to =many ..4 @pills;
            too many ..4 @pills; to =many pills;
            whole|entire|full|handful|bunch|all|half bottle|bottles|pills|handful|pack|=of ..4 @pills|bottle|her|his;
            @took ..3 whole|entire|full|handful ..3 bottle|@pills|pack;
            double|triple|extra|wrong|twice|10x ..1 dose|dosage|dosed|amount; doubledose*;
            took|gave|given|taken ..6 four|five|six|double|triple|twice|3|4|5|6 ..1 times ..3 today|dose|day;
            took|gave|given ..2 too much; narcan|naloxone; drug|opioid|fentanyl overdose|poisoning;
            alcohol poisoning; took ..3 twice|double ?=as; all ..2 =his|=her|=my|the @pills ..2 once;
            overdos*; =od|=ods|=oded|=oding;
            son|daughter|brother|sister|friend|=he|=she|=i|husband|wife|kid|boyfriend|girlfriend =odd|=od;
            odd|od =on; ml|mg|units|pills|tablets|drops instead =of;
            gave|took|given|taken ..8 instead =of ..2 #; empty ..2 bottle|bottles|pack|packets ..4 @pills;
            @pills bottle ..3 empty; @pills ..3 twice; bunch|handful|lot|lots|fistful ..2 @pills;
            took|swallowed|taken|ate|drank ..2 #6-999 ?=of ?=my ?=his ?=her @pills;
            meant|supposed ..5 =and|but took|gave|taken;
            used|shot|did|smoked|snorted|laced ..2 heroin|fentanyl|meth; # ..1 =times ..2 dose|amount;
            take|took|taken|swallowed|ate|drank ..3 #6-999 =of|pills; @took ..3 handful|fistful|bunch|bottle;
            took|taken ..3 =2|two|3|three|4 ..2 =of ..2 =doses|instead|mistake|accident;
            pump|insulin ..6 too =much|many|mistake|instead|wrong; adult ..2 dose|strength;
            days ..3 =of ..1 @pills|doses; mixed ..3 @pills|pillbox|bottles ..8 took|gave|taken;
            gave|took|given ..6 instead; took|gave|given|taken ..4 wrong; @pills ..4 =at once
        ",
    ),
    named(
        "en.poisoning.swallowed",
        Sign::Poisoning,
        "
            @took ..5 @poison; @poison ..4 @took;
            @took ..3 grandpas|grandmas|moms|dads|someone|brothers|sisters|nanas|mothers|husbands|wifes|dogs|else ..2 @pills;
            toddler|baby|=son|daughter|=kid|child|=he|=she|old|=yo ..3 got =into ..5 @pills|@poison|supplies|cabinet|sink|under;
            toddler|baby|kid|child|=yo ..4 ate|swallowed|drank|eaten|chewed ..5 @pills;
            =son|daughter|grandson|granddaughter|old ..4 ate|drank|eaten|chewed ..5 @pills;
            swallowed|swallow ..4 coin|toy|object|penny|quarter|needle|pin|earring|screw|bead|beads|marble;
            poisoned|poisoning; carbon monoxide; gas leak; snake ..3 bit|bite|bitten;
            bit|bitten ..3 snake|rattlesnake|copperhead|black =widow; rattlesnake;
            ate|eaten|swallowed ..2 poison; drank|drunk ..3 =from ..3 under|bottle ..2 sink;
            mixed ..3 bleach|ammonia; poison control; inhaled|breathed ..3 fumes|smoke;
            ate|eaten|eating|chewed|licked ..2 =some|=a|few|=one|=two|several|=an|=my|=his|=her ..3 @pills;
            got|gotten|get|gets hold|=into|ahold ..5 @pills|tablets|tablet|@poison;
            @poison ..3 =in|=into|=up ..2 mouth|nose; @pills|tablets ..4 missing; sprayed ..5 mouth|face;
            battery|batteries|magnet|magnets ..5 swallow*|stomach|nose|missing; @took ..3 iron;
            swallow* ..5 battery|batteries|magnet|magnets;
            ate|eaten|swallowed|drank|licked ..4 thing|something poison*; put ..3 @poison ..3 mouth;
            @pills|tablet|bottle ..8 =in|into ..3 mouth;
            baby|toddler|=son|daughter|kid|child|=he|=she ..5 had|put|has|stuck|got ..5 @pills|@poison ..4 mouth|nose|hand|hands;
            licked|ate|tasted|drank ..4 soap|perfume|mouthwash|alcohol|vape|weed|thc|gummy|cigarette|glue|plant|berry;
            magnet|magnets|battery|bead|beads ..4 nose|ear|mouth;
            baby|toddler|=son|daughter|=kid|kids|child|=he|=she|=yo|old ..4 drank|sipped|swallowed|licked|ate ..5 oil|lamp|fluid|cologne|vinegar|lotion|shampoo|soap|perfume|peroxide|alcohol|dishwasher|laundry|deodorant|marker|dirt|weed|plant|polish|remover|spray|gel|fertilizer|pellets
        ",
    ),
    named(
        "en.head.injury",
        Sign::HeadInjury,
        "
            @hit ..4 @head; @head ..4 @hit; @head injury|trauma;
            fell|fall|falls|dropped|rolled|tumbled|landed ..8 @head; concussion|concussed;
            fell|rolled|dropped|fall ..4 off|from|out|down ..4 table|bed|couch|crib|stairs|ladder|roof|changing|window|counter ..10 vomit*|throw*|sleepy|head|unconscious|drowsy;
            @head ..4 cracked|fractur*|split|gash|bleeding; skull fracture; @hit ..4 =head;
            kicked|punched|hit|struck|ball|bat|elbow ..3 =in|=on|=to ..2 head|face; goose egg;
            landed|fell ..4 =on ..4 head; fell|fall|fallen ..8 blood =thinners|thinner;
            blood =thinner|thinners|eliquis|warfarin|xarelto|coumadin|plavix ..8 fell|fall|hit;
            knot|lump|bump|dent ..4 head;
            head|skull ..4 concrete|floor|ground|pavement|wall|tile|table|curb|corner;
            @hit|hitting ..6 @head; dropped ..4 baby|him|her|infant ..8 head|floor;
            soft =spot ..3 @hit|sunken|dent
        ",
    ),
    named(
        "en.injury.severe",
        Sign::Injury,
        "
            burned|burn|burns|scalded|scald|burnt ..6 blister*|boiling|bad|badly|severe|third|face|hot|oil|water|chemical|stove|fire;
            boiling|scalding|hot water|oil|coffee|tea|soup ..6 burn*|blister*|skin|=on ..1 =him|=her|=herself|himself|myself|arm|face|chest|leg|legs;
            shocked ..4 outlet|wire|electric*;
            cut|chopped|sliced|sawed|severed|lost|ripped|tore ..3 finger|toe|hand|thumb|fingertip|arm|foot ..2 =off;
            =off ..3 fingertip|finger|toe|thumb; amputat*|severed; stabbed|stab wound;
            been|got|was shot|stabbed; gunshot; bone ..4 sticking|through|out|showing|exposed;
            =see ..2 bone; deep ..1 cut|gash|wound|laceration; cut ..3 deep|=to bone|open|gaping;
            car|bike|motorcycle|truck|atv ..1 accident|crash|wreck ..8 hurt*|pain|now|just|neck|today|hit;
            hit =by ..2 car|truck|bus; heat =stroke; heatstroke;
            fell ..4 two|second|third|2nd|3rd|ladder|roof ..1 story|floor|ladder|roof; struck ..2 lightning;
            cant ..2 feel ..3 legs; dog ..3 bit|bitten|attacked ..3 face|neck|throat|head;
            electrocuted|electrocution|electrocute; electric|electrical shock; drowning|drowned;
            nearly|almost|near drown*;
            hot|boiling|scalding ..2 oil|water|grease|coffee|tea|soup ..6 burn*|spilled|spill|poured;
            spilled ..3 hot|boiling ..6 @limb|himself|herself|myself|chest; nail|nails ..3 =through;
            impaled;
            burned|burn|burns|burnt ..8 palm|hand|arm|leg|face|chest|back|body ..4 blister*|red|peeling;
            blister* ..5 burn|burned|burns|burnt;
            touched|grabbed|fell ..4 stove|oven|iron|fire|grill|griddle|campfire;
            fell|falls|fallen|jumped ..5 story|balcony|roof|window|ladder|tree|floor|second; nail ..2 gun;
            caught ..4 machine|mower|saw|blender; pinned|crushed|trapped ..5 under|car|machine|hand|leg|arm
        ",
    ),
];
