/* SPDX-License-Identifier: MIT */
/* PostgreSQL: the file that it shares with other databases. */
#include "../common/common_sql.c"
