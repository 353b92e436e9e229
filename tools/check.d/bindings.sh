# SPDX-License-Identifier: MIT
# Other languages take the headers as they are: C++, cffi, bindgen, cgo.
# Limit: 600 s
need gcc g++ clang binutils libc6-dev python3 python3-cffi bindgen \
  libclang-14-dev golang-go
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H

gcc -std=c99 -Os -fPIC "-I$ROOT/include" -c "$ROOT"/lib/*/*.c
ar rcs libsecrisk.a ./*.o
gcc -shared -o libsecrisk.so ./*.o
cat "$ROOT/include/secrisk.h" "$ROOT"/include/secrisk/*.h >headers
grep -oE '\bSECRISK_[A-Z0-9_]*[A-Z0-9] = (0x[0-9a-f]+|[0-9]+)' headers |
  sed 's/ = / /' | sort >constants
sed -n 's/^ *\(secrisk_[a-z0-9_]*\);$/\1/p' "$ROOT/lib/secrisk.map" |
  sort >functions

# C++: every constant, and values without a cast.
{
  echo '#include <secrisk.h>'
  echo '#include <cstdio>'
  echo 'int main() { long sum = 0;'
  awk '{ print "if (" $1 " != " $2 ") return 1;\nsum += " $1 ";" }' constants
  cat <<END
  const char text[] = "$vector";
  secrisk_cvss v; secrisk_diag d;
  secrisk_risk r = {SECRISK_CVSS31, SECRISK_SCORE_B, 98, SECRISK_LEVEL_HIGH};
  secrisk_hazard h = {SECRISK_ANSWER_YES, true, SECRISK_HARM_SERIOUS};
  secrisk_level level = SECRISK_NO_LEVEL;
  if (secrisk_cvss_parse(text, sizeof text - 1, SECRISK_STRICT, &v, &d) ||
      secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL) != r.tenths ||
      secrisk_class_system(&h, NULL) != SECRISK_CLASS_C || level != 0)
    return 1;
  std::puts("C++"); return sum == 0; }
END
} >all.cc
for standard in 98 11 14 17 20; do
  for cxx in g++ clang++; do
    $cxx -std=c++$standard -Wall -Wextra -Wpedantic -Wconversion -Werror \
      "-I$ROOT/include" all.cc libsecrisk.a -o all
    ./all >said
    grep -qx 'C++' said || fail "C++$standard by $cxx"
  done
done
echo "ok: C++ 98 to 20"

# cffi reads the preprocessed header and calls the shared library.
gcc -E -P "-I$ROOT/include" "$ROOT/include/secrisk.h" |
  grep -vE '^#|__extension__|^typedef .*(max_align|wchar_t)' >plain.h
cat >use.py <<'END'
import re
import sys
from cffi import FFI
text = open("plain.h", encoding="ascii").read()
text = text[text.index("typedef uint8_t secrisk_status;"):]
ffi = FFI()
ffi.cdef(text)
lib = ffi.dlopen("./libsecrisk.so")
for line in open("constants", encoding="ascii"):
    name, value = line.split()
    assert getattr(lib, name) == int(value, 0), name
for name in open("functions", encoding="ascii").read().split():
    getattr(lib, name)
vector, diag = ffi.new("secrisk_cvss *"), ffi.new("secrisk_diag *")
data = sys.argv[1].encode()
assert lib.secrisk_cvss_parse(data, len(data), lib.SECRISK_STRICT, vector,
                              diag) == lib.SECRISK_OK
assert lib.secrisk_cvss_score(vector, lib.SECRISK_SCORE_OVERALL) == 98
print("ok: cffi")
END
# The system's python3 has the system's cffi.
/usr/bin/python3 use.py $vector

# bindgen: every constant and every function.  (bindgen 0.60 needs clang 14.)
LIBCLANG_PATH=/usr/lib/llvm-14/lib bindgen --allowlist-file '.*secrisk.*' \
  "$ROOT/include/secrisk.h" -- "-I$ROOT/include" >bindings.rs
while read -r name value; do
  grep -q "pub const $name: [a-z0-9_]* = $((value));" bindings.rs ||
    fail "bindgen has no $name = $value"
done <constants
while read -r name; do
  grep -q "pub fn $name(" bindings.rs || fail "bindgen has no $name"
done <functions
echo "ok: bindgen"

cat >use.go <<END
package main

// #cgo CFLAGS: -I$ROOT/include
// #cgo LDFLAGS: -L. -lsecrisk
// #include <stdlib.h>
// #include <secrisk.h>
import "C"
import (
  "fmt"
  "unsafe"
)

func main() {
  text := "$vector"
  chars := C.CString(text)
  defer C.free(unsafe.Pointer(chars))
  var v C.secrisk_cvss
  var d C.secrisk_diag
  status := C.secrisk_cvss_parse(chars, C.size_t(len(text)),
    C.SECRISK_STRICT, &v, &d)
  if status == C.SECRISK_OK {
    score := C.secrisk_cvss_score(&v, C.SECRISK_SCORE_OVERALL)
    level := C.secrisk_cvss_severity(v.version, score)
    fmt.Println(score, C.GoString(C.secrisk_level_text(level)))
  }
}
END
rm -f libsecrisk.so
got=$(CGO_LDFLAGS_ALLOW='.*' GO111MODULE=off GOCACHE="$PWD/cache" \
  CGO_LDFLAGS="-L$PWD" go run use.go)
[ "$got" = '98 Critical' ] || fail "cgo printed '$got'"
echo "ok: cgo"
