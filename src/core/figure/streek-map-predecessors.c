/* streek-map-predecessors.c: where municipalities met that are one now, as thin dashes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-layout.h"

#include <glib/gi18n-lib.h>

/* Cuts one side of a frame off a line from @a to @b: what is left lies between @from and @to, which
 * run from 0 at @a to 1 at @b. Source: Liang and Barsky (1984), ACM Transactions on Graphics 3(1).
 */
static gboolean
cut_side (double step, double room, double *from, double *to)
{
  if (step == 0)
    return room >= 0;

  double at = room / step;

  if (step < 0)
    *from = MAX (*from, at);
  else
    *to = MIN (*to, at);

  return *from <= *to;
}

static gboolean
clip_step (StreekRect frame, StreekPoint *a, StreekPoint *b)
{
  StreekPoint start = *a;
  double across = b->x - a->x, along = b->y - a->y;
  double from = 0, to = 1;

  if (!cut_side (-across, start.x - frame.x, &from, &to) ||
      !cut_side (across, frame.x + frame.width - start.x, &from, &to) ||
      !cut_side (-along, start.y - frame.y, &from, &to) ||
      !cut_side (along, frame.y + frame.height - start.y, &from, &to))
    return FALSE;

  *a = (StreekPoint){ start.x + from * across, start.y + from * along };
  *b = (StreekPoint){ start.x + to * across, start.y + to * along };

  return TRUE;
}

static void
flush_line (StreekSceneBuilder *builder, GArray *points, const StreekStroke *stroke)
{
  if (points->len >= 2)
    streek_scene_builder_add_polygon (builder, (const StreekPoint *) (void *) points->data,
                                      points->len, FALSE, NULL, stroke, -1);

  g_array_set_size (points, 0);
}

/* The parts of an arc that lie in the map. */
static void
add_arc (const StreekMapPlan *plan,
         StreekSceneBuilder *builder,
         const StreekArc *arc,
         const StreekStroke *stroke)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (StreekPoint));

  for (guint i = 0; i + 1 < arc->n_vertices; i++)
    {
      StreekPoint a = streek_map_to_paper (plan, arc->vertices[i].x, arc->vertices[i].y);
      StreekPoint b = streek_map_to_paper (plan, arc->vertices[i + 1].x, arc->vertices[i + 1].y);
      StreekPoint end = b;
      StreekPoint last = points->len > 0 ? g_array_index (points, StreekPoint, points->len - 1) : a;

      if (!clip_step (plan->map, &a, &b))
        {
          flush_line (builder, points, stroke);
          continue;
        }

      if (points->len > 0 && (last.x != a.x || last.y != a.y))
        flush_line (builder, points, stroke);
      if (points->len == 0)
        g_array_append_val (points, a);
      g_array_append_val (points, b);
      if (b.x != end.x || b.y != end.y)
        flush_line (builder, points, stroke);
    }

  flush_line (builder, points, stroke);
}

static void
add_lines (const StreekMapPlan *plan, StreekSceneBuilder *builder, const StreekStroke *stroke)
{
  const StreekGround *ground = plan->figure->ground;
  StreekMesh *mesh = streek_ground_get_context_mesh (ground);
  guint level = streek_mesh_pick_level (mesh, plan->view.metres_per_point /
                                                plan->options->theme->dots_per_point);

  for (guint i = 0; i < ground->predecessor_arcs->len; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, level, g_array_index (ground->predecessor_arcs, guint, i), &arc);
      add_arc (plan, builder, &arc, stroke);
    }
}

/**
 * streek_map_draw_predecessors:
 * @plan: where everything stands
 *
 * Borders inside municipalities that came from a merger, on a light ground so that they show in
 * dark classes too; nothing where there are none.
 */
void
streek_map_draw_predecessors (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  const StreekTheme *theme = plan->options->theme;
  const GArray *arcs = plan->figure->ground->predecessor_arcs;

  if (arcs == NULL || arcs->len == 0)
    return;

  streek_scene_builder_push_group (builder, "predecessors", _ ("Borders before a merger"));
  add_lines (plan, builder, &theme->predecessor_casing);
  add_lines (plan, builder, &theme->predecessor);
  streek_scene_builder_pop_group (builder);
}
