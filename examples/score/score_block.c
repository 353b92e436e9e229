/* SPDX-License-Identifier: MIT */
/* score: a vector as a block for a person to read. */
#include <string.h>

#include "score.h"

void put_place(struct out *o) {
  if (at.what != NULL) {
    put(o, "%s:", at.what);
  }
  put(o, "%lu:%lu", at.line, at.column);
}

/* A row of the block; nothing for a score that the version does not have. */
static void print_score(const secrisk_cvss *v, const char *name,
                        secrisk_score_kind kind) {
  static const char colours[][8] = {"",         "\033[32m", "\033[36m",
                                    "\033[33m", "\033[31m", "\033[1;31m"};
  secrisk_tenths score = secrisk_cvss_score(v, kind);
  secrisk_level level = secrisk_cvss_severity(v->version, score);
  if (score == SECRISK_NO_SCORE) {
    return;
  }
  put(&out, "  %-18s %2d.%d", name, score / 10, score % 10);
  if (kind < SECRISK_SCORE_IMPACT) {
    put(&out, "  %s%s%s", paint(&out, colours[level]),
        secrisk_level_text(level), paint(&out, "\033[0m"));
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    put(&out, " (%s%s)", secrisk_cvss_nomenclature(v),
        v->version == SECRISK_CVSS20 ? "; severity by NVD's bands" : "");
  }
  put(&out, "\n");
}

static void print_scores(const secrisk_cvss *v) {
  bool v4 = v->version == SECRISK_CVSS40;
  secrisk_score_kind kind = secrisk_cvss_overall(v);
  uint8_t eq[6];
  print_score(v, "Overall", SECRISK_SCORE_OVERALL);
  print_score(v, "Base", SECRISK_SCORE_B);
  print_score(v, "  Impact", SECRISK_SCORE_IMPACT);
  print_score(v, "  Exploitability", SECRISK_SCORE_EXPLOITABILITY);
  if ((kind & 2) != 0) {
    print_score(v, v4 ? "with Threat" : "Temporal", SECRISK_SCORE_BT);
  }
  if ((kind & 4) != 0) {
    print_score(v, v4 ? "with Environment" : "Environmental", kind);
    print_score(v, "  Modified Impact", SECRISK_SCORE_MODIFIED_IMPACT);
  }
  if (secrisk_cvss_macrovector(v, eq) == SECRISK_OK) {
    put(&out, "  %-18s %d%d%d%d%d%d\n", "MacroVector", eq[0], eq[1], eq[2],
        eq[3], eq[4], eq[5]);
  }
}

/* What was tolerated, and how the standard would have it. */
static void print_lenient(const struct item *it) {
  static const char *const names[] = {"metrics out of order",
                                      "letters in the other case",
                                      "blanks around it",
                                      "a slash at its end",
                                      "parentheses around it",
                                      "a prefix that v2.0 does not have",
                                      "a group given in part",
                                      "metrics missing",
                                      "no prefix; taken to be v3.0",
                                      "no prefix; taken to be v3.1",
                                      "no prefix; taken to be v4.0"};
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
    if ((it->diag.lenient >> i & 1) != 0 && (it->said == 0 || i < 8)) {
      put(&out, "  %-18s %s\n", "Tolerated", names[i]);
    }
  }
  if (it->said != 0) {
    put(&out, "  %-18s v%d.%d, as said beside it\n", "Version", it->said / 10,
        it->said % 10);
  }
  char text[SECRISK_CVSS_TEXT_SIZE];
  size_t len = secrisk_cvss_format(&it->v, text, sizeof text);
  if (len != it->len || memcmp(text, it->text, len) != 0) {
    put(&out, "  %-18s %s\n", "Canonical", text);
  }
}

static void print_device(const secrisk_cvss *v) {
  secrisk_cvss device;
  char text[SECRISK_CVSS_TEXT_SIZE];
  if (!profile_lay(v, &device)) {
    put(&out, "  %-18s no profile is for this version\n", "In this device");
    return;
  }
  print_score(&device, "In this device", SECRISK_SCORE_OVERALL);
  (void)secrisk_cvss_format(&device, text, sizeof text);
  put(&out, "  %-18s %s\n", "", text);
}

static void print_vector(const struct item *it) {
  print_scores(&it->v);
  print_lenient(it);
  if (opt.profile) {
    print_device(&it->v);
  }
  if (opt.explain) {
    explain_metrics(&it->v);
  }
  if (opt.what_if) {
    print_what_if(&it->v);
  }
}

static void print_range(const struct item *it) {
  struct cells c;
  cells_make(&c, it);
  put(&out, "  %-18s %s  %s (Base metrics are missing)\n", "Range", c.text[0],
      c.text[1]);
}

static void print_policy(const struct item *it) {
  char text[CELL_SIZE];
  policy_text(it, text, sizeof text);
  put(&out, "  %-18s ", "Policy");
  put_wrapped(&out, text, 21);
}

void print_block(const struct item *it) {
  static bool later;
  put(&out, later ? "\n" : "");
  later = true;
  if (opt.find) {
    put_place(&out);
    put(&out, ": ");
  }
  put(&out, "%s%.*s%s\n", paint(&out, "\033[1m"), (int)it->len, it->text,
      paint(&out, "\033[0m"));
  if (opt.what_if && it->form != FORM_VECTOR) {
    put(&out, "  What if: only for vectors of CVSS with all Base metrics\n");
  }
  if (it->form == FORM_DREAD) {
    print_dread_block(it);
  } else if (it->form == FORM_RANGE) {
    print_range(it);
  } else {
    print_vector(it);
  }
  if (opt.policy) {
    print_policy(it);
  }
}

void print(struct item *it) {
  if ((it->diag.lenient & SECRISK_ALLOW_BLANKS) != 0) {
    for (; is_blank(it->text[0]); it->text++, it->len--) {
    }
    for (; is_blank(it->text[it->len - 1]); it->len--) {
    }
  }
  if (opt.fail_at != SECRISK_NO_LEVEL) {
    note_level(it);
  }
  if (opt.tsv) {
    if (it->form != FORM_VECTOR || opt.profile || opt.policy) {
      print_wide_row(it);
    } else {
      print_row(it);
    }
  } else if (opt.json) {
    print_json(it);
  } else {
    print_block(it);
  }
}
