/* test-classes.c: class tables: limits, ties, labels and what is said of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-classes.h"
#include "base/streek-number.h"

#include <math.h>
#include <string.h>

/* The table as one line: "[0,5) 4 | [5,9] 2". */
static char *
to_text (StreekClasses *classes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    g_string_append_printf (
      text, "%s%g..%g %u", i > 0 ? " | " : "", streek_classes_get_lower (classes, i),
      streek_classes_get_upper (classes, i), streek_classes_get_count (classes, i));

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  StreekClassMethod method;
  const double values[12];
  gsize n_values;
  guint n_asked;
  int decimals;
  const double limits[4];
  guint n_limits;
  const char *expected;
} Case;

static const Case cases[] = {
  /* R 4.2: mean (x) + c (-1, 0, 1) * sd (x) is -0.75 10 20.75 */
  { "deviation-even",
    STREEK_CLASSES_DEVIATION,
    { 1, 2, 3, 4, 5, 8, 9, 12, 20, 36 },
    10,
    4,
    0,
    { 0 },
    0,
    "1..10 7 | 10..21 2 | 21..36 1" },
  /* R 4.2: mean (x) + c (-1.5, -.5, .5, 1.5) * sd (x) is -6.125 4.625 15.375 26.125 */
  { "deviation-odd",
    STREEK_CLASSES_DEVIATION,
    { 1, 2, 3, 4, 5, 8, 9, 12, 20, 36 },
    10,
    5,
    1,
    { 0 },
    0,
    "1..4.6 4 | 4.6..15.4 4 | 15.4..26.1 1 | 26.1..36 1" },
  /* R 4.2: exp (seq (log (1), log (36), length = 6)) is 1 2.048 4.193 8.586 17.581 36 */
  { "geometric",
    STREEK_CLASSES_GEOMETRIC,
    { 1, 2, 3, 4, 5, 8, 9, 12, 20, 36 },
    10,
    5,
    0,
    { 0 },
    0,
    "1..2 1 | 2..4 2 | 4..9 3 | 9..18 2 | 18..36 2" },
  /* by hand: 2 to 32 is 16 times, so 4 times for each of two */
  { "geometric-over-zero",
    STREEK_CLASSES_GEOMETRIC,
    { 0, 2, 8, 32 },
    4,
    2,
    0,
    { 0 },
    0,
    "0..8 2 | 8..32 2" },
  { "geometric-below-zero",
    STREEK_CLASSES_GEOMETRIC,
    { -32, -8, -4, -2 },
    4,
    2,
    0,
    { 0 },
    0,
    "-32..-8 1 | -8..-2 3" },
  /* U08; by hand: the zeros fill a class, the rest share the other ones */
  { "ties",
    STREEK_CLASSES_QUANTILE,
    { 0, 0, 0, 0, 5, 9 },
    6,
    4,
    0,
    { 0 },
    0,
    "0..5 4 | 5..8 1 | 8..9 1" },
  /* Hyndman & Fan definition 7 of 1 2 3 4 5 at a half: 3 (R: quantile (1:5, .5, type = 7)) */
  { "quantile-half",
    STREEK_CLASSES_QUANTILE,
    { 4, NAN, 1, 3, 2, 5 },
    6,
    2,
    0,
    { 0 },
    0,
    "1..3 2 | 3..5 3" },
  /* definition 7 of 1..10 at thirds: 1 + 9/3 = 4 and 7 */
  { "quantile-thirds",
    STREEK_CLASSES_QUANTILE,
    { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 },
    10,
    3,
    0,
    { 0 },
    0,
    "1..4 3 | 4..7 3 | 7..10 4" },
  /* definition 7 of 1.1 2.2 3.3 4.4 at quarters: 1.925 2.75 3.575, one decimal */
  { "quantile-rounded",
    STREEK_CLASSES_QUANTILE,
    { 1.1, 2.2, 3.3, 4.4 },
    4,
    4,
    1,
    { 0 },
    0,
    "1.1..1.9 1 | 1.9..2.8 1 | 2.8..3.6 1 | 3.6..4.4 1" },
  { "equal",
    STREEK_CLASSES_EQUAL,
    { 0, 1, 9, 10, 4, 5 },
    6,
    5,
    0,
    { 0 },
    0,
    "0..2 2 | 4..6 2 | 8..10 2" },
  { "equal-keeps-empty-out",
    STREEK_CLASSES_EQUAL,
    { 0, 100 },
    2,
    4,
    0,
    { 0 },
    0,
    "0..25 1 | 75..100 1" },
  /* the only cut of 1 2 3 | 50 51 | 99: roundest limits in (3, 50] and (51, 99] near the middle */
  { "natural",
    STREEK_CLASSES_NATURAL,
    { 1, 2, 3, 50, 51, 99 },
    6,
    3,
    0,
    { 0 },
    0,
    "1..50 3 | 50..80 2 | 80..99 1" },
  { "pretty",
    STREEK_CLASSES_PRETTY,
    { 3, 22, 41, 68, 97 },
    5,
    5,
    0,
    { 0 },
    0,
    "0..20 1 | 20..40 1 | 40..60 1 | 60..80 1 | 80..100 1" },
  { "pretty-across-zero", STREEK_CLASSES_PRETTY, { -4, 4 }, 2, 2, 0, { 0 }, 0, "-5..0 1 | 0..5 1" },
  { "manual",
    STREEK_CLASSES_MANUAL,
    { 5, 10, 15, 20, 40 },
    5,
    0,
    0,
    { 10, 20, 30 },
    3,
    "5..10 1 | 10..20 2 | 20..30 1 | 30..40 1" },
  { "manual-leaves-empty-out",
    STREEK_CLASSES_MANUAL,
    { 5, 25 },
    2,
    0,
    0,
    { 0, 10, 20, 90 },
    4,
    "0..10 1 | 20..90 1" },
  { "manual-finer-than-shown",
    STREEK_CLASSES_MANUAL,
    { 1.23, 1.27 },
    2,
    0,
    1,
    { 1.25 },
    1,
    "1.23..1.25 1 | 1.25..1.27 1" },
  { "all-equal", STREEK_CLASSES_QUANTILE, { 7, 7, 7 }, 3, 5, 0, { 0 }, 0, "7..7 3" },
  { "all-zero", STREEK_CLASSES_EQUAL, { 0, 0, -0.0 }, 3, 5, 0, { 0 }, 0, "0..0 3" },
  { "one-value", STREEK_CLASSES_NATURAL, { 3, NAN }, 2, 5, 1, { 0 }, 0, "3..3 1" },
  { "more-decimals-to-tell-apart",
    STREEK_CLASSES_EQUAL,
    { 0.01, 0.04 },
    2,
    2,
    0,
    { 0 },
    0,
    "0.01..0.03 1 | 0.03..0.04 1" },
  /* 16.25 is shown as 16.3 and so belongs to the class from 16.3 */
  { "value-is-classed-as-shown",
    STREEK_CLASSES_MANUAL,
    { 16.25, 10 },
    2,
    0,
    1,
    { 16.3 },
    1,
    "10..16.3 1 | 16.3..16.3 1" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekClasses) classes = streek_classes_new (
    c->method, c->values, c->n_values, c->n_asked, c->decimals, c->limits, c->n_limits, &error);

  g_assert_no_error (error);

  g_autofree char *text = to_text (classes);

  g_assert_cmpstr (text, ==, c->expected);
}

static void
test_properties_hold_for_any_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (guint trial = 0; trial < 3000; trial++)
    {
      double values[60];
      gsize n = g_rand_int_range (rand, 1, 61), n_present = 0;
      guint n_asked = g_rand_int_range (rand, 1, 10);
      int decimals = g_rand_int_range (rand, 0, 3);
      StreekClassMethod method = g_rand_int_range (rand, 0, STREEK_CLASSES_MANUAL);
      double spread = exp (g_rand_double_range (rand, -6, 12));
      guint counts[64] = { 0 };

      for (gsize i = 0; i < n; i++)
        {
          values[i] = round ((g_rand_double (rand) - 0.3) * 20) / 20 * spread;

          if (g_rand_int_range (rand, 0, 4) == 0)
            values[i] = 0;

          if (i > 0 && g_rand_int_range (rand, 0, 6) == 0)
            values[i] = NAN;

          n_present += isfinite (values[i]);
        }

      g_autoptr (GError) error = NULL;
      g_autoptr (StreekClasses) classes =
        streek_classes_new (method, values, n, n_asked, decimals, NULL, 0, &error);

      g_assert_no_error (error);

      guint n_classes = streek_classes_get_n (classes), total = 0;

      g_assert_cmpuint (n_classes, >=, 1);
      g_assert_cmpuint (n_classes, <=, n_asked);

      for (gsize i = 0; i < n; i++)
        {
          int found = streek_classes_find (classes, values[i]);

          g_assert_true ((found >= 0) == isfinite (values[i]));

          if (found >= 0)
            counts[found]++;
        }

      for (guint c = 0; c < n_classes; c++)
        {
          double lower = streek_classes_get_lower (classes, c);
          double upper = streek_classes_get_upper (classes, c);

          g_assert_cmpuint (counts[c], ==, streek_classes_get_count (classes, c));
          g_assert_cmpuint (counts[c], >, 0);
          g_assert_true (lower < upper || (lower == upper && c + 1 == n_classes));
          g_assert_true (c == 0 || streek_classes_get_upper (classes, c - 1) <= lower);
          g_assert_cmpfloat (lower, ==,
                             streek_number_round (lower, streek_classes_get_decimals (classes)));
          total += counts[c];
        }

      g_assert_cmpuint (total, ==, n_present);
      g_autofree char *message = streek_classes_dup_message (classes);
      g_assert_true ((message != NULL) == (n_classes < n_asked));
    }
}

static void
test_reduction_is_said (void)
{
  const double values[] = { 0, 0, 0, 0, 5, 9 };
  g_autoptr (StreekClasses) classes =
    streek_classes_new (STREEK_CLASSES_QUANTILE, values, 6, 4, 0, NULL, 0, NULL);
  g_autofree char *message = streek_classes_dup_message (classes);

  g_assert_cmpstr (message, ==, "classes: 4 asked, 3 possible");
}

static void
test_labels_of_whole_numbers (void)
{
  const double values[] = { 0, 10, 20, 1234 };
  const double limits[] = { 10, 20 };
  const StreekFormat *format = streek_format_get ("nl");
  g_autoptr (StreekClasses) classes =
    streek_classes_new (STREEK_CLASSES_MANUAL, values, 4, 0, 0, limits, 2, NULL);
  g_autofree char *first = streek_classes_format_label (classes, 0, format);
  g_autofree char *second = streek_classes_format_label (classes, 1, format);
  g_autofree char *last = streek_classes_format_label (classes, 2, format);

  g_assert_cmpstr (first, ==, "0–9");
  g_assert_cmpstr (second, ==, "10–19");
  g_assert_cmpstr (last, ==, "20–1.234");
}

static void
test_labels_of_decimals (void)
{
  const double values[] = { 1.5, 10, 20, 30.5, 30.5 };
  const double limits[] = { 10, 30.5 };
  const StreekFormat *format = streek_format_get ("nl");
  g_autoptr (StreekClasses) classes =
    streek_classes_new (STREEK_CLASSES_MANUAL, values, 5, 0, 1, limits, 2, NULL);
  g_autofree char *first = streek_classes_format_label (classes, 0, format);
  g_autofree char *last = streek_classes_format_label (classes, 2, format);

  g_assert_cmpstr (first, ==, "1,5 to < 10,0");
  g_assert_cmpstr (last, ==, "30,5");
}

static void
test_nothing_known_is_an_error (void)
{
  const double values[] = { NAN, NAN };
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_classes_new (STREEK_CLASSES_EQUAL, values, 2, 5, 0, NULL, 0, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES);
}

static void
test_own_limits_must_ascend (void)
{
  const double values[] = { 1, 2 };
  const double limits[][2] = { { 2, 1 }, { 1, 1 }, { 1, NAN }, { 1, INFINITY } };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        streek_classes_new (STREEK_CLASSES_MANUAL, values, 2, 0, 0, limits[i], 2, &error));
      g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_INVALID_LIMITS);
    }
}

static void
test_methods_have_ids (void)
{
  for (guint m = STREEK_CLASSES_QUANTILE; m < STREEK_N_CLASS_METHODS; m++)
    {
      StreekClassMethod found = STREEK_CLASSES_QUANTILE;

      g_assert_true (streek_class_method_from_id (streek_class_method_get_id (m), &found));
      g_assert_cmpuint (found, ==, m);
    }

  StreekClassMethod untouched = STREEK_CLASSES_EQUAL;

  g_assert_false (streek_class_method_from_id ("jenks", &untouched));
  g_assert_cmpuint (untouched, ==, STREEK_CLASSES_EQUAL);
}

typedef struct
{
  StreekClassMethod method;
  double reference;
  const double values[6];
  gsize n_values;
  guint n_asked;
  const double limits[2];
  guint n_limits;
  const char *expected;
  const int steps[6];
  gboolean zero_class;
} AroundCase;

/* All by hand. */
static const AroundCase around_cases[] = {
  /* distances 10 to 40, halfway at 25 */
  { STREEK_CLASSES_EQUAL,
    0,
    { -40, -20, -10, 10, 30 },
    5,
    4,
    { 0 },
    0,
    "-40..-25 1 | -25..0 2 | 0..25 1 | 25..30 1",
    { -2, -1, 1, 2 } },
  /* three are rounded up to two on each side; the empty one does not bring the other nearer */
  { STREEK_CLASSES_EQUAL, 0, { -40, 0, 3 }, 3, 3, { 0 }, 0, "-40..-20 1 | 0..20 2", { -2, 1 } },
  /* all on one side of a threshold; distances 5, 15, 25, halfway at 15 */
  { STREEK_CLASSES_EQUAL, 5, { 10, 20, NAN, 30 }, 4, 4, { 0 }, 0, "5..20 1 | 20..30 2", { 1, 2 } },
  /* own limits stay as they are, and one class holds the reference inside */
  { STREEK_CLASSES_MANUAL,
    0,
    { -40, -5, 3, 20 },
    4,
    0,
    { -10, 10 },
    2,
    "-40..-10 1 | -10..10 2 | 10..20 1",
    { -1, 0, 1 } },
  /* zeros are the middle; the other distances are 10 to 40, halfway at 25 */
  { STREEK_CLASSES_EQUAL,
    0,
    { -40, -10, 0, 10, 30 },
    5,
    5,
    { 0 },
    0,
    "-40..-25 1 | -25..0 1 | 0..0 1 | 1..25 1 | 25..30 1",
    { -2, -1, 0, 1, 2 },
    TRUE },
  /* zeros are one step of the lower side; the other distances are 2 to 10, halfway at 6 */
  { STREEK_CLASSES_EQUAL,
    10,
    { 0, 0, 4, 12, 20 },
    5,
    5,
    { 0 },
    0,
    "0..0 2 | 4..10 1 | 10..16 1 | 16..20 1",
    { -3, -1, 1, 2 },
    TRUE },
  /* nothing but zeros */
  { STREEK_CLASSES_QUANTILE, 0, { 0, 0 }, 2, 5, { 0 }, 0, "0..0 2", { 0 }, TRUE },
  /* R 4.2: sd (c (-6, -2, 1, 3, 9)) is 5.612, so 0 - 6, 0, 0 + 6 */
  { STREEK_CLASSES_DEVIATION,
    0,
    { -6, -2, 1, 3, 9 },
    5,
    4,
    { 0 },
    0,
    "-6..0 2 | 0..6 2 | 6..9 1",
    { -1, 1, 2 } },
};

typedef struct
{
  StreekClassMethod method;
  const double values[7];
  gsize n_values;
  guint n_asked;
  const double limits[2];
  const char *expected;
  const char *labels;
  gboolean is_explained;
} ZeroCase;

/* All by hand. */
static const ZeroCase zero_cases[] = {
  { STREEK_CLASSES_EQUAL,
    { 0, 0, 0, 2, 4, 6, 10 },
    7,
    3,
    { 0 },
    "0..0 3 | 2..6 2 | 6..10 2",
    "0; 2–5; 6–10",
    FALSE },
  /* a round limit at 0 makes place for the zeros */
  { STREEK_CLASSES_PRETTY,
    { 0, 0, 3, 12, 18 },
    5,
    3,
    { 0 },
    "0..0 2 | 1..10 1 | 10..20 2",
    "0; 1–9; 10–20",
    FALSE },
  /* a class that would reach over 0 is parted there */
  { STREEK_CLASSES_MANUAL,
    { -4, -1, 0, 2, 9 },
    5,
    0,
    { -2, 5 },
    "-4..-2 1 | -2..0 1 | 0..0 1 | 1..5 1 | 5..9 1",
    "−4 to −3; −2 to −1; 0; 1–4; 5–9",
    FALSE },
  { STREEK_CLASSES_EQUAL,
    { -4, -2, 0 },
    3,
    3,
    { 0 },
    "-4..-3 1 | -3..0 1 | 0..0 1",
    "−4; −3 to −1; 0",
    FALSE },
  { STREEK_CLASSES_NATURAL, { 0, 0 }, 2, 5, { 0 }, "0..0 2", "0", TRUE },
  { STREEK_CLASSES_EQUAL, { 1, 3, 5 }, 3, 2, { 0 }, "1..3 1 | 3..5 2", "1–2; 3–5", TRUE },
};

static void
test_zero_is_a_class_of_its_own (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zero_cases); i++)
    {
      const ZeroCase *item = &zero_cases[i];
      gboolean is_manual = item->method == STREEK_CLASSES_MANUAL;
      const StreekClassRequest request = { .method = item->method,
                                           .n_asked = item->n_asked,
                                           .manual = item->limits,
                                           .n_manual = is_manual ? 2 : 0,
                                           .reference = NAN,
                                           .zero_class = TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekClasses) classes =
        streek_classes_make (&request, item->values, item->n_values, &error);

      g_assert_no_error (error);

      g_autofree char *text = to_text (classes);
      g_autofree char *explanation = streek_classes_dup_explanation (classes);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint c = 0; c < streek_classes_get_n (classes); c++)
        {
          g_autofree char *label =
            streek_classes_format_label (classes, c, streek_format_get ("en"));

          g_string_append_printf (labels, "%s%s", c > 0 ? "; " : "", label);
        }

      g_assert_cmpstr (text, ==, item->expected);
      g_assert_cmpstr (labels->str, ==, item->labels);
      g_assert_true ((explanation != NULL) == item->is_explained);

      for (gsize v = 0; v < item->n_values; v++)
        {
          int found = streek_classes_find (classes, item->values[v]);

          g_assert_cmpint (found, >=, 0);
          g_assert_true (streek_classes_is_zero (classes, found) == (item->values[v] == 0));
        }
    }
}

/* The limits that are drawn, taken over as limits of one's own, make the same classes. */
static void
test_limits_make_the_same_classes (void)
{
  const double values[] = { -7, -2, 0, 0, 1, 3, 4, 8, 15, 22, 40, 61 };

  for (guint m = 0; m < STREEK_N_CLASS_METHODS; m++)
    for (guint zero = 0; zero < 2; zero++)
      {
        const double own[] = { 2, 20 };
        const StreekClassRequest request = { .method = m,
                                             .n_asked = 5,
                                             .manual = own,
                                             .n_manual = 2,
                                             .reference = NAN,
                                             .zero_class = zero };
        g_autoptr (StreekClasses) classes =
          streek_classes_make (&request, values, G_N_ELEMENTS (values), NULL);
        g_autoptr (GArray) limits = streek_classes_list_limits (classes);
        const StreekClassRequest again = { .method = STREEK_CLASSES_MANUAL,
                                           .manual = (const double *) (gpointer) limits->data,
                                           .n_manual = limits->len,
                                           .reference = NAN,
                                           /* of a policy zeros have no class of their own */
                                           .zero_class = zero && m != STREEK_CLASSES_POLICY };
        g_autoptr (StreekClasses) same =
          streek_classes_make (&again, values, G_N_ELEMENTS (values), NULL);

        for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
          g_assert_cmpint (streek_classes_find (classes, values[i]), ==,
                           streek_classes_find (same, values[i]));
      }
}

static void
test_differences_are_explained (void)
{
  const double values[] = { 0, 0, 0, 0, 5, 9 };
  const StreekClassRequest too_many = { .n_asked = 4, .reference = NAN };
  const StreekClassRequest empty = { .method = STREEK_CLASSES_EQUAL,
                                     .n_asked = 3,
                                     .reference = NAN };
  const StreekClassRequest series = { .method = STREEK_CLASSES_GEOMETRIC,
                                      .n_asked = 2,
                                      .reference = NAN };
  g_autoptr (StreekClasses) first = streek_classes_make (&too_many, values, 6, NULL);
  g_autoptr (StreekClasses) second = streek_classes_make (&empty, values, 5, NULL);
  g_autoptr (StreekClasses) third = streek_classes_make (&series, values, 6, NULL);
  g_autofree char *ties = streek_classes_dup_explanation (first);
  g_autofree char *gap = streek_classes_dup_explanation (second);
  g_autofree char *over = streek_classes_dup_explanation (third);

  g_assert_cmpstr (ties, ==,
                   "4 classes asked, 3 classes drawn. There are only 3 different values. Equal "
                   "values stay together, so that the classes hold from 1 to 4 areas.");
  g_assert_cmpstr (gap, ==, "3 classes asked, 2 classes drawn. There are only 2 different values.");
  g_assert_cmpstr (over, ==,
                   "A geometric series cannot begin at 0 or below it: the first class holds those "
                   "values too.");
}

static void
test_classes_lie_around_a_reference (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (around_cases); i++)
    {
      const AroundCase *item = &around_cases[i];
      const StreekClassRequest request = { .method = item->method,
                                           .n_asked = item->n_asked,
                                           .manual = item->limits,
                                           .n_manual = item->n_limits,
                                           .reference = item->reference,
                                           .zero_class = item->zero_class };
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekClasses) classes =
        streek_classes_make (&request, item->values, item->n_values, &error);

      g_assert_no_error (error);

      g_autofree char *text = to_text (classes);

      g_assert_cmpstr (text, ==, item->expected);
      g_assert_cmpfloat (streek_classes_get_reference (classes), ==, item->reference);

      for (guint c = 0; c < streek_classes_get_n (classes); c++)
        g_assert_cmpint (streek_classes_get_step (classes, c), ==, item->steps[c]);
    }
}

/* 1 to 8 in four equal classes, of which 2, 3 and 8 are shown: by hand. */
static void
test_shared_limits_count_what_is_shown (void)
{
  const double all[] = { 1, 2, 3, 4, 5, 6, 7, 8, NAN };
  const double shown[] = { 2, NAN, 3, 8 };
  const guint counts[] = { 1, 1, 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekClasses) classes =
    streek_classes_new (STREEK_CLASSES_QUANTILE, all, G_N_ELEMENTS (all), 4, 0, NULL, 0, &error);

  g_assert_no_error (error);
  streek_classes_recount (classes, shown, G_N_ELEMENTS (shown));
  g_assert_cmpuint (streek_classes_get_n (classes), ==, 4);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (streek_classes_get_count (classes, i), ==, counts[i]);

  g_autofree char *explanation = streek_classes_dup_explanation (classes);

  g_assert_null (explanation);
}

/* A policy says which classes there are, also where no value lies, and its ends are open. */
static void
test_policy_says_what_classes_there_are (void)
{
  const double values[] = { 3, 7.5, 10, NAN, 0, 19.99 }, limits[] = { 5, 10, 20, 30 };
  const StreekClassRequest request = { .method = STREEK_CLASSES_POLICY,
                                       .n_asked = 2,
                                       .n_most = 3,
                                       .decimals = 1,
                                       .manual = limits,
                                       .n_manual = G_N_ELEMENTS (limits),
                                       .reference = NAN,
                                       .zero_class = TRUE };
  /* 19,99 is shown as 20,0 */
  const guint counts[] = { 2, 1, 1, 1, 0 };
  const char *const labels[] = { "< 5,0", "5,0 to < 10,0", "10,0 to < 20,0", "20,0 to < 30,0",
                                 "≥ 30,0" };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekClasses) classes =
    streek_classes_make (&request, values, G_N_ELEMENTS (values), &error);
  const StreekFormat *dutch = streek_format_get ("nl");

  g_assert_no_error (error);
  g_assert_cmpuint (streek_classes_get_n (classes), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *label = streek_classes_format_label (classes, i, dutch);

      g_assert_cmpuint (streek_classes_get_count (classes, i), ==, counts[i]);
      g_assert_cmpstr (label, ==, labels[i]);
    }

  g_autofree char *message = streek_classes_dup_message (classes);
  g_autofree char *explanation = streek_classes_dup_explanation (classes);
  g_autoptr (GArray) same = streek_classes_list_limits (classes);

  g_assert_null (message);
  g_assert_null (explanation);
  g_assert_cmpint (streek_classes_find (classes, 1e9), ==, 4);
  g_assert_cmpint (streek_classes_find (classes, -1e9), ==, 0);
  g_assert_cmpmem (same->data, same->len * sizeof (double), limits, sizeof limits);
}

/* Below and above 10 in two colours: two steps down, three up. */
static void
test_policy_around_a_reference (void)
{
  const double values[] = { 3, 7, 12 }, limits[] = { 5, 10, 20, 30 };
  const int steps[] = { -2, -1, 1, 2, 3 };
  const StreekClassRequest request = { .method = STREEK_CLASSES_POLICY,
                                       .manual = limits,
                                       .n_manual = G_N_ELEMENTS (limits),
                                       .reference = 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekClasses) classes =
    streek_classes_make (&request, values, G_N_ELEMENTS (values), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_classes_get_n (classes), ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (streek_classes_get_step (classes, i), ==, steps[i]);
}

/* Both sides have -5 and 5 only, so of five classes two are possible; of seven a palette with two
 * arms has six at most, three on each side: distances 0,5 and 1,5 and 2,5, twice each, have their
 * quantiles at 1,2 and 1,8 (Hyndman & Fan 7, by hand). */
static void
test_reduction_around_a_reference_is_said (void)
{
  const double few[] = { -5, -5, 5, 5 }, many[] = { -2.5, -1.5, -0.5, 0.5, 1.5, 2.5 };
  const StreekClassRequest five = { .n_asked = 5, .n_most = 6, .reference = 0 };
  const StreekClassRequest seven = { .n_asked = 7, .n_most = 6, .decimals = 1, .reference = 0 };
  const StreekClassRequest six = { .n_asked = 5, .decimals = 1, .reference = 0 };
  g_autoptr (StreekClasses) two = streek_classes_make (&five, few, G_N_ELEMENTS (few), NULL);
  g_autoptr (StreekClasses) most = streek_classes_make (&seven, many, G_N_ELEMENTS (many), NULL);
  g_autoptr (StreekClasses) rounded = streek_classes_make (&six, many, G_N_ELEMENTS (many), NULL);
  g_autofree char *said_of_two = streek_classes_dup_message (two);
  g_autofree char *said_of_most = streek_classes_dup_message (most);
  g_autofree char *said_of_rounded = streek_classes_dup_message (rounded);

  g_assert_cmpstr (said_of_two, ==, "classes: 5 asked, 2 possible");
  g_assert_cmpstr (said_of_most, ==, "classes: 7 asked, 6 possible");
  g_assert_cmpuint (streek_classes_get_n (rounded), ==, 6);
  g_assert_null (said_of_rounded);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stats/classes/table/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/stats/classes/properties-hold-for-any-values",
                   test_properties_hold_for_any_values);
  g_test_add_func ("/stats/classes/reduction-is-said", test_reduction_is_said);
  g_test_add_func ("/stats/classes/reduction-around-a-reference-is-said",
                   test_reduction_around_a_reference_is_said);
  g_test_add_func ("/stats/classes/labels/of-whole-numbers", test_labels_of_whole_numbers);
  g_test_add_func ("/stats/classes/labels/of-decimals", test_labels_of_decimals);
  g_test_add_func ("/stats/classes/nothing-known-is-an-error", test_nothing_known_is_an_error);
  g_test_add_func ("/stats/classes/own-limits-must-ascend", test_own_limits_must_ascend);
  g_test_add_func ("/stats/classes/around-a-reference", test_classes_lie_around_a_reference);
  g_test_add_func ("/stats/classes/zero-is-a-class-of-its-own", test_zero_is_a_class_of_its_own);
  g_test_add_func ("/stats/classes/limits-make-the-same-classes",
                   test_limits_make_the_same_classes);
  g_test_add_func ("/stats/classes/differences-are-explained", test_differences_are_explained);
  g_test_add_func ("/stats/classes/shared-limits-count-what-is-shown",
                   test_shared_limits_count_what_is_shown);
  g_test_add_func ("/stats/classes/policy/says-what-classes-there-are",
                   test_policy_says_what_classes_there_are);
  g_test_add_func ("/stats/classes/policy/around-a-reference", test_policy_around_a_reference);
  g_test_add_func ("/stats/classes/methods-have-ids", test_methods_have_ids);

  return g_test_run ();
}
