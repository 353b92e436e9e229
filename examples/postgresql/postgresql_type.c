/* SPDX-License-Identifier: MIT */
/* PostgreSQL: the type cvss, which holds a vector and nothing else.
 *
 * A value is the library's 40 bytes, which later versions read, too.  It is
 * ordered by its score, then by its bytes, so that only equal vectors are
 * equal. */
#include "postgresql.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"

static secrisk_cvss *value_of(Datum d) {
  return (secrisk_cvss *)DatumGetPointer(d);
}

static Datum read_value(const char *text, size_t len) {
  secrisk_cvss *v = palloc(sizeof *v);
  char why[SQL_MESSAGE_SIZE];
  if (!sql_cvss(text, len, v)) {
    sql_cvss_error(text, len, why);
    ereport(ERROR, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                    errmsg("invalid input syntax for type %s: \"%s\"", "cvss",
                           pnstrdup(text, len)),
                    errdetail("%s.", why)));
  }
  return PointerGetDatum(v);
}

/* ---- In and out ---------------------------------------------------------- */

PG_FUNCTION_INFO_V1(secrisk_pg_in);
Datum secrisk_pg_in(PG_FUNCTION_ARGS) {
  const char *text = PG_GETARG_CSTRING(0);
  return read_value(text, strlen(text));
}

PG_FUNCTION_INFO_V1(secrisk_pg_out);
Datum secrisk_pg_out(PG_FUNCTION_ARGS) {
  char *text = palloc(SECRISK_CVSS_TEXT_SIZE);
  secrisk_cvss_format(value_of(PG_GETARG_DATUM(0)), text,
                      SECRISK_CVSS_TEXT_SIZE);
  PG_RETURN_CSTRING(text);
}

/* The binary protocol carries the text. */
PG_FUNCTION_INFO_V1(secrisk_pg_recv);
Datum secrisk_pg_recv(PG_FUNCTION_ARGS) {
  StringInfo message = (StringInfo)PG_GETARG_POINTER(0);
  int len;
  const char *text =
      pq_getmsgtext(message, message->len - message->cursor, &len);
  return read_value(text, (size_t)len);
}

PG_FUNCTION_INFO_V1(secrisk_pg_send);
Datum secrisk_pg_send(PG_FUNCTION_ARGS) {
  char text[SECRISK_CVSS_TEXT_SIZE];
  StringInfoData message;
  size_t len =
      secrisk_cvss_format(value_of(PG_GETARG_DATUM(0)), text, sizeof text);
  pq_begintypsend(&message);
  pq_sendtext(&message, text, (int)len);
  PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

/* ---- Scores -------------------------------------------------------------- */

static secrisk_tenths score(const secrisk_cvss *v) {
  return secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
}

PG_FUNCTION_INFO_V1(secrisk_pg_type_score);
Datum secrisk_pg_type_score(PG_FUNCTION_ARGS) {
  return tenths_datum(score(value_of(PG_GETARG_DATUM(0))));
}

PG_FUNCTION_INFO_V1(secrisk_pg_type_severity);
Datum secrisk_pg_type_severity(PG_FUNCTION_ARGS) {
  return text_datum(sql_severity(value_of(PG_GETARG_DATUM(0))));
}

/* ---- Order --------------------------------------------------------------- */

static int compare(FunctionCallInfo fcinfo) {
  const secrisk_cvss *a = value_of(PG_GETARG_DATUM(0));
  const secrisk_cvss *b = value_of(PG_GETARG_DATUM(1));
  int by_score = score(a) - score(b);
  return by_score != 0 ? by_score : memcmp(a, b, sizeof *a);
}

PG_FUNCTION_INFO_V1(secrisk_pg_cmp);
Datum secrisk_pg_cmp(PG_FUNCTION_ARGS) {
  int order = compare(fcinfo);
  PG_RETURN_INT32(order < 0 ? -1 : order > 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_lt);
Datum secrisk_pg_lt(PG_FUNCTION_ARGS) {
  PG_RETURN_BOOL(compare(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_le);
Datum secrisk_pg_le(PG_FUNCTION_ARGS) {
  PG_RETURN_BOOL(compare(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_eq);
Datum secrisk_pg_eq(PG_FUNCTION_ARGS) {
  PG_RETURN_BOOL(compare(fcinfo) == 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_ne);
Datum secrisk_pg_ne(PG_FUNCTION_ARGS) {
  PG_RETURN_BOOL(compare(fcinfo) != 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_ge);
Datum secrisk_pg_ge(PG_FUNCTION_ARGS) {
  PG_RETURN_BOOL(compare(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_gt);
Datum secrisk_pg_gt(PG_FUNCTION_ARGS) {
  PG_RETURN_BOOL(compare(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(secrisk_pg_hash);
Datum secrisk_pg_hash(PG_FUNCTION_ARGS) {
  return hash_any((const unsigned char *)value_of(PG_GETARG_DATUM(0)),
                  sizeof(secrisk_cvss));
}
