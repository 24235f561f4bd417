/* streek-atlas-spec.c: what an atlas shows: a page for each area of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-spec.h"
#include "figure/streek-figure.h"
#include "figure/streek-spec-json.h"

#include <glib/gi18n-lib.h>

#define KIND "atlas"

static const char *const view_ids[STREEK_N_ATLAS_VIEWS] = { "area", "all", "none" };
static const char *const chart_ids[STREEK_N_ATLAS_CHARTS] = { "line", "ranking", "none" };

static gboolean
find_word (const char *const *words, guint n, const char *word, guint *index)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_atlas_view_get_id:
 *
 * Returns: the word for @view in files and on the command line
 */
const char *
streek_atlas_view_get_id (StreekAtlasView view)
{
  g_return_val_if_fail ((guint) view < STREEK_N_ATLAS_VIEWS, NULL);

  return view_ids[view];
}

gboolean
streek_atlas_view_from_id (const char *id, StreekAtlasView *view)
{
  guint index;

  if (!find_word (view_ids, STREEK_N_ATLAS_VIEWS, id, &index))
    return FALSE;

  *view = index;

  return TRUE;
}

/**
 * streek_atlas_chart_get_id:
 *
 * Returns: the word for @chart in files and on the command line
 */
const char *
streek_atlas_chart_get_id (StreekAtlasChart chart)
{
  g_return_val_if_fail ((guint) chart < STREEK_N_ATLAS_CHARTS, NULL);

  return chart_ids[chart];
}

gboolean
streek_atlas_chart_from_id (const char *id, StreekAtlasChart *chart)
{
  guint index;

  if (!find_word (chart_ids, STREEK_N_ATLAS_CHARTS, id, &index))
    return FALSE;

  *chart = index;

  return TRUE;
}

/**
 * streek_atlas_spec_new:
 *
 * Returns: (transfer full): a sheet of A4 on its side for each area, with a line chart and without
 *   a map; nothing chosen yet
 */
StreekAtlasSpec *
streek_atlas_spec_new (void)
{
  StreekAtlasSpec *spec = g_new0 (StreekAtlasSpec, 1);

  spec->view = STREEK_ATLAS_VIEW_NONE;
  spec->landscape = TRUE;

  return spec;
}

/**
 * streek_atlas_spec_copy:
 *
 * Returns: (transfer full): an independent copy
 */
StreekAtlasSpec *
streek_atlas_spec_copy (const StreekAtlasSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  StreekAtlasSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->set = g_strdup (spec->set);
  copy->within = g_strdup (spec->within);
  copy->areas = g_strdupv (spec->areas);
  copy->indicators = g_strdupv (spec->indicators);
  copy->references = g_strdupv (spec->references);
  copy->map = spec->map != NULL ? streek_figure_spec_copy (spec->map) : NULL;
  copy->chart_indicator = g_strdup (spec->chart_indicator);
  copy->title = g_strdup (spec->title);

  return copy;
}

/**
 * streek_atlas_spec_free:
 * @spec: (transfer full) (nullable): a spec
 */
void
streek_atlas_spec_free (StreekAtlasSpec *spec)
{
  if (spec == NULL)
    return;

  g_free (spec->set);
  g_free (spec->within);
  g_strfreev (spec->areas);
  g_strfreev (spec->indicators);
  g_strfreev (spec->references);
  g_clear_pointer (&spec->map, streek_figure_spec_free);
  g_free (spec->chart_indicator);
  g_free (spec->title);
  g_free (spec);
}

static gboolean
lists_are_equal (char **a, char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (a != NULL ? a : none),
                       (const char *const *) (b != NULL ? b : none));
}

static gboolean
maps_are_equal (const StreekFigureSpec *a, const StreekFigureSpec *b)
{
  return a == NULL || b == NULL ? a == b : streek_figure_spec_equal (a, b);
}

/**
 * streek_atlas_spec_equal:
 *
 * Returns: whether both ask for the same pages
 */
gboolean
streek_atlas_spec_equal (const StreekAtlasSpec *a, const StreekAtlasSpec *b)
{
  return g_strcmp0 (a->set, b->set) == 0 && g_strcmp0 (a->within, b->within) == 0 &&
         lists_are_equal (a->areas, b->areas) && lists_are_equal (a->indicators, b->indicators) &&
         lists_are_equal (a->references, b->references) &&
         streek_period_equal (a->period, b->period) && streek_period_equal (a->since, b->since) &&
         a->on == b->on && a->view == b->view && maps_are_equal (a->map, b->map) &&
         a->chart == b->chart && g_strcmp0 (a->chart_indicator, b->chart_indicator) == 0 &&
         a->contents == b->contents && a->format == b->format && a->landscape == b->landscape &&
         a->grey == b->grey && g_strcmp0 (a->title, b->title) == 0;
}

static void
add_map (JsonBuilder *builder, const StreekFigureSpec *map)
{
  if (map == NULL)
    return;

  g_autofree char *json = streek_figure_spec_to_json (map);

  json_builder_set_member_name (builder, "map");
  json_builder_add_value (builder, json_from_string (json, NULL));
}

/**
 * streek_atlas_spec_to_json:
 *
 * Returns: (transfer full): what streek_atlas_spec_from_json() reads back the same; one line
 */
char *
streek_atlas_spec_to_json (const StreekAtlasSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  streek_spec_json_add_text (builder, "kind", KIND);
  streek_spec_json_add_text (builder, "set", spec->set);
  streek_spec_json_add_text (builder, "within", spec->within);
  streek_spec_json_add_list (builder, "areas", spec->areas);
  streek_spec_json_add_list (builder, "indicators", spec->indicators);
  streek_spec_json_add_list (builder, "references", spec->references);
  streek_spec_json_add_period (builder, "period", spec->period);
  streek_spec_json_add_period (builder, "since", spec->since);
  streek_spec_json_add_date (builder, "on", spec->on);
  streek_spec_json_add_text (builder, "view", streek_atlas_view_get_id (spec->view));
  add_map (builder, spec->map);
  streek_spec_json_add_text (builder, "chart", streek_atlas_chart_get_id (spec->chart));
  streek_spec_json_add_text (builder, "chart-indicator", spec->chart_indicator);
  streek_spec_json_add_flag (builder, "contents", spec->contents);
  streek_spec_json_add_text (builder, "paper", streek_paper_format_get_id (spec->format));
  streek_spec_json_add_flag (builder, "landscape", spec->landscape);
  streek_spec_json_add_flag (builder, "grey", spec->grey);
  streek_spec_json_add_text (builder, "title", spec->title);

  return streek_spec_json_end (builder);
}

static gboolean
read_words (JsonObject *object, StreekAtlasSpec *spec, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *view = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *paper = NULL;

  if (!streek_spec_json_read_text (object, "kind", &kind, error) ||
      !streek_spec_json_read_text (object, "view", &view, error) ||
      !streek_spec_json_read_text (object, "chart", &chart, error) ||
      !streek_spec_json_read_text (object, "paper", &paper, error))
    return FALSE;

  if (g_strcmp0 (kind, KIND) != 0)
    return streek_spec_json_fail (error, "kind");

  if (view != NULL && !streek_atlas_view_from_id (view, &spec->view))
    return streek_spec_json_fail (error, "view");

  if (chart != NULL && !streek_atlas_chart_from_id (chart, &spec->chart))
    return streek_spec_json_fail (error, "chart");

  if (paper != NULL && !streek_paper_format_from_id (paper, &spec->format))
    return streek_spec_json_fail (error, "paper");

  return streek_spec_json_read_period (object, "period", &spec->period, error) &&
         streek_spec_json_read_period (object, "since", &spec->since, error) &&
         streek_spec_json_read_date (object, "on", &spec->on, error);
}

static gboolean
read_map (JsonObject *object, StreekAtlasSpec *spec, GError **error)
{
  JsonNode *node = json_object_get_member (object, "map");

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return streek_spec_json_fail (error, "map");

  g_autofree char *json = json_to_string (node, FALSE);

  spec->map = streek_figure_spec_from_json (json, error);

  return spec->map != NULL;
}

/**
 * streek_atlas_spec_from_json:
 * @json: what streek_atlas_spec_to_json() wrote, or a part of it
 * @error: return location for a #StreekFigureError, #StreekPeriodError or #StreekDateError
 *
 * Members that are absent keep what streek_atlas_spec_new() gives; members of another name are
 * those of a newer version and are passed over.
 *
 * Returns: (transfer full): the spec, or %NULL with @error set
 */
StreekAtlasSpec *
streek_atlas_spec_from_json (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_new ();
  JsonObject *object = streek_spec_json_parse (parser, json, error);

  if (object == NULL || !read_words (object, spec, error) || !read_map (object, spec, error) ||
      !streek_spec_json_read_text (object, "set", &spec->set, error) ||
      !streek_spec_json_read_text (object, "within", &spec->within, error) ||
      !streek_spec_json_read_list (object, "areas", &spec->areas, error) ||
      !streek_spec_json_read_list (object, "indicators", &spec->indicators, error) ||
      !streek_spec_json_read_list (object, "references", &spec->references, error) ||
      !streek_spec_json_read_text (object, "chart-indicator", &spec->chart_indicator, error) ||
      !streek_spec_json_read_text (object, "title", &spec->title, error) ||
      !streek_spec_json_read_flag (object, "contents", &spec->contents, error) ||
      !streek_spec_json_read_flag (object, "landscape", &spec->landscape, error) ||
      !streek_spec_json_read_flag (object, "grey", &spec->grey, error))
    return NULL;

  return g_steal_pointer (&spec);
}

gboolean
streek_atlas_spec_is_json (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *kind = NULL;
  JsonObject *object = json != NULL ? streek_spec_json_parse (parser, json, NULL) : NULL;

  return object != NULL && streek_spec_json_read_text (object, "kind", &kind, NULL) &&
         g_strcmp0 (kind, KIND) == 0;
}

static guint
count_words (char **list)
{
  return list != NULL ? g_strv_length (list) : 0;
}

static char *
find_fault (const StreekAtlasSpec *spec)
{
  guint n_figures = count_words (spec->indicators);

  if (spec->set == NULL)
    return g_strdup (_ ("The atlas does not say which areas it has pages for."));

  if (n_figures == 0)
    return g_strdup (_ ("The atlas needs at least one key figure."));

  if (n_figures > STREEK_ATLAS_MAX_FIGURES)
    /* Translators: %u is the largest number that fits a page */
    return g_strdup_printf (_ ("A page has room for %u key figures at most."),
                            STREEK_ATLAS_MAX_FIGURES);

  if (count_words (spec->references) > STREEK_ATLAS_MAX_REFERENCES)
    /* Translators: %u is the largest number that fits a page */
    return g_strdup_printf (_ ("A page has room for %u areas to compare with at most."),
                            STREEK_ATLAS_MAX_REFERENCES);

  if (spec->view != STREEK_ATLAS_VIEW_NONE && spec->map == NULL)
    return g_strdup (_ ("The atlas does not say what its map shows."));

  if (spec->map != NULL && !streek_panels_is_single (&spec->map->panels))
    return g_strdup (_ ("A page of an atlas has one map."));

  return NULL;
}

/**
 * streek_atlas_spec_check:
 * @error: return location for a #StreekFigureError
 *
 * Says in words what contradicts itself, as far as that shows without a workspace.
 *
 * Returns: %FALSE with @error set where there can be no such atlas
 */
gboolean
streek_atlas_spec_check (const StreekAtlasSpec *spec, GError **error)
{
  g_return_val_if_fail (spec != NULL, FALSE);

  g_autofree char *fault = find_fault (spec);

  if (fault != NULL)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID, fault);
      return FALSE;
    }

  return spec->view == STREEK_ATLAS_VIEW_NONE || streek_figure_spec_check (spec->map, error);
}

const char *
streek_atlas_spec_get_chart_indicator (const StreekAtlasSpec *spec)
{
  g_return_val_if_fail (spec != NULL, NULL);

  if (spec->chart_indicator != NULL)
    return spec->chart_indicator;

  return spec->indicators != NULL ? spec->indicators[0] : NULL;
}
