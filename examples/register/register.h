/* SPDX-License-Identifier: MIT */
/* What the files of the register example share. */
#ifndef REGISTER_H
#define REGISTER_H

#include "../common/common.h"
#include "register_csv.h"

enum { ATTENTION = 1, TROUBLE = EXIT_TROUBLE }; /* exit status */

/* --- Words -- register_words.c ---------------------------------------------*/

/* Words that are read as a level, or as "not rated yet". */
struct words {
  struct word {
    const char *text;
    size_t most;         /* bytes of a text that may be this word */
    secrisk_level level; /* NO_LEVEL: not rated yet */
  } * all;
  size_t count;
};
void words_start(struct words *w); /* the shipped ones */
/* [ratings] of a policy or of a mapping of columns: "word = level". */
void words_read(struct words *w, const struct settings *s);
/* Is it a rating in words?  *level as above. */
bool words_find(const struct words *w, const char *text, size_t len,
                secrisk_level *level);
/* The word that it may have been meant to be, or NULL. */
const char *words_near(const struct words *w, const char *text, size_t len);
/* TBD, n/a, -, . and the like: text that says nothing. */
bool is_placeholder(const char *text);
bool says_later(const char *text); /* of these, TBD, TODO and the like */

/* --- Matrix -- register_matrix.c ------------------------------------------*/

void policy_print(FILE *to, const struct policy *p);

enum { AXIS = 16 }; /* values of an axis, at most */
struct axis {
  const char *name;
  const char *values[AXIS];
  uint8_t count;
};
struct matrix {
  struct settings file; /* all 0: none */
  const char *name, *source;
  struct axis rows, columns;
  secrisk_level cells[AXIS * AXIS];
  secrisk_matrix levels;
};
void matrix_read(struct matrix *m, const char *name, const struct words *words);
int axis_find(const struct axis *a, const char *text, size_t len); /* -1 */

/* --- The register ----------------------------------------------------------*/

/* clang-format off */
enum column { /* of the input */
  ID, DESCRIPTION, SCHEME, INITIAL, CONTROLS, RESIDUAL, RERATED, IMPAIRS,
  RATIONALE, BENEFIT_RISK, NOTE,
  CLASS_CONTRIBUTES, CLASS_UNACCEPTABLE, CLASS_HARM, CLASS_PARENT,
  CLASS_SEGREGATED, CLASS_RATIONALE, CLASS_HAS,
  AXIS_ROW, AXIS_COLUMN, RESIDUAL_ROW, RESIDUAL_COLUMN, /* of a matrix */
  COLUMNS,
  RESULT = COLUMNS, /* written by --csv, and passed over */
  FOREIGN,          /* carried through */
  NAMELESS
};
/* clang-format on */
extern const char *const column_names[AXIS_ROW];
extern const char *const result_names[]; /* ends in NULL */

struct columns {
  size_t count;
  struct column_of {
    const char *name; /* as the input has it */
    uint8_t what;     /* an enum column */
    bool used;        /* there is text in it */
  } * all;
  size_t where[COLUMNS]; /* the reverse, from 1; 0: there is none */
  const char *axis_names[COLUMNS - AXIS_ROW]; /* NULL without a matrix */
};

struct problem {
  struct problem *next;
  unsigned long line, column;
  const char *where; /* the column's name, or "" */
  const char *what;  /* a sentence */
};

struct rating {
  secrisk_risk risk;    /* system 0: none */
  secrisk_cvss cvss;    /* version 0: not one of CVSS */
  secrisk_dread dread;  /* scheme 0: not one of DREAD */
  secrisk_tenths own;   /* a vector's own score, where it is another */
  secrisk_level stated; /* a level that the cell states beside a score */
  bool open;            /* TBD and the like */
  const char *text;     /* canonical; "" for none */
};

struct control {
  const char *id, *name, *library; /* "" for none */
  bool complete;                   /* while it is read: could it end here? */
};

/* What the register itself says about a threat, beside the library. */
enum {
  NOTE_PLACEHOLDER = 1, /* rationale, reference or name */
  NOTE_NAMELESS = 2,    /* a control without a name lowers the risk */
  NOTE_KIND = 4,        /* BTE is not the vector's own score */
  NOTE_CASE = 8,        /* another id differs in case alone */
  NOTES = 4
};
enum { LACKS_RATING = 1, LACKS_NAME = 2, LACKS = 2 };

struct near {         /* the nearest mitigation, see register_near.c */
  size_t count;       /* 0: none was found */
  const size_t *item; /* their numbers */
  bool planned;       /* of the row's own controls; else of the suggestions */
  secrisk_level level;
  secrisk_tenths tenths;
  const struct rating *scale; /* of tenths; NULL: 10 */
};

enum { STEPS_MOST = 24 };
struct step {            /* one metric, another level */
  uint8_t metric, value; /* of DREAD: a rating, in halves */
  secrisk_level level;
};
struct steps {
  uint8_t version, count; /* version 0: of DREAD */
  struct step all[STEPS_MOST];
};

struct row {
  struct cell *cells; /* as many as the record has */
  size_t cell_count;
  const char *text[COLUMNS];
  struct rating initial, residual, all_residual;
  secrisk_control *controls;
  struct control *control_texts;
  size_t control_count;
  bool rerated, impairs, by_limits;
  secrisk_evaluation all; /* once all is verified */
  secrisk_class class_needed, class_has;
  uint8_t class_reason;
  uint8_t notes, lacks;
  struct problem *problems; /* NULL: the row is good */
  unsigned long line, fault_line, fault_column, fault_last;
  const char *fault;
};

struct definition; /* of a control with an id, see register_shared.c */

struct document { /* what the options say; NULL: nothing */
  const char *title, *device, *version, *author, *approver, *date;
  const char *revision, *number;
};

enum { CHANGE_NEW, CHANGE_GONE, CHANGE_MADE };
struct change { /* since the last review */
  const char *id;
  uint8_t kind;
  const char *text;
};

struct json_place { /* of a cell that stood in JSON */
  unsigned long line, column;
};

struct list {
  struct file source;
  struct policy policy;
  struct matrix matrix;
  struct words words;
  struct settings mapping; /* of the columns; all 0: none */
  struct columns columns;
  struct row *rows;
  secrisk_evaluation *evaluations;
  uint32_t *order; /* priority */
  uint32_t count, room;
  secrisk_counts counts;
  struct document document;
  struct file since; /* the register of the last review; name NULL: none */
  struct change *changes;
  size_t change_count;
  struct definition *definitions; /* sorted by id */
  size_t definition_count;
  struct json_place *places; /* of all cells; NULL: the input is CSV */
  char separator; /* as in the input, and a byte order mark if there was one */
  bool mark, quiet, classes;
};

/* Where a cell's problems go. */
struct place {
  struct list *list;
  struct row *row;
  const struct cell *cell;
  const char *column;
};
struct place place_of(struct list *list, struct row *row, enum column what);

/* register_problem.c: reports what is wrong at a byte of a cell, and marks
 * length bytes of it.  remark: the same, but the row is none the worse. */
void problem(const struct place *at, size_t offset, size_t length,
             const char *format, ...);
void remark(const struct list *list, unsigned long line, unsigned long column,
            const char *format, ...);

/* --- Reading ---------------------------------------------------------------*/

/* The rows of list->source; exits with TROUBLE for a header that cannot be
 * used. */
void read_list(struct list *list, char *text, size_t len);
/* JSON of another tool as CSV, by the section [json] of the mapping. */
char *json_to_table(struct list *list, char *text, size_t *len);
/* register_row.c: a cell of ours, or an empty one; without the mark of --csv
 * before what looks like a formula; all of a row. */
const struct cell *cell_at(const struct list *list, const struct row *row,
                           enum column what);
void unguard(struct cell *cell);
void read_row(struct list *list, struct row *row);
bool looks_like_header(struct list *list, const struct csv *csv);
void read_header(struct list *list, const struct csv *csv);
const char *column_name(const struct list *list, enum column what);
void find_duplicates(struct list *list); /* register_ids.c */
void sort_list(struct list *list);

/* Each returns whether it is good; if not, the problem is reported. */
bool read_scheme(const struct place *at, uint8_t *scheme);
bool read_rating(const struct place *at, uint8_t scheme, struct rating *out);
bool read_dread(const struct place *at, struct piece p, uint8_t scheme,
                struct rating *out);
/* The ratings in "8.2 (8 9 6 10 8)" and "8 9 6 10 8 = 8.2"; else all that may
 * be ratings, up to the last number. */
struct piece find_ratings(const char *text, struct piece all, uint8_t scheme);
bool read_matrix(struct list *list, struct row *row, bool residual,
                 struct rating *out);
bool read_controls(const struct place *at);
bool read_class(struct list *list, struct row *row);
bool read_yes(const struct place *at, bool *yes);

void rate_cvss(struct rating *out, const secrisk_cvss *v);
void rate_dread(struct rating *out, const secrisk_dread *d);
secrisk_level level_of(const struct list *list, const secrisk_risk *risk);
const char *level_name(const struct list *list, secrisk_level level);

/* register_shared.c: controls with ids. */
void collect_definitions(struct list *list);
const struct definition *definition_find(const struct list *list,
                                         const char *id, size_t len);
bool definition_use(const struct definition *d, secrisk_control *control,
                    struct control *text);

/* register_decide.c */
void decide(struct list *list, struct row *row);
bool control_counts(const secrisk_control *c);
/* Room for the controls of a row, used row by row. */
secrisk_control *copy_controls(const struct row *row);
bool vector_after(const struct row *row, bool all, secrisk_cvss *out);

/* register_near.c, register_step.c */
void find_near(const struct list *list, const struct row *row, struct near *out,
               struct steps *steps);

#endif
