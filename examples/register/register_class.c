/* SPDX-License-Identifier: MIT */
/* Part of register: the safety class of what a software control is part of. */
#include "register.h"

/* yes, no or nothing. */
static bool read_answer(const struct place *at, secrisk_answer *answer) {
  bool yes;
  if (all_blank(at->cell->text) || is_placeholder(at->cell->text)) {
    return true;
  }
  if (!read_yes(at, &yes)) {
    return false;
  }
  *answer = yes ? SECRISK_ANSWER_YES : SECRISK_ANSWER_NO;
  return true;
}

/* A letter; "class A" will do, too. */
static bool read_letter(const struct place *at, secrisk_class *out) {
  struct piece p = trimmed(at->cell->text, 0, at->cell->len);
  const char *text = at->cell->text;
  if (p.to - p.from > 6 && same_word(text + p.from, 6, "class ")) {
    p = trimmed(text, p.from + 6, p.to);
  }
  char c = p.to == p.from + 1 ? lower(text[p.from]) : '\0';
  if (c >= 'a' && c <= 'c') {
    *out = (secrisk_class)(c - 'a' + SECRISK_CLASS_A);
    return true;
  }
  if (p.from < p.to) {
    problem(at, p.from, p.to - p.from, "expected the class A, B or C");
  }
  return p.from == p.to;
}

static bool read_harm(const struct place *at, secrisk_harm *harm) {
  static const char *const words[] = {"", "non-serious", "serious", "14971"};
  struct piece p = trimmed(at->cell->text, 0, at->cell->len);
  for (secrisk_harm i = 0; i < 4; i++) {
    if (same_name(at->cell->text + p.from, p.to - p.from, words[i])) {
      *harm = i;
      return true;
    }
  }
  if (is_placeholder(at->cell->text)) {
    return true;
  }
  problem(at, p.from, p.to - p.from,
          "expected non-serious, serious (injury or death), or 14971 (only "
          "that standard's word \"serious\" is known)");
  return false;
}

static bool any_class(const struct row *row) {
  for (size_t i = CLASS_CONTRIBUTES; i <= CLASS_HAS; i++) {
    if (!all_blank(row->text[i])) {
      return true;
    }
  }
  return false;
}

/* What an item that implements the control there must be, IEC 62304 4.3 and
 * 7.2.2 b.  What is not answered gives class C. */
bool read_class(struct list *list, struct row *row) {
  secrisk_hazard hazard = {0, 0, 0};
  secrisk_item item = {0, SECRISK_CLASS_A, 0, 0, SECRISK_CLASS_A};
  const char *rationale = row->text[CLASS_RATIONALE];
  struct place at[COLUMNS];
  if (!any_class(row)) {
    return true;
  }
  for (size_t i = CLASS_CONTRIBUTES; i <= CLASS_HAS; i++) {
    at[i] = place_of(list, row, (enum column)i);
  }
  bool good = read_answer(&at[CLASS_CONTRIBUTES], &hazard.contributes);
  good = read_answer(&at[CLASS_UNACCEPTABLE], &hazard.unacceptable) && good;
  good = read_harm(&at[CLASS_HARM], &hazard.harm) && good;
  good = read_letter(&at[CLASS_PARENT], &item.parent) && good;
  good = read_answer(&at[CLASS_SEGREGATED], &item.segregated) && good;
  good = read_letter(&at[CLASS_HAS], &row->class_has) && good;
  item.rationale = all_blank(rationale) || is_placeholder(rationale)
                       ? SECRISK_ANSWER_NO
                       : SECRISK_ANSWER_YES;
  if (good) {
    row->class_needed =
        secrisk_class_library(&item, &hazard, &row->class_reason);
    list->classes = true;
  }
  return good;
}
