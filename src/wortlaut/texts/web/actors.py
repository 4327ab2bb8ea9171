"""What the pages of actors say in the browser, and how people sign what they decide."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "cast.place": Message(en="Actors", de="Akteure"),
    "cast.heading": Message(en="Who speaks", de="Wer spricht"),
    "cast.name_part": Message(en="part of a name", de="Teil eines Namens"),
    "cast.of_kind": Message(en="kind", de="Art"),
    "cast.any": Message(en="any", de="alle"),
    "cast.named": Message(en="name", de="Name"),
    "cast.says": Message(en="says", de="sagt"),
    "cast.spoken_to": Message(en="is spoken to", de="wird angesprochen"),
    "cast.aimed_at": Message(en="is aimed at", de="ist gemeint"),
    "cast.span": Message(en="first and last", de="zuerst und zuletzt"),
    "cast.more": Message(
        en="There are more; type a part of a name.", de="Es gibt mehr; tippen Sie einen Teil eines Namens."
    ),
    "cast.nobody": Message(en="Nobody of that name speaks here.", de="Niemand dieses Namens spricht hier."),
    "cast.statements": Message(en="statements", de="Aussagen"),
    "cast.times_addressed": Message(en="times spoken to", de="mal angesprochen"),
    "cast.times_targeted": Message(en="times aimed at", de="mal gemeint"),
    "cast.who": Message(en="Who it is", de="Wer es ist"),
    "cast.also": Message(en="also", de="auch"),
    "cast.by_people": Message(en="given by people", de="von Menschen gegeben"),
    "cast.office": Message(en="office", de="Amt"),
    "cast.called": Message(en="called", de="genannt"),
    "cast.today": Message(en="today", de="heute"),
    "cast.does": Message(en="What it does", de="Was getan wird"),
    "cast.no_act": Message(en="act not known", de="Handlung nicht bekannt"),
    "cast.bar": Message(en="{month}, {act}: {count}", de="{month}, {act}: {count}"),
    "cast.over_time": Message(en="Statements by month and act", de="Aussagen nach Monat und Handlung"),
    "cast.addresses": Message(en="Speaks to", de="Spricht zu"),
    "cast.addressed_by": Message(en="Is spoken to by", de="Wird angesprochen von"),
    "cast.mentioned_by": Message(en="Is named by", de="Wird genannt von"),
    "cast.none_known": Message(en="nobody known", de="niemand bekannt"),
    "cast.events": Message(en="Announced events", de="Angekündigte Ereignisse"),
    "cast.latest": Message(en="Latest statements", de="Letzte Aussagen"),
    "cast.all": Message(en="All statements", de="Alle Aussagen"),
    "cast.silent": Message(en="No statements are known.", de="Aussagen sind nicht bekannt."),
    "cast.maybe": Message(en="Mentions that may mean it", de="Erwähnungen, die gemeint sein können"),
    "cast.maybe_why": Message(
        en="They lead to nobody; of those who may be meant this is one.",
        de="Sie führen zu niemandem; unter denen, die gemeint sein können, ist dieser Name.",
    ),
    "cast.maybe_more": Message(en="Only the newest were looked at.", de="Nur die neuesten wurden angesehen."),
    "cast.decide": Message(en="Decide", de="Entscheiden"),
    "cast.action": Message(en="what", de="was"),
    "cast.do.rename": Message(en="is called", de="heißt"),
    "cast.do.alias": Message(en="is also called", de="heißt auch"),
    "cast.do.unalias": Message(en="is not called", de="heißt nicht"),
    "cast.do.merge": Message(en="is the same as", de="ist dasselbe wie"),
    "cast.do.apart": Message(en="is not the same as", de="ist nicht dasselbe wie"),
    "cast.name_or_id": Message(en="name or id", de="Name oder Kennung"),
    "cast.decided": Message(
        en="Kept as entry {number} of the history; it can be undone there.",
        de="Als Eintrag {number} im Verlauf festgehalten; dort lässt es sich zurücknehmen.",
    ),
    "sign.by": Message(en="your name", de="Ihr Name"),
    "sign.why": Message(en="reason", de="Grund"),
    "sign.decide": Message(en="Decide", de="Entscheiden"),
}
