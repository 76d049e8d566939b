# The settings: their frame, their pages, and what was changed.
settings = Settings
settings-lead = Facts are entered once; pages, clocks and replies read them from here. Every change is kept with who made it.
settings-saved = Saved.

settings-title-changes = What was changed
settings-holds-changes = Every change of a setting: who made it, when, what it was and what it is now.
changes-last = { $who } changed something { $when }.
changes-none = Nothing was changed yet
changes-none-help = Once somebody changes a setting, it stands here with who did it and what it was before.
changes-filter = Changes of
changes-all = All
changes-now = now
changes-was = was
changes-from = from
changes-to = to
changes-by-operator = Somebody with the command line
changes-by-system = The desk by itself
changes-of-practice = Practice
changes-of-location = Location
changes-of-line = Phone line
changes-of-hours = Hours
changes-of-kind = Kind of request
changes-of-team = Team
changes-of-member = Member
changes-of-promises = Promises
changes-of-words = Words
changes-of-emergency = Emergencies
changes-of-chart = Chart
changes-of-mail = Mail
changes-kind = Kind “{ $code }”

settings-save = Save
settings-retire = Use it no more
settings-raise = Move up
settings-theirs = It now says: { $value }
settings-overtaken = { $name } changed this { $when }, while you had it open
settings-overtaken-help = Below is what you typed. Where theirs differs, it stands beside the field. Save again to keep yours.
settings-given = { $n ->
    [one] One request went back to nobody
   *[other] { $n } requests went back to nobody
}
settings-given-help = They stand in the queue under “Nobody’s”, where somebody can take them.

settings-title-hours = Hours
settings-holds-hours = When the desk, locations and phone lines are open; closures, and the holidays you keep.
settings-title-promises = Promises
settings-holds-promises = The numbers in what you promise patients, and what others would have meant last month.
settings-title-kinds = Kinds of requests
settings-holds-kinds = What patients choose from when they ask, and what each kind brings with it.
settings-title-teams = Teams
settings-holds-teams = Groups that requests can be given to, and who is in them.
settings-title-words = Words
settings-holds-words = What patients read from you: the first answer, the text out of hours, the signature.
settings-title-practice = Practice
settings-holds-practice = Its name, time zone, language and phone numbers.
settings-title-locations = Locations
settings-holds-locations = Where patients are seen, with address, phone and time zone.
settings-title-lines = Phone lines
settings-holds-lines = The numbers that patients call, and where they ring.
settings-title-members = Members
settings-holds-members = Who works here, what they may do, and which teams they are in.

promises-state = Answered in { $minutes } minutes, { $percent } % of the time; under { $under } open.
kinds-state = { $n ->
    [one] One kind is offered.
   *[other] { $n } kinds are offered.
}
teams-state = { $n ->
    [0] No teams yet.
    [one] One team.
   *[other] { $n } teams.
}
words-state = { $n ->
    [0] The desk’s own words are used.
    [one] One text of your own.
   *[other] { $n } texts of your own.
}
locations-state = { $n ->
    [0] No locations yet.
    [one] One location.
   *[other] { $n } locations.
}
lines-state = { $n ->
    [0] No phone lines yet.
    [one] One phone line.
   *[other] { $n } phone lines.
}
members-state = { $n ->
    [one] One person works here.
   *[other] { $n } people work here.
}

# The names of fields, in forms and in the list of changes.
setting-name = Name
setting-phone = Phone
setting-emergency-number = Emergency number
setting-timezone = Time zone
setting-country = Country
setting-locale = Language
setting-address = Address
setting-number = Number
setting-location = Location
setting-order = Order
setting-used = In use
setting-code = Short word
setting-days = Days to answer in writing
setting-clinical-only = Only clinicians read its words
setting-sensitive = Sensitive: nothing is sent that states the reason
setting-role = Role
setting-signature = Signature under replies
setting-teams = Teams
setting-members = Members
setting-works-here = Works here
setting-week = Week
setting-closure = Closure
setting-opening = Opening
setting-holidays = Holidays
setting-from = From
setting-until = Until
setting-reason = Why
setting-mon = Monday
setting-tue = Tuesday
setting-wed = Wednesday
setting-thu = Thursday
setting-fri = Friday
setting-sat = Saturday
setting-sun = Sunday
setting-response-minutes = Minutes to answer
setting-response-urgent-minutes = Minutes to answer what is urgent
setting-response-warning-minutes = Minutes before the end at which a clock warns
setting-response-percent = Percent answered in time that keeps the promise
setting-waiting-days = Days until a request that waits for its patient is closed
setting-open-under = Open requests that you stay under
setting-open-act-above = Open requests above which somebody more helps
setting-open-handling-minutes = Minutes of work in a request
setting-acknowledgement-en = First answer, in English
setting-acknowledgement-es = First answer, in Spanish
setting-closed-en = Text while you are closed, in English
setting-closed-es = Text while you are closed, in Spanish
setting-signature-en = Signature of the practice, in English
setting-signature-es = Signature of the practice, in Spanish

setting-help-timezone = such as America/New_York; empty means the practice’s
setting-help-country = two letters, such as US
setting-help-locale = such as en-US or es-US: used where a browser asks for no other
setting-help-code = lower-case letters, digits and hyphens; it stays as it is
setting-help-days = for records and complaints, which a law wants answered in writing; empty for none
setting-help-signature = Patients read it under what this person writes. Empty: the practice’s.
setting-help-from = the first moment
setting-help-until = the first moment after it: midnight reopens on that morning
setting-help-acknowledgement-en = Patients read it as soon as they have asked. Empty: “We have your message. If you feel unwell, call us; in an emergency call the number above.”
setting-help-acknowledgement-es = Empty: the same in Spanish.
setting-help-closed-en = Patients read it on your page and on their request’s page while the desk is closed. Empty: nothing more than when you open.
setting-help-closed-es = Empty: nothing more.
setting-help-signature-en = Patients read it under replies of members who have none of their own.

fault-shape-timezone = No such time zone: write one such as America/New_York
fault-shape-mon = Monday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-tue = Tuesday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-wed = Wednesday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-thu = Thursday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-fri = Friday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-sat = Saturday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-sun = Sunday: write times such as 8:00-12:00, 13:00-17:00
fault-shape-until = Choose an end that comes after the beginning
fault-shape-days = Days: write a number up to 366, or leave it empty
fault-taken-role = Somebody has to stay administrator: make another member one first
fault-taken-open-act-above = Help has to come above the number that you stay under, not below it
fault-taken-response-warning-minutes = A clock has to warn later than it starts: choose fewer minutes than there are to answer

role-front-desk = Front desk
role-clinician = Clinician
role-manager = Manager
role-administrator = Administrator

practice-slug = Patients find you at /{ $slug }. This address stays, since links that patients have hold it.

locations-none = No location yet. A practice at one place needs none; with several, patients choose theirs when they ask.
locations-add = Add a location
locations-retire = Close this location for good
locations-retire-help = Nobody is offered it any more. Its requests keep its name; their clocks count the desk’s hours from then on.
lines-none = No phone line yet. Add the numbers that patients call; their hours are set under Hours.
lines-add = Add a phone line
lines-anywhere = The practice as a whole
lines-retire = Give up this line
lines-retire-help = It is gone from lists and hours.
teams-none = No team yet. A team is a group that a request can be given to.
teams-add = Add a team
teams-empty = Nobody is in it.
teams-members = Who is in it
teams-retire = Dissolve this team
teams-retire-help = What it has goes back to nobody and stands in the queue under “Nobody’s”.
members-none = Nobody works here yet.
members-in = In { $teams }
members-invite = Invite somebody
members-no-login = does not sign in
members-teams = Teams
members-end = { $name } works here no longer
members-end-help = The desk closes for them at once. What they have goes back to nobody. Their sign-in itself is theirs and stays, since they may work elsewhere with it.
members-end-do = End their work here
kinds-none = No kind is offered.
kinds-add = Add a kind
kinds-days = { $n ->
    [one] one day to answer in writing
   *[other] { $n } days to answer in writing
}
kinds-retire = Offer this kind no more
kinds-retire-help = Requests of this kind keep it.

meant-look = See what this would have meant
meant-title = What these numbers would have meant in the last { $n } days
meant-nothing = No clock counted in that time, so there is nothing to compare with.
meant-response = { $n ->
    [one] Of one clock, { $would } would have been in time; by the numbers of then it was { $was }.
   *[other] Of { $n } clocks, { $would } would have been in time; by the numbers of then it was { $was }.
}
meant-cut = There were more clocks than are looked at; these are the first of them.
meant-open = { $days ->
    [one] At noon of one day:
   *[other] At noon of { $days } days:
} { $would } would have kept “under”, where { $was } did.
meant-above = { $n ->
    [0] On no day would somebody more have been called in at noon.
    [one] On one day somebody more would have been called in at noon.
   *[other] On { $n } days somebody more would have been called in at noon.
}
meant-same-work = This supposes that everybody had worked just the same. Clocks that run keep the target with which they started.

# Hours in words.
hours-desk = The desk
hours-always = Open day and night, every day.
hours-never = No weekly hours.
hours-open = Open { $days }.
hours-range = { $from } to { $to }
hours-times = { $from } to { $to }
hours-to-midnight = { $from } to midnight
hours-overnight = { $from } to { $to } the next day
hours-and = {" and "}
hours-follows-desk = It has no hours of its own and follows the desk’s.
hours-follows = It has no hours of its own and follows { $name }’s.
hours-zone = All times are those of { $zone }. A holiday is its own midnight to midnight there.
hours-none-coming = No closure or holiday in the coming year.
hours-more = Further days stand on its page.
hours-closed-on = Closed { $day }
hours-open-on = Open { $times } on { $day }
hours-shut-day = closed
hours-shut = You are closed from { $from } until { $until }: { $days } days
hours-shut-help = Whoever asks in that time is promised no answer before { $until }.
hours-shut-ever = You are closed from { $from } on, and no opening is known
hours-shut-ever-help = Nobody is promised an answer, and no new request can be taken, until there are hours again.
hours-would = How it would be: { $place }
hours-no-clock = No clock runs now, so none would move.
hours-clocks-stay = { $n ->
    [one] One clock runs now and would stay as it is.
   *[other] { $n } clocks run now and would stay as they are.
}
hours-clocks-move = { $n ->
    [one] One running clock would move
   *[other] { $n } running clocks would move
}: { $later } would run out later, { $sooner } sooner.
hours-clocks-late = { $n ->
    [one] One of them would have run out already.
   *[other] { $n } of them would have run out already.
}
hours-clocks-never = { $n ->
    [one] One would never run out: there are no hours left for it.
   *[other] { $n } would never run out: there are no hours left for them.
}
hours-look = See what this means
hours-coming-weeks = The coming weeks
hours-week = The week
hours-week-help = Times such as 8:00-12:00, 13:00-17:00; a night as 22:00-6:00; nothing for a day without.
hours-own = It has hours of its own
hours-once = Once: closures and openings
hours-once-help = A closure takes hours away, an opening adds some. They outrank the week and the holidays.
hours-opens = Open instead of closed
hours-everywhere = At the desk and all locations
hours-remove = Remove
hours-closure = Closed { $from } until { $until }. { $why }
hours-opening = Open { $from } until { $until }. { $why }
hours-holidays = Holidays
hours-holidays-help = Public holidays close the desk, all locations and lines, each from its own midnight to the next.
hours-holidays-none = We keep none
hours-holidays-us = United States
hours-holidays-de = Germany

# Public holidays, by the keys of the hours engine.
holiday-us-new-year = New Year’s Day
holiday-us-new-year-observed = New Year’s Day, observed
holiday-us-juneteenth = Juneteenth
holiday-us-juneteenth-observed = Juneteenth, observed
holiday-us-independence = Independence Day
holiday-us-independence-observed = Independence Day, observed
holiday-us-veterans = Veterans Day
holiday-us-veterans-observed = Veterans Day, observed
holiday-us-christmas = Christmas Day
holiday-us-christmas-observed = Christmas Day, observed
holiday-us-king = Martin Luther King Jr. Day
holiday-us-washington = Washington’s Birthday
holiday-us-memorial = Memorial Day
holiday-us-labor = Labor Day
holiday-us-columbus = Columbus Day
holiday-us-thanksgiving = Thanksgiving
holiday-de-neujahr = New Year’s Day
holiday-de-karfreitag = Good Friday
holiday-de-ostermontag = Easter Monday
holiday-de-tag-der-arbeit = Labour Day
holiday-de-himmelfahrt = Ascension Day
holiday-de-pfingstmontag = Whit Monday
holiday-de-weihnachten-1 = Christmas Day
holiday-de-weihnachten-2 = Second day of Christmas
holiday-de-einheit = Day of German Unity
holiday-de-reformation = Reformation Day
