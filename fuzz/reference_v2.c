/* SPDX-License-Identifier: MIT */
/* CVSS v2.0 guide, section 3.2: the equations as they stand there. */
#include "reference_formulas.h"

#include <string.h>

/* The weight in the place that the value's first letter has in letters. */
static double weight(const struct reference *r, const char *name,
                     const char *letters, const double *weights) {
  const char *at = strchr(letters, reference_value(r, name));
  return weights[at - letters];
}

static double requirement(const struct reference *r, const char *name) {
  static const double w[] = {0.5, 1.0, 1.51, 1.0};
  return weight(r, name, "LMHX", w);
}

static double impact(const struct reference *r, bool adjusted) {
  static const double w[] = {0.0, 0.275, 0.660};
  double c = weight(r, "C", "NPC", w);
  double i = weight(r, "I", "NPC", w);
  double a = weight(r, "A", "NPC", w);
  if (!adjusted) {
    return 10.41 * (1 - (1 - c) * (1 - i) * (1 - a));
  }
  double all = 10.41 * (1 - (1 - c * requirement(r, "CR")) *
                                (1 - i * requirement(r, "IR")) *
                                (1 - a * requirement(r, "AR")));
  return all < 10 ? all : 10;
}

static double exploitability(const struct reference *r) {
  static const double av[] = {0.395, 0.646, 1.0};
  static const double ac[] = {0.35, 0.61, 0.71};
  static const double au[] = {0.45, 0.56, 0.704};
  return 20 * weight(r, "AV", "LAN", av) * weight(r, "AC", "HML", ac) *
         weight(r, "Au", "MSN", au);
}

static double round_to_1_decimal(double x) {
  return reference_half_up(x) / 10.0;
}

static double base(const struct reference *r, bool adjusted) {
  double i = impact(r, adjusted);
  double f = i < 1e-9 ? 0 : 1.176;
  return round_to_1_decimal((0.6 * i + 0.4 * exploitability(r) - 1.5) * f);
}

/* Two values of Report Confidence share their first letter. */
static double temporal(const struct reference *r, double score) {
  static const double e[] = {0.85, 0.9, 0.95, 1.0, 1.0};
  static const double rl[] = {0.87, 0.90, 0.95, 1.0, 1.0};
  double rc = 1.0;
  for (int i = 0; i < r->count; i++) {
    if (strcmp(r->metrics[i].name, "RC") == 0) {
      rc = strcmp(r->value[i], "UC") == 0   ? 0.90
           : strcmp(r->value[i], "UR") == 0 ? 0.95
                                            : 1.0;
    }
  }
  return round_to_1_decimal(score * weight(r, "E", "UPFHX", e) *
                            weight(r, "RL", "OTWUX", rl) * rc);
}

static double collateral(const struct reference *r) {
  for (int i = 0; i < r->count; i++) {
    if (strcmp(r->metrics[i].name, "CDP") == 0) {
      const char *v = r->value[i];
      return strcmp(v, "L") == 0    ? 0.1
             : strcmp(v, "LM") == 0 ? 0.3
             : strcmp(v, "MH") == 0 ? 0.4
             : strcmp(v, "H") == 0  ? 0.5
                                    : 0.0;
    }
  }
  return 0.0;
}

static double environmental(const struct reference *r, bool with_temporal) {
  static const double td[] = {0.0, 0.25, 0.75, 1.0, 1.0};
  double score = base(r, true);
  if (with_temporal) {
    score = temporal(r, score);
  }
  return round_to_1_decimal((score + (10 - score) * collateral(r)) *
                            weight(r, "TD", "NLMHX", td));
}

double reference_v2(const struct reference *r, int kind) {
  switch (kind) {
  case 1:
    return base(r, false);
  case 3:
    return temporal(r, base(r, false));
  case 5:
  case 7:
    return environmental(r, kind == 7);
  case 8:
    return impact(r, false);
  case 9:
    return exploitability(r);
  default:
    return impact(r, true);
  }
}
