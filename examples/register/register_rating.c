/* SPDX-License-Identifier: MIT */
/* Part of register: ratings, as vectors, as DREAD, as scores and as levels. */
#include <string.h>

#include "register_rating.h"

bool read_scheme(const struct place *at, uint8_t *scheme) {
  struct piece p = trimmed(at->cell->text, 0, at->cell->len);
  *scheme = 0;
  if (p.from == p.to) {
    return true;
  }
  *scheme = system_find(at->cell->text + p.from, p.to - p.from);
  if (*scheme == 0) {
    problem(at, p.from, p.to - p.from,
            "expected CVSS 2.0, 3.0, 3.1 or 4.0, DREAD and the name of a "
            "scheme, such as DREAD OP-TEE, or level");
  }
  return *scheme != 0;
}

static void complain(const struct place *at, struct piece p, uint8_t scheme) {
  const char *near =
      words_near(&at->list->words, at->cell->text + p.from, p.to - p.from);
  problem(at, p.from, p.to - p.from, "%s%s%s%s",
          scheme > SECRISK_DREAD_D
              ? "expected ratings: numbers from Damage to Discoverability"
              : "expected a CVSS vector, a DREAD rating, or None, Low, "
                "Medium, High or Critical",
          near != NULL ? "; did you mean " : "", near != NULL ? near : "",
          near != NULL ? "?" : "");
}

/* A score without its vector. */
static bool read_claim(const struct place *at, struct piece all, uint8_t scheme,
                       const struct claims *c, struct rating *out) {
  if (scheme > SECRISK_SYSTEM_LEVEL && scheme < SECRISK_DREAD_D && c->scored) {
    out->risk.system = scheme;
    out->risk.tenths = (secrisk_tenths)c->tenths;
    out->risk.kind = scheme >= SECRISK_CVSS20 ? SECRISK_SCORE_B : 0;
    out->stated = c->level;
    out->text = keep_text(at->cell->text + all.from, all.to - all.from);
    return true;
  }
  if (c->level != SECRISK_NO_LEVEL) {
    out->risk.system = SECRISK_SYSTEM_LEVEL;
    out->risk.level = c->level;
    out->text = secrisk_level_text(c->level);
    return true;
  }
  problem(at, c->score.from, c->score.to - c->score.from,
          "a score alone: write the vector, or a level behind the score, or "
          "say under scheme what it is a score of");
  return false;
}

static bool read_plain(struct cursor *c, struct piece all, uint8_t scheme,
                       struct rating *out) {
  if (scheme > SECRISK_DREAD_D) {
    struct piece p = find_ratings(c->text, all, scheme);
    if (p.to > p.from) {
      c->claims->sums = true;
      read_around(c, (struct piece){all.from, p.from});
      read_around(c, (struct piece){p.to, all.to});
      return read_dread(c->at, c->claims->spoiled ? all : p, scheme, out);
    }
  }
  read_around(c, all);
  if (c->claims->spoiled || (!c->claims->scored && c->claims->level == 0)) {
    complain(c->at, all, scheme);
    return false;
  }
  return read_claim(c->at, all, scheme, c->claims, out);
}

static bool read_vector(struct cursor *c, struct piece all, struct piece vector,
                        uint8_t scheme, struct rating *out) {
  read_around(c, (struct piece){all.from, vector.from});
  read_around(c, (struct piece){vector.to, all.to});
  if (same_word(c->text + vector.from, 5, "DREAD")) {
    if (!read_dread(c->at, vector, scheme, out)) {
      return false;
    }
  } else if (!read_cvss(c->at, vector,
                        c->claims->version != 0 ? c->claims->version : scheme,
                        out)) {
    return false;
  }
  if (c->claims->spoiled) {
    struct piece p = c->claims->word;
    problem(c->at, p.from, p.to - p.from,
            "beside a rating there may be its score, its level and the address "
            "of a calculator, and nothing else; other words belong under note");
  }
  return !c->claims->spoiled;
}

bool read_rating(const struct place *at, uint8_t scheme, struct rating *out) {
  const char *text = at->cell->text;
  struct piece all = trimmed(text, 0, at->cell->len), vector;
  struct claims claims = {0};
  struct cursor c = {at, text, &claims};
  secrisk_level level;
  *out = (struct rating){.text = "",
                         .own = SECRISK_NO_SCORE,
                         .risk = {.tenths = SECRISK_NO_SCORE}};
  if (words_find(&at->list->words, text + all.from, all.to - all.from,
                 &level)) {
    out->open = level == SECRISK_NO_LEVEL;
    out->risk.system = out->open ? 0 : SECRISK_SYSTEM_LEVEL;
    out->risk.level = level;
    out->text = secrisk_level_text(level);
  } else if (all.from == all.to) {
    return true;
  } else if (is_placeholder(text)) {
    out->open = true;
    return true;
  } else if (find_vector(text, all, &vector)
                 ? !read_vector(&c, all, vector, scheme, out)
                 : !read_plain(&c, all, scheme, out)) {
    return false;
  }
  bool other = scheme != 0 && out->risk.system != scheme && !out->open;
  if (other && !(at->column == column_names[RESIDUAL] &&
                 !all_blank(at->row->text[RERATED]))) {
    problem(at, all.from, all.to - all.from,
            "this is rated under another scheme than the scheme column says");
    return false;
  }
  return check_claims(at, &claims, out);
}
