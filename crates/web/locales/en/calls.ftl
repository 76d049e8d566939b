# Calls: the pages of the phones, the promise about holding, and the phone system.
nav-calls = Calls
key-calls = the calls
call-now = Now
call-week = The week
call-list = All calls
call-wall = Wall screen
call-new = Write down a call

call-at = At { $clock }
call-line = Line
call-waiting = Waiting
call-longest = Longest hold
call-ringing = At the greeting
call-talking = Being spoken to
call-on = People on
call-all = All lines
call-line-unknown = No line named
call-day = Today by half hour
call-half = From
call-day-label = { $offered ->
    [one] One call today, { $share } answered in time
   *[other] { $offered } calls today, { $share } answered in time
}
call-in-time = Answered in time
call-rest = The rest
call-offered = Calls
call-share = In time
call-abandoned = Hung up
call-mean = Average hold
call-means = What counts as in time
call-none-today = No calls yet today.
call-today-said = { $offered ->
    [one] One call today
   *[other] { $offered } calls today
} · { $share } answered in time · { $abandoned } hung up
call-none = No calls yet
call-none-help = Calls come in by themselves once your phone system is connected. Until then, write them down by hand, or bring in an old log with “anteroom import calls”.
call-connect = Connect the phone system

call-week-span = On average, { $from } to { $to }
call-week-help = Each field says how many calls come in that hour, and how many of them were answered in time. The stronger the color, the more calls.
call-week-none = The picture of a week appears after the first whole day of calls.
call-week-busiest = Busiest: { $when }, { $calls } calls.
call-week-worst = Callers wait longest { $when }: only { $share } are answered in time.
call-week-under = less than promised

call-list-day = Calls of { $day }
call-list-none = No such calls
call-list-none-help = Choose another day or outcome.
call-filter = Show
call-filter-day = Day
call-caller = Caller
call-when = When
call-hold = Hold
call-talk = Talk
call-by = Answered by
call-outcome = Outcome
call-request = Request
call-outcome-any = Any outcome
call-outcome-answered = Answered
call-outcome-abandoned = Hung up
call-outcome-callback = Wants a call back
call-outcome-voicemail = Voicemail
call-outcome-text = Went on by text
call-outcome-overflow = Passed on
call-outcome-after-hours = Called after hours
call-outcome-lost = End unknown
call-goes-on = Still going on
call-hint = { $number }, perhaps { $name }
call-number-withheld = Number withheld

call-dial = Call { $number }
call-to-request = Open request { $number }
call-may-be = This may be
call-may-be-help = A number can be shared: ask who is calling.
call-source = Known from
call-source-hook = the phone system
call-source-hand = a note by hand
call-source-import = an imported log
call-was-closed = Not counted: the line was closed
call-words = What the caller said
call-notes = Notes
call-notes-save = Save the notes
call-notes-overtaken = Somebody else wrote here meanwhile
call-notes-overtaken-help = Nothing is lost: their words stand here, yours in the field below. Put them together and save again.
call-others = Other calls of this request

call-new-help = For a practice without a connected phone system. A call that nobody answered becomes a request, so that somebody calls back.
call-new-do = Write it down
call-field-caller = Caller’s number
call-field-outcome = What became of it
call-field-hold = Seconds on hold
call-field-talk = Minutes of talk
call-help-hold = From joining the queue to the answer or the hang-up.
call-help-talk = Only for a call that was answered.
call-help-words = The words of a voicemail, or what the call back is about.
call-help-notes = For colleagues; the caller never sees them.

call-withheld = Missed call, number withheld
call-told = { $outcome }: { $number }, after { $hold } on hold
call-told-after-all = The phone system told later that somebody had answered this call.

hold-of = { $n ->
    [one] of one call today
   *[other] of { $n } calls today
}
hold-nine = nine of ten within { $hold }
hold-now = { $n ->
    [one] one caller waits, for { $hold }
   *[other] { $n } callers wait, the longest for { $hold }
}
hold-hung-up = { $n } hung up
hold-offered = Calls offered
hold-answered = Answered by a person
hold-in-time = Answered in time
hold-abandoned = Hung up
hold-short = Of these, hung up within the time
hold-left = Left for a call back, voicemail, text or another desk
hold-after-hours = Calls to a closed line, not counted
hold-of-answered = In time, of all answered
hold-of-offered = In time, of all offered
hold-of-offered-less-short = In time, of all offered but those who hung up within the time
hold-mean = Average hold
hold-median = Half held at most
hold-p90 = Nine of ten held at most
hold-waiting = Waiting now
hold-outlook = If nobody who waits is answered in time
hold-past = Share of calls answered in time on each of the last { $days } days
act-hold-broken = Only { $share } of today’s calls were answered in time.
act-hold-risk = { $n ->
    [one] One caller waits, for { $hold }.
   *[other] { $n } callers wait, the longest for { $hold }.
}
act-hold-until = { $n ->
    [one] One more answered in time keeps the promise.
   *[other] The next { $n } in a row answered in time bring it back.
}
act-hold-pick-up = Answered too late, they break the promise: pick up, or ask somebody to.
act-hold-do = Open the calls

settings-title-phones = Phone system
settings-holds-phones = How your phone system tells of its calls, and what it said that couldn’t be understood.
changes-of-phones = Phone system
setting-secret = Secret of the phone system
setting-hold-seconds = Seconds on hold that we promise at most
setting-hold-percent = Percent of calls answered in time that keeps the promise
phones-state-on = Connected
phones-state-off = Not connected
phones-lost = The secret can’t be opened
phones-lost-help = The key file that it needs is not the one that is there, so no call comes in. Put the right key file back, or make a new secret.
phones-secret = Your new secret
phones-secret-once = It is shown this once. Copy it into your phone system now; it is kept here so that nobody can read it again.
phones-secret-label = Secret
phones-how = What the phone system sends
phones-how-help = For each step of a call it posts a short text to this address: that it arrived, was queued, answered, left (with how: callback, voicemail, text or overflow) or ended. The order doesn’t matter, and sending twice does no harm.
phones-address = Address
phones-body = The text is JSON, one step or a list of steps:
phones-signature = Each post is signed: HMAC-SHA256 with the secret over the time in seconds, a point and the text, in hexadecimal.
phones-connect = Make a secret
phones-connect-help = With the secret your phone system proves that a call is yours. Without it nothing that is posted is believed.
phones-exchange = Make a new secret
phones-exchange-help = The old one goes on working until the new one is first used.
phones-exchanging = The old secret still works: the new one has not been used yet.
phones-key-help = A secret can only be kept with a key file outside the database. Start Anteroom with a key file, then come back.
phones-faulty = What couldn’t be understood
phones-faulty-help = The signature was right, but the text was not. It is kept for 30 days. Show this list to whoever set the phone system up.
phones-fault-json = Not readable as JSON
phones-fault-count = No step, or too many at once
phones-fault-call = The name of the call is missing
phones-fault-event = An unknown step
phones-fault-at = A time that can’t be read, or is far from now
phones-forget = Disconnect
phones-forget-help = Nothing that the phone system posts is believed any more. Calls that are known stay.
