/* streek-indicator-target-prepared.c: what an import has ready to be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-private.h"

#include <math.h>

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

static void
prepared_same_free (gpointer data)
{
  StreekPreparedSame *same = data;

  g_free (same->bits);
  g_free (same);
}

static void
clear_label (gpointer data)
{
  StreekPreparedLabel *label = data;

  g_free (label->indicator);
  g_free (label->label);
}

StreekPreparedImport *
streek_prepared_import_new (void)
{
  StreekPreparedImport *prepared = g_new0 (StreekPreparedImport, 1);

  prepared->vectors = g_ptr_array_new_with_free_func (streek_prepared_vector_free);
  prepared->same = g_ptr_array_new_with_free_func (prepared_same_free);
  prepared->rosters =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) streek_roster_free);
  prepared->new_indicators = g_ptr_array_new_with_free_func (g_free);
  prepared->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  prepared->labels = g_array_new (FALSE, FALSE, sizeof (StreekPreparedLabel));
  g_array_set_clear_func (prepared->labels, clear_label);

  return prepared;
}

void
streek_prepared_import_free (gpointer data)
{
  StreekPreparedImport *prepared = data;

  g_ptr_array_unref (prepared->vectors);
  g_ptr_array_unref (prepared->same);
  g_hash_table_unref (prepared->rosters);
  g_ptr_array_unref (prepared->new_indicators);
  g_hash_table_unref (prepared->sources);
  g_array_unref (prepared->labels);
  g_free (prepared);
}

static void
cell_clear (gpointer data)
{
  StreekImportCell *cell = data;

  g_free (cell->set);
  g_free (cell->code);
}

static StreekImportCell *
add_cell (GArray *cells, const StreekRoster *roster, guint entry, StreekImportEffect effect)
{
  const StreekImportCell cell = {
    .set = g_strdup (roster->set_code),
    .code = g_strdup (roster->codes[entry]),
    .on = roster->on,
    .effect = effect,
    .value = NAN,
  };

  g_array_append_val (cells, cell);

  return &g_array_index (cells, StreekImportCell, cells->len - 1);
}

static void
add_written_cell (GArray *cells, const StreekPreparedVector *vector, guint entry)
{
  StreekImportCell *cell =
    add_cell (cells, vector->roster, entry,
              vector->touched != NULL ? STREEK_IMPORT_CHANGED : STREEK_IMPORT_NEW);

  cell->value = vector->vector->values[entry];
  cell->missing = vector->vector->kinds[entry];
  cell->status = vector->vector->statuses[entry];
}

/**
 * streek_indicator_target_list_cells:
 * @series: a number of StreekImport.series
 *
 * Returns: (transfer full) (element-type StreekImportCell): what will be written for it, then what
 *   stays as it is
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
        add_written_cell (
          cells, vector, vector->touched != NULL ? g_array_index (vector->touched, guint32, j) : j);
    }

  for (guint i = 0; i < prepared->same->len; i++)
    {
      const StreekPreparedSame *same = prepared->same->pdata[i];

      for (guint entry = 0; same->series == series && entry < same->roster->n; entry++)
        if ((same->bits[entry / 8] >> (entry % 8)) & 1)
          add_cell (cells, same->roster, entry, STREEK_IMPORT_SAME);
    }

  return cells;
}
