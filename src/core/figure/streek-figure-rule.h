/* streek-figure-rule.h: which areas of a figure a rule chooses: above 10, in class 3, the top 5 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

typedef enum
{
  STREEK_FIGURE_RULE_ABOVE,
  STREEK_FIGURE_RULE_AT_LEAST,
  STREEK_FIGURE_RULE_BELOW,
  STREEK_FIGURE_RULE_AT_MOST,
  STREEK_FIGURE_RULE_IN_CLASS,
  STREEK_FIGURE_RULE_TOP,
  STREEK_FIGURE_RULE_BOTTOM,
  STREEK_FIGURE_RULE_MISSING,
} StreekFigureRuleKind;

typedef struct
{
  StreekFigureRuleKind kind;
  double number;         /* of ABOVE, AT_LEAST, BELOW and AT_MOST, in the unit of the figure */
  const char *reference; /* (nullable): SET:CODE whose value stands in place of the number */
  guint n;               /* of IN_CLASS, from 1; how many of TOP and BOTTOM */
  guint n_second;        /* of IN_CLASS on a map of two indicators: the class of the other one */
} StreekFigureRule;

gboolean streek_figure_rule_parse (const char *text, StreekFigureRule *rule, GError **error);
/* (transfer container) (element-type utf8): codes in the order of the table, lent by @figure */
GPtrArray *streek_figure_list_chosen (const StreekFigure *figure,
                                      const StreekFigureRule *rule,
                                      GError **error);
