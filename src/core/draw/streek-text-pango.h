/* streek-text-pango.h: from Pango's items and runs to text of our own (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-text-cache.h"
#include "draw/streek-text-private.h"

#include <pango/pango.h>

/* Takes the glyphs of a line whose x, y and width are known. @runs: (element-type PangoGlyphItem):
 * from the left, with offsets into @text. */
void streek_text_take_line (StreekTextLine *line, GSList *runs, const char *text, GArray *glyphs);
/* (nullable): NULL where it takes a layout to set the text. The context has the font of the wish.
 */
StreekTextRun *streek_text_set_line (PangoContext *context, const StreekTextWish *wish);
