/* SPDX-License-Identifier: MIT */
/* score: what CVSS vectors are worth, and what is wrong with the bad ones. */
#if defined(__unix__) || defined(__APPLE__)
#define _POSIX_C_SOURCE 200809L
#include <unistd.h>
#endif
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "secrisk.h"
#include "score_io.h"
#include "score_show.h"

/* --- Input -----------------------------------------------------------------*/

static void score(const char *text, size_t len) {
  struct item it;
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

static void score_line(const char *text, size_t len) {
  size_t skip = 0;
  at.line++;
  if (len > 0 && text[len - 1] == '\r') {
    len--;
  }
  while (skip < len && blank(text[skip])) {
    skip++;
  }
  if (skip < len) {
    score(text, len);
  }
}

/* Reads on behind what there is; shows what there is to show first. */
static size_t fill(FILE *f, const char *name, size_t have) {
  flush(&out);
  long got = get(f, in + have, sizeof in - have);
  if (got < 0) {
    complain("read", name);
    at.trouble = true;
  }
  return got < 0 ? 0 : (size_t)got;
}

/* Of a line too long for the buffer, the start is scored: a vector ended long
 * before. */
static void score_lines(void) {
  size_t have = 0, got;
  bool skip = false;
  at.what = "line";
  while ((got = fill(stdin, "standard input", have)) > 0) {
    const char *from = in, *end = in + have + got;
    const char *nl = memchr(in + have, '\n', got);
    for (; nl != NULL; nl = memchr(from, '\n', (size_t)(end - from))) {
      if (!skip) {
        score_line(from, (size_t)(nl - from));
      }
      skip = false;
      from = nl + 1;
    }
    have = (size_t)(end - from);
    if (have == sizeof in && !skip) {
      at.line++;
      score(in, have);
      skip = true;
    }
    have = skip ? 0 : have;
    memmove(in, from, have);
  }
  if (have > 0) {
    score_line(in, have);
  }
}

/* Moves the place over text. */
static void advance(const char *text, size_t n) {
  const char *nl;
  while ((nl = memchr(text, '\n', n)) != NULL) {
    at.line++;
    at.column = 1;
    n -= (size_t)(nl + 1 - text);
    text = nl + 1;
  }
  at.column += n;
}

/* Where to cut what has been read so that no vector is: behind a byte that
 * none has.  Before old there is no such byte.  A run of the others that fills
 * the buffer is cut where whatever begins before the cut is whole. */
static size_t cut(size_t old, size_t have) {
  static const char bytes[] = ":/.#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "abcdefghijklmnopqrstuvwxyz";
  size_t n = have;
  while (n > old && memchr(bytes, in[n - 1], sizeof bytes - 1) != NULL) {
    n--;
  }
  n = n > old ? n : 0;
  return have == sizeof in && n < have - SECRISK_TEXT_MAX
             ? have - SECRISK_TEXT_MAX
             : n;
}

/* Scores what begins in in[from, limit); returns where to go on. */
static size_t find_in(size_t from, size_t limit, size_t have) {
  struct item it;
  size_t pos = from;
  while (pos < limit &&
         secrisk_cvss_find(in, have, opt.flags, &pos, &it.len, &it.v,
                           &it.diag) == SECRISK_OK &&
         pos < limit) {
    at.seen++;
    advance(in + from, pos - from);
    from = pos += it.len;
    it.text = in + pos - it.len;
    print(&it);
    advance(in + pos - it.len, it.len);
  }
  if (from < limit) {
    advance(in + from, limit - from);
    from = limit;
  }
  return from;
}

/* The byte before where we go on is kept: no vector starts after a letter. */
static void find_stream(FILE *f, const char *name) {
  size_t have = 0, from = 0, got;
  at.line = at.column = 1;
  do {
    got = fill(f, name, have);
    have += got;
    from = find_in(from, got > 0 ? cut(have - got, have) : have, have);
    size_t done = from > 0 ? from - 1 : 0;
    memmove(in, in + done, have - done);
    have -= done;
    from -= done;
  } while (got > 0);
}

static void find_file(const char *name) {
  FILE *f = fopen(name, "rb");
  if (f == NULL) {
    complain("open", name);
    at.trouble = true;
    return;
  }
  at.what = name;
  find_stream(f, name);
  fclose(f);
}

/* --- The command line ------------------------------------------------------*/

static const char help[] =
    "Usage: score [OPTION]... [VECTOR]...\n"
    "   or: score --find [OPTION]... [FILE]...\n"
    "Scores CVSS vectors of versions 2.0, 3.0, 3.1 and 4.0, given as\n"
    "arguments or else one a line on standard input (empty lines pass).\n"
    "\n"
    "What is shown of each vector:\n"
    "                      without an option, a block for a person to read\n"
    "  -e, --explain       the same with every metric spelled out\n"
    "  -t, --tsv           one line, its columns separated by tabs: score,\n"
    "                      severity, type, version, base, threat (of v2 and\n"
    "                      v3: temporal), environmental, line (with --find\n"
    "                      FILE:LINE:COLUMN) and vector; - where there is "
    "none\n"
    "      --header        the same after a line that names the columns\n"
    "  -j, --json          one JSON object a line, after FIRST's schemas\n"
    "\n"
    "What is read:\n"
    "  -f, --find          the vectors in any text: FILEs, or standard input\n"
    "                      (-); whatever is no whole vector is passed over\n"
    "  -l, --lenient       vectors with metrics out of order, letters in the\n"
    "                      other case, blanks or parentheses around them, a\n"
    "                      slash at the end, CVSS:2.0/ or CVSS2# before v2.0,\n"
    "                      or part of a v2.0 group, too\n"
    "      --version-hint 3.0 or 3.1\n"
    "                      vectors of that version without their prefix, too\n"
    "\n"
    "  -h, --help          this text\n"
    "  -V, --version       the version\n"
    "\n"
    "What is wrong with a bad vector goes to standard error, and the next one\n"
    "is read.  Colours are for terminals, and not used if NO_COLOR is set.\n"
    "Exit status: 0 all is good; 1 a vector is bad, or --find found none;\n"
    "2 trouble with the options, with reading or with writing.\n";

static void usage(const char *wrong, const char *option) {
  fprintf(stderr, "score: %s%s\nTry 'score --help'.\n", wrong, option);
  exit(TROUBLE);
}

static bool set_option(char letter, const char *name) {
  static const struct {
    const char *name;
    char letter;
    bool *set;
  } options[] = {
      {"explain", 'e', &opt.explain}, {"tsv", 't', &opt.tsv},
      {"header", 0, &opt.header},     {"json", 'j', &opt.json},
      {"find", 'f', &opt.find},       {"lenient", 'l', &opt.lenient},
      {"help", 'h', &opt.help},       {"version", 'V', &opt.version}};
  for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
    if (name != NULL ? strcmp(name, options[i].name) == 0
                     : letter == options[i].letter) {
      *options[i].set = true;
      return true;
    }
  }
  return false;
}

static void set_hint(const char *version) {
  opt.flags &= ~(uint32_t)(SECRISK_ALLOW_BARE_30 | SECRISK_ALLOW_BARE_31);
  if (version != NULL && strcmp(version, "3.0") == 0) {
    opt.flags |= SECRISK_ALLOW_BARE_30;
  } else if (version != NULL && strcmp(version, "3.1") == 0) {
    opt.flags |= SECRISK_ALLOW_BARE_31;
  } else {
    usage("--version-hint must be followed by 3.0 or 3.1", "");
  }
}

static void set_options(const char *arg) {
  bool known = true;
  if (arg[1] == '-') {
    known = set_option('\0', arg + 2);
  }
  for (const char *c = arg + 1; known && arg[1] != '-' && *c != '\0'; c++) {
    known = set_option(*c, NULL);
  }
  if (!known) {
    usage("unknown option ", arg);
  }
}

/* Options may stand anywhere before "--"; what remains goes to the front of
 * argv.  Returns how many remain. */
static int read_options(char **argv) {
  char **rest = argv, **arg = argv;
  for (; *arg != NULL && strcmp(*arg, "--") != 0; arg++) {
    if (strncmp(*arg, "--version-hint=", 15) == 0) {
      set_hint(*arg + 15);
    } else if (strcmp(*arg, "--version-hint") == 0) {
      set_hint(arg[1]);
      arg++;
    } else if ((*arg)[0] == '-' && (*arg)[1] != '\0') {
      set_options(*arg);
    } else {
      *rest++ = *arg;
    }
  }
  for (arg += *arg != NULL; *arg != NULL; arg++) {
    *rest++ = *arg;
  }
  return (int)(rest - argv);
}

static void prepare(void) {
  bool plain = getenv("NO_COLOR") != NULL;
  out.to = stdout;
  err.to = stderr;
  out.colour = !plain && terminal(stdout);
  err.colour = !plain && terminal(stderr);
  setvbuf(stdout, NULL, _IONBF, 0);
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

static void check_options(void) {
  opt.tsv = opt.tsv || opt.header;
  if (opt.tsv && opt.json) {
    usage("only one of --tsv and --json, please", "");
  }
  if (opt.json && (secrisk_features() & SECRISK_FEATURE_JSON) == 0) {
    usage("this build has no JSON", "");
  }
  opt.flags |= opt.lenient ? SECRISK_LENIENT : SECRISK_STRICT;
  if (opt.header) {
    put(&out, "score\tseverity\ttype\tversion\tbase\tthreat\tenvironmental\t"
              "line\tvector\n");
  }
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
  flush(&err);
  return at.trouble ? TROUBLE : none || at.bad > 0 ? BAD_INPUT : 0;
}

int main(int argc, char **argv) {
  prepare();
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
      score(argv[i], strlen(argv[i]));
    } else if (strcmp(argv[i], "-") == 0) {
      at.what = NULL;
      read_standard_input();
    } else {
      find_file(argv[i]);
    }
  }
  return finish();
}
