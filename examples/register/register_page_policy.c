/* SPDX-License-Identifier: MIT */
/* Part of register: the page's rules, bands and scales, in words. */
#include "register_output.h"

/* --- The rules -------------------------------------------------------------*/

static void put_rule(FILE *to, const struct list *list, secrisk_level level) {
  secrisk_rule rule = list->policy.rules.rule[level];
  fprintf(to, "<tr class=\"l%d\"><th scope=\"row\"><span class=\"word\">",
          level);
  put_html(to, level_name(list, level));
  fprintf(to, "</span></th><td><p>%s</p>", secrisk_rule_text(rule & 3));
  for (size_t i = 3; i < 6; i++) {
    if ((rule & flag_values[i]) != 0) {
      fprintf(to, "<p>%s</p>", secrisk_rule_text(flag_values[i]));
    }
  }
  fputs("</td></tr>\n", to);
}

static void put_rules(FILE *to, const struct list *list) {
  fputs("<div class=\"card\">\n<table class=\"plain rules\">\n<caption>What "
        "each level demands<span class=\"soft\">policy ",
        to);
  put_html(to, list->policy.name);
  if (list->policy.file.file.name != NULL && *list->policy.source != '\0') {
    fputs("; source: ", to);
    put_html(to, list->policy.source);
  }
  fputs("</span></caption>\n<thead><tr><th scope=\"col\">Level</th><th "
        "scope=\"col\">Demands</th></tr></thead>\n<tbody>\n",
        to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    put_rule(to, list, level);
  }
  fprintf(to,
          "</tbody>\n</table>\n<p class=\"soft\">The rule is that of the level "
          "before controls. A control counts once it is verified and, if "
          "cryptographic, names its approved technique. A control that lowers "
          "a risk has a name. A text such as TBD %s.</p>\n</div>\n",
          list->policy.needs_evidence ? "counts as missing" : "gets a remark");
}

/* --- The bands -------------------------------------------------------------*/

/* An end of a band, in the scale of its scheme: sums, where they are published.
 * Microsoft's are whole, and EC-Council's have half points. */
static void put_end(FILE *to, secrisk_system system, unsigned tenths,
                    bool first) {
  if (system == SECRISK_DREAD_MICROSOFT) {
    fprintf(to, "%u", (tenths + (first ? 1 : 0)) / 2);
  } else if (system == SECRISK_DREAD_EC_COUNCIL) {
    fprintf(to, tenths % 2 != 0 ? "%u.5" : "%u", tenths / 2);
  } else {
    fprintf(to, "%u.%u", tenths / 10, tenths % 10);
  }
}

static void put_band(FILE *to, const secrisk_policy *p, secrisk_system system,
                     secrisk_level level) {
  const char *between = "";
  fputs("<td>", to);
  for (size_t i = 0; i < p->band_count; i++) {
    const secrisk_band *b = &p->bands[i];
    if (b->system == system && b->level == level) {
      fputs(between, to);
      put_end(to, system, b->first, true);
      if (b->last != b->first) {
        fputs(" to ", to);
        put_end(to, system, b->last, false);
      }
      between = ", ";
    }
  }
  fputs("</td>", to);
}

static void put_bands(FILE *to, const struct list *list) {
  const secrisk_policy *p = &list->policy.rules;
  fputs("<div class=\"card scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"Bands\">\n<table class=\"plain bands\">\n<caption>From "
        "score to level<span class=\"soft\">DREAD: the mean of the ratings, "
        "but Microsoft's (of 15) and EC-Council's (of 50): their "
        "sum</span></caption>\n<thead><tr><th "
        "scope=\"col\">Scale</th>",
        to);
  for (secrisk_level level = 1; level <= LEVELS; level++) {
    fputs("<th scope=\"col\">", to);
    put_html(to, level_name(list, level));
    fputs("</th>", to);
  }
  fputs("</tr></thead>\n<tbody>\n", to);
  for (size_t i = 0; i < p->band_count; i++) {
    secrisk_system system = p->bands[i].system;
    if (i > 0 && p->bands[i - 1].system == system) {
      continue;
    }
    fputs("<tr><th scope=\"row\">", to);
    put_system(to, system);
    fputs("</th>", to);
    for (secrisk_level level = 1; level <= LEVELS; level++) {
      put_band(to, p, system, level);
    }
    fputs("</tr>\n", to);
  }
  fputs("</tbody>\n</table>\n</div>\n", to);
}

/* --- The scales in use -----------------------------------------------------*/

static const char *nomenclature(const struct rating *r) {
  return r->cvss.version != 0 ? secrisk_cvss_nomenclature(&r->cvss) : "";
}

static bool same_scheme(const struct rating *a, const struct rating *b) {
  const char *p = nomenclature(a), *q = nomenclature(b);
  while (*p != '\0' && *p == *q) {
    p++, q++;
  }
  return a->risk.system == b->risk.system && *p == *q;
}

/* Each scheme once, at the first threat that uses it, with how many do. */
static void put_schemes(FILE *to, const struct list *list) {
  enum { MOST = 64 };
  const struct rating *seen[MOST];
  uint32_t uses[MOST], count = 0;
  for (uint32_t i = 0; i < list->count; i++) {
    const struct rating *r = &list->rows[i].initial;
    uint32_t k = 0;
    while (k < count && !same_scheme(seen[k], r)) {
      k++;
    }
    if (r->risk.system != 0 && k == count && count < MOST) {
      seen[count] = r;
      uses[count++] = 0;
    }
    if (r->risk.system != 0 && k < count) {
      uses[k]++;
    }
  }
  fputs("<div class=\"card\">\n<h3>Scales in use</h3>\n<ul>\n", to);
  for (uint32_t k = 0; k < count; k++) {
    fputs("<li>", to);
    put_system(to, seen[k]->risk.system);
    if (*nomenclature(seen[k]) != '\0') {
      fprintf(to, ", %s", nomenclature(seen[k]));
    }
    fprintf(to, ": %lu threat%s before controls</li>\n", number(uses[k]),
            uses[k] == 1 ? "" : "s");
  }
  fputs("</ul>\n<p class=\"soft\">Two vectors are compared by their "
        "Environmental scores (CVSS-BTE): the one kind of score that both can "
        "have. Where a vector's own score is another, it stands beside it. "
        "CVSS rates severity; likelihood is not in its Base score.</p>\n"
        "</div>\n",
        to);
}

/* --- The matrix ------------------------------------------------------------*/

void put_page_axes(FILE *to, const struct list *list) {
  const struct matrix *m = &list->matrix;
  if (m->name == NULL) {
    return;
  }
  fputs("<div class=\"card scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"Matrix\">\n<table class=\"plain\">\n<caption>",
        to);
  put_html(to, m->name);
  fputs("<span class=\"soft\">", to);
  put_html(to, m->source);
  fputs("</span></caption>\n<thead><tr><th scope=\"col\">", to);
  put_html(to, m->rows.name);
  fputs(" \\ ", to);
  put_html(to, m->columns.name);
  fputs("</th>", to);
  for (uint8_t k = 0; k < m->columns.count; k++) {
    fputs("<th scope=\"col\">", to);
    put_html(to, m->columns.values[k]);
    fputs("</th>", to);
  }
  fputs("</tr></thead>\n<tbody>\n", to);
  for (uint8_t i = m->rows.count; i > 0; i--) {
    fputs("<tr><th scope=\"row\">", to);
    put_html(to, m->rows.values[i - 1]);
    fputs("</th>", to);
    for (uint8_t k = 0; k < m->columns.count; k++) {
      secrisk_level level = m->cells[(i - 1) * m->columns.count + k];
      fprintf(to, "<td class=\"l%d\"><span class=\"word\">", level);
      put_html(to, level_name(list, level));
      fputs("</span></td>", to);
    }
    fputs("</tr>\n", to);
  }
  fputs("</tbody>\n</table>\n</div>\n", to);
}

void put_page_policy(FILE *to, const struct list *list) {
  fputs("<section id=\"rules\">\n<h2>Rules and scales</h2>\n"
        "<div class=\"stack\">\n",
        to);
  put_rules(to, list);
  put_bands(to, list);
  put_schemes(to, list);
  put_page_axes(to, list);
  fputs("</div>\n</section>\n", to);
}
