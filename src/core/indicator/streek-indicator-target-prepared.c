/* streek-indicator-target-prepared.c: what an import has ready to be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-private.h"

void
streek_prepared_vector_free (gpointer data)
{
  StreekPreparedVector *vector = data;

  g_free (vector->indicator);
  g_free (vector->period);
  streek_vector_free (vector->vector);
  g_clear_pointer (&vector->touched, g_array_unref);
  g_clear_pointer (&vector->notes, g_array_unref);
  g_free (vector);
}

StreekPreparedImport *
streek_prepared_import_new (void)
{
  StreekPreparedImport *prepared = g_new0 (StreekPreparedImport, 1);

  prepared->vectors = g_ptr_array_new_with_free_func (streek_prepared_vector_free);
  prepared->rosters =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) streek_roster_free);
  prepared->new_indicators = g_ptr_array_new_with_free_func (g_free);
  prepared->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return prepared;
}

void
streek_prepared_import_free (gpointer data)
{
  StreekPreparedImport *prepared = data;

  g_ptr_array_unref (prepared->vectors);
  g_hash_table_unref (prepared->rosters);
  g_ptr_array_unref (prepared->new_indicators);
  g_hash_table_unref (prepared->sources);
  g_free (prepared);
}

static void
cell_clear (gpointer data)
{
  StreekImportCell *cell = data;

  g_free (cell->set);
  g_free (cell->code);
}

/**
 * streek_indicator_target_list_cells:
 * @series: a number of StreekImport.series
 *
 * Returns: (transfer full) (element-type StreekImportCell): what will be written for it
 */
GArray *
streek_indicator_target_list_cells (const StreekImport *import, guint series)
{
  const StreekPreparedImport *prepared = import->prepared;
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (StreekImportCell));

  g_array_set_clear_func (cells, cell_clear);

  for (guint i = 0; i < prepared->vectors->len; i++)
    {
      const StreekPreparedVector *vector = prepared->vectors->pdata[i];
      guint n = vector->touched != NULL ? vector->touched->len : vector->roster->n;

      for (guint j = 0; vector->series == series && j < n; j++)
        {
          guint entry = vector->touched != NULL ? g_array_index (vector->touched, guint32, j) : j;
          StreekImportCell cell = { g_strdup (vector->roster->set_code),
                                    g_strdup (vector->roster->codes[entry]),
                                    vector->vector->values[entry], vector->vector->kinds[entry],
                                    vector->vector->statuses[entry] };

          g_array_append_val (cells, cell);
        }
    }

  return cells;
}
