# SPDX-License-Identifier: MIT
"""Help sentences and sections of forms, out of tools/help_texts.py."""

import itertools

import standard
from help_texts import HELP, SECTIONS
from tables_common import HEAD, kept, without_any, wrap

LONGEST = 140  # bytes of a sentence

# --- help: what each metric and value says ------------------------------------


def checked(text, where):
    """A sentence, or the program ends with one that says why it is none."""
    for wrong, why in (
            (not text, "has no help text"),
            (not text.isascii(), "has a help text that is not ASCII"),
            (len(text) > LONGEST, f"has a help text above {LONGEST} bytes"),
            (not text[:1].isupper(), "has a help text without a capital"),
            (text.find(".") != len(text) - 1,
             "has a help text that is not one sentence with a full stop")):
        if wrong:
            raise SystemExit(f"tools/help_texts.py: {where} {why}")
    return text


def undefined(metric):
    """What Not Defined says, by what the metric then counts as."""
    _, _, _, _, values, default = metric
    if default is None:
        return ""
    if default == "=":
        return "The metric is not rated, and the value of its Base metric counts."
    if default == "":
        return "The metric is not rated, and no value of it changes the score."
    name = next(v[1] for v in values if v[0] == default)
    return f"The metric is not rated and counts as {name}."


def entry(texts, metric, base):
    """The sentences of a metric, as written: (its own, {value: sentence})."""
    if base is None:
        return texts.get(metric[0], ("", {}))
    own, values = texts.get(base[0], ("", {}))
    own = own and "In your environment: " + own[0].lower() + own[1:]
    return own, {**values, **texts.get(metric[0], {})}


def sentences(version, metric, metrics):
    """(of the metric, of Not Defined, (of the values from ordinal 1 on))"""
    where = f"{metric[0]} of {version}"
    base = next((m for m in metrics
                 if metric[5] == "=" and "M" + m[0] == metric[0]), None)
    own, values = entry(HELP[version], metric, base)
    extra = set(values) - {v[0] for v in metric[4]}
    if extra:
        raise SystemExit(f"tools/help_texts.py: {where} has no value "
                         + ", ".join(sorted(extra)))
    texts = tuple(checked(values.get(v[0], ""), f"{where}, value {v[0]},")
                  for v in metric[4])
    none = undefined(metric)
    if len({none, *texts}) <= len(texts):
        raise SystemExit(f"tools/help_texts.py: {where} has two values with "
                         "the same help text")
    return (checked(own, where),
            none and checked(none, f"{where}, Not Defined,"), texts)


def unknown_metrics():
    for version, metrics, *_ in standard.VERSIONS:
        extra = set(HELP[version]) - {m[0] for m in metrics}
        if extra:
            raise SystemExit(f"tools/help_texts.py: {version} has no metric "
                             + ", ".join(sorted(extra)))


def collected():
    """{sentences: (name of the first user, versions)} and, for each metric of
    each version, its sentences as the keys of that."""
    found, rows = {}, {}
    for version, metrics, *_ in standard.VERSIONS:
        rows[version] = []
        for metric in metrics:
            own, none, texts = sentences(version, metric, metrics)
            row = [(own,), (none,) if none else None, texts]
            for key, what in zip(row, ("", "_undefined", "_values")):
                if key:
                    name = f"{version}_{metric[0]}{what}".lower()
                    found.setdefault(key, (name, []))[1].append(version)
            rows[version].append(row)
    return found, rows


def literal(texts):
    """C string literals that hold texts, with NUL between them."""
    out = []
    for n, text in enumerate(texts):
        words = text.split(" ")
        words = [w + " " for w in words[:-1]] + words[-1:]
        line = ""
        for word in words:
            if len(line) + len(word) > 68:
                out.append(f'    "{line}"')
                line = ""
            line += word
        end = "\\0" if n + 1 < len(texts) else ""
        out.append(f'    "{line}{end}"')
    return "\n".join(out) + ",\n"


def guarded(found, line):
    """A line for each of found, in the order of the versions that need it."""
    rows = sorted(found.items(), key=lambda i: i[1][1])
    return "".join(
        kept(users, [line(key, name) for key, (name, _) in part])
        for users, part in itertools.groupby(rows, lambda i: i[1][1]))


def help_data():
    unknown_metrics()
    found, rows = collected()
    found = {key: (name, list(dict.fromkeys(users)))
             for key, (name, users) in found.items()}
    size = sum(len(text) + 1 for key in found for text in key)
    if size > 65535:
        raise SystemExit("tools/help_texts.py: the texts need more than 65535 "
                         "bytes, which 16-bit places cannot tell apart")
    out = HEAD % "A sentence of help for each metric and each value."
    out += ("\n/* One member for each sentence about a metric or about Not "
            "Defined, and for\n * each list of sentences about values from "
            "ordinal 1 on. */\nstatic const struct help_texts {\n")
    out += guarded(found, lambda key, name:
                   f"  char {name}[{sum(len(t) + 1 for t in key)}];\n")
    out += "  SECRISK__IF_NO_CVSS(char none;)\n} help_texts = {\n"
    out += guarded(found, lambda key, name:
                   f"    /* {name} */\n" + literal(key))
    out += without_any("0") + "};\n"
    out += ("#define AT(text) (uint16_t) offsetof(struct help_texts, text)\n"
            "\n/* Where the sentences of a metric begin; a Base metric has "
            "none for Not Defined. */\nstatic const struct {\n"
            "  uint16_t metric, undefined, values;\n} places[] = {\n")
    for version, *_ in standard.VERSIONS:
        out += kept([version], [
            wrap(["{" + ", ".join(f"AT({found[key][0]})" if key else "0"
                                  for key in row) + "},"], "    ")
            for row in rows[version]])
    return out + without_any("{0, 0, 0}") + "};\n"


# --- sections: how a form groups the metrics ----------------------------------

def sections_of(version, metrics):
    """The (constant, name) that each metric stands under."""
    left, now, out = list(SECTIONS[version]), None, []
    for metric in metrics:
        if left and left[0][0] == metric[0]:
            now = left.pop(0)[1:]
        if now is None:
            raise SystemExit(f"tools/help_texts.py: no section for {metric[0]}"
                             f" of {version}")
        out.append(now)
    if left:
        raise SystemExit(f"tools/help_texts.py: a section of {version} begins "
                         f"with {left[0][0]}, out of order or unknown")
    return out


def sections_data():
    used = {v: sections_of(v, metrics) for v, metrics, *_ in standard.VERSIONS}
    rows = sorted({row for found in used.values() for row in found},
                  key=lambda row: [r for f in used.values() for r in f]
                  .index(row))
    out = HEAD % "The sections of a form."
    out += "\nstatic const uint8_t section_numbers[] = {\n"
    out += "".join(f"  SECRISK_SECTION_{constant},\n" for constant, _ in rows)
    out += "};\n\nstatic const char section_names[] =\n"
    out += "\n".join(f'    "{name}\\0"' for _, name in rows) + ";\n"
    out += ("\n/* For each metric: the row of its section in both. */\n"
            "static const uint8_t section_rows[] = {\n")
    for version, *_ in standard.VERSIONS:
        out += kept([version], [wrap(
            [f"{rows.index(row)}," for row in used[version]], "    ")])
    return out + without_any("0") + "};\n"
