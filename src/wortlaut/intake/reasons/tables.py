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
    "table_too_wide": Message(
        en="The table has more than the {limit} columns allowed. Export only the columns that are needed.",
        de="Die Tabelle hat mehr als die erlaubten {limit} Spalten. Exportieren Sie nur die nötigen Spalten.",
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
    "table_unsupported": Message(
        en="This is a table in the form {kind}, which is not read. Save it as an Excel workbook (.xlsx) or as CSV.",
        de="Das ist eine Tabelle der Form {kind}, die nicht gelesen wird. Speichern Sie sie als Excel-Arbeitsmappe "
        "(.xlsx) oder als CSV.",
    ),
    "excel_no_sheets": Message(
        en="The workbook has no sheets with cells. Check that it was saved whole.",
        de="Die Arbeitsmappe hat keine Blätter mit Zellen. Prüfen Sie, ob sie vollständig gespeichert wurde.",
    ),
    "excel_string_missing": Message(
        en="A cell of this row refers to the shared string {number}, which the workbook does not have. "
        "Open the workbook in Excel and save it again.",
        de="Eine Zelle dieser Zeile verweist auf die gemeinsame Zeichenkette {number}, die es in der Arbeitsmappe "
        "nicht gibt. Öffnen Sie sie in Excel, und speichern Sie sie neu.",
    ),
    "excel_cut": Message(
        en="The sheet ends within this row. Open the workbook in Excel and save it again.",
        de="Das Blatt endet mitten in dieser Zeile. Öffnen Sie die Arbeitsmappe in Excel, und speichern Sie sie neu.",
    ),
    "wiki_no_pages": Message(
        en="The dump has no pages with articles (redirects: {redirects}, pages of other namespaces: {pages}). "
        "Check that it is a dump of pages with their texts.",
        de="Der Dump hat keine Seiten mit Artikeln (Weiterleitungen: {redirects}, Seiten anderer Namensräume: "
        "{pages}). Prüfen Sie, ob es ein Dump der Seiten mit ihren Texten ist.",
    ),
    "wiki_no_text": Message(
        en="The dump has no text of this page (it is a stub dump, or the text was deleted). "
        "Fetch a dump with texts (pages-articles).",
        de="Der Dump hat keinen Text dieser Seite (er ist ein Stub-Dump, oder der Text wurde gelöscht). "
        "Holen Sie einen Dump mit Texten (pages-articles).",
    ),
    "wiki_cut": Message(
        en="The dump ends within this page. Fetch it again.",
        de="Der Dump endet mitten in dieser Seite. Holen Sie ihn noch einmal.",
    ),
    "parquet_missing": Message(
        en="Parquet needs the package pyarrow, which is not installed. "
        "Install it with: pip install 'wortlaut[parquet]'.",
        de="Für Parquet fehlt das Paket pyarrow. Installieren Sie es mit: pip install 'wortlaut[parquet]'.",
    ),
    "parquet_damaged": Message(
        en="The Parquet file cannot be read ({problem}). Check that it was copied whole, and write it again.",
        de="Die Parquet-Datei lässt sich nicht lesen ({problem}). Prüfen Sie, ob sie vollständig kopiert wurde, und "
        "schreiben Sie sie neu.",
    ),
    "parquet_rows": Message(
        en="Rows {first} to {last} of the Parquet file cannot be read ({problem}). Write the file again.",
        de="Die Zeilen {first} bis {last} der Parquet-Datei lassen sich nicht lesen ({problem}). Schreiben Sie die "
        "Datei neu.",
    ),
    "parquet_crashed": Message(
        en="The Parquet file is damaged so that reading it broke off: it took too long or too much memory, or the "
        "library failed. What follows is lost. Write the file again.",
        de="Die Parquet-Datei ist so beschädigt, dass das Lesen abbrach: Es dauerte zu lange, brauchte zu viel "
        "Speicher, oder die Bibliothek versagte. Was danach kam, fehlt. Schreiben Sie die Datei neu.",
    ),
    "export_head": Message(
        en="This document of the export has no head that could be understood, so its text and its facts cannot be "
        "told apart. Export it again with its full head (title, source, date, length), or save its text as a file of "
        "its own.",
        de="Dieses Dokument des Exports hat keinen Kopf, der sich verstehen ließe; Text und Angaben sind nicht zu "
        "trennen. Exportieren Sie es noch einmal mit vollem Kopf (Titel, Quelle, Datum, Länge), oder speichern Sie "
        "seinen Text als eigene Datei.",
    ),
    "export_no_text": Message(
        en="This document of the export has a head, but no text. Export it again with its full text.",
        de="Dieses Dokument des Exports hat einen Kopf, aber keinen Text. Exportieren Sie es noch einmal mit Volltext.",
    ),
    "export_count": Message(
        en="The export says that it has {announced} documents, but {found} were found. "
        "Check that it was saved whole, and whether a document is hidden in its neighbour.",
        de="Der Export nennt {announced} Dokumente, gefunden wurden {found}. "
        "Prüfen Sie, ob er vollständig gespeichert wurde und ob ein Dokument in seinem Nachbarn steckt.",
    ),
}

NOTES = {
    "wiki_left_out": Message(
        en="Left out of the dump: redirects {redirects}, pages of other namespaces {pages}, "
        "older revisions {revisions}.",
        de="Aus dem Dump weggelassen: Weiterleitungen {redirects}, Seiten anderer Namensräume {pages}, "
        "ältere Versionen {revisions}.",
    ),
    "sheets_left_out": Message(
        en="Sheets of the workbook without a column of texts were left out: {names}.",
        de="Blätter der Arbeitsmappe ohne eine Spalte mit Texten blieben außen vor: {names}.",
    ),
    "length_differs": Message(
        en="The export gives the text {announced} words, it has {found}. Something may be missing or too much.",
        de="Der Export gibt dem Text {announced} Wörter, er hat {found}. Vielleicht fehlt etwas oder ist zu viel.",
    ),
    "cover_left_out": Message(
        en="A cover page or list of the documents, up to line {last}, was left out.",
        de="Ein Deckblatt oder eine Liste der Dokumente, bis Zeile {last}, wurde weggelassen.",
    ),
    "quotes_undoubled": Message(
        en="Quotation marks within a cell are not doubled; they were taken as text.",
        de="Anführungszeichen innerhalb einer Zelle sind nicht verdoppelt; sie wurden als Text genommen.",
    ),
}
