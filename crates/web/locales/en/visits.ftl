# Visits: who comes back, new patients, no-shows.
visits-title = Visits
visits-none = No visits are known yet
visits-none-help = The figures begin when the practice's calendar is read. An administrator does it with this command; reading the same file again changes nothing.
visits-share = { $share } came back or have a visit booked. We promise { $promised }.
visits-share-none = Nobody had a visit 18 to 30 months ago, so there is nothing to measure yet.
visits-window = Of patients whose last visit was from { $from } to { $to }.
visits-definition = What exactly is counted
visits-kept = Came back or booked
visits-out = Not counted
visits-out-of = { $why }: { $n }
visits-month = { $month } { $year }
visits-percent = { $n }{"\u202F"}%
visits-interval = { $low } to { $high }
visits-curve-title = How soon they come back
visits-curve-said = Of { $n } patients, { $share } came again within twelve months.
visits-curve-differs = The curve counts visits alone and not bookings, and follows everybody from their visit until today; those who left, until the day they left. The share above also counts bookings, and leaves out those who left.
visits-curve-caption = Share of patients who are not back yet, by months since their visit; the band holds the true share in 95 of 100 cases.
visits-curve-month = { $n } mo
visits-curve-table = The numbers
visits-curve-months = Months
visits-curve-not-back = Not back yet
visits-curve-interval = From … to
visits-curve-back = Back
visits-curve-at-risk = Still followed
visits-by-doctor = By doctor
visits-by-location = By location
visits-unsaid-label = Not said
visits-new-title = New patients
visits-new-help = Patients whose first visit on record was in the month, and how they heard of us.
visits-new-none = Until { $date } every patient would look new, because the record of visits begins a year before.
visits-new-month = Month
visits-new-count = New patients
visits-new-heard = How they heard of us
visits-heard-of = { $how }: { $n }
visits-missed-title = Visits to which nobody came
visits-missed-said = Since { $date }: { $missed } of { $n } appointments, { $rate }.
visits-missed-rows = Show them
visits-missed-lead = Booked
visits-missed-all = Appointments
visits-missed-count = Nobody came
visits-missed-rate = Share
visits-lead-same = on the same day
visits-lead-one = { $n ->
    [one] { $n } day before
   *[other] { $n } days before
  }
visits-lead-span = { $from } to { $to } days before
visits-lead-more = { $n } days before or more
visits-lead-unknown = nobody knows when
visits-unsaid = { $n ->
    [one] Of { $n } more nobody said what came of it, so it is not counted.
   *[other] Of { $n } more nobody said what came of them, so they are not counted.
  }
visits-never = { $n ->
    [one] { $n } patient had an appointment and never came to any.
   *[other] { $n } patients had appointments and never came to any.
  }
visits-list-lost = Not back
visits-list-kept = Back or booked
visits-list-out = Not counted
visits-list-new = New patients
visits-list-missed = Nobody came
visits-list-span = Visits from { $from } to { $to }.
visits-list-help-lost = They have not come again and have no visit booked. The first ones leave the count soonest, so call them first.
visits-list-help-kept = They came again, or have a visit booked.
visits-list-help-out = They left for a reason that is nobody's failure.
visits-list-help-new = Their first visit on record, and how they heard of us.
visits-list-help-missed = Appointments that were not called off and to which nobody came.
visits-list-empty = There are none
visits-list-empty-help = They stand here as soon as a visit is known that belongs here.
visits-withheld = Visits that are for clinicians alone are not in this list.
visits-leaving = last month to call
visits-sensitive = call only as they asked
visits-came-again = came again on { $date }
visits-booked-for = booked for { $date }
visits-booked-ahead = booked { $lead }
left-died = died
left-moved = moved away
left-aged-out = grew out of the practice
left-transferred = changed to another practice
left-discharged = discharged
heard-family = family or friends
heard-doctor = another doctor
heard-search = search or map
heard-insurance = insurance
heard-school = school or daycare
heard-nearby = lives or works nearby
heard-other = something else
heard-unsaid = not said
visit-status-proposed = proposed
visit-status-pending = not confirmed
visit-status-booked = booked
visit-status-arrived = here
visit-status-fulfilled = took place
visit-status-cancelled = called off
visit-status-noshow = nobody came
visit-status-entered-in-error = written by mistake
visit-status-checked-in = checked in
visit-status-waitlist = waits for a time
patient-visits = Visits
patient-visits-none = No visits are known.
patient-left = They come no more
patient-left-help = For a reason that is nobody's failure. They are no longer counted among those who come back, and nobody calls to remind them.
patient-left-said = No longer a patient: { $why }, since { $date }.
patient-back = They are a patient again
patient-heard = How they heard of us
patient-heard-said = Heard of us from: { $how }
people-field-left = Why
people-field-left-on = From which day on (today if empty)
people-field-heard = How they heard of us
retention-of = { $n ->
    [one] { $n } patient
   *[other] { $n } patients
  }
retention-again = { $n } came again
retention-booked = { $n } booked
act-retention-broken = { $share } of patients came back; { $promised } is promised.
act-retention-risk = In a month { $share } will have come back if nobody books until then; { $promised } is promised.
act-retention-more = { $n ->
    [one] { $n } patient is not back and has nothing booked
   *[other] { $n } patients are not back and have nothing booked
  }; { $leaving ->
    [one] { $leaving } of them can still be won back only within the next month.
   *[other] { $leaving } of them can still be won back only within the next month.
  }
act-retention-do = Call them back
retention-past = The share of patients who came back or had a visit booked, as each month began, and today.
retention-figure-share = Share
retention-figure-patients = Patients
retention-figure-returned = Came again
retention-figure-booked = Have a visit booked
retention-figure-lost = Neither
retention-figure-out = Not counted: { $why }
retention-figure-target = Promised
retention-figure-outlook = In a month, if nothing happens
retention-figure-leaving = Not back, and in the count for their last month
setting-retention-percent = Percent of patients who come back that keeps the promise
setting-retention-age = Birthday at which patients grow out of the practice (120 for never)
