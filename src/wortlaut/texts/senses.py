"""What kind of statement it is: acts, stances, modality, conditions."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "act.assert": Message(en="says", de="sagt"),
    "act.deny": Message(en="denies", de="bestreitet"),
    "act.accuse": Message(en="accuses", de="beschuldigt"),
    "act.criticise": Message(en="criticises", de="kritisiert"),
    "act.demand": Message(en="demands", de="fordert"),
    "act.propose": Message(en="proposes", de="bietet an"),
    "act.announce": Message(en="announces", de="kündigt an"),
    "act.threaten": Message(en="threatens", de="droht"),
    "act.warn": Message(en="warns", de="warnt"),
    "act.refuse": Message(en="refuses", de="lehnt ab"),
    "act.approve": Message(en="approves", de="stimmt zu"),
    "act.defend": Message(en="defends", de="verteidigt"),
    "act.doubt": Message(en="doubts", de="bezweifelt"),
    "act.leave_open": Message(en="leaves open", de="lässt offen"),
    "act.expect": Message(en="expects", de="erwartet"),
    "act.admit": Message(en="admits", de="räumt ein"),
    "act.ask": Message(en="asks", de="fragt"),
    "act.decide": Message(en="decides", de="entscheidet"),
    "stance.distancing": Message(en="reported with distance", de="mit Abstand berichtet"),
    "stance.conceding": Message(en="reported as conceded", de="als eingeräumt berichtet"),
    "stance.evaluating": Message(en="reported with a judgement", de="wertend berichtet"),
    "modality.possible": Message(en="possible", de="möglich"),
    "modality.necessary": Message(en="necessary", de="notwendig"),
    "modality.conditional": Message(en="conditional", de="bedingt"),
    "modality.future": Message(en="in future", de="künftig"),
    "sense.repeated": Message(en="again", de="erneut"),
    "sense.earlier": Message(en="said earlier", de="früher gesagt"),
    "sense.negated": Message(en="negated", de="verneint"),
    "role.act": Message(en="act", de="Handlung"),
    "role.condition": Message(en="condition", de="Bedingung"),
    "role.consequence": Message(en="else", de="Folge"),
    "role.refers_to": Message(en="if not", de="sonst"),
    "role.answers": Message(en="answers", de="antwortet auf"),
    "role.said_before": Message(en="said before", de="gesagt vor"),
    "role.said_on": Message(en="said on", de="gesagt am"),
    "role.venue": Message(en="where", de="wo"),
    "role.via": Message(en="by way of", de="über"),
    "role.dispute": Message(en="disputed by", de="bestritten von"),
    "channel.spokesman": Message(en="spokesman", de="Sprecher"),
    "channel.document": Message(en="document", de="Schriftstück"),
    "channel.recording": Message(en="recording", de="Aufnahme"),
    "channel.agency": Message(en="agency", de="Agentur"),
    "channel.outlet": Message(en="outlet", de="Medium"),
    "help.demands": Message(
        en="List who demands, offers, threatens and refuses what, and what was answered.",
        de="Auflisten, wer was fordert, anbietet, androht und ablehnt, und was geantwortet wurde.",
    ),
    "help.demands.long": Message(
        en="Lists demands, offers, threats and refusals, the newest first: who, to whom where the article says it, "
        "what, on what condition, which demand a threat rests on (andernfalls), what was answered in the same article, "
        "and what may answer it in later ones. --act narrows the list to one of demand, propose, threaten, refuse.",
        de="Listet Forderungen, Angebote, Drohungen und Ablehnungen auf, die neuesten zuerst: wer, gegenüber wem, wo "
        "der Artikel es sagt, was, unter welcher Bedingung, auf welcher Forderung eine Drohung beruht (andernfalls) "
        "was im selben Artikel geantwortet wurde und was in späteren eine Antwort sein kann. "
        "--act beschränkt auf demand, propose, threaten oder refuse.",
    ),
    "demands.none": Message(en="There is none that passes these filters.", de="Es gibt keine, auf die das passt."),
    "demands.answer": Message(en="answer", de="Antwort"),
    "option.open_only": Message(
        en="only those to which no answer is known", de="nur die, auf die keine Antwort bekannt ist"
    ),
    "demands.later": Message(en="perhaps", de="vielleicht"),
    "part.act": Message(en="act", de="Handlung"),
    "metavar.ACT": Message(en="ACT", de="HANDLUNG"),
    "help.act": Message(
        en="only statements by which somebody does this: deny, demand, threaten …",
        de="nur Aussagen, mit denen jemand dies tut: deny, demand, threaten …",
    ),
    "part.said_on": Message(en="day", de="Tag"),
    "part.venue": Message(en="where", de="Ort"),
    "usage.days": Message(
        en="{option} {value}: the last day is before the first; write the earlier one first",
        de="{option} {value}: Der letzte Tag liegt vor dem ersten; schreiben Sie den früheren zuerst.",
    ),
    "help.said_on_decided": Message(
        en="the day on which it was said, or FIRST/LAST; none: the article does not tell",
        de="der Tag, an dem es gesagt wurde, oder ERSTER/LETZTER; none: Der Artikel sagt es nicht.",
    ),
    "help.venue_decided": Message(
        en="where or on which occasion it was said; none: the article does not tell",
        de="wo oder bei welcher Gelegenheit es gesagt wurde; none: Der Artikel sagt es nicht.",
    ),
    "help.said_from": Message(
        en="only what the article says was said on this day or later",
        de="nur was nach dem Artikel an diesem Tag oder später gesagt wurde",
    ),
    "help.said_to": Message(
        en="only what the article says was said on this day or earlier",
        de="nur was nach dem Artikel an diesem Tag oder früher gesagt wurde",
    ),
    "help.act_decided": Message(
        en="what the speaker does with it: deny, demand, threaten …",
        de="was der Sprecher damit tut: deny, demand, threaten …",
    ),
}
