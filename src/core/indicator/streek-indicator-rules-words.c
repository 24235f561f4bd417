/* streek-indicator-rules-words.c: rules about words: names, labels and directions that contradict
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two counts that are taken for each other: words of the one, words of the other. */
static const struct
{
  const char *one[4];
  const char *other[4];
} confusions[] = {
  { { "job", "arbeidsplaats" }, { "werkenden", "tewerkgestelden" } },
  { { "werklozen", "werkloosheid" }, { "werkzoekende", "nwwz", "wzw" } },
  { { "loontrekkende", "werknemers" }, { "zelfstandige" } },
};

/* "werkenden naar werkplaats" are either: people, counted where their jobs are. */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text != NULL ? text : "", -1);
  g_auto (GStrv) parts = g_strsplit (lower, "werkenden naar werkplaats", -1);

  return g_strjoinv ("", parts);
}

/* At the beginning of a word, so that "werkenden" is not in "niet-tewerkenden". */
static gboolean
has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !(g_ascii_isalpha (at[-1]) || (at[-1] & 0x80) != 0))
      return TRUE;

  return FALSE;
}

static const char *
find_word (const char *text, const char *const words[4])
{
  for (guint i = 0; i < 4 && words[i] != NULL; i++)
    if (has_word (text, words[i]))
      return words[i];

  return NULL;
}

/* The word of @label that the definition does not know, where it speaks of the other count. */
static const char *
find_clash (const char *label, const char *definition, const char **other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (confusions); i++)
    {
      const char *one_said = find_word (label, confusions[i].one);
      const char *other_said = find_word (label, confusions[i].other);
      const char *one_meant = find_word (definition, confusions[i].one);
      const char *other_meant = find_word (definition, confusions[i].other);

      if (one_said != NULL && other_said == NULL && one_meant == NULL && other_meant != NULL)
        {
          *other = other_meant;
          return one_said;
        }
      if (other_said != NULL && one_said == NULL && other_meant == NULL && one_meant != NULL)
        {
          *other = one_meant;
          return other_said;
        }
    }

  return NULL;
}

/* Reports where @label, the indicator's name or what a file called it, speaks of another count than
 * @meaning does. */
static void
look_at_label (StreekRuleRun *run,
               const StreekIndicator *indicator,
               const char *label,
               const char *meaning)
{
  gboolean is_name = label == indicator->name;
  g_autofree char *folded = fold (label);
  g_autofree char *folded_meaning = fold (meaning);
  const char *meant;
  const char *said = find_clash (folded, folded_meaning, &meant);

  if (said == NULL)
    return;

  g_autofree char *place = streek_rule_make_indicator_place (indicator->code);
  g_autofree char *key = is_name ? g_strjoin ("/", indicator->code, said, NULL)
                                 : g_strjoin ("/", indicator->code, "label", label, NULL);
  g_autofree char *message =
    is_name
      ? g_strdup_printf (
          /* Translators: %1$s is an indicator, %2$s and %3$s Dutch words for two counts. */
          _ ("The name “%1$s” speaks of “%2$s”, the definition of “%3$s”."), label, said, meant)
      : g_strdup_printf (
          /* Translators: %1$s is an indicator, %2$s what a file calls it, %3$s and %4$s Dutch words
           * for two counts. */
          _ ("The source calls “%1$s” “%2$s”: that speaks of “%3$s”, the definition of “%4$s”."),
          indicator->name, label, said, meant);
  StreekTable *figures = streek_table_new ();
  guint row = streek_table_add_row (figures);

  streek_table_add_column (figures, "name", is_name ? _ ("Name") : _ ("In the source"),
                           STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (figures, "definition", _ ("Definition"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_set_text (figures, row, 0, label);
  streek_table_set_text (figures, row, 1, meaning);
  streek_rule_run_report (run, key, place, message, figures);
}

/* A name is held against the definition; what a file calls the indicator against both, for an
 * indicator of the office's own may have no other words. */
static gboolean
look_at_labels (StreekRuleRun *run,
                StreekIndicatorFacts *facts,
                const StreekIndicator *indicator,
                GError **error)
{
  g_autoptr (GPtrArray) labels = streek_catalogue_list_labels (facts->catalogue, indicator->code);
  g_autofree char *meaning = *indicator->definition != '\0'
                               ? g_strjoin ("\n", indicator->name, indicator->definition, NULL)
                               : g_strdup (indicator->name);

  look_at_label (run, indicator, indicator->name, indicator->definition);

  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = ((const StreekSourceLabel *) labels->pdata[i])->label;

      if (strcmp (label, indicator->name) != 0)
        look_at_label (run, indicator, label, meaning);
    }

  return TRUE;
}

gboolean
streek_rule_look_for_other_definition (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_labels, error);
}

static const struct
{
  const char *words;
  StreekDirection direction;
} wordings[] = {
  { "hoe lager, hoe krapper", STREEK_DIRECTION_LOWER_IS_TIGHTER },
  { "hoe hoger, hoe ruimer", STREEK_DIRECTION_LOWER_IS_TIGHTER },
  { "hoe lager, hoe beter", STREEK_DIRECTION_LOWER_IS_BETTER },
  { "hoe hoger, hoe slechter", STREEK_DIRECTION_LOWER_IS_BETTER },
  { "hoe hoger, hoe beter", STREEK_DIRECTION_HIGHER_IS_BETTER },
  { "hoe lager, hoe slechter", STREEK_DIRECTION_HIGHER_IS_BETTER },
};

/* What the words say; the name of a tension ratio says it by itself. */
static gboolean
find_wording (const StreekIndicator *indicator, StreekDirection *direction)
{
  g_autofree char *text = g_strjoin ("\n", indicator->name, indicator->definition,
                                     indicator->note != NULL ? indicator->note : "", NULL);
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (strstr (folded, wordings[i].words) != NULL)
      {
        *direction = wordings[i].direction;
        return TRUE;
      }

  *direction = STREEK_DIRECTION_LOWER_IS_TIGHTER;

  return has_word (folded, "spanningsratio") || has_word (folded, "spanningsgraad");
}

static gboolean
look_at_direction (StreekRuleRun *run,
                   StreekIndicatorFacts *facts,
                   const StreekIndicator *indicator,
                   GError **error)
{
  StreekDirection meant;

  if (!find_wording (indicator, &meant) || meant == indicator->direction)
    return TRUE;

  g_autofree char *place = streek_rule_make_indicator_place (indicator->code);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an indicator, %2$s and %3$s directions such as "lower is better". */
    _ ("The words of “%1$s” mean “%2$s”, its direction is “%3$s”."), indicator->name,
    streek_indicator_get_direction_label (meant),
    streek_indicator_get_direction_label (indicator->direction));
  g_autofree char *key = g_strjoin ("/", indicator->code,
                                    streek_indicator_get_direction_id (indicator->direction), NULL);
  StreekTable *figures = streek_table_new ();

  streek_table_add_column (figures, "definition", _ ("Definition"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_set_text (figures, streek_table_add_row (figures), 0, indicator->definition);
  streek_rule_run_report (run, key, place, message, figures);

  return TRUE;
}

gboolean
streek_rule_look_for_direction (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_direction, error);
}
