/* streek-plan-timing.c: since when and until when, as plans say it in one cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-timing.h"

#include "exchange/streek-period-words.h"
#include "search/streek-fold.h"

#include <string.h>

/* Nobody writes when in more than a line. */
#define MAX_LENGTH 200

static const char *const ongoing_words[] = {
  "doorlopend",     "doorlopende",      "permanent",     "permanente",       "continu",
  "continue",       "ongoing",          "continuous",    "hele periode",     "volledige periode",
  "gehele periode", "hele looptijd",    "ganse periode", "hele planperiode", "volledige looptijd",
  "en continu",     "toute la periode", "whole period",  "looptijd plan",
};

static const char *const first_words[] = { "vanaf ", "van ", "sinds ",       "start ", "from ",
                                           "since ", "des ", "à partir de ", "begin " };
static const char *const last_words[] = { "tegen ",  "tot en met ", "t.e.m. ",    "tem ",
                                          "t/m ",    "tot ",        "voor eind ", "uiterlijk ",
                                          "eind ",   "einde ",      "by ",        "until ",
                                          "before ", "jusqu'à ",    "fin " };
/* Between first and last; longer ones first. */
static const char *const links[] = { " tot en met ", " t.e.m. ", " t/m ", " tem ", " tot ",
                                     " until ",      " to ",     " - ",   " / ",   " en ",
                                     " & ",          " à ",      "-",     "/" };

/* Parts of a year that are no quarter: their first and last month. Spring and autumn are those of
 * the weather (March to May, September to November), as KMI counts them. */
static const struct
{
  const char *word;
  guint first;
  guint last;
} stretches[] = {
  { "voorjaar", 3, 5 },
  { "lente", 3, 5 },
  { "spring", 3, 5 },
  { "printemps", 3, 5 },
  { "zomer", 6, 8 },
  { "summer", 6, 8 },
  { "ete", 6, 8 },
  { "najaar", 9, 11 },
  { "herfst", 9, 11 },
  { "autumn", 9, 11 },
  { "automne", 9, 11 },
  { "eerste helft", 1, 6 },
  { "1e helft", 1, 6 },
  { "1ste helft", 1, 6 },
  { "eerste jaarhelft", 1, 6 },
  { "eerste semester", 1, 6 },
  { "1e semester", 1, 6 },
  { "1ste semester", 1, 6 },
  { "first half", 1, 6 },
  { "h1", 1, 6 },
  { "s1", 1, 6 },
  { "tweede helft", 7, 12 },
  { "2e helft", 7, 12 },
  { "2de helft", 7, 12 },
  { "tweede jaarhelft", 7, 12 },
  { "tweede semester", 7, 12 },
  { "2e semester", 7, 12 },
  { "2de semester", 7, 12 },
  { "second half", 7, 12 },
  { "h2", 7, 12 },
  { "s2", 7, 12 },
};
/* Within a year that begins in September. */
static const char *const school_words[] = { "schooljaar ", "academiejaar ", "werkjaar ",
                                            "school year " };
/* What only says that a stretch of years follows. */
static const char *const years_words[] = { "legislatuur ",      "bestuursperiode ",
                                           "planperiode ",      "beleidsperiode ",
                                           "programmaperiode ", "jaren ",
                                           "in de loop van ",   "in " };
/* In front of a year: which part of it, roughly. */
static const char *const edge_words[] = { "begin ",     "midden ",    "medio ", "half ",
                                          "eind ",      "einde ",     "start ", "in de loop van ",
                                          "beginning ", "middle of ", "end of " };

/* Folded, dashes alike, one blank between words. */
static char *
tidy (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  GString *tidied = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter))
        {
          gap = tidied->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (tidied, ' ');
      gap = FALSE;
      if (g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION)
        g_string_append_c (tidied, '-');
      else
        g_string_append_unichar (tidied, letter);
    }

  return g_string_free (tidied, FALSE);
}

static gboolean
parse_one (const char *text, gsize length, StreekPeriod *period)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, length));

  return *bare != '\0' && (streek_period_parse (bare, period, NULL) ||
                           streek_period_words_parse (bare, strlen (bare), period));
}

/* "voorjaar 2026", "2de helft van 2026" */
static gboolean
parse_stretch (const char *text, gsize length, StreekPeriod *first, StreekPeriod *last)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, length));

  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    {
      const char *rest =
        g_str_has_prefix (bare, stretches[i].word) ? bare + strlen (stretches[i].word) : NULL;
      StreekPeriod year;

      if (rest == NULL || *rest != ' ' || !parse_one (rest, strlen (rest), &year) ||
          year.kind != STREEK_PERIOD_YEAR)
        continue;

      g_autofree char *from = g_strdup_printf ("%04d-%02u", year.year, stretches[i].first);
      g_autofree char *until = g_strdup_printf ("%04d-%02u", year.year, stretches[i].last);

      return streek_period_parse (from, first, NULL) && streek_period_parse (until, last, NULL);
    }

  return FALSE;
}

static const char *skip_prefix (const char *text, const char *const *words, guint n);

/* One end of a stretch of time. @is_last: of what it says, the end counts */
static gboolean
parse_edge (
  const char *text, gsize length, gboolean is_last, StreekPeriod *period, StreekPlanTiming *timing)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, length));
  StreekPeriod first, last;

  if (parse_one (bare, strlen (bare), period))
    return TRUE;

  if (parse_stretch (bare, strlen (bare), &first, &last))
    {
      timing->is_rough = TRUE;
      *period = is_last ? last : first;
      return TRUE;
    }

  const char *year = skip_prefix (bare, edge_words, G_N_ELEMENTS (edge_words));

  return year != NULL && parse_one (year, strlen (year), period);
}

/* "2020-22" is shorthand of years; "2020-06" is a month, which was tried before. */
static gboolean
parse_short_year (const char *text, StreekPeriod first, StreekPeriod *last)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (first.kind != STREEK_PERIOD_YEAR || strlen (bare) != 2 || !g_ascii_isdigit (bare[0]) ||
      !g_ascii_isdigit (bare[1]))
    return FALSE;

  *last = streek_period_from_year (first.year / 100 * 100 + atoi (bare));

  return TRUE;
}

/* "2025-2026" of a school year: from September until August */
static gboolean
parse_school_year (const char *text, StreekPlanTiming *timing)
{
  g_auto (GStrv) years = g_strsplit_set (text, "-/", 2);
  StreekPeriod first, last;

  if (g_strv_length (years) != 2 || !parse_one (years[0], strlen (years[0]), &first) ||
      first.kind != STREEK_PERIOD_YEAR ||
      !(parse_one (years[1], strlen (years[1]), &last) ||
        parse_short_year (years[1], first, &last)) ||
      last.kind != STREEK_PERIOD_YEAR || last.year != first.year + 1)
    return FALSE;

  g_autofree char *from = g_strdup_printf ("%04d-09", first.year);
  g_autofree char *until = g_strdup_printf ("%04d-08", last.year);

  timing->is_rough = TRUE;

  return streek_period_parse (from, &timing->starts, NULL) &&
         streek_period_parse (until, &timing->ends, NULL);
}

/* "Q1" beside a year that stands with the other: "Q1-Q3 2021". */
static gboolean
parse_part (const char *text, gsize length, StreekPeriod beside, StreekPeriod *period)
{
  g_autofree char *bare = g_strstrip (g_strndup (text, length));
  StreekPeriodPart part;
  int year = streek_period_get_first_day (beside) != STREEK_DATE_NONE ? beside.year : 0;

  if (*bare == '\0' || year == 0 ||
      !streek_period_words_parse_part (bare, strlen (bare), STREEK_PERIOD_NONE, &part))
    return FALSE;

  g_autofree char *full = part.kind == STREEK_PERIOD_QUARTER
                            ? g_strdup_printf ("%04d-Q%u", year, part.part)
                            : g_strdup_printf ("%04d-%02u", year, part.part);

  return streek_period_parse (full, period, NULL);
}

static gboolean
is_in_order (StreekPeriod first, StreekPeriod last)
{
  return streek_period_get_first_day (first) <= streek_period_get_last_day (last);
}

static gboolean
parse_between (const char *text, const char *link, StreekPlanTiming *timing)
{
  for (const char *at = strstr (text, link); at != NULL; at = strstr (at + 1, link))
    {
      gsize length = (gsize) (at - text);
      const char *rest = at + strlen (link);
      StreekPeriod first, last;
      gboolean has_first = parse_edge (text, length, FALSE, &first, timing);
      gboolean has_last = parse_edge (rest, strlen (rest), TRUE, &last, timing);

      if (!has_first && has_last)
        has_first = parse_part (text, length, last, &first);
      if (has_first && !has_last)
        has_last =
          parse_part (rest, strlen (rest), first, &last) || parse_short_year (rest, first, &last);

      if (has_first && has_last && is_in_order (first, last))
        {
          timing->starts = first;
          timing->ends = last;
          return TRUE;
        }
    }

  timing->is_rough = FALSE;

  return FALSE;
}

/* "2020, 2021 en 2022": years one after the other. */
static gboolean
parse_years (const char *text, StreekPlanTiming *timing)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;+&", -1);
  int first = 0, last = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) years = g_strsplit (parts[i], " en ", -1);

      for (guint j = 0; years[j] != NULL; j++)
        {
          StreekPeriod year;

          if (!parse_one (years[j], strlen (years[j]), &year) || year.kind != STREEK_PERIOD_YEAR ||
              (first != 0 && year.year != last + 1))
            return FALSE;
          first = first == 0 ? year.year : first;
          last = year.year;
        }
    }

  timing->starts = streek_period_from_year (first);
  timing->ends = streek_period_from_year (last);

  return first != last;
}

static const char *
skip_prefix (const char *text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = streek_fold (words[i], NULL);

      if (g_str_has_prefix (text, folded))
        return text + strlen (folded);
    }

  return NULL;
}

static gboolean
is_ongoing (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (ongoing_words); i++)
    if (strcmp (text, ongoing_words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* "2021 - doorlopend", "doorlopend vanaf 2021", "2021 en verder" */
static gboolean
parse_open (const char *text, StreekPlanTiming *timing)
{
  static const char *const ends[] = { " - ...", "-...", " en later", " en verder",
                                      " e.v.",  "-",    " >" };
  g_auto (GStrv) words = g_strsplit_set (text, " -,", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]) &&
        parse_one (text, strlen (text) - strlen (ends[i]), &timing->starts))
      return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    if (is_ongoing (words[i]))
      timing->is_ongoing = TRUE;
    else if (*words[i] != '\0' && strcmp (words[i], "vanaf") != 0 &&
             strcmp (words[i], "sinds") != 0)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? "-" : "", words[i]);

  if (timing->is_ongoing && parse_one (rest->str, rest->len, &timing->starts))
    return TRUE;

  timing->is_ongoing = FALSE;

  return FALSE;
}

gboolean
streek_plan_timing_parse (const char *text, StreekPlanTiming *timing)
{
  g_return_val_if_fail (text != NULL && timing != NULL, FALSE);

  *timing = (StreekPlanTiming){ 0 };

  if (strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  g_autofree char *tidied = tidy (text);

  if (is_ongoing (tidied))
    {
      timing->is_ongoing = TRUE;
      return TRUE;
    }
  if (parse_one (tidied, strlen (tidied), &timing->starts))
    {
      timing->ends = timing->starts;
      return TRUE;
    }

  timing->is_rough = parse_stretch (tidied, strlen (tidied), &timing->starts, &timing->ends);
  if (timing->is_rough)
    return TRUE;

  const char *school = skip_prefix (tidied, school_words, G_N_ELEMENTS (school_words));
  const char *years = skip_prefix (tidied, years_words, G_N_ELEMENTS (years_words));

  if (school != NULL && parse_school_year (school, timing))
    return TRUE;
  if (years != NULL && streek_plan_timing_parse (years, timing))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (parse_between (tidied, links[i], timing))
      return TRUE;

  const char *first = skip_prefix (tidied, first_words, G_N_ELEMENTS (first_words));

  for (guint i = 0; first != NULL && i < G_N_ELEMENTS (links); i++)
    if (parse_between (first, links[i], timing))
      return TRUE;
  if (first != NULL && parse_edge (first, strlen (first), FALSE, &timing->starts, timing))
    return TRUE;

  const char *last = skip_prefix (tidied, last_words, G_N_ELEMENTS (last_words));
  const char *deeper =
    last != NULL ? skip_prefix (last, last_words, G_N_ELEMENTS (last_words)) : NULL;

  if (last != NULL &&
      parse_edge (deeper != NULL ? deeper : last, strlen (deeper != NULL ? deeper : last), TRUE,
                  &timing->ends, timing))
    return TRUE;

  if (parse_years (tidied, timing) || parse_open (tidied, timing))
    return TRUE;

  /* "midden 2026" says no more than the year */
  if (parse_edge (tidied, strlen (tidied), FALSE, &timing->starts, timing))
    {
      timing->ends = timing->starts;
      return TRUE;
    }

  return FALSE;
}
