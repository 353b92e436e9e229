/* SPDX-License-Identifier: MIT */
/* Part of register: the SHA-256 of a file, by libmd where it was found. */
#include "register.h"

#ifdef REGISTER_LIBMD
#include <sys/types.h>
#include <sha2.h>

void hash_file(struct file *f) {
  (void)SHA256Data((const uint8_t *)f->text, f->len, f->sha256);
}
#else
void hash_file(struct file *f) {
  f->sha256[0] = '\0';
}
#endif
