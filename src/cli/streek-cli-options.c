/* streek-cli-options.c: a subcommand's words and options, read and checked */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static GOptionContext *
make_context (const StreekCommand *command, const GOptionEntry *entries, gboolean *help)
{
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help"), NULL },
    { NULL },
  };
  g_autofree char *program = g_strdup_printf ("streek %s", command->name);
  GOptionContext *context = g_option_context_new (command->arguments);

  /* the help begins with it: "streek values [OPTION…] FILE" */
  g_set_prgname (program);

  /* GLib's own --help ends the process before output is checked */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);

  return context;
}

/* Which option with one value a word gives; %NULL for any other word. */
static const GOptionEntry *
find_entry (const GOptionEntry *entries, const char *word)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_autofree char *name = g_strdup_printf ("--%s", entry->long_name);
      const char *rest = g_str_has_prefix (word, name) ? word + strlen (name) : NULL;
      gboolean is_short = entry->short_name != 0 && word[0] == '-' && word[1] == entry->short_name;

      if (entry->arg == G_OPTION_ARG_NONE || entry->arg == G_OPTION_ARG_STRING_ARRAY ||
          entry->arg == G_OPTION_ARG_FILENAME_ARRAY)
        continue;
      if (is_short || (rest != NULL && (*rest == '\0' || *rest == '=')))
        return entry;
    }

  return NULL;
}

/* GOption keeps the last value of an option and drops the others, and says nothing. */
static StreekExit
check_once (const StreekCommand *command, const GOptionEntry *entries, GStrv words)
{
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);

  for (guint i = 0; words[i] != NULL && strcmp (words[i], "--") != 0; i++)
    {
      const GOptionEntry *entry = find_entry (entries, words[i]);

      if (entry == NULL)
        continue;

      if (!g_hash_table_add (given, (gpointer) entry))
        /* Translators: %s is the name of an option, without its dashes. */
        return streek_cli_usage (
          command,
          _ ("The option --%s is given twice. Where it takes several values, "
             "put commas between them."),
          entry->long_name);

      /* the next word is its value */
      if (strchr (words[i], '=') == NULL && (words[i][1] == '-' || words[i][2] == '\0') &&
          words[i + 1] != NULL)
        i++;
    }

  return STREEK_EXIT_DONE;
}

static StreekExit
check_arguments (const StreekCommand *command, GStrv arguments)
{
  guint n = g_strv_length (arguments);

  if (n > command->n_arguments)
    /* Translators: %s is the first word that is too much. */
    return streek_cli_usage (command, _ ("“%s” is one argument too many."),
                             arguments[command->n_arguments]);

  if (n < command->n_arguments)
    {
      g_auto (GStrv) names = g_strsplit (command->arguments, " ", -1);

      /* Translators: %s is the name of an argument in capitals, such as FILE. */
      return streek_cli_usage (command, _ ("The argument %s is missing."), names[n]);
    }

  return STREEK_EXIT_DONE;
}

/**
 * streek_cli_parse:
 * @command: the subcommand
 * @entries: (nullable): its options, with where their values go
 * @words: what follows the name of the subcommand
 * @status: (out): where it returns %NULL, the status to end with
 *
 * Reads the options and checks the number of arguments. Says what is wrong, and prints the help
 * where that was asked.
 *
 * Returns: (transfer full) (nullable): exactly as many arguments as the subcommand takes, or %NULL
 *   where it has nothing left to do
 */
GStrv
streek_cli_parse (const StreekCommand *command,
                  const GOptionEntry *entries,
                  GStrv words,
                  StreekExit *status)
{
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = make_context (command, entries, &help);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;

  /* GOption takes the first word for the name of the program */
  g_strv_builder_add (builder, "streek");
  g_strv_builder_addv (builder, (const char **) words);

  g_auto (GStrv) rest = g_strv_builder_end (builder);

  *status = entries != NULL ? check_once (command, entries, words) : STREEK_EXIT_DONE;
  if (*status != STREEK_EXIT_DONE)
    return NULL;

  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      *status = streek_cli_usage (command, "%s", error->message);
      return NULL;
    }

  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      *status = streek_cli_print (command, text);
      return NULL;
    }

  guint first = rest[1] != NULL && strcmp (rest[1], "--") == 0 ? 2 : 1;

  *status = check_arguments (command, rest + first);

  return *status == STREEK_EXIT_DONE ? g_strdupv (rest + first) : NULL;
}

/**
 * streek_cli_parse_date:
 * @text: (nullable): of --on
 * @date: (inout): stays as it is where @text is %NULL
 *
 * Returns: %FALSE where it is no date, which has been said
 */
gboolean
streek_cli_parse_date (const StreekCommand *command, const char *text, StreekDate *date)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || streek_date_parse (text, date, &error))
    return TRUE;

  streek_cli_usage (command, "%s", error->message);
  return FALSE;
}

/**
 * streek_cli_parse_period:
 * @text: (nullable): of an option such as --base
 * @period: (inout): stays as it is where @text is %NULL
 *
 * Returns: %FALSE where it is no period, which has been said
 */
gboolean
streek_cli_parse_period (const StreekCommand *command, const char *text, StreekPeriod *period)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || streek_period_parse (text, period, &error))
    return TRUE;

  streek_cli_usage (command, "%s", error->message);
  return FALSE;
}

/**
 * streek_cli_parse_periods:
 * @text: (nullable): of --period, one period or a range P..Q
 * @periods: (inout): stays as it is where @text is %NULL
 *
 * Returns: %FALSE where it is no period, which has been said
 */
gboolean
streek_cli_parse_periods (const StreekCommand *command,
                          const char *text,
                          StreekPeriodRange *periods)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || streek_period_range_parse (text, periods, &error))
    return TRUE;

  streek_cli_usage (command, "%s", error->message);
  return FALSE;
}

/**
 * streek_cli_parse_percentage:
 * @option: the option as typed, "--min-coverage"
 * @text: (nullable): its value
 * @percentage: (out): 0 to 100, %NAN where @text is %NULL
 *
 * Returns: %FALSE where it is no percentage, which has been said
 */
gboolean
streek_cli_parse_percentage (const StreekCommand *command,
                             const char *option,
                             const char *text,
                             double *percentage)
{
  *percentage = NAN;

  if (text == NULL)
    return TRUE;

  if (streek_number_parse (text, percentage) && *percentage >= 0 && *percentage <= 100)
    return TRUE;

  /* Translators: %1$s is an option such as --min-coverage, %2$s what was typed after it. */
  streek_cli_usage (command, _ ("%1$s wants a percentage from 0 to 100, not “%2$s”."), option,
                    text);
  return FALSE;
}

/**
 * streek_cli_parse_word:
 * @option: the option as typed, "--kind"
 * @words: (array zero-terminated=1): what it may be
 * @text: (nullable): its value
 * @position: (inout): which of @words it is; stays as it is where @text is %NULL
 *
 * Returns: %FALSE where it is none of them, which has been said
 */
gboolean
streek_cli_parse_word (const StreekCommand *command,
                       const char *option,
                       const char *const *words,
                       const char *text,
                       guint *position)
{
  if (text == NULL)
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      {
        *position = i;
        return TRUE;
      }

  g_autofree char *list = g_strjoinv (", ", (char **) words);

  /* Translators: %1$s is an option such as --kind, %2$s lists its values, %3$s what was typed. */
  streek_cli_usage (command, _ ("%1$s is one of %2$s, not “%3$s”."), option, list, text);
  return FALSE;
}

/**
 * streek_cli_parse_id:
 * @option: the option as typed, "--kind"
 * @n: how many values there are, from 0
 * @get_id: the word of each
 * @text: (nullable): what was typed
 * @value: (inout): the value of that word; stays as it is where @text is %NULL
 *
 * streek_cli_parse_word() of an enumeration whose values have words of their own.
 *
 * Returns: %FALSE where it is none of them, which has been said
 */
gboolean
streek_cli_parse_id (const StreekCommand *command,
                     const char *option,
                     guint n,
                     StreekCliIdFunc get_id,
                     const char *text,
                     guint *value)
{
  g_autofree const char **words = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    words[i] = get_id (i);

  return streek_cli_parse_word (command, option, words, text, value);
}

/**
 * streek_cli_parse_count:
 * @option: the option as typed, "--classes"
 * @text: (nullable): its value
 * @count: (inout): stays as it is where @text is %NULL
 *
 * Returns: %FALSE where it is no whole number from @least to @most, which has been said
 */
gboolean
streek_cli_parse_count (const StreekCommand *command,
                        const char *option,
                        const char *text,
                        int least,
                        int most,
                        guint *count)
{
  guint64 n;

  if (text == NULL)
    return TRUE;

  if (g_ascii_string_to_unsigned (text, 10, (guint64) least, (guint64) most, &n, NULL))
    {
      *count = (guint) n;
      return TRUE;
    }

  /* Translators: %1$s is an option, %2$d and %3$d its smallest and largest value. */
  streek_cli_usage (command, _ ("%1$s wants a number from %2$d to %3$d."), option, least, most);
  return FALSE;
}

/* What an option says; what was there stays where the option was not given. */
void
streek_cli_take_text (char **field, const char *text)
{
  if (text == NULL)
    return;

  g_free (*field);
  *field = g_strdup (text);
}

/**
 * streek_cli_parse_breaks:
 * @text: (nullable): of --breaks
 * @breaks: (inout) (transfer full) (element-type double): ascending; stays as it is where @text
 *   is %NULL
 *
 * Returns: %FALSE where these are no limits between classes, which has been said
 */
gboolean
streek_cli_parse_breaks (const StreekCommand *command, const char *text, GArray **breaks)
{
  if (text == NULL)
    return TRUE;

  g_auto (GStrv) words =
    g_strsplit (*text != '\0' ? text : " ", ",", -1); /* of nothing: no number */
  g_autoptr (GArray) limits = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; words[i] != NULL; i++)
    {
      double limit;

      if (!streek_number_parse (words[i], &limit) ||
          (i > 0 && limit <= g_array_index (limits, double, i - 1)))
        {
          /* Translators: %1$s is an option, %2$s what was typed after it; keep the example. */
          streek_cli_usage (command,
                            _ ("%1$s wants ascending numbers such as 5,7.5,10, not “%2$s”."),
                            "--breaks", text);
          return FALSE;
        }

      g_array_append_val (limits, limit);
    }

  g_clear_pointer (breaks, g_array_unref);
  *breaks = g_steal_pointer (&limits);

  return TRUE;
}

/**
 * streek_cli_check_area_ref:
 * @option: the option as typed, "--within"
 * @text: (nullable): its value
 *
 * Returns: %FALSE where it is not of the form SET:CODE, which has been said
 */
gboolean
streek_cli_check_area_ref (const StreekCommand *command, const char *option, const char *text)
{
  const char *colon = text != NULL ? strchr (text, ':') : NULL;

  if (text == NULL || (colon != NULL && colon != text && colon[1] != '\0'))
    return TRUE;

  /* Translators: %1$s is an option such as --area, %2$s what was typed after it; keep SET:CODE and
   * the example as they are. */
  streek_cli_usage (command, _ ("%1$s wants SET:CODE, such as arrondissement:34000, not “%2$s”."),
                    option, text);
  return FALSE;
}

/**
 * streek_cli_parse_list:
 * @option: the option as typed
 * @text: (nullable): "34022,31005"; a word that is empty is a mistake
 * @list: (inout) (transfer full): stays as it is where @text is %NULL
 *
 * Returns: %FALSE where it cannot be read, which has been said
 */
gboolean
streek_cli_parse_list (const StreekCommand *command,
                       const char *option,
                       const char *text,
                       char ***list)
{
  if (text == NULL)
    return TRUE;

  g_auto (GStrv) words = g_strsplit (*text != '\0' ? text : ",", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '\0')
      {
        /* Translators: %1$s is an option, %2$s what was typed after it. */
        streek_cli_usage (command, _ ("%1$s wants words with commas between them, not “%2$s”."),
                          option, text);
        return FALSE;
      }

  g_strfreev (*list);
  *list = g_steal_pointer (&words);

  return TRUE;
}

/**
 * streek_cli_parse_areas:
 *
 * The same of areas as SET:CODE.
 */
gboolean
streek_cli_parse_areas (const StreekCommand *command,
                        const char *option,
                        const char *text,
                        char ***list)
{
  if (!streek_cli_parse_list (command, option, text, list))
    return FALSE;

  for (guint i = 0; *list != NULL && (*list)[i] != NULL; i++)
    if (!streek_cli_check_area_ref (command, option, (*list)[i]))
      return FALSE;

  return TRUE;
}
