/* streek-clip.h: texts that are longer than anybody reads at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* @text: (transfer full): valid UTF-8. (transfer full): the same where it has @most letters or
 * fewer; else as many, and "…" */
char *streek_clip (char *text, gsize most);
