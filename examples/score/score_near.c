/* SPDX-License-Identifier: MIT */
/* score: what looks like a vector and is none; nothing is passed over. */
#include <string.h>

#include "score.h"

enum { REASONS = 32, NO_VERSION = 30, CUT = 31 };

/* Options that would read it. */
static const struct way {
  uint32_t flags;
  const char *name;
} ways[] = {
    {SECRISK_LENIENT, "--lenient"},
    {SECRISK_ALLOW_PARTIAL, "--range"},
    {SECRISK_ALLOW_BARE_31, "--version-hint 3.1"},
    {SECRISK_ALLOW_BARE_40, "--version-hint 4.0"},
    {SECRISK_LENIENT | SECRISK_ALLOW_BARE_31, "--lenient --version-hint 3.1"},
    {SECRISK_LENIENT | SECRISK_ALLOW_BARE_40, "--lenient --version-hint 4.0"}};
enum { WAYS = sizeof ways / sizeof ways[0] };

static struct reason {
  unsigned long count, by_way[WAYS];
  char first[256]; /* place */
} reasons[REASONS];

/* The option that would read the text, or WAYS. */
static int way_of(const char *text, size_t len) {
  secrisk_cvss v;
  for (int i = 0; i < WAYS; i++) {
    if (secrisk_cvss_parse(text, len, opt.flags | ways[i].flags, &v, NULL) ==
        SECRISK_OK) {
      return i;
    }
  }
  return WAYS;
}

const char *way_out(const char *text, size_t len) {
  int way = way_of(text, len);
  return way < WAYS ? ways[way].name : NULL;
}

/* Is it a vector up to the fault? */
static bool is_cut(const char *text, const secrisk_diag *d) {
  secrisk_cvss v;
  return d->status == SECRISK_E_SYNTAX &&
         secrisk_cvss_parse(text, d->offset, opt.flags | SECRISK_ALLOW_SLASH,
                            &v, NULL) == SECRISK_OK;
}

static const char *reason_text(int reason) {
  switch (reason) {
  case NO_VERSION:
    return "a vector of v3 whose text does not say whether 3.0 or 3.1";
  case CUT:
    return "a vector with more metrics behind a gap";
  default:
    return secrisk_status_text((secrisk_status)reason);
  }
}

void near_miss(const char *text, size_t len, const secrisk_diag *d) {
  int way = way_of(text, len);
  bool hint = way < WAYS && (ways[way].flags & SECRISK_ALLOW_BARE_31) != 0;
  int reason = is_cut(text, d) ? CUT
               : hint          ? NO_VERSION
                               : d->status % NO_VERSION;
  struct reason *r = &reasons[reason];
  if (r->count++ == 0) {
    snprintf(r->first, sizeof r->first, "%s%s%lu:%lu",
             at.what != NULL ? at.what : "", at.what != NULL ? ":" : "",
             at.line, at.column);
  }
  if (way < WAYS) {
    r->by_way[way]++;
  }
  at.near++;
  if (opt.near) {
    report(text, len, d);
  }
}

static void put_reason(int i) {
  const struct reason *r = &reasons[i];
  put(&err, "%7lu  %s; first at %s", r->count, reason_text(i), r->first);
  for (int k = 0; k < WAYS; k++) {
    if (r->by_way[k] > 0) {
      put(&err, "; %s reads %lu", ways[k].name, r->by_way[k]);
    }
  }
  put(&err, "\n");
}

/* At the end: how many, by reason, the most frequent first. */
void near_summary(void) {
  if (at.near == 0) {
    return;
  }
  put(&err, "score: %lu near miss%s%s\n", at.near,
      at.near > 1 ? "es, which look like vectors"
                  : ", which looks like a vector",
      opt.near ? "" : " (--near shows what is wrong)");
  for (int shown = 0; shown < REASONS; shown++) {
    int best = 0;
    for (int i = 1; i < REASONS; i++) {
      best = reasons[i].count > reasons[best].count ? i : best;
    }
    if (reasons[best].count == 0) {
      break;
    }
    put_reason(best);
    reasons[best].count = 0;
  }
}
