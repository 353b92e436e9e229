# SPDX-License-Identifier: MIT
# Flash, RAM, stack and instructions are within budget and as docs/size.md says.
# Limit: 600 s
#
#   tools/check size [--write]
need gcc binutils gcc-arm-none-eabi picolibc-arm-none-eabi qemu-system-arm \
  gcc-riscv64-unknown-elf gcc-avr avr-libc python3
python3 "$ROOT/tools/size/size.py" "$@"
