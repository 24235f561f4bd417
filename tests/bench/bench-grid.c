/* bench-grid.c: what a large matrix and a long timeline cost: to lay out, to scroll, to print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "streek-sample-grids.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* bench-grid [REPEATS]: medians in milliseconds of processor time. Every cell of the matrix has
 * words of its own, so that nothing is found in the cache of set text. Aims: 100 ms for the layout
 * of 60 rows by 40 columns, which a worker makes once, 16 ms for a frame of a window that scrolls
 * over it. */

#define N_ROWS 60
#define N_COLUMNS 40
#define N_BARS 200
#define WIDTH_PX 1600
#define HEIGHT_PX 900
#define DOTS_PER_POINT (96.0 / 72)

typedef void (*Job) (gpointer data);

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
measure (const char *name, Job job, gpointer data, guint n_repeats)
{
  g_autofree double *times = g_new (double, n_repeats);

  job (data); /* the first of a window pays for its fonts */

  for (guint i = 0; i < n_repeats; i++)
    {
      double start = get_cpu_ms ();

      job (data);
      times[i] = get_cpu_ms () - start;
    }

  qsort (times, n_repeats, sizeof *times, compare_doubles);
  printf ("%-52s %9.2f ms\n", name, times[n_repeats / 2]);
}

static const StreekGridOptions *
get_options (void)
{
  static StreekGridOptions options;

  options = (StreekGridOptions){ .width = WIDTH_PX / DOTS_PER_POINT,
                                 .theme = streek_theme_get_screen (),
                                 .format = streek_format_get ("nl"),
                                 .text_scale = 1 };

  return &options;
}

static void
lay_matrix_out (gpointer matrix)
{
  streek_grid_drawing_free (streek_matrix_layout (matrix, get_options ()));
}

static void
lay_timeline_out (gpointer timeline)
{
  streek_grid_drawing_free (streek_timeline_layout (timeline, get_options ()));
}

static void
print_matrix (gpointer matrix)
{
  const StreekSheet sheet = { .size = { 1190.6, 841.9 }, .language = "nl" };

  g_ptr_array_unref (streek_matrix_layout_pages (matrix, &sheet, FALSE, NULL));
}

/* What a window draws of the body when it scrolls: all marks, through a clip. */
static void
draw_frame (gpointer data)
{
  const StreekGridDrawing *drawing = data;
  g_autoptr (cairo_surface_t) surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH_PX, HEIGHT_PX);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_scale (cr, DOTS_PER_POINT, DOTS_PER_POINT);
  cairo_translate (cr, -300, -200);
  streek_scene_draw (drawing->parts[STREEK_GRID_BODY], cr);
}

int
main (int argc, char **argv)
{
  guint n_repeats = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 15;
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new_large (N_ROWS, N_COLUMNS);
  g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new_large (N_BARS);
  g_autoptr (StreekGridDrawing) cells = streek_matrix_layout (matrix, get_options ());
  g_autoptr (StreekGridDrawing) bars = streek_timeline_layout (timeline, get_options ());

  measure ("matrix of 60 rows by 40 columns: layout", lay_matrix_out, matrix, n_repeats);
  measure ("the same: a frame of 1600 × 900 pixels", draw_frame, cells, n_repeats);
  measure ("the same on A3, every sheet", print_matrix, matrix, n_repeats);
  measure ("timeline of 200 bars: layout", lay_timeline_out, timeline, n_repeats);
  measure ("the same: a frame of 1600 × 900 pixels", draw_frame, bars, n_repeats);

  return 0;
}
