/* streek-indicator-rules-policy.c: rules about the class limits that are kept with indicators */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"
#include "indicator/streek-policy-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Under the name of the limits; @figures: their texts, so that an acceptance ends with a change. */
static void
report (StreekRuleRun *run, const StreekPolicyLimits *limits, const char *message)
{
  g_autofree char *place = streek_rule_make_indicator_place (limits->code);
  g_autofree char *key = g_strjoin ("/", limits->code, limits->texts[STREEK_POLICY_ID], NULL);
  g_autofree char *numbers =
    g_strdelimit (g_strdup (limits->texts[STREEK_POLICY_LIMITS]), "\n", ';');
  g_autofree char *words = g_strdelimit (g_strdup (limits->texts[STREEK_POLICY_WORDS]), "\n", ';');
  StreekTable *figures = streek_table_new ();
  guint row = streek_table_add_row (figures);

  streek_table_add_column (figures, "name", _ ("Name"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (figures, "limits", _ ("Limits"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (figures, "words", _ ("Words"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (figures, "source", _ ("Source"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_set_text (figures, row, 0, limits->texts[STREEK_POLICY_NAME]);
  streek_table_set_text (figures, row, 1, numbers);
  streek_table_set_text (figures, row, 2, words);
  streek_table_set_text (figures, row, 3, limits->texts[STREEK_POLICY_SOURCE]);
  streek_rule_run_report (run, key, place, message, figures);
}

static gboolean
look_at_texts (StreekRuleRun *run,
               StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               GError **error)
{
  g_autoptr (GPtrArray) all =
    streek_catalogue_list_policy_limits (facts->catalogue, indicator->code);

  for (guint i = 0; i < all->len; i++)
    {
      const StreekPolicyLimits *limits = all->pdata[i];
      g_autoptr (GError) problem = NULL;

      if (streek_policy_limits_check (limits->texts, &problem))
        continue;

      g_autofree char *message =
        /* Translators: %1$s is the name of class limits, %2$s an indicator, %3$s a sentence on what
         * is wrong. */
        g_strdup_printf (_ ("The policy limits “%1$s” of “%2$s” cannot be used. %3$s"),
                         limits->texts[STREEK_POLICY_NAME], indicator->name, problem->message);

      report (run, limits, message);
    }

  return TRUE;
}

gboolean
streek_rule_look_for_broken_policies (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_texts, error);
}

/* Shares and counts have ends; other figures may lie anywhere. */
static gboolean
is_outside (const StreekIndicator *indicator, double limit)
{
  if (streek_indicator_is_true_percentage (indicator))
    return limit < 0 || limit > 100;

  return indicator->kind == STREEK_INDICATOR_COUNT &&
         streek_indicator_is_no_difference (indicator) && limit < 0;
}

static gboolean
look_at_limits (StreekRuleRun *run,
                StreekIndicatorFacts *facts,
                const StreekIndicator *indicator,
                GError **error)
{
  g_autoptr (GPtrArray) all =
    streek_catalogue_list_policy_limits (facts->catalogue, indicator->code);

  for (guint i = 0; i < all->len; i++)
    {
      const StreekPolicyLimits *limits = all->pdata[i];
      guint n = 0;

      for (guint l = 0; limits->is_usable && l < limits->n_limits; l++)
        n += is_outside (indicator, limits->limits[l]);

      if (n == 0)
        continue;

      g_autofree char *message = g_strdup_printf (
        /* Translators: %1$u is how many limits, %2$s the name of class limits, %3$s an indicator,
         * %4$s its unit. */
        ngettext ("%1$u limit of “%2$s” lies where “%3$s” (%4$s) can have no figure.",
                  "%1$u limits of “%2$s” lie where “%3$s” (%4$s) can have no figure.", n),
        n, limits->texts[STREEK_POLICY_NAME], indicator->name, indicator->unit);

      report (run, limits, message);
    }

  return TRUE;
}

gboolean
streek_rule_look_for_policies_outside (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_limits, error);
}
