/* SPDX-License-Identifier: MIT */
/* Part of register: the controls of a threat, one line of words for each. */
#include <string.h>

#include "register.h"

/*
 * controls = control *(";" control)
 * control  = words in any order, separated by blanks:
 *            external | hardware | visible | hidden      its kind, once
 *            planned | implemented | verified            its state, once
 *            security | safety | performance             domains; else security
 *            crypto ["reference"]                        cryptographic
 *            METRIC:VALUE                                a cap, as MAV:A
 *            "text"                                      its name
 * Quotes are "", '' or the typographer's.
 */

const char *const kind_words[5] = {"", "external", "hardware", "visible",
                                   "hidden"};
const char *const state_words[4] = {"", "planned", "implemented", "verified"};
const char *const domain_words[3] = {"security", "safety", "performance"};

struct reader {
  const struct place *at;
  const char *text;
  size_t pos, len;
  size_t from, to; /* the word read last, without its quotes */
  bool quoted;
  secrisk_control *control;
  const char **name;
  secrisk_limit *limits; /* room for the rest of the row's */
};

static bool complain(const struct reader *r, const char *what) {
  problem(r->at, r->from, r->to - r->from, "%s", what);
  return false;
}

/* The quote that closes the one at text, and its length; "" for none. */
static const char *closing(const char *text) {
  return *text == '"'                            ? "\""
         : *text == '\''                         ? "'"
         : strncmp(text, "\xe2\x80\x9c", 3) == 0 ? "\xe2\x80\x9d"
                                                 : "";
}

/* The next word of this control; false at its end. */
static bool next_word(struct reader *r) {
  while (r->pos < r->len && blank(r->text[r->pos])) {
    r->pos++;
  }
  r->from = r->to = r->pos;
  r->quoted = false;
  const char *close = closing(r->text + r->pos);
  if (*close != '\0') {
    size_t n = strlen(close);
    const char *end = strstr(r->text + r->pos + n, close);
    r->quoted = end != NULL; /* an open one is a word, and no known one */
    r->from += r->quoted ? n : 0;
    r->to = r->quoted ? (size_t)(end - r->text) : r->len;
    r->pos = r->quoted ? r->to + n : r->len;
    return true;
  }
  while (r->pos < r->len && !blank(r->text[r->pos]) && r->text[r->pos] != ';' &&
         *closing(r->text + r->pos) == '\0') {
    r->pos++;
  }
  r->to = r->pos;
  return r->to > r->from;
}

static bool is(const struct reader *r, const char *word) {
  return same_word(r->text + r->from, r->to - r->from, word);
}

/* The word's place in a list, or 0. */
static uint8_t place_in(const struct reader *r, const char *const *words,
                        uint8_t count) {
  uint8_t n = (uint8_t)(count - 1);
  while (n > 0 && !is(r, words[n])) {
    n--;
  }
  return n;
}

static bool set_once(const struct reader *r, uint8_t *field, uint8_t value,
                     const char *what) {
  if (*field != 0 && *field != value) {
    return complain(r, what);
  }
  *field = value;
  return true;
}

static bool read_name(struct reader *r) {
  if (**r->name != '\0') {
    return complain(r, "this control has a name already");
  }
  *r->name = keep_text(r->text + r->from, r->to - r->from);
  return true;
}

static bool read_crypto(struct reader *r) {
  struct reader ahead = *r;
  r->control->cryptographic = true;
  if (next_word(&ahead) && ahead.quoted) {
    *r = ahead;
    r->control->reference = keep_text(r->text + r->from, r->to - r->from);
  }
  return true;
}

static uint8_t find_value(uint8_t version, uint8_t metric, const char *text,
                          size_t len) {
  uint8_t value = secrisk_cvss_value_count(version, metric);
  while (value > 0) {
    const char *abbr = secrisk_cvss_value_abbr(version, metric, --value);
    if (strlen(abbr) == len && memcmp(abbr, text, len) == 0) {
      return value;
    }
  }
  return 0;
}

/* Whether the library would take the cap: tried alone. */
static bool try_cap(const struct reader *r, const secrisk_limit *cap,
                    size_t colon) {
  secrisk_control one = *r->control;
  secrisk_cvss v;
  one.limits = cap;
  one.limit_count = 1;
  one.kind = SECRISK_CONTROL_EXTERNAL;
  one.domains = SECRISK_DOMAIN_SECURITY;
  one.state = SECRISK_STATE_VERIFIED;
  switch (secrisk_cvss_residual(&r->at->row->initial.cvss, &one, 1, &v, NULL)) {
  case SECRISK_OK:
    return true;
  case SECRISK_E_METRIC:
    problem(r->at, r->from, colon - r->from,
            "only a Modified metric can be capped: MAV, MAC, MPR, MUI, and "
            "those of impact");
    return false;
  default:
    problem(r->at, colon + 1, r->to - colon - 1,
            "the metric cannot be capped at this value");
    return false;
  }
}

static bool read_cap(struct reader *r, size_t colon) {
  uint8_t version = r->at->row->initial.cvss.version;
  secrisk_limit *cap = r->limits;
  if (version == 0) {
    return complain(r, "a cap needs an initial rating that is a CVSS vector");
  }
  cap->version = version;
  cap->metric =
      secrisk_cvss_metric_find(version, r->text + r->from, colon - r->from);
  if (cap->metric == SECRISK_NO_METRIC) {
    problem(r->at, r->from, colon - r->from,
            "there is no such metric in CVSS %d.%d", version / 10,
            version % 10);
    return false;
  }
  cap->value =
      find_value(version, cap->metric, r->text + colon + 1, r->to - colon - 1);
  if (!try_cap(r, cap, colon)) {
    return false;
  }
  r->limits++;
  r->control->limit_count++;
  return true;
}

static bool read_word(struct reader *r) {
  secrisk_control *c = r->control;
  const char *colon = memchr(r->text + r->from, ':', r->to - r->from);
  uint8_t kind = place_in(r, kind_words, 5);
  uint8_t state = place_in(r, state_words, 4);
  if (r->quoted) {
    return read_name(r);
  }
  if (*closing(r->text + r->from) != '\0') {
    return complain(r, "the quote that opens here is never closed");
  }
  if (kind != 0) {
    return set_once(r, &c->kind, kind, "a control is of one kind");
  }
  if (state != 0) {
    return set_once(r, &c->state, state, "a control is in one state");
  }
  for (uint8_t n = 0; n < 3; n++) {
    if (is(r, domain_words[n])) {
      c->domains |= (uint8_t)(1u << n);
      return true;
    }
  }
  if (is(r, "crypto") || is(r, "cryptographic")) {
    return read_crypto(r);
  }
  return colon != NULL
             ? read_cap(r, (size_t)(colon - r->text))
             : complain(r, "expected a kind, a state, a domain, crypto, a cap "
                           "such as MAV:A, or a name in quotes");
}

static bool read_control(struct reader *r) {
  size_t start = r->pos;
  secrisk_control *c = r->control;
  c->limits = r->limits;
  *r->name = "";
  while (next_word(r)) {
    if (!read_word(r)) {
      return false;
    }
  }
  struct piece all = trimmed(r->text, start, r->pos);
  r->from = all.from;
  r->to = all.to;
  if (c->kind == 0) {
    return complain(r, "this control must say its kind: external, hardware, "
                       "visible or hidden");
  }
  if (c->state == 0) {
    return complain(r, "this control must say its state: planned, implemented "
                       "or verified");
  }
  c->domains = c->domains == 0 ? SECRISK_DOMAIN_SECURITY : c->domains;
  return true;
}

static size_t count_of(const char *text, char c) {
  size_t n = 0;
  for (; *text != '\0'; text++) {
    n += *text == c;
  }
  return n;
}

/* There are at most as many controls and limits as the marks between them. */
bool read_controls(const struct place *at) {
  struct row *row = at->row;
  struct reader r = {.at = at, .text = at->cell->text, .len = at->cell->len};
  size_t most = count_of(r.text, ';') + 1;
  bool more = !all_blank(r.text);
  if (!more) {
    return true;
  }
  row->controls = keep(most * sizeof row->controls[0]);
  row->control_names = (const char **)keep(most * sizeof row->control_names[0]);
  r.limits = keep((count_of(r.text, ':') + 1) * sizeof r.limits[0]);
  while (more) {
    r.control = row->controls + row->control_count;
    r.name = row->control_names + row->control_count;
    if (!read_control(&r)) {
      return false;
    }
    row->control_count++;
    more = r.pos < r.len && !all_blank(r.text + r.pos + 1);
    r.pos++; /* over the semicolon */
  }
  return true;
}
