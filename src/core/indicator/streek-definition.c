/* streek-definition.c: an indicator's definition as people edit it, checked before it is written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-definition.h"
#include "indicator/streek-formula.h"
#include "indicator/streek-policy-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CODE_LENGTH 60

static const guint n_link_columns[STREEK_N_LINKS] = {
  [STREEK_LINK_ALIAS] = 1, [STREEK_LINK_VERSION] = 4,
  [STREEK_LINK_BREAK] = 2, [STREEK_LINK_BREAKDOWN] = 4,
  [STREEK_LINK_GAP] = 4,   [STREEK_LINK_LIMITS] = STREEK_POLICY_N_TEXTS,
};

static StreekDefinition *
make_empty (const char *code)
{
  StreekDefinition *definition = g_new0 (StreekDefinition, 1);

  definition->code = g_strdup (code);

  for (guint i = 0; i < STREEK_N_LINKS; i++)
    definition->links[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return definition;
}

/**
 * streek_definition_new:
 * @code: letters, digits and underscores, as streek_definition_make_code() gives
 *
 * Returns: (transfer full): a count to be filled in
 */
StreekDefinition *
streek_definition_new (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  const StreekIndicator blank = {
    .theme = "",
    .name = "",
    .name_en = "",
    .definition = "",
    .unit = "",
    .kind = STREEK_INDICATOR_COUNT,
    .multiplier = 1,
    .threshold_pct = 90,
    .source = "",
    .licence = "",
  };
  StreekDefinition *definition = make_empty (code);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    definition->fields[i] = streek_indicator_dup_field (&blank, i);

  return definition;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
take_aliases_and_breaks (StreekDefinition *definition, const StreekCatalogue *catalogue)
{
  g_autoptr (GPtrArray) aliases = streek_catalogue_list_aliases (catalogue, definition->code);
  g_autoptr (GPtrArray) breaks = streek_catalogue_list_breaks (catalogue, definition->code);

  for (guint i = 0; i < aliases->len; i++)
    streek_definition_add_link (definition, STREEK_LINK_ALIAS,
                                ((StreekAlias *) aliases->pdata[i])->alias, NULL);

  for (guint i = 0; i < breaks->len; i++)
    {
      const StreekBreak *item = breaks->pdata[i];
      g_autofree char *period = streek_period_to_string (item->period);

      if (item->kind == STREEK_BREAK_SOURCE && strcmp (item->code, definition->code) == 0)
        streek_definition_add_link (definition, STREEK_LINK_BREAK, period, item->reason, NULL);
    }
}

static void
take_versions (StreekDefinition *definition, const StreekCatalogue *catalogue)
{
  g_autoptr (GPtrArray) versions = streek_catalogue_list_versions (catalogue, definition->code);

  for (guint i = 0; i < versions->len; i++)
    {
      const StreekDefinitionVersion *version = versions->pdata[i];
      g_autofree char *period = streek_period_to_string (version->valid_from);

      streek_definition_add_link (definition, STREEK_LINK_VERSION, period,
                                  or_empty (version->follows), version->definition,
                                  or_empty (version->note), NULL);
    }
}

static void
take_parts_and_gaps (StreekDefinition *definition, const StreekCatalogue *catalogue)
{
  g_autoptr (GPtrArray) breakdowns = streek_catalogue_list_breakdowns (catalogue, definition->code);
  g_autoptr (GPtrArray) gaps = streek_catalogue_list_gaps (catalogue, definition->code);

  for (guint i = 0; i < breakdowns->len; i++)
    {
      const StreekBreakdown *breakdown = breakdowns->pdata[i];
      g_autofree char *parts = g_strjoinv ("\n", (char **) breakdown->parts);

      streek_definition_add_link (definition, STREEK_LINK_BREAKDOWN, breakdown->id,
                                  breakdown->label, breakdown->is_complete ? "1" : "0", parts,
                                  NULL);
    }

  for (guint i = 0; i < gaps->len; i++)
    {
      const StreekSupplyNeed *gap = gaps->pdata[i];

      if (strcmp (gap->gap, definition->code) == 0)
        streek_definition_add_link (definition, STREEK_LINK_GAP, gap->id, gap->label, gap->supply,
                                    gap->need, NULL);
    }
}

static void
take_limits (StreekDefinition *definition, const StreekCatalogue *catalogue)
{
  g_autoptr (GPtrArray) all = streek_catalogue_list_policy_limits (catalogue, definition->code);

  for (guint i = 0; i < all->len; i++)
    {
      const StreekPolicyLimits *limits = all->pdata[i];
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (guint c = 0; c < STREEK_POLICY_N_TEXTS; c++)
        g_strv_builder_add (row, limits->texts[c]);
      g_ptr_array_add (definition->links[STREEK_LINK_LIMITS], g_strv_builder_end (row));
    }
}

/**
 * streek_definition_new_from_indicator:
 *
 * Returns: (transfer full): @indicator as it is shown, with what staff changed, and what belongs
 *   to it
 */
StreekDefinition *
streek_definition_new_from_indicator (const StreekCatalogue *catalogue,
                                      const StreekIndicator *indicator)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL, NULL);

  StreekDefinition *definition = make_empty (indicator->code);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    definition->fields[i] = streek_indicator_dup_field (indicator, i);

  take_aliases_and_breaks (definition, catalogue);
  take_versions (definition, catalogue);
  take_parts_and_gaps (definition, catalogue);
  take_limits (definition, catalogue);

  return definition;
}

/**
 * streek_definition_copy:
 *
 * Returns: (transfer full): @definition once more, for another thread
 */
StreekDefinition *
streek_definition_copy (const StreekDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  StreekDefinition *copy = make_empty (definition->code);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    copy->fields[i] = g_strdup (definition->fields[i]);

  for (guint i = 0; i < STREEK_N_LINKS; i++)
    for (guint j = 0; j < definition->links[i]->len; j++)
      g_ptr_array_add (copy->links[i], g_strdupv (g_ptr_array_index (definition->links[i], j)));

  return copy;
}

void
streek_definition_free (StreekDefinition *definition)
{
  if (definition == NULL)
    return;

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    g_free (definition->fields[i]);

  for (guint i = 0; i < STREEK_N_LINKS; i++)
    g_ptr_array_unref (definition->links[i]);

  g_free (definition->code);
  g_free (definition);
}

/**
 * streek_definition_set:
 * @text: (nullable): as streek_indicator_set_field() takes it; blanks around it go
 */
void
streek_definition_set (StreekDefinition *definition, StreekIndicatorField field, const char *text)
{
  g_return_if_fail (definition != NULL && field < STREEK_INDICATOR_N_FIELDS);

  g_free (definition->fields[field]);
  definition->fields[field] = g_strstrip (g_strdup (or_empty (text)));
}

/**
 * streek_definition_add_link:
 * @...: as many texts as the kind has columns, then %NULL
 *
 * An empty id is drawn by chance, so that two offices never make the same one.
 */
void
streek_definition_add_link (StreekDefinition *definition, StreekLink link, ...)
{
  g_return_if_fail (definition != NULL && link < STREEK_N_LINKS);

  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  gboolean has_id =
    link == STREEK_LINK_BREAKDOWN || link == STREEK_LINK_GAP || link == STREEK_LINK_LIMITS;
  va_list arguments;

  va_start (arguments, link);

  for (guint i = 0; i < n_link_columns[link]; i++)
    {
      const char *text = va_arg (arguments, const char *);

      if (i == 0 && has_id && *text == '\0')
        {
          g_autofree char *id = g_uuid_string_random ();

          g_strv_builder_add (row, id);
        }
      else
        g_strv_builder_add (row, text);
    }

  va_end (arguments);
  g_ptr_array_add (definition->links[link], g_strv_builder_end (row));
}

static gboolean
is_taken (const StreekCatalogue *catalogue, const char *code)
{
  return streek_catalogue_find (catalogue, code, NULL) != NULL;
}

/**
 * streek_definition_make_code:
 * @name: what people call it
 *
 * Returns: (transfer full): a code that says the same and that no indicator has yet
 */
char *
streek_definition_make_code (const StreekCatalogue *catalogue, const char *name)
{
  g_return_val_if_fail (catalogue != NULL && name != NULL, NULL);

  g_autofree char *ascii = g_str_to_ascii (name, "nl");
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && code->len < MAX_CODE_LENGTH - 4; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (code, g_ascii_tolower (*c));
    else if (code->len > 0 && code->str[code->len - 1] != '_')
      g_string_append_c (code, '_');

  while (code->len > 0 && code->str[code->len - 1] == '_')
    g_string_truncate (code, code->len - 1);

  if (code->len == 0 || !g_ascii_isalpha (code->str[0]))
    g_string_prepend (code, "i_");

  for (guint n = 2; is_taken (catalogue, code->str); n++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s_%u", code->str, n);

      if (!is_taken (catalogue, numbered))
        return g_steal_pointer (&numbered);
    }

  return g_strdup (code->str);
}

static gboolean
refuse (StreekIndicatorField *place,
        StreekIndicatorField field,
        GError **error,
        const char *sentence)
{
  if (place != NULL)
    *place = field;

  g_set_error_literal (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID, sentence);

  return FALSE;
}

/* Codes stand in formulas and on the command line. */
static gboolean
is_valid_code (const char *code)
{
  if (!g_ascii_islower (code[0]) || strlen (code) > MAX_CODE_LENGTH)
    return FALSE;

  for (const char *c = code; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '_')
      return FALSE;

  return TRUE;
}

static gboolean
check_needed (const StreekDefinition *definition, StreekIndicatorField *place, GError **error)
{
  if (*definition->fields[STREEK_INDICATOR_FIELD_NAME] == '\0')
    return refuse (place, STREEK_INDICATOR_FIELD_NAME, error, _ ("Give the indicator a name."));
  if (*definition->fields[STREEK_INDICATOR_FIELD_THEME] == '\0')
    return refuse (place, STREEK_INDICATOR_FIELD_THEME, error,
                   _ ("Say which theme it belongs to."));
  if (*definition->fields[STREEK_INDICATOR_FIELD_UNIT] == '\0')
    return refuse (place, STREEK_INDICATOR_FIELD_UNIT, error, _ ("Say what is counted: the unit."));

  return TRUE;
}

/**
 * streek_definition_fill:
 * @indicator: gets every field but the code
 * @place: (out) (optional): which field does not fit
 */
gboolean
streek_definition_fill (const StreekDefinition *definition,
                        StreekIndicator *indicator,
                        StreekIndicatorField *place,
                        GError **error)
{
  g_return_val_if_fail (definition != NULL && indicator != NULL, FALSE);

  for (guint i = 0; i < STREEK_INDICATOR_N_FIELDS; i++)
    if (!streek_indicator_set_field (indicator, i, definition->fields[i]))
      {
        g_autofree char *sentence =
          /* Translators: %s is what was typed. */
          g_strdup_printf (_ ("“%s” does not fit there."), definition->fields[i]);

        return refuse (place, i, error, sentence);
      }

  return TRUE;
}

/* Only what adds up, or is published for the very area, can be a component. */
static gboolean
check_component (const StreekDefinition *definition,
                 const StreekCatalogue *catalogue,
                 StreekIndicatorField field,
                 StreekIndicatorField *place,
                 GError **error)
{
  const char *code = definition->fields[field];
  const StreekIndicator *component = streek_catalogue_find (catalogue, code, NULL);

  if (component == NULL || strcmp (code, definition->code) == 0)
    {
      g_autofree char *sentence =
        /* Translators: %s is a code. */
        g_strdup_printf (_ ("There is no other indicator “%s”."), code);

      return refuse (place, field, error, sentence);
    }

  if (component->kind == STREEK_INDICATOR_RATIO || component->kind == STREEK_INDICATOR_FORMULA)
    return refuse (place, field, error,
                   _ ("Only counts can be summed and divided. Write a formula instead."));

  return TRUE;
}

static gboolean
check_formula (const StreekIndicator *indicator,
               const StreekCatalogue *catalogue,
               StreekIndicatorField *place,
               GError **error)
{
  g_auto (StreekFormulaProblem) problem = { 0 };

  if (indicator->kind != STREEK_INDICATOR_FORMULA || indicator->formula == NULL ||
      streek_indicator_check_formula (catalogue, indicator, &problem))
    return TRUE;

  return refuse (place, STREEK_INDICATOR_FIELD_FORMULA, error, problem.message);
}

static gboolean
check_components (const StreekDefinition *definition,
                  const StreekIndicator *indicator,
                  const StreekCatalogue *catalogue,
                  StreekIndicatorField *place,
                  GError **error)
{
  if (indicator->kind == STREEK_INDICATOR_RATIO &&
      (!check_component (definition, catalogue, STREEK_INDICATOR_FIELD_NUMERATOR, place, error) ||
       !check_component (definition, catalogue, STREEK_INDICATOR_FIELD_DENOMINATOR, place, error)))
    return FALSE;

  return indicator->weight == NULL ||
         check_component (definition, catalogue, STREEK_INDICATOR_FIELD_WEIGHT, place, error);
}

/* Each can be used, and is told apart by its name. */
static gboolean
check_limits (const StreekDefinition *definition, StreekIndicatorField *place, GError **error)
{
  const GPtrArray *rows = definition->links[STREEK_LINK_LIMITS];
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];
      g_autoptr (GError) problem = NULL;

      if (!streek_policy_limits_check ((const char *const *) row, &problem))
        return refuse (place, STREEK_INDICATOR_N_FIELDS, error, problem->message);

      if (!g_hash_table_add (names, g_utf8_casefold (row[STREEK_POLICY_NAME], -1)))
        {
          g_autofree char *sentence =
            /* Translators: %s is the name of class limits. */
            g_strdup_printf (_ ("Two sets of policy limits cannot both be called “%s”: give one of "
                                "them another name."),
                             row[STREEK_POLICY_NAME]);

          return refuse (place, STREEK_INDICATOR_N_FIELDS, error, sentence);
        }
    }

  return TRUE;
}

/**
 * streek_definition_check:
 * @catalogue: the indicators it may refer to
 * @place: (out) (optional): which field is wrong; %STREEK_INDICATOR_N_FIELDS: what belongs to it
 * @error: return location for %STREEK_INDICATOR_ERROR_INVALID
 *
 * Returns: whether the definition can be written
 */
gboolean
streek_definition_check (const StreekDefinition *definition,
                         const StreekCatalogue *catalogue,
                         StreekIndicatorField *place,
                         GError **error)
{
  g_return_val_if_fail (definition != NULL && catalogue != NULL, FALSE);

  StreekIndicator indicator = { .code = definition->code };

  if (!is_valid_code (definition->code) &&
      streek_catalogue_find (catalogue, definition->code, NULL) == NULL)
    return refuse (place, STREEK_INDICATOR_FIELD_NAME, error,
                   _ ("A code is made of small letters, digits and underscores, and begins with a "
                      "letter."));

  if (!check_needed (definition, place, error) ||
      !streek_definition_fill (definition, &indicator, place, error) ||
      !check_components (definition, &indicator, catalogue, place, error) ||
      !check_formula (&indicator, catalogue, place, error) ||
      !check_limits (definition, place, error))
    return FALSE;

  if (!streek_indicator_is_consistent (&indicator))
    return refuse (place, STREEK_INDICATOR_FIELD_KIND, error,
                   _ ("How it is computed does not fit its kind: a ratio has a numerator and a "
                      "denominator, a formula has a formula, and nothing else has."));

  return TRUE;
}

static gboolean
names_in_formula (const StreekIndicator *indicator, const char *code)
{
  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula =
    indicator->formula != NULL ? streek_formula_parse (indicator->formula, &problem) : NULL;

  for (guint i = 0; formula != NULL && i < streek_formula_get_n_operands (formula); i++)
    if (strcmp (streek_formula_get_operand (formula, i), code) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
uses (const StreekCatalogue *catalogue, const StreekIndicator *indicator, const char *code)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) breakdowns = NULL;
  g_autoptr (GPtrArray) gaps = NULL;

  if (strcmp (indicator->code, code) == 0)
    return FALSE;
  if (g_strcmp0 (indicator->numerator, code) == 0 ||
      g_strcmp0 (indicator->denominator, code) == 0 || g_strcmp0 (indicator->weight, code) == 0 ||
      names_in_formula (indicator, code))
    return TRUE;

  versions = streek_catalogue_list_versions (catalogue, indicator->code);
  breakdowns = streek_catalogue_list_breakdowns (catalogue, indicator->code);
  gaps = streek_catalogue_list_gaps (catalogue, code);

  for (guint i = 0; i < versions->len; i++)
    if (g_strcmp0 (((StreekDefinitionVersion *) versions->pdata[i])->follows, code) == 0)
      return TRUE;

  for (guint i = 0; i < breakdowns->len; i++)
    if (g_strv_contains ((const char *const *) ((StreekBreakdown *) breakdowns->pdata[i])->parts,
                         code))
      return TRUE;

  for (guint i = 0; i < gaps->len; i++)
    if (strcmp (((StreekSupplyNeed *) gaps->pdata[i])->gap, indicator->code) == 0)
      return TRUE;

  return FALSE;
}

/**
 * streek_catalogue_list_users:
 *
 * Returns: (transfer container) (element-type StreekIndicator): those that would lack something
 *   without @code, in the order of the catalogue
 */
GPtrArray *
streek_catalogue_list_users (const StreekCatalogue *catalogue, const char *code)
{
  g_return_val_if_fail (catalogue != NULL && code != NULL, NULL);

  GPtrArray *users = g_ptr_array_new ();

  for (guint i = 0; i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const StreekIndicator *indicator = streek_catalogue_get (catalogue, i);

      if (uses (catalogue, indicator, code))
        g_ptr_array_add (users, (gpointer) indicator);
    }

  return users;
}
