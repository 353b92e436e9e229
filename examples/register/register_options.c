/* SPDX-License-Identifier: MIT */
/* Part of register: reads the command line. */
#include <stdlib.h>
#include <string.h>

#include "register_options.h"

void usage(const char *wrong, const char *option) {
  fprintf(stderr, "register: %s%s\nTry 'register --help'.\n", wrong, option);
  exit(TROUBLE);
}

static bool set_flag(struct options *o, const char *arg) {
  const struct {
    const char *name, *letter;
    bool *set;
  } flags[] = {{"--help", "-h", &o->help},
               {"--version", "-V", &o->version},
               {"--json", "", &o->json},
               {"--csv", "", &o->csv},
               {"--open", "", &o->open},
               {"--template", "", &o->template},
               {"--policy-print", "", &o->policy_print}};
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
    if (strcmp(arg, flags[i].name) == 0 || strcmp(arg, flags[i].letter) == 0) {
      *flags[i].set = true;
      return true;
    }
  }
  return false;
}

/* --name VALUE or --name=VALUE; returns how many arguments it took. */
static int set_value(struct options *o, char **arg) {
  struct document *d = &o->document;
  const struct {
    const char *name;
    const char **set;
  } values[] = {{"--html", &o->html},      {"--policy", &o->policy},
                {"--matrix", &o->matrix},  {"--columns", &o->columns},
                {"--since", &o->since},    {"--title", &d->title},
                {"--device", &d->device},  {"--device-version", &d->version},
                {"--author", &d->author},  {"--approver", &d->approver},
                {"--date", &d->date},      {"--revision", &d->revision},
                {"--document", &d->number}};
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
    size_t n = strlen(values[i].name);
    if (strncmp(*arg, values[i].name, n) == 0 && (*arg)[n] == '=') {
      *values[i].set = *arg + n + 1;
      return 1;
    }
    if (strcmp(*arg, values[i].name) == 0) {
      if (arg[1] == NULL) {
        usage("a value must follow ", *arg);
      }
      *values[i].set = arg[1];
      return 2;
    }
  }
  return 0;
}

static void check(const struct options *o) {
  bool page = o->html != NULL && strcmp(o->html, "-") == 0;
  if (o->json + o->csv + page > 1) {
    usage("only one of --json, --csv and --html -, please", "");
  }
  if (o->open && (o->json || o->csv || page)) {
    usage("--open is for the table", "");
  }
}

void read_options(struct options *out, char **arg) {
  bool options = true;
  while (*arg != NULL) {
    int took = 1;
    if (options && strcmp(*arg, "--") == 0) {
      options = false;
    } else if (options && (*arg)[0] == '-' && (*arg)[1] != '\0') {
      took = set_flag(out, *arg) ? 1 : set_value(out, arg);
      if (took == 0) {
        usage("unknown option ", *arg);
      }
    } else if (out->file != NULL) {
      usage("one file is enough: ", *arg);
    } else {
      out->file = *arg;
    }
    arg += took;
  }
  check(out);
}
