# SPDX-License-Identifier: MIT
"""manual_filter.py HEADER: the header with its comments as doxygen reads them.

The public headers have plain comments.  What stands before a declaration
becomes its description, what stands behind a member or a constant becomes
theirs, a section's line becomes a group, and what is aligned by blanks stays as
it is.  A comment before several declarations goes to the first function, and
the others lead to it."""
import re
import sys
from pathlib import Path

SECTION = re.compile(r"/\* -{4} (.*?) -+ @since (\S+) \*/$")
# A comment behind something, or alone in its line inside of a declaration.
BEHIND = re.compile(r"(\s*)/\* (.*) \*/$")
FUNCTION = re.compile(r"\b(secrisk_\w+)\(")
ITEM = re.compile(r"(\d+\.|-) ")


def known(headers):
    """The names that a text can lead to: functions, and all others."""
    code = re.sub(r"/\*.*?\*/", "", "\n".join(headers), flags=re.S)
    functions = set(FUNCTION.findall(code))
    others = set(re.findall(r"\b(SECRISK_[A-Z0-9_]+)(?= = |,\n| \d|\n\})", code))
    others |= set(re.findall(r"(?m)^typedef \w+ (secrisk_\w+);", code))
    others |= set(re.findall(r"(?m)^\} (secrisk_\w+);", code))
    return functions, others


def prose(text, names):
    """Text with what doxygen would misread escaped, and with links.  A name
    that nothing has becomes a link too, of which doxygen then complains."""
    functions, others = names

    def word(m):
        if m[1] in functions and not m[2]:
            return m[1] + "()"
        if m[1] in functions or re.match(r"SECRISK_WITHOUT_|.*_$", m[1]):
            return m[0]
        return ("#" if m[1] in others else "@ref ") + m[0]

    # doxygen itself leaves alone what stands in quotes.
    parts = re.split(r"""(`[^`]*`|"[^"]*")""", text)
    for i in range(0, len(parts), 2):
        part = re.sub(r"([\\<>&#%]|@(?!since))", r"\\\1", parts[i])
        parts[i] = re.sub(r"\b(secrisk_\w+|SECRISK_\w+)(\(?)", word, part)
    return "".join(parts)


def described(lines, names):
    """A comment's lines: prose, lists, and what is aligned, word for word."""
    out, list_indent, kept = [], 0, []

    def keep():
        while kept and not kept[-1].strip():
            kept.pop()
        if kept:
            code = any("#include" in line for line in kept)
            first, last = ("@code{.c}", "@endcode") if code else (
                "@verbatim", "@endverbatim")
            out.extend(["", first, *kept, last, ""])
            kept.clear()

    for line in lines:
        indent = len(line) - len(line.lstrip())
        item = ITEM.match(line)
        if not line.strip():
            (kept if kept else out).append("")
            list_indent = 0
            continue
        if item or indent == 0:
            keep()
            list_indent = len(item[0]) if item else 0
            out.append(prose(line, names))
        elif list_indent and indent <= list_indent:
            keep()
            out.append(prose(line, names))
        else:
            kept.append(line)
    keep()
    return out


def comment(lines, names, before=()):
    body = [*before, *described(lines, names)]
    return ["/**", *body, "*/"]


def inner(text):
    """The lines inside of a comment."""
    text = re.sub(r"^/\*\s?|\s*\*/$", "", text)
    lines = [re.sub(r"^ ?\*( |$)", "", line) for line in text.split("\n")]
    while lines and not lines[0].strip():
        lines.pop(0)
    return [line.lstrip() if n == 0 else line for n, line in enumerate(lines)]


def blocks(text):
    """Parts of a header that blank lines divide; none within a comment."""
    block, depth, open_comment = [], 0, False
    for line in text.splitlines():
        if line.startswith("/*"):
            open_comment = True
        if not line.strip() and not open_comment and depth == 0:
            yield block
            block = []
            continue
        block.append(line)
        if "*/" in line:
            open_comment = False
        if not open_comment and not line.startswith(('extern "C"', "}\n", "#")):
            bare = re.sub(r"/\*.*?\*/", "", line)
            depth = max(depth + bare.count("{") - bare.count("}"), 0)
    yield block


def parts(block):
    """A block's comments, declarations and lines of the preprocessor."""
    i = 0
    while i < len(block):
        start = i
        if block[i].startswith("/*"):
            while "*/" not in block[i]:
                i += 1
            kind = "comment"
        elif block[i].startswith(("#", 'extern "C"')) or block[i] == "}":
            kind = "other"
        else:
            kind, depth = "declaration", 0
            while True:
                bare = re.sub(r"/\*.*?\*/", "", block[i]).rstrip()
                depth += bare.count("{") - bare.count("}")
                if depth == 0 and bare.endswith(";"):
                    break
                i += 1
            # A comment that goes on in a line of its own.
            while i + 1 < len(block) and re.match(r"\s+/\*", block[i + 1]):
                i += 1
        i += 1
        yield kind, "\n".join(block[start:i])


def name_of(declaration):
    bare = re.sub(r"/\*.*?\*/", "", declaration, flags=re.S)
    if bare.startswith("enum"):
        return None
    found = FUNCTION.search(bare)
    if found and not bare.startswith("typedef struct"):
        return found[1] + "()"
    return "#" + re.search(r"(\w+);\s*$", bare)[1]


def behind(declaration, names):
    """The comments behind a declaration's members, as doxygen has them."""
    out, first = [], None
    for line in declaration.split("\n"):
        found = BEHIND.search(line)
        if found and line[:found.start()].rstrip().endswith("{"):
            first = found[2]
            line = line[:found.start()]
        elif found:
            line = line[:found.start()] + f" /**< {prose(found[2], names)} */"
        elif re.match(r"\s+/\* ", line):
            first = re.sub(r"^\s+/\* ", "", line)
            line = ""
        out.append(line)
    return out, first


class Writer:
    def __init__(self, path, names):
        self.stem, self.names = path.stem, names
        self.sections = any(map(SECTION.match, path.read_text().split("\n")))
        self.out, self.group, self.seen = [], None, 0

    def open_group(self, title, since=None, text=()):
        """A section, or the whole of a header that has none."""
        self.close_group()
        words = ["secrisk"] if self.stem == "secrisk" else ["secrisk", self.stem]
        words += re.findall(r"[a-z0-9]+", title.lower()) if since else []
        self.group = "-".join(words).replace("_", "-")
        heads = {"secrisk": "", "base": "Basics: ", "cvss": "CVSS: ",
                 "dread": "DREAD: ", "risk": "Risk: "}
        head = f"@defgroup {self.group} {heads.get(self.stem, '')}{title}"
        self.out += ["/**", head, *([f"@since {since}"] if since else []), "",
                     *described(text, self.names), "@{", "*/"]

    def close_group(self):
        if self.group:
            self.out.append("/** @} */")
        self.group = None

    def free(self, lines):
        """A comment that stands before no declaration."""
        self.seen += 1
        if self.seen == 1:  # the licence
            return
        if self.seen == 2:
            self.out += comment(lines, self.names, ["@file"])
            self.title = lines[0].rstrip(".")
        elif self.stem == "secrisk" and not self.group:
            self.out += comment(lines, self.names,
                                ["@mainpage The manual of secrisk", ""])
        elif re.match("clang-format|Generated by", lines[0]):
            return
        elif self.group:
            sys.exit(f"{self.stem}.h: this describes nothing: {lines[0]}")
        elif self.sections:
            self.out += comment(lines, self.names, ["@file", ""])
        else:
            self.open_group(self.title, text=lines)

    def block(self, block):
        found = list(parts(block))
        kinds = [kind for kind, _ in found]
        if "declaration" not in kinds:
            if any("pragma GCC visibility pop" in text for _, text in found):
                self.close_group()
            for kind, text in found:
                section = SECTION.match(text)
                if section:
                    self.open_group(section[1], section[2])
                elif kind == "comment":
                    self.free(inner(text))
                else:
                    self.out.append(text)
            return
        if not self.group:
            self.open_group(self.title)
        self.declarations(found)

    def declarations(self, found):
        """Runs of declarations, each led by a comment or by none."""
        runs = [[None, []]]
        for kind, text in found:
            if kind == "comment" and SECTION.match(text):
                section = SECTION.match(text)
                self.open_group(section[1], section[2])
            elif kind == "comment":
                runs.append([inner(text), []])
            else:
                runs[-1][1].append((kind, text))
        for lead, run in runs:
            if lead and not run:
                self.free(lead)
            self.run(lead, run)

    def run(self, lead, run):
        texts = [text for kind, text in run if kind == "declaration"]
        called = [name_of(text) for text in texts]
        main = next((n for n in called if n and n.endswith("()")), None) or next(
            (n for n in called if n), None)
        at = called.index(main) if main else 0
        number = -1
        for kind, text in run:
            if kind != "declaration":
                self.out.append(text)
                continue
            number += 1
            lines, first = behind(text, self.names)
            if lead and number == at:
                self.out += comment(lead, self.names)
            elif first:
                self.out += comment([first], self.names)
            elif number and called[number] is None and called[number - 1]:
                self.out.append(f"/** Values of {called[number - 1]}. */")
            elif lead and main:
                self.out.append(f"/** See {main}. */")
            self.out += lines
        self.out.append("")


def main():
    path = Path(sys.argv[1])
    top = path.parent if path.stem == "secrisk" else path.parent.parent
    headers = [p.read_text() for p in sorted(top.rglob("*.h"))]
    writer = Writer(path, known(headers))
    for block in blocks(path.read_text()):
        writer.block(block)
    writer.close_group()
    print("\n".join(writer.out))


if __name__ == "__main__":
    main()
