/* streek-formula-check.c: whether a formula makes sense: names, units, ratios, circles */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-formula-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* personen/km²: names with a power each, in alphabetical order. */
typedef struct
{
  gboolean is_free; /* a bare number, which takes the unit of what it is added to */
  GArray *powers;   /* (element-type Power) */
} Unit;

typedef struct
{
  const char *name; /* interned */
  int exponent;
} Power;

typedef struct
{
  const StreekFormula *formula;
  const StreekCatalogue *catalogue;
  StreekFormulaProblem *problem;
} Check;

static const StreekNode *
get_node (const StreekFormula *formula, guint index)
{
  return &g_array_index (formula->nodes, StreekNode, index);
}

static void
clear_unit (gpointer data)
{
  Unit *unit = data;

  g_clear_pointer (&unit->powers, g_array_unref);
}

static void
add_power (GArray *powers, const char *name, int exponent)
{
  guint i = 0;

  while (i < powers->len && strcmp (g_array_index (powers, Power, i).name, name) < 0)
    i++;

  if (i < powers->len && strcmp (g_array_index (powers, Power, i).name, name) == 0)
    {
      g_array_index (powers, Power, i).exponent += exponent;

      if (g_array_index (powers, Power, i).exponent == 0)
        g_array_remove_index (powers, i);

      return;
    }

  Power power = { g_intern_string (name), exponent };

  g_array_insert_val (powers, i, power);
}

static void
add_name (GArray *powers, const char *text, int exponent)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  /* "%" and "per 100" count nothing */
  if (*name != '\0' && strcmp (name, "%") != 0 && !g_ascii_isdigit (*name))
    add_power (powers, name, exponent);
}

/* "inwoners/km²", "werkzoekenden per vacature", "per 100", "%" */
static Unit
read_unit (const char *text)
{
  Unit unit = { FALSE, g_array_new (FALSE, FALSE, sizeof (Power)) };
  g_autofree char *spaced = g_strconcat (" ", text, NULL);
  const char *per = strstr (spaced, " per ");
  const char *slash = strchr (spaced, '/');
  const char *cut = per != NULL ? per : slash;

  if (cut == NULL)
    {
      add_name (unit.powers, spaced, 1);
      return unit;
    }

  g_autofree char *above = g_strndup (spaced, (gsize) (cut - spaced));

  add_name (unit.powers, above, 1);
  add_name (unit.powers, cut + (per != NULL ? strlen (" per ") : 1), -1);

  return unit;
}

static Unit
combine (const Unit *a, const Unit *b, int sign)
{
  Unit unit = { a->is_free && b->is_free, g_array_new (FALSE, FALSE, sizeof (Power)) };

  for (guint i = 0; i < a->powers->len; i++)
    add_power (unit.powers, g_array_index (a->powers, Power, i).name,
               g_array_index (a->powers, Power, i).exponent);

  for (guint i = 0; i < b->powers->len; i++)
    add_power (unit.powers, g_array_index (b->powers, Power, i).name,
               sign * g_array_index (b->powers, Power, i).exponent);

  return unit;
}

static Unit
copy_unit (const Unit *unit)
{
  return (Unit){ unit->is_free, g_array_ref (unit->powers) };
}

static gboolean
are_equal (const Unit *a, const Unit *b)
{
  if (a->powers->len != b->powers->len)
    return FALSE;

  for (guint i = 0; i < a->powers->len; i++)
    if (g_array_index (a->powers, Power, i).name != g_array_index (b->powers, Power, i).name ||
        g_array_index (a->powers, Power, i).exponent !=
          g_array_index (b->powers, Power, i).exponent)
      return FALSE;

  return TRUE;
}

static void
append_powers (GString *text, const Unit *unit, int sign)
{
  gsize start = text->len;

  for (guint i = 0; i < unit->powers->len; i++)
    {
      const Power *power = &g_array_index (unit->powers, Power, i);
      int exponent = sign * power->exponent;

      if (exponent <= 0)
        continue;

      g_string_append_printf (text, "%s%s", text->len > start ? "·" : "", power->name);

      if (exponent > 1)
        g_string_append_printf (text, "^%d", exponent);
    }
}

/* "jobs/personen", "1/km²", "" */
static char *
write_unit (const Unit *unit)
{
  GString *text = g_string_new (NULL);

  append_powers (text, unit, 1);

  gsize above = text->len;
  g_autoptr (GString) below = g_string_new (NULL);

  append_powers (below, unit, -1);

  if (below->len > 0)
    g_string_append_printf (text, "%s/%s", above == 0 ? "1" : "", below->str);

  return g_string_free (text, FALSE);
}

static char *
name_unit (const Unit *unit)
{
  char *text = write_unit (unit);

  if (*text != '\0')
    return text;

  g_free (text);

  return g_strdup (_ ("a number without a unit"));
}

static void
fail_at (Check *check, const StreekNode *node, StreekFormulaFault fault, char *message)
{
  streek_formula_problem_set (check->problem, fault, node->offset, node->length, message);
}

/* How many letters to change to get from one word to the other (Levenshtein 1966). */
static guint
measure_distance (const char *a, const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;

  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;

      for (gsize j = 1; j <= n; j++)
        {
          guint changed =
            diagonal + (g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[j - 1]) ? 1 : 0);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n];
}

static const char *
suggest_code (const StreekCatalogue *catalogue, const char *word)
{
  const StreekIndicator *called = streek_catalogue_lookup (catalogue, word);
  guint least = (guint) MAX (2, strlen (word) / 3) + 1;
  const char *suggestion = called != NULL ? called->code : NULL;

  for (guint i = 0; called == NULL && i < streek_catalogue_get_n_indicators (catalogue); i++)
    {
      const char *code = streek_catalogue_get (catalogue, i)->code;
      guint distance = measure_distance (word, code);

      if (distance < least)
        {
          least = distance;
          suggestion = code;
        }
    }

  return suggestion;
}

static gboolean
check_names (Check *check)
{
  for (guint i = 0; i < check->formula->nodes->len; i++)
    {
      const StreekNode *node = get_node (check->formula, i);

      if (node->kind != STREEK_NODE_OPERAND)
        continue;

      const char *code = streek_formula_get_operand (check->formula, node->operand);

      if (streek_catalogue_find (check->catalogue, code, NULL) != NULL)
        continue;

      const char *suggestion = suggest_code (check->catalogue, code);

      fail_at (check, node, STREEK_FORMULA_UNKNOWN_CODE,
               suggestion != NULL
                 /* Translators: two codes of indicators. */
                 ? g_strdup_printf (_ ("There is no indicator “%1$s”. Did you mean “%2$s”?"), code,
                                    suggestion)
                 /* Translators: a code of an indicator. */
                 : g_strdup_printf (_ ("There is no indicator “%s”."), code));
      return FALSE;
    }

  return TRUE;
}

/* Whether the figures of @code are computed, directly or through others, from @wanted. */
static gboolean
leans_on (const StreekCatalogue *catalogue, const char *code, const char *wanted, GHashTable *seen)
{
  const StreekIndicator *indicator = streek_catalogue_find (catalogue, code, NULL);

  if (strcmp (code, wanted) == 0)
    return TRUE;
  if (indicator == NULL || !g_hash_table_add (seen, (gpointer) indicator->code))
    return FALSE;
  if (indicator->kind == STREEK_INDICATOR_RATIO)
    return leans_on (catalogue, indicator->numerator, wanted, seen) ||
           leans_on (catalogue, indicator->denominator, wanted, seen);
  if (indicator->kind != STREEK_INDICATOR_FORMULA)
    return FALSE;

  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (indicator->formula, &problem);

  for (guint i = 0; formula != NULL && i < formula->operands->len; i++)
    if (leans_on (catalogue, streek_formula_get_operand (formula, i), wanted, seen))
      return TRUE;

  return FALSE;
}

static gboolean
check_circles (Check *check, const char *own_code)
{
  for (guint i = 0; own_code != NULL && i < check->formula->nodes->len; i++)
    {
      const StreekNode *node = get_node (check->formula, i);

      if (node->kind != STREEK_NODE_OPERAND)
        continue;

      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const char *code = streek_formula_get_operand (check->formula, node->operand);

      if (!leans_on (check->catalogue, code, own_code, seen))
        continue;

      fail_at (check, node, STREEK_FORMULA_CIRCULAR,
               strcmp (code, own_code) == 0
                 ? g_strdup (_ ("An indicator cannot be computed from itself."))
                 /* Translators: a code of an indicator. */
                 : g_strdup_printf (_ ("“%s” is itself computed from this indicator."), code));
      return FALSE;
    }

  return TRUE;
}

static const StreekIndicator *
get_indicator (Check *check, const StreekNode *node)
{
  return streek_catalogue_find (check->catalogue,
                                streek_formula_get_operand (check->formula, node->operand), NULL);
}

/* What to write in place of a ratio. */
static char *
write_in_full (const StreekIndicator *indicator)
{
  if (indicator->kind == STREEK_INDICATOR_FORMULA)
    return g_strdup_printf ("(%s)", indicator->formula);
  if (indicator->multiplier == 1)
    return g_strdup_printf ("(%s / %s)", indicator->numerator, indicator->denominator);

  return g_strdup_printf ("(%s / %s * %g)", indicator->numerator, indicator->denominator,
                          indicator->multiplier);
}

static gboolean
is_ratio (Check *check, const StreekIndicator *indicator)
{
  if (indicator->kind != STREEK_INDICATOR_FORMULA)
    return indicator->kind == STREEK_INDICATOR_RATIO;

  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (indicator->formula, &problem);

  return formula != NULL &&
         streek_formula_get_shape (formula, check->catalogue) == STREEK_FORMULA_OTHER;
}

/* For every node the ratio that stands in it by name, times a number perhaps; -1: none. */
static gboolean
check_ratios (Check *check)
{
  guint n = check->formula->nodes->len;
  g_autofree gint64 *ratios = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      const StreekNode *node = get_node (check->formula, i);
      gboolean is_sum = node->kind == STREEK_NODE_ADD || node->kind == STREEK_NODE_SUBTRACT;

      ratios[i] = -1;

      if (node->kind == STREEK_NODE_OPERAND)
        ratios[i] = is_ratio (check, get_indicator (check, node)) ? (gint64) i : -1;
      else if (node->kind >= STREEK_NODE_NEGATE)
        ratios[i] = ratios[node->left];
      else if (node->kind == STREEK_NODE_MULTIPLY || node->kind == STREEK_NODE_DIVIDE)
        {
          if (get_node (check->formula, node->right)->kind == STREEK_NODE_NUMBER)
            ratios[i] = ratios[node->left];
          else if (get_node (check->formula, node->left)->kind == STREEK_NODE_NUMBER)
            ratios[i] = ratios[node->right];
        }
      else if (is_sum && (ratios[node->left] >= 0 || ratios[node->right] >= 0))
        {
          gint64 at = ratios[node->left] >= 0 ? ratios[node->left] : ratios[node->right];
          const StreekNode *culprit = get_node (check->formula, (guint) at);
          const StreekIndicator *indicator = get_indicator (check, culprit);
          g_autofree char *full = write_in_full (indicator);

          fail_at (check, culprit, STREEK_FORMULA_RATIO_SUMMED,
                   /* Translators: the name of an indicator, then a formula. */
                   g_strdup_printf (_ ("“%1$s” is a ratio, and ratios cannot be added up. Use what "
                                       "it is made of: %2$s."),
                                    indicator->name, full));
          return FALSE;
        }
    }

  return TRUE;
}

/* What is added must be of one unit; FALSE with the problem set where it is not. */
static gboolean
add_units (Check *check, const StreekNode *node, const Unit *a, const Unit *b, Unit *unit)
{
  if (a->is_free || b->is_free || are_equal (a, b))
    {
      *unit = copy_unit (a->is_free ? b : a);
      return TRUE;
    }

  g_autofree char *first = name_unit (a);
  g_autofree char *second = name_unit (b);

  fail_at (check, node, STREEK_FORMULA_UNITS,
           /* Translators: two units, such as personen and euro. */
           g_strdup_printf (_ ("Left of this sign is %1$s, right of it %2$s: those cannot be added "
                               "or compared. Divide one by the other, or write number (…) around "
                               "both to leave the units out."),
                            first, second));

  return FALSE;
}

static gboolean
derive_unit (Check *check, const StreekNode *node, GArray *units, Unit *unit)
{
  const Unit *left =
    node->kind >= STREEK_NODE_ADD ? &g_array_index (units, Unit, node->left) : NULL;
  const Unit *right =
    streek_node_is_binary (node) ? &g_array_index (units, Unit, node->right) : NULL;

  switch (node->kind)
    {
    case STREEK_NODE_NUMBER:
    case STREEK_NODE_PLAIN:
      *unit = (Unit){ TRUE, g_array_new (FALSE, FALSE, sizeof (Power)) };
      return TRUE;
    case STREEK_NODE_OPERAND:
      *unit = read_unit (get_indicator (check, node)->unit);
      return TRUE;
    case STREEK_NODE_MULTIPLY:
      *unit = combine (left, right, 1);
      return TRUE;
    case STREEK_NODE_DIVIDE:
      *unit = combine (left, right, -1);
      return TRUE;
    case STREEK_NODE_NEGATE:
    case STREEK_NODE_ABS:
      *unit = copy_unit (left);
      return TRUE;
    default:
      return add_units (check, node, left, right, unit);
    }
}

static gboolean
check_units (Check *check, char **result)
{
  g_autoptr (GArray) units = g_array_new (FALSE, TRUE, sizeof (Unit));

  g_array_set_clear_func (units, clear_unit);

  for (guint i = 0; i < check->formula->nodes->len; i++)
    {
      Unit unit = { 0 };

      if (!derive_unit (check, get_node (check->formula, i), units, &unit))
        return FALSE;

      g_array_append_val (units, unit);
    }

  if (result != NULL)
    *result = write_unit (&g_array_index (units, Unit, units->len - 1));

  return TRUE;
}

/**
 * streek_formula_check:
 * @catalogue: the indicators it may name
 * @code: (nullable): of the indicator that gets the formula, which must not come back in it
 * @unit: (out) (optional) (transfer full): the unit of what comes out, "jobs/personen"; empty
 *   where there is none
 * @problem: (out): the first thing that is wrong, and where
 *
 * Counts of one unit can be added up; dividing gives a unit per unit. A ratio that is named under
 * a plus or a minus is refused, because what staff mean is nearly always the ratio of the sums.
 *
 * Returns: whether the formula makes sense
 */
gboolean
streek_formula_check (const StreekFormula *formula,
                      const StreekCatalogue *catalogue,
                      const char *code,
                      char **unit,
                      StreekFormulaProblem *problem)
{
  g_return_val_if_fail (formula != NULL && catalogue != NULL && problem != NULL, FALSE);

  Check check = { formula, catalogue, problem };

  *problem = (StreekFormulaProblem){ 0 };

  return check_names (&check) && check_circles (&check, code) && check_ratios (&check) &&
         check_units (&check, unit);
}

gboolean
streek_indicator_check_formula (const StreekCatalogue *catalogue,
                                const StreekIndicator *indicator,
                                StreekFormulaProblem *problem)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL && problem != NULL, FALSE);
  g_return_val_if_fail (indicator->formula != NULL, FALSE);

  g_autoptr (StreekFormula) formula = streek_formula_parse (indicator->formula, problem);

  return formula != NULL &&
         streek_formula_check (formula, catalogue, indicator->code, NULL, problem);
}
