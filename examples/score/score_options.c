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

/* ---- What options are followed by ---------------------------------------- */

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

static void set_fail_at(const char *level) {
  opt.fail_at = level != NULL ? secrisk_level_find(level, strlen(level))
                              : SECRISK_NO_LEVEL;
  if (opt.fail_at <= SECRISK_LEVEL_NONE) {
    usage("--fail-at must be followed by low, medium, high or critical", "");
  }
}

static void set_field(const char *column) {
  opt.field = column;
  if (column == NULL || column[0] == '\0') {
    usage("--field must be followed by a column's name or number", "");
  }
}

static void set_claims(const char *column) {
  opt.claims = column;
  if (column == NULL || column[0] == '\0') {
    usage("--claims must be followed by a column's name or number", "");
  }
}

static void set_completion(const char *shell) {
  complete(shell);
  exit(0);
}

/* ---- The options --------------------------------------------------------- */

const struct option options[] = {
    {"explain", 'e', &opt.explain, NULL, NULL, false},
    {"what-if", 0, &opt.what_if, NULL, NULL, false},
    {"tsv", 't', &opt.tsv, NULL, NULL, false},
    {"header", 0, &opt.header, NULL, NULL, false},
    {"json", 'j', &opt.json, NULL, NULL, false},
    {"stream", 0, &opt.stream, NULL, NULL, false},
    {"find", 'f', &opt.find, NULL, NULL, false},
    {"near", 0, &opt.near, NULL, NULL, false},
    {"raw", 0, &opt.raw, NULL, NULL, false},
    {"field", 0, NULL, set_field, NULL, false},
    {"claims", 0, NULL, set_claims, NULL, false},
    {"lenient", 'l', &opt.lenient, NULL, NULL, false},
    {"range", 0, &opt.range, NULL, NULL, false},
    {"version-hint", 0, NULL, set_hint, "3.0 3.1 4.0", false},
    {"profile", 0, NULL, profile_add, NULL, false},
    {"policy", 0, NULL, policy_choose, "default strict", true},
    {"fail-at", 0, NULL, set_fail_at, "low medium high critical", false},
    {"strict-exit", 0, &opt.strict, NULL, NULL, false},
    {"completion", 0, NULL, set_completion, "bash zsh fish", false},
    {"help", 'h', &opt.help, NULL, NULL, false},
    {"version", 'V', &opt.version, NULL, NULL, false}};
const size_t option_count = sizeof options / sizeof options[0];

static void unknown(const char *arg) {
  usage("unknown option ", arg);
}

/* --name, --name=VALUE or --name VALUE; returns the last argument it took. */
static char **read_long(char **arg) {
  const char *name = *arg + 2;
  size_t n = strcspn(name, "=");
  for (size_t i = 0; i < option_count; i++) {
    const struct option *o = &options[i];
    if (strlen(o->name) != n || memcmp(name, o->name, n) != 0) {
      continue;
    }
    if (o->take == NULL && name[n] == '=') {
      break;
    }
    if (o->take == NULL) {
      *o->set = true;
      return arg;
    }
    o->take(name[n] == '=' ? name + n + 1 : arg[1]);
    return name[n] == '=' ? arg : arg + 1;
  }
  unknown(*arg);
  return arg;
}

static void read_letters(const char *arg) {
  for (const char *c = arg + 1; *c != '\0'; c++) {
    size_t i = 0;
    while (i < option_count && options[i].letter != *c) {
      i++;
    }
    if (i == option_count) {
      unknown(arg);
    }
    *options[i].set = true;
  }
}

/* Options may stand anywhere before "--"; what remains goes to the front of
 * argv.  Returns how many remain. */
int read_options(char **argv) {
  char **rest = argv, **arg = argv;
  for (; *arg != NULL && strcmp(*arg, "--") != 0; arg++) {
    if ((*arg)[0] == '-' && (*arg)[1] == '-') {
      arg = read_long(arg);
    } else if ((*arg)[0] == '-' && (*arg)[1] != '\0') {
      read_letters(*arg);
    } else {
      *rest++ = *arg;
    }
  }
  for (arg += *arg != NULL; *arg != NULL; arg++) {
    *rest++ = *arg;
  }
  return (int)(rest - argv);
}

/* ---- What does not go together ------------------------------------------- */

static void check_table(void) {
  if (opt.field == NULL && opt.claims != NULL) {
    usage("--claims needs --field", "");
  }
  if (opt.field != NULL &&
      (opt.find || opt.tsv || opt.json || opt.explain || opt.what_if)) {
    usage("--field writes the table that it reads: leave out --find and other "
          "formats",
          "");
  }
}

static void check_stream(void) {
  if (opt.stream && (opt.find || opt.field != NULL || opt.header)) {
    usage("--stream gives a line for each line: leave out ", opt.find ? "--find"
                                                             : opt.header
                                                                 ? "--header"
                                                                 : "--field");
  }
}

void check_options(void) {
  check_stream();
  opt.tsv = opt.tsv || opt.header || (opt.stream && !opt.json);
  if (opt.tsv && opt.json) {
    usage("only one of --tsv and --json, please", "");
  }
  if ((opt.what_if || opt.explain) && (opt.tsv || opt.json)) {
    usage(opt.what_if ? "--what-if" : "--explain",
          opt.stream ? " is for people: leave out --stream"
                     : " is for people: leave out --tsv and --json");
  }
  if (opt.json && (secrisk_features() & SECRISK_FEATURE_JSON) == 0) {
    usage("this build has no JSON", "");
  }
  if (!opt.find && (opt.near || opt.raw || opt.strict)) {
    usage(opt.near  ? "--near"
          : opt.raw ? "--raw"
                    : "--strict-exit",
          " needs --find");
  }
  check_table();
  opt.flags |= opt.lenient ? SECRISK_LENIENT : SECRISK_STRICT;
  if (opt.find) { /* CVSS:2.0/ can mean nothing else */
    opt.flags |= SECRISK_ALLOW_PREFIX;
  }
  if (opt.header) {
    struct cells c;
    cells_make_names(&c);
    cells_put(&c);
    put(&out, "line\tvector\n");
  }
}
