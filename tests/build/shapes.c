/* SPDX-License-Identifier: MIT */
/* Compiles only if every public type has its promised shape and every constant
 * its value. */
#include <secrisk.h>

#define PASTE(a, b) a##b
#define NAME(line) PASTE(holds_, line)
#define HOLDS(condition) extern char NAME(__LINE__)[(condition) ? 1 : -1];
#define SIZE(type, want) HOLDS(sizeof(type) == (want))
#define AT(type, field, want) HOLDS(offsetof(type, field) == (want))
#define X(constant, want) HOLDS((constant) == (want))

#include "shapes_data.h"
#include "constants_data.h"
