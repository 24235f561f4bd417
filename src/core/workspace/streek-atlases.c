/* streek-atlases.c: from the spec of an atlas to the atlas, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-source.h"
#include "workspace/streek-atlases.h"
#include "workspace/streek-charts-private.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  StreekChart *figures;
  StreekFigure *map;  /* (nullable) */
  StreekAreas *all;   /* with their meshes, which a chart does without */
  StreekAreas *areas; /* lends the next */
  GPtrArray *own;     /* (element-type StreekArea): of the whole set */
} Contents;

static void
contents_clear (Contents *self)
{
  g_clear_pointer (&self->figures, streek_chart_unref);
  g_clear_pointer (&self->map, streek_figure_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->all, streek_areas_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

/* The key figures, and that of the chart where it is another one. */
static char **
list_indicators (const StreekAtlasSpec *spec)
{
  GPtrArray *codes = g_ptr_array_new ();
  const char *of_chart = streek_atlas_spec_get_chart_indicator (spec);

  for (guint i = 0; spec->indicators[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (codes, spec->indicators[i], g_str_equal, NULL))
      g_ptr_array_add (codes, g_strdup (spec->indicators[i]));

  if (!g_ptr_array_find_with_equal_func (codes, of_chart, g_str_equal, NULL))
    g_ptr_array_add (codes, g_strdup (of_chart));

  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_free (codes, FALSE);
}

/* All periods of all of them: what a page shows is found there. */
static StreekChartSpec *
make_chart_spec (const StreekAtlasSpec *spec)
{
  StreekChartSpec *chart = streek_chart_spec_new ();

  chart->kind = STREEK_CHART_MONITOR;
  g_strfreev (chart->indicators);
  chart->indicators = list_indicators (spec);
  g_free (chart->set);
  chart->set = g_strdup (spec->set);
  g_free (chart->within);
  chart->within = g_strdup (spec->within);
  g_strfreev (chart->references);
  chart->references = g_strdupv (spec->references);
  chart->on = spec->on;
  chart->grey = spec->grey;

  return chart;
}

/* One map for all pages, with nothing moved by hand: a page has another room for it. */
static StreekFigureSpec *
make_map_spec (const StreekAtlasSpec *spec)
{
  StreekFigureSpec *map = streek_figure_spec_copy (spec->map);

  map->grey = spec->grey;
  if (spec->on != STREEK_DATE_NONE)
    map->on = spec->on;
  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_reset (&map->furniture, item);

  return map;
}

static gboolean
make_map (Contents *self,
          StreekWorkspace *workspace,
          const StreekAtlasSpec *spec,
          GCancellable *cancellable,
          GError **error)
{
  if (spec->view == STREEK_ATLAS_VIEW_NONE)
    return TRUE;

  g_autoptr (StreekFigureSpec) map = make_map_spec (spec);

  /* smaller areas than those of the pages: no others than lie in these */
  self->map = strcmp (map->set, spec->set) == 0
                ? streek_workspace_make_figure (workspace, map, cancellable, error)
                : streek_figures_make_on_ground (workspace, map, self->own, cancellable, error);

  return self->map != NULL;
}

static char *
dup_ref (const StreekArea *area)
{
  return g_strdup_printf ("%s:%s", area->set->code, area->code);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const StreekArea *one = *(const StreekArea *const *) a, *other = *(const StreekArea *const *) b;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : strcmp (one->code, other->code);
}

/* (transfer container): those that have a page, by name */
static GPtrArray *
list_pages (const Contents *self, const StreekAtlasSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  guint n_asked = spec->areas != NULL ? g_strv_length (spec->areas) : 0, n_found = 0;
  g_autofree gboolean *found = g_new0 (gboolean, n_asked + 1);

  for (guint i = 0; i < self->own->len; i++)
    {
      g_autofree char *ref = dup_ref (self->own->pdata[i]);
      gboolean is_asked = n_asked == 0;

      for (guint a = 0; a < n_asked; a++)
        if (strcmp (spec->areas[a], ref) == 0)
          is_asked = found[a] = TRUE;

      if (is_asked)
        g_ptr_array_add (pages, self->own->pdata[i]);
    }

  while (n_found < n_asked && found[n_found])
    n_found++;

  if (n_found < n_asked)
    {
      g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA,
                   /* Translators: %1$s is an area as typed, %2$s a set of areas */
                   _ ("“%1$s” is none of the areas of the atlas (%2$s)."), spec->areas[n_found],
                   spec->set);
      return NULL;
    }

  g_ptr_array_sort (pages, compare_names);

  return g_steal_pointer (&pages);
}

static char *
make_title (const Contents *self, const StreekAtlasSpec *spec)
{
  const StreekAreaSet *set = streek_areas_find_set (self->areas, spec->set, NULL);
  const char *name = set != NULL ? set->name : spec->set;
  StreekDate used;
  const StreekArea *within =
    spec->within != NULL
      ? streek_areas_resolve_ref (self->areas, spec->within,
                                  streek_areas_get_newest_date (self->areas), &used, NULL)
      : NULL;

  return within != NULL
           /* Translators: title of a map: what it shows, and in which area */
           ? g_strdup_printf (_ ("%1$s in %2$s"), name, within->name)
           : g_strdup (name);
}

/* The sentence about the figures of a map, which those of the pages hold already. */
static const char *
skip_start (const char *text, const char *start)
{
  if (!g_str_has_prefix (text, start))
    return text;

  text += strlen (start);

  return text + strspn (text, " ");
}

static void
add_source (GPtrArray *sources, StreekCatalogue *catalogue, const char *code)
{
  const StreekIndicator *indicator =
    code != NULL ? streek_catalogue_find (catalogue, code, NULL) : NULL;

  if (indicator != NULL)
    g_ptr_array_add (sources, (gpointer) indicator->source);
}

/* Of all figures, each once, then of areas and boundaries. */
static char *
make_source (const Contents *self, StreekCatalogue *catalogue, const StreekAtlasSpec *spec)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  const char *of_map = self->map != NULL ? spec->map->indicator : NULL;
  g_auto (GStrv) codes = list_indicators (spec);
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    add_source (sources, catalogue, codes[i]);
  add_source (sources, catalogue, of_map);

  g_autofree char *line =
    streek_source_make_line ((const char *const *) sources->pdata, sources->len);

  streek_words_append_sentence (text, line);

  if (self->map != NULL)
    {
      g_autoptr (GPtrArray) own = g_ptr_array_new ();

      add_source (own, catalogue, of_map);

      g_autofree char *own_line =
        own->len > 0 ? streek_source_make_line ((const char *const *) own->pdata, 1) : NULL;
      GString *start = g_string_new (NULL);

      streek_words_append_sentence (start, own_line);
      streek_words_append_sentence (text,
                                    skip_start (streek_figure_get_source (self->map), start->str));
      g_string_free (start, TRUE);
    }

  return g_string_free (text, FALSE);
}

static StreekAtlas *
build_atlas (const Contents *self,
             StreekCatalogue *catalogue,
             const StreekAtlasSpec *spec,
             GError **error)
{
  g_autoptr (GPtrArray) pages = list_pages (self, spec, error);

  if (pages == NULL)
    return NULL;

  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  g_autofree StreekAtlasArea *areas = g_new0 (StreekAtlasArea, pages->len + 1);
  g_autofree char *title = make_title (self, spec);
  g_autofree char *source = make_source (self, catalogue, spec);

  for (guint i = 0; i < pages->len; i++)
    {
      const StreekArea *area = pages->pdata[i];

      g_ptr_array_add (refs, dup_ref (area));
      areas[i] = (StreekAtlasArea){ .ref = refs->pdata[i],
                                    .name = area->name,
                                    .shape = { streek_areas_get_mesh (self->all, area->set->mesh),
                                               area->units.ids, area->units.n } };
    }

  const StreekAtlasData data = {
    .map = self->map,
    .figures = self->figures,
    .n_areas = pages->len,
    .areas = areas,
    .title = title,
    .source = source,
  };

  return streek_atlas_new (spec, &data, error);
}

/**
 * streek_workspace_make_atlas:
 * @workspace: the workspace
 * @spec: what is asked
 * @cancellable: (nullable): to stop
 * @error: return location for an error as of streek_workspace_make_figure() and
 *   streek_workspace_make_chart()
 *
 * Reads the figures of all pages once, as a chart of them would, and makes the one map that all
 * pages show, so that its class limits are the same on each. Of another set than that of the pages
 * it has only the areas that lie on those of the atlas. Blocks; any thread.
 *
 * Returns: (transfer full): the atlas, or %NULL with @error set
 */
StreekAtlas *
streek_workspace_make_atlas (StreekWorkspace *workspace,
                             const StreekAtlasSpec *spec,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL, NULL);

  if (!streek_atlas_spec_check (spec, error))
    return NULL;

  g_auto (Contents) contents = { 0 };
  g_autoptr (StreekChartSpec) chart = make_chart_spec (spec);

  contents.all = streek_workspace_dup_areas (workspace, error);
  if (contents.all == NULL)
    return NULL;

  contents.figures = streek_charts_make_with_areas (workspace, chart, &contents.areas,
                                                    &contents.own, cancellable, error);

  if (contents.figures == NULL || !make_map (&contents, workspace, spec, cancellable, error))
    return NULL;

  g_autoptr (StreekCatalogue) catalogue = streek_workspace_dup_catalogue (workspace, error);

  return catalogue != NULL ? build_atlas (&contents, catalogue, spec, error) : NULL;
}
