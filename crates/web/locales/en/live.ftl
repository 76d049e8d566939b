# Live screens, who else is here, drafts, keys, and the search that opens on /.
live-changes = Changes: { $n }
live-show = Show
live-new = New from { $name }
live-updated = This page was updated
live-offline = No connection. What you type stays on this page and is saved when the connection is back.
live-ended = You are signed out. What you typed stays on this page.
live-sign-in = Sign in
live-elsewhere = This changed while you were writing. What you typed is still here.
live-load = Load it again
present-looking = { $name } is looking
present-writing = { $name } is writing
draft-yours = Your draft from { $when }
draft-drop = Throw it away
draft-kept = Draft saved, { $when }
draft-other = Draft saved, { $when }. It replaced what you wrote in another window.
draft-gone = This draft was sent or thrown away in another window. Type on to start a new one.
draft-unsent = Not sent: there is no connection. Your words stay here; press Send again when it is back.
draft-waits = Not saved yet. It stays on this page, and we keep trying.
find-title = Find
find-label = A request’s number, a person, a page or something to do
find-help = Type a number such as 1042, a name, a phone number or the name of a page.
find-none = Nothing found. Try a number, fewer letters or another spelling.
find-request = Request
find-page = Page
find-action = On this page
find-found = { $n ->
    [one] 1 found
   *[other] { $n } found
  }
key-find = find a request, a person or a page
key-changes = show the changes that wait
key-sheet = see these keys
key-card = open the clinicians’ card of questions
