/* SPDX-License-Identifier: MIT */
/* Part of register: words, scores and anchors that the outputs share. */
#include <stdlib.h>
#include <string.h>

#include "register_output.h"

/* --- Words -----------------------------------------------------------------*/

const char *const decision_words[DECISIONS] = {"not-read",
                                               "open",
                                               "accepted",
                                               "accepted-with-rationale",
                                               "accepted-on-benefit-risk",
                                               "recorded"};
const char *const decision_names[DECISIONS] = {"not read",
                                               "open",
                                               "accepted",
                                               "accepted with a rationale",
                                               "accepted on benefit and risk",
                                               "recorded"};
const char *const missing_words[MISSING] = {"control",          "verification",
                                            "crypto-reference", "residual",
                                            "rationale",        "benefit-risk"};
const char *const remark_words[REMARKS] = {"two-domains", "software-only",
                                           "residual-not-counted", "rerated",
                                           "not-reduced"};
const char *const note_words[NOTES] = {"placeholder", "control-without-name",
                                       "two-scores", "id-in-another-case"};
const char *const lack_words[LACKS] = {"rating", "control-name"};
const char *const note_texts[NOTES] = {
    ("A rationale, a reference, a name or the list of controls is a "
     "placeholder "
     "that says nothing."),
    "A control that lowers the risk has no name.",
    ("The scores compared are Environmental ones. The vector's own score is "
     "another."),
    "Another threat's id differs from this one in case alone."};
const char *const lack_texts[LACKS] = {
    "The threat is not rated yet.",
    "A control that lowers the risk needs a name, in quotes."};

bool settled(const secrisk_evaluation *e) {
  return e->decision > SECRISK_DECISION_OPEN;
}

unsigned long number(uint32_t n) {
  return n;
}

/* --- Scores ----------------------------------------------------------------*/

/* Microsoft's and EC-Council's schemes give a sum, the others a mean. */
static bool is_sum(uint8_t scheme) {
  return scheme == SECRISK_DREAD_MICROSOFT ||
         scheme == SECRISK_DREAD_EC_COUNCIL;
}

static void write_tenths(char *out, unsigned tenths, bool whole) {
  if (!whole && tenths < 100) { /* nearly all are such */
    out[0] = (char)('0' + tenths / 10);
    out[1] = '.';
    out[2] = (char)('0' + tenths % 10);
    out[3] = '\0';
  } else {
    (void)snprintf(out, SCORE_SIZE, whole && tenths % 10 == 0 ? "%u" : "%u.%u",
                   tenths / 10, tenths % 10);
  }
}

const char *score_text(const struct rating *r, secrisk_tenths tenths,
                       const char *between, char out[SCORE_SIZE]) {
  uint16_t full = r != NULL ? system_high(r->risk.system) : 100;
  uint16_t numerator, denominator;
  bool sum = r != NULL && is_sum(r->dread.scheme) && tenths == r->risk.tenths;
  unsigned n = tenths;
  out[0] = '\0';
  if (tenths == SECRISK_NO_SCORE) {
    return out;
  }
  if (sum &&
      secrisk_dread_score(&r->dread, &numerator, &denominator) == SECRISK_OK) {
    n = 10u * numerator / denominator;
    full = (uint16_t)(full * 5);
  }
  write_tenths(out, n, sum);
  if (full != 100) {
    size_t len = strlen(out);
    (void)snprintf(out + len, SCORE_SIZE - len, "%s%d", between, full / 10);
  }
  return out;
}

const struct rating *rating_after(const struct row *row,
                                  const secrisk_evaluation *e) {
  bool counts = e->residual_level != e->initial_level ||
                e->residual_tenths != e->initial_tenths;
  return counts ? &row->residual : &row->initial;
}

void put_scheme(FILE *to, const struct rating *r) {
  if (r->cvss.version == SECRISK_CVSS40) {
    fprintf(to, "%s 4.0", secrisk_cvss_nomenclature(&r->cvss));
  } else {
    put_system(to, r->risk.system);
  }
}

void put_limit(FILE *to, const secrisk_limit *limit) {
  fputs(secrisk_cvss_metric_abbr(limit->version, limit->metric), to);
  putc(':', to);
  fputs(secrisk_cvss_value_abbr(limit->version, limit->metric, limit->value),
        to);
}

void put_step(FILE *to, const struct steps *steps, size_t i) {
  const struct step *step = &steps->all[i];
  if (steps->version != 0) {
    secrisk_limit limit = {steps->version, step->metric, step->value};
    put_limit(to, &limit);
  } else {
    fprintf(to, "%s:%d%s", secrisk_dread_rating_abbr(step->metric),
            step->value / 2, step->value % 2 != 0 ? ".5" : "");
  }
}

const char *control_name(const struct control *c) {
  return *c->name != '\0' ? c->name : *c->library != '\0' ? c->library : c->id;
}

/* --- Anchors ---------------------------------------------------------------*/

/* Letters, digits and a few marks stay, so that a link can be written by hand.
 */
void put_anchor(FILE *to, const char *kind, const char *text, size_t len) {
  fprintf(to, "%s-", kind);
  for (size_t i = 0; i < len; i++) {
    char c = lower(text[i]);
    bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                 c == '.';
    fprintf(to, plain ? "%c" : "_%02X",
            plain ? text[i] : (unsigned char)text[i]);
  }
}

/* A row that was not read may have an id that another has, or none. */
void put_threat_anchor(FILE *to, const struct list *list, uint32_t index) {
  const struct row *row = &list->rows[index];
  const char *id = row->text[ID];
  struct piece p = trimmed(id, 0, strlen(id));
  if (list->evaluations[index].decision == 0) {
    fprintf(to, "line-%lu", row->line);
  } else {
    put_anchor(to, "t", id + p.from, p.to - p.from);
  }
}

void put_field(FILE *to, const char *name, const char *text) {
  if (*text != '\0') {
    fprintf(to, "<p><b>%s</b> <bdi>", name);
    put_html(to, text);
    fputs("</bdi></p>\n", to);
  }
}

/* --- Controls --------------------------------------------------------------*/

static int by_key(const void *a, const void *b) {
  const struct use *p = a, *q = b;
  int order = strcmp(p->key, q->key);
  return order != 0                ? order
         : p->row != q->row        ? (p->row < q->row ? -1 : 1)
         : p->control < q->control ? -1
                                   : 1;
}

bool same_use(const struct use *a, const struct use *b) {
  return *a->key != '\0' && strcmp(a->key, b->key) == 0;
}

/* An id before a name: "@C1" and "TLS" cannot be mistaken for each other. */
static const char *key_of(const struct control *c) {
  if (*c->id == '\0') {
    return c->name;
  }
  size_t n = strlen(c->id);
  char *key = keep(n + 2);
  key[0] = '@';
  memcpy(key + 1, c->id, n);
  return key;
}

struct use *collect_uses(const struct list *list, size_t *count) {
  size_t n = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    n += list->rows[i].control_count;
  }
  struct use *uses = grow(NULL, (n + 1) * sizeof uses[0]);
  *count = n;
  n = 0;
  for (uint32_t place = 0; place < list->count; place++) {
    const struct row *row = &list->rows[place];
    for (size_t k = 0; k < row->control_count; k++) {
      uses[n++] = (struct use){key_of(&row->control_texts[k]), place, k};
    }
  }
  qsort(uses, n, sizeof uses[0], by_key);
  return uses;
}
