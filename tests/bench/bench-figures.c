/* bench-figures.c: the processor time of a change of period, until the picture is ready */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-paths.h"
#include "draw/streek-output.h"
#include "workspace/streek-figures.h"

#include <stdio.h>
#include <time.h>

#define N_ROUNDS 25
#define FRAME_MS (1000.0 / 60)

typedef struct
{
  double make;
  double layout;
  double raster;
  double all;
} Times;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = ((const Times *) a)->all, second = ((const Times *) b)->all;

  return first < second ? -1 : first > second;
}

/* Milliseconds of processor time: what others do on the machine does not count. */
static double
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Period after period, as the slider of the window plays them. */
static gboolean
run (StreekWorkspace *workspace, const char *indicator, GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  g_autoptr (StreekRaster) raster = NULL;
  StreekLayoutOptions options = {
    .size = { 825, 540 },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
    .bare = TRUE,
  };
  Times times[N_ROUNDS];

  spec->set = g_strdup ("gemeente");
  spec->indicator = g_strdup (indicator);

  for (guint round = 0; round < N_ROUNDS + 2; round++)
    {
      double start = read_clock ();

      spec->period = streek_period_from_year (2010 + round % 5);

      g_autoptr (StreekFigure) figure = streek_workspace_make_figure (workspace, spec, NULL, error);

      if (figure == NULL)
        return FALSE;

      double made = read_clock ();
      g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, error);

      if (scene == NULL)
        return FALSE;

      double laid_out = read_clock ();
      StreekRaster *next = raster != NULL
                             ? streek_raster_new_from (scene, 96.0 / 72, TRUE, raster, NULL)
                             : streek_raster_new (scene, 96.0 / 72, TRUE);
      double done = read_clock ();

      g_clear_pointer (&raster, streek_raster_unref);
      raster = next;

      if (round >= 2) /* the first two fill what is kept between figures */
        times[round - 2] = (Times){ made - start, laid_out - made, done - laid_out, done - start };
    }

  qsort (times, N_ROUNDS, sizeof (Times), compare_times);

  const Times *median = &times[N_ROUNDS / 2];

  printf ("%-14s period changed, 589 areas, 1100x720: make %.1f, layout %.1f, raster %.1f, "
          "together %.1f ms of processor time (a frame is %.1f ms)\n",
          indicator, median->make, median->layout, median->raster, median->all, FRAME_MS);

  return TRUE;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (streek_paths_get_data_dir (), "example.streek", NULL);
  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (path, STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  if (workspace == NULL || !run (workspace, "share_65plus", &error) ||
      !run (workspace, "pop_total", &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
