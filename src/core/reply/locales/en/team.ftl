# The team: who belongs to it and where it works.

command-enrol = join the team, or link a further account, with a code
    .code-word = CODE
    .code = the code that you were given, such as 4F7K-9QXM-2ZTD
    .name-word = NAME
    .name = the name that colleagues will see
    .example = /enrol 4F7K-9QXM-2ZTD Lina
command-team = show who is in the team; leads invite and revoke
    .do-word = list|invite|revoke
    .do = what to do; the list if not said
    .who-word = ROLE or NAME
    .who = a role for a new member; a name for a further account of theirs, or to revoke them
    .example = /team invite moderator
command-bind = make this chat the team’s: cards come here and decisions are taken here
    .off-word = off
    .off = no longer the team’s
    .example = /bind

team-role =
    .viewer = viewer
    .moderator = moderator
    .lead = lead
team-enrolled = Welcome, { $name }: you are in the team as { $role }. Decisions are taken in the team’s chats.
team-linked = This account is now { $name }’s too ({ $role }).
team-code = Code for { $for }, good once, for { $minutes } minutes: { $code }
    They send it to me in private: /enrol { $code } NAME
team-revoked = { $name } is no longer in the team. Nothing that they press or type from now on decides anything.
team-members = In the team: { $members }.
team-nobody = Nobody is in the team yet.
team-bound = This chat is the team’s now: new tips are shown here, and decisions are taken here.
team-bound-already = This chat is the team’s already.
team-unbound = This chat is no longer the team’s.
team-not-bound = This chat was not the team’s.

error-no-such-code = That code is not good (any more). Codes work once, for ten minutes; ask for a new one.
error-member-name-taken = Somebody in the team has that name. Send the code again with another: /enrol CODE NAME.
error-bad-member-name = A name has up to 40 letters, digits, spaces, dots and dashes, and begins with a letter or digit.
error-no-such-member = “{ $name }” is neither a role ({ $roles }) nor somebody in the team. /team shows who is.
error-leads-alone = Only a lead of the team may do that.
error-bind-alone = A private chat cannot be the team’s: send /bind in the group or channel where the team works.
error-not-own-words = What was forwarded, edited or sent through another bot decides nothing. Send /{ $command } anew, in your own words, or press the button under the card itself.
error-not-in-chat = You are no longer in this chat, so you decide nothing in it.
error-presence-unknown = Nothing was done: I could not find out whether you are in this chat. Make the bot an administrator of it (it needs no rights), and send /{ $command } again.
error-no-role-there = Nothing was done: you have none of the roles on this server that the team’s work takes, or this is another server. Whoever runs the server gives them.
error-decided-elsewhere = The team decides in its own chats, and this is none of them: send /{ $command } there.

consent-wanted = { $who } wants { $what }. It takes a second person: somebody other than { $who } agrees by { $time } (Damascus), or it is off.
consent-what =
    .publish = { $ref } to be published, a tip of a contact whom nobody knows yet
    .reveal = to be told who { $code } is on their platform, for this reason: “{ $reason }”
    .wipe = all keys to be destroyed, so that nothing that contacts sent can ever be read again
consent-agree = Agree
consent-asked = Noted. Somebody else must agree by { $time } (Damascus); the team’s chats are told.
consent-own = You asked for this yourself. Somebody else must agree by { $time } (Damascus), or it is off.
consent-wipe-sure = All keys are destroyed for good: nothing that contacts sent, and no way to reach them, is left. There is no way back.
consent-wipe = Destroy all keys

heed = { $name } has { $ref }. Nothing is done yet.
heed-since = { $name } has { $ref }, since { $since }. Nothing is done yet.
heed-button =
    .claim = Take it over
    .approve = Publish all the same
    .merge = Merge all the same
    .edit = Correct all the same
    .decline = Decline all the same
    .spam = It is spam all the same
