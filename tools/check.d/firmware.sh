# SPDX-License-Identifier: MIT
# The firmware example answers what is typed at it, within its stack.
# Limit: 120 s
need gcc-arm-none-eabi qemu-system-arm python3
# shellcheck disable=SC2086
arm-none-eabi-gcc $WARN -Os -mcpu=cortex-m3 -mthumb -ffreestanding \
  -ffunction-sections -fdata-sections -I"$ROOT/include" \
  "$ROOT"/examples/firmware/*.c "$ROOT"/lib/*/*.c -nostdlib -Wl,--gc-sections \
  -Wl,--build-id=none -T "$ROOT/examples/firmware/board.ld" -lgcc -o firmware
arm-none-eabi-size firmware
python3 "$ROOT/tests/examples/test_firmware.py" firmware 700
