/* streek-cli-message.c: what `streek` says on standard error, and the status that goes with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas.h"
#include "indicator/streek-indicator.h"
#include "streek-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names come out of files: what would steer a terminal is shown as U+FFFD. */
static char *
dup_printable (const char *message)
{
  GString *text = g_string_new (NULL);

  for (const char *c = message; *c != '\0'; c++)
    if ((guchar) *c < 0x20 && *c != '\n')
      g_string_append (text, "\xef\xbf\xbd");
    else
      g_string_append_c (text, *c);

  return g_string_free (text, FALSE);
}

static void
print_message (const StreekCommand *command, const char *message)
{
  g_autofree char *text = dup_printable (message);

  if (command != NULL)
    g_printerr ("streek %s: %s\n", command->name, text);
  else
    g_printerr ("streek: %s\n", text);
}

/* (nullable): which subcommand lists the codes that there are */
static const char *
get_hint (const GError *error)
{
  if (g_error_matches (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET))
    return _ ("“streek areas” lists the sets of a file.");
  if (g_error_matches (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_AREA))
    return _ ("“streek areas --set” with a set lists its areas.");
  if (g_error_matches (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_UNKNOWN))
    return _ ("“streek indicators” lists the indicators of a file.");

  return NULL;
}

static void
print_error (const StreekCommand *command, const char *message, const GError *error)
{
  const char *hint = get_hint (error);
  g_autofree char *whole = hint != NULL ? g_strdup_printf ("%s %s", message, hint) : NULL;

  print_message (command, whole != NULL ? whole : message);
}

/**
 * streek_cli_fail:
 * @command: (nullable): the subcommand
 * @error: what could not be done, and why
 *
 * Returns: %STREEK_EXIT_FAILED
 */
StreekExit
streek_cli_fail (const StreekCommand *command, const GError *error)
{
  print_error (command, error->message, error);

  return STREEK_EXIT_FAILED;
}

/**
 * streek_cli_fail_at:
 * @where: the file as typed; messages that name it already are left as they are
 * @error: why
 *
 * Returns: %STREEK_EXIT_FAILED
 */
StreekExit
streek_cli_fail_at (const StreekCommand *command, const char *where, const GError *error)
{
  g_autofree char *message = strstr (error->message, where) != NULL
                               ? g_strdup (error->message)
                               : g_strdup_printf ("%s: %s", where, error->message);

  print_error (command, message, error);

  return STREEK_EXIT_FAILED;
}

/**
 * streek_cli_usage:
 * @command: (nullable): the subcommand
 * @format: a translated sentence on what is wrong with the command line
 *
 * Says it, and where help is.
 *
 * Returns: %STREEK_EXIT_USAGE
 */
StreekExit
streek_cli_usage (const StreekCommand *command, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);

  g_autofree char *help = command != NULL ? g_strdup_printf ("streek %s --help", command->name)
                                          : g_strdup ("streek --help");

  print_message (command, message);
  /* Translators: %s is a command line such as "streek values --help". */
  g_printerr (_ ("Try “%s”."), help);
  g_printerr ("\n");

  return STREEK_EXIT_USAGE;
}

StreekExit
streek_cli_contradict (const StreekCommand *command, const char *option, const char *other_option)
{
  /* Translators: %1$s and %2$s are options, such as "--from" and "--kind change" */
  return streek_cli_usage (command, _ ("%1$s and %2$s contradict each other."), option,
                           other_option);
}

StreekExit
streek_cli_miss (const StreekCommand *command, const char *option)
{
  /* Translators: %s is an option, such as "--set" */
  return streek_cli_usage (command, _ ("The option %s is missing."), option);
}

/**
 * streek_cli_remark:
 * @format: a translated sentence that a reader of the output must know
 */
void
streek_cli_remark (const StreekCommand *command, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);

  print_message (command, message);
}
