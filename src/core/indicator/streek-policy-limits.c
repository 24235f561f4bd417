/* streek-policy-limits.c: class limits that a policy fixed, kept with an indicator */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-policy-limits.h"
#include "base/streek-number.h"
#include "indicator/streek-catalogue-private.h"
#include "indicator/streek-definition.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID, sentence);

  return FALSE;
}

/**
 * streek_policy_limits_parse:
 * @text: numbers with a decimal point, one a line
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type double): 1 to %STREEK_POLICY_MAX_LIMITS numbers in
 *   ascending order, each once; %NULL with @error set for anything else
 */
GArray *
streek_policy_limits_parse (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_auto (GStrv) lines = g_strsplit (text, "\n", STREEK_POLICY_MAX_LIMITS + 2);
  guint n = *text != '\0' ? g_strv_length (lines) : 0;
  g_autoptr (GArray) limits = g_array_new (FALSE, FALSE, sizeof (double));

  if (n == 0 || n > STREEK_POLICY_MAX_LIMITS)
    {
      g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                   /* Translators: %d is how many limits there may be. */
                   _ ("Give 1 to %d policy limits, so that no map has more classes than can be "
                      "told apart."),
                   STREEK_POLICY_MAX_LIMITS);
      return NULL;
    }

  for (guint i = 0; i < n; i++)
    {
      double limit;

      if (!streek_number_parse (lines[i], &limit) || !isfinite (limit) ||
          (i > 0 && limit <= g_array_index (limits, double, i - 1)))
        {
          refuse (error, _ ("Policy limits must be numbers in ascending order, each once."));
          return NULL;
        }

      g_array_append_val (limits, limit);
    }

  return g_steal_pointer (&limits);
}

/* One word for each class, or none at all. */
static gboolean
check_words (const char *text, guint n_classes, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, "\n", -1);
  guint n_words = 0;

  if (*text == '\0')
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += *g_strstrip (words[i]) != '\0';

  if (n_words == n_classes && g_strv_length (words) == n_classes)
    return TRUE;

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
               ngettext ("These limits make %u class: give each class a word, or none of them.",
                         "These limits make %u classes: give each class a word, or none of them.",
                         n_classes),
               n_classes);

  return FALSE;
}

static gboolean
parse_or_none (const char *text, StreekPeriod *period, GError **error)
{
  *period = (StreekPeriod){ 0 };

  return *text == '\0' || streek_period_parse (text, period, error);
}

static gboolean
check_validity (const char *from_text, const char *to_text, GError **error)
{
  StreekPeriod from, to;

  if (!parse_or_none (from_text, &from, NULL) || !parse_or_none (to_text, &to, NULL))
    return refuse (error, _ ("Write a period as 2025, 2025-Q1 or 2025-01."));

  if (from.kind != STREEK_PERIOD_NONE && to.kind != STREEK_PERIOD_NONE &&
      streek_period_get_last_day (to) < streek_period_get_first_day (from))
    return refuse (error, _ ("The policy limits end before they begin."));

  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/**
 * streek_policy_limits_check:
 * @texts: (array length=STREEK_POLICY_N_TEXTS): as they are written
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID
 *
 * Returns: whether they can be kept, and a map can be made with them
 */
gboolean
streek_policy_limits_check (const char *const *texts, GError **error)
{
  g_return_val_if_fail (texts != NULL, FALSE);

  if (is_blank (texts[STREEK_POLICY_NAME]))
    return refuse (error, _ ("Give the policy limits a name."));

  g_autoptr (GArray) limits = streek_policy_limits_parse (texts[STREEK_POLICY_LIMITS], error);

  if (limits == NULL || !check_words (texts[STREEK_POLICY_WORDS], limits->len + 1, error))
    return FALSE;

  if (is_blank (texts[STREEK_POLICY_SOURCE]))
    return refuse (error, _ ("Say where the policy limits come from: it is printed under every "
                             "map that uses them."));

  return check_validity (texts[STREEK_POLICY_FROM], texts[STREEK_POLICY_TO], error);
}

StreekPolicyLimits *
streek_policy_limits_new_from_row (StreekCatalogue *catalogue, sqlite3_stmt *stmt)
{
  /* the code stands between the id and the rest */
  static const int columns[STREEK_POLICY_N_TEXTS] = { 0, 2, 3, 4, 5, 6, 7 };
  StreekPolicyLimits *self = g_new0 (StreekPolicyLimits, 1);

  self->code = streek_catalogue_keep_column (catalogue, stmt, 1);
  for (guint i = 0; i < STREEK_POLICY_N_TEXTS; i++)
    {
      const char *text = streek_catalogue_keep_column (catalogue, stmt, columns[i]);

      self->texts[i] = text != NULL ? text : "";
    }

  self->is_usable = streek_policy_limits_check (self->texts, NULL);
  if (!self->is_usable)
    return self;

  GArray *limits = streek_policy_limits_parse (self->texts[STREEK_POLICY_LIMITS], NULL);

  self->n_limits = limits->len;
  self->limits = (const double *) (gpointer) g_array_free (limits, FALSE);
  if (*self->texts[STREEK_POLICY_WORDS] != '\0')
    self->words = g_strsplit (self->texts[STREEK_POLICY_WORDS], "\n", -1);
  parse_or_none (self->texts[STREEK_POLICY_FROM], &self->valid_from, NULL);
  parse_or_none (self->texts[STREEK_POLICY_TO], &self->valid_to, NULL);

  return self;
}

void
streek_policy_limits_free (gpointer limits)
{
  StreekPolicyLimits *self = limits;

  g_free ((gpointer) self->limits);
  g_strfreev (self->words);
  g_free (self);
}

/* The one with that id, else with that name. */
static const StreekPolicyLimits *
find_among (const GPtrArray *all, const char *text)
{
  g_autofree char *asked = g_utf8_casefold (text, -1);
  const StreekPolicyLimits *found = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const StreekPolicyLimits *limits = all->pdata[i];
      g_autofree char *name = g_utf8_casefold (limits->texts[STREEK_POLICY_NAME], -1);

      if (strcmp (limits->texts[STREEK_POLICY_ID], text) == 0)
        return limits;
      if (found == NULL && strcmp (name, asked) == 0)
        found = limits;
    }

  return found;
}

static void
say_which (const GPtrArray *all, const StreekIndicator *indicator, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            ((StreekPolicyLimits *) all->pdata[i])->texts[STREEK_POLICY_NAME]);

  g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
               /* Translators: %1$s is an indicator, %2$s a list of names. */
               _ ("“%1$s” has several sets of policy limits: %2$s. Say which of them."),
               indicator->name, names->str);
}

static void
say_missing (const GPtrArray *all,
             const StreekIndicator *indicator,
             const char *text,
             GError **error)
{
  if (text != NULL && g_uuid_string_is_valid (text))
    g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                 /* Translators: %s is an indicator. */
                 _ ("The policy limits that this map uses are no longer kept with “%s”. Choose "
                    "other class limits."),
                 indicator->name);
  else if (all->len == 0 || text == NULL)
    g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                 /* Translators: %s is an indicator. */
                 _ ("No policy limits are kept with “%s”. They are made where the indicator is "
                    "described, or where the classes of its map are chosen."),
                 indicator->name);
  else
    g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                 /* Translators: %1$s is an indicator, %2$s the name of class limits. */
                 _ ("No policy limits “%2$s” are kept with “%1$s”."), indicator->name, text);
}

/**
 * streek_catalogue_find_policy_limits:
 * @text: (nullable): id or name, in upper or lower case; %NULL for the only ones there are
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID
 *
 * Returns: (transfer none): what a map can be made with, or %NULL with @error set: none of that
 *   name, more than one, or texts that cannot be used
 */
const StreekPolicyLimits *
streek_catalogue_find_policy_limits (const StreekCatalogue *catalogue,
                                     const StreekIndicator *indicator,
                                     const char *text,
                                     GError **error)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL, NULL);

  g_autoptr (GPtrArray) all = streek_catalogue_list_policy_limits (catalogue, indicator->code);
  const StreekPolicyLimits *found = text != NULL    ? find_among (all, text)
                                    : all->len == 1 ? all->pdata[0]
                                                    : NULL;

  if (found != NULL && found->is_usable)
    return found;

  if (found != NULL)
    {
      streek_policy_limits_check (found->texts, error);
      /* Translators: %s is the name of class limits; what is wrong with them follows. */
      g_prefix_error (error, _ ("The policy limits “%s” cannot be used. "),
                      found->texts[STREEK_POLICY_NAME]);
    }
  else if (text == NULL && all->len > 1)
    say_which (all, indicator, error);
  else
    say_missing (all, indicator, text, error);

  return NULL;
}

/**
 * streek_policy_limits_hold:
 *
 * Returns: whether the whole of @period lies where they hold, as far as that is said
 */
gboolean
streek_policy_limits_hold (const StreekPolicyLimits *limits, StreekPeriod period)
{
  gboolean begins =
    limits->valid_from.kind == STREEK_PERIOD_NONE ||
    streek_period_get_first_day (period) >= streek_period_get_first_day (limits->valid_from);
  gboolean ends =
    limits->valid_to.kind == STREEK_PERIOD_NONE ||
    streek_period_get_last_day (period) <= streek_period_get_last_day (limits->valid_to);

  return begins && ends;
}

/**
 * streek_policy_limits_dup_validity:
 *
 * Returns: (transfer full) (nullable): "2020–2030", "from 2020"; %NULL where nothing is said
 */
char *
streek_policy_limits_dup_validity (const StreekPolicyLimits *limits, const StreekFormat *format)
{
  gboolean has_from = limits->valid_from.kind != STREEK_PERIOD_NONE;
  gboolean has_to = limits->valid_to.kind != STREEK_PERIOD_NONE;
  g_autofree char *from = has_from ? streek_format_period (format, limits->valid_from) : NULL;
  g_autofree char *to = has_to ? streek_format_period (format, limits->valid_to) : NULL;

  if (has_from && has_to)
    return g_strdup_printf ("%s–%s", from, to);
  if (has_from)
    /* Translators: since when class limits hold; %s is a period */
    return g_strdup_printf (_ ("from %s"), from);

  /* Translators: until when class limits hold; %s is a period */
  return has_to ? g_strdup_printf (_ ("until %s"), to) : NULL;
}

/* As many as are asked, more where a limit has more of them. */
static char *
dup_number (double number, int decimals, const StreekFormat *format)
{
  while (decimals < 9 && streek_number_round (number, decimals) != number)
    decimals++;

  return streek_format_number (format, number, decimals);
}

/**
 * streek_policy_limits_dup_classes:
 * @decimals: that figures of the indicator are shown with
 *
 * Returns: (transfer full): the classes in one line, the lowest first: "laag < 10 ≤ aandacht < 20 ≤
 *   hoog"; without words the limits alone: "10; 20"
 */
char *
streek_policy_limits_dup_classes (const StreekPolicyLimits *limits,
                                  int decimals,
                                  const StreekFormat *format)
{
  GString *text = g_string_new (limits->words != NULL ? limits->words[0] : "");

  for (guint i = 0; i < limits->n_limits; i++)
    {
      g_autofree char *number = dup_number (limits->limits[i], decimals, format);

      if (limits->words != NULL)
        g_string_append_printf (text, " < %s ≤ %s", number, limits->words[i + 1]);
      else
        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", number);
    }

  return g_string_free (text, FALSE);
}

/**
 * streek_policy_limits_keep:
 * @db: the writer's connection, inside a command
 * @code: of the indicator
 * @texts: (array length=STREEK_POLICY_N_TEXTS): with an id
 * @error: return location for a #StreekIndicatorError or #StreekStoreError
 *
 * Those of the same id are replaced; else they come beside the others of the indicator.
 */
gboolean
streek_policy_limits_keep (StreekDb *db, const char *code, const char *const *texts, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL && texts != NULL, FALSE);

  g_autoptr (StreekCatalogue) catalogue = streek_catalogue_load (db, error);
  const StreekIndicator *indicator =
    catalogue != NULL ? streek_catalogue_find (catalogue, code, error) : NULL;

  if (indicator == NULL)
    return FALSE;

  g_autoptr (StreekDefinition) definition =
    streek_definition_new_from_indicator (catalogue, indicator);
  GPtrArray *rows = definition->links[STREEK_LINK_LIMITS];

  for (guint i = rows->len; i-- > 0;)
    if (g_strcmp0 (((GStrv) rows->pdata[i])[STREEK_POLICY_ID], texts[STREEK_POLICY_ID]) == 0)
      g_ptr_array_remove_index (rows, i);

  streek_definition_add_link (definition, STREEK_LINK_LIMITS, texts[0], texts[1], texts[2],
                              texts[3], texts[4], texts[5], texts[6], NULL);

  return streek_definition_update (db, definition, error);
}
