/* streek-driver-rest.c: when the program has nothing to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver-private.h"

#include <string.h>

#define REST_MS 30         /* longer than a frame: between two frames a program sleeps too */
#define AFTER_INPUT_MS 300 /* what moves all the time never comes to rest */

/* How often a task went to sleep or was put aside; *@asleep: whether it sleeps now. */
static guint64
count_switches (GPid pid, const char *task, gboolean *asleep)
{
  static const char *const counts[] = { "\nvoluntary_ctxt_switches:",
                                        "\nnonvoluntary_ctxt_switches:" };
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%s/status", (int) pid, task);
  g_autofree char *status = NULL;
  guint64 n = 0;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return 0;

  *asleep = strstr (status, "\nState:\tS") != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const char *at = strstr (status, counts[i]);

      n += at != NULL ? g_ascii_strtoull (at + strlen (counts[i]), NULL, 10) : 0;
    }

  return n;
}

/* A number that changes whenever the program does something, 0 while it is at it. */
static guint64
count_work (StreekDriver *driver)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", (int) driver->pid);
  g_autoptr (GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task;
  guint64 n = 1;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    {
      gboolean asleep = TRUE;

      n += 1 + count_switches (driver->pid, task, &asleep);

      if (!asleep)
        return 0;
    }

  return n;
}

void
streek_driver_wait_input_read (StreekDriver *driver)
{
  for (guint i = 0; i < 10; i++)
    atspi_accessible_get_child_count (driver->application, NULL);
}

/* Until no thread of the program did anything for a while; FALSE where that does not come by @end.
 */
static gboolean
rest (StreekDriver *driver, gint64 end)
{
  gint64 since = g_get_monotonic_time ();
  guint64 last = 0;

  streek_driver_wait_input_read (driver);

  while (!streek_driver_poll_end (driver) && g_get_monotonic_time () < end)
    {
      /* a program at rest may wait for the server */
      streek_screen_sync (driver->screen);

      guint64 work = count_work (driver);

      if (work == 0 || work != last)
        since = g_get_monotonic_time ();
      else if (g_get_monotonic_time () - since >= REST_MS * G_TIME_SPAN_MILLISECOND)
        return TRUE;

      last = work;
      streek_driver_pause (5);
    }

  return FALSE;
}

void
streek_driver_settle (StreekDriver *driver)
{
  rest (driver, g_get_monotonic_time () + AFTER_INPUT_MS * G_TIME_SPAN_MILLISECOND);
}

void
streek_driver_wait_rest (StreekDriver *driver)
{
  if (!rest (driver, streek_driver_deadline ()))
    streek_driver_fail (driver, "the program never comes to rest");
}

void
streek_driver_wait_popups (StreekDriver *driver, guint n_popups)
{
  gint64 end = streek_driver_deadline ();
  guint n_looks = 0;

  streek_screen_rest_pointer (driver->screen); /* a tooltip is a popover too */

  while (streek_screen_count_popups (driver->screen) != n_popups)
    {
      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "there never were %u popovers on the screen", n_popups);

      streek_driver_look_again (&n_looks);
    }

  streek_driver_wait_rest (driver);
}
