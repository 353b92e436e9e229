/* SPDX-License-Identifier: MIT */
/* Part of register: no two threats of one id, and the order of urgency. */
#include <stdlib.h>
#include <string.h>

#include "register.h"

struct named {
  const char *id;
  size_t len;
  struct row *row;
};

static int by_word(const struct named *p, const struct named *q) {
  for (size_t i = 0; i < p->len && i < q->len; i++) {
    int order = lower(p->id[i]) - lower(q->id[i]);
    if (order != 0) {
      return order;
    }
  }
  return p->len < q->len ? -1 : p->len > q->len;
}

static bool same_id(const struct named *p, const struct named *q) {
  return p->len == q->len && memcmp(p->id, q->id, p->len) == 0;
}

/* In any case first, then by case, then by line. */
static int by_id(const void *a, const void *b) {
  const struct named *p = a, *q = b;
  int order = by_word(p, q);
  if (order == 0) {
    order = memcmp(p->id, q->id, p->len);
  }
  return order != 0 ? order : p->row->line < q->row->line ? -1 : 1;
}

static void refuse_duplicate(struct list *list, const struct named *p,
                             unsigned long other) {
  struct place at = place_of(list, p->row, ID);
  problem(&at, 0, 0, "the threat in line %lu has this id too", other);
  memset(&list->evaluations[p->row - list->rows], 0,
         sizeof list->evaluations[0]);
}

static void note_case(struct list *list, const struct named *p,
                      const struct named *other) {
  struct place at = place_of(list, p->row, ID);
  p->row->notes |= NOTE_CASE;
  remark(list, at.cell->line, at.cell->column,
         "%s and %s of line %lu differ in case alone", p->row->text[ID],
         other->row->text[ID], other->row->line);
}

/* Two rows of one id would be mistaken for each other. */
void find_duplicates(struct list *list) {
  struct named *sorted = grow(NULL, (list->count + 1) * sizeof sorted[0]);
  uint32_t count = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    const char *id = list->rows[i].text[ID];
    struct piece p = trimmed(id, 0, strlen(id));
    if (p.from < p.to) {
      sorted[count++] =
          (struct named){id + p.from, p.to - p.from, &list->rows[i]};
    }
  }
  qsort(sorted, count, sizeof sorted[0], by_id);
  for (uint32_t i = 1; i < count; i++) {
    const struct named *p = &sorted[i], *before = &sorted[i - 1];
    if (same_id(p, before)) {
      refuse_duplicate(list, p, before->row->line);
    } else if (by_word(p, before) == 0) {
      note_case(list, p, before);
    }
  }
  free(sorted);
}

/* What was not read comes first, then what is not rated, then the library's
 * order. */
static int rank(const struct list *list, uint32_t i) {
  return list->evaluations[i].decision == 0          ? 0
         : (list->rows[i].lacks & LACKS_RATING) != 0 ? 1
                                                     : 2;
}

void sort_list(struct list *list) {
  uint32_t *order = grow(NULL, (list->count + 1) * sizeof order[0]), n = 0;
  list->order = grow(NULL, (list->count + 1) * sizeof order[0]);
  secrisk_register_order(list->evaluations, list->count, order);
  for (int want = 0; want < 3; want++) {
    for (uint32_t i = 0; i < list->count; i++) {
      if (rank(list, order[i]) == want) {
        list->order[n++] = order[i];
      }
    }
  }
  free(order);
  secrisk_register_count(list->evaluations, list->count, &list->counts);
}
