/* test-seen.c: what nobody sees is made once, when somebody does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-seen.h"

static guint n_renewed;

static void
count (GtkWidget *widget)
{
  n_renewed++;
}

static void
test_waits_until_it_is_seen (void)
{
  GtkWidget *window = gtk_window_new (), *label = gtk_label_new ("A");

  gtk_window_set_child (GTK_WINDOW (window), label);

  for (guint i = 0; i < 3; i++)
    streek_renew_when_seen (label, count);

  g_assert_cmpuint (n_renewed, ==, 0);
  gtk_widget_show (window);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpuint (n_renewed, ==, 1);
  streek_renew_when_seen (label, count);
  g_assert_cmpuint (n_renewed, ==, 2);
  gtk_widget_hide (window);
  gtk_widget_show (window); /* nothing changed meanwhile */
  g_assert_cmpuint (n_renewed, ==, 2);
  gtk_widget_hide (window);
  streek_renew_when_seen (label, count);
  g_assert_cmpuint (n_renewed, ==, 2);
  gtk_widget_show (window);
  g_assert_cmpuint (n_renewed, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/seen/waits-until-it-is-seen", test_waits_until_it_is_seen);

  return g_test_run ();
}
