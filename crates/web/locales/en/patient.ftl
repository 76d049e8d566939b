# What patients read: plain words, short sentences.
emergency = In an emergency call
nav = Pages
nav-ask = Ask us
call = Call { $phone }
foot-privacy = No trackers, nothing from third parties. What you write is read by the practice only.

practices-title = Which practice?

home-title = How can we help?
home-ask = Ask us something
home-answer = write now and a person answers by { $when }
home-no-hours = We can’t take messages here yet, because our hours are not entered. Please call us.
home-often = People often ask
home-find = Find us
start-scheduling = I want to book or move a visit
start-clinical = I have a question about my health
start-refill = I need a refill
start-referral = I need a referral
start-billing = I have a question about a bill
start-records = I need my records
start-complaint = I want to complain

ask-title = Ask us something
ask-lead = It takes a minute and needs no account. A person answers by { $when }.
ask-kind = What is it about?
ask-words = What do you need?
ask-words-help = In any language. If you feel very unwell, call us instead; in an emergency call the number above.
ask-name = Your name
ask-phone = Phone
ask-email = E-mail
ask-contact-help = A phone number or an e-mail address is enough. We only use it to answer you.
ask-about = Who is it for?
ask-about-help = Leave it empty if it is for you.
ask-location = Where
ask-location-any = It doesn’t matter
ask-interpreter = I need an interpreter

stopped-early = That was fast. Please read it once more, then press Send.
stopped-stale = The page lay open for a long time. Everything you typed is still here: please press Send once more.
stopped-trap = A hidden field was filled in, perhaps by your browser. Everything you typed is still here: please press Send once more.
stopped-many = Very many messages come in right now. Everything you typed is still here: please wait a minute and press Send, or call us.
kept-words = What you wrote
stopped-busy = The desk is very busy right now. Everything you typed is still here: please press Send again in a few seconds, or call us.

status-title = Your request
status-thanks = Thank you, we have your request
status-lead = #{ $number } · sent { $when }
status-answers = { $name } answers by { $when }.
status-somebody-answers = A person answers by { $when }.
status-answers-next = You read the answer on this page. If it can’t wait, call us.
status-late = You should have had an answer by { $when }. We are sorry.
status-late-next = We still answer. If it can’t wait, call us now.
status-answered = { $name } answered, { $when }.
status-answered-next = Write below if something is missing.
status-received = We have your request.
status-waiting-next = We wait for your answer: write it below.
status-settled = Your request is settled.
status-settled-next = Write below if something is missing; that opens it again.
status-sent = We have your words.
status-keep = Keep this address
status-keep-help = It is the only way back to this page. Save it or write it down; whoever has it can read your request.
status-thread = What was said
status-you = You
status-by = { $name }, { $practice }
status-automatic = Automatic
status-attempt = We tried to call you and did not reach you.
status-write-on = Write to us again
via-writing = Answered in writing.
via-phone = We spoke on the phone.
via-in-person = We spoke in person.
automatic-acknowledged = We have your message. If you feel unwell, call us; in an emergency call the number above.

expired-title = This link is no longer open
expired-lead = Links to a request close after a while, so that nobody else can read it. Ask us anew, or call.
expired-ask = Ask us something
