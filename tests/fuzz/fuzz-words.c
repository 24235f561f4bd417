/* fuzz-words.c: cells that pretend to be a number, a period, the name of an area or a point */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "../indicator/figure-fixture.h"
#include "exchange/streek-period-words.h"
#include "exchange/streek-source.h"
#include "fuzz-target.h"
#include "geo/streek-coordinates.h"
#include "indicator/streek-indicator-target.h"

#include <math.h>
#include <string.h>

/* What is no number has a reason, and what is one is finite; twice the same. */
static void
try_number (const char *text, gsize length)
{
  static const guint32 flags[] = { STREEK_FIELD_NONE, STREEK_FIELD_QUOTED, STREEK_FIELD_NUMBER };
  g_autoptr (StreekMissingWords) words = streek_missing_words_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    for (StreekMarks marks = STREEK_MARKS_UNDECIDED; marks <= STREEK_MARKS_COMMA; marks++)
      {
        StreekNumberEvidence evidence = { 0 };
        StreekNumberEvidence again = { 0 };
        StreekNumber number;
        StreekNumber second;
        StreekMarks decided;
        StreekNumberFault fault =
          streek_number_read (text, length, flags[i], words, marks, &evidence, &number);

        g_assert_cmpint (streek_number_read (text, length, flags[i], words, marks, &again, &second),
                         ==, fault);
        g_assert_cmpmem (&evidence, sizeof evidence, &again, sizeof again);
        streek_number_decide (&evidence, &decided);
        for (guint j = 0; j < STREEK_NUMBER_N_EXAMPLES; j++)
          g_assert_nonnull (memchr (evidence.examples[j], '\0', sizeof evidence.examples[j]));

        if (fault != STREEK_NUMBER_OK)
          continue;

        g_assert_cmpint (number.missing == STREEK_MISSING_NONE, ==, isfinite (number.value) != 0);
        g_assert_cmpint (number.missing, ==, second.missing);
        g_assert_true (number.missing != STREEK_MISSING_NONE || number.value == second.value);
        g_assert_nonnull (memchr (number.flag, '\0', sizeof number.flag));
      }
}

/* What a period is said to be can be written and read again, and lies inside the text. */
static void
try_period (const char *text, gsize length)
{
  StreekPeriod period;
  StreekPeriod again;
  StreekPeriodPart part;
  gsize start;
  gsize end;

  if (streek_period_words_parse (text, length, &period))
    {
      g_autofree char *written = streek_period_to_string (period);

      g_assert_true (streek_period_words_parse (written, strlen (written), &again));
      g_assert_true (streek_period_equal (period, again));
      g_assert_cmpint (streek_period_get_first_day (period), !=, STREEK_DATE_NONE);
    }

  if (streek_period_words_find (text, &period, &start, &end))
    {
      g_assert_cmpuint (start, <, end);
      g_assert_cmpuint (end, <=, strlen (text));
    }

  if (streek_period_words_parse_part (text, length, STREEK_PERIOD_QUARTER, &part))
    {
      g_assert_cmpuint (part.part, >=, 1);
      g_assert_cmpuint (part.part, <=, part.kind == STREEK_PERIOD_QUARTER ? 4 : 12);
    }
}

/* What is a point lies in or near Belgium, and is the same one when it is written and read again.
 */
static void
try_point (const char *text)
{
  StreekCoordinates found;
  StreekCoordinates again;

  streek_coordinates_read (text, text, &found);

  if (streek_coordinates_read_pair (text, &found) != STREEK_COORDINATES_OK)
    return;

  g_autofree char *written = streek_coordinates_dup_degrees (found.x, found.y, ',');

  g_assert_true (isfinite (found.x) && isfinite (found.y));

  /* at the edge of what is read the other systems reach a little further than degrees do */
  if (streek_coordinates_read_pair (written, &again) == STREEK_COORDINATES_OK)
    g_assert_cmpfloat (hypot (found.x - again.x, found.y - again.y), <, 2);
}

/* Recognised the same way twice; a level is a set that there is. */
static void
try_area (const char *text)
{
  static FigureFixture *fixture;
  static StreekImportTarget *target;

  if (fixture == NULL)
    {
      fixture = figure_fixture_new_letters ("ABCDEF");
      figure_fixture_reload (fixture);
      target = streek_indicator_target_new (fixture->db, fixture->areas, fixture->catalogue);
    }

  const char *level = target->get_level (target, text);

  g_assert_cmpint (target->recognise (target, text), ==, target->recognise (target, text));
  if (level != NULL)
    g_assert_nonnull (streek_areas_find_set (fixture->areas, level, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gsize length = strlen (text);

  /* cells are UTF-8 by the time they are looked at, and hold no NUL byte */
  if (!g_utf8_validate (text, (gssize) length, NULL))
    return 0;

  try_number (text, length);
  try_period (text, length);
  try_area (text);
  try_point (text);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  static const char *const texts[] = {
    "1.234.567,89",
    "-12 345.60 p",
    "ca. 1 000 €",
    "<5",
    "≈ 3,5 %",
    "1e+05",
    ": c",
    "999.999",
    "4de kwartaal 2023",
    "2023M07",
    "31/12/2019",
    "maart 2021",
    "1er trimestre 2020",
    "Op 1 januari 2019",
    "2019-Q3",
    "2010-2014",
    "Gemeente A",
    "gemeente2018",
    "B (streek ABC)",
    "streek:DEF",
    "~land:ALL",
    "Provincie A - B, C",
    "ABC/DEF",
    "land",
    "Sint-Niklaas (Luik)",
    "12,5 (e)",
    "#DIV/0!",
    "0.123",
    "51,3330; 3,2050",
    "POINT Z (3.205 51.333 4)",
    "51°19'58.8\"N 3°12'18\"E",
    "68.892 225.435",
    "SRID=31370;POINT(68892.5 225435.1)",
  };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (texts[i], strlen (texts[i])));

  fuzz_add_corpus (seeds, "words");

  return seeds;
}
