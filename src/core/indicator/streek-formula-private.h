/* streek-formula-private.h: what the files of the formulas share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-formula.h"

/* So long a formula is a mistake, and an evaluation stays short. */
#define STREEK_FORMULA_MAX_BYTES 2000
#define STREEK_FORMULA_MAX_DEPTH 64
#define STREEK_FORMULA_MAX_NODES 10000
#define STREEK_FORMULA_MAX_OPERANDS 32
/* How many formulas may stand on each other. */
#define STREEK_FORMULA_MAX_LEVELS 32

typedef enum
{
  STREEK_NODE_NUMBER,
  STREEK_NODE_OPERAND,
  STREEK_NODE_ADD,
  STREEK_NODE_SUBTRACT,
  STREEK_NODE_MULTIPLY,
  STREEK_NODE_DIVIDE,
  STREEK_NODE_MIN,
  STREEK_NODE_MAX,
  STREEK_NODE_NEGATE, /* of left only, like those below */
  STREEK_NODE_ABS,
  STREEK_NODE_PLAIN, /* the number without its unit */
} StreekNodeKind;

/* Children always stand before their parent, so that every walk is a loop. */
typedef struct
{
  StreekNodeKind kind;
  guint left;
  guint right;
  double number;
  guint operand;
  gsize offset; /* of the operator or the word, for an underline */
  gsize length;
} StreekNode;

struct _StreekFormula
{
  GArray *nodes;       /* (element-type StreekNode): the last one is the whole */
  GPtrArray *operands; /* (element-type utf8) */
};

StreekFormula *streek_formula_new (void);
guint streek_formula_add_node (StreekFormula *formula, StreekNode node);
/* The number of the code, which is added where it is new. */
guint streek_formula_ensure_operand (StreekFormula *formula, const char *code);

void streek_formula_problem_set (StreekFormulaProblem *problem,
                                 StreekFormulaFault fault,
                                 gsize offset,
                                 gsize length,
                                 char *message);
/* A copy of another formula behind what is there, its operands replaced by nodes of ours. */
guint streek_formula_append (StreekFormula *formula,
                             const StreekFormula *other,
                             const guint *nodes_of_operands);

/* A formula down to counts and medians: other formulas and ratios written out. */
typedef struct
{
  StreekFormula *formula; /* its operands are keys, of no meaning */
  GPtrArray *codes;       /* (element-type utf8): of each operand */
  GArray *periods;        /* (element-type StreekPeriod): of each operand; kind NONE: not asked */
} StreekExpansion;

/* @period: of the result; %NULL where it does not matter. %NULL is returned where the formula
 * cannot be written out: it is circular, too long, or @missing has no figures that go with the
 * period. */
StreekExpansion *streek_expansion_new (const StreekCatalogue *catalogue,
                                       const StreekIndicator *indicator,
                                       const StreekPeriod *period,
                                       const char **missing);
StreekExpansion *streek_expansion_new_for_formula (const StreekCatalogue *catalogue,
                                                   const StreekFormula *formula);
void streek_expansion_free (StreekExpansion *expansion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekExpansion, streek_expansion_free)

static inline gboolean
streek_node_is_binary (const StreekNode *node)
{
  return node->kind >= STREEK_NODE_ADD && node->kind <= STREEK_NODE_MAX;
}
