/* SPDX-License-Identifier: MIT */
/* PostgreSQL: what its files share.  PostgreSQL's own headers come first. */
#ifndef POSTGRESQL_H
#define POSTGRESQL_H

#include "postgres.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "secrisk.h"
#include "../common/common_sql.h"

/* A number in tenths, exactly: 98 is 9.8. */
static inline Datum tenths_datum(unsigned tenths) {
  return NumericGetDatum(int64_div_fast_to_numeric((int64)tenths, 1));
}

static inline Datum text_datum(const char *text) {
  return PointerGetDatum(cstring_to_text(text));
}

#endif
