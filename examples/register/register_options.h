/* SPDX-License-Identifier: MIT */
/* Part of register: the command line. */
#ifndef REGISTER_OPTIONS_H
#define REGISTER_OPTIONS_H

#include "register.h"

struct options {
  bool help, version, json, csv, open, template, policy_print;
  const char *html, *policy, *matrix, *columns, *since, *file;
  struct document document;
};

extern const char *const help[]; /* ends in NULL */

/* Exits with TROUBLE for what cannot be understood. */
void read_options(struct options *out, char **arg);
void usage(const char *wrong, const char *option);

#endif
