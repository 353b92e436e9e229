/* SPDX-License-Identifier: MIT */
/* Firmware that scores CVSS vectors: bare metal on a Cortex-M3, no libc.
 *
 * It reads lines from the first UART of the MPS2 board.  A vector is answered
 * with its score, severity and what the default policy demands of such a threat
 * before there is any control, any other line with what is wrong with it and
 * where; "stack" is answered with the most stack that was ever in use. */
#include "board.h"
#include "secrisk.h"

#define LINE_MAX 256

static void put_text(const char *text) {
  while (*text != '\0') {
    board_put(*text++);
  }
}

static void put_number(uint32_t n) {
  char digits[10];
  uint8_t count = 0;
  do {
    digits[count++] = (char)('0' + n % 10);
    n /= 10;
  } while (n != 0);
  while (count > 0) {
    board_put(digits[--count]);
  }
}

/* Reads a line; its length, of which no more than LINE_MAX bytes are kept. */
static size_t get_line(char *line) {
  size_t len = 0;
  for (;;) {
    char c = board_get();
    if (c == '\r' || c == '\n') {
      return len;
    }
    if (len < LINE_MAX) {
      line[len] = c;
    }
    len++;
  }
}

static bool is_word(const char *line, size_t len, const char *word) {
  size_t i = 0;
  while (i < len && word[i] != '\0' && line[i] == word[i]) {
    i++;
  }
  return i == len && word[i] == '\0';
}

static void put_stack(void) {
  put_text("stack ");
  put_number(board_stack_used());
  put_text(" of ");
  put_number(board_stack_size());
}

static void put_refusal(const secrisk_diag *diag) {
  char why[SECRISK_EXPLAIN_SIZE];
  secrisk_cvss_explain(diag, why, sizeof why);
  put_text("error at ");
  put_number(diag->offset);
  put_text(": ");
  put_text(why);
}

static void put_score(const secrisk_cvss *v) {
  secrisk_tenths score = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  put_number(score / 10u);
  board_put('.');
  put_number(score % 10u);
  board_put(' ');
  put_text(secrisk_level_text(secrisk_cvss_severity(v->version, score)));
}

/* "; open: something is missing, a control ...; a rationale ..." or what else
 * the policy decides. */
static void put_action(const secrisk_cvss *v) {
  static secrisk_threat threat; /* nothing given, no controls */
  secrisk_policy policy;
  secrisk_evaluation e;
  threat.initial.system = v->version;
  threat.initial.tenths = secrisk_cvss_score(v, SECRISK_SCORE_OVERALL);
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &policy);
  (void)secrisk_threat_evaluate(&policy, &threat, &e, NULL);
  put_text("; ");
  put_text(secrisk_decision_text(e.decision));
  const char *before = ", ";
  for (uint16_t bit = 1; bit <= SECRISK_MISSING_BENEFIT_RISK; bit <<= 1) {
    if ((e.missing & bit) != 0) {
      put_text(before);
      put_text(secrisk_missing_text(bit));
      before = "; ";
    }
  }
}

static void answer(const char *line, size_t len) {
  secrisk_cvss v;
  secrisk_diag diag;
  if (is_word(line, len, "stack")) {
    put_stack();
  } else if (secrisk_cvss_parse(line, len, SECRISK_STRICT, &v, &diag) ==
             SECRISK_OK) {
    put_score(&v);
    put_action(&v);
  } else {
    put_refusal(&diag);
  }
}

void firmware(void) {
  static char line[LINE_MAX];
  put_text("ready\r\n");
  for (;;) {
    size_t len = get_line(line);
    if (len > LINE_MAX) {
      put_text("error: line too long");
    } else if (len > 0) {
      answer(line, len);
    } else {
      continue;
    }
    put_text("\r\n");
  }
}
