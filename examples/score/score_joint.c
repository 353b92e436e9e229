/* SPDX-License-Identifier: MIT */
/* score: something invisible in a vector, and whether it parts two words. */
#include "score_decode.h"
#include "score_escape.h"

/* More bytes than a word of a vector has, with what ends it. */
enum { JOINT = 16 };

/* A joint that lay within what was taken off the end is none any more. */
void joint_forget(struct window *w) {
  if (w->joint != NO_JOINT && w->joint > w->len) {
    w->joint = NO_JOINT;
  }
}

/* The last n bytes, or a character at `from`, leave nothing behind.  Whether
 * what stands around them is one word, what follows will show. */
void joint_make(struct window *w, size_t n, uint64_t from) {
  uint8_t step;
  if (n > 0) {
    from = window_from(w, w->len - n, &step);
    window_pop(w, n);
    joint_forget(w);
  }
  if (w->len == 0 || !escape_is_vector_byte((char)w->text[w->len - 1])) {
    window_put(w, (char)OTHER, from, 0);
  } else if (w->joint == NO_JOINT) {
    w->joint = w->len;
    w->joint_from = from;
  }
}

/* Decides about the joint as soon as the word behind it has ended: `after` is
 * what follows it, the last byte of the text, or 0 at the end of the input. */
void joint_decide(struct window *w, char after) {
  size_t at = w->joint, end = w->len - (after != 0);
  w->joint = NO_JOINT;
  if (!escape_is_one_word(w->text, w->len, at, end)) {
    struct lifted kept[JOINT];
    size_t behind = w->len - at;
    window_lift(w, behind, kept);
    window_put(w, (char)OTHER, w->joint_from, 0);
    for (size_t i = 0; i < behind; i++) {
      window_restore(w, &kept[i]);
      window_put(w, kept[i].c, kept[i].from, kept[i].step);
    }
  }
}
