/* fuzz-formula.c: text that pretends to be a formula */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz-target.h"
#include "indicator/streek-formula.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (StreekFormulaProblem) problem = { 0 };

  /* what people type is always UTF-8, and a file is checked for it when it is read */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  g_autoptr (StreekFormula) formula = streek_formula_parse (text, &problem);

  if (formula == NULL)
    {
      /* an underline never runs out of the text, nor begins inside a letter */
      g_assert_nonnull (problem.message);
      g_assert_cmpuint (problem.offset + problem.length, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + problem.offset, -1, NULL));
      return 0;
    }

  guint n = streek_formula_get_n_operands (formula);
  g_autofree double *values = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = (double) i - 1;

  /* the same twice, whatever it is */
  double first = streek_formula_evaluate (formula, values);
  double second = streek_formula_evaluate (formula, values);

  g_assert_cmpint (memcmp (&first, &second, sizeof first), ==, 0);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  static const char *const texts[] = {
    "jobs / pop_15_64 * 100",
    "max (0; number (pop_0_2) - number (childcare_places))",
    "-(a + b) × 1,5 ÷ abs (c)",
    "min (a; b; 3",
  };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new (texts[i], strlen (texts[i])));

  fuzz_add_corpus (seeds, "formula");

  return seeds;
}
