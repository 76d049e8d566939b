# The help centre and the desk's site.

# What patients read.
help-title = Help
help-title-of = “{ $words }” · Help
help-description = Answers of { $practice }: visits, medicines, forms, and what to do when your child is sick.
help-search = What are you looking for?
help-search-example = fever, refill, school form…
help-do = Search
help-topics = Topics
help-empty = Nothing is written here yet. Ask us, or call.
help-found = { $n ->
    [one] One answer
   *[other] { $n } answers
}
help-nothing = We found nothing that fits.
help-nothing-do = Try one other word, look through the topics below, or ask us: a person answers.
help-other-language = This is not written in English yet. Here it is in Spanish.
help-written = Written { $when }
help-sources = Where this comes from
help-helpful = Was this helpful?
help-yes = Yes
help-no = No
help-why = What was wrong with it?
help-reason-other = It answers another question
help-reason-hard = It is hard to understand
help-reason-wrong = It is wrong or out of date
help-reason-short = It leaves out what I need
help-words = What were you looking for?
help-words-help = Nobody answers what you write here, and we don’t know who you are. If it is about your child, ask us instead.
help-say = Tell us
help-said-yes = Thank you, that is good to hear.
help-said-no = Thank you. Somebody here reads it and makes this page better.
help-still = Still a question? Ask us
help-beside = Read on
help-suggested = This may already answer it
help-look = Look through all answers
emergency-searched = Nobody here reads what you look up. Please call now if somebody is in danger.

# The promise.
site-of = { $n ->
    [0] nobody searched or read in 28 days
    [one] of one visit in 28 days
   *[other] of { $n } visits in 28 days
}
site-to-do = { $n ->
    [one] one thing to do
   *[other] { $n } things to do
}
act-site-broken = The site answered { $share } of its visits in 28 days; { $promised } are promised.
act-site-risk = Another week like the last one would leave the site at { $share }; { $promised } are promised.
act-site-top-opinion = { $n ->
    [one] First: an article that didn’t help.
   *[other] First: an article that { $n } readers say didn’t help.
}
act-site-top-search = { $n ->
    [one] First: a search that found nothing.
   *[other] First: words that were searched { $n } times and found nothing.
}
act-site-top-review = { $n ->
   *[other] First: an article that nobody has read again in time.
}
act-site-top-fact = { $n ->
   *[other] First: a fact of the practice that nobody has looked at for a year.
}
act-site-more = Look what patients ask about most, and write the answer down.
act-site-do = Site work
act-site-write = Articles
site-figure-visits = Visits that searched or read
site-figure-answered = Sent nothing
site-figure-sent = Sent something all the same
site-figure-searched = Searched
site-figure-read = Read
site-figure-target = Promised
site-figure-outlook = After another week like the last
site-figure-work = Site work open
site-figure-late = Past its day
site-figure-share = 28 days to it
site-past = The share of visits that the site answered, over the 28 days that end with each of the last { $days } days.
site-rows = Visits by day
site-day = Day
site-day-share = Answered

# The desk.
nav-site = Site
site-rooms = Rooms of the site
site-tab-articles = Articles
site-tab-work = Site work
site-tab-categories = Categories
site-tab-rules = Rules
site-see = See it as patients do
site-check = What the articles need
site-empty = No article yet
site-empty-help = Patients find here what they would call about. Begin with a category, such as “Coming to see us”.
site-empty-ask = Patients find here what they would call about. A manager adds the first category.
site-overtaken = A colleague changed this meanwhile. Look at what stands now, and save again.
article-count = { $n ->
    [one] One article
   *[other] { $n } articles
}
article-add = New article
article-add-help = You write it in the language of this page; the other one follows. Patients read nothing before you publish it.
article-add-ask = You write it in the language of this page; the other one follows. A manager reads it and publishes it.
article-state-none = { $language }: missing
article-state-live = { $language }: published
article-state-changed = { $language }: published, with a newer draft
article-state-draft = { $language }: draft
article-review = Read again by { $day }
article-opinions = { $yes } found it helpful, { $no } didn’t
article-no-opinion = Nobody has said yet whether it helps.
article-opinions-title = What readers say
article-no-reason = No reason given
article-need-review = { $n ->
    [one] One is past its review date
   *[other] { $n } are past their review dates
}
article-need-language = { $n ->
    [one] One is missing in a language
   *[other] { $n } are missing in a language
}
article-need-draft = { $n ->
    [one] One has a draft that nobody has published
   *[other] { $n } have drafts that nobody has published
}
article-need-owner = { $n ->
    [one] One has no owner
   *[other] { $n } have no owner
}
article-languages = Languages
article-facts = Where it stands, and who sees to it
article-old = Old addresses that lead here:
article-field-title = Title
article-field-summary = In short
article-field-body = Text
article-field-keywords = Words that patients use for it
article-field-sources = Where it comes from
article-field-slug = Address
article-field-category = Category
article-field-owner = Owner
article-field-months = Read again every so many months
article-field-review-on = Read again by
article-field-position = Place in its category
article-help-summary = One or two sentences; the search shows them.
article-help-body = ## begins a heading, - a list, **two stars** make it strong, [words](address) a link; [Fever](fever) leads to the article with that address. No pictures, no HTML. At most 20,000 characters.
article-help-keywords = Such as temperature, shots, pink eye: the search finds the article by them.
article-help-sources = One a line. Patients can unfold them.
article-help-slug = The end of its link, such as fever. Leave it empty for one made of the title. When it changes, the old link leads to the new one.
article-help-months = 1 to 60; twelve if you leave it empty.
article-help-position = A number; the smaller, the further up.
article-keep = Keep as draft
article-kept = Kept. Patients read it once it is published.
article-preview = Preview
article-publish = Publish the draft
article-publish-this = Publish this version
article-withdraw = Take it off the site
article-waits = The draft waits for a manager to publish it.
article-versions = Versions
article-version = Version { $n }
article-live = Patients read this
article-back = Back to the article
article-back-words = Back to the text
article-by-file = from a file
article-overtaken = { $name } wrote a newer version ({ $when }). What you typed is still below: look at theirs in the list of versions, then keep yours on top of it.
article-version-by = { $name }, { $when }
article-version-first = The first version.
article-version-beside = Beside version { $n }: what went is struck out, what came is underlined.
category-add = New category
category-none = No category yet.
category-top = At the top
category-field-name-en = Name in English
category-field-name-es = Name in Spanish
category-field-parent = Beneath
category-field-position = Place
category-field-removal = Category
category-position-help = A number from 0 to 999; the smaller, the further up.
category-remove = Remove the category
category-remove-help = Only an empty one can go: move its articles and categories first.
fault-taken-parent = A category can’t be beneath itself: choose another place
fault-long-parent = Categories go three deep at most: choose a place further up
fault-taken-removal = Something is in this category: move its articles and categories first
setting-site-percent = Percent of visits that the site answers
setting-site-keeper = Who keeps the site
rules-percent-help = Of the visits that searched or read, so many send nothing afterwards. 1 to 100.
rules-keeper-help = Site work falls to them where an article has no owner of its own.
work-said = { $n ->
    [one] One thing to do
   *[other] { $n } things to do
}{ $late ->
    [0] .
    [one] , one of them past its day.
   *[other] , { $late } of them past their day.
}
work-help = What the site could not answer. It counts in no promise’s clock, and nobody’s name stands in it.
work-view-open = Open
work-view-mine = Mine
work-view-done = Done
work-empty-open = Nothing to do about the site
work-empty-mine = Nothing of yours
work-empty-done = Nothing was done yet
work-empty-help-open = Searches that find nothing, articles that don’t help and articles past their review date come up here by themselves.
work-empty-help-mine = What is given to you comes up here.
work-empty-help-done = What was done stands here for 90 days.
work-kind-opinion = An article didn’t help
work-kind-search = A search found nothing
work-kind-review = An article is past its review date
work-kind-fact = A fact to look at again
work-words = “{ $words }”
work-erased = Words that were erased
work-fact-practice = Name, phone and zone of the practice
work-fact-location = Address and phone
work-fact-hours = Hours
work-fact-doctor = Doctor
work-fact-bring = What to bring
work-fact-directory = The directory of places
work-times = { $n ->
    [one] once
   *[other] { $n } times
}
work-last = last on { $day }
work-due = Due { $day }
work-done-on = Done { $when }
work-undo = Not done after all
work-still-right = Looked at, still right
work-done = Done
work-erase = Erase these words
work-until = Until
