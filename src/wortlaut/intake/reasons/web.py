"""Addresses, and what comes from them."""

from wortlaut.messages import Message

__all__ = ["NOTES", "REFUSALS"]

REFUSALS: dict[str, Message] = {
    "web_address": Message(
        en="This is no address: {problem}. Write it as https://HOST/PATH.",
        de="Das ist keine Adresse: {problem}. Schreiben Sie sie wie https://RECHNER/PFAD.",
    ),
    "web_address_long": Message(
        en="The address has {size} characters, more than the {limit} allowed. Check that it was copied right.",
        de="Die Adresse hat {size} Zeichen, erlaubt sind {limit}. Prüfen Sie, ob sie richtig kopiert wurde.",
    ),
    "web_address_hidden": Message(
        en="The address has characters that nobody sees (controls, line ends, invisible ones). Type it anew.",
        de="Die Adresse enthält Zeichen, die man nicht sieht (Steuerzeichen, Zeilenenden, unsichtbare). "
        "Tippen Sie sie neu ein.",
    ),
    "web_scheme": Message(
        en="Addresses that begin with {scheme}: are not asked for, only http and https. "
        "Save what is there as a file, and read that.",
        de="Adressen, die mit {scheme}: beginnen, werden nicht abgerufen, nur http und https. "
        "Speichern Sie als Datei, was dort liegt, und lesen Sie diese ein.",
    ),
    "web_no_host": Message(
        en="The address names no host. Write it as https://HOST/PATH.",
        de="Die Adresse nennt keinen Rechner. Schreiben Sie sie wie https://RECHNER/PFAD.",
    ),
    "web_userinfo": Message(
        en="The address has a name or password before an @, which is not sent. "
        "Check where it leads, and leave out what stands before the @.",
        de="Die Adresse enthält einen Namen oder ein Kennwort vor einem @; das wird nicht gesendet. "
        "Prüfen Sie, wohin sie führt, und lassen Sie weg, was vor dem @ steht.",
    ),
    "web_host": Message(
        en="{host} cannot be a host. Check the spelling of the address.",
        de="{host} kann kein Rechner sein. Prüfen Sie die Schreibweise der Adresse.",
    ),
    "web_port": Message(
        en="The port {port} is not asked, only 80, 443, 8080 and 8443. Save what is there as a file, and read that.",
        de="Der Port {port} wird nicht angesprochen, nur 80, 443, 8080 und 8443. "
        "Speichern Sie als Datei, was dort liegt, und lesen Sie diese ein.",
    ),
    "web_local_name": Message(
        en="{host} is a name in a local network; only hosts of the public internet are asked. "
        "Save what is there as a file, and read that.",
        de="{host} ist ein Name in einem lokalen Netz; abgerufen wird nur aus dem öffentlichen Internet. "
        "Speichern Sie als Datei, was dort liegt, und lesen Sie diese ein.",
    ),
    "web_forbidden": Message(
        en="{host} leads to {ip}, which is no address of the public internet; it was not asked. "
        "Save what is there as a file, and read that.",
        de="{host} führt zu {ip}, das ist keine Adresse im öffentlichen Internet; sie wurde nicht angesprochen. "
        "Speichern Sie als Datei, was dort liegt, und lesen Sie diese ein.",
    ),
    "web_name_unknown": Message(
        en="There is no host {host}, or it cannot be found just now. Check the spelling and your connection.",
        de="Den Rechner {host} gibt es nicht, oder er ist gerade nicht zu finden. "
        "Prüfen Sie die Schreibweise und Ihre Verbindung.",
    ),
    "web_unreachable": Message(
        en="{host} cannot be reached ({problem}). Check your connection, or try again later.",
        de="{host} ist nicht zu erreichen ({problem}). Prüfen Sie Ihre Verbindung, oder versuchen Sie es später.",
    ),
    "web_tls": Message(
        en="The connection cannot be made secure: {problem}. Check that the address and this computer's clock are "
        "right; if they are, the server is at fault, or somebody listens in.",
        de="Die Verbindung lässt sich nicht sichern: {problem}. Prüfen Sie, ob die Adresse und die Uhr dieses Rechners "
        "stimmen; wenn ja, ist der Server schuld, oder jemand hört mit.",
    ),
    "web_timeout": Message(
        en="The answer took longer than {seconds} seconds and was given up. "
        "Try again later, or raise WORTLAUT_FETCH_SECONDS.",
        de="Die Antwort dauerte länger als {seconds} Sekunden und wurde aufgegeben. "
        "Versuchen Sie es später noch einmal, oder erhöhen Sie WORTLAUT_FETCH_SECONDS.",
    ),
    "web_too_large": Message(
        en="The answer has more than the {limit} bytes allowed. Raise WORTLAUT_MAX_FETCH_BYTES (of pages "
        "WORTLAUT_MAX_ITEM_BYTES), or download it as a file, and read that.",
        de="Die Antwort hat mehr als die erlaubten {limit} Bytes. Erhöhen Sie WORTLAUT_MAX_FETCH_BYTES (bei Seiten "
        "WORTLAUT_MAX_ITEM_BYTES), oder laden Sie sie als Datei herunter, und lesen Sie diese ein.",
    ),
    "web_redirects": Message(
        en="The server passes on from address to address, more than {limit} times; the last was {address}. "
        "Open it in a browser, and take the address that is shown there.",
        de="Der Server verweist von Adresse zu Adresse, mehr als {limit}-mal; die letzte war {address}. "
        "Öffnen Sie sie im Browser, und nehmen Sie die Adresse, die dort steht.",
    ),
    "web_redirect_nowhere": Message(
        en="{address} passes on (status {status}) without saying where to. Try again later.",
        de="{address} verweist weiter (Status {status}), ohne zu sagen, wohin. Versuchen Sie es später noch einmal.",
    ),
    "web_missing": Message(
        en="There is nothing at {address} (status {status}). Check the spelling; it may have been taken away.",
        de="Unter {address} liegt nichts (Status {status}). Prüfen Sie die Schreibweise; vielleicht wurde es entfernt.",
    ),
    "web_gone": Message(
        en="{address} is gone for good (status 410). Look for a new address.",
        de="{address} gibt es endgültig nicht mehr (Status 410). Suchen Sie nach einer neuen Adresse.",
    ),
    "web_not_for_us": Message(
        en="The server does not give {address} to us (status {status}). "
        "If you may see it in a browser, save the page there, and read the file.",
        de="Der Server gibt {address} nicht heraus (Status {status}). "
        "Wenn Sie es im Browser sehen dürfen, speichern Sie die Seite dort, und lesen Sie die Datei ein.",
    ),
    "web_busy": Message(
        en="The server asks us to come later (status {status} for {address}). Try again later.",
        de="Der Server bittet uns, später zu kommen (Status {status} für {address}). "
        "Versuchen Sie es später noch einmal.",
    ),
    "web_status": Message(
        en="The server answered with status {status} for {address}. Try again later, or open it in a browser.",
        de="Der Server antwortete mit Status {status} für {address}. "
        "Versuchen Sie es später noch einmal, oder öffnen Sie es im Browser.",
    ),
    "web_robots": Message(
        en="The operators of the host do not want programs to ask for {address} (robots.txt). "
        "If you may see it in a browser, save the page there, and read the file.",
        de="Die Betreiber wollen nicht, dass Programme {address} abrufen (robots.txt). "
        "Wenn Sie es im Browser sehen dürfen, speichern Sie die Seite dort, und lesen Sie die Datei ein.",
    ),
    "web_robots_unknown": Message(
        en="Whether programs may ask for {address} cannot be found out just now: the host's robots.txt cannot be had. "
        "Try again later.",
        de="Ob Programme {address} abrufen dürfen, ist gerade nicht zu erfahren: Die robots.txt ist nicht zu haben. "
        "Versuchen Sie es später noch einmal.",
    ),
    "web_cut_off": Message(
        en="The answer ended too early. Try again later.",
        de="Die Antwort endete zu früh. Versuchen Sie es später noch einmal.",
    ),
    "web_broken": Message(
        en="The server does not answer as HTTP asks ({problem}). Open the address in a browser, and save the page.",
        de="Der Server antwortet nicht, wie HTTP es verlangt ({problem}). "
        "Öffnen Sie die Adresse im Browser, und speichern Sie die Seite.",
    ),
    "web_packing_unknown": Message(
        en="The answer is packed as {name}, which was not asked for and is not unpacked. "
        "Save the page in a browser, and read the file.",
        de="Die Antwort ist als {name} gepackt; das wurde nicht verlangt und wird nicht entpackt. "
        "Speichern Sie die Seite im Browser, und lesen Sie die Datei ein.",
    ),
    "web_takes_back": Message(
        en="{host} takes back {id}, which does not show to be its own, so the item stays. "
        "If it was really taken back, save the notice as a file, and read that.",
        de="{host} zieht {id} zurück; dass es von dort stammt, ist nicht zu erkennen, deshalb bleibt das Stück. "
        "Wenn es wirklich zurückgezogen wurde, speichern Sie die Mitteilung als Datei, und lesen Sie diese ein.",
    ),
    "web_index": Message(
        en="This is an index of {count} sitemaps, not a sitemap with articles. "
        "Follow the one with the news; the first are: {addresses}.",
        de="Das ist ein Verzeichnis von {count} Sitemaps, keine Sitemap mit Artikeln. "
        "Verfolgen Sie die mit den Nachrichten; die ersten sind: {addresses}.",
    ),
}

NOTES: dict[str, Message] = {}
