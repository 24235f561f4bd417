/* streek-overlay.c: areas of another set, as hatched outlines over those a map is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-overlay.h"
#include "figure/streek-palette.h"
#include "geo/streek-extent.h"

#include <string.h>

static const StreekHatch hatches[] = {
  STREEK_HATCH_OVER_DIAGONAL, STREEK_HATCH_OVER_BACK_DIAGONAL, STREEK_HATCH_OVER_HORIZONTAL,
  STREEK_HATCH_OVER_VERTICAL, STREEK_HATCH_OVER_CROSS,
};

#define NO_UNIT -1
#define MANY_UNITS -2

/* The unit that a group is, where it is one. */
static gint32 *
find_single_units (const StreekMesh *mesh, const gint32 *group_of, guint n_groups)
{
  gint32 *units = g_new (gint32, MAX (n_groups, 1));

  for (guint group = 0; group < n_groups; group++)
    units[group] = NO_UNIT;

  for (guint unit = 0; unit < streek_mesh_get_n_units (mesh); unit++)
    if (group_of[unit] >= 0)
      units[group_of[unit]] = units[group_of[unit]] == NO_UNIT ? (gint32) unit : MANY_UNITS;

  return units;
}

/**
 * streek_places_find:
 * @group_of: (array length=n_units): group of each unit, negative: none
 * @rings: (array length=n_groups): the outlines of the groups
 *
 * A map of municipalities asks for hundreds of circles, which the mesh has.
 *
 * Returns: (transfer full) (array length=n_groups): all zero for a group without units
 */
StreekPlace *
streek_places_find (const StreekMesh *mesh,
                    const gint32 *group_of,
                    const StreekRings *rings,
                    guint n_groups)
{
  StreekPlace *places = g_new0 (StreekPlace, MAX (n_groups, 1));
  g_autofree gint32 *units = find_single_units (mesh, group_of, n_groups);

  for (guint group = 0; group < n_groups; group++)
    if (units[group] >= 0)
      places[group].circle = streek_mesh_get_unit_label_circle (mesh, (guint) units[group]);
    else if (units[group] == MANY_UNITS)
      streek_rings_find_label_circle (&rings[group], &places[group].circle);

  for (guint unit = 0; unit < streek_mesh_get_n_units (mesh); unit++)
    if (group_of[unit] >= 0)
      places[group_of[unit]].area_km2 += streek_mesh_get_unit_area_km2 (mesh, unit);

  return places;
}

static StreekExtent
measure_shape (const StreekMesh *mesh, const StreekFigureShape *shape)
{
  StreekExtent all = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < shape->n_units; i++)
    {
      StreekExtent extent = streek_mesh_get_unit_extent (mesh, shape->units[i]);

      all.x_min = MIN (all.x_min, extent.x_min);
      all.y_min = MIN (all.y_min, extent.y_min);
      all.x_max = MAX (all.x_max, extent.x_max);
      all.y_max = MAX (all.y_max, extent.y_max);
    }

  return all;
}

/* Whether an area can lie in a sheet: it shares no unit with those that do, and where every outline
 * of the mesh stands by itself, so that units themselves lie over each other, it is not even near
 * them. */
static gboolean
has_room (const StreekOverlay *self,
          const gint32 *area_of,
          const StreekFigureData *data,
          const StreekExtent *extents,
          guint area)
{
  const StreekFigureShape *shape = &data->overlays[area];

  for (guint i = 0; i < shape->n_units; i++)
    if (area_of[shape->units[i]] >= 0)
      return FALSE;

  for (guint unit = 0; data->overlay_is_plain && unit < self->n_units; unit++)
    if (area_of[unit] >= 0 && streek_extents_meet (&extents[area], &extents[area_of[unit]]))
      return FALSE;

  return TRUE;
}

static gint32 *
find_sheet (GPtrArray *sheets,
            const StreekOverlay *self,
            const StreekFigureData *data,
            const StreekExtent *extents,
            guint area)
{
  for (guint i = 0; i < sheets->len; i++)
    if (has_room (self, sheets->pdata[i], data, extents, area))
      return sheets->pdata[i];

  gint32 *sheet = g_new (gint32, MAX (self->n_units, 1));

  for (guint unit = 0; unit < self->n_units; unit++)
    sheet[unit] = -1;
  g_ptr_array_add (sheets, sheet);

  return sheet;
}

static void
fill_sheets (StreekOverlay *self, const StreekFigureData *data)
{
  g_autofree StreekExtent *extents = g_new (StreekExtent, MAX (self->n_areas, 1));
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  guint level = streek_mesh_pick_level (self->mesh, STREEK_MESH_LABEL_DETAIL_M);

  for (guint area = 0; area < self->n_areas; area++)
    {
      const StreekFigureShape *shape = &data->overlays[area];

      extents[area] = measure_shape (self->mesh, shape);

      gint32 *sheet = find_sheet (sheets, self, data, extents, area);

      for (guint i = 0; i < shape->n_units; i++)
        sheet[shape->units[i]] = (gint32) area;
    }

  self->n_sheets = sheets->len;
  self->sheets = g_new0 (StreekOverlaySheet, MAX (sheets->len, 1));
  for (guint i = 0; i < sheets->len; i++)
    {
      StreekOverlaySheet *sheet = &self->sheets[i];

      sheet->area_of = sheets->pdata[i];
      sheet->rings = streek_mesh_build_rings (self->mesh, level, sheet->area_of, self->n_areas);
      sheet->places = streek_places_find (self->mesh, sheet->area_of, sheet->rings, self->n_areas);
    }
}

/* Few areas have each their own; of many, those of one sheet have one, unless there is only one
 * sheet: then neighbours differ. */
static void
choose_hatches (StreekOverlay *self)
{
  g_autofree guint8 *colors =
    self->n_sheets == 1 ? streek_palette_color_neighbours (self->mesh, self->sheets[0].area_of,
                                                           self->n_areas, G_N_ELEMENTS (hatches))
                        : g_new0 (guint8, self->n_areas + 1);

  self->has_own_hatches = self->n_areas <= G_N_ELEMENTS (hatches);

  for (guint i = 0; self->n_sheets > 1 && i < self->n_sheets; i++)
    for (guint unit = 0; unit < self->n_units; unit++)
      if (self->sheets[i].area_of[unit] >= 0)
        colors[self->sheets[i].area_of[unit]] = (guint8) (i % G_N_ELEMENTS (hatches));

  self->hatches = g_new (StreekHatch, MAX (self->n_areas, 1));
  for (guint area = 0; area < self->n_areas; area++)
    self->hatches[area] = hatches[self->has_own_hatches ? area : colors[area]];
}

static void
copy_shapes (StreekOverlay *self, const StreekFigureData *data)
{
  self->starts = g_new0 (guint32, self->n_areas + 1);
  for (guint area = 0; area < self->n_areas; area++)
    self->starts[area + 1] = self->starts[area] + data->overlays[area].n_units;

  self->units = g_new (guint32, MAX (self->starts[self->n_areas], 1));
  for (guint area = 0; area < self->n_areas; area++)
    if (data->overlays[area].n_units > 0)
      memcpy (self->units + self->starts[area], data->overlays[area].units,
              data->overlays[area].n_units * sizeof (guint32));
}

/**
 * streek_overlay_new:
 * @data: what a figure is made of, with an overlay mesh
 *
 * Areas that lie over each other come in different sheets, so that each has an outline and a hatch
 * of its own. Enters no statistics.
 *
 * Returns: (transfer full): the overlay
 */
StreekOverlay *
streek_overlay_new (const StreekFigureData *data)
{
  StreekOverlay *self = g_new0 (StreekOverlay, 1);

  self->mesh = streek_mesh_ref (data->overlay_mesh);
  self->n_units = streek_mesh_get_n_units (data->overlay_mesh);
  self->n_areas = data->n_overlays;
  copy_shapes (self, data);
  fill_sheets (self, data);
  choose_hatches (self);

  return self;
}

void
streek_overlay_free (StreekOverlay *overlay)
{
  if (overlay == NULL)
    return;

  for (guint i = 0; i < overlay->n_sheets; i++)
    {
      streek_rings_free_array (overlay->sheets[i].rings, overlay->n_areas);
      g_free (overlay->sheets[i].area_of);
      g_free (overlay->sheets[i].places);
    }
  g_free (overlay->sheets);
  g_free (overlay->hatches);
  g_free (overlay->starts);
  g_free (overlay->units);
  streek_mesh_unref (overlay->mesh);
  g_free (overlay);
}

static gboolean
is_shape_of (const StreekOverlay *self, guint area, const StreekFigureShape *shape)
{
  guint32 start = self->starts[area];

  return self->starts[area + 1] - start == shape->n_units &&
         (shape->n_units == 0 ||
          memcmp (self->units + start, shape->units, shape->n_units * sizeof (guint32)) == 0);
}

/* Whether @overlay (nullable) is what @data asks for. */
gboolean
streek_overlay_is_of (const StreekOverlay *overlay, const StreekFigureData *data)
{
  if (overlay == NULL || data->overlay_mesh == NULL)
    return overlay == NULL && data->overlay_mesh == NULL;

  if (overlay->mesh != data->overlay_mesh || overlay->n_areas != data->n_overlays)
    return FALSE;

  for (guint area = 0; area < overlay->n_areas; area++)
    if (!is_shape_of (overlay, area, &data->overlays[area]))
      return FALSE;

  return TRUE;
}
