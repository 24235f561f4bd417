/* streek-cli-classes.c: options on the classes and colours of a map, wherever it is drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "figure/streek-palette.h"
#include "streek-cli-classes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_CLASSES 2
#define POLICY "policy"

void
streek_class_options_clear (StreekClassOptions *options)
{
  g_clear_pointer (&options->method, g_free);
  g_clear_pointer (&options->n_classes, g_free);
  g_clear_pointer (&options->breaks, g_free);
  g_clear_pointer (&options->reference, g_free);
  g_clear_pointer (&options->palette, g_free);
}

const char *
streek_class_options_find (const StreekClassOptions *options)
{
  return options->method != NULL      ? "--method"
         : options->n_classes != NULL ? "--classes"
         : options->breaks != NULL    ? "--breaks"
         : options->reference != NULL ? "--around"
         : options->zero_class        ? "--zero-class"
         : options->palette != NULL   ? "--palette"
                                      : NULL;
}

/* "policy" or "policy:NAME" in the place of a number of classes. */
static gboolean
parse_policy (const char *text, const char **name)
{
  if (text == NULL || !g_str_has_prefix (text, POLICY))
    return FALSE;

  *name = text[strlen (POLICY)] == ':' ? text + strlen (POLICY ":") : NULL;

  return text[strlen (POLICY)] == '\0' || (*name != NULL && **name != '\0');
}

/* Only areas coloured by the figures of an indicator have classes. */
static gboolean
check_target (const StreekClassOptions *options,
              const StreekCommand *command,
              const StreekFigureSpec *spec,
              const char *kind_option)
{
  const char *option = streek_class_options_find (options);
  gboolean is_said = !spec->kind_is_automatic;

  if (option == NULL)
    return TRUE;

  if (is_said && (spec->kind == STREEK_FIGURE_AREAS || spec->kind == STREEK_FIGURE_CIRCLES))
    streek_cli_contradict (command, kind_option, option);
  else if (spec->indicator == NULL)
    streek_cli_miss (command, "--indicator");
  else
    return TRUE;

  return FALSE;
}

gboolean
streek_class_options_check (const StreekClassOptions *options,
                            const StreekCommand *command,
                            const StreekFigureSpec *spec,
                            const char *kind_option)
{
  gboolean is_manual = g_strcmp0 (options->method, "manual") == 0;
  const char *policy;
  gboolean in_classes = parse_policy (options->n_classes, &policy);
  gboolean is_policy = in_classes || g_strcmp0 (options->method, POLICY) == 0;
  gboolean has_one_indicator = spec->kind_is_automatic || (spec->kind != STREEK_FIGURE_CHANGE &&
                                                           spec->kind != STREEK_FIGURE_BIVARIATE);

  if (!check_target (options, command, spec, kind_option))
    return FALSE;

  if (in_classes && options->method != NULL && g_strcmp0 (options->method, POLICY) != 0)
    streek_cli_contradict (command, "--classes policy", "--method");
  else if (is_policy && options->zero_class)
    streek_cli_contradict (command, POLICY, "--zero-class");
  else if (is_policy && !in_classes && options->n_classes != NULL)
    streek_cli_contradict (command, "--method policy", "--classes");
  else if (is_policy && !has_one_indicator)
    streek_cli_contradict (command, POLICY, kind_option);
  else if (options->breaks != NULL && options->method != NULL && !is_manual)
    streek_cli_contradict (command, "--breaks", "--method");
  else if (options->breaks != NULL && options->n_classes != NULL)
    streek_cli_contradict (command, "--breaks", "--classes");
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse_reference (const StreekCommand *command, const char *text, double *reference)
{
  if (text == NULL || streek_number_parse (text, reference))
    return TRUE;

  /* Translators: %1$s is an option, %2$s what was typed after it; keep the example. */
  streek_cli_usage (command, _ ("%1$s wants a number such as 7.5, not “%2$s”."), "--around", text);

  return FALSE;
}

/* "4": so many, of limits that are found; "policy:EU": those of a policy. */
static gboolean
fill_number (const StreekCommand *command, const char *text, StreekFigureSpec *spec)
{
  const char *policy;

  if (parse_policy (text, &policy))
    {
      spec->method = STREEK_CLASSES_POLICY;
      g_free (spec->policy);
      spec->policy = g_strdup (policy);
      return TRUE;
    }

  if (!streek_cli_parse_count (command, "--classes", text, MIN_CLASSES, STREEK_PALETTE_MAX_CLASSES,
                               &spec->n_classes))
    return FALSE;

  if (text != NULL && streek_class_method_is_given (spec->method))
    spec->method = STREEK_CLASSES_QUANTILE;

  return TRUE;
}

static gboolean
parse_method (const StreekCommand *command, const char *text, StreekFigureSpec *spec)
{
  guint method = spec->method;

  if (!streek_cli_parse_id (command, "--method", STREEK_N_CLASS_METHODS,
                            (StreekCliIdFunc) streek_class_method_get_id, text, &method))
    return FALSE;

  spec->method = method;

  return TRUE;
}

gboolean
streek_class_options_fill (const StreekClassOptions *options,
                           const StreekCommand *command,
                           StreekFigureSpec *spec)
{
  if (!fill_number (command, options->n_classes, spec) ||
      !parse_method (command, options->method, spec) ||
      !streek_cli_parse_breaks (command, options->breaks, &spec->breaks) ||
      !parse_reference (command, options->reference, &spec->reference))
    return FALSE;

  if (options->breaks != NULL)
    spec->method = STREEK_CLASSES_MANUAL;
  if (spec->method == STREEK_CLASSES_MANUAL && spec->breaks == NULL && spec->second_breaks == NULL)
    {
      streek_cli_miss (command, "--breaks");
      return FALSE;
    }

  spec->zero_class |= options->zero_class;
  streek_cli_take_text (&spec->palette, options->palette);

  return TRUE;
}
