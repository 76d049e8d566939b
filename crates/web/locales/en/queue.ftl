# Filters of the queue, views that members keep, what is done to many, and what a request is one matter with.
queue-said-filter = { $n ->
    [0] Nothing fits this filter.
    [one] One request fits this filter.
   *[other] { $n } requests fit this filter.
}
empty-filter = Nothing fits this filter
empty-help-filter = Take one of its parts away, or look at all that wait.
filter-title = Filter
filter-do = Show
filter-none = No filter
filter-any = Any
filter-yes = Yes
filter-me = Mine
filter-mine = My teams
filter-choice = { $label } ({ $n })
filter-state = State
filter-owner = Who answers
filter-team = Team
filter-kind = About
filter-urgency = How soon
filter-language = Language
filter-door = Came by
filter-location = Where
filter-danger = Words of danger, nobody there yet
filter-overdue = Time has run out
filter-sort = Order
pile-waits = Waiting for us
pile-waiting = Waiting for the patient
pile-snoozed = Snoozed
pile-resolved = Resolved
sort-due = Runs out first
sort-newest = Newest first
sort-longest = Waiting longest first
saved-views = Kept views
saved-name = Name of the view
saved-help = Keep this filter under a name; it then stands above the list.
saved-shared = Everybody at the practice sees it
saved-do = Keep the view
saved-change = Keep the changes
saved-delete = Delete this view

bulk-pick = Choose #{ $number }, { $who }
bulk-title = With the chosen ones
bulk-help = Choose requests by their boxes (x), a row of them (Shift x) or all of the page (*). What can’t be done to one is said, and the others are done. You can take it back for half a minute.
bulk-assign = Give to somebody
bulk-assign-do = Give
bulk-team = Give to a team
bulk-team-do = Give to the team
bulk-snooze = Put off
bulk-until = Until
bulk-snooze-do = Snooze
bulk-close = Close
bulk-no-reason = Answered already, no reason needed
bulk-close-do = Close them
bulk-retag = Say what they are
bulk-same-kind = Keep what it is about
bulk-same-urgency = Keep how soon
bulk-retag-do = Change
bulk-nothing = Choose some requests first
bulk-done-assign = { $n ->
    [0] No request was given to anybody.
    [one] One request was given.
   *[other] { $n } requests were given.
}
bulk-done-team = { $n ->
    [0] No request was given to the team.
    [one] One request was given to the team.
   *[other] { $n } requests were given to the team.
}
bulk-done-snooze = { $n ->
    [0] No request was put off.
    [one] One request was put off.
   *[other] { $n } requests were put off.
}
bulk-done-close = { $n ->
    [0] No request was closed.
    [one] One request was closed.
   *[other] { $n } requests were closed.
}
bulk-done-retag = { $n ->
    [0] No request was changed.
    [one] One request was changed.
   *[other] { $n } requests were changed.
}
bulk-undone = { $n ->
    [0] Nothing could be taken back.
    [one] It was taken back from one request.
   *[other] It was taken back from { $n } requests.
}
bulk-refused = These stay as they were:
bulk-undo = Take it back

matters-title = Change, link or split
tags-help = Urgent shortens the running clock; nothing makes it longer.
tags-do = Change
link-other = Has to do with request number
link-help = Both then show the other one. Nothing else follows from it.
link-do = Link them
link-remove = Remove the link to #{ $number }
links-title = Has to do with
split-title = Split off another matter
split-help = Choose the lines that are another matter. They become a request of their own and keep the moment from which they wait.
split-kind = The new request is about
split-subject = Its first words in the list, if not the line’s own
split-do = Split off
joined-title = Joined to it
apart-do = Take it apart again
apart-one = Take #{ $number } off again
told-title = What happened
told-joined = { $by } joined { $what } to it
told-parted = { $by } took { $what } off again
told-merged = { $by } joined it to { $what }
told-unmerged = { $by } took it off { $what } again
told-split = { $by } split { $what } off
told-split-from = { $by } split it off { $what }
told-linked = { $by } linked it with { $what }
told-unlinked = { $by } removed the link to { $what }
told-kind = { $by } said that it is about: { $what }
told-urgency = { $by } said how soon: { $what }
walk-list = The list it was opened from
walk-nav = In the list
walk-back = Back to the list
walk-before = Before
walk-after = Next
key-filter = filter the list
key-choose = choose a request; with Shift, all up to it
key-choose-all = choose all of the page
key-matters = do something with the chosen ones; change, link or split this one
field-kind = What it is about
field-subject = Its first words
field-urgency = How soon
