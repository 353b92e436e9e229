/* SPDX-License-Identifier: MIT */
/* register: what must be done about each threat of a CSV file, and what of it
 * is still missing. */
#if defined(__unix__) || defined(__APPLE__)
#define _POSIX_C_SOURCE 200809L
#include <unistd.h>
#endif
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "register.h"

static const char help[] =
    "Usage: register [OPTION]... [FILE]\n"
    "Reads a threat register, a CSV file (- or none: standard input), and "
    "says\n"
    "for each threat what the policy decides and what is missing.\n"
    "\n"
    "      --html FILE     also write one HTML page (-: instead of the table)\n"
    "      --json          JSON instead of the table\n"
    "      --csv           CSV instead: the rows by priority, with results\n"
    "      --policy NAME   default, or strict\n"
    "      --title TEXT    the title of the page\n"
    "      --date TEXT     the date to print; none is made up\n"
    "  -h, --help          this text\n"
    "  -V, --version       the version\n"
    "\n"
    "The first line names the columns, in any order; id and initial must be\n"
    "among them:\n"
    "  id            of the threat; each only once\n"
    "  description   in words\n"
    "  scheme        what the ratings do not say themselves: CVSS 3.1, or\n"
    "                DREAD OP-TEE; then 8 9 6 10 8 is a rating, too\n"
    "  initial       CVSS:3.1/AV:N/..., DREAD:OP-TEE/D:8/..., or Low, High "
    "...\n"
    "  controls      see below\n"
    "  residual      as initial; or caps: the initial vector, as the caps of\n"
    "                verified controls lower it\n"
    "  rerated       yes: the residual is meant to be under another scheme\n"
    "  impairs       yes: controls would impair the critical performance\n"
    "  rationale     why what is not reduced is acceptable\n"
    "  benefit-risk  why the benefit outweighs the risk\n"
    "  note          whatever else there is to say\n"
    "\n"
    "Controls are separated by semicolons.  Each is a few words in any order:\n"
    "  external, hardware, visible or hidden       its kind (the last two are\n"
    "                                              software)\n"
    "  planned, implemented or verified            its state\n"
    "  security, safety, performance               what it serves; if nothing\n"
    "                                              is said, security\n"
    "  crypto \"reference\"                          cryptographic, and by "
    "which\n"
    "                                              approved technique\n"
    "  MAC:H                                       a cap on a Modified metric\n"
    "  \"text\"                                      its name\n"
    "as in   hidden verified \"TLS\" crypto \"TLS 1.3, SP 800-52r2\" MAC:H;\n"
    "        external planned \"network zone\" MAV:A\n"
    "\n"
    "What is wrong with a row goes to standard error, with its line and "
    "column,\n"
    "and the rest is done.  Colours are for terminals, and not used if "
    "NO_COLOR\n"
    "is set.\n"
    "Exit status: 0 nothing is open; 1 something is open, a row is bad, or\n"
    "there is no threat; 2 trouble with the options, the header, with reading\n"
    "or with writing.\n";

static struct {
  bool help, version, json, csv;
  const char *html, *policy, *title, *date, *file;
} opt;

/* --- The command line ------------------------------------------------------*/

static void usage(const char *wrong, const char *option) {
  fprintf(stderr, "register: %s%s\nTry 'register --help'.\n", wrong, option);
  exit(TROUBLE);
}

static bool set_flag(const char *arg) {
  static const struct {
    const char *name, *letter;
    bool *set;
  } flags[] = {{"--help", "-h", &opt.help},
               {"--version", "-V", &opt.version},
               {"--json", "", &opt.json},
               {"--csv", "", &opt.csv}};
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
    if (strcmp(arg, flags[i].name) == 0 || strcmp(arg, flags[i].letter) == 0) {
      *flags[i].set = true;
      return true;
    }
  }
  return false;
}

/* --name VALUE or --name=VALUE; returns how many arguments it took. */
static int set_value(char **arg) {
  static const struct {
    const char *name;
    const char **set;
  } values[] = {{"--html", &opt.html},
                {"--policy", &opt.policy},
                {"--title", &opt.title},
                {"--date", &opt.date}};
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

static void read_options(char **arg) {
  bool options = true;
  while (*arg != NULL) {
    int took = 1;
    if (options && strcmp(*arg, "--") == 0) {
      options = false;
    } else if (options && (*arg)[0] == '-' && (*arg)[1] != '\0') {
      took = set_flag(*arg) ? 1 : set_value(arg);
      if (took == 0) {
        usage("unknown option ", *arg);
      }
    } else if (opt.file != NULL) {
      usage("one file is enough: ", *arg);
    } else {
      opt.file = *arg;
    }
    arg += took;
  }
}

static void set_policy(struct list *list) {
  list->policy_name = opt.policy != NULL ? opt.policy : "default";
  if (strcmp(list->policy_name, "default") == 0) {
    (void)secrisk_policy_shipped(SECRISK_POLICY_DEFAULT, &list->policy);
  } else if (strcmp(list->policy_name, "strict") == 0) {
    (void)secrisk_policy_shipped(SECRISK_POLICY_STRICT, &list->policy);
  } else {
    usage("the policies are default and strict, not ", list->policy_name);
  }
}

static void check_options(struct list *list) {
  uint32_t needs = SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD;
  bool page = opt.html != NULL && strcmp(opt.html, "-") == 0;
  if (opt.json + opt.csv + page > 1) {
    usage("only one of --json, --csv and --html -, please", "");
  }
  if ((secrisk_features() & needs) != needs) {
    usage("this build of secrisk leaves out DREAD or risks", "");
  }
  set_policy(list);
}

/* --- Input -----------------------------------------------------------------*/

static void fail(const char *doing, const char *name) {
  fprintf(stderr, "register: cannot %s %s: %s\n", doing, name, strerror(errno));
  exit(TROUBLE);
}

static bool terminal(FILE *f) {
#ifdef _POSIX_C_SOURCE
  return isatty(fileno(f)) == 1;
#else
  return f == NULL;
#endif
}

/* The whole file, closed then, with a NUL behind its end. */
static char *read_all(FILE *f, const char *name, size_t *len) {
  size_t room = 1 << 16;
  char *text = grow(NULL, room);
  *len = 0;
  while (!feof(f) && !ferror(f)) {
    *len += fread(text + *len, 1, room - *len - 1, f);
    if (*len == room - 1) {
      room *= 2;
      text = grow(text, room);
    }
  }
  bool bad = ferror(f) != 0;
  (void)fclose(f);
  if (bad) {
    fail("read", name);
  }
  text[*len] = '\0';
  return text;
}

/* Tells of the first byte that is not UTF-8; it will be shown as U+FFFD. */
static void check_utf8(const char *name, const char *text, const char *end) {
  unsigned long line = 1;
  while (text < end) {
    const char *at = text;
    uint32_t c = next_character(&text);
    bool meant = strncmp(at, "\xef\xbf\xbd", 3) == 0;
    if (c == 0xfffd && !meant) {
      fprintf(stderr,
              "register: %s:%lu: note: not in UTF-8; what is not will be shown "
              "as U+FFFD\n",
              name, line);
      return;
    }
    line += c == '\n';
    text += c == 0; /* a NUL: the row it is in will be refused */
  }
}

static void read_input(struct list *list) {
  bool piped = opt.file == NULL || strcmp(opt.file, "-") == 0;
  FILE *f = piped ? stdin : fopen(opt.file, "rb");
  size_t len, skip;
  list->source = piped ? "standard input" : opt.file;
  if (f == NULL) {
    fail("open", opt.file);
  }
  if (piped && terminal(stdin)) {
    fputs("register: paste a register and end with Ctrl-D; --help says more\n",
          stderr);
  }
  char *text = read_all(f, list->source, &len);
  if (len >= 2 &&
      (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
    fprintf(stderr, "register: %s: this is UTF-16; save it as CSV UTF-8\n",
            list->source);
    exit(TROUBLE);
  }
  list->mark = len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0;
  skip = list->mark ? 3 : 0;
  check_utf8(list->source, text + skip, text + len);
  read_list(list, text + skip, len - skip);
}

/* --- Output ----------------------------------------------------------------*/

static void finish_writing(FILE *f, const char *name) {
  bool bad = ferror(f) != 0;
  bad = fclose(f) != 0 || bad;
  if (bad) {
    fail("write", name);
  }
}

static void write_page(const struct list *list) {
  FILE *f = fopen(opt.html, "wb");
  if (f == NULL) {
    fail("open", opt.html);
  }
  put_list_html(f, list);
  finish_writing(f, opt.html);
}

static void write_all(const struct list *list) {
  const char *plain = getenv("NO_COLOR");
  bool colour = terminal(stdout) && (plain == NULL || *plain == '\0');
  if (opt.html != NULL && strcmp(opt.html, "-") != 0) {
    write_page(list);
  }
  if (opt.json) {
    put_list_json(stdout, list);
  } else if (opt.csv) {
    put_list_csv(stdout, list);
  } else if (opt.html != NULL && strcmp(opt.html, "-") == 0) {
    put_list_html(stdout, list);
  } else {
    put_table(stdout, list, colour);
  }
  finish_writing(stdout, "standard output");
}

static void say_version_or_help(void) {
  uint32_t v = secrisk_version();
  if (opt.help) {
    fputs(help, stdout);
  } else {
    printf("register (secrisk) %d.%d.%d\n", (int)(v >> 16), (int)(v >> 8 & 255),
           (int)(v & 255));
  }
  finish_writing(stdout, "standard output");
}

int main(int argc, char **argv) {
  static struct list list; /* what it holds is used to the end */
  if (argc > 0) {
    read_options(argv + 1);
  }
  if (opt.help || opt.version) {
    say_version_or_help();
    return 0;
  }
  check_options(&list);
  list.title = opt.title != NULL ? opt.title : "Threat register";
  list.date = opt.date;
  read_input(&list);
  write_all(&list);
  if (list.count == 0) {
    fputs("register: there is no threat in it\n", stderr);
  }
  const uint32_t *n = list.counts.decision;
  return list.count == 0 || n[0] + n[SECRISK_DECISION_OPEN] > 0 ? ATTENTION : 0;
}
