//! The words of danger in English for what a body shows by itself.
//!
//! Decides nothing: a table. How a pattern is read stands in `pattern.rs`.

use crate::danger::Sign;
use crate::danger::rules::{Rule, firm, named};

pub(super) const RULES: &[Rule] = &[
    firm(
        "en.unconscious.wake",
        Sign::Unconscious,
        "
            @cant ..3 =wake ..2 =up; hard|difficult|impossible =to =wake; wont =respond;
            unable =to ..2 =wake; cant be woken|roused|awakened; @wont =respond|responding|react|reacting;
            not responsive; lost pulse; =no pulse;
            @wont ..2 answer|answering|respond|responding|talk|talking ..3 =me|=us|back; wont open ..2 eyes;
            cant =get ..3 =to wake; found ..4 floor|ground; in =and out =of consciousness;
            isnt ..1 responding|conscious|waking|awake; too sleepy|weak ..3 eat|feed|nurse|wake;
            dropped =to ..1 floor|ground; wont|cant|doesnt|isnt|couldnt ..3 =wake ..3 =up;
            hes|shes|baby|son|daughter|mom|dad|husband|wife|=is|still not|isnt waking;
            barely|hardly|semi|not conscious|responsive|responding|awake|alert;
            not ..1 waking =up =for|=to|at; wont|cant|doesnt|isnt|couldnt|hard ..2 =wake|waken|awaken;
            unrousable|unarousable
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
            keeps|keep|kept passing|fainting|blacking; unconcious|uncouncious; out =of it;
            goes|going limp|floppy; eyes ..3 rolled ..6 fell|limp|passed; fell|falls ..2 unconscious;
            slumped ..2 over; glazed ..6 respond|responding
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
            hardly|barely ..1 breathe|breath;
            cant|couldnt|unable ..3 finish|complete|full|whole ..3 sentence|sentences;
            panting|pants ..3 cant|hard|fast|breath
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
            lips|lip|face|mouth|fingers|skin|fingernails|nails|tongue ..4 =blue|bluish|purple|=gray|=grey;
            baby|=he|=she|=hes|=shes|son|daughter ..3 =blue|bluish;
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
            gasp|gasping ..2 air|breath; panting|huffing;
            pulling|tugging|sucking ..6 breathes|breathe|breathing|breath|neck|ribs;
            nostrils|nose|nostril ..2 flaring|flare|flares; shallow breaths|breath|breathing;
            breathing|breath|breathless ..4 worse|worsening|scary|horrible|terrible|ragged|awful|harder;
            breathless|breathlessness; pneumonia ..6 breath*|oxygen; choking|drowning ..3 fluid;
            lungs ..3 filling|full|fluid|burning|closing|tight|collapsed;
            breathing|breathe|breathes ..3 =through ..2 straw
        ",
    ),
    named(
        "en.choking.stuck",
        Sign::Choking,
        "
            choking; choked ..2 =on; choke|choking;
            stuck|caught|lodged ..4 throat|windpipe|esophagus|airway; cant swallow|swallowing; heimlich;
            cant ..3 swallow ..3 spit|saliva; drooling ..3 swallow; unable =to swallow;
            nothing ..2 =go|goes|going ..1 down; food|meat|pill|bone|bread ..4 stuck|lodged|wont;
            gagging ..4 swallow*|breath*|drool*; cant ..2 swallow|swallowing; swallowed ..8 stuck
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
            chst|chets|cest|cheast ..3 pain|pains|hurts|tight;
            heart ..5 squeez*|squeezed|crushed|stabbed|exploding|stopping|tight|pounding|burst;
            pain|pains|ache|hurts ..4 =my|=his|=her|the|through heart;
            arm|arms ..3 heavy|heaviness ..4 nause*|sweat*|chest|jaw|breath*;
            nause*|sweat*|clammy ..6 chest|jaw|arm ..3 pain|pains|ache|tight|heavy|hurts;
            pain|tightness ..5 shoulder|back|jaw ..3 blades ..6 sweat*|breath*|nause*;
            cheat|hcest|chets|brest ..3 pain|pains|hurts|tight|tightness;
            heavy|feeling|sensation|discomfort|pressure|fullness ..8 chest; @chestfeel ..8 chest;
            chest ..8 @chestfeel
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
            whole side ..3 numb|weak; stopped working ..3 suddenly|today;
            arm|leg|hand|side ..3 stopped|quit|wont ?=stop working|move|moving|work;
            talking|talks|speaking|saying ..3 nonsense|gibberish|weird|garbage|strange;
            @face|cheek|eyelid ..5 sagging|sag|sags|fell|fallen;
            doesnt|not|cant|didnt ..2 recognize|know ..2 us|me|=anyone|family|people|kids;
            confused|confusion|disoriented ..5 sudden|suddenly|today|morning|out;
            sudden|suddenly ..3 weak*|dizzy|blind|clumsy|unsteady|numb*; walking ..3 drunk|sideways|crooked;
            arm|leg|hand ..2 drift|drifts|drifting; @numb ..3 @limb ..4 face|sudden|suddenly|left|right;
            face|cheek|lips|tongue ..3 numb
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
            allerg* reaction; severe|bad|serious|major ..1 alerg*|allerg* ?reaction|attack;
            covered ..2 =in ..2 hives; hives ..5 vomit*|dizzy|faint*|throw*|breath*|swollen|trouble;
            ate|eaten|eating ..10 hives|swollen|swelling|itchy|throat;
            peanut|cashew|shellfish|shrimp|nuts ..8 hives|swelling|swollen|vomit*|reaction|itchy|throat
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
            bleed*|nosebleed ..3 hour|hours|half ?=an ?=hour; bleed* ..2 through; bleed*|blood keeps|wont;
            mouth|nose|wound|ear ..4 filling|filled|full|fills ..4 @blood;
            blood ..3 keeps|kept|still|coming|dripping
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
            pouring|gushing|dripping ..1 blood; stitches|incision ..5 bleed*;
            stool|stools|poop|poops|=poo|=bm|diarrhea ..4 black|tarry|maroon|bloody|coffee|blood|red;
            pee|peed|peeing|pees|poop|pooped|pooping|urinat*|cough*|urine|pissing|=poo|=poops ..5 blood|bloody|clots;
            cough* ..6 blood|bloody; pure|fresh|straight|only blood;
            blood ..4 pee|urine|=poo|mouth|throat|lungs|ear|ears|rectum; blood ..3 filling|filled
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
            body ..2 shaking|jerking|convulsing; staring ..4 unresponsive|respond|responding;
            had|has|have|having ..2 =fit; another =fit; wet himself|herself ..8 shak*|seiz*|jerk*|fit
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
            glass test; stiff|stiffness ..1 neck ..12 fever|temp;
            neck ..5 stiff|stiffness ..14 fever|temp|headache|vomit*;
            fever|headache|vomit* ..14 stiff|stiffness ..2 neck
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
            @wont ..2 felt|feel|feeling ..3 movement|kicks|kick;
            baby|babys ..6 quiet|quieter|less|slow ..8 kick|kicking|move|moving|weeks|wks|usual;
            not kicking|moving ..6 usual|normal|weeks|much|today;
            fewer|less|no|decreased ..2 kicks|movement|movements
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
            @belly ..2 pain ..10 floor|crying|scream*|doubled|fetal|faint*; pain ..6 lower right;
            @belly ..4 pain ..6 =10|ten|severe|unbearable|worst
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
            vision ..2 suddenly|blurred|blurry ..4 sudden|suddenly|headache|one;
            curtain|shadow|veil ..6 eye|eyes|vision|sight
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
