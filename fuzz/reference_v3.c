/* SPDX-License-Identifier: MIT */
/* CVSS v3.0 and v3.1 specifications, section 7: the equations as they stand
 * there, with Appendix A's Roundup. */
#include "reference_formulas.h"

#include <math.h>
#include <string.h>

typedef char getter(const struct reference *r, const char *name);

static double weight(char value, const char *letters, const double *weights) {
  return weights[strchr(letters, value) - letters];
}

static double roundup(double x) {
  long i = lround(x * 100000);
  return i % 10000 == 0 ? (double)i / 100000.0
                        : (floor((double)i / 10000.0) + 1) / 10.0;
}

static double requirement(const struct reference *r, const char *name,
                          bool modified) {
  static const double w[] = {0.5, 1, 1.5, 1};
  return modified ? weight(reference_value(r, name), "LMHX", w) : 1;
}

static double impact(const struct reference *r, bool modified) {
  static const double w[] = {0, 0.22, 0.56};
  getter *get = modified ? reference_modified : reference_value;
  double c = weight(get(r, "C"), "NLH", w) * requirement(r, "CR", modified);
  double i = weight(get(r, "I"), "NLH", w) * requirement(r, "IR", modified);
  double a = weight(get(r, "A"), "NLH", w) * requirement(r, "AR", modified);
  double iss = 1 - (1 - c) * (1 - i) * (1 - a);
  if (modified && iss > 0.915) {
    iss = 0.915;
  }
  if (get(r, "S") == 'U') {
    return 6.42 * iss;
  }
  if (modified && r->version == 31) {
    return 7.52 * (iss - 0.029) - 3.25 * pow(iss * 0.9731 - 0.02, 13);
  }
  return 7.52 * (iss - 0.029) - 3.25 * pow(iss - 0.02, 15);
}

static double exploitability(const struct reference *r, bool modified) {
  static const double av[] = {0.85, 0.62, 0.55, 0.2};
  static const double ac[] = {0.77, 0.44};
  static const double pr[2][3] = {{0.85, 0.62, 0.27}, {0.85, 0.68, 0.50}};
  static const double ui[] = {0.85, 0.62};
  getter *get = modified ? reference_modified : reference_value;
  return 8.22 * weight(get(r, "AV"), "NALP", av) *
         weight(get(r, "AC"), "LH", ac) *
         weight(get(r, "PR"), "NLH", pr[get(r, "S") == 'C']) *
         weight(get(r, "UI"), "NR", ui);
}

static double base(const struct reference *r, bool modified) {
  getter *get = modified ? reference_modified : reference_value;
  double i = impact(r, modified);
  double sum = i + exploitability(r, modified);
  if (i <= 1e-9) {
    return 0;
  }
  if (get(r, "S") == 'C') {
    sum *= 1.08;
  }
  return roundup(sum < 10 ? sum : 10);
}

static double temporal(const struct reference *r, double score) {
  static const double e[] = {0.91, 0.94, 0.97, 1, 1};
  static const double rl[] = {0.95, 0.96, 0.97, 1, 1};
  static const double rc[] = {0.92, 0.96, 1, 1};
  return roundup(score * weight(reference_value(r, "E"), "UPFHX", e) *
                 weight(reference_value(r, "RL"), "OTWUX", rl) *
                 weight(reference_value(r, "RC"), "URCX", rc));
}

double reference_v3(const struct reference *r, int kind) {
  switch (kind) {
  case 8:
  case 10:
    return impact(r, kind == 10);
  case 9:
    return exploitability(r, false);
  default:
    break;
  }
  double score = base(r, (kind & 4) != 0);
  return (kind & 2) != 0 ? temporal(r, score) : score;
}
