/* streek-formula-expand.c: formulas over formulas and ratios, written out down to counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-catalogue-private.h"
#include "indicator/streek-formula-private.h"

#include <string.h>

typedef struct
{
  const StreekCatalogue *catalogue;
  StreekExpansion *expansion;
  gboolean has_periods;
  const char *missing; /* (nullable): what has no figures that go with the period */
} Work;

static gboolean expand_indicator (
  Work *work, const StreekIndicator *indicator, StreekPeriod period, guint level, guint *node);

static StreekExpansion *
make_empty (void)
{
  StreekExpansion *expansion = g_new0 (StreekExpansion, 1);

  expansion->formula = streek_formula_new ();
  expansion->codes = g_ptr_array_new_with_free_func (g_free);
  expansion->periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  return expansion;
}

void
streek_expansion_free (StreekExpansion *expansion)
{
  if (expansion == NULL)
    return;

  streek_formula_free (expansion->formula);
  g_ptr_array_unref (expansion->codes);
  g_array_unref (expansion->periods);
  g_free (expansion);
}

/* The same code in another period is another operand. */
static gboolean
add_operand (Work *work, const char *code, StreekPeriod period, guint *node)
{
  StreekExpansion *expansion = work->expansion;
  g_autofree char *when = work->has_periods ? streek_period_to_string (period) : g_strdup ("");
  g_autofree char *key = g_strdup_printf ("%s\n%s", code, when);
  guint operand = streek_formula_ensure_operand (expansion->formula, key);

  if (operand == expansion->codes->len)
    {
      g_ptr_array_add (expansion->codes, g_strdup (code));
      g_array_append_val (expansion->periods, period);
    }

  *node = streek_formula_add_node (expansion->formula,
                                   (StreekNode){ .kind = STREEK_NODE_OPERAND, .operand = operand });

  return operand < STREEK_FORMULA_MAX_OPERANDS;
}

static gboolean
fail_for (Work *work, const char *code)
{
  work->missing = code;

  return FALSE;
}

static gboolean
expand_ratio (
  Work *work, const StreekIndicator *ratio, StreekPeriod period, guint level, guint *node)
{
  StreekFormula *formula = work->expansion->formula;
  const StreekIndicator *numerator =
    streek_catalogue_find (work->catalogue, ratio->numerator, NULL);
  const StreekIndicator *denominator =
    streek_catalogue_find (work->catalogue, ratio->denominator, NULL);
  StreekPeriod below = period;
  guint left, right;

  if (numerator == NULL || denominator == NULL)
    return fail_for (work, ratio->code);

  if (work->has_periods &&
      !streek_catalogue_pick_denominator_period (work->catalogue, ratio, period, &below))
    return fail_for (work, ratio->denominator);

  if (!expand_indicator (work, numerator, period, level, &left) ||
      !expand_indicator (work, denominator, below, level, &right))
    return FALSE;

  guint quotient = streek_formula_add_node (
    formula, (StreekNode){ .kind = STREEK_NODE_DIVIDE, .left = left, .right = right });
  guint factor = streek_formula_add_node (
    formula, (StreekNode){ .kind = STREEK_NODE_NUMBER, .number = ratio->multiplier });

  *node = streek_formula_add_node (
    formula, (StreekNode){ .kind = STREEK_NODE_MULTIPLY, .left = quotient, .right = factor });

  return TRUE;
}

static gboolean
expand_formula (Work *work,
                const StreekIndicator *indicator,
                const StreekFormula *formula,
                StreekPeriod period,
                guint level,
                guint *node)
{
  g_autofree guint *nodes = g_new0 (guint, formula->operands->len + 1);

  for (guint i = 0; i < formula->operands->len; i++)
    {
      const char *code = streek_formula_get_operand (formula, i);
      const StreekIndicator *operand = streek_catalogue_find (work->catalogue, code, NULL);
      StreekPeriod when = period;

      if (operand == NULL)
        return fail_for (work, code);

      if (work->has_periods && !streek_catalogue_pick_operand_period (
                                 work->catalogue, indicator, operand, i == 0, period, &when))
        return fail_for (work, operand->code);

      if (!expand_indicator (work, operand, when, level, &nodes[i]))
        return FALSE;
    }

  if (work->expansion->formula->nodes->len + formula->nodes->len > STREEK_FORMULA_MAX_NODES)
    return FALSE;

  *node = streek_formula_append (work->expansion->formula, formula, nodes);

  return TRUE;
}

/* The whole must stand last, also where it is nothing but an operand that was there already. */
static gboolean
expand_indicator (
  Work *work, const StreekIndicator *indicator, StreekPeriod period, guint level, guint *node)
{
  if (level >= STREEK_FORMULA_MAX_LEVELS ||
      work->expansion->formula->nodes->len > STREEK_FORMULA_MAX_NODES)
    return FALSE;

  if (indicator->kind == STREEK_INDICATOR_RATIO)
    return expand_ratio (work, indicator, period, level + 1, node);
  if (indicator->kind != STREEK_INDICATOR_FORMULA)
    return add_operand (work, indicator->code, period, node);

  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (indicator->formula, &problem);

  return formula != NULL && expand_formula (work, indicator, formula, period, level + 1, node);
}

StreekExpansion *
streek_expansion_new (const StreekCatalogue *catalogue,
                      const StreekIndicator *indicator,
                      const StreekPeriod *period,
                      const char **missing)
{
  g_autoptr (StreekExpansion) expansion = make_empty ();
  Work work = { catalogue, expansion, period != NULL, NULL };
  guint root;
  gboolean done =
    expand_indicator (&work, indicator, period != NULL ? *period : (StreekPeriod){ 0 }, 0, &root);

  if (missing != NULL)
    *missing = work.missing;

  return done ? g_steal_pointer (&expansion) : NULL;
}

StreekExpansion *
streek_expansion_new_for_formula (const StreekCatalogue *catalogue, const StreekFormula *formula)
{
  g_autoptr (StreekExpansion) expansion = make_empty ();
  Work work = { catalogue, expansion, FALSE, NULL };
  guint root;

  return expand_formula (&work, NULL, formula, (StreekPeriod){ 0 }, 0, &root)
           ? g_steal_pointer (&expansion)
           : NULL;
}

/* Numbers are no counts: a count and a number do not add up. */
typedef enum
{
  SHAPE_NUMBER,
  SHAPE_SUM,
  SHAPE_ADDITIVE,
  SHAPE_OTHER,
} Shape;

static Shape
join_shapes (Shape left, Shape right)
{
  if ((left == SHAPE_NUMBER) != (right == SHAPE_NUMBER))
    return SHAPE_OTHER;

  return MAX (left, right);
}

static Shape
get_node_shape (const StreekNode *node, Shape left, Shape right)
{
  switch (node->kind)
    {
    case STREEK_NODE_NUMBER:
      return SHAPE_NUMBER;
    case STREEK_NODE_ADD:
      return join_shapes (left, right);
    case STREEK_NODE_SUBTRACT:
      return left == SHAPE_NUMBER && right == SHAPE_NUMBER
               ? SHAPE_NUMBER
               : MAX (join_shapes (left, right), SHAPE_ADDITIVE);
    case STREEK_NODE_MULTIPLY:
      return left == SHAPE_NUMBER ? right : right == SHAPE_NUMBER ? left : SHAPE_OTHER;
    case STREEK_NODE_DIVIDE:
      return right == SHAPE_NUMBER ? left : SHAPE_OTHER;
    case STREEK_NODE_NEGATE:
      /* a number below 0 turns a sum around, and nobody looks at its sign later */
      return left == SHAPE_NUMBER ? SHAPE_OTHER : MAX (left, SHAPE_ADDITIVE);
    case STREEK_NODE_PLAIN:
      return left;
    default:
      return SHAPE_OTHER;
    }
}

/**
 * streek_formula_get_shape:
 *
 * Returns: how the value of a larger area follows from those of its parts
 */
StreekFormulaShape
streek_formula_get_shape (const StreekFormula *formula, const StreekCatalogue *catalogue)
{
  g_return_val_if_fail (formula != NULL && catalogue != NULL, STREEK_FORMULA_OTHER);

  g_autoptr (StreekExpansion) expansion = streek_expansion_new_for_formula (catalogue, formula);

  if (expansion == NULL)
    return STREEK_FORMULA_OTHER;

  guint n = expansion->formula->nodes->len;
  g_autofree Shape *shapes = g_new (Shape, n);

  for (guint i = 0; i < n; i++)
    {
      const StreekNode *node = &g_array_index (expansion->formula->nodes, StreekNode, i);

      if (node->kind == STREEK_NODE_OPERAND)
        {
          const StreekIndicator *operand = streek_catalogue_find (
            catalogue, g_ptr_array_index (expansion->codes, node->operand), NULL);

          shapes[i] =
            operand != NULL && operand->kind == STREEK_INDICATOR_COUNT ? SHAPE_SUM : SHAPE_OTHER;
        }
      else
        shapes[i] =
          get_node_shape (node, node->kind >= STREEK_NODE_ADD ? shapes[node->left] : SHAPE_NUMBER,
                          streek_node_is_binary (node) ? shapes[node->right] : SHAPE_NUMBER);
    }

  return shapes[n - 1] == SHAPE_SUM        ? STREEK_FORMULA_SUM
         : shapes[n - 1] == SHAPE_ADDITIVE ? STREEK_FORMULA_ADDITIVE
                                           : STREEK_FORMULA_OTHER;
}

gboolean
streek_indicator_is_count (const StreekCatalogue *catalogue, const StreekIndicator *indicator)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL, FALSE);

  if (indicator->kind != STREEK_INDICATOR_FORMULA)
    return indicator->kind == STREEK_INDICATOR_COUNT;

  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (indicator->formula, &problem);

  return formula != NULL && streek_formula_get_shape (formula, catalogue) == STREEK_FORMULA_SUM;
}

GPtrArray *
streek_indicator_list_operands (const StreekCatalogue *catalogue, const StreekIndicator *indicator)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL, NULL);

  GPtrArray *codes = g_ptr_array_new ();
  g_autoptr (StreekExpansion) expansion = streek_expansion_new (catalogue, indicator, NULL, NULL);

  for (guint i = 0; expansion != NULL && i < expansion->codes->len; i++)
    {
      const StreekIndicator *operand =
        streek_catalogue_find (catalogue, g_ptr_array_index (expansion->codes, i), NULL);

      if (operand != NULL)
        g_ptr_array_add (codes, (gpointer) operand->code);
    }

  return codes;
}
