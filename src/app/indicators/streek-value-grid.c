/* streek-value-grid.c: the values of one indicator, areas down and periods across */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-value-grid.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  char *code;
  char *name;
} Area;

struct _StreekValueGrid
{
  gatomicrefcount ref_count;
  StreekTable *table; /* as streek_values_read() returns it */
  GPtrArray *areas;   /* (element-type Area) */
  GArray *periods;    /* (element-type StreekPeriod) */
  int *rows;          /* (array): row of the table of each cell, -1: none */
  int decimals;
  char *unit;
  int value_column;
  int basis_column;
  int known_column;
  int members_column;
  int coverage_column;
  int note_column;
};

static void
area_free (gpointer data)
{
  Area *area = data;

  g_free (area->code);
  g_free (area->name);
  g_free (area);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const Area *first = *(const Area *const *) a, *second = *(const Area *const *) b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->code, second->code);
}

static int
compare_periods_newest_first (gconstpointer a, gconstpointer b)
{
  return streek_period_compare (*(const StreekPeriod *) b, *(const StreekPeriod *) a);
}

static int
find_period (const StreekValueGrid *self, StreekPeriod period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (streek_period_equal (g_array_index (self->periods, StreekPeriod, i), period))
      return (int) i;

  return -1;
}

static void
gather_areas_and_periods (StreekValueGrid *self)
{
  int code_column = streek_table_find_column (self->table, "area");
  int name_column = streek_table_find_column (self->table, "area_name");
  int period_column = streek_table_find_column (self->table, "period");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < streek_table_get_n_rows (self->table); row++)
    {
      const char *code = streek_table_get_text (self->table, row, (guint) code_column);
      StreekPeriod period = streek_table_get_period (self->table, row, (guint) period_column);

      if (g_hash_table_add (seen, (gpointer) code))
        {
          Area *area = g_new0 (Area, 1);

          area->code = g_strdup (code);
          area->name = g_strdup (streek_table_get_text (self->table, row, (guint) name_column));
          g_ptr_array_add (self->areas, area);
        }

      if (find_period (self, period) < 0)
        g_array_append_val (self->periods, period);
    }

  g_ptr_array_sort (self->areas, compare_areas);
  g_array_sort (self->periods, compare_periods_newest_first);
}

static void
place_rows (StreekValueGrid *self)
{
  guint code_column = (guint) streek_table_find_column (self->table, "area");
  guint period_column = (guint) streek_table_find_column (self->table, "period");
  gsize n = (gsize) self->areas->len * self->periods->len;
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->areas->len; i++)
    g_hash_table_insert (index, ((Area *) g_ptr_array_index (self->areas, i))->code,
                         GUINT_TO_POINTER (i));

  self->rows = g_new (int, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    self->rows[i] = -1;

  for (guint row = 0; row < streek_table_get_n_rows (self->table); row++)
    {
      const char *code = streek_table_get_text (self->table, row, code_column);
      int period = find_period (self, streek_table_get_period (self->table, row, period_column));
      guint area = GPOINTER_TO_UINT (g_hash_table_lookup (index, code));

      self->rows[area * self->periods->len + (guint) period] = (int) row;
    }
}

/**
 * streek_value_grid_load:
 * @indicator: the one that @query asks for
 *
 * Returns: (transfer full): the values, perhaps of no area at all, or %NULL with an error
 */
StreekValueGrid *
streek_value_grid_load (StreekWorkspace *workspace,
                        const StreekIndicator *indicator,
                        const StreekValuesQuery *query,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (StreekTable) table =
    streek_workspace_read_values (workspace, query, cancellable, error);

  if (table == NULL)
    return NULL;

  StreekValueGrid *self = g_new0 (StreekValueGrid, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->table = g_steal_pointer (&table);
  self->areas = g_ptr_array_new_with_free_func (area_free);
  self->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  self->decimals = indicator->decimals;
  self->unit = g_strdup (indicator->unit);
  self->value_column = streek_table_find_column (self->table, "value");
  self->basis_column = streek_table_find_column (self->table, "basis");
  self->known_column = streek_table_find_column (self->table, "known");
  self->members_column = streek_table_find_column (self->table, "members");
  self->coverage_column = streek_table_find_column (self->table, "coverage_pct");
  self->note_column = streek_table_find_column (self->table, "note");
  gather_areas_and_periods (self);
  place_rows (self);

  return self;
}

StreekValueGrid *
streek_value_grid_ref (StreekValueGrid *grid)
{
  g_atomic_ref_count_inc (&grid->ref_count);

  return grid;
}

void
streek_value_grid_unref (StreekValueGrid *grid)
{
  if (!g_atomic_ref_count_dec (&grid->ref_count))
    return;

  streek_table_unref (grid->table);
  g_ptr_array_unref (grid->areas);
  g_array_unref (grid->periods);
  g_free (grid->rows);
  g_free (grid->unit);
  g_free (grid);
}

char *
streek_value_grid_dup_remarks (const StreekValueGrid *grid)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < streek_table_get_n_remarks (grid->table); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            streek_table_get_remark (grid->table, i));

  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

guint
streek_value_grid_get_n_areas (const StreekValueGrid *grid)
{
  return grid->areas->len;
}

guint
streek_value_grid_get_n_periods (const StreekValueGrid *grid)
{
  return grid->periods->len;
}

const char *
streek_value_grid_get_area_code (const StreekValueGrid *grid, guint area)
{
  g_return_val_if_fail (area < grid->areas->len, NULL);

  return ((const Area *) g_ptr_array_index (grid->areas, area))->code;
}

const char *
streek_value_grid_get_area_name (const StreekValueGrid *grid, guint area)
{
  g_return_val_if_fail (area < grid->areas->len, NULL);

  return ((const Area *) g_ptr_array_index (grid->areas, area))->name;
}

StreekPeriod
streek_value_grid_get_period (const StreekValueGrid *grid, guint period)
{
  g_return_val_if_fail (period < grid->periods->len, (StreekPeriod){ 0 });

  return g_array_index (grid->periods, StreekPeriod, period);
}

static int
get_row (const StreekValueGrid *grid, guint area, guint period)
{
  g_return_val_if_fail (area < grid->areas->len && period < grid->periods->len, -1);

  return grid->rows[area * grid->periods->len + period];
}

gboolean
streek_value_grid_has_cell (const StreekValueGrid *grid, guint area, guint period)
{
  return get_row (grid, area, period) >= 0;
}

double
streek_value_grid_get_value (const StreekValueGrid *grid, guint area, guint period)
{
  int row = get_row (grid, area, period);

  return row < 0 ? NAN
                 : streek_table_get_number (grid->table, (guint) row, (guint) grid->value_column);
}

StreekMissing
streek_value_grid_get_missing (const StreekValueGrid *grid, guint area, guint period)
{
  int row = get_row (grid, area, period);

  return row < 0 ? STREEK_MISSING_NONE
                 : streek_table_get_missing (grid->table, (guint) row, (guint) grid->value_column);
}

static gboolean
has_basis (const StreekValueGrid *grid, int row, StreekBasis basis)
{
  const char *text =
    row >= 0 ? streek_table_get_text (grid->table, (guint) row, (guint) grid->basis_column) : NULL;

  return g_strcmp0 (text, streek_basis_get_id (basis)) == 0;
}

gboolean
streek_value_grid_is_computed (const StreekValueGrid *grid, guint area, guint period)
{
  int row = get_row (grid, area, period);
  StreekMissing missing = streek_value_grid_get_missing (grid, area, period);

  return has_basis (grid, row, STREEK_BASIS_SUM) || has_basis (grid, row, STREEK_BASIS_RATIO) ||
         has_basis (grid, row, STREEK_BASIS_WEIGHTED) ||
         has_basis (grid, row, STREEK_BASIS_FORMULA) || missing > STREEK_MISSING_NOT_YET;
}

gboolean
streek_value_grid_is_corrected (const StreekValueGrid *grid, guint area, guint period)
{
  return has_basis (grid, get_row (grid, area, period), STREEK_BASIS_CORRECTED);
}

char *
streek_value_grid_dup_text (const StreekValueGrid *grid,
                            guint area,
                            guint period,
                            const StreekFormat *format)
{
  int row = get_row (grid, area, period);

  if (row < 0)
    return g_strdup ("");

  double value = streek_value_grid_get_value (grid, area, period);

  if (isnan (value))
    return g_strdup (streek_missing_get_sign (streek_value_grid_get_missing (grid, area, period)));

  return streek_table_format_cell (grid->table, (guint) row, (guint) grid->value_column, format);
}

static const char *
get_basis_label (const char *id)
{
  for (int basis = STREEK_BASIS_NONE; basis <= STREEK_BASIS_FORMULA; basis++)
    if (g_strcmp0 (id, streek_basis_get_id ((StreekBasis) basis)) == 0)
      return streek_basis_get_label ((StreekBasis) basis);

  return "";
}

/* Nothing is said of a share where all is known. */
static char *
dup_coverage (const StreekValueGrid *grid, guint row, const StreekFormat *format)
{
  gint64 known = streek_table_get_integer (grid->table, row, (guint) grid->known_column);
  gint64 members = streek_table_get_integer (grid->table, row, (guint) grid->members_column);
  double coverage = streek_table_get_number (grid->table, row, (guint) grid->coverage_column);

  if (members <= 0)
    return NULL;

  if (isnan (coverage) || known == members)
    /* Translators: how many parts of a total have a figure. */
    return g_strdup_printf (_ ("%1$d of %2$d known"), (int) known, (int) members);

  g_autofree char *share = streek_format_number (format, coverage, 1);

  /* Translators: how many parts of a total have a figure, and how large a share they are. */
  return g_strdup_printf (_ ("%1$d of %2$d known, %3$s %% of the whole"), (int) known,
                          (int) members, share);
}

char *
streek_value_grid_dup_explanation (const StreekValueGrid *grid,
                                   guint area,
                                   guint period,
                                   const StreekFormat *format)
{
  int row = get_row (grid, area, period);

  if (row < 0)
    return NULL;

  StreekMissing missing = streek_value_grid_get_missing (grid, area, period);
  StreekStatus status =
    streek_table_get_status (grid->table, (guint) row, (guint) grid->value_column);
  const char *note = streek_table_get_text (grid->table, (guint) row, (guint) grid->note_column);
  g_autofree char *coverage = dup_coverage (grid, (guint) row, format);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (missing != STREEK_MISSING_NONE)
    g_ptr_array_add (words, (gpointer) streek_missing_get_label (missing));
  else
    g_ptr_array_add (words, (gpointer) get_basis_label (streek_table_get_text (
                              grid->table, (guint) row, (guint) grid->basis_column)));

  if (missing == STREEK_MISSING_NONE && status != STREEK_STATUS_FINAL)
    g_ptr_array_add (words, (gpointer) streek_status_get_label (status));

  if (coverage != NULL)
    g_ptr_array_add (words, coverage);

  g_ptr_array_add (words, NULL);

  g_autofree char *line = g_strjoinv (" · ", (GStrv) words->pdata);

  return note != NULL && note[0] != '\0' ? g_strconcat (line, "\n", note, NULL)
                                         : g_steal_pointer (&line);
}

StreekTable *
streek_value_grid_make_table (const StreekValueGrid *grid, guint n_periods)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekTable *table = streek_table_new ();
  guint n = MIN (n_periods, grid->periods->len);

  streek_table_add_column (table, "area", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "area_name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint k = 0; k < n; k++)
    {
      StreekPeriod period = streek_value_grid_get_period (grid, k);
      g_autofree char *id = streek_period_to_string (period);
      g_autofree char *title = streek_format_period (format, period);

      streek_table_add_column (table, id, title, STREEK_COLUMN_NUMBER, grid->unit, grid->decimals);
    }

  for (guint i = 0; i < grid->areas->len; i++)
    {
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, streek_value_grid_get_area_code (grid, i));
      streek_table_set_text (table, row, 1, streek_value_grid_get_area_name (grid, i));

      for (guint k = 0; k < n; k++)
        {
          StreekMissing missing = streek_value_grid_get_missing (grid, i, k);
          int cell = get_row (grid, i, k);

          if (cell < 0)
            streek_table_set_missing (table, row, 2 + k, STREEK_MISSING_NOT_APPLICABLE);
          else if (missing != STREEK_MISSING_NONE)
            streek_table_set_missing (table, row, 2 + k, missing);
          else
            streek_table_set_number (
              table, row, 2 + k, streek_value_grid_get_value (grid, i, k),
              streek_table_get_status (grid->table, (guint) cell, (guint) grid->value_column));
        }
    }

  return table;
}

guint
streek_value_grid_get_missing_kinds (const StreekValueGrid *grid)
{
  guint kinds = 0;

  for (guint row = 0; row < streek_table_get_n_rows (grid->table); row++)
    kinds |= 1u << streek_table_get_missing (grid->table, row, (guint) grid->value_column);

  return kinds & ~1u;
}
