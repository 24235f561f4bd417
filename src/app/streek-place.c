/* streek-place.c: going to what a search or a check names: an indicator, an area, a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-place.h"

#include <string.h>

/* (nullable): "gewest:CODE" of the region that holds an area, so that a search does not end in
 * a map of the whole country. */
static char *
dup_region_of (StreekAreas *areas, const StreekArea *area, StreekDate on)
{
  g_autoptr (GPtrArray) regions = streek_areas_list (areas, "gewest", on, NULL, NULL);

  for (guint i = 0; regions != NULL && i < regions->len; i++)
    {
      const StreekArea *region = regions->pdata[i];

      if (streek_area_is_inside (area, region))
        return g_strdup_printf ("gewest:%s", region->code);
    }

  return NULL;
}

static void
set_set (StreekFigureSpec *spec, const char *set, char *within)
{
  g_free (spec->set);
  spec->set = g_strdup (set);
  g_free (spec->within);
  spec->within = within;
  if (g_strcmp0 (spec->outline_set, spec->set) == 0)
    g_clear_pointer (&spec->outline_set, g_free);
}

/* Its set is shown where it lies, with the area itself chosen; @spec goes along with it. */
static gboolean
show_area (StreekContext *context, StreekFigureSpec *spec, const char *ref, StreekDate on)
{
  StreekAreas *areas = streek_context_get_areas (context);
  StreekDate used = on;
  const StreekArea *area = streek_areas_resolve_ref (areas, ref, on, &used, NULL);

  if (area == NULL)
    return FALSE;

  g_autofree char *code = g_strdup (area->code);

  if (used != on || g_strcmp0 (spec->set, area->set->code) != 0 ||
      streek_context_find_row (context, code) < 0)
    {
      if (used != on)
        spec->on = used;

      set_set (spec, area->set->code, dup_region_of (areas, area, used));
    }

  streek_context_set_spec (context, spec);

  StreekSelection *selection = streek_context_get_selection (context);

  streek_selection_select_only (selection, code);
  streek_selection_set_hovered (selection, code);

  return TRUE;
}

static const char *
open_area (StreekContext *context, const char *ref)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (streek_context_get_spec (context));

  return show_area (context, spec, ref, streek_context_get_area_date (context)) ? "map" : NULL;
}

static const char *
open_set (StreekContext *context, const char *set)
{
  if (streek_areas_find_set (streek_context_get_areas (context), set, NULL) == NULL)
    return NULL;

  streek_context_set_set (context, set);

  return "structure";
}

static const char *
open_indicator (StreekContext *context, const char *code)
{
  if (streek_catalogue_find (streek_context_get_catalogue (context), code, NULL) == NULL)
    return NULL;

  streek_context_set_indicator (context, code);

  return "indicators";
}

/* "CODE/SET:AREA/PERIOD": areas as of that period. */
static const char *
open_value (StreekContext *context, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 3);
  StreekPeriod period;

  if (g_strv_length (parts) != 3 || !streek_period_parse (parts[2], &period, NULL))
    return NULL;

  const StreekIndicator *indicator =
    streek_catalogue_find (streek_context_get_catalogue (context), parts[0], NULL);

  if (indicator == NULL)
    return NULL;

  streek_context_set_indicator (context, parts[0]);
  streek_context_set_period (context, period);

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (streek_context_get_spec (context));

  spec->on = STREEK_DATE_NONE;

  return show_area (context, spec, parts[1], streek_indicator_get_area_date (indicator, period))
           ? "indicators"
           : NULL;
}

/* "CODE/SET:AREA/PERIOD" of a figure on its map; all but the first may be empty. */
static const char *
open_map (StreekContext *context, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 3);
  const StreekIndicator *indicator =
    streek_catalogue_find (streek_context_get_catalogue (context), parts[0], NULL);
  StreekPeriod period = { 0 };

  if (g_strv_length (parts) != 3 || indicator == NULL ||
      (*parts[2] != '\0' && !streek_period_parse (parts[2], &period, NULL)))
    return NULL;

  streek_context_set_indicator (context, parts[0]);
  streek_context_set_period (context, period);
  if (*parts[1] == '\0')
    return "map";

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (streek_context_get_spec (context));

  spec->on = STREEK_DATE_NONE;
  period = streek_context_get_period (context);

  return show_area (context, spec, parts[1],
                    period.kind != STREEK_PERIOD_NONE
                      ? streek_indicator_get_area_date (indicator, period)
                      : streek_context_get_area_date (context))
           ? "map"
           : NULL;
}

/* Places lie over the map. */
static const char *
open_site (StreekContext *context, const char *key)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (streek_context_get_spec (context));
  const StreekPointLayer layer = { .source = (char *) STREEK_POINTS_OF_PLACES };

  streek_point_layer_set (&spec->points, &layer);
  streek_context_set_spec (context, spec);

  return "map";
}

char *
streek_place_dup_figure (const char *noun, const char *code, const char *area, StreekPeriod period)
{
  g_return_val_if_fail (noun != NULL && code != NULL, NULL);

  g_autofree char *when =
    period.kind != STREEK_PERIOD_NONE ? streek_period_to_string (period) : g_strdup ("");

  return g_strdup_printf ("%s:%s/%s/%s", noun, code, area != NULL ? area : "", when);
}

StreekSavedView *
streek_place_dup_chart (StreekContext *context, const char *place)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && place != NULL, NULL);

  g_auto (GStrv) parts =
    g_str_has_prefix (place, "chart:") ? g_strsplit (place + strlen ("chart:"), "/", 3) : NULL;
  StreekCatalogue *catalogue = streek_context_get_catalogue (context);

  if (parts == NULL || g_strv_length (parts) != 3 || catalogue == NULL ||
      streek_catalogue_find (catalogue, parts[0], NULL) == NULL)
    return NULL;

  g_autoptr (StreekChartSpec) spec = streek_chart_spec_new ();
  const char *const codes[] = { parts[0], NULL };
  const char *const areas[] = { parts[1], NULL };
  const char *own = streek_context_get_own_area (context);

  spec->kind = STREEK_CHART_LINE;
  spec->indicators = g_strdupv ((char **) codes);
  if (*parts[1] != '\0')
    spec->areas = g_strdupv ((char **) areas);
  else if (own != NULL)
    spec->areas = g_strdupv ((char *[]){ (char *) own, NULL });
  else
    spec->set = g_strdup (streek_context_get_spec (context)->set);

  return streek_saved_view_new_chart (NULL, spec);
}

const char *
streek_place_open (StreekContext *context, const char *place)
{
  static const struct
  {
    const char *noun;
    const char *(*open) (StreekContext *context, const char *key);
  } nouns[] = {
    { "indicator:", open_indicator }, { "area:", open_area }, { "set:", open_set },
    { "value:", open_value },         { "map:", open_map },   { "site:", open_site },
  };

  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && place != NULL, NULL);

  /* a key may be of the context that changes under it */
  g_autofree char *kept = g_strdup (place);

  for (gsize i = 0; i < G_N_ELEMENTS (nouns) && streek_context_get_areas (context) != NULL; i++)
    if (g_str_has_prefix (kept, nouns[i].noun))
      return nouns[i].open (context, kept + strlen (nouns[i].noun));

  return NULL;
}

gboolean
streek_place_go (GtkWidget *widget, const char *place)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget) && place != NULL, FALSE);

  g_autofree char *kept = g_strdup (place); /* it may be of what closes */
  g_autoptr (GPtrArray) between = g_ptr_array_new_with_free_func (g_object_unref);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    {
      g_ptr_array_add (between, g_object_ref (window));
      window = gtk_window_get_transient_for (window);
    }
  if (window == NULL)
    return FALSE;

  for (guint i = 0; i < between->len; i++)
    gtk_window_close (between->pdata[i]);

  return gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to", "s", kept);
}
