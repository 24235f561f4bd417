/* streek-figure-data.c: from what is gathered to the figure: its ground, its names and its words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-palette.h"
#include "workspace/streek-figures-private.h"

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

StreekFigure *
streek_gathering_build_figure (const StreekGathering *self, GError **error)
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
