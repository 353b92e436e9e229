/* SPDX-License-Identifier: MIT */
/* CVSS read and scored a second time: slowly, in doubles, from the text of the
 * standards, with no code and no table of lib/. */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "reference_formulas.h"

/* A score in tenths, or -1; kinds are those of the header. */
int reference_score(const struct reference *r, int kind);

#endif
