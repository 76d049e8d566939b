# What went wrong, and what to do.
problem-home = To the start
problem-missing = This page isn’t here
problem-help-missing = Check the address, or begin at the start.
problem-encoding = This text can’t be read
problem-help-encoding = Its letters are not in UTF-8. Go back and type it again, or send it from another browser.
problem-content-type = This is not a form of ours
problem-help-content-type = Send it as application/x-www-form-urlencoded, as the pages do.
problem-too-large = This is too long
problem-help-too-large = Go back and shorten it; for a long letter, send the important part and say that there is more.
problem-method = This can’t be done here
problem-help-method = Begin at the start and use the buttons of the page.
problem-forged = This form did not come from our page
problem-help-forged = Go back, load the page again and send it once more. Sign in again if that doesn’t help.
problem-refused = This can’t be done now
problem-invalid = Something in this form can’t be taken
problem-help-invalid = Go back, check what you typed and send it again.
problem-too-many = Too many at once
problem-help-too-many = Wait a minute and try again.
problem-busy = The desk is very busy
problem-help-busy = Nothing was lost and nothing was saved. Try again in a few seconds; if it can’t wait, call the practice.
problem-internal = Something broke on our side
problem-help-internal = It is noted. Try again; if it can’t wait, call the practice.

# Why the rules refuse something.
refusal-spoke-first = What was said stands below. Yours was not sent and is kept in its box: send it as well, or leave it.
refusal-merged = This request was joined to another one. Go on there.
refusal-closed = This request is closed for good.
refusal-reply-pending = A reply is on its way. Wait ten seconds, or take it back first.
refusal-nothing-pending = It is too late to take the reply back.
refusal-reason-needed = The patient waits for an answer. Say why none is needed, or answer.
refusal-obliged = The second clock still wants its finding and reply.
refusal-snooze-in-past = Choose a time later than now.
refusal-no-hours = The practice has no opening hours, so it can’t say when it answers. Please call.
refusal-same = A request can’t be joined to itself.
refusal-other-person = These requests are not known to be from one person, and joined each would show the words of both. Answer them apart.
refusal-already-so = It stands so already.
