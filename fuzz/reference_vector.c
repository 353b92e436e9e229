/* SPDX-License-Identifier: MIT */
/* The grammars of the standards, and what a vector read by them says. */
#include "reference_vector.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* v2.0 guide, 2.4: the metrics in the order of a vector. */
static const struct reference_metric v2[] = {
    {"AV", " L A N ", 0},       {"AC", " H M L ", 0},
    {"Au", " M S N ", 0},       {"C", " N P C ", 0},
    {"I", " N P C ", 0},        {"A", " N P C ", 0},
    {"E", " U POC F H ND ", 1}, {"RL", " OF TF W U ND ", 1},
    {"RC", " UC UR C ND ", 1},  {"CDP", " N L LM MH H ND ", 2},
    {"TD", " N L M H ND ", 2},  {"CR", " L M H ND ", 2},
    {"IR", " L M H ND ", 2},    {"AR", " L M H ND ", 2},
};

/* v3.0 and v3.1 specifications, section 6. */
static const struct reference_metric v3[] = {
    {"AV", " N A L P ", 0},    {"AC", " L H ", 0},
    {"PR", " N L H ", 0},      {"UI", " N R ", 0},
    {"S", " U C ", 0},         {"C", " H L N ", 0},
    {"I", " H L N ", 0},       {"A", " H L N ", 0},
    {"E", " X H F P U ", 1},   {"RL", " X U W T O ", 1},
    {"RC", " X C R U ", 1},    {"CR", " X H M L ", 2},
    {"IR", " X H M L ", 2},    {"AR", " X H M L ", 2},
    {"MAV", " X N A L P ", 2}, {"MAC", " X L H ", 2},
    {"MPR", " X N L H ", 2},   {"MUI", " X N R ", 2},
    {"MS", " X U C ", 2},      {"MC", " X N L H ", 2},
    {"MI", " X N L H ", 2},    {"MA", " X N L H ", 2},
};

/* v4.0 specification, section 7, Table 23. */
static const struct reference_metric v4[] = {
    {"AV", " N A L P ", 0},    {"AC", " L H ", 0},
    {"AT", " N P ", 0},        {"PR", " N L H ", 0},
    {"UI", " N P A ", 0},      {"VC", " H L N ", 0},
    {"VI", " H L N ", 0},      {"VA", " H L N ", 0},
    {"SC", " H L N ", 0},      {"SI", " H L N ", 0},
    {"SA", " H L N ", 0},      {"E", " X A P U ", 1},
    {"CR", " X H M L ", 2},    {"IR", " X H M L ", 2},
    {"AR", " X H M L ", 2},    {"MAV", " X N A L P ", 2},
    {"MAC", " X L H ", 2},     {"MAT", " X N P ", 2},
    {"MPR", " X N L H ", 2},   {"MUI", " X N P A ", 2},
    {"MVC", " X H L N ", 2},   {"MVI", " X H L N ", 2},
    {"MVA", " X H L N ", 2},   {"MSC", " X H L N ", 2},
    {"MSI", " X S H L N ", 2}, {"MSA", " X S H L N ", 2},
    {"S", " X N P ", 3},       {"AU", " X N Y ", 3},
    {"R", " X A U I ", 3},     {"V", " X D C ", 3},
    {"RE", " X L M H ", 3},    {"U", " X Clear Green Amber Red ", 3},
};

bool reference_start(struct reference *r, int version) {
  memset(r, 0, sizeof *r);
  r->version = version;
  r->metrics = version == 20 ? v2 : version == 40 ? v4 : v3;
  r->count = version == 20 ? 14 : version == 40 ? 32 : 22;
  return version == 20 || version == 30 || version == 31 || version == 40;
}

static int find(const struct reference *r, const char *name) {
  for (int i = 0; i < r->count; i++) {
    if (strcmp(r->metrics[i].name, name) == 0) {
      return i;
    }
  }
  return -1;
}

int reference_metric(const struct reference *r, const char *name, size_t len) {
  char word[8];
  snprintf(word, sizeof word, "%.*s", (int)len, name);
  return strlen(word) == len ? find(r, word) : -1;
}

bool reference_has(const struct reference *r, int metric, const char *value,
                   size_t len) {
  char word[16];
  snprintf(word, sizeof word, " %.*s ", (int)len, value);
  return len > 0 && strlen(word) == len + 2 &&
         strstr(r->metrics[metric].values, word) != NULL;
}

/* NAME:VALUE, a NUL behind it; *last is the metric before. */
static bool read_pair(struct reference *r, char *pair, int *last) {
  char value[32];
  char *colon = strchr(pair, ':');
  if (colon == NULL || strlen(colon) < 2 || strlen(colon) > 8 ||
      strchr(colon, ' ') != NULL) {
    return false;
  }
  *colon = '\0';
  snprintf(value, sizeof value, " %s ", colon + 1);
  int i = find(r, pair);
  if (i < 0 || r->value[i][0] != '\0' ||
      strstr(r->metrics[i].values, value) == NULL) {
    return false;
  }
  if (i < *last && (r->version == 20 || r->version == 40)) {
    return false;
  }
  *last = i;
  strcpy(r->value[i], colon + 1);
  return true;
}

/* Base whole; v2.0's other groups whole or absent. */
static bool is_whole(const struct reference *r) {
  int given[4] = {0}, missing[4] = {0};
  for (int i = 0; i < r->count; i++) {
    bool there = r->value[i][0] != '\0';
    given[r->metrics[i].group] += there;
    missing[r->metrics[i].group] += !there;
  }
  bool v2_groups =
      (given[1] == 0 || missing[1] == 0) && (given[2] == 0 || missing[2] == 0);
  return missing[0] == 0 && (r->version != 20 || v2_groups);
}

bool reference_read(struct reference *r, const char *text, size_t len) {
  static const char prefixes[3][10] = {"CVSS:3.0/", "CVSS:3.1/", "CVSS:4.0/"};
  static const int versions[3] = {30, 31, 40};
  char copy[1025];
  int version = 20, last = -1;
  char *pair = copy;
  if (len > 1024 || memchr(text, '\0', len) != NULL || len == 0) {
    return false;
  }
  memcpy(copy, text, len);
  copy[len] = '\0';
  for (int i = 0; i < 3; i++) {
    if (strncmp(copy, prefixes[i], 9) == 0) {
      version = versions[i];
      pair = copy + 9;
    }
  }
  reference_start(r, version);
  for (char *slash; (slash = strchr(pair, '/')) != NULL; pair = slash + 1) {
    *slash = '\0';
    if (!read_pair(r, pair, &last)) {
      return false;
    }
  }
  return read_pair(r, pair, &last) && is_whole(r);
}

/* The nth word of a list, counted round and round. */
static const char *word(const char *list, int n) {
  const char *at = list + 1;
  for (; n > 0; n--) {
    at = strchr(at, ' ') + 1;
    at = *at != '\0' ? at : list + 1;
  }
  return at;
}

size_t reference_write(const uint8_t *choice, char text[512]) {
  static const int versions[4] = {20, 30, 31, 40};
  int version = versions[choice[0] % 4];
  struct reference r;
  char *at = text;
  reference_start(&r, version);
  if (version != 20) {
    at += sprintf(at, "CVSS:%d.%d/", version / 10, version % 10);
  }
  for (int i = 0; i < r.count; i++) {
    const char *value = word(r.metrics[i].values, choice[i + 1] % 60);
    at += sprintf(at, "%s:%.*s/", r.metrics[i].name, (int)strcspn(value, " "),
                  value);
  }
  return (size_t)(at - text) - 1;
}

char reference_value(const struct reference *r, const char *name) {
  int i = find(r, name);
  if (i < 0 || r->value[i][0] == '\0' || strcmp(r->value[i], "ND") == 0) {
    return 'X';
  }
  return r->value[i][0];
}

char reference_modified(const struct reference *r, const char *name) {
  char modified[8];
  snprintf(modified, sizeof modified, "M%s", name);
  char value = reference_value(r, modified);
  return value != 'X' ? value : reference_value(r, name);
}

int reference_half_up(double score) {
  /* Ties are exact decimals; the doubles err by far less than this. */
  return (int)floor(score * 10 + 0.5 + 1e-7);
}
