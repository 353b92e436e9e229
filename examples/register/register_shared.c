/* SPDX-License-Identifier: MIT */
/* Part of register: controls with ids, which threats share. */
#include <stdlib.h>
#include <string.h>

#include "register_controls.h"

struct definition {
  struct control text;
  secrisk_control control; /* without limits: those are each threat's own */
  unsigned long line;
};

static int by_id(const void *a, const void *b) {
  const struct definition *p = a, *q = b;
  int order = strcmp(p->text.id, q->text.id);
  return order != 0 ? order : p->line < q->line ? -1 : p->line > q->line;
}

static void add(struct list *list, const struct control_reader *r,
                unsigned long line) {
  size_t n = list->definition_count++;
  if ((n & (n + 1)) == 0) {
    list->definitions =
        grow(list->definitions, (2 * n + 1) * sizeof list->definitions[0]);
  }
  list->definitions[n] = (struct definition){*r->names, *r->control, line};
  list->definitions[n].control.limits = NULL;
  list->definitions[n].control.limit_count = 0;
}

/* What is wrong with a control is said when its row is read. */
static void collect(struct list *list, struct row *row) {
  secrisk_limit none;
  secrisk_control control;
  struct control names = {.id = "", .name = "", .library = ""};
  struct row scratch = {.initial.text = ""};
  struct place at = place_of(list, row, CONTROLS);
  struct control_reader r = {.at = &at,
                             .text = at.cell->text,
                             .len = at.cell->len,
                             .collect = true,
                             .limits = &none,
                             .control = &control,
                             .names = &names};
  at.row = &scratch;
  while (next_control(&r)) {
    memset(&control, 0, sizeof control);
    if (!read_control(&r)) {
      return;
    }
    if (*names.id != '\0' && control.kind != 0) {
      add(list, &r, at.cell->line);
    }
  }
}

static bool differ(const struct definition *p, const struct definition *q) {
  const char *a = p->control.reference, *b = q->control.reference;
  return p->control.kind != q->control.kind ||
         p->control.state != q->control.state ||
         p->control.domains != q->control.domains ||
         p->control.cryptographic != q->control.cryptographic ||
         strcmp(a == NULL ? "" : a, b == NULL ? "" : b) != 0 ||
         strcmp(p->text.name, q->text.name) != 0 ||
         strcmp(p->text.library, q->text.library) != 0;
}

void collect_definitions(struct list *list) {
  bool quiet = list->quiet;
  list->quiet = true;
  for (uint32_t i = 0; i < list->count; i++) {
    if (strchr(list->rows[i].text[CONTROLS], '@') != NULL) {
      collect(list, &list->rows[i]);
    }
  }
  list->quiet = quiet;
  if (list->definition_count > 0) {
    qsort(list->definitions, list->definition_count,
          sizeof list->definitions[0], by_id);
  }
  for (size_t i = 1; i < list->definition_count; i++) {
    const struct definition *p = &list->definitions[i];
    if (strcmp(p->text.id, p[-1].text.id) == 0 && differ(p, p - 1)) {
      remark(list, p->line, 1,
             "the control @%s is not the same as in line %lu; write it once, "
             "and @%s alone elsewhere",
             p->text.id, p[-1].line, p->text.id);
    }
  }
}

/* The first, where there are several. */
const struct definition *definition_find(const struct list *list,
                                         const char *id, size_t len) {
  size_t low = 0, high = list->definition_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const char *other = list->definitions[middle].text.id;
    int order = strncmp(other, id, len);
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < list->definition_count &&
                 strncmp(list->definitions[low].text.id, id, len) == 0 &&
                 list->definitions[low].text.id[len] == '\0'
             ? &list->definitions[low]
             : NULL;
}

/* The threat's own limits stay. */
bool definition_use(const struct definition *d, secrisk_control *control,
                    struct control *text) {
  const secrisk_limit *limits = control->limits;
  size_t count = control->limit_count;
  *control = d->control;
  control->limits = limits;
  control->limit_count = count;
  *text = d->text;
  return true;
}
