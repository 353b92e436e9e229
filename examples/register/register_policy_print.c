/* SPDX-License-Identifier: MIT */
/* Part of register: a policy as the file that --policy reads. */
#include <string.h>

#include "register.h"

static void print_tenths(FILE *to, secrisk_tenths tenths) {
  fprintf(to, "%d.%d", tenths / 10, tenths % 10);
}

static void print_rule(FILE *to, secrisk_rule rule) {
  fputs(flag_names[(rule & 3) - 1], to);
  for (size_t i = 3; i < 6; i++) {
    if ((rule & flag_values[i]) != 0) {
      fprintf(to, ", %s", flag_names[i]);
    }
  }
}

static void print_rules(FILE *to, const struct policy *p) {
  fputs(
      "\n# One of record, practicable (as far as reasonably practicable) and\n"
      "# mandatory. Then, if wanted: rationale (one is needed where nothing "
      "is done),\n"
      "# benefit (benefit may outweigh the risk), reduced (controls that "
      "lower\n"
      "# nothing count as none).\n[rules]\n",
      to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    fprintf(to, "%-8s = ", secrisk_level_text(level));
    print_rule(to, p->rules.rule[level]);
    putc('\n', to);
  }
}

static void print_levels(FILE *to, const struct policy *p) {
  fputs("\n# The names that the outputs use.\n[levels]\n", to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    fprintf(to, "%-8s = %s\n", secrisk_level_text(level),
            p->level_names[level]);
  }
}

static void print_bands(FILE *to, const struct policy *p) {
  secrisk_system before = SECRISK_SYSTEM_NONE;
  fputs(
      "\n# Scores and their levels, from the lowest to the highest score of a "
      "system.\n# DREAD: the mean of the ratings, on their own scale.\n",
      to);
  for (size_t i = 0; i < p->rules.band_count; i++) {
    const secrisk_band *b = &p->rules.bands[i];
    if (b->system != before) {
      fputs(before == 0 ? "[bands " : "\n[bands ", to);
      put_system(to, b->system);
      fputs("]\n", to);
      before = b->system;
    }
    print_tenths(to, b->first);
    fputs(" - ", to);
    print_tenths(to, b->last);
    fprintf(to, " = %s\n", secrisk_level_text(b->level));
  }
}

static void print_words(FILE *to, const struct policy *p) {
  const char *heading = "\n[ratings]\n";
  for (size_t i = 0; i < p->file.count; i++) {
    if (in_section(&p->file.all[i], "ratings")) {
      fprintf(to, "%s%s = %s\n", heading, p->file.all[i].name,
              p->file.all[i].value);
      heading = "";
    }
  }
}

void policy_print(FILE *to, const struct policy *p) {
  fprintf(to,
          "# A policy for register --policy: see docs/register.md.\n"
          "name     = %s\nsource   = %s\n"
          "# remark: TBD and the like get a remark. required: they count as "
          "missing.\nevidence = %s\n",
          p->name, p->source, p->needs_evidence ? "required" : "remark");
  print_rules(to, p);
  print_levels(to, p);
  print_words(to, p);
  print_bands(to, p);
}
