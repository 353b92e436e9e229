/* SPDX-License-Identifier: MIT */
/* What the files that write share. */
#ifndef REGISTER_OUTPUT_H
#define REGISTER_OUTPUT_H

#include "register.h"

/* --- Words -- register_output.c --------------------------------------------*/

enum { DECISIONS = 6, MISSING = 6, REMARKS = 5 };
extern const char *const decision_words[DECISIONS];
extern const char *const decision_names[DECISIONS]; /* for a person */
extern const char *const missing_words[MISSING];
extern const char *const remark_words[REMARKS];
extern const char *const note_words[NOTES], *const lack_words[LACKS];
extern const char *const note_texts[NOTES], *const lack_texts[LACKS];
extern const char *const kind_words[5], *const state_words[4];
extern const char *const domain_words[3];

/* --- Pieces -- register_output.c -------------------------------------------*/

bool settled(const secrisk_evaluation *e);
/* "9.8", or in a scale of its own "12 of 15", with between for " of ".  "" if
 * there is no score. */
enum { SCORE_SIZE = 24 };
/* r NULL: of 10. */
const char *score_text(const struct rating *r, secrisk_tenths tenths,
                       const char *between, char out[SCORE_SIZE]);
/* The rating that an evaluation's residual is of. */
const struct rating *rating_after(const struct row *row,
                                  const secrisk_evaluation *e);
/* "CVSS 3.1", "DREAD OP-TEE", with v4.0's nomenclature "CVSS-BT 4.0". */
void put_scheme(FILE *to, const struct rating *r);
void put_limit(FILE *to, const secrisk_limit *limit);
void put_step(FILE *to, const struct steps *steps, size_t i); /* "MAV:A" */
/* Its name, or else its library or its id. */
const char *control_name(const struct control *c);
unsigned long number(uint32_t n);
/* What a bit of missing says, and of which controls. */
const char *missing_sentence(const struct row *row, unsigned bit);
/* A threat, a control: what links to it. */
void put_threat_anchor(FILE *to, const struct list *list, uint32_t index);
void put_anchor(FILE *to, const char *kind, const char *text, size_t len);
void put_field(FILE *to, const char *name, const char *text); /* HTML */

/* A control that threats share, or one threat's. */
struct use {
  const char *key; /* the id, or the name; "" for none */
  uint32_t row;
  size_t control;
};
/* All uses of all controls, those of one control together; *count of them.
 * The caller frees it. */
struct use *collect_uses(const struct list *list, size_t *count);
bool same_use(const struct use *a, const struct use *b);

/* --- Outputs ---------------------------------------------------------------*/

void put_table(FILE *to, const struct list *list, bool colour, bool open_only);
void put_list_json(FILE *to, const struct list *list);
void put_list_csv(FILE *to, const struct list *list);
void put_template(FILE *to);
void put_list_html(FILE *to, const struct list *list);

/* Parts of the page. */
void put_page_top(FILE *to, const struct list *list);
void put_page_counts(FILE *to, const struct list *list);
void put_page_matrix(FILE *to, const struct list *list);
void put_page_residual(FILE *to, const struct list *list);
void put_page_threats(FILE *to, const struct list *list);
void put_page_controls(FILE *to, const struct list *list);
void put_control(FILE *to, const struct row *row, size_t i);
void put_page_near(FILE *to, const struct list *list, const struct row *row);
void put_page_policy(FILE *to, const struct list *list);
void put_page_axes(FILE *to, const struct list *list);
void put_page_changes(FILE *to, const struct list *list);
void put_page_end(FILE *to, const struct list *list);

/* Parts of JSON. */
void json_text(FILE *to, const char *name, const char *text);
void json_words(FILE *to, const char *name, unsigned set,
                const char *const *words, unsigned count);
void json_score(FILE *to, const struct rating *r, secrisk_tenths tenths);
void json_document(FILE *to, const struct list *list);
void json_policy(FILE *to, const struct list *list);
void json_control_list(FILE *to, const struct list *list);
void json_changes(FILE *to, const struct list *list);
void json_near(FILE *to, const struct list *list, const struct row *row);

/* register_since.c: compares with the register of the last review. */
void find_changes(struct list *list, const struct list *old);

#endif
