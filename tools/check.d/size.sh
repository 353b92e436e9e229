# SPDX-License-Identifier: MIT
# Flash, RAM and stack on the smallest core are within their budget.
# Limit: 400 s
#
#   tools/check size            Cortex-M0+, against tools/size/budget.csv
#   tools/check size --all      every target, and against docs/size.md
#   tools/check size --write    docs/size.md anew
need gcc-arm-none-eabi python3
[ $# = 0 ] || need gcc binutils picolibc-arm-none-eabi qemu-system-arm \
  gcc-riscv64-unknown-elf gcc-avr avr-libc
python3 "$ROOT/tools/size/size.py" "$@"
