/* streek-table-sheets.c: a table on as many pages as it needs, the header row on each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-table-sheets.h"

#include <glib/gi18n-lib.h>

#define CELL_PADDING_PT 4.0
#define ROW_PADDING_PT 2.2
#define LINE_PT 10.5 /* of a cell, with some room to spare */
#define HEADING_GAP_PT 5.0
#define LEAST_COLUMN_PT 34.0
#define LEAST_TABLE_PT 72.0 /* else it begins on the next page */

static const StreekFont head_font = { 8.5, STREEK_WEIGHT_BOLD, FALSE };
static const StreekFont group_font = { 9.5, STREEK_WEIGHT_BOLD, FALSE };
static const StreekFont cell_font = { 8.5, STREEK_WEIGHT_NORMAL, FALSE };

typedef struct
{
  guint column;
  gboolean is_number;
  double natural; /* width of its widest cell on one line */
  double width;
  double x;
} Column;

typedef struct
{
  const StreekTable *table;
  const StreekFormat *format;
  StreekTypesetter *typesetter;
  Column *columns;
  guint n_columns;
  StreekRect frame;
  StreekSheetTopFunc draw_top; /* (nullable) */
  gpointer top_data;
  guint max_lines; /* of a cell: a row is never higher than a page */
} TableLayout;

static gboolean
is_number_column (const StreekTable *table, guint column)
{
  StreekColumnType type = streek_table_get_column_type (table, column);

  return type == STREEK_COLUMN_NUMBER || type == STREEK_COLUMN_INTEGER;
}

static double
measure_text (TableLayout *self, StreekFont font, const char *text)
{
  g_autoptr (StreekTextRun) run = streek_typesetter_set (self->typesetter, font, text);

  return streek_text_run_get_width (run);
}

static void
measure_column (TableLayout *self, Column *column)
{
  guint n_rows = streek_table_get_n_rows (self->table);

  column->is_number = is_number_column (self->table, column->column);
  column->natural =
    measure_text (self, head_font, streek_table_get_column_title (self->table, column->column));

  /* a long heading of a narrow column of figures wraps */
  if (column->is_number)
    column->natural = MIN (column->natural, 70);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text =
        streek_table_format_cell (self->table, row, column->column, self->format);

      column->natural = MAX (column->natural, measure_text (self, cell_font, text));
    }

  column->natural += 2 * CELL_PADDING_PT;
  column->width = column->natural;
}

static double
sum_widths (const TableLayout *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].width;

  return sum;
}

/* Takes from the widest column of text until all fit; figures are never broken. */
static void
fit_columns (TableLayout *self)
{
  double over;

  while ((over = sum_widths (self) - self->frame.width) > 0.01)
    {
      Column *widest = NULL;

      for (guint i = 0; i < self->n_columns; i++)
        if (!self->columns[i].is_number &&
            (widest == NULL || self->columns[i].width > widest->width))
          widest = &self->columns[i];

      if (widest == NULL || widest->width <= LEAST_COLUMN_PT)
        break;

      widest->width = MAX (widest->width - MAX (over / self->n_columns, 1), LEAST_COLUMN_PT);
    }

  double x = self->frame.x;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].x = x;
      x += self->columns[i].width;
    }
}

static StreekTextRun *
set_cell (TableLayout *self, StreekFont font, const char *text, const Column *column)
{
  return streek_typesetter_set_wrapped (self->typesetter, font, text,
                                        column->width - 2 * CELL_PADDING_PT + 0.5, self->max_lines,
                                        column->is_number ? STREEK_ALIGN_END : STREEK_ALIGN_START);
}

/* One row of runs, NULL-free; @row -1 is the header. Returns its height. */
static double
set_row (TableLayout *self, int row, StreekTextRun **runs)
{
  double highest = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];
      g_autofree char *text =
        row < 0 ? g_strdup (streek_table_get_column_title (self->table, column->column))
                : streek_table_format_cell (self->table, (guint) row, column->column, self->format);

      runs[i] = set_cell (self, row < 0 ? head_font : cell_font, text, column);
      highest = MAX (highest, streek_text_run_get_height (runs[i]));
    }

  return highest + 2 * ROW_PADDING_PT;
}

/* Draws a row and lets go of its runs. */
static void
add_row (TableLayout *self,
         StreekSceneBuilder *builder,
         StreekTextRun **runs,
         double y,
         double height,
         int row)
{
  StreekStroke line = { row < 0 ? STREEK_SHEET_INK : STREEK_SHEET_LINE, row < 0 ? 0.8 : 0.3, 0, 0 };

  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];
      double x = column->x + CELL_PADDING_PT;

      if (column->is_number)
        x = column->x + column->width - CELL_PADDING_PT - streek_text_run_get_width (runs[i]);

      streek_scene_builder_add_text (
        builder, runs[i],
        (StreekPoint){ x, y + ROW_PADDING_PT + streek_text_run_get_ascent (runs[i]) },
        STREEK_SHEET_INK, NULL, row);
      g_clear_pointer (&runs[i], streek_text_run_unref);
    }

  streek_scene_builder_add_rule (builder, (StreekPoint){ self->frame.x, y + height },
                                 (StreekPoint){ self->frame.x + self->frame.width, y + height },
                                 &line, -1);
}

/* The group that a row is in, -1: none. */
static int
find_group (const TableLayout *self, guint row)
{
  guint n = streek_table_get_n_groups (self->table);
  int found = -1;

  for (guint i = 0; i < n && streek_table_get_group (self->table, i)->first_row <= row; i++)
    found = (int) i;

  return found;
}

static gboolean
begins_group (const TableLayout *self, guint row)
{
  int group = find_group (self, row);

  return group >= 0 && streek_table_get_group (self->table, (guint) group)->first_row == row;
}

/* Across the page. Returns its height; @builder: (nullable): only measured */
static double
add_text_across (TableLayout *self,
                 StreekSceneBuilder *builder,
                 StreekFont font,
                 StreekColor color,
                 const char *text,
                 double y)
{
  g_autoptr (StreekTextRun) run = streek_typesetter_set_wrapped (
    self->typesetter, font, text, self->frame.width - 2 * CELL_PADDING_PT, 0, STREEK_ALIGN_START);

  if (builder != NULL)
    streek_scene_builder_add_text (
      builder, run,
      (StreekPoint){ self->frame.x + CELL_PADDING_PT, y + streek_text_run_get_ascent (run) }, color,
      NULL, -1);

  return streek_text_run_get_height (run);
}

/* The heading over a group, again at the top of each page that it goes on on. Returns its height;
 * @builder: (nullable): only measured */
static double
add_group_heading (
  TableLayout *self, StreekSceneBuilder *builder, guint row, gboolean goes_on, double y)
{
  int index = find_group (self, row);

  if (index < 0)
    return 0;

  const StreekTableGroup *group = streek_table_get_group (self->table, (guint) index);
  g_autofree char *heading =
    /* Translators: the heading of a group of rows that began on the page before. */
    goes_on ? g_strdup_printf (_ ("%s, continued"), group->heading) : g_strdup (group->heading);
  double height = HEADING_GAP_PT;

  height += add_text_across (self, builder, group_font, STREEK_SHEET_INK, heading, y + height);
  if (group->detail != NULL && !goes_on)
    height +=
      add_text_across (self, builder, cell_font, STREEK_SHEET_PALE_INK, group->detail, y + height);
  height += ROW_PADDING_PT;

  if (builder != NULL)
    {
      StreekStroke line = { STREEK_SHEET_INK, 0.5, 0, 0 };

      streek_scene_builder_add_rule (builder, (StreekPoint){ self->frame.x, y + height },
                                     (StreekPoint){ self->frame.x + self->frame.width, y + height },
                                     &line, -1);
    }

  return height;
}

static void
clear_runs (const TableLayout *self, StreekTextRun **runs)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&runs[i], streek_text_run_unref);
}

/* Fills a page from @row; returns the first row of the next one. A heading is never the last thing
 * on a page. */
static guint
add_page (TableLayout *self, StreekSceneBuilder *builder, guint row)
{
  g_autofree StreekTextRun **runs = g_new0 (StreekTextRun *, self->n_columns);
  guint n_rows = streek_table_get_n_rows (self->table);
  double bottom = self->frame.y + self->frame.height;
  double height = set_row (self, -1, runs), y = self->frame.y;
  guint first = row;

  add_row (self, builder, runs, y, height, -1);

  for (y += height; row < n_rows; row++)
    {
      gboolean has_heading = row == first || begins_group (self, row);
      gboolean goes_on = has_heading && !begins_group (self, row);
      double over = has_heading ? add_group_heading (self, NULL, row, goes_on, y) : 0;

      height = set_row (self, (int) row, runs);

      if (y + over + height > bottom && row > first)
        {
          clear_runs (self, runs);
          break;
        }

      if (has_heading)
        add_group_heading (self, builder, row, goes_on, y);
      y += over;
      add_row (self, builder, runs, y, height, (int) row);
      y += height;
    }

  return row;
}

/* What stands over the table, and the table under it; returns the first row of the next page. */
static guint
add_first_page (TableLayout *self, StreekSceneBuilder *builder)
{
  if (self->draw_top == NULL)
    return add_page (self, builder, 0);

  StreekRect whole = self->frame;
  double height = self->draw_top (builder, self->typesetter, whole, self->top_data);
  guint row = 0;

  self->frame.y += height;
  self->frame.height -= height;
  if (streek_table_get_n_rows (self->table) > 0 && self->frame.height > LEAST_TABLE_PT)
    row = add_page (self, builder, 0);
  self->frame = whole;

  return row;
}

/* The number of pages stands on each of them, so that all are laid out before any is kept. */
static guint
count_pages (TableLayout *self, StreekSize size)
{
  guint n = 0, row = 0;

  do
    {
      g_autoptr (StreekSceneBuilder) builder = streek_scene_builder_new (size);

      row = n == 0 ? add_first_page (self, builder) : add_page (self, builder, row);
      n++;
    }
  while (row < streek_table_get_n_rows (self->table));

  return n;
}

/* A column of text in which nothing stands takes no room on paper. */
static gboolean
is_empty_column (const StreekTable *table, guint column)
{
  guint n_rows = streek_table_get_n_rows (table);

  if (streek_table_get_column_type (table, column) != STREEK_COLUMN_TEXT)
    return FALSE;

  for (guint row = 0; row < n_rows; row++)
    {
      const char *text = streek_table_get_text (table, row, column);

      if (text != NULL && text[0] != '\0')
        return FALSE;
    }

  return n_rows > 0;
}

/* What headings say is not said again in each row. */
static void
pick_column (TableLayout *self, guint column)
{
  if (!is_empty_column (self->table, column) &&
      streek_table_get_group_column (self->table) != (int) column)
    self->columns[self->n_columns++].column = column;
}

static gboolean
pick_columns (TableLayout *self, const char *const *column_ids, GError **error)
{
  guint n_all = streek_table_get_n_columns (self->table);

  self->columns = g_new0 (Column, n_all);

  for (guint i = 0; column_ids == NULL && i < n_all; i++)
    pick_column (self, i);

  for (guint i = 0; column_ids != NULL && column_ids[i] != NULL && i < n_all; i++)
    {
      int column = streek_table_find_column (self->table, column_ids[i]);

      if (column >= 0)
        pick_column (self, (guint) column);
    }

  if (self->n_columns > 0)
    return TRUE;

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                       _ ("There is no table to print."));

  return FALSE;
}

/* "x: confidential · …: not yet available": what the signs in the table stand for. */
static char *
explain_signs (const TableLayout *self)
{
  g_autoptr (GString) signs = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint column = self->columns[i].column;

      if (streek_table_get_column_type (self->table, column) != STREEK_COLUMN_NUMBER)
        continue;

      for (guint row = 0; row < streek_table_get_n_rows (self->table); row++)
        seen |= 1u << streek_table_get_missing (self->table, row, column);
    }

  for (guint kind = STREEK_MISSING_UNKNOWN; kind <= STREEK_MISSING_BELOW_COVERAGE; kind++)
    if ((seen & (1u << kind)) != 0)
      g_string_append_printf (signs, "%s%s: %s", signs->len > 0 ? " · " : "",
                              streek_missing_get_sign ((StreekMissing) kind),
                              streek_missing_get_label ((StreekMissing) kind));

  return signs->len > 0 ? g_string_free (g_steal_pointer (&signs), FALSE) : NULL;
}

/* The notes of the sheet, with the signs before them. */
static GStrv
dup_notes (const TableLayout *self, const StreekSheet *sheet)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *signs = explain_signs (self);

  if (signs != NULL)
    g_strv_builder_add (notes, signs);

  if (sheet->notes != NULL)
    g_strv_builder_addv (notes, (const char **) sheet->notes);

  return g_strv_builder_end (notes);
}

/**
 * streek_table_sheets_layout:
 * @column_ids: (nullable) (array zero-terminated=1)
 *
 * Returns: (transfer full) (element-type StreekScene): the pages, or %NULL with a
 *   #StreekFigureError
 */
GPtrArray *
streek_table_sheets_layout (const StreekTable *table,
                            const char *const *column_ids,
                            const StreekFormat *format,
                            const StreekSheet *sheet,
                            GError **error)
{
  return streek_table_sheets_layout_under (table, column_ids, format, sheet, NULL, NULL, error);
}

/**
 * streek_table_sheets_layout_under:
 * @draw_top: (nullable): what stands over the table on the first page
 *
 * Returns: (transfer full) (element-type StreekScene): the pages, or %NULL with a
 *   #StreekFigureError
 */
GPtrArray *
streek_table_sheets_layout_under (const StreekTable *table,
                                  const char *const *column_ids,
                                  const StreekFormat *format,
                                  const StreekSheet *sheet,
                                  StreekSheetTopFunc draw_top,
                                  gpointer data,
                                  GError **error)
{
  g_return_val_if_fail (table != NULL && format != NULL && sheet != NULL, NULL);

  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  TableLayout self = { .table = table,
                       .format = format,
                       .typesetter = typesetter,
                       .draw_top = draw_top,
                       .top_data = data };
  gboolean picked = pick_columns (&self, column_ids, error);
  g_autofree Column *columns = self.columns;

  if (!picked)
    return NULL;

  g_auto (GStrv) notes = dup_notes (&self, sheet);
  StreekSheet noted = *sheet;

  noted.notes = (const char *const *) notes;
  self.frame = streek_sheet_measure (&noted, typesetter);
  /* under something else there may be little room on the first page */
  self.max_lines = draw_top != NULL ? 4 : (guint) MAX (0.7 * self.frame.height / LINE_PT, 4);

  for (guint i = 0; i < self.n_columns; i++)
    measure_column (&self, &columns[i]);

  fit_columns (&self);

  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);
  guint n_pages = count_pages (&self, sheet->size), row = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      StreekSceneBuilder *builder = streek_scene_builder_new (sheet->size);

      streek_sheet_begin (&noted, builder, typesetter, page, n_pages);
      streek_scene_builder_push_group (builder, "table", sheet->title);
      row = page == 0 ? add_first_page (&self, builder) : add_page (&self, builder, row);
      streek_scene_builder_pop_group (builder);
      g_ptr_array_add (pages, streek_scene_builder_end (builder));
    }

  return g_steal_pointer (&pages);
}
