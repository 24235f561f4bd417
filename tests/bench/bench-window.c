/* bench-window.c: a window with its first map beside an empty one, and a full map that changes and
 * moves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/streek-map-view-private.h"
#include "streek-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* bench-window [FILE SET INDICATOR]: a map of the municipalities, or of a set of a file that
 * bench-large-map.sh makes. */

/* Each start is a process of its own, as a person's is; the first of each is warm-up. */
#define N_STARTS 7
#define N_CHANGES 40
#define N_MOVES 60

typedef enum
{
  STAGE_START,
  STAGE_WHOLE_COUNTRY,
  STAGE_PERIODS,
  STAGE_CLASSES,
  STAGE_STILL, /* nothing moves, every frame is asked for all the same */
  STAGE_PAN,
  STAGE_ZOOM,
  STAGE_REST,
} Stage;

typedef struct
{
  GApplication *application;
  StreekWindow *window; /* (unowned) */
  gint64 started_us;    /* when the parent began, or the change */
  const char *set;
  const char *indicator;
  gboolean only_start;
  double cpu_ms; /* of the main loop when the last frame was done */
  double still_ms;
  gboolean is_drawn; /* a picture is there and waits for its frame */
  guint continue_id; /* source of the next step, 0: none */
  Stage stage;
  guint n_changes;
  GArray *times;         /* (element-type double) ms */
  gint longest_us;       /* the longest wait of a beat for the main loop, in this stage */
  double beat_cpu_ms;    /* of the main loop at the last beat */
  double longest_cpu_ms; /* the most between two beats, in this stage */
  gint stop;
} Bench;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_quantile (GArray *times, double share)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (guint) (share * (times->len - 1) + 0.5));
}

/* Processor time of the main loop alone: what the workers paint is not in it. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A beat every 2 ms from another thread: how late the main loop answers is how long it was held. */
typedef struct
{
  Bench *bench;
  gint64 sent_us;
} Beat;

static gboolean
on_beat_cb (gpointer user_data)
{
  Beat *beat = user_data;
  gint late = (gint) (g_get_monotonic_time () - beat->sent_us);
  double now_ms = get_cpu_ms ();

  beat->bench->longest_cpu_ms =
    MAX (beat->bench->longest_cpu_ms, now_ms - beat->bench->beat_cpu_ms);
  beat->bench->beat_cpu_ms = now_ms;

  if (late > g_atomic_int_get (&beat->bench->longest_us))
    g_atomic_int_set (&beat->bench->longest_us, late);
  return G_SOURCE_REMOVE;
}

static gpointer
send_beats (gpointer user_data)
{
  Bench *bench = user_data;

  while (!g_atomic_int_get (&bench->stop))
    {
      Beat *beat = g_new (Beat, 1);

      beat->bench = bench;
      beat->sent_us = g_get_monotonic_time ();
      g_idle_add_full (G_PRIORITY_HIGH, on_beat_cb, beat, g_free);
      g_usleep (2000);
    }

  return NULL;
}

static void
forget_times (Bench *bench)
{
  g_array_set_size (bench->times, 0);
  g_atomic_int_set (&bench->longest_us, 0);
  bench->longest_cpu_ms = 0;
}

static void
report (Bench *bench, const char *what)
{
  g_print ("%-28s median %6.1f ms, 95 %% %6.1f ms, 99 %% %6.1f ms, longest hold of the main loop"
           " %.1f ms, %.1f ms of processor time (limit 50)\n",
           what, get_quantile (bench->times, 0.5), get_quantile (bench->times, 0.95),
           get_quantile (bench->times, 0.99), g_atomic_int_get (&bench->longest_us) / 1000.0,
           bench->longest_cpu_ms);
  forget_times (bench);
  bench->n_changes = 0;
}

static void
begin_change (Bench *bench)
{
  StreekContext *context = streek_window_get_context (bench->window);

  bench->started_us = g_get_monotonic_time ();
  if (bench->stage == STAGE_PERIODS)
    {
      if (!streek_context_step_period (context, -1))
        streek_context_set_period (context, (StreekPeriod){ 0 });
    }
  else
    {
      g_autoptr (StreekFigureSpec) spec =
        streek_figure_spec_copy (streek_context_get_spec (context));

      spec->n_classes = spec->n_classes == 5 ? 4 : 5;
      streek_context_set_spec (context, spec);
    }
}

/* All municipalities of before 2019 with a ratio, unless another set was asked for. */
static void
show_whole_country (Bench *bench)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  spec->set = g_strdup (bench->set);
  spec->indicator = g_strdup (bench->indicator);
  spec->on = streek_date_from_ymd (2018, 1, 1);
  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  bench->started_us = g_get_monotonic_time ();
  streek_context_set_spec (streek_window_get_context (bench->window), spec);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  if (STREEK_IS_MAP_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *view = find_view (child);

      if (view != NULL)
        return view;
    }

  return NULL;
}

/* What a hand does between two frames: a few pixels aside, or a little closer and back again. */
static void
move (Bench *bench)
{
  StreekMapView *view = STREEK_MAP_VIEW (find_view (GTK_WIDGET (bench->window)));
  gboolean is_back = bench->n_changes >= N_MOVES / 2;
  StreekView place;
  StreekRect frame;

  if (bench->stage == STAGE_ZOOM)
    {
      streek_map_view_zoom_by (view, is_back ? 1 / 1.03 : 1.03);
    }
  else if (bench->stage == STAGE_PAN && streek_map_view_get_current (view, &place, &frame))
    {
      place.x += (is_back ? -4 : 4) * place.metres_per_point;
      streek_map_view_move_to (view, place);
    }
  else
    {
      gtk_widget_queue_draw (GTK_WIDGET (view));
    }
}

/* The processor time of each frame; the clock tells how long one lasted. */
static void
take_frame (Bench *bench)
{
  double now_ms = get_cpu_ms ();
  double ms = now_ms - bench->cpu_ms;

  bench->cpu_ms = now_ms;
  if (bench->n_changes > 0)
    g_array_append_val (bench->times, ms);
  bench->n_changes++;
}

static void
begin_moves (Bench *bench, Stage stage)
{
  bench->stage = stage;
  bench->n_changes = 0;
  bench->started_us = g_get_monotonic_time ();
  g_array_set_size (bench->times, 0);
  move (bench);
}

static void
report_moves (Bench *bench, const char *what)
{
  double ms = get_quantile (bench->times, 0.5);
  double per_s = bench->n_changes * 1e6 / (g_get_monotonic_time () - bench->started_us);

  if (bench->stage == STAGE_STILL)
    bench->still_ms = ms;
  g_print ("%-28s %6.2f ms of the main loop a frame, %.2f more than where nothing moves (limit 4),"
           " %.0f frames a second\n",
           what, ms, ms - bench->still_ms, per_s);
}

static void
take_time (Bench *bench)
{
  double ms = (g_get_monotonic_time () - bench->started_us) / 1000.0;

  g_array_append_val (bench->times, ms);
  bench->n_changes++;
}

/* Memory that is held, in MB: pages of the programs and libraries are in it too. */
static double
read_memory_mb (void)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  g_auto (GStrv) words = g_strsplit (text, " ", 3);

  return g_ascii_strtod (words[1], NULL) * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

static void
print_start (double ms)
{
  g_print ("%f %f\n", ms, read_memory_mb ());
}

/* The last move is the one that is waited for. */
static void
continue_moves (Bench *bench)
{
  if (bench->n_changes < N_MOVES)
    {
      move (bench);
      return;
    }

  if (bench->stage == STAGE_STILL)
    {
      report_moves (bench, "still");
      begin_moves (bench, STAGE_PAN);
    }
  else if (bench->stage == STAGE_PAN)
    {
      report_moves (bench, "dragged");
      begin_moves (bench, STAGE_ZOOM);
    }
  else
    {
      report_moves (bench, "zoomed");
      forget_times (bench);
      bench->stage = STAGE_REST;
      bench->is_drawn = FALSE;
      bench->started_us = g_get_monotonic_time ();
      move (bench);
      streek_map_view_zoom_by (STREEK_MAP_VIEW (find_view (GTK_WIDGET (bench->window))), 1.1);
    }
}

static gboolean
continue_cb (gpointer user_data)
{
  Bench *bench = user_data;

  bench->continue_id = 0;
  switch (bench->stage)
    {
    case STAGE_START:
      if (bench->only_start)
        {
          print_start (g_array_index (bench->times, double, 0));
          g_application_quit (bench->application);
          return G_SOURCE_REMOVE;
        }
      forget_times (bench);
      bench->stage = STAGE_WHOLE_COUNTRY;
      show_whole_country (bench);
      break;
    case STAGE_WHOLE_COUNTRY:
      report (bench, "other map");
      bench->stage = STAGE_PERIODS;
      begin_change (bench);
      break;
    case STAGE_PERIODS:
      if (bench->n_changes == N_CHANGES)
        {
          report (bench, "other period (limit 20)");
          bench->stage = STAGE_CLASSES;
        }
      begin_change (bench);
      break;
    case STAGE_CLASSES:
      if (bench->n_changes < N_CHANGES)
        {
          begin_change (bench);
          break;
        }
      report (bench, "other classes");
      begin_moves (bench, STAGE_STILL);
      break;
    case STAGE_REST:
      report (bench, "sharp after rest (limit 100)");
      g_application_quit (bench->application);
      break;
    case STAGE_STILL:
    case STAGE_PAN:
    case STAGE_ZOOM:
    default:
      continue_moves (bench);
    }

  return G_SOURCE_REMOVE;
}

/* Not one of the map before while the one that was asked is being made. */
static gboolean
is_awaited (Bench *bench)
{
  StreekContext *context = streek_window_get_context (bench->window);

  return bench->stage != STAGE_WHOLE_COUNTRY || !streek_context_get_loading (context);
}

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->continue_id != 0) /* a second frame of the same */
    return;

  if (bench->stage >= STAGE_STILL && bench->stage <= STAGE_ZOOM)
    {
      take_frame (bench);
      bench->continue_id = g_idle_add (continue_cb, bench);
      return;
    }

  if (!bench->is_drawn || !is_awaited (bench))
    return;

  bench->is_drawn = FALSE;
  take_time (bench);
  bench->continue_id = g_idle_add (continue_cb, bench);
}

static gboolean
on_picture_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer user_data)
{
  Bench *bench = user_data;

  bench->is_drawn = TRUE;
  return TRUE;
}

static void
on_realize_cb (GtkWidget *window, Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint_cb), bench);
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (!STREEK_IS_WINDOW (window))
    return;

  bench->window = STREEK_WINDOW (window);
  g_signal_connect (window, "realize", G_CALLBACK (on_realize_cb), bench);
}

static int
run_program (
  const char *path, const char *set, const char *indicator, gint64 started_us, gboolean only_start)
{
  g_autoptr (StreekApplication) application = streek_application_new ();
  Bench bench = {
    .application = G_APPLICATION (application),
    .set = set,
    .indicator = indicator,
    .started_us = started_us,
    .only_start = only_start,
    .times = g_array_new (FALSE, FALSE, sizeof (double)),
  };
  char *arguments[] = { (char *) "streekatlas", (char *) path, NULL };

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_type_class_unref (g_type_class_ref (STREEK_TYPE_MAP_VIEW));
  g_signal_add_emission_hook (g_signal_lookup ("picture-ready", STREEK_TYPE_MAP_VIEW), 0,
                              on_picture_cb, &bench, NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), &bench);

  GThread *thread = only_start ? NULL : g_thread_new ("beats", send_beats, &bench);
  int status = g_application_run (G_APPLICATION (application), 2, arguments);

  g_atomic_int_set (&bench.stop, TRUE);
  if (thread != NULL)
    g_thread_join (thread);
  g_array_unref (bench.times);

  return status;
}

/* The empty window */

static gint64 empty_started_us;

static void
on_empty_painted_cb (GdkFrameClock *clock, GApplication *application)
{
  print_start ((g_get_monotonic_time () - empty_started_us) / 1000.0);
  g_signal_handlers_disconnect_by_func (clock, on_empty_painted_cb, application);
  g_application_quit (application);
}

static void
on_empty_realize_cb (GtkWidget *window, GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_empty_painted_cb), application);
}

static void
on_empty_activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  g_signal_connect (window, "realize", G_CALLBACK (on_empty_realize_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_empty (gint64 started_us)
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("be.streekatlas.Empty", G_APPLICATION_NON_UNIQUE);

  empty_started_us = started_us;
  g_signal_connect (application, "activate", G_CALLBACK (on_empty_activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* The parent: starts each a few times, one after the other, and compares. */

static double
time_start (const char *self, const char *mode, const char *path, double *memory_mb)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *const arguments[] = { self, mode, now, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     NULL, &error))
    g_error ("%s", error->message);

  char *end = NULL;
  double ms = g_ascii_strtod (output, &end);

  *memory_mb = g_ascii_strtod (end, NULL);
  return ms;
}

static void
compare_starts (const char *self, const char *path)
{
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) example = g_array_new (FALSE, FALSE, sizeof (double));

  double empty_mb = 0;
  double example_mb = 0;

  for (guint i = 0; i <= N_STARTS; i++)
    {
      double empty_ms = time_start (self, "--empty", path, &empty_mb);
      double example_ms = time_start (self, "--start", path, &example_mb);

      if (i == 0)
        continue;
      g_array_append_val (empty, empty_ms);
      g_array_append_val (example, example_ms);
    }

  double empty_ms = get_quantile (empty, 0.5);
  double example_ms = get_quantile (example, 0.5);

  g_print ("%-28s %6.0f ms\n", "empty window", empty_ms);
  g_print ("%-28s %6.0f ms, %.2f times that (limit 1.8)\n", "example, first map", example_ms,
           example_ms / empty_ms);
  g_print ("%-28s %6.0f MB\n", "empty window, memory", empty_mb);
  g_print ("%-28s %6.0f MB, %.0f more than that (limit 40)\n", "example, memory", example_mb,
           example_mb - empty_mb);
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();

  if (argc == 4 && strcmp (argv[1], "--empty") == 0)
    return run_empty (g_ascii_strtoll (argv[2], NULL, 10));
  if (argc == 4 && strcmp (argv[1], "--start") == 0)
    return run_program (argv[3], NULL, NULL, g_ascii_strtoll (argv[2], NULL, 10), TRUE);
  if (argc == 4)
    return run_program (argv[1], argv[2], argv[3], g_get_monotonic_time (), FALSE);

  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "example.streek", NULL);
  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, TRUE, NULL, &error);

  g_assert_no_error (error);
  streek_workspace_close (workspace);

  if (g_getenv ("STREEK_BENCH_CHANGES_ONLY") == NULL)
    compare_starts (argv[0], path);

  int status = run_program (path, "gemeente", "share_65plus", g_get_monotonic_time (), FALSE);

  g_remove (path);
  g_rmdir (folder);
  return status;
}
