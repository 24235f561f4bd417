/* streek-driver.c: drives the running program as a person with a screen reader would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-driver-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMEOUT_S 60

static void
ignore_log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

/* libatspi keeps names for good where no main loop runs, and complains on GTK 4.8, which has no
 * cache of its own to offer. */
static void
connect_to_bus (void)
{
  static gsize connected = 0;

  if (g_once_init_enter (&connected))
    {
      g_setenv ("ATSPI_NO_CACHE", "1", TRUE);
      g_log_set_handler ("dbind", G_LOG_LEVEL_WARNING, ignore_log_cb, NULL);
      g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
      g_assert_cmpint (atspi_init (), <=, 1);
      atspi_set_timeout (5000, 15000);
      g_once_init_leave (&connected, 1);
    }
}

gboolean
streek_driver_poll_end (StreekDriver *driver)
{
  int status;

  if (!driver->ended && waitpid (driver->pid, &status, WNOHANG) == driver->pid)
    {
      driver->ended = TRUE;
      driver->status = WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
    }

  return driver->ended;
}

void
streek_driver_fail (StreekDriver *driver, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_autofree char *picture = g_test_build_filename (G_TEST_BUILT, "app", "failure.png", NULL);

  streek_screen_save (driver->screen, picture);

  if (!streek_driver_poll_end (driver))
    {
      g_autofree char *tree = streek_driver_dup_tree (driver);

      g_test_message ("widgets shown:\n%s", tree);
      kill (driver->pid, SIGKILL);
    }

  g_error ("%s (the screen is in %s)", message, picture);
}

gint64
streek_driver_deadline (void)
{
  return g_get_monotonic_time () + TIMEOUT_S * G_USEC_PER_SEC;
}

void
streek_driver_look_again (guint *n_looks)
{
  streek_driver_pause (MIN (5u << MIN (*n_looks, 4u), 50));
  ++*n_looks;
}

/* Criticals are bugs; but GTK 4.8 has one of its own: it answers for a widget that is just going
 * away. Fatal criticals would end the program there, so they are counted afterwards. */
static void
check_log (StreekDriver *driver)
{
  g_autofree char *log = NULL;

  g_file_get_contents (driver->log_path, &log, NULL, NULL);

  g_auto (GStrv) lines = g_strsplit (log != NULL ? log : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "CRITICAL") != NULL &&
        strstr (lines[i], "g_variant_is_object_path") == NULL)
      g_error ("the program says: %s", lines[i]);
}

StreekDriver *
streek_driver_start (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  StreekDriver *driver = g_new0 (StreekDriver, 1);
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "G_DEBUG");
  int log = g_file_open_tmp ("streek-log-XXXXXX", &driver->log_path, &error);

  g_assert_no_error (error);
  connect_to_bus ();
  driver->screen = streek_screen_new ();
  g_spawn_async_with_fds (NULL, (char **) arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                          NULL, &driver->pid, -1, -1, log, &error);
  g_assert_no_error (error);
  close (log);
  g_object_unref (streek_driver_wait (driver, "frame", NULL));
  /* what is typed before would go nowhere */
  for (guint i = 0; i < 200 && !streek_screen_has_active_window (driver->screen); i++)
    streek_driver_pause (50);

  return driver;
}

void
streek_driver_free (StreekDriver *driver)
{
  if (!streek_driver_poll_end (driver))
    {
      gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

      kill (driver->pid, SIGTERM);

      while (!streek_driver_poll_end (driver) && g_get_monotonic_time () < end)
        streek_driver_pause (20);

      if (!driver->ended)
        {
          kill (driver->pid, SIGKILL);
          waitpid (driver->pid, NULL, 0);
        }
    }

  check_log (driver);
  g_unlink (driver->log_path);
  g_free (driver->log_path);
  g_clear_object (&driver->application);
  streek_screen_free (driver->screen);
  g_free (driver);
}

void
streek_driver_kill (StreekDriver *driver)
{
  kill (driver->pid, SIGKILL);
  streek_driver_wait_end (driver);
}

int
streek_driver_wait_end (StreekDriver *driver)
{
  gint64 end = streek_driver_deadline ();

  while (!streek_driver_poll_end (driver))
    {
      if (g_get_monotonic_time () > end)
        streek_driver_fail (driver, "the program did not end");

      streek_driver_pause (20);
    }

  return driver->status;
}

void
streek_driver_pause (guint milliseconds)
{
  g_usleep (milliseconds * 1000);
}
