# SPDX-License-Identifier: MIT
"""What builds for speed add: predicted texts, masks, Base scores."""

import itertools
import math
from fractions import Fraction as F

import standard
from tables_common import HEAD, guard, numbers, ordinal, table, wrap


def word(data):
    """Up to 8 bytes as the little-endian number that load64 makes of them."""
    return sum(b << (8 * i) for i, b in enumerate(data))


def u64(values):
    return wrap([f"0x{v:016x}u," for v in values])


def blocks(version, metrics):
    """Runs of metrics with values of one letter: Base, then the rest."""
    groups = [m[3] for m in metrics]
    base = groups.index("THREAT")
    single = [all(len(v[0]) == 1 for v in m[4]) for m in metrics]
    yield "base", 0, base
    if version != "V2":
        end = single.index(False) if False in single else len(metrics)
        yield "rest", base, end


def block_kind(metric):
    """(letters of the values, may it be Not Defined?)"""
    return tuple(v[0] for v in metric[4]), metric[5] is not None


def block_text(metrics):
    """Text of metrics in order, which bits of it count, places of values."""
    text, mask, at = b"", b"", []
    for m in metrics:
        text += m[0].encode() + b":@/"
        at.append(len(text) - 2)
        mask += b"\xff" * (len(m[0]) + 1) + b"\xe0\xff"
    return text[:-1], mask[:-1], at


BLOCK = """
SECRISK__INTO bool {name}(const uint8_t *text, uint8_t *bytes{parameter}) {{
  uint64_t all = 0;
  uint64_t word;
  uint64_t differ =
      {compared};
  if (differ != 0) {{
    return false;
  }}
  word = {begin};
{words}  return (all & 0x8080808080808080u) == 0;
}}
"""
COMPARED = """((secrisk__load64(text + {at}) & 0x{mask:016x}u) ^
       0x{text:016x}u)"""
VALUE = """\
  word |= value(text[{at}], {kind}) << {shift}; /* {name} */
"""
STORED = """\
  SECRISK__SCALAR(word);
  secrisk__store64(bytes + {at}, word);
  all |= word;
"""
NEXT = "  word = 0;\n"


def block_words(start, metrics, kinds, places):
    """The values of the metrics from `start` on, a word of the struct at a
    time: byte 0 is the version, and metric m is byte m + 1."""
    end = start + 1 + len(metrics)
    out = ""
    for byte, m, place in zip(range(start + 1, end), metrics, places):
        out += VALUE.format(at=place, kind=32 * kinds.index(block_kind(m)),
                            shift=8 * (byte & 7), name=m[0])
        if byte & 7 == 7 or byte == end - 1:
            out += STORED.format(at=byte & ~7)
            out += NEXT if byte != end - 1 else ""
    return out


def block_code(name, start, metrics, kinds):
    """A function that recognises and reads one block."""
    text, mask, places = block_text(metrics)
    compared = [COMPARED.format(at=i, mask=word(mask[i:i + 8]),
                                text=word(text[i:i + 8]))
                for i in [*range(0, len(text) - 8, 8), len(text) - 8]]
    first = (start + 1) & ~7
    return BLOCK.format(
        name=name, parameter=", uint64_t version" if start == 0 else "",
        compared="\n      | ".join(compared),
        begin="version" if start == 0 else f"secrisk__load64(bytes + {first})",
        words=block_words(start, metrics, kinds, places))


def tails():
    """The last metric of v4.0, whose values are words, as the end of a text."""
    version, metrics, *_ = standard.VERSIONS[-1]
    assert version == "V4"
    out = ("\n#if SECRISK__V4\n/* The last 8 bytes of a text that ends with U, "
           "those that are U, how many. */\n"
           "static const struct tail tails[] = {\n")
    for value in metrics[-1][4]:
        text = f"/{metrics[-1][0]}:{value[0]}".encode()
        room = 8 - len(text)
        mask = bytes(room) + bytes([255] * len(text))
        out += (f"  {{0x{word(bytes(room) + text):016x}u, "
                f"0x{word(mask):016x}u, {len(text)}}}, /* {value[0]} */\n")
    return out + "};\n#endif\n"


def block_kinds():
    """The kinds of metrics in any block, in their order."""
    kinds = []
    for version, metrics, *_ in standard.VERSIONS:
        for _, start, end in blocks(version, metrics):
            kinds += [block_kind(m) for m in metrics[start:end]]
    return list(dict.fromkeys(kinds))


def predict_data():
    kinds, code, choice = block_kinds(), "", ""
    for version, metrics, *_ in standard.VERSIONS:
        for which, start, end in blocks(version, metrics):
            part = metrics[start:end]
            name = f"{version.lower()}_{which}"
            code += guard(version)[:-1]
            code += block_code(name, start, part, kinds) + "#endif\n"
            choice += (f"#define {name.upper()} {len(block_text(part)[0])}u\n"
                       f"#define {name.upper()}_END {end}\n")
    out = HEAD % "What a vector is guessed to look like, for speed."
    out += ("\n/* By kind of metric and letter & 31: the ordinal, or 0x80 where "
            "the metric has\n * no such value. */\n"
            f"static const uint8_t letters[{32 * len(kinds)}] = {{\n")
    for letters, optional in kinds:
        row = [0x80] * 32
        if optional:
            row[ord("X") & 31] = 0
        for i, letter in enumerate(letters, 1):
            row[ord(letter) & 31] = i
        out += f"    /* {' '.join(letters)}{' X' if optional else ''} */\n"
        out += "    " + numbers(row).strip().replace("\n", "\n    ") + "\n"
    out += "};\n"
    out += ("\n/* The ordinal of a letter, 64 to 95, or 0x80; kind: its place "
            "above. */\n"
            "static inline uint64_t value(uint8_t letter, size_t kind) {\n"
            "  return letters[kind + letter - 64u];\n}\n")
    out += ("\n/* Each of these reads a run of metrics whose values are one "
            "letter, at fixed\n * places of a text that the caller knows to "
            "be long enough:\n *\n"
            " *     text    A V : N / A C : ...\n"
            " *     mask    1 1 1 e 1 1 1 1     1: all bits, e: 0xe0, the top "
            "three\n"
            " *     word    A V : @ / A C :     as it has to be under the mask"
            "\n *\n"
            " * A letter passes if its top three bits are those of @, which is "
            "64 to 95; the\n * table above then says whether it is a value.  "
            "The last word begins 8 bytes\n * before the end of the run, over "
            "bytes already seen if need be, so that no\n * load reaches past "
            "it. */\n")
    return out + code + tails() + (
        "\n/* Their lengths, and the metric after their last. */\n" + choice)


def valid_data():
    out = HEAD % "What the bytes of a valid vector may be, for speed."
    room, base = [], []
    for version, metrics, *_ in standard.VERSIONS:
        largest = [127] + [len(m[4]) for m in metrics]
        largest += [0] * (40 - len(largest))
        need = [0] + [0x80 if m[3] == "BASE" else 0 for m in metrics]
        need += [0] * (40 - len(need))
        room += [word([127 - x for x in largest[i:i + 8]])
                 for i in range(0, 40, 8)]
        base += [word(need[i:i + 8]) for i in (0, 8)]
    out += ("/* By layout, byte by byte of the struct: 127 less the largest "
            "value. */\nstatic const uint64_t room[][5] = {\n")
    for i in range(0, 15, 5):
        out += "  {" + u64(room[i:i + 5]).strip()[:-1] + "},\n"
    out += ("};\n/* And 0x80 for each Base metric; they lie in the first two "
            "words. */\nstatic const uint64_t base_bytes[][2] = {\n")
    for i in range(0, 6, 2):
        out += "  {" + u64(base[i:i + 2]).strip()[:-1] + "},\n"
    out += ("};\n/* The place of a version in these, and the words that its "
            "metrics take. */\n")
    for number, row in enumerate(standard.VERSIONS):
        out += (f"#define {row.key}_INDEX {number}\n"
                f"#define {row.key}_WORDS {len(row.metrics) // 8 + 1}\n")
    return out


def slots(names):
    """An odd factor that gives every name's word, times it, other top six bits;
    and which metric each of these 64 numbers can only be."""
    words = [word(n.encode()) for n in names]
    for factor in itertools.count(0x9e3779b1, 2):
        place = [(w * factor & 0xffffffff) >> 26 for w in words]
        if len(set(place)) == len(words):
            return factor, [place.index(i) if i in place else 0
                            for i in range(64)]


def search_data():
    """Slots of names whose values are letters; no metric has the name 0."""
    kinds = block_kinds()
    factors, rows = [], []
    for version in standard.VERSIONS:
        factor, metrics = slots([m[0] for m in version.metrics])
        row = []
        for slot, number in enumerate(metrics):
            m = version.metrics[number]
            name = word(m[0].encode())
            lettered = block_kind(m) in kinds and (
                m[3] == "BASE" or version.undefined == "X")
            row.append(f"{{0x{name:06x}, {32 * kinds.index(block_kind(m))}, "
                       f"{number}}}," if lettered and
                       (name * factor & 0xffffffff) >> 26 == slot
                       else "{0, 0, 0},")
        factors.append(f"0x{factor:08x}u,")
        rows.append("  {\n" + wrap(row) + "  },\n")
    return (HEAD % "Which metric a name can only be, for speed."
            + "/* By layout.  A name's word times the factor, modulo 2^32, has "
            "in its top six\n * bits a slot that no other name of the version "
            "has. */\n"
            "static const uint32_t factor[] = {\n" + wrap(factors) + "};\n"
            "/* By layout and slot: the name, the kind of its values among the "
            "letters, the\n * metric.  A slot is empty, its name 0, where none "
            "falls or one whose values\n * may be more than a letter. */\n"
            "static const struct slot {\n  uint32_t name;\n"
            "  uint16_t kind;\n  uint8_t metric;\n} slots[][64] = {\n"
            + "".join(rows) + "};\n")


def groups_data():
    out = HEAD % "Which bytes of a vector belong to which group, for speed."
    for name, first, end in (("threat", 0, 2), ("environmental", 1, 4)):
        out += (f"/* Of the {name.capitalize()} metrics; all lie in words "
                f"{first} to {end - 1}. */\n"
                f"static const uint64_t {name}_bytes[][{end - first}] = {{\n")
        for version, metrics, *_ in standard.VERSIONS:
            group = [0] + [0xff * (m[3] == name.upper()) for m in metrics]
            group += [0] * (40 - len(group))
            words = [word(group[i:i + 8]) for i in range(0, 40, 8)]
            assert not any(words[:first] + words[end:])
            out += "  {" + u64(words[first:end]).strip()[:-1] + "},\n"
        out += "};\n"
    return out


def resolve_data():
    """By version, the metrics that are scored as two words, 8 bytes each."""
    out = HEAD % "What the resolver of whole words needs, for speed."
    out += ("/* { bytes of Base, Threat and Environmental metrics, what 0 "
            "counts as, the\n     byte of the struct that goes before the "
            "Modified metrics, or 0 } */\n")
    for version, metrics, *_ in standard.VERSIONS:
        mod = [m[5] for m in metrics]
        scored = metrics[:mod.index("=")] if "=" in mod else metrics
        rows = []
        for group in ("BASE", "THREAT", "ENVIRONMENTAL"):
            rows.append([0xff * (m[3] == group) for m in scored])
        rows.append([ordinal(m[4], m[5]) if m[5] else 0 for m in scored])
        out += f"#define SECRISK__WORDS_{version} {{ \\\n"
        for row in rows:
            row[:] = [0] + row + [0] * (15 - len(row))
            out += f"  {{{u64([word(row[:8]), word(row[8:])]).strip()[:-1]}}}, \\\n"
        out += f"  {len(scored) if '=' in mod else 0}}}\n"
    return out


def v3_base_score(av, ac, pr, ui, changed, impacts):
    """The Base score of v3.0 and v3.1 in tenths (specification 7.1)."""
    iss = 1 - (1 - impacts[0]) * (1 - impacts[1]) * (1 - impacts[2])
    if changed:
        impact = (F("7.52") * (iss - F("0.029"))
                  - F("3.25") * (iss - F("0.02")) ** 15)
    else:
        impact = F("6.42") * iss
    if impact <= 0:
        return 0
    total = impact + F("8.22") * av * ac * pr * ui
    if changed:
        total *= F("1.08")
    return math.ceil(min(total, F(10)) * 10)


def v2_base_score(av, ac, au, impacts):
    """The Base score of v2.0 in tenths (guide 3.2.1)."""
    impact = F("10.41") * (1 - (1 - impacts[0]) * (1 - impacts[1])
                           * (1 - impacts[2]))
    if impact == 0:
        return 0
    exploitability = 20 * av * ac * au
    score = (F("0.6") * impact + F("0.4") * exploitability - F("1.5")) * F(
        "1.176")
    return math.floor(score * 10 + F(1, 2))


def base_data(version):
    """Every Base score, the first metric most significant."""
    s = standard
    out = HEAD % "Every Base score, in tenths, for speed."
    if version == "V2":
        values = [s.V2_AV, s.V2_AC, s.V2_AU, s.V2_CIA, s.V2_CIA, s.V2_CIA]
        scores = [max(0, v2_base_score(av[3], ac[3], au[3], [x[3] for x in cia]))
                  for av, ac, au, *cia in itertools.product(*values)]
        order = "[AV][AC][Au][C][I][A]"
    else:
        values = [s.V3_AV, s.V3_AC, s.V3_PR, s.V3_UI, s.V3_S, s.V3_CIA,
                  s.V3_CIA, s.V3_CIA]
        scores = [v3_base_score(av[3], ac[3], pr[3][sc[0] == "C"], ui[3],
                                sc[0] == "C", [x[3] for x in cia])
                  for av, ac, pr, ui, sc, *cia in itertools.product(*values)]
        order = "[AV][AC][PR][UI][S][C][I][A]"
    return out + table("base_scores", "uint8_t", scores, order)


def written_data():
    """Each metric with each of its values, as the canonical text has it."""
    out = (HEAD % "What each value of each metric is written as, for speed."
           + "\n/* As the text has it, and its length, which is 0 for Not Defined "
           "where that is\n * never written. */\n"
           "static const struct written {\n  uint8_t text[9];\n"
           "  uint8_t length;\n} written[] = {\n")
    first, row = [], 0
    for version in standard.VERSIONS:
        first.append([])
        for metric in version.metrics:
            first[-1].append(row)
            row += len(metric[4]) + 1
            texts = [""] + [f"/{metric[0]}:{v[0]}" for v in metric[4]]
            if version.whole_groups and metric[3] != "BASE":
                texts[0] = f"/{metric[0]}:{version.undefined}"
            assert max(map(len, texts)) <= 8
            out += wrap([f'{{"{t}", {len(t)}}},' for t in texts])
    out += ("};\n\n/* By layout and metric: the place of Not Defined in it. */\n"
            "static const uint16_t first[][32] = {\n")
    for rows in first:
        out += "  {\n" + numbers(rows + [0] * (32 - len(rows))) + "  },\n"
    return out + "};\n"


def json_data():
    """Each metric, and each of its values, as an object of JSON has them."""
    names, lists, begin, row = [], [], [], {}
    for version in standard.VERSIONS:
        begin.append(len(names))
        for metric in version.metrics:
            names.append((f',\\"{metric[2]}\\":\\"', len(metric[2]) + 5))
            values = ("NOT_DEFINED", *(v[2] for v in metric[4]))
            if values not in row:
                row[values] = sum(map(len, row))
            lists.append(row[values])
    texts = [v for values in row for v in values]
    longest = max(length for _, length in names)
    assert longest <= 40 and max(map(len, texts)) + 1 <= 24
    assert sum(map(len, row)) <= 256
    return (HEAD % "What each metric and value is in JSON, for speed."
            + "\n/* By metric: a comma, its name, and all up to the value; its "
            "length; the place\n * of its value 0 in json_values. */\n"
            "static const struct json_name {\n  uint8_t text[41];\n"
            "  uint8_t length, values;\n} json_names[] = {\n"
            + "".join(f'  {{"{text}", {length}, {values}}},\n'
                      for (text, length), values in zip(names, lists))
            + "};\n\n/* And by layout: where its metrics begin. */\n"
            "static const uint8_t json_first[] = {" + ", ".join(
                map(str, begin)) + "};\n\n"
            "/* A value and the mark that ends it, and their length. */\n"
            "static const struct json_value {\n  uint8_t text[25];\n"
            "  uint8_t length;\n} json_values[] = {\n"
            + wrap([f'{{"{t}\\"", {len(t) + 1}}},' for t in texts]) + "};\n"
            + scores_in_json())


def scores_in_json():
    """What stands before a score and its severity, and each severity."""
    rows = []
    for name in ("base", "temporal", "environmental"):
        score, severity = f',\\"{name}Score\\":', f',\\"{name}Severity\\":\\"'
        rows += [f'  {{"{score}", {len(score) - 2}}},\n',
                 f'  {{"{severity}", {len(severity) - 3}}},\n']
    levels = ["NONE", "LOW", "MEDIUM", "HIGH", "CRITICAL"]
    return ("\n/* What comes before a score, and before its severity. */\n"
            "static const struct json_score {\n  uint8_t text[33];\n"
            "  uint8_t length;\n} json_scores[] = {\n" + "".join(rows) + "};\n\n"
            "/* By level, from None. */\n"
            "static const struct json_level {\n  uint8_t text[17];\n"
            "  uint8_t length;\n} json_levels[] = {\n"
            + wrap([f'{{"{t}\\"", {len(t) + 1}}},' for t in levels]) + "};\n")
