/* SPDX-License-Identifier: MIT */
/* Part of score: what is shown of a good vector, and of a bad one. */
/* --- What is asked for, and where we are -----------------------------------*/

static struct {
  uint32_t flags; /* for secrisk_cvss_parse and _find */
  bool explain, tsv, header, json, find, lenient, help, version;
} opt;

static struct {
  const char *what; /* "line", "argument"; with --find the file or NULL */
  unsigned long line;
  unsigned long column; /* only with --find */
  unsigned long seen, bad;
  bool progress; /* to be shown? */
  bool trouble;  /* with reading */
} at;

/* --- A good vector ---------------------------------------------------------*/

struct item {
  secrisk_cvss v;
  secrisk_diag diag;
  const char *text;
  size_t len;
};

static char *cell(char *p, const char *s) {
  while (*s != '\0') {
    *p++ = *s++;
  }
  *p++ = '\t';
  return p;
}

static char *number_cell(char *p, unsigned long n) {
  char digits[24];
  char *d = digits + sizeof digits;
  *--d = '\0';
  do {
    *--d = (char)('0' + n % 10);
    n /= 10;
  } while (n != 0);
  return cell(p, d);
}

static char *score_cell(char *p, secrisk_tenths score) {
  if (score == SECRISK_NO_SCORE) {
    return cell(p, "-");
  }
  char digits[] = {(char)('0' + score / 10 % 10), '.', (char)('0' + score % 10),
                   '\0'};
  if (score == 100) {
    *p++ = '1';
  }
  return cell(p, digits);
}

static void put_place(struct out *o) {
  if (at.what != NULL) {
    put(o, "%s:", at.what);
  }
  put(o, "%lu:%lu", at.line, at.column);
}

/* The hot path of a long run: no printf. */
static void print_tsv(const struct item *it) {
  const secrisk_cvss *v = &it->v;
  secrisk_score_kind kind = secrisk_cvss_overall(v);
  secrisk_tenths all = secrisk_cvss_score(v, kind);
  secrisk_tenths base = all, threat = SECRISK_NO_SCORE;
  if (kind != SECRISK_SCORE_B) {
    base = secrisk_cvss_score(v, SECRISK_SCORE_B);
  }
  if ((kind & 2) != 0) {
    threat = secrisk_cvss_score(v, SECRISK_SCORE_BT);
  }
  char *p = score_cell(room(&out, 128), all);
  p = cell(p, secrisk_level_text(secrisk_cvss_severity(v->version, all)));
  p = cell(p, secrisk_cvss_nomenclature(v));
  p = score_cell(p, v->version); /* 31 reads "3.1" */
  p = score_cell(p, base);
  p = score_cell(p, threat);
  p = score_cell(p, (kind & 4) != 0 ? all : SECRISK_NO_SCORE);
  out.len = (size_t)(p - out.buf);
  if (opt.find) {
    put_place(&out);
    put(&out, "\t");
    p = room(&out, SECRISK_TEXT_MAX + 1);
  } else {
    p = number_cell(room(&out, SECRISK_TEXT_MAX + 32), at.line);
  }
  memcpy(p, it->text, it->len);
  p[it->len] = '\n';
  out.len = (size_t)(p - out.buf) + it->len + 1;
}

static void print_json(const struct item *it) {
  char *p = room(&out, SECRISK_JSON_SIZE + 1);
  size_t n = secrisk_cvss_json(
      &it->v, SECRISK_JSON_METRICS | SECRISK_JSON_SCORES, p, SECRISK_JSON_SIZE);
  p[n] = '\n';
  out.len += n + 1;
}

/* A row of the block; nothing for a score that the version does not have. */
static void print_score(const secrisk_cvss *v, const char *name,
                        secrisk_score_kind kind) {
  static const char colours[][8] = {"",         "\033[32m", "\033[36m",
                                    "\033[33m", "\033[31m", "\033[1;31m"};
  secrisk_tenths score = secrisk_cvss_score(v, kind);
  secrisk_level level = secrisk_cvss_severity(v->version, score);
  if (score == SECRISK_NO_SCORE) {
    return;
  }
  put(&out, "  %-18s %2d.%d", name, score / 10, score % 10);
  if (kind < SECRISK_SCORE_IMPACT) {
    put(&out, "  %s%s%s", paint(&out, colours[level]),
        secrisk_level_text(level), paint(&out, "\033[0m"));
  }
  if (kind == SECRISK_SCORE_OVERALL) {
    put(&out, " (%s%s)", secrisk_cvss_nomenclature(v),
        v->version == SECRISK_CVSS20 ? "; severity by NVD's bands" : "");
  }
  put(&out, "\n");
}

static void print_scores(const secrisk_cvss *v) {
  bool v4 = v->version == SECRISK_CVSS40;
  secrisk_score_kind kind = secrisk_cvss_overall(v);
  uint8_t eq[6];
  print_score(v, "Overall", SECRISK_SCORE_OVERALL);
  print_score(v, "Base", SECRISK_SCORE_B);
  print_score(v, "  Impact", SECRISK_SCORE_IMPACT);
  print_score(v, "  Exploitability", SECRISK_SCORE_EXPLOITABILITY);
  if ((kind & 2) != 0) {
    print_score(v, v4 ? "with Threat" : "Temporal", SECRISK_SCORE_BT);
  }
  if ((kind & 4) != 0) {
    print_score(v, v4 ? "with Environment" : "Environmental", kind);
    print_score(v, "  Modified Impact", SECRISK_SCORE_MODIFIED_IMPACT);
  }
  if (secrisk_cvss_macrovector(v, eq) == SECRISK_OK) {
    put(&out, "  %-18s %d%d%d%d%d%d\n", "MacroVector", eq[0], eq[1], eq[2],
        eq[3], eq[4], eq[5]);
  }
}

/* What was tolerated, and how the standard would have it. */
static void print_lenient(const struct item *it) {
  static const char *const names[] = {"metrics out of order",
                                      "letters in the other case",
                                      "blanks around it",
                                      "a slash at its end",
                                      "parentheses around it",
                                      "a prefix that v2.0 does not have",
                                      "a group given in part",
                                      "metrics missing",
                                      "no prefix; taken to be v3.0",
                                      "no prefix; taken to be v3.1"};
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
    if ((it->diag.lenient >> i & 1) != 0) {
      put(&out, "  %-18s %s\n", "Tolerated", names[i]);
    }
  }
  char text[SECRISK_CVSS_TEXT_SIZE];
  size_t len = secrisk_cvss_format(&it->v, text, sizeof text);
  if (len != it->len || memcmp(text, it->text, len) != 0) {
    put(&out, "  %-18s %s\n", "Canonical", text);
  }
}

/* Every metric of a group; one line where none is defined. */
static void explain_group(const secrisk_cvss *v, secrisk_group group) {
  static const char *const names[] = {"Base", "Threat", "Environmental",
                                      "Supplemental", "Temporal"};
  uint8_t version = v->version, id = 0, end;
  unsigned defined = 0;
  while (id < secrisk_cvss_metric_count(version) &&
         secrisk_cvss_group(version, id) < group) {
    id++;
  }
  for (end = id; secrisk_cvss_group(version, end) == group; end++) {
    defined += secrisk_cvss_get(v, end);
  }
  bool temporal = group == SECRISK_GROUP_THREAT && version < SECRISK_CVSS40;
  if (end > id) {
    put(&out, "  %s metrics%s\n", names[temporal ? 4 : group - 1],
        defined > 0 ? "" : ": not defined");
  }
  for (; defined > 0 && id < end; id++) {
    uint8_t value = secrisk_cvss_get(v, id);
    uint8_t as = secrisk_cvss_effective(v, id);
    put(&out, "%s    %-4s %-*s %-5s %s%s%s%s\n",
        paint(&out, value > 0 ? "" : "\033[2m"),
        secrisk_cvss_metric_abbr(version, id),
        version < SECRISK_CVSS40 ? 29 : 50,
        secrisk_cvss_metric_name(version, id),
        secrisk_cvss_value_abbr(version, id, value),
        secrisk_cvss_value_name(version, id, value),
        value == 0 && as > 0 ? ", counts as " : "",
        value == 0 ? secrisk_cvss_value_name(version, id, as) : "",
        paint(&out, "\033[0m"));
  }
}

static void print_block(const struct item *it) {
  static bool later;
  put(&out, later ? "\n" : "");
  later = true;
  if (opt.find) {
    put_place(&out);
    put(&out, ": ");
  }
  put(&out, "%s%.*s%s\n", paint(&out, "\033[1m"), (int)it->len, it->text,
      paint(&out, "\033[0m"));
  print_scores(&it->v);
  print_lenient(it);
  for (secrisk_group g = 1; opt.explain && g <= SECRISK_GROUP_SUPPLEMENTAL;
       g++) {
    explain_group(&it->v, g);
  }
}

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void print(struct item *it) {
  for (; blank(it->text[0]); it->text++, it->len--) {
  }
  for (; blank(it->text[it->len - 1]); it->len--) {
  }
  if (opt.tsv) {
    print_tsv(it);
  } else if (opt.json) {
    print_json(it);
  } else {
    print_block(it);
  }
}

/* --- A bad vector ----------------------------------------------------------*/

/* The text around the fault, and the fault underlined. */
static void show_fault(const char *text, size_t len, const secrisk_diag *d) {
  enum { BEFORE = 48, ALL = 74 };
  size_t from = d->offset, start = 0, cols = 0, marks = 0;
  while (from > 0 && start + width(text[from - 1]) <= BEFORE) {
    start += width(text[--from]);
  }
  put(&err, from > 0 ? "  ..." : "  ");
  start += from > 0 ? 5 : 2;
  for (; from < len && cols + width(text[from]) <= ALL; from++) {
    put_safe(&err, text[from]);
    cols += width(text[from]);
    if (from >= d->offset && from - d->offset < d->length) {
      marks += width(text[from]);
    }
  }
  put(&err, "%s\n%*s%s", from < len ? "..." : "", (int)start, "",
      paint(&err, "\033[1;31m"));
  do {
    put(&err, "^");
  } while (marks-- > 1);
  put(&err, "%s\n", paint(&err, "\033[0m"));
}

/* The metric in full, and its values where one of them is wanted. */
static void show_metric(const secrisk_diag *d) {
  bool values = d->status == SECRISK_E_VALUE || d->status == SECRISK_E_MISSING;
  uint8_t count = secrisk_cvss_value_count(d->version, d->metric);
  if (secrisk_cvss_metric_name(d->version, d->metric)[0] != '\0') {
    put(&err, "  %s is %s", secrisk_cvss_metric_abbr(d->version, d->metric),
        secrisk_cvss_metric_name(d->version, d->metric));
    for (uint8_t i = 1; values && i < count; i++) {
      put(&err, "%s%s %s", i == 1 ? ": " : ", ",
          secrisk_cvss_value_abbr(d->version, d->metric, i),
          secrisk_cvss_value_name(d->version, d->metric, i));
    }
    put(&err, "\n");
  }
}

/* The options that would let the vector pass. */
static void show_way_out(const char *text, size_t len) {
  static const struct {
    uint32_t flags;
    const char *name;
  } ways[] = {{SECRISK_LENIENT, "--lenient"},
              {SECRISK_ALLOW_BARE_31, "--version-hint 3.1"},
              {SECRISK_LENIENT | SECRISK_ALLOW_BARE_31,
               "--lenient --version-hint 3.1"}};
  secrisk_cvss v;
  for (int i = 0; i < 3; i++) {
    if (secrisk_cvss_parse(text, len, opt.flags | ways[i].flags, &v, NULL) ==
        SECRISK_OK) {
      put(&err, "  %s would accept it\n", ways[i].name);
      return;
    }
  }
}

static void report(const char *text, size_t len, const secrisk_diag *d) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  secrisk_cvss_explain(d, sentence, sizeof sentence);
  flush(&out); /* in order, where both go to one place */
  put(&err, "%sscore: %s %lu, byte %lu: %s\n", at.progress ? "\r\033[K" : "",
      at.what, at.line, (unsigned long)d->offset + 1, sentence);
  if (len > 0) {
    show_fault(text, len, d);
  }
  show_metric(d);
  show_way_out(text, len);
  flush(&err);
}
