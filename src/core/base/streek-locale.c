/* streek-locale.c: the one place that touches the process's locale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-locale.h"
#include "base/streek-paths.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* gettext translates nothing under the C locale. On a machine without the person's locale
 * C.UTF-8 stands in for it, and LANGUAGE says which catalogue is meant. */
static void
stand_in_for_missing_locale (void)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);

  if (messages != NULL && strcmp (messages, "C") != 0 && strcmp (messages, "POSIX") != 0)
    return;

  const char *names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *wanted = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && (wanted == NULL || *wanted == '\0'); i++)
    wanted = g_getenv (names[i]);

  if (wanted != NULL && *wanted != '\0' && g_getenv ("LANGUAGE") == NULL)
    {
      g_autofree char *language = g_strndup (wanted, strcspn (wanted, ".@"));

      if (strcmp (language, "C") != 0 && strcmp (language, "POSIX") != 0)
        g_setenv ("LANGUAGE", language, TRUE);
    }

  setlocale (LC_ALL, "C.UTF-8");
}

/**
 * streek_locale_init:
 *
 * Sets the locale from the environment, with numbers left as the C locale writes them, and
 * binds the catalogue. Every program of ours calls it first; it may change the environment,
 * so no thread may run yet.
 */
void
streek_locale_init (void)
{
  setlocale (LC_ALL, "");
  stand_in_for_missing_locale ();
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (GETTEXT_PACKAGE, streek_paths_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
