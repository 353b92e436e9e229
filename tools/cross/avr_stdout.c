/* SPDX-License-Identifier: MIT */
/* Gives a test on AVR a stdout: the first UART. */
#include <avr/io.h>
#include <stdio.h>

static int uart_put(char c, FILE *stream) {
  (void)stream;
  while ((UCSR0A & 1 << UDRE0) == 0) {
  }
  UDR0 = (uint8_t)c;
  return 0;
}

static FILE uart;

__attribute__((constructor)) static void open_stdout(void) {
  UCSR0B = 1 << TXEN0;
  fdev_setup_stream(&uart, uart_put, NULL, _FDEV_SETUP_WRITE);
  stdout = &uart;
}
