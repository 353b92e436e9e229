/* SPDX-License-Identifier: MIT */
/* score: what CVSS vectors are worth, and what is wrong with the bad ones. */
#include <string.h>

#include "score.h"

struct place at;

void score_text(const char *text, size_t len) {
  struct item it;
  it.said = 0;
  it.text = text;
  it.len = len;
  at.seen++;
  if (secrisk_cvss_parse(text, len, opt.flags, &it.v, &it.diag) == SECRISK_OK) {
    print(&it);
  } else {
    at.bad++;
    report(text, len, &it.diag);
  }
  if (at.progress && (at.seen & 0x3ffff) == 0) {
    put(&err, "\r%lu vectors", at.seen);
    flush(&err);
  }
}

static void say_version_or_help(void) {
  uint32_t v = secrisk_version();
  if (opt.help) {
    put(&out, "%s", help);
  } else {
    put(&out, "score (secrisk) %d.%d.%d\n", (int)(v >> 16), (int)(v >> 8 & 255),
        (int)(v & 255));
  }
  flush(&out);
}

/* Input that is a terminal waits for someone to type. */
static void read_standard_input(void) {
  if (terminal(stdin)) {
    put(&err, "score: type or paste %s and end with Ctrl-D; --help says more\n",
        opt.find ? "text" : "vectors, one a line,");
    flush(&err);
  }
  if (opt.find) {
    find_stream(stdin, "standard input");
  } else {
    at.progress = (opt.tsv || opt.json) && terminal(stderr) &&
                  !terminal(stdin) && !terminal(stdout);
    score_lines();
  }
}

static int finish(void) {
  bool none = opt.find && at.seen == 0;
  flush(&out);
  put(&err, "%s", at.progress ? "\r\033[K" : "");
  if (none && !at.trouble) {
    put(&err, "score: no vector found\n");
  } else if (at.bad > 0 && at.seen > 1) {
    put(&err, "score: %lu of %lu vectors are bad\n", at.bad, at.seen);
  }
  near_summary();
  flush(&err);
  return at.trouble                                          ? TROUBLE
         : none || at.bad > 0 || (opt.strict && at.near > 0) ? BAD_INPUT
                                                             : 0;
}

int main(int argc, char **argv) {
  prepare_streams();
  int count = argc > 0 ? read_options(argv + 1) : 0;
  if (opt.help || opt.version) {
    say_version_or_help();
    return 0;
  }
  check_options();
  if (count == 0) {
    read_standard_input();
  }
  for (int i = 1; i <= count; i++) {
    if (!opt.find) {
      at.what = "argument";
      at.line = (unsigned long)i;
      score_text(argv[i], strlen(argv[i]));
    } else if (strcmp(argv[i], "-") == 0) {
      at.what = NULL;
      read_standard_input();
    } else {
      find_file(argv[i]);
    }
  }
  return finish();
}
