/* streek-indicator-target-measures.c: which indicator each measure of a file is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-work.h"

#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CODE 60

/* Signs that tell members apart: "65" and "≥ 65" are two. */
static const struct
{
  const char *sign;
  const char *word;
} signs[] = {
  { "+", "_plus" },   { "<=", "_tot_" }, { ">=", "_vanaf_" }, { "<", "_onder_" },
  { ">", "_boven_" }, { "≤", "_tot_" },  { "≥", "_vanaf_" },
};

/* Its length in bytes, 0 where no sign stands there. */
static gsize
append_sign (GString *code, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].sign))
      {
        g_string_append (code, signs[i].word);
        return strlen (signs[i].sign);
      }

  return 0;
}

/* Two names that begin alike do not become one code: what is cut off leaves its mark. */
static void
cut_code (GString *code)
{
  guint hash = g_str_hash (code->str) & 0xffffff;

  if (code->len <= MAX_CODE)
    return;

  g_string_truncate (code, MAX_CODE - 7);
  g_string_append_printf (code, "_%06x", hash);
}

/**
 * streek_indicator_target_make_code:
 *
 * Returns: (transfer full): a code as own indicators have them: it begins with a letter, and has
 *   lower case letters, digits and "_"
 */
char *
streek_indicator_target_make_code (const char *name)
{
  g_autofree char *folded = streek_fold (name, NULL);
  GString *code = g_string_new (NULL);

  for (const char *c = folded; *c != '\0';)
    {
      gsize n_sign = append_sign (code, c);

      if (n_sign == 0 && g_ascii_isalnum (*c))
        g_string_append_c (code, *c);
      else if (n_sign == 0 && code->len > 0 && code->str[code->len - 1] != '_')
        g_string_append_c (code, '_');

      c += MAX (n_sign, 1);
    }

  while (code->len > 0 && code->str[code->len - 1] == '_')
    g_string_truncate (code, code->len - 1);
  if (code->len == 0 || !g_ascii_isalpha (code->str[0]))
    g_string_prepend (code, "i_");
  cut_code (code);

  return g_string_free (code, FALSE);
}

const StreekIndicator *
streek_target_find_indicator (StreekIndicatorTarget *target, const char *text)
{
  const StreekIndicator *found = streek_catalogue_find (target->catalogue, text, NULL);

  if (found != NULL)
    return found;

  g_autofree char *folded = streek_fold (text, NULL);

  return g_hash_table_lookup (target->indicators_by_name, folded);
}

static void
set_fresh (StreekTargetMeasure *measure, StreekNewIndicator *fresh)
{
  measure->fresh = fresh;
  measure->code = g_intern_string (fresh->code);
  measure->name = fresh->name;
  if (!streek_indicator_parse_time_kind (fresh->time_kind, &measure->time_kind))
    measure->time_kind = STREEK_TIME_STOCK_FIRST_DAY;
}

static void
set_indicator (StreekTargetMeasure *measure, const StreekIndicator *indicator)
{
  measure->indicator = indicator;
  measure->code = g_intern_string (indicator->code);
  measure->name = indicator->name;
  measure->time_kind = indicator->time_kind;
}

/* One that is there, or one that comes with the file; FALSE where it is neither. */
static gboolean
name_measure (StreekTargetWork *work, StreekTargetMeasure *measure, const char *text)
{
  const StreekIndicator *indicator = streek_target_find_indicator (work->target, text);
  StreekNewIndicator *fresh = streek_mapping_find_indicator (work->import->mapping, text);

  if (indicator != NULL)
    set_indicator (measure, indicator);
  else if (fresh != NULL)
    set_fresh (measure, fresh);

  return indicator != NULL || fresh != NULL;
}

/* The code for what a file calls @key; where another one of its names has that already, one more.
 */
static char *
claim_code (StreekTargetWork *work, const char *key)
{
  char *code = streek_indicator_target_make_code (key);
  const char *claimed = g_hash_table_lookup (work->claimed_codes, code);

  if (claimed != NULL && strcmp (claimed, key) != 0)
    {
      char *other = g_strdup_printf ("%.*s_%06x", MAX_CODE - 7, code, g_str_hash (key) & 0xffffff);

      g_free (code);
      code = other;
    }
  if (!g_hash_table_contains (work->claimed_codes, code))
    g_hash_table_insert (work->claimed_codes, g_strdup (code), g_strdup (key));

  return code;
}

/* Where the profile says so, an indicator that is not there is made. */
static gboolean
make_measure (StreekTargetWork *work, StreekTargetMeasure *measure, const char *text)
{
  const StreekMapping *mapping = work->import->mapping;

  if (mapping->unknown_kind == NULL)
    return FALSE;

  g_autofree char *name =
    g_strconcat (mapping->code_prefix != NULL ? mapping->code_prefix : "", text, NULL);
  g_autofree char *code = claim_code (work, name);

  if (name_measure (work, measure, code))
    return TRUE;

  StreekNewIndicator *fresh = streek_mapping_add_indicator (work->import->mapping, code);

  streek_mapping_set_text (&fresh->name, text);
  streek_mapping_set_text (&fresh->kind, mapping->unknown_kind);
  set_fresh (measure, fresh);

  return TRUE;
}

static void
ask_indicator (StreekTargetWork *work, const char *column, const char *text, gboolean is_needed)
{
  for (guint i = 0; i < work->import->questions->len; i++)
    {
      const StreekImportQuestion *question = work->import->questions->pdata[i];

      if (question->kind == STREEK_ANSWER_INDICATOR && g_strcmp0 (question->text, text) == 0)
        return;
    }

  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is the header of a column, or a name in it. */
    _ ("Which indicator is “%s”?"), text);

  streek_import_ask (work->import, STREEK_ANSWER_INDICATOR, is_needed, column, text, sentence);
}

/* The indicator before members of breakdowns are told apart. */
static void
find_base_indicator (StreekTargetWork *work,
                     const StreekStagedMeasure *staged,
                     StreekTargetMeasure *measure)
{
  const StreekMapping *mapping = work->staging->mapping;
  const char *text = streek_staging_get_indicator_text (work->staging, staged->base);
  const char *answer = NULL;

  if (text == NULL)
    text = staged->column->indicator != NULL ? staged->column->indicator : mapping->indicator;
  if (text == NULL)
    text = staged->column->header;

  answer = g_hash_table_lookup (mapping->indicators, text);
  if (answer != NULL && *answer == '\0')
    {
      measure->state = STREEK_ROW_LEFT_OUT;
      return;
    }

  if (name_measure (work, measure, answer != NULL ? answer : text) ||
      make_measure (work, measure, answer != NULL ? answer : text))
    return;

  measure->state = STREEK_ROW_UNKNOWN_INDICATOR;
  ask_indicator (work, staged->column->header, text, !work->staging->has_indicator);
}

static void
join_members (
  StreekTargetWork *work, guint32 base, StreekBreakdownUse use, GString *members, const char *mark)
{
  for (guint i = 0; i < work->staging->breakdowns->len; i++)
    {
      const StreekMappingColumn *column = work->staging->breakdowns->pdata[i];

      if (column->use == use)
        g_string_append_printf (members, "%s%s", members->len > 0 ? mark : "",
                                streek_staging_get_member (work->staging, base, i));
    }
}

/* What is told apart is measured as the whole is. */
static void
describe_like_base (StreekNewIndicator *fresh, const StreekTargetMeasure *base)
{
  if (base->indicator != NULL)
    {
      streek_mapping_set_text (&fresh->theme, base->indicator->theme);
      streek_mapping_set_text (&fresh->unit, base->indicator->unit);
      streek_mapping_set_text (&fresh->direction,
                               streek_indicator_get_direction_id (base->indicator->direction));
      fresh->decimals = base->indicator->decimals;
    }
  else if (base->fresh != NULL)
    {
      streek_mapping_set_text (&fresh->theme, base->fresh->theme);
      streek_mapping_set_text (&fresh->unit, base->fresh->unit);
      streek_mapping_set_text (&fresh->kind, base->fresh->kind);
      streek_mapping_set_text (&fresh->time_kind, base->fresh->time_kind);
      streek_mapping_set_text (&fresh->direction, base->fresh->direction);
      fresh->decimals = base->fresh->decimals;
    }
}

static void
make_member (StreekTargetWork *work,
             StreekTargetMeasure *own,
             const StreekTargetMeasure *base,
             const char *code,
             const char *members)
{
  StreekNewIndicator *fresh = streek_mapping_add_indicator (work->import->mapping, code);

  g_free (fresh->name);
  fresh->name = g_strdup_printf ("%s: %s", base->name, members);
  describe_like_base (fresh, base);
  set_fresh (own, fresh);
}

/* Every member an indicator of its own: the one the mapping names, or a new one like the base. */
static void
tell_members_apart (StreekTargetWork *work,
                    const StreekStagedMeasure *staged,
                    StreekTargetMeasure *measure)
{
  g_autoptr (GString) members = g_string_new (NULL);

  join_members (work, staged->base, STREEK_BREAKDOWN_KEEP, members, ", ");
  if (members->len == 0 || measure->code == NULL)
    return;

  g_autofree char *key = g_strdup_printf ("%s|%s", measure->code, members->str);
  const char *answer = g_hash_table_lookup (work->staging->mapping->indicators, key);

  if (answer != NULL && *answer == '\0')
    {
      measure->state = STREEK_ROW_LEFT_OUT;
      return;
    }

  g_autofree char *made = claim_code (work, key);
  StreekTargetMeasure own = *measure;

  own.indicator = NULL;
  own.fresh = NULL;
  if (!name_measure (work, &own, answer != NULL ? answer : made))
    make_member (work, &own, measure, made, members->str);

  *measure = own;
}

static void
clear_measure (gpointer data)
{
  g_free (((StreekTargetMeasure *) data)->label);
}

void
streek_target_resolve_measures (StreekTargetWork *work)
{
  work->measures = g_array_new (FALSE, TRUE, sizeof (StreekTargetMeasure));
  g_array_set_clear_func (work->measures, clear_measure);

  for (guint i = 0; i < work->staging->measures->len; i++)
    {
      const StreekStagedMeasure *staged =
        &g_array_index (work->staging->measures, StreekStagedMeasure, i);
      g_autoptr (GString) members = g_string_new (NULL);
      StreekTargetMeasure measure = { 0 };

      find_base_indicator (work, staged, &measure);
      tell_members_apart (work, staged, &measure);
      measure.label = streek_target_dup_label (work->staging, staged);
      join_members (work, staged->base, STREEK_BREAKDOWN_SUM, members, "\t");
      if (staged->column->is_part)
        g_string_append_printf (members, "\t%s", staged->column->header);
      measure.contribution =
        streek_dictionary_intern (work->contributions, members->str, members->len);
      g_array_append_val (work->measures, measure);
    }
}
