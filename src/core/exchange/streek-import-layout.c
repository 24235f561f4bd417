/* streek-import-layout.c: where in a sheet the columns of a mapping stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-layout.h"

#include "exchange/streek-period-words.h"

#include <string.h>

/* A header is looked for in so many rows. */
#define MAX_HEADER_ROW 60

static void
clear_column (gpointer data)
{
  StreekBoundColumn *column = data;

  g_free (column->header);
}

void
streek_sheet_layout_free (StreekSheetLayout *layout)
{
  if (layout == NULL)
    return;

  g_array_unref (layout->columns);
  g_ptr_array_unref (layout->headers);
  g_ptr_array_unref (layout->unread);
  g_free (layout->doubled);
  g_free (layout->missing);
  g_free (layout);
}

gboolean
streek_mapping_wants_sheet (const StreekMapping *mapping, const char *name)
{
  return mapping->sheets == NULL || g_pattern_match_simple (mapping->sheets, name);
}

/* The column of the mapping that this header is, by its very words before by pattern. */
static const StreekMappingColumn *
find_meaning (const StreekMapping *mapping, const char *header, StreekPeriod *period)
{
  const StreekMappingColumn *exact = streek_mapping_find_column (mapping, header);

  *period = (StreekPeriod){ 0 };
  if (exact != NULL)
    return exact;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];

      if (streek_header_match (column->header, header, period))
        return column;
    }

  return NULL;
}

static gboolean
is_bound (const StreekSheetLayout *layout, const StreekMappingColumn *meaning)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (g_array_index (layout->columns, StreekBoundColumn, i).column == meaning)
      return TRUE;

  return FALSE;
}

static void
bind_column (StreekSheetLayout *layout,
             const StreekMappingColumn *meaning,
             const char *header,
             guint logical,
             StreekPeriod period)
{
  gboolean is_part = logical < layout->n_parts;
  StreekBoundColumn bound = {
    .physical = is_part ? 0 : logical - layout->n_parts + 1,
    .part = is_part ? logical : 0,
    .column = meaning,
    .period = period,
    .header = g_strdup (header),
  };

  if (meaning->period != NULL)
    streek_period_words_parse (meaning->period, strlen (meaning->period), &bound.period);

  g_array_append_val (layout->columns, bound);
}

static void
bind_columns (StreekSheetLayout *layout, const StreekMapping *mapping, GStrv headers)
{
  for (guint i = 0; headers[i] != NULL; i++)
    {
      StreekPeriod period;
      const StreekMappingColumn *meaning = find_meaning (mapping, headers[i], &period);

      g_ptr_array_add (layout->headers, g_strdup (headers[i]));
      if (meaning != NULL && meaning->role == STREEK_ROLE_IGNORED && meaning->note != NULL)
        g_ptr_array_add (layout->unread, (gpointer) meaning);
      if (meaning == NULL || meaning->role == STREEK_ROLE_IGNORED)
        continue;

      /* only a pattern of values may stand for several columns */
      if (is_bound (layout, meaning) &&
          (meaning->role != STREEK_ROLE_VALUE || strcmp (meaning->header, headers[i]) == 0))
        {
          if (layout->doubled == NULL)
            layout->doubled = g_strdup (headers[i]);
          continue;
        }

      bind_column (layout, meaning, headers[i], i, period);
    }
}

/* What the mapping needs and the sheet does not have. Of values one is enough. A column that is
 * there twice is no missing one: that it is doubled is told. */
static void
look_for_missing (StreekSheetLayout *layout, const StreekMapping *mapping)
{
  gboolean has_value = FALSE;
  const StreekMappingColumn *value = NULL;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];
      gboolean bound = is_bound (layout, column) ||
                       is_bound (layout, streek_mapping_find_column (mapping, column->header));

      if (column->role == STREEK_ROLE_VALUE)
        {
          value = column;
          has_value = has_value || bound;
        }
      else if (!bound && column->role != STREEK_ROLE_IGNORED &&
               column->role != STREEK_ROLE_STATUS && layout->missing == NULL)
        layout->missing = g_strdup (column->header);
    }

  if (!has_value && layout->missing == NULL)
    layout->missing = g_strdup (value != NULL ? value->header : "");
}

/* As many as the header has; empty ones at its end count too. */
static guint
count_columns (const StreekGrid *grid, guint header_row, guint n_header_rows)
{
  guint n = 0;

  for (guint row = header_row; row < header_row + n_header_rows && row < grid->rows->len; row++)
    n = MAX (n, ((const StreekGridRow *) grid->rows->pdata[row])->n);

  return n > 0 ? n : grid->n_columns;
}

static StreekSheetLayout *
try_header (const StreekMapping *mapping, const StreekGrid *grid, guint header_row)
{
  StreekSheetLayout *layout = g_new0 (StreekSheetLayout, 1);
  guint n_header_rows = (guint) mapping->n_header_rows;
  g_auto (GStrv) headers =
    streek_grid_make_headers (grid, header_row, n_header_rows, mapping->split);

  layout->header_row = header_row;
  layout->n_header_rows = n_header_rows;
  layout->n_columns = count_columns (grid, header_row, n_header_rows);
  layout->n_parts = streek_grid_count_parts (grid, header_row, mapping->split);
  layout->split = mapping->split;
  layout->columns = g_array_new (FALSE, FALSE, sizeof (StreekBoundColumn));
  g_array_set_clear_func (layout->columns, clear_column);
  layout->headers = g_ptr_array_new_with_free_func (g_free);
  layout->unread = g_ptr_array_new ();
  bind_columns (layout, mapping, headers);
  look_for_missing (layout, mapping);

  return layout;
}

/* The period of a title above the header: the first one that has one. */
static void
find_title_period (StreekSheetLayout *layout, const StreekGrid *grid)
{
  for (guint row = 0; row < layout->header_row; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        const char *text = streek_grid_get (grid, row, column);

        if (*text != '\0' && streek_period_words_find (text, &layout->period, NULL, NULL))
          return;
      }

  layout->period = (StreekPeriod){ 0 };
}

static void
find_period (StreekSheetLayout *layout,
             const StreekMapping *mapping,
             StreekSource *source,
             guint sheet,
             const StreekGrid *grid)
{
  if (mapping->period != NULL)
    streek_period_words_parse (mapping->period, strlen (mapping->period), &layout->period);
  else if (mapping->period_from == STREEK_PERIOD_FROM_SHEET)
    streek_period_words_find (streek_source_get_sheet_name (source, sheet), &layout->period, NULL,
                              NULL);
  else if (mapping->period_from == STREEK_PERIOD_FROM_FILE)
    streek_period_words_find (streek_source_get_name (source), &layout->period, NULL, NULL);
  else if (mapping->period_from == STREEK_PERIOD_FROM_TITLE)
    find_title_period (layout, grid);
}

static gboolean
is_better (const StreekSheetLayout *layout, const StreekSheetLayout *other)
{
  if (streek_sheet_layout_fits (layout) != streek_sheet_layout_fits (other))
    return streek_sheet_layout_fits (layout);

  return layout->columns->len > other->columns->len;
}

/**
 * streek_sheet_layout_new:
 * @mapping: lent for as long as the layout lives
 * @grid: the first rows of the sheet
 *
 * Finds the header: in the row that the mapping names, else in the one that has most of its
 * columns.
 *
 * Returns: (transfer full): the layout; where the sheet does not have the columns,
 *   streek_sheet_layout_fits() says so, and missing which is not there
 */
StreekSheetLayout *
streek_sheet_layout_new (const StreekMapping *mapping,
                         StreekSource *source,
                         guint sheet,
                         const StreekGrid *grid)
{
  guint last = MIN (grid->rows->len, MAX_HEADER_ROW);
  g_autoptr (StreekSheetLayout) best = NULL;

  if (mapping->header_row >= 0 || mapping->n_header_rows == 0)
    best = try_header (mapping, grid, (guint) MAX (mapping->header_row, 0));

  /* of several rows that would do, the one that has most of the columns */
  for (guint row = 0; row < last && (best == NULL || mapping->header_row < 0); row++)
    {
      g_autoptr (StreekSheetLayout) layout = try_header (mapping, grid, row);

      if (best == NULL || is_better (layout, best))
        {
          streek_sheet_layout_free (best);
          best = g_steal_pointer (&layout);
        }
    }

  if (best == NULL)
    best = try_header (mapping, grid, 0);

  find_period (best, mapping, source, sheet, grid);

  return g_steal_pointer (&best);
}

gboolean
streek_sheet_layout_fits (const StreekSheetLayout *layout)
{
  return layout->missing == NULL;
}
