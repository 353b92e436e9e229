/* SPDX-License-Identifier: MIT */
/* score: a vector as one line, of columns or of JSON. */
#include <string.h>

#include "score.h"

enum { ROW_MAX = SECRISK_TEXT_MAX + 256 };

static char *cell(char *p, const char *s) {
  while (*s != '\0') {
    *p++ = *s++;
  }
  *p++ = '\t';
  return p;
}

static char *number_cell(char *p, unsigned long n) {
  char *end = p + 1;
  for (unsigned long left = n; left > 9; left /= 10) {
    end++;
  }
  *end = '\t';
  p = end + 1;
  do {
    *--end = (char)('0' + n % 10);
    n /= 10;
  } while (n != 0);
  return p;
}

static char *score_cell(char *p, secrisk_tenths score) {
  if (score == SECRISK_NO_SCORE) {
    return cell(p, "-");
  }
  if (score == 100) {
    *p++ = '1';
  }
  p[0] = (char)('0' + score / 10 % 10);
  p[1] = '.';
  p[2] = (char)('0' + score % 10);
  p[3] = '\t';
  return p + 4;
}

/* Where it stands; what is a piece of a stream cannot know. */
static void put_line(void) {
  if (opt.find) {
    put_place(&out);
    put(&out, "\t");
  } else if (!opt.stream) {
    put(&out, "%lu\t", at.line);
  }
}

/* What has more columns, or is no CVSS vector. */
void print_wide_row(const struct item *it) {
  struct cells c;
  cells_make(&c, it);
  cells_put(&c);
  put_line();
  put(&out, "%.*s\n", (int)it->len, it->text);
}

/* All columns but the place and the text. */
static char *columns(char *p, const struct item *it, secrisk_score_kind kind,
                     secrisk_tenths all) {
  const secrisk_cvss *v = &it->v;
  secrisk_tenths base = all, threat = SECRISK_NO_SCORE;
  if (kind != SECRISK_SCORE_B) {
    base = secrisk_cvss_score(v, SECRISK_SCORE_B);
  }
  if ((kind & 2) != 0) {
    threat = secrisk_cvss_score(v, SECRISK_SCORE_BT);
  }
  p = score_cell(p, all);
  p = cell(p, secrisk_level_text(secrisk_cvss_severity(v->version, all)));
  p = cell(p, secrisk_cvss_nomenclature(v));
  p = score_cell(p, v->version); /* 31 reads "3.1" */
  if (it->said != 0) {
    p = cell(p - 1, " as said");
  }
  p = score_cell(p, base);
  p = score_cell(p, threat);
  return score_cell(p, (kind & 4) != 0 ? all : SECRISK_NO_SCORE);
}

/* Of Base metrics alone they depend on version and score, and are kept. */
static char *base_columns(char *p, const struct item *it, secrisk_tenths all) {
  static struct {
    char text[63];
    unsigned char len;
  } kept[SECRISK_CVSS40 - SECRISK_CVSS20 + 1][101], *row;
  row = &kept[it->v.version - SECRISK_CVSS20][all];
  if (row->len == 0) {
    row->len = (unsigned char)(columns(row->text, it, SECRISK_SCORE_B, all) -
                               row->text);
  }
  memcpy(p, row->text, sizeof row->text); /* of one size: a few moves */
  return p + row->len;
}

/* The hot path of a long run: no printf. */
void print_row(const struct item *it) {
  secrisk_score_kind kind = secrisk_cvss_overall(&it->v);
  secrisk_tenths all = secrisk_cvss_score(&it->v, kind);
  char *p = room(&out, ROW_MAX);
  p = kind == SECRISK_SCORE_B && all <= 100 && it->said == 0
          ? base_columns(p, it, all)
          : columns(p, it, kind, all);
  if (opt.find) {
    out.len = (size_t)(p - out.buf);
    put_place(&out);
    put(&out, "\t");
    p = room(&out, ROW_MAX);
  } else if (!opt.stream) {
    p = number_cell(p, at.line);
  }
  memcpy(p, it->text, it->len);
  p[it->len] = '\n';
  out.len = (size_t)(p - out.buf) + it->len + 1;
}

/* What is no vector has a row too: "-" for each score, and what is wrong where
 * a vector's type is. */
void print_row_bad(const char *text, size_t len, const secrisk_diag *d) {
  struct cells c;
  cells_make_bad(&c, status_name(d->status), d->version);
  cells_put(&c);
  put_line();
  for (size_t i = 0; i < len && i < SECRISK_TEXT_MAX; i++) {
    put_safe(&out, text[i]);
  }
  put(&out, "\n");
}
