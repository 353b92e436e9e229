/* SPDX-License-Identifier: MIT */
/* SQLite: the file that it shares with other databases. */
#include "../common/common_sql.c"
