/* streek-reference-words.c: one difference of the reference data as a line people can read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-reference-words.h"
#include "base/streek-format.h"
#include "indicator/streek-vector-changes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many figures of one series are told one by one. */
#define MAX_CELLS 4

static const struct
{
  const char *table;
  StreekReferenceGroupId group;
} groups[] = {
  { "ref_area_set", STREEK_REFERENCE_GROUP_AREAS },
  { "ref_area", STREEK_REFERENCE_GROUP_AREAS },
  { "ref_area_unit", STREEK_REFERENCE_GROUP_AREAS },
  { "ref_succession", STREEK_REFERENCE_GROUP_AREAS },
  { "ref_member", STREEK_REFERENCE_GROUP_MEMBERSHIPS },
  { "ref_alias", STREEK_REFERENCE_GROUP_NAMES },
  { "ref_mesh", STREEK_REFERENCE_GROUP_BOUNDARIES },
  { "ref_unit", STREEK_REFERENCE_GROUP_BOUNDARIES },
  { "ref_attribution", STREEK_REFERENCE_GROUP_BOUNDARIES },
  { "ref_indicator", STREEK_REFERENCE_GROUP_INDICATORS },
  { "ref_indicator_alias", STREEK_REFERENCE_GROUP_INDICATORS },
  { "ref_indicator_break", STREEK_REFERENCE_GROUP_INDICATORS },
  { "ref_indicator_breakdown", STREEK_REFERENCE_GROUP_INDICATORS },
  { "ref_indicator_gap", STREEK_REFERENCE_GROUP_INDICATORS },
  { "ref_indicator_version", STREEK_REFERENCE_GROUP_INDICATORS },
  { "ref_vector", STREEK_REFERENCE_GROUP_FIGURES },
};

static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "name", N_ ("Name") },
  { "name_fr", N_ ("Name in French") },
  { "name_en", N_ ("Name in English") },
  { "valid_from", N_ ("From") },
  { "valid_to", N_ ("Until") },
  { "source", N_ ("Source") },
  { "note", N_ ("Note") },
  { "legal_basis", N_ ("Legal basis") },
  { "certainty", N_ ("Composition") },
  { "partition_of", N_ ("Covers") },
  { "partition_from", N_ ("Covers since") },
  { "overlaps", N_ ("Areas overlap") },
  { "rank", N_ ("Order in lists") },
  { "kind", N_ ("Kind") },
  { "text", N_ ("Text") },
  { "data", N_ ("Data") },
  { "theme", N_ ("Theme") },
  { "definition", N_ ("Definition") },
  { "unit", N_ ("Unit") },
  { "time_kind", N_ ("Moment") },
  { "direction", N_ ("Direction") },
  { "decimals", N_ ("Decimals") },
  { "numerator", N_ ("Numerator") },
  { "denominator", N_ ("Denominator") },
  { "multiplier", N_ ("Multiplier") },
  { "weight", N_ ("Weight") },
  { "threshold_pct", N_ ("Needed coverage (%)") },
  { "licence", N_ ("Licence") },
  { "table_url", N_ ("Table") },
  { "extracted_on", N_ ("Extracted on") },
  { "has_data", N_ ("Figures come with it") },
  { "formula", N_ ("Formula") },
  { "reason", N_ ("Reason") },
  { "follows", N_ ("Takes the place of") },
  { "parts", N_ ("Parts") },
};

void
streek_reference_line_free (StreekReferenceLine *line)
{
  if (line == NULL)
    return;

  g_free (line->subject);
  g_free (line->detail);
  g_free (line);
}

gboolean
streek_reference_find_group (const StreekReferenceChange *change, StreekReferenceGroupId *group)
{
  if (strcmp (change->table, "ref_area") == 0 && change->column != NULL &&
      g_str_has_prefix (change->column, "name"))
    {
      *group = STREEK_REFERENCE_GROUP_NAMES;
      return TRUE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (strcmp (change->table, groups[i].table) == 0)
      {
        *group = groups[i].group;
        return TRUE;
      }

  return FALSE;
}

/* Names: in the new data where they have it, else in the old, else the code. */

static const char *
find_area_name (const StreekAreas *areas, const char *set, const char *code)
{
  g_autoptr (GPtrArray) chain = streek_areas_list_chain (areas, set, code);

  return chain->len > 0 ? ((StreekArea *) g_ptr_array_index (chain, chain->len - 1))->name : NULL;
}

static const char *
get_area_name (const StreekReferenceSides *sides, const char *set, const char *code)
{
  const char *name = find_area_name (sides->new_areas, set, code);

  if (name == NULL)
    name = find_area_name (sides->old_areas, set, code);

  return name != NULL ? name : code;
}

static const char *
get_set_name (const StreekReferenceSides *sides, const char *code)
{
  const StreekAreaSet *set = streek_areas_find_set (sides->new_areas, code, NULL);

  if (set == NULL)
    set = streek_areas_find_set (sides->old_areas, code, NULL);

  return set != NULL ? set->name : code;
}

static const char *
get_indicator_name (const StreekReferenceSides *sides, const char *code)
{
  const StreekIndicator *indicator = streek_catalogue_find (sides->new_catalogue, code, NULL);

  if (indicator == NULL)
    indicator = streek_catalogue_find (sides->old_catalogue, code, NULL);

  return indicator != NULL ? indicator->name : code;
}

static char *
format_day (const char *text)
{
  StreekDate date;

  if (!streek_date_parse (text, &date, NULL))
    return g_strdup (text);

  return streek_format_date (streek_format_get_default (), date);
}

static char *
format_period (const char *text)
{
  StreekPeriod period;

  if (!streek_period_parse (text, &period, NULL))
    return g_strdup (text);

  return streek_format_period (streek_format_get_default (), period);
}

/* What the row is about; @key are the values of its primary key, in the order of data/sql. */

static char *
describe_area (const StreekReferenceSides *sides, char **key)
{
  g_autofree char *from = format_day (key[2]);

  /* Translators: %1$s is an area, %2$s the kind of area, %3$s a date. */
  return g_strdup_printf (_ ("%1$s (%2$s), from %3$s"), get_area_name (sides, key[0], key[1]),
                          get_set_name (sides, key[0]), from);
}

static char *
describe_member (const StreekReferenceSides *sides, char **key)
{
  g_autofree char *from = format_day (key[3]);

  /* Translators: %1$s is a municipality, %2$s an area, %3$s the kind of area, %4$s a date. */
  return g_strdup_printf (
    _ ("%1$s in %2$s (%3$s), from %4$s"), get_area_name (sides, "gemeente", key[2]),
    get_area_name (sides, key[0], key[1]), get_set_name (sides, key[0]), from);
}

static char *
describe_succession (const StreekReferenceSides *sides, char **key)
{
  g_autofree char *on = format_day (key[3]);

  /* Translators: %1$s and %2$s are areas, %3$s a date. */
  return g_strdup_printf (_ ("%1$s goes on as %2$s on %3$s"), get_area_name (sides, key[0], key[1]),
                          get_area_name (sides, key[0], key[2]), on);
}

static char *
describe_vector (const StreekReferenceSides *sides, char **key)
{
  g_autoptr (StreekRoster) roster = streek_roster_read (sides->new_db, key[2], NULL);
  g_autofree char *period = format_period (key[1]);

  if (roster == NULL)
    roster = streek_roster_read (sides->old_db, key[2], NULL);
  if (roster == NULL)
    return g_strdup_printf ("%s, %s", get_indicator_name (sides, key[0]), period);

  g_autofree char *on = streek_format_date (streek_format_get_default (), roster->on);

  /* Translators: %1$s is an indicator, %2$s a period, %3$s a kind of area, %4$s a date. */
  return g_strdup_printf (_ ("%1$s, %2$s (%3$s of %4$s)"), get_indicator_name (sides, key[0]),
                          period, get_set_name (sides, roster->set_code), on);
}

static char *
describe_row (const StreekReferenceSides *sides, const StreekReferenceChange *change)
{
  static const char names[][20] = { "area_set",          "area",           "area_unit",
                                    "succession",        "member",         "alias",
                                    "indicator",         "vector",         "indicator_alias",
                                    "indicator_version", "indicator_break" };
  static const guint n_keys[] = { 1, 3, 4, 4, 4, 3, 1, 3, 2, 2, 2 };
  const char *table = change->table + strlen ("ref_");
  gsize which = 0;

  while (which < G_N_ELEMENTS (names) && strcmp (table, names[which]) != 0)
    which++;

  g_auto (GStrv) key =
    g_strsplit (change->key, "/", which < G_N_ELEMENTS (names) ? (int) n_keys[which] : -1);

  if (which == G_N_ELEMENTS (names) || g_strv_length (key) != n_keys[which])
    return g_strdup (change->key);

  switch (which)
    {
    case 0:
      return g_strdup (get_set_name (sides, key[0]));
    case 1:
      return describe_area (sides, key);
    case 2:
      /* Translators: %1$s is a municipality, %2$s the number of a piece of land. */
      return g_strdup_printf (_ ("Land of %1$s: piece %2$s"), get_area_name (sides, key[0], key[1]),
                              key[2]);
    case 3:
      return describe_succession (sides, key);
    case 4:
      return describe_member (sides, key);
    case 5:
      /* Translators: %1$s is another name of the area %2$s. */
      return g_strdup_printf (_ ("“%1$s” for %2$s"), key[2], get_area_name (sides, key[0], key[1]));
    case 6:
      return g_strdup (get_indicator_name (sides, key[0]));
    case 7:
      return describe_vector (sides, key);
    case 8:
      /* Translators: %1$s is another name of the indicator %2$s. */
      return g_strdup_printf (_ ("“%1$s” for %2$s"), key[1], get_indicator_name (sides, key[0]));
    case 9:
      /* Translators: %1$s is an indicator, %2$s a period. */
      return g_strdup_printf (_ ("Definition of %1$s from %2$s"),
                              get_indicator_name (sides, key[0]), key[1]);
    default:
      /* Translators: %1$s is an indicator, %2$s a period. */
      return g_strdup_printf (_ ("Break in %1$s at %2$s"), get_indicator_name (sides, key[0]),
                              key[1]);
    }
}

/* What changes in it. */

static const char *
get_column_label (const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].column, column) == 0)
      return _ (columns[i].label);

  return column;
}

static char *
format_value (const char *column, const char *value)
{
  gboolean is_end = strcmp (column, "valid_to") == 0;

  if (value == NULL || *value == '\0')
    return g_strdup (is_end ? _ ("still so") : _ ("nothing"));
  if (is_end || g_str_has_suffix (column, "_from") || g_str_has_suffix (column, "_on"))
    return format_day (value);
  if (strcmp (value, "documented") == 0)
    return g_strdup (_ ("documented"));
  if (strcmp (value, "inferred") == 0)
    return g_strdup (_ ("inferred"));

  return g_strdup (value);
}

static char *
describe_cell (const StreekReferenceChange *change)
{
  g_autofree char *old_value = format_value (change->column, change->old_value);
  g_autofree char *new_value = format_value (change->column, change->new_value);

  return g_strdup_printf ("%s: %s → %s", get_column_label (change->column), old_value, new_value);
}

static char *
format_figure (const StreekReferenceSides *sides,
               const char *indicator_code,
               double value,
               StreekMissing missing)
{
  const StreekIndicator *indicator =
    streek_catalogue_find (sides->new_catalogue, indicator_code, NULL);

  if (missing != STREEK_MISSING_NONE)
    return g_strdup (streek_missing_get_label (missing));

  return streek_format_number (streek_format_get_default (), value,
                               indicator != NULL ? indicator->decimals : 2);
}

static char *
describe_figure (const StreekReferenceSides *sides,
                 const char *indicator,
                 const StreekRoster *roster,
                 const StreekCellChange *cell)
{
  g_autofree char *old_value = format_figure (sides, indicator, cell->old_value, cell->old_missing);
  g_autofree char *new_value = format_figure (sides, indicator, cell->new_value, cell->new_missing);

  return g_strdup_printf ("%s: %s → %s",
                          get_area_name (sides, roster->set_code, roster->codes[cell->index]),
                          old_value, new_value);
}

static void
add_corrected_figure (const StreekReferenceSides *sides,
                      char **key,
                      const StreekRoster *roster,
                      const StreekCellChange *cell,
                      GPtrArray *corrections)
{
  StreekReferenceLine *line = g_new0 (StreekReferenceLine, 1);
  g_autofree char *period = format_period (key[1]);
  g_autofree char *figure = describe_figure (sides, key[0], roster, cell);

  line->kind = STREEK_REFERENCE_CHANGED;
  line->subject = g_strdup_printf ("%s, %s", get_indicator_name (sides, key[0]), period);
  /* Translators: %s is an area with what its source said and says: "Kortrijk: 10 → 12". */
  line->detail = g_strdup_printf (_ ("Your figure stays. The source: %s"), figure);
  g_ptr_array_add (corrections, line);
}

/* How many figures of a vector change, the first ones by name. */
static char *
describe_figures (const StreekReferenceSides *sides,
                  const StreekReferenceChange *change,
                  GPtrArray *corrections,
                  GError **error)
{
  g_auto (GStrv) key = g_strsplit (change->key, "/", 3);

  if (g_strv_length (key) != 3)
    return g_strdup ("");

  g_autoptr (StreekVectorChanges) changes =
    streek_vector_changes_read (sides->old_db, sides->new_db, key[0], key[1], key[2], error);

  if (changes == NULL)
    return NULL;

  GString *text = g_string_new (NULL);
  guint n = changes->cells->len;

  g_string_append_printf (text, ngettext ("%u figure", "%u figures", n), n);

  for (guint i = 0; i < n; i++)
    {
      const StreekCellChange *cell = &g_array_index (changes->cells, StreekCellChange, i);

      if (change->kind == STREEK_REFERENCE_CHANGED && i < MAX_CELLS)
        {
          g_autofree char *figure = describe_figure (sides, key[0], changes->roster, cell);

          g_string_append_printf (text, "%s%s", i == 0 ? ". " : "; ", figure);
        }

      if (cell->is_corrected)
        add_corrected_figure (sides, key, changes->roster, cell, corrections);
    }

  if (change->kind == STREEK_REFERENCE_CHANGED && n > MAX_CELLS)
    g_string_append (text, "; …");

  return g_string_free (text, FALSE);
}

/**
 * streek_reference_line_new:
 * @change: a row or cell that differs, of a table that streek_reference_find_group() knows
 * @corrections: (element-type StreekReferenceLine): gets a line for each figure that staff
 *   corrected and that the source now gives otherwise
 *
 * Returns: (transfer full): the change in words, or %NULL with @error set where figures cannot be
 *   read
 */
StreekReferenceLine *
streek_reference_line_new (const StreekReferenceSides *sides,
                           const StreekReferenceChange *change,
                           GPtrArray *corrections,
                           GError **error)
{
  gboolean is_figures = strcmp (change->table, "ref_vector") == 0 &&
                        (change->column == NULL || strcmp (change->column, "data") == 0);
  char *detail = NULL;

  if (is_figures)
    {
      detail = describe_figures (sides, change, corrections, error);
      if (detail == NULL)
        return NULL;
    }
  else if (change->column != NULL)
    detail = describe_cell (change);

  StreekReferenceLine *line = g_new0 (StreekReferenceLine, 1);

  line->kind = change->kind;
  line->subject = describe_row (sides, change);
  line->detail = detail;

  return line;
}

/* Whether the list itself, corrections aside, has all of the member's land in the area. */
static gboolean
list_agrees (const StreekAreas *areas, const StreekMembership *correction)
{
  StreekDate on = correction->valid.from != STREEK_DATE_NONE ? correction->valid.from
                  : correction->valid.to != STREEK_DATE_OPEN ? correction->valid.to - 1
                                                             : streek_areas_get_newest_date (areas);
  const StreekArea *area = streek_areas_find (areas, correction->set, correction->area, on);
  const StreekArea *member =
    streek_areas_resolve (areas, "gemeente", correction->member, on, NULL, NULL);
  gboolean inside = area != NULL && member != NULL && streek_area_is_inside (member, area);

  return inside == correction->present;
}

/**
 * streek_reference_line_new_for_correction:
 * @sides: where the new areas hold no corrections of their own
 *
 * Returns: (transfer full): what staff corrected, and whether the new data say the same
 */
StreekReferenceLine *
streek_reference_line_new_for_correction (const StreekReferenceSides *sides,
                                          const StreekMembership *correction)
{
  StreekReferenceLine *line = g_new0 (StreekReferenceLine, 1);
  const char *member = get_area_name (sides, "gemeente", correction->member);
  const char *area = get_area_name (sides, correction->set, correction->area);

  line->kind = STREEK_REFERENCE_CHANGED;
  line->subject =
    correction->present
      /* Translators: %1$s is a municipality, %2$s an area: what a member of staff corrected. */
      ? g_strdup_printf (_ ("%1$s is in %2$s"), member, area)
      /* Translators: %1$s is a municipality, %2$s an area: what a member of staff corrected. */
      : g_strdup_printf (_ ("%1$s is not in %2$s"), member, area);
  line->detail = g_strdup (list_agrees (sides->new_areas, correction)
                             ? _ ("The new data say the same.")
                             : _ ("Your correction stays. The new data say otherwise."));

  return line;
}
