"""Pages and API in a browser, thin over `wortlaut.service`.

request ─ safety ─▶ pages ─ service ─▶ templates ─▶ HTML
╰▶ api ─── service ─▶ export ────▶ JSON
"""
