/* SPDX-License-Identifier: MIT */
/* score: scores CVSS vectors, and says what is wrong with the bad ones. */
#include <string.h>

#include "score.h"

struct place at;

/* ---- One text ------------------------------------------------------------ */

/* What its Base metrics could make of a vector that lacks some. */
bool read_range(struct item *it, const char *text, size_t len) {
  secrisk_cvss v;
  secrisk_diag diag;
  if (!opt.range ||
      secrisk_cvss_parse(text, len, opt.flags | SECRISK_ALLOW_PARTIAL, &v,
                         &diag) != SECRISK_OK ||
      secrisk_cvss_range(&v, SECRISK_SCORE_OVERALL, &it->low, &it->high,
                         NULL) != SECRISK_OK) {
    return false;
  }
  it->v = v;
  it->diag = diag;
  it->text = text;
  it->len = len;
  it->form = FORM_RANGE;
  return true;
}

bool read_item(struct item *it, const char *text, size_t len) {
  it->form = FORM_VECTOR;
  it->said = 0;
  it->text = text;
  it->len = len;
  if (secrisk_cvss_parse(text, len, opt.flags, &it->v, &it->diag) ==
      SECRISK_OK) {
    return true;
  }
  if (is_dread(text, len)) {
    it->form = FORM_DREAD;
    return secrisk_dread_parse(text, len, &it->dread, &it->diag) == SECRISK_OK;
  }
  return read_range(it, text, len);
}

/* Is it as bad as --fail-at says?  Of a device, its own score counts. */
void note_level(const struct item *it) {
  secrisk_cvss v = it->v;
  secrisk_tenths score = it->high;
  secrisk_level level;
  if (it->form == FORM_VECTOR) {
    (void)profile_lay(&it->v, &v);
    score = secrisk_cvss_score(&v, SECRISK_SCORE_OVERALL);
  }
  level = it->form == FORM_DREAD ? dread_level(&it->dread)
                                 : secrisk_cvss_severity(v.version, score);
  at.failed += opt.fail_at != SECRISK_NO_LEVEL && level >= opt.fail_at;
}

/* An argument that is the name of a file. */
static void ask_for_file(const char *text) {
  FILE *f = strcmp(at.what, "argument") == 0 ? fopen(text, "rb") : NULL;
  if (f != NULL) {
    fclose(f);
    put(&err, "  a file? use --find %s, or <%s for one vector a line\n", text,
        text);
    flush(&err);
  }
}

void score_text(const char *text, size_t len) {
  struct item it;
  at.seen++;
  if (read_item(&it, text, len)) {
    print(&it);
  } else {
    at.bad += !opt.stream;
    report(text, len, &it.diag);
    ask_for_file(text);
  }
  if (at.progress && (at.seen & 0x3ffff) == 0) {
    put(&err, "\r%lu vectors", at.seen);
    flush(&err);
  }
}

/* ---- All of them --------------------------------------------------------- */

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
        opt.find    ? "text"
        : opt.field ? "a table"
                    : "vectors, one a line,");
    flush(&err);
  }
  if (opt.find) {
    find_stream(stdin, "standard input");
  } else if (opt.field != NULL) {
    score_fields(stdin, "standard input");
  } else {
    at.progress = (opt.tsv || opt.json) && terminal(stderr) &&
                  !terminal(stdin) && !terminal(stdout);
    score_lines();
  }
}

static void read_file(const char *name) {
  FILE *f = fopen(name, "rb");
  if (f == NULL) {
    complain("open", name);
    at.trouble = true;
    return;
  }
  at.what = name;
  if (opt.find) {
    find_stream(f, name);
  } else {
    score_fields(f, name);
  }
  fclose(f);
}

static void read_argument(const char *text, int number) {
  if (!opt.find && opt.field == NULL) {
    at.what = "argument";
    at.line = (unsigned long)number;
    score_text(text, strlen(text));
  } else if (strcmp(text, "-") == 0) {
    at.what = NULL;
    read_standard_input();
  } else {
    read_file(text);
  }
}

static int finish(void) {
  bool none = opt.find && at.seen == 0, differs = false;
  flush(&out);
  put(&err, "%s", at.progress ? "\r\033[K" : "");
  if (none && !at.trouble) {
    put(&err, "score: no vector found\n");
  } else if (at.bad > 0 && at.seen > 1) {
    put(&err, "score: %lu of %lu vectors are bad\n", at.bad, at.seen);
  }
  near_summary();
  if (opt.claims != NULL) {
    differs = claims_summary() > 0;
  }
  flush(&err);
  bool bad = none || at.bad > 0 || (opt.strict && at.near > 0) ||
             at.failed > 0 || differs;
  return at.trouble ? TROUBLE : bad ? BAD_INPUT : 0;
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
    read_argument(argv[i], i);
  }
  return finish();
}
