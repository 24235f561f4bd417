/* streek-figure-values.c: the table of a figure: values of its areas, and how far they are known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
streek_gathering_collect_notes (StreekGathering *self)
{
  guint column = (guint) streek_table_find_column (self->table, "note");
  StreekValueNotes *notes = streek_value_notes_new ();

  for (guint row = 0; row < self->rows->len; row++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, row);

      streek_value_notes_add (notes, streek_table_get_text (self->table, row, column), area->name);
    }

  self->value_notes = streek_value_notes_end (notes, self->rows->len);
}

void
streek_gathering_begin_table (StreekGathering *self)
{
  self->table = streek_table_new ();
  streek_table_add_column (self->table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->table, "name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
}

guint
streek_gathering_add_column (
  StreekGathering *self, const char *id, const char *title, const char *unit, int decimals)
{
  return streek_table_add_column (self->table, id, title, STREEK_COLUMN_NUMBER, unit, decimals);
}

void
streek_gathering_add_coverage_columns (StreekGathering *self)
{
  self->coverage_column =
    streek_table_add_column (self->table, "known", _ ("Known"), STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (self->table, "members", _ ("Members"), STREEK_COLUMN_INTEGER, NULL, 0);
  streek_gathering_add_column (self, "coverage_pct", _ ("Coverage"), "%", 1);
  streek_table_add_column (self->table, "note", _ ("Note"), STREEK_COLUMN_TEXT, NULL, 0);
}

void
streek_gathering_add_rows (StreekGathering *self)
{
  streek_table_add_rows (self->table, self->rows->len);
  streek_table_keep_lender (self->table, streek_areas_ref (self->areas),
                            (GDestroyNotify) streek_areas_unref);

  for (guint row = 0; row < self->rows->len; row++)
    {
      const StreekArea *area = self->rows->pdata[row];

      streek_table_lend_text (self->table, row, 0, area->code);
      streek_table_lend_text (self->table, row, 1, area->name);
    }
}

void
streek_gathering_set_number (StreekGathering *self,
                             guint row,
                             guint column,
                             const StreekTotal *total)
{
  if (total->missing != STREEK_MISSING_NONE)
    streek_table_set_missing (self->table, row, column, total->missing);
  else
    {
      streek_table_set_number (self->table, row, column, total->value, total->status);
      streek_table_set_qualifier (self->table, row, column, total->qualifier);
      if (total->at_least)
        streek_table_set_at_least (self->table, row, column);
      streek_table_set_reference (self->table, row, column, total->reference);
    }

  streek_table_set_note (self->table, row, column, total->note);
}

void
streek_gathering_set_coverage (StreekGathering *self, guint row, const StreekTotal *total)
{
  guint known = self->coverage_column, members = known + 1, share = known + 2;

  if (total->n_members > 0)
    {
      streek_table_set_integer (self->table, row, known, total->n_known);
      streek_table_set_integer (self->table, row, members, total->n_members);
    }

  if (!isnan (total->coverage_pct))
    streek_table_set_number (self->table, row, share, total->coverage_pct, STREEK_STATUS_FINAL);
}

void
streek_gathering_set_note (StreekGathering *self, guint row, const char *note)
{
  streek_table_set_text (self->table, row, self->coverage_column + 3, note);
}

void
streek_gathering_count_total (StreekGathering *self, const StreekTotal *total)
{
  if (total->missing != STREEK_MISSING_NONE)
    return;

  self->n_partial += total->at_least;
  self->n_provisional += total->status != STREEK_STATUS_FINAL;
  self->n_published += total->basis == STREEK_BASIS_PUBLISHED;
  self->n_computed += total->basis == STREEK_BASIS_SUM || total->basis == STREEK_BASIS_RATIO ||
                      total->basis == STREEK_BASIS_FORMULA;
}

gboolean
streek_gathering_read_values (StreekGathering *self,
                              StreekTotals *totals,
                              GCancellable *cancellable,
                              GError **error)
{
  const StreekIndicator *indicator = self->indicator;

  streek_gathering_begin_table (self);

  guint column = streek_gathering_add_column (self, "value", indicator->name, indicator->unit,
                                              indicator->decimals);

  streek_gathering_add_coverage_columns (self);
  streek_gathering_add_rows (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, i);
      StreekTotal total;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !streek_totals_compute (totals, indicator, area, self->period,
                                  self->spec->min_coverage_pct, &total, error))
        return FALSE;

      streek_gathering_set_number (self, i, column, &total);
      streek_gathering_set_coverage (self, i, &total);
      streek_gathering_set_note (self, i, total.note);
      streek_gathering_count_total (self, &total);
      streek_total_clear (&total);
    }

  streek_gathering_collect_notes (self);

  return TRUE;
}

/* (nullable): the outline areas that hold @area; they may lie over each other */
static char *
dup_outline_names (const StreekGathering *self, const StreekArea *area)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; self->outlines != NULL && i < self->outlines->len; i++)
    {
      const StreekArea *outline = g_ptr_array_index (self->outlines, i);

      if (streek_area_is_inside (area, outline))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", outline->name);
    }

  return g_string_free (names, names->len == 0);
}

/* Without figures the twin of the map says what lies in what. */
void
streek_gathering_list_areas (StreekGathering *self)
{
  guint outline_column = 0;

  self->table = streek_table_new ();
  streek_table_add_column (self->table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->table, "name", self->set->name, STREEK_COLUMN_TEXT, NULL, 0);

  guint count_column = streek_table_add_column (self->table, "municipalities", _ ("Municipalities"),
                                                STREEK_COLUMN_INTEGER, NULL, 0);

  if (self->outline != NULL)
    outline_column = streek_table_add_column (self->table, "outline", self->outline->name,
                                              STREEK_COLUMN_TEXT, NULL, 0);

  streek_gathering_add_rows (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, i);
      StreekDate used;
      g_autoptr (GPtrArray) members = streek_areas_list_within (
        self->areas, STREEK_MUNICIPALITIES, self->used, area, NULL, &used, NULL);

      streek_table_set_integer (self->table, i, count_column, members != NULL ? members->len : 0);

      if (self->outline != NULL)
        {
          g_autofree char *names = dup_outline_names (self, area);

          streek_table_set_text (self->table, i, outline_column, names);
        }
    }
}
