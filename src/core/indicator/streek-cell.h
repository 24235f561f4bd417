/* streek-cell.h: one cell of a vector, and what staff change of figures and definitions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-totals.h"

/* Which cell; clear with streek_cell_clear(). */
typedef struct
{
  char *indicator;
  char *period;
  char *roster_id;
  char *area_code;
} StreekCell;

void streek_cell_clear (StreekCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekCell, streek_cell_clear)

/* The cell that is exactly the value of an area in a period; an error in words where the value is
 * a computation over several. */
gboolean streek_totals_locate_cell (StreekTotals *totals,
                                    const StreekIndicator *indicator,
                                    const StreekArea *area,
                                    StreekPeriod period,
                                    StreekCell *cell,
                                    GError **error);

/* What is typed in its place. */
typedef struct
{
  double value; /* finite where missing is STREEK_MISSING_NONE */
  StreekMissing missing;
  StreekStatus status;
  const char *reason;
  const char *source; /* (nullable) */
  gint64 made_at;     /* microseconds since 1970, UTC */
  gboolean entered;   /* no correction: published, and typed in where the file had none */
} StreekCorrection;

/* What holds for one cell only. */
typedef struct
{
  StreekQualifier qualifier;
  StreekPeriod reference; /* of when it is, where not of its period; else kind NONE */
  const char *footnote;   /* (nullable) */
} StreekCellNote;

/* To be run inside a command of the store. */
gboolean streek_cell_annotate (StreekDb *db,
                               const StreekCell *cell,
                               const StreekCellNote *note,
                               GError **error);
gboolean streek_cell_drop_old_notes (StreekDb *db,
                                     const StreekCell *vector,
                                     GHashTable *codes,
                                     GError **error);
gboolean streek_cell_correct (StreekDb *db,
                              const StreekCell *cell,
                              const StreekCorrection *correction,
                              GError **error);
/* What the vector under a cell says, as it is kept with a correction: "12.5", or why it is missing;
 * NULL without an error where there is no such cell. */
gboolean
streek_cell_read_source (StreekDb *db, const StreekCell *cell, char **text, GError **error);
gboolean streek_cell_restore (StreekDb *db, const StreekCell *cell, GError **error);
gboolean streek_cell_is_corrected (StreekDb *db,
                                   const StreekCell *cell,
                                   gboolean *is_corrected,
                                   GError **error);
/* @value: (nullable): %NULL brings the definition's own back */
gboolean streek_indicator_overlay_set (
  StreekDb *db, const char *code, const char *field, const char *value, GError **error);
