/* streek-formula.h: a formula over indicators, as people write it: jobs / pop_15_64 * 100 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"

typedef enum
{
  STREEK_FORMULA_SYNTAX,
  STREEK_FORMULA_TOO_LONG,
  STREEK_FORMULA_NO_INDICATOR, /* numbers only */
  STREEK_FORMULA_UNKNOWN_CODE,
  STREEK_FORMULA_CIRCULAR,
  STREEK_FORMULA_RATIO_SUMMED,
  STREEK_FORMULA_UNITS,
} StreekFormulaFault;

/* What is wrong, and where; clear with streek_formula_problem_clear(). */
typedef struct
{
  StreekFormulaFault fault;
  gsize offset; /* in bytes */
  gsize length; /* 0: at the very end */
  char *message;
} StreekFormulaProblem;

void streek_formula_problem_clear (StreekFormulaProblem *problem);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekFormulaProblem, streek_formula_problem_clear)

/* Immutable. */
typedef struct _StreekFormula StreekFormula;

/* @problem: (out): filled where NULL is returned */
StreekFormula *streek_formula_parse (const char *text, StreekFormulaProblem *problem);
void streek_formula_free (StreekFormula *formula);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekFormula, streek_formula_free)

/* The codes in it, each once, in the order in which they come up. */
guint streek_formula_get_n_operands (const StreekFormula *formula);
const char *streek_formula_get_operand (const StreekFormula *formula, guint index);

/* @values: (array): one per operand, finite. NAN where it divides by 0 or grows too large. */
double streek_formula_evaluate (const StreekFormula *formula, const double *values);

/* Whether names are known, units fit, no ratio is summed and nothing is computed from itself.
 * @code: (nullable): of the indicator that gets the formula
 * @unit: (out) (optional) (transfer full): what comes out of it, "" for a bare number */
gboolean streek_formula_check (const StreekFormula *formula,
                               const StreekCatalogue *catalogue,
                               const char *code,
                               char **unit,
                               StreekFormulaProblem *problem);

/* The formula of an indicator of that kind, parsed and checked as above. */
gboolean streek_indicator_check_formula (const StreekCatalogue *catalogue,
                                         const StreekIndicator *indicator,
                                         StreekFormulaProblem *problem);

/* How a formula behaves when areas are joined. */
typedef enum
{
  STREEK_FORMULA_SUM,      /* adds counts up: the whole is the sum of its parts */
  STREEK_FORMULA_ADDITIVE, /* adds and takes away */
  STREEK_FORMULA_OTHER,    /* divides, or more */
} StreekFormulaShape;

/* Whether it is a count or a sum of counts: drawn as circles, and at least so much where a part is
 * missing. */
gboolean streek_indicator_is_count (const StreekCatalogue *catalogue,
                                    const StreekIndicator *indicator);
/* (transfer container) (element-type utf8): the counts and medians that a ratio or a formula is
 * made of in the end, itself where it is one; the strings live as long as the catalogue */
GPtrArray *streek_indicator_list_operands (const StreekCatalogue *catalogue,
                                           const StreekIndicator *indicator);

StreekFormulaShape streek_formula_get_shape (const StreekFormula *formula,
                                             const StreekCatalogue *catalogue);
