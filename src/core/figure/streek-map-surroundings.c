/* streek-map-surroundings.c: the sea and the countries behind a map, and what they are called */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-layout.h"

#include "geo/streek-surroundings.h"

#include <math.h>

#define GRID_CELL_PT 4.0
#define N_COLUMNS 28
#define N_LINES 20
#define ROOMY 1.25 /* a name that has all the room it likes is this much larger */
#define COARSE_LEVEL 1

static const gint32 each_its_own[STREEK_N_SURROUNDINGS] = { 0, 1, 2, 3, 4, 5 };

static StreekExtent
get_visible_extent (const StreekMapPlan *plan)
{
  const StreekProjection *projection = &plan->projection;
  double left = projection->x0 + plan->map.x / projection->scale;
  double top = projection->y0 - plan->map.y / projection->scale;
  double right = left + plan->map.width / projection->scale;
  double bottom = top - plan->map.height / projection->scale;

  return (StreekExtent){ (gint32) CLAMP (left, G_MININT32, G_MAXINT32),
                         (gint32) CLAMP (bottom, G_MININT32, G_MAXINT32),
                         (gint32) CLAMP (right, G_MININT32, G_MAXINT32),
                         (gint32) CLAMP (top, G_MININT32, G_MAXINT32) };
}

gboolean
streek_map_has_surroundings (const StreekMapPlan *plan)
{
  if (!plan->figure->spec->furniture.surroundings)
    return FALSE;

  StreekExtent all = streek_mesh_get_extent (streek_surroundings_get_mesh ());
  StreekExtent visible = get_visible_extent (plan);

  return visible.x_min < all.x_max && visible.x_max > all.x_min && visible.y_min < all.y_max &&
         visible.y_max > all.y_min;
}

/**
 * streek_map_draw_surroundings:
 * @plan: where everything stands
 *
 * Land and sea around the areas of the mesh, below everything else; belongs to no row.
 */
void
streek_map_draw_surroundings (const StreekMapPlan *plan, StreekSceneBuilder *builder)
{
  static const gint32 rows[STREEK_N_SURROUNDINGS] = { -1, -1, -1, -1, -1, -1 };
  const StreekTheme *theme = plan->options->theme;
  gboolean is_grey = plan->figure->spec->grey;
  StreekMesh *mesh = streek_surroundings_get_mesh ();
  const StreekAreaLines line = { each_its_own, theme->abroad_line, FALSE };
  StreekPaint paints[STREEK_N_SURROUNDINGS];

  for (guint i = 0; i < STREEK_N_SURROUNDINGS; i++)
    paints[i] = i == STREEK_SURROUNDING_SEA ? (is_grey ? theme->grey_sea : theme->sea)
                                            : (is_grey ? theme->grey_abroad : theme->abroad);

  const StreekAreasMark mark = {
    .mesh = mesh,
    .level = streek_mesh_pick_level (mesh, plan->view.metres_per_point / theme->dots_per_point),
    .projection = plan->projection,
    .clip = plan->map,
    .group_of = each_its_own,
    .n_groups = STREEK_N_SURROUNDINGS,
    .paints = paints,
    .rows = rows,
    .n_lines = 1,
    .lines = &line,
  };

  streek_scene_builder_push_group (builder, "abroad", NULL);
  streek_scene_builder_add_areas (builder, &mark);
  streek_scene_builder_pop_group (builder);
}

/* Coarse outlines of all of them, made once. */
static const StreekRings *
get_rings (void)
{
  static StreekRings *rings = NULL;

  if (g_once_init_enter (&rings))
    g_once_init_leave (&rings,
                       streek_mesh_build_rings (streek_surroundings_get_mesh (), COARSE_LEVEL,
                                                each_its_own, STREEK_N_SURROUNDINGS));

  return rings;
}

/* Ground in which names may stand. */
typedef struct
{
  const StreekMapPlan *plan;
  StreekLabeller *labeller;
  const StreekRowGrid *own;   /* where the names belong */
  const StreekRowGrid *rows;  /* nowhere there */
  const StreekRowGrid *above; /* (nullable): nor there */
} Room;

static gboolean
is_in_room (const Room *room, StreekRect rect, int group)
{
  return streek_row_grid_measure (room->own, rect, group) >= 1 &&
         streek_row_grid_measure_any (room->rows, rect) <= 0 &&
         (room->above == NULL || streek_row_grid_measure_any (room->above, rect) <= 0);
}

/* The first place from @start on that lies whole steps from @home. */
static double
find_first (double home, double start, double step)
{
  return home - floor ((home - start) / step) * step;
}

/* Spots lie on a grid through @home, so that they move with the map. */
static StreekPoint
get_spot (const Room *room, StreekPoint home, guint index)
{
  StreekRect map = room->plan->map;
  double across = map.width / N_COLUMNS, along = map.height / N_LINES;

  return (StreekPoint){ find_first (home.x, map.x, across) + (index % N_COLUMNS) * across,
                        find_first (home.y, map.y, along) + (index / N_COLUMNS) * along };
}

/* The spot nearest to where the area has most room on earth, so that a name stays where it is while
 * the map moves; around it @clear letters of room. */
static gboolean
try_spots (const Room *room, int group, StreekTextRun *run, StreekPoint home, double clear)
{
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run);
  double margin = clear * height;
  StreekPoint best = { 0, 0 };
  double least = INFINITY;

  for (guint i = 0; i < N_COLUMNS * N_LINES; i++)
    {
      StreekPoint spot = get_spot (room, home, i);
      StreekRect middle = { spot.x - 1, spot.y - 1, 2, 2 };
      StreekRect rect = { spot.x - width / 2, spot.y - height / 2, width, height };
      StreekRect around = { rect.x - margin, rect.y - margin, width + 2 * margin,
                            height + 2 * margin };
      double distance = hypot (spot.x - home.x, spot.y - home.y);

      if (distance < least && is_in_room (room, middle, group) &&
          is_in_room (room, around, group) && streek_labeller_is_free (room->labeller, around))
        {
          least = distance;
          best = spot;
        }
    }

  return isfinite (least) && streek_labeller_take (room->labeller, run, best);
}

static void
place_name (const Room *room, int group, const char *name, StreekPoint home)
{
  static const double clears[] = { 1, 0.25 };
  double size_pt = room->plan->options->theme->label_pt * room->plan->text_scale;

  for (guint i = 0; i < G_N_ELEMENTS (clears); i++)
    {
      const StreekFont font = { i == 0 ? size_pt * ROOMY : size_pt, STREEK_WEIGHT_NORMAL, TRUE };
      g_autoptr (StreekTextRun) run = streek_typesetter_set (room->plan->typesetter, font, name);

      if (try_spots (room, group, run, home, clears[i]))
        return;
    }
}

static StreekPoint
find_home (const StreekMapPlan *plan, const StreekRings *rings)
{
  double x = 0, y = 0;

  streek_rings_find_label_point (rings, &x, &y);

  return streek_map_to_paper (plan, x, y);
}

/**
 * streek_map_place_surroundings:
 * @labeller: has the names of the map, which go first
 * @grid: where the areas of the figure lie
 *
 * Names of countries, of the sea and of the parts of the country that no area of the figure lies
 * in, where they fit whole.
 */
void
streek_map_place_surroundings (const StreekMapPlan *plan,
                               StreekLabeller *labeller,
                               const StreekRowGrid *grid)
{
  const StreekGround *ground = plan->figure->ground;
  const StreekRings *rings = get_rings ();
  g_autoptr (StreekRowGrid) countries =
    streek_row_grid_new (rings, STREEK_N_SURROUNDINGS, &plan->projection, plan->map, GRID_CELL_PT);
  g_autoptr (StreekRowGrid) regions =
    ground->region_rings != NULL ? streek_row_grid_new (ground->region_rings, ground->n_regions,
                                                        &plan->projection, plan->map, GRID_CELL_PT)
                                 : NULL;
  const Room abroad = { plan, labeller, countries, grid, regions };
  const Room home = { plan, labeller, regions, grid, NULL };

  for (guint i = 0; i < STREEK_N_SURROUNDINGS; i++)
    place_name (&abroad, (int) i, streek_surroundings_get_name (i), find_home (plan, &rings[i]));

  for (guint i = 0; regions != NULL && i < ground->n_regions; i++)
    if (plan->figure->region_names[i] != NULL)
      place_name (&home, (int) i, plan->figure->region_names[i],
                  find_home (plan, &ground->region_rings[i]));
}
