/* SPDX-License-Identifier: MIT */
/* Part of register: the table that a terminal shows. */
#include <string.h>

#include "register.h"

const char *const decision_words[6] = {"not-read",
                                       "open",
                                       "accepted",
                                       "accepted-with-rationale",
                                       "accepted-on-benefit-risk",
                                       "recorded"};
const char *const missing_words[6] = {"control",          "verification",
                                      "crypto-reference", "residual",
                                      "rationale",        "benefit-risk"};
const char *const remark_words[REMARKS] = {"two-domains", "software-only",
                                           "residual-not-counted", "rerated",
                                           "not-reduced"};

struct screen {
  FILE *to;
  const struct list *list;
  bool colour;
  int id_width;
};

void put_score(FILE *to, secrisk_tenths tenths) {
  fprintf(to, "%d.%d", tenths / 10, tenths % 10);
}

/* --- Pieces ----------------------------------------------------------------*/

static void paint(const struct screen *s, const char *code) {
  fputs(s->colour ? code : "", s->to);
}

static const char *level_colour(secrisk_level level) {
  static const char *const codes[] = {"",         "",         "\033[36m",
                                      "\033[33m", "\033[31m", "\033[1;35m"};
  return codes[level <= SECRISK_LEVEL_CRITICAL ? level : 0];
}

/* "Critical  9.8 ", as wide for every risk. */
static void put_risk(const struct screen *s, secrisk_level level,
                     secrisk_tenths tenths) {
  paint(s, level_colour(level));
  fprintf(s->to, "%-8s", secrisk_level_text(level));
  if (tenths != SECRISK_NO_SCORE && level != SECRISK_NO_LEVEL) {
    fprintf(s->to, " %2d.%d", tenths / 10, tenths % 10);
  } else {
    fputs("     ", s->to);
  }
  paint(s, "\033[0m");
}

static void put_heading(const struct screen *s, const char *text) {
  putc('\n', s->to);
  paint(s, "\033[1m");
  fputs(text, s->to);
  paint(s, "\033[0m");
  putc('\n', s->to);
}

/* Text in lines of at most 80 columns, from column indent on. */
static void put_wrapped(const struct screen *s, const char *text, int indent) {
  size_t column = (size_t)indent;
  while (*text != '\0') {
    size_t n = strcspn(text, " \t\r\n");
    char word[512];
    n = n < sizeof word ? n : sizeof word - 1;
    memcpy(word, text, n);
    word[n] = '\0';
    size_t wide = plain_width(word);
    if (column > (size_t)indent && wide > 0) {
      bool fits = column + 1 + wide <= 80;
      fprintf(s->to, fits ? " " : "\n%*s", fits ? 0 : indent, "");
      column = fits ? column + 1 : (size_t)indent;
    }
    put_plain(s->to, word);
    column += wide;
    text += n;
    text += *text == ' ' || (*text >= '\t' && *text <= '\r');
  }
  putc('\n', s->to);
}

/* --- Parts -----------------------------------------------------------------*/

/* What a threat's scores are of; "" for none. */
static const char *rated_by(const struct row *row) {
  uint8_t before = row->initial.risk.system;
  uint8_t after = row->residual.risk.system;
  if (before != 0 && after != 0 && before != after) {
    return "mixed";
  }
  return before != 0 ? system_name(before) : "";
}

static void put_threat(const struct screen *s, uint32_t place) {
  uint32_t i = s->list->order[place];
  const secrisk_evaluation *e = &s->list->evaluations[i];
  const char *id = s->list->rows[i].text[ID];
  int pad = s->id_width - (int)plain_width(id);
  fprintf(s->to, "%4lu  ", (unsigned long)place + 1);
  put_plain(s->to, id);
  fprintf(s->to, "%*s  %-8s  ", pad > 0 ? pad : 0, "",
          rated_by(&s->list->rows[i]));
  put_risk(s, e->initial_level, e->initial_tenths);
  fputs("  ", s->to);
  put_risk(s, e->residual_level, e->residual_tenths);
  bool urgent = e->decision <= SECRISK_DECISION_OPEN;
  paint(s, urgent ? "\033[1m" : "");
  fprintf(s->to, "  %s\n",
          e->decision == SECRISK_DECISION_OPEN ? "OPEN"
                                               : decision_words[e->decision]);
  paint(s, urgent ? "\033[0m" : "");
}

static void put_threats(const struct screen *s) {
  fprintf(s->to, "%4s  %-*s  %-8s  %-13s  %-13s  %s\n", "", s->id_width,
          "threat", "rated by", "before", "after", "decision");
  for (uint32_t i = 0; i < s->list->count; i++) {
    put_threat(s, i);
  }
}

static void put_levels(const struct screen *s) {
  const secrisk_counts *n = &s->list->counts;
  put_heading(s, "Level      before   after");
  for (uint8_t level = SECRISK_LEVEL_CRITICAL; level > 0; level--) {
    paint(s, level_colour(level));
    fprintf(s->to, "%-8s", secrisk_level_text(level));
    paint(s, "\033[0m");
    fprintf(s->to, " %8lu%8lu\n", (unsigned long)n->initial[level],
            (unsigned long)n->residual[level]);
  }
}

static void put_decisions(const struct screen *s) {
  put_heading(s, "Decision");
  for (uint8_t d = 0; d < 6; d++) {
    fprintf(s->to, "%6lu  %s\n", (unsigned long)s->list->counts.decision[d],
            d == 0 ? "not read: see the problems" : secrisk_decision_text(d));
  }
}

static void put_open_threat(const struct screen *s, uint32_t i) {
  const struct row *row = &s->list->rows[i];
  const secrisk_evaluation *e = &s->list->evaluations[i];
  paint(s, "\033[1m");
  put_plain(s->to, row->text[ID]);
  paint(s, "\033[0m");
  putc('\n', s->to);
  if (row->text[DESCRIPTION][0] != '\0') {
    fputs("  ", s->to);
    put_wrapped(s, row->text[DESCRIPTION], 2);
  }
  for (const struct problem *p = row->problems; p != NULL; p = p->next) {
    fprintf(s->to, "  - line %lu, column %lu%s%s: ", p->line, p->column,
            *p->where != '\0' ? ", " : "", p->where);
    fprintf(s->to, "%s\n", p->what);
  }
  for (unsigned bit = 0; bit < 6; bit++) {
    if ((e->missing >> bit & 1u) != 0) {
      fputs("  - ", s->to);
      put_wrapped(s, secrisk_missing_text((uint16_t)(1u << bit)), 4);
    }
  }
  for (unsigned bit = 0; bit < REMARKS; bit++) {
    if ((e->remarks >> bit & 1u) != 0) {
      fputs("  ~ ", s->to);
      put_wrapped(s, secrisk_remark_text((uint8_t)(1u << bit)), 4);
    }
  }
}

static void put_open(const struct screen *s) {
  bool any = false;
  for (uint32_t i = 0; i < s->list->count; i++) {
    uint32_t k = s->list->order[i];
    if (s->list->evaluations[k].decision <= SECRISK_DECISION_OPEN) {
      if (!any) {
        put_heading(s, "What is missing");
      }
      any = true;
      put_open_threat(s, k);
    }
  }
}

void put_table(FILE *to, const struct list *list, bool colour) {
  enum { WIDEST = 24 };
  struct screen s = {to, list, colour, 6};
  for (uint32_t i = 0; i < list->count; i++) {
    int n = (int)plain_width(list->rows[i].text[ID]);
    s.id_width = n > s.id_width ? n : s.id_width;
  }
  s.id_width = s.id_width < WIDEST ? s.id_width : WIDEST;
  put_threats(&s);
  put_levels(&s);
  put_decisions(&s);
  put_open(&s);
}
