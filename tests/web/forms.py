"""What a browser does with a form: its token comes along."""

import html
import re

from httpx2 import Response
from starlette.testclient import TestClient

__all__ = ["field", "sent"]


def sent(client: TestClient, to: str, page: str | None = None, **fields: object) -> Response:
    """What the server answers to a form of `page` (else of the page at `to`), signed by Mira unless told otherwise."""
    shown = client.get(page or to).text
    data = {"token": field(shown, "token"), "by": "Mira"} | fields
    return client.post(to, data={name: value for name, value in data.items() if value is not None})


def field(page: str, name: str) -> str:
    """The value of the first hidden field of that name."""
    found = re.search(rf'<input type="hidden" name="{re.escape(name)}" value="([^"]*)"', page)
    assert found is not None, f"no field {name}"
    return html.unescape(found[1])
