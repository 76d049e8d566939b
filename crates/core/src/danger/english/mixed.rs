//! The dangers in English that are told in parts, in whatever order: what hurts, how it feels, since when, and what else.
//!
//! Decides nothing: a table. How a mix is read stands in `mix.rs`.

mod hurt;

use crate::danger::Sign;
use crate::danger::rules::{Rule, firm, named};

pub(super) use hurt::RULES as HURT;

pub(super) const CLASSES: &str = "
    @ouch pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|achy|sore|burning|burns|throbbing|stabbing|sharp|cramp|cramps|cramping|killing|agony|discomfort|tender;
    @squeeze pressure|tight|tightness|tightening|tightens|squeeze|squeezes|squeezing|crush|crushing|crushed|heavy|heaviness|burning|pressing|squashed|squashing|gripping|grips|clamped|fullness;
    @load elephant|anvil|boulder|vise|=vice|cinder|truck|bricks|=brick|=weight|gorilla|sumo|=band;
    @radiates jaw|neck|arm|arms|shoulder|shoulders|elbow|teeth;
    @shock sweat|sweats|sweating|sweaty|clammy|drenched|=pale|gray|grey|ashen|nauseous|nausea|nauseated|queasy|dizzy|lightheaded|woozy|faint|winded|breathless|vomiting;
    @clutch clutching|clutches|clutched|grabbing|grabbed|grabs|rubbing|rubs|rubbed|holding|holds|gripping;
    @ribs rib|ribs|ribcage|breastbone|sternum|chest|torso;
    @airy breath|breathe|breathes|breathing|=air|inhale|inhales|inhaling|breaths|breth|breathin;
    @noise noise|noises|whistle|whistles|whistling|squeak|squeaks|squeaking|squeaky|squeal|honk|honking|seal|rasp|raspy|gurgle|gurgling|gurgly|rattle|rattles|rattling|grunt|grunts|grunting|wheeze|wheezes|wheezing|wheezy|crow|crowing|stridor|hoarse|crackle|crackles|crackling|snoring|gasping|gasps;
    @suckin suck|sucks|sucking|sink|sinks|sinking|pull|pulls|pulling|tug|tugs|tugging|cave|caves|caving|dip|dips|dipping|retract|retracts|retracting|retractions|heaving|flare|flares|flaring;
    @blue =blue|purple|=gray|=grey|bluish|dusky|purplish|greyish|grayish|blueish|ashen|cyanotic|violet;
    @skinpart =lip|lips|fingertips|fingertip|fingernails|nails|tongue|face|mouth|gums|toes|fingers|skin|cheeks|color;
    @swallowed swallow|swallowed|swallows|swallowing|ate|eaten|eating|eats|inhaled|gulped|=bit|=bite|bites|mouth|drank|drink|drinking|drinks|drunk|sip|sipped|lick|licked|licking|chew|chewed|chewing|suck|sucked|sucking|ingest|ingested|tasted|snorted|guzzled|gnawed;
    @small lego|legos|coin|coins|penny|quarter|nickel|dime|toy|toys|marble|grape|grapes|hotdog|popcorn|bead|beads|nut|nuts|peanut|bone|fishbone|candy|pill|steak|bread|chicken|button|screw|balloon|carrot|apple|chip|meatball|something|object|jawbreaker|=cap|sticker|rock|pebble|earring|ring|=pin|bracket|retainer|food|meat|meal|bagel;
    @gag gag|gags|gagging|cough|coughs|coughing|drool|drools|drooling|choke|chokes|choking|stuck|throat|spit|spitting|saliva|hacking|lodged|retching|wedged|jammed;
    @facial face|mouth|smile|=lip|lips|cheek|eyelid|eyebrow|grin|=eye;
    @sag droop|droops|drooping|droopy|drooped|crooked|lopsided|sag|sags|sagging|sagged|saggy|hang|hangs|hanging|uneven|fallen|slid|sliding|slides|twisted|twist|tilted|numb|weak|slack|asymmetric|asymmetrical|pulled|frozen;
    @arms arm|arms|leg|legs|hand|hands|foot|fingers|limb|=side;
    @deadlimb =dead|numb|weak|weakness|weaker|limp|useless|paralyzed|paralysed|tingly|tingling|tingles|rubber|rubbery|asleep|lifeless|clumsy|jelly;
    @speech talk|talks|talking|speech|words|word|speak|speaks|speaking|sentence|sentences|speek;
    @slur slur|slurs|slurring|slurred|slurry|mix|mixes|mixed|mixing|wrong|jumble|jumbled|jumbling|garbled|mush|mushy|nonsense|=funny|weird|thick|gibberish|mumbling|mumbles|mumbled|backwards|scrambled|strange|salad|slow;
    @sudden sudden|suddenly|abrupt|abruptly|instantly|sudenly|suddenley;
    @balance walk|walks|walking|stand|balance|stumbling|stumbles|staggering|wobbly|veering|leaning|unsteady|coordination|straight;
    @numbing numb|numbness|weak|weakness|tingling|paralyzed|=dead|droop|droopy;
    @sleepy sleepy|drowsy|groggy|lethargic|sluggish|listless|weak|exhausted|letharic|sleeping|asleep|=tired|lifeless|drugged;
    @rousing wake|waken|awaken|rouse|waking|arouse|awake;
    @feeding eat|feed|feeding|nurse|nursing|latch|=bottle|suck|drink|drinking|=breast|eating|breastfeed;
    @notable wont|cant|doesnt|isnt|not|hardly|barely|couldnt|didnt|hasnt|havent|unable|refuses|refusing|refused|stopped|no|without|difficult|hard|tough;
    @tiny baby|infant|newborn|toddler|=he|=she|=hes|=shes|son|daughter|=her|=him|=kid|child|=body|preemie|babys;
    @sugar sugar|sugars|glucose|=bg|dexcom|libre|meter|bloodsugar|glucometer;
    @allergen bee|bees|wasp|wasps|hornet|yellowjacket|=ant|=ants|sting|stung|stings|peanut|peanuts|=nut|=nuts|cashew|cashews|walnut|walnuts|almond|almonds|pecan|pecans|pistachio|pistachios|sesame|=egg|=eggs|shrimp|shellfish|crab|lobster|scallops|clams|fish|antibiotic|antibiotics|amoxicillin|penicillin|bactrim|strawberry|strawberries|=ate|eating|eaten|reeses|hummus|medicine|medication|=shot|vaccine|allergy|allergic|allergies|=pill;
    @swollen swell|swells|swelling|swelled|swollen|puff|puffs|puffing|puffy|puffed|balloon|ballooning|ballooned|=fat|thick|bigger|huge|tight|tightening|closing|closes|closed|close|itch|itches|itchy|itching|tingling|tingly|enlarged|blew|blown;
    @hives hive|hives|welts|welt|rash|blotchy|blotches|bumps|itchy|itching|urticaria;
    @mouthpart face|=lip|lips|tongue|throat|eyes|=eye|mouth|voice|airway|neck;
    @bloody blood|bloody|bleed|bleeds|bleeding|bled|nosebleed|nosebleeds|gushing|bleading|hemorrhaging|hemorrhage|blod|blud;
    @thinner thinner|thinners|eliquis|warfarin|xarelto|coumadin|plavix|pradaxa|apixaban|rivaroxaban|anticoagulant|anticoagulants|lovenox|heparin|clopidogrel|brilinta;
    @poop poop|poops|pooped|pooping|poo|stool|stools|=bm|=bms|diarrhea|toilet|bowel|bowels|diaper|potty;
    @drugs pill|pills|tablet|tablets|capsule|capsules|med|meds|medicine|medicines|medication|medications|sertraline|zoloft|prozac|fluoxetine|lexapro|celexa|wellbutrin|effexor|cymbalta|warfarin|coumadin|eliquis|metformin|glipizide|lisinopril|metoprolol|tylenol|acetaminophen|ibuprofen|advil|motrin|aleve|aspirin|benadryl|adderall|ritalin|vyvanse|concerta|focalin|xanax|ativan|klonopin|valium|ambien|trazodone|seroquel|lithium|oxycodone|percocet|hydrocodone|norco|vicodin|tramadol|gabapentin|fentanyl|heroin|insulin|lantus|humalog|novolog|melatonin|iron|vitamins|gummies|gummy|edible|edibles|digoxin|amlodipine|propranolol|clonidine|methadone|suboxone|antidepressant|antidepressants|painkiller|painkillers|sleepers|morphine|codeine|dose|doses|thc|nyquil|dayquil|robitussin|amitriptyline|lamictal|levothyroxine|thyroid|ozempic|wegovy|opioid|opioids|zyrtec|claritin|prednisone;
    @toomuch handful|handfuls|fistful|bunch|whole|entire|every|double|doubled|doubling|triple|tripled|quadruple|quadrupled|excess|extra|overdosed;
    @taken took|take|taken|taking|takes|swallowed|swallow|swallows|downed|popped|gave|give|given|ate|eaten|injected|inject|chewed|drank|gulped|had|=od|tok|inhaled|sniffed|snorted;
    @kid toddler|baby|son|daughter|=kid|child|=yo|=old|=yr|grandson|granddaughter|brother|sister|nephew|niece|boy|girl|twins|twin|infant|grandbaby|grandchild|kiddo|preschooler|grandkid;
    @toxic bleach|poison|poisonous|cleaner|cleaners|cleaning|detergent|antifreeze|gasoline|kerosene|paint|pesticide|pesticides|battery|batteries|magnet|magnets|=tide|=pods|=pod|chemical|chemicals|lye|ammonia|berries|mushroom|mushrooms|nicotine|sanitizer|hydrogen|turpentine|drano|windex|lysol|mothball|mothballs|=acid|fertilizer|herbicide|roundup|insecticide|bait|weedkiller|thinner|lighter|=vape|juul|eliquid|oleander|foxglove|orbeez|=dishwasher|laundry|peroxide|acetone|remover|polish|perfume|cologne|mouthwash|=oil|oils|pinesol|clorox|febreze|rubbing|isopropyl|wintergreen|eucalyptus|cigarette|cigarettes|cement|=lime|glue|superglue|fluid|solvent|degreaser|toothpaste|hairspray;
    @gut stomach|abdomen|abdominal|belly|tummy|gut|guts|side|insides|appendix|bellybutton;
    @extreme worst|severe|severely|unbearable|excruciating|extreme|extremely|intense|terrible|horrible|agonizing|agony|screaming|screams|scream|doubled|curled|fetal|unreal|insane|crippling|=10|ten|writhing|crying|sobbing|moaning|floor|stand|straight|rigid|debilitating|awful;
    @privates testicle|testicles|testicular|testis|testes|scrotum|sack|=sac|nutsack|nads|balls|=ball|=nut|testical|testicals|groin|privates|=junk|penis
";

pub(super) const RULES: &[Rule] = &[
    named(
        "en.chest.mixed",
        Sign::ChestPain,
        "
            @ribs & @squeeze|strapped|strap|belt|@load; bra|breasts|breast|behind|middle|center|bone & @squeeze & =my|=bone|line|middle|between|bra|under|behind; @squeeze & drenched|sweat|sweats|sweating|clammy|sweaty; heart & @ouch|@squeeze;
            @ribs & @squeeze|@ouch & @radiates|@shock; @load & sitting|sits|sat|standing|stood|stomping|parked|lying|=on|across|around & =me|=him|=her|chest|ribs|=my|torso|us;
            @clutch & chest|heart|breastbone|sternum; @ouch|@squeeze & jaw|neck & @shock; @ouch & jaw & arm|arms|shoulder|elbow;
            @ouch|@squeeze|@deadlimb & =arm|arms & sweat|sweats|sweating|sweaty|clammy|nauseous|nausea|breathless|winded|chest|jaw;
            heartburn|indigestion|reflux|gas & sweat|sweats|sweating|sweaty|clammy|jaw|=arm|gray|grey|crushing|squeezing|shoulder;
            jaw|neck & sweat|sweats|sweating|sweaty|clammy; heart|palpitations|heartbeat|pulse & faint|fainted|fainting|dizzy|lightheaded|breath|breathe|pain|pains|passed|sweating|sweaty|chest & flutter|fluttering|racing|pounding|skipping|palpitations|beating|hurts|irregular|jumping|thumping|fast|slow|stopped;
            defibrillator|=icd|pacemaker & shocked|shock|fired|zapped; nitro|nitroglycerin & took|taken|still|twice|helping|help|three|pain|tight|chest|out;
            cardiac & arrest|event|episode; heart & giving|gave|attack|failing|stopping|squeezed|squeezing|exploding|burst|crushing;
            chest & @load|@squeeze|@ouch|caving|collapsing|exploding|knife|knives|stab|stabbed|stabs|pains|wrong|hurty|clenched|clenching|cramped; between & shoulder & blades & @ouch|@squeeze|tearing|ripping;
            upper & back|stomach & @squeeze|@ouch & @shock; left & =arm|shoulder & @ouch|numb|tingles|tingling|heavy|tingly|=dead|aching; winded & chest & @ouch|@squeeze
        ",
    ),
    named(
        "en.breathing.mixed",
        Sign::Breathing,
        "
            @skinpart & turning|changing|changed|different|funny|turned|lost & colors|color|colour|shade; asthma|inhaler|puffer|albuterol|nebulizer & night|acting|touching|helping|nothing|working|budge & cant|not|isnt|used|wont|still|nothing|all|worse;
            inhaler|puffer|puffs|albuterol|nebulizer|rescue|nebs & #4-60 =times|puffs|=x / times ..2 today / all =day / every ..2 hour|hours / nonstop;
            every|each|few|couple|two|three|single & word|words|sentence|step|steps|stairs & air|breath|breathe|stop|rest|pause|gasp|winded|puffing;
            =between|finish|through & words|word|sentence|sentences & breath|breathe|air|gasp|gasps|talk|stop;
            @airy & pause|pauses|paused|pausing|stops|stopped|skips|gaps|forgets|forgot|quits|holds|holding & baby|=he|=she|infant|newborn|seconds|secs|son|daughter|sleep|sleeping|night|husband|again|her|his;
            @airy & @noise; @airy & @suckin & skin|ribs|=rib|belly|tummy|stomach|neck|chest|collarbone|throat|nostrils|nose|=in|muscles;
            ribs|skin|collarbone|nostrils & @suckin; @airy & hard|harder|struggle|struggles|struggling|labor|labored|laboring|fighting|fights|worse|worsening|scary|weird|fast|faster|quick|rapid|rapidly|rough|trouble|difficulty|shallow|tough|funny|heavy|wrong|bad|badly|painful|awful|different|noisy|effort;
            croup|croupy|bark|barking|barky|seal & @noise|@suckin|breath|breathe|breathing|drool|drooling|blue|rest|lips|ribs;
            @skinpart & @blue; flat|lie|lying|lay|laying|sleep|sleeping & sit|sitting|upright|propped|recliner|pillows & breath|breathe|air|gasp|gasping|drowning|smothering|smothered|suffocating|gasps;
            smothering|smothered|smother|suffocating|suffocate|drowning & feel|feels|feeling|like|felt|=im|hes|shes;
            albuterol|nebulizer|inhaler|=neb|nebs|rescue|puffs|treatments|puffer|pump|nebulizers & hour|hours|nonstop|constantly|still|worse|tight|wheezing|wheeze|helping|helped|nothing|working|lasting|touching|touch|anymore|empty|relief|struggling;
            wheezing|wheeze|wheezes|wheezy|asthma & worse|bad|hard|severe|severely|lips|talk|nonstop|nothing|flare|flaring|attack|terrible|struggling|breath|breathe|breathing|tired|chest|er|scared|awful|crazy|again;
            oxygen|=o2|sats|=sat|spo2|oximeter|saturation|pulseox & #50-91 / low|dropping|drops|dropped|eighties|seventies|80s|70s|lower;
            =ox & #50-91; @airy & hurt|hurts|hurting & deep|every|take|when|lungs|each|chest|whenever;
            lungs|lung & filling|fill|fluid|closed|closing|tight|burning|burn|collapsed|collapsing|clot|drowning|hurt|hurts; clot & lung|lungs|leg|breath|calf;
            @airy & @shock|lips|chest|worse|panting|heaving|barely|tired|exhausted & barely|cant|hard|fast|short|blue|cold|worse|tired|panic|scared|trouble;
            leg|calf & swollen|@ouch & breath|breathing|breathe|chest|clot; whistl*|squeak* & inhale|inhales|breath|breathe|breathes|breathing|=in|chest;
            steam|shower|humidifier|nebulizer & croup|bark|barky|barking & helping|help|worse|still|nothing|not
        ",
    ),
    firm(
        "en.breathing.mixed_cant",
        Sign::Breathing,
        "
            @notable & enough|deep|full|catch|catching|get|getting|take|taking & breath|breaths|air|=breathe|oxygen|wind; @notable & breathing|breathe|breathes & well|right|normal|normally|properly|good|easy|enough;
            cant|couldnt|barely|hardly & talk|speak|walk|sentence & breath|breathe|air|breathing|winded|wheezing
        ",
    ),
    named(
        "en.choking.mixed",
        Sign::Choking,
        "
            mouth|ate|eating|swallowed|eaten & gag|gagging|choke|choking|choked|cough|coughing & nonstop|cant|keeps|stop|wont|blue|stopped|since|still|now|drooling; stuck|lodged|wedged & halfway|foaming|spit|down|swallow|drooling|esophagus; @small & stuck|lodged|wedged|jammed & down|spit|foaming|throat|chest;
            @swallowed & @small & @gag; wrong & pipe|tube|=way|hole & cough|coughing|choking|choke|choked|still|blue|breath|breathing|gagging|gasping|went|down & went|still|blue|cough|coughing|choking|cant|food|drink;
            @small & stuck|lodged|wedged|jammed|caught|blocked & throat|windpipe|esophagus|pipe|gullet|neck|swallow|airway|down|chest;
            drool|drooling|drools & swallow|throat|voice|muffled|neck|swallowing|choking|stridor; throat & stuck|lodged|wedged|jammed|caught|blocked; back & blows; heimlich & did|had|done|doing|tried|used;
            @notable & swallow|swallowing & spit|saliva|water|anything|liquids|drool|drooling|stuck|food
        ",
    ),
    named(
        "en.stroke.mixed",
        Sign::Stroke,
        "
            jibberish|gibberish; words|sentences & lost|nonsense|confused|jumbled; dad|mom|husband|wife|grandma|grandpa|mother|father & gibberish|nonsense|slurring|slurred|mumbling|incoherent; fingers|hand|arm|leg|foot & wont|doesnt|not|cant|dont & obey|listen|cooperate|respond|=say|button|grip|hold|work|type|write; headache|migraine|head & bomb|gunshot|struck|clap|lightning;
            @facial & @sag & =side|=one|left|right|half|smile|crooked|droop|droopy|drooping|drooped|lopsided|uneven|slid|fallen; smile|mouth|face & crooked|lopsided|droop|droopy|drooping|uneven|off & today|woke|morning|sudden|suddenly|now|dad|mom|=his|=her|husband|wife|grandma|grandpa|moms|dads;
            @arms & @deadlimb & @speech|face|walk|sudden|suddenly|slur|slurring|slurred|vision|confused|whole|all|one|left|right|headache|morning|woke|since|today;
            @sudden & walk|balance|stand|see|speak|talk|words|confused|confusion|dizzy|vision|weak|numb|headache|weakness|numbness|coordination|understand|recognize|speech|slurred|slurring|arm|leg|face|sideways|clumsy|blurry|double;
            =out|all & nowhere|once|blue & @numbing|headache|confused|confusion|talk|speak|walk|balance|vision|speech|dizzy|see;
            headache|migraine|head & thunder|thunderclap|thunderbolt|exploded|explode|exploding|burst|bursting|lightning|popped|pop|snap|snapped|switch|worst|split|blinding|hammer|blown;
            headache|migraine & never|worst|ever & like|had|ever|life|this|before|bad|worst; @speech & @slur; slurring|slurred|slurs|slurry & =he|=she|=hes|=shes|=im|mom|dad|grandma|grandpa|husband|wife|words|speech|like|drunk|sounds|talking|my|nana|papa|aunt|uncle;
            drops|dropped|dropping|drop & cup|fork|coffee|phone|spoon|pen|things|everything|plate & face|@speech|arm|hand|sudden|suddenly|weak|numb|keeps|side|confused|today;
            drunk & @speech|@balance|stagger|staggers|acting|looks|sounds|stumbles & doesnt|didnt|hasnt|isnt|not|sober|never|without|like|nothing|hadnt|wasnt|no;
            arm|leg|hand & gave|gives|buckled|buckling|giving|stopped|quit|dragging|drags|drifts|drifting|curled & =out|=way|lift|move|raise|talk|speech|face|sudden|suddenly|work|working|foot|side|walk|today|one|weak;
            @numbing & =side|half & body|face|left|right|whole|one|down|sudden|suddenly; forgot|forgets|know|knows|remember|recognize & year|name|where|who|president|month|=day|us|wife|=me|house & sudden|suddenly|today|morning|confused|all|doesnt|cant|didnt|woke|fever|weird|now;
            confused|confusion|disoriented|incoherent|delirious|rambling & sudden|suddenly|today|now|woke|fever|very|so|really|morning|hour|headache|mom|dad|husband|wife|grandma|grandpa|acting|fell|cant|uti|keeps|tonight;
            double|two & everything|vision|seeing|sees|see|people & dizzy|walk|balance|headache|sudden|suddenly|spinning|slurred|one|today|morning|talk|face|now;
            spinning|vertigo & walk|stand|talk|headache|double|vision|numb|slurred|balance & cant|sudden|suddenly|worst|all|numb|slurred|couldnt|double|straight
        ",
    ),
    firm(
        "en.stroke.mixed_cant",
        Sign::Stroke,
        "
            @notable & hold|grip|grasp|lift|raise|move|feel|squeeze|button|use|close|control & cup|fork|coffee|pen|spoon|arm|leg|hand|=side|fingers|phone|foot|eyelid|limbs|left|right; @notable & words|sentence|word|speech|speak|talk & sudden|suddenly|right|=out|form|find|make|coming|come|properly|clearly|slurred|face|arm;
            @notable & smile & side|face|one|straight|even|half; @notable & walk|stand|balance & sudden|suddenly|straight|dizzy|spinning|falling|side|leaning|one|numb
        ",
    ),
    named(
        "en.anaphylaxis.mixed",
        Sign::Anaphylaxis,
        "
            tongue & big|bigger|huge|thick|fat|swollen|swelling|swells|large|tingling|tingly; eyes|eyelids|=eye & swelling|swollen|swelled & shut|closed|hives|face|lips|ate|bee|tried;
            @allergen + @mouthpart & @swollen; @swollen & tongue|throat|lips|=lip|airway; @hives & vomit|vomiting|vomited|throwing|threw|puking|wheezing|wheeze|breath|breathe|breathing|dizzy|faint|fainted|swelling|swollen|tongue|throat|lips|cough|coughing|everywhere|=over|covered|head|body|spreading|voice|neck|puffy;
            epipen|=epi|epinephrine|auvi|epipens|neffy & used|gave|gives|given|jabbed|stuck|injected|=did|administered|second|after|still|using|need|reaction;
            allergic|allergy & reaction|shock & having|bad|severe|now|swelling|breathing|throat|hives|face|serious|worse|another|started|today|think|huge;
            @allergen & wheezing|wheeze|vomiting|threw|throwing|breath|breathe|breathing|dizzy|faint|fainted|hives|welts|throat|lips|tongue|coughing & hives|welts|swelling|swollen|throat|lips|tongue|sting|stung|bee|bees|wasp|hornet|peanut|peanuts|cashew|shrimp|reaction|allergic|face|tight|itchy;
            stung & times|mouth|throat|neck|allergic|dizzy|swelling|swollen|face|swarm|throwing|hives|body; hives|welts & ate|eating|eaten|bee|stung|medicine|antibiotic|peanut|nut|nuts|shrimp|amoxicillin|after
        ",
    ),
    named(
        "en.bleeding.mixed",
        Sign::Bleeding,
        "
            brought|bringing|came|coming|heaved & blood & =up; bowl|toilet|water|number & red|crimson & poop|=go|going|wipe|pee|turns|full|bright|time|turned|dump; stitches|staples|incision|wound & blood|bleeding|bled|popped|burst & blood|bleeding|open|opened|running|soaked|gushing|guts;
            @bloody & cough|coughs|coughed|coughing|vomit|vomits|vomited|vomiting|threw|throw|throwing|puke|puked|puking|spit|spitting|hacking|barf|barfed|barfing; @bloody & @poop|=pee|peed|peeing|urine|rectum|bottom|butt|=ear|ears|eyes|lungs|rectal|clots|semen|anus|belly;
            @bloody & lot|lots|heavy|heavily|badly|everywhere|gushing|pouring|spurting|squirting|pumping|pool|puddle|nonstop|tons|buckets|soaked|soaking|drenched|profusely|crazy|faucet|murder|hours|still|wont|keeps|through|deep|running|dripping|cup|dark|down|trickling|flowing|rushing;
            black|tarry|=tar|maroon|sticky|coffee|asphalt|licorice & @poop|vomit|vomited|vomiting|puke|threw|throwing|throw|barf & =like|sticky|tar|tarry|grounds|black|dark|weak|dizzy|faint|pale|smelly|days|since|maroon|today|blood|smell|looks|really|iron;
            clot|clots & size|big|large|huge|golf|lemon|lemons|plum|plums|eggs|passing|passed|period|fist|lime|heavy|keep|huge; pad|pads|tampon|tampons|cup & hour|hours|hr|soak|soaks|soaked|soaking|drenched|drenching|filling|through|minutes|flooding|changing|bled|overflow*;
            soak|soaks|soaked|soaking|drenched|dripping|filled & blood|bandage|bandages|towel|towels|gauze|dressing|pads|sheets; period & flooding|gushing|clots|dizzy|faint|nonstop|pouring|weeks & heavy|dizzy|faint|bleeding|blood|soaking|clots|pouring|weak;
            @thinner & nose|bleed|bleeding|bleeds|bruise|bruises|bruising|gums|black|stool|cut|nosebleed|pouring|dripping; nose|=cut|wound|incision|gash|tooth|socket|gums|mouth|stump|vein|varicose|port|fistula & gushing|pouring|spurting|squirting|faucet|pumping & hour|hours|minutes|stop|blood|like|everywhere|wont|out;
            @bloody & wont|cant|doesnt|hasnt|not|isnt|never|keeps|still|hour|hours|half & stop|stopped|stopping|quit|clot|slow|slowing|going|coming|pressure|hour|hours|hold|control|nonstop
        ",
    ),
    named(
        "en.overdose.mixed",
        Sign::Overdose,
        "
            took|swallowed|downed|popped|taken & six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|dozen|several & pills|tablets|capsules|gummies|edibles|tylenol|xanax|benadryl|advil;
            emptied|drained|finished|chugged|cleaned|downed & bottle|pills|meds|cabinet|pack & @drugs|pills|=her|=his|=she|=he|sister|brother|son|daughter|friend; @drugs & times|twice & today|tonight|forgets|forgot|mistake|accident & had|took|taken|gave|given|forgets|forgot; line|lines|snorted|smoked|meth|coke|cocaine|molly|crystal|heroin|fentanyl|laced|bump|hit & heart|sweating|shaking|breathing|seizing|passed|chest|wake & =he|=she|=i|did|wont|just|some|my|friend|after; tablespoon|tablespoons|syringe & instead|wrong|meant|supposed;
            @taken & @toomuch & @drugs; @taken & all|rest|half|=lots|lot & =my|=his|=her|=of|=the|them|their & @drugs; @taken & all|everything|whole & bottle|cabinet|pack|box|prescription|stash;
            @taken & @drugs & accident|accidentally|mistake|mistakenly|wrong|instead|confused|mixed|mixup|oops|forgot|twice|double; @taken & much|many & @drugs|mg|pills|=ml;
            @drugs & doubled|tripled|overdosed|overdose|oded & accident|accidentally|mistake|took|gave|row|days|dad|mom|his|her|=i|today|=by|husband|grandma|dads|moms;
            =ml|=mg|=cc|teaspoon|teaspoons|tsp|tablespoon|dropper|units|syringe & gave|given|took|give|injected|dosed|taken|measured & instead|much|wrong|extra|supposed|meant|should|times|=not|mistake|accident|accidentally|misread|twice|10x;
            nodding|=nod|nodded|needle|blue|snoring|gurgling|narcan|naloxone|wake & heroin|fentanyl|dope|=oxy|percs|perc|blues|opioid|opioids|used|xanax|methadone; #6-999 & @drugs & took|swallowed|taken|downed|popped|ate|drank|chugged|once|=ago;
            took|swallowed|downed|popped|given|gave|ate & #6-999 & mg|pills|tablets|capsules|gummies|edibles|=of|tabs; adderall|xanax|molly|ecstasy|meth|cocaine|coke|=acid|shrooms|lsd|edible|edibles|weed|delta & too|much|heart|freaking|racing|passed|chest|sick|vomiting|hallucinating|first|overheating|unresponsive|many;
            drank|drunk|vodka|alcohol|liquor|tequila|whiskey|drinking|booze & pills|xanax|benzos|wake|passed|unresponsive|vomiting|poisoning|blackout|meds|tylenol|bottle|breathing & took|cant|with|wont|whole|on|and|out|barely|keeps|mixed|plus
        ",
    ),
    named(
        "en.poisoning.mixed",
        Sign::Poisoning,
        "
            bottle|container|jar|bag|box|packet & open|opened|empty|spilled|half & breath|smell|smells|mouth|lips|face|kid|toddler|baby|=he|=she|son|daughter & @toxic|pinesol|=sol|cleaner|breath|mouth|pills|drugs|sink; cleaned|cleaning|mixed|sprays|spray|bleach|cleaner|paint|fumes|fumigated|bug|bombs & burns|burning|dizzy|cough|coughing|throat|lungs|headache|nauseous|breathe|lightheaded|vomiting & throat|lungs|dizzy|breathe|cough|coughing|eyes|chest|headache|inhaled|nauseous|lightheaded; nicotine|vape|pouch|zyn|juul|edible|gummy|gummies|marijuana|weed|thc|laundry|pod & baby|toddler|kid|child|=he|=she|son|daughter|=yo|old|puppy & mouth|ate|sucked|swallowed|chewed|got|drank|found|licked|eaten|put;
            @swallowed & @toxic; @kid & into|found|opened|hold|chewing|chewed|ahold|ate|eating|swallowed|drank|mouth & @drugs|@toxic|pillbox|supplies|plant|leaf|leaves|seeds|cabinet|purse|cosmetics|under; plant|leaf|leaves|seeds|berry|weed|flower|bulb & ate|eaten|chewed|swallowed|mouth|sick & @kid|poison|poisonous|=he|=she|vomit|vomiting|sick|unknown|garden|yard;
            monoxide|=co & alarm|detector|went|beeping|headache|headaches|dizzy|sick|exposure|exposed|poisoning|monitor|levels|high|going; fumes|gas|smoke|exhaust|generator|furnace & dizzy|headache|headaches|cough|coughing|breathed|inhaled|breathing|nauseous|vomiting|passed|sick|smell|faint|confused|leak|leaking;
            snake|rattlesnake|rattler|copperhead|cottonmouth|viper|moccasin|scorpion|spider|recluse|widow|jellyfish|stingray & bit|bite|bitten|bites|fangs|struck|stung|sting|fang|got;
            battery|batteries|magnet|magnets & missing|nose|=ear|throat|stomach|gone|mouth|swallow|swallowed|xray|nostril; mixed|mixing & bleach|ammonia|vinegar|chemicals|cleaners; pesticide|pesticides|insecticide|chemical|chemicals|spray & breathed|inhaled|skin|sprayed|lungs|splashed|exposed & sick|burning|dizzy|cough|coughing|vomiting|nausea|breathing|breathed|inhaled|face|mouth|throat
        ",
    ),
];
