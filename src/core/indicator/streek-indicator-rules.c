/* streek-indicator-rules.c: the rules about indicators, and what they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules.h"

#include "area/streek-area-rules.h"
#include "indicator/streek-indicator-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  COLUMN_AREA,
  COLUMN_CODE,
  COLUMN_PERIOD,
};

static void
free_facts (gpointer data)
{
  StreekIndicatorFacts *facts = data;

  g_clear_pointer (&facts->places, g_hash_table_unref);
  g_clear_pointer (&facts->totals, streek_totals_free);
  g_clear_pointer (&facts->catalogue, streek_catalogue_unref);
  g_free (facts);
}

/**
 * streek_indicator_rules_ensure_facts:
 * @error: return location for a #StreekStoreError, #StreekAreaError or #StreekIndicatorError
 *
 * Returns: (transfer none): areas, catalogue and figures, for as long as the run lasts
 */
StreekIndicatorFacts *
streek_indicator_rules_ensure_facts (StreekRuleRun *run, GError **error)
{
  StreekIndicatorFacts *facts = streek_rule_run_get_kept (run, "indicator/facts");
  StreekAreas *areas = streek_area_rules_ensure_areas (run, error);

  if (facts != NULL || areas == NULL)
    return facts;

  StreekDb *db = streek_rule_run_get_db (run);
  StreekCatalogue *catalogue = streek_catalogue_load (db, error);

  if (catalogue == NULL)
    return NULL;

  facts = g_new0 (StreekIndicatorFacts, 1);
  facts->areas = areas;
  facts->catalogue = catalogue;
  facts->totals = streek_totals_new (db, areas, catalogue);
  facts->places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  streek_rule_run_keep (run, "indicator/facts", facts, free_facts);

  return facts;
}

/**
 * streek_indicator_facts_read:
 *
 * Returns: (transfer none): every vector of the indicator; %NULL with @error set
 */
const StreekSeries *
streek_indicator_facts_read (StreekIndicatorFacts *facts, const char *code, GError **error)
{
  StreekFigureSet figures;

  return streek_totals_find_figures (facts->totals, code, (StreekPeriod){ 0 }, &figures, error)
           ? figures.series
           : NULL;
}

static GHashTable *
ensure_places (StreekIndicatorFacts *facts, const StreekRoster *roster)
{
  GHashTable *places = g_hash_table_lookup (facts->places, roster);

  if (places != NULL)
    return places;

  places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < roster->n; i++)
    g_hash_table_insert (places, roster->codes[i], GUINT_TO_POINTER (i + 1));

  g_hash_table_insert (facts->places, (gpointer) roster, places);

  return places;
}

/**
 * streek_indicator_facts_find_same:
 *
 * Returns: the entry of @other with the code and the land of @entry; -1 where it has none
 */
int
streek_indicator_facts_find_same (StreekIndicatorFacts *facts,
                                  const StreekVintage *vintage,
                                  guint entry,
                                  const StreekVintage *other)
{
  if (vintage == other)
    return (int) entry;

  if (strcmp (vintage->roster->set_code, other->roster->set_code) != 0)
    return -1;

  int found = (int) GPOINTER_TO_UINT (g_hash_table_lookup (ensure_places (facts, other->roster),
                                                           vintage->roster->codes[entry])) -
              1;

  if (found < 0 || vintage->areas[entry] == NULL || other->areas[found] == NULL)
    return -1;

  const StreekArea *area = vintage->areas[entry], *same = other->areas[found];

  return strcmp (area->set->mesh, same->set->mesh) == 0 &&
             streek_units_equal (area->units, same->units)
           ? found
           : -1;
}

gboolean
streek_rule_is_known (const StreekSlice *slice, guint entry)
{
  return slice->vector->kinds[entry] == STREEK_MISSING_NONE;
}

gboolean
streek_rule_is_located (const StreekSlice *slice, guint entry)
{
  return slice->vintage->roster->codes[entry][0] != STREEK_ROSTER_NOT_LOCATED;
}

/**
 * streek_indicator_facts_find_cell:
 * @series: of another indicator
 * @found: (out): the entry
 *
 * Returns: (transfer none) (nullable): the vector of the period of @slice with a figure of the code
 *   and the land of @entry
 */
const StreekSlice *
streek_indicator_facts_find_cell (StreekIndicatorFacts *facts,
                                  const StreekSeries *series,
                                  const StreekSlice *slice,
                                  guint entry,
                                  guint *found)
{
  guint n;
  StreekSlice *const *slices = streek_series_find (series, slice->period, &n);

  for (guint i = 0; i < n; i++)
    {
      int same =
        streek_indicator_facts_find_same (facts, slice->vintage, entry, slices[i]->vintage);

      if (same >= 0 && streek_rule_is_known (slices[i], (guint) same))
        {
          *found = (guint) same;
          return slices[i];
        }
    }

  return NULL;
}

/**
 * streek_indicator_rules_for_each:
 *
 * Asks @look about every indicator, in the order of the catalogue, until the run is cancelled.
 */
gboolean
streek_indicator_rules_for_each (StreekRuleRun *run, StreekIndicatorLookFunc look, GError **error)
{
  StreekIndicatorFacts *facts = streek_indicator_rules_ensure_facts (run, error);

  if (facts == NULL)
    return FALSE;

  guint n = streek_catalogue_get_n_indicators (facts->catalogue);

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    if (!look (run, facts, streek_catalogue_get (facts->catalogue, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
look_at_figures (const StreekFiguresRule *rule, StreekFiguresLook *look, GError **error)
{
  if (rule->applies != NULL && !rule->applies (look->indicator))
    return TRUE;

  look->series = streek_indicator_facts_read (look->facts, look->indicator->code, error);
  if (look->series == NULL)
    return FALSE;

  g_autoptr (StreekTable) table = streek_rule_table_new ();

  look->table = table;
  rule->add_columns (table, look->indicator);
  if (!rule->collect (look, error))
    return FALSE;

  streek_rule_report_found (look->run, look->indicator, g_steal_pointer (&table), rule->say);

  return TRUE;
}

gboolean
streek_rule_look_at_figures (StreekRuleRun *run, const StreekFiguresRule *rule, GError **error)
{
  StreekFiguresLook look = { run, streek_indicator_rules_ensure_facts (run, error), NULL, NULL,
                             NULL };

  if (look.facts == NULL)
    return FALSE;

  guint n = streek_catalogue_get_n_indicators (look.facts->catalogue);

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    {
      look.indicator = streek_catalogue_get (look.facts->catalogue, i);
      if (!look_at_figures (rule, &look, error))
        return FALSE;
    }

  return TRUE;
}

/* Names are Dutch data; so are these words. */
gboolean
streek_indicator_is_difference (const StreekIndicator *indicator)
{
  static const char *const words[] = { "saldo",    "groei",    "evolutie",    "toename",
                                       "afname",   "aangroei", "verandering", "wijziging",
                                       "verschil", "kloof",    "tekort",      "overschot" };
  g_autofree char *name = g_utf8_strdown (indicator->name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

gboolean
streek_indicator_is_no_difference (const StreekIndicator *indicator)
{
  return !streek_indicator_is_difference (indicator);
}

StreekTable *
streek_rule_table_new (void)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_column (table, "area", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "period", _ ("Period"), STREEK_COLUMN_PERIOD, NULL, 0);

  return table;
}

guint
streek_rule_table_add_number (StreekTable *table,
                              const char *id,
                              const char *title,
                              const StreekIndicator *indicator)
{
  return streek_table_add_column (table, id, title, STREEK_COLUMN_NUMBER, indicator->unit,
                                  indicator->decimals);
}

guint
streek_rule_table_add_area (StreekTable *table,
                            const char *name,
                            const char *code,
                            StreekPeriod period)
{
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, COLUMN_AREA, name);
  streek_table_set_text (table, row, COLUMN_CODE, code);
  streek_table_set_period (table, row, COLUMN_PERIOD, period);

  return row;
}

guint
streek_rule_table_add_cell (StreekTable *table, const StreekSlice *slice, guint entry)
{
  const StreekRoster *roster = slice->vintage->roster;
  const StreekArea *area = slice->vintage->areas[entry];
  g_autofree char *code = g_strconcat (roster->set_code, ":", roster->codes[entry], NULL);

  return streek_rule_table_add_area (table, area != NULL ? area->name : roster->codes[entry], code,
                                     slice->period);
}

/**
 * streek_rule_make_indicator_place:
 *
 * Returns: (transfer full): "indicator:CODE"
 */
char *
streek_rule_make_indicator_place (const char *code)
{
  return g_strconcat ("indicator:", code, NULL);
}

/**
 * streek_rule_make_value_place:
 *
 * Returns: (transfer full): "value:INDICATOR/SET:CODE/PERIOD"
 */
char *
streek_rule_make_value_place (const char *indicator,
                              const char *set,
                              const char *code,
                              StreekPeriod period)
{
  g_autofree char *text = streek_period_to_string (period);

  return g_strdup_printf ("value:%s/%s:%s/%s", indicator, set, code, text);
}

/**
 * streek_rule_report_found:
 * @table: (transfer full): of streek_rule_table_new()
 * @make_message: a sentence on the indicator and how many rows there are
 *
 * One finding on an indicator, at the first of its cells; none where the table is empty.
 */
void
streek_rule_report_found (StreekRuleRun *run,
                          const StreekIndicator *indicator,
                          StreekTable *table,
                          char *(*make_message) (const StreekIndicator *indicator, guint n))
{
  guint n = streek_table_get_n_rows (table);

  if (n == 0)
    {
      streek_table_unref (table);
      return;
    }

  g_autofree char *period =
    streek_period_to_string (streek_table_get_period (table, 0, COLUMN_PERIOD));
  g_autofree char *place = g_strdup_printf ("value:%s/%s/%s", indicator->code,
                                            streek_table_get_text (table, 0, COLUMN_CODE), period);
  g_autofree char *message = make_message (indicator, n);

  streek_rule_run_report (run, indicator->code, place, message, table);
}

static const StreekRule rules[] = {
  { "indicator/negative-count", STREEK_SEVERITY_ERROR, N_ ("A count is below zero"),
    N_ ("A number of people, houses or cases cannot be below zero. Look up the figure at its "
        "source and correct it; where zero cannot be undercut because the figure is a difference, "
        "say so in its name (balance, change)."),
    streek_rule_look_for_negative_counts },
  { "indicator/percentage-above-100", STREEK_SEVERITY_ERROR, N_ ("A percentage is above 100"),
    N_ ("A part cannot be more than its whole. Often numerator and denominator come from "
        "different sources: then the figure is no share, and its unit should be “per 100”. Look "
        "up the figure at its source, or change the unit."),
    streek_rule_look_for_high_percentages },
  { "indicator/numerator-exceeds-denominator", STREEK_SEVERITY_ERROR,
    N_ ("A part is larger than its whole"),
    N_ ("The numerator of a share counts more than its denominator, so the share would be above "
        "100 %. One of both is wrong, or they are not about the same people, day or area."),
    streek_rule_look_for_large_numerators },
  { "indicator/parts-exceed-total", STREEK_SEVERITY_ERROR, N_ ("Parts are more than their total"),
    N_ ("The parts of a breakdown add up to more than the total that it divides. People counted in "
        "two parts, a part of another day or another definition, or a typing error: look up both "
        "at the source. Nothing is mended by itself."),
    streek_rule_look_for_large_parts },
  { "indicator/parts-leave-remainder", STREEK_SEVERITY_WARNING,
    N_ ("Parts leave a rest that is not listed"),
    N_ ("The breakdown is said to be complete, and its parts add up to less than the total. Either "
        "a part is missing, or the list never was complete: then say so where the breakdown is "
        "declared."),
    streek_rule_look_for_remainders },
  { "indicator/total-differs-from-sum", STREEK_SEVERITY_WARNING,
    N_ ("A published total differs from the sum of its parts"),
    /* xgettext:no-c-format */
    N_ ("The total of the source and the sum of the areas in it are more than 0.5 % apart. A "
        "source may count what it cannot locate in the total only; then accept it. Else one of "
        "the figures is of another day, another definition, or mistyped."),
    streek_rule_look_for_deviating_totals },
  { "indicator/other-definition", STREEK_SEVERITY_WARNING,
    N_ ("Name and definition speak of different counts"),
    N_ (
      "Jobs are counted where people work, workers where they live; unemployed people and job "
      "seekers are two different counts. A figure under the name of one and the definition of the "
      "other compares what cannot be compared, whether it is called so here or in the file it "
      "came from. Correct the name, or import the figures as the indicator they belong to."),
    streek_rule_look_for_other_definition },
  { "indicator/mixed-dates", STREEK_SEVERITY_WARNING, N_ ("Figures of different days side by side"),
    N_ ("Some figures of this period are of another day than the others: those of other areas, or "
        "of the other parts of a breakdown. Who compares them, or adds them up, mixes days. "
        "Replace them, or accept this: every table and map keeps the day as a footnote."),
    streek_rule_look_for_mixed_dates },
  { "indicator/all-zero", STREEK_SEVERITY_WARNING, N_ ("Every figure is exactly zero"),
    N_ ("A whole period of zeros is seldom a measurement: often the source had no figures yet and "
        "wrote 0. If so, enter them as “not yet available”, because a zero enters every sum and "
        "every mean."),
    streek_rule_look_for_zeros },
  { "indicator/recomputable-cell", STREEK_SEVERITY_WARNING,
    N_ ("A hidden figure can be computed from the total"),
    N_ ("Exactly one figure under a published total is confidential, so anyone finds it by "
        "subtraction. Streekatlas withholds that total; do not hand it on by another road either, "
        "and ask the source to hide a second figure."),
    streek_rule_look_for_recomputable_cells },
  { "indicator/outdated-correction", STREEK_SEVERITY_WARNING,
    N_ ("The source changed under a correction"),
    N_ ("A figure was corrected by hand, and since then the source gives another figure than the "
        "one that was corrected. Maybe the source was mended: compare both, and bring back the "
        "figure of the source where it is right now."),
    streek_rule_look_for_outdated_corrections },
  { "indicator/threshold-hides-all", STREEK_SEVERITY_WARNING,
    N_ ("The threshold hides every area of a set"),
    N_ ("Something is known of these areas, but of none of them enough. Either the figures are of "
        "fewer municipalities than you think, or the threshold of the indicator is too high for "
        "them; you change it in its description."),
    streek_rule_look_for_hiding_thresholds },
  { "indicator/policy-limits-broken", STREEK_SEVERITY_ERROR, N_ ("Policy limits cannot be used"),
    N_ ("Class limits that a policy fixed are kept with the indicator, and they are no numbers in "
        "ascending order, have not a word for each class, or lack their source. No map can be made "
        "with them: correct or remove them in the description of the indicator."),
    streek_rule_look_for_broken_policies },
  { "indicator/policy-limits-outside", STREEK_SEVERITY_WARNING,
    N_ ("Policy limits lie where no figure can"),
    N_ ("A share lies between 0 and 100, and a count is never below 0. A limit beyond that makes a "
        "class that stays empty for ever: often a point was mistyped, or the limit is of another "
        "indicator. Correct it in the description of the indicator."),
    streek_rule_look_for_policies_outside },
  { "indicator/direction-wording", STREEK_SEVERITY_WARNING,
    N_ ("The direction and the words contradict each other"),
    N_ ("The definition says which way is better or tighter, and the direction that colours, "
        "arrows and rankings follow says the opposite or nothing. A tension ratio, for instance, "
        "is tighter when it is lower. Correct one of both."),
    streek_rule_look_for_direction },
  { "indicator/no-source", STREEK_SEVERITY_WARNING, N_ ("No source"),
    N_ ("Every map, chart and table prints the source under its figures. Add it to the "
        "description of the indicator."),
    streek_rule_look_for_missing_source },
  { "indicator/sudden-jump", STREEK_SEVERITY_NOTE, N_ ("A figure leaps and comes back"),
    N_ ("The figure is many times that of the periods around it, or a small part of it. That "
        "happens, but so do typing errors, other units and zeros in place of unknown figures."),
    streek_rule_look_for_jumps },
  { "indicator/old-provisional", STREEK_SEVERITY_NOTE,
    N_ ("Still provisional after more than two years"),
    N_ ("The source will have published final figures by now. Import them; provisional ones are "
        "drawn as such on every map and chart."),
    streek_rule_look_for_old_provisionals },
  { "indicator/stale", STREEK_SEVERITY_NOTE, N_ ("The newest figures are old"),
    N_ ("There are no figures of the last five years; of monthly and quarterly figures, of the "
        "last two. Look whether the source has newer ones. Where there are none, as of a census, "
        "accept it: the title of every figure says the period."),
    streek_rule_look_for_stale },
  { "indicator/no-data", STREEK_SEVERITY_NOTE, N_ ("No figures yet"),
    N_ ("The indicator is defined and has no figures. Its description says where its table is "
        "published; import that, or accept that you do not need it."),
    streek_rule_look_for_no_data },
};

/**
 * streek_indicator_rules_register:
 *
 * Registers the rules about indicators. Any thread, any number of times.
 */
void
streek_indicator_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
