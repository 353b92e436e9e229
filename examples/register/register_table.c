/* SPDX-License-Identifier: MIT */
/* Part of register: the table that a terminal shows. */
#include <string.h>

#include "register_output.h"

struct screen {
  FILE *to;
  const struct list *list;
  bool colour;
  int id_width;
};

/* --- Pieces ----------------------------------------------------------------*/

static void paint(const struct screen *s, const char *code) {
  fputs(s->colour ? code : "", s->to);
}

static const char *level_colour(secrisk_level level) {
  static const char *const codes[] = {"",         "",         "\033[36m",
                                      "\033[33m", "\033[31m", "\033[1;35m"};
  return codes[level <= LEVELS ? level : 0];
}

static void put_padded(const struct screen *s, const char *text, int width) {
  int pad = width - (int)plain_width(text);
  put_plain(s->to, text);
  fprintf(s->to, "%*s", pad > 0 ? pad : 0, "");
}

/* "Critical  9.8   ", as wide for every risk. */
static void put_risk(const struct screen *s, const struct rating *r,
                     secrisk_level level, secrisk_tenths tenths) {
  char text[SCORE_SIZE] = "";
  paint(s, level_colour(level));
  put_padded(s, level_name(s->list, level), 8);
  if (level != SECRISK_NO_LEVEL) {
    (void)score_text(r, tenths, "/", text);
  }
  fprintf(s->to, "%s%-*s", text[0] != '\0' && text[1] == '.' ? "  " : " ",
          text[0] != '\0' && text[1] == '.' ? 6 : 7, text);
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

/* --- The table -------------------------------------------------------------*/

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
  static const char *const words[DECISIONS] = {
      "NOT READ",        "OPEN",    "accepted", "with rationale",
      "on benefit/risk", "recorded"};
  uint32_t i = s->list->order[place];
  const struct row *row = &s->list->rows[i];
  const secrisk_evaluation *e = &s->list->evaluations[i];
  fprintf(s->to, "%4lu  ", number(place + 1));
  put_padded(s, row->text[ID], s->id_width);
  fprintf(s->to, "  %-8s  ", rated_by(row));
  put_risk(s, &row->initial, e->initial_level, e->initial_tenths);
  fputs("  ", s->to);
  put_risk(s, rating_after(row, e), e->residual_level, e->residual_tenths);
  paint(s, settled(e) ? "" : "\033[1m");
  fprintf(s->to, " %s\n", words[e->decision]);
  paint(s, settled(e) ? "" : "\033[0m");
}

/* The open ones first: they are why somebody looks. */
static void put_threats(const struct screen *s, bool want_settled) {
  for (uint32_t i = 0; i < s->list->count; i++) {
    if (settled(&s->list->evaluations[s->list->order[i]]) == want_settled) {
      put_threat(s, i);
    }
  }
}

static void put_all_threats(const struct screen *s, bool open_only) {
  fprintf(s->to, "%4s  %-*s  %-8s  %-16s  %-16s %s\n", "", s->id_width,
          "threat", "rated by", "before", "after", "decision");
  put_threats(s, false);
  if (!open_only) {
    put_threats(s, true);
  }
}

static void put_levels(const struct screen *s) {
  const secrisk_counts *n = &s->list->counts;
  put_heading(s, "Level      before   after");
  for (uint8_t level = LEVELS; level > 0; level--) {
    paint(s, level_colour(level));
    put_padded(s, level_name(s->list, level), 8);
    paint(s, "\033[0m");
    fprintf(s->to, " %8lu%8lu\n", number(n->initial[level]),
            number(n->residual[level]));
  }
  if (n->initial[0] > 0) {
    fprintf(s->to, "%-8s %8lu%8lu\n", "no level", number(n->initial[0]),
            number(n->residual[0]));
  }
}

static void put_decisions(const struct screen *s) {
  put_heading(s, "Decision");
  for (uint8_t d = 0; d < DECISIONS; d++) {
    fprintf(s->to, "%6lu  %s\n", number(s->list->counts.decision[d]),
            d == 0 ? "not read: see the problems" : secrisk_decision_text(d));
  }
}

/* --- What is missing -------------------------------------------------------*/

static void put_point(const struct screen *s, char mark, const char *text) {
  fprintf(s->to, "  %c ", mark);
  put_wrapped(s, text, 4);
}

static void put_points(const struct screen *s, const struct row *row,
                       const secrisk_evaluation *e) {
  for (unsigned bit = 0; bit < LACKS; bit++) {
    if ((row->lacks >> bit & 1u) != 0) {
      put_point(s, '-', lack_texts[bit]);
    }
  }
  for (unsigned bit = 0; bit < MISSING; bit++) {
    if ((e->missing >> bit & 1u) != 0) {
      put_point(s, '-', missing_sentence(row, 1u << bit));
    }
  }
  for (unsigned bit = 0; bit < REMARKS; bit++) {
    if ((e->remarks >> bit & 1u) != 0) {
      put_point(s, '~', secrisk_remark_text((uint16_t)(1u << bit)));
    }
  }
  for (unsigned bit = 0; bit < NOTES; bit++) {
    if ((row->notes >> bit & 1u) != 0) {
      put_point(s, '~', note_texts[bit]);
    }
  }
}

/* Problems are on standard error, and so only pointed to. */
static void put_open_threat(const struct screen *s, uint32_t i) {
  const struct row *row = &s->list->rows[i];
  paint(s, "\033[1m");
  put_plain(s->to, *row->text[ID] != '\0' ? row->text[ID] : "(no id)");
  paint(s, "\033[0m");
  putc('\n', s->to);
  if (row->text[DESCRIPTION][0] != '\0') {
    fputs("  ", s->to);
    put_wrapped(s, row->text[DESCRIPTION], 2);
  }
  if (row->problems != NULL) {
    fprintf(s->to, "  - line %lu was not read: see the messages\n", row->line);
  }
  put_points(s, row, &s->list->evaluations[i]);
}

static void put_open(const struct screen *s) {
  bool any = false;
  for (uint32_t i = 0; i < s->list->count; i++) {
    uint32_t k = s->list->order[i];
    if (!settled(&s->list->evaluations[k])) {
      if (!any) {
        put_heading(s, "What is missing");
      }
      any = true;
      put_open_threat(s, k);
    }
  }
}

static void put_changes(const struct screen *s) {
  if (s->list->since.name == NULL) {
    return;
  }
  put_heading(s, "Since the last review");
  for (size_t i = 0; i < s->list->change_count; i++) {
    const struct change *c = &s->list->changes[i];
    put_plain(s->to, c->id);
    fputs(": ", s->to);
    put_wrapped(s, c->text, 2);
  }
  if (s->list->change_count == 0) {
    fputs("nothing has changed\n", s->to);
  }
}

void put_table(FILE *to, const struct list *list, bool colour, bool open_only) {
  enum { WIDEST = 24 };
  struct screen s = {to, list, colour, 6};
  for (uint32_t i = 0; i < list->count; i++) {
    int n = (int)plain_width(list->rows[i].text[ID]);
    s.id_width = n > s.id_width ? n : s.id_width;
  }
  s.id_width = s.id_width < WIDEST ? s.id_width : WIDEST;
  put_all_threats(&s, open_only);
  put_levels(&s);
  put_decisions(&s);
  put_open(&s);
  put_changes(&s);
}
