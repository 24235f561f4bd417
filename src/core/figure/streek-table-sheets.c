/* streek-table-sheets.c: a table on as many pages as it needs, the header row on each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-table-sheets-private.h"

#include <glib/gi18n-lib.h>

#define CELL_PADDING_PT STREEK_TABLE_PADDING_PT
#define ROW_PADDING_PT 2.2
#define HEADING_GAP_PT 5.0
#define LEAST_TABLE_PT 72.0 /* else it begins on the next page */
#define LONG_ROW 0.33       /* of a page: what is higher may go on on the next one */
#define LEAST_START_PT 60.0 /* and is not begun for less */
#define MAX_RUNS (1 + STREEK_TABLE_MAX_BELOW)

/* What stands in one cell: its own text, and those of the columns below it. */
typedef struct
{
  StreekTextRun *runs[MAX_RUNS];
  gboolean is_pale[MAX_RUNS];
  guint n_runs;
  guint n_lines;
} Cell;

typedef struct
{
  StreekTableSheetPlan plan;
  const StreekSheet *sheet;
  StreekSheetTopFunc draw_top; /* (nullable) */
  gpointer top_data;
  guint part;
  guint row;
  guint *done; /* (array length=n_columns): lines of the row that stand on pages before */
  Cell *cells; /* (array length=n_columns): of the row at hand, also on the pages it goes on on */
  Cell *head;  /* (array length=n_columns): of the header row */
  gboolean goes_on;
} Pages;

/* Cells */

static gboolean
is_on_page (const Pages *self, guint column)
{
  const StreekTableSheetPart *part =
    &g_array_index (self->plan.parts, StreekTableSheetPart, self->part);

  return column == 0 || (column >= part->first && column < part->end);
}

/* What took the place of what a column says; -1: nothing. */
static int
find_newer (const StreekTable *table, guint column)
{
  for (guint i = 0; i < streek_table_get_n_columns (table); i++)
    if (streek_table_get_column_replaced (table, i) == (int) column)
      return (int) i;

  return -1;
}

/* (nullable): the words of a text that were struck, or that are new: it is held against that of the
 * column that has the other one. */
static GArray *
find_marks (const Pages *self, int row, guint column, const char *text)
{
  const StreekTable *table = self->plan.table;
  int old = streek_table_get_column_replaced (table, column), new = find_newer (table, column);

  if (row < 0 || *text == '\0' || (old < 0 && new < 0))
    return NULL;

  g_autofree char *other =
    streek_table_sheet_dup_text (&self->plan, row, (guint) (old >= 0 ? old : new));
  g_autoptr (StreekWordDiff) diff =
    old >= 0 ? streek_word_diff_new (other, text) : streek_word_diff_new (text, other);

  return *other != '\0' ? g_array_ref (old >= 0 ? diff->came : diff->struck) : NULL;
}

static StreekTextRun *
set_text (const Pages *self,
          int row,
          guint of,
          const char *text,
          StreekFont font,
          const StreekTableSheetColumn *column)
{
  double width = column->width - 2 * CELL_PADDING_PT + 0.5;
  g_autoptr (GArray) marks = find_marks (self, row, of, text);

  return marks != NULL && marks->len > 0
           ? streek_typesetter_set_marked (self->plan.typesetter, font, text, width,
                                           (const StreekTextSpan *) marks->data, marks->len)
           : streek_typesetter_set_wrapped (self->plan.typesetter, font, text, width, 0,
                                            column->is_number ? STREEK_ALIGN_END
                                                              : STREEK_ALIGN_START);
}

static void
add_run (Pages *self, Cell *cell, int row, guint of, const StreekTableSheetColumn *column)
{
  gboolean is_below = cell->n_runs > 0 || of != column->column;
  StreekTableSheetFont font = is_below  ? STREEK_TABLE_BELOW_FONT
                              : row < 0 ? STREEK_TABLE_HEAD_FONT
                                        : STREEK_TABLE_CELL_FONT;
  g_autofree char *text = streek_table_sheet_dup_text (&self->plan, row, of);

  if (*text == '\0' && of != column->column)
    return;

  StreekTextRun *run =
    set_text (self, row, of, text, streek_table_sheet_get_font (&self->plan, font), column);

  cell->is_pale[cell->n_runs] = of != column->column;
  cell->runs[cell->n_runs++] = run;
  cell->n_lines += streek_text_run_get_n_lines (run);
}

static void
clear_cells (const Pages *self, Cell *cells)
{
  for (guint i = 0; i < self->plan.n_columns; i++)
    {
      Cell *cell = &cells[i];

      for (guint j = 0; j < cell->n_runs; j++)
        streek_text_run_unref (cell->runs[j]);

      *cell = (Cell){ .n_runs = 0 };
    }
}

/* Of a cell, from line @first on, at most @room: how high, and up to which line. */
static double
measure_cell (const Cell *cell, guint first, double room, guint *end)
{
  double height = 0;
  guint line = 0;

  *end = first;

  for (guint i = 0; i < cell->n_runs; i++)
    for (guint l = 0; l < streek_text_run_get_n_lines (cell->runs[i]); l++, line++)
      {
        double own = streek_text_run_get_lines_height (cell->runs[i], l, l + 1);

        if (line < first)
          continue;
        if (height + own > room + 0.01)
          return height;

        height += own;
        *end = line + 1;
      }

  return height;
}

static void
set_row (Pages *self, int row)
{
  clear_cells (self, self->cells);

  for (guint i = 0; i < self->plan.n_columns; i++)
    {
      const StreekTableSheetColumn *column = &self->plan.columns[i];

      if (!is_on_page (self, i))
        continue;

      add_run (self, &self->cells[i], row, column->column, column);
      for (guint j = 0; j < column->n_below; j++)
        add_run (self, &self->cells[i], row, column->below[j], column);
    }
}

/* Of what is left of the row. */
static double
measure_row (const Pages *self)
{
  double highest = 0;
  guint end;

  for (guint i = 0; i < self->plan.n_columns; i++)
    highest = MAX (highest, measure_cell (&self->cells[i], self->done[i], G_MAXDOUBLE, &end));

  return highest + 2 * ROW_PADDING_PT;
}

static void
draw_run (StreekSceneBuilder *builder,
          const StreekTableSheetColumn *column,
          StreekTextRun *run,
          StreekColor color,
          double y,
          int row)
{
  double x = column->x + CELL_PADDING_PT;

  if (column->is_number)
    x = column->x + column->width - CELL_PADDING_PT - streek_text_run_get_width (run);

  streek_scene_builder_add_text (
    builder, run, (StreekPoint){ x, y + streek_text_run_get_ascent (run) }, color, NULL, row);
}

/* Lines @first up to @end of a cell. */
static void
draw_cell (StreekSceneBuilder *builder,
           const StreekTableSheetColumn *column,
           const Cell *cell,
           guint first,
           guint end,
           double y,
           int row)
{
  guint line = 0;

  for (guint i = 0; i < cell->n_runs; i++)
    {
      guint n = streek_text_run_get_n_lines (cell->runs[i]);
      guint from = CLAMP (first, line, line + n) - line, to = CLAMP (end, line, line + n) - line;
      StreekColor color = cell->is_pale[i] ? STREEK_SHEET_PALE_INK : STREEK_SHEET_INK;

      if (from < to)
        {
          g_autoptr (StreekTextRun) part = from == 0 && to == n
                                             ? streek_text_run_ref (cell->runs[i])
                                             : streek_text_run_slice (cell->runs[i], from, to);

          draw_run (builder, column, part, color, y, row);
          y += streek_text_run_get_height (part);
        }

      line += n;
    }
}

static void
draw_line (const Pages *self, StreekSceneBuilder *builder, double y, gboolean is_strong)
{
  StreekStroke line = { is_strong ? STREEK_SHEET_INK : STREEK_SHEET_LINE, is_strong ? 0.8 : 0.3, 0,
                        0 };

  streek_scene_builder_add_rule (builder, (StreekPoint){ self->plan.frame.x, y },
                                 (StreekPoint){ self->plan.frame.x + self->plan.frame.width, y },
                                 &line, -1);
}

/* What a row is that goes on: the beginning of its first cell once more. */
static double
draw_key_again (Pages *self, StreekSceneBuilder *builder, double y, int row)
{
  const StreekTableSheetColumn *column = &self->plan.columns[0];
  const Cell *cell = &self->cells[0];

  if (cell->n_runs == 0 || self->done[0] < cell->n_lines)
    return 0;

  g_autoptr (StreekTextRun) run = streek_typesetter_set_wrapped (
    self->plan.typesetter, streek_table_sheet_get_font (&self->plan, STREEK_TABLE_BELOW_FONT),
    streek_text_run_get_text (cell->runs[0]), column->width - 2 * CELL_PADDING_PT + 0.5, 4,
    STREEK_ALIGN_START);

  draw_run (builder, column, run, STREEK_SHEET_PALE_INK, y, row);

  return streek_text_run_get_height (run);
}

/* As much of the row as @room takes, a line of each cell at least. Returns: its height; FALSE in
 * @is_whole where some is left. */
static double
draw_row (
  Pages *self, StreekSceneBuilder *builder, double y, double room, int row, gboolean *is_whole)
{
  double highest = 0;

  *is_whole = TRUE;
  if (self->goes_on && row >= 0)
    highest = draw_key_again (self, builder, y + ROW_PADDING_PT, row);

  for (guint i = 0; i < self->plan.n_columns; i++)
    {
      const Cell *cell = &self->cells[i];
      guint first = MIN (self->done[i], cell->n_lines), end;
      double height = measure_cell (cell, first, room - 2 * ROW_PADDING_PT, &end);

      if (end == first && first < cell->n_lines)
        height = measure_cell (cell, first, G_MAXDOUBLE, &end), end = first + 1;

      draw_cell (builder, &self->plan.columns[i], cell, first, end, y + ROW_PADDING_PT, row);
      highest = MAX (highest, height);
      self->done[i] = end;
      *is_whole = *is_whole && end >= cell->n_lines;
    }

  highest = MIN (highest + 2 * ROW_PADDING_PT, MAX (room, 0));
  draw_line (self, builder, y + highest, row < 0);

  return highest;
}

static void
forget_done (Pages *self)
{
  for (guint i = 0; i < self->plan.n_columns; i++)
    self->done[i] = 0;

  self->goes_on = FALSE;
}

/* Groups */

/* The group that a row is in, -1: none. */
static int
find_group (const Pages *self, guint row)
{
  guint n = streek_table_get_n_groups (self->plan.table);
  int found = -1;

  for (guint i = 0; i < n && streek_table_get_group (self->plan.table, i)->first_row <= row; i++)
    found = (int) i;

  return found;
}

static gboolean
begins_group (const Pages *self, guint row)
{
  int group = find_group (self, row);

  return group >= 0 && streek_table_get_group (self->plan.table, (guint) group)->first_row == row;
}

/* Across the page. Returns its height; @builder: (nullable): only measured */
static double
add_text_across (const Pages *self,
                 StreekSceneBuilder *builder,
                 StreekTableSheetFont font,
                 StreekColor color,
                 const char *text,
                 double y)
{
  g_autoptr (StreekTextRun) run = streek_typesetter_set_wrapped (
    self->plan.typesetter, streek_table_sheet_get_font (&self->plan, font), text,
    self->plan.frame.width - 2 * CELL_PADDING_PT, 0, STREEK_ALIGN_START);

  if (builder != NULL)
    streek_scene_builder_add_text (
      builder, run,
      (StreekPoint){ self->plan.frame.x + CELL_PADDING_PT, y + streek_text_run_get_ascent (run) },
      color, NULL, -1);

  return streek_text_run_get_height (run);
}

/* The heading over a group, again at the top of each page that it goes on on. Returns its height;
 * @builder: (nullable): only measured */
static double
add_group_heading (
  const Pages *self, StreekSceneBuilder *builder, guint row, gboolean goes_on, double y)
{
  int index = find_group (self, row);

  if (index < 0)
    return 0;

  const StreekTableGroup *group = streek_table_get_group (self->plan.table, (guint) index);
  g_autofree char *heading =
    /* Translators: the heading of a group of rows that began on the page before. */
    goes_on ? g_strdup_printf (_ ("%s, continued"), group->heading) : g_strdup (group->heading);
  double height = HEADING_GAP_PT;

  height +=
    add_text_across (self, builder, STREEK_TABLE_GROUP_FONT, STREEK_SHEET_INK, heading, y + height);
  if (group->detail != NULL && !goes_on)
    height += add_text_across (self, builder, STREEK_TABLE_CELL_FONT, STREEK_SHEET_PALE_INK,
                               group->detail, y + height);
  height += ROW_PADDING_PT;

  if (builder != NULL)
    {
      StreekStroke line = { STREEK_SHEET_INK, 0.5, 0, 0 };

      streek_scene_builder_add_rule (
        builder, (StreekPoint){ self->plan.frame.x, y + height },
        (StreekPoint){ self->plan.frame.x + self->plan.frame.width, y + height }, &line, -1);
    }

  return height;
}

/* Pages */

/* Which of several parts of the columns this page is of, and the header row. Returns: below them */
static double
add_head (Pages *self, StreekSceneBuilder *builder)
{
  double y = self->plan.frame.y;
  gboolean is_whole;

  if (self->plan.parts->len > 1)
    {
      /* Translators: over a table that is too wide for the paper: which part of its columns. */
      g_autofree char *text =
        g_strdup_printf (_ ("Columns: part %1$u of %2$u"), self->part + 1, self->plan.parts->len);

      y += add_text_across (self, builder, STREEK_TABLE_CELL_FONT, STREEK_SHEET_PALE_INK, text, y);
    }

  g_autofree guint *done = g_memdup2 (self->done, self->plan.n_columns * sizeof *self->done);
  Cell *cells = self->cells;

  for (guint i = 0; i < self->plan.n_columns; i++)
    self->done[i] = 0;
  self->cells = self->head;
  set_row (self, -1);
  y += draw_row (self, builder, y, self->plan.frame.height, -1, &is_whole);
  self->cells = cells;

  for (guint i = 0; i < self->plan.n_columns; i++)
    self->done[i] = done[i];

  return y;
}

/* Whether a row is begun here and goes on on the next page. */
static gboolean
may_begin (const Pages *self, double height, double rest)
{
  return height > LONG_ROW * self->plan.frame.height && rest > LEAST_START_PT;
}

/* Fills a page from where the one before ended. A heading is never the last thing on a page. */
static void
add_page (Pages *self, StreekSceneBuilder *builder)
{
  guint n_rows = streek_table_get_n_rows (self->plan.table), first = self->row;
  double bottom = self->plan.frame.y + self->plan.frame.height;
  double y = add_head (self, builder);

  while (self->row < n_rows)
    {
      guint row = self->row;
      gboolean has_heading = row == first || begins_group (self, row);
      gboolean goes_on = has_heading && (!begins_group (self, row) || self->goes_on);
      double over = has_heading ? add_group_heading (self, NULL, row, goes_on, y) : 0;

      if (!self->goes_on) /* a text of a hundred pages is set once, and not on each of them */
        set_row (self, (int) row);

      double height = measure_row (self), rest = bottom - y - over;
      gboolean is_whole;

      if (height > rest && row > first && !may_begin (self, height, rest))
        break;

      if (has_heading)
        add_group_heading (self, builder, row, goes_on, y);
      y += over;
      y += draw_row (self, builder, y, rest, (int) row, &is_whole);

      if (!is_whole)
        {
          self->goes_on = TRUE;
          break;
        }

      forget_done (self);
      self->row++;
    }
}

/* What stands over the table, and the table under it. */
static void
add_first_page (Pages *self, StreekSceneBuilder *builder)
{
  if (self->draw_top == NULL)
    {
      add_page (self, builder);
      return;
    }

  StreekRect whole = self->plan.frame;
  double height = self->draw_top (builder, self->plan.typesetter, whole, self->top_data);

  self->plan.frame.y += height;
  self->plan.frame.height -= height;
  if (streek_table_get_n_rows (self->plan.table) > 0 && self->plan.frame.height > LEAST_TABLE_PT)
    add_page (self, builder);
  self->plan.frame = whole;
}

/* The next part of the columns begins on a page of its own. */
static gboolean
has_more (Pages *self)
{
  if (self->row < streek_table_get_n_rows (self->plan.table))
    return TRUE;
  if (self->part + 1 >= self->plan.parts->len)
    return FALSE;

  self->part++;
  self->row = 0;
  streek_table_sheet_place (&self->plan, self->part);

  return streek_table_get_n_rows (self->plan.table) > 0;
}

/* @n_pages: as many as there are, which stands on each of them; 0: they are only counted */
static GPtrArray *
lay_out (Pages *self, guint n_pages)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_scene_unref);

  self->part = self->row = 0;
  forget_done (self);
  streek_table_sheet_place (&self->plan, 0);

  do
    {
      StreekSceneBuilder *builder = streek_scene_builder_new (self->sheet->size);

      streek_sheet_begin (self->sheet, builder, self->plan.typesetter, pages->len,
                          MAX (n_pages, pages->len + 1));
      streek_scene_builder_push_group (builder, "table", self->sheet->title);
      if (pages->len == 0)
        add_first_page (self, builder);
      else
        add_page (self, builder);
      streek_scene_builder_pop_group (builder);
      g_ptr_array_add (pages, streek_scene_builder_end (builder));
    }
  while (has_more (self));

  return pages;
}

/* Notes */

/* "x: confidential · …: not yet available": what the signs in the table stand for. */
static char *
explain_signs (const StreekTableSheetPlan *plan)
{
  g_autoptr (GString) signs = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < plan->n_picked; i++)
    {
      guint column = plan->picked[i];

      if (streek_table_get_column_type (plan->table, column) != STREEK_COLUMN_NUMBER)
        continue;

      for (guint row = 0; row < streek_table_get_n_rows (plan->table); row++)
        if (!streek_table_sheet_is_silent (plan->table, row, column))
          seen |= 1u << streek_table_get_missing (plan->table, row, column);
    }

  for (guint kind = STREEK_MISSING_UNKNOWN; kind <= STREEK_MISSING_BELOW_COVERAGE; kind++)
    if ((seen & (1u << kind)) != 0)
      g_string_append_printf (signs, "%s%s: %s", signs->len > 0 ? " · " : "",
                              streek_missing_get_sign ((StreekMissing) kind),
                              streek_missing_get_label ((StreekMissing) kind));

  return signs->len > 0 ? g_string_free (g_steal_pointer (&signs), FALSE) : NULL;
}

/* The notes of the sheet, with the signs before them and what is left out behind them. */
static GStrv
dup_notes (const StreekTableSheetPlan *plan,
           const StreekSheet *sheet,
           const char *const *column_ids)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *signs = explain_signs (plan);
  g_autofree char *empty = streek_table_sheet_explain_empty (plan, column_ids);
  gboolean has_marks = FALSE;

  for (guint i = 0; i < plan->n_picked; i++)
    has_marks = has_marks || find_newer (plan->table, plan->picked[i]) >= 0;

  if (signs != NULL)
    g_strv_builder_add (notes, signs);
  if (has_marks)
    g_strv_builder_add (notes, streek_text_spans_explain ());
  if (sheet->notes != NULL)
    g_strv_builder_addv (notes, (const char **) sheet->notes);
  if (empty != NULL)
    g_strv_builder_add (notes, empty);

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
 * A row that is higher than a page goes on on the next one; nothing is cut off.
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
  StreekSheet noted = *sheet;
  Pages self = { .plan = { .table = table, .format = format, .typesetter = typesetter, .scale = 1 },
                 .sheet = &noted,
                 .draw_top = draw_top,
                 .top_data = data };
  GPtrArray *pages = NULL;

  if (streek_table_sheet_pick (&self.plan, column_ids))
    {
      g_auto (GStrv) notes = dup_notes (&self.plan, sheet, column_ids);

      noted.notes = (const char *const *) notes;
      self.plan.frame = streek_sheet_measure (&noted, typesetter);
      streek_table_sheet_arrange (&self.plan);
      self.done = g_new0 (guint, self.plan.n_columns);
      self.cells = g_new0 (Cell, self.plan.n_columns);
      self.head = g_new0 (Cell, self.plan.n_columns);

      g_autoptr (GPtrArray) counted = lay_out (&self, 0);

      pages = lay_out (&self, counted->len);
      clear_cells (&self, self.cells);
      clear_cells (&self, self.head);
      g_free (self.cells);
      g_free (self.head);
      g_free (self.done);
    }
  else
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                         _ ("There is no table to print."));

  streek_table_sheet_clear (&self.plan);

  return pages;
}
