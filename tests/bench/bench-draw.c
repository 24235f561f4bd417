/* bench-draw.c: what drawing costs, beside plain Cairo in the same run */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "geo/streek-visvalingam.h"
#include "store/streek-db.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* bench-draw [TEMPLATE.streek] [REPEATS]: medians in milliseconds of processor time, for the
 * shipped map and for one of 19 881 units and a million vertices that is made up here. "cairo:" is
 * Cairo used plainly, one closed path for each area, filled and stroked: what a program without
 * arcs would do. */

#define WIDTH 1920
#define HEIGHT 1080
#define N_CLASSES 7

static guint n_repeats = 9;

static const StreekColor colors[N_CLASSES] = {
  { 1, 1, .8, 1 },      { 1, .93, .63, 1 },   { 1, .85, .46, 1 }, { 1, .7, .3, 1 },
  { .99, .55, .24, 1 }, { .94, .23, .13, 1 }, { .74, 0, .15, 1 },
};

typedef struct
{
  const char *name;
  StreekMesh *mesh;
  StreekScene *scene;
  StreekScene *recoloured;
  StreekScene *labelled;
  StreekScene *page;
  StreekRaster *raster;
  guint level;
  guint page_level;
} Job;

typedef void (*Task) (Job *job);

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Processor time of this thread: what others do on the machine counts less. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
measure (Job *job, const char *name, Task task)
{
  double times[99];

  for (guint i = 0; i < n_repeats; i++)
    {
      double start = get_cpu_ms ();

      task (job);
      times[i] = get_cpu_ms () - start;
    }

  qsort (times, n_repeats, sizeof *times, compare_doubles);
  printf ("%-8s %-44s %9.2f ms\n", job->name, name, times[n_repeats / 2]);

  return times[n_repeats / 2];
}

static StreekMesh *
load_mesh (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_READ_ONLY, &error);

  if (db == NULL)
    g_error ("%s", error->message);

  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "SELECT data FROM ref_mesh ORDER BY code LIMIT 1", &error);

  if (stmt == NULL || streek_db_step (stmt, &error) != STREEK_STEP_ROW)
    g_error ("there is no map in %s", path);

  g_autoptr (GBytes) bytes =
    g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  StreekMesh *mesh = streek_mesh_new_from_bytes (bytes, &error);

  if (mesh == NULL)
    g_error ("%s", error->message);

  return mesh;
}

#define GRID 141
#define CELL_M 2000
#define N_STEPS 32 /* segments of a border */

static StreekVertex
get_node (int x, int y)
{
  guint32 a = (guint32) (x * 7919 + y * 104729) * 2654435761u;

  return (StreekVertex){ x * CELL_M + (gint32) (a >> 8 & 511),
                         y * CELL_M + (gint32) (a >> 20 & 511) };
}

/* A ragged line: every middle is moved aside, by half as much each time. */
static void
add_border (GRand *rand, GArray *places, StreekVertex from, StreekVertex to)
{
  StreekVertex line[N_STEPS + 1] = { [0] = from, [N_STEPS] = to };

  for (int step = N_STEPS; step > 1; step /= 2)
    for (int i = 0; i < N_STEPS; i += step)
      {
        StreekVertex a = line[i], b = line[i + step];
        double aside = g_rand_double_range (rand, -0.15, 0.15);

        line[i + step / 2] =
          (StreekVertex){ (gint32) lround ((a.x + b.x) / 2.0 - aside * (b.y - a.y)),
                          (gint32) lround ((a.y + b.y) / 2.0 + aside * (b.x - a.x)) };
      }

  g_array_append_vals (places, line, N_STEPS + 1);
}

static gint32
get_cell (int x, int y)
{
  return x < 0 || y < 0 || x >= GRID || y >= GRID ? STREEK_MESH_NO_UNIT : y * GRID + x;
}

static StreekMesh *
make_mesh (void)
{
  static const double tolerances_m[] = { 0, 50, 150, 400 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (581);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (int y = 0; y <= GRID; y++)
    for (int x = 0; x <= GRID; x++)
      for (int way = 0; way < 2; way++)
        {
          gint32 sides[2] = { way == 0 ? get_cell (x, y) : get_cell (x - 1, y),
                              way == 0 ? get_cell (x, y - 1) : get_cell (x, y) };

          if ((way == 0 ? x : y) == GRID || sides[0] == sides[1])
            continue;

          add_border (rand, places, get_node (x, y), get_node (x + (way == 0), y + (way == 1)));
          g_array_append_val (left, sides[0]);
          g_array_append_val (right, sides[1]);
        }

  g_autofree guint32 *starts = g_new (guint32, left->len + 1);

  for (guint i = 0; i <= left->len; i++)
    starts[i] = i * (N_STEPS + 1);

  StreekVertex *vertices = (StreekVertex *) (void *) places->data;
  g_autofree guint8 *levels =
    streek_visvalingam_rank (vertices, starts, left->len, tolerances_m, 4, NULL);
  StreekMeshParts parts = { GRID * GRID,
                            left->len,
                            4,
                            tolerances_m,
                            (const gint32 *) (void *) left->data,
                            (const gint32 *) (void *) right->data,
                            starts,
                            vertices,
                            levels };
  g_autoptr (GError) error = NULL;
  StreekMesh *mesh = streek_mesh_new_from_parts (&parts, &error);

  if (mesh == NULL)
    g_error ("%s", error->message);

  return mesh;
}

static StreekProjection
fit (const StreekMesh *mesh, StreekSize size)
{
  StreekExtent extent = streek_mesh_get_extent (mesh);
  double width = extent.x_max - extent.x_min, height = extent.y_max - extent.y_min;
  double scale = 0.98 * fmin (size.width / width, size.height / height);

  return (StreekProjection){ extent.x_min - (size.width / scale - width) / 2,
                             extent.y_max + (size.height / scale - height) / 2, scale };
}

static void
add_labels (StreekSceneBuilder *builder, const Job *job, const StreekProjection *projection)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  const StreekStroke halo = { .color = { 1, 1, 1, 1 }, .width = 2 };

  for (guint i = 0; i < MIN (streek_mesh_get_n_units (job->mesh), 300); i++)
    {
      StreekExtent extent = streek_mesh_get_unit_extent (job->mesh, i);
      g_autofree char *name = g_strdup_printf ("Gemeente %u", i);
      g_autoptr (StreekTextRun) run =
        streek_typesetter_set (typesetter, (StreekFont){ .size_pt = 7 }, name);
      StreekPoint place = { (extent.x_min - projection->x0) * projection->scale,
                            (projection->y0 - extent.y_min) * projection->scale };

      streek_scene_builder_add_text (builder, run, place, (StreekColor){ 0.1, 0.1, 0.1, 1 }, &halo,
                                     -1);
    }
}

static StreekScene *
make_scene (const Job *job, StreekSize size, guint level, guint shift, gboolean labels)
{
  guint n_units = streek_mesh_get_n_units (job->mesh);
  g_autofree gint32 *group_of = g_new (gint32, n_units);
  g_autofree StreekPaint *paints = g_new0 (StreekPaint, n_units);
  StreekSceneBuilder *builder = streek_scene_builder_new (size);
  const StreekPaint paper = { .color = { 1, 1, 1, 1 } };
  const StreekAreaLines lines = { group_of, { { .33, .33, .33, 1 }, 0.5 * 72 / 96, 0, 0 }, FALSE };

  for (guint i = 0; i < n_units; i++)
    {
      group_of[i] = (gint32) i;
      paints[i].color = colors[((i * 2654435761u >> 16) + shift) % N_CLASSES];
    }

  const StreekAreasMark areas = { .mesh = job->mesh,
                                  .level = level,
                                  .projection = fit (job->mesh, size),
                                  .clip = { 0, 0, size.width, size.height },
                                  .group_of = group_of,
                                  .n_groups = n_units,
                                  .paints = paints,
                                  .n_lines = 1,
                                  .lines = &lines };

  streek_scene_builder_add_rect (builder, (StreekRect){ 0, 0, size.width, size.height }, &paper,
                                 NULL, -1);
  streek_scene_builder_add_areas (builder, &areas);

  if (labels)
    add_labels (builder, job, &areas.projection);

  return streek_scene_builder_end (builder);
}

static const double dots = 96 / 72.0;
static const StreekSize window = { WIDTH * 72 / 96.0, HEIGHT * 72 / 96.0 };
static const StreekSize a4 = { 842, 595 };

static void
draw_fresh (Job *job)
{
  streek_raster_unref (streek_raster_new (job->scene, dots, FALSE));
}

static void
draw_snapped (Job *job)
{
  streek_raster_unref (streek_raster_new (job->scene, dots, TRUE));
}

static void
draw_labelled (Job *job)
{
  streek_raster_unref (streek_raster_new_from (job->labelled, dots, FALSE, job->raster, NULL));
}

static void
draw_recoloured (Job *job)
{
  streek_raster_unref (streek_raster_new_from (job->recoloured, dots, FALSE, job->raster, NULL));
}

static void
draw_scene_with_cairo (Job *job)
{
  g_autoptr (cairo_surface_t) surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_scale (cr, dots, dots);
  streek_scene_draw (job->scene, cr);
}

static void
draw_plainly (Job *job, cairo_t *cr, StreekSize size, guint level, double width)
{
  guint n_units = streek_mesh_get_n_units (job->mesh);
  StreekProjection to = fit (job->mesh, size);
  g_autofree gint32 *group_of = g_new (gint32, n_units);

  for (guint i = 0; i < n_units; i++)
    group_of[i] = (gint32) i;

  StreekRings *rings = streek_mesh_build_rings (job->mesh, level, group_of, n_units);

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_width (cr, width);

  for (guint i = 0; i < n_units; i++)
    {
      const StreekColor *color = &colors[i % N_CLASSES];

      for (guint j = 0; j < rings[i].n_rings; j++)
        {
          for (guint k = rings[i].ring_starts[j]; k < rings[i].ring_starts[j + 1]; k++)
            cairo_line_to (cr, (rings[i].vertices[k].x - to.x0) * to.scale,
                           (to.y0 - rings[i].vertices[k].y) * to.scale);

          cairo_close_path (cr);
          cairo_new_sub_path (cr);
        }

      cairo_set_source_rgb (cr, color->red, color->green, color->blue);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, .33, .33, .33);
      cairo_stroke (cr);
    }

  streek_rings_free_array (rings, n_units);
}

static void
draw_plain_picture (Job *job)
{
  g_autoptr (cairo_surface_t) surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_scale (cr, dots, dots);
  draw_plainly (job, cr, window, 0, 0.5 * 72 / 96);
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

static gsize n_bytes;

static void
write_plain_pdf (Job *job)
{
  n_bytes = 0;

  g_autoptr (cairo_surface_t) surface =
    cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, a4.width, a4.height);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  draw_plainly (job, cr, a4, 0, 0.25);
  cairo_show_page (cr);
  cairo_surface_finish (surface);
}

static void
write_pdf (Job *job)
{
  g_autoptr (GBytes) bytes = streek_scenes_to_pdf (&job->page, 1, NULL);

  n_bytes = g_bytes_get_size (bytes);
}

static void
write_svg (Job *job)
{
  g_autofree char *svg = streek_scene_to_svg (job->page);

  n_bytes = strlen (svg);
}

static void
write_png (Job *job)
{
  g_autoptr (GBytes) bytes = streek_scene_to_png (job->scene, 96, NULL);

  n_bytes = g_bytes_get_size (bytes);
}

static void
encode_with_cairo (Job *job)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create_for_data (
    (guchar *) g_bytes_get_data (streek_raster_get_pixels (job->raster), NULL), CAIRO_FORMAT_RGB24,
    WIDTH, HEIGHT, WIDTH * 4);

  n_bytes = 0;
  cairo_surface_write_to_png_stream (surface, count_bytes, &n_bytes);
}

static void
print_size (const Job *job, const char *name)
{
  printf ("%-8s %-44s %9.0f kB\n", job->name, name, (double) n_bytes / 1000);
}

static void
prepare (Job *job)
{
  StreekProjection on_screen = fit (job->mesh, window), on_paper = fit (job->mesh, a4);

  job->level = streek_mesh_pick_level (job->mesh, 1 / (on_screen.scale * dots));
  job->page_level = streek_mesh_pick_level (job->mesh, 1 / (on_paper.scale * 300 / 72));
  job->scene = make_scene (job, window, job->level, 0, FALSE);
  job->recoloured = make_scene (job, window, job->level, 3, FALSE);
  job->labelled = make_scene (job, window, job->level, 3, TRUE);
  job->page = make_scene (job, a4, job->page_level, 0, FALSE);
  job->raster = streek_raster_new (job->scene, dots, FALSE);
}

static void
run (Job *job)
{
  prepare (job);
  printf ("%-8s %u units, %u arcs; level %u on screen, %u on paper\n", job->name,
          streek_mesh_get_n_units (job->mesh), streek_mesh_get_n_arcs (job->mesh), job->level,
          job->page_level);

  double plain = measure (job, "cairo: every area, 1920x1080", draw_plain_picture);
  double fresh = measure (job, "raster, new", draw_fresh);

  measure (job, "raster, new, snapped", draw_snapped);
  measure (job, "scene through Cairo", draw_scene_with_cairo);

  double again = measure (job, "raster, other paints", draw_recoloured);

  measure (job, "raster, other paints and 300 names", draw_labelled);
  printf ("%-8s %-44s %9.3f\n", job->name, "new / cairo", fresh / plain);
  printf ("%-8s %-44s %9.3f\n", job->name, "other paints / cairo", again / plain);
  measure (job, "cairo: PNG of the same pixels", encode_with_cairo);
  print_size (job, "  its size");
  measure (job, "PNG, drawn and encoded", write_png);
  print_size (job, "  its size");
  measure (job, "cairo: A4 PDF of every area", write_plain_pdf);
  print_size (job, "  its size");
  measure (job, "A4 PDF", write_pdf);
  print_size (job, "  its size");
  measure (job, "A4 SVG", write_svg);
  print_size (job, "  its size");
  streek_scene_unref (job->scene);
  streek_scene_unref (job->recoloured);
  streek_scene_unref (job->labelled);
  streek_scene_unref (job->page);
  streek_raster_unref (job->raster);
  streek_mesh_unref (job->mesh);
}

int
main (int argc, char **argv)
{
  if (argc > 2)
    n_repeats = (guint) CLAMP (atoi (argv[2]), 1, 99);

  if (argc > 1)
    {
      Job shipped = { .name = "shipped", .mesh = load_mesh (argv[1]) };

      run (&shipped);
    }

  Job large = { .name = "20k", .mesh = make_mesh () };

  run (&large);

  return 0;
}
