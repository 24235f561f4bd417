/* streek-fold.h: text as it is searched: without case and accents */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* @offsets: (out) (optional) (element-type guint32): for each byte of the result, where the
 * character it comes from begins in @text, and the length of @text at the end */
char *streek_fold (const char *text, GArray **offsets);
