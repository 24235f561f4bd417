/* bench-assistant.c: how long the window is held while it takes a million rows in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/streek-import-window.h"
#include "import/streek-window-import.h"
#include "map/streek-map-view.h"
#include "streek-window.h"
#include "workspace/streek-figures.h"
#include "workspace/streek-imports.h"

#include <glib/gstdio.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

#define N_ROWS "1000000"
#define LIMIT_MS 50.0
#define POLL_MS 25
/* Nothing more comes of a page after this. */
#define QUIET_MS 400

typedef enum
{
  STAGE_START,
  STAGE_READ,
  STAGE_PAGES,
  STAGE_WRITE,
  STAGE_SHOW,
} Stage;

typedef struct
{
  GApplication *application;
  StreekWindow *window; /* (unowned) */
  char *data_path;
  Stage stage;
  guint page; /* the next one to show */
  gint64 since_us;
  gboolean is_drawn;    /* a map has its picture since the stage began */
  clockid_t loop_clock; /* processor time of the main loop's thread */
  gint longest_us;      /* the longest that a beat waited for the main loop, in this stage */
  gint busiest_us;      /* the longest that the main loop itself worked before it answered */
  double worst_ms;
  gint stop;
} Bench;

static gint64
read_clock_us (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* A beat every 2 ms from another thread: how late the main loop answers is how long a person's
 * click waits. On a busy machine part of that is other programs; the loop's own work is its
 * processor time. */
typedef struct
{
  Bench *bench;
  gint64 sent_us;
  gint64 worked_us;
} Beat;

static void
raise_to (gint *place, gint value)
{
  if (value > g_atomic_int_get (place))
    g_atomic_int_set (place, value);
}

static gboolean
on_beat_cb (gpointer user_data)
{
  Beat *beat = user_data;

  raise_to (&beat->bench->longest_us, (gint) (g_get_monotonic_time () - beat->sent_us));
  raise_to (&beat->bench->busiest_us,
            (gint) (read_clock_us (beat->bench->loop_clock) - beat->worked_us));

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
      beat->worked_us = read_clock_us (bench->loop_clock);
      g_idle_add_full (G_PRIORITY_HIGH, on_beat_cb, beat, g_free);
      g_usleep (2000);
    }

  return NULL;
}

static void
begin_stage (Bench *bench, Stage stage)
{
  bench->stage = stage;
  bench->since_us = g_get_monotonic_time ();
  bench->is_drawn = FALSE;
  g_atomic_int_set (&bench->longest_us, 0);
  g_atomic_int_set (&bench->busiest_us, 0);
}

static double
get_age_ms (const Bench *bench)
{
  return (g_get_monotonic_time () - bench->since_us) / 1000.0;
}

static void
report (Bench *bench, const char *what)
{
  double longest_ms = g_atomic_int_get (&bench->longest_us) / 1000.0;
  double busiest_ms = g_atomic_int_get (&bench->busiest_us) / 1000.0;

  bench->worst_ms = MAX (bench->worst_ms, busiest_ms);
  g_print ("%-34s %6.0f ms, main loop held %5.1f ms, of which its own work %5.1f ms\n", what,
           get_age_ms (bench), longest_ms, busiest_ms);
}

static GtkWidget *
find_assistant (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (STREEK_IS_IMPORT_WINDOW (window->data))
      return window->data;

  return NULL;
}

/* The first of a type that @matches says is it. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, gboolean (*matches) (GtkWidget *))
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && matches (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, matches);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_import_button (GtkWidget *widget)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "import.commit") == 0;
}

static gboolean
is_steps (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "navigation-sidebar");
}

static gboolean
is_ready (GtkWidget *assistant)
{
  GtkWidget *button = find_widget (assistant, GTK_TYPE_BUTTON, is_import_button);

  return button != NULL && gtk_widget_is_sensitive (button);
}

/* FALSE where there is no such page. */
static gboolean
show_page (Bench *bench, GtkWidget *assistant)
{
  GtkListBox *steps = GTK_LIST_BOX (find_widget (assistant, GTK_TYPE_LIST_BOX, is_steps));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (steps, (int) bench->page);

  bench->page++;
  begin_stage (bench, STAGE_PAGES);
  if (row != NULL)
    gtk_list_box_select_row (steps, row);

  return row != NULL;
}

static void
continue_pages (Bench *bench, GtkWidget *assistant)
{
  static const char *const titles[] = { "page: file", "page: columns", "page: questions",
                                        "page: new indicators", "page: what changes, with map" };

  if (get_age_ms (bench) < QUIET_MS)
    return;

  if (bench->page > 0 && bench->page <= G_N_ELEMENTS (titles))
    report (bench, titles[bench->page - 1]);
  if (show_page (bench, assistant))
    return;

  begin_stage (bench, STAGE_WRITE);
  gtk_widget_activate_action (assistant, "import.commit", NULL);
}

static gboolean
continue_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWidget *assistant = find_assistant ();

  switch (bench->stage)
    {
    case STAGE_START:
      if (bench->is_drawn && get_age_ms (bench) > 2 * QUIET_MS)
        {
          g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

          g_ptr_array_add (files, g_file_new_for_path (bench->data_path));
          begin_stage (bench, STAGE_READ);
          streek_window_import_files (bench->window, files);
        }
      break;
    case STAGE_READ:
      if (assistant != NULL && is_ready (assistant))
        {
          report (bench, "opened, recognised, read, compared");
          show_page (bench, assistant);
        }
      break;
    case STAGE_PAGES:
      continue_pages (bench, assistant);
      break;
    case STAGE_WRITE:
      if (assistant == NULL)
        {
          report (bench, "written");
          begin_stage (bench, STAGE_SHOW);
        }
      break;
    case STAGE_SHOW:
    default:
      if (get_age_ms (bench) < 5 * QUIET_MS ||
          streek_context_get_loading (streek_window_get_context (bench->window)))
        break;

      report (bench, "shown in its section");
      g_print ("%-34s %6.1f ms of own work (limit %.0f)\n", "longest hold of the main loop",
               bench->worst_ms, LIMIT_MS);
      g_application_quit (bench->application);
      return G_SOURCE_REMOVE;
    }

  return G_SOURCE_CONTINUE;
}

static gboolean
on_picture_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer user_data)
{
  Bench *bench = user_data;

  bench->is_drawn = TRUE;
  return TRUE;
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *window, Bench *bench)
{
  if (STREEK_IS_WINDOW (window))
    bench->window = STREEK_WINDOW (window);
}

static int
run_program (const char *path, const char *data_path)
{
  g_autoptr (StreekApplication) application = streek_application_new ();
  Bench bench = { .application = G_APPLICATION (application), .data_path = g_strdup (data_path) };
  char *arguments[] = { (char *) "streekatlas", (char *) path, NULL };

  pthread_getcpuclockid (pthread_self (), &bench.loop_clock);
  begin_stage (&bench, STAGE_START);
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_type_class_unref (g_type_class_ref (STREEK_TYPE_MAP_VIEW));
  g_signal_add_emission_hook (g_signal_lookup ("picture-ready", STREEK_TYPE_MAP_VIEW), 0,
                              on_picture_cb, &bench, NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), &bench);
  g_timeout_add (POLL_MS, continue_cb, &bench);

  GThread *thread = g_thread_new ("beats", send_beats, &bench);
  int status = g_application_run (G_APPLICATION (application), 2, arguments);

  g_atomic_int_set (&bench.stop, TRUE);
  g_thread_join (thread);
  g_free (bench.data_path);

  return status;
}

static gboolean
save_profile (StreekDb *db, gpointer data, GError **error)
{
  return streek_profile_save (db, data, g_get_real_time (), error);
}

/* So that the assistant has nothing to ask: it makes the indicators of the table. */
static void
keep_profile (StreekWorkspace *workspace)
{
  static const char json[] =
    "{ \"streek-profile\": 1, \"title\": \"Tidy\", \"unknown-indicators\": \"count\","
    "\"columns\": [ { \"header\": \"code\", \"as\": \"area-code\", \"level\": \"gemeente\" },"
    "{ \"header\": \"indicator\", \"as\": \"indicator\" },"
    "{ \"header\": \"period\", \"as\": \"period\" },"
    "{ \"header\": \"value\", \"as\": \"value\", \"decimals\": \"point\" } ] }";
  g_autoptr (GError) error = NULL;
  StreekMapping *profile = streek_mapping_from_json (json, -1, &error);

  g_assert_no_error (error);
  streek_mapping_set_text (&profile->name, "tidy");
  streek_store_run_command (streek_workspace_get_store (workspace), "Keep the profile %s",
                            g_variant_new ("(s)", profile->name), save_profile, profile,
                            (GDestroyNotify) streek_mapping_free, NULL, &error);
  g_assert_no_error (error);
}

/* As bench-import.sh makes it, of the municipalities of 2019. */
static void
write_figures (StreekWorkspace *workspace, const char *make_figures, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, &error);
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE);
  g_autoptr (GString) codes = g_string_new (NULL);
  StreekDate used;
  g_autoptr (GPtrArray) municipalities =
    streek_areas_list (areas, "gemeente", streek_date_from_ymd (2019, 1, 1), &used, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < municipalities->len; i++)
    g_string_append_printf (codes, "%s\n", ((StreekArea *) municipalities->pdata[i])->code);

  g_subprocess_launcher_set_stdout_file_path (launcher, path);

  g_autoptr (GSubprocess) process =
    g_subprocess_launcher_spawn (launcher, &error, make_figures, "csv", N_ROWS, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, codes->str, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* @argv: the program that makes figures */
int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();
  g_assert_cmpint (argc, ==, 2);

  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "example.streek", NULL);
  g_autofree char *data_path = g_build_filename (folder, "figures.csv", NULL);
  g_autoptr (StreekWorkspace) workspace = streek_workspace_create (path, TRUE, NULL, &error);

  g_assert_no_error (error);
  keep_profile (workspace);
  write_figures (workspace, argv[1], data_path);
  streek_workspace_close (workspace);

  int status = run_program (path, data_path);

  g_remove (data_path);
  g_remove (path);
  g_rmdir (folder);

  return status;
}
