/* SPDX-License-Identifier: MIT */
/* Part of register: one HTML page that needs nothing else, not even a script.
 * Whatever comes from the register is written by put_html. */
#include "register_output.h"

extern const char *const style[]; /* register_style.c */

static const char *or_else(const char *text, const char *other) {
  return text != NULL && *text != '\0' ? text : other;
}

/* --- The head --------------------------------------------------------------*/

/* A string of CSS: letters and digits stay, the rest becomes its number. */
static void put_css(FILE *to, const char *text) {
  uint32_t c;
  while ((c = next_character(&text)) != 0) {
    bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                 (c >= 'A' && c <= 'Z') || c == ' ' || c == '.';
    if (plain) {
      putc((int)c, to);
    } else {
      fprintf(to, "\\%lX ", (unsigned long)c);
    }
  }
}

static void put_title(FILE *to, const struct list *list,
                      void (*put)(FILE *to, const char *text)) {
  const struct document *d = &list->document;
  put(to, or_else(d->title, "Threat register"));
  if (*or_else(d->title, "") == '\0' && *or_else(d->device, "") != '\0') {
    put(to, ": ");
    put(to, d->device);
  }
}

/* On paper, each page says which document it is of, and its number. */
static void put_running_title(FILE *to, const struct list *list) {
  const struct document *d = &list->document;
  fputs("@page{@top-left{font:9pt sans-serif;content:\"", to);
  put_title(to, list, put_css);
  fputs("\"}@top-right{font:9pt sans-serif;content:\"", to);
  put_css(to, or_else(d->number, ""));
  if (d->revision != NULL) {
    fputs(" rev. ", to);
    put_css(to, d->revision);
  }
  fputs("\"}@bottom-right{font:9pt sans-serif;content:\"page \" counter(page) "
        "\" of \" counter(pages)}}\n",
        to);
}

static void put_head(FILE *to, const struct list *list) {
  fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
        "\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
        to);
  put_title(to, list, put_html);
  fputs("</title>\n<style>\n", to);
  for (size_t i = 0; style[i] != NULL; i++) {
    fputs(style[i], to);
  }
  put_running_title(to, list);
  fputs("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>", to);
  put_title(to, list, put_html);
  fputs("</h1>\n", to);
}

/* --- What document this is -------------------------------------------------*/

static void put_entry(FILE *to, const char *name, const char *text) {
  if (text != NULL && *text != '\0') {
    fprintf(to, "<div><dt>%s</dt><dd><bdi>", name);
    put_html(to, text);
    fputs("</bdi></dd></div>\n", to);
  }
}

static void put_file(FILE *to, const char *name, const struct file *f) {
  if (f->name == NULL) {
    return;
  }
  fprintf(to, "<div><dt>%s</dt><dd><bdi>", name);
  put_html(to, f->name);
  fprintf(to, "</bdi><span class=\"hash\">SHA-256 %s</span></dd></div>\n",
          f->sha256[0] != '\0' ? f->sha256
                               : "not computed: built without libmd");
}

static void put_document(FILE *to, const struct list *list) {
  const struct document *d = &list->document;
  uint32_t v = secrisk_version();
  fputs("<dl class=\"document\">\n", to);
  put_entry(to, "Device", d->device);
  put_entry(to, "Device version", d->version);
  put_entry(to, "Document", d->number);
  put_entry(to, "Revision", d->revision);
  put_entry(to, "Date", d->date);
  put_entry(to, "Author", d->author);
  put_entry(to, "Approver", d->approver);
  put_file(to, "Register", &list->source);
  if (list->policy.file.file.name == NULL) {
    fprintf(to,
            "<div><dt>Policy</dt><dd>%s, as shipped with the tool</dd></div>\n",
            list->policy.name);
  } else {
    put_entry(to, "Policy", list->policy.name);
    put_file(to, "Policy file", &list->policy.file.file);
  }
  put_file(to, "Matrix file", &list->matrix.file.file);
  put_file(to, "Names of columns", &list->mapping.file);
  put_file(to, "Compared with", &list->since);
  fprintf(to,
          "<div><dt>Made with</dt><dd>register (secrisk) %d.%d.%d</dd></div>\n"
          "</dl>\n",
          (int)(v >> 16), (int)(v >> 8 & 255), (int)(v & 255));
}

/* --- The verdict -----------------------------------------------------------*/

static const char *plural(uint32_t n) {
  return n == 1 ? "" : "s";
}

static void put_decisions(FILE *to, const struct list *list) {
  const char *between = "";
  fputs("<p class=\"soft\">", to);
  for (uint8_t d = SECRISK_DECISION_ACCEPTED; d <= SECRISK_DECISION_RECORDED;
       d++) {
    if (list->counts.decision[d] > 0) {
      fprintf(to, "%s%lu %s", between, number(list->counts.decision[d]),
              decision_names[d]);
      between = " \xc2\xb7 ";
    }
  }
  fputs("</p>\n", to);
}

static void put_verdict(FILE *to, const struct list *list) {
  uint32_t unread = list->counts.decision[0];
  uint32_t open = list->counts.decision[SECRISK_DECISION_OPEN];
  uint32_t all = list->count - unread;
  bool good = open == 0 && unread == 0 && list->count > 0;
  fprintf(to, "<p class=\"verdict%s\">", good ? "" : " not");
  if (all == 0) {
    fputs("There is no threat to decide on", to);
  } else if (open == 0) {
    fprintf(to, "No threat of %lu is open", number(all));
  } else {
    fprintf(to, "%lu of %lu threat%s %s open", number(open), number(all),
            plural(all), open == 1 ? "is" : "are");
  }
  if (unread > 0) {
    fprintf(to, "; %lu row%s could not be read", number(unread),
            plural(unread));
  }
  fputs("</p>\n", to);
  put_decisions(to, list);
}

/* --- Contents --------------------------------------------------------------*/

static void put_link(FILE *to, bool there, const char *id, const char *text) {
  if (there) {
    fprintf(to, "<li><a href=\"#%s\">%s</a></li>\n", id, text);
  }
}

static void put_contents(FILE *to, const struct list *list) {
  uint32_t open = list->counts.decision[SECRISK_DECISION_OPEN];
  uint32_t unread = list->counts.decision[0];
  bool controls = false;
  for (uint32_t i = 0; i < list->count && !controls; i++) {
    controls = list->rows[i].control_count > 0;
  }
  fputs("<nav aria-label=\"Contents\">\n<ul>\n", to);
  put_link(to, true, "summary", "Summary");
  put_link(to, true, "residual", "Residual risk");
  put_link(to, list->since.name != NULL, "changes", "Changes");
  put_link(to, open + unread > 0, "open", "Open threats");
  put_link(to, open + unread < list->count, "decided", "Decided threats");
  put_link(to, controls, "controls", "Controls");
  put_link(to, true, "rules", "Rules and scales");
  put_link(to, true, "limits", "Assumptions");
  put_link(to, true, "sign-off", "Sign-off");
  fputs("</ul>\n</nav>\n", to);
}

void put_page_top(FILE *to, const struct list *list) {
  put_head(to, list);
  put_verdict(to, list);
  put_document(to, list);
  fputs("</header>\n", to);
  put_contents(to, list);
}

void put_list_html(FILE *to, const struct list *list) {
  put_page_top(to, list);
  fputs("<section id=\"summary\">\n<h2>Summary</h2>\n<div class=\"pair\">\n",
        to);
  put_page_counts(to, list);
  put_page_matrix(to, list);
  fputs("</div>\n</section>\n", to);
  put_page_residual(to, list);
  put_page_changes(to, list);
  put_page_threats(to, list);
  put_page_controls(to, list);
  put_page_policy(to, list);
  put_page_end(to, list);
}
