/* SPDX-License-Identifier: MIT */
/* Part of register: the parts of JSON that are not of one threat. */
#include <stdlib.h>

#include "register_output.h"

static void json_file(FILE *to, const char *name, const struct file *f) {
  fprintf(to, ",\"%s\":", name);
  if (f->name == NULL) {
    fputs("null", to);
    return;
  }
  fputs("{\"name\":", to);
  put_json(to, f->name);
  if (f->sha256[0] == '\0') {
    fputs(",\"sha256\":null}", to);
  } else {
    fprintf(to, ",\"sha256\":\"%s\"}", f->sha256);
  }
}

void json_document(FILE *to, const struct list *list) {
  const struct document *d = &list->document;
  const char *const names[] = {"title",    "device",   "device_version",
                               "author",   "approver", "date",
                               "revision", "document"};
  const char *const texts[] = {d->title,    d->device, d->version,  d->author,
                               d->approver, d->date,   d->revision, d->number};
  uint32_t v = secrisk_version();
  fputs("{\"source\":", to);
  put_json(to, list->source.name);
  json_text(to, "policy", list->policy.name);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (texts[i] != NULL) {
      json_text(to, names[i], texts[i]);
    }
  }
  fprintf(to, ",\n\"tool\":\"register (secrisk) %d.%d.%d\"", (int)(v >> 16),
          (int)(v >> 8 & 255), (int)(v & 255));
  json_file(to, "register_file", &list->source);
  json_file(to, "policy_file", &list->policy.file.file);
  json_file(to, "matrix_file", &list->matrix.file.file);
  json_file(to, "columns_file", &list->mapping.file);
  json_file(to, "since_file", &list->since);
}

/* --- The policy ------------------------------------------------------------*/

static void json_rule(FILE *to, secrisk_rule rule) {
  const char *comma = "";
  for (size_t i = 0; i < 6; i++) {
    secrisk_rule flag = flag_values[i];
    if (i < 3 ? (rule & 3) == flag : (rule & flag) != 0) {
      fprintf(to, "%s\"%s\"", comma, flag_names[i]);
      comma = ",";
    }
  }
}

static void json_bands(FILE *to, const struct policy *p) {
  fputs("],\"bands\":[", to);
  for (size_t i = 0; i < p->rules.band_count; i++) {
    const secrisk_band *b = &p->rules.bands[i];
    fprintf(to, "%s{\"system\":\"", i > 0 ? "," : "");
    put_system(to, b->system);
    fprintf(to, "\",\"first\":%d.%d,\"last\":%d.%d,\"level\":\"%s\"}",
            b->first / 10, b->first % 10, b->last / 10, b->last % 10,
            secrisk_level_text(b->level));
  }
  putc(']', to);
}

void json_policy(FILE *to, const struct list *list) {
  const struct policy *p = &list->policy;
  fputs(",\n\"rules\":[", to);
  for (secrisk_level level = LEVELS; level > 0; level--) {
    fprintf(to, "%s{\"level\":\"%s\"", level < LEVELS ? "," : "",
            secrisk_level_text(level));
    json_text(to, "name", p->level_names[level]);
    fputs(",\"rule\":[", to);
    json_rule(to, p->rules.rule[level]);
    fputs("]}", to);
  }
  json_bands(to, p);
  fprintf(to, ",\"evidence\":\"%s\"",
          p->needs_evidence ? "required" : "remark");
  json_text(to, "policy_source", p->source);
}

/* --- Controls, changes, mitigation -----------------------------------------*/

void json_control_list(FILE *to, const struct list *list) {
  size_t count;
  struct use *uses = collect_uses(list, &count);
  fputs(",\n\"controls\":[", to);
  for (size_t i = 0; i < count; i++) {
    const struct row *row = &list->rows[uses[i].row];
    const struct control *c = &row->control_texts[uses[i].control];
    bool more = i > 0 && same_use(&uses[i], &uses[i - 1]);
    if (more) {
      putc(',', to);
    } else {
      fputs(i > 0 ? "]},\n{\"id\":" : "\n{\"id\":", to);
      put_json(to, c->id);
      json_text(to, "name", c->name);
      fputs(",\"threats\":[", to);
    }
    put_json(to, row->text[ID]);
  }
  fputs(count > 0 ? "]}\n]" : "]", to);
  free(uses);
}

void json_changes(FILE *to, const struct list *list) {
  static const char *const kinds[] = {"new", "gone", "changed"};
  if (list->since.name == NULL) {
    return;
  }
  fputs(",\n\"changes\":[", to);
  for (size_t i = 0; i < list->change_count; i++) {
    const struct change *c = &list->changes[i];
    fprintf(to, "%s\n{\"kind\":\"%s\"", i > 0 ? "," : "", kinds[c->kind]);
    json_text(to, "id", c->id);
    json_text(to, "text", c->text);
    putc('}', to);
  }
  putc(']', to);
}

static void json_steps(FILE *to, const struct steps *steps) {
  fputs(",\"metrics_that_decide\":[", to);
  for (size_t i = 0; i < steps->count; i++) {
    fputs(i > 0 ? ",{\"metric\":\"" : "{\"metric\":\"", to);
    put_step(to, steps, i);
    putc('"', to);
    json_text(to, "level", secrisk_level_text(steps->all[i].level));
    putc('}', to);
  }
  putc(']', to);
}

static void json_items(FILE *to, const struct row *row,
                       const struct near *near) {
  for (size_t i = 0; i < near->count; i++) {
    size_t n = near->item[i];
    fputs(i > 0 ? "," : "", to);
    put_json(to, near->planned ? control_name(&row->control_texts[n])
                               : secrisk_suggestion_text((uint8_t)n));
  }
}

void json_near(FILE *to, const struct list *list, const struct row *row) {
  struct near near;
  struct steps steps;
  find_near(list, row, &near, &steps);
  fputs(",\"nearest_mitigation\":", to);
  if (near.count == 0) {
    fputs("null", to);
  } else {
    fputs("{\"level\":", to);
    put_json(to, secrisk_level_text(near.level));
    json_score(to, near.scale, near.tenths);
    json_text(to, "of", near.planned ? "controls" : "suggestions");
    fputs(",\"items\":[", to);
    json_items(to, row, &near);
    fputs("]}", to);
  }
  json_steps(to, &steps);
}
