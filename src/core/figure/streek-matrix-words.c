/* streek-matrix-words.c: a matrix in words: its table twin, its description, one of its places */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-matrix-private.h"

#include <glib/gi18n-lib.h>

static void
append_raised (GString *text, guint number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  if (number >= 10)
    append_raised (text, number / 10);

  g_string_append (text, digits[number % 10]);
}

char *
streek_matrix_dup_cell_text (const StreekMatrix *matrix, guint row, guint column)
{
  const StreekMatrixCell *cell = streek_matrix_get_cell (matrix, row, column);
  GString *text = g_string_new (cell->text);

  if (cell->source != STREEK_MATRIX_NONE)
    append_raised (text, (guint) cell->source + 1);

  return g_string_free (text, FALSE);
}

static void
append_words (GString *words, const char *text, const char *between)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (words, "%s%s", words->len > 0 ? between : "", text);
}

/* What a cell says to those who do not see its colour: "trekker: leidt het overleg; gemeld". */
static char *
dup_words (const StreekMatrix *self, const StreekMatrixCell *cell)
{
  GString *words = g_string_new (NULL);
  const char *category =
    cell->category != STREEK_MATRIX_NONE ? self->categories[cell->category].name : NULL;
  g_auto (GStrv) lines = g_strsplit (cell->text != NULL ? cell->text : "", "\n", -1);

  if (cell->kind >= STREEK_MATRIX_GAP)
    append_words (words, self->kind_names[cell->kind], "; ");

  /* many say in words what their colour means */
  if (cell->text == NULL || category == NULL || !g_str_has_prefix (cell->text, category))
    append_words (words, category, "; ");

  for (guint i = 0; lines[i] != NULL; i++)
    append_words (words, lines[i], i == 0 && category != NULL ? ": " : "; ");

  if (cell->kind == STREEK_MATRIX_EMPHASISED || cell->kind == STREEK_MATRIX_INHERITED ||
      (cell->kind != STREEK_MATRIX_EMPTY && words->len == 0))
    append_words (words, self->kind_names[cell->kind], ", ");

  return g_string_free (words, FALSE);
}

/* The table twin */

static void
add_columns (const StreekMatrix *self, StreekTable *table, gboolean has_groups)
{
  if (has_groups)
    streek_table_add_column (table, "group", C_ ("matrix", "Group"), STREEK_COLUMN_TEXT, NULL, 0);

  if (self->has_side)
    streek_table_add_column (table, "row", self->corner, STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const StreekMatrixColumn *column = &self->columns[i];
      g_autofree char *title = column->group != NULL
                                 ? g_strdup_printf ("%s: %s", column->group, column->name)
                                 : g_strdup (column->name);

      streek_table_add_column (table, column->id, title, STREEK_COLUMN_TEXT, NULL, 0);
    }

  if (self->has_row_totals)
    streek_table_add_column (table, "total", self->total_title, STREEK_COLUMN_TEXT, NULL, 0);
}

/* Of the matrix itself, after what stands in front of its rows. */
static guint
find_first_column (const StreekMatrix *self, const StreekTable *table)
{
  return (streek_table_find_column (table, "group") >= 0) + (self->has_side ? 1 : 0);
}

static void
set_cell (const StreekMatrix *self,
          StreekTable *table,
          guint row,
          guint column,
          const StreekMatrixCell *cell)
{
  g_autofree char *words = dup_words (self, cell);

  if (cell->source != STREEK_MATRIX_NONE)
    {
      g_autofree char *numbered = g_strdup_printf ("%s [%d]", words, cell->source + 1);

      streek_table_set_text (table, row, column, g_strchug (numbered));
    }
  else
    streek_table_set_text (table, row, column, words);

  if (cell->details != NULL)
    streek_table_set_note (table, row, column, cell->details);
}

static void
add_row (const StreekMatrix *self, StreekTable *table, guint index, const char *group)
{
  const StreekMatrixRow *row = &self->rows[index];
  guint at = streek_table_add_row (table);
  g_autofree char *name = row->detail != NULL ? g_strdup_printf ("%s (%s)", row->name, row->detail)
                                              : g_strdup (row->name);

  guint first = find_first_column (self, table);

  if (streek_table_find_column (table, "group") >= 0)
    streek_table_set_text (table, at, 0, group != NULL ? group : "");
  if (self->has_side)
    streek_table_set_text (table, at, first - 1, name);

  for (guint i = 0; i < self->n_columns; i++)
    set_cell (self, table, at, first + i, streek_matrix_get_cell (self, index, i));

  if (self->has_row_totals && row->total != NULL)
    streek_table_set_text (table, at, first + self->n_columns, row->total);
}

static void
add_totals (const StreekMatrix *self, StreekTable *table)
{
  guint at = streek_table_add_row (table), first = find_first_column (self, table);

  if (first > 0)
    streek_table_set_text (table, at, first - 1, self->total_title);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].total != NULL)
      streek_table_set_text (table, at, first + i, self->columns[i].total);
}

StreekTable *
streek_matrix_make_table (const StreekMatrix *self)
{
  StreekTable *table = streek_table_new ();
  const char *group = NULL;
  gboolean has_groups = FALSE;

  for (guint i = 0; i < self->n_rows; i++)
    has_groups |= self->rows[i].is_heading;

  add_columns (self, table, has_groups);

  for (guint i = 0; i < self->n_rows; i++)
    {
      if (self->rows[i].is_heading)
        group = self->rows[i].name;
      if (!self->rows[i].is_heading || streek_matrix_has_cells (self, i))
        add_row (self, table, i, group);
    }

  if (self->has_column_totals)
    add_totals (self, table);

  for (guint i = 0; i < self->n_sources; i++)
    {
      g_autofree char *source = g_strdup_printf ("[%u] %s", i + 1, self->sources[i]);

      streek_table_add_remark (table, source);
    }

  return table;
}

/* The description */

/* The names of columns in which nothing stands, NULL where there are none. */
static char *
dup_empty_columns (const StreekMatrix *self)
{
  GString *names = g_string_new (NULL);

  for (guint column = 0; column < self->n_columns; column++)
    {
      gboolean is_empty = TRUE;

      for (guint row = 0; row < self->n_rows && is_empty; row++)
        is_empty = streek_matrix_get_cell (self, row, column)->kind == STREEK_MATRIX_EMPTY;

      if (is_empty)
        append_words (names, self->columns[column].name, ", ");
    }

  return g_string_free (names, names->len == 0);
}

static void
append_sentence (GString *text, char *sentence)
{
  append_words (text, sentence, " ");
  g_free (sentence);
}

char *
streek_matrix_make_description (const StreekMatrix *self)
{
  guint counts[STREEK_N_MATRIX_KINDS] = { 0 }, n_headings = 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    counts[self->cells[i].kind]++;

  for (guint i = 0; i < self->n_rows; i++)
    n_headings += self->rows[i].is_heading;

  guint n_rows = self->n_rows - n_headings;
  guint n_filled = counts[STREEK_MATRIX_ORDINARY] + counts[STREEK_MATRIX_EMPHASISED] +
                   counts[STREEK_MATRIX_INHERITED];
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns =
    g_strdup_printf (ngettext ("%u column", "%u columns", self->n_columns), self->n_columns);
  g_autofree char *empty = dup_empty_columns (self);

  append_sentence (
    text,
    /* Translators: %1$s is the title of a matrix, %2$s is "12 rows", %3$s is
     * "8 columns", %4$u how many cells */
    g_strdup_printf (ngettext ("Matrix: %1$s. %2$s by %3$s, %4$u cell filled.",
                               "Matrix: %1$s. %2$s by %3$s, %4$u cells filled.", n_filled),
                     self->title, rows, columns, n_filled));

  for (StreekMatrixKind kind = STREEK_MATRIX_INHERITED; kind < STREEK_N_MATRIX_KINDS; kind++)
    if (counts[kind] > 0)
      append_sentence (
        text,
        /* Translators: %1$u cells of a matrix are of the kind %2$s ("missing") */
        g_strdup_printf (ngettext ("%1$u cell: %2$s.", "%1$u cells: %2$s.", counts[kind]),
                         counts[kind], self->kind_names[kind]));

  if (empty != NULL)
    /* Translators: %s are names of columns of a matrix */
    append_sentence (text, g_strdup_printf (_ ("Nothing stands in: %s."), empty));

  return g_string_free (text, FALSE);
}

/* One place */

static char *
describe_row (const StreekMatrix *self, guint index)
{
  const StreekMatrixRow *row = &self->rows[index];
  GString *text = g_string_new (row->name);

  append_words (text, row->detail, "\n");

  if (row->total != NULL)
    g_string_append_printf (text, "\n%s: %s", self->total_title, row->total);

  return g_string_free (text, FALSE);
}

static char *
describe_column (const StreekMatrix *self, guint index)
{
  const StreekMatrixColumn *column = &self->columns[index];
  GString *text = g_string_new (column->name);

  append_words (text, column->group, "\n");

  if (column->total != NULL)
    g_string_append_printf (text, "\n%s: %s", self->total_title, column->total);

  return g_string_free (text, FALSE);
}

/**
 * streek_matrix_describe:
 * @row: a row, or %STREEK_GRID_HEADING for the head of @column
 * @column: a column, or %STREEK_GRID_HEADING for the head of @row
 *
 * Returns: (transfer full): one line on what stands there, and below it what more is known, its
 *   source among it
 */
char *
streek_matrix_describe (const StreekMatrix *matrix, int row, int column)
{
  g_return_val_if_fail (row < (int) matrix->n_rows && column < (int) matrix->n_columns, NULL);
  g_return_val_if_fail (row >= 0 || column >= 0, NULL);

  if (row < 0)
    return describe_column (matrix, (guint) column);
  if (column < 0)
    return describe_row (matrix, (guint) row);

  const StreekMatrixCell *cell = streek_matrix_get_cell (matrix, (guint) row, (guint) column);
  g_autofree char *words = dup_words (matrix, cell);
  GString *text = g_string_new (NULL);

  const char *said = *words != '\0' ? words : matrix->kind_names[STREEK_MATRIX_EMPTY];

  if (*matrix->rows[row].name != '\0')
    /* Translators: a place of a matrix: its row, its column, and what stands there */
    g_string_append_printf (text, _ ("%1$s, %2$s: %3$s"), matrix->rows[row].name,
                            matrix->columns[column].name, said);
  else
    g_string_append_printf (text, "%s: %s", matrix->columns[column].name, said);

  append_words (text, cell->details, "\n");

  if (cell->source != STREEK_MATRIX_NONE)
    {
      g_autofree char *source =
        /* Translators: where a statement comes from: its number and the source */
        g_strdup_printf (_ ("Source %1$d: %2$s"), cell->source + 1, matrix->sources[cell->source]);

      append_words (text, source, "\n");
    }

  return g_string_free (text, FALSE);
}
