/* SPDX-License-Identifier: MIT */
/* score: the command line. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

struct options opt;

/* Says what is wrong with the command line, and ends. */
void usage(const char *wrong, const char *option) {
  fprintf(stderr, "score: %s%s\nTry 'score --help'.\n", wrong, option);
  exit(TROUBLE);
}

static bool set_option(char letter, const char *name) {
  static const struct {
    const char *name;
    char letter;
    bool *set;
  } options[] = {{"explain", 'e', &opt.explain},
                 {"tsv", 't', &opt.tsv},
                 {"header", 0, &opt.header},
                 {"json", 'j', &opt.json},
                 {"find", 'f', &opt.find},
                 {"lenient", 'l', &opt.lenient},
                 {"raw", 0, &opt.raw},
                 {"near", 0, &opt.near},
                 {"strict-exit", 0, &opt.strict},
                 {"help", 'h', &opt.help},
                 {"version", 'V', &opt.version}};
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
  static const struct {
    const char *version;
    uint32_t flag;
  } hints[] = {{"3.0", SECRISK_ALLOW_BARE_30},
               {"3.1", SECRISK_ALLOW_BARE_31},
               {"4.0", SECRISK_ALLOW_BARE_40}};
  for (size_t i = 0; i < 3; i++) {
    opt.flags &= ~hints[i].flag;
  }
  for (size_t i = 0; i < 3; i++) {
    if (version != NULL && strcmp(version, hints[i].version) == 0) {
      opt.flags |= hints[i].flag;
      return;
    }
  }
  usage("--version-hint must be followed by 3.0, 3.1 or 4.0", "");
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
int read_options(char **argv) {
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

void check_options(void) {
  opt.tsv = opt.tsv || opt.header;
  if (opt.tsv && opt.json) {
    usage("only one of --tsv and --json, please", "");
  }
  if (opt.json && (secrisk_features() & SECRISK_FEATURE_JSON) == 0) {
    usage("this build has no JSON", "");
  }
  opt.flags |= opt.lenient ? SECRISK_LENIENT : SECRISK_STRICT;
  opt.flags |=
      opt.find ? SECRISK_ALLOW_PREFIX : 0; /* it can mean nothing else */
  if (opt.header) {
    put(&out, "score\tseverity\ttype\tversion\tbase\tthreat\tenvironmental\t"
              "line\tvector\n");
  }
}
