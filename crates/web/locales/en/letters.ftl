# Letters, and the pages of links: invitations and another password. No letter names a person or what was asked.
letter-subject-arrived = { $practice }: your request reached us
letter-text-arrived =
    Your request reached { $practice }.

    Here you see when you can expect an answer, read it, and write on:
    { $link }

    Keep this link to yourself: whoever has it can read your request. To protect your privacy, nothing about it stands in this e-mail.
letter-subject-answer = { $practice }: an answer is waiting for you
letter-text-answer =
    { $practice } has answered you.

    Read it and write back here:
    { $link }

    Keep this link to yourself: whoever has it can read your request. To protect your privacy, nothing about it stands in this e-mail.
letter-subject-message = { $practice }: a message for you
letter-text-message =
    There is a message for you from { $practice }.

    Open it here:
    { $link }

    Keep this link to yourself. To protect your privacy, nothing else stands in this e-mail.
letter-emergency = In an emergency, don’t wait for us: call { $emergency }.
letter-phone = You can also call us: { $phone }
letter-end = Nobody reads what is sent to this address.
letter-subject-invitation = { $practice } invites you to its desk
letter-text-invitation =
    { $practice } invites you to work at its desk in Anteroom.

    Accept here, once, within two weeks:
    { $link }

    If you don’t know why you got this, do nothing.
letter-subject-reset = { $practice }: choose another password
letter-text-reset =
    Somebody asked for another password for this address in Anteroom.

    If it was you, choose it here within an hour:
    { $link }

    If it wasn’t you, do nothing: your password stays as it is.
letter-subject-ring = Please acknowledge request #{ $number } now
letter-text-ring =
    Request #{ $number } may be an emergency. Open it and acknowledge it:
    { $link }

    Until somebody does, the next person is rung.
letter-subject-test = { $practice }: mail works
letter-text-test = This is the test letter that you asked for. { $practice } can send mail.

invitation-title = Join { $practice }
invitation-lead = { $practice } invites you to its desk, to sign in as { $login }.
invitation-password-help = If you sign in to Anteroom with this address already, use that password. Otherwise choose one of at least { $limit } characters.
invitation-name = Your name
invitation-password = Password
invitation-do = Accept
invitation-here-already = You work here already
invitation-here-already-help = Sign in as you always do.
gone-title = This link leads nowhere any more
gone-invitation = It was used, taken back, or is too old. Ask whoever invited you for a new one.
gone-reset = It was used, or is more than an hour old. Ask for a new one.
gone-again = Ask for a new link

reset-forgot = Forgot your password?
reset-title = Another password
reset-lead = Type the e-mail address that you sign in with. We send you a link to choose another password.
reset-do = Send me a link
reset-asked = Look into your mailbox
reset-asked-help = If this address signs in here and its practice sends mail, a link is on its way. It works for one hour. If nothing comes, or if you work at more than one practice, ask your administrator.
reset-back = Back to sign in
reset-set-lead = Choose another password. Wherever you are signed in now, you will be signed out.
reset-password = New password
reset-password-help = At least { $limit } characters. A few words that only you would put together are good.
reset-set-do = Save the password
reset-set = Your password is changed. Sign in with it.

settings-title-mail = Mail
settings-holds-mail = The mail server that carries letters to patients and colleagues, and the letters that somebody has to look at.
mail-state-on = Letters are sent
mail-state-off = No mail is set up: patients read answers on their status page only
mail-server = Mail server
setting-mail-host = Server
setting-mail-port = Port
setting-mail-security = Encryption
setting-mail-user = User name
setting-mail-password = Password
setting-mail-from-name = Name on the letters
setting-mail-from-address = Address on the letters
mail-help-host = As smtp.example.com.
mail-help-port = Left empty, the usual one.
mail-help-user = Left empty, the server asks for none.
mail-help-password = A password is kept sealed and never shown. Leave it empty to keep it.
mail-help-password-none = It is kept sealed and never shown again.
mail-security-tls = TLS from the start (usual port 465)
mail-security-starttls = STARTTLS, required (usual port 587)
mail-security-none = None: only to a server on this very machine
mail-lost = The password can’t be opened
mail-lost-help = The key file that it was sealed with is not here. Type the password again, or put the old key file back. Nothing else is lost.
mail-key-nowhere = There is no key file
mail-key-nowhere-help = Passwords are sealed with a key file outside the database. Start Anteroom with --key-file and a path, then save again.
mail-key-exposed = Others can read the key file
mail-key-exposed-help = Make it readable by its owner alone (chmod 600), then save again.
mail-key-unreadable = The key file can’t be used
mail-key-unreadable-help = It can’t be read or written, or holds no key. Nothing was saved.
mail-test = Send a test letter to me
mail-test-help = It goes to the address that you sign in with. If it can’t be sent, it stands below and says why.
mail-tested = The test letter is on its way. Look into your mailbox in a minute.
mail-forget = Send no mail any more
mail-forget-help = The password is deleted. Patients then read answers on their status page only.
mail-outbox = Outbox
mail-waiting = { $n ->
    [0] No letter waits.
    [one] One letter waits to be sent.
   *[other] { $n } letters wait to be sent.
}
mail-unknown = Nobody knows whether these arrived
mail-unknown-help = The server took them and never said yes. They are not sent again by themselves.
mail-failed = These did not go
mail-none = Nothing needs a look.
mail-about = about #{ $number }
mail-again = Send again
mail-arrived = It arrived
letter-name-arrived = Receipt of a request
letter-name-answer = News of an answer
letter-name-invitation = Invitation
letter-name-reset = Another password
letter-name-ring = Ring
letter-name-test = Test letter
letter-why-refused = The server refused the address or the letter for good.
letter-why-busy = The server was busy, again and again.
letter-why-unreachable = The server could not be reached.
letter-why-sign-in = The server refused our name, our password or our address.
letter-why-encryption = The server offers no encryption that can be trusted.
letter-why-walled = The server’s address is closed to this installation. Its operator can open it with --egress.
letter-why-not-set = No mail was set up, the password could not be opened, or the public address is not known.
letter-why-no-address = There is no address that may be written to.
letter-why-too-many = The address had too many letters within an hour.
letter-why-over = What it was about is over.
letter-why-person = Somebody looked and said so.

settings-title-invitations = Invitations
settings-holds-invitations = Who is invited to work here. A link is shown once, and mailed if mail is set up.
invitations-state = Make a link for a new colleague
invitations-new = Invite somebody
setting-login = E-mail address to sign in with
invitations-do = Invite
invitations-open = Waiting for an answer
invitations-none = Nobody is invited at the moment.
invitations-until = until { $when }
invitations-again = New link
invitations-withdraw = Take back
handed-title = Here is the link
handed-lead = It is shown this once. Hand it to { $name } yourself, by a way that you trust. It works once.
handed-mailed = A letter with a link of its own is on its way to them, too.
handed-label = Link
handed-back = Done
handed-reset-lead = It is shown this once and works for an hour. Hand it to your colleague yourself, by a way that you trust.
handed-not-theirs = No link was made
handed-not-theirs-help = This account opens another practice’s desk, too, so no link from here may open it. Whoever runs this installation can give it another password.
handed-no-account = This colleague never signs in, so there is no password to change.
handed-make-title = Another password
handed-make-help = You get a link, once, to hand to them. With it they choose another password, and are signed out everywhere. Not for an account that belongs to another practice, too.
handed-make = Make a link

# Today, for administrators.
letters-unknown = { $n ->
    [one] One letter may not have arrived.
   *[other] { $n } letters may not have arrived.
}
letters-failed = { $n ->
    [one] Since yesterday one letter could not be sent.
   *[other] Since yesterday { $n } letters could not be sent.
}
letters-astray-more = Nothing is sent twice by itself: look, and say whether it is sent again.
letters-astray-do = See the letters
