/* SPDX-License-Identifier: MIT */
/* score: a vector, or what is none, as a line of JSON. */
#include <string.h>

#include "score.h"

/* ---- Strings ------------------------------------------------------------- */

/* Length of the UTF-8 character at text[0]; 0 if none is there. */
static size_t character(const char *text, size_t len) {
  unsigned char lead = (unsigned char)text[0];
  size_t n = lead < 0x80                   ? 1
             : lead >= 0xc2 && lead < 0xe0 ? 2
             : lead >= 0xe0 && lead < 0xf0 ? 3
             : lead >= 0xf0 && lead < 0xf5 ? 4
                                           : 0;
  if (n > len) {
    return 0;
  }
  for (size_t i = 1; i < n; i++) {
    if (((unsigned char)text[i] & 0xc0) != 0x80) {
      return 0;
    }
  }
  unsigned char next = n > 1 ? (unsigned char)text[1] : 0;
  bool wrong = (lead == 0xe0 && next < 0xa0) || (lead == 0xed && next > 0x9f) ||
               (lead == 0xf0 && next < 0x90) || (lead == 0xf4 && next > 0x8f);
  return wrong ? 0 : n;
}

/* In quotes; bytes that are no UTF-8 become U+FFFD. */
void put_json_text(const char *text, size_t len) {
  put(&out, "\"");
  for (size_t i = 0; i < len;) {
    size_t n = character(text + i, len - i);
    char c = text[i];
    if (n == 0) {
      put(&out, "\\ufffd");
    } else if (c == '"' || c == '\\') {
      put(&out, "\\%c", c);
    } else if (c >= 0 && (c < ' ' || c == 0x7f)) {
      put(&out, "\\u%04x", (unsigned)c);
    } else {
      put(&out, "%.*s", (int)n, text + i);
    }
    i += n > 0 ? n : 1;
  }
  put(&out, "\"");
}

/* ---- Objects ------------------------------------------------------------- */

/* Where it stands. */
static void put_json_place(void) {
  put(&out, "{");
  if (opt.find && at.what != NULL) {
    put(&out, "\"file\":");
    put_json_text(at.what, strlen(at.what));
    put(&out, ",");
  }
  if (opt.stream) {
    return;
  }
  put(&out, "\"%s\":%lu,",
      !opt.find && strcmp(at.what, "argument") == 0 ? "argument" : "line",
      at.line);
  if (opt.find) {
    put(&out, "\"column\":%lu,\"byte\":%lu,", at.column, at.byte);
  }
}

/* FIRST's object, open at both ends: its place is before its own members. */
static void put_object(const secrisk_cvss *v, uint32_t parts) {
  char *p = room(&out, SECRISK_JSON_SIZE + 1);
  size_t n = secrisk_cvss_json(v, parts, p, SECRISK_JSON_SIZE);
  if (n >= 2) {
    memmove(p, p + 1, n - 2);
    out.len += n - 2;
  }
}

static void put_range(const struct item *it) {
  char text[SECRISK_CVSS_TEXT_SIZE];
  (void)secrisk_cvss_format(&it->v, text, sizeof text);
  put(&out,
      "\"version\":\"%d.%d\",\"vectorString\":\"%s\",\"lowest\":%d.%d,"
      "\"highest\":%d.%d",
      it->v.version / 10, it->v.version % 10, text, it->low / 10, it->low % 10,
      it->high / 10, it->high % 10);
}

static void put_extras(const struct item *it) {
  secrisk_cvss device;
  if (it->form == FORM_VECTOR && opt.profile && profile_lay(&it->v, &device)) {
    put(&out, ",\"device\":{");
    put_object(&device, SECRISK_JSON_SCORES);
    put(&out, "}");
  }
  if (opt.policy) {
    char text[CELL_SIZE];
    policy_text(it, text, sizeof text);
    put(&out, ",\"policy\":");
    put_json_text(text, strlen(text));
  }
}

void print_json(const struct item *it) {
  put_json_place();
  if (it->said != 0) {
    put(&out, "\"asSaid\":true,");
  }
  if (it->form == FORM_DREAD) {
    print_dread_json(it);
  } else if (it->form == FORM_RANGE) {
    put_range(it);
  } else {
    put_object(&it->v, SECRISK_JSON_METRICS | SECRISK_JSON_SCORES);
  }
  put_extras(it);
  put(&out, "}\n");
}

void print_json_bad(const char *text, size_t len, const secrisk_diag *d) {
  char sentence[SECRISK_EXPLAIN_SIZE];
  explain(d, sentence);
  put_json_place();
  put(&out, "\"error\":\"%s\",\"offset\":%lu,\"length\":%lu,",
      status_name(d->status), (unsigned long)d->offset,
      (unsigned long)d->length);
  if (d->version != 0 && d->version < SECRISK_DREAD_D) {
    put(&out, "\"version\":\"%d.%d\",", d->version / 10, d->version % 10);
  }
  const char *metric = secrisk_cvss_metric_abbr(d->version, d->metric);
  if (metric[0] != '\0') {
    put(&out, "\"metric\":\"%s\",", metric);
  }
  put(&out, "\"message\":");
  put_json_text(sentence, strlen(sentence));
  put(&out, ",\"text\":");
  put_json_text(text, len < SECRISK_TEXT_MAX ? len : SECRISK_TEXT_MAX);
  put(&out, "}\n");
}
