/* streek-figure.c: a figure: a spec with its data, classes and words, ready for layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-number.h"
#include "figure/streek-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (streek_figure_error, streek_figure_error)

/* Some have none. */
static void
free_region_names (StreekFigure *self)
{
  for (guint i = 0; self->region_names != NULL && i < self->ground->n_regions; i++)
    g_free (self->region_names[i]);

  g_free (self->region_names);
}

static void
streek_figure_free (StreekFigure *self)
{
  g_clear_pointer (&self->points, streek_points_free);
  g_clear_pointer (&self->spec, streek_figure_spec_free);
  free_region_names (self);
  g_clear_pointer (&self->ground, streek_ground_unref);
  g_clear_pointer (&self->table, streek_table_unref);
  g_clear_pointer (&self->classes, streek_classes_free);
  g_clear_pointer (&self->legend, g_array_unref);
  g_clear_pointer (&self->policy_limits, g_array_unref);
  g_strfreev (self->class_words);
  g_free (self->policy_name);
  g_strfreev (self->categories);
  for (guint i = 0; i < STREEK_N_MISSING; i++)
    g_free (self->missing_words[i]);
  g_free (self->names);
  g_free (self->values);
  g_free (self->missing);
  g_free (self->is_at_least);
  g_free (self->limits_words);
  g_free (self->circles_words);
  g_free (self->numbers);
  g_free (self->title);
  g_free (self->description);
  g_free (self->context);
  g_free (self->source);
  g_strfreev (self->notes);
  g_free (self->indicator_name);
  g_free (self->unit);
  g_free (self->direction_low);
  g_free (self->direction_high);
  g_free (self->set_name);
  g_free (self->outline_set_name);
  g_strfreev (self->outline_names);
  g_free (self->overlay_set_name);
  g_strfreev (self->overlay_names);
  streek_figure_clear_second (self);
  g_free (self);
}

static char **
copy_names (const char *const *names, guint n)
{
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (names[i]);

  return copy;
}

static void
copy_words (StreekFigure *self, const StreekFigureData *data)
{
  self->title = g_strdup (self->spec->title != NULL ? self->spec->title : data->title);
  self->context = g_strdup (data->context);
  self->source = g_strdup (data->source);
  self->notes = data->notes != NULL ? g_strdupv ((char **) data->notes) : g_new0 (char *, 1);
  self->indicator_name = g_strdup (data->indicator_name);
  self->unit = g_strdup (data->unit);
  self->decimals = data->decimals;
  self->is_ratio = data->is_ratio;
  self->limits_words = g_strdup (data->shared != NULL ? data->shared->limits_words : NULL);
  self->circles_words = g_strdup (data->shared != NULL ? data->shared->circles_words : NULL);
  self->direction_low = g_strdup (data->direction_low);
  self->direction_high = g_strdup (data->direction_high);
  self->set_name = g_strdup (data->set_name);
  self->outline_set_name = g_strdup (data->outline_set_name);
  self->outline_names = copy_names (data->outline_names, self->ground->n_outlines);
  self->overlay_set_name = g_strdup (data->overlay_set_name);
  self->overlay_names = copy_names (
    data->overlay_names, self->ground->overlay != NULL ? self->ground->overlay->n_areas : 0);
  self->region_names = copy_names (data->region_names, self->ground->n_regions);
}

static void
copy_categories (StreekFigure *self, const StreekFigureData *data)
{
  self->categories = g_strdupv ((char **) data->categories);
  self->categories_are_kinds = data->categories_are_kinds;

  for (guint i = 0; data->missing_words != NULL && i < STREEK_N_MISSING; i++)
    self->missing_words[i] = g_strdup (data->missing_words[i]);
}

static void
copy_policy (StreekFigure *self, const StreekFigurePolicy *policy)
{
  if (policy == NULL || !streek_figure_spec_has_policy (self->spec))
    return;

  self->policy_limits = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (self->policy_limits, policy->limits, policy->n_limits);
  self->class_words = g_strdupv ((char **) policy->words);
  self->policy_name = g_strdup (policy->name);
}

static void
copy_rows (StreekFigure *self)
{
  int name = streek_table_find_column (self->table, "name");
  int value = streek_table_find_column (self->table, "value");

  self->names = g_new0 (const char *, self->n_rows + 1);
  self->values = g_new (double, self->n_rows);
  self->missing = g_new0 (StreekMissing, self->n_rows);
  self->is_at_least = g_new0 (gboolean, self->n_rows);

  for (guint row = 0; row < self->n_rows; row++)
    {
      self->names[row] = name >= 0 ? streek_table_get_text (self->table, row, name) : "";
      self->values[row] = value >= 0 ? streek_table_get_number (self->table, row, value) : NAN;

      if (isnan (self->values[row]))
        {
          self->missing[row] =
            value >= 0 ? streek_table_get_missing (self->table, row, value) : STREEK_MISSING_NONE;
          continue;
        }

      self->is_at_least[row] = streek_table_is_at_least (self->table, row, (guint) value);
      self->largest = MAX (self->largest, fabs (self->values[row]));
      self->largest_sum += fabs (self->values[row]);
    }
}

void
streek_figure_share_circles (StreekFigure *self, const StreekFigureSeries *series)
{
  self->largest_sum = MAX (self->largest_sum, series->largest_sum);

  if (series->facts != NULL)
    {
      self->largest = MAX (self->largest, series->facts->largest);
      return;
    }

  for (gsize i = 0; i < series->n_values; i++)
    if (!isnan (series->values[i]))
      self->largest = MAX (self->largest, fabs (series->values[i]));
}

/* FNV-1a over eight bytes at a time, each name with its end. */
static guint64
hash_names (guint64 hash, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *rest = names[i];

      for (gsize n = strlen (rest) + 1, step; n > 0; n -= step, rest += step)
        {
          guint64 word = 0;

          step = MIN (n, sizeof word);
          memcpy (&word, rest, step);
          hash = (hash ^ word) * G_GUINT64_CONSTANT (1099511628211);
          hash ^= hash >> 32;
        }
    }

  return hash;
}

/* What was asked; else 0, where figures are a difference or lie on both sides of it. */
static double
choose_reference (const StreekFigure *self, const StreekFigureData *data)
{
  gboolean has_low = data->is_difference, has_high = data->is_difference;
  const StreekFigureShared *shared = data->shared;

  if (self->categories != NULL)
    return NAN;

  if (!isnan (self->spec->reference))
    return self->spec->reference;

  for (guint row = 0; row < self->n_rows; row++)
    {
      has_low |= self->values[row] < 0;
      has_high |= self->values[row] > 0;
    }

  const StreekSeriesFacts *facts = shared != NULL ? shared->first.facts : NULL;

  if (facts != NULL)
    {
      has_low |= facts->has_low;
      has_high |= facts->has_high;
    }

  for (gsize i = 0; shared != NULL && facts == NULL && i < shared->first.n_values; i++)
    {
      has_low |= shared->first.values[i] < 0;
      has_high |= shared->first.values[i] > 0;
    }

  return has_low && has_high ? 0 : NAN;
}

static gboolean
choose_kind (StreekFigure *self, GError **error)
{
  StreekFigureSpec *spec = self->spec;

  if (spec->kind_is_automatic && spec->indicator == NULL)
    spec->kind = STREEK_FIGURE_AREAS;
  else if (spec->kind_is_automatic)
    spec->kind = self->is_ratio || !isnan (self->reference) || spec->method == STREEK_CLASSES_POLICY
                   ? STREEK_FIGURE_CHOROPLETH
                   : STREEK_FIGURE_CIRCLES;

  if (spec->kind != STREEK_FIGURE_CIRCLES || !self->is_ratio)
    return TRUE;

  g_set_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID,
               _ ("Circles add up to a whole, and “%s” does not: choose a choropleth."),
               self->indicator_name);

  return FALSE;
}

/* @words: (transfer full) (nullable) */
static void
append_words (char **text, const char *between, char *words)
{
  if (words == NULL)
    return;

  char *joined =
    *text != NULL && **text != '\0' ? g_strconcat (*text, between, words, NULL) : g_strdup (words);

  g_free (words);
  g_free (*text);
  *text = joined;
}

/* Places, with what is to be said of them. */
static void
take_points (StreekFigure *self, const StreekFigureData *data)
{
  self->points = streek_points_new (self->spec, data);

  if (self->points == NULL)
    return;

  char *note = streek_points_dup_note (self->points);

  if (note != NULL)
    {
      guint n = g_strv_length (self->notes);

      self->notes = g_renew (char *, self->notes, n + 2);
      self->notes[n] = note;
      self->notes[n + 1] = NULL;
    }

  append_words (&self->source, " ", streek_points_dup_source (self->points));
}

/* Whether a value would be read as one of another class. */
static gboolean
misleads (const StreekClasses *classes, const double *values, guint n, int decimals)
{
  for (guint row = 0; row < n; row++)
    if (!isnan (values[row]) &&
        streek_classes_find (classes, values[row]) !=
          streek_classes_find (classes, streek_number_round (values[row], decimals)))
      return TRUE;

  return FALSE;
}

/* Limits may need more decimals than figures are shown with, or there are fewer classes than were
 * asked; then figures are shown with as many, or one that is shown as 0,0 lies below 0. */
static void
show_classes (StreekFigure *self,
              const char *id,
              const StreekClasses *classes,
              const double *values,
              int *decimals)
{
  int column = streek_table_find_column (self->table, id);

  if (classes == NULL || column < 0 || streek_classes_get_decimals (classes) <= *decimals ||
      !misleads (classes, values, self->n_rows, *decimals))
    return;

  *decimals = streek_classes_get_decimals (classes);
  streek_table_set_column_decimals (self->table, (guint) column, *decimals);
}

/**
 * streek_figure_new:
 * @spec: what is asked
 * @data: what it is drawn from; copied as far as needed, but for its table, which is shown with
 * more decimals where classes ask for them: it is of this figure alone
 * @error: return location for a #StreekFigureError or #StreekStatsError
 *
 * Makes everything of a figure that needs no paper: its kind, its one class table, its legend and
 * its words, in the language of the moment. Rows without a value keep their kind of missing; where
 * no row has one, the map is all hatches.
 *
 * Returns: (transfer full): the figure; %NULL with @error set for a spec that contradicts itself,
 *   a palette that cannot be read apart, or no areas at all
 */
StreekFigure *
streek_figure_new (const StreekFigureSpec *spec, const StreekFigureData *data, GError **error)
{
  g_return_val_if_fail (spec != NULL && data != NULL && data->table != NULL, NULL);
  g_return_val_if_fail (streek_table_get_n_rows (data->table) == data->n_rows, NULL);

  if (!streek_figure_spec_check (spec, error))
    return NULL;

  if (data->n_rows == 0)
    {
      g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                           _ ("There is no area to draw."));
      return NULL;
    }

  StreekFigure *self = g_new0 (StreekFigure, 1);

  g_atomic_ref_count_init (&self->refs);
  self->spec = streek_figure_spec_copy (spec);
  self->ground = streek_ground_get (data);
  self->table = streek_table_ref (data->table);
  copy_categories (self, data);
  self->n_rows = data->n_rows;
  copy_words (self, data);
  copy_policy (self, data->policy);
  copy_rows (self);
  if (data->shared != NULL)
    streek_figure_share_circles (self, &data->shared->first);
  self->names_hash = hash_names (G_GUINT64_CONSTANT (14695981039346656037), self->names);
  self->names_hash = hash_names (self->names_hash, (const char *const *) self->outline_names);
  self->names_hash = hash_names (self->names_hash, (const char *const *) self->overlay_names);
  for (guint i = 0; i < self->ground->n_regions; i++)
    {
      const char *const names[] = { self->region_names[i] != NULL ? self->region_names[i] : "",
                                    NULL };

      self->names_hash = hash_names (self->names_hash, names);
    }

  take_points (self, data);
  self->reference = choose_reference (self, data);

  if (!choose_kind (self, error) || !streek_figure_take_second (self, data, error) ||
      !streek_figure_paint_rows (self, data->shared, error))
    {
      streek_figure_free (self);
      return NULL;
    }

  show_classes (self, "value", self->classes, self->values, &self->decimals);
  show_classes (self, "value", self->pair_classes[0], self->values, &self->decimals);
  show_classes (self, "second", self->pair_classes[1], self->second_values, &self->second_decimals);
  self->legend = g_array_new (FALSE, TRUE, sizeof (StreekLegendItem));
  streek_figure_fill_legend (self);
  self->description = streek_figure_make_description (self);
  if (self->points != NULL)
    append_words (&self->description, " ", streek_points_dup_description (self->points));

  return self;
}

/**
 * streek_figure_ref:
 *
 * Returns: (transfer full): @figure
 */
StreekFigure *
streek_figure_ref (StreekFigure *figure)
{
  g_atomic_ref_count_inc (&figure->refs);

  return figure;
}

/**
 * streek_figure_unref:
 * @figure: (transfer full): a figure
 */
void
streek_figure_unref (StreekFigure *figure)
{
  if (g_atomic_ref_count_dec (&figure->refs))
    streek_figure_free (figure);
}

/**
 * streek_figure_get_spec:
 *
 * Returns: (transfer none): what was asked, with the kind that was chosen
 */
const StreekFigureSpec *
streek_figure_get_spec (const StreekFigure *figure)
{
  return figure->spec;
}

/**
 * streek_figure_get_table:
 *
 * Returns: (transfer none): the table twin: one row per area, in the order of the figure's rows
 */
StreekTable *
streek_figure_get_table (const StreekFigure *figure)
{
  return figure->table;
}

/**
 * streek_figure_get_classes:
 *
 * Returns: (transfer none) (nullable): the class table of a choropleth
 */
StreekClasses *
streek_figure_get_classes (const StreekFigure *figure)
{
  return figure->classes;
}

/**
 * streek_figure_get_mesh:
 *
 * Returns: (transfer none): the mesh its areas are unions of
 */
StreekMesh *
streek_figure_get_mesh (const StreekFigure *figure)
{
  return figure->ground->mesh;
}

/**
 * streek_figure_get_title:
 *
 * Returns: (transfer none): the spec's own title, or the one made from it
 */
const char *
streek_figure_get_title (const StreekFigure *figure)
{
  return figure->title;
}

/**
 * streek_figure_get_description:
 *
 * Returns: (transfer none): one sentence for screen readers and the metadata of files
 */
const char *
streek_figure_get_description (const StreekFigure *figure)
{
  return figure->description;
}

/**
 * streek_figure_get_context:
 *
 * Returns: (transfer none): the set, the area, the date and the number of members
 */
const char *
streek_figure_get_context (const StreekFigure *figure)
{
  return figure->context;
}

/**
 * streek_figure_get_source:
 *
 * Returns: (transfer none): where figures and boundaries come from
 */
const char *
streek_figure_get_source (const StreekFigure *figure)
{
  return figure->source;
}

/**
 * streek_figure_get_notes:
 *
 * Returns: (transfer none) (array zero-terminated=1): what a reader must know; may be empty
 */
const char *const *
streek_figure_get_notes (const StreekFigure *figure)
{
  return (const char *const *) figure->notes;
}

/* Of two indicators both may have limits of one's own, or one of them. */
static gboolean
has_given_limits (const StreekFigure *self)
{
  const StreekFigureSpec *spec = self->spec;

  if (!streek_class_method_is_given (spec->method) || spec->kind != STREEK_FIGURE_BIVARIATE)
    return streek_class_method_is_given (spec->method);

  return spec->breaks != NULL && spec->breaks->len > 0 && spec->second_breaks != NULL &&
         spec->second_breaks->len > 0;
}

/**
 * streek_figure_get_limits_words:
 *
 * Returns: (transfer none) (nullable): in what figures limits and circles were found, in words;
 * %NULL where they were given
 */
const char *
streek_figure_get_limits_words (const StreekFigure *figure)
{
  if (figure->spec->kind == STREEK_FIGURE_CIRCLES)
    return figure->circles_words;

  return has_given_limits (figure) ? NULL : figure->limits_words;
}

/**
 * streek_figure_get_circles_words:
 *
 * Returns: (transfer none) (nullable): in what figures the size of circles over classes was found
 */
const char *
streek_figure_get_circles_words (const StreekFigure *figure)
{
  return figure->spec->kind == STREEK_FIGURE_COMBINED ? figure->circles_words : NULL;
}

/**
 * streek_figure_get_policy_name:
 *
 * Returns: (transfer none) (nullable): %NULL where its classes are none of a policy
 */
const char *
streek_figure_get_policy_name (const StreekFigure *figure)
{
  return figure->policy_name;
}

/**
 * streek_figure_get_row_of:
 *
 * Returns: (transfer none) (array): row of each unit of the mesh, negative for none
 */
const gint32 *
streek_figure_get_row_of (const StreekFigure *figure)
{
  return figure->ground->row_of;
}

/**
 * streek_figure_get_n_rows:
 *
 * Returns: number of areas
 */
guint
streek_figure_get_n_rows (const StreekFigure *figure)
{
  return figure->n_rows;
}

/**
 * streek_figure_get_class:
 * @row: an area
 *
 * Returns: its class or category, from 0; of two indicators, 3 times the place of the class of the
 *   second plus that of the first; -1 where it has no value or the figure has no classes
 */
int
streek_figure_get_class (const StreekFigure *figure, guint row)
{
  g_return_val_if_fail (row < figure->n_rows, -1);

  if (figure->categories != NULL)
    return isnan (figure->values[row]) ? -1 : (int) figure->values[row];
  if (figure->pair_cells != NULL)
    return figure->pair_cells[row];

  return figure->classes != NULL ? streek_classes_find (figure->classes, figure->values[row]) : -1;
}

/**
 * streek_figure_get_missing_words:
 *
 * Returns: (transfer none): why a row has no value or category
 */
const char *
streek_figure_get_missing_words (const StreekFigure *figure, StreekMissing missing)
{
  const char *words = figure->missing_words[missing];

  return words != NULL ? words : streek_missing_get_label (missing);
}

/**
 * streek_figure_get_missing_paint:
 *
 * Returns: a hatch on white; beside kinds that have hatches in grey, one that none of them has
 */
StreekPaint
streek_figure_get_missing_paint (const StreekFigure *figure, StreekMissing missing)
{
  return streek_palette_get_missing_paint (
    figure->categories_are_kinds && missing == STREEK_MISSING_NOT_YET ? STREEK_MISSING_NOT_ADDITIVE
                                                                      : missing);
}

/**
 * streek_figure_get_row_paint:
 * @row: an area
 *
 * Returns: how the area itself is filled; circles stand on a pale ground
 */
StreekPaint
streek_figure_get_row_paint (const StreekFigure *figure, guint row)
{
  int class = streek_figure_get_class (figure, row);

  if (figure->spec->kind == STREEK_FIGURE_AREAS)
    return streek_palette_get_category_paint (figure->ground->colors[row], figure->spec->grey);

  if (isnan (figure->values[row]))
    return streek_figure_get_missing_paint (figure, figure->missing[row]);

  if (class >= 0)
    return figure->class_paints[class];

  return streek_theme_get_print ()->ground;
}
