/* streek-formula.c: reads a formula over indicators, and evaluates it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-formula-private.h"

#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef enum
{
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_WORD,
  TOKEN_SIGN, /* one of + - * / ( ) ; */
  TOKEN_WRONG,
} TokenKind;

typedef struct
{
  TokenKind kind;
  char sign;
  double number;
  gsize offset;
  gsize length;
} Token;

typedef struct
{
  const char *text;
  Token token; /* the next one */
  guint depth;
  StreekFormula *formula;
  StreekFormulaProblem *problem;
} Parser;

static const struct
{
  const char *name;
  StreekNodeKind kind;
} functions[] = {
  { "abs", STREEK_NODE_ABS },
  { "min", STREEK_NODE_MIN },
  { "max", STREEK_NODE_MAX },
  { "number", STREEK_NODE_PLAIN },
};

/* As people type and paste them. */
static const struct
{
  const char *text;
  char sign;
} signs[] = {
  { "+", '+' }, { "-", '-' }, { "*", '*' }, { "/", '/' }, { "(", '(' }, { ")", ')' },
  { ";", ';' }, { "−", '-' }, { "–", '-' }, { "×", '*' }, { "·", '*' }, { "÷", '/' },
};

static gboolean parse_sum (Parser *parser, guint *node);

void
streek_formula_problem_clear (StreekFormulaProblem *problem)
{
  g_clear_pointer (&problem->message, g_free);
}

void
streek_formula_problem_set (StreekFormulaProblem *problem,
                            StreekFormulaFault fault,
                            gsize offset,
                            gsize length,
                            char *message)
{
  *problem = (StreekFormulaProblem){ fault, offset, length, message };
}

StreekFormula *
streek_formula_new (void)
{
  StreekFormula *formula = g_new0 (StreekFormula, 1);

  formula->nodes = g_array_new (FALSE, FALSE, sizeof (StreekNode));
  formula->operands = g_ptr_array_new_with_free_func (g_free);

  return formula;
}

/**
 * streek_formula_free:
 * @formula: (nullable) (transfer full): a formula
 */
void
streek_formula_free (StreekFormula *formula)
{
  if (formula == NULL)
    return;

  g_array_unref (formula->nodes);
  g_ptr_array_unref (formula->operands);
  g_free (formula);
}

guint
streek_formula_add_node (StreekFormula *formula, StreekNode node)
{
  g_array_append_val (formula->nodes, node);

  return formula->nodes->len - 1;
}

guint
streek_formula_ensure_operand (StreekFormula *formula, const char *code)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (formula->operands, code, g_str_equal, &index))
    return index;

  g_ptr_array_add (formula->operands, g_strdup (code));

  return formula->operands->len - 1;
}

guint
streek_formula_append (StreekFormula *formula,
                       const StreekFormula *other,
                       const guint *nodes_of_operands)
{
  g_autofree guint *moved = g_new (guint, other->nodes->len + 1);

  for (guint i = 0; i < other->nodes->len; i++)
    {
      StreekNode node = g_array_index (other->nodes, StreekNode, i);

      if (node.kind == STREEK_NODE_OPERAND)
        {
          moved[i] = nodes_of_operands[node.operand];
          continue;
        }

      if (node.kind != STREEK_NODE_NUMBER)
        node.left = moved[node.left];
      if (streek_node_is_binary (&node))
        node.right = moved[node.right];

      moved[i] = streek_formula_add_node (formula, node);
    }

  return moved[other->nodes->len - 1];
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* Digits with a point or a comma among them; no exponent, which is easily taken for a code. */
static Token
read_number (const char *text, gsize offset)
{
  gsize length = strspn (text + offset, "0123456789.,");
  g_autofree char *digits = g_strndup (text + offset, length);
  Token token = { .kind = TOKEN_NUMBER, .offset = offset, .length = length };

  g_strdelimit (digits, ",", '.');

  if (!streek_number_parse (digits, &token.number) || !isfinite (token.number))
    token.kind = TOKEN_WRONG;

  return token;
}

static Token
read_token (const char *text, gsize offset)
{
  while (g_ascii_isspace (text[offset]) || g_str_has_prefix (text + offset, "\u00a0"))
    offset += g_ascii_isspace (text[offset]) ? 1 : strlen ("\u00a0");

  Token token = { .kind = TOKEN_END, .offset = offset };

  if (text[offset] == '\0')
    return token;
  if (g_ascii_isdigit (text[offset]))
    return read_number (text, offset);

  while (is_word_byte (text[offset + token.length]))
    token.length++;

  if (token.length > 0)
    {
      token.kind = TOKEN_WORD;
      return token;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text + offset, signs[i].text))
      return (Token){ .kind = TOKEN_SIGN,
                      .sign = signs[i].sign,
                      .offset = offset,
                      .length = strlen (signs[i].text) };

  token.kind = TOKEN_WRONG;
  token.length = (gsize) (g_utf8_next_char (text + offset) - (text + offset));

  return token;
}

static void
advance (Parser *parser)
{
  parser->token = read_token (parser->text, parser->token.offset + parser->token.length);
}

static gboolean
is_sign (const Parser *parser, char sign)
{
  return parser->token.kind == TOKEN_SIGN && parser->token.sign == sign;
}

static char *
dup_token (const Parser *parser)
{
  return g_strndup (parser->text + parser->token.offset, parser->token.length);
}

static gboolean
fail (Parser *parser, StreekFormulaFault fault, char *message)
{
  streek_formula_problem_set (parser->problem, fault, parser->token.offset, parser->token.length,
                              message);

  return FALSE;
}

static gboolean
fail_at_token (Parser *parser)
{
  g_autofree char *word = dup_token (parser);

  if (parser->token.kind == TOKEN_END)
    return fail (parser, STREEK_FORMULA_SYNTAX,
                 g_strdup (_ ("The formula stops too early: an indicator, a number or a bracket "
                              "is missing.")));

  /* Translators: %s is a piece of a formula. */
  return fail (parser, STREEK_FORMULA_SYNTAX,
               g_strdup_printf (_ ("“%s” cannot stand here."), word));
}

static gboolean
expect_sign (Parser *parser, char sign)
{
  if (is_sign (parser, sign))
    {
      advance (parser);
      return TRUE;
    }

  if (sign == ')' && parser->token.kind == TOKEN_END)
    return fail (parser, STREEK_FORMULA_SYNTAX, g_strdup (_ ("A bracket is not closed.")));

  return fail_at_token (parser);
}

static guint
add_operation (Parser *parser, StreekNodeKind kind, guint left, guint right, const Token *at)
{
  return streek_formula_add_node (
    parser->formula,
    (StreekNode){
      .kind = kind, .left = left, .right = right, .offset = at->offset, .length = at->length });
}

/* The arguments of min and max are taken two by two. */
static gboolean
parse_arguments (Parser *parser, StreekNodeKind kind, const Token *name, guint *node)
{
  gboolean takes_more = kind == STREEK_NODE_MIN || kind == STREEK_NODE_MAX;

  if (!parse_sum (parser, node))
    return FALSE;

  if (!takes_more)
    *node = add_operation (parser, kind, *node, 0, name);
  else if (!is_sign (parser, ';'))
    return fail (parser, STREEK_FORMULA_SYNTAX,
                 g_strdup (_ ("Two values are needed here, with a semicolon between them.")));

  while (takes_more && is_sign (parser, ';'))
    {
      guint next;

      advance (parser);

      if (!parse_sum (parser, &next))
        return FALSE;

      *node = add_operation (parser, kind, *node, next, name);
    }

  return expect_sign (parser, ')');
}

static gboolean
parse_word (Parser *parser, guint *node)
{
  Token word = parser->token;
  g_autofree char *text = dup_token (parser);

  advance (parser);

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (is_sign (parser, '(') && strcmp (text, functions[i].name) == 0)
      {
        advance (parser);
        return parse_arguments (parser, functions[i].kind, &word, node);
      }

  guint operand = streek_formula_ensure_operand (parser->formula, text);

  *node = streek_formula_add_node (parser->formula, (StreekNode){ .kind = STREEK_NODE_OPERAND,
                                                                  .operand = operand,
                                                                  .offset = word.offset,
                                                                  .length = word.length });

  if (operand < STREEK_FORMULA_MAX_OPERANDS)
    return TRUE;

  parser->token = word;

  return fail (parser, STREEK_FORMULA_TOO_LONG,
               g_strdup_printf (_ ("A formula can have %d different indicators at most."),
                                STREEK_FORMULA_MAX_OPERANDS));
}

static gboolean
parse_primary (Parser *parser, guint *node)
{
  if (parser->token.kind == TOKEN_NUMBER)
    {
      *node =
        streek_formula_add_node (parser->formula, (StreekNode){ .kind = STREEK_NODE_NUMBER,
                                                                .number = parser->token.number,
                                                                .offset = parser->token.offset,
                                                                .length = parser->token.length });
      advance (parser);
      return TRUE;
    }

  if (parser->token.kind == TOKEN_WORD)
    return parse_word (parser, node);
  if (!is_sign (parser, '('))
    return fail_at_token (parser);

  advance (parser);

  return parse_sum (parser, node) && expect_sign (parser, ')');
}

static gboolean
parse_signed (Parser *parser, guint *node)
{
  Token sign = parser->token;
  gboolean is_negative = FALSE;

  while (is_sign (parser, '-') || is_sign (parser, '+'))
    {
      is_negative ^= is_sign (parser, '-');
      advance (parser);
    }

  if (!parse_primary (parser, node))
    return FALSE;
  if (is_negative)
    *node = add_operation (parser, STREEK_NODE_NEGATE, *node, 0, &sign);

  return TRUE;
}

static gboolean
parse_product (Parser *parser, guint *node)
{
  if (!parse_signed (parser, node))
    return FALSE;

  while (is_sign (parser, '*') || is_sign (parser, '/'))
    {
      Token sign = parser->token;
      guint next;

      advance (parser);

      if (!parse_signed (parser, &next))
        return FALSE;

      *node = add_operation (parser, sign.sign == '*' ? STREEK_NODE_MULTIPLY : STREEK_NODE_DIVIDE,
                             *node, next, &sign);
    }

  return TRUE;
}

static gboolean
parse_sum (Parser *parser, guint *node)
{
  if (++parser->depth > STREEK_FORMULA_MAX_DEPTH)
    return fail (parser, STREEK_FORMULA_TOO_LONG,
                 g_strdup (_ ("There are too many brackets inside each other.")));

  if (!parse_product (parser, node))
    return FALSE;

  while (is_sign (parser, '+') || is_sign (parser, '-'))
    {
      Token sign = parser->token;
      guint next;

      advance (parser);

      if (!parse_product (parser, &next))
        return FALSE;

      *node = add_operation (parser, sign.sign == '+' ? STREEK_NODE_ADD : STREEK_NODE_SUBTRACT,
                             *node, next, &sign);
    }

  parser->depth--;

  return TRUE;
}

static gboolean
parse_whole (Parser *parser)
{
  guint root;

  if (strlen (parser->text) > STREEK_FORMULA_MAX_BYTES)
    return fail (parser, STREEK_FORMULA_TOO_LONG, g_strdup (_ ("The formula is too long.")));

  advance (parser);

  if (!parse_sum (parser, &root))
    return FALSE;
  if (parser->token.kind != TOKEN_END)
    return fail_at_token (parser);

  if (parser->formula->operands->len == 0)
    {
      parser->token = (Token){ .length = strlen (parser->text) };
      return fail (parser, STREEK_FORMULA_NO_INDICATOR,
                   g_strdup (_ ("There is no indicator in the formula, only numbers.")));
    }

  return TRUE;
}

/**
 * streek_formula_parse:
 * @text: UTF-8: numbers, codes of indicators, + - * / and brackets, and the functions abs (a),
 *   min (a; b), max (a; b) and number (a), which leaves the unit out. A number has a point or a
 *   comma.
 * @problem: (out): what is wrong and where; clear with streek_formula_problem_clear()
 *
 * Returns: (transfer full): the formula, or %NULL with @problem filled
 */
StreekFormula *
streek_formula_parse (const char *text, StreekFormulaProblem *problem)
{
  g_return_val_if_fail (text != NULL && problem != NULL, NULL);

  *problem = (StreekFormulaProblem){ 0 };

  g_autoptr (StreekFormula) formula = streek_formula_new ();
  Parser parser = { .text = text, .formula = formula, .problem = problem };

  return parse_whole (&parser) ? g_steal_pointer (&formula) : NULL;
}

guint
streek_formula_get_n_operands (const StreekFormula *formula)
{
  g_return_val_if_fail (formula != NULL, 0);

  return formula->operands->len;
}

/**
 * streek_formula_get_operand:
 * @index: a number below streek_formula_get_n_operands()
 *
 * Returns: (transfer none): the code
 */
const char *
streek_formula_get_operand (const StreekFormula *formula, guint index)
{
  g_return_val_if_fail (formula != NULL && index < formula->operands->len, NULL);

  return g_ptr_array_index (formula->operands, index);
}

static double
compute (const StreekNode *node, double left, double right, const double *values)
{
  switch (node->kind)
    {
    case STREEK_NODE_NUMBER:
      return node->number;
    case STREEK_NODE_OPERAND:
      return values[node->operand];
    case STREEK_NODE_ADD:
      return left + right;
    case STREEK_NODE_SUBTRACT:
      return left - right;
    case STREEK_NODE_MULTIPLY:
      return left * right;
    case STREEK_NODE_DIVIDE:
      return right != 0 ? left / right : NAN;
    case STREEK_NODE_MIN:
      return isnan (left) || isnan (right) ? NAN : MIN (left, right);
    case STREEK_NODE_MAX:
      return isnan (left) || isnan (right) ? NAN : MAX (left, right);
    case STREEK_NODE_NEGATE:
      return -left;
    case STREEK_NODE_ABS:
      return fabs (left);
    default:
      return left;
    }
}

/**
 * streek_formula_evaluate:
 * @values: (array): one per operand, finite
 *
 * Returns: the value; NAN where something is divided by 0, infinite where it grows too large
 */
double
streek_formula_evaluate (const StreekFormula *formula, const double *values)
{
  g_return_val_if_fail (formula != NULL && values != NULL, NAN);

  guint n = formula->nodes->len;
  g_autofree double *results = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const StreekNode *node = &g_array_index (formula->nodes, StreekNode, i);
      gboolean has_left = node->kind >= STREEK_NODE_ADD;

      results[i] = compute (node, has_left ? results[node->left] : 0,
                            streek_node_is_binary (node) ? results[node->right] : 0, values);
    }

  return results[n - 1];
}
