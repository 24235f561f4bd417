/* streek-grid.h: the first rows of a sheet, kept to be looked at, and the headers among them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "exchange/streek-source.h"

/* Rows that are looked at to find a header and to guess what columns mean. */
#define STREEK_GRID_ROWS 400

/* Stands for a period in the pattern of a header. */
#define STREEK_HEADER_PERIOD "{period}"

typedef struct
{
  guint64 line;
  guint n;
  char **texts;   /* (array length=n): trimmed */
  guint32 *flags; /* (array length=n): StreekFieldFlags */
} StreekGridRow;

/* Made by one thread, then not changed; counted atomically. */
typedef struct
{
  gatomicrefcount references;
  GPtrArray *rows; /* (element-type StreekGridRow) */
  guint n_columns; /* of the widest */
} StreekGrid;

StreekGrid *streek_grid_new (void);
/* @texts: (nullable texts) (array length=n): tidied, and made valid UTF-8 */
void streek_grid_add_row (StreekGrid *grid, guint64 line, const char *const *texts, guint n);
/* @texts, @flags: (transfer full) (array length=n): cells as they are, such as those of another
 * grid */
void streek_grid_take_row (StreekGrid *grid, guint64 line, char **texts, guint32 *flags, guint n);
StreekGrid *streek_grid_read (
  StreekSource *source, guint sheet, guint max_rows, GCancellable *cancellable, GError **error);
/* The same, where a cell may hold a text of several lines. */
StreekGrid *streek_grid_read_lines (
  StreekSource *source, guint sheet, guint max_rows, GCancellable *cancellable, GError **error);
StreekGrid *streek_grid_ref (StreekGrid *grid);
void streek_grid_unref (StreekGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGrid, streek_grid_unref)

/* "" beyond the end of a row */
const char *streek_grid_get (const StreekGrid *grid, guint row, guint column);
guint streek_grid_count_filled (const StreekGrid *grid, guint row);
/* A header a column; the first column gives several where @split cuts it. */
GStrv streek_grid_make_headers (const StreekGrid *grid,
                                guint header_row,
                                guint n_header_rows,
                                char split);
/* How many columns the first one is cut in; 1 without @split. */
guint streek_grid_count_parts (const StreekGrid *grid, guint header_row, char split);

/* "*" stands for anything, "{period}" for a period, which is found. */
gboolean streek_header_match (const char *pattern, const char *header, StreekPeriod *period);
/* The header with its period taken out: "Bevolking op {period}". */
char *streek_header_dup_pattern (const char *header);
