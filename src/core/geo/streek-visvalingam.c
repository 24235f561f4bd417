/* streek-visvalingam.c: levels of detail of a set of lines that must keep clear of each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"
#include "geo/streek-vertex-grid.h"
#include "geo/streek-visvalingam.h"

#include <string.h>

#define NO_VERTEX G_MAXUINT32
#define NOT_QUEUED G_MAXUINT32
/* Children of an entry in the heap: four lie in one line of the processor's cache. */
#define HEAP_WIDTH 4

#define NO_ARC G_MAXUINT32
#define PUT_OFF (G_MAXUINT32 - 1)

/* So many that few have a neighbour in another part. */
#define ARCS_PER_PART 2048

/* A vertex with its triangle, copied into the heaps: looking it up would cost more than comparing.
 * Smaller triangles come first, so this is a moment too. */
typedef struct
{
  gint64 twice_area_m2;
  guint32 vertex;
} Entry;

typedef struct
{
  Entry *heap; /* the smallest triangle on top */
  guint n_heap;
  guint n_left; /* vertices that are still there */
  guint n_least;
  Entry reached; /* the latest moment of this pass that it is past */
} Arc;

typedef struct
{
  guint32 arc;
  guint32 vertex;
} Blocked;

/* An arc that must get as far as a moment before another can go on. */
typedef struct
{
  guint32 arc;
  Entry until;
} Errand;

/* Corners go in one order over all arcs, the smallest triangle first. What an arc loses, and in
 * which order, follows from that arc alone, but for triangles with a vertex of another arc in them:
 * then it counts which of both goes first. So each arc is done at once, which keeps to memory that
 * is near, and only where two meet the other first gets as far as the same moment. */
typedef struct
{
  const StreekVertex *vertices;
  const guint32 *starts;
  guint n_arcs;

  Arc *arcs;
  guint32 *previous; /* neighbours that are still there; NO_VERTEX beyond the ends */
  guint32 *next;
  gint64 *twice_area_m2;  /* areas never shrink below the one taken away beside them */
  guint32 *place_in_heap; /* both, of one that went: the moment at which it did */
  guint32 *gone_in;       /* the pass in which each went; 0 where it is still there */
  guint8 *ranks;          /* of what is still there, that of the last level */
  guint8 rank_of_gone;    /* of what goes at this level */

  Entry *heaps;
  guint32 pass;
  double limit; /* twice the area from which corners stay */

  GMutex mutex;    /* of what follows, where the arcs are shared */
  GArray *blocked; /* of Blocked: could not go in this pass */
  GArray *put_off; /* of guint32: arcs that wait until all parts are done */
  guint n_gone;

  StreekVertexGrid grid;
  StreekShare *share; /* (nullable) */
} Simplifier;

/* Arcs that one thread simplifies while others do theirs, or all. Of arcs elsewhere nothing is
 * known but what went in an earlier pass: where it counts whether a vertex of them is there, the
 * arc is put off until nothing else goes on. So what comes out is the same, whoever does what. */
typedef struct
{
  Simplifier *all;
  guint32 begin; /* of its vertices */
  guint32 end;
  GArray *blocked; /* of Blocked */
  GArray *errands; /* of Errand */
  GArray *put_off; /* of guint32 */
  guint n_gone;
} Part;

static gint64
turn (StreekVertex a, StreekVertex b, StreekVertex c)
{
  return ((gint64) b.x - a.x) * ((gint64) c.y - a.y) - ((gint64) b.y - a.y) * ((gint64) c.x - a.x);
}

static gboolean
is_before (Entry a, Entry b)
{
  if (a.twice_area_m2 != b.twice_area_m2)
    return a.twice_area_m2 < b.twice_area_m2;

  return a.vertex < b.vertex;
}

static void
put_in_heap (Simplifier *self, const Arc *arc, guint at, Entry entry)
{
  arc->heap[at] = entry;
  self->place_in_heap[entry.vertex] = at;
}

static void
sift_up (Simplifier *self, const Arc *arc, guint at)
{
  Entry entry = arc->heap[at];

  for (guint parent; at > 0 && is_before (entry, arc->heap[parent = (at - 1) / HEAP_WIDTH]);
       at = parent)
    put_in_heap (self, arc, at, arc->heap[parent]);

  put_in_heap (self, arc, at, entry);
}

static void
sift_down (Simplifier *self, const Arc *arc, guint at)
{
  Entry entry = arc->heap[at];

  for (guint first; (first = HEAP_WIDTH * at + 1) < arc->n_heap;)
    {
      guint least = first;

      for (guint child = first + 1; child < MIN (first + HEAP_WIDTH, arc->n_heap); child++)
        if (is_before (arc->heap[child], arc->heap[least]))
          least = child;
      if (!is_before (arc->heap[least], entry))
        break;

      put_in_heap (self, arc, at, arc->heap[least]);
      at = least;
    }

  put_in_heap (self, arc, at, entry);
}

static void
push (Simplifier *self, Arc *arc, guint32 vertex)
{
  put_in_heap (self, arc, arc->n_heap++, (Entry){ self->twice_area_m2[vertex], vertex });
  sift_up (self, arc, arc->n_heap - 1);
}

static void
pop (Simplifier *self, Arc *arc)
{
  self->place_in_heap[arc->heap[0].vertex] = NOT_QUEUED;

  if (--arc->n_heap > 0)
    {
      put_in_heap (self, arc, 0, arc->heap[arc->n_heap]);
      sift_down (self, arc, 0);
    }
}

static gboolean
is_done (const Simplifier *self, const Arc *arc)
{
  return arc->n_heap == 0 || (double) arc->heap[0].twice_area_m2 >= self->limit;
}

/* When the next corner of @arc has its turn: what has become smaller than one that already went
 * comes right after it. */
static Entry
find_moment (const Arc *arc)
{
  return is_before (arc->heap[0], arc->reached) ? arc->reached : arc->heap[0];
}

static guint32
find_arc (const Simplifier *self, guint32 vertex)
{
  guint32 low = 0;
  guint32 high = self->n_arcs;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->starts[middle] <= vertex)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Whether @other, of another arc than that whose moment it is, is there then. Where its own arc has
 * not come as far, that arc goes to @first and the answer means nothing yet. */
static gboolean
is_there_at (const Simplifier *self, guint32 other, Entry moment, guint32 *first)
{
  if (self->gone_in[other] != 0)
    return is_before (moment, (Entry){ self->twice_area_m2[other], self->place_in_heap[other] });

  if (self->previous[other] != NO_VERTEX && self->next[other] != NO_VERTEX)
    {
      guint32 index = find_arc (self, other);
      const Arc *arc = &self->arcs[index];

      if (!is_done (self, arc) && is_before (find_moment (arc), moment))
        *first = index;
    }

  return TRUE;
}

static gboolean
is_in_triangle (StreekVertex a, StreekVertex v, StreekVertex b, StreekVertex p)
{
  gint64 t1 = turn (a, v, p);
  gint64 t2 = turn (v, b, p);
  gint64 t3 = turn (b, a, p);

  return !((t1 < 0 || t2 < 0 || t3 < 0) && (t1 > 0 || t2 > 0 || t3 > 0));
}

/* streek_vertex_equal() without a jump */
static gboolean
is_same_place (StreekVertex a, StreekVertex b)
{
  return ((a.x ^ b.x) | (a.y ^ b.y)) == 0;
}

/* Whether another vertex lies in or on the triangle that goes with the next corner of an arc: then
 * a line would come to lie on its other side. Ends of other arcs at the corners themselves are the
 * same node. Where another arc must go first, that is put in @first. */
static gboolean
is_triangle_clear (const Part *part, guint32 index, guint32 *first)
{
  const Simplifier *self = part->all;
  const StreekVertexGrid *grid = &self->grid;
  guint32 vertex = self->arcs[index].heap[0].vertex;
  StreekVertex a = self->vertices[self->previous[vertex]];
  StreekVertex v = self->vertices[vertex];
  StreekVertex b = self->vertices[self->next[vertex]];
  gint32 x_min = MIN (a.x, MIN (v.x, b.x));
  gint32 y_min = MIN (a.y, MIN (v.y, b.y));
  gint32 x_max = MAX (a.x, MAX (v.x, b.x));
  gint32 y_max = MAX (a.y, MAX (v.y, b.y));
  guint32 own_start = self->starts[index];
  guint32 own_end = self->starts[index + 1];
  guint32 width_m = (guint32) x_max - (guint32) x_min;
  guint32 height_m = (guint32) y_max - (guint32) y_min;
  guint west = streek_vertex_grid_find_cell (grid, x_min, grid->x_min);
  guint east = streek_vertex_grid_find_cell (grid, x_max, grid->x_min);
  guint last_row = streek_vertex_grid_find_cell (grid, y_max, grid->y_min);

  for (guint row = streek_vertex_grid_find_cell (grid, y_min, grid->y_min); row <= last_row; row++)
    {
      const StreekVertexGridMember *member =
        grid->members + grid->starts[row * grid->n_columns + west];
      const StreekVertexGridMember *end =
        grid->members + grid->starts[row * grid->n_columns + east + 1];

      for (; member < end; member++)
        {
          StreekVertex p = member->place;
          guint32 other = member->vertex;

          /* In a triangle without area, all turns may be 0 and only the box tells. Nearly all are
           * put aside here, for one reason or another, which a processor could not guess. */
          if (!((guint32) p.x - (guint32) x_min <= width_m) |
              !((guint32) p.y - (guint32) y_min <= height_m) | (other == vertex) |
              is_same_place (p, a) | is_same_place (p, b))
            continue;

          gboolean is_own = other >= own_start && other < own_end;
          /* of another part, it may change at this moment from 0 into this pass */
          guint32 gone_in = __atomic_load_n (&self->gone_in[other], __ATOMIC_RELAXED);

          if ((gone_in != 0 && (is_own || gone_in != self->pass)) || !is_in_triangle (a, v, b, p))
            continue;

          if (other < part->begin || other >= part->end)
            {
              *first = PUT_OFF;
              return FALSE;
            }

          if (is_own || is_there_at (self, other, find_moment (&self->arcs[index]), first))
            return FALSE;
        }
    }

  return TRUE;
}

static gint64
measure_corner (const Simplifier *self, guint32 vertex)
{
  gint64 area = turn (self->vertices[self->previous[vertex]], self->vertices[vertex],
                      self->vertices[self->next[vertex]]);

  return ABS (area);
}

static void
update_neighbour (Simplifier *self, const Arc *arc, guint32 vertex, gint64 removed_m2)
{
  if (self->previous[vertex] == NO_VERTEX || self->next[vertex] == NO_VERTEX)
    return;

  gint64 before_m2 = self->twice_area_m2[vertex];
  gint64 now_m2 = MAX (measure_corner (self, vertex), removed_m2);
  guint32 at = self->place_in_heap[vertex];

  self->twice_area_m2[vertex] = now_m2;
  /* A blocked neighbour stays out of the heap until the next pass. */
  if (at == NOT_QUEUED)
    return;

  arc->heap[at].twice_area_m2 = now_m2;
  if (now_m2 < before_m2)
    sift_up (self, arc, at);
  else
    sift_down (self, arc, at);
}

static void
take_away (Part *part, Arc *arc, guint32 vertex)
{
  Simplifier *self = part->all;
  guint32 before = self->previous[vertex];
  guint32 after = self->next[vertex];
  gint64 removed_m2 = self->twice_area_m2[vertex];

  self->ranks[vertex] = self->rank_of_gone;
  self->twice_area_m2[vertex] = arc->reached.twice_area_m2;
  self->place_in_heap[vertex] = arc->reached.vertex;
  __atomic_store_n (&self->gone_in[vertex], self->pass, __ATOMIC_RELAXED);
  part->n_gone++;
  arc->n_left--;
  self->next[before] = after;
  self->previous[after] = before;
  update_neighbour (self, arc, before, removed_m2);
  update_neighbour (self, arc, after, removed_m2);
}

/* Takes away the next corner of an arc, or puts it aside. Returns the arc that must go first, or
 * PUT_OFF, and then did nothing; else NO_ARC. */
static guint32
step (Part *part, guint32 index)
{
  Simplifier *self = part->all;
  Arc *arc = &self->arcs[index];
  guint32 vertex = arc->heap[0].vertex;
  /* An arc at its least number of vertices can never lose one again. */
  gboolean may_go = arc->n_left > arc->n_least;
  guint32 first = NO_ARC;
  gboolean is_clear = may_go && is_triangle_clear (part, index, &first);

  if (first != NO_ARC)
    return first;

  arc->reached = find_moment (arc);
  pop (self, arc);
  if (is_clear)
    take_away (part, arc, vertex);
  else if (may_go)
    {
      Blocked blocked = { index, vertex };

      g_array_append_val (part->blocked, blocked);
    }

  return NO_ARC;
}

/* Takes away of one arc what is below the limit and goes before a moment. Returns the arc that must
 * go first, or PUT_OFF, or NO_ARC where all is done. */
static guint32
advance (Part *part, guint32 index, Entry until)
{
  const Arc *arc = &part->all->arcs[index];
  guint32 first = NO_ARC;

  while (first == NO_ARC && !is_done (part->all, arc) && is_before (find_moment (arc), until))
    first = step (part, index);

  return first;
}

/* Takes away of one arc what is below the limit, once, and of others what must go before. Those
 * wait for ever earlier moments, so none waits for itself. Where any of them is put off, all are.
 */
static void
simplify_arc (Part *part, guint32 index)
{
  const Entry never = { G_MAXINT64, NO_VERTEX };
  guint32 first = advance (part, index, never);
  Errand errand = { index, never };

  g_array_set_size (part->errands, 0);
  if (first != NO_ARC)
    g_array_append_val (part->errands, errand);

  while (part->errands->len > 0 && first != PUT_OFF)
    {
      if (first != NO_ARC)
        {
          errand = (Errand){ first, find_moment (&part->all->arcs[errand.arc]) };
          g_array_append_val (part->errands, errand);
        }

      errand = g_array_index (part->errands, Errand, part->errands->len - 1);
      first = advance (part, errand.arc, errand.until);
      if (first == NO_ARC)
        g_array_set_size (part->errands, part->errands->len - 1);
    }

  if (first == PUT_OFF)
    g_array_append_val (part->put_off, index);
}

static void
part_init (Part *part, Simplifier *self, guint first_arc, guint end_arc)
{
  *part = (Part){ .all = self,
                  .begin = self->starts[first_arc],
                  .end = self->starts[end_arc],
                  .blocked = g_array_new (FALSE, FALSE, sizeof (Blocked)),
                  .errands = g_array_new (FALSE, FALSE, sizeof (Errand)),
                  .put_off = g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

/* What became of it is told to all. */
static void
part_end (Part *part)
{
  Simplifier *self = part->all;

  g_mutex_lock (&self->mutex);
  g_array_append_vals (self->blocked, part->blocked->data, part->blocked->len);
  g_array_append_vals (self->put_off, part->put_off->data, part->put_off->len);
  self->n_gone += part->n_gone;
  g_mutex_unlock (&self->mutex);

  g_array_unref (part->blocked);
  g_array_unref (part->errands);
  g_array_unref (part->put_off);
}

static guint
count_parts (const Simplifier *self)
{
  return self->share != NULL ? (self->n_arcs + ARCS_PER_PART - 1) / ARCS_PER_PART : 1;
}

static void
find_arcs (const Simplifier *self, guint number, guint *first_arc, guint *end_arc)
{
  *first_arc = number * ARCS_PER_PART;
  *end_arc = number + 1 < count_parts (self) ? *first_arc + ARCS_PER_PART : self->n_arcs;
}

static void
simplify_part (guint number, gpointer data)
{
  Simplifier *self = data;
  guint first_arc;
  guint end_arc;
  Part part;

  find_arcs (self, number, &first_arc, &end_arc);
  part_init (&part, self, first_arc, end_arc);
  for (guint32 i = first_arc; i < end_arc; i++)
    simplify_arc (&part, i);
  part_end (&part);
}

static void
simplify_put_off (Simplifier *self)
{
  g_autoptr (GArray) arcs = g_steal_pointer (&self->put_off);
  Part part;

  self->put_off = g_array_new (FALSE, FALSE, sizeof (guint32));
  part_init (&part, self, 0, self->n_arcs);
  for (guint i = 0; i < arcs->len; i++)
    simplify_arc (&part, g_array_index (arcs, guint32, i));
  part_end (&part);
}

/* Takes away what is below the limit, once; returns how many vertices went. */
static guint
simplify_once (Simplifier *self)
{
  self->pass++;
  self->n_gone = 0;

  for (guint i = 0; i < self->blocked->len; i++)
    {
      Blocked blocked = g_array_index (self->blocked, Blocked, i);

      push (self, &self->arcs[blocked.arc], blocked.vertex);
    }

  g_array_set_size (self->blocked, 0);

  for (guint32 i = 0; i < self->n_arcs; i++)
    self->arcs[i].reached = (Entry){ 0, 0 };
  streek_share_run (self->share, count_parts (self), simplify_part, self);
  simplify_put_off (self);

  return self->n_gone;
}

/* What was in the way of a blocked vertex may be gone the next time. */
static void
simplify (Simplifier *self, double tolerance_m)
{
  self->limit = 2 * tolerance_m * tolerance_m;
  if (self->limit <= 0)
    return;

  streek_vertex_grid_fill (&self->grid, self->vertices, self->gone_in, self->starts[self->n_arcs]);
  while (simplify_once (self) > 0 && self->blocked->len > 0)
    ;
}

/* A closed arc keeps a triangle. Two arcs that join the same two nodes may not both become the
 * straight line between them, or the land in between would be gone. */
static void
find_least (Simplifier *self)
{
  guint n = self->n_arcs;
  g_autofree StreekVertex *ends = g_new (StreekVertex, 2 * (gsize) n);
  g_autofree guint32 *nodes = g_new (guint32, 2 * (gsize) n);
  g_autofree guint32 *pairs = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    {
      ends[2 * i] = self->vertices[self->starts[i]];
      ends[2 * i + 1] = self->vertices[self->starts[i + 1] - 1];
    }
  streek_vertices_number (ends, 2 * n, nodes);

  /* two numbers of nodes are numbered as if they were a place */
  for (guint i = 0; i < n; i++)
    ends[i] = (StreekVertex){ (gint32) MIN (nodes[2 * i], nodes[2 * i + 1]),
                              (gint32) MAX (nodes[2 * i], nodes[2 * i + 1]) };
  streek_vertices_number (ends, n, pairs);

  guint32 *first = nodes; /* arc of each pair, which there are no more of than arcs */

  memset (first, 0xff, sizeof (guint32) * n);
  for (guint i = 0; i < n; i++)
    {
      guint32 twin = first[pairs[i]];

      self->arcs[i].n_least = ends[i].x == ends[i].y ? 4 : twin == NO_ARC ? 2 : 3;
      if (twin == NO_ARC)
        first[pairs[i]] = i;
      else if (self->arcs[twin].n_least < 3)
        self->arcs[twin].n_least = 3;
    }
}

static void
link_arc (Simplifier *self, guint index)
{
  guint32 first = self->starts[index];
  guint32 last = self->starts[index + 1] - 1;
  Arc *arc = &self->arcs[index];

  *arc = (Arc){ .heap = self->heaps + first, .n_left = last - first + 1 };

  for (guint32 i = first; i <= last; i++)
    {
      self->previous[i] = i > first ? i - 1 : NO_VERTEX;
      self->next[i] = i < last ? i + 1 : NO_VERTEX;
      self->place_in_heap[i] = NOT_QUEUED;
      self->gone_in[i] = 0;

      if (i == first || i == last)
        continue;

      self->twice_area_m2[i] = measure_corner (self, i);
      push (self, arc, i);
    }
}

static void
link_part (guint number, gpointer data)
{
  Simplifier *self = data;
  guint first_arc;
  guint end_arc;

  find_arcs (self, number, &first_arc, &end_arc);
  for (guint i = first_arc; i < end_arc; i++)
    link_arc (self, i);
}

/* One block for all that there is of each vertex: what is left over of its large pages is little.
 */
static void
make_room (Simplifier *self, guint n)
{
  self->heaps =
    (Entry *) streek_block_new (n, sizeof (Entry) + sizeof (gint64) + 4 * sizeof (guint32));
  self->twice_area_m2 = (gint64 *) (self->heaps + n);
  self->previous = (guint32 *) (self->twice_area_m2 + n);
  self->next = self->previous + n;
  self->place_in_heap = self->next + n;
  self->gone_in = self->place_in_heap + n;
}

static void
simplifier_init (Simplifier *self,
                 const StreekVertex *vertices,
                 const guint32 *starts,
                 guint n_arcs,
                 StreekShare *share)
{
  *self = (Simplifier){ .vertices = vertices,
                        .starts = starts,
                        .n_arcs = n_arcs,
                        .arcs = g_new (Arc, n_arcs),
                        .blocked = g_array_new (FALSE, FALSE, sizeof (Blocked)),
                        .put_off = g_array_new (FALSE, FALSE, sizeof (guint32)),
                        .share = share };
  g_mutex_init (&self->mutex);
  make_room (self, starts[n_arcs]);
  streek_share_run (share, count_parts (self), link_part, self);
  find_least (self);
}

static void
simplifier_clear (Simplifier *self)
{
  g_free (self->arcs);
  g_free (self->heaps);
  g_array_unref (self->blocked);
  g_array_unref (self->put_off);
  g_mutex_clear (&self->mutex);
  streek_vertex_grid_clear (&self->grid);
}

/**
 * streek_visvalingam_rank:
 * @vertices: (array): of all arcs, one after the other
 * @starts: (array length=n_arcs + 1): index of each arc's first vertex
 * @n_arcs: number of arcs, at least 1
 * @tolerances_m: (array length=n_levels): ascending; at a tolerance of t metres a corner goes whose
 *   triangle is smaller than t² square metres
 * @n_levels: number of levels
 * @share: (nullable): by which other threads help; the answer is the same
 *
 * Simplifies lines by taking away the vertex with the smallest triangle first. Both ends of an arc
 * stay, and a vertex stays where its triangle holds another one, so lines that did not cross do not
 * cross at any level. The levels are nested.
 *
 * Source: Visvalingam & Whyatt (1993), The Cartographic Journal 30(1).
 *
 * Returns: (transfer full): per vertex the coarsest level that still has it
 */
guint8 *
streek_visvalingam_rank (const StreekVertex *vertices,
                         const guint32 *starts,
                         guint n_arcs,
                         const double *tolerances_m,
                         guint n_levels,
                         StreekShare *share)
{
  g_return_val_if_fail (n_arcs > 0 && n_levels > 0, NULL);

  Simplifier simplifier;
  guint8 *ranks = g_new (guint8, starts[n_arcs]);

  memset (ranks, (int) n_levels - 1, starts[n_arcs]);
  simplifier_init (&simplifier, vertices, starts, n_arcs, share);
  simplifier.ranks = ranks;

  for (guint level = 0; level < n_levels; level++)
    {
      simplifier.rank_of_gone = (guint8) (MAX (level, 1) - 1);
      simplify (&simplifier, tolerances_m[level]);
    }

  simplifier_clear (&simplifier);

  return ranks;
}
