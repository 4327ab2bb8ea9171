"""Tables, text exports of press databases, and wikis."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS = {
    "table_no_text": Message(
        en="No column of the table is known to hold the text. Its columns are: {fields}. "
        "Name the right one with --map text=COLUMN, by its name or its number (the first is 1).",
        de="Von keiner Spalte der Tabelle ist bekannt, dass darin der Text steht. Ihre Spalten: {fields}. "
        "Nennen Sie die richtige mit --map text=SPALTE, beim Namen oder mit ihrer Nummer (die erste ist 1).",
    ),
    "table_no_column": Message(
        en="The table has no column {column}, which --map names. Its columns are: {fields}. "
        "Name one of them, or give its number (the first is 1).",
        de="Die Tabelle hat keine Spalte {column}, die --map nennt. Ihre Spalten: {fields}. "
        "Nennen Sie eine davon, oder geben Sie ihre Nummer an (die erste ist 1).",
    ),
    "table_no_header": Message(
        en="The table begins with data instead of the names of its {count} columns, so nobody knows which one holds "
        "the text. Give its number with --map text=NUMBER (the first is 1), or put the names into a first row.",
        de="Die Tabelle beginnt mit Daten statt mit den Namen ihrer {count} Spalten, daher weiß niemand, in welcher "
        "der Text steht. Geben Sie ihre Nummer mit --map text=NUMMER an (die erste ist 1), oder setzen Sie die Namen "
        "in eine erste Zeile.",
    ),
    "table_no_rows": Message(
        en="The table has the names of columns, but no rows. Check that it was exported whole.",
        de="Die Tabelle hat Spaltennamen, aber keine Zeilen. Prüfen Sie, ob sie vollständig exportiert wurde.",
    ),
    "row_cells": Message(
        en="The row does not fit the table (cells: {found}, columns: {expected}). "
        "Put cells that contain the delimiter or a line break into quotation marks.",
        de="Die Zeile passt nicht zur Tabelle (Zellen: {found}, Spalten: {expected}). "
        "Setzen Sie Zellen, die das Trennzeichen oder einen Zeilenumbruch enthalten, in Anführungszeichen.",
    ),
    "row_quote": Message(
        en='A cell of this row opens with " and does not close, or has a single " within. '
        "It was left out up to line {last}. Close the cell, and double quotation marks within it.",
        de='Eine Zelle dieser Zeile beginnt mit " und endet nicht damit, oder es steht ein einzelnes " darin. '
        "Sie blieb bis Zeile {last} außen vor. Schließen Sie die Zelle, und verdoppeln Sie Anführungszeichen in ihr.",
    ),
}

NOTES = {
    "quotes_undoubled": Message(
        en="Quotation marks within a cell are not doubled; they were taken as text.",
        de="Anführungszeichen innerhalb einer Zelle sind nicht verdoppelt; sie wurden als Text genommen.",
    ),
}
