"""Five hundred strings that would run, or lead astray, wherever a page or a file wrote them as they are.

They are made of what is publicly known about such attacks (OWASP's classes): script elements, handlers of events,
drawings, addresses that run, templates, styles, what ends a surrounding element, hidden characters, formulas of
spreadsheets, lines of calendars. Whatever runs sets `window.ran`.
"""

from itertools import product

__all__ = ["ATTACKS"]

_CODE = "window.ran=1"
_LETTERS = "".join(f"&#{ord(letter)};" for letter in _CODE)

_TAGS = [
    f"<script>{_CODE}</script>",
    f"<script src=data:text/javascript,{_CODE}></script>",
    f"<ScRiPt>{_CODE}</sCrIpT>",
    f"<script\t>{_CODE}</script >",
    f"<script/x>{_CODE}</script>",
    f"<scr<script>ipt>{_CODE}</scr</script>ipt>",
    f"<script type=module>{_CODE}</script>",
    f"<img src=x onerror={_CODE}>",
    f"<img/src=x/onerror={_CODE}>",
    f"<img src=x onerror={_LETTERS}>",
    f"<image src=x onerror={_CODE}>",
    f'<img src=x oNeRrOr="{_CODE}">',
    f"<svg onload={_CODE}>",
    f"<svg/onload={_CODE}>",
    f"<svg><script>{_CODE}</script></svg>",
    f"<svg><animate onbegin={_CODE} attributeName=x dur=1s>",
    f'<svg><a xlink:href="javascript:{_CODE}"><text y=20>x</text></a></svg>',
    f"<svg><foreignObject><img src=x onerror={_CODE}></foreignObject></svg>",
    f"<math><mtext><img src=x onerror={_CODE}></mtext></math>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{_CODE}>x",
    f"<body onload={_CODE}>",
    f"<iframe srcdoc='<script>parent.{_CODE}</script>'></iframe>",
    f"<iframe src=javascript:parent.{_CODE}></iframe>",
    f"<object data=javascript:{_CODE}></object>",
    f"<embed src=javascript:{_CODE}>",
    f"<input autofocus onfocus={_CODE}>",
    f"<select autofocus onfocus={_CODE}><option>x</select>",
    f"<textarea autofocus onfocus={_CODE}></textarea>",
    f"<details open ontoggle={_CODE}>x</details>",
    f"<video src=x onerror={_CODE}></video>",
    f"<audio src=x onerror={_CODE}></audio>",
    f"<video><source onerror={_CODE}></video>",
    f"<marquee onstart={_CODE}>x</marquee>",
    f"<form action=javascript:{_CODE}><input type=submit autofocus></form>",
    f"<button formaction=javascript:{_CODE}>x</button>",
    f"<a href=javascript:{_CODE}>x</a>",
    f"<a href=' javascript:{_CODE}'>x</a>",
    f"<a href='java\tscript:{_CODE}'>x</a>",
    f"<a href=&#106;avascript:{_CODE}>x</a>",
    f"<a href=data:text/html,<script>{_CODE}</script>>x</a>",
    f"<base href=javascript:{_CODE}//>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_CODE}'>",
    "<link rel=stylesheet href=data:text/css,*{display:none}>",
    "<style>*{display:none}</style>",
    f"<style>@import 'javascript:{_CODE}';</style>",
    f"<div style=background:url(javascript:{_CODE})>x</div>",
    f"<div hx-on:load='{_CODE}' hx-trigger=load hx-get=/>x</div>",
    f"<x onpointerover={_CODE} contenteditable autofocus onfocus={_CODE}>x</x>",
    f"<template><script>{_CODE}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={_CODE}>'>",
]
# What may stand around: what ends an attribute, an element, a comment, a text that is no markup.
_BEFORE = ["", '">', "'>", "</title>", "</textarea>", "</script>", "-->", "]]>", "</pre></code>"]
_ATTRIBUTES = [
    f'" {event}="{_CODE}" x="' for event in ("onload", "onerror", "onfocus", "onpointerover", "onclick", "ontoggle")
] + [f"' {event}='{_CODE}' x='" for event in ("onload", "onerror", "onfocus", "onpointerover", "onclick", "ontoggle")]
_ADDRESSES = [
    f"{scheme}{_CODE}"
    for scheme in (
        "javascript:",
        "JaVaScRiPt:",
        " javascript:",
        "\tjavascript:",
        "java\nscript:",
        "javascript&colon;",
        "javascript://example.org/%0a",
        "vbscript:",
        "data:text/html,<script>",
        "data:image/svg+xml,<svg onload=",
        "http://example.org/\u202e",
        "//example.org/",
        "https:javascript:",
    )
]
_TEMPLATES = [
    "{{ 7 * 7 }}",
    "{% raw %}{% endraw %}",
    "{{ self.__init__.__globals__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{# {{ 7 }} #}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%(asctime)s",
    "{0.__class__}",
    "{visible}",
    "{{ t('page.none') }}",
]
_FORMULAS = [f"{sign}cmd|' /C calc'!A0" for sign in ("=", "+", "-", "@", "\t=", "＝", " =")] + [
    '=HYPERLINK("http://example.org","x")',
    "=1+1",
    "@SUM(1)",
    "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT",
    "\r\nTY  - X\r\n",
]
_HIDDEN = [
    f"{before}<script>{_CODE}</script>{behind}"
    for before, behind in (
        ("\u202e", "\u202c"),
        ("\u2066", "\u2069"),
        ("\ufeff", ""),
        ("\u200b", "\u200b"),
        ("\u00ad", ""),
        ("\x1b[2J", ""),
        ("\x08\x08", ""),
        ("\u2028", "\u2029"),
        ("\U000e0001", "\U000e007f"),
        ("\x7f", "\x9b"),
    )
] + [
    f"＜script＞{_CODE}＜/script＞",
    f"‹script›{_CODE}‹/script›",
    f"\u02bc\u02bc onload={_CODE}",
    "%3Cscript%3E",
    "\\u003cscript>",
]

ATTACKS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *(before + tag for tag, before in product(_TAGS, _BEFORE)),
            *_ATTRIBUTES,
            *_ADDRESSES,
            *_TEMPLATES,
            *_FORMULAS,
            *_HIDDEN,
        )
    )
)
