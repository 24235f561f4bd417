/* streek-charts-words.c: title, context, source line and notes of a chart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-charts-private.h"

#include "base/streek-source.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_NAMES 3
#define MAX_VALUE_NOTES 3

static const StreekChartSubject *
get_subject (const StreekChartGathering *self, guint index)
{
  return &g_array_index (self->subjects, StreekChartSubject, index);
}

static const StreekChartPlace *
get_place (const StreekChartGathering *self, guint index)
{
  return &g_array_index (self->places, StreekChartPlace, index);
}

static StreekPeriod
get_last_period (const StreekChartGathering *self)
{
  return g_array_index (self->periods, StreekPeriod, self->periods->len - 1);
}

/* "a, b and c" in the words of the language. */
static char *
join_names (GPtrArray *names)
{
  if (names->len == 1)
    return g_strdup (g_ptr_array_index (names, 0));

  GString *text = g_string_new (NULL);

  for (guint i = 0; i + 1 < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));

  g_autofree char *first = g_string_free (text, FALSE);

  /* Translators: the end of a list: %1$s holds all but the last */
  return g_strdup_printf (_ ("%1$s and %2$s"), first,
                          (const char *) g_ptr_array_index (names, names->len - 1));
}

/* What all names have in common up to ": ", %NULL: nothing. */
static char *
dup_common_start (const GPtrArray *names)
{
  const char *first = g_ptr_array_index (names, 0);
  const char *colon = names->len > 1 ? strstr (first, ": ") : NULL;

  for (guint i = 1; i < names->len && colon != NULL; i++)
    if (strncmp (g_ptr_array_index (names, i), first, colon + 2 - first) != 0)
      colon = NULL;

  return colon != NULL ? g_strndup (first, colon - first) : NULL;
}

static char *
make_what (const StreekChartGathering *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->subjects->len; i++)
    {
      const char *name = get_subject (self, i)->indicator->name;

      if (get_subject (self, i)->parent < 0)
        g_ptr_array_add (names, names->len > 0 ? streek_words_dup_inside_sentence (name)
                                               : g_strdup (name));
    }

  if (self->spec->kind == STREEK_CHART_MONITOR && names->len > 1)
    return g_strdup (streek_chart_kind_get_label (STREEK_CHART_MONITOR));

  g_autoptr (GPtrArray) full = g_ptr_array_new ();

  for (guint i = 0; i < self->subjects->len; i++)
    if (get_subject (self, i)->parent < 0)
      g_ptr_array_add (full, (gpointer) get_subject (self, i)->indicator->name);

  char *common = dup_common_start (full); /* "Inwoners: …", "Inwoners: …" */

  if (common != NULL)
    return common;

  if (names->len <= MAX_NAMES)
    return join_names (names);

  /* Translators: the title of a chart: %1$s is an indicator */
  return g_strdup_printf (
    ngettext ("%1$s and %2$u other indicator", "%1$s and %2$u other indicators", names->len - 1),
    (const char *) g_ptr_array_index (names, 0), names->len - 1);
}

static char *
make_when (const StreekChartGathering *self, const StreekFormat *format)
{
  StreekPeriod first = g_array_index (self->periods, StreekPeriod, 0);
  StreekPeriod last = get_last_period (self);
  g_autofree char *from = streek_format_period (format, first);
  g_autofree char *to = streek_format_period (format, last);

  if (streek_period_equal (first, last))
    return g_steal_pointer (&to);

  if (streek_chart_kind_has_two_moments (self->spec->kind))
    return g_strdup_printf (_ ("%1$s and %2$s"), from, to);

  return g_strdup_printf ("%s–%s", from, to);
}

static char *
make_where (const StreekChartGathering *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->set != NULL)
    {
      g_autofree char *set = streek_words_dup_inside_sentence (self->set->name);

      return self->container != NULL
               ? g_strdup_printf (_ ("%1$s in %2$s"), set, self->container->name)
               : g_steal_pointer (&set);
    }

  for (guint i = 0; i < self->places->len; i++)
    if (!get_place (self, i)->is_reference)
      g_ptr_array_add (names, get_place (self, i)->name);

  if (names->len <= MAX_NAMES)
    return join_names (names);

  return g_strdup_printf (ngettext ("%u area", "%u areas", names->len), names->len);
}

/**
 * streek_chart_gathering_make_title:
 *
 * Returns: (transfer full): "Aandeel 65-plussers, 2010–2020 – gemeenten in Westhoek"; where even
 *   the latest figures are old, it says so
 */
char *
streek_chart_gathering_make_title (const StreekChartGathering *self, const StreekFormat *format)
{
  g_autofree char *what = make_what (self);
  g_autofree char *when = make_when (self, format);
  g_autofree char *where = make_where (self);
  g_autofree char *title = g_str_has_suffix (what, when)
                             ? g_strdup_printf ("%s – %s", what, where)
                             : g_strdup_printf (_ ("%1$s, %2$s – %3$s"), what, when, where);

  if (!streek_catalogue_is_old (self->catalogue, get_subject (self, 0)->indicator,
                                get_last_period (self)))
    return g_steal_pointer (&title);

  g_autofree char *last = streek_format_period (format, get_last_period (self));

  /* Translators: %1$s is the title of a chart, %2$s the period of its newest figures, long ago */
  return g_strdup_printf (_ ("%1$s (latest figures: %2$s)"), title, last);
}

/**
 * streek_chart_gathering_make_context:
 *
 * Returns: (transfer full): which areas, how many, and of when; and what they are compared with
 */
char *
streek_chart_gathering_make_context (const StreekChartGathering *self, const StreekFormat *format)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = streek_format_date (format, self->on);
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  guint n_own = 0;

  for (guint i = 0; i < self->places->len; i++)
    if (get_place (self, i)->is_reference)
      g_ptr_array_add (references, get_place (self, i)->name);
    else
      n_own++;

  if (self->set != NULL)
    g_string_append_printf (text, "%s (%u)", self->set->name, n_own);
  else
    for (guint i = 0; i < MIN (n_own, 6); i++)
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              get_place (self, i)->area->set->code,
                              get_place (self, i)->area->name);

  if (self->container != NULL)
    g_string_append_printf (text, " · %s", self->container->name);

  g_string_append (text, " · ");

  if (self->periods->len > 1 && self->spec->on == STREEK_DATE_NONE)
    g_string_append (text, _ ("areas of each period"));
  else
    g_string_append_printf (text, _ ("areas of %s"), date);

  if (references->len > 0)
    {
      g_autofree char *names = join_names (references);

      /* Translators: %s is a list of areas of reference */
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("beside %s"), names);
    }

  return g_string_free (text, FALSE);
}

/**
 * streek_chart_gathering_make_source:
 *
 * Returns: (transfer full): the sources of all figures, each once
 */
char *
streek_chart_gathering_make_source (const StreekChartGathering *self)
{
  g_autofree const char **sources = g_new0 (const char *, self->subjects->len + 1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->subjects->len; i++)
    sources[i] = get_subject (self, i)->indicator->source;

  g_autofree char *line = streek_source_make_line (sources, self->subjects->len);

  streek_words_append_sentence (text, line);

  return g_string_free (text, FALSE);
}

static void
add_coverage (const StreekChartGathering *self, const StreekFormat *format, GPtrArray *notes)
{
  if (isnan (self->least_coverage_pct))
    return;

  if (self->least_coverage_pct >= 99.95)
    {
      g_ptr_array_add (notes, g_strdup (_ ("Coverage: complete for every figure shown.")));
      return;
    }

  g_autofree char *least = streek_format_number (format, self->least_coverage_pct, 1);

  /* Translators: %s is a number; what is known of the figure with the least coverage */
  g_ptr_array_add (notes,
                   g_strdup_printf (_ ("Coverage: at least %s %% of every figure shown."), least));
}

static void
add_left_out (const StreekChartGathering *self, GPtrArray *notes)
{
  char *sentence = self->container != NULL && self->straddling != NULL
                     ? streek_areas_describe_left_out (self->container, self->straddling)
                     : NULL;

  if (sentence != NULL)
    g_ptr_array_add (notes, sentence);
}

static void
add_break_reasons (const StreekChartGathering *self, const StreekFormat *format, GPtrArray *notes)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const StreekChartSubject *subject = get_subject (self, i);

      for (guint b = 0; b < subject->breaks->len; b++)
        {
          const StreekBreak *found = g_ptr_array_index (subject->breaks, b);
          StreekPeriod first = g_array_index (self->periods, StreekPeriod, 0);

          if (streek_period_compare (found->period, first) <= 0 ||
              streek_period_compare (found->period, get_last_period (self)) > 0)
            continue;

          g_autofree char *period = streek_format_period (format, found->period);

          /* Translators: %1$s is an indicator, %2$s a period, %3$s a reason */
          char *note = g_strdup_printf (_ ("%1$s: break in %2$s: %3$s"), subject->indicator->name,
                                        period, found->reason);

          if (g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
            g_free (note); /* of numerator and denominator alike */
          else
            g_ptr_array_add (notes, note);
        }
    }
}

/**
 * streek_chart_gathering_make_notes:
 *
 * Returns: (transfer full) (array zero-terminated=1): what a reader must know
 */
char **
streek_chart_gathering_make_notes (const StreekChartGathering *self, const StreekFormat *format)
{
  GPtrArray *notes = g_ptr_array_new ();

  if (self->target_note != NULL)
    g_ptr_array_add (notes, g_strdup (self->target_note));

  if (self->n_partial > 0)
    g_ptr_array_add (
      notes, g_strdup_printf (ngettext ("%u figure is a minimum (≥): a part of it is unknown.",
                                        "%u figures are a minimum (≥): a part of each is unknown.",
                                        self->n_partial),
                              self->n_partial));

  if (self->n_moved > 0)
    g_ptr_array_add (notes, g_strdup (_ ("Areas that did not exist in a period are shown as of the "
                                         "nearest date they did.")));

  add_break_reasons (self, format, notes);
  add_left_out (self, notes);

  streek_value_notes_append (self->value_notes, MAX_VALUE_NOTES, notes);

  add_coverage (self, format, notes);
  g_ptr_array_add (notes, NULL);

  return (char **) g_ptr_array_free (notes, FALSE);
}
