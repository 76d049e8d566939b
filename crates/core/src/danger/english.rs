//! The words of danger in English, as patients write them.
//!
//! Decides nothing: a table. How a pattern is read stands in `pattern.rs`.

use super::Sign;
use super::rules::{Language, Rule, always, firm, named};

pub(super) const LANGUAGE: Language = Language {
    spanish: false,
    classes: "
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
    ",
    rules: &[BODY, MIND, ACCIDENTS],
    harmless: "
        dying to =know|=get|=see|=hear|=meet|=try; to =die for;
        die of embarrassment|boredom|laughter|shame;
        passed out ?the|some|all flyers|forms|papers|candy|cards|copies|treats; stroke of luck;
        chest cold|congestion; chest physical|physio; poison ivy|oak|sumac;
        heart attack ..2 price|prices|bill|cost; choked up;
        bleed|bleeding|bleeds ..2 floss|flossing|brush|brushing; gums bleed|bleeding|bled; hay fever;
        fever blister|blisters; rat =race; choking hazard|hazards; painting class; cut ..2 tooth|teeth;
        cutting ..3 tooth|teeth|molars; hit ..3 bill|fee|charge|charged;
        cut off =at|=from|=by|date|time|when; cutoff;
        nosebleed|nosebleeds|nose ..4 stopped ..4 minute|minutes|quickly; short =of breath =mints;
        drank ..3 coffee|juice|water|milk|tea; seeing spots =on|=in; shot =in|=for; blue =cross;
        balls =in|=at; burning =out
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

const BODY: &[Rule] = &[
    firm(
        "en.unconscious.wake",
        Sign::Unconscious,
        "
            @wont|@cant ..2 =wake|waken|awaken; @cant ..3 =wake ..2 =up;
            hard|difficult|impossible =to =wake; not waking; wont =respond; unable =to ..2 =wake;
            cant be woken|roused|awakened; @wont =respond|responding|react|reacting; not responsive;
            lost pulse; =no pulse;
            @wont ..2 answer|answering|respond|responding|talk|talking ..3 =me|=us|back; wont open ..2 eyes;
            cant =get ..3 =to wake; found ..4 floor|ground; in =and out =of consciousness;
            not conscious|waking; isnt ..1 responding|conscious|waking|awake;
            too sleepy|weak ..3 eat|feed|nurse|wake; dropped =to ..1 floor|ground
        ",
    ),
    named(
        "en.unconscious.fainted",
        Sign::Unconscious,
        "
            unconscious; unresponsive; passed =out; passing =out; pass =out; blacked =out; black =out;
            blackout; faint|fainted|fainting|fainted; collapsed|collapse;
            lost|lose|losing|loss ?of consciousness; out cold; nonresponsive; lethargic;
            very|so|really|completely|all limp|floppy; limp =and; went|is|gone limp|floppy;
            fell ..1 floor ..4 responding; knocked =out; went down ..8 answer|answering|respond|responding;
            keeps|keep|kept passing|fainting|blacking; unconcious|uncouncious; out =of it
        ",
    ),
    firm(
        "en.breathing.cant",
        Sign::Breathing,
        "
            @cant ..2 @breathe; @cant ..4 =breath; @wont ..1 =breathing|=breathe|=breathes;
            stopped|stops|stop|quit breathing; @cant ..3 =air; cant catch ..2 =breath;
            cant ..2 finish ..2 sentence|sentences; =barely =talk; cant ..2 talk|speak ..2 breath|breathing;
            not ..2 =air; out =of breath; gasping|gasps; suffocating|suffocate; cant =get ..2 =breath|=air;
            air hunger;
            turning|turned|turns|is|are|look|looks|going|went ?bluish|=blue =blue|bluish|purple|gray|grey;
            not|isnt|cant ..2 enough =air|oxygen; not|isnt|wasnt|hardly|barely breathing;
            hardly|barely ..1 breathe|breath
        ",
    ),
    named(
        "en.breathing.hard",
        Sign::Breathing,
        "
            @hard ..3 breathe|breathing|breath|breething|brething;
            @short ..2 =breath|breathe|breathing|breathed;
            breathing|breathes|breath ..3 fast|hard|heavy|rapid|rapidly|difficult|worse|labored|funny|weird|=shallow|bad|noisy|quick|quickly|trouble|problem|problems;
            hurts =to breathe; =sob;
            ribs|rib|belly|chest|stomach|skin ..3 sucking|sucked|suck|caving|sinking|retracting|pulling;
            retractions|retracting;
            lips|lip|face|mouth|fingers|skin|fingernails|nails|tongue ..4 =blue|bluish|purple|=gray|=grey; baby|=he|=she|=hes|=shes|son|daughter ..3 =blue|bluish;
            =blue|bluish|purple lips|=lip|face|mouth|fingernails; asthma attack;
            asthma ..4 bad|worse|severe|flare; wheezing ..4 hard|bad|lot|badly|severe|worse;
            grunting ..3 breath|breathe|breathing; respiratory distress;
            inhaler|nebulizer|albuterol|nebs|=neb ..3 isnt|not|doesnt|didnt|wont ?=do|help|helping|work|working|helped|worked;
            inhaler|nebulizer|albuterol ..2 =no help; stridor; fast|rapid|labored|heavy|shallow breathing;
            nostrils|nose flaring;
            =o2|oxygen|=ox|saturation|=sats|spo2 ..4 =70|=71|=72|=73|=74|=75|=76|=77|=78|=79|=80|=81|=82|=83|=84|=85|=86|=87|=88|=89;
            croup ..6 worse|bad|breathe|breathing; winded; breathing ..2 =so =hard;
            breathing|breathes ..4 # times|=a breaths;
            whistling|squeaking|squeaky|whistle|noise|noises|noisy|barking|crowing ..6 breathes|breathe|breathing|breath|inhales;
            belly|stomach|chest|ribs ..4 =in =and =out;
            breathing|breathe|breathes ..4 whistling|noise|noises|squeak|crackling|rattling|rattle;
            oxygen|=o2|saturation ..3 low|dropping|dropped|drop|drops|dropping; cant ..3 lay|lie flat;
            gasp|gasping ..2 air|breath
        ",
    ),
    named(
        "en.choking.stuck",
        Sign::Choking,
        "
            choking; choked ..2 =on; choke|choking;
            stuck|caught|lodged ..4 throat|windpipe|esophagus|airway; cant swallow|swallowing; heimlich;
            cant ..3 swallow ..3 spit|saliva; drooling ..3 swallow; unable =to swallow
        ",
    ),
    named(
        "en.chest.pain",
        Sign::ChestPain,
        "
            chest ..5 @chestfeel; @chestfeel ..4 chest; chestpain|chestpains; =cp =and;
            heart attack|atack|attak|atttack; heartattack; cardiac arrest;
            elephant|weight|brick|bricks|pressing|squeezing ..5 chest;
            heart ..2 hurts|hurting|pain|pains|ache; pain|hurts ..2 =in|around ?=my|his|her|the heart;
            pain|pains|ache|aching|hurts ..4 left =arm; left =arm ..3 pain|ache|aching|hurts|hurting;
            jaw|shoulder =and =arm pain; angina; heart ..2 stopped; =my ticker;
            something ..2 sitting =on ..2 chest; pain ..3 jaw ..3 arm;
            pain radiating|radiates|shooting ..3 arm|jaw; @chestfeel|feeling ..4 breastbone|sternum;
            breastbone|sternum ..4 @chestfeel; tight|tightness|pressure|heaviness ..4 chest|heart;
            pains|pain across ..3 chest;
            heart ..3 =is|=was|keeps stopping|skipping|racing ..6 dizzy|faint|passed|sweat*|pain;
            cold =sweat|sweats ..6 pain|chest|arm; widow maker;
            chst|chets|cest|cheast ..3 pain|pains|hurts|tight
        ",
    ),
    named(
        "en.stroke.signs",
        Sign::Stroke,
        "
            stroke|strokes; =tia; ministroke; @face ..4 @droop; @droop ..4 @face; @face|smile ..4 one side;
            half|side|sides ..4 face|body|mouth ..3 @numb; one side ..4 @numb|droop*;
            left|right side ..3 @numb|paralyz*;
            speech|words|talking|speaking|talk ..3 slur*|garbled|jumbled|gibberish|mumbled|weird|funny;
            slur* ..4 speech|words|talking|speak|speaking; slurring|slurred|slurs;
            talking|speaking gibberish|nonsense; @numb ..4 left|right|one ?=side ..3 @limb;
            sudden|suddenly ..4 @numb; sudden|suddenly ..3 confused|confusion|dizzy|disoriented;
            confused =and; very|so|really|acting confused|disoriented; worst|thunderclap headache|migraine;
            headache|migraine ..5 worst ..3 =life; worst ..4 headache|migraine;
            doesnt =know =where ..2 =is|=are; doesnt recognize; left|right ?=side|=arm|=leg ..4 @numb;
            @face ..3 hanging|hangs|drops|dropped|dropping;
            isnt|not|doesnt|stopped|wasnt|arent ..1 making|make|makes ?=any sense;
            words|speech|sentences ..5 mixed|jumbled|scrambled|wrong|garbled|backwards;
            mixing|mixes ..2 words;
            lost|losing|no|lose|loss ..3 feeling|sensation|use|control|strength|movement ..4 side|arm|leg|hand|face|body;
            sudden|suddenly ..2 terrible|horrible|severe|bad|awful|massive|worst|intense|splitting|blinding headache|migraine|head;
            headache|migraine ..3 sudden|suddenly|exploded|explosive|thunder*;
            arm|leg|side|hand ..3 =dead|weak|heavy|useless;
            arm|leg|side went|goes|gone ..1 weak|limp|dead|numb;
            side ..2 went|goes|gone|became|got ..1 weak|limp|dead|numb; seeing double; double vision;
            lost|losing ..2 balance ..4 sudden|suddenly|today|headache; mini =stroke;
            whole side ..3 numb|weak
        ",
    ),
    firm(
        "en.stroke.cant",
        Sign::Stroke,
        "
            @cant ..1 move|lift|raise|feel|use ..3 @limb;
            @cant ..2 speak|talk suddenly|properly|right|clearly;
            suddenly|sudden ..3 @cant ..2 talk|speak|walk|move|see|stand;
            @cant ..2 smile|get =words|words =out; cant =get ..3 words =out;
            @cant ..3 find|=get|form|say ..3 =words|word|sentence;
            @cant ..2 walk straight|suddenly|properly; @cant understand|make ..4 says|saying|speech
        ",
    ),
    named(
        "en.anaphylaxis.swelling",
        Sign::Anaphylaxis,
        "
            @throat ..4 @swell; @swell ..4 tongue|throat|lips|=lip|airway;
            throat ..4 closing|closed|close|closes|tight|tightening|tightness;
            anaphyla*|anaphylactic|anafilax*; allergic reaction|reacton;
            having ..2 reaction ..6 hives|swell*|swollen; hives ..4 over|everywhere|body|face;
            face|eyes|eye ..3 @swell ..6 ate|eating|sting|stung|peanut*|nut|nuts|medicine|bee|hives;
            hives ..8 @swell|vomiting|wheezing|breath*; swollen|swelling ..2 face ..4 hives;
            used|gave|given|injected|administered|using ?=her|=him|=his|=the|=an|=our|=my epipen|auvi*|epinephrine|epi;
            used|gave ..3 epipen|epi =pen; epi =pen ..3 used|gave; epipen ..3 used|now|expired ..3 reaction;
            stung|sting|bitten|bit|bite ..10 hives|swollen|swelling|swelled|dizzy|throat|wheez*;
            face|eyes|lips|mouth ..3 blew|blown|ballooned|puffed;
            throat|tongue ..3 itchy|itches|thick|funny|scratchy|numb ..8 ate|eating|nut|nuts|shrimp|medicine|antibiotic|peanut*;
            ate|eating|eaten ..8 throat|tongue|lips|face|hives ..4 @swell|tight|itchy|closing|over|everywhere;
            allerg* reaction; severe|bad|serious|major ..1 alerg*|allerg* ?reaction|attack
        ",
    ),
    firm(
        "en.bleeding.stop",
        Sign::Bleeding,
        "
            @wont ..3 @stop ..2 bleed*;
            bleed*|blood|nosebleed|nosebleeds|=nose ..8 @wont ..2 stop|stopping|stops|stopped|quit|clot|slow|slowing;
            keeps|keep bleeding|gushing|bleeding; still bleeding;
            cant|couldnt ..3 stop ..3 bleed*|blood|nosebleed; nonstop bleed*;
            bleed*|blood|nosebleed ..4 # =hour|=hours|minutes|minute|min|mins|hrs|=hr;
            bleed*|nosebleed ..3 hour|hours|half ?=an ?=hour; bleed* ..2 through; bleed*|blood keeps|wont
        ",
    ),
    named(
        "en.bleeding.heavy",
        Sign::Bleeding,
        "
            bleeding ..3 @lots; @lots ..2 bleeding|blood|bleed; bleed* =out; hemorrhag*|hemorag*|hemorhag*;
            vomit*|throw*|threw|puk*|spit*|spat|cough*|hack* ..4 @blood;
            @blood ..1 vomit|stool|stools|diarrhea|poop|=phlegm|urine|sputum;
            @blood ..6 stool|stools|poop|toilet|diaper|vomit|bathroom;
            black ?=and tarry|=and|sticky ?tarry stool|stools|poop; black stool|stools|poop|tarry; tarry;
            soak* ..4 pad|pads|tampon|towel|bandage|dressing|gauze|sheets;
            blood ..2 gushing|pouring|spurting|everywhere|squirting|clots; passing ..3 clots;
            clots ..2 size|big|large|huge; rectal bleeding;
            bleeding ..3 rectum|=butt|bottom|=ear|ears|mouth; nosebleed ..4 hour|hours|minutes|=min|=mins;
            tonsil* ..10 blood|bleed*; losing ..3 blood; lost ..3 blood;
            pooping|peeing|pee|poops =blood|blood;
            bleeding ..2 after|since ..3 surgery|procedure|birth|delivery|biopsy|extraction|circumcision;
            coffee grounds; bright =red blood; blood ..8 lot|lots|toilet|everywhere;
            go|going|goes|went|gone =through ..5 pad|pads|tampon|tampons;
            pad|pads|tampon|tampons ..4 hour|hours|minutes|=min|=hr;
            period ..3 heavy ..8 hour|min|pad|tampon|pads|clots|dizzy|faint;
            blood =thinner|thinners|eliquis|warfarin|xarelto|coumadin|plavix ..10 bleed*;
            bleed* ..8 blood =thinner|thinners|eliquis|warfarin|xarelto|coumadin; arterial|artery;
            vomit*|throw*|threw|puk*|spit* ..7 @blood; internal bleeding; bled ..4 lot|badly|heavily;
            pouring|gushing|dripping ..1 blood; stitches|incision ..5 bleed*
        ",
    ),
    named(
        "en.seizure.fit",
        Sign::Seizure,
        "
            seizure|seizures|seziure|siezure|ceizure|seizing|seized|siezing|cesure; convuls*;
            eyes ..3 rolled|rolling|roll ..2 back|head;
            shaking|jerking|twitching|shakes ..5 unresponsive|uncontrollabl*|over|eyes|stiff;
            epilep* ..3 attack|fit|episode; grand =mal; fits ..4 foam*|shak*|floor; foaming ..3 mouth;
            stiff* =and ..3 shak*|jerk*; fever fit; having|had|has|have ..1 fits|convulsion;
            foam|foaming|frothing|froth ..5 mouth;
            stiff|stiffened|rigid|locked ..4 jerk*|shak*|twitch*|convuls*;
            jerking|shaking|twitching ..5 stiff|body|whole|arms|unresponsive|floor|eyes;
            body ..2 shaking|jerking|convulsing; staring ..4 unresponsive|respond|responding
        ",
    ),
    named(
        "en.meningitis.neck",
        Sign::Meningitis,
        "
            neck ..2 stiff|stiffness ..8 fever|temp|headache|vomit*|light|rash|102|103|104;
            fever|headache|temp|103|102|104 ..8 stiff|stiffness ..1 neck;
            fever|headache|temp ..8 neck ..3 stiff|stiffness|hurts;
            stiff neck ..8 fever|temp|headache|vomit*|light; meningitis;
            @rash ..6 dont|doesnt|not|wont|didnt|isnt ?=go fade|blanch|disappear|fading|blanching|away|blanche;
            purple|red|dark ?tiny|little|small @rash ..6 fever;
            fever ..6 purple|bruise|dark ?tiny|little|small @rash; purple @rash; nonblanching;
            petechiae|petechial; bulging soft|fontanel* spot; soft =spot ..3 bulging|bulges|swollen;
            sepsis|septic; chin ..2 =to|=on ..2 chest;
            cant|unable|hurts ..2 bend|move|turn|tilt|lift ..2 neck;
            neck ..5 hurts|pain|sore ..5 bend|move|fever; fever|headache ..8 neck ..3 pain|hurts|sore;
            light hurts ..3 eyes ..6 fever|headache|neck; fever ..6 confused|lethargic|delirious|stiff;
            glass test
        ",
    ),
    named(
        "en.pregnancy.bleeding",
        Sign::Pregnancy,
        "
            @pregnant ..10 bleed*|spotting|blood|gush|gushing|leaking|contraction*|cramps|cramping|preeclampsia|convuls*;
            bleed*|spotting|blood ..10 @pregnant; water|waters ..1 broke|broken|breaking|leaking;
            weeks|week|wks|trimester ..6 bleed*|spotting|contractions|leaking|gush;
            bleed*|spotting|contractions ..8 weeks|trimester ..1 pregnant;
            @pregnant ..10 vision|spots|blurry|headache|fell|accident|swollen|swelling;
            headache|fell|blurry|contractions ..8 @pregnant; miscarriage|miscarrying|miscarry|ectopic;
            in =labor; labor ..2 started|early|preterm; preterm|premature labor;
            postpartum|birth|delivery|=c =section|csection|birthed ..8 heavy|bleed*|clots|soak*|headache|chest;
            cord ..3 out|coming|showing; preeclampsia|eclampsia; contractions ..5 apart;
            contractions|cramps|cramping|fluid|leaking|gush|bleed*|spotting|clots ..8 weeks|week|wks|trimester|pregnant;
            weeks|week|wks ..8 fluid|leaking|contractions|bleed*|spotting|cramping|cramps|water|gush|gushed|clots;
            delivered|postpartum|birthed|birth|=c =section|csection|delivery ..8 clots|bleed*|soak*|headache|seizure|fever|chest|dizzy;
            had =my baby ..6 clots|bleed*|soak*|headache|fever; regular contractions;
            contractions ..3 minutes|=min|mins; think ..2 in labor; losing ..2 baby
        ",
    ),
    firm(
        "en.pregnancy.moving",
        Sign::Pregnancy,
        "
            baby ..3 isnt|not|hasnt|stopped|less|doesnt|havent ..2 moving|move|moved|kicking|kicked|kick|movement;
            @wont ..2 feel|felt|feeling ..3 baby ..2 move|moving|kick|kicking|kicks|moved;
            =no|decreased|less|reduced fetal ?=movement;
            =no|decreased|less|reduced|fewer baby ?kicks movement|kicks;
            =no|less|decreased|fewer movement|kicks ..4 baby|weeks|fetus;
            weeks ..6 not|isnt|hasnt|stopped moving|moved|kicking|move;
            havent|hasnt|cant ..2 felt|feel ..4 kick|kicks|move|moving ..3 today;
            @wont ..2 felt|feel|feeling ..3 =him|=her|them|=it|twins ..2 kick|kicking|move|moving|kicks|moved;
            @wont ..2 felt|feel|feeling ..3 movement|kicks|kick
        ",
    ),
    named(
        "en.belly.severe",
        Sign::AbdominalPain,
        "
            @worst ..2 @belly ..2 @pain|cramps|cramping;
            @belly ..2 @pain ..6 @worst|stand|screaming|doubled|rigid|=10|curled|appendi*|cry|crying;
            @pain ..4 @belly ..6 @worst|screaming|doubled|rigid|hard; @worst ..2 pain ..4 @belly|side;
            @belly ..3 hard|rigid ..4 @pain|touch|board; lower right ?=side ..2 pain;
            pain ..3 lower|right right|lower ?=side ..3 @worst|fever|vomit*; appendicitis; doubled =over;
            screaming ..4 @belly; ruptured appendix; appendix ..3 burst|ruptured;
            @belly ..3 pain ..4 =so bad|severe|awful|floor|move|walk|stand; @worst ..1 pain lower|right;
            @belly ..2 pain ..10 floor|crying|scream*|doubled|fetal|faint*; pain ..6 lower right
        ",
    ),
    named(
        "en.testicle.pain",
        Sign::TesticularPain,
        "
            @balls ..6 @pain|@swell|twisted|red|swelling|hurting|torsion;
            @pain|@swell|twisted ..5 testicle|testicles|scrotum|balls|testicular|nuts|testes|groin; torsion;
            nut|=nut|nuts|ball|balls|testicle ..8 killing|swollen|@pain|huge|purple;
            testical|testicals|testical ..5 @pain|@swell
        ",
    ),
    named(
        "en.sight.lost",
        Sign::Sight,
        "
            lost|losing|loss|lose ..3 vision|sight|eyesight;
            vision ..3 gone|lost|black|dark|curtain|disappeared;
            sudden|suddenly ..4 blind|blindness|vision|double; went|going|gone blind;
            curtain ..4 eye|vision; flashes ..4 floaters; floaters ..4 flashes;
            @poison|acid|glue|superglue|spray|fertilizer|cement ..4 eye|eyes;
            eye ..5 burned|splashed|@poison|acid|punctured|poked|penetrat*|nail|stabbed;
            eye ..3 bleeding|pops|popped;
            went|going|goes|turned|gone|everything ..2 black|dark|blurry|gray ..4 eye|vision|eyes;
            black|dark|blind ..3 =in ..3 eye|eyes;
            splashed|squirted|sprayed|poured|got|spilled ..5 =in|=into ..3 eye|eyes;
            vision ..2 suddenly|blurred|blurry ..4 sudden|suddenly|headache|one
        ",
    ),
    firm(
        "en.sight.cant",
        Sign::Sight,
        "
            @cant ..3 see ..3 eye|eyes|anything|sudden|suddenly; suddenly|sudden ..3 cant ..2 see
        ",
    ),
];

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
            done =with ..1 everything|this =world|=it all; sleep forever; rope ..5 neck
        ",
    ),
    named(
        "en.suicide.word",
        Sign::Suicide,
        "
            suicide|sucide|suicid|sueicide|suiside; suicidal ideation|thoughts|thought;
            self =harm|harming|injury|harmed|injuring; selfharm;
            hurting|hurt|harm|kill|cut|cutting myself|herself|himself|themselves;
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
            thoughts ..1 =of ..1 hurting|harming|killing ..2 kids|baby|child|children|others|someone|him|her
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
            took|swallowed|taken|ate|drank ..2 ## ?=of ?=my ?=his ?=her @pills;
            meant|supposed ..5 =and|but took|gave|taken;
            used|shot|did|smoked|snorted|laced ..2 heroin|fentanyl|meth; # ..1 =times ..2 dose|amount
        ",
    ),
    named(
        "en.poisoning.swallowed",
        Sign::Poisoning,
        "
            @took ..5 @poison; @poison ..4 @took;
            @took ..3 grandpas|grandmas|=my|moms|dads|someone|brothers|sisters|nanas|mothers|husbands|wifes|dogs|else ..2 @pills;
            toddler|baby|=son|daughter|=kid|child|=he|=she|old|=yo ..3 got =into ..5 @pills|@poison|supplies|cabinet|sink|under;
            toddler|baby|kid|child|=yo ..4 ate|swallowed|drank|eaten|chewed ..5 @pills; =son|daughter|grandson|granddaughter|old ..4 ate|drank|eaten|chewed ..5 @pills;
            swallowed|swallow ..4 coin|toy|object|penny|quarter|needle|pin|earring|screw|bead|beads|marble;
            poisoned|poisoning; carbon monoxide; gas leak; snake ..3 bit|bite|bitten;
            bit|bitten ..3 snake|rattlesnake|copperhead|black =widow; rattlesnake;
            ate|eaten|swallowed ..2 poison; drank|drunk ..3 =from ..3 under|bottle ..2 sink;
            mixed ..3 bleach|ammonia; poison control; inhaled|breathed ..3 fumes|smoke;
            ate|eaten|eating|swallowed|drank|chewed|licked ..2 =some|=a|few|=one|=two|several|=an|=my|=his|=her ..3 @pills;
            got|gotten|get|gets hold|=into|ahold ..5 @pills|tablets|tablet|@poison;
            @poison ..3 =in|=into|=up ..2 mouth|nose; @pills|tablets ..4 missing; sprayed ..5 mouth|face;
            battery|batteries|magnet|magnets ..5 swallow*|stomach|nose|missing; iron tablets|pills;
            swallow* ..5 battery|batteries|magnet|magnets;
            ate|eaten|swallowed|drank|licked ..4 thing|something poison*; put ..3 @poison ..3 mouth
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
            knot|lump|bump|dent ..4 head
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
            impaled
        ",
    ),
];
