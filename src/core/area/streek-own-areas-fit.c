/* streek-own-areas-fit.c: whether areas with borders of their own are made of whole municipalities
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-areas-private.h"
#include "base/streek-format.h"
#include "geo/streek-extent.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* What the two may differ in: boundaries of one municipality are drawn differently by everyone, but
 * land that changes hands is more than that. */
#define MAX_DIFFERENCE 0.01
#define MAX_DIFFERENCE_KM2 5.0
/* A municipality is in or out; one of which more than this is on the other side is cut. */
#define MAX_CUT 0.1

/* A first look that already tells most areas that do not fit. */
#define ROUGH_LINES 32
#define ROUGH_DIFFERENCE 0.1
#define LINE_EVERY_M 25.0
#define MAX_LINES 4000

#define M2_PER_KM2 1e6
/* So many that do not fit are an answer. */
#define MAX_MISFITS 20

/* Where a horizontal line meets a border: of the area, or of the municipalities. */
typedef struct
{
  guint line;
  double x;
  gint32 west;
  gint32 east;
} Crossing;

typedef struct
{
  const StreekMesh *base;
  StreekExtent *arc_extents;
  double *inside_m2; /* per unit of the base */
  GArray *touched;   /* of guint32: units with any of it */
  GArray *own;       /* of Crossing */
  GArray *borders;   /* of Crossing */
} Fit;

/* Lines are at y_min + (k + ½) · step, k from 0. */
typedef struct
{
  double y_min;
  double step_m;
  guint n;
} Lines;

static void
cross_lines (
  const Lines *lines, StreekVertex a, StreekVertex b, gint32 left, gint32 right, GArray *found)
{
  gboolean upward = a.y < b.y;
  StreekVertex low = upward ? a : b;
  StreekVertex high = upward ? b : a;
  double slope = low.y != high.y ? ((double) high.x - low.x) / ((double) high.y - low.y) : 0;
  /* the lower end counts and the upper does not; the first may be rounded away, hence one earlier
   */
  double first = ceil ((low.y - lines->y_min) / lines->step_m - 0.5) - 1;

  for (guint k = (guint) MAX (first, 0); k < lines->n; k++)
    {
      double y = lines->y_min + (k + 0.5) * lines->step_m;
      Crossing crossing = { k, low.x + (y - low.y) * slope, upward ? left : right,
                            upward ? right : left };

      if (y >= high.y)
        break;
      if (y >= low.y)
        g_array_append_val (found, crossing);
    }
}

static int
compare_crossings (const void *a, const void *b)
{
  const Crossing *first = a;
  const Crossing *second = b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;

  return first->x < second->x ? -1 : first->x > second->x;
}

static void
sort_crossings (GArray *crossings)
{
  if (crossings->len > 0)
    qsort (crossings->data, crossings->len, sizeof (Crossing), compare_crossings);
}

static void
add_inside (Fit *fit, gint32 unit, double m2)
{
  if (unit < 0 || m2 <= 0)
    return;

  guint32 id = (guint32) unit;

  if (fit->inside_m2[id] == 0)
    g_array_append_val (fit->touched, id);
  fit->inside_m2[id] += m2;
}

/* Shares out the stretch of one line from @x0 to @x1 over the units it runs through. */
static void
share_stretch (
  Fit *fit, const Lines *lines, const Crossing *from, guint first, double x0, double x1)
{
  guint n = fit->borders->len;
  guint line = from->line;
  guint end = first;
  double at = x0;
  gint32 unit;

  if (first >= n || g_array_index (fit->borders, Crossing, first).line != line)
    {
      /* no border anywhere on this line: all of it lies in one unit */
      unit = streek_mesh_find_unit (fit->base, (x0 + x1) / 2,
                                    lines->y_min + (line + 0.5) * lines->step_m);
      add_inside (fit, unit, (x1 - x0) * lines->step_m);
      return;
    }

  unit = g_array_index (fit->borders, Crossing, first).west;
  for (; end < n && g_array_index (fit->borders, Crossing, end).line == line && at < x1; end++)
    {
      const Crossing *border = &g_array_index (fit->borders, Crossing, end);

      if (border->x > at)
        {
          add_inside (fit, unit, (MIN (border->x, x1) - at) * lines->step_m);
          at = MIN (border->x, x1);
        }
      unit = border->east;
    }
  if (at < x1)
    add_inside (fit, unit, (x1 - at) * lines->step_m);
}

/* Fills inside_m2 from @n_lines lines through the area; returns its own area by the same lines. */
static double
measure (Fit *fit, const StreekRings *rings, const StreekExtent *extent, guint n_lines)
{
  const Lines lines = { extent->y_min, ((double) extent->y_max - extent->y_min) / n_lines,
                        n_lines };
  double total_m2 = 0;
  guint border = 0;

  g_array_set_size (fit->own, 0);
  g_array_set_size (fit->borders, 0);
  for (guint i = 0; i < fit->touched->len; i++)
    fit->inside_m2[g_array_index (fit->touched, guint32, i)] = 0;
  g_array_set_size (fit->touched, 0);

  for (guint i = 0; i < rings->n_rings; i++)
    for (guint j = rings->ring_starts[i]; j < rings->ring_starts[i + 1]; j++)
      cross_lines (
        &lines, rings->vertices[j],
        rings->vertices[j + 1 < rings->ring_starts[i + 1] ? j + 1 : rings->ring_starts[i]], 0, 0,
        fit->own);
  for (guint i = 0; i < streek_mesh_get_n_arcs (fit->base); i++)
    if (streek_extents_meet (&fit->arc_extents[i], extent))
      {
        StreekArc arc;

        streek_mesh_get_arc (fit->base, 0, i, &arc);
        for (guint j = 0; j + 1 < arc.n_vertices; j++)
          cross_lines (&lines, arc.vertices[j], arc.vertices[j + 1], arc.left, arc.right,
                       fit->borders);
      }
  sort_crossings (fit->own);
  sort_crossings (fit->borders);

  /* crossings of the area come in pairs: in and out */
  for (guint i = 0; i + 1 < fit->own->len; i += 2)
    {
      const Crossing *in = &g_array_index (fit->own, Crossing, i);
      const Crossing *out = &g_array_index (fit->own, Crossing, i + 1);

      while (border < fit->borders->len &&
             g_array_index (fit->borders, Crossing, border).line < in->line)
        border++;
      share_stretch (fit, &lines, in, border, in->x, out->x);
      total_m2 += (out->x - in->x) * lines.step_m;
    }

  return total_m2;
}

static double
get_unit_m2 (const Fit *fit, guint32 unit)
{
  return streek_mesh_get_unit_area_km2 (fit->base, unit) * M2_PER_KM2;
}

/* The units of which most lies inside, into @units; returns the area of all that is in only one of
 * both. */
static double
choose_units (const Fit *fit, double total_m2, GArray *units, gboolean *is_cut)
{
  double difference_m2 = total_m2;

  g_array_set_size (units, 0);
  *is_cut = FALSE;
  for (guint i = 0; i < fit->touched->len; i++)
    {
      guint32 unit = g_array_index (fit->touched, guint32, i);
      double unit_m2 = get_unit_m2 (fit, unit);
      double share = fit->inside_m2[unit] / unit_m2;

      *is_cut |= share > MAX_CUT && share < 1 - MAX_CUT;
      if (share < 0.5)
        continue;

      g_array_append_val (units, unit);
      difference_m2 += unit_m2 - 2 * fit->inside_m2[unit];
    }

  return MAX (difference_m2, 0);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* Whether the area is made of whole units; then they are in @units, and @difference says which part
 * of it lies on the other side of the line. */
static gboolean
fit_area (
  Fit *fit, const StreekRings *rings, const StreekExtent *extent, GArray *units, double *difference)
{
  gboolean is_cut;
  double total_m2 = measure (fit, rings, extent, ROUGH_LINES);

  if (choose_units (fit, total_m2, units, &is_cut) > ROUGH_DIFFERENCE * total_m2)
    return FALSE;

  double height_m = (double) extent->y_max - extent->y_min;

  total_m2 =
    measure (fit, rings, extent, (guint) CLAMP (height_m / LINE_EVERY_M, ROUGH_LINES, MAX_LINES));

  double difference_m2 = choose_units (fit, total_m2, units, &is_cut);

  g_array_sort (units, compare_units);
  *difference = difference_m2 / total_m2;

  return !is_cut && units->len > 0 && *difference < MAX_DIFFERENCE &&
         difference_m2 < MAX_DIFFERENCE_KM2 * M2_PER_KM2;
}

static void
fit_init (Fit *fit, const StreekMesh *base)
{
  guint n_arcs = streek_mesh_get_n_arcs (base);

  fit->base = base;
  fit->arc_extents = g_new (StreekExtent, n_arcs);
  fit->inside_m2 = g_new0 (double, streek_mesh_get_n_units (base));
  fit->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  fit->own = g_array_new (FALSE, FALSE, sizeof (Crossing));
  fit->borders = g_array_new (FALSE, FALSE, sizeof (Crossing));

  for (guint i = 0; i < n_arcs; i++)
    {
      StreekExtent extent = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };
      StreekArc arc;

      streek_mesh_get_arc (base, 0, i, &arc);
      for (guint j = 0; j < arc.n_vertices; j++)
        {
          extent.x_min = MIN (extent.x_min, arc.vertices[j].x);
          extent.y_min = MIN (extent.y_min, arc.vertices[j].y);
          extent.x_max = MAX (extent.x_max, arc.vertices[j].x);
          extent.y_max = MAX (extent.y_max, arc.vertices[j].y);
        }
      fit->arc_extents[i] = extent;
    }
}

static void
fit_clear (Fit *fit)
{
  g_free (fit->arc_extents);
  g_free (fit->inside_m2);
  g_array_unref (fit->touched);
  g_array_unref (fit->own);
  g_array_unref (fit->borders);
}

static double
find_smallest_km2 (const StreekMesh *base)
{
  double smallest_km2 = INFINITY;

  for (guint i = 0; i < streek_mesh_get_n_units (base); i++)
    smallest_km2 = MIN (smallest_km2, streek_mesh_get_unit_area_km2 (base, i));

  return smallest_km2;
}

static void
say_fits (StreekOwnAreas *self, const StreekOwnArea *area, guint n_units, double difference)
{
  g_autofree char *percentage =
    streek_format_number (streek_format_get_default (), 100 * difference, 1);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an area, %2$u a number of municipalities, %3$s a percentage. */
    ngettext ("%1$s is made of %2$u municipality of before 2019; the outlines differ by %3$s %%.",
              "%1$s is made of %2$u municipalities of before 2019; the outlines differ by "
              "%3$s %%.",
              n_units),
    area->name, n_units, percentage);

  streek_own_areas_say (self, STREEK_SEVERITY_NOTE, "own-areas/union", area->code, message);
}

static void
say_misfit (StreekOwnAreas *self, const StreekOwnArea *area)
{
  g_autofree char *message = g_strdup_printf (
    /* Translators: %s is an area. */
    _ ("%s is not made of whole municipalities."), area->name);

  streek_own_areas_say (self, STREEK_SEVERITY_NOTE, "own-areas/misfit", area->code, message);
}

/* The areas from @first up to @end; returns how many of them do not fit, and stops at @max. */
static guint
fit_some (StreekOwnAreas *self,
          Fit *fit,
          guint first,
          guint end,
          guint max,
          GPtrArray *units,
          double *differences,
          GCancellable *cancellable)
{
  guint n = self->areas->len;
  g_autofree gint32 *group_of = g_new (gint32, n);
  double smallest_km2 = find_smallest_km2 (fit->base);
  guint n_misfits = 0;

  for (guint i = 0; i < n; i++)
    group_of[i] = i >= first && i < end ? (gint32) (i - first) : -1;

  StreekRings *rings = streek_mesh_build_rings (self->mesh, 0, group_of, end - first);

  for (guint i = first; i < end && n_misfits < max && !g_cancellable_is_cancelled (cancellable);
       i++)
    {
      StreekExtent extent = streek_mesh_get_unit_extent (self->mesh, i);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
      gboolean fits =
        streek_mesh_get_unit_area_km2 (self->mesh, i) > (1 - MAX_DIFFERENCE) * smallest_km2 &&
        fit_area (fit, &rings[i - first], &extent, found, &differences[i]);

      if (!fits)
        {
          say_misfit (self, self->areas->pdata[i]);
          n_misfits++;
        }
      g_ptr_array_add (units, g_steal_pointer (&found));
    }
  streek_rings_free_array (rings, end - first);

  return n_misfits;
}

/* Notes what is found; TRUE where every area fits, and then each has its units in @units. Where
 * none of the first ones does, the outlines of the others are never made. */
static gboolean
fit_all (
  StreekOwnAreas *self, Fit *fit, GPtrArray *units, double *differences, GCancellable *cancellable)
{
  guint n = self->areas->len;
  guint n_first = MIN (MAX_MISFITS, n);
  guint n_misfits = fit_some (self, fit, 0, n_first, MAX_MISFITS, units, differences, cancellable);

  if (n_misfits < MAX_MISFITS && n_first < n)
    n_misfits +=
      fit_some (self, fit, n_first, n, MAX_MISFITS - n_misfits, units, differences, cancellable);

  return n_misfits == 0 && units->len == n;
}

gboolean
streek_own_areas_share_units (const StreekOwnAreas *self, guint n_units)
{
  g_autofree guint8 *taken = g_new0 (guint8, n_units);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const StreekOwnArea *area = self->areas->pdata[i];

      StreekUnits units = streek_own_area_get_units (area);

      for (guint j = 0; j < units.n; j++)
        if (taken[units.ids[j]]++)
          return TRUE;
    }

  return FALSE;
}

/* Compares every area, as a unit of the mesh of its own, with the units of @base. Where all are
 * made of whole ones, they get those units, and the mesh of their own goes. */
gboolean
streek_own_areas_fit (StreekOwnAreas *self, const StreekMesh *base, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree double *differences = g_new0 (double, self->areas->len);
  Fit fit;

  fit_init (&fit, base);
  gboolean fits = fit_all (self, &fit, units, differences, cancellable);

  fit_clear (&fit);
  if (!fits)
    return FALSE;

  for (guint i = 0; i < self->areas->len; i++)
    {
      StreekOwnArea *area = self->areas->pdata[i];

      g_clear_pointer (&area->units, g_array_unref);
      area->units = g_array_ref (units->pdata[i]);
      say_fits (self, area, area->units->len, differences[i]);
    }
  g_clear_pointer (&self->mesh, streek_mesh_unref);
  self->kind = STREEK_OWN_AREAS_UNION;
  self->overlaps = streek_own_areas_share_units (self, streek_mesh_get_n_units (base));

  return TRUE;
}
