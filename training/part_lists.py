"""What counting families does not tell of parts, found by looking through the cuts of frequent words."""

__all__ = ["EMPTY", "NEVER_HEADS", "NEVER_MODIFIERS", "WHOLE"]

# Particles, prefixes, pronouns, and beginnings that only look like words: the rest of the word is no part.
NEVER_MODIFIERS = frozenset(
    """
    ab aber abwärts ach allein als am an ant atten auch auf aufwärts aus be beg bei bes besch best bis da dann
    das dem den denn der des die dien dies dis doch dort du durch ein ent er es fort free für ganz ge ges
    gestern get ham har her heraus heute hier hin hinter hol ihr im immer in inves ist ja jetzt kon kons kult
    los mar mein miss mit mitbe mono morgen nach nein nicht nie nieder noch nun nur ob oder ohne para pau pri
    reb rus rück rückwärts sch sein seit sie so sol stag sub tech terroris touri touris trans trieb um un und
    unter ur ver verb vom von vor voran voraus vorbe vorwärts wann war was weil weiter weiterver weiß wem wen
    wenn wer wester wider wie wiede wieder wiederan wiederauf wiederein wiederer wir wo wohl zer zivi zu zuliebe
    zum zur zurück zusam zusammen über überland
    """.split()
)
# Modifiers whose head alone is worth finding.
EMPTY = frozenset(
    """
    anti außen einzel ex extra gegen gesamt höchst innen mega mindest mini neben nicht ober selbst sonder super
    vize zwischen
    """.split()
)
# Suffixes and other endings that are words as well ("Lein", "Ende" behind a participle's "nd").
NEVER_HEADS = frozenset(
    """
    ade ana ant anus ara arier bar ben berger burger chen ei eien els ende enden ender endes ener ens ent enten
    ern gen ger heit ian ie ien iker in ina ini inn innen ion ionen ismen ismus ist isten keit lein ler ling
    lings log loge logen los lose losen loser loses mal male mals mus nen ner nis nische nischen nisse nissen
    rei reich reiche reichen reicher reiches ren sal sale sam schaft schaften stan ten tieren tor toren tum tums
    ung ungen uren weise
    """.split()
)
# Words that look like compounds and are none, or whose parts would lead a search astray.
WHOLE = frozenset(
    """
    alleingang anteilnahme attentat augenblick augenhöhe augenmaß bereitstellung bestandteil bundestag
    bürgermeister deutschland diebstahl dienstag dienstleister dienstleistung donnerstag eisenbahn england
    estland export federführung fehlanzeige fertigstellung feststellung feuerland finnland fischland freitag
    frühjahr frühstück gegensatz gegenstand gegenteil gegenwart gegenzug gemeinsame gemeinsamen gesichtspunkt
    gleichstellung gleichwohl greenpeace griechenland großbritannien grundlage grundsatz grönland handwerk
    haushalt hemmnis highlight hitzhofen holland hypothese infrastruktur irland island kaukasus kennzeichen
    kennzeichnung klarstellung kombination konkurs kurland landtag lettland livland mailand maßgabe maßnahme
    maßstab meilenstein metropole mittelalter mittelpunkt mittelstand mittwoch montag neuseeland niederlande
    passage priester protestant prüfstand quadrat radioaktivität ratschlag rechtfertigung reichstag rundfunk
    russland rußland saarland samstag schicksal schottland schwerpunkt sicherstellung software sonnabend sonntag
    sozialist standpunkt stillstand stockholm tatsache telefon telegraf telegramm telegraph thailand transport
    uniform vollendung vollzug weißrussland weißrußland wettbewerb zeitschrift zugriff österreich
    """.split()
)
