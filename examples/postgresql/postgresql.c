/* SPDX-License-Identifier: MIT */
/* PostgreSQL: functions of texts.
 *
 * Each is strict, immutable and safe in parallel workers.  A text of a column
 * that is no vector gives NULL, for one bad row must not end a query.  An
 * argument that the query's author wrote, a profile or a policy, is an error.
 * secrisk.sql declares the functions, docs/databases.md describes them. */
#include "postgresql.h"

#include "funcapi.h"

PG_MODULE_MAGIC;

/* A text as it stands in the row: it ends without a NUL. */
typedef struct bytes {
  const char *at;
  size_t len;
} bytes;

static bytes take(text *t) {
  return (bytes){VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t)};
}

/* For a message. */
static char *shown(bytes b) {
  return pnstrdup(b.at, b.len);
}

/* ---- Vectors ------------------------------------------------------------- */

PG_FUNCTION_INFO_V1(secrisk_pg_score);
Datum secrisk_pg_score(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  secrisk_cvss v;
  if (!sql_cvss(t.at, t.len, &v)) {
    PG_RETURN_NULL();
  }
  return tenths_datum(secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL));
}

PG_FUNCTION_INFO_V1(secrisk_pg_severity);
Datum secrisk_pg_severity(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  secrisk_cvss v;
  if (!sql_cvss(t.at, t.len, &v)) {
    PG_RETURN_NULL();
  }
  return text_datum(sql_severity(&v));
}

static Datum vector_datum(const secrisk_cvss *v) {
  char buf[SECRISK_CVSS_TEXT_SIZE];
  secrisk_cvss_format(v, buf, sizeof buf);
  return text_datum(buf);
}

PG_FUNCTION_INFO_V1(secrisk_pg_vector);
Datum secrisk_pg_vector(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  secrisk_cvss v;
  if (!sql_cvss(t.at, t.len, &v)) {
    PG_RETURN_NULL();
  }
  return vector_datum(&v);
}

PG_FUNCTION_INFO_V1(secrisk_pg_error);
Datum secrisk_pg_error(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  char why[SQL_MESSAGE_SIZE];
  sql_cvss_error(t.at, t.len, why);
  if (why[0] == '\0') {
    PG_RETURN_NULL();
  }
  return text_datum(why);
}

PG_FUNCTION_INFO_V1(secrisk_pg_profile);
Datum secrisk_pg_profile(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  bytes p = take(PG_GETARG_TEXT_PP(1));
  char why[SQL_MESSAGE_SIZE];
  secrisk_cvss v, profile;
  if (!sql_profile(p.at, p.len, &profile, why)) {
    ereport(ERROR,
            (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
             errmsg("invalid profile: \"%s\"", shown(p)), errdetail("%s.", why),
             errhint("A profile gives Threat and Environmental metrics, "
                     "such as CVSS:3.1/CR:H/MAV:A.")));
  }
  if (!sql_cvss(t.at, t.len, &v)) {
    PG_RETURN_NULL();
  }
  sql_profile_lay(&profile, &v);
  return vector_datum(&v);
}

PG_FUNCTION_INFO_V1(secrisk_pg_action);
Datum secrisk_pg_action(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  bytes name = take(PG_GETARG_TEXT_PP(1));
  char why[SQL_MESSAGE_SIZE], action[SQL_ACTION_SIZE];
  secrisk_policy policy;
  if (!sql_policy(name.at, name.len, &policy, why)) {
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                    errmsg("there is no policy \"%s\"", shown(name)),
                    errdetail("%s.", why)));
  }
  sql_action(t.at, t.len, &policy, action);
  if (action[0] == '\0') {
    PG_RETURN_NULL();
  }
  return text_datum(action);
}

/* ---- Ratings of DREAD ---------------------------------------------------- */

PG_FUNCTION_INFO_V1(secrisk_pg_dread_score);
Datum secrisk_pg_dread_score(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  secrisk_dread d;
  if (!sql_dread(t.at, t.len, &d)) {
    PG_RETURN_NULL();
  }
  return tenths_datum(sql_dread_tenths(&d));
}

PG_FUNCTION_INFO_V1(secrisk_pg_dread_level);
Datum secrisk_pg_dread_level(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  secrisk_dread d;
  if (!sql_dread(t.at, t.len, &d) || *sql_dread_level(&d) == '\0') {
    PG_RETURN_NULL();
  }
  return text_datum(sql_dread_level(&d));
}

PG_FUNCTION_INFO_V1(secrisk_pg_dread_error);
Datum secrisk_pg_dread_error(PG_FUNCTION_ARGS) {
  bytes t = take(PG_GETARG_TEXT_PP(0));
  char why[SQL_MESSAGE_SIZE];
  sql_dread_error(t.at, t.len, why);
  if (why[0] == '\0') {
    PG_RETURN_NULL();
  }
  return text_datum(why);
}

/* ---- Vectors in other text: a row each ----------------------------------- */

struct search {
  text *in;
  size_t from;
};

static FuncCallContext *begin_search(FunctionCallInfo fcinfo) {
  FuncCallContext *call = SRF_FIRSTCALL_INIT();
  MemoryContext before = MemoryContextSwitchTo(call->multi_call_memory_ctx);
  struct search *s = palloc0(sizeof *s);
  TupleDesc row;
  if (get_call_result_type(fcinfo, NULL, &row) != TYPEFUNC_COMPOSITE) {
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                    errmsg("cvss_find gives rows: call it in FROM")));
  }
  s->in = PG_GETARG_TEXT_P_COPY(0);
  call->tuple_desc = BlessTupleDesc(row);
  call->user_fctx = s;
  MemoryContextSwitchTo(before);
  return call;
}

static Datum found_datum(const FuncCallContext *call, const secrisk_cvss *v,
                         bytes found, size_t from) {
  secrisk_tenths score = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  bool nulls[5] = {false};
  Datum cells[5];
  cells[0] = vector_datum(v);
  cells[1] = Int32GetDatum((int32)from + 1);
  cells[2] =
      PointerGetDatum(cstring_to_text_with_len(found.at, (int)found.len));
  cells[3] = tenths_datum(score);
  cells[4] = text_datum(sql_severity(v));
  return HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, cells, nulls));
}

PG_FUNCTION_INFO_V1(secrisk_pg_find);
Datum secrisk_pg_find(PG_FUNCTION_ARGS) {
  FuncCallContext *call;
  struct search *s;
  size_t from, len;
  secrisk_cvss v;
  bytes t;
  if (SRF_IS_FIRSTCALL()) {
    begin_search(fcinfo);
  }
  call = SRF_PERCALL_SETUP();
  s = call->user_fctx;
  t = take(s->in);
  from = s->from;
  if (!sql_find(t.at, t.len, &from, &len, &v)) {
    SRF_RETURN_DONE(call);
  }
  s->from = from + len;
  SRF_RETURN_NEXT(call, found_datum(call, &v, (bytes){t.at + from, len}, from));
}
