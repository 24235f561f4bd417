/* test-reference-figures.c: the figures that ship, held against published ones */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"

#include "base/streek-number.h"

#include <math.h>
#include <string.h>

static FigureFixture *fixture;

/* From the stats README (own sums of Statbel's published municipalities, and Statbel's totals) and
 * from the streekpact of Zuid-West-Vlaanderen, which prints 319 114. */
static void
test_inhabitants_of_regions (void)
{
  static const struct
  {
    const char *area;
    const char *on;
    const char *period;
    double value;
  } cases[] = {
    { "project:W13", "2019-01-01", "2019", 319114 },
    { "arrondissement:34000", "2019-01-01", "2019", 290706 },
    { "gewest:02000", "2018-01-01", "2018", 6552967 },
    { "gewest:02000", "2024-01-01", "2024", 6821770 },
    { "gemeente:37022", "2025-01-01", "2024", 31750 },  /* Tielt with Meulebeke */
    { "gemeente:37021", "2025-01-01", "2024", 20645 },  /* Wingene with Ruiselede */
    { "gemeente:11002", "2025-01-01", "2024", 556138 }, /* Antwerpen with Borsbeek */
    { "gemeente:33029", "2019-01-01", "2019", 18767 },
    { "gemeente:37017", "2019-01-01", "2019", 9641 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (
      figure_fixture_get (fixture, "pop_total", cases[i].area, cases[i].on, cases[i].period), ==,
      cases[i].value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture = figure_fixture_open_template ();
  g_test_add_func ("/indicator/reference/inhabitants-of-regions", test_inhabitants_of_regions);

  int status = g_test_run ();

  figure_fixture_free (fixture);

  return status;
}
