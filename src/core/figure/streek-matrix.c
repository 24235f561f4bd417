/* streek-matrix.c: words in rows and columns, such as roles by theme and by body */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-matrix-private.h"

#include <glib/gi18n-lib.h>

static char *
keep (StreekMatrix *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->words, text) : NULL;
}

static void
take_words (StreekMatrix *self, const StreekMatrixSpec *spec)
{
  self->title = keep (self, spec->title);
  self->context = keep (self, spec->context);
  self->source = keep (self, spec->source);
  self->needed = spec->needs_cells ? keep (self, spec->nothing) : NULL;
  self->corner = keep (self, spec->corner != NULL ? spec->corner : "");
  self->total_title = keep (self, spec->total_title != NULL ? spec->total_title : "");
  self->notes = spec->notes != NULL ? g_strdupv ((GStrv) spec->notes) : g_new0 (char *, 1);
  self->n_sources = spec->n_sources;
  self->sources = g_new0 (char *, spec->n_sources + 1);
  self->source_ids = g_new0 (char *, spec->n_sources + 1);

  for (guint i = 0; i < spec->n_sources; i++)
    {
      self->sources[i] = keep (self, spec->sources[i]);
      self->source_ids[i] = spec->source_ids != NULL ? keep (self, spec->source_ids[i]) : NULL;
    }
}

static void
take_rows (StreekMatrix *self, const StreekMatrixSpec *spec)
{
  self->n_rows = spec->n_rows;
  self->rows = g_new0 (StreekMatrixRow, spec->n_rows);
  self->has_side = *self->corner != '\0';

  for (guint i = 0; i < spec->n_rows; i++)
    {
      const StreekMatrixRow *row = &spec->rows[i];

      self->rows[i] = (StreekMatrixRow){ keep (self, row->id),
                                         keep (self, row->name),
                                         keep (self, row->detail),
                                         keep (self, row->total),
                                         row->level,
                                         row->is_heading };
      self->has_row_totals |= row->total != NULL;
      self->has_side |= !row->is_heading && *row->name != '\0';
    }
}

static void
take_columns (StreekMatrix *self, const StreekMatrixSpec *spec)
{
  self->n_columns = spec->n_columns;
  self->columns = g_new0 (StreekMatrixColumn, spec->n_columns);

  for (guint i = 0; i < spec->n_columns; i++)
    {
      const StreekMatrixColumn *column = &spec->columns[i];

      self->columns[i] =
        (StreekMatrixColumn){ keep (self, column->id), keep (self, column->name),
                              keep (self, column->group), keep (self, column->total) };
      self->has_column_totals |= column->total != NULL;
    }
}

/* FALSE where a place is taken twice or lies nowhere, which is a mistake of ours. */
static gboolean
take_cells (StreekMatrix *self, const StreekMatrixSpec *spec)
{
  gsize n = (gsize) spec->n_rows * spec->n_columns;

  self->cells = g_new0 (StreekMatrixCell, n);

  for (gsize i = 0; i < n; i++)
    self->cells[i] = (StreekMatrixCell){ .row = (guint) (i / spec->n_columns),
                                         .column = (guint) (i % spec->n_columns),
                                         .category = STREEK_MATRIX_NONE,
                                         .source = STREEK_MATRIX_NONE };

  for (guint i = 0; i < spec->n_cells; i++)
    {
      const StreekMatrixCell *cell = &spec->cells[i];

      g_return_val_if_fail (cell->row < spec->n_rows && cell->column < spec->n_columns, FALSE);
      g_return_val_if_fail (cell->category < (int) spec->n_categories, FALSE);
      g_return_val_if_fail (cell->source < (int) spec->n_sources, FALSE);
      g_return_val_if_fail (self->has_side || !spec->rows[cell->row].is_heading, FALSE);
      /* nothing stands there: a gap has a sign of its own, and no colour besides */
      g_return_val_if_fail (cell->kind != STREEK_MATRIX_EMPTY, FALSE);
      g_return_val_if_fail (cell->kind != STREEK_MATRIX_GAP || cell->category < 0, FALSE);

      StreekMatrixCell *place = &self->cells[cell->row * spec->n_columns + cell->column];

      *place = *cell;
      place->text = cell->text != NULL && *cell->text != '\0' ? keep (self, cell->text) : NULL;
      place->details = keep (self, cell->details);
      place->id = keep (self, cell->id);
      place->spans = cell->n_spans > 0 && place->text != NULL
                       ? g_memdup2 (cell->spans, cell->n_spans * sizeof *cell->spans)
                       : NULL;
      place->n_spans = place->spans != NULL ? cell->n_spans : 0;
    }

  return TRUE;
}

/* Eight colours can be told apart; where there are more kinds, each has a letter as well. */
static void
take_categories (StreekMatrix *self, const StreekMatrixSpec *spec)
{
  gboolean has_signs = spec->n_categories > STREEK_N_SERIES_COLORS;

  self->n_categories = spec->n_categories;
  self->categories = g_new0 (StreekMatrixCategory, spec->n_categories);

  for (guint i = 0; i < spec->n_categories; i++)
    has_signs |= spec->categories[i].sign != NULL;

  for (guint i = 0; i < spec->n_categories; i++)
    {
      const char letter[] = { (char) ('A' + i % 26), '\0' };
      const char *sign = spec->categories[i].sign;

      self->categories[i].name = keep (self, spec->categories[i].name);
      self->categories[i].sign = has_signs ? keep (self, sign != NULL ? sign : letter) : NULL;
    }
}

static void
take_kind_names (StreekMatrix *self, const StreekMatrixSpec *spec)
{
  const char *const names[STREEK_N_MATRIX_KINDS] = {
    [STREEK_MATRIX_EMPTY] = C_ ("matrix", "nothing"),
    [STREEK_MATRIX_ORDINARY] = C_ ("matrix", "applies"),
    [STREEK_MATRIX_EMPHASISED] = C_ ("matrix", "emphasised"),
    [STREEK_MATRIX_INHERITED] = C_ ("matrix", "inherited"),
    [STREEK_MATRIX_GAP] = C_ ("matrix", "missing"),
    [STREEK_MATRIX_MUTED] = C_ ("matrix", "not described"),
    [STREEK_MATRIX_UNKNOWN] = C_ ("matrix", "not entered"),
  };

  for (guint i = 0; i < STREEK_N_MATRIX_KINDS; i++)
    {
      self->kinds_are_named[i] = spec->kind_names[i] != NULL;
      self->kind_names[i] =
        keep (self, spec->kind_names[i] != NULL ? spec->kind_names[i] : names[i]);
    }
}

/**
 * streek_matrix_new:
 * @spec: rows, columns, cells and words; copied
 * @error: return location for %STREEK_FIGURE_ERROR_NO_DATA
 *
 * Returns: (transfer full): the matrix, or %NULL with @error set where it would be empty
 */
StreekMatrix *
streek_matrix_new (const StreekMatrixSpec *spec, GError **error)
{
  g_return_val_if_fail (spec != NULL && spec->title != NULL, NULL);

  if (spec->n_rows == 0 || spec->n_columns == 0)
    {
      g_set_error_literal (
        error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
        spec->nothing != NULL ? spec->nothing : _ ("This matrix has no rows or no columns yet."));
      return NULL;
    }

  g_autoptr (StreekMatrix) self = g_new0 (StreekMatrix, 1);

  g_atomic_ref_count_init (&self->refs);
  self->words = g_string_chunk_new (4096);
  take_words (self, spec);
  take_rows (self, spec);
  take_columns (self, spec);
  take_categories (self, spec);
  take_kind_names (self, spec);

  if (!take_cells (self, spec))
    return NULL;

  self->table = streek_matrix_make_table (self);
  self->description = streek_matrix_make_description (self);

  return g_steal_pointer (&self);
}

StreekMatrix *
streek_matrix_ref (StreekMatrix *matrix)
{
  g_atomic_ref_count_inc (&matrix->refs);

  return matrix;
}

void
streek_matrix_unref (StreekMatrix *matrix)
{
  if (!g_atomic_ref_count_dec (&matrix->refs))
    return;

  g_clear_pointer (&matrix->table, streek_table_unref);
  g_free (matrix->description);
  g_free (matrix->rows);
  g_free (matrix->columns);
  for (gsize i = 0; i < (gsize) matrix->n_rows * matrix->n_columns; i++)
    g_free ((gpointer) matrix->cells[i].spans);

  g_free (matrix->cells);
  g_free (matrix->categories);
  g_free (matrix->sources);
  g_free (matrix->source_ids);
  g_strfreev (matrix->notes);
  g_string_chunk_free (matrix->words);
  g_free (matrix);
}

const char *
streek_matrix_get_title (const StreekMatrix *matrix)
{
  return matrix->title;
}

const char *
streek_matrix_get_context (const StreekMatrix *matrix)
{
  return matrix->context;
}

const char *const *
streek_matrix_get_notes (const StreekMatrix *matrix)
{
  return (const char *const *) matrix->notes;
}

const char *
streek_matrix_get_description (const StreekMatrix *matrix)
{
  return matrix->description;
}

guint
streek_matrix_get_n_rows (const StreekMatrix *matrix)
{
  return matrix->n_rows;
}

guint
streek_matrix_get_n_columns (const StreekMatrix *matrix)
{
  return matrix->n_columns;
}

const char *
streek_matrix_get_row_id (const StreekMatrix *matrix, guint row)
{
  g_return_val_if_fail (row < matrix->n_rows, NULL);

  return matrix->rows[row].id;
}

const char *
streek_matrix_get_column_id (const StreekMatrix *matrix, guint column)
{
  g_return_val_if_fail (column < matrix->n_columns, NULL);

  return matrix->columns[column].id;
}

const char *
streek_matrix_get_source_id (const StreekMatrix *matrix, guint row, guint column)
{
  g_return_val_if_fail (row < matrix->n_rows && column < matrix->n_columns, NULL);

  int source = streek_matrix_get_cell (matrix, row, column)->source;

  return source != STREEK_MATRIX_NONE ? matrix->source_ids[source] : NULL;
}

const char *
streek_matrix_get_cell_id (const StreekMatrix *matrix, guint row, guint column)
{
  g_return_val_if_fail (row < matrix->n_rows && column < matrix->n_columns, NULL);

  return streek_matrix_get_cell (matrix, row, column)->id;
}

int
streek_matrix_find_row (const StreekMatrix *matrix, const char *id)
{
  for (guint i = 0; i < matrix->n_rows; i++)
    if (g_strcmp0 (matrix->rows[i].id, id) == 0)
      return (int) i;

  return -1;
}

int
streek_matrix_find_column (const StreekMatrix *matrix, const char *id)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    if (g_strcmp0 (matrix->columns[i].id, id) == 0)
      return (int) i;

  return -1;
}

gboolean
streek_matrix_is_heading (const StreekMatrix *matrix, guint row)
{
  g_return_val_if_fail (row < matrix->n_rows, FALSE);

  return matrix->rows[row].is_heading;
}

gboolean
streek_matrix_has_cells (const StreekMatrix *matrix, guint row)
{
  g_return_val_if_fail (row < matrix->n_rows, FALSE);

  for (guint column = 0; column < matrix->n_columns; column++)
    if (streek_matrix_get_cell (matrix, row, column)->kind != STREEK_MATRIX_EMPTY)
      return TRUE;

  return FALSE;
}

StreekMatrixKind
streek_matrix_get_kind (const StreekMatrix *matrix, guint row, guint column)
{
  g_return_val_if_fail (row < matrix->n_rows && column < matrix->n_columns, STREEK_MATRIX_EMPTY);

  return streek_matrix_get_cell (matrix, row, column)->kind;
}

StreekTable *
streek_matrix_get_table (const StreekMatrix *matrix)
{
  return matrix->table;
}
