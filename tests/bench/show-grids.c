/* show-grids.c: a window with an invented matrix or timeline, to look at and to try */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix/streek-matrix-view.h"
#include "matrix/streek-timeline-view.h"
#include "streek-sample-grids.h"

#include <adwaita.h>

/* show-grids matrix|large|board|timeline|long [PERCENT]: letters of another size; prints what is
 * clicked.
 */

static void
on_cell_activated_cb (StreekGridView *view, const char *row, const char *column, const char *item)
{
  g_print ("%s %s %s\n", row != NULL ? row : "-", column != NULL ? column : "-",
           item != NULL ? item : "-");
}

static GtkWidget *
make_view (const char *kind)
{
  gboolean is_timeline = g_str_equal (kind, "timeline") || g_str_equal (kind, "long");
  GtkWidget *view = is_timeline ? streek_timeline_view_new () : streek_matrix_view_new ();

  if (is_timeline)
    {
      g_autoptr (StreekTimeline) timeline = g_str_equal (kind, "long")
                                              ? streek_sample_timeline_new_large (90)
                                              : streek_sample_timeline_new ();

      streek_timeline_view_set_timeline (STREEK_TIMELINE_VIEW (view), timeline);
    }
  else
    {
      g_autoptr (StreekMatrix) matrix = g_str_equal (kind, "large")
                                          ? streek_sample_matrix_new_large (60, 40)
                                        : g_str_equal (kind, "board") ? streek_sample_board_new ()
                                                                      : streek_sample_matrix_new ();

      streek_matrix_view_set_matrix (STREEK_MATRIX_VIEW (view), matrix);
    }

  g_signal_connect (view, "cell-activated", G_CALLBACK (on_cell_activated_cb), NULL);

  return view;
}

static int percent = 100;

static void
on_activate_cb (GtkApplication *application, gpointer user_data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);

  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = make_view (user_data);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Grids");
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 600);
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = g_object_new (
    ADW_TYPE_APPLICATION, "application-id", "be.streekatlas.ShowGrids", "resource-base-path",
    "/be/streekatlas/Streekatlas", "flags", G_APPLICATION_NON_UNIQUE, NULL);
  char *kind = argc > 1 ? argv[1] : "matrix";

  percent = argc > 2 ? atoi (argv[2]) : percent;

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), kind);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
