/* streek-figures.c: from a figure's spec to the figure, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-palette.h"
#include "workspace/streek-figures-private.h"
#include "workspace/streek-kept-totals.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define REGIONS "gewest"

/* Parts of the country, for the names around a map. */
typedef struct
{
  GPtrArray *areas; /* (nullable) (element-type StreekArea) */
  gint32 *region_of;
  const char **names;
} Regions;

static void
regions_clear (Regions *self)
{
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->region_of, g_free);
  g_clear_pointer (&self->names, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Regions, regions_clear)

static void
gathering_clear (StreekGathering *self)
{
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->straddling, g_ptr_array_unref);
  g_clear_pointer (&self->outlines, g_ptr_array_unref);
  g_clear_pointer (&self->overlays, g_ptr_array_unref);
  streek_gathering_clear_points (self);
  g_clear_pointer (&self->table, streek_table_unref);
  g_clear_pointer (&self->value_notes, g_ptr_array_unref);
  g_clear_pointer (&self->shared_values, g_array_unref);
  g_clear_pointer (&self->shared_seconds, g_array_unref);
  g_clear_pointer (&self->held_seconds, g_array_unref);
  g_clear_pointer (&self->held_values, g_array_unref);
  g_clear_pointer (&self->limits_words, g_free);
  g_clear_pointer (&self->circles_words, g_free);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_pointer (&self->other_borders, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekGathering, gathering_clear)

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

static gboolean
read_values (StreekGathering *self, StreekTotals *totals, GCancellable *cancellable, GError **error)
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

void
streek_period_values_free (StreekPeriodValues *values)
{
  if (values == NULL)
    return;

  g_array_unref (values->first);
  g_clear_pointer (&values->second, g_array_unref);
  g_free (values);
}

/* What the period is held against, or the period of the other indicator that goes with it. */
static gboolean
pick_other_period (StreekGathering *self, GError **error)
{
  if (streek_gathering_is_change (self))
    return streek_gathering_pick_change (self, self->catalogue, error);

  return !streek_gathering_has_second (self) ||
         streek_gathering_pick_second (self, self->catalogue, error);
}

/* @value: NAN where it is missing */
static gboolean
compute_value (const StreekGathering *self,
               StreekTotals *totals,
               const StreekIndicator *indicator,
               const StreekArea *area,
               StreekPeriod period,
               double *value,
               GError **error)
{
  StreekTotal total = { 0 };

  if (!streek_totals_compute (totals, indicator, area, period, self->spec->min_coverage_pct, &total,
                              error))
    return FALSE;

  *value = total.missing == STREEK_MISSING_NONE ? total.value : NAN;
  streek_total_clear (&total);

  return TRUE;
}

static gboolean
compute_change (const StreekGathering *self,
                StreekTotals *totals,
                const StreekArea *area,
                double *value,
                GError **error)
{
  StreekTotal from = { 0 }, to = { 0 };
  double limit = self->spec->min_coverage_pct;
  gboolean done =
    streek_totals_compute (totals, self->indicator, area, self->from, limit, &from, error) &&
    streek_totals_compute (totals, self->indicator, area, self->period, limit, &to, error);

  if (done)
    {
      g_autofree char *note = NULL;

      if (streek_totals_compare (self->measure, &from, &to, value, &note) != STREEK_MISSING_NONE)
        *value = NAN;
    }

  streek_total_clear (&from);
  streek_total_clear (&to);

  return done;
}

static gboolean
add_values (const StreekGathering *self,
            StreekTotals *totals,
            const StreekArea *area,
            StreekPeriodValues *values,
            GError **error)
{
  double first, second;
  gboolean done =
    streek_gathering_is_change (self)
      ? compute_change (self, totals, area, &first, error)
      : compute_value (self, totals, self->indicator, area, self->period, &first, error);

  if (!done)
    return FALSE;

  g_array_append_val (values->first, first);
  if (values->second == NULL)
    return TRUE;

  if (!compute_value (self, totals, self->second, area, self->second_period, &second, error))
    return FALSE;

  g_array_append_val (values->second, second);

  return TRUE;
}

/**
 * streek_gathering_read_period:
 * @self: a gathering with its areas, catalogue and indicator
 * @period: of the indicator
 * @cancellable: (nullable): to stop
 * @error: return location for an error of the totals
 *
 * What a map of the same spec would show of another period: values, changes, or the values of both
 * indicators.
 *
 * Returns: (transfer full): the values, or %NULL with @error set
 */
StreekPeriodValues *
streek_gathering_read_period (const StreekGathering *self,
                              StreekTotals *totals,
                              StreekPeriod period,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (StreekGathering) other = { .spec = self->spec,
                                     .ground = self->ground,
                                     .areas = streek_areas_ref (self->areas),
                                     .catalogue = streek_catalogue_ref (self->catalogue),
                                     .indicator = self->indicator,
                                     .period = period };
  g_autoptr (StreekPeriodValues) values = g_new0 (StreekPeriodValues, 1);

  values->first = g_array_new (FALSE, FALSE, sizeof (double));
  if (streek_gathering_has_second (self))
    values->second = g_array_new (FALSE, FALSE, sizeof (double));

  if (!pick_other_period (&other, error) || !streek_gathering_pick_date (&other, totals, error))
    return NULL;

  if (!streek_gathering_list_rows (&other, NULL))
    return g_steal_pointer (&values);

  for (guint i = 0; i < other.rows->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_values (&other, totals, other.rows->pdata[i], values, error))
      return NULL;

  return g_steal_pointer (&values);
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
static void
list_areas (StreekGathering *self)
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

static gint32 *
new_groups (guint n_units)
{
  gint32 *groups = g_new (gint32, n_units);

  for (guint unit = 0; unit < n_units; unit++)
    groups[unit] = -1;

  return groups;
}

/* The largest first, so that of areas that overlap the smaller ones lie on top. */
static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GPtrArray *areas = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  guint one = ((const StreekArea *) areas->pdata[first])->units.n;
  guint other = ((const StreekArea *) areas->pdata[second])->units.n;

  if (one != other)
    return one > other ? -1 : 1;

  return first < second ? -1 : 1;
}

/* Most sets have areas of one unit each, and stand in order. */
static gboolean
are_in_order (const guint *order, const GPtrArray *areas)
{
  for (guint i = 1; i < areas->len; i++)
    if (compare_sizes (&order[i - 1], &order[i], (gpointer) areas) > 0)
      return FALSE;

  return TRUE;
}

gint32 *
streek_figures_group_units (const GPtrArray *areas, guint n_units)
{
  gint32 *groups = new_groups (n_units);
  g_autofree guint *order = g_new (guint, MAX (areas->len, 1));

  for (guint i = 0; i < areas->len; i++)
    order[i] = i;

  if (!are_in_order (order, areas))
    g_qsort_with_data (order, areas->len, sizeof (guint), compare_sizes, (gpointer) areas);

  for (guint i = 0; i < areas->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (areas, order[i]);

      for (guint u = 0; u < area->units.n; u++)
        groups[area->units.ids[u]] = order[i];
    }

  return groups;
}

/* Municipalities around what is shown, and inside it where they are kept. Areas with borders of
 * their own lie on another mesh than the municipalities, which is @mesh then. */
gint32 *
streek_figures_group_context (StreekAreas *areas,
                              const StreekAreaSet *set,
                              StreekDate on,
                              const gint32 *row_of,
                              guint n_units,
                              gboolean keeps_inside,
                              StreekMesh **mesh)
{
  StreekDate used;
  g_autoptr (GPtrArray) all = streek_areas_list (areas, STREEK_MUNICIPALITIES, on, &used, NULL);
  const StreekArea *first = all != NULL && all->len > 0 ? all->pdata[0] : NULL;

  *mesh = NULL;

  if (first == NULL)
    return new_groups (n_units);

  if (strcmp (first->set->mesh, set->mesh) != 0)
    {
      *mesh = streek_areas_get_mesh (areas, first->set->mesh);
      return streek_figures_group_units (all, streek_mesh_get_n_units (*mesh));
    }

  gint32 *groups = streek_figures_group_units (all, n_units);

  for (guint unit = 0; unit < n_units && !keeps_inside; unit++)
    if (row_of[unit] >= 0)
      groups[unit] = -1;

  return groups;
}

static char **
list_names (const GPtrArray *areas)
{
  guint n = areas != NULL ? areas->len : 0;
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (((const StreekArea *) areas->pdata[i])->name);

  return names;
}

/* What lies over the map, from the areas of its set. */
static StreekFigureShape *
add_overlay (const StreekGathering *self, char **names, StreekFigureData *data)
{
  guint n = self->overlays != NULL ? self->overlays->len : 0;
  StreekFigureShape *shapes = g_new0 (StreekFigureShape, MAX (n, 1));

  if (n == 0)
    return shapes;

  for (guint i = 0; i < n; i++)
    {
      const StreekArea *area = self->overlays->pdata[i];

      shapes[i] = (StreekFigureShape){ area->units.ids, area->units.n };
    }

  data->overlay_mesh = streek_areas_get_mesh (self->areas, self->overlay->mesh);
  data->overlay_is_plain = self->overlay->own_borders && self->overlay->overlaps;
  data->n_overlays = n;
  data->overlays = shapes;
  data->overlay_names = (const char *const *) names;
  data->overlay_set_name = self->overlay->name;

  return shapes;
}

/* What people call a region on a map; its name as an area is that of its government. */
static const char *
get_region_name (const StreekArea *region)
{
  static const char *const names[][2] = { { "02000", "Vlaanderen" },
                                          { "03000", "Wallonië" },
                                          { "04000", "Brussel" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (region->code, names[i][0]) == 0)
      return names[i][1];

  return region->name;
}

/* Parts of the country that no row lies in, to be called by their name. */
static void
add_regions (const StreekGathering *self, Regions *regions, StreekFigureData *data)
{
  StreekDate used;
  StreekMesh *mesh = data->context_mesh != NULL ? data->context_mesh : data->mesh;

  if (!self->spec->furniture.surroundings && self->spec->furniture.inset == STREEK_INSET_HIDDEN)
    return;

  regions->areas = streek_areas_list (self->areas, REGIONS, self->used, &used, NULL);

  const StreekArea *first =
    regions->areas != NULL && regions->areas->len > 0 ? regions->areas->pdata[0] : NULL;

  if (first == NULL || streek_areas_get_mesh (self->areas, first->set->mesh) != mesh)
    return;

  regions->region_of = streek_figures_group_units (regions->areas, streek_mesh_get_n_units (mesh));
  regions->names = g_new0 (const char *, regions->areas->len + 1);
  for (guint i = 0; i < regions->areas->len; i++)
    if (!streek_gathering_is_near_rows (self, regions->areas->pdata[i]))
      regions->names[i] = get_region_name (regions->areas->pdata[i]);
  data->n_regions = regions->areas->len;
  data->region_of = regions->region_of;
  data->region_names = regions->names;
}

/* What the words of the data live in. */
typedef struct
{
  char *name;
  char *second;
  char *low;
  char *high;
} IndicatorWords;

static void
indicator_words_clear (IndicatorWords *words)
{
  g_free (words->name);
  g_free (words->second);
  g_free (words->low);
  g_free (words->high);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IndicatorWords, indicator_words_clear)

static void
add_change (const StreekGathering *self, IndicatorWords *words, StreekFigureData *data)
{
  words->name = streek_gathering_dup_change_name (self);
  streek_gathering_get_change_ends (self, &words->low, &words->high);
  data->indicator_name = words->name;
  data->unit = streek_gathering_get_change_unit (self);
  data->decimals = streek_gathering_get_change_decimals (self);
  data->is_ratio = TRUE; /* changes do not add up */
  data->is_difference = TRUE;
  data->direction_low = words->low;
  data->direction_high = words->high;
}

static void
add_second (const StreekGathering *self, IndicatorWords *words, StreekFigureData *data)
{
  if (self->second == NULL)
    return;

  words->name = streek_gathering_dup_second_name (self, self->indicator, self->period);
  words->second = streek_gathering_dup_second_name (self, self->second, self->second_period);
  data->indicator_name = words->name;
  data->second_name = words->second;
  data->second_unit = self->second->unit;
  data->second_decimals = self->second->decimals;
  data->second_is_ratio = !self->second->is_count;
}

static void
add_indicator (const StreekGathering *self, IndicatorWords *words, StreekFigureData *data)
{
  const StreekIndicator *indicator = self->indicator;

  if (indicator == NULL)
    return;

  data->shared = self->shared.first.n_values > 0 ? &self->shared : NULL;
  if (streek_gathering_is_change (self))
    {
      add_change (self, words, data);
      return;
    }

  data->indicator_name = indicator->name;
  data->unit = indicator->unit;
  data->decimals = indicator->decimals;
  data->is_ratio = !indicator->is_count;
  data->is_difference = self->is_gap;
  if (self->is_gap)
    streek_words_get_gap (&data->direction_low, &data->direction_high);
  else
    streek_words_get_direction (indicator, &data->direction_low, &data->direction_high);
  add_second (self, words, data);
}

G_STATIC_ASSERT (STREEK_POLICY_MAX_LIMITS < STREEK_PALETTE_MAX_CLASSES);

static void
add_policy (const StreekGathering *self, StreekFigurePolicy *policy, StreekFigureData *data)
{
  if (self->policy == NULL)
    return;

  *policy = (StreekFigurePolicy){
    .name = self->policy->texts[STREEK_POLICY_NAME],
    .limits = self->policy->limits,
    .n_limits = self->policy->n_limits,
    .words = (const char *const *) self->policy->words,
  };
  data->policy = policy;
}

static StreekFigure *
build_figure (const StreekGathering *self, GError **error)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekMesh *mesh = streek_areas_get_mesh (self->areas, self->set->mesh);
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *row_of = streek_figures_group_units (self->rows, n_units);
  g_autofree gint32 *outline_of =
    self->outlines != NULL ? streek_figures_group_units (self->outlines, n_units) : NULL;
  StreekMesh *context_mesh;
  /* where the rows are municipalities themselves, or figures fill the areas, nothing is repeated
   * inside */
  g_autofree gint32 *context_of = streek_figures_group_context (
    self->areas, self->set, self->used, row_of, n_units,
    self->indicator == NULL && strcmp (self->set->code, STREEK_MUNICIPALITIES) != 0, &context_mesh);
  g_auto (GStrv) overlay_names = list_names (self->overlays);
  g_auto (GStrv) outline_names = list_names (self->outlines);
  g_autofree char *title = streek_gathering_make_title (self, format);
  g_autofree char *context = streek_gathering_make_context (self, format);
  g_autofree char *source = streek_gathering_make_source (self);
  g_auto (GStrv) notes = streek_gathering_make_notes (self, format);
  StreekFigureData data = {
    .mesh = mesh,
    .n_rows = self->rows->len,
    .row_of = row_of,
    .outline_of = outline_of,
    .context_of = context_of,
    .context_mesh = context_mesh,
    .n_outlines = self->outlines != NULL ? self->outlines->len : 0,
    .outline_names = (const char *const *) outline_names,
    .table = self->table,
    .title = title,
    .context = context,
    .source = source,
    .notes = (const char *const *) notes,
    .set_name = self->set->name,
    .outline_set_name = self->outline != NULL ? self->outline->name : NULL,
  };
  g_autofree StreekFigureShape *shapes = add_overlay (self, overlay_names, &data);
  g_auto (Regions) regions = { NULL };

  add_regions (self, &regions, &data);

  StreekMesh *merged_mesh = NULL;
  g_autofree gint32 *municipality_of =
    self->spec->furniture.predecessors
      ? streek_figures_group_context (self->areas, self->set, self->used, row_of, n_units, TRUE,
                                      &merged_mesh)
      : NULL;

  data.municipality_of = municipality_of;

  g_auto (IndicatorWords) words = { 0 };

  add_indicator (self, &words, &data);
  streek_gathering_add_points (self, &data);

  StreekFigurePolicy policy;

  add_policy (self, &policy, &data);

  return streek_figure_new (self->spec, &data, error);
}

static gboolean
pick_indicator (StreekGathering *self, StreekCatalogue *catalogue, GError **error)
{
  self->indicator = streek_catalogue_find (catalogue, self->spec->indicator, error);

  if (self->indicator == NULL ||
      !streek_gathering_pick_period (catalogue, self->indicator, self->spec->period, &self->period,
                                     error))
    return FALSE;

  if (streek_gathering_is_change (self))
    streek_gathering_leave_lonely_period (self, catalogue);

  if ((streek_gathering_is_change (self) &&
       !streek_gathering_pick_change (self, catalogue, error)) ||
      (streek_gathering_has_second (self) &&
       !streek_gathering_pick_second (self, catalogue, error)))
    return FALSE;

  if (streek_figure_spec_has_policy (self->spec))
    {
      self->policy =
        streek_catalogue_find_policy_limits (catalogue, self->indicator, self->spec->policy, error);
      if (self->policy == NULL)
        return FALSE;
    }

  self->is_old = streek_catalogue_is_old (catalogue, self->indicator, self->period);
  self->is_gap = streek_catalogue_is_gap (catalogue, self->indicator->code);

  return TRUE;
}

static gboolean
read_figures (StreekGathering *self,
              StreekWorkspace *workspace,
              StreekTotals *totals,
              GCancellable *cancellable,
              GError **error)
{
  gboolean done = streek_gathering_is_change (self)
                    ? streek_gathering_read_change (self, totals, cancellable, error)
                  : streek_gathering_has_second (self)
                    ? streek_gathering_read_second (self, totals, cancellable, error)
                    : read_values (self, totals, cancellable, error);

  return done &&
         streek_gathering_share (self, workspace, self->catalogue, totals, cancellable, error);
}

static gboolean
gather (StreekGathering *self,
        StreekWorkspace *workspace,
        StreekDb *db,
        StreekCatalogue *catalogue,
        GCancellable *cancellable,
        GError **error)
{
  if (self->spec->indicator == NULL)
    {
      if (!streek_gathering_choose_areas (self, NULL, error))
        return FALSE;

      list_areas (self);
      return TRUE;
    }

  if (!pick_indicator (self, catalogue, error))
    return FALSE;

  StreekTotals *totals =
    streek_workspace_take_totals (workspace, self->generation, db, self->areas, catalogue);
  gboolean done = streek_gathering_choose_areas (self, totals, error) &&
                  read_figures (self, workspace, totals, cancellable, error);

  streek_workspace_give_totals_back (workspace, self->generation, totals);

  return done;
}

/* With everything that lives as long as the workspace is read. */
static gboolean
gather_from (StreekGathering *self,
             StreekWorkspace *workspace,
             GCancellable *cancellable,
             GError **error)
{
  if (!streek_figure_spec_check (self->spec, error))
    return FALSE;

  StreekStore *store = streek_workspace_get_store (workspace);

  self->generation = streek_store_get_generation (store);
  self->areas = streek_workspace_dup_areas (workspace, error);
  self->catalogue = self->areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;

  if (self->catalogue == NULL)
    return FALSE;

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  return reader != NULL &&
         gather (self, workspace, streek_reader_get_db (reader), self->catalogue, cancellable,
                 error) &&
         streek_gathering_read_points (self, streek_reader_get_db (reader), error);
}

StreekFigure *
streek_figures_make_beside (StreekWorkspace *workspace,
                            const StreekFigureSpec *spec,
                            const GPtrArray *peers,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (StreekGathering) gathering = { .spec = spec, .peers = peers };

  return gather_from (&gathering, workspace, cancellable, error) ? build_figure (&gathering, error)
                                                                 : NULL;
}

StreekFigure *
streek_figures_make_on_ground (StreekWorkspace *workspace,
                               const StreekFigureSpec *spec,
                               const GPtrArray *ground,
                               GCancellable *cancellable,
                               GError **error)
{
  g_auto (StreekGathering) gathering = { .spec = spec, .ground = ground };

  return gather_from (&gathering, workspace, cancellable, error) ? build_figure (&gathering, error)
                                                                 : NULL;
}

/**
 * streek_workspace_make_figure:
 * @workspace: the workspace
 * @spec: what is asked
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekFigureError, #StreekAreaError, #StreekIndicatorError,
 *   #StreekStatsError or #StreekStoreError
 *
 * Gathers areas and values for a figure, at the date that belongs to its period, and the words
 * around it: title, context with the number of members, sources, and notes on what is partial,
 * inferred, moved in time or left out. Where other maps stand beside it, it shares its limits with
 * those of the same indicator. Blocks; any thread.
 *
 * Returns: (transfer full): the figure, or %NULL with @error set
 */
StreekFigure *
streek_workspace_make_figure (StreekWorkspace *workspace,
                              const StreekFigureSpec *spec,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL, NULL);

  return streek_panels_is_single (&spec->panels)
           ? streek_figures_make_beside (workspace, spec, NULL, cancellable, error)
           : streek_figures_make_with_others (workspace, spec, cancellable, error);
}

/**
 * streek_workspace_read_shown_values:
 * @spec: a figure
 * @set: whose areas are asked, whatever those of the figure
 * @within: (nullable): SET:CODE: only what lies in it
 * @error: as of streek_workspace_make_figure()
 *
 * To hold the areas of a figure against others: the same indicator, periods and measure.
 *
 * Returns: (transfer full): columns as of the figure's own table, or %NULL with @error set
 */
StreekTable *
streek_workspace_read_shown_values (StreekWorkspace *workspace,
                                    const StreekFigureSpec *spec,
                                    const char *set,
                                    const char *within,
                                    GCancellable *cancellable,
                                    GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL && set != NULL, NULL);

  g_autoptr (StreekFigureSpec) other = streek_figure_spec_copy (spec);

  g_free (other->set);
  other->set = g_strdup (set);
  g_free (other->within);
  other->within = g_strdup (within);
  g_clear_pointer (&other->outline_set, g_free);
  g_clear_pointer (&other->overlay_set, g_free);
  other->limits = STREEK_LIMITS_OWN; /* values alone are asked */

  g_auto (StreekGathering) gathering = { .spec = other };

  return gather_from (&gathering, workspace, cancellable, error)
           ? g_steal_pointer (&gathering.table)
           : NULL;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekFigure *figure = streek_workspace_make_figure (source, task_data, cancellable, &error);

  if (figure != NULL)
    g_task_return_pointer (task, figure, (GDestroyNotify) streek_figure_unref);
  else
    g_task_return_error (task, error);
}

/**
 * streek_workspace_make_figure_async:
 *
 * streek_workspace_make_figure() in a thread, from a copy of @spec.
 */
void
streek_workspace_make_figure_async (StreekWorkspace *workspace,
                                    const StreekFigureSpec *spec,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_make_figure_async);
  g_task_set_task_data (task, streek_figure_spec_copy (spec),
                        (GDestroyNotify) streek_figure_spec_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * streek_workspace_make_figure_finish:
 *
 * Returns: (transfer full): the figure, or %NULL with @error set
 */
StreekFigure *
streek_workspace_make_figure_finish (StreekWorkspace *workspace,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static StreekTotals *
open_totals (StreekWorkspace *workspace,
             StreekAreas *areas,
             StreekReader **reader,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);

  if (catalogue == NULL)
    return NULL;

  *reader = streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error);

  return *reader != NULL ? streek_totals_new (streek_reader_get_db (*reader), areas, catalogue)
                         : NULL;
}

/**
 * streek_workspace_open_totals:
 * @workspace: the workspace
 * @reader: (out) (transfer full): what the totals read through; it must outlive them
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekStoreError, #StreekAreaError or #StreekIndicatorError
 *
 * Blocks; any thread, but the totals belong to the one that opens them.
 *
 * Returns: (transfer full): totals, or %NULL with @error set
 */
StreekTotals *
streek_workspace_open_totals (StreekWorkspace *workspace,
                              StreekReader **reader,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && reader != NULL, NULL);

  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);

  return areas != NULL ? open_totals (workspace, areas, reader, cancellable, error) : NULL;
}

/**
 * streek_workspace_read_values:
 * @workspace: the workspace
 * @query: what is asked
 * @cancellable: (nullable): to stop
 * @error: return location for an error as of streek_values_read()
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full): the table of streek_values_read(), or %NULL with @error set
 */
StreekTable *
streek_workspace_read_values (StreekWorkspace *workspace,
                              const StreekValuesQuery *query,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && query != NULL, NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  guint64 generation = streek_store_get_generation (store);
  g_autoptr (StreekAreas) areas =
    streek_workspace_dup_areas_for (workspace, query->set, query->within, error);

  if (areas == NULL)
    return NULL;

  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);

  if (catalogue == NULL)
    return NULL;

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  if (reader == NULL)
    return NULL;

  StreekTotals *totals = streek_workspace_take_totals (
    workspace, generation, streek_reader_get_db (reader), areas, catalogue);
  StreekTable *table = streek_values_read (totals, query, error);

  streek_workspace_give_totals_back (workspace, generation, totals);

  return table;
}
