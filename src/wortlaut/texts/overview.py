"""What the record holds, at a glance."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.overview": Message(
        en="Show what the record holds: over time, by outlet, act and type, how certain it is, what came in last.",
        de="Zeigen, was die Sammlung enthält: über die Zeit, nach Medium, Handlung und Art, wie sicher es ist, was "
        "zuletzt hereinkam.",
    ),
    "overview.holds": Message(
        en="{statements} statements in {articles} articles", de="{statements} Aussagen in {articles} Artikeln"
    ),
    "overview.none": Message(
        en="The record is empty. `wortlaut read` puts articles into it.",
        de="Die Sammlung ist leer. `wortlaut read` nimmt Artikel auf.",
    ),
    "overview.undated": Message(en="{statements} without a day", de="{statements} ohne Tag"),
    "overview.time.day": Message(en="statements by day", de="Aussagen nach Tagen"),
    "overview.time.week": Message(en="statements by week", de="Aussagen nach Wochen"),
    "overview.time.month": Message(en="statements by month", de="Aussagen nach Monaten"),
    "overview.time.year": Message(en="statements by year", de="Aussagen nach Jahren"),
    "overview.acts": Message(en="acts", de="Handlungen"),
    "overview.types": Message(en="types", de="Arten"),
    "overview.outlets": Message(en="outlets", de="Medien"),
    "overview.other_outlets": Message(en="and {number} others", de="und {number} weitere"),
    "overview.certainty": Message(en="certainty of the least certain part", de="Sicherheit des unsichersten Teils"),
    "overview.people": Message(en="people", de="Menschen"),
    "overview.decided": Message(en="decided about", de="darüber entschieden"),
    "overview.undecided": Message(en="not looked at", de="noch nicht angesehen"),
    "overview.waiting": Message(en="decisions that wait for a place", de="Entscheidungen, die auf eine Stelle warten"),
    "overview.arrived": Message(en="came in last", de="zuletzt hereingekommen"),
    "overview.arrived_statements": Message(en="statements: {number}", de="Aussagen: {number}"),
    "overview.version": Message(en="version {number}", de="Fassung {number}"),
    "overview.feeds": Message(en="feeds", de="Feeds"),
    "overview.feed.fine": Message(en="followed", de="verfolgt"),
    "overview.feed.failing": Message(en="failed {number} times in a row", de="{number}-mal nacheinander misslungen"),
    "overview.feed.gone": Message(en="gone", de="eingestellt"),
    "overview.feed.checked": Message(en="asked {at}", de="gefragt {at}"),
    "band.0.0": Message(en="under 50%: fewer than 5 in 10 right", de="unter 50 %: weniger als 5 von 10 stimmen"),
    "band.0.5": Message(en="50 to 70%: 5 to 7 in 10 right", de="50 bis 70 %: 5 bis 7 von 10 stimmen"),
    "band.0.7": Message(en="70 to 80%: 7 to 8 in 10 right", de="70 bis 80 %: 7 bis 8 von 10 stimmen"),
    "band.0.8": Message(en="80 to 90%: 8 to 9 in 10 right", de="80 bis 90 %: 8 bis 9 von 10 stimmen"),
    "band.0.9": Message(en="90% and more: 9 in 10 right", de="90 % und mehr: 9 von 10 stimmen"),
}
