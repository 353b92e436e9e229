# SPDX-License-Identifier: MIT
# tools/release gives the same bytes twice, and refuses what is not ready.
# Limit: 1200 s
#
# It runs on a copy of this tree, committed and made ready in a scratch
# repository, so that work in progress does no harm.
need gcc libc6-dev meson ninja-build pkgconf libcmocka-dev python3 git \
  clang-19 lld-19
version=$(sed -n 's/^#define SECRISK_VERSION_[A-Z]* //p' \
  "$ROOT/include/secrisk.h" | paste -sd.)
export GIT_CONFIG_GLOBAL="$PWD/gitconfig" GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_DATE='2026-01-01T00:00:00Z'
export GIT_COMMITTER_DATE="$GIT_AUTHOR_DATE"
git config --global user.name secrisk
git config --global user.email secrisk@example.org
git config --global init.defaultBranch main
git config --global protocol.file.allow always

mkdir ready
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' \
  --exclude=__pycache__ .) | tar -xf - -C ready
python3 - ready/CHANGELOG.md <<'END'
import re, sys
from pathlib import Path
log = Path(sys.argv[1])
head, rest = log.read_text().split("## [Unreleased]\n", 1)
entries, rest = rest[:rest.index("\n## [")], rest[rest.index("\n## ["):]
kept = re.findall(r"^\*\*(?:ABI|Scores):\*\* .*", entries, re.M)
log.write_text(head + "## [Unreleased]\n\n" + "\n\n".join(kept) + "\n" + rest)
END
commit() {
  git -C "$1" add -A
  git -C "$1" commit -q --allow-empty -m 'release: planted'
}
git init -q ready
commit ready
git clone -q ready planted

# refuses WHAT PATTERN COMMAND [VERSION]: COMMAND changes a clone, in it
refuses() {
  (
    cd planted
    git tag -d "v$version" >quiet.log 2>&1 || true
    git reset -q --hard origin/main
    git clean -qfdx
    eval "$3"
  )
  # It is no word or two.
  # shellcheck disable=SC2086
  ! planted/tools/release --quick $without "${4:-$version}" out \
    >said.log 2>&1 ||
    fail "$1: not refused"
  grep -q "$2" said.log || { cat said.log; fail "$1: not said"; }
  [ ! -e out ] || [ "$1" = 'a directory in use' ] || fail "$1: made something"
  echo "refused, $1: $(grep "$2" said.log | head -n 1)"
}
changelog() { # SED-COMMAND
  sed -i "$1" CHANGELOG.md && ! git diff --quiet && commit .
}
without=
refuses 'no record' 'no --report FILE of the checks' :
without='--without-report planted'
refuses 'another version' 'secrisk.h:[0-9]*: the version is' : 99.0.0
refuses 'another version in Meson' 'meson: version is 1.2.3' \
  "sed -i \"s/version: '$version'/version: '1.2.3'/\" meson.build; commit ."
refuses 'another version in the SBOM' 'sbom: version is 1.2.3' \
  "sed -i 's/\"$version\"/\"1.2.3\"/' secrisk.cdx.json; commit ."
refuses 'another version in a recipe' 'debian: version is 1.2.3' \
  "sed -i 's/^secrisk ($version-/secrisk (1.2.3-/' packaging/debian/changelog
  commit ."
refuses 'no section' 'CHANGELOG.md:[0-9]*: no section' \
  'changelog "s/^## \[$version\]/## [0.0.1]/"'
refuses 'no date' 'CHANGELOG.md:[0-9]*: 2026-13-45 is no date' \
  'changelog "s/^\(## \[$version\] - \).*/\12026-13-45/"'
refuses 'a date to come' 'CHANGELOG.md:[0-9]*: 2999-01-01 is not yet' \
  'changelog "s/^\(## \[$version\] - \).*/\12999-01-01/"'
refuses 'entries without a version' 'CHANGELOG.md:[0-9]*: .*has entries' \
  'changelog "s/^## \[Unreleased\]/&\n\n### Added\n\n- A thing./"'
refuses 'no line on the ABI' 'the section lacks \*\*ABI' \
  'changelog "/^## \[$version\]/,/^## /s/^\*\*ABI:\*\*/ABI:/"'
refuses 'a changed file' 'README.md: not committed' 'echo >>README.md'
refuses 'a file too many' 'notes.txt: not committed' ': >notes.txt'
refuses 'a tag elsewhere' "tag v$version: it is at" \
  "git tag v$version; commit ."
refuses 'an old baseline' 'abi/symbols.txt: lacks secrisk_version' \
  "sed -i /secrisk_version/d abi/symbols.txt; commit ."
mkdir out && : >out/file
refuses 'a directory in use' 'out: not an empty directory' :
rm -r out
refuses 'a test that fails' 'a test failed' \
  "printf '#!/bin/sh\necho FAIL test_status; exit 1\n' >tests/run; commit ."
refuses 'no repository' 'not the top of a git repository' 'rm -rf .git'

# Twice, in other places, by another user's habits: the same bytes.
git clone -q ready here
mkdir -p another/place
git clone -q ready another/place/altogether
here/tools/record runs.json true >quiet.log
here/tools/release --quick --report runs.json "$version" one >one.log ||
  { cat one.log; exit 1; }
cat one.log
(umask 077 && TZ=Asia/Tokyo LC_ALL=C another/place/altogether/tools/release \
  --quick --report runs.json "$version" two >two.log) ||
  { cat two.log; exit 1; }
diff -r one two || fail "two runs differ"
(cd one && quiet sha256sum -c SHA256SUMS && rm -f quiet.log)
[ "$(ls one | wc -l)" = $(($(wc -l <one/SHA256SUMS) + 1)) ] ||
  fail "SHA256SUMS does not name each file"
sha256sum one/SHA256SUMS
tar -xzOf "one/secrisk-$version-assurance.tar.gz" --wildcards \
  '*/verification.md' >verification.md
grep -q runs.json verification.md ||
  fail "the documents for makers lack the report"
grep -q '^parts without a pass on this commit: .*mcdc' one.log ||
  fail "it is not said which parts have no pass"
tar -xzOf "one/secrisk-$version-assurance.tar.gz" --wildcards \
  '*/secrisk.cdx.json' >sbom.json
cmp sbom.json "one/secrisk-$version.cdx.json" || fail "two SBOMs"
grep -q "$(sha256sum <"one/secrisk-$version.tar.gz" | cut -c1-64)" sbom.json ||
  fail "the SBOM lacks the hash of the archive"

# What was made serves: the archive by its wrap, the two files.
mkdir -p super/subprojects/packagefiles
cp "$ROOT/tests/consumer/main.c" "$ROOT/tests/consumer/meson.build" super
cp one/secrisk.wrap super/subprojects
cp "one/secrisk-$version.tar.gz" super/subprojects/packagefiles
export PKG_CONFIG_LIBDIR=/nonexistent
quiet meson setup by-wrap super
quiet ninja -C by-wrap
tar -xzf "one/secrisk-$version-two-files.tar.gz"
two=secrisk-$version-two-files
cc -std=c99 "-I$two" "$ROOT/tests/consumer/main.c" "$two/secrisk.c" -o by-two
for program in by-wrap/consumer ./by-two; do
  got=$($program CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H)
  [ "$got" = 9.8 ] || fail "$program printed '$got'"
  echo "ok: $program"
done
printf x >>"super/subprojects/packagefiles/secrisk-$version.tar.gz"
rm -r "super/subprojects/secrisk-$version"
! meson setup by-bad super >quiet.log 2>&1 || fail "a changed archive is taken"
