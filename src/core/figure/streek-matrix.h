/* streek-matrix.h: words in rows and columns, such as roles by theme and by body */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-grid.h"
#include "figure/streek-sheet.h"
#include "table/streek-table.h"

#define STREEK_MATRIX_NONE (-1)

typedef enum
{
  STREEK_MATRIX_EMPTY,      /* nothing, and nothing is wrong with that */
  STREEK_MATRIX_ORDINARY,   /* its text; without one a dot */
  STREEK_MATRIX_EMPHASISED, /* the same, framed and bold */
  STREEK_MATRIX_INHERITED,  /* its text, pale; without one a hollow dot: it holds here by something
                               else */
  STREEK_MATRIX_GAP,        /* something should be here: red, with a sign that grey shows too */
  STREEK_MATRIX_MUTED,      /* nothing was written of it: hatched */
  STREEK_MATRIX_UNKNOWN,    /* nobody entered anything: a dash, and a broken frame around words */
  STREEK_N_MATRIX_KINDS,
} StreekMatrixKind;

/* One row, or a heading over the rows that follow, which may have cells of its own. Where no row
 * has a name and there is no corner, as on a board of cards, there is no side, and headings stand
 * over the cells and have none. */
typedef struct
{
  const char *id; /* what it stands for, to those who made the matrix; differs from all others */
  const char *name;
  const char *detail; /* (nullable): smaller, below the name */
  const char *total;  /* (nullable): for the column of totals: "counts once" */
  guint level;        /* how far it is indented */
  gboolean is_heading;
} StreekMatrixRow;

typedef struct
{
  const char *id;
  const char *name;
  const char *group; /* (nullable): one heading stands over neighbours of the same group */
  const char *total; /* (nullable): for the row of totals */
} StreekMatrixColumn;

/* A colour with its meaning, and a pattern where there is no colour. After eight they come again:
 * then, and where one has a sign of its own, a letter stands in each. */
typedef struct
{
  const char *name;
  const char *sign; /* (nullable): one or two letters */
} StreekMatrixCategory;

/* What stands where; a place that is not mentioned is EMPTY, so that no cell says it is. A GAP has
 * no category. */
typedef struct
{
  guint row;
  guint column;
  StreekMatrixKind kind;
  const char *text;    /* (nullable): lines, with line feeds between them */
  const char *details; /* (nullable): what more there is to say, when it is pointed at */
  int category;        /* index, STREEK_MATRIX_NONE: none */
  int source;          /* index, STREEK_MATRIX_NONE: none; printed as a number from 1 */
  const char *id;      /* (nullable): what this cell itself stands for: a card of a board */
  const StreekTextSpan
    *spans; /* (array length=n_spans) (nullable): words of @text that are marked */
  guint n_spans;
} StreekMatrixCell;

/* All of a matrix; lent for the time of streek_matrix_new(). */
typedef struct
{
  const char *title;
  const char *context;      /* (nullable): which period, which areas */
  const char *source;       /* (nullable): the source line */
  const char *const *notes; /* (nullable) NULL-terminated */
  const char *corner;       /* (nullable): what rows are: "Thema" */
  guint n_rows;
  const StreekMatrixRow *rows;
  guint n_columns;
  const StreekMatrixColumn *columns;
  guint n_cells;
  const StreekMatrixCell *cells;
  guint n_categories;
  const StreekMatrixCategory *categories;
  guint n_sources;
  const char *const *sources; /* numbered from 1 on paper */
  /* (nullable) (array length=n_sources): what each leads to, to those who made the matrix */
  const char *const *source_ids;
  const char *total_title; /* (nullable): "Totaal": over and beside the totals */
  const char *nothing; /* (nullable): what there is to do where there are no rows or no columns … */
  gboolean needs_cells; /* … and on paper also where no cell is filled */
  /* (nullable): what a kind is called in the legend, in place of our own word */
  const char *kind_names[STREEK_N_MATRIX_KINDS];
} StreekMatrixSpec;

/* Immutable, counted atomically: laid out in any thread. */
typedef struct _StreekMatrix StreekMatrix;

/* Copies all of @spec. STREEK_FIGURE_ERROR_NO_DATA where there are no rows or no columns. */
StreekMatrix *streek_matrix_new (const StreekMatrixSpec *spec, GError **error);
StreekMatrix *streek_matrix_ref (StreekMatrix *matrix);
void streek_matrix_unref (StreekMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMatrix, streek_matrix_unref)

const char *streek_matrix_get_title (const StreekMatrix *matrix);
const char *streek_matrix_get_context (const StreekMatrix *matrix); /* (nullable) */
const char *const *streek_matrix_get_notes (const StreekMatrix *matrix);
/* How many rows and columns, how many cells are filled, which columns are empty. */
const char *streek_matrix_get_description (const StreekMatrix *matrix);
guint streek_matrix_get_n_rows (const StreekMatrix *matrix);
guint streek_matrix_get_n_columns (const StreekMatrix *matrix);
const char *streek_matrix_get_row_id (const StreekMatrix *matrix, guint row);
const char *streek_matrix_get_column_id (const StreekMatrix *matrix, guint column);
/* (nullable) */
const char *streek_matrix_get_cell_id (const StreekMatrix *matrix, guint row, guint column);
/* (nullable): what the source of a cell leads to */
const char *streek_matrix_get_source_id (const StreekMatrix *matrix, guint row, guint column);
int streek_matrix_find_row (const StreekMatrix *matrix, const char *id); /* -1: none */
int streek_matrix_find_column (const StreekMatrix *matrix, const char *id);
gboolean streek_matrix_is_heading (const StreekMatrix *matrix, guint row);
gboolean streek_matrix_has_cells (const StreekMatrix *matrix,
                                  guint row); /* any that is not empty */
StreekMatrixKind streek_matrix_get_kind (const StreekMatrix *matrix, guint row, guint column);

/* The table twin: a row for each row, a column for each column, its heading in front. */
StreekTable *streek_matrix_get_table (const StreekMatrix *matrix);
/* (transfer full): "Mobiliteit, RESOC Westhoek: adviseren": what a screen reader hears of a place;
 * @row and @column may be STREEK_GRID_HEADING. A first line, and what more there is below it. */
char *streek_matrix_describe (const StreekMatrix *matrix, int row, int column);

/* For a window. */
StreekGridDrawing *streek_matrix_layout (const StreekMatrix *matrix,
                                         const StreekGridOptions *options);
/* For paper: head and side on each page; rows and columns that are too many go on on the next one,
 * a cell is never cut; the numbered sources follow. @sheet: size, language and whatever is not the
 * matrix's own. Returns: (element-type StreekScene) or NULL with STREEK_FIGURE_ERROR_TOO_SMALL */
GPtrArray *streek_matrix_layout_pages (const StreekMatrix *matrix,
                                       const StreekSheet *sheet,
                                       gboolean grey,
                                       GError **error);
