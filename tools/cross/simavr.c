/* SPDX-License-Identifier: MIT */
/* Runs one AVR program, with RAM to the end of the address space: its first
 * UART is our stdout, what its main returns our exit status.
 *   simavr PROGRAM */
#include <libelf.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void uart_byte(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  (void)param;
  putchar((int)value);
}

static void quiet(avr_t *avr, const int level, const char *format,
                  va_list args) {
  if (level <= LOG_ERROR) {
    vfprintf(stderr, format, args);
  }
  (void)avr;
}

/* exit() ends in a jump to itself with interrupts off. */
static bool has_exited(const avr_t *avr) {
  return avr->flash[avr->pc] == 0xff && avr->flash[avr->pc + 1] == 0xcf &&
         avr->sreg[S_I] == 0;
}

int main(int argc, char **argv) {
  elf_firmware_t program;
  memset(&program, 0, sizeof program);
  avr_global_logger_set(quiet);
  avr_t *avr = avr_make_mcu_by_name("atmega1284p");
  if (argc != 2 || avr == NULL || elf_read_firmware(argv[1], &program) != 0) {
    fprintf(stderr, "usage: simavr PROGRAM\n");
    return 2;
  }
  avr->ramend = 0xfeff;
  avr_init(avr);
  avr_load_firmware(avr, &program);
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  avr_irq_register_notify(
      avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT),
      uart_byte, NULL);
  while (avr->state != cpu_Crashed && avr->state != cpu_Done) {
    avr_run(avr);
    if (has_exited(avr)) {
      return avr->data[24]; /* the low byte of main's result */
    }
  }
  fprintf(stderr, "the program crashed\n");
  return 3;
}
