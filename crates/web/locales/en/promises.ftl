# The promises: what the practice says to its patients, and how it is counted.
now = Now
promises = Promises
how-known = How we know
how-counted = How it is counted
answer-number = Answer #{ $number }
lede-all = { $of ->
    [one] The promise is kept
    [2] Two of two promises kept
   *[other] All { $of } promises kept
}
lede-some = { $kept ->
    [0] None
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
    [6] Six
    [7] Seven
   *[other] { $kept }
} of { $of ->
    [1] one promise
    [2] two promises
    [3] three promises
    [4] four promises
    [5] five promises
    [6] six promises
    [7] seven promises
    [8] eight promises
   *[other] { $of } promises
} kept
lede-none = No promise is measured yet
lede-unmeasured = { $n ->
    [one] one more is not measured yet
   *[other] { $n } more are not measured yet
}
standing-promise-kept = Kept
standing-promise-risk = At risk
standing-promise-broken = Broken
standing-promise-unmeasured = Not measured

promise-response = We answer within *{ $n } minutes*.
promise-open = We keep open requests under *{ $n }*.
promise-hold = Nobody holds for more than { $n ->
    [60] *a minute*
   *[other] *{ $n } seconds*
}.
promise-coverage = Somebody *always* picks up.
promise-nps = Patients would *recommend* us.
promise-people = There are *enough people* for the next hours.
promise-site = The site *answers* what people look for.
promise-retention = Patients *come back*.
promise-title-response = Answered in time
promise-title-open = Few requests open
promise-title-hold = Nobody on hold for long
promise-title-coverage = Phones always covered
promise-title-nps = Would recommend us
promise-title-people = Enough people
promise-title-site = The site answers
promise-title-retention = Patients come back

unmeasured-hold = The phones are not connected, so nobody can count this yet. It is measured once a phone line is.
unmeasured-coverage = No phone line has a roster yet, so nobody can count this. It is measured once lines and shifts are entered.
unmeasured-nps = Nobody is asked yet. It is measured once surveys are switched on in the settings, or answers are brought in.
unmeasured-people = It is measured once shifts are entered and two weeks of calls or requests are known.
unmeasured-site = No article is published yet. It is measured once the help centre has one.
unmeasured-retention = No visits are known yet. It is measured once the schedule is connected.

response-of = { $n ->
    [0] nothing to answer yet today
   *[other] of { $n } today
}
response-half = half within { $length }
response-warning = { $n } about to run out
open-work = { $length } of work
open-days = { $days } days to clear
open-waiting = { $n ->
    [one] 1 waits for the patient
   *[other] { $n } wait for patients
}
chart-days = The last days: { $numbers }
chart-hours = Open today by the hour: { $numbers }; promised under { $under }

act-response-broken = Only { $share } were answered in time today.
act-response-risk = { $n ->
    [one] One clock is about to run out and would break the promise.
   *[other] { $n } clocks are about to run out and would break the promise.
}
act-response-more = Those that run out first stand on top.
act-response-do = Open the queue
act-open-broken = { $open } requests are open, { $n } more than we promise.
act-open-risk = { $open } requests are open, and at this pace it is too many within the hour.
act-open-more-person = Put one more person on, until it is under { $n }.
act-open-until = At this pace it passes { $n } in { $length }.
act-open-do = Hand out what has nobody

definition-meaning = What it means
definition-today = Today
meaning-response = A clock starts when a patient’s words reach us and counts only the minutes we are open. It ends with the first reply that a person wrote or spoke and that can’t be taken back any more. Automatic replies, notes, snoozing and calls that reach nobody don’t end it. Requests closed without a reply before their time are withdrawn and not counted; those closed after it are missed. A clock belongs to the day on which it started.
meaning-open = Patients’ requests that wait for the practice: new and open ones, and every one whose clock runs, snoozed or not. Those that wait for the patient, are snoozed or are resolved stand beside it. Above the number at which we act, one more person is put on until it is under the promise again.
meaning-hold = Time from joining the phone queue to an answer or a hang-up. Kept when enough of the calls offered today were answered by a person in time. Callers who leave for a call back, with a voicemail, by text or to another desk were offered and not answered. Calls to a closed line are counted apart.
meaning-coverage = In phone hours, minutes of a line without a person signed in and on shift; after hours, minutes without on-call or answering service. Kept when there are none this week.
meaning-nps = Of 90 days of answers to “would you recommend us”, those who say 9 or 10 minus those who say 0 to 6. Kept when the low end of its 95 % interval is at the target or above.
meaning-people = For each half hour of the next four open hours, people on shift against people needed for all promises at once. What to expect is a mean of the same half hour in the last eight weeks, in which one unusual week counts for little. Kept when there are never fewer on shift than needed; at risk when there are in the four open hours after these.
meaning-site = Of the visits of 28 days that searched or read, those that sent nothing in the same visit: the site answered them.
meaning-retention = Of patients whose last completed visit lies 18 to 30 months back, those who came again or hold a booking. Those who died, moved, aged out, were transferred or discharged are left out and counted by reason.
formula-response = in time ÷ (answered + missed + run out and still running)
formula-open = new + open + every other one whose clock runs
formula-hold = answered in time ÷ offered
formula-coverage = minutes of phone hours without a person signed in and on shift + minutes after hours without on-call or answering service
formula-nps = share of 9 and 10 − share of 0 to 6, in points
formula-people = on shift − needed, each half hour
formula-site = visits that searched or read and sent nothing ÷ visits that searched or read
formula-retention = came again or hold a booking ÷ all in the window

figure-n = Counted
figure-in-time = In time
figure-answered = Answered
figure-missed = Missed
figure-running = Still running
figure-withdrawn = Withdrawn
figure-rate = Ever answered
figure-median = Half within
figure-p90 = Nine of ten within
figure-outlook = If those about to run out do
figure-open = Open
figure-waiting = Wait for patients
figure-snoozed = Snoozed
figure-resolved = Resolved
figure-work = Work
figure-days = Days to clear
figure-open-outlook = In an hour at this pace

# The rows behind the response promise.
clocks-of-today = { $n ->
    [one] The clock of today
   *[other] The { $n } clocks of today
}
clock-request = Request
clock-started = Started
clock-open-time = Open time
clock-outcome = Outcome
outcome-in-time = answered in time
outcome-late = answered late
outcome-missed = missed
outcome-withdrawn = withdrawn
outcome-running = running
outcome-run-out = run out
clocks-of-day = { $n ->
    [0] No clock started on { $day }
    [one] The clock of { $day }
   *[other] The { $n } clocks of { $day }
}
figure-share = In time, of all
figure-highest = Most at once
figure-last = At the end of the day

# The last weeks of a promise.
past-title = The last four weeks
past-title-months = The last months
past-month = Month
past-shares = Share answered in time on each of the last { $days } days
past-counts = Most requests open at once on each of the last { $days } days
past-mark-share = promised: { $share }
past-mark-count = promised: under { $n }
past-table = The same numbers as a table
past-day = Day
past-standing = Promise

# The first page for a screen that patients can see, too.
wall-screen = Wall screen
wall-alarm = { $n ->
    [one] A message may be an emergency. Please look at the desk now.
   *[other] { $n } messages may be emergencies. Please look at the desk now.
}
wall-pressing = { $n ->
    [one] One request runs out soon, or has.
    [5] Five requests or more run out soon, or have.
   *[other] { $n } requests run out soon, or have.
}
