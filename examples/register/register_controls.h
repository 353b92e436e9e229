/* SPDX-License-Identifier: MIT */
/* What the files that read controls share. */
#ifndef REGISTER_CONTROLS_H
#define REGISTER_CONTROLS_H

#include "register.h"

struct control_reader {
  const struct place *at;
  const char *text;
  size_t pos, len;
  size_t from, to; /* the word read last, without its quotes */
  bool quoted;
  bool collect; /* looks for controls with ids, in any row */
  secrisk_control *control;
  struct control *names;
  secrisk_limit *limits; /* room for the rest of the row's */
};

bool next_control(struct control_reader *r);
bool read_control(struct control_reader *r);
bool read_limit(struct control_reader *r, size_t colon); /* register_limit.c */

#endif
