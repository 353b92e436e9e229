/* SPDX-License-Identifier: MIT */
/* The board: its first UART, and how much of the stack was used. */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

/* The program; called by the reset handler, with the UART open. */
void firmware(void);

void board_put(char c);
char board_get(void);

/* The most bytes that were in use since reset, and how many there are. */
uint32_t board_stack_used(void);
uint32_t board_stack_size(void);

#endif
