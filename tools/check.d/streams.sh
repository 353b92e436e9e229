# SPDX-License-Identifier: MIT
# score --stream over pieces of ten million lines gives what one run gives.
# Alone
# Limit: 600 s
need gcc libc6-dev parallel python3
lines=${1:-10000000}
cat >lines.py <<'END'
# Vectors of every version, a few bad, and empty lines; each with its own end.
import itertools
import sys

V31 = ["CVSS:3.1/AV:%s/AC:%s/PR:%s/UI:%s/S:%s/C:%s/I:%s/A:%s" % v
       for v in itertools.product("NALP", "LH", "NLH", "NR", "UC", "HLN", "HLN",
                                  "HLN")]
V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:%s/VI:%s/VA:%s/SC:N/SI:N/SA:N"
block = V31 + [V40 % v for v in itertools.product("HLN", repeat=3)]
block += ["", "AV:N/AC:L/Au:N/C:P/I:P/A:P\r", "CVSS:3.1/AV:Q", "rubbish \t x",
          "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"]
count = int(sys.argv[1])
text = ("\n".join(block) + "\n").encode()
for _ in range(count // len(block)):
    sys.stdout.buffer.write(text)
rest = block[:count % len(block)]
sys.stdout.buffer.write("".join(line + "\n" for line in rest).encode())
END
python3 lines.py "$lines" >list.txt
cc -O3 -std=c99 -I"$ROOT/include" "$ROOT"/lib/*/*.c "$ROOT"/examples/score/*.c \
  -o score
PATH=$PWD:$PATH

# timed NAME COMMAND...: its output's digest is $sum, its milliseconds $took
timed() {
  name=$1
  shift
  start=$(date +%s%N)
  "$@" >out.txt || fail "$name: status $?"
  took=$((($(date +%s%N) - start) / 1000000))
  sum=$(sha256sum <out.txt)
  echo "$name: $took ms"
}

export PARALLEL_HOME="$PWD" # where GNU parallel keeps what it remembers
# The manual's own line, on which the page and this check agree.
asked='parallel --pipepart --block -1 --keep-order -a list.txt score --stream'
grep -qxF ".Dl $ $asked" "$ROOT/docs/man/score.1" ||
  fail "docs/man/score.1 does not say: $asked"

timed "one process" sh -c 'exec score --stream <list.txt'
one=$sum one_took=$took
[ "$(wc -l <out.txt)" = "$lines" ] || fail "not a line for each line"
# shellcheck disable=SC2086
timed "parallel --pipepart" $asked
[ "$sum" = "$one" ] || fail "pieces of a file give other bytes"
gain=$((one_took * 100 / took))
timed "parallel --pipe" sh -c 'exec parallel --pipe --block 20M --keep-order \
  score --stream <list.txt'
[ "$sum" = "$one" ] || fail "pieces of a pipe give other bytes"
printf '%s lines on %s processors: %d.%02d times as fast by --pipepart, ' \
  "$lines" "$(nproc)" $((gain / 100)) $((gain % 100))
gain=$((one_took * 100 / took))
printf '%d.%02d times by --pipe\n' $((gain / 100)) $((gain % 100))

# Faults: what knows the number of its line, and what leaves lines out.
head -n 50000 list.txt >few.txt
pieces() {
  parallel --pipe --block 1M --keep-order "$@" <few.txt >pieces.out 2>/dev/null
}
score --tsv <few.txt >whole.out 2>/dev/null && fail "bad lines pass"
pieces score --tsv && fail "a piece with bad lines passes"
! cmp -s whole.out pieces.out || fail "numbers of lines are not seen to differ"
[ "$(wc -l <whole.out)" -lt 50000 ] || fail "--tsv has a line for each line"
echo "ok: red without --stream"
