/* SPDX-License-Identifier: MIT */
/* Part of register: ratings of DREAD, as texts and as people write them. */
#include <string.h>

#include "register.h"

void rate_dread(struct rating *out, const secrisk_dread *d) {
  char text[SECRISK_DREAD_TEXT_SIZE];
  size_t len = secrisk_dread_format(d, text, sizeof text);
  out->risk.system = d->scheme;
  out->risk.tenths = secrisk_dread_tenths(d);
  out->dread = *d;
  out->text = keep_text(text, len);
}

static void explain(const struct place *at, size_t offset,
                    const secrisk_diag *diag) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  (void)secrisk_dread_explain(diag, sentence, sizeof sentence);
  problem(at, offset, diag->length, "%s", sentence);
}

static bool read_text_form(const struct place *at, struct piece p,
                           struct rating *out) {
  secrisk_dread d;
  secrisk_diag diag;
  if (secrisk_dread_parse(at->cell->text + p.from, p.to - p.from, &d, &diag) !=
      SECRISK_OK) {
    explain(at, p.from + diag.offset, &diag);
    return false;
  }
  rate_dread(out, &d);
  return true;
}

/* --- "8 9 6 10 8", "D=8, R=9, E=6, A=10, D=8" ------------------------------*/

enum { RATINGS = 5, WRONG = 255 };

/* A number in halves; WRONG for what is none. */
static uint8_t read_halves(const char *text, size_t len) {
  unsigned n = 0;
  size_t i = 0;
  for (; i < len && i < 2 && text[i] >= '0' && text[i] <= '9'; i++) {
    n = 10 * n + (unsigned)(text[i] - '0');
  }
  bool half = i > 0 && len - i == 2 && (text[i] == '.' || text[i] == ',') &&
              (text[i + 1] == '5' || text[i + 1] == '0');
  if (i == 0 || (i < len && !half)) {
    return WRONG;
  }
  return (uint8_t)(2 * n + (half && text[i + 1] == '5'));
}

/* Does the blank at i stand beside an equals sign, as in D = 8? */
static bool is_glue(const char *text, struct piece all, size_t i) {
  size_t before = i;
  while (before > all.from && text[before - 1] == ' ') {
    before--;
  }
  while (i < all.to && text[i] == ' ') {
    i++;
  }
  bool users = all.to - i >= 5 && same_word(text + i, 5, "users");
  return users ||
         (before > all.from &&
          (text[before - 1] == '=' || text[before - 1] == ':')) ||
         (i < all.to && (text[i] == '=' || text[i] == ':'));
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool between_digits(const char *text, struct piece all, size_t i) {
  return i > all.from && i + 1 < all.to && is_digit(text[i - 1]) &&
         is_digit(text[i + 1]);
}

/* A comma between digits is a decimal mark, or not, as decimal says. */
static bool separates(const char *text, struct piece all, size_t i,
                      bool decimal) {
  if (blank(text + i) > 0) {
    return !is_glue(text, all, i);
  }
  if (text[i] == ',' && decimal) {
    return !between_digits(text, all, i);
  }
  if (text[i] == '-' || text[i] == '+') { /* 8-9-6-10-8, 8+9+6+10+8 */
    return between_digits(text, all, i);
  }
  return strchr(",;/|()[]", text[i]) != NULL;
}

/* Splits a list; returns how many pieces there are, of which most are kept. */
static size_t split(const char *text, struct piece all, bool decimal,
                    struct piece *out, size_t most) {
  size_t count = 0;
  for (size_t i = all.from; i < all.to;) {
    if (separates(text, all, i, decimal)) {
      i += blank(text + i) > 0 ? blank(text + i) : 1;
      continue;
    }
    size_t from = i;
    while (i < all.to && !separates(text, all, i, decimal)) {
      i++;
    }
    if (count < most) {
      out[count] = (struct piece){from, i};
    }
    count++;
  }
  return count;
}

/* Commas are decimal marks where the rest separates enough: 4 5 3,5 2 4. */
static size_t pieces_of(const char *text, struct piece all, size_t want,
                        struct piece *out) {
  size_t count = split(text, all, true, out, want + 1);
  return count == want ? count : split(text, all, false, out, want + 1);
}

/* Which rating a name is; D is Damage once and Discoverability then. */
static size_t rating_of(const char *text, size_t len, const uint8_t *done) {
  if (same_word(text, len, "D")) {
    return done[0] == 0 ? 0 : 4;
  }
  for (size_t i = 0; i < RATINGS; i++) {
    if (same_word(text, len, secrisk_dread_rating_abbr((uint8_t)i)) ||
        same_word(text, len, secrisk_dread_rating_name((uint8_t)i)) ||
        (len > 2 && i == 3 && same_word(text, len, "Affected"))) {
      return i;
    }
  }
  return RATINGS;
}

struct list_reader {
  const struct place *at;
  secrisk_dread d;
  struct piece number[RATINGS];
  uint8_t done[RATINGS];
};

/* Behind the name, "D=8", "D: 8" or "D8"; 0: there is none. */
static size_t name_length(const char *text, size_t len) {
  size_t i = 0;
  while (i < len && text[i] != '=' && text[i] != ':' && !is_digit(text[i])) {
    i++;
  }
  return i < len ? i : 0;
}

static bool take_piece(struct list_reader *r, struct piece p, size_t index) {
  const char *text = r->at->cell->text + p.from;
  size_t len = p.to - p.from, name = name_length(text, len);
  if (name > 0) {
    struct piece word = trimmed(text, 0, name);
    index = rating_of(text, word.to, r->done);
    p = trimmed(r->at->cell->text, p.from + name + !is_digit(text[name]), p.to);
  }
  if (index >= RATINGS || r->done[index] != 0) {
    problem(r->at, (size_t)(text - r->at->cell->text), name,
            "expected each of D, R, E, A and DI once, such as D=8");
    return false;
  }
  r->done[index] = 1;
  r->number[index] = p;
  r->d.half[index] = read_halves(r->at->cell->text + p.from, p.to - p.from);
  return true;
}

static bool check_count(const struct list_reader *r, const struct piece *piece,
                        size_t count, size_t want, size_t end) {
  const char *scheme = secrisk_dread_scheme_name(r->d.scheme);
  if (count > want) {
    problem(r->at, piece[want].from, piece[want].to - piece[want].from,
            "there is one rating too many: %s has %d", scheme, (int)want);
  } else if (count < want) {
    problem(r->at, end, 0, "%s is missing: %s has %d ratings",
            secrisk_dread_rating_name((uint8_t)count), scheme, (int)want);
  }
  return count == want;
}

static size_t wanted(uint8_t scheme) {
  return scheme > SECRISK_DREAD_D + SECRISK_DREAD_D ? 4 : RATINGS;
}

static bool read_numbers(const struct place *at, struct piece p, uint8_t scheme,
                         struct rating *out) {
  struct list_reader r = {.at = at, .d = {.scheme = scheme}};
  struct piece piece[RATINGS + 1];
  secrisk_diag diag;
  size_t want = wanted(scheme);
  size_t count = pieces_of(at->cell->text, p, want, piece);
  if (!check_count(&r, piece, count, want, p.to)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    if (!take_piece(&r, piece[i], i)) {
      return false;
    }
  }
  if (secrisk_dread_check(&r.d, &diag) != SECRISK_OK) {
    struct piece wrong = r.number[diag.metric < want ? diag.metric : 0];
    diag.length = (uint32_t)(wrong.to - wrong.from);
    explain(at, wrong.from, &diag);
    return false;
  }
  rate_dread(out, &r.d);
  return true;
}

static bool is_list(const char *text, struct piece p, uint8_t scheme) {
  struct piece piece[RATINGS + 1];
  size_t want = wanted(scheme);
  bool list = pieces_of(text, p, want, piece) == want;
  for (size_t i = 0; i < want && list; i++) {
    list = is_digit(text[piece[i].to - 1]);
  }
  return list;
}

struct piece find_ratings(const char *text, struct piece all, uint8_t scheme) {
  for (size_t i = all.from; i < all.to; i++) {
    size_t end = i + 1;
    while (end < all.to && text[end] != ')' && text[end] != ']') {
      end++;
    }
    struct piece inner = {i + 1, end}, fore = {all.from, i};
    if (strchr("([", text[i]) != NULL && is_list(text, inner, scheme)) {
      return inner;
    }
    bool sum = text[i] == '=' || (text[i] == '-' && text[i + 1] == '>');
    if (sum && is_list(text, trimmed(text, fore.from, fore.to), scheme)) {
      return fore;
    }
  }
  while (all.to > all.from && !is_digit(text[all.to - 1])) {
    all.to--; /* the level behind the numbers */
  }
  return all;
}

bool read_dread(const struct place *at, struct piece p, uint8_t scheme,
                struct rating *out) {
  const char *text = at->cell->text + p.from;
  return p.to - p.from > 5 && same_word(text, 6, "DREAD:")
             ? read_text_form(at, p, out)
             : read_numbers(at, p, scheme, out);
}
