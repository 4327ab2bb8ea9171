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
    "role.said_on": Message(en="said on", de="gesagt am"),
    "part.act": Message(en="act", de="Handlung"),
    "metavar.ACT": Message(en="ACT", de="HANDLUNG"),
    "help.act": Message(
        en="only statements by which somebody does this: deny, demand, threaten …",
        de="nur Aussagen, mit denen jemand dies tut: deny, demand, threaten …",
    ),
    "help.act_decided": Message(
        en="what the speaker does with it: deny, demand, threaten …",
        de="was der Sprecher damit tut: deny, demand, threaten …",
    ),
}
