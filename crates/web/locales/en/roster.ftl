# The roster: who is on the phones, and which minutes nobody holds.
nav-roster = Roster
roster-week = { $from } – { $to }
roster-weeks = Weeks
roster-before = Week before
roster-after = Week after
roster-this = This week
roster-hours = { $from } – { $to }
roster-day-at = { $day }, { $clock }
roster-saved = Saved.
roster-copied = { $n ->
    [0] Nothing to copy: this week already has what the week before had.
    [one] One shift or duty was copied.
   *[other] { $n } shifts and duties were copied.
}
roster-posts = Your phones
roster-sign-in = Sign in on { $line }
roster-sign-out = Sign out of { $line }
roster-since = Signed in since { $since }.
roster-since-until = Signed in since { $since }. Your shift ends at { $until }.
roster-shift-until = Your shift ends at { $until }. Sign in so that the line counts as covered.
roster-without-shift = You are signed in, but not on shift here: the line does not count as covered by you.
roster-signed-in = Signed in now: { $names }.
roster-nobody-signed-in = Nobody is signed in now.
roster-off-shift = { $name } (not on shift)
roster-zone = Clock times are those of { $zone }.
roster-held = No minute without anybody so far, of { $week } this week.
roster-bare = { $bare } without anybody so far: { $phone } in phone hours, { $after } after hours, of { $week } this week.
roster-nothing-yet = Nothing is measured yet of the { $week } of this week.
roster-ahead = { $length } of the rest of the week have nobody planned.
roster-next = Nobody is planned from { $from } to { $to }. Add a shift, put somebody on call or set an answering service.
roster-strip = Who holds the line, by day
roster-strip-of = Who holds { $line }
roster-shifts-of = Shifts on { $line }
roster-strip-hours = Hours of the day
roster-strip-bare = Without anybody
roster-day-label = Phone hours { $phone }. { $said }
roster-legend-people = people on shift
roster-legend-on-call = on call
roster-legend-answering = answering service
roster-legend-nobody = nobody
roster-legend-unmeasured = not measured
roster-shifts = Shifts
roster-who = Who
roster-break = Break { $hours }
roster-away-sick = Sick
roster-away-off = Off
roster-away-swap = Swapped
roster-instead = { $away }: { $name } stands in
roster-nobody-instead = { $away }: nobody stands in
roster-stands-in = You stand in for { $name }
roster-shift-label = { $name }, { $day }, { $hours }: change
roster-no-shifts = No shifts this week.
roster-no-lines = No phone lines yet
roster-no-lines-help = An administrator adds phone lines in the settings. Then shifts can be entered here.
roster-unmeasured = Lines without a roster
roster-unmeasured-help = Nobody can say whether these are covered. Each is measured from its first shift, duty or answering service on.
roster-add = Add a shift
roster-add-help = A shift comes back each week on the days that you choose, until it ends. Nobody has to be signed in for it yet.
roster-add-do = Add the shift
roster-choose = Choose
roster-field-member = Who
roster-field-line = Line
roster-field-lines = Lines
roster-field-days = Days
roster-field-hours = Hours
roster-field-breaks = Breaks
roster-field-from = From
roster-field-until = Until
roster-field-instead = Who stands in
roster-field-name = Name
roster-field-number = Number
roster-help-hours = Such as 8:00-17:00. A night is 22:00-6:00.
roster-help-breaks = Such as 12:00-12:30, 15:00-15:15. Nobody is on the phones then.
roster-help-until = The last day, if there is one.
roster-help-instead = Those without a shift at that time come first.
roster-day-title = { $name }, { $day }
roster-this-day = This day only
roster-nobody = Nobody yet
roster-has-shift = { $name } (has a shift then)
roster-sick = Sick
roster-off = Off
roster-swap = Swap
roster-back = As ever
roster-over = This day is over: it stays as it was measured.
roster-another = Change the shift from this day on
roster-another-help = What was before stays. From the day that you choose the shift is the new one.
roster-another-do = Change the shift
roster-end = End the shift
roster-end-help = It no longer comes back. What was before stays.
roster-end-from = End before this day
roster-end-after = End after this day
roster-mine = My shifts
roster-of = Shifts of { $name }
roster-mine-help = Only you and those who manage the desk see this page.
roster-mine-none = No shifts in the next four weeks.
roster-week-of = Week of { $day }
roster-kept = This week so far: signed in for { $kept } of { $shift } on shift.
roster-on-call = On call
roster-on-call-help = After hours whoever is on call holds the line. Words of danger ring them first.
roster-on-call-change = Change who is on call
roster-no-duties = Nobody is on call.
roster-now = now
roster-all-lines = All lines
roster-duty-add = Put somebody on call
roster-duty-do = Put on call
roster-duty-end = End
roster-duty-end-of = End the duty of { $name }
roster-answering = Answering service of { $line }
roster-answering-help = After hours it holds the line, so that those minutes are covered. Leave the name empty if nobody answers.
roster-answering-change = Change the answering service
roster-answering-do = Save
roster-service = Answering service: { $name }, { $hours }.
roster-no-service = No answering service.
roster-always = always
roster-service-field-name = Name
roster-service-field-number = Number
roster-service-field-hours = Hours
roster-service-help-name = Such as the company’s name.
roster-service-help-number = Where calls are sent; may be empty.
roster-service-help-hours = Such as mon-fri 17:00-24:00; sat 0:00-24:00. Empty for always.
roster-copy = Copy the week before
roster-copy-help = Shifts and duties of the week before that this week lacks are entered for this week alone, with whoever really did them.
roster-copy-do = Copy into this week
roster-need-phone = phone hours
roster-need-after-hours = after hours

# Phones always covered, on the first page and its definition.
coverage-without = without anybody this week
coverage-apart = { $phone } in phone hours, { $after } after hours
coverage-next = next gap: { $line }, { $when }
coverage-no-gap = no gap planned in the next two weeks
coverage-left-out = { $n ->
    [one] one line has no roster
   *[other] { $n } lines have no roster
}
coverage-chart = Minutes without anybody, the last seven days: { $numbers }
act-coverage-bare = Nobody is on { $line } since { $when }.
act-coverage-bare-after = Nobody answers { $line } since { $when }.
act-coverage-more = { $n ->
    [one] One more line has nobody, too.
   *[other] { $n } more lines have nobody, too.
}
act-coverage-here = On shift there, but not signed in: { $names }.
act-coverage-elsewhere = On shift elsewhere and could take it: { $names }.
act-coverage-nobody = Nobody else is on shift. Take the line yourself, or call somebody in.
act-coverage-take = Somebody please sign in on it.
act-coverage-on-call = Put somebody on call, or set an answering service.
act-coverage-gap = Nobody is planned on { $line } from { $from } to { $to }.
act-coverage-gap-after = Nobody is on call for { $line } from { $from } to { $to }.
act-coverage-plan = There is still time to plan somebody.
act-coverage-do = Open the roster
figure-coverage-phone = In phone hours
figure-coverage-after = After hours
figure-coverage-ahead-phone = Planned gaps, phone hours
figure-coverage-ahead-after = Planned gaps, after hours
figure-coverage-line = Line
figure-coverage-from = From
figure-coverage-length = How long
figure-coverage-need = When
figure-coverage-standing = What it was
coverage-line = { $bare } of { $measured }
coverage-no-roster = no roster: not measured
coverage-outcome-bare = nobody held it
coverage-outcome-planned = nobody is planned
coverage-rows = { $n ->
    [0] No minute without anybody this week, so far or planned
    [one] The one time without anybody this week
   *[other] The { $n } times without anybody this week
}
coverage-rows-day = { $n ->
    [0] No minute without anybody on { $day }
    [one] The one time without anybody on { $day }
   *[other] The { $n } times without anybody on { $day }
}
past-coverage = Minutes without anybody on each of the last { $days } days
key-roster = Roster
key-sign-in = Sign in or out on the phones
changes-of-roster = Roster
setting-shift = Shift
setting-day = Day of a shift
setting-duty = On call
setting-answering = Answering service
roster-bar = Nobody holds { $line } now.
roster-bar-more = Nobody holds { $line } now, nor { $n } more.
