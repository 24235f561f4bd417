/* streek-figure-areas.c: which areas a figure shows, of which period and on which day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
streek_gathering_pick_period (StreekCatalogue *catalogue,
                              const StreekIndicator *indicator,
                              StreekPeriod wanted,
                              StreekPeriod *period,
                              GError **error)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (catalogue, indicator);

  *period = wanted;

  for (guint i = 0; i < periods->len; i++)
    if (streek_period_equal (g_array_index (periods, StreekPeriod, i), wanted))
      return TRUE;

  if (wanted.kind == STREEK_PERIOD_NONE && periods->len > 0)
    {
      *period = g_array_index (periods, StreekPeriod, periods->len - 1);
      return TRUE;
    }

  if (periods->len == 0)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
                   _ ("There are no figures of “%s”."), indicator->name);
      return FALSE;
    }

  g_autofree char *text = streek_period_to_string (wanted);

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_NO_PERIOD,
               _ ("There are no figures of “%1$s” for %2$s."), indicator->name, text);

  return FALSE;
}

static gboolean
pick_later_date (StreekGathering *self,
                 StreekTotals *totals,
                 const StreekIndicator *indicator,
                 StreekPeriod period,
                 GError **error)
{
  StreekDate other;

  if (!streek_totals_pick_date (totals, indicator, period, &other, error))
    return FALSE;

  self->asked = MAX (self->asked, other);

  return TRUE;
}

/* Without a fixed date: the areas of the period, else the newest; never those of today. */
gboolean
streek_gathering_pick_date (StreekGathering *self, StreekTotals *totals, GError **error)
{
  const StreekFigureSpec *spec = self->spec;

  self->asked = spec->on;

  if (spec->on != STREEK_DATE_NONE)
    return TRUE;

  if (self->indicator == NULL)
    {
      self->asked = spec->period.kind != STREEK_PERIOD_NONE
                      ? streek_period_get_first_day (spec->period)
                      : streek_areas_get_newest_date (self->areas);
      return TRUE;
    }

  if (!streek_totals_pick_date (totals, self->indicator, self->period, &self->asked, error))
    return FALSE;

  /* both figures of a change, or of two indicators, are of the same land: that of the later one */
  if (self->from.kind != STREEK_PERIOD_NONE)
    return pick_later_date (self, totals, self->indicator, self->from, error);
  if (self->second != NULL)
    return pick_later_date (self, totals, self->second, self->second_period, error);

  return TRUE;
}

static void
count_municipalities (StreekGathering *self)
{
  StreekDate used;
  g_autoptr (GPtrArray) inside = streek_areas_list_within (
    self->areas, STREEK_MUNICIPALITIES, self->used, self->container, NULL, &used, NULL);

  self->n_municipalities = inside != NULL ? inside->len : 0;
}

static gboolean
lies_on_ground (const StreekGathering *self, const StreekArea *area)
{
  for (guint i = 0; i < self->ground->len; i++)
    if (streek_area_overlaps (area, self->ground->pdata[i]))
      return TRUE;

  return FALSE;
}

/* An area that lies on it in part is shown whole. */
static gboolean
keep_ground (StreekGathering *self, GError **error)
{
  for (guint i = self->ground != NULL ? self->rows->len : 0; i-- > 0;)
    if (!lies_on_ground (self, self->rows->pdata[i]))
      g_ptr_array_remove_index (self->rows, i);

  if (self->ground == NULL || self->rows->len > 0)
    return TRUE;

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
               /* Translators: %s is the name of a set of areas */
               _ ("No area of “%s” lies where the pages of the atlas do."), self->set->name);

  return FALSE;
}

gboolean
streek_gathering_list_rows (StreekGathering *self, GError **error)
{
  const StreekFigureSpec *spec = self->spec;

  self->set = streek_areas_find_set (self->areas, spec->set, error);

  if (self->set == NULL)
    return FALSE;

  if (spec->within == NULL)
    {
      self->rows = streek_areas_list (self->areas, spec->set, self->asked, &self->used, error);
      return self->rows != NULL && keep_ground (self, error);
    }

  self->container =
    streek_areas_resolve_ref (self->areas, spec->within, self->asked, &self->container_used, error);

  if (self->container == NULL)
    return FALSE;

  self->rows = streek_areas_list_within (self->areas, spec->set, self->asked, self->container,
                                         &self->straddling, &self->used, error);

  if (self->rows == NULL)
    return FALSE;

  count_municipalities (self);

  if (self->rows->len > 0)
    return keep_ground (self, error);

  g_autofree char *sentence = streek_areas_describe_none_within (self->set, self->container);

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA, sentence);

  return FALSE;
}

static gboolean
touches_rows (const StreekGathering *self, const StreekArea *area)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const StreekArea *row = g_ptr_array_index (self->rows, i);

      if (streek_area_overlaps (row, area))
        return TRUE;
    }

  return FALSE;
}

/* Whole areas of the outline set that hold something of what is shown. */
static gboolean
list_outlines (StreekGathering *self, GError **error)
{
  const StreekFigureSpec *spec = self->spec;

  if (spec->outline_set == NULL)
    return TRUE;

  self->outline = streek_areas_find_set (self->areas, spec->outline_set, error);

  if (self->outline == NULL)
    return FALSE;

  g_autoptr (GPtrArray) all =
    streek_areas_list (self->areas, spec->outline_set, self->asked, &self->outline_used, error);

  if (all == NULL)
    return FALSE;

  self->outlines = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (touches_rows (self, g_ptr_array_index (all, i)))
      g_ptr_array_add (self->outlines, g_ptr_array_index (all, i));

  return TRUE;
}

static StreekExtent
measure_area (const StreekMesh *mesh, const StreekArea *area)
{
  StreekExtent all = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < area->units.n; i++)
    {
      StreekExtent extent = streek_mesh_get_unit_extent (mesh, area->units.ids[i]);

      all.x_min = MIN (all.x_min, extent.x_min);
      all.y_min = MIN (all.y_min, extent.y_min);
      all.x_max = MAX (all.x_max, extent.x_max);
      all.y_max = MAX (all.y_max, extent.y_max);
    }

  return all;
}

gboolean
streek_gathering_is_near_rows (const StreekGathering *self, const StreekArea *area)
{
  if (strcmp (area->set->mesh, self->set->mesh) == 0)
    return touches_rows (self, area);

  const StreekMesh *mesh = streek_areas_get_mesh (self->areas, self->set->mesh);
  StreekExtent extent = measure_area (streek_areas_get_mesh (self->areas, area->set->mesh), area);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StreekExtent row = measure_area (mesh, self->rows->pdata[i]);

      if (extent.x_min <= row.x_max && extent.x_max >= row.x_min && extent.y_min <= row.y_max &&
          extent.y_max >= row.y_min)
        return TRUE;
    }

  return FALSE;
}

/* Areas of the overlay that hold something of what is shown; of another mesh, those that are near
 * it. */
static gboolean
list_overlays (StreekGathering *self, GError **error)
{
  const StreekFigureSpec *spec = self->spec;

  if (spec->overlay_set == NULL)
    return TRUE;

  self->overlay = streek_areas_find_set (self->areas, spec->overlay_set, error);

  if (self->overlay == NULL)
    return FALSE;

  g_autoptr (GPtrArray) all =
    streek_areas_list (self->areas, spec->overlay_set, self->asked, &self->overlay_used, error);

  if (all == NULL)
    return FALSE;

  self->overlays = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (streek_gathering_is_near_rows (self, all->pdata[i]))
      g_ptr_array_add (self->overlays, all->pdata[i]);

  return TRUE;
}

gboolean
streek_gathering_choose_areas (StreekGathering *self, StreekTotals *totals, GError **error)
{
  return streek_gathering_pick_date (self, totals, error) &&
         streek_gathering_list_rows (self, error) && list_outlines (self, error) &&
         list_overlays (self, error);
}
