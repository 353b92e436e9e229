/* SPDX-License-Identifier: MIT */
/* score: text as its transport left it, and where each byte of it came from. */
#ifndef SCORE_DECODE_H
#define SCORE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  TEXT_SIZE = 1 << 18, /* of the window */
  CHUNK = 1 << 17,     /* of input decoded at once; it never grows */
  OTHER = 0xff         /* stands for a character that no vector has */
};

/* From text[at] on, up to the next piece, the text stands in the input at
 * `from`, each byte of it `step` bytes behind the one before.  Step 0: one
 * byte that the input spells in another way. */
struct piece {
  size_t at;
  uint64_t from;
  uint64_t line_start; /* where newlines is not 0 */
  uint32_t newlines;   /* of the input, left out before this piece */
  uint8_t step;
};

struct window {
  char text[TEXT_SIZE + 1];
  size_t len;
  struct piece piece[TEXT_SIZE + 1];
  size_t pieces;
  uint64_t next;       /* where the input goes on */
  uint64_t line_start; /* of newlines left out and not yet in a piece */
  uint32_t newlines;
  /* ---- score_text.c */
  bool raw, begun;
  uint8_t wide; /* 0; UTF-16: 1 low byte first, 2 high byte first */
  size_t held;  /* bytes of a start or a half character, kept in spare */
  char spare[256];
  /* ---- score_decode.c, score_joint.c */
  size_t watch, watch_from; /* up to watch, what ends an escape is looked for */
  uint8_t began;            /* of BEGAN_..., what may end there */
  size_t joint; /* where something invisible was left out; or NO_JOINT */
  uint64_t joint_from;
};
#define NO_JOINT ((size_t)-1)

/* A byte that was taken off the end of the text and will be put back. */
struct lifted {
  uint64_t from, line_start;
  uint32_t newlines;
  uint8_t step;
  char c;
};

/* A place in the input, counted from 1; byte from 0. */
struct where {
  uint64_t byte, line, column;
};

/* ---- score_window.c: bytes behind the text, and off its end */
void window_begin(struct window *w, bool raw);
void window_append(struct window *w, const char *bytes, size_t n, uint8_t step);
void window_put(struct window *w, char c, uint64_t from, uint8_t step);
void window_pop(struct window *w, size_t n);
void window_lift(struct window *w, size_t n, struct lifted *to);
void window_restore(struct window *w, const struct lifted *byte);
uint64_t window_from(const struct window *w, size_t index, uint8_t *step);
void window_drop(struct window *w, size_t n);
struct where window_where(struct window *w, size_t index);

/* ---- score_joint.c: where something invisible was left out */
void joint_make(struct window *w, size_t n, uint64_t from);
void joint_decide(struct window *w, char after);
void joint_forget(struct window *w);

/* ---- score_decode.c: escapes, entities, soft line breaks */
enum {
  BEGAN_BACKSLASH = 1,
  BEGAN_PERCENT = 2,
  BEGAN_ENTITY = 4,
  BEGAN_QUOTED = 8,
  BEGAN_COLOUR = 16,
  BEGAN_ARGUMENT = 32,
  BEGAN_UTF8 = 64
};
enum { DECODE_LOOK = 32 }; /* as far back as an escape may begin */
unsigned char decode_tail(const struct window *w, size_t n);
void decode_replace(struct window *w, size_t n, uint32_t code);
void decode_replace_before(struct window *w, size_t n, size_t after,
                           uint32_t code);
void decode_put(struct window *w, char c, uint64_t from, uint8_t step);
void decode_put_code(struct window *w, uint32_t code, uint64_t from,
                     uint8_t step);
void decode_end(struct window *w);
size_t decode_settled(const struct window *w);

/* ---- score_backslash.c: does c, the last byte, end what one escapes? */
bool backslash_command(struct window *w, char c);
bool backslash_octal(struct window *w, char c);
bool backslash_quoted(struct window *w, char c);
bool backslash_braced(struct window *w, char c);

/* ---- score_text.c: input of any length, read as what it shows it is */
void text_decode(struct window *w, size_t n, bool last);

#endif
