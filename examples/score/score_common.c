/* SPDX-License-Identifier: MIT */
/* score: the files that it shares, so that examples/score/ is all of it.
 * The first one asks for POSIX, before any header. */
#include "../common/common_input.c"
#include "../common/common_policy.c"
#include "../common/common_settings.c"
#include "../common/common_show.c"
#include "../common/common_system.c"
#include "../common/common_text.c"
