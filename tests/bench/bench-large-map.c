/* bench-large-map.c: what a map of a file costs to draw, each figure beside the limit it has */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"
#include "workspace/streek-figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* bench-large-map FILE SET INDICATOR PERIOD [REPEATS] [STEP]: medians of the processor time, from
 * the figure that the window and the command line make; of the steps whose name holds STEP, for
 * those who count instructions. bench-large-map.sh runs it beside peers. */

#define WINDOW_PT                                                                                  \
  {                                                                                                \
    1920 * 72 / 96.0, 1080 * 72 / 96.0                                                             \
  }
#define A4_PT                                                                                      \
  {                                                                                                \
    297 / 25.4 * 72, 210 / 25.4 * 72                                                               \
  }
#define DOTS_PER_POINT (96 / 72.0)
#define N_PICKS 1000000
#define RECOLOURING_LIMIT_MS 3
#define FRAME_LIMIT_MS 20
#define MAX_REPEATS 99

typedef struct
{
  StreekFigure *figure;
  StreekFigure *other; /* of another period */
  StreekLayoutOptions screen;
  StreekScene *scene;
  StreekScene *recoloured;
  StreekScene *pointed; /* at one area */
  StreekScene *chosen;  /* a tenth of them */
  StreekScene *page;
  StreekRaster *raster;
  StreekWorkspace *workspace;
  StreekFigureSpec *spec;
  guint n_repeats;
  const char *step; /* (nullable): what is measured, NULL: everything */
} Bench;

typedef void (*Task) (Bench *bench);

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The least says what the work is worth where others wear the caches out; the clock tells what
 * several threads gain. */
static double
measure (Bench *bench, const char *name, Task task, double limit_ms)
{
  double times[MAX_REPEATS];
  double clock_times[MAX_REPEATS];

  if (bench->step != NULL && strstr (name, bench->step) == NULL)
    return 0;

  for (guint i = 0; i < bench->n_repeats; i++)
    {
      double start = get_cpu_ms ();
      gint64 start_us = g_get_monotonic_time ();

      task (bench);
      times[i] = get_cpu_ms () - start;
      clock_times[i] = (double) (g_get_monotonic_time () - start_us) / 1000;
    }

  qsort (times, bench->n_repeats, sizeof *times, compare_doubles);
  qsort (clock_times, bench->n_repeats, sizeof *times, compare_doubles);
  printf ("  %-44s %8.2f ms (least %.2f; %.2f on the clock)", name, times[bench->n_repeats / 2],
          times[0], clock_times[bench->n_repeats / 2]);
  if (limit_ms > 0)
    printf (", limit %g", limit_ms);
  printf ("\n");

  return times[bench->n_repeats / 2];
}

static void
draw_fresh (Bench *bench)
{
  streek_raster_unref (streek_raster_new (bench->scene, DOTS_PER_POINT, FALSE));
}

static void
draw_snapped (Bench *bench)
{
  streek_raster_unref (streek_raster_new (bench->scene, DOTS_PER_POINT, TRUE));
}

static void
draw_from (Bench *bench, const StreekScene *scene)
{
  streek_raster_unref (streek_raster_new_from (scene, DOTS_PER_POINT, TRUE, bench->raster, NULL));
}

static void
draw_recoloured (Bench *bench)
{
  draw_from (bench, bench->recoloured);
}

static void
draw_pointed (Bench *bench)
{
  draw_from (bench, bench->pointed);
}

static void
draw_chosen (Bench *bench)
{
  draw_from (bench, bench->chosen);
}

static StreekScene *
lay_out (StreekFigure *figure, const StreekLayoutOptions *options)
{
  g_autoptr (GError) error = NULL;
  StreekScene *scene = streek_figure_layout (figure, options, &error);

  if (scene == NULL)
    g_error ("%s", error->message);

  return scene;
}

static void
lay_out_screen (Bench *bench)
{
  streek_scene_unref (lay_out (bench->figure, &bench->screen));
}

static void
pick_places (Bench *bench)
{
  guint place = 1;

  for (guint i = 0; i < N_PICKS; i++)
    {
      place = place * 1664525u + 1013904223u;
      streek_raster_pick (bench->raster, (int) (place >> 8) % 1920, (int) (place >> 19) % 1080);
    }
}

static void
write_png (Bench *bench)
{
  g_autoptr (GBytes) bytes = streek_scene_to_png (bench->scene, 96, NULL);

  g_assert_nonnull (bytes);
}

static void
write_pdf (Bench *bench)
{
  g_autoptr (GBytes) bytes = streek_scenes_to_pdf (&bench->page, 1, NULL);

  g_assert_nonnull (bytes);
}

static StreekFigure *
make_figure (StreekWorkspace *workspace, const StreekFigureSpec *spec)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = streek_workspace_make_figure (workspace, spec, NULL, &error);

  if (figure == NULL)
    g_error ("%s", error->message);

  return figure;
}

static void
make_another (Bench *bench)
{
  bench->spec->period.year += bench->spec->period.year % 2 == 0 ? 1 : -1;
  streek_figure_unref (make_figure (bench->workspace, bench->spec));
}

/* What a worker does between a step of the period and the picture. */
static void
show_another (Bench *bench)
{
  bench->spec->period.year += bench->spec->period.year % 2 == 0 ? 1 : -1;

  g_autoptr (StreekFigure) figure = make_figure (bench->workspace, bench->spec);
  g_autoptr (StreekScene) scene = lay_out (figure, &bench->screen);

  draw_from (bench, scene);
}

/* The same with the class limits of all periods, as the time bar plays them. */
static void
play_another (Bench *bench)
{
  bench->spec->limits = STREEK_LIMITS_SERIES;
  show_another (bench);
  bench->spec->limits = STREEK_LIMITS_OWN;
}

static void
prepare (Bench *bench)
{
  guint n_rows = streek_figure_get_n_rows (bench->figure);
  g_autofree guint8 *selected = g_new0 (guint8, n_rows + 1);
  StreekLayoutOptions page = bench->screen;
  StreekLayoutOptions pointed = bench->screen;
  StreekLayoutOptions chosen = bench->screen;

  for (guint row = 0; row < n_rows; row += 10)
    selected[row] = 1;
  page.size = (StreekSize) A4_PT;
  page.theme = streek_theme_get_print ();
  page.bare = FALSE;
  pointed.hovered = (int) n_rows / 2;
  chosen.selected = selected;

  bench->scene = lay_out (bench->figure, &bench->screen);
  bench->recoloured = lay_out (bench->other, &bench->screen);
  bench->pointed = lay_out (bench->figure, &pointed);
  bench->chosen = lay_out (bench->figure, &chosen);
  bench->page = lay_out (bench->figure, &page);
  bench->raster = streek_raster_new (bench->scene, DOTS_PER_POINT, TRUE);
}

/* Another year, then back: the first figure of a set also reads its areas. */
static void
make_figures (Bench *bench, StreekWorkspace *workspace, StreekFigureSpec *spec)
{
  double start = get_cpu_ms ();

  bench->figure = make_figure (workspace, spec);
  printf ("%s, %u areas\n", spec->set, streek_figure_get_n_rows (bench->figure));
  printf ("  %-44s %8.2f ms\n", "figure, the first", get_cpu_ms () - start);

  spec->period.year--;
  start = get_cpu_ms ();
  bench->other = make_figure (workspace, spec);
  printf ("  %-44s %8.2f ms\n", "figure, of another period", get_cpu_ms () - start);
}

static void
run (Bench *bench)
{
  measure (bench, "figure, of other periods", make_another, 0);
  measure (bench, "another period: figure, layout and picture", show_another, FRAME_LIMIT_MS);
  measure (bench, "another period played, limits of all periods", play_another, FRAME_LIMIT_MS);
  measure (bench, "layout of the window", lay_out_screen, 0);

  double fresh = measure (bench, "drawing:", draw_fresh, 0);

  measure (bench, "drawing in the window", draw_snapped, 0);
  measure (bench, "recolouring: another period", draw_recoloured, RECOLOURING_LIMIT_MS);
  measure (bench, "recolouring: one area pointed at", draw_pointed, RECOLOURING_LIMIT_MS);
  measure (bench, "recolouring: a tenth chosen", draw_chosen, RECOLOURING_LIMIT_MS);
  measure (bench, "a million hit tests (so: ns each)", pick_places, 0);

  double png = measure (bench, "PNG, drawn and encoded", write_png, 2 * fresh);

  if (bench->step == NULL)
    printf ("  %-44s %8.2f of the drawing, limit 1\n", "its encoder", (png - fresh) / fresh);
  measure (bench, "A4 PDF:", write_pdf, 0);
}

static void
bench_clear (Bench *bench)
{
  streek_raster_unref (bench->raster);
  streek_scene_unref (bench->scene);
  streek_scene_unref (bench->recoloured);
  streek_scene_unref (bench->pointed);
  streek_scene_unref (bench->chosen);
  streek_scene_unref (bench->page);
  streek_figure_unref (bench->figure);
  streek_figure_unref (bench->other);
}

int
main (int argc, char **argv)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  g_autoptr (GError) error = NULL;
  Bench bench = {
    .screen = {
      .size = WINDOW_PT,
      .theme = streek_theme_get_screen (),
      .format = streek_format_get ("nl"),
      .language = "nl",
      .hovered = -1,
      .bare = TRUE,
    },
    .n_repeats = 9,
  };

  if (argc < 5 || !streek_period_parse (argv[4], &spec->period, &error))
    {
      fprintf (stderr, "usage: bench-large-map FILE SET INDICATOR PERIOD [REPEATS] [STEP]\n");
      return 2;
    }

  if (argc > 6)
    bench.step = argv[6];
  if (argc > 5)
    bench.n_repeats = (guint) CLAMP (atoi (argv[5]), 1, MAX_REPEATS);

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  spec->set = g_strdup (argv[2]);
  spec->indicator = g_strdup (argv[3]);
  spec->n_classes = 7;

  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (argv[1], STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  if (workspace == NULL)
    g_error ("%s", error->message);

  bench.workspace = workspace;
  bench.spec = spec;
  make_figures (&bench, workspace, spec);
  prepare (&bench);
  run (&bench);
  bench_clear (&bench);
  streek_workspace_close (workspace);

  return 0;
}
