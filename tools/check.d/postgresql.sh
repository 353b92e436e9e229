# SPDX-License-Identifier: MIT
# PostgreSQL scores in SQL: its answers, its type, and parallel workers.
# Limit: 600 s
need gcc make libc6-dev postgresql-15 postgresql-server-dev-15 python3

rows=${1:-3000000}

# All of it is in one folder of an unprivileged user, a copy of the server too,
# as an extension is installed into the server's own folders.
home=$(mktemp -d "${TMPDIR:-/tmp}/secrisk-pg.XXXXXX")
bin=$home/lib/postgresql/15/bin
tests=$home/secrisk/tests/examples
as() {
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}
stop() {
  as "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 143' TERM HUP INT
mkdir -p "$home/lib/postgresql" "$home/share/postgresql" "$home/secrisk"
cp -R /usr/lib/postgresql/15 "$home/lib/postgresql"
cp -R /usr/share/postgresql/15 "$home/share/postgresql"
ln -s /usr/include "$home/include"
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' .) |
  tar -xf - -C "$home/secrisk"
[ "$(id -u)" != 0 ] || chown -R postgres: "$home"
export PATH="$bin:$PATH" PGHOST="$home" PGUSER=secrisk PGDATABASE=answers \
  HOME="$home"
cd "$home/secrisk"

# install: as docs/databases.md says it, with warnings as errors
install() {
  COPT=-Werror quiet_as python3 "$tests/document.py" PostgreSQL sh
}
quiet_as() {
  as "$@" >"$home/log" 2>&1 || { cat "$home/log"; fail "$*"; }
}
# red COMMAND...: fails, and for the reason that is given in $why
red() {
  ! as "$@" >"$home/log" 2>&1 || fail "a fault is not seen: $*"
  grep -q "$why" "$home/log" || { cat "$home/log"; fail "another fault"; }
  echo "ok: red with a fault: $why"
}

quiet_as initdb -D "$home/data" -A trust -U secrisk -E UTF8 --locale=C.UTF-8 -N
quiet_as pg_ctl -D "$home/data" -w -l "$home/data/log" \
  -o "-h '' -k '$home' -F -c max_parallel_workers=4" start

# Faults: a score one tenth too high, and functions that no worker may call.
as sed -i 's/(unsigned tenths) {$/& tenths += tenths == 98;/' \
  examples/postgresql/postgresql.h
as sed -i 's/PARALLEL SAFE/PARALLEL UNSAFE/' examples/postgresql/secrisk.sql
install
as createdb faulty
as psql -Xqd faulty -c 'CREATE EXTENSION secrisk'
why='^not ok .* cvss_score(.CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
PGDATABASE=faulty red python3 "$tests/test_postgresql.py" answers
why='^not ok .* two workers run'
PGDATABASE=faulty red python3 "$tests/test_postgresql.py" workers 600000
as dropdb faulty

as cp "$ROOT/examples/postgresql/postgresql.h" \
  "$ROOT/examples/postgresql/secrisk.sql" examples/postgresql
install
as createdb answers
as createdb document
PGDATABASE=document as python3 "$tests/document.py" PostgreSQL sql \
  psql -X -d document -c
as psql -Xqc 'CREATE EXTENSION secrisk'
version=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)
[ "$(as psql -XAtc "SELECT extversion FROM pg_extension WHERE \
  extname = 'secrisk'")" = "$version" ] || fail "its version is not $version"
as python3 "$tests/test_postgresql.py" answers >"$home/log" || {
  grep -A9 '^not ok' "$home/log"
  fail "answers"
}
tail -n 1 "$home/log"
as python3 "$tests/test_postgresql.py" workers "$rows"

# One dump and one copy: a database with the type moves to another.
as pg_dump answers -T findings >"$home/dump"
as createdb moved
as psql -Xqv ON_ERROR_STOP=1 -d moved -f "$home/dump" >/dev/null
[ "$(as psql -XAtqd moved -c 'SELECT count(v) FROM t')" = 4 ] ||
  fail "a dump does not come back"
echo "ok: dump and restore"
