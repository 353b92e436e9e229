/* SPDX-License-Identifier: MIT */
/* The equations of each standard, in doubles, over a vector of the reference.
 * The kinds of score are those of the header. */
#ifndef REFERENCE_FORMULAS_H
#define REFERENCE_FORMULAS_H

#include "reference_vector.h"

double reference_v2(const struct reference *r, int kind);
double reference_v3(const struct reference *r, int kind);
double reference_v4(const struct reference *r, int kind);
/* The levels of EQ1 to EQ6 of a v4.0 vector. */
void reference_macrovector(const struct reference *r, uint8_t levels[6]);

#endif
