# SPDX-License-Identifier: MIT
# The lines of docs/building-in.md, as written, for every route.
# Limit: 900 s
#
#   tools/check routes [NAME...]   a NAME is a function route_NAME below
#
# A bare system is this Debian with an empty /usr/local and without what its
# user has set (tests/routes/bare.sh).  Zephyr, ESP-IDF and PlatformIO are
# stand-ins of tests/routes; the compiler for ARM is a real one, and so is
# Arduino's builder, which runs on request.
need gcc libc6-dev meson cmake make pkgconf git bash python3 python3-yaml \
  python3-kconfiglib gcc-arm-none-eabi binutils
TESTS=$ROOT/tests
page=$ROOT/docs/building-in.md
export TESTS PYTHON=/usr/bin/python3
vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
all="alone two_files meson cmake wrap add_subdirectory fetch bare_metal zephyr
  esp_idf platformio"

# block HEADING LANGUAGE [NUMBER]
block() {
  python3 "$TESTS/routes/block.py" "$page" "$@"
}

# serves WHERE COMMAND...: it prints the score
serves() {
  where=$1
  shift
  got=$("$@" $vector) || fail "$where: status $?"
  [ "$got" = 9.8 ] || fail "$where: printed '$got', expected 9.8"
  echo "ok: $where"
}

# A copy of the project, as someone has it who just fetched it.
mkdir pristine
(cd "$ROOT" && tar -cf - --exclude=./.git --exclude='./build*' .) |
  tar -xf - -C pristine
printf './main %s\n' $vector >run.sh

# copy NAME: the project in a directory, with the consumer's program
copy() {
  mkdir -p "$1"
  cp -R pristine/. "$1"
  cp "$TESTS/consumer/main.c" "$1"
}

# bare DIRECTORY SCRIPT...: the last line that they print, in a bare system
bare() {
  where=$1
  unshare -m sh -eu "$TESTS/routes/bare.sh" "$@" >bare.log 2>&1 || {
    cat bare.log
    fail "$where"
  }
  last=$(tail -n 1 bare.log)
  [ "$last" = 9.8 ] || fail "$where: printed '$last', expected 9.8"
  echo "ok: $where, in a bare system"
}

# tool DIRECTORY SCRIPT: a CMake project whose program is the consumer's, with
# the lines of standard input; SCRIPT builds and runs it
tool() {
  mkdir -p "$1"
  cp "$TESTS/consumer/main.c" "$1"
  {
    echo 'cmake_minimum_required(VERSION 3.14)'
    echo 'project(tool C)'
    echo 'add_executable(tool main.c)'
    cat
  } >"$1/CMakeLists.txt"
  {
    echo "cmake -S $PWD/$1 -B $PWD/$1/out"
    echo "cmake --build $PWD/$1/out"
    echo "$PWD/$1/out/tool $vector"
  } >"$2"
}

route_alone() {
  copy alone
  block "A compiler alone" sh >alone.sh
  bare alone "$PWD/alone.sh" "$PWD/run.sh"
}

route_two_files() {
  copy two_files
  # After the first line nothing else of the project is needed.
  block "Two files" sh | sed '1a rm -r include lib' >two_files.sh
  bare two_files "$PWD/two_files.sh" "$PWD/run.sh"
}

route_meson() {
  copy meson
  block Installed sh 1 >meson.sh
  sed -n '/^    meson setup build/,/^$/s/^    //p' "$ROOT/README.md" |
    grep . >readme.sh
  cmp meson.sh readme.sh || fail "README.md has other lines"
  block CMake cmake 3 | tool find find.sh
  bare meson "$PWD/meson.sh" "$TESTS/routes/installed.sh" "$PWD/find.sh" \
    "$PWD/run.sh"
  [ "$(grep -c '^9\.8$' bare.log)" = 2 ] || fail "find_package: no score"
}

route_cmake() {
  copy cmake
  block Installed sh 2 >cmake.sh
  bare cmake "$PWD/cmake.sh" "$PWD/run.sh"
}

# published: the address that the document names is a local repository
published() {
  [ ! -d repository ] || return 0
  cp -R pristine repository
  url=$(block Meson ini | sed -n 's/^url = //p')
  {
    printf '[url "file://%s/repository"]\n\tinsteadOf = %s\n' "$PWD" "$url"
    printf '[user]\n\tname = x\n\temail = x@example.org\n'
    printf '[safe]\n\tdirectory = *\n[init]\n\tdefaultBranch = main\n'
  } >gitconfig
  export GIT_CONFIG_GLOBAL="$PWD/gitconfig"
  (
    cd repository
    git init -q
    git add -A
    git commit -q -m all
  )
  for revision in $(block Meson ini | sed -n 's/^revision = //p') \
    $(block CMake cmake 1 | sed -n 's/.*GIT_TAG \([^)]*\))$/\1/p'); do
    git -C repository rev-parse -q --verify "$revision" >quiet.log ||
      git -C repository tag "$revision"
  done
}

route_wrap() {
  published
  mkdir -p wrap/subprojects
  cp "$TESTS/consumer/main.c" wrap
  block Meson ini >wrap/subprojects/secrisk.wrap
  {
    echo "project('tool', 'c')"
    block Meson meson
  } >wrap/meson.build
  printf 'meson setup out\nninja -C out\nout/tool %s\n' $vector >wrap.sh
  bare wrap "$PWD/wrap.sh"
}

route_add_subdirectory() {
  copy add_subdirectory/secrisk
  block CMake cmake 2 | tool add_subdirectory add.sh
  # What another project installs is its own.
  echo 'install(TARGETS tool DESTINATION bin)' >>add_subdirectory/CMakeLists.txt
  {
    echo "cmake --build $PWD/add_subdirectory/out --target install"
    echo 'test "$(cd /usr/local && find . -type f)" = ./bin/tool'
    echo "/usr/local/bin/tool $vector"
  } >>add.sh
  bare add_subdirectory "$PWD/add.sh"
}

route_fetch() {
  published
  block CMake cmake 1 | tool fetch fetch.sh
  bare fetch "$PWD/fetch.sh"
}

route_bare_metal() {
  copy bare_metal
  block "Bare metal" ini >bare_metal/cortex-m4.ini
  block "Bare metal" sh >bare_metal.sh
  (cd bare_metal && quiet sh -eu ../bare_metal.sh)
  arm-none-eabi-readelf -A bare_metal/build-m4/libsecrisk.a |
    grep -q 'Tag_CPU_arch: v7E-M' || fail "not for a Cortex-M4"
  # It answers to a program that has no libc either.
  {
    echo '#include <secrisk.h>'
    echo 'void _start(void) { for (;;) { (void)secrisk_version(); } }'
  } >start.c
  quiet arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -ffreestanding -nostdlib \
    -Ipristine/include start.c -o start.elf -Wl,--whole-archive \
    bare_metal/build-m4/libsecrisk.a -Wl,--no-whole-archive -lgcc
  echo "ok: bare_metal, by arm-none-eabi-gcc"
}

# Zephyr and ESP-IDF ------------------------------------------------------

names="CVSS2 CVSS3 CVSS4 DREAD HELP JSON LENIENT NAMES RISK"

without() {
  printf 'CONFIG_SECRISK_%s=n\n' "$@"
}

# chosen CASE BUILD CONFIG TARGET PROGRAM: what Kconfig chose is what the files
# are told and what the library has; the whole is built for some of the cases
chosen() {
  set -- "$@" "$TESTS/routes/features.c"
  case $1 in
    document | whole | none)
      quiet cmake --build "$2" --target "$4" -- -j2
      python3 "$TESTS/routes/features.py" "$3" "$2" "$6" "$5"
      ;;
    *) python3 "$TESTS/routes/features.py" "$3" "$2" "$6" ;;
  esac || fail "$2: $1"
}

route_zephyr() {
  copy zephyr/secrisk
  cp "$TESTS/routes/features.c" zephyr/main.c
  block Zephyr cmake >zephyr/CMakeLists.txt
  export ZEPHYR_BASE="$TESTS/routes/zephyr"
  for case in document whole none $names; do
    case $case in
      document) block Zephyr kconfig ;;
      whole) echo CONFIG_SECRISK=y ;;
      none) echo CONFIG_SECRISK=y && without $names ;;
      *) echo CONFIG_SECRISK=y && without "$case" ;;
    esac >zephyr/prj.conf
    quiet cmake -S zephyr -B zephyr/out -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
    chosen "$case" zephyr/out zephyr/out/zephyr/.config zephyr_final \
      zephyr/out/zephyr/zephyr.elf
  done
  echo "ok: zephyr, 12 configurations"
  # Without its symbol there is nothing of it.
  : >zephyr/prj.conf
  quiet cmake -S zephyr -B zephyr/without -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
  ! grep -q /lib/ zephyr/without/compile_commands.json ||
    fail "Zephyr: there without CONFIG_SECRISK"
  # A symbol that does not exist is an error there.
  printf 'CONFIG_SECRISK=y\nCONFIG_SECRISK_CVS2=n\n' >zephyr/prj.conf
  ! cmake -S zephyr -B zephyr/without >quiet.log 2>&1 ||
    fail "Zephyr: a symbol that does not exist is taken"
}

route_esp_idf() {
  copy esp_idf/components/secrisk
  mkdir esp_idf/main
  cp "$TESTS/routes/features.c" esp_idf/main/main.c
  block ESP-IDF cmake >esp_idf/main/CMakeLists.txt
  for case in document whole none $names; do
    case $case in
      document) block ESP-IDF kconfig ;;
      whole) ;;
      none) without $names ;;
      *) without "$case" ;;
    esac >esp_idf/sdkconfig.defaults
    quiet cmake -S "$TESTS/routes/esp_idf" -B esp_idf/out \
      -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "-DPROJECT=$PWD/esp_idf" \
      "-DPYTHON=$PYTHON"
    chosen "$case" esp_idf/out esp_idf/out/sdkconfig app.elf esp_idf/out/app.elf
  done
  echo "ok: esp_idf, 12 configurations"
}

# PlatformIO and Arduino --------------------------------------------------

route_platformio() {
  # Strays that lie about where someone has worked.
  cp -R pristine littered
  cc "$TESTS/consumer/main.c" -c -Ipristine/include -o littered/score
  mkdir littered/build littered/.pio
  cp littered/score littered/build/main.o
  mkdir -p platformio/lib
  python3 "$TESTS/routes/platformio.py" pack littered platformio/lib/secrisk
  (cd platformio/lib/secrisk && find . -type f) >packed
  ! grep -vE '^\./(lib/.*\.[ch]|lib/secrisk\.map|include/.*\.h|LICENSE)$' \
    packed | grep -vE '^\./(README|CHANGELOG)\.md$|^\./library\.json$' ||
    fail "PlatformIO: the package takes these along"
  cp "$TESTS/routes/features.c" platformio/main.c
  block PlatformIO ini >platformio/platformio.ini
  quiet python3 "$TESTS/routes/platformio.py" build "$PWD/platformio" \
    "$PWD/platformio/lib/secrisk"
  platformio/program >have
  printf '%s\n' $names | grep -v CVSS2 | diff - have ||
    fail "PlatformIO: features"
  echo "ok: platformio, $(grep -c . packed) files packed"
}

route_arduino() {
  need arduino-builder arduino-core-avr || {
    echo "skipped: arduino, there is no arduino-builder"
    return
  }
  copy arduino
  mkdir arduino/sketch arduino/out
  block Arduino cpp >arduino/sketch/sketch.ino
  block Arduino sh >arduino.sh
  # In libraries/, and beside the sketch.
  (cd arduino && quiet sh -eu ../arduino.sh)
  quiet arduino-builder -compile -hardware /usr/share/arduino/hardware \
    -hardware /usr/share/arduino-builder -tools /usr/bin \
    -fqbn "arduino:avr:${1-uno}" -libraries "$PWD/arduino/libraries" \
    -build-path "$PWD/arduino/out" arduino/sketch
  avr-size arduino/out/sketch.ino.elf
}

[ $# -gt 0 ] || eval "set -- $(echo $all)"
for route in "$@"; do
  case $route in
    alone | two_files | meson | cmake | wrap | add_subdirectory | fetch)
      unshare -m true 2>quiet.log || {
        echo "skipped: $route, for this machine allows no mount namespace"
        continue
      }
      ;;
  esac
  "route_$route"
done
