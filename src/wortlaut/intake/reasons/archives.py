"""Packed data and archives."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {
    "packed_truncated": Message(
        en="The {kind} data end too early, after {size} unpacked bytes. What follows is lost; fetch the file again.",
        de="Die {kind}-Daten enden zu früh, nach {size} entpackten Bytes. "
        "Was danach kam, fehlt; holen Sie die Datei noch einmal.",
    ),
    "packed_damaged": Message(
        en="The {kind} data are damaged after {size} unpacked bytes. What follows is lost; fetch the file again.",
        de="Die {kind}-Daten sind nach {size} entpackten Bytes beschädigt. "
        "Was danach kam, fehlt; holen Sie die Datei noch einmal.",
    ),
    "packed_memory": Message(
        en="Unpacking the {kind} data would take more memory than is allowed (after {size} unpacked bytes). "
        "Unpack them first, and read the result.",
        de="Das Entpacken der {kind}-Daten brauchte mehr Speicher, als erlaubt ist (nach {size} entpackten Bytes). "
        "Entpacken Sie sie zuerst, und lesen Sie das Ergebnis ein.",
    ),
    "packed_bomb": Message(
        en="The {kind} data unpack to more than 200 times their size (stopped after {size} bytes). "
        "If they are harmless, unpack them first, and read the result.",
        de="Die {kind}-Daten werden beim Entpacken mehr als 200-mal so groß (nach {size} Bytes abgebrochen). "
        "Wenn sie harmlos sind, entpacken Sie sie zuerst, und lesen Sie das Ergebnis ein.",
    ),
    "nested_too_deep": Message(
        en="Packed data and archives lie in each other more than {limit} levels deep. "
        "Unpack the outer ones first, and read the result.",
        de="Gepackte Daten und Archive liegen tiefer als {limit} Ebenen ineinander. "
        "Entpacken Sie zuerst die äußeren, und lesen Sie das Ergebnis ein.",
    ),
    "archive_bomb": Message(
        en="All that was unpacked out of the file is more than {ratio} times its size (stopped after {size} bytes). "
        "The rest is not read. If it is harmless, unpack it first, and read the result.",
        de="Was aus der Datei entpackt wurde, ist mehr als {ratio}-mal so groß wie sie (nach {size} Bytes "
        "abgebrochen). Der Rest wird nicht gelesen. "
        "Wenn sie harmlos ist, entpacken Sie sie zuerst, und lesen Sie das Ergebnis ein.",
    ),
    "too_many_members": Message(
        en="The archive has more than the {limit} files or records that are read out of one file. "
        "The rest is not read. Split it, or raise WORTLAUT_MAX_MEMBERS.",
        de="Das Archiv hat mehr als die {limit} Dateien oder Datensätze, die aus einer Datei gelesen werden; der Rest "
        "wird nicht gelesen. Teilen Sie es, oder erhöhen Sie WORTLAUT_MAX_MEMBERS.",
    ),
    "member_encrypted": Message(
        en="The file in the archive needs a password. Unpack it, and read the result.",
        de="Die Datei im Archiv braucht ein Passwort. Entpacken Sie sie, und lesen Sie das Ergebnis ein.",
    ),
    "member_method": Message(
        en="The file in the archive is packed with {method}, which this version does not unpack. "
        "Unpack it, and read the result.",
        de="Die Datei im Archiv ist mit {method} gepackt; diese Fassung entpackt das nicht. "
        "Entpacken Sie sie, und lesen Sie das Ergebnis ein.",
    ),
    "member_unsafe": Message(
        en="The name leads out of the archive, so the file is not read. Check where the archive comes from.",
        de="Der Name führt aus dem Archiv hinaus, deshalb wird die Datei nicht gelesen. "
        "Prüfen Sie, woher das Archiv kommt.",
    ),
    "member_missing": Message(
        en="The archive lists the file at byte {byte}, but it is not there. Fetch the archive again.",
        de="Das Archiv führt die Datei bei Byte {byte} auf, aber dort steht sie nicht. "
        "Holen Sie das Archiv noch einmal.",
    ),
    "member_size_unknown": Message(
        en="The archive is cut off, and nothing else says how long this file is. Fetch the archive again.",
        de="Das Archiv ist abgeschnitten, und sonst steht nirgends, wie lang diese Datei ist. "
        "Holen Sie das Archiv noch einmal.",
    ),
    "checksum_wrong": Message(
        en="The bytes are not those of which the archive has the checksum: they are damaged. Fetch the archive again.",
        de="Die Bytes sind nicht die, deren Prüfsumme das Archiv nennt: Sie sind beschädigt. "
        "Holen Sie das Archiv noch einmal.",
    ),
    "members_empty": Message(
        en="Empty files in the archive: {count} ({names}). Check that it was made from whole files.",
        de="Leere Dateien im Archiv: {count} ({names}). Prüfen Sie, ob es aus vollständigen Dateien gemacht wurde.",
    ),
    "links_left_out": Message(
        en="Links in the archive that are not followed: {count} ({names}). "
        "If they lead to articles, put the files themselves in.",
        de="Verknüpfungen im Archiv, denen nicht gefolgt wird: {count} ({names}). "
        "Wenn sie zu Artikeln führen, legen Sie die Dateien selbst hinein.",
    ),
    "archive_empty": Message(
        en="There are no files in the archive. Check that it is the right one.",
        de="Es sind keine Dateien in dem Archiv. Prüfen Sie, ob es das richtige ist.",
    ),
    "zip_truncated": Message(
        en="The ZIP archive is cut off after {size} bytes: the list of its files, which stands at the end, is missing. "
        "What was found without it is read; fetch the archive again.",
        de="Das ZIP-Archiv ist nach {size} Bytes abgeschnitten: Das Verzeichnis seiner Dateien, "
        "das am Ende steht, fehlt. Was sich ohne es fand, ist gelesen; holen Sie das Archiv noch einmal.",
    ),
    "zip_damaged": Message(
        en="The list of files of the ZIP archive is damaged behind file {count}. "
        "What was found without it is read; fetch the archive again.",
        de="Das Verzeichnis des ZIP-Archivs ist hinter Datei {count} beschädigt. "
        "Was sich ohne es fand, ist gelesen; holen Sie das Archiv noch einmal.",
    ),
    "zip_overlap": Message(
        en="Files in the ZIP archive lie over others in the same bytes: {count}. "
        "That is how bombs are made, so they are not read. Check where the archive comes from.",
        de="Dateien in dem ZIP-Archiv liegen über anderen in denselben Bytes: {count}. "
        "So werden Bomben gemacht, deshalb werden sie nicht gelesen. Prüfen Sie, woher das Archiv kommt.",
    ),
    "tar_truncated": Message(
        en="The TAR archive is cut off after {size} bytes: its end is missing. "
        "What stands before is read; fetch the archive again.",
        de="Das TAR-Archiv ist nach {size} Bytes abgeschnitten: Sein Ende fehlt. "
        "Was davor steht, ist gelesen; holen Sie das Archiv noch einmal.",
    ),
    "tar_damaged": Message(
        en="The TAR archive is damaged at byte {byte}: there is no header where one must stand. "
        "What follows up to the next header is lost; fetch the archive again.",
        de="Das TAR-Archiv ist bei Byte {byte} beschädigt: Wo ein Dateikopf stehen muss, ist keiner. "
        "Was bis zum nächsten folgt, fehlt; holen Sie das Archiv noch einmal.",
    ),
    "tar_kind": Message(
        en="Members of the TAR archive that are no usual files (with holes, in parts …): {count} ({names}). "
        "They are not read; unpack the archive, and read the result.",
        de="Teile des TAR-Archivs, die keine gewöhnlichen Dateien sind (mit Lücken, in Stücken …): {count} ({names}). "
        "Sie werden nicht gelesen; entpacken Sie das Archiv, und lesen Sie das Ergebnis ein.",
    ),
    "member_cut": Message(
        en="The file in the archive is cut off: of its {size} bytes the last {left} are missing. "
        "Fetch the archive again.",
        de="Die Datei im Archiv ist abgeschnitten: Von ihren {size} Bytes fehlen die letzten {left}. "
        "Holen Sie das Archiv noch einmal.",
    ),
    "warc_truncated": Message(
        en="The record is cut off, as the file ends in it: of its {size} bytes the last {left} are missing. "
        "Fetch the file again.",
        de="Der Datensatz ist abgeschnitten, weil die Datei in ihm endet: Von seinen {size} Bytes fehlen die letzten "
        "{left}. Holen Sie die Datei noch einmal.",
    ),
    "warc_header_cut": Message(
        en="The file ends in the header of the record that begins at byte {byte}. Fetch the file again.",
        de="Die Datei endet im Kopf des Datensatzes, der bei Byte {byte} beginnt. Holen Sie die Datei noch einmal.",
    ),
    "warc_damaged": Message(
        en="There is no record at byte {byte}, where one must begin. What follows up to the next record is lost; "
        "fetch the file again.",
        de="Bei Byte {byte} steht kein Datensatz, obwohl dort einer beginnen muss. Was bis zum nächsten folgt, fehlt; "
        "holen Sie die Datei noch einmal.",
    ),
    "warc_length_wrong": Message(
        en="The record says that it has {stated} bytes, but it has {size}: the next one begins there. "
        "It may be damaged; fetch the file again.",
        de="Der Datensatz soll {stated} Bytes haben, hat aber {size}: Dort beginnt der nächste. "
        "Er kann beschädigt sein; holen Sie die Datei noch einmal.",
    ),
    "warc_ends_missing": Message(
        en="Records without the two line ends that belong behind them: {count}, the first is record {first}. "
        "They are read; what wrote the file does not keep to the standard.",
        de="Datensätze ohne die zwei Zeilenenden, die dahinter gehören: {count}, der erste ist Datensatz {first}. "
        "Sie sind gelesen; was die Datei geschrieben hat, hält sich nicht an die Norm.",
    ),
    "warc_records_cut": Message(
        en="Records that were archived only in part: {count}, the first is record {first}. "
        "What is there of them is read; look the pages up elsewhere.",
        de="Datensätze, die nur zum Teil archiviert wurden: {count}, der erste ist Datensatz {first}. "
        "Was von ihnen da ist, wird gelesen; schlagen Sie die Seiten anderswo nach.",
    ),
    "warc_no_articles": Message(
        en="The web archive has no articles: {count} records hold something else ({kinds}). "
        "Check whether it is the right archive.",
        de="Das Webarchiv hat keine Artikel: {count} Datensätze enthalten anderes ({kinds}). "
        "Prüfen Sie, ob es das richtige Archiv ist.",
    ),
    "http_truncated": Message(
        en="The answer of the server ends too early, at byte {byte}. Fetch the page again.",
        de="Die Antwort des Servers endet zu früh, bei Byte {byte}. Holen Sie die Seite noch einmal.",
    ),
    "http_damaged": Message(
        en="The answer of the server is damaged at byte {byte}: there is no chunk where one must begin. "
        "Fetch the page again.",
        de="Die Antwort des Servers ist bei Byte {byte} beschädigt: Dort müsste ein Stück beginnen. "
        "Holen Sie die Seite noch einmal.",
    ),
    "wacz_missing": Message(
        en="The web archive lists this file, but it is not in it. Fetch the archive again.",
        de="Das Webarchiv führt diese Datei auf, aber sie ist nicht darin. Holen Sie das Archiv noch einmal.",
    ),
    "wacz_digest": Message(
        en="The file does not have the digest that the web archive names: it was changed or damaged afterwards. "
        "What was read of it is not what was archived; fetch the archive again.",
        de="Die Datei hat nicht die Prüfsumme, die das Webarchiv nennt: Sie wurde nachträglich geändert oder "
        "beschädigt. Was daraus gelesen wurde, ist nicht das Archivierte; holen Sie das Archiv noch einmal.",
    ),
    "wacz_package": Message(
        en="The list of what the web archive holds cannot be understood, so no digest was checked. "
        "Fetch the archive again.",
        de="Das Verzeichnis dessen, was das Webarchiv enthält, ist nicht zu verstehen; deshalb wurde keine Prüfsumme "
        "geprüft. Holen Sie das Archiv noch einmal.",
    ),
    "part_missing": Message(
        en="The part {name} is missing in the file, so it is damaged. Save it anew from the program that made it.",
        de="In der Datei fehlt der Teil {name}; sie ist also beschädigt. "
        "Speichern Sie sie aus dem Programm, das sie gemacht hat, noch einmal.",
    ),
    "part_too_large": Message(
        en="The part {name} of the file has more than the {limit} bytes that can be held at once. Split the file.",
        de="Der Teil {name} der Datei hat mehr als die {limit} Bytes, die auf einmal gehalten werden können. "
        "Teilen Sie die Datei.",
    ),
    "too_many_parts": Message(
        en="The file has more than {limit} parts, as no document has. Check where it comes from.",
        de="Die Datei hat mehr als {limit} Teile, wie kein Dokument sie hat. Prüfen Sie, woher sie kommt.",
    ),
}

NOTES: dict[str, Message] = {
    "warc_left_out": Message(
        en="Records of the web archive that hold no articles and were left out: {count} ({kinds}).",
        de="Datensätze des Webarchivs, die keine Artikel enthalten und außen vor blieben: {count} ({kinds}).",
    ),
}
