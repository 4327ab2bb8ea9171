"""What is told of why a statement is somebody's."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

_LABELS = {
    "why.words": Message(en="words", de="Worte"),
    "why.way": Message(en="found by", de="gefunden"),
    "why.candidates": Message(en="candidates", de="Kandidaten"),
    "why.decision": Message(en="decided", de="Ergebnis"),
    "why.confidence": Message(en="confidence", de="Sicherheit"),
    "why.name": Message(en="name from", de="Name aus"),
    "why.office": Message(en="office from", de="Amt aus"),
    "why.term": Message(en="list", de="Liste"),
    "why.actor": Message(en="actor", de="Akteur"),
    "why.nobody": Message(en="nobody of these", de="niemand von diesen"),
    "why.nobody_weight": Message(en="what nobody starts with", de="womit niemand beginnt"),
    "why.itself": Message(en="{name} (by itself)", de="{name} (für sich)"),
    "why.no_words": Message(en="none: the article mentions nobody here", de="keine: Der Artikel nennt hier niemanden"),
    "why.sure": Message(
        en="the reader is {sure} sure of them (a name is mostly shown from {least} on)",
        de="der Leser ist sich ihrer zu {sure} sicher (ab {least} wird meist ein Name gezeigt)",
    ),
    "why.of_utterance": Message(en="behind words such as “Angaben”", de="hinter Worten wie „Angaben“"),
    "why.set_aside": Message(
        en="They tell of whom or to whom something is said, so somebody else was looked for.",
        de="Sie sagen, von wem oder zu wem etwas gesagt wird; darum wurde jemand anders gesucht.",
    ),
    "why.left_out": Message(
        en="{name} is no candidate: named here, but not as who speaks.",
        de="{name} ist kein Kandidat: hier genannt, aber nicht als wer spricht.",
    ),
    "why.by_rule": Message(
        en="{way} (plain rule, right in {share} of cases)", de="{way} (feste Regel, in {share} der Fälle richtig)"
    ),
    "why.by_choice": Message(
        en="{way} (the model chose; candidates: {count})", de="{way} (das Modell hat gewählt; Kandidaten: {count})"
    ),
    "why.by_none": Message(en="{way} (candidates: none)", de="{way} (Kandidaten: keine)"),
    "why.by_speaker": Message(
        en="“ich” inside a statement: whoever makes that one", de="„ich“ in einer Aussage: wer diese macht"
    ),
    "why.more_features": Message(en="{count} smaller ones: {points}", de="{count} kleinere: {points}"),
    "why.more_candidates": Message(en="{count} others", de="{count} weitere"),
    "why.at": Message(en="“{words}” (characters {start} to {end})", de="„{words}“ (Zeichen {start} bis {end})"),
    "why.since": Message(
        en="{office} since {start}, on {as_of} still so: {source}",
        de="{office} seit {start}, am {as_of} noch immer: {source}",
    ),
    "why.from_to": Message(
        en="{office} from {start} to {end}: {source}", de="{office} von {start} bis {end}: {source}"
    ),
    "why.product": Message(en="{certainty} × {sure} = {confidence}", de="{certainty} × {sure} = {confidence}"),
    "why.open_actor": Message(en="open", de="offen"),
    "why.who_holds": Message(en="A person said: {who}.", de="Ein Mensch sagte: {who}."),
    "why.decided_below": Message(
        en="What follows is what the program finds by itself.", de="Was folgt, findet das Programm von sich aus."
    ),
    "why.differs": Message(
        en="The record has something else, from {made_by}: {who}. What follows is of {now_by}; `wortlaut resolve` "
        "brings it in.",
        de="Die Sammlung hat etwas anderes, von {made_by}: {who}. Was folgt, ist von {now_by}; `wortlaut resolve` "
        "übernimmt es.",
    ),
    "why.nobody_looked": Message(
        en="The record does not say who is meant. What follows is what the program finds now.",
        de="Die Sammlung sagt nicht, wer gemeint ist. Was folgt, findet das Programm jetzt.",
    ),
    "why.unheard": Message(
        en="It does not count ({standing}). What follows is what the program would find.",
        de="Sie zählt nicht ({standing}). Was folgt, fände das Programm.",
    ),
    "why.no_party": Message(en="No party was found in it.", de="Darin wurde niemand gefunden."),
}

_OUTCOMES = {
    "outcome.named": Message(en="the name is shown", de="der Name wird gezeigt"),
    "outcome.named_choice": Message(
        en="the name is shown: {share} are at least {least}, and more than the {nobody} of nobody",
        de="der Name wird gezeigt: {share} sind mindestens {least} und mehr als die {nobody} von niemandem",
    ),
    "outcome.described": Message(
        en="there is no name to show: it is called as in the article",
        de="es gibt keinen Namen: genannt wie im Artikel",
    ),
    "outcome.by_itself": Message(
        en="nobody with a name is likely enough: it is called as in the article",
        de="niemand mit Namen ist wahrscheinlich genug: genannt wie im Artikel",
    ),
    "outcome.mention_unsure": Message(
        en="no name is shown: that these words mention the party is only {sure} sure",
        de="kein Name wird gezeigt: Dass diese Worte den Beteiligten nennen, ist nur zu {sure} sicher",
    ),
    "outcome.rule_unsure": Message(
        en="no name is shown: {share} are less than {least}",
        de="kein Name wird gezeigt: {share} sind weniger als {least}",
    ),
    "outcome.too_little": Message(
        en="no name is shown: the best has {share}, less than {least}",
        de="kein Name wird gezeigt: Der beste hat {share}, weniger als {least}",
    ),
    "outcome.nobody_likelier": Message(
        en="no name is shown: the best has {share}, nobody {nobody}",
        de="kein Name wird gezeigt: Der beste hat {share}, niemand {nobody}",
    ),
    "outcome.nobody_fits": Message(
        en="no name is shown: the article has nobody who fits",
        de="kein Name wird gezeigt: Der Artikel hat niemanden, der passt",
    ),
    "outcome.open": Message(
        en="no name is shown: the words leave open who it is",
        de="kein Name wird gezeigt: Die Worte lassen offen, wer es ist",
    ),
}

_WAYS = {
    "way.full_name": Message(en="a full name", de="ein voller Name"),
    "way.short_name": Message(
        en="a short form of a name that stands in full elsewhere",
        de="die Kurzform eines Namens, der anderswo ganz steht",
    ),
    "way.lone_name": Message(en="a name that stands nowhere in full", de="ein Name, der nirgends ganz steht"),
    "way.bare_name": Message(
        en="a single word that nothing tells to be a person's name",
        de="ein einzelnes Wort, das nichts als Namen einer Person ausweist",
    ),
    "way.body": Message(en="an organisation, by its noun", de="eine Organisation, nach ihrem Hauptwort"),
    "way.body_by_name": Message(en="an organisation, by its own name", de="eine Organisation, nach ihrem Namen"),
    "way.bare_body": Message(en="an organisation, by a bare noun", de="eine Organisation, nach einem bloßen Hauptwort"),
    "way.group": Message(en="several people", de="mehrere Menschen"),
    "way.unnamed": Message(en="one person without a name", de="ein Mensch ohne Namen"),
    "way.document": Message(en="a document", de="ein Dokument"),
    "way.unknown": Message(en="words that leave open who it is", de="Worte, die offen lassen, wer es ist"),
    "way.pronoun": Message(en="a pronoun", de="ein Fürwort"),
    "way.description": Message(en="a description of a person", de="die Beschreibung einer Person"),
    "way.body_description": Message(en="a description of an organisation", de="die Beschreibung einer Organisation"),
    "way.anyone": Message(
        en="all persons and organisations of the article", de="alle Personen und Organisationen des Artikels"
    ),
    "way.empty": Message(en="no words that say who it is", de="keine Worte, die sagen, wer es ist"),
    "form.empty": Message(en="neither noun nor pronoun", de="weder Haupt- noch Fürwort"),
    "form.pronoun": Message(en="pronoun", de="Fürwort"),
    "form.name": Message(en="name", de="Name"),
    "form.noun": Message(en="noun", de="Hauptwort"),
    "form.backward": Message(en="points back", de="weist zurück"),
    "form.first_person": Message(en="first person", de="erste Person"),
    "gender.masculine": Message(en="masculine", de="männlich"),
    "gender.feminine": Message(en="feminine", de="weiblich"),
    "gender.neuter": Message(en="neuter", de="sächlich"),
    "gender.plural": Message(en="plural", de="Mehrzahl"),
    "gender.or": Message(en=" or ", de=" oder "),
}

_FEATURES = {
    "feature.constant": Message(en="what each candidate starts with", de="womit jeder Kandidat beginnt"),
    "feature.same_sentence": Message(en="named in the same sentence", de="im selben Satz genannt"),
    "feature.one_sentence_before": Message(en="named one sentence before", de="einen Satz davor genannt"),
    "feature.two_before": Message(en="named two sentences before", de="zwei Sätze davor genannt"),
    "feature.three_or_four_before": Message(
        en="named three or four sentences before", de="drei oder vier Sätze davor genannt"
    ),
    "feature.further_before": Message(en="named further before", de="weiter davor genannt"),
    "feature.only_behind": Message(en="named only further on", de="erst danach genannt"),
    "feature.nearest": Message(en="named last before", de="zuletzt davor genannt"),
    "feature.last_speaker": Message(en="spoke last", de="hat zuletzt gesprochen"),
    "feature.last_but_one": Message(en="spoke last but one", de="hat vorletzt gesprochen"),
    "feature.spoke_before": Message(en="has spoken before", de="hat schon gesprochen"),
    "feature.is_next_speaker": Message(en="is named as who speaks next", de="ist genannt als wer als Nächstes spricht"),
    "feature.agrees_exactly": Message(en="gender and number are known", de="Geschlecht und Zahl sind bekannt"),
    "feature.person": Message(en="is a person", de="ist eine Person"),
    "feature.organisation": Message(en="is an organisation", de="ist eine Organisation"),
    "feature.no_name": Message(en="has no name of its own", de="hat keinen eigenen Namen"),
    "feature.opens_its_sentence": Message(en="stands first in a sentence", de="steht vorn in einem Satz"),
    "feature.is_oblique": Message(en="stands in an oblique case", de="steht nicht im ersten Fall"),
    "feature.often_mentioned": Message(en="is often mentioned", de="ist oft genannt"),
    "feature.same_role": Message(en="is called by the same noun", de="heißt anderswo ebenso"),
    "feature.role_ends_alike": Message(
        en="is called by a noun that ends alike", de="heißt anderswo so, dass es gleich endet"
    ),
    "feature.other_role": Message(en="is called otherwise", de="heißt anderswo anders"),
    "feature.same_attribute": Message(en="shares a word beside the noun", de="teilt ein Wort beim Hauptwort"),
    "feature.other_origin": Message(en="is of another country", de="gehört zu einem anderen Land"),
    "feature.held_the_office": Message(
        en="held the office on that day, by the list", de="hatte laut Liste das Amt an dem Tag"
    ),
    "feature.stands_beside": Message(en="stands right before, with a comma", de="steht mit Komma direkt davor"),
    "feature.stands_in_a_quotation": Message(en="stands in a quotation", de="steht in einem Zitat"),
    "feature.alone": Message(en="is nobody but the description", de="ist niemand als die Beschreibung selbst"),
    "feature.alone_with_more": Message(
        en="and the description says of what or whom", de="und die Beschreibung sagt, wovon oder von wem"
    ),
    "feature.in_the_frame": Message(
        en="is named in the words around the statement", de="ist in den Worten um die Aussage genannt"
    ),
    "feature.beside_the_cue": Message(en="stands beside the cue", de="steht neben dem Redewort"),
    "feature.passive": Message(en="the cue leaves open who spoke", de="das Redewort lässt offen, wer sprach"),
    "feature.no_cue": Message(en="there is no cue", de="es gibt kein Redewort"),
    "feature.goes_on": Message(
        en="spoke last, and this goes on at once", de="hat zuletzt gesprochen, und es geht gleich weiter"
    ),
    "feature.same_paragraph": Message(en="named in the same paragraph", de="im selben Absatz genannt"),
    "feature.in_brackets": Message(en="stands in brackets", de="steht in Klammern"),
    "feature.before_a_relative": Message(
        en="stands right before the relative clause", de="steht direkt vor dem Relativsatz"
    ),
    "feature.this_one_first_in_its_sentence": Message(
        en="of “dieser”: stands first in a sentence", de="bei „dieser“: steht vorn in einem Satz"
    ),
    "feature.this_one_last_speaker": Message(en="of “dieser”: spoke last", de="bei „dieser“: hat zuletzt gesprochen"),
    "feature.this_one_oblique": Message(
        en="of “dieser”: stands in an oblique case", de="bei „dieser“: steht nicht im ersten Fall"
    ),
    "feature.own_words_same_sentence": Message(
        en="of “own words”: in the same sentence", de="bei „eigenen Angaben“: im selben Satz"
    ),
    "feature.alone_told_before": Message(en="somebody was called so before", de="schon vorher wurde jemand so genannt"),
    "feature.backward": Message(en="“accordingly” points back", de="„demnach“ weist zurück"),
    "feature.asks_one_person": Message(
        en="the words mean one man or one woman", de="die Worte meinen einen Mann oder eine Frau"
    ),
    "feature.follows_in_the_sentence": Message(en="follows soon in the same sentence", de="folgt bald im selben Satz"),
}

_ASKING = {
    "help.show_why": Message(
        en="Print why a statement is whose it is: ARTICLE is a statement's id. With --json one object "
        "(docs/why.schema.json).",
        de="Ausgeben, warum eine Aussage von wem ist: ARTIKEL ist die Kennung einer Aussage. Mit --json ein Objekt "
        "(docs/why.schema.json).",
    ),
    "usage.why_article": Message(
        en="--why is about one statement, and {value} is no statement's id. `wortlaut show {value}` shows the ids.",
        de="--why gilt einer Aussage, und {value} ist keine Kennung einer Aussage. `wortlaut show {value}` zeigt sie.",
    ),
    "usage.why_alone": Message(
        en="--why goes with neither --html nor --all.", de="--why geht weder mit --html noch mit --all."
    ),
}

TEXTS = _LABELS | _OUTCOMES | _WAYS | _FEATURES | _ASKING
