"""What every request passes before a page or the API sees it.

request ─ Headers ─ Log ─ Rate ─ Hosts ─ Origins ─ Bodies ─▶ pages, api
"""
