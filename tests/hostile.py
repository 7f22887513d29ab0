"""Texts that try to act in a page, and a reader that tells whether they would."""

import re
from html.parser import HTMLParser

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'//>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,x'></object><embed src='x'>",
    "<form action='/logout' method=post><button>x</button></form>",
    "<input autofocus onfocus=alert(1)><select onfocus=alert(1)>",
    "<button form=reset formaction='/admin/settings'>x</button>",
    "<style>body { display: none }</style><link rel=stylesheet href=//evil.example>",
    "<p style='position: fixed; inset: 0'>x</p>",
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href='//evil.example/'>",
    "<body onload=alert(1)><p id=main name=main class=top>x</p></body>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<!--><img src=x onerror=alert(1)>-->",
    "</article></main><script>alert(1)</script>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
]
HOSTILE_MARKDOWN = [
    "[x](javascript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "![x](javascript:alert(1))",
    '![x](x "onerror=alert(1)")',
    '![x" onerror="alert(1)](x)',
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "# <script>alert(1)</script>",
    "|<script>|\n|-|\n|<img src=x onerror=alert(1)>|",
]

_TAGS = {
    *("script", "style", "svg", "math", "iframe", "object", "embed", "form", "input", "button"),
    *("select", "link", "meta", "base", "template", "noscript", "video", "audio", "source"),
    *("body", "x:script"),
}
_ATTRIBUTES = re.compile(r"on\w+|style|id|class|name|srcdoc|form|formaction|action")
_SCHEMES = ("javascript:", "data:", "vbscript:")


class _Reader(HTMLParser):
    """Collects the tags and attributes that could act."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self.found.append(tag)
        for name, value in attrs:
            leads_to = re.sub(r"[\s\0]", "", value or "").lower()
            if _ATTRIBUTES.fullmatch(name) or leads_to.startswith(_SCHEMES):
                self.found.append(f"{tag} {name}")


def acting(html: str) -> list[str]:
    """What of ``html`` could act: tags, and attributes after the name of their tag."""
    return _Reader(html).found
