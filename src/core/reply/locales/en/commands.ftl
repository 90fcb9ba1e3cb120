# Commands: the value says what it does, `.OPTION-word` stands for the option in usage, `.OPTION` explains it, `.example` shows one use.

command-ask = answer a question about recorded attacks; plain text does the same
    .text-word = QUESTION
    .text = a question in English or Arabic
    .example = /ask attacks near Sukhnah in April 2023
command-incident = show one incident with every account of it and its history
    .ref-word = REF
    .ref = the incident’s ref, such as BDY-7K3Q9F
    .example = /incident BDY-7K3Q9F
command-source = show what kind of source somebody is and what the store has from them
    .name-word = NAME
    .name = the source’s name, or part of it
    .example = /source SOHR
command-language = choose the language of replies
    .language-word = en|ar|auto
    .language = English, Arabic, or the language of each message
    .example = /language ar
command-help = show what can be asked and done
    .command-word = COMMAND
    .command = a command to explain
    .example = /help incident
command-more = show the next page of an answer
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .offset-word = FROM
    .offset = how many incidents to skip
    .after-word = REF
    .after = the incident that was listed last
    .example = /more
command-radius = ask the last question again with another radius
    .km-word = KM
    .km = kilometres around the place
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .example = /radius 50
command-grade = ask the last question again for some grades of evidence only
    .grades-word = GRADES
    .grades = one or more of confirmed, fair, weak, contested, with commas between
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .example = /grade confirmed,fair
command-sources = show who is behind an answer
    .answer-word = ANSWER
    .answer = the answer; the last one if not said
    .example = /sources

help-commands = Commands:
help-for-example = For example:

language-chosen = I will answer in English from now on. “/language auto” goes back to the language of each message.
language-auto = I will answer in the language of each message.

greeting = dalil: { $incidents ->
        [0] the store holds no incidents yet
        [one] one incident
       *[other] { $incidents } incidents
    }{ $until ->
        [none] .
       *[other] , the latest of { $until }.
    }
greeting-try = Try “{ example.near }” or “{ example.claimed }”. /help shows more; Ctrl-D ends.

history = History
history-entry = { $day }, { $who }: { $why }
history-changed = changed: { $fields }
incident-status =
    .archived = This incident has been archived.
    .retracted = This incident has been retracted: it no longer counts.

source-reliability = Reliability
    .A = A, completely reliable
    .B = B, usually reliable
    .C = C, fairly reliable
    .D = D, not usually reliable
    .E = E, unreliable
    .F = F, reliability cannot be judged
source-kind = Kind
    .monitor = monitoring group
    .media = media
    .state-media = state media
    .social-media = social media
    .belligerent-outlet = outlet of a belligerent
    .think-tank = think tank
    .analysis-site = analysis site
    .expert = expert
    .dataset = dataset
    .field-contact = field contact
source-affiliation = Affiliation
source-note = Note
source-holds = In the store
source-holds-value = { $accounts ->
        [0] no account
        [one] one account
       *[other] { $accounts } accounts
    }{ $incidents ->
        [0] {""}
        [one] {" "}of one incident
       *[other] {" "}of { $incidents } incidents
    }, { $statistics ->
        [0] no published figure
        [one] one published figure
       *[other] { $statistics } published figures
    }
source-documents = Read from:
sources-none = Nobody is behind that answer: the store holds nothing of it.

error-empty = That message was empty. Ask a question, such as “{ example.near }”.
error-too-long = That message has { $length } characters; I read up to { $longest }. Ask it in fewer words.
error-control-characters = That message holds control characters, which no keyboard types, so I did not read it. Type the question again.
error-other-script = I read English and Arabic, and that is neither. Ask in one of these, such as “{ example.near }”.
error-database-command = That reads like a command to a database, not like a question, so I did nothing with it. Ask in plain words, such as “{ example.near }”.
error-unknown-command = There is no command /{ $command }. /help lists them.
error-not-allowed = Your role may not use /{ $command }.
error-missing-option = Something is missing: { $option }. “/help { $command }” shows how it is used.
error-too-many-words = I do not know what to do with “{ $words }”. “/help { $command }” shows how it is used.
error-not-an-integer = { $option } must be a whole number, not “{ $said }”.
error-integer-too-small = { $option } must be { $min } or more.
error-integer-too-large = { $option } must be { $max } or less.
error-not-a-choice = { $option } must be one of { $choices }, not “{ $said }”.
error-no-such-incident = There is no incident { $ref }. A ref looks like BDY-7K3Q9F and stands first in every answer’s line.
error-no-such-source = I know no source called “{ $name }”. These are known: { $known }.
error-which-source = Several sources fit “{ $name }”: { $known }. Say which.
error-no-such-help = There is no command /{ $command } to explain. /help lists them.
error-nothing-to-continue = There is no earlier answer here to go on from. Ask a question first.
error-nothing-more = That was all of it.
error-answer-expired = That answer is no longer kept. Ask the question again.
error-failed = { failed }
