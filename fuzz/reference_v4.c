/* SPDX-License-Identifier: MIT */
/* CVSS v4.0 specification, sections 8.1 and 8.2, step by step. */
#include "reference_formulas.h"

#include <stdlib.h>
#include <string.h>

#include "reference_v4_data.h"

/* The metrics that decide the score, and their values by falling severity. */
static const char names[15][3] = {"AV", "PR", "UI", "AC", "AT",
                                  "VC", "VI", "VA", "CR", "IR",
                                  "AR", "SC", "SI", "SA", "E"};
static const char falling[15][5] = {"NALP", "NLH", "NPA",  "LH",   "NP",
                                    "HLN",  "HLN", "HLN",  "HML",  "HML",
                                    "HML",  "HLN", "SHLN", "SHLN", "APU"};

/* The values of those metrics, one letter each. */
struct state {
  char v[16];
};

static char at(const struct state *s, const char *name) {
  for (int i = 0; i < 15; i++) {
    if (strcmp(names[i], name) == 0) {
      return s->v[i];
    }
  }
  abort();
}

/* 8.1: Not Defined is the worst case; Modified replaces Base. */
static struct state resolve(const struct reference *r, int kind) {
  struct state s = {{0}};
  for (int i = 0; i < 15; i++) {
    bool threat = i == 14, requirement = i >= 8 && i <= 10;
    bool counts = threat ? (kind & 2) != 0 : (kind & 4) != 0;
    s.v[i] = counts && !threat && !requirement ? reference_modified(r, names[i])
                                               : reference_value(r, names[i]);
    if ((threat || requirement) && (!counts || s.v[i] == 'X')) {
      s.v[i] = threat ? 'A' : 'H';
    }
  }
  return s;
}

/* Tables 24 to 29. */
static void classify(const struct state *s, char eq[7]) {
  bool av = at(s, "AV") == 'N', pr = at(s, "PR") == 'N',
       ui = at(s, "UI") == 'N';
  bool vc = at(s, "VC") == 'H', vi = at(s, "VI") == 'H',
       va = at(s, "VA") == 'H';
  strcpy(eq, "210220");
  if (av && pr && ui) {
    eq[0] = '0';
  } else if ((av || pr || ui) && at(s, "AV") != 'P') {
    eq[0] = '1';
  }
  if (at(s, "AC") == 'L' && at(s, "AT") == 'N') {
    eq[1] = '0';
  }
  if (!(vc && vi)) {
    eq[2] = vc || vi || va ? '1' : '2';
  }
  if (at(s, "SI") == 'S' || at(s, "SA") == 'S') {
    eq[3] = '0';
  } else if (at(s, "SC") == 'H' || at(s, "SI") == 'H' || at(s, "SA") == 'H') {
    eq[3] = '1';
  }
  eq[4] = at(s, "E") == 'A' ? '0' : at(s, "E") == 'P' ? '1' : '2';
  if (!((at(s, "CR") == 'H' && vc) || (at(s, "IR") == 'H' && vi) ||
        (at(s, "AR") == 'H' && va))) {
    eq[5] = '1';
  }
}

/* The score of a MacroVector; -1 for one that does not exist. */
static double look_up(const char *eq) {
  for (int i = 0; i < 270; i++) {
    if (strcmp(lookup[i].macrovector, eq) == 0) {
      return lookup[i].score;
    }
  }
  return -1;
}

/* The highest severity vectors of each level of each set, in the letters of
 * names[from .. from + length). */
struct highest {
  int set; /* 1, 2, 3 (with 6), 4 */
  char level[3];
  int from;
  const char *vectors;
  int depth; /* of the level, in steps */
};
static const struct highest highest[] = {
    {1, "0", 0, "NNN", 1},
    {1, "1", 0, "ANN NLN NNP", 4},
    {1, "2", 0, "PNN ALP", 5},
    {2, "0", 3, "LN", 1},
    {2, "1", 3, "HN LP", 2},
    {3, "00", 5, "HHHHHH", 7},
    {3, "01", 5, "HHLMMH HHHMMM", 6},
    {3, "10", 5, "LHHHHH HLHHHH", 8},
    {3, "11", 5, "LHLHMH LHHHMM HLHMHM HLLMHH LLHHHM", 8},
    {3, "21", 5, "LLLHHH", 10},
    {4, "0", 11, "HSS", 6},
    {4, "1", 11, "HHH", 5},
    {4, "2", 11, "LLL", 4},
};

static int level_of(int metric, char value) {
  return (int)(strchr(falling[metric], value) - falling[metric]);
}

/* Steps from the first highest vector that is nowhere less severe. */
static int distance(const struct state *s, const struct highest *h) {
  size_t length = strcspn(h->vectors, " ");
  for (const char *v = h->vectors; *v != '\0';
       v += length + (v[length] == ' ')) {
    int sum = 0;
    bool above = true;
    for (int i = 0; i < (int)length; i++) {
      int metric = h->from + i;
      int steps = level_of(metric, s->v[metric]) - level_of(metric, v[i]);
      above = above && steps >= 0;
      sum += steps;
    }
    if (above) {
      return sum;
    }
  }
  abort();
}

/* The same MacroVector one level lower in set a (and b). */
static double lower(const char *eq, int a, int b) {
  char next[7];
  strcpy(next, eq);
  next[a - 1]++;
  if (b != 0) {
    next[b - 1]++;
  }
  return look_up(next);
}

static double next_lower(const char *eq, int set) {
  if (set != 3) {
    return lower(eq, set, 0);
  }
  if (eq[2] == '0' && eq[5] == '0') {
    double left = lower(eq, 6, 0), right = lower(eq, 3, 0);
    return left > right ? left : right;
  }
  return eq[2] == '1' && eq[5] == '0' ? lower(eq, 6, 0) : lower(eq, 3, 0);
}

static const struct highest *find(const char *eq, int set) {
  char level[3] = {eq[set - 1], '\0', '\0'};
  if (set == 3) {
    level[1] = eq[5];
  }
  for (size_t i = 0; i < sizeof highest / sizeof highest[0]; i++) {
    if (highest[i].set == set && strcmp(highest[i].level, level) == 0) {
      return &highest[i];
    }
  }
  abort();
}

double reference_v4(const struct reference *r, int kind) {
  struct state s = resolve(r, kind);
  char eq[7];
  double total = 0;
  int n = 0;
  if (memcmp(s.v + 5, "NNN", 3) == 0 && memcmp(s.v + 11, "NNN", 3) == 0) {
    return 0;
  }
  classify(&s, eq);
  double score = look_up(eq);
  for (int set = 1; set <= 5; set++) {
    double below = next_lower(eq, set);
    if (below < 0) {
      continue;
    }
    n++;
    if (set != 5) { /* EQ5 has but one vector a level */
      const struct highest *h = find(eq, set);
      total += (score - below) * distance(&s, h) / h->depth;
    }
  }
  return n == 0 ? score : score - total / n;
}

void reference_macrovector(const struct reference *r, uint8_t levels[6]) {
  struct state s = resolve(r, 7);
  char eq[7];
  classify(&s, eq);
  for (int i = 0; i < 6; i++) {
    levels[i] = (uint8_t)(eq[i] - '0');
  }
}
