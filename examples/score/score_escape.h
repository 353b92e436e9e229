/* SPDX-License-Identifier: MIT */
/* score: what an escape means, without the window around it. */
#ifndef SCORE_ESCAPE_H
#define SCORE_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NO_CODE 0xffffffffu
#define OTHER_CODE 0xfffdu /* a character that no vector has */
enum { INVISIBLE = -1 };

enum tag_kind { TAG_NONE, TAG_INVISIBLE, TAG_INLINE };

bool escape_is_letter(char c);
bool escape_is_word_byte(char c);
bool escape_is_vector_byte(char c);
unsigned escape_hex(char c); /* 16 and more: none */
uint32_t escape_entity(const char *name, size_t n);
uint32_t escape_control(char letter);
uint32_t escape_command(const char *name, size_t n);
enum tag_kind escape_tag(const char *text, size_t n);
bool escape_means_something(uint32_t code);
int escape_meaning(uint32_t code);
bool escape_is_one_word(const char *text, size_t len, size_t at, size_t end);

#endif
