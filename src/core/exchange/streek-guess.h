/* streek-guess.h: what the columns of a file may mean, by their headers and by what stands in them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-grid.h"
#include "exchange/streek-import.h"

/* What a person says beforehand; NULL: nothing. */
typedef struct
{
  const char *sheet;
  const char *indicator;
  const char *period;
  gboolean no_profile; /* look at the columns, whatever profile would fit */
  const char *hint;    /* indicator to propose where the file says none */
} StreekGuessWishes;

StreekMapping *streek_guess_mapping (StreekSource *source,
                                     StreekImportTarget *target,
                                     const StreekGuessWishes *wishes,
                                     GCancellable *cancellable,
                                     GError **error);
/* Whether it is left to a person which indicator the figures of a file are of: one and the same for
 * all of them. */
gboolean streek_guess_leaves_indicator_open (const StreekMapping *mapping,
                                             StreekImportTarget *target);
/* Looks at a sheet; @header_row: (out), @n_header_rows: (out) */
void streek_guess_header (const StreekGrid *grid, guint *header_row, guint *n_header_rows);
/* "Waarde", "aantal": a head over figures that does not say what they count */
gboolean streek_guess_is_value_word (const char *header);
