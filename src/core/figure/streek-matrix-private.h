/* streek-matrix-private.h: what the files of the matrix share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-grid-private.h"
#include "figure/streek-matrix.h"

struct _StreekMatrix
{
  gatomicrefcount refs;
  GStringChunk *words; /* owns every text below */
  char *title;
  char *context;
  char *source;
  char *corner;
  char *total_title;
  char *needed; /* (nullable): what paper says where no cell is filled */
  char **notes; /* NULL-terminated, may be empty; owned itself */
  guint n_rows;
  StreekMatrixRow *rows;
  guint n_columns;
  StreekMatrixColumn *columns;
  StreekMatrixCell *cells; /* (array length=n_rows * n_columns): row by row */
  guint n_categories;
  StreekMatrixCategory *categories; /* each with its sign, where any has one */
  guint n_sources;
  char **sources;
  char **source_ids;                               /* (array length=n_sources), each (nullable) */
  const char *kind_names[STREEK_N_MATRIX_KINDS];   /* never NULL */
  gboolean kinds_are_named[STREEK_N_MATRIX_KINDS]; /* by those who made it */
  gboolean has_side;                               /* rows have names */
  gboolean has_row_totals;
  gboolean has_column_totals;
  StreekTable *table;
  char *description;
};

static inline const StreekMatrixCell *
streek_matrix_get_cell (const StreekMatrix *matrix, guint row, guint column)
{
  return &matrix->cells[row * matrix->n_columns + column];
}

StreekTable *streek_matrix_make_table (const StreekMatrix *matrix);
char *streek_matrix_make_description (const StreekMatrix *matrix);
/* (transfer full): what stands in the cell, with the number of its source raised; may be "" */
char *streek_matrix_dup_cell_text (const StreekMatrix *matrix, guint row, guint column);

/* A matrix in letters of one size: how wide and how high everything is. A column of totals comes
 * after the others, and so does a row of them. */
typedef struct
{
  StreekChartPen pen;
  const StreekMatrix *matrix;
  guint n_rows; /* with the totals; on paper a row that is higher than a page is several */
  guint *of;    /* (array length=n_rows): the row of the matrix; after its last one: the totals */
  guint8 *goes_on; /* (array length=n_rows): not 0 where it began on the page before */
  guint n_columns; /* with the totals */
  double side_width;
  double *least; /* (array length=n_columns): narrower cannot be read */
  double *whole; /* narrower would break a word */
  double *wanted;
  double *natural; /* on as few lines as its words have themselves */
  double side_natural;
  double *widths;
  double group_height; /* 0: no column is in a group */
  double head_height;  /* with that of the groups */
  guint8 *begins;  /* (array length=n_columns + 1): not 0 where a page begins with this column */
  double *heights; /* (array length=n_rows) */
  StreekTextRun **heads;
  StreekTextRun **names;
  StreekTextRun **details; /* NULL where a row has none */
  StreekTextRun **cells;   /* (array length=n_rows * n_columns): NULL where nothing is written */
} StreekMatrixPlan;

/* Measures what columns want; @pen is copied. */
StreekMatrixPlan *streek_matrix_plan_new (const StreekMatrix *matrix, const StreekChartPen *pen);
void streek_matrix_plan_free (StreekMatrixPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMatrixPlan, streek_matrix_plan_free)
/* The side takes at most this. */
void streek_matrix_plan_set_side (StreekMatrixPlan *plan, double most);
/* Gives columns @first up to @end their widths; FALSE where @width is less than they need. */
gboolean streek_matrix_plan_fit (StreekMatrixPlan *plan, guint first, guint end, double width);
/* As wide as they can be read, whatever the window has. */
void streek_matrix_plan_spread (StreekMatrixPlan *plan);
/* Gives what side and columns leave of @width to where words wrap; @evenly: and then to all, so
 * that nothing is left. */
void streek_matrix_plan_fill (StreekMatrixPlan *plan, double width, gboolean evenly);
/* When words are set: rows that are higher than @room become several that are not. */
void streek_matrix_plan_split (StreekMatrixPlan *plan, double room);
/* When all widths are known: sets the words and finds the heights. */
void streek_matrix_plan_set_words (StreekMatrixPlan *plan);
double streek_matrix_plan_sum_widths (const StreekMatrixPlan *plan, guint first, guint end);
double streek_matrix_plan_sum_heights (const StreekMatrixPlan *plan, guint first, guint end);

guint streek_matrix_plan_find_group_end (const StreekMatrixPlan *plan, guint first);
double streek_matrix_get_indent (const StreekMatrixPlan *plan, guint row);
/* The room left of the words of a cell: for its colour or its sign. */
double streek_matrix_get_strip (const StreekMatrixPlan *plan, const StreekMatrixCell *cell);

/* A part of the columns and of the rows, from @x and @y on; @plan->pen.builder takes it. */
void streek_matrix_draw_corner (StreekMatrixPlan *plan, double x, double y);
void streek_matrix_draw_head (StreekMatrixPlan *plan, guint first, guint end, double x, double y);
void streek_matrix_draw_side (StreekMatrixPlan *plan, guint first, guint end, double x, double y);
void streek_matrix_draw_body (StreekMatrixPlan *plan,
                              guint first_row,
                              guint end_row,
                              guint first_column,
                              guint end_column,
                              double x,
                              double y);
/* What colours, signs and hatches mean. Returns: its height, 0 where there is nothing to say */
double streek_matrix_draw_legend (StreekMatrixPlan *plan, StreekRect frame, gboolean draws);
/* (transfer full) (element-type StreekTextRun): "3. Streekpact 2008–2013, p. 12" */
GPtrArray *streek_matrix_set_sources (const StreekMatrixPlan *plan, double width);
