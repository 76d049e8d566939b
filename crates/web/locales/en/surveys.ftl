# Surveys: the question and its page, the letter that asks, what managers see, and what they set.

# The page behind a link.
survey-title = Would you recommend us?
survey-question = Would you recommend { $practice } to family or friends?
survey-scale = From 0 to 10
survey-least = not at all likely
survey-most = very likely
survey-why = We ask so that we learn what to do better. Your care is the same whatever you answer, and whatever you don’t.
survey-thanks = Thank you
survey-given = Your answer: { $score } of 10.
survey-comment = What is the reason for your answer?
survey-comment-help = In your own words. Please don’t write here what needs help today: call us.
survey-call = Please call me about this
survey-sent = Thank you. We read every word.
survey-settled = Your answer is counted and can’t be changed any more. If there is something to add, write or call us.
survey-friend = Do you know somebody who looks for a practice like ours?
survey-friend-help = Tell them about { $practice }:
survey-again = Change your answer
survey-not-you = Is this not for you?
survey-not-you-help = This link was meant for the person whom we wrote to. If somebody passed it on to you, just close this page. Anything else we gladly hear on the phone.
survey-decline = Please don’t ask at this address any more
survey-declined = We won’t ask at this address any more.
survey-expired = This question is closed
survey-expired-lead = The link was good for a month. If you want to tell us something, write to us or call: we would still like to hear it.
survey-write = Write to us
survey-field-score = Your answer
survey-field-comment = The reason
survey-field-wish = Call
fault-shape-score = Choose one of the numbers from 0 to 10.
ask-for-score = Choose one of the numbers from 0 to 10.

# The letter.
letter-subject-survey = { $practice }: one question for you
letter-text-survey =
    { $practice } would like to ask you one question. It takes two taps:
    { $link }

    The link is for you alone, and good for a month. If you would rather not be asked, the same page has a button for that. To protect your privacy, nothing else stands in this e-mail.
letter-name-survey = Survey

# What managers see.
survey-answers = Would patients recommend us?
survey-points = points
survey-sure = surely between { $low } and { $high }
survey-none = Nobody has answered in the last 90 days.
survey-few = { $n ->
    [one] Only one answer: one more can move the score by many points.
   *[other] Only { $n } answers: one more can move the score by points.
}
survey-complaints = { $n ->
    [one] One who would not recommend us waits for our answer
   *[other] { $n } who would not recommend us wait for our answer
}
survey-off = Nobody is asked at the moment.
survey-off-do = Choose who is asked and when
survey-filter = Choose whose answers
survey-any = All
survey-by-location = Location
survey-by-doctor = Doctor
survey-by-door = Way in
survey-by-group = Group
survey-by-month = Month
survey-comments-only = Only those with words
survey-window = The last 90 days
survey-of = { $n } ({ $share })
survey-spread = Each score
survey-months = Month by month
survey-trend = Points of each month, from −100 to 100, with the band that is 95 % sure; dashed: the { $target } that we want
survey-month = { $month } { $year }
survey-said = What they said
survey-empty-on = No answers yet. Letters go out after what the settings say; answers appear here at once.
survey-empty-off = No answers yet. They appear here once patients are asked, or answers are brought in.
survey-more = Older answers
survey-group-promoter = would recommend us
survey-group-passive = undecided
survey-group-detractor = would not
survey-from-request = after a request ({ $door })
survey-from-visit = after a visit
survey-from-import = brought in
survey-wants-call = Wants to be called.
survey-waits = waits for somebody
survey-waits-for = waits for { $name }
survey-answered = answered
survey-answered-by = answered by { $name }
door-of-survey = survey

# The promise.
nps-none = no answers in the last 90 days yet
nps-sure = surely { $low } to { $high } points
nps-of = { $n ->
    [one] one answer
   *[other] { $n } answers
}
nps-few = few answers
nps-rate = { $share } of those asked answered
nps-figure-answers = Answers
nps-figure-promoters = 9 and 10
nps-figure-passives = 7 and 8
nps-figure-detractors = 0 to 6
nps-figure-points = Points
nps-figure-low = 95 % sure: from
nps-figure-high = 95 % sure: to
nps-figure-target = Wanted: at least
nps-figure-asked = Asked
nps-figure-rate = Of those asked, answered
nps-figure-complaints = Not content, and waiting for us
nps-figure-needed = Answers of this mix that would do
nps-figure-outlook = Low end after a month like the last
nps-past = Points of each month, from −100 at the foot to 100 at the head. A month is called kept or broken only where its own interval is sure of it.
nps-mark = wanted: { $target }
nps-rows = The last answers
nps-row-when = Answer
nps-row-score = Score
nps-row-group = Group
chart-months = Points by month: { $numbers }; wanted { $target }
act-nps-broken = Fewer patients than promised surely recommend us: { $low } points, wanted { $target }.
act-nps-risk = After a month like the last, only { $low } points would be sure, wanted { $target }.
act-nps-complaints = { $n ->
    [one] One who would not recommend us waits for an answer. It comes first.
   *[other] { $n } who would not recommend us wait for an answer. They come first.
}
act-nps-needed = The score is above it, but few have answered: { $n } answers of this mix would do.
act-nps-read = Nobody waits for an answer. Read what they said, and change what comes up again and again.
act-nps-see = Read the answers
act-nps-answer = Answer them

# What is set.
settings-title-surveys = Surveys
settings-holds-surveys = Who is asked whether they would recommend you, after what, how often and in which words; and who sees to those who would not.
changes-of-surveys = Surveys
surveys-state-off = Nobody is asked
surveys-state-requests = Asked after a request
surveys-state-visits = Asked after a visit
surveys-state-both = Asked after a request or a visit
surveys-trigger-requests = After a request was resolved
surveys-trigger-visits = After a visit
surveys-trigger-both = After either
surveys-owner-manager = A manager
surveys-no-mail = Nobody can be asked yet
surveys-no-mail-help = The question goes out by mail, and no mail is set up.
setting-surveys-on = Ask patients whether they would recommend us
setting-surveys-trigger = When
setting-surveys-delay-hours = Hours until the letter
setting-surveys-cooldown-days = Days until a household is asked again
setting-surveys-percent = Share that is drawn, in percent
setting-surveys-from = Letters go out from
setting-surveys-until = and until
setting-surveys-target = Points that you want
setting-surveys-owner = Who sees to those who would not recommend you
setting-surveys-question-en = The question in English
setting-surveys-question-es = The question in Spanish
setting-help-surveys-on = Nobody is asked about something sensitive without a confidential channel, at an address that asked to be left alone, or where a court order stands.
setting-help-surveys-delay-hours = From 0 to 336.
setting-help-surveys-cooldown-days = Everybody who shares an address or a patient is one household.
setting-help-surveys-percent = Nobody chooses who: it follows from a secret number of the practice, the person and the period.
setting-help-surveys-from = On your own clock, as 9:00.
setting-help-surveys-until = On your own clock, as 19:00.
setting-help-surveys-target = From −100 to 100. The promise is kept when the low end of the 95 % interval is at it or above.
setting-help-surveys-question-en = Left empty: “Would you recommend us to family or friends?” Everybody is asked in the same words.
setting-help-surveys-question-es = Left empty, the same in Spanish.
fault-shape-surveys-from = Write the time as 9:00.
fault-shape-surveys-until = Write the time as 19:00.
fault-taken-surveys-until = The end must be later than the beginning.
fault-shape-surveys-delay-hours = Write a number from 0 to 336.
fault-shape-surveys-cooldown-days = Write a number from 1 to 1098.
fault-shape-surveys-percent = Write a number from 1 to 100.
fault-shape-surveys-target = Write a number from -100 to 100.
