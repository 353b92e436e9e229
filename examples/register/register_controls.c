/* SPDX-License-Identifier: MIT */
/* Part of register: the controls of a threat, a few words for each. */
#include <string.h>

#include "register_controls.h"

/*
 * controls = control *(";" control)
 * control  = words in any order, separated by blanks:
 *            external | hardware | visible | hidden      its kind, once
 *            planned | implemented | verified            its state, once
 *            security | safety | performance             domains; else security
 *            crypto ["reference"]                        cryptographic
 *            library "text"                              and its version
 *            METRIC:VALUE                                a limit, as MAV:A
 *            "text"                                      its name
 *            @id                                         its id
 * A control that is nothing but @id and limits is the one of that id which
 * another threat, or this one, has in full.
 * Quotes are "", '' or the typographer's.
 */

const char *const kind_words[5] = {"", "external", "hardware", "visible",
                                   "hidden"};
const char *const state_words[4] = {"", "planned", "implemented", "verified"};
const char *const domain_words[3] = {"security", "safety", "performance"};

static bool complain(const struct control_reader *r, const char *what) {
  problem(r->at, r->from, r->to - r->from, "%s", what);
  return false;
}

/* The quote that closes the one at text; "" if there is none. */
static const char *closing(const char *text) {
  static const char *const pairs[][2] = {
      {"\"", "\""},
      {"'", "'"},
      {"\xe2\x80\x9c", "\xe2\x80\x9d"}, /* U+201C, U+201D */
      {"\xe2\x80\x98", "\xe2\x80\x99"}, /* U+2018, U+2019 */
      {"\xe2\x80\x9e", "\xe2\x80\x9c"}, /* U+201E, U+201C */
      {"\xc2\xab", "\xc2\xbb"}};        /* U+00AB, U+00BB */
  if (*text == '\0' || strchr("\"'\xe2\xc2", *text) == NULL) {
    return ""; /* as nearly always */
  }
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    if (strncmp(text, pairs[i][0], strlen(pairs[i][0])) == 0) {
      return pairs[i][1];
    }
  }
  return "";
}

static bool is_letter(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c & 0x80) != 0;
}

/* Where the quoted text ends: not at an apostrophe, as in 'the nurse's key'. */
static const char *quoted_end(const char *from, const char *close) {
  const char *end = strstr(from, close);
  while (end != NULL && *close == '\'' && is_letter(end[1])) {
    end = strstr(end + 1, close);
  }
  return end;
}

/* What may stand between words; an id may have a slash in it. */
static size_t separator(const char *text, bool id) {
  if (is_letter(*text) && (*text & 0x80) == 0) {
    return 0;
  }
  return blank(text) > 0 ? blank(text)
                         : *text != '\0' && strchr(id ? "," : ",/()[]", *text);
}

/* Does another control begin in the line behind this one, which is complete? */
static bool next_line_begins(const struct control_reader *r) {
  size_t i = r->pos;
  bool line = false;
  while (i < r->len && blank(r->text + i) > 0) {
    line = line || r->text[i] == '\n' || r->text[i] == '\r';
    i += blank(r->text + i);
  }
  size_t end = i;
  while (end < r->len && is_letter(r->text[end])) {
    end++;
  }
  bool kind = r->text[i] == '@' || r->text[i] == '-' || r->text[i] == '*' ||
              (r->text[i] >= '0' && r->text[i] <= '9');
  for (size_t k = 1; k < 5 && !kind; k++) {
    kind = same_word(r->text + i, end - i, kind_words[k]);
  }
  return line && kind && r->names->complete;
}

/* The next word of this control; false at its end. */
static bool next_word(struct control_reader *r) {
  if (next_line_begins(r)) {
    return false;
  }
  while (r->pos < r->len && separator(r->text + r->pos, false) > 0) {
    r->pos += separator(r->text + r->pos, false);
  }
  r->from = r->to = r->pos;
  r->quoted = false;
  const char *close = closing(r->text + r->pos);
  if (*close != '\0') {
    size_t n = strlen(close), open = r->text[r->pos] == '\xe2' ? 3 : n;
    const char *end = quoted_end(r->text + r->pos + open, close);
    r->quoted = end != NULL; /* an open one is a word, and no known one */
    r->from += r->quoted ? open : 0;
    r->to = r->quoted ? (size_t)(end - r->text) : r->len;
    r->pos = r->quoted ? r->to + n : r->len;
    return true;
  }
  bool id = r->text[r->pos] == '@';
  while (r->pos < r->len && separator(r->text + r->pos, id) == 0 &&
         r->text[r->pos] != ';' && *closing(r->text + r->pos) == '\0') {
    r->pos++;
  }
  r->to = r->pos;
  return r->to > r->from;
}

static bool is(const struct control_reader *r, const char *word) {
  return same_word(r->text + r->from, r->to - r->from, word);
}

/* The word's place in a list, or 0. */
static uint8_t place_in(const struct control_reader *r,
                        const char *const *words, uint8_t count) {
  uint8_t n = (uint8_t)(count - 1);
  while (n > 0 && !is(r, words[n])) {
    n--;
  }
  return n;
}

static bool set_once(const struct control_reader *r, uint8_t *field,
                     uint8_t value, const char *what) {
  if (*field != 0 && *field != value) {
    return complain(r, what);
  }
  *field = value;
  return true;
}

static const char *word_text(const struct control_reader *r) {
  return keep_text(r->text + r->from, r->to - r->from);
}

static bool set_text(struct control_reader *r, const char **field,
                     const char *what) {
  if (**field != '\0') {
    return complain(r, what);
  }
  *field = word_text(r);
  return true;
}

/* What a quoted text behind a word is for; false if there is none. */
static bool next_quoted(struct control_reader *r) {
  struct control_reader ahead = *r;
  if (!next_word(&ahead) || !ahead.quoted) {
    return false;
  }
  *r = ahead;
  return true;
}

static bool read_library(struct control_reader *r) {
  return next_quoted(r)
             ? set_text(r, &r->names->library,
                        "this control has a library "
                        "already")
             : complain(r, "the name and version of the library must follow, "
                           "in 'single quotes'");
}

static bool read_crypto(struct control_reader *r) {
  r->control->cryptographic = 1;
  if (next_quoted(r)) {
    r->control->reference = word_text(r);
  }
  return true;
}

static bool read_domain(struct control_reader *r) {
  for (uint8_t n = 0; n < 3; n++) {
    if (is(r, domain_words[n])) {
      r->control->domains |= (uint8_t)(1u << n);
      return true;
    }
  }
  return false;
}

static bool read_known_word(struct control_reader *r) {
  secrisk_control *c = r->control;
  uint8_t kind = place_in(r, kind_words, 5);
  uint8_t state = place_in(r, state_words, 4);
  if (kind != 0) {
    return set_once(r, &c->kind, kind,
                    "a control is of one kind; a "
                    "semicolon separates controls");
  }
  if (state != 0) {
    return set_once(r, &c->state, state, "a control is in one state");
  }
  return read_domain(r) ||
         complain(r, "expected a kind (external, hardware, visible, hidden), a "
                     "state (planned, implemented, verified), a domain, "
                     "crypto, library, a limit such as MAV:A, @ and an id, or "
                     "a name in 'single quotes'");
}

static bool read_word(struct control_reader *r) {
  const char *colon = memchr(r->text + r->from, ':', r->to - r->from);
  if (r->quoted) {
    return set_text(r, &r->names->name, "this control has a name already");
  }
  if (*closing(r->text + r->from) != '\0') {
    return complain(r, "the quote that opens here is never closed; use 'single "
                       "quotes' inside a cell");
  }
  if (r->text[r->from] == '@' && r->to > r->from + 1) {
    r->from++;
    return set_text(r, &r->names->id, "this control has an id already");
  }
  if (is(r, "crypto")) {
    return read_crypto(r);
  }
  if (is(r, "library")) {
    return read_library(r);
  }
  return colon != NULL ? read_limit(r, (size_t)(colon - r->text))
                       : read_known_word(r);
}

/* An id alone stands for the control that has it; with anything else of a
 * control's, it is that control. */
static bool finish_control(struct control_reader *r) {
  secrisk_control *c = r->control;
  bool alone = *r->names->id != '\0' && c->kind == 0 && c->state == 0 &&
               *r->names->name == '\0';
  if (alone && r->collect) {
    return true;
  }
  if (alone) {
    const struct definition *d =
        definition_find(r->at->list, r->names->id, strlen(r->names->id));
    return (d != NULL && definition_use(d, c, r->names)) ||
           complain(r, "no control has this id; where it is first named, give "
                       "its kind, its state and its 'name'");
  }
  if (c->kind == 0) {
    return complain(r, "this control must say its kind: external, hardware, "
                       "visible or hidden");
  }
  if (c->state == 0) {
    return complain(r, "this control must say its state: planned, implemented "
                       "or verified");
  }
  c->domains = c->domains == 0 ? SECRISK_DOMAIN_SECURITY : c->domains;
  return true;
}

/* "-", "*", "1." or "a)" before a control. */
static bool is_bullet(const struct control_reader *r) {
  size_t len = r->to - r->from;
  const char *word = r->text + r->from;
  char last = len > 0 ? word[len - 1] : ' ';
  return !r->quoted &&
         ((len == 1 && (*word == '-' || *word == '*')) ||
          (len == 3 && memcmp(word, "\xe2\x80\xa2", 3) == 0) ||
          (len < 4 && last == '.' && *word >= '0' && *word <= '9'));
}

bool read_control(struct control_reader *r) {
  size_t start = r->pos;
  bool first = true;
  r->control->limits = r->limits;
  *r->names = (struct control){.id = "", .name = "", .library = ""};
  while (next_word(r)) {
    if (!(first && is_bullet(r)) && !read_word(r)) {
      return false;
    }
    first = false;
    r->names->complete = r->control->kind != 0 && r->control->state != 0;
    r->names->complete = r->names->complete || *r->names->id != '\0';
  }
  struct piece all = trimmed(r->text, start, r->pos);
  r->from = all.from;
  r->to = all.to;
  return finish_control(r);
}

static size_t count_of(const char *text, char c) {
  size_t n = 0;
  for (; *text != '\0'; text++) {
    n += *text == c;
  }
  return n;
}

/* Over semicolons, of which one is enough: is there another control? */
bool next_control(struct control_reader *r) {
  while (r->pos < r->len &&
         (r->text[r->pos] == ';' || blank(r->text + r->pos) > 0)) {
    r->pos += r->text[r->pos] == ';' ? 1 : blank(r->text + r->pos);
  }
  return r->pos < r->len;
}

/* There are at most as many controls and limits as the marks between them. */
bool read_controls(const struct place *at) {
  struct row *row = at->row;
  struct control_reader r = {
      .at = at, .text = at->cell->text, .len = at->cell->len};
  size_t most = count_of(r.text, ';') + count_of(r.text, '\n') +
                count_of(r.text, '\r') + 1;
  bool more = !all_blank(r.text);
  if (!more || is_placeholder(r.text)) {
    row->notes |= says_later(r.text) ? NOTE_PLACEHOLDER : 0;
    return true;
  }
  row->controls = keep(most * sizeof row->controls[0]);
  row->control_texts = keep(most * sizeof row->control_texts[0]);
  r.limits = keep((count_of(r.text, ':') + 1) * sizeof r.limits[0]);
  more = next_control(&r);
  while (more) {
    r.control = row->controls + row->control_count;
    r.names = row->control_texts + row->control_count;
    if (!read_control(&r)) {
      return false;
    }
    row->control_count++;
    more = next_control(&r);
  }
  return true;
}
