/* streek-place.c: going to what a search or a check names: an indicator, an area, a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-place.h"

#include "indicator/streek-figure-place.h"

#include <glib/gi18n.h>
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

/* What is shown stays around it, where that is a larger sort of area. */
static gboolean
keeps_within (StreekContext *context, const StreekArea *area)
{
  const StreekArea *within = streek_context_get_within_area (context);

  return within != NULL && within->set != area->set && streek_area_is_inside (area, within);
}

static gboolean
is_within_itself (StreekContext *context, const StreekArea *area)
{
  const StreekArea *within = streek_context_get_within_area (context);

  return within != NULL && within->set == area->set && strcmp (within->code, area->code) == 0;
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

  /* alone it stands beside nothing */
  if (used != on || g_strcmp0 (spec->set, area->set->code) != 0 ||
      streek_context_find_row (context, code) < 0 || is_within_itself (context, area))
    {
      if (used != on)
        spec->on = used;

      set_set (spec, area->set->code,
               keeps_within (context, area) ? g_strdup (spec->within)
                                            : dup_region_of (areas, area, used));
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

/* A figure on its map. */
static const char *
open_map (StreekContext *context, const char *key)
{
  g_autofree char *text = g_strconcat ("map:", key, NULL);
  g_auto (StreekFigurePlace) place = { 0 };
  const StreekIndicator *indicator =
    streek_figure_place_parse (text, "map", &place)
      ? streek_catalogue_find (streek_context_get_catalogue (context), place.indicator, NULL)
      : NULL;

  if (indicator == NULL)
    return NULL;

  streek_context_set_indicator (context, place.indicator);
  streek_context_set_period (context, place.period);
  if (place.area == NULL)
    return "map";

  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (streek_context_get_spec (context));
  StreekPeriod period = streek_context_get_period (context);

  spec->on = STREEK_DATE_NONE;

  return show_area (context, spec, place.area,
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

/* Its course; of a single period a bar, beside the province and the region around it. */
static void
choose_kind (StreekChartSpec *spec, StreekContext *context, const StreekIndicator *indicator)
{
  static const char *const sets[] = { "provincie", "gewest" };
  g_autoptr (GArray) periods =
    streek_catalogue_list_periods (streek_context_get_catalogue (context), indicator);
  StreekAreas *areas = streek_context_get_areas (context);
  StreekDate on = streek_context_get_area_date (context);
  const StreekArea *area = spec->areas != NULL && areas != NULL
                             ? streek_areas_resolve_ref (areas, spec->areas[0], on, NULL, NULL)
                             : NULL;
  g_autoptr (GStrvBuilder) references = g_strv_builder_new ();

  spec->kind = periods->len > 1 ? STREEK_CHART_LINE : STREEK_CHART_BAR;
  if (spec->kind == STREEK_CHART_LINE || area == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const StreekArea *around = streek_areas_find_container (areas, sets[i], area, on);
      g_autofree char *ref =
        around != NULL && around != area ? g_strdup_printf ("%s:%s", sets[i], around->code) : NULL;

      if (ref != NULL)
        g_strv_builder_add (references, ref);
    }
  spec->references = g_strv_builder_end (references);
}

StreekSavedView *
streek_place_dup_chart (StreekContext *context, const char *text)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && text != NULL, NULL);

  StreekCatalogue *catalogue = streek_context_get_catalogue (context);
  g_auto (StreekFigurePlace) place = { 0 };

  const StreekIndicator *indicator =
    catalogue != NULL && streek_figure_place_parse (text, "chart", &place)
      ? streek_catalogue_find (catalogue, place.indicator, NULL)
      : NULL;

  if (indicator == NULL)
    return NULL;

  g_autoptr (StreekChartSpec) spec = streek_chart_spec_new ();
  const char *const codes[] = { place.indicator, NULL };
  const char *const areas[] = { place.area, NULL };
  const char *own = streek_context_get_own_area (context);

  spec->indicators = g_strdupv ((char **) codes);
  if (place.area != NULL)
    spec->areas = g_strdupv ((char **) areas);
  else if (own != NULL)
    spec->areas = g_strdupv ((char *[]){ (char *) own, NULL });
  else
    spec->set = g_strdup (streek_context_get_spec (context)->set);
  spec->target = g_strdup (place.record);
  choose_kind (spec, context, indicator);

  return streek_saved_view_new_chart (NULL, spec);
}

static char *
dup_area_label (StreekContext *context, const char *ref)
{
  StreekAreas *areas = streek_context_get_areas (context);
  const StreekArea *area =
    streek_areas_resolve_ref (areas, ref, streek_context_get_area_date (context), NULL, NULL);

  return area != NULL ? streek_area_dup_label (area) : g_strdup (ref);
}

char *
streek_place_dup_remark (StreekContext *context, const char *text)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context) && text != NULL, NULL);

  g_auto (StreekFigurePlace) place = { 0 };

  if ((!streek_figure_place_parse (text, "map", &place) &&
       !streek_figure_place_parse (text, "chart", &place)) ||
      place.asked == NULL || place.area == NULL || streek_context_get_areas (context) == NULL)
    return NULL;

  g_autofree char *asked = dup_area_label (context, place.asked);
  g_autofree char *shown = dup_area_label (context, place.area);

  /* Translators: both are areas: %1$s the one that was asked for, %2$s one near by. */
  return g_strdup_printf (_ ("There is no figure for %1$s. Shown is the one for %2$s."), asked,
                          shown);
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
