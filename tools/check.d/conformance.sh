# SPDX-License-Identifier: MIT
# The conformance suite: as generated, by two implementations; others measured.
# Limit: 600 s
need gcc libc6-dev python3 python3-jsonschema
suite=$ROOT/tests/conformance
lines="$suite/valid-2.0.jsonl $suite/valid-3.0.jsonl $suite/valid-3.1.jsonl
  $suite/valid-4.0.jsonl $suite/invalid.jsonl"

# make_runner NAME [SOURCE...]
make_runner() {
  name=$1
  shift
  gcc -std=c99 -O2 -DT_STDIO -I"$ROOT/include" -I"$ROOT/tests" \
    "$suite/$name.c" "$@" -lm -o "$name"
}
for name in run run_find run_states; do
  make_runner $name "$ROOT"/lib/*/*.c
done
make_runner run_reference "$ROOT"/fuzz/reference*.c
make_runner say "$ROOT"/fuzz/reference*.c "$ROOT"/lib/*/*.c

# The files are what the script writes now; nothing is edited by hand.
mkdir again
python3 "$suite/generate.py" ./say again
for file in again/*; do
  cmp "$file" "$suite/${file#again/}" || fail "$file: generate it anew"
done

# Every line has the form of the schema.  Debian's module is of Debian's python.
/usr/bin/python3 - "$suite" <<'END'
import json, pathlib, sys
import jsonschema
suite = pathlib.Path(sys.argv[1])
schema = json.loads((suite / "schema.json").read_text())
kinds = {"valid": "valid", "invalid": "invalid", "json": "json",
         "find": "find", "states": "states", "dread": "dread"}
count = 0
for file in sorted(suite.glob("*.jsonl")):
    for text in file.read_text().splitlines():
        line = json.loads(text)
        kind = kinds[file.stem.split("-")[0]]
        if kind == "dread" and "reason" in line:
            kind = "invalidDread"
        rule = dict(schema, oneOf=[{"$ref": f"#/$defs/{kind}"}])
        if count % 5 == 0 or kind == "states":
            jsonschema.Draft202012Validator(rule).validate(line)
        count += 1
print(count, "lines; one in five has been held against the schema")
END

# Two implementations that share no code.
# shellcheck disable=SC2086
{
  ./run $lines "$suite/json.jsonl"
  ./run_reference $lines
}
./run_find "$suite/find.jsonl" "$suite/dread.jsonl"
./run_states "$suite/states.jsonl"

# A runner that cannot fail is none: one digit changed in each file.
for file in valid-4.0 invalid json find dread; do
  sed -E '1,9s/("(B|offset|baseScore|numerator)":)[0-9]/\19/' \
    "$suite/$file.jsonl" | sed '1s/"found":\[\]/"found":[{"offset":1}]/' >bad
  case $file in find | dread) runner=./run_find ;; *) runner=./run ;; esac
  ! $runner bad >quiet.log || fail "$file: a wrong line is not seen"
done

# Others, where they can be had: each row is a row of the document.
row() {
  grep -qxF "| $1 |" "$ROOT/docs/conformance.md" ||
    fail "docs/conformance.md has no row: | $1 |"
  echo "ok: $1"
}
rows() {
  sed -n '/^[^ ]/{s/: / | /; s/ lines, / | /; s/ verdicts wrong, / | /
    s/ scores wrong$//p
  }'
}
for tool in node npm; do
  command -v $tool >/dev/null || {
    echo "others are not measured: there is no $tool"
    exit 0
  }
done
cp "$suite"/*.mjs "$suite/package.json" .
timeout 120 npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  >npm.log 2>&1 || {
  echo "others are not measured: npm cannot install them"
  exit 0
}
for name in ae-cvss-calculator @pandatix/js-cvss @turingpointde/cvss.js first
do
  # shellcheck disable=SC2086
  node run.mjs "$name" $lines >measured.txt
  rows <measured.txt >rows.txt
  [ -s rows.txt ] || fail "$name: nothing was measured"
  while read -r line; do row "$line"; done <rows.txt
done
if python3 -c 'import cvss' 2>/dev/null; then
  # shellcheck disable=SC2086
  python3 "$suite/run.py" $lines
fi
