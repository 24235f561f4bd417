/* store-child.c: the second process of a test: the same program in another role */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-child.h"

#include <unistd.h>

#define NOBODY 65534

/* In main, before g_test_init(): plays the role that argv names, if any. */
gboolean
store_child_run (int argc, char **argv, const StoreChildRole *roles, gsize n_roles, int *status)
{
  for (gsize i = 0; argc == 4 && i < n_roles; i++)
    if (g_strcmp0 (argv[1], "--role") == 0 && g_strcmp0 (argv[2], roles[i].name) == 0)
      {
        *status = roles[i].func (argv[3]);
        return TRUE;
      }

  return FALSE;
}

GSubprocess *
store_child_start (const char *role, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);

  g_assert_no_error (error);

  GSubprocess *child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE, &error,
                      program, "--role", role, path, NULL);

  g_assert_no_error (error);

  return child;
}

/* Runs a role to its end, which must be a good one. */
char *
store_child_communicate (const char *role, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = store_child_start (role, path);
  char *output = NULL;

  g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (child));
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);

  return output;
}

/* One line of its output, NULL where it has ended. */
char *
store_child_read_line (GSubprocess *child)
{
  g_autoptr (GError) error = NULL;
  GInputStream *stream = g_subprocess_get_stdout_pipe (child);
  GString *line = g_string_new (NULL);
  char c;

  while (g_input_stream_read (stream, &c, 1, NULL, &error) == 1)
    {
      if (c == '\n')
        return g_string_free (line, FALSE);

      g_string_append_c (line, c);
    }

  g_assert_no_error (error);
  g_string_free (line, TRUE);

  return NULL;
}

/* No file mode bars root. */
void
store_child_become_nobody (void)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
}
