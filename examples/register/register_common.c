/* SPDX-License-Identifier: MIT */
/* register: the files that it shares, so that examples/register/ is all of it.
 * The first one asks for POSIX, before any header. */
#include "../common/common_input.c"
#include "../common/common_policy.c"
#include "../common/common_settings.c"
#include "../common/common_show.c"
#include "../common/common_system.c"
#include "../common/common_text.c"
