/* streek-sort.h: ascending order of many numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

void streek_sort_doubles (double *values, gsize n);
