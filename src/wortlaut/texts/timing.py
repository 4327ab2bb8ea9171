"""What is said around expressions of time."""

from wortlaut.messages import Message

__all__ = ["TEXTS"]

TEXTS = {
    "help.times": Message(
        en="Find the expressions of time in texts, and the days that they mean.",
        de="Die Zeitangaben in Texten finden, und welche Tage sie meinen.",
    ),
    "help.times.long": Message(
        en='Finds expressions of time ("in der kommenden Woche", "seit fast vier Jahren", "jeden Montag") and prints '
        "for each: start, end, text, type and value as in TIMEX3, and the days from and to which it reaches. Positions "
        "count Unicode code points in the text. What hangs on the day of publication is reckoned from --date, else "
        "from the day that the item itself gives; without both its value has an X (docs/times.md). Nothing is kept.",
        de="Findet Zeitangaben („in der kommenden Woche“, „seit fast vier Jahren“, „jeden Montag“) und gibt zu jeder "
        "aus: Anfang, Ende, Text, Art und Wert wie in TIMEX3, und von welchem bis zu welchem Tag sie reicht. Stellen "
        "zählen Unicode-Zeichen des Textes. Was vom Tag der Veröffentlichung abhängt, wird von --date an gerechnet, "
        "sonst von dem Tag, den der Text selbst nennt; ohne beide steht im Wert ein X (docs/times.md). Nichts wird "
        "aufgehoben.",
    ),
    "help.times_date": Message(
        en="Day of publication [what the item gives].", de="Tag der Veröffentlichung [was der Text angibt]."
    ),
    "help.json_times": Message(
        en="Print JSON Lines, one expression a line.", de="JSON Lines ausgeben, eine Angabe je Zeile."
    ),
    "times.start": Message(en="start", de="Anfang"),
    "times.end": Message(en="end", de="Ende"),
    "times.text": Message(en="text", de="Text"),
    "times.type": Message(en="type", de="Art"),
    "times.value": Message(en="value", de="Wert"),
    "times.since": Message(en="from", de="von"),
    "times.until": Message(en="to", de="bis"),
    "times.none": Message(en="{item}: no expression of time.", de="{item}: keine Zeitangabe."),
}
