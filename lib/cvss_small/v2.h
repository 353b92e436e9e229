/* SPDX-License-Identifier: MIT */
/* A small build has the equations of v2.0 alone. */
#ifndef SECRISK_SMALL_V2_H
#define SECRISK_SMALL_V2_H

#include "resolve.h"
#include "times.h"

#define SECRISK__APART
#define BASE_V2(v, kind) SECRISK_NO_SCORE

#endif
