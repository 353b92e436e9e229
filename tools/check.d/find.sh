# SPDX-License-Identifier: MIT
# score --find stays linear, whatever the text is, and plain text costs little.
# Alone
# Limit: 900 s
need gcc valgrind libc6-dev python3
# builds PROGRAM FROM
builds() {
  gcc -O2 -std=c99 -I"$ROOT/include" "$ROOT"/lib/*/*.c "$2"/score/*.c -o "$1"
}
builds score "$ROOT/examples"
cat >texts.py <<'END_PY'
# Each text once and twice as long; the instructions a byte that it may take.
V = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
BARE = V[9:]
PROSE = ("The quick brown fox jumps over the lazy dog, and what it finds there "
         "is written down (twice) in a line like this one: nothing to see.\n")
TEXTS = {
    "prose": (PROSE, 10), "signs": ("a = b & c -> d; x % y\n", 100),
    "lines": (V + "\n", 140), "near misses": (BARE + "\n", 490),
    "JSON": (V.replace("/", "\\/") + ",\n", 700),
    "percent": (V.replace("/", "%2F").replace(":", "%3A") + "\n", 390),
    "entities": (V.replace("/", "&#47;") + "\n", 285),
    "tags": ("<b>x</b>", 345), "open tags": ("<b x>" + "<" * 9, 195),
    "greater": ("x>", 230), "quotes": (">" + "y" * 150, 25),
    "backslashes": ("\\", 865), "backslash n": ("\\n", 1145),
    "percent 25": ("%25", 395), "ampersands": ("&", 190),
    "amp": ("&amp;", 325), "equals": ("=", 185), "soft breaks": ("A=\n", 450),
    "invisible": ("A\u200b", 275), "wbr": ("A:<wbr>", 265),
    "braces": ("\\a{b}", 1025), "commands": ("\\allowbreak ", 665),
    "colours": ("\x1b[1m", 345), "NUL": ("\0", 25), "slashes": ("/", 20),
    "colons": ("AV:", 660), "names": ("AV:N/", 240), "E": ("/E:P", 55),
    "open vectors": ("CVSS:3.1/AV:N/", 535), "versions": ("3.1/", 20),
    "said": ("CVSSv3.1 " + BARE + " ", 330), "D": ("D", 60),
    "DREAD": ("DREAD:", 60), "ratings": ("DREAD:a/b", 50),
    "a rating": ("DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8\n", 670),
    "Japanese": ("\u8a55\u4fa1\u306f", 20),
    "V": ("V", 175), "AV": ("AV ", 70), "glued": ("x" + BARE + " ", 690),
    "commas": (BARE.replace("/", ", ") + "; ", 125),
    "pairs": ("AV:N AC:L ", 240), "equals signs": ("AV=N,AC=", 650),
    "ratings and V": ("DREAD:a/b V", 55),
    "dashes": ("a \u2014 b\u2019s ", 175),
}
for i, (name, (text, most)) in enumerate(TEXTS.items()):
    for times in 1, 2:
        size = times * 150000
        data = text.encode() * (size // len(text.encode()) + 1)
        with open("%02d-%d.txt" % (i, times), "wb") as f:
            f.write(data[:size])
    print("%02d\t%d\t%s" % (i, most, name))
END_PY
python3 texts.py >names.txt
cat >one.sh <<'END_SH'
valgrind --tool=callgrind --callgrind-out-file=/dev/null "./$1" --find --tsv \
  "$2.txt" 2>&1 >/dev/null | sed -n 's/.*Collected : //p' >"$2.count"
END_SH
# Twice the text: twice the instructions, and one in fifty.
linear() { # ID
  once=$(cat "$1-1.count") twice=$(cat "$1-2.count")
  [ "$twice" -le $((once * 2 + once / 25)) ]
}

# A fault: each vector that is found costs as much as all before it.
cp -R "$ROOT/examples" faulty
sed 's/^  at\.seen++;$/&\nfor (volatile size_t i = 0; i < at.seen; i++) { }/' \
  "$ROOT/examples/score/score_find.c" >faulty/score/score_find.c
builds fault faulty
for text in 02-1 02-2; do sh -eu one.sh fault $text; done
linear 02 && fail "what takes more and more is not seen"

for text in *-[12].txt; do echo "${text%.txt}"; done |
  xargs -P2 -n1 sh -eu one.sh score
bad=no
while IFS="$(printf '\t')" read -r id most name; do
  linear "$id" || {
    echo "twice the text takes $once, then $twice: $name"
    bad=yes
  }
  each=$(((twice - once) / 150000))
  printf '%5d instructions a byte (at most %d): %s\n' "$each" "$most" "$name"
  [ "$each" -le "$most" ] || bad=yes
done <names.txt
[ $bad = no ] || fail "find is not linear, or takes more than it may"
