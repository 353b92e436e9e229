# SPDX-License-Identifier: MIT
"""The Markdown that the pack is written in, as HTML that needs nothing else."""
import html
import re

STYLE = """
:root{color-scheme:light dark;--line:#8886;--soft:#8881;--link:#0b57d0}
@media(prefers-color-scheme:dark){:root{--link:#8ab4f8}}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;
padding:0 1.25rem 3rem}
nav{border-bottom:1px solid var(--line);padding:.75rem 0;font-size:.9rem;
display:flex;flex-wrap:wrap;gap:.25rem 1rem}
a{color:var(--link)}nav b{font-weight:600}
h1{font-size:1.7rem;line-height:1.25}h2{margin-top:2.2rem;font-size:1.3rem;
border-bottom:1px solid var(--line)}h3{margin-top:1.6rem;font-size:1.05rem}
p,li{max-width:46rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;margin:1rem 0}
th,td{border:1px solid var(--line);padding:.3rem .55rem;text-align:left;
vertical-align:top;overflow-wrap:anywhere;min-width:3.5rem}
th{background:var(--soft)}tr:target,td:target{background:#fd03}
code{font-size:.92em;background:var(--soft);padding:0 .2em;
overflow-wrap:anywhere}
pre{background:var(--soft);padding:.7rem;overflow-x:auto}pre code{background:none}
blockquote{border-left:4px solid var(--line);margin:1rem 0;padding:.1rem 1rem}
@media print{nav{display:none}body{max-width:none;font-size:10pt}
tr{break-inside:avoid}}
"""
ROW = re.compile(r"(?<!\\)\|")


def inline(text):
    """Code, links, bold and emphasis of one line."""
    kept = []

    def keep(value):
        kept.append(value)
        return f"\0{len(kept) - 1}\0"

    def link(match):
        to = re.sub(r"\.md(?=#|$)", ".html", match[2])
        return keep(f'<a href="{html.escape(to)}">{inline(match[1])}</a>')

    text = re.sub(r"`([^`]+)`",
                  lambda m: keep(f"<code>{html.escape(m[1])}</code>"), text)
    text = re.sub(r'<a id="([\w.-]+)"></a>',
                  lambda m: keep(f'<a id="{m[1]}"></a>'), text)
    text = re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", link, text)
    text = html.escape(text.replace("\\|", "|"), quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"(?<![\w*])\*(?!\s)(.+?)(?<!\s)\*(?![\w*])", r"<i>\1</i>", text)
    for _ in kept:
        text = re.sub("\0(\\d+)\0", lambda m: kept[int(m[1])], text)
    return text


def anchor(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def table(lines):
    cells = [[c.strip() for c in ROW.split(line.strip().strip("|"))]
             for line in lines]
    out = ['<div class="wide"><table>', "<tr>" + "".join(
        f"<th>{inline(c)}</th>" for c in cells[0]) + "</tr>"]
    for row in cells[2:]:
        out.append("<tr>" + "".join(
            f"<td>{inline(c)}</td>" for c in row) + "</tr>")
    return out + ["</table></div>"]


def blocks(text):
    """Yields kind and lines: each block of the text."""
    lines, i = text.splitlines(), 0
    while i < len(lines):
        line = lines[i]
        if not line.strip():
            i += 1
            continue
        kind = ("pre" if line.startswith("```") else
                "heading" if line.startswith("#") else
                "table" if line.startswith("|") else
                "quote" if line.startswith(">") else
                "list" if re.match(r"(- |\d+\. )", line) else "p")
        start, i = i, i + 1
        while i < len(lines) and kind != "heading" and (
                kind == "pre" or lines[i].strip()):
            if kind == "pre" and lines[i].startswith("```"):
                i += 1
                break
            if kind == "table" and not lines[i].startswith("|"):
                break
            i += 1
        yield kind, lines[start:i]


def to_html(text):
    out = []
    for kind, lines in blocks(text):
        if kind == "heading":
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            words = lines[0][level:].strip()
            out.append(f'<h{level} id="{anchor(words)}">{inline(words)}'
                       f"</h{level}>")
        elif kind == "table":
            out += table(lines)
        elif kind == "pre":
            out.append("<pre><code>" + html.escape("\n".join(lines[1:-1]))
                       + "</code></pre>")
        elif kind == "list":
            tag = "ul" if lines[0].startswith("- ") else "ol"
            items = re.split(r"(?m)^(?:- |\d+\. )", "\n".join(lines))[1:]
            out.append(f"<{tag}>" + "".join(
                f"<li>{inline(' '.join(i.split()))}</li>" for i in items)
                + f"</{tag}>")
        elif kind == "quote":
            words = " ".join(line.lstrip("> ") for line in lines)
            out.append(f"<blockquote><p>{inline(words)}</p></blockquote>")
        else:
            out.append(f"<p>{inline(' '.join(lines))}</p>")
    return "\n".join(out)


def page(title, body, others):
    """A whole document; `others` are (file, title) of the pack's pages."""
    links = "".join(f'<a href="{f}">{html.escape(t)}</a>' if t != title else
                    f"<b>{html.escape(t)}</b>" for f, t in others)
    return (f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width,'
            'initial-scale=1">\n<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n"
            f"<nav>{links}</nav>\n{to_html(body)}\n</html>\n")
