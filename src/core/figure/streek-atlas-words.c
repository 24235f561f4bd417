/* streek-atlas-words.c: what a page of an atlas says of its area, and what must be known of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-atlas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Two figures of one area and what lies between them. */
typedef struct
{
  const StreekChartCell *from;
  const StreekChartCell *to;
  int since; /* the period of @from; -1: the series breaks, and nothing compares with @to */
  gboolean has_break; /* after the period that is asked for */
} Pair;

guint
streek_atlas_notes_add (StreekAtlasNotes *self, const char *text)
{
  guint index;

  if (text == NULL || *text == '\0')
    return 0;

  if (!g_ptr_array_find_with_equal_func (self->texts, text, g_str_equal, &index))
    {
      index = self->texts->len;
      g_ptr_array_add (self->texts, g_strdup (text));
    }

  return index + 1;
}

/* "¹²⁾": raised, with a bracket, so that nobody takes it for a part of the number. */
static void
append_mark (GString *text, guint number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

  if (number == 0)
    return;

  g_autofree char *plain = g_strdup_printf ("%u", number);

  for (const char *p = plain; *p != '\0'; p++)
    g_string_append (text, digits[*p - '0']);

  g_string_append (text, "⁾");
}

static const char *
get_unit (const StreekAtlas *atlas, guint figure)
{
  return atlas->figures->indicators[atlas->key_figures[figure].indicator].unit;
}

static char *
dup_name (const StreekAtlas *atlas, guint figure)
{
  const char *name = atlas->figures->indicators[atlas->key_figures[figure].indicator].name;
  const char *unit = get_unit (atlas, figure);

  return *unit != '\0' ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);
}

static guint
get_row (const StreekAtlas *atlas, guint figure, guint area, int period)
{
  return streek_chart_get_index (atlas->figures, atlas->key_figures[figure].indicator, area,
                                 (guint) period);
}

/* What a reader must know of one figure, a note each. */
static void
note_cell (const StreekChartCell *cell, StreekAtlasNotes *notes, GString *text)
{
  if (isnan (cell->value))
    {
      append_mark (
        text, streek_atlas_notes_add (
                notes, cell->note != NULL ? cell->note : streek_missing_get_label (cell->missing)));
      return;
    }

  append_mark (text, streek_atlas_notes_add (notes, cell->note));

  const char *status = streek_status_get_label (cell->status);

  /* the note of a value that people entered says so itself */
  if (cell->status != STREEK_STATUS_FINAL &&
      (cell->note == NULL || strstr (cell->note, status) == NULL))
    append_mark (text, streek_atlas_notes_add (notes, status));
}

static char *
dup_value (const StreekAtlas *atlas,
           guint figure,
           guint area,
           const StreekFormat *format,
           StreekAtlasNotes *notes)
{
  int period = atlas->key_figures[figure].period;

  if (period < 0)
    {
      GString *none = g_string_new (streek_missing_get_sign (STREEK_MISSING_NOT_YET));

      append_mark (none,
                   streek_atlas_notes_add (notes, _ ("There are no figures of this period.")));

      return g_string_free (none, FALSE);
    }

  guint row = get_row (atlas, figure, area, period);
  g_autofree char *value = streek_chart_format_cell (atlas->figures, row, format);
  GString *text = g_string_new (value);

  note_cell (&atlas->figures->cells[row], notes, text);

  return g_string_free (text, FALSE);
}

static char *
dup_period (const StreekAtlas *atlas, guint figure, const StreekFormat *format)
{
  int period = atlas->key_figures[figure].period;

  return streek_format_short_period (format, period >= 0 ? atlas->figures->periods[period]
                                                         : atlas->spec->period);
}

static Pair
get_pair (const StreekAtlas *atlas, guint figure, guint area)
{
  const StreekKeyFigure *key = &atlas->key_figures[figure];
  const StreekChartCell *cells = streek_chart_get_cell (atlas->figures, key->indicator, area, 0);
  Pair pair = { &cells[key->since], &cells[key->period], key->since, FALSE };

  for (int p = key->since + 1; p <= key->period; p++)
    {
      if (cells[p].is_break)
        {
          pair.has_break = TRUE;
          pair.since = -1;
        }
      if (pair.has_break && pair.since < 0 && p < key->period && !isnan (cells[p].value))
        {
          pair.since = p;
          pair.from = &cells[p];
        }
    }

  return pair;
}

/* Why both figures cannot be compared, NULL where they can: as of streek_totals_compare(). */
static const char *
explain_pair (const Pair *pair, gboolean is_percent)
{
  if (isnan (pair->from->value) || isnan (pair->to->value))
    {
      const StreekChartCell *missing = isnan (pair->from->value) ? pair->from : pair->to;

      return missing->note != NULL ? missing->note : streek_missing_get_label (missing->missing);
    }

  if (pair->since < 0)
    return _ ("The series breaks between both periods: its definition or the area changed. Nothing "
              "since then compares.");

  if (pair->from->at_least || pair->to->at_least)
    return _ ("Of one of both sums a part is unknown, so they cannot be compared.");

  return is_percent && !(pair->from->value > 0)
           ? _ ("A change in percent needs a first figure above zero.")
           : NULL;
}

static char *
format_change (const StreekAtlas *atlas, guint figure, const Pair *pair, const StreekFormat *format)
{
  const StreekKeyFigure *key = &atlas->key_figures[figure];
  const StreekChartIndicator *indicator = &atlas->figures->indicators[key->indicator];
  double from = pair->from->value, to = pair->to->value;
  g_autofree char *since =
    streek_format_short_period (format, atlas->figures->periods[pair->since]);

  if (indicator->is_percentage)
    {
      g_autofree char *points = streek_format_signed (format, to - from, 1);

      /* Translators: a change: %1$s is a number, %2$s a period */
      return g_strdup_printf (_ ("%1$s pp since %2$s"), points, since);
    }

  if (indicator->is_difference)
    {
      g_autofree char *amount = streek_format_signed (format, to - from, indicator->decimals);

      /* Translators: a change: %1$s is a number, %2$s a period */
      return g_strdup_printf (_ ("%1$s since %2$s"), amount, since);
    }

  g_autofree char *percent = streek_format_signed (format, (to / from - 1) * 100, 1);

  /* Translators: a change: %1$s is a number, %2$s a period */
  return g_strdup_printf (_ ("%1$s %% since %2$s"), percent, since);
}

static char *
dup_change (const StreekAtlas *atlas,
            guint figure,
            guint area,
            const StreekFormat *format,
            StreekAtlasNotes *notes)
{
  const StreekKeyFigure *key = &atlas->key_figures[figure];
  const StreekChartIndicator *indicator = &atlas->figures->indicators[key->indicator];

  if (key->since < 0 || key->period < 0)
    return g_strdup (streek_missing_get_sign (STREEK_MISSING_NOT_APPLICABLE));

  Pair pair = get_pair (atlas, figure, area);
  const char *why = explain_pair (&pair, !indicator->is_percentage && !indicator->is_difference);
  GString *text = g_string_new (NULL);

  if (why != NULL)
    {
      g_string_append (text, streek_missing_get_sign (STREEK_MISSING_NOT_APPLICABLE));
      append_mark (text, streek_atlas_notes_add (notes, why));

      return g_string_free (text, FALSE);
    }

  g_autofree char *change = format_change (atlas, figure, &pair, format);

  g_string_append (text, change);
  if (pair.from->qualifier != STREEK_QUALIFIER_NONE || pair.to->qualifier != STREEK_QUALIFIER_NONE)
    append_mark (text,
                 streek_atlas_notes_add (notes, _ ("One of both figures is only stated roughly.")));
  if (pair.has_break)
    append_mark (text, streek_atlas_notes_add (
                         notes, _ ("The series breaks after the period that is asked for: its "
                                   "definition or the area changed. Only what came since "
                                   "compares.")));

  return g_string_free (text, FALSE);
}

/* Places say who is first, and how many have none. */
static char *
dup_rank (const StreekAtlas *atlas, guint figure, guint area, StreekAtlasNotes *notes)
{
  const StreekKeyFigure *key = &atlas->key_figures[figure];
  guint n_missing = key->n_areas - key->n_ranked;

  if (key->ranks[area] == 0)
    return g_strdup (streek_missing_get_sign (STREEK_MISSING_NOT_APPLICABLE));

  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u / %u", key->ranks[area], key->n_ranked);
  if (key->lower_first)
    append_mark (text, streek_atlas_notes_add (notes, _ ("The lowest figure is the first.")));

  if (n_missing > 0)
    {
      g_autofree char *sentence =
        g_strdup_printf (ngettext ("%u area has no figure and no place.",
                                   "%u areas have no figure and no place.", n_missing),
                         n_missing);

      append_mark (text, streek_atlas_notes_add (notes, sentence));
    }

  return g_string_free (text, FALSE);
}

char *
streek_atlas_dup_cell (const StreekAtlas *atlas,
                       guint place,
                       guint figure,
                       guint column,
                       const StreekFormat *format,
                       StreekAtlasNotes *notes)
{
  guint area = atlas->places[place].index;

  switch (column)
    {
    case STREEK_ATLAS_COLUMN_NAME:
      return dup_name (atlas, figure);
    case STREEK_ATLAS_COLUMN_VALUE:
      return dup_value (atlas, figure, area, format, notes);
    case STREEK_ATLAS_COLUMN_PERIOD:
      return dup_period (atlas, figure, format);
    case STREEK_ATLAS_COLUMN_CHANGE:
      return dup_change (atlas, figure, area, format, notes);
    case STREEK_ATLAS_COLUMN_RANK:
      return dup_rank (atlas, figure, area, notes);
    default:
      return dup_value (atlas, figure, atlas->references[column - STREEK_ATLAS_FIRST_REFERENCE],
                        format, notes);
    }
}

char *
streek_atlas_dup_head (const StreekAtlas *atlas, guint place, guint column)
{
  switch (column)
    {
    case STREEK_ATLAS_COLUMN_NAME:
      /* Translators: head of a column of indicators on a page about one area */
      return g_strdup (_ ("Key figure"));
    case STREEK_ATLAS_COLUMN_VALUE:
      return g_strdup (atlas->places[place].name);
    case STREEK_ATLAS_COLUMN_PERIOD:
      return g_strdup (_ ("Period"));
    case STREEK_ATLAS_COLUMN_CHANGE:
      return g_strdup (_ ("Change"));
    case STREEK_ATLAS_COLUMN_RANK:
      /* Translators: head of a column: the place of an area among the others, "3 / 22" */
      return g_strdup (_ ("Place"));
    default:
      return g_strdup (
        atlas->figures->areas[atlas->references[column - STREEK_ATLAS_FIRST_REFERENCE]].name);
    }
}

guint
streek_atlas_count_columns (const StreekAtlas *atlas)
{
  return STREEK_ATLAS_FIRST_REFERENCE + atlas->n_references;
}

static void
add_plain (GPtrArray *all, const char *text)
{
  if (text != NULL && !g_ptr_array_find_with_equal_func (all, text, g_str_equal, NULL))
    g_ptr_array_add (all, g_strdup (text));
}

static void
add_list (GPtrArray *all, const char *const *list)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    add_plain (all, list[i]);
}

/* Those of figures have the number that stands at the figures. */
static void
add_numbered (GPtrArray *all, const StreekAtlasNotes *notes)
{
  for (guint i = 0; i < notes->texts->len; i++)
    {
      GString *text = g_string_new (NULL);

      append_mark (text, i + 1);
      g_string_append_printf (text, " %s", (const char *) notes->texts->pdata[i]);
      g_ptr_array_add (all, g_string_free (text, FALSE));
    }
}

static void
add_map_notes (const StreekAtlas *atlas, GPtrArray *all)
{
  if (atlas->map == NULL)
    return;

  add_list (all, streek_figure_get_notes (atlas->map));
  if (atlas->n_places > 1 && streek_figure_kind_has_classes (atlas->map->spec->kind))
    add_plain (all, _ ("Map: the class limits are the same on all pages."));
}

/* What the bars and signs of a ranking mean. */
static void
add_ranking_notes (const StreekAtlas *atlas, GPtrArray *all)
{
  const StreekKeyFigure *figure = &atlas->chart_figure;

  for (guint a = 0; a < atlas->figures->n_areas && figure->period >= 0; a++)
    {
      const StreekChartCell *cell =
        streek_chart_get_cell (atlas->figures, figure->indicator, a, (guint) figure->period);
      g_autofree char *text = NULL;

      if (atlas->figures->areas[a].is_reference)
        continue;

      if (isnan (cell->value))
        text = g_strdup_printf ("%s %s", streek_missing_get_sign (cell->missing),
                                streek_missing_get_label (cell->missing));
      else if (cell->status != STREEK_STATUS_FINAL)
        /* Translators: under a ranking: %s is a status such as "provisional" */
        text = g_strdup_printf (_ ("Outlined bars: %s."), streek_status_get_label (cell->status));
      else if (cell->at_least)
        text = g_strdup_printf ("≥ %s", _ ("at least"));

      add_plain (all, text);
    }
}

static void
add_chart_notes (const StreekAtlas *atlas, guint place, GPtrArray *all)
{
  if (atlas->spec->chart == STREEK_ATLAS_CHART_RANKING)
    add_ranking_notes (atlas, all);

  g_autoptr (StreekChart) line = atlas->spec->chart == STREEK_ATLAS_CHART_LINE
                                   ? streek_atlas_make_line (atlas, place, NULL)
                                   : NULL;

  if (line != NULL)
    add_list (all, streek_chart_get_notes (line));
}

GStrv
streek_atlas_dup_notes (const StreekAtlas *atlas, guint place, const StreekFormat *format)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  StreekAtlasNotes notes = { texts };

  for (guint f = 0; f < atlas->n_figures; f++)
    for (guint c = 0; c < streek_atlas_count_columns (atlas); c++)
      g_free (streek_atlas_dup_cell (atlas, place, f, c, format, &notes));

  add_numbered (all, &notes);
  add_chart_notes (atlas, place, all);
  add_map_notes (atlas, all);
  g_ptr_array_add (all, NULL);

  return (GStrv) g_ptr_array_free (all, FALSE);
}

/**
 * streek_atlas_make_table:
 * @area: number of an area
 * @format: how numbers look
 *
 * Returns: (transfer full): the key figures of the area, word for word as they are printed
 */
StreekTable *
streek_atlas_make_table (const StreekAtlas *atlas, guint area, const StreekFormat *format)
{
  g_return_val_if_fail (area < atlas->n_places, NULL);

  StreekTable *table = streek_table_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  StreekAtlasNotes notes = { texts };
  guint n_columns = streek_atlas_count_columns (atlas);

  for (guint c = 0; c < n_columns; c++)
    {
      g_autofree char *id = g_strdup_printf ("column-%u", c);
      g_autofree char *head = streek_atlas_dup_head (atlas, area, c);

      streek_table_add_column (table, id, head, STREEK_COLUMN_TEXT, NULL, 0);
    }

  for (guint f = 0; f < atlas->n_figures; f++)
    {
      guint row = streek_table_add_row (table);

      for (guint c = 0; c < n_columns; c++)
        {
          g_autofree char *text = streek_atlas_dup_cell (atlas, area, f, c, format, &notes);

          streek_table_set_text (table, row, c, text);
        }
    }

  return table;
}
