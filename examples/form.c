/* SPDX-License-Identifier: MIT */
/* form: asks for each metric of a CVSS version, or for each rating of a DREAD
 * scheme, and scores the answers. */
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

static const char help[] = "Usage: form [--base] [VERSION | SCHEME]\n"
                           "Ask for each metric of CVSS 2.0, 3.0, 3.1 (the "
                           "default) or 4.0, or for each\n"
                           "rating of a DREAD scheme such as OP-TEE, and print "
                           "the text and its score.\n"
                           "An empty answer leaves an optional metric Not "
                           "Defined; a full stop leaves\n"
                           "all that follow.\n"
                           "\n"
                           "      --base  ask for Base metrics alone\n"
                           "  -h, --help  print this help\n";

enum answer { ANSWER_END, ANSWER_GIVEN, ANSWER_STOP };

/* Reads a line; a full stop alone ends the questions. */
static enum answer read_answer(const char *name, char *buf, size_t size) {
  printf("%s: ", name);
  if (fflush(stdout) != 0 || fgets(buf, (int)size, stdin) == NULL) {
    return ANSWER_END;
  }
  if (strchr(buf, '\n') == NULL) { /* the rest of a line too long */
    for (int c = getchar(); c != '\n' && c != EOF; c = getchar()) {
    }
  }
  buf[strcspn(buf, "\r\n")] = '\0';
  return strcmp(buf, ".") == 0 ? ANSWER_STOP : ANSWER_GIVEN;
}

/* ---- CVSS ---------------------------------------------------------------- */

/* Writes a question: the metric's name and what may be answered. */
static void ask(uint8_t version, uint8_t metric) {
  printf("\n%s (%s)\n", secrisk_cvss_metric_name(version, metric),
         secrisk_cvss_metric_abbr(version, metric));
  uint8_t count = secrisk_cvss_value_count(version, metric);
  for (uint8_t value = 1; value < count; value++) {
    printf("  %-6s %s\n", secrisk_cvss_value_abbr(version, metric, value),
           secrisk_cvss_value_name(version, metric, value));
  }
  puts(secrisk_cvss_mandatory(version, metric) ? "" : "  empty  Not Defined\n");
}

/* Asks until the answer is one the metric may have. */
static enum answer fill_in(secrisk_cvss *vector, uint8_t metric) {
  const char *name = secrisk_cvss_metric_abbr(vector->version, metric);
  const char *none = secrisk_cvss_value_abbr(vector->version, metric, 0);
  char answer[80];
  enum answer kind;
  ask(vector->version, metric);
  while ((kind = read_answer(name, answer, sizeof answer)) == ANSWER_GIVEN) {
    secrisk_diag diag;
    char sentence[SECRISK_EXPLAIN_SIZE];
    const char *value = answer[0] != '\0' ? answer : none;
    if (secrisk_cvss_set_text(vector, name, strlen(name), value, strlen(value),
                              &diag) == SECRISK_OK) {
      return kind;
    }
    secrisk_cvss_explain(&diag, sentence, sizeof sentence);
    printf("  %s\n", sentence);
  }
  return kind;
}

static int ask_cvss(uint8_t version, bool base) {
  secrisk_cvss vector = {version, {0}};
  uint8_t count = secrisk_cvss_metric_count(version);
  enum answer kind = ANSWER_GIVEN;
  for (uint8_t m = 0; m < count && kind == ANSWER_GIVEN; m++) {
    if (!base || secrisk_cvss_mandatory(version, m)) {
      kind = fill_in(&vector, m);
    }
  }
  char result[SECRISK_CVSS_TEXT_SIZE];
  secrisk_diag diag;
  if (kind == ANSWER_END || secrisk_cvss_check(&vector, &diag) != SECRISK_OK) {
    fputs("\nform: a Base metric has no answer\n", stderr);
    return 1;
  }
  secrisk_tenths score = secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL);
  secrisk_cvss_format(&vector, result, sizeof result);
  printf("\n\n%s\n%d.%d %s\n", result, score / 10, score % 10,
         secrisk_level_text(secrisk_cvss_severity(version, score)));
  return 0;
}

/* ---- DREAD --------------------------------------------------------------- */

/* Adds "/D:7.5" to text, asking until it can be read. */
static bool rate(char *text, size_t size, uint8_t scheme, uint8_t rating) {
  const char *name = secrisk_dread_rating_abbr(rating);
  char answer[80];
  size_t len = strlen(text);
  secrisk_scale scale;
  secrisk_dread_scale(scheme, rating, &scale);
  if (scale.high == 0) {
    return true; /* the scheme is without it */
  }
  printf("\n%s (%s): %d to %d\n", secrisk_dread_rating_name(rating), name,
         scale.low / 2, scale.high / 2);
  while (read_answer(name, answer, sizeof answer) == ANSWER_GIVEN) {
    secrisk_dread dread;
    secrisk_diag diag;
    char sentence[SECRISK_EXPLAIN_SIZE];
    snprintf(text + len, size - len, "/%s:%s", name, answer);
    (void)secrisk_dread_parse(text, strlen(text), &dread, &diag);
    if (diag.status == SECRISK_OK ||
        (diag.status == SECRISK_E_MISSING && diag.metric != rating)) {
      return true;
    }
    secrisk_dread_explain(&diag, sentence, sizeof sentence);
    printf("  %s\n", sentence);
  }
  return false;
}

static int ask_dread(uint8_t scheme) {
  char text[256];
  secrisk_dread dread;
  secrisk_level level;
  uint16_t top, bottom;
  snprintf(text, sizeof text, "DREAD:%s", secrisk_dread_scheme_name(scheme));
  for (uint8_t rating = 0; rating < 5; rating++) {
    if (!rate(text, sizeof text, scheme, rating)) {
      fputs("\nform: a rating has no answer\n", stderr);
      return 1;
    }
  }
  if (secrisk_dread_parse(text, strlen(text), &dread, NULL) != SECRISK_OK ||
      secrisk_dread_score(&dread, &top, &bottom) != SECRISK_OK) {
    return 1;
  }
  unsigned tenths = (top * 20u + bottom) / (bottom * 2u); /* half up */
  (void)secrisk_dread_level(&dread, &level);
  printf("\n\n%s\n%u.%u %s\n", text, tenths / 10, tenths % 10,
         secrisk_level_text(level));
  return 0;
}

/* ---- What to ask for ----------------------------------------------------- */

static uint8_t find_scheme(const char *name) {
  for (unsigned id = SECRISK_DREAD_HOWARD; id <= 255; id++) {
    const char *known = secrisk_dread_scheme_name((uint8_t)id);
    if (known[0] != '\0' && strcmp(known, name) == 0) {
      return (uint8_t)id;
    }
  }
  return 0;
}

int main(int argc, char **argv) {
  const char *text = "3.1";
  bool base = false;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
      return fputs(help, stdout) < 0;
    }
    base = base || strcmp(argv[i], "--base") == 0;
    text = strcmp(argv[i], "--base") == 0 ? text : argv[i];
  }
  int version = strlen(text) == 3 ? (text[0] - '0') * 10 + text[2] - '0' : 0;
  if (version > 0 && version < SECRISK_DREAD_D && text[1] == '.' &&
      secrisk_cvss_metric_count((uint8_t)version) > 0) {
    return ask_cvss((uint8_t)version, base);
  }
  uint8_t scheme = find_scheme(text);
  if (scheme == 0) {
    fprintf(stderr,
            "form: there is no CVSS or DREAD %s here; expected 2.0, 3.0, 3.1, "
            "4.0 or a scheme such as OP-TEE\n",
            text);
    return 1;
  }
  return ask_dread(scheme);
}
