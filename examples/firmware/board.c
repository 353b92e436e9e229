/* SPDX-License-Identifier: MIT */
/* Start-up, vectors and UART of the MPS2 board's Cortex-M3 (AN385). */
#include "board.h"

/* From board.ld: the addresses are what counts. */
extern uint32_t board_data[], board_data_end[], board_data_load[];
extern uint32_t board_bss[], board_bss_end[];
extern uint32_t board_stack[], board_stack_top[];

#define UART(offset) (*(volatile uint32_t *)(0x40004000u + (offset)))
#define UART_DATA UART(0)
#define UART_STATE UART(4) /* 1: cannot be written; 2: can be read */
#define UART_CONTROL UART(8)
#define UART_BAUD UART(16)

#define PAINT 0x5ec715c5u

void board_put(char c) {
  while ((UART_STATE & 1) != 0) {
  }
  UART_DATA = (uint8_t)c;
}

char board_get(void) {
  while ((UART_STATE & 2) == 0) {
  }
  return (char)UART_DATA;
}

uint32_t board_stack_size(void) {
  return (uint32_t)((uintptr_t)board_stack_top - (uintptr_t)board_stack);
}

uint32_t board_stack_used(void) {
  volatile const uint32_t *p = board_stack;
  while (p < board_stack_top && *p == PAINT) {
    p++;
  }
  return (uint32_t)((uintptr_t)board_stack_top - (uintptr_t)p);
}

static void stop(void) {
  for (;;) {
  }
}

/* Volatile, lest a compiler make calls to memset and memcpy of it. */
static void reset(void) {
  volatile uint32_t here; /* what is well below it is free to be painted */
  uintptr_t end = (uintptr_t)&here - 64;
  volatile uint32_t *to;
  const uint32_t *from = board_data_load;
  for (to = board_stack; (uintptr_t)to < end; to++) {
    *to = PAINT;
  }
  for (to = board_data; to < board_data_end; to++) {
    *to = *from++;
  }
  for (to = board_bss; to < board_bss_end; to++) {
    *to = 0;
  }
  UART_BAUD = 16;
  UART_CONTROL = 3; /* send and receive */
  firmware();
  stop();
}

/* The core loads the first word into the stack pointer, then calls reset; all
 * of the rest stop: none of these exceptions can happen in good order. */
struct vectors {
  uint32_t *stack;
  void (*handler[15])(void);
};
__attribute__((section(".vectors"), used)) static const struct vectors table = {
    board_stack_top,
    {reset, stop, stop, stop, stop, stop, stop, stop, stop, stop, stop, stop,
     stop, stop, stop}};
