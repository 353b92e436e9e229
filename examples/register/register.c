/* SPDX-License-Identifier: MIT */
/* register: what must be done about each threat of a CSV file, and what of it
 * is still missing. */
#include <stdlib.h>
#include <string.h>

#include "register_options.h"
#include "register_output.h"

const char program[] = "register";

/* --- Input -----------------------------------------------------------------*/

/* A name of a shipped policy, or a file. */
static void set_policy(struct list *list, const char *name) {
  const char *wanted = name != NULL ? name : "default";
  policy_shipped(&list->policy, wanted);
  if (list->policy.name == NULL) {
    FILE *f = fopen(wanted, "rb");
    if (f != NULL) {
      (void)fclose(f);
      policy_read(&list->policy, wanted);
      words_read(&list->words, &list->policy.file);
    } else {
      usage("--policy is default, strict or a file, and there is no file ",
            wanted);
    }
  }
}

static void set_rules(struct list *list, const struct options *o) {
  words_start(&list->words);
  set_policy(list, o->policy);
  if (o->columns != NULL) {
    read_settings(&list->mapping, o->columns);
    words_read(&list->words, &list->mapping);
  }
  if (o->matrix != NULL) {
    matrix_read(&list->matrix, o->matrix, &list->words);
  }
}

static bool maps_json(const struct settings *mapping) {
  for (size_t i = 0; i < mapping->count; i++) {
    if (in_section(&mapping->all[i], "json")) {
      return true;
    }
  }
  return false;
}

static void read_register(struct list *list, const char *name) {
  bool json = maps_json(&list->mapping);
  char *text = read_text(&list->source, name, "CSV", &list->mark, &json);
  size_t len = list->source.len - (size_t)(text - list->source.text);
  if (json) {
    text = json_to_table(list, text, &len);
  }
  read_list(list, text, len);
}

/* Under the rules of today, whatever they were then. */
static void compare(struct list *list, const struct options *o) {
  static struct list old; /* what it holds is used to the end */
  if (o->since == NULL) {
    return;
  }
  set_rules(&old, o);
  old.quiet = true;
  read_register(&old, o->since);
  list->since = old.source;
  find_changes(list, &old);
}

/* --- Output ----------------------------------------------------------------*/

static void finish_writing(FILE *f, const char *name) {
  bool bad = ferror(f) != 0;
  bad = fclose(f) != 0 || bad;
  if (bad) {
    fail("write", name);
  }
}

static void write_page(const struct list *list, const char *name) {
  FILE *f = fopen(name, "wb");
  if (f != NULL) {
    static char buffer[1 << 16];
    (void)setvbuf(f, buffer, _IOFBF, sizeof buffer);
    put_list_html(f, list);
    finish_writing(f, name);
  } else {
    fail("open", name);
  }
}

static void write_all(const struct list *list, const struct options *o) {
  static char buffer[1 << 16];
  const char *plain = getenv("NO_COLOR");
  bool colour = terminal(stdout) && (plain == NULL || *plain == '\0');
  bool page = o->html != NULL && strcmp(o->html, "-") == 0;
  (void)setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  if (o->html != NULL && !page) {
    write_page(list, o->html);
  }
  if (o->json) {
    put_list_json(stdout, list);
  } else if (o->csv) {
    put_list_csv(stdout, list);
  } else if (page) {
    put_list_html(stdout, list);
  } else {
    put_table(stdout, list, colour, o->open);
  }
  finish_writing(stdout, "standard output");
}

/* What is written without reading a register. */
static bool write_other(const struct options *o, const struct list *list) {
  uint32_t v = secrisk_version();
  if (o->help) {
    for (size_t i = 0; help[i] != NULL; i++) {
      fputs(help[i], stdout);
    }
  } else if (o->version) {
    printf("register (secrisk) %d.%d.%d\n", (int)(v >> 16), (int)(v >> 8 & 255),
           (int)(v & 255));
  } else if (o->template) {
    put_template(stdout);
  } else if (o->policy_print) {
    policy_print(stdout, &list->policy);
  } else {
    return false;
  }
  finish_writing(stdout, "standard output");
  return true;
}

int main(int argc, char **argv) {
  static struct list list; /* what it holds is used to the end */
  static struct options o;
  uint32_t needs = SECRISK_FEATURE_RISK | SECRISK_FEATURE_DREAD;
  keep_bytes();
  if (argc > 0) {
    read_options(&o, argv + 1);
  }
  if ((secrisk_features() & needs) != needs) {
    usage("this build of secrisk leaves out DREAD or risks", "");
  }
  set_rules(&list, &o);
  if (write_other(&o, &list)) {
    return 0;
  }
  list.document = o.document;
  read_register(&list, o.file != NULL ? o.file : "-");
  compare(&list, &o);
  write_all(&list, &o);
  if (list.count == 0) {
    fputs("register: there is no threat in it; register --template writes an "
          "example\n",
          stderr);
  }
  const uint32_t *n = list.counts.decision;
  return list.count == 0 || n[0] + n[SECRISK_DECISION_OPEN] > 0 ? ATTENTION : 0;
}
