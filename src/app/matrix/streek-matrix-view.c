/* streek-matrix-view.c: a matrix in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matrix/streek-matrix-view.h"

struct _StreekMatrixView
{
  StreekGridView parent_instance;
};

G_DEFINE_FINAL_TYPE (StreekMatrixView, streek_matrix_view, STREEK_TYPE_GRID_VIEW)

static GPtrArray *
make_pages (gpointer data, const StreekPaper *paper, GCancellable *cancellable, GError **error)
{
  StreekSheetWords words = { .title = (char *) streek_matrix_get_title (data) };
  StreekSheet sheet = streek_paper_make_sheet (paper, &words);

  return streek_matrix_layout_pages (data, &sheet, paper->grey, error);
}

static StreekTable *
lend_table (gpointer data, GCancellable *cancellable, GError **error)
{
  return streek_table_ref (streek_matrix_get_table (data));
}

StreekPrintout *
streek_printout_new_matrix (StreekMatrix *matrix)
{
  g_return_val_if_fail (matrix != NULL, NULL);

  return streek_printout_new (streek_matrix_get_title (matrix), make_pages, lend_table,
                              streek_matrix_ref (matrix), (GDestroyNotify) streek_matrix_unref);
}

static gpointer
ref_matrix (gpointer figure)
{
  return streek_matrix_ref (figure);
}

static void
unref_matrix (gpointer figure)
{
  streek_matrix_unref (figure);
}

static const char *
get_title (gconstpointer figure)
{
  return streek_matrix_get_title (figure);
}

static char *
dup_description (gconstpointer figure)
{
  g_autofree char *notes = g_strjoinv (" ", (GStrv) streek_matrix_get_notes (figure));

  return g_strchomp (g_strdup_printf ("%s %s", streek_matrix_get_description (figure), notes));
}

static StreekGridDrawing *
lay_out (gconstpointer figure, const StreekGridOptions *options)
{
  return streek_matrix_layout (figure, options);
}

static char *
describe (gconstpointer figure, const StreekGridSpot *spot)
{
  return streek_matrix_describe (figure, spot->row, spot->column);
}

static const char *
get_row_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return spot->row >= 0 ? streek_matrix_get_row_id (figure, (guint) spot->row) : NULL;
}

static const char *
get_column_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return spot->column >= 0 ? streek_matrix_get_column_id (figure, (guint) spot->column) : NULL;
}

static const char *
get_item_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return spot->row >= 0 && spot->column >= 0
           ? streek_matrix_get_cell_id (figure, (guint) spot->row, (guint) spot->column)
           : NULL;
}

static const char *
get_source_id (gconstpointer figure, const StreekGridSpot *spot)
{
  return spot->row >= 0 && spot->column >= 0
           ? streek_matrix_get_source_id (figure, (guint) spot->row, (guint) spot->column)
           : NULL;
}

static StreekPrintout *
dup_printout (gconstpointer figure)
{
  return streek_printout_new_matrix ((StreekMatrix *) figure);
}

static void
streek_matrix_view_class_init (StreekMatrixViewClass *klass)
{
  StreekGridViewClass *view_class = STREEK_GRID_VIEW_CLASS (klass);

  view_class->ref_figure = ref_matrix;
  view_class->unref_figure = unref_matrix;
  view_class->get_title = get_title;
  view_class->dup_description = dup_description;
  view_class->lay_out = lay_out;
  view_class->describe = describe;
  view_class->get_row_id = get_row_id;
  view_class->get_column_id = get_column_id;
  view_class->get_item_id = get_item_id;
  view_class->get_source_id = get_source_id;
  view_class->dup_printout = dup_printout;
}

static void
streek_matrix_view_init (StreekMatrixView *self)
{
}

GtkWidget *
streek_matrix_view_new (void)
{
  return g_object_new (STREEK_TYPE_MATRIX_VIEW, NULL);
}

void
streek_matrix_view_set_matrix (StreekMatrixView *self, StreekMatrix *matrix)
{
  streek_grid_view_set_figure (STREEK_GRID_VIEW (self), matrix);
}

StreekMatrix *
streek_matrix_view_get_matrix (StreekMatrixView *self)
{
  return streek_grid_view_get_figure (STREEK_GRID_VIEW (self));
}
