/* SPDX-License-Identifier: MIT */
/* Structs of any bytes. */
#include "hostile.h"

/* Any byte: now and then any of 256, else one below n, so that inputs come past
 * the first fault too. */
static uint8_t some(struct bytes *in, uint8_t n) {
  uint8_t b = take(in);
  return (uint8_t)(b >= 224 ? take(in) : b % n);
}

/* A system, mostly of those that there are. */
static uint8_t some_system(struct bytes *in) {
  static const uint8_t systems[16] = {0,  1,  2,  9,   20,  30,  31,  40,
                                      40, 31, 40, 101, 104, 107, 201, 105};
  uint8_t b = take(in);
  return b >= 224 ? take(in) : systems[b % 16];
}

static void make_risk(struct bytes *in, secrisk_risk *r) {
  r->system = some_system(in);
  r->kind = some(in, 2) * 7;
  r->tenths = some(in, 102);
  r->level = some(in, 2) * some(in, 8);
}

static void make_policy(struct bytes *in, secrisk_policy *p) {
  static const uint8_t rules[8] = {1, 2, 3, 6, 7, 11, 15, 31};
  size_t count = take(in) % 7;
  secrisk_band *bands = room(count * sizeof *bands);
  for (size_t i = 0; i < count; i++) {
    bands[i].system = some_system(in);
    bands[i].first = some(in, 102);
    bands[i].last = (uint8_t)(bands[i].first + some(in, 102));
    bands[i].level = some(in, 7);
  }
  for (int i = 0; i < 8; i++) {
    uint8_t b = take(in);
    p->rule[i] = b >= 128 ? take(in) : rules[b % 8];
  }
  p->bands = bands;
  p->band_count = count;
  if (take(in) == 255) { /* a count, and nothing there */
    free(bands);
    p->bands = NULL;
  }
}

/* A text that ends in NUL, or none. */
static char *make_text(struct bytes *in) {
  size_t n = take(in) % 8;
  if (n == 0) {
    return NULL;
  }
  char *text = room(n);
  take_into(in, text, n - 1);
  text[n - 1] = '\0';
  return text;
}

static void make_control(struct bytes *in, secrisk_control *c) {
  size_t count = take(in) % 5;
  secrisk_limit *limits = room(count * sizeof *limits);
  for (size_t i = 0; i < count; i++) {
    limits[i].version = some_system(in);
    limits[i].metric = some(in, 40);
    limits[i].value = some(in, 6);
  }
  memset(c, 0, sizeof *c);
  c->limits = limits;
  c->limit_count = count;
  c->reference = make_text(in);
  c->kind = some(in, 5);
  c->state = some(in, 4);
  c->domains = some(in, 9);
  c->cryptographic = take(in);
  if (take(in) == 255) {
    free(limits);
    c->limits = NULL;
  }
}

static void make_threat(struct bytes *in, secrisk_threat *t) {
  size_t count = take(in) % 4;
  secrisk_control *controls = room(count * sizeof *controls);
  memset(t, 0, sizeof *t);
  for (size_t i = 0; i < count; i++) {
    make_control(in, &controls[i]);
  }
  t->controls = controls;
  t->control_count = count;
  if (count == 0 && take(in) == 255) {
    free(controls);
    t->controls = NULL;
    t->control_count = 1;
  }
  t->rationale = make_text(in);
  t->benefit_risk = make_text(in);
  make_risk(in, &t->initial);
  make_risk(in, &t->residual);
  t->rerated = take(in);
  t->impairs = take(in);
}

static void make_vector(struct bytes *in, secrisk_cvss *v) {
  if (take(in) % 4 == 0) {
    take_into(in, v, sizeof *v);
    return;
  }
  take_vector(in, v);
  for (int i = take(in) % 4; i > 0; i--) { /* and some of it spoilt */
    ((uint8_t *)v)[take(in) % sizeof *v] = take(in);
  }
}

static void make_matrix(struct bytes *in, secrisk_matrix *m) {
  m->rows = some(in, 9);
  m->columns = some(in, 9);
  size_t area = (size_t)m->rows * m->columns;
  secrisk_level *cells = room(area);
  for (size_t i = 0; i < area; i++) {
    cells[i] = some(in, 6);
  }
  m->cells = cells;
  if (take(in) == 255) {
    free(cells);
    m->cells = NULL;
  }
}

void hostile_make(struct hostile *h, struct bytes *in) {
  h->policy = room(sizeof *h->policy);
  h->threat = room(sizeof *h->threat);
  h->v = room(sizeof *h->v);
  h->other = room(sizeof *h->other);
  h->matrix = room(sizeof *h->matrix);
  make_policy(in, h->policy);
  make_threat(in, h->threat);
  make_vector(in, h->v);
  *h->other = *h->v;
  for (int i = take(in) % 4; i > 0; i--) {
    ((uint8_t *)h->other)[take(in) % sizeof *h->other] = take(in) % 8;
  }
  make_matrix(in, h->matrix);
  take_into(in, &h->diag, sizeof h->diag);
  h->count = take(in) % (HOSTILE_LIST + 1);
  h->list = room(h->count * sizeof *h->list);
  take_into(in, h->list, h->count * sizeof *h->list);
}

void hostile_free(struct hostile *h) {
  size_t controls = h->threat->controls != NULL ? h->threat->control_count : 0;
  for (size_t i = 0; i < controls; i++) {
    free((void *)(uintptr_t)h->threat->controls[i].limits);
    free((void *)(uintptr_t)h->threat->controls[i].reference);
  }
  free((void *)(uintptr_t)h->threat->controls);
  free((void *)(uintptr_t)h->threat->rationale);
  free((void *)(uintptr_t)h->threat->benefit_risk);
  free((void *)(uintptr_t)h->policy->bands);
  free((void *)(uintptr_t)h->matrix->cells);
  free(h->policy);
  free(h->threat);
  free(h->v);
  free(h->other);
  free(h->matrix);
  free(h->list);
}
