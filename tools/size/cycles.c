/* SPDX-License-Identifier: MIT */
/* Counts instructions per call on an emulated Cortex-M.
 *
 * QEMU's -icount shift=8 lets 256 ns of the board's time pass with every
 * instruction, so that its timer counts instructions: exactly, and the same in
 * every run.  Prints lines of
 *   version,call,vectors,instructions of the plainest vector,of the dearest */
#include <stdio.h>
#include <string.h>

#include "secrisk.h"

struct sample {
  const char *vector;
  uint8_t base, temporal, environmental;
};
struct sample_v4 {
  const char *vector;
  char macrovector[7];
  uint8_t score;
};
#include "data/samples_v2.h"
#include "data/samples_v30.h"
#include "data/samples_v31.h"
#include "data/samples_v4.h"

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
  sink = secrisk_cvss_parse(&vector, text, text_len, SECRISK_STRICT, NULL);
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

static const char *const plain[] = {
    "AV:N/AC:L/Au:N/C:C/I:C/A:C",
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"};

static uint32_t worst[CALLS];

static void measure(const char *vector_text, uint32_t *out) {
  text = vector_text;
  text_len = strlen(text);
  for (size_t c = 0; c < CALLS; c++) {
    uint32_t n = instructions_of(calls[c].call);
    out[c] = n > out[c] ? n : out[c];
  }
}

static void report(const char *version, const char *plainest, size_t vectors) {
  uint32_t n[CALLS] = {0};
  measure(plainest, n);
  for (size_t c = 0; c < CALLS; c++) {
    printf("%s,%s,%u,%lu,%lu\n", version, calls[c].name, (unsigned)vectors,
           (unsigned long)n[c], (unsigned long)worst[c]);
    worst[c] = 0;
  }
}

#define MEASURE(rows, version, place)                                          \
  do {                                                                         \
    size_t count = sizeof(rows) / sizeof(rows)[0];                             \
    for (size_t i = 0; i < count; i++) {                                       \
      measure((rows)[i].vector, worst);                                        \
    }                                                                          \
    report(version, plain[place], count);                                      \
  } while (0)

int main(void) {
  timer_start();
  MEASURE(v2_samples, "2.0", 0);
  MEASURE(v30_samples, "3.0", 1);
  MEASURE(v31_samples, "3.1", 2);
  MEASURE(v4_samples, "4.0", 3);
  return 0;
}
