/* streek-area-lines.c: arcs of a map chained into lines, and groups gathered by paint */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-area-lines.h"
#include "draw/streek-scene-private.h"

#include <math.h>

/* An arc walked one way: twice its place in Network.arcs, plus one for backwards. */
typedef guint Half;

#define NO_HALF G_MAXUINT
#define ENDLESS_PT 1e9

/* The arcs of one style of line, and which of them meet where. */
typedef struct
{
  const StreekAreasMark *areas;
  StreekRect frame;    /* in which a line is seen */
  GArray *arcs;        /* of StreekArc */
  guint *nodes;        /* per half: the node it leaves */
  guint *next_leaving; /* per half: another half that leaves the same node */
  guint *first_leaving;
  guint *degrees;
  guint n_nodes;
  gboolean *used; /* per arc */
} Network;

/* Numbers for vertices, in a table with open addresses: arcs by the ten thousands meet here. */
typedef struct
{
  guint64 *keys;
  guint *numbers; /* counted from 1, 0: free */
  guint mask;
  guint n;
} VertexTable;

static gint32
find_group (const gint32 *group_of, gint32 unit)
{
  return unit == STREEK_MESH_NO_UNIT || group_of[unit] < 0 ? -1 : group_of[unit];
}

gboolean
streek_area_lines_has_arc (const StreekAreaLines *lines, const StreekArc *arc)
{
  gint32 left = find_group (lines->group_of, arc->left);
  gint32 right = find_group (lines->group_of, arc->right);

  if (left == right)
    return FALSE;

  return !lines->outer_only || left < 0 || right < 0;
}

static guint
find_number (VertexTable *table, StreekVertex vertex)
{
  guint64 key = (guint64) (guint32) vertex.x << 32 | (guint32) vertex.y;
  guint slot = (guint) ((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & table->mask;

  while (table->numbers[slot] != 0 && table->keys[slot] != key)
    slot = (slot + 1) & table->mask;

  if (table->numbers[slot] == 0)
    {
      table->keys[slot] = key;
      table->numbers[slot] = ++table->n;
    }

  return table->numbers[slot] - 1;
}

/* Whether what lies in a box can be seen, its line reaching @margin points beyond it. */
static gboolean
meets_clip (const StreekAreasMark *areas, const StreekExtent *box, double margin)
{
  StreekPoint top_left = streek_projection_to_page (&areas->projection, box->x_min, box->y_max);
  StreekPoint bottom_right = streek_projection_to_page (&areas->projection, box->x_max, box->y_min);
  const StreekRect *clip = &areas->clip;

  /* vertices are placed on a grid, so that they may lie a step further */
  margin += 1.0 / STREEK_STEPS_A_POINT;

  return bottom_right.x >= clip->x - margin && top_left.x <= clip->x + clip->width + margin &&
         bottom_right.y >= clip->y - margin && top_left.y <= clip->y + clip->height + margin;
}

static gboolean
is_in_clip (const StreekAreasMark *areas, const StreekVertex *vertices, guint n, double margin)
{
  StreekExtent box = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < n; i++)
    {
      box.x_min = MIN (box.x_min, vertices[i].x);
      box.x_max = MAX (box.x_max, vertices[i].x);
      box.y_min = MIN (box.y_min, vertices[i].y);
      box.y_max = MAX (box.y_max, vertices[i].y);
    }

  return meets_clip (areas, &box, margin);
}

/* (transfer full) (array): which units can be seen, with their lines: on a page about one of
 * hundreds most lie elsewhere. */
static gboolean *
list_seen_units (const StreekAreasMark *areas, double margin)
{
  guint n_units = streek_mesh_get_n_units (areas->mesh);
  gboolean *seen = g_new (gboolean, MAX (n_units, 1));

  for (guint i = 0; i < n_units; i++)
    {
      StreekExtent box = streek_mesh_get_unit_extent (areas->mesh, i);

      seen[i] = meets_clip (areas, &box, margin);
    }

  return seen;
}

/* An arc lies in the boxes of both its units. */
static gboolean
may_be_seen (const gboolean *seen, const StreekArc *arc)
{
  return (arc->left < 0 || seen[arc->left]) && (arc->right < 0 || seen[arc->right]);
}

static GArray *
gather_arcs (const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  GArray *arcs = g_array_new (FALSE, FALSE, sizeof (StreekArc));
  guint n_arcs = streek_mesh_get_n_arcs (areas->mesh);
  g_autofree gboolean *seen = list_seen_units (areas, lines->stroke.width);

  for (guint i = 0; i < n_arcs; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (areas->mesh, areas->level, i, &arc);

      if (may_be_seen (seen, &arc) && streek_area_lines_has_arc (lines, &arc) &&
          is_in_clip (areas, arc.vertices, arc.n_vertices, lines->stroke.width))
        g_array_append_val (arcs, arc);
    }

  return arcs;
}

static void
number_nodes (Network *network)
{
  guint n_halves = 2 * network->arcs->len;
  guint capacity = 16;

  while (capacity < 2 * n_halves)
    capacity *= 2;

  VertexTable table = { g_new (guint64, capacity), g_new0 (guint, capacity), capacity - 1, 0 };

  for (guint i = 0; i < network->arcs->len; i++)
    {
      const StreekArc *arc = &g_array_index (network->arcs, StreekArc, i);

      network->nodes[2 * i] = find_number (&table, arc->vertices[0]);
      network->nodes[2 * i + 1] = find_number (&table, arc->vertices[arc->n_vertices - 1]);
    }

  network->n_nodes = table.n;
  g_free (table.keys);
  g_free (table.numbers);
}

/* Dashes go on from what is not seen: that keeps its length. */
static StreekRect
get_line_frame (const StreekAreasMark *areas, const StreekStroke *stroke)
{
  const double margin = stroke->dash > 0 ? ENDLESS_PT : stroke->width;

  return (StreekRect){ areas->clip.x - margin, areas->clip.y - margin,
                       areas->clip.width + 2 * margin, areas->clip.height + 2 * margin };
}

static void
network_init (Network *network, const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  network->areas = areas;
  network->frame = get_line_frame (areas, &lines->stroke);
  network->arcs = gather_arcs (areas, lines);

  guint n_halves = 2 * network->arcs->len;

  network->nodes = g_new (guint, MAX (n_halves, 1));
  number_nodes (network);
  network->next_leaving = g_new (guint, MAX (n_halves, 1));
  network->first_leaving = g_new (guint, MAX (network->n_nodes, 1));
  network->degrees = g_new0 (guint, MAX (network->n_nodes, 1));
  network->used = g_new0 (gboolean, MAX (network->arcs->len, 1));

  for (guint i = 0; i < network->n_nodes; i++)
    network->first_leaving[i] = NO_HALF;

  for (Half half = n_halves; half-- > 0;)
    {
      guint node = network->nodes[half];

      network->next_leaving[half] = network->first_leaving[node];
      network->first_leaving[node] = half;
      network->degrees[node]++;
    }
}

static void
network_clear (Network *network)
{
  g_array_unref (network->arcs);
  g_free (network->nodes);
  g_free (network->next_leaving);
  g_free (network->first_leaving);
  g_free (network->degrees);
  g_free (network->used);
}

static Half
find_unused (Network *network, guint node)
{
  Half half = network->first_leaving[node];

  while (half != NO_HALF && network->used[half / 2])
    half = network->next_leaving[half];

  network->first_leaving[node] = half; /* what was used stays used */

  return half;
}

/* Where a vertex falls, in whole steps of the paper: the same for every line and ring that has it,
 * so that neighbours still meet, and a number that a file can say in few signs. */
static StreekPoint
place_vertex (const StreekAreasMark *areas, StreekVertex vertex)
{
  StreekPoint point = streek_projection_to_page (&areas->projection, vertex.x, vertex.y);

  return (StreekPoint){ rint (point.x * STREEK_STEPS_A_POINT) / STREEK_STEPS_A_POINT,
                        rint (point.y * STREEK_STEPS_A_POINT) / STREEK_STEPS_A_POINT };
}

static gboolean
goes_straight_on (StreekPoint a, StreekPoint b, StreekPoint c)
{
  double abx = b.x - a.x, aby = b.y - a.y, bcx = c.x - b.x, bcy = c.y - b.y;

  /* exact: all of them are whole steps */
  return abx * bcy == aby * bcx && abx * bcx + aby * bcy > 0;
}

/* Which sides of the frame a point lies beyond, a bit for each. */
static guint
find_sides (const StreekRect *frame, StreekPoint point)
{
  return (guint) (point.x < frame->x) | (guint) (point.x > frame->x + frame->width) << 1 |
         (guint) (point.y < frame->y) << 2 | (guint) (point.y > frame->y + frame->height) << 3;
}

/* What lies beyond a side is convex: a way there can as well be straight, and nothing that is seen
 * becomes another, neither a line nor what a ring holds. */
static gboolean
stays_beyond (const StreekRect *frame, StreekPoint a, StreekPoint b, StreekPoint c)
{
  return (find_sides (frame, a) & find_sides (frame, b) & find_sides (frame, c)) != 0;
}

/* A point that adds nothing to the line in @frame is not worth a number in a file. */
static void
append_point (GArray *points, guint start, StreekPoint point, const StreekRect *frame)
{
  StreekPoint *last =
    points->len > start ? &g_array_index (points, StreekPoint, points->len - 1) : NULL;

  if (last != NULL && last->x == point.x && last->y == point.y)
    return;

  if (points->len > start + 1 && (goes_straight_on (last[-1], last[0], point) ||
                                  stays_beyond (frame, last[-1], last[0], point)))
    *last = point;
  else
    g_array_append_val (points, point);
}

static void
append_arc (const Network *network, Half half, GArray *points, guint start)
{
  const StreekArc *arc = &g_array_index (network->arcs, StreekArc, half / 2);
  guint last = arc->n_vertices - 1;

  for (guint i = 0; i <= last; i++)
    append_point (points, start,
                  place_vertex (network->areas, arc->vertices[(half & 1) ? last - i : i]),
                  &network->frame);
}

typedef struct
{
  GArray *starts;
  GArray *closed;
  GArray *points;
} Collector;

static Collector
collector_begin (void)
{
  return (Collector){ g_array_new (FALSE, FALSE, sizeof (guint)),
                      g_array_new (FALSE, FALSE, sizeof (gboolean)),
                      g_array_new (FALSE, FALSE, sizeof (StreekPoint)) };
}

static void
collector_close_line (Collector *collector, guint start, gboolean closed)
{
  g_array_append_val (collector->starts, start);
  g_array_append_val (collector->closed, closed);
}

static StreekPolylines *
collector_end (Collector *collector)
{
  StreekPolylines *lines = g_new (StreekPolylines, 1);
  guint end = collector->points->len;

  lines->n_lines = collector->closed->len;
  g_array_append_val (collector->starts, end);
  lines->starts = (guint *) g_array_free (collector->starts, FALSE);
  lines->closed = (gboolean *) g_array_free (collector->closed, FALSE);
  lines->points = (StreekPoint *) g_array_free (collector->points, FALSE);

  return lines;
}

/* Walks on as long as an arc that was not drawn yet leaves the node. */
static void
walk_line (Network *network, Half half, Collector *collector)
{
  guint start = collector->points->len;
  guint first_node = network->nodes[half];
  guint node = first_node;

  while (half != NO_HALF)
    {
      network->used[half / 2] = TRUE;
      append_arc (network, half, collector->points, start);
      node = network->nodes[half ^ 1];
      half = find_unused (network, node);
    }

  gboolean closed = node == first_node && collector->points->len - start > 2;

  if (closed)
    g_array_set_size (collector->points, collector->points->len - 1);

  collector_close_line (collector, start, closed);
}

/* Lines begin where an odd number of arcs meet; what is left then goes around. */
static void
walk_all (Network *network, Collector *collector)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint node = 0; node < network->n_nodes; node++)
      {
        if (pass == 0 && network->degrees[node] % 2 == 0)
          continue;

        for (Half half = find_unused (network, node); half != NO_HALF;
             half = find_unused (network, node))
          walk_line (network, half, collector);
      }
}

/**
 * streek_polylines_new_from_lines:
 * @areas: the map
 * @lines: one of its styles of line
 *
 * Chains the arcs that the style draws, each once, into as few lines as it can: joins are then
 * drawn as joins, dashes run on, and a file needs fewer words. What is not seen is shortened.
 *
 * Returns: (transfer full): the lines on the page
 */
StreekPolylines *
streek_polylines_new_from_lines (const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  Network network;
  Collector collector = collector_begin ();

  network_init (&network, areas, lines);
  walk_all (&network, &collector);
  network_clear (&network);

  return collector_end (&collector);
}

/**
 * streek_polylines_new_from_rings:
 * @areas: the map
 * @rings: the outline of one group of units
 *
 * Returns: (transfer full): the rings on the page, closed; those outside the clip are left out, and
 *   what leaves it goes another way there
 */
StreekPolylines *
streek_polylines_new_from_rings (const StreekAreasMark *areas, const StreekRings *rings)
{
  Collector collector = collector_begin ();

  for (guint i = 0; i < rings->n_rings; i++)
    {
      const StreekVertex *vertices = rings->vertices + rings->ring_starts[i];
      guint n = rings->ring_starts[i + 1] - rings->ring_starts[i];
      guint start = collector.points->len;

      if (!is_in_clip (areas, vertices, n, 0))
        continue;

      for (guint j = 0; j < n; j++)
        append_point (collector.points, start, place_vertex (areas, vertices[j]), &areas->clip);

      if (collector.points->len - start >= 3)
        collector_close_line (&collector, start, TRUE);
      else
        g_array_set_size (collector.points, start);
    }

  return collector_end (&collector);
}

void
streek_polylines_free (StreekPolylines *lines)
{
  if (lines == NULL)
    return;

  g_free (lines->starts);
  g_free (lines->closed);
  g_free (lines->points);
  g_free (lines);
}

static gint32
find_paint (GArray *paints, const StreekPaint *paint)
{
  if (!streek_paint_is_visible (paint))
    return -1;

  for (guint i = 0; i < paints->len; i++)
    if (streek_paint_equal (&g_array_index (paints, StreekPaint, i), paint))
      return (gint32) i;

  g_array_append_val (paints, *paint);

  return (gint32) paints->len - 1;
}

static gint32
get_group (const StreekAreasMark *areas, guint unit)
{
  gint32 group = areas->group_of[unit];

  return group >= 0 && (guint) group < areas->n_groups ? group : -1;
}

/* (transfer full) (array): per group its place in @paints, -1 where nothing of it is painted */
static gint32 *
find_group_paints (const StreekAreasMark *areas, const gboolean *seen, GArray *paints)
{
  gint32 *paint_of_group = g_new (gint32, MAX (areas->n_groups, 1));
  g_autofree gboolean *is_seen = g_new0 (gboolean, MAX (areas->n_groups, 1));
  guint n_units = streek_mesh_get_n_units (areas->mesh);

  for (guint i = 0; i < n_units; i++)
    if (seen[i] && get_group (areas, i) >= 0)
      is_seen[get_group (areas, i)] = TRUE;

  for (guint i = 0; i < areas->n_groups; i++)
    paint_of_group[i] = is_seen[i] ? find_paint (paints, &areas->paints[i]) : -1;

  return paint_of_group;
}

/**
 * streek_area_paints_new:
 *
 * Returns: (transfer full): the different paints that are seen of a map, and which one each unit
 *   has
 */
StreekAreaPaints *
streek_area_paints_new (const StreekAreasMark *areas)
{
  StreekAreaPaints *self = g_new (StreekAreaPaints, 1);
  GArray *paints = g_array_new (FALSE, FALSE, sizeof (StreekPaint));
  g_autofree gboolean *seen = list_seen_units (areas, 0);
  g_autofree gint32 *paint_of_group = find_group_paints (areas, seen, paints);
  guint n_units = streek_mesh_get_n_units (areas->mesh);

  self->paint_of = g_new (gint32, MAX (n_units, 1));

  for (guint i = 0; i < n_units; i++)
    {
      gint32 group = seen[i] ? get_group (areas, i) : -1;

      self->paint_of[i] = group >= 0 ? paint_of_group[group] : -1;
    }

  self->n_paints = paints->len;
  self->paints = (StreekPaint *) g_array_free (paints, FALSE);

  return self;
}

void
streek_area_paints_free (StreekAreaPaints *paints)
{
  if (paints == NULL)
    return;

  g_free (paints->paints);
  g_free (paints->paint_of);
  g_free (paints);
}
