/* streek-table-sheet-columns.c: which columns of a table go on paper, and how wide they are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-table-sheets-private.h"

#include "figure/streek-column-widths.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EASY_PT 84.0         /* a column of text that is narrower is slow to read */
#define WIDEST_HEAD_PT 70.0  /* a long heading of a narrow column of figures wraps */
#define WIDEST_WORD_PT 108.0 /* where room is short longer ones are broken: some twenty letters */
#define WIDEST_SHARE 0.45    /* of the page for one word */
#define KEY_SHARE 0.24       /* of the page, where there are several parts */

static const double scales[] = { 1, 0.92, 0.84 };

/* Which columns */

/* Nothing stands in it: a text, or where the table says so a number. */
static gboolean
is_empty (const StreekTable *table, guint column)
{
  guint n_rows = streek_table_get_n_rows (table);
  gboolean is_text = streek_table_get_column_type (table, column) == STREEK_COLUMN_TEXT;

  if (!is_text && !streek_table_leaves_out_empty (table))
    return FALSE;

  for (guint row = 0; row < n_rows; row++)
    {
      const char *text = is_text ? streek_table_get_text (table, row, column) : NULL;

      if (is_text ? text != NULL && *text != '\0'
                  : streek_table_get_missing (table, row, column) != STREEK_MISSING_UNKNOWN)
        return FALSE;
    }

  return n_rows > 0;
}

/* What headings say is not said again in each row. */
static gboolean
is_said_by_groups (const StreekTable *table, guint column)
{
  return streek_table_get_group_column (table) == (int) column ||
         streek_table_is_in_headings (table, column);
}

typedef void (*ColumnFunc) (guint column, gpointer data);

static void
foreach_column (const StreekTableSheetPlan *plan,
                const char *const *column_ids,
                ColumnFunc func,
                gpointer data)
{
  guint n_all = streek_table_get_n_columns (plan->table);

  for (guint i = 0; column_ids == NULL && i < n_all; i++)
    func (i, data);

  for (guint i = 0; column_ids != NULL && column_ids[i] != NULL && i < n_all; i++)
    {
      int column = streek_table_find_column (plan->table, column_ids[i]);

      if (column >= 0)
        func ((guint) column, data);
    }
}

static void
pick_column (guint column, gpointer data)
{
  StreekTableSheetPlan *plan = data;

  if (!is_empty (plan->table, column) && !is_said_by_groups (plan->table, column))
    plan->picked[plan->n_picked++] = column;
}

gboolean
streek_table_sheet_pick (StreekTableSheetPlan *plan, const char *const *column_ids)
{
  guint n_all = streek_table_get_n_columns (plan->table);

  plan->picked = g_new0 (guint, MAX (n_all, 1));
  plan->columns = g_new0 (StreekTableSheetColumn, MAX (n_all, 1));
  foreach_column (plan, column_ids, pick_column, plan);

  return plan->n_picked > 0;
}

typedef struct
{
  const StreekTable *table;
  GString *titles;
} Empties;

static void
note_empty (guint column, gpointer data)
{
  Empties *empties = data;

  if (is_empty (empties->table, column) && !is_said_by_groups (empties->table, column))
    g_string_append_printf (empties->titles, "%s“%s”", empties->titles->len > 0 ? ", " : "",
                            streek_table_get_column_title (empties->table, column));
}

char *
streek_table_sheet_explain_empty (const StreekTableSheetPlan *plan, const char *const *column_ids)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  Empties empties = { plan->table, titles };

  if (!streek_table_leaves_out_empty (plan->table))
    return NULL;

  foreach_column (plan, column_ids, note_empty, &empties);

  return titles->len > 0
           /* Translators: %s are heads of columns, between quotes and with commas between them. */
           ? g_strdup_printf (_ ("Left out, because nothing stands in them: %s."), titles->str)
           : NULL;
}

/* What they say */

StreekFont
streek_table_sheet_get_font (const StreekTableSheetPlan *plan, StreekTableSheetFont font)
{
  static const StreekFont fonts[] = {
    [STREEK_TABLE_HEAD_FONT] = { 8.5, STREEK_WEIGHT_BOLD, FALSE },
    [STREEK_TABLE_CELL_FONT] = { 8.5, STREEK_WEIGHT_NORMAL, FALSE },
    [STREEK_TABLE_BELOW_FONT] = { 7.6, STREEK_WEIGHT_NORMAL, FALSE },
    [STREEK_TABLE_GROUP_FONT] = { 9.5, STREEK_WEIGHT_BOLD, FALSE },
  };
  StreekFont scaled = fonts[font];

  scaled.size_pt *= plan->scale;

  return scaled;
}

/* Numbers without their unit say nothing. */
static char *
dup_head (const StreekTable *table, guint column)
{
  const char *title = streek_table_get_column_title (table, column);
  const char *unit = streek_table_get_column_unit (table, column);

  return streek_table_leaves_out_empty (table) && unit != NULL && *unit != '\0'
           ? g_strdup_printf ("%s (%s)", title, unit)
           : g_strdup (title);
}

/* A number that nobody entered in a list is no figure that is unknown: it stays as empty as the
 * words beside it. */
gboolean
streek_table_sheet_is_silent (const StreekTable *table, guint row, guint column)
{
  return streek_table_leaves_out_empty (table) &&
         streek_table_get_column_type (table, column) == STREEK_COLUMN_NUMBER &&
         streek_table_get_missing (table, row, column) == STREEK_MISSING_UNKNOWN;
}

char *
streek_table_sheet_dup_text (const StreekTableSheetPlan *plan, int row, guint column)
{
  const StreekTable *table = plan->table;

  if (row < 0)
    return dup_head (table, column);
  if (streek_table_sheet_is_silent (table, (guint) row, column))
    return g_strdup ("");

  char *text = streek_table_format_cell (table, (guint) row, column, plan->format);
  const char *unit = streek_table_get_unit (table, (guint) row, column);

  gboolean is_in_head = streek_table_leaves_out_empty (table) &&
                        g_strcmp0 (unit, streek_table_get_column_unit (table, column)) == 0;

  if (unit == NULL || *unit == '\0' || is_in_head ||
      streek_table_get_missing (table, (guint) row, column) != STREEK_MISSING_NONE)
    return text;

  g_autofree char *number = text;

  return g_strdup_printf ("%s\u00a0%s", number, unit);
}

static gboolean
is_number_column (const StreekTable *table, guint column)
{
  StreekColumnType type = streek_table_get_column_type (table, column);

  return type == STREEK_COLUMN_NUMBER || type == STREEK_COLUMN_INTEGER;
}

/* How wide */

static double
measure_text (const StreekTableSheetPlan *plan, StreekTableSheetFont font, const char *text)
{
  g_autoptr (StreekTextRun) run =
    streek_typesetter_set (plan->typesetter, streek_table_sheet_get_font (plan, font), text);

  return streek_text_run_get_width (run);
}

/* Only words that can be the widest are set: those that have nearly as many letters as the longest
 * one so far. */
static void
measure_words (const StreekTableSheetPlan *plan,
               StreekTableSheetColumn *column,
               StreekTableSheetFont font,
               const char *text,
               gsize *longest)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n\t");

      if (length > 0 && length + length / 4 >= *longest)
        {
          g_autofree char *word = g_strndup (text, length);

          *longest = MAX (*longest, length);
          column->word = MAX (column->word, measure_text (plan, font, word));
        }

      text += length + (text[length] != '\0');
    }
}

/* Of the cells of one column of the table. */
static void
measure_cells (const StreekTableSheetPlan *plan,
               StreekTableSheetColumn *column,
               guint of,
               StreekTableSheetFont font)
{
  gboolean is_number = is_number_column (plan->table, of);
  gsize longest = 0;

  for (guint row = 0; row < streek_table_get_n_rows (plan->table); row++)
    {
      g_autofree char *text = streek_table_sheet_dup_text (plan, (int) row, of);
      double width = *text != '\0' ? measure_text (plan, font, text) : 0;

      column->natural = MAX (column->natural, width);
      if (is_number)
        column->word = MAX (column->word, width);
      else if (width > column->word)
        measure_words (plan, column, font, text, &longest);
    }
}

static void
measure_head (const StreekTableSheetPlan *plan,
              StreekTableSheetColumn *column,
              guint of,
              StreekTableSheetFont font)
{
  g_autofree char *title = dup_head (plan->table, of);
  double width = measure_text (plan, font, title);
  gsize longest = 0;

  if (is_number_column (plan->table, of))
    width = MIN (width, WIDEST_HEAD_PT * plan->scale);

  column->natural = MAX (column->natural, width);
  measure_words (plan, column, font, title, &longest);
}

static void
measure_column (const StreekTableSheetPlan *plan, StreekTableSheetColumn *column)
{
  double padding = 2 * STREEK_TABLE_PADDING_PT;

  column->is_number = is_number_column (plan->table, column->column);
  column->natural = column->word = 0;
  measure_head (plan, column, column->column, STREEK_TABLE_HEAD_FONT);
  measure_cells (plan, column, column->column, STREEK_TABLE_CELL_FONT);

  for (guint i = 0; i < column->n_below; i++)
    {
      measure_head (plan, column, column->below[i], STREEK_TABLE_BELOW_FONT);
      measure_cells (plan, column, column->below[i], STREEK_TABLE_BELOW_FONT);
    }

  column->natural = MAX (column->natural, column->word) + padding;
  column->word += padding;
}

/* Under which */

static int
find_on_page (const StreekTableSheetPlan *plan, int column)
{
  for (guint i = 0; i < plan->n_columns && column >= 0; i++)
    if (plan->columns[i].column == (guint) column)
      return (int) i;

  return -1;
}

static gboolean
put_below (StreekTableSheetPlan *plan, guint column)
{
  int host = find_on_page (plan, streek_table_get_column_under (plan->table, column));

  if (host < 0 || plan->columns[host].n_below == STREEK_TABLE_MAX_BELOW)
    return FALSE;

  plan->columns[host].below[plan->columns[host].n_below++] = column;

  return TRUE;
}

/* Returns: whether any column stands under another one */
static gboolean
take_columns (StreekTableSheetPlan *plan, gboolean folds)
{
  gboolean any = FALSE;

  plan->n_columns = 0;

  for (guint i = 0; i < plan->n_picked; i++)
    if (folds && put_below (plan, plan->picked[i]))
      any = TRUE;
    else
      plan->columns[plan->n_columns++] = (StreekTableSheetColumn){ .column = plan->picked[i] };

  return any;
}

/* How they fit */

typedef double (*WidthFunc) (const StreekTableSheetPlan *plan,
                             const StreekTableSheetColumn *column);

/* Figures are never broken. */
static double
get_least (const StreekTableSheetPlan *plan, const StreekTableSheetColumn *column)
{
  return column->is_number ? column->word : MIN (column->word, plan->most_word);
}

/* Wide enough to be read with ease. */
static double
get_easy (const StreekTableSheetPlan *plan, const StreekTableSheetColumn *column)
{
  return MIN (column->natural, MAX (get_least (plan, column), EASY_PT * plan->scale));
}

static double
sum (const StreekTableSheetPlan *plan, WidthFunc func)
{
  double total = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    total += func (plan, &plan->columns[i]);

  return total;
}

static gboolean
try_arrangement (StreekTableSheetPlan *plan, gboolean folds, double scale, WidthFunc func)
{
  plan->scale = scale;
  if (!take_columns (plan, folds) && folds)
    return FALSE;

  for (guint i = 0; i < plan->n_columns; i++)
    measure_column (plan, &plan->columns[i]);

  return sum (plan, func) <= plan->frame.width + 0.01;
}

static void
add_part (StreekTableSheetPlan *plan, guint first, guint end)
{
  StreekTableSheetPart part = { first, end };

  g_array_append_val (plan->parts, part);
}

/* The first column, which says what a row is, is on the pages of each part. */
static double
get_key_width (const StreekTableSheetPlan *plan)
{
  return MIN (plan->columns[0].natural, KEY_SHARE * plan->frame.width);
}

static void
part_columns (StreekTableSheetPlan *plan)
{
  double room = plan->frame.width - get_key_width (plan), taken = 0;
  guint first = 1;

  for (guint i = 1; i < plan->n_columns; i++)
    {
      double width = get_easy (plan, &plan->columns[i]);

      if (i > first && taken + width > room)
        {
          add_part (plan, first, i);
          first = i;
          taken = 0;
        }

      taken += width;
    }

  add_part (plan, first, plan->n_columns);
}

/* What says what a row is, where the table knows it. */
static void
put_key_first (StreekTableSheetPlan *plan)
{
  int key = find_on_page (plan, streek_table_get_key_column (plan->table));

  if (key <= 0)
    return;

  StreekTableSheetColumn column = plan->columns[key];

  memmove (&plan->columns[1], &plan->columns[0], (gsize) key * sizeof column);
  plan->columns[0] = column;
}

/**
 * streek_table_sheet_arrange:
 *
 * Columns stand beside each other where all can be read with ease; else those that may stand under
 * another one do; else letters get smaller, by a sixth at most; else very long words are broken;
 * else the table has several parts beside each other.
 */
void
streek_table_sheet_arrange (StreekTableSheetPlan *plan)
{
  plan->parts = g_array_new (FALSE, FALSE, sizeof (StreekTableSheetPart));
  plan->most_word = plan->frame.width * WIDEST_SHARE;

  gboolean fits =
    try_arrangement (plan, FALSE, 1, get_easy) || try_arrangement (plan, TRUE, 1, get_easy) ||
    try_arrangement (plan, TRUE, 1, get_least) || try_arrangement (plan, FALSE, 1, get_least);

  for (guint i = 1; i < G_N_ELEMENTS (scales) && !fits; i++)
    fits = try_arrangement (plan, TRUE, scales[i], get_least) ||
           try_arrangement (plan, FALSE, scales[i], get_least);

  if (!fits)
    plan->most_word = WIDEST_WORD_PT;
  fits = fits || try_arrangement (plan, TRUE, scales[1], get_least) ||
         try_arrangement (plan, FALSE, scales[1], get_least);

  if (fits || plan->n_columns < 2)
    {
      add_part (plan, 0, plan->n_columns);
      return;
    }

  put_key_first (plan);
  part_columns (plan);
}

void
streek_table_sheet_place (StreekTableSheetPlan *plan, guint index)
{
  const StreekTableSheetPart *part = &g_array_index (plan->parts, StreekTableSheetPart, index);
  guint n = part->end - part->first;
  g_autofree double *least = g_new (double, n);
  g_autofree double *natural = g_new (double, n);
  g_autofree double *widths = g_new (double, n);
  double x = plan->frame.x, room = plan->frame.width;

  if (part->first > 0)
    {
      plan->columns[0].x = x;
      plan->columns[0].width = get_key_width (plan);
      x += plan->columns[0].width;
      room -= plan->columns[0].width;
    }

  for (guint i = 0; i < n; i++)
    {
      least[i] = get_least (plan, &plan->columns[part->first + i]);
      natural[i] = plan->columns[part->first + i].natural;
    }

  streek_column_widths_share (least, natural, n, room, widths);

  for (guint i = 0; i < n; i++)
    {
      plan->columns[part->first + i].x = x;
      plan->columns[part->first + i].width = widths[i];
      x += widths[i];
    }
}

void
streek_table_sheet_clear (StreekTableSheetPlan *plan)
{
  g_clear_pointer (&plan->picked, g_free);
  g_clear_pointer (&plan->columns, g_free);
  g_clear_pointer (&plan->parts, g_array_unref);
}
