# Words of danger: what a patient reads first, and what rings at the desk.

# On patients' pages, in every language at once.
emergency-lead = In danger now? Call, don’t wait.
emergency-sent = Your message has reached the practice. Please don’t wait for our answer: call now if somebody is in danger.
emergency-unsent = Your message is not sent yet, see below. Please don’t finish it first: call now if somebody is in danger.
help-line-emergency = Emergency, day and night:
help-line-crisis-988 = If you think of ending your life, call or text, day and night:
help-elsewhere = Outside the United States:
help-line-poison = Poison control, day and night:

# At the desk.
ring = Alarm
ring-said = #{ $number } must be acknowledged, since { $when }
ring-sound = Ring with a short sound on this device
acknowledge = Acknowledge
acknowledge-help = You say that you see to it now. It stops the ringing; it answers nobody and closes nothing.
alerts-title = Words of danger: who sees to them?
alerts-rung = Rung: { $names }
alerts-rung-again = { $n ->
    [one] Rung: { $names }. The ladder has started again at its top.
   *[other] Rung: { $names }. The ladder has started again at its top { $n } times.
}
alerts-rung-nobody = Nobody was rung yet.
alerts-more = { $n ->
    [one] One more stands behind these.
   *[other] { $n } more stand behind these.
}
alert-title = Words of danger: { $signs }
alert-hidden = Words of danger, for clinicians to read. Acknowledge, and fetch a clinician.
alert-came = They came { $when }.
alert-no-verdict = A rule found these words; whether it is an emergency a clinician decides. Ask the questions below, and fetch one.
alert-rung-list = Rung:
alert-rung = { $n ->
    [one] { $name } { $when }
   *[other] { $name } { $when } ({ $n } times)
}
alert-done = { $n ->
    [one] { $name } saw to the words of danger { $when }, after one second.
   *[other] { $name } saw to the words of danger { $when }, after { $n } seconds.
}
card-open = The clinicians’ questions

# Today.
duty-live = { $n ->
    [0] #{ $number } speaks of danger, and nobody has acknowledged it.
    [one] #{ $number } speaks of danger. The whole ladder was rung, and nobody has acknowledged it.
   *[other] #{ $number } speaks of danger. The whole ladder was rung { $n } times, and nobody has acknowledged it.
}
duty-live-do = Open #{ $number }
duty-unset = Nobody is named for words of danger.
duty-unset-open = While the desk is open, managers and administrators are rung instead.
duty-unset-after-hours = After hours, managers and administrators are rung instead.
duty-unset-do = Set the ladder
duty-unsigned = The rules for words of danger wait for a clinician’s signature.
duty-unsigned-more = They are followed meanwhile.
duty-unsigned-do = Read and sign

# Settings.
settings-title-emergency = Emergencies
settings-holds-emergency = Who is rung when words of danger come, which numbers patients are told to call, and the clinicians’ questions.
emergency-state-set = { $n ->
    [one] One step while open, { $m } after hours.
   *[other] { $n } steps while open, { $m } after hours.
}
emergency-state-unset = Nobody is named yet: managers and administrators are rung.
alert-ladder-title = Who is rung
alert-ladder-help = The first step is rung at once, each further one when nobody has acknowledged in time. After the last it starts again at the top. Who works here no longer is passed over.
alert-ladder-open = While the desk is open
alert-ladder-after-hours = After hours
alert-ladder-step = Step { $n }
alert-ladder-nobody = nobody
alert-ladder-everybody = everybody: { $role }
alert-ladder-unset-open = While the desk is open nobody on this ladder works here: managers and administrators are rung.
alert-ladder-unset-after-hours = After hours nobody on this ladder works here: managers and administrators are rung.
alert-numbers-title = Numbers that patients are told to call
alert-numbers-help = They stand on top of the next page after words of danger, in every language. An empty one is left out.
alert-words-title = Words
alert-words-help = Every message is searched for these signs, in English and Spanish, spelled well or not. The rules come with the desk and can’t be taken away; add words that your patients use.
alert-words-signs = Signs that are always looked for
alert-words-own = Words of your own
alert-words-none = You have added none.
alert-words-add = Add
alert-words-remove = Remove
alert-signature-title = Signature
alert-signature-help = A clinician reads the signs and your own words, and puts their name under them. Messages are searched whether or not it is signed.
alert-signature-current = { $name } signed version { $version }, { $when }.
alert-signature-old = { $name } signed version { $version }, { $when }. Rules or words have changed since then: a signature is missing.
alert-signature-none = Nobody has signed version { $version } yet.
alert-signature-somebody = Somebody who works here no longer
alert-signature-who = Only a clinician can sign.
alert-signature-do = Sign version { $version } as { $name }
alert-signature-changed = The words have changed while you read. Read them again, then sign.
alert-cards-title = The clinicians’ questions
alert-cards-help = What the desk asks until a clinician is there, opened with !. Questions only, one a line; never what it might be. Empty brings back the words that come with the desk.
alert-cards-questions = Questions, one a line
alert-cards-save = Keep these questions
field-emergency-open = While the desk is open
field-emergency-after-hours = After hours
field-emergency-minutes = Minutes that each step has
field-emergency-crisis = Line for thoughts of suicide
field-emergency-poison = Poison control
field-emergency-words = Words
field-emergency-signature = The rules, signed
field-emergency-questions = Questions
field-emergency-sign = What they are a sign of

# The signs, as the desk names them.
danger-unconscious = not responding
danger-breathing = trouble breathing
danger-choking = choking
danger-chest-pain = chest pain
danger-stroke = signs of a stroke
danger-anaphylaxis = severe allergy
danger-bleeding = heavy bleeding
danger-overdose = overdose
danger-suicide = thoughts of dying
danger-violence = violence
danger-seizure = seizure
danger-head-injury = head injury
danger-injury = severe injury
danger-infant-fever = fever in a young infant
danger-meningitis = stiff neck or rash with fever
danger-pregnancy = danger in pregnancy
danger-poisoning = poisoning
danger-abdominal-pain = severe belly pain
danger-testicular-pain = sudden testicular pain
danger-sight = sudden loss of sight

# The cards as they come: questions, never a verdict.
card-unconscious =
    Is the person awake and answering right now?
    Is the person breathing?
    Since when, and what happened before?
    Is somebody with the person, and at which address?
card-breathing =
    Can the person speak in whole sentences?
    Are the lips or the face blue or grey?
    Since when, and is it getting worse?
    Is somebody with the person, and at which address?
card-choking =
    Can the person speak, cough or breathe now?
    What is stuck, and since when?
    Is somebody with the person, and at which address?
card-chest-pain =
    Is the pain there now?
    Since when, and what were you doing when it began?
    Does it go to the arm, jaw or back? Are you sweating, sick or short of breath?
    Is somebody with you, and at which address?
card-stroke =
    When was the person last well, by the clock?
    Does one side of the face hang when they smile?
    Can they raise both arms, and repeat a short sentence?
    Is somebody with the person, and at which address?
card-anaphylaxis =
    Is there trouble breathing or swallowing, or is the tongue or throat swelling?
    What was eaten, taken or what stung, and when?
    Is there an adrenaline pen, and was it used?
    Is somebody with the person, and at which address?
card-bleeding =
    Where does it bleed, and since when?
    Does it stop when you press on it?
    Does the person feel faint, cold or confused?
    Is somebody with the person, and at which address?
card-overdose =
    What was taken, how much, and when?
    Is the person awake and breathing normally?
    Was it meant, or by mistake?
    Is somebody with the person, and at which address?
card-suicide =
    Are you safe right now?
    Are you thinking of ending your life today? Have you a plan, or the means for it?
    Is somebody with you? May we stay on the phone together?
    At which address are you?
card-violence =
    Are you safe right now, and can you speak freely?
    Is the person who hurts you there?
    Are children there?
    How and when can we reach you safely?
card-seizure =
    Is the seizure still going on? Since when, by the clock?
    Is the person breathing, and waking up?
    Is it the first one?
    Is somebody with the person, and at which address?
card-head-injury =
    What happened, and when?
    Was the person unconscious, even briefly?
    Vomiting, sleepy, confused, or a worse headache since?
    Does the person take blood thinners?
card-injury =
    What happened, and when?
    Is it bleeding, burnt, or out of shape?
    Is the person awake and breathing normally?
    At which address?
card-infant-fever =
    How old is the baby, in weeks?
    What is the temperature, how and when was it taken?
    Is the baby drinking, and are there wet diapers?
    Is the baby hard to wake, or breathing fast?
card-meningitis =
    Is there fever, a stiff neck, or pain in bright light?
    Is there a rash? Does it stay when you press a glass on it?
    Is the person confused or hard to wake?
    Since when?
card-pregnancy =
    How many weeks pregnant, or how long since the birth?
    How much bleeding, and is there pain?
    When did the baby last move?
    Headache, changed sight, or swelling of face or hands?
card-poisoning =
    What was it, how much, and when? Have the package at hand.
    Was it swallowed, breathed in, or on skin or eyes?
    How is the person now: awake, breathing, vomiting?
    How old and how heavy is the person?
card-abdominal-pain =
    Where is the pain, since when, and did it begin suddenly?
    Is the belly hard? Vomiting, blood, or fever?
    Could the person be pregnant?
    Can the person stand and walk?
card-testicular-pain =
    When did it begin, by the clock, and did it begin suddenly?
    Is one side swollen or higher than the other?
    Was there a blow? Vomiting or fever?
card-sight =
    When did it begin, by the clock?
    One eye or both? All of the sight or a part?
    Did anything get into the eye? Was it rinsed?
    Is there weakness, trouble speaking, or a severe headache?
