/* SPDX-License-Identifier: MIT */
/* Counts instructions per call on an emulated Cortex-M.
 *
 * QEMU's -icount shift=8 lets 256 ns of the board's time pass with every
 * instruction, so that its timer counts instructions: exactly, and the same in
 * every run.  Reads vectors, valid or not, a line each, from vectors.txt, and
 * prints lines of
 *   what,call,inputs,instructions of the plainest input,of the dearest */
#include <semihost.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
#ifdef __ARM_ARCH_6M__ /* micro:bit: a timer of 16 MHz that counts up */
#define TIMER 0x40008000u
#define NS_PER_TICK_X2 125u
static void timer_start(void) {
  REGISTER(TIMER + 0x508) = 3; /* 32 bits */
  REGISTER(TIMER + 0x510) = 0;
  REGISTER(TIMER) = 1;
}
static uint32_t now(void) {
  REGISTER(TIMER + 0x40) = 1; /* capture */
  return REGISTER(TIMER + 0x540);
}
#else /* MPS2: a timer of 25 MHz that counts down */
#define TIMER 0x40000000u
#define NS_PER_TICK_X2 80u
static void timer_start(void) {
  REGISTER(TIMER + 8) = 0xffffffffu; /* reload */
  REGISTER(TIMER + 4) = 0xffffffffu;
  REGISTER(TIMER) = 1;
}
static uint32_t now(void) {
  return ~REGISTER(TIMER + 4);
}
#endif
#define NS_PER_INSTRUCTION 256u

static const char *text;
static size_t text_len;
static secrisk_cvss vector;
static char buf[SECRISK_JSON_SIZE];
static volatile uint32_t sink;

static void nothing(void) {
}
static void parse(void) {
  sink = secrisk_cvss_parse(text, text_len, SECRISK_STRICT, &vector, NULL);
}
static void score(void) {
  sink = secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL);
}
static void format(void) {
  sink = (uint32_t)secrisk_cvss_format(&vector, buf, sizeof buf);
}
static void json(void) {
  sink =
      (uint32_t)secrisk_cvss_json(&vector, SECRISK_JSON_ALL, buf, sizeof buf);
}

static secrisk_dread dread;
static void dread_parse(void) {
  sink = secrisk_dread_parse(text, text_len, &dread, NULL);
}
static void dread_score(void) {
  sink = secrisk_dread_tenths(&dread);
}
static void dread_format(void) {
  sink = (uint32_t)secrisk_dread_format(&dread, buf, sizeof buf);
}

static secrisk_policy policy;
static secrisk_threat threat;
static void evaluate(void) {
  secrisk_evaluation e;
  sink = secrisk_threat_evaluate(&policy, &threat, &e, NULL);
}

static uint32_t ticks_of(void (*volatile call)(void)) {
  uint32_t start = now();
  call();
  return now() - start;
}

/* The counter's tick is shorter than an instruction, so rounding is exact. */
static uint32_t instructions_of(void (*call)(void)) {
  uint32_t ticks = ticks_of(call) - ticks_of(nothing);
  return (uint32_t)(((uint64_t)ticks * NS_PER_TICK_X2 + NS_PER_INSTRUCTION) /
                    (2u * NS_PER_INSTRUCTION));
}

static const struct {
  const char *name;
  void (*call)(void);
} calls[] = {
    {"parse", parse}, {"score", score}, {"format", format}, {"json", json}};
#define CALLS (sizeof calls / sizeof calls[0])

static const struct {
  const char *name, *plain;
} versions[] = {
    {"2.0", "AV:N/AC:L/Au:N/C:C/I:C/A:C"},
    {"3.0", "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
    {"3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"},
    {"4.0", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"},
};
enum { VERSIONS = sizeof versions / sizeof versions[0] };

static uint32_t worst[VERSIONS][CALLS];
static unsigned vectors[VERSIONS];

/* The version that a text says or, where it says none, v2.0. */
static unsigned version_of(const char *line) {
  unsigned v = VERSIONS - 1;
  while (v > 0 && strncmp(line, versions[v].plain, 8) != 0) {
    v--;
  }
  return v;
}

static void measure(const char *line, uint32_t *out) {
  text = line;
  text_len = strlen(line);
  for (size_t c = 0; c < CALLS; c++) {
    uint32_t n = instructions_of(calls[c].call);
    out[c] = n > out[c] ? n : out[c];
  }
}

static void print(const char *what, const char *call, unsigned count,
                  uint32_t plainest, uint32_t dearest) {
  printf("%s,%s,%u,%lu,%lu\n", what, call, count, (unsigned long)plainest,
         (unsigned long)dearest);
}

/* A byte of vectors.txt, 0 at its end. */
static char read_byte(void) {
  static char block[1024];
  static size_t at = 0, got = 0;
  static int file = -1;
  if (file < 0) {
    file = sys_semihost_open("vectors.txt", SH_OPEN_R);
  }
  if (at == got) {
    at = 0;
    got = sizeof block - sys_semihost_read(file, block, sizeof block);
  }
  return got > 0 ? block[at++] : '\0';
}

static bool read_line(char *line, size_t size) {
  size_t n = 0;
  char c = read_byte();
  for (; c != '\n' && c != '\0'; c = read_byte()) {
    if (n + 1 < size) {
      line[n++] = c;
    }
  }
  line[n] = '\0';
  return c != '\0';
}

static void measure_vectors(void) {
  static char line[300];
  while (read_line(line, sizeof line)) {
    unsigned v = version_of(line);
    measure(line, worst[v]);
    vectors[v]++;
  }
  for (unsigned v = 0; v < VERSIONS; v++) {
    uint32_t n[CALLS] = {0};
    measure(versions[v].plain, n);
    for (size_t c = 0; c < CALLS; c++) {
      print(versions[v].name, calls[c].name, vectors[v], n[c], worst[v][c]);
    }
  }
}

/* One call over texts, of which the first is the plainest. */
static void measure_dread(const char *name, void (*call)(void)) {
  static const char *const texts[] = {
      "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8", "DREAD:1.0/D:2/A:1/R:3/E:2/DI:0",
      "DREAD:EC-Council-D/D:7.5/R:9.5/E:6.5/A:10",
      "DREAD:EC-Council/D:7.5/R:9.5/E:6.5/A:9.5/DI:8.5"};
  uint32_t n[4] = {0}, most = 0;
  for (unsigned i = 0; i < 4; i++) {
    text = texts[i];
    text_len = strlen(text);
    dread_parse();
    n[i] = instructions_of(call);
    most = n[i] > most ? n[i] : most;
  }
  print("DREAD", name, 4, n[0], most);
}

/* A bare level without controls; ten controls, texts, and the system whose
 * bands come last. */
static void measure_evaluate(void) {
  static const secrisk_control full = {
      "FIPS 198-1",           NULL, 0,   SECRISK_CONTROL_HIDDEN,
      SECRISK_STATE_VERIFIED, 7,    true};
  static secrisk_control controls[10];
  (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &policy);
  threat.initial.system = SECRISK_SYSTEM_LEVEL;
  threat.initial.tenths = SECRISK_NO_SCORE;
  threat.initial.level = SECRISK_LEVEL_HIGH;
  uint32_t plainest = instructions_of(evaluate);
  for (unsigned i = 0; i < 10; i++) {
    controls[i] = full;
  }
  threat.controls = controls;
  threat.control_count = 10;
  threat.rationale = threat.benefit_risk = "because it is so";
  threat.initial.system = threat.residual.system = SECRISK_DREAD_OP_TEE;
  threat.initial.tenths = threat.residual.tenths = 100;
  threat.initial.level = SECRISK_NO_LEVEL;
  print("threat", "evaluate", 2, plainest, instructions_of(evaluate));
}

int main(void) {
  timer_start();
  measure_vectors();
  measure_dread("parse", dread_parse);
  measure_dread("score", dread_score);
  measure_dread("format", dread_format);
  measure_evaluate();
  return 0;
}
