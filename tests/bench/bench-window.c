/* bench-window.c: start to the first map beside an empty window's, and changes of a full map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/streek-map-view.h"
#include "streek-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Each start is a process of its own, as a person's is; the first of each is warm-up. */
#define N_STARTS 7
#define N_CHANGES 40

typedef enum
{
  STAGE_START,
  STAGE_WHOLE_COUNTRY,
  STAGE_PERIODS,
  STAGE_CLASSES,
} Stage;

typedef struct
{
  GApplication *application;
  StreekWindow *window; /* (unowned) */
  gint64 started_us;    /* when the parent began, or the change */
  gboolean only_start;
  gboolean is_drawn; /* a picture is there and waits for its frame */
  Stage stage;
  guint n_changes;
  GArray *times;   /* (element-type double) ms */
  gint longest_us; /* the longest wait of a beat for the main loop, in this stage */
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
report (Bench *bench, const char *what)
{
  g_print ("%-28s median %6.1f ms, 95 %% %6.1f ms, 99 %% %6.1f ms, longest hold of the main loop"
           " %.1f ms\n",
           what, get_quantile (bench->times, 0.5), get_quantile (bench->times, 0.95),
           get_quantile (bench->times, 0.99), g_atomic_int_get (&bench->longest_us) / 1000.0);
  g_array_set_size (bench->times, 0);
  g_atomic_int_set (&bench->longest_us, 0);
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

/* All municipalities of before 2019 with a ratio: the largest map that ships. */
static void
show_whole_country (Bench *bench)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

  spec->set = g_strdup ("gemeente");
  spec->indicator = g_strdup ("share_65plus");
  spec->on = streek_date_from_ymd (2018, 1, 1);
  bench->started_us = g_get_monotonic_time ();
  streek_context_set_spec (streek_window_get_context (bench->window), spec);
}

static void
take_time (Bench *bench)
{
  double ms = (g_get_monotonic_time () - bench->started_us) / 1000.0;

  g_array_append_val (bench->times, ms);
  bench->n_changes++;
}

static gboolean
continue_cb (gpointer user_data)
{
  Bench *bench = user_data;

  switch (bench->stage)
    {
    case STAGE_START:
      if (bench->only_start)
        {
          g_print ("%f\n", g_array_index (bench->times, double, 0));
          g_application_quit (bench->application);
          return G_SOURCE_REMOVE;
        }
      g_array_set_size (bench->times, 0);
      g_atomic_int_set (&bench->longest_us, 0);
      bench->stage = STAGE_WHOLE_COUNTRY;
      show_whole_country (bench);
      break;
    case STAGE_WHOLE_COUNTRY:
      report (bench, "other map, 589 areas");
      bench->stage = STAGE_PERIODS;
      begin_change (bench);
      break;
    case STAGE_PERIODS:
      if (bench->n_changes == N_CHANGES)
        {
          report (bench, "other period, 589 areas");
          bench->stage = STAGE_CLASSES;
        }
      begin_change (bench);
      break;
    case STAGE_CLASSES:
    default:
      if (bench->n_changes < N_CHANGES)
        {
          begin_change (bench);
          break;
        }
      report (bench, "other classes, 589 areas");
      g_application_quit (bench->application);
    }

  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (!bench->is_drawn)
    return;

  bench->is_drawn = FALSE;
  take_time (bench);
  g_idle_add (continue_cb, bench);
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
run_program (const char *path, gint64 started_us, gboolean only_start)
{
  g_autoptr (StreekApplication) application = streek_application_new ();
  Bench bench = {
    .application = G_APPLICATION (application),
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
  g_print ("%f\n", (g_get_monotonic_time () - empty_started_us) / 1000.0);
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
time_start (const char *self, const char *mode, const char *path)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *const arguments[] = { self, mode, now, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     NULL, &error))
    g_error ("%s", error->message);

  return g_ascii_strtod (output, NULL);
}

static void
compare_starts (const char *self, const char *path)
{
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) example = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i <= N_STARTS; i++)
    {
      double empty_ms = time_start (self, "--empty", path);
      double example_ms = time_start (self, "--start", path);

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
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();

  if (argc == 4 && strcmp (argv[1], "--empty") == 0)
    return run_empty (g_ascii_strtoll (argv[2], NULL, 10));
  if (argc == 4 && strcmp (argv[1], "--start") == 0)
    return run_program (argv[3], g_ascii_strtoll (argv[2], NULL, 10), TRUE);

  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "example.streek", NULL);
  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, TRUE, NULL, &error);

  g_assert_no_error (error);
  streek_workspace_close (workspace);

  if (g_getenv ("STREEK_BENCH_CHANGES_ONLY") == NULL)
    compare_starts (argv[0], path);

  int status = run_program (path, g_get_monotonic_time (), FALSE);

  g_remove (path);
  g_rmdir (folder);
  return status;
}
