/* streek-figure-words.c: title, context, source line and notes of a figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include "geo/streek-surroundings.h"

#include "base/streek-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES 4
#define MAX_VALUE_NOTES 4

char *
streek_words_dup_inside_sentence (const char *name)
{
  gunichar first = g_utf8_get_char (name);
  const char *rest = *name != '\0' ? g_utf8_next_char (name) : name;
  char letter[7] = "";

  if (*rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (name);

  g_unichar_to_utf8 (g_unichar_tolower (first), letter);

  return g_strconcat (letter, rest, NULL);
}

/* "provincie West-Vlaanderen", but not "ERSV ERSV Limburg" or "gewest Vlaams Gewest". */
static char *
dup_full_name (const StreekArea *area)
{
  g_autofree char *name = g_utf8_casefold (area->name, -1);
  g_autofree char *set = g_utf8_casefold (area->set->code, -1);

  if (strstr (name, set) != NULL)
    return g_strdup (area->name);

  return g_strdup_printf ("%s %s", area->set->code, area->name);
}

char *
streek_words_dup_names (const GPtrArray *areas)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < areas->len && i < MAX_NAMES; i++)
    {
      const StreekArea *area = g_ptr_array_index (areas, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", area->name);
    }

  if (areas->len > MAX_NAMES)
    g_string_append_printf (names, ", +%u", areas->len - MAX_NAMES);

  return g_string_free (names, FALSE);
}

static char *
make_what_of_two (const StreekGathering *self, const char *set, const StreekFormat *format)
{
  g_autofree char *first = streek_gathering_dup_second_name (self, self->indicator, self->period);
  g_autofree char *name =
    streek_gathering_dup_second_name (self, self->second, self->second_period);
  g_autofree char *second = streek_words_dup_inside_sentence (name);
  g_autofree char *period = streek_format_period (format, self->period);

  if (streek_gathering_has_other_period (self))
    /* Translators: title of a map: %1$s and %2$s are indicators with their periods, %3$s is a kind
     * of areas */
    return g_strdup_printf (_ ("%1$s, and %2$s – %3$s"), first, second, set);

  /* Translators: title of a map: %1$s and %2$s are indicators, %3$s is a period, %4$s a kind of
   * areas */
  return g_strdup_printf (_ ("%1$s and %2$s, %3$s – %4$s"), first, second, period, set);
}

static char *
make_what (const StreekGathering *self, const StreekFormat *format)
{
  g_autofree char *set = streek_words_dup_inside_sentence (self->set->name);

  if (streek_gathering_is_change (self))
    {
      g_autofree char *from = streek_format_period (format, self->from);
      g_autofree char *to = streek_format_period (format, self->period);

      /* Translators: title of a map: %1$s is an indicator, %2$s and %3$s are periods, %4$s a kind
       * of areas: Inhabitants, change from 2010 to 2024 – municipalities */
      return g_strdup_printf (_ ("%1$s, change from %2$s to %3$s – %4$s"), self->indicator->name,
                              from, to, set);
    }

  if (streek_gathering_has_second (self))
    return make_what_of_two (self, set, format);

  if (self->indicator != NULL)
    {
      g_autofree char *period = streek_format_period (format, self->period);

      /* "Jobratio, Census 2011" says it already */
      if (g_str_has_suffix (self->indicator->name, period))
        return g_strdup_printf ("%s – %s", self->indicator->name, set);

      /* Translators: title of a map: %1$s is an indicator, %2$s a period, %3$s a kind of areas:
       * Inhabitants, 2019 – municipalities */
      return g_strdup_printf (_ ("%1$s, %2$s – %3$s"), self->indicator->name, period, set);
    }

  if (self->outline != NULL)
    {
      g_autofree char *outline = streek_words_dup_inside_sentence (self->outline->name);

      /* Translators: title of a map with two kinds of areas: RESOC and SERR */
      return g_strdup_printf (_ ("%1$s and %2$s"), self->set->name, outline);
    }

  return g_strdup (self->set->name);
}

static char *
add_age (const StreekGathering *self, const char *title, const StreekFormat *format)
{
  g_autofree char *period = streek_format_period (format, self->period);

  if (!self->is_old || streek_gathering_is_change (self) || self->second != NULL ||
      g_str_has_suffix (self->indicator->name, period))
    return g_strdup (title);

  /* Translators: %1$s is the title of a map or chart, %2$s the period of its newest figures, long
   * ago */
  return g_strdup_printf (_ ("%1$s (latest figures: %2$s)"), title, period);
}

/**
 * streek_gathering_make_title:
 *
 * Returns: (transfer full): "Inwoners, 2019 – gemeenten in Westhoek"; where even the latest figures
 *   are old, it says so
 */
char *
streek_gathering_make_title (const StreekGathering *self, const StreekFormat *format)
{
  g_autofree char *what = make_what (self, format);
  g_autofree char *where = self->container != NULL
                             /* Translators: title of a map: what it shows, and in which area */
                             ? g_strdup_printf (_ ("%1$s in %2$s"), what, self->container->name)
                             : g_strdup (what);

  if (self->indicator != NULL)
    return add_age (self, where, format);

  g_autofree char *date = streek_format_date (format, self->used);

  /* Translators: title of a map of areas, and their date */
  return g_strdup_printf (_ ("%1$s, %2$s"), where, date);
}

/**
 * streek_gathering_make_context:
 *
 * Returns: (transfer full): set, area, number of members and date, so that two figures of another
 *   "Zuid-West-Vlaanderen" are never taken for the same
 */
char *
streek_gathering_make_context (const StreekGathering *self, const StreekFormat *format)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = streek_format_date (format, self->used);

  g_string_append_printf (text, "%s (%u)", self->set->name, self->rows->len);

  if (self->outline != NULL)
    g_string_append_printf (text, " · %s (%u)", self->outline->name, self->outlines->len);

  if (self->overlay != NULL)
    g_string_append_printf (text, " · %s (%u)", self->overlay->name, self->overlays->len);

  if (self->container != NULL)
    {
      g_autofree char *name = dup_full_name (self->container);

      g_string_append_printf (text, " · %s", name);

      if (self->n_municipalities > 0 && strcmp (self->set->code, "gemeente") != 0)
        {
          g_string_append (text, " ");
          g_string_append_printf (
            text, ngettext ("(%u municipality)", "(%u municipalities)", self->n_municipalities),
            self->n_municipalities);
        }
    }

  g_string_append (text, " · ");
  /* Translators: %s is a date */
  g_string_append_printf (text, _ ("areas of %s"), date);

  return g_string_free (text, FALSE);
}

void
streek_words_append_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);

  if (!g_str_has_suffix (sentence, "."))
    g_string_append_c (text, '.');
}

static void
append_set_source (GString *text, const StreekAreaSet *set)
{
  if (set == NULL || set->source == NULL || *set->source == '\0')
    return;

  g_autofree char *name = streek_words_dup_inside_sentence (set->name);
  /* Translators: a source line: %1$s is a kind of areas, %2$s who or what says where they lie */
  g_autofree char *sentence = g_strdup_printf (_ ("Source for %1$s: %2$s"), name, set->source);

  streek_words_append_sentence (text, sentence);
}

/* Of every mesh that is drawn: surroundings and overlays may lie on another. */
static void
append_attributions (const StreekGathering *self, GString *text)
{
  const StreekAreaSet *around = streek_areas_find_set (self->areas, "gemeente", NULL);
  const char *meshes[] = { self->set->mesh, around != NULL ? around->mesh : NULL,
                           self->overlay != NULL ? self->overlay->mesh : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (meshes); i++)
    {
      gboolean is_said = meshes[i] == NULL;

      for (guint j = 0; j < i && !is_said; j++)
        is_said = g_strcmp0 (meshes[i], meshes[j]) == 0;
      if (!is_said)
        streek_words_append_sentence (text, streek_areas_get_attribution (self->areas, meshes[i]));
    }

  if (self->spec->furniture.surroundings)
    streek_words_append_sentence (text, STREEK_SURROUNDINGS_ATTRIBUTION);
}

/**
 * streek_gathering_make_source:
 *
 * Returns: (transfer full): the sources of figures, areas and boundaries
 */
char *
streek_gathering_make_source (const StreekGathering *self)
{
  GString *text = g_string_new (NULL);

  if (self->indicator != NULL)
    {
      g_autofree char *line = streek_source_make_line (&self->indicator->source, 1);

      streek_words_append_sentence (text, line);
    }

  if (self->second != NULL && self->second->source != NULL &&
      g_strcmp0 (self->second->source, self->indicator->source) != 0)
    {
      g_autofree char *sentence =
        /* Translators: a source line: %1$s is an indicator, %2$s where its figures come from */
        g_strdup_printf (_ ("Source for %1$s: %2$s"), self->second->name, self->second->source);

      streek_words_append_sentence (text, sentence);
    }

  if (self->policy != NULL)
    {
      g_autofree char *sentence =
        /* Translators: a source line: %1$s is the name of class limits, %2$s who fixed them */
        g_strdup_printf (_ ("Source for the limits “%1$s”: %2$s"),
                         self->policy->texts[STREEK_POLICY_NAME],
                         self->policy->texts[STREEK_POLICY_SOURCE]);

      streek_words_append_sentence (text, sentence);
    }

  if (strcmp (self->set->code, "gemeente") != 0)
    append_set_source (text, self->set);

  if (self->outline != NULL && strcmp (self->outline->source, self->set->source) != 0)
    append_set_source (text, self->outline);

  if (self->overlay != NULL && strcmp (self->overlay->source, self->set->source) != 0 &&
      (self->outline == NULL || strcmp (self->overlay->source, self->outline->source) != 0))
    append_set_source (text, self->overlay);

  append_attributions (self, text);
  g_string_replace (text, "\n", " ", 0);

  return g_string_free (text, FALSE);
}

static void
add_note (GPtrArray *notes, char *note)
{
  g_ptr_array_add (notes, note);
}

static void
add_moved_date (
  GPtrArray *notes, const StreekFormat *format, const char *what, StreekDate asked, StreekDate used)
{
  if (asked == used)
    return;

  g_autofree char *was = streek_format_date (format, asked);
  g_autofree char *is = streek_format_date (format, used);

  /* Translators: %1$s is a kind of areas, or an area; %2$s and %3$s are dates */
  add_note (notes, g_strdup_printf (_ ("%1$s did not exist on %2$s: shown as of %3$s, the nearest "
                                       "date."),
                                    what, was, is));
}

static void
add_dates (const StreekGathering *self, const StreekFormat *format, GPtrArray *notes)
{
  add_moved_date (notes, format, self->set->name, self->asked, self->used);

  if (self->container != NULL && self->container->set != self->set)
    {
      g_autofree char *name = dup_full_name (self->container);

      add_moved_date (notes, format, name, self->asked, self->container_used);
    }

  if (self->outline != NULL && self->outline != self->set)
    add_moved_date (notes, format, self->outline->name, self->asked, self->outline_used);

  if (self->overlay != NULL && self->overlay != self->set && self->overlay != self->outline)
    add_moved_date (notes, format, self->overlay->name, self->asked, self->overlay_used);
}

static GPtrArray *
filter_by_certainty (const GPtrArray *areas, StreekCertainty certainty)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (areas, i);

      if (area->certainty == certainty)
        g_ptr_array_add (some, (gpointer) area);
    }

  return some;
}

static void
add_certainty_of (GPtrArray *notes, const StreekAreaSet *set, const GPtrArray *areas)
{
  g_autoptr (GPtrArray) inferred = filter_by_certainty (areas, STREEK_CERTAINTY_INFERRED);
  g_autoptr (GPtrArray) corrected = filter_by_certainty (areas, STREEK_CERTAINTY_CORRECTED);

  if (inferred->len > 0 && inferred->len == areas->len)
    /* Translators: no source lists the municipalities of these areas; %s is a kind of areas */
    add_note (notes, g_strdup_printf (_ ("Composition inferred: %s."), set->name));
  else if (inferred->len > 0)
    {
      g_autofree char *names = streek_words_dup_names (inferred);

      add_note (notes, g_strdup_printf (_ ("Composition inferred: %1$s %2$s."), set->name, names));
    }

  if (corrected->len > 0)
    {
      g_autofree char *names = streek_words_dup_names (corrected);

      add_note (
        notes, g_strdup_printf (_ ("Composition corrected by hand: %1$s %2$s."), set->name, names));
    }
}

static void
add_certainty (const StreekGathering *self, GPtrArray *notes)
{
  add_certainty_of (notes, self->set, self->rows);

  if (self->outline != NULL)
    add_certainty_of (notes, self->outline, self->outlines);

  if (self->overlay != NULL && self->overlay != self->set && self->overlay != self->outline)
    add_certainty_of (notes, self->overlay, self->overlays);

  if (self->container == NULL || self->container->set == self->set ||
      self->container->set == self->outline)
    return;

  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, (gpointer) self->container);

  if (self->container->certainty == STREEK_CERTAINTY_INFERRED)
    {
      g_autofree char *name = dup_full_name (self->container);

      add_note (notes, g_strdup_printf (_ ("Composition inferred: %s."), name));
    }
  else
    add_certainty_of (notes, self->container->set, one);
}

static gboolean
rows_overlap (const StreekGathering *self)
{
  const StreekMesh *mesh = streek_areas_get_mesh (self->areas, self->set->mesh);
  g_autofree guint8 *taken = g_new0 (guint8, MAX (streek_mesh_get_n_units (mesh), 1));

  for (guint row = 0; row < self->rows->len; row++)
    {
      const StreekArea *area = self->rows->pdata[row];

      for (guint i = 0; i < area->units.n; i++)
        if (taken[area->units.ids[i]]++)
          return TRUE;
    }

  return FALSE;
}

/* How much of each row is seen, smaller areas lying on top as on the map. */
static guint *
count_seen_units (const StreekGathering *self)
{
  const StreekMesh *mesh = streek_areas_get_mesh (self->areas, self->set->mesh);
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *row_of = streek_figures_group_units (self->rows, n_units);
  guint *seen = g_new0 (guint, MAX (self->rows->len, 1));

  for (guint unit = 0; unit < n_units; unit++)
    if (row_of[unit] >= 0)
      seen[row_of[unit]]++;

  return seen;
}

/* Areas of a set may lie over each other, and a place has one colour. */
static void
add_covered (const StreekGathering *self, GPtrArray *notes)
{
  /* borders of one's own that cross: nobody cut them where they do */
  if (self->set->own_borders && self->set->overlaps)
    add_note (
      notes,
      g_strdup (_ ("Areas of this set lie over each other; where they do, the map shows the last "
                   "of them.")));
  if (!rows_overlap (self))
    return;

  g_autofree guint *seen = count_seen_units (self);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  g_autoptr (GPtrArray) cut = g_ptr_array_new ();

  for (guint row = 0; row < self->rows->len; row++)
    {
      StreekArea *area = self->rows->pdata[row];

      if (area->units.n > 0 && seen[row] == 0)
        g_ptr_array_add (hidden, area);
      else if (seen[row] < area->units.n)
        g_ptr_array_add (cut, area);
    }

  g_autofree char *gone = streek_words_dup_names (hidden);
  g_autofree char *partly = streek_words_dup_names (cut);

  if (hidden->len > 0)
    /* Translators: %s is a list of areas */
    add_note (
      notes, g_strdup_printf (_ ("Not to be seen, for other areas lie over all of it: %s."), gone));
  if (cut->len > 0)
    /* Translators: %s is a list of areas */
    add_note (notes,
              g_strdup_printf (_ ("Seen in part, for other areas lie over it: %s."), partly));
}

static void
add_straddling (const StreekGathering *self, GPtrArray *notes)
{
  if (self->straddling == NULL || self->straddling->len == 0)
    return;

  g_autofree char *names = streek_words_dup_names (self->straddling);

  /* Translators: %1$s is an area, %2$s a list of areas */
  add_note (notes, g_strdup_printf (_ ("Left out because they lie only partly in %1$s: %2$s."),
                                    self->container->name, names));
}

static void
add_values (const StreekGathering *self, GPtrArray *notes)
{
  if (self->n_partial > 0)
    add_note (notes, g_strdup_printf (
                       ngettext ("The figure of %u area is a minimum (≥): a part of it is unknown.",
                                 "The figures of %u areas are a minimum (≥): a part of each is "
                                 "unknown.",
                                 self->n_partial),
                       self->n_partial));

  if (self->n_published > 0 && self->n_computed > 0)
    add_note (
      notes, g_strdup (_ ("Some figures are as published, others are computed from their parts.")));

  if (self->n_provisional > 0)
    add_note (notes, g_strdup_printf (
                       ngettext ("The figure of %u area is provisional, estimated or projected.",
                                 "The figures of %u areas are provisional, estimated or projected.",
                                 self->n_provisional),
                       self->n_provisional));

  streek_value_notes_append (self->value_notes, MAX_VALUE_NOTES, notes);
}

/* Of two indicators, what is not as the period asked says. */
static void
add_second (const StreekGathering *self, const StreekFormat *format, GPtrArray *notes)
{
  if (!streek_gathering_has_second (self))
    return;

  g_autofree char *asked = streek_format_period (format, self->period);
  g_autofree char *used = streek_format_period (format, self->second_period);

  if (streek_gathering_has_other_period (self))
    add_note (notes,
              /* Translators: %1$s is an indicator, %2$s and %3$s are periods */
              g_strdup_printf (_ ("“%1$s” is of %3$s: there are no figures of it of %2$s."),
                               self->second->name, asked, used));

  if (self->spec->kind == STREEK_FIGURE_BIVARIATE &&
      (self->indicator->is_count || self->second->is_count))
    add_note (notes, g_strdup (_ ("Colours of a count mostly show where many people live; circles "
                                  "show counts as they are.")));
}

/* What lies between both periods of a change besides time. */
static void
add_change (const StreekGathering *self, GPtrArray *notes)
{
  if (!streek_gathering_is_change (self))
    return;

  for (guint i = 0; i < self->breaks->len; i++)
    {
      char *note = streek_break_describe (g_ptr_array_index (self->breaks, i), self->indicator);

      if (g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
        g_free (note);
      else
        add_note (notes, note);
    }

  for (guint i = 0; i < self->other_borders->len; i++)
    add_note (notes, g_strdup (g_ptr_array_index (self->other_borders, i)));

  if (self->left_period.kind != STREEK_PERIOD_NONE)
    add_note (notes, streek_indicator_describe_lonely (self->left_period, self->period));

  if (self->measure == STREEK_CHANGE_ABSOLUTE && self->indicator->is_count)
    add_note (notes, g_strdup (_ ("A change in numbers is mostly largest where many people live; "
                                  "in percent areas compare.")));
}

/* Counts in colours mostly show where many people live. */
static void
add_advice (const StreekGathering *self, GPtrArray *notes)
{
  const StreekFigureSpec *spec = self->spec;

  if (self->indicator != NULL && self->indicator->is_count &&
      (spec->kind == STREEK_FIGURE_CHOROPLETH || spec->kind == STREEK_FIGURE_COMBINED) &&
      !spec->kind_is_automatic)
    add_note (notes,
              g_strdup (_ ("Colours of a count mostly show where many people live; circles show "
                           "counts as they are.")));
}

/* Whether a municipality that the map shows is made of several of before 2019. */
static gboolean
shows_merger (const StreekGathering *self)
{
  StreekDate used;
  g_autoptr (GPtrArray) all = streek_areas_list (self->areas, "gemeente", self->used, &used, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const StreekArea *municipality = all->pdata[i];
      gboolean is_same_mesh = strcmp (municipality->set->mesh, self->set->mesh) == 0;
      gboolean is_shown = !is_same_mesh;

      for (guint row = 0; row < self->rows->len && municipality->units.n > 1 && !is_shown; row++)
        is_shown = streek_area_overlaps (self->rows->pdata[row], municipality);
      if (municipality->units.n > 1 && is_shown)
        return TRUE;
    }

  return FALSE;
}

static void
add_predecessors (const StreekGathering *self, GPtrArray *notes)
{
  if (self->spec->furniture.predecessors && !shows_merger (self))
    add_note (notes,
              g_strdup (_ ("None of the municipalities shown came from a merger after 2018.")));
}

/* What a policy fixed holds for a time, and the map may be of another. */
static void
add_policy (const StreekGathering *self, const StreekFormat *format, GPtrArray *notes)
{
  if (self->policy == NULL || streek_policy_limits_hold (self->policy, self->period))
    return;

  g_autofree char *validity = streek_policy_limits_dup_validity (self->policy, format);
  g_autofree char *period = streek_format_period (format, self->period);

  /* Translators: %1$s is the name of class limits, %2$s is "2020–2030" or "from 2020", %3$s a
   * period */
  add_note (notes, g_strdup_printf (_ ("The limits “%1$s” hold %2$s; the map shows %3$s."),
                                    self->policy->texts[STREEK_POLICY_NAME], validity, period));
}

/**
 * streek_gathering_make_notes:
 *
 * Returns: (transfer full) (array zero-terminated=1): what a reader must know, most important first
 */
char **
streek_gathering_make_notes (const StreekGathering *self, const StreekFormat *format)
{
  GPtrArray *notes = g_ptr_array_new ();

  add_dates (self, format, notes);
  add_policy (self, format, notes);
  add_change (self, notes);
  add_second (self, format, notes);
  add_values (self, notes);
  add_straddling (self, notes);
  add_covered (self, notes);
  add_certainty (self, notes);
  add_predecessors (self, notes);
  add_advice (self, notes);
  g_ptr_array_add (notes, NULL);

  return (char **) g_ptr_array_free (notes, FALSE);
}
