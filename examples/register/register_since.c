/* SPDX-License-Identifier: MIT */
/* Part of register: what changed since the register of the last review. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "register_output.h"

struct named {
  const char *id;
  size_t len;
  uint32_t index;
};

static int by_id(const void *a, const void *b) {
  const struct named *p = a, *q = b;
  size_t n = p->len < q->len ? p->len : q->len;
  int order = memcmp(p->id, q->id, n);
  return order != 0            ? order
         : p->len != q->len    ? (p->len < q->len ? -1 : 1)
         : p->index < q->index ? -1
                               : p->index > q->index;
}

static struct named *sorted(const struct list *list) {
  struct named *all = grow(NULL, (list->count + 1) * sizeof all[0]);
  for (uint32_t i = 0; i < list->count; i++) {
    const char *id = list->rows[i].text[ID];
    struct piece p = trimmed(id, 0, strlen(id));
    all[i] = (struct named){id + p.from, p.to - p.from, i};
  }
  if (list->count > 0) {
    qsort(all, list->count, sizeof all[0], by_id);
  }
  return all;
}

/* --- A sentence ------------------------------------------------------------*/

struct sentence {
  char text[1024];
  size_t len;
};

static void say(struct sentence *s, const char *format, ...) {
  va_list args;
  if (s->len >= sizeof s->text) {
    return;
  }
  va_start(args, format);
  int n = vsnprintf(s->text + s->len, sizeof s->text - s->len, format, args);
  va_end(args);
  s->len += n > 0 ? (size_t)n : 0;
}

static void say_level(struct sentence *s, const struct list *list,
                      const struct rating *r, secrisk_level level,
                      secrisk_tenths tenths) {
  char score[SCORE_SIZE];
  const char *text = score_text(r, tenths, " of ", score);
  say(s, "%s%s%s", level == 0 ? "not rated" : level_name(list, level),
      *text != '\0' && level != 0 ? " " : "", level != 0 ? text : "");
}

static void say_risk(struct sentence *s, const char *name,
                     const struct list *old, uint32_t i, const struct list *new,
                     uint32_t k, bool after) {
  const secrisk_evaluation *a = &old->evaluations[i];
  const secrisk_evaluation *b = &new->evaluations[k];
  secrisk_level before = after ? a->residual_level : a->initial_level;
  secrisk_level now = after ? b->residual_level : b->initial_level;
  secrisk_tenths was = after ? a->residual_tenths : a->initial_tenths;
  secrisk_tenths is = after ? b->residual_tenths : b->initial_tenths;
  if (before == now && was == is) {
    return;
  }
  const struct row *p = &old->rows[i], *q = &new->rows[k];
  say(s, "%s%s controls: ", s->len > 0 ? "; " : "", name);
  say_level(s, old, after ? rating_after(p, a) : &p->initial, before, was);
  say(s, " -> ");
  say_level(s, new, after ? rating_after(q, b) : &q->initial, now, is);
}

/* The text of a column of that name, "" if there is none. */
static const char *cell_named(const struct list *list, const struct row *row,
                              const char *name) {
  for (size_t i = 0; i < list->columns.count && i < row->cell_count; i++) {
    if (list->columns.all[i].what != RESULT &&
        strcmp(list->columns.all[i].name, name) == 0) {
      return row->cells[i].text;
    }
  }
  return "";
}

/* But for the blanks around them. */
static bool same_text(const char *a, const char *b) {
  struct piece p = trimmed(a, 0, strlen(a)), q = trimmed(b, 0, strlen(b));
  size_t len = p.to - p.from;
  return len == q.to - q.from && memcmp(a + p.from, b + q.from, len) == 0;
}

static void say_cells(struct sentence *s, const struct list *old,
                      const struct row *p, const struct list *new,
                      const struct row *q) {
  const char *between = s->len > 0 ? "; changed: " : "changed: ";
  for (size_t i = 0; i < new->columns.count; i++) {
    const struct column_of *c = &new->columns.all[i];
    const char *now = i < q->cell_count ? q->cells[i].text : "";
    const char *before =
        c->what < COLUMNS ? p->text[c->what] : cell_named(old, p, c->name);
    if (c->what != RESULT && !same_text(before, now)) {
      say(s, "%s%s", between, c->name);
      between = ", ";
    }
  }
}

/* --- Changes ---------------------------------------------------------------*/

static void add(struct list *list, const char *id, uint8_t kind,
                const struct sentence *s) {
  size_t n = list->change_count++;
  if ((n & (n + 1)) == 0) {
    list->changes = grow(list->changes, (2 * n + 1) * sizeof list->changes[0]);
  }
  list->changes[n].id = id;
  list->changes[n].kind = kind;
  list->changes[n].text = keep_text(s->text, strlen(s->text));
}

static void compare(struct list *new, uint32_t k, const struct list *old,
                    uint32_t i) {
  struct sentence s = {"", 0};
  uint8_t before = old->evaluations[i].decision;
  uint8_t now = new->evaluations[k].decision;
  if (before != now) {
    say(&s, "%s -> %s", decision_words[before], decision_words[now]);
  }
  say_risk(&s, "before", old, i, new, k, false);
  say_risk(&s, "after", old, i, new, k, true);
  say_cells(&s, old, &old->rows[i], new, &new->rows[k]);
  if (s.len > 0) {
    add(new, new->rows[k].text[ID], CHANGE_MADE, &s);
  }
}

static void tell_one(struct list *new, const struct list *list, uint32_t i,
                     uint8_t kind) {
  struct sentence s = {"", 0};
  const secrisk_evaluation *e = &list->evaluations[i];
  say(&s, kind == CHANGE_NEW ? "new: %s, " : "no longer there; it was %s, ",
      decision_words[e->decision]);
  say_level(&s, list, &list->rows[i].initial, e->initial_level,
            e->initial_tenths);
  add(new, list->rows[i].text[ID], kind, &s);
}

static int order_of(const struct named *a, size_t i, uint32_t m,
                    const struct named *b, size_t k, uint32_t n) {
  if (i == m || k == n) {
    return i == m ? 1 : -1;
  }
  struct named p = a[i], q = b[k];
  p.index = q.index = 0;
  return by_id(&p, &q);
}

/* A second row of one id is a fault of its file, and no change. */
static bool repeats(const struct named *a, size_t i) {
  return i > 0 && a[i].len == a[i - 1].len && a[i].len > 0 &&
         memcmp(a[i].id, a[i - 1].id, a[i].len) == 0;
}

void find_changes(struct list *list, const struct list *old) {
  struct named *a = sorted(old), *b = sorted(list);
  size_t i = 0, k = 0;
  while (i < old->count || k < list->count) {
    int order = order_of(a, i, old->count, b, k, list->count);
    if (order == 0) {
      compare(list, b[k++].index, old, a[i++].index);
    } else if (order < 0) {
      if (!repeats(a, i)) {
        tell_one(list, old, a[i].index, CHANGE_GONE);
      }
      i++;
    } else {
      if (!repeats(b, k)) {
        tell_one(list, list, b[k].index, CHANGE_NEW);
      }
      k++;
    }
  }
  free(a);
  free(b);
}
