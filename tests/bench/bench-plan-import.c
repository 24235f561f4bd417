/* bench-plan-import.c: a plan of twenty thousand rows on its way in, and how long it holds the main
 * loop */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plans/streek-plan-import-window.h"

#include <glib/gstdio.h>
#include <time.h>

#define N_ROWS 20000

static gint longest_us;       /* of the beats since the last report */
static double beat_cpu_ms;    /* of the main loop at the last beat */
static double longest_cpu_ms; /* the most between two beats since the last report */
static gint stop;

typedef struct
{
  gint64 sent_us;
} Beat;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
on_beat_cb (gpointer user_data)
{
  const Beat *beat = user_data;
  gint late = (gint) (g_get_monotonic_time () - beat->sent_us);

  double now_ms = get_cpu_ms ();

  longest_cpu_ms = MAX (longest_cpu_ms, now_ms - beat_cpu_ms);
  beat_cpu_ms = now_ms;
  if (late > g_atomic_int_get (&longest_us))
    g_atomic_int_set (&longest_us, late);

  return G_SOURCE_REMOVE;
}

/* A beat every 2 ms from another thread: how late the main loop answers is how long it was held. */
static gpointer
send_beats (gpointer data)
{
  while (!g_atomic_int_get (&stop))
    {
      Beat *beat = g_new (Beat, 1);

      beat->sent_us = g_get_monotonic_time ();
      g_idle_add_full (G_PRIORITY_HIGH, on_beat_cb, beat, g_free);
      g_usleep (2000);
    }

  return NULL;
}

static gboolean
on_waited_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;

  return G_SOURCE_REMOVE;
}

static void
turn (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, on_waited_cb, &is_over, NULL);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* What the main loop did since @began_us, and @cpu_ms of its processor time. */
static void
report (const char *what, gint64 began_us, double cpu_ms)
{
  g_print ("%-24s %7.1f ms, longest hold of the main loop %5.1f ms, %5.1f ms of processor time "
           "(limit 50), %6.1f ms in all\n",
           what, (double) (g_get_monotonic_time () - began_us) / 1000,
           g_atomic_int_get (&longest_us) / 1000.0, longest_cpu_ms, get_cpu_ms () - cpu_ms);
  longest_cpu_ms = 0;
  g_atomic_int_set (&longest_us, 0);
}

static void
wait_seen (GtkWidget *window, const StreekSheetSeen *former)
{
  const StreekSheetSeen *seen;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      seen = streek_sheet_window_get_seen (STREEK_SHEET_WINDOW (window));
    }
  while (seen == NULL || seen == former || seen->lines == NULL);

  turn (300); /* columns and questions get their rows */
}

/* (nullable): the first widget of that type, in the order of the window */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As an office would have it: pillars and themes stand once, above their actions; some partners. */
static char *
make_rows (void)
{
  static const char *const timings[] = { "2021-2023", "Q2 2026", "voorjaar 2025", "2022" };
  static const char *const statuses[] = { "lopend", "uitgevoerd", "niet gestart" };
  GString *rows = g_string_new ("Pijler\tThema\tActie\tOmschrijving\tTiming\tPartners\tStatus\t"
                                "Budget\tIndicator\tNulmeting\tStreefwaarde\n");

  for (guint i = 0; i < N_ROWS - 1; i++)
    {
      if (i % 200 == 0)
        g_string_append_printf (rows, "Pijler %u", i / 200);
      g_string_append_c (rows, '\t');
      if (i % 20 == 0)
        g_string_append_printf (rows, "Thema %u", i / 20);
      g_string_append_printf (
        rows,
        "\tActie %u\tDe partners volgen onderwerp %u op.\t%s\tPartner %u\t%s\t"
        "%u.000,00\tAantal %u\t%u\t%u\n",
        i, i, timings[i % 4], i % 300, statuses[i % 3], i % 500, i % 50, i % 7, i % 7 + 5);
    }

  return g_string_free (rows, FALSE);
}

static void
run (StreekRecordBook *book)
{
  g_autofree char *rows = make_rows ();
  g_autoptr (GError) error = NULL;
  StreekPlanSheet *sheet = streek_plan_sheet_new_for_text (rows, &error);

  g_assert_no_error (error);

  beat_cpu_ms = get_cpu_ms ();

  GThread *beats = g_thread_new ("beats", send_beats, NULL);
  gint64 began_us = g_get_monotonic_time ();
  double cpu_ms = get_cpu_ms ();
  GtkWidget *window = streek_plan_import_window_new (NULL, book, sheet, 0, "Twintigduizend");

  turn (1);
  report ("made", began_us, cpu_ms);
  began_us = g_get_monotonic_time ();
  cpu_ms = get_cpu_ms ();
  gtk_window_present (GTK_WINDOW (window));
  turn (100);
  report ("shown", began_us, cpu_ms);
  began_us = g_get_monotonic_time ();
  cpu_ms = get_cpu_ms ();
  wait_seen (window, NULL);
  report ("read, with 350 questions", began_us, cpu_ms);

  GtkWidget *stack = find_widget (window, GTK_TYPE_STACK);

  began_us = g_get_monotonic_time ();
  cpu_ms = get_cpu_ms ();
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "result");
  turn (200);
  report ("result", began_us, cpu_ms);

  GtkWidget *list =
    find_widget (gtk_stack_get_visible_child (GTK_STACK (stack)), GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  began_us = g_get_monotonic_time ();
  cpu_ms = get_cpu_ms ();
  for (guint i = 1; i <= 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 20);
      turn (20);
    }
  report ("scrolled to its end", began_us, cpu_ms);

  const StreekSheetSeen *former = streek_sheet_window_get_seen (STREEK_SHEET_WINDOW (window));

  began_us = g_get_monotonic_time ();
  cpu_ms = get_cpu_ms ();
  streek_sheet_window_read_again (STREEK_SHEET_WINDOW (window));
  turn (50);
  streek_sheet_window_read_again (STREEK_SHEET_WINDOW (window)); /* which ends the first */
  wait_seen (window, former);
  report ("read again, ended once", began_us, cpu_ms);
  began_us = g_get_monotonic_time ();
  cpu_ms = get_cpu_ms ();
  gtk_window_close (GTK_WINDOW (window));
  turn (200);
  report ("closed", began_us, cpu_ms);
  g_atomic_int_set (&stop, 1);
  g_thread_join (beats);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "example.streek", NULL);

  gtk_disable_setlocale ();
  adw_init ();

  StreekWorkspace *workspace = streek_workspace_create (path, TRUE, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (StreekContext) context = streek_context_new ();

  streek_context_set_workspace (context, workspace);

  StreekRecordBook *book = streek_record_book_get (context);

  while (streek_record_book_get_view (book) == NULL)
    g_main_context_iteration (NULL, TRUE);
  turn (200);

  run (book);

  streek_context_set_workspace (context, NULL);
  streek_workspace_close (workspace);
  g_object_unref (workspace);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
