"""HTML and XML as trees whose every tag knows its place, so that text can be led back to the bytes.

text ── scanner ──▶ tags ── html, xml ──▶ Element …      html closes what is left open as browsers do
Mapped, Element ── content ──▶ Mapped                    words without tags, references and comments
"""
