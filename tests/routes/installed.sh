# SPDX-License-Identifier: MIT
# What Meson's installation put down, seen by who has just made it.
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
fail() {
  echo "FAILED: $*"
  exit 1
}
have=$(secrisk-score $vector | sed -n 's/  Overall *\([0-9.]*\) .*/\1/p')
[ "$have" = 9.8 ] || fail "the installed secrisk-score says '$have'"
secrisk-register --version
share=/usr/local/share
for name in score register; do
  grep -q "^\.Nm secrisk-$name" "$share/man/man1/secrisk-$name.1" ||
    fail "secrisk-$name.1 has another name"
done
bash -c ". $share/bash-completion/completions/secrisk-score
  complete -p secrisk-score" || fail "bash completes nothing"
cmp LICENSE $share/doc/secrisk/LICENSE

# A request for another minor version is refused.
mkdir newer
{
  echo 'cmake_minimum_required(VERSION 3.13)'
  echo 'project(newer C)'
  echo 'find_package(secrisk 0.10 REQUIRED)'
} >newer/CMakeLists.txt
! cmake -S newer -B newer/build >newer.log 2>&1 ||
  fail "another minor version is served"
grep -q 'compatible with requested version "0.10"' newer.log ||
  fail "refused for another reason"
