/* streek-figure-rule.c: which areas of a figure a rule chooses: above 10, in class 3, the top 5 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-rule.h"
#include "figure/streek-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const struct
{
  const char *sign;
  StreekFigureRuleKind kind;
} comparisons[] = {
  /* longer ones first */
  { ">=", STREEK_FIGURE_RULE_AT_LEAST },
  { "<=", STREEK_FIGURE_RULE_AT_MOST },
  { ">", STREEK_FIGURE_RULE_ABOVE },
  { "<", STREEK_FIGURE_RULE_BELOW },
};

static const struct
{
  const char *word;
  StreekFigureRuleKind kind;
} counts[] = {
  { "class ", STREEK_FIGURE_RULE_IN_CLASS },
  { "top ", STREEK_FIGURE_RULE_TOP },
  { "bottom ", STREEK_FIGURE_RULE_BOTTOM },
};

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (
    error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
    /* Translators: %s is what was typed; the words after it stay as they are. */
    _ ("“%s” is no rule. There are > NUMBER, >= NUMBER, < NUMBER, <= NUMBER, each "
       "also with SET:CODE in place of the number, class N, class N,N of two indicators, "
       "top N, bottom N and missing."),
    text);

  return FALSE;
}

static gboolean
parse_comparison (const char *text, StreekFigureRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      if (!g_str_has_prefix (text, comparisons[i].sign))
        continue;

      const char *value = text + strlen (comparisons[i].sign);
      char *end;

      while (g_ascii_isspace (*value))
        value++;
      rule->kind = comparisons[i].kind;
      rule->number = g_ascii_strtod (value, &end);
      if (end != value && *end == '\0' && isfinite (rule->number))
        return TRUE;

      const char *colon = strchr (value, ':');

      rule->reference = value;

      return colon != NULL && colon > value && colon[1] != '\0';
    }

  return FALSE;
}

/* "3", or of two indicators "3,1" */
static gboolean
parse_classes (const char *text, StreekFigureRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  guint n = g_strv_length (parts);
  guint64 classes[2] = { 0 };

  for (guint i = 0; i < n; i++)
    if (i >= G_N_ELEMENTS (classes) ||
        !g_ascii_string_to_unsigned (parts[i], 10, 1, G_MAXINT, &classes[i], NULL))
      return FALSE;

  rule->n = (guint) classes[0];
  rule->n_second = (guint) classes[1];

  return n > 0;
}

static gboolean
parse_count (const char *text, StreekFigureRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint64 n;

      if (!g_str_has_prefix (text, counts[i].word))
        continue;

      rule->kind = counts[i].kind;
      if (rule->kind == STREEK_FIGURE_RULE_IN_CLASS)
        return parse_classes (text + strlen (counts[i].word), rule);
      if (!g_ascii_string_to_unsigned (text + strlen (counts[i].word), 10, 1, G_MAXINT, &n, NULL))
        return FALSE;
      rule->n = (guint) n;

      return TRUE;
    }

  return FALSE;
}

/**
 * streek_figure_rule_parse:
 * @text: "> 10.5", ">= gewest:02000", "class 3", of two indicators "class 3,1", "top 5", "bottom
 * 5", "missing"; never in a language
 * @rule: (out): lends its reference from @text
 * @error: return location for %STREEK_FIGURE_ERROR_INVALID
 */
gboolean
streek_figure_rule_parse (const char *text, StreekFigureRule *rule, GError **error)
{
  g_return_val_if_fail (text != NULL && rule != NULL, FALSE);

  *rule = (StreekFigureRule){ 0 };
  if (strcmp (text, "missing") == 0)
    {
      rule->kind = STREEK_FIGURE_RULE_MISSING;
      return TRUE;
    }

  return parse_comparison (text, rule) || parse_count (text, rule) || refuse (text, error);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* What is at least so much may be more: nobody knows that it is below anything. */
static gboolean
may_be_below (const StreekFigure *figure, guint row)
{
  return row >= figure->n_rows || !figure->is_at_least[row];
}

/* The value of the last one of the @n highest or lowest; whoever has as much is among them. */
static double
find_limit (const StreekFigure *figure, guint column, guint n, gboolean highest)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint row = 0; row < streek_table_get_n_rows (figure->table); row++)
    {
      double value = streek_table_get_number (figure->table, row, column);

      if (!isnan (value) && (highest || may_be_below (figure, row)))
        g_array_append_val (values, value);
    }
  if (values->len == 0)
    return NAN;

  g_array_sort (values, compare_doubles);
  n = MIN (n, values->len);

  return g_array_index (values, double, highest ? values->len - n : n - 1);
}

/* As streek_figure_get_class() gives it. */
static int
get_wanted_class (const StreekFigure *figure, const StreekFigureRule *rule)
{
  return figure->pair_cells != NULL
           ? (int) streek_figure_get_cell (figure, rule->n - 1, rule->n_second - 1)
           : (int) rule->n - 1;
}

static gboolean
fits (
  const StreekFigure *figure, const StreekFigureRule *rule, guint row, double value, double limit)
{
  switch (rule->kind)
    {
    case STREEK_FIGURE_RULE_ABOVE:
      return value > limit;
    case STREEK_FIGURE_RULE_AT_LEAST:
    case STREEK_FIGURE_RULE_TOP:
      return value >= limit;
    case STREEK_FIGURE_RULE_BELOW:
      return value < limit && may_be_below (figure, row);
    case STREEK_FIGURE_RULE_AT_MOST:
    case STREEK_FIGURE_RULE_BOTTOM:
      return value <= limit && may_be_below (figure, row);
    case STREEK_FIGURE_RULE_IN_CLASS:
      return streek_figure_get_class (figure, row) == get_wanted_class (figure, rule);
    case STREEK_FIGURE_RULE_MISSING:
    default:
      /* of two indicators whoever lacks one of both is in no class */
      return figure->pair_cells != NULL ? figure->pair_cells[row] < 0 : isnan (value);
    }
}

/* Of two indicators: both classes must be said, and be there. */
static gboolean
check_pair (const StreekFigure *figure, const StreekFigureRule *rule, GError **error)
{
  guint n[2] = { 0 };

  for (guint axis = 0; axis < 2; axis++)
    if (figure->pair_classes[axis] != NULL)
      n[axis] = streek_classes_get_n (figure->pair_classes[axis]);

  if (n[0] == 0 || n[1] == 0)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                         _ ("The map has no classes. Choose areas by their value."));
  else if (rule->n_second == 0)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                         _ ("The map shows two indicators: say the class of each, as in class "
                            "2,3."));
  else if (rule->n > n[0] || rule->n_second > n[1])
    g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                 /* Translators: numbers of classes of two indicators */
                 _ ("There is no class %1$u,%2$u: the map has %3$u of the first indicator and "
                    "%4$u of the other."),
                 rule->n, rule->n_second, n[0], n[1]);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_class (const StreekFigure *figure, const StreekFigureRule *rule, GError **error)
{
  StreekClasses *classes = streek_figure_get_classes (figure);
  guint n = classes != NULL ? streek_classes_get_n (classes) : 0;

  if (rule->kind != STREEK_FIGURE_RULE_IN_CLASS)
    return TRUE;
  if (figure->spec->kind == STREEK_FIGURE_BIVARIATE)
    return check_pair (figure, rule, error);
  if (rule->n >= 1 && rule->n <= n && rule->n_second == 0)
    return TRUE;

  if (n == 0)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                         _ ("The map has no classes. Choose areas by their value."));
  else if (rule->n_second > 0)
    g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                         _ ("The classes of the map are of one indicator: say one of them, as in "
                            "class 2."));
  else
    g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
                 /* Translators: %1$u and %2$u are numbers. */
                 _ ("There is no class %1$u: the map has %2$u."), rule->n, n);

  return FALSE;
}

/**
 * streek_figure_list_chosen:
 * @rule: with the value of its reference as its number, where it has one
 * @error: return location for a #StreekFigureError: the figure has no values, or no such class
 *
 * Values are compared as they are, not as they are rounded for people. A missing value is neither
 * above nor below anything, and a sum of which a part is missing is below nothing. Areas with the
 * same value as the last of a top or bottom are in it.
 *
 * Returns: (transfer container) (element-type utf8): codes, or %NULL with @error set
 */
GPtrArray *
streek_figure_list_chosen (const StreekFigure *figure, const StreekFigureRule *rule, GError **error)
{
  g_return_val_if_fail (figure != NULL && rule != NULL, NULL);

  StreekTable *table = streek_figure_get_table (figure);
  int value_column = streek_table_find_column (table, "value");
  int code_column = streek_table_find_column (table, "code");

  if (value_column < 0 || code_column < 0 ||
      streek_table_get_column_type (table, (guint) value_column) != STREEK_COLUMN_NUMBER)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("The map shows no figures. Choose an indicator first."));
      return NULL;
    }
  if (!check_class (figure, rule, error))
    return NULL;

  gboolean ranks = rule->kind == STREEK_FIGURE_RULE_TOP || rule->kind == STREEK_FIGURE_RULE_BOTTOM;
  double limit =
    ranks ? find_limit (figure, (guint) value_column, rule->n, rule->kind == STREEK_FIGURE_RULE_TOP)
          : rule->number;
  GPtrArray *codes = g_ptr_array_new ();

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    if (fits (figure, rule, row, streek_table_get_number (table, row, (guint) value_column), limit))
      g_ptr_array_add (codes, (gpointer) streek_table_get_text (table, row, (guint) code_column));

  return codes;
}
