# Enough people: the plan, its card and its numbers

plan-title = People needed
plan-days = Days
plan-closed = { $day }: the desk is closed.
plan-day-enough = { $day }: enough people all day.
plan-day-short = { $day }: { $n ->
    [one] one half hour lacks somebody.
   *[other] { $n } half hours lack somebody.
}
plan-no-roster = No shifts are entered yet, so nobody can tell whether there are enough people. Enter them in the roster.
plan-no-history = Nothing is known yet of what comes in. From the second week on, the same half hours of the weeks before say what to expect.
plan-no-calls = Calls are not known for two weeks yet, so the plan is for requests alone.
plan-no-requests = Requests are not known for two weeks yet, so the plan is for calls alone.
plan-half = Half hour
plan-calls = Calls expected
plan-requests = Requests expected
plan-needed = People needed
plan-on-shift = On shift
plan-too-few = Too few on shift
plan-standing = Enough?
plan-enough = Enough
plan-missing = { $n ->
    [one] One is missing
   *[other] { $n } are missing
}
plan-expected = { $mean } ± { $error }
plan-picture = The most people are needed at { $clock }: { $n }.
plan-basis = How it is reckoned
plan-basis-help = Calls and requests to expect are a mean of the same half hour in the last eight weeks, in which one unusual week counts for little; ± is its standard error. People are as many as it takes to answer callers and requests within the times that you promise, with nobody busy beyond the cap; who waits for the phone answers requests.
plan-basis-call = A call takes
plan-basis-patience = Callers hang up after
plan-basis-request = A request takes
plan-basis-busy = Busy, at most
plan-basis-away = Away from the desk besides breaks
plan-means = What “enough people” means
plan-to-roster = Roster
plan-relief = What brings the open requests down
plan-open = { $n } requests are open.
plan-relief-more = { $n ->
    [one] Put one more person on
   *[other] Put { $n } more people on
} from { $from } until { $to }: in { $sure } of the cases that we played through, fewer than { $under } are open then.
plan-relief-enough = Who is on shift brings them under { $under } until { $to }, in { $sure } of the cases that we played through.
plan-relief-none = However many come, they will not be under { $under } in the next eight open hours. Ask what can wait.
plan-relief-unknown = How many more people it takes can be said once shifts are entered and two weeks of requests are known.
plan-rows = The next open hours
plan-past = Half hours of each of the last { $days } days that lacked somebody
plan-past-open = Half hours open
plan-past-short = Lacked somebody
plan-past-missing = Hours of people missing
people-value = { $on } of { $needed }
people-at = on shift of needed at { $when }, the tightest half hour
people-later = { $n ->
    [one] one is missing from { $when }
   *[other] { $n } are missing from { $when }
}
people-later-enough = enough after that
people-chart = On shift of needed in the next half hours: { $numbers }
act-people-broken = { $n ->
    [one] One person is missing from { $from } to { $to }.
   *[other] { $n } people are missing from { $from } to { $to }.
}
act-people-risk = { $n ->
    [one] One person will be missing from { $from } to { $to }.
   *[other] { $n } people will be missing from { $from } to { $to }.
}
act-people-more = Ask somebody to come, or move a break or a shift.
act-people-do = Open the plan
setting-people-busy-percent = Percent of their time that people are busy with calls and requests, at most
setting-people-away-percent = Percent of a shift that people are away from the desk besides breaks
