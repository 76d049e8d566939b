# What staff read at the desk.
nav-desk = Desk
nav-today = Today
nav-queue = Queue
nav-start = New request
nav-more = More
nav-desks = Other practices
patient-page = Open it as patients see it
sign-out = Sign out

keys = Keys
keys-on = Single keys work on this device
key-walk = next and previous request
key-open = open it
key-start = write down a new request
key-queue = the queue
key-today = Today
key-reply = reply
key-note = write a note that the patient can’t see
key-spoken = write down an answer given by phone or in person
key-attempt = write down a call that reached nobody
key-assign = assign
key-snooze = snooze
key-close = close
key-undo = take a reply back
key-send = send what you are writing
key-leave = leave a field; what you wrote stays

sign-in-title = Sign in
sign-in-lead = The desk is for the practice’s staff.
sign-in-patient = I am a patient
sign-in-login = E-mail
sign-in-password = Password
sign-in-do = Sign in
sign-in-founded = The practice is founded. Sign in to open its desk.
sign-in-lapsed = You were signed out meanwhile
sign-in-lapsed-help = What you typed was not sent. Here it is, to copy; then sign in and send it again.
sign-in-wrong = That e-mail and password don’t belong together
sign-in-wrong-help = Check both and try again. After five wrong passwords the account waits for a minute.
sign-in-locked = Too many wrong passwords
sign-in-locked-help = Try again in { $wait }. If you forgot the password, ask your administrator for a new one; patients are answered by phone meanwhile.

desks-title = Which desk?
desks-none = No desk opens for you any more. Ask your administrator.

set-up-title = Set up your practice
set-up-lead = Facts are entered once; pages, clocks and replies read them from here. You can change them later.
set-up-practice = The practice
set-up-you = You, its administrator
set-up-do = Found the practice
set-up-name = Name of the practice
set-up-slug = Address of its pages
set-up-help-slug = such as harbor: patients then find you at /harbor
set-up-phone = Phone for patients
set-up-emergency-number = Emergency number
set-up-timezone = Time zone
set-up-hours = Opening hours
set-up-help-hours = such as Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-12:00, or 24/7. Without hours no request can be taken.
set-up-country = Country
set-up-help-country = two letters, such as US
set-up-locale = Language
set-up-your-name = Your name
set-up-login = Your e-mail, to sign in
set-up-password = Password
set-up-password-help = at least { $limit } characters: a sentence is easiest to keep in mind

# Lists.
views = Lists
view-all = Waiting for us
view-mine = Mine
view-team = My team
view-unowned = Nobody’s
view-waiting = Waiting for patients
view-snoozed = Snoozed
view-resolved = Resolved
queue-said-all = { $n ->
    [0] Nobody waits for us.
    [one] One request waits for us.
   *[other] { $n } wait for us; the one that runs out first stands on top.
}
queue-said-mine = { $n ->
    [0] Nothing waits for you.
    [one] One request waits for you.
   *[other] { $n } wait for you; the one that runs out first stands on top.
}
queue-said-team = { $n ->
    [0] Nothing waits for your team.
    [one] One request waits for your team.
   *[other] { $n } wait for your team; the one that runs out first stands on top.
}
queue-said-unowned = { $n ->
    [0] Every request has somebody.
    [one] One request has nobody yet.
   *[other] { $n } have nobody yet; the one that runs out first stands on top.
}
queue-said-waiting = { $n ->
    [0] We wait for nobody.
    [one] We wait for one patient.
   *[other] We wait for { $n } patients.
}
queue-said-snoozed = { $n ->
    [0] Nothing is snoozed.
    [one] One request is snoozed.
   *[other] { $n } are snoozed.
}
queue-said-resolved = { $n ->
    [0] Nothing is resolved yet.
    [one] One request is resolved.
   *[other] { $n } are resolved.
}
empty-all = No request is open
empty-mine = No request is yours
empty-team = No request is your team’s
empty-unowned = Every request has somebody
empty-waiting = We wait for no patient
empty-snoozed = Nothing is snoozed
empty-resolved = Nothing is resolved yet
empty-help-all = What patients ask on the practice’s page appears here at once.
empty-help-mine = A request is yours when you answer it or somebody gives it to you.
empty-help-team = A request is your team’s when somebody gives it to the team.
empty-help-unowned = New requests appear here until somebody answers or takes them.
empty-help-waiting = A request waits for its patient after a reply that asks them something.
empty-help-snoozed = A request that you put off comes back by itself and stands here until then.
empty-help-resolved = A request is resolved when it is answered and closed.
count-or-more = { $n } or more
door-of-web = web
door-of-phone = phone
door-of-counter = counter
door-of-import = import
kind-of-scheduling = Visit
kind-of-clinical = Health
kind-of-refill = Refill
kind-of-referral = Referral
kind-of-billing = Bill
kind-of-records = Records
kind-of-complaint = Complaint
kind-of-other = Other
urgent = urgent
urgency-urgent = Urgent, today
urgency-normal = Normal
urgency-can-wait = Can wait
about = for { $who }
words-hidden = For clinicians only
clock-late = { $length } late
clock-left = open time: { $length }
standing-new = new
standing-open = open
standing-waiting = waits for patient
standing-snoozed = snoozed
standing-snoozed-until = snoozed until { $when }
standing-resolved = resolved
standing-closed = closed

# A request.
asked-at = asked { $when }
interpreter = needs an interpreter
earlier = { $n ->
    [one] One earlier request.
   *[other] { $n } earlier requests.
}
hidden-title = These words are for clinicians only
hidden-help = You see who asks and how long they wait. Give it to a clinician to have it answered.
entry-waits = reply, goes out in a moment
entry-reply-writing = reply
entry-reply-phone = reply by phone
entry-reply-in-person = reply in person
entry-attempt = tried by phone, reached nobody
entry-note = note, the patient can’t see this
entry-automatic = Automatic
thanks-only = Taken as thanks: no clock started.
thanks-more = It asks for more
reply-to = Reply to { $name }
send-to = Send to { $name }
then = Then
then-wait = then wait for the patient
then-open = then keep it open
then-close = then close it
spoken-title = Answered by phone or in person
spoken-help = You talked with the patient: this answers the request.
spoken-words = What was said
spoken-via = How
spoken-phone = By phone
spoken-in-person = In person
spoken-do = Write it down
attempt-title = Called, reached nobody
attempt-help = Voicemail or no answer: this is a try, and the clock runs on.
attempt-words = What happened
attempt-do = Write the try down
note-title = Note for the team only
note-words = Note for the team
note-do = Keep the note
field-words = The text
field-finding = What was found
field-via = How it was said
field-then = What comes then
field-reason = The reason
field-key = The form
side = About this request
who-answers = Who answers
assign = Assign
assign-me = I take it
assign-to = To
assign-team = Team
no-team = No team
later = Later
snooze = Snooze
snooze-help = The clock runs on: a promise isn’t snoozed.
snooze-hour = An hour: { $when }
snooze-tomorrow = Next morning: { $when }
snooze-monday = Next Monday: { $when }
snooze-at = Or until
close = Close
close-reason = Why without a reply
close-reason-help = The patient waits for an answer.
close-choose = Choose a reason
reason-spam = It is spam
reason-thanks = It only says thanks
reason-no-answer-needed = It needs no answer
reopen = Bring it back to the desk
reach = How to reach them
reach-none = No address or number is known.
same-person = Also from this person
same-person-help = The same name at the same address: join it if it is the same matter.
join = Join it to this one
merged-into = This request was joined to #{ $number }
linked-to = It follows #{ $number }, which was closed
open-number = Open #{ $number }
spoke-first-by = { $name } answered first
spoke-first-somebody = A colleague answered first
spoke-first-patient = The patient wrote meanwhile
undo-before = Goes out in
undo = Take back
obligation-records = Access to records
obligation-complaint = Complaint
obligation-due = Reply by { $date }
obligation-met = Answered { $when }
obligation-answer = Answer it
obligation-finding = What was found
obligation-finding-help = For the practice’s file; the patient doesn’t read it.
obligation-words = Reply to the patient
obligation-do = Send, and close the request

# A request that staff start.
start-title = New request
start-lead = Somebody on the phone or at the counter. No clock starts: you are talking with them.
start-interpreter = They need an interpreter
start-do = Write it down
start-field-name = Who asks
start-field-phone = Phone
start-field-email = E-mail
start-field-about = About whom
start-field-words = What they need
start-field-kind = What it is about
start-field-urgency = How soon
start-field-language = Language
start-field-location = Where
