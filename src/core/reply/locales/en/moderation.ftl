# What the team reads: cards, the queue, decisions.

command-queue = show the tips that wait, oldest first
    .show-word = waiting|new|claimed|asked|mine|decided
    .show = which ones; all that wait if not said
    .from-word = NUMBER
    .from = from which one on
    .example = /queue mine
command-review = show a tip whole: words, photos, map
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .example = /review T-7K3Q9F
command-history = show who decided what on a tip, and when
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .example = /history T-7K3Q9F
command-claim = take a tip, so that colleagues know you are at it
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .example = /claim T-7K3Q9F
command-release = give a tip back to the queue
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .example = /release T-7K3Q9F
command-spam = mark a tip as spam; its sender is told nothing
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .example = /spam T-7K3Q9F
command-note = write a note on a tip for colleagues alone
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .text-word = NOTE
    .text = the note; the contact never sees it
    .example = /note T-7K3Q9F same convoy as on Monday?
command-decline = decline a tip; the contact is told, with your reason
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .reason-word = REASON
    .reason = kind words for the contact; none if not said
    .example = /decline T-7K3Q9F we could not find the place, thank you for writing
command-stats = show how long tips wait and who decides
    .days-word = DAYS
    .days = how many days back; 30 if not said
    .example = /stats 7

command-edit = correct what a tip’s draft says; shows the change before it is saved
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .field-word = FIELD
    .field = date, place, actors (attackers), targets, casualties, tactics or summary
    .value-word = VALUE
    .value = in plain words, as in a question; “none” empties it
    .example = /edit T-7K3Q9F place near Sukhnah
command-revise = save a correction of a tip’s draft
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .field-word = FIELD
    .field = date, place, actors (attackers), targets, casualties, tactics or summary
    .value-word = VALUE
    .value = in plain words, as in a question; “none” empties it
    .example = /revise T-7K3Q9F date 3 May 2025
command-relay = ask the contact of a tip; neither of you learns who the other is
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .text-word = QUESTION
    .text = your question; names of the team are taken out
    .example = /relay T-7K3Q9F which side of the road was it?
command-inquire = choose a ready question for the contact
    .tip-word = TIP
    .tip = the tip, such as T-7K3Q9F
    .about-word = ABOUT
    .about = what the question is about
    .example = /inquire T-7K3Q9F
edit-shown = { $ref }, { $name }. Not saved yet:
edit-before = Now
edit-after = Then
edit-save = Save
did-revise = Saved: { $name } of { $ref }.
did-ask = Asked. The answer will come onto the card of { $ref }.
inquire = What shall I ask about { $ref }? Or write: /ask { $ref } and your question
ready-question =
    .where = Where exactly was it?
    .when = On which day and at what time was it?
    .toll = How many were killed or hurt, and who were they?
    .who = Who did it, and how do you know?
    .saw = Did you see it yourself, or hear of it?

card-title = Tip { $ref }
card-from = From
card-contact = { $code } ({ $trust })
card-blocked = { $contact }, blocked
card-forgotten = somebody who asked to be forgotten
card-came = Came
card-state = State
card-state-with = { $state } – { $name }
card-media = Files
card-media-clean = { $clean } cleaned; “All of it” shows them
card-media-held = { $clean } cleaned, { $held } not shown (yet)
card-photo = Photo { $n } of the tip, cleaned
card-map = Where the tip says it was
card-destroyed = What was sent is destroyed.
card-part =
    .pin = Location: { $text } (to about a kilometre)
    .question = The team asked: { $text }
    .answer = Answer: { $text }
card-missing =
    .place = No place is known: /edit the place before publishing.
    .day = No day is known: /edit the date before publishing.
card-assumed =
    .place = The place is where the name lies, not an exact point.
    .day = The day is not exact.
    .involved = Named in no clear role: { $names }.
card-revised = Corrected by the team: { $fields }.
card-flags = Look closely: { $flags }.
card-duplicates = Likely the same:
card-merge = Merge into { $ref }
duplicate-km = { $km } km away
duplicate-days = { $n ->
        [0] the same day
        [one] { $n } day apart
       *[other] { $n } days apart
    }
duplicate-alike =
    .name = the same place name
    .attackers = the same attackers
    .targets = the same targets
    .tactics = the same tactics
    .killed = like casualties
    .words = like wording
card-button =
    .approve = Approve
    .claim = Claim
    .inquire = Ask
    .decline = Decline
    .review = All of it
    .release = Release
    .undo = Undo
    .history = History
contact-trust =
    .unknown = unknown
    .known = known
    .trusted = trusted
mod-state =
    .received = new
    .claimed = claimed
    .needs_info = waits for an answer
    .accepted = published
    .merged = merged
    .declined = declined
    .spam = spam
    .expired = expired
    .withdrawn = taken back
tip-flag =
    .first_time = the contact’s first tip
    .burst = many tips in a short time
    .reused_image = a photo that was sent before
    .mixed_script = letters of two scripts in one word
    .place_differs = a photo was taken elsewhere
    .time_differs = a photo was taken at another time
draft-field =
    .day = date
    .timeOfDay = time of day
    .place = place
    .tactics = tactics
    .attackers = attackers
    .targets = targets
    .involved = others named
    .tolls = casualties
    .targetObjects = what was hit
    .summary = summary
mod-hour = { $day }, about { $hour }:00
mod-hours = { $n ->
        [0] less than an hour
        [one] { $n } hour
       *[other] { $n } hours
    }
mod-days = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
mod-faster = Somebody was faster: { $what }
mod-changed-since = The tip has changed since that card was shown. Here it is now:
mod-cannot = That cannot be done: the tip is { $state }.

queue-counts = New { $received } · claimed { $claimed } · waiting for an answer { $asked }
queue-empty = Nothing waits here.
queue-no-gist = nothing was understood yet
queue-line = { $contact } · { $state } · { $waited }
queue-next = More

did-claim = { $ref } is yours, { $who }.
did-release = { $ref } is back in the queue.
did-spam = { $ref } is marked as spam. Its sender is told nothing.
did-note = Noted on { $ref }.
did-decline = { $ref } is declined. The contact is told, if they can be reached.

to-contact-accepted = Thank you: the team could use what you sent.
    .words = They say: { $words }
to-contact-declined = Thank you for writing. The team did not use what you sent this time.
    .words = They say: { $words }
to-contact-asked = The team asks about what you sent. You can answer here, in your own words, or not at all.
    .words = “{ $words }”
to-contact-reopened = The team looks once more at what you sent.
    .words = They say: { $words }

decider =
    .moderator = somebody
    .contact = the contact
    .clock = time
decision-event =
    .amend = { $who } added something on { $day }
    .answer = { $who } answered on { $day }
    .claim = { $who } claimed it on { $day }, { $time }
    .release = { $who } released it on { $day }, { $time }
    .ask = { $who } asked the contact on { $day }, { $time }
    .revise = { $who } corrected it on { $day }, { $time }
    .note = { $who } noted on { $day }, { $time }
    .approve = { $who } published it on { $day }, { $time }
    .merge = { $who } merged it on { $day }, { $time }
    .decline = { $who } declined it on { $day }, { $time }
    .spam = { $who } marked it as spam on { $day }, { $time }
    .undo = { $who } took the decision back on { $day }, { $time }
    .expire = it expired on { $day }
    .withdraw = { $who } took it back on { $day }
decision-detail =
    .reason = Reason: { $value }
    .note = { $value }
    .asked = Asked: { $value }
    .field = Field: { $value }
    .before = Before: { $value }
    .after = Now: { $value }
    .incident = Incident { $value }
    .gone = What was said is destroyed.
history-nothing = Nothing has been decided on it.

stats-title = The last { $days ->
        [one] day
       *[other] { $days } days
    }
stats-waiting = Waiting
stats-waiting-value = { $n }, the oldest for { $oldest }
stats-decided = Decided
stats-median = Half were decided within
stats-slowest = Slowest
stats-hours = { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
stats-none = –
stats-event =
    .approve = { $n } published
    .merge = { $n } merged
    .decline = { $n } declined
    .spam = { $n } spam

error-no-such-tip = I find no tip { $ref }. A tip is called T- and six letters or digits; /queue shows those that wait.
error-value-not-understood = I do not understand “{ $said }” as { $name }. Write it as in a question: “3 May 2025”, “near Sukhnah”, “3 soldiers killed, 2 wounded”, “ambush”.
error-contact-out-of-reach = This contact cannot be reached any more. What they sent stays here.
error-tip-incomplete = It cannot be published yet: { $words }
error-undo-too-late = A decision can be taken back for { $n } hours. This one is older: correct the incident instead.
error-no-such-contact = There is no contact { $name }. Codenames look like amber-heron; the card shows them.
error-no-such-name = I know no { $known } “{ $name }”.
error-name-exists = “{ $name }” is known already: { $known }.
error-not-the-same-person = This takes two people: somebody else of the team must agree.
