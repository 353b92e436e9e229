/* SPDX-License-Identifier: MIT */
/* score: a text of DREAD, beside those of CVSS. */
#include <string.h>

#include "score.h"

bool is_dread(const char *text, size_t len) {
  return len > 6 && memcmp(text, "DREAD:", 6) == 0;
}

static bool is_name_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') || c == '-';
}

/* The length of what begins with "DREAD:" there, if it goes on as a rating
 * does: a scheme, a slash, a name and a colon.  Else 0. */
static size_t rating_length(const char *text, size_t len) {
  size_t n = 6;
  while (n < len && is_name_byte(text[n])) {
    n++;
  }
  if (n == 6 || n + 1 >= len || text[n] != '/' || !is_name_byte(text[n + 1])) {
    return 0;
  }
  bool colon = false;
  for (; n < len && (is_name_byte(text[n]) || strchr("/:.", text[n]) != NULL) &&
         text[n] != '\0';
       n++) {
    colon = colon || text[n] == ':';
  }
  while (strchr("/:.-", text[n - 1]) != NULL) { /* of the sentence around it */
    n--;
  }
  return colon ? n : 0;
}

/* Where the next rating begins in text[from, limit), or limit; it may go on up
 * to `have`. */
size_t dread_find(const char *text, size_t from, size_t limit, size_t have,
                  size_t *len) {
  const char *end = text + have, *d = text + from;
  while (d < text + limit &&
         (d = memchr(d, 'D', (size_t)(text + limit - d))) != NULL) {
    if (is_dread(d, (size_t)(end - d)) &&
        (*len = rating_length(d, (size_t)(end - d))) > 0) {
      return (size_t)(d - text);
    }
    d++;
  }
  return limit;
}

/* The scheme's own score: a sum or a mean. */
void dread_score_text(const secrisk_dread *d, char *buf) {
  uint16_t top, bottom;
  buf[0] = '\0';
  if (secrisk_dread_score(d, &top, &bottom) == SECRISK_OK) {
    unsigned tenths = (top * 20u + bottom) / (bottom * 2u); /* half up */
    snprintf(buf, CELL_SIZE, "%u.%u", tenths / 10, tenths % 10);
  }
}

secrisk_level dread_level(const secrisk_dread *d) {
  secrisk_level level = SECRISK_NO_LEVEL;
  (void)secrisk_dread_level(d, &level);
  return level;
}

/* A block for a person. */
void print_dread_block(const struct item *it) {
  char score[CELL_SIZE];
  secrisk_level level = dread_level(&it->dread);
  dread_score_text(&it->dread, score);
  put(&out, "  %-18s %s  %s (%s)\n", "Score", score,
      level != SECRISK_NO_LEVEL ? secrisk_level_text(level)
                                : "no level: the scheme publishes no bands",
      secrisk_dread_scheme_name(it->dread.scheme));
  for (uint8_t i = 0; opt.explain && i < 5; i++) {
    secrisk_scale scale;
    secrisk_dread_scale(it->dread.scheme, i, &scale);
    if (scale.high > 0) {
      put(&out, "    %-4s %-29s %d%s of %d to %d\n",
          secrisk_dread_rating_abbr(i), secrisk_dread_rating_name(i),
          it->dread.half[i] / 2, it->dread.half[i] % 2 != 0 ? ".5" : "",
          scale.low / 2, scale.high / 2);
    }
  }
}

void print_dread_json(const struct item *it) {
  char score[CELL_SIZE], text[SECRISK_DREAD_TEXT_SIZE];
  secrisk_level level = dread_level(&it->dread);
  dread_score_text(&it->dread, score);
  (void)secrisk_dread_format(&it->dread, text, sizeof text);
  put(&out, "\"dread\":\"%s\",\"scheme\":\"%s\",\"score\":%s", text,
      secrisk_dread_scheme_name(it->dread.scheme), score);
  if (level != SECRISK_NO_LEVEL) {
    put(&out, ",\"level\":\"%s\"", secrisk_level_text(level));
  }
}
