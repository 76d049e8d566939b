# The practice's own pages: doctors, locations, what to bring, contact, places near a postal code; and their settings.
nav-about = About us
home-about = { $name }: ask us a question, see when we are open, and find us. In an emergency the number to call stands on every page.

week-caption = Hours of a usual week
week-today = today
week-closed = Closed

doctors-title = Our doctors
doctors-about = { $n ->
    [one] The doctor of { $name }: languages, and whether new patients are taken.
   *[other] The { $n } doctors of { $name }: languages, and who takes new patients.
}
doctors-speaks = Speaks { $languages }
doctors-accepting = Takes new patients
doctors-full = Takes no new patients at the moment

locations-title = Locations
locations-about = { $n ->
    [one] Where to find { $name }: address, phone, hours, and whether it is open now.
   *[other] The { $n } locations of { $name }: addresses, phones, hours, and which are open now.
}
location-about = { $name }, { $practice }: { $address } Hours, days soon when it is closed, phone and directions.
location-where = Where
location-no-address = The address is not entered yet. Please call us.
location-directions = Directions on OpenStreetMap
location-hours = Hours
location-soon = Days soon that are different

bring-title = What to bring
bring-about = What to bring to a visit at { $name }.
bring-unsure = Not sure?

contact-title = Contact
contact-about = How to reach { $name }: write, call, or come by; with the hours of the desk.
contact-desk = When we answer

near-title = Find us nearby
near-link = Which location is nearest to you?
near-about = Type your ZIP code and see which locations of { $name } are nearest, with distance, hours and phone.
near-code = Your ZIP code
near-code-help = Five digits, such as 10001. It is not stored.
near-go = Find
near-no-code = Type the five digits of a ZIP code, such as 10001
near-no-such-code = We don’t know that ZIP code. Check it, or try one nearby
near-nearest = { $n ->
    [one] The nearest to { $code }
   *[other] The { $n } nearest to { $code }
}
near-none = Nothing is known near there
near-none-help = Please call us, and we tell you where to go.
near-miles = { $n } miles
near-hours-unknown = We can’t tell whether it is open now: please call first
near-words = Its hours today are given as “{ $words }”.
near-told = Hours of places that are not ours are as they were told to us on { $when }. Please call before you go.
near-source = Distances are in a straight line from the middle of the ZIP code. Where ZIP codes are:

# Languages that doctors speak.
tongue-am = Amharic
tongue-ar = Arabic
tongue-bn = Bengali
tongue-de = German
tongue-en = English
tongue-es = Spanish
tongue-fa = Persian
tongue-fr = French
tongue-hi = Hindi
tongue-ht = Haitian Creole
tongue-it = Italian
tongue-ja = Japanese
tongue-ko = Korean
tongue-pl = Polish
tongue-pt = Portuguese
tongue-ru = Russian
tongue-so = Somali
tongue-sw = Swahili
tongue-tl = Tagalog
tongue-uk = Ukrainian
tongue-ur = Urdu
tongue-vi = Vietnamese
tongue-zh = Chinese
tongue-ase = American Sign Language

# Settings.
changes-of-doctor = Doctor
changes-of-place = Imported places
settings-title-doctors = Doctors on the website
settings-holds-doctors = Which clinicians patients read about, their languages, and who takes new patients.
settings-title-facts = Facts on the website
settings-holds-facts = What the website tells, and since when somebody holds it for true.
doctors-state = { $n ->
    [0] No doctor is named.
    [one] One doctor is named.
   *[other] { $n } doctors are named.
}
doctors-hidden = Not on the website
doctors-none = Nobody works here as a clinician yet. Whoever has that role can be named on the website.
facts-state = { $n ->
    [0] Everything was looked at within a year.
    [one] One fact was not looked at for a year.
   *[other] { $n } facts were not looked at for a year.
}
facts-since = Held for true since { $when }.
facts-stale = Please look again.
facts-hold = It is still so
facts-directory-help = These places come from a table. Import it again when there is a newer one.
fact-practice = Name, phone and time zone
fact-location = Address and phone
fact-hours = Hours
fact-doctor = What stands of them
fact-bring = What to bring
fact-directory = Imported places
setting-shown = Named on the website
setting-title = After the name
setting-languages = Languages
setting-accepting = Takes new patients
setting-about-en = What patients read, in English
setting-about-es = What patients read, in Spanish
setting-about = What patients read
setting-point = Latitude and longitude
setting-held = Still so
setting-written = Written
setting-bring-en = What to bring to a visit, in English
setting-bring-es = What to bring to a visit, in Spanish
setting-help-title = such as MD, FAAP
setting-help-languages = their short names, such as en, es, vi
setting-help-about-en = Some sentences: what they care about, for whom they are there.
setting-help-about-es = Empty: patients who read Spanish see the English words.
setting-help-point = such as 30.2672, -97.7431; empty: the middle of the ZIP code in the address
setting-help-bring-en = One thing a line. Empty: there is no such page.
setting-help-bring-es = Empty: no such page in Spanish.
fault-shape-languages = Write languages by their short names with commas between, such as en, es
fault-shape-point = Write latitude and longitude with a comma between, such as 30.2672, -97.7431
