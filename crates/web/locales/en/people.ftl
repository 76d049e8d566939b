# People and patients.
nav-people = People
seek-label = Name, phone, e-mail, record number or birth date
seek-help = At least two letters; the beginnings of words are enough.
seek-do = Find
found-nobody = Nobody is found
found-nobody-help = Look with fewer letters, or add them below.
found-more = There are more: write more of the name.
found-person = asks
found-asked = last asked { $when }, #{ $number }
found-patient = patient
found-joined = joined to another name
born = born { $date }
record-is = record { $number }
people-add = Add
people-save = Save
people-remove = Remove
people-field-q = The search
people-field-name = Name
people-field-phone = Phone
people-field-email = E-mail
people-field-address = Phone number or e-mail address
people-field-language = Language
people-field-born = Birth date
people-field-record-number = Record number
people-field-kind = Relation
people-field-until = Until, not including
people-field-how = How
people-field-outcome = What came of it
people-field-words = In words
people-field-at = Day and time
people-field-reason = The reason
people-field-what = What for
people-field-can = When they can come
people-field-part = Part of the day
people-field-location = Where
people-field-person = Who asks
person-new = New person
person-new-lead = Somebody who asks: for themselves, for a child, for somebody they care for.
person-set = Name and language
person-language-help = Every message to them is written in it.
person-open = Their page
known-since = known since { $date }
patient-new = New patient
patient-new-lead = Somebody whom requests are about. A record number belongs to one patient only.
patient-new-for = Add a patient who is not here yet
patient-set = Name, birth date, record number
relation-new-help = You can verify it on their page.

# How they are reached.
point-add = Add a number or address
point-set = Change
point-unused = not to be used
shared = { $n ->
    [100] 100 people or more use this number or address. It doesn’t tell who calls or writes.
   *[other] { $n } people use this number or address. It doesn’t tell who calls or writes.
}
confidential = confidential channel
confidential-only = They asked to be reached this way and no other
confidential-title = Reach them by the confidential channel only
confidential-help = They asked for it, and the law grants it (45 CFR 164.522(b)). Don’t use any other number or address.

# Who belongs to whom.
relations = Patients they ask for
relations-none = No patient is known yet.
relation-self = the patient themselves
relation-parent = parent
relation-guardian = legal guardian
relation-carer = carer
relation-no-access = no access, by court order
relation-standing-barred = no access
relation-standing-verified = verified
relation-standing-unverified = not verified
relation-standing-ended = ended
relation-set = Change
relation-add = Add the relation
relation-verified = I saw the papers or know it for certain
relation-until-help = Left empty, a parent’s ends at the 18th birthday and every other has no end.
verified-by = verified by { $name }, { $when }
until = until { $date }
barred-from = { $name } has no access to { $patient }, by court order
barred-from-help = Tell them nothing about this patient: no visit, no answer, not even whether they are a patient here.
barred-here = { $name } has no access to { $patient }, by court order
barred-here-help = Tell them nothing about this patient. Their link shows them their own words only and asks them to call. Speak with your manager before you answer.
barred-maybe = By court order { $name } has no access to { $patient }
barred-maybe-help = Find out about whom this is before you answer.
barred-warning = What you write here is not shown to them: a court order keeps them from this patient. Speak with your manager first.
connect = Add a patient, or join the same person twice
connect-help = Find the patient they ask for, or the other page of this very person.
people-of = People who ask for them
people-of-help = Relations are changed on the person’s page.

# Two pages of one person.
one-title = The same person twice
one-help = Joining moves nothing and can be undone. Each link still shows its own request only.
one-joined = joined
one-undo = Undo
one-alike = same number or address
one-do = It is the same person: join

# Their requests, and about whom one is.
requests-of = Their requests
requests-of-none = They have not asked anything yet.
requests-about = Requests about them
requests-about-none = Nobody has asked about them yet.
requests-older = Older ones
about-whom = About whom
about-unset = Nobody said yet.
about-somebody = Say about whom
about-typed = they wrote:
about-help = What somebody typed proves nothing: choose the patient yourself. It is shown at the desk only.
about-now = Now:
about-nobody = Nobody known
about-theirs = Patients they ask for
about-this = About this patient
about-choose = It is about { $name }
about-other = Another patient

# The chart.
chart-open = Open in the chart
copy-title = Copy for the chart
copy-help = What both sides said, in the practice’s time. Notes of the team stay here. That you copied it is written down.
copy-text = The thread
copy-done = Copied for the chart
copy-asked-by = Asked by { $name }
copy-about = About { $name }
copy-zone = Times in { $zone }
status-barred = Please call us
status-barred-help = We can’t answer this here.

# To schedule.
nav-schedule = To schedule
schedule-said = { $n ->
    [0] Nobody waits for a visit to be agreed on.
    [one] One visit is to be agreed on.
   *[other] { $n } visits are to be agreed on; who has waited longest stands on top.
}
schedule-view-all = All
schedule-view-mine = Mine
schedule-view-ended = Booked or dropped
schedule-empty-all = Nothing is to be scheduled
schedule-empty-mine = Nothing here is yours
schedule-empty-ended = Nothing was booked or dropped yet
schedule-empty-help-all = Put a request here with the key s on its page, or begin at a person’s page.
schedule-empty-help-mine = One is yours when you try it first or somebody gives it to you.
schedule-empty-help-ended = What is booked or dropped stands here, the last first.
schedule-filter = Show
schedule-anywhere = Any location
schedule-by = asked by
schedule-by-hand = Find a person to schedule
schedule-add = Put on the list to schedule
schedule-do = Put on the list
schedule-more = Days and more
schedule-for = For whom
schedule-themselves = The person themselves, or not known
schedule-field-what = What for
schedule-field-can = When they can come
schedule-field-part = Part of the day
schedule-field-location = Where
schedule-field-person = Who asks
schedule-can-help = In their words: after school, not the week of the 9th.
schedule-days = On which days
schedule-days-help = None ticked is any.
schedule-part-any = Any time of day
schedule-part-morning = In the morning
schedule-part-afternoon = In the afternoon
schedule-part-evening = Late, after school or work
schedule-waits-since = waits since { $when }
schedule-booked-for = booked for { $when }
schedule-told-open = Put on the list to schedule
schedule-told-booked = A visit was booked
schedule-told-dropped = Taken off the list to schedule
schedule-no-try = Nobody has tried yet.
schedule-last-try = { $n ->
    [one] one try, { $when }: { $outcome }
   *[other] { $n } tries, the last { $when }: { $outcome }
}
schedule-next = What now
schedule-try = I tried
schedule-tries = Tries
schedule-how-phone = By phone
schedule-how-writing = In writing
schedule-how-in-person = In person
schedule-outcome-no-answer = no answer
schedule-outcome-left-message = left a message
schedule-outcome-calls-back = they call back
schedule-outcome-no-date = no date suited
schedule-outcome-wrong = wrong number or address
schedule-book = Booked
schedule-reply-draft = Draft a reply that says so
schedule-reply = Your visit is booked for { $day } at { $clock }. If you can’t come, please tell us.
schedule-drop = Take it off the list
schedule-reason-not-needed = no visit is needed any more
schedule-reason-unreached = they were never reached
schedule-reason-elsewhere = they go elsewhere
schedule-reason-twice = it stood here twice
schedule-edit = Change what it says
schedule-reopen = Put it back on the list
day-at = { $day }, { $clock }

# Why something is refused.
refusal-people-changed = A colleague changed this meanwhile. It stands below as it is now; what you typed is still in its fields. Check both and save again.
refusal-people-same = That is the same page.
refusal-people-joined = One of them is joined to somebody already. Undo that first.
refusal-people-has-joined = Others are joined to that page. Join from there, the other way round.
refusal-people-two-selves = Each of them is a patient of their own, so they are two people.
refusal-people-not-joined = They are not joined.
refusal-people-share-requests = Requests of both are joined. Take those apart first, so that neither reads the other’s answers.
refusal-people-order-stands = A court order can be lifted or shortened by a clinician or manager only.
refusal-people-too-many = That is more than one person can have here. Remove what isn’t used any more.
refusal-schedule-changed = A colleague changed this meanwhile. It stands below as it is now; look, and do it again if it is still right.
refusal-schedule-done = It is booked or dropped already.
refusal-schedule-already-open = It is on the list already.
refusal-schedule-in-past = That day is over. Choose today or later.
refusal-schedule-twice = This request is on the list already.
refusal-schedule-too-many-tries = So many tries are enough: book it, or take it off the list.

key-whom = say about whom it is
key-chart = open the chart
key-copy = copy for the chart
key-schedule = put on the list to schedule
key-book = write down a booking
key-people = people
key-to-schedule = the list to schedule
settings-title-chart = Chart
settings-holds-chart = How a patient’s chart opens in your record system.
setting-chart = Address of a chart
setting-help-chart = Begins with https and holds {"{"}record_number{"}"} once, where the number comes. Empty: no link is shown.
chart-state-set = A link opens each patient’s chart.
chart-state-none = Not set: no link is shown.
fault-shape-chart = The address has to begin with https, name a host, and hold the place of the record number once
fault-shape-born = The birth date can’t be understood, or lies in the future
