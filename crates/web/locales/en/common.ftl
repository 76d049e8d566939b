# Words that every page shares.
skip = Skip to the page
optional = if you like
send = Send
shut = Close
next-page = Next page
first-page = First page
pages = Pages
no-value = –
percent = { $n }{"\u202F"}%
mistakes = { $n ->
    [one] Please look at one thing
   *[other] Please look at { $n } things
}
trap = Leave this empty
somebody = Somebody
nobody = Nobody yet

# Instants and lengths.
when-am = { $face } am
when-pm = { $face } pm
when-never = never
when-tomorrow = tomorrow { $clock }
when-yesterday = yesterday { $clock }
when-by-clock = { $clock }
when-by-one = { $clock }
when-by-day = { $day } { $clock }
when-day = { $weekday }, { $date }
when-date = { $month } { $day }
when-date-year = { $month } { $day }, { $year }
when-weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
when-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
length-minutes = { $n } min
length-hours = { $h } h { $m }
length-whole-hours = { $h } h

# Languages, by their tags.
language-en = English
language-es = Spanish

# What a door says.
door-open = Open now
door-open-until = Open now until { $when }
door-closed = Closed now
door-closed-until = Closed now, opens { $when }
door-unknown = No opening hours

# What is wrong with a field.
fault-missing = Fill in: { $field }
fault-long = { $field }: at most { $limit } characters
fault-short = { $field }: at least { $limit } characters
fault-control = { $field } holds a character that no keyboard types; write it again
fault-shape = { $field } can’t be understood; check it
fault-taken = { $field } is taken already; choose another
ask-for-words = Write what you need
ask-for-name = Write your name
ask-for-email = Give a phone number or an e-mail address, so that we can answer
fault-shape-email = The e-mail address doesn’t look right, such as name@example.org
fault-shape-phone = The phone number doesn’t look right, such as (512) 555-0100
fault-shape-slug = The address may hold a to z, 0 to 9 and single hyphens
fault-shape-hours = Write the hours such as Mon-Fri 08:00-17:00; Sat 09:00-12:00, or 24/7

# Kinds of requests, where the practice has no name of its own for them.
kind-scheduling = A visit
kind-clinical = My health
kind-refill = A refill
kind-referral = A referral
kind-billing = A bill
kind-records = My records
kind-complaint = A complaint
kind-other = Something else
