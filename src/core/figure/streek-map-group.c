/* streek-map-group.c: maps that are seen together, and what is said of all of them at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-group-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More notes than these push the maps off their sheet. */
#define MAX_NOTES 5

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* What is true of every map is said once, the rest with the heading of its map. */
static gboolean
is_of_all (const StreekMapGroup *self, const char *note)
{
  for (guint i = 0; i < self->n; i++)
    if (!g_strv_contains ((const char *const *) self->figures[i]->notes, note))
      return FALSE;

  return TRUE;
}

static char **
collect_notes (const StreekMapGroup *self, const char *const *notes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  char **said;
  guint n_left;

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (notes[i]));

  /* first what is true of all of them */
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->n; i++)
      for (guint k = 0; self->figures[i]->notes[k] != NULL; k++)
        {
          const char *note = self->figures[i]->notes[k];
          gboolean all = is_of_all (self, note);
          g_autofree char *text =
            all ? g_strdup (note) : g_strdup_printf ("%s: %s", self->headings[i], note);

          if (all == (round == 0) && !has_text (texts, text))
            g_ptr_array_add (texts, g_steal_pointer (&text));
        }

  n_left = texts->len > MAX_NOTES ? texts->len - (MAX_NOTES - 1) : 0;
  g_ptr_array_set_size (texts, (int) (texts->len - n_left));

  if (n_left > 0)
    g_ptr_array_add (texts, g_strdup_printf (
                              /* Translators: under maps beside each other, after the first few
                               * remarks */
                              ngettext ("%u more remark: see the map by itself.",
                                        "%u more remarks: see each map by itself.", n_left),
                              n_left));

  said = g_new0 (char *, texts->len + 1);
  for (guint i = 0; i < texts->len; i++)
    said[i] = g_strdup (texts->pdata[i]);

  return said;
}

/* The sentences of all source lines, each once. */
static char *
join_sources (const StreekMapGroup *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n; i++)
    {
      const char *source = self->figures[i]->source;
      g_auto (GStrv) parts = g_strsplit (source != NULL ? source : "", ". ", -1);

      for (guint k = 0; parts[k] != NULL; k++)
        {
          g_autofree char *sentence = g_str_has_suffix (parts[k], ".") || *parts[k] == '\0'
                                        ? g_strdup (parts[k])
                                        : g_strconcat (parts[k], ".", NULL);

          if (*sentence != '\0' && !has_text (sentences, sentence))
            g_ptr_array_add (sentences, g_steal_pointer (&sentence));
        }
    }

  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* "Gemeenten (64) · West-Vlaanderen" of "Gemeenten (64) · West-Vlaanderen · areas of 1 January
 * 2009" */
static char *
dup_without_date (const char *context)
{
  const char *last = NULL;

  for (const char *at = context; at != NULL && (at = strstr (at, " · ")) != NULL; at++)
    last = at;

  return last != NULL ? g_strndup (context, (gsize) (last - context)) : g_strdup ("");
}

/* What all maps have in common; the days of their areas differ where their periods do. */
static char *
join_contexts (const StreekMapGroup *self)
{
  const char *first = self->figures[0]->context;
  g_autofree char *common = dup_without_date (first);
  gboolean is_same = TRUE, has_common = *common != '\0';

  for (guint i = 1; i < self->n; i++)
    {
      g_autofree char *other = dup_without_date (self->figures[i]->context);

      is_same &= g_strcmp0 (self->figures[i]->context, first) == 0;
      has_common &= g_str_equal (common, other);
    }

  if (is_same)
    return g_strdup (first);

  /* Translators: of maps of several periods beside each other */
  return has_common
           ? g_strdup_printf ("%s · %s", common, _ ("each map on the areas of its own period"))
           /* Translators: of maps of several periods beside each other */
           : g_strdup (_ ("Each map on the areas of its own period"));
}

static gboolean
limits_are_equal (const StreekClasses *a, const StreekClasses *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (streek_classes_get_n (a) != streek_classes_get_n (b))
    return FALSE;

  for (guint i = 0; i < streek_classes_get_n (a); i++)
    if (streek_classes_get_lower (a, i) != streek_classes_get_lower (b, i) ||
        streek_classes_get_upper (a, i) != streek_classes_get_upper (b, i))
      return FALSE;

  return TRUE;
}

static gboolean
legends_are_equal (const StreekFigure *a, const StreekFigure *b)
{
  const StreekFigureSpec *one = a->spec, *other = b->spec;

  /* a change, and two indicators of other periods, say in their names of when they are */
  return one->kind != STREEK_FIGURE_AREAS && one->kind == other->kind &&
         g_strcmp0 (one->indicator, other->indicator) == 0 &&
         g_strcmp0 (a->indicator_name, b->indicator_name) == 0 &&
         g_strcmp0 (a->second_name, b->second_name) == 0 &&
         g_strcmp0 (one->palette, other->palette) == 0 && a->largest == b->largest &&
         limits_are_equal (a->classes, b->classes) &&
         limits_are_equal (a->pair_classes[0], b->pair_classes[0]) &&
         limits_are_equal (a->pair_classes[1], b->pair_classes[1]);
}

static char *
make_description (const StreekMapGroup *self)
{
  g_autofree char *headings = g_strjoinv ("; ", self->headings);

  /* Translators: said by a screen reader of maps beside each other: %1$u is how many, %2$s their
   * title, %3$s what each shows */
  return g_strdup_printf (ngettext ("%1$u map: %2$s. %3$s.", "%1$u maps: %2$s. %3$s.", self->n),
                          self->n, self->title, headings);
}

StreekMapGroup *
streek_map_group_new (StreekFigure *const *figures,
                      guint n,
                      const char *const *headings,
                      const char *title,
                      const char *const *notes)
{
  g_return_val_if_fail (figures != NULL && n > 0 && headings != NULL && title != NULL, NULL);

  StreekMapGroup *self = g_new0 (StreekMapGroup, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n = n;
  self->figures = g_new0 (StreekFigure *, n);
  self->headings = g_new0 (char *, n + 1);
  self->has_one_legend = TRUE;
  self->extent = figures[0]->ground->extent;

  for (guint i = 0; i < n; i++)
    {
      const StreekExtent *extent = &figures[i]->ground->extent;

      self->figures[i] = streek_figure_ref (figures[i]);
      self->headings[i] = g_strdup (headings[i]);
      self->has_one_legend &= n == 1 || legends_are_equal (figures[0], figures[i]);
      self->extent.x_min = MIN (self->extent.x_min, extent->x_min);
      self->extent.y_min = MIN (self->extent.y_min, extent->y_min);
      self->extent.x_max = MAX (self->extent.x_max, extent->x_max);
      self->extent.y_max = MAX (self->extent.y_max, extent->y_max);
    }

  self->title = g_strdup (title);
  self->context = join_contexts (self);
  self->source = join_sources (self);
  self->notes = collect_notes (self, notes);
  self->description = make_description (self);
  self->wide_table = streek_map_group_new_wide_table (self);
  streek_map_group_number_areas (self);

  return self;
}

StreekMapGroup *
streek_map_group_ref (StreekMapGroup *group)
{
  g_atomic_ref_count_inc (&group->refs);

  return group;
}

void
streek_map_group_unref (StreekMapGroup *group)
{
  if (!g_atomic_ref_count_dec (&group->refs))
    return;

  for (guint i = 0; i < group->n; i++)
    streek_figure_unref (group->figures[i]);

  g_free (group->figures);
  g_strfreev (group->headings);
  g_strfreev (group->notes);
  g_free (group->title);
  g_free (group->context);
  g_free (group->source);
  g_free (group->description);
  g_clear_pointer (&group->wide_table, streek_table_unref);
  g_free (group);
}

guint
streek_map_group_get_n (const StreekMapGroup *group)
{
  return group->n;
}

StreekFigure *
streek_map_group_get_figure (const StreekMapGroup *group, guint index)
{
  g_return_val_if_fail (index < group->n, NULL);

  return group->figures[index];
}

const char *
streek_map_group_get_heading (const StreekMapGroup *group, guint index)
{
  g_return_val_if_fail (index < group->n, NULL);

  return group->headings[index];
}

const char *
streek_map_group_get_title (const StreekMapGroup *group)
{
  return group->title;
}

const char *
streek_map_group_get_context (const StreekMapGroup *group)
{
  return group->context;
}

const char *
streek_map_group_get_source (const StreekMapGroup *group)
{
  return group->source;
}

const char *
streek_map_group_get_description (const StreekMapGroup *group)
{
  return group->description;
}

const char *const *
streek_map_group_get_notes (const StreekMapGroup *group)
{
  return (const char *const *) group->notes;
}

gboolean
streek_map_group_has_one_legend (const StreekMapGroup *group)
{
  return group->has_one_legend;
}

static int
find_row (StreekTable *table, const char *code)
{
  int column = streek_table_find_column (table, "code");

  for (guint row = 0; column >= 0 && row < streek_table_get_n_rows (table); row++)
    if (g_strcmp0 (streek_table_get_text (table, row, (guint) column), code) == 0)
      return (int) row;

  return -1;
}

/* The figures of both indicators, in one line. */
static void
append_both (GString *lines,
             const char *heading,
             const StreekFigure *figure,
             guint row,
             const StreekFormat *format)
{
  g_autofree char *pair = streek_figure_dup_pair_lines (figure, row, format);
  g_auto (GStrv) parts = g_strsplit (pair, "\n", -1);
  g_autofree char *line = g_strjoinv ("; ", parts);

  g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", heading, line);
}

/**
 * streek_map_group_dup_values:
 * @code: of an area
 * @format: how numbers look
 *
 * Returns: (transfer full) (nullable): the figure of the area on each map that has it, a line each;
 *   %NULL where maps show areas and no figures
 */
char *
streek_map_group_dup_values (const StreekMapGroup *group,
                             const char *code,
                             const StreekFormat *format)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < group->n; i++)
    {
      const StreekFigure *figure = group->figures[i];
      int row = find_row (figure->table, code);

      if (row < 0 || figure->spec->kind == STREEK_FIGURE_AREAS)
        continue;

      if (streek_figure_kind_has_second (figure->spec->kind))
        {
          append_both (lines, group->headings[i], figure, (guint) row, format);
          continue;
        }

      g_autofree char *value = streek_figure_format_value (figure, (guint) row, format);
      const char *unit = isnan (figure->values[row]) || figure->unit == NULL ? "" : figure->unit;

      g_string_append_printf (lines, "%s%s: %s%s%s", lines->len > 0 ? "\n" : "", group->headings[i],
                              value, *unit != '\0' ? " " : "", unit);
    }

  return g_string_free (lines, lines->len == 0);
}

StreekTable *
streek_map_group_get_wide_table (const StreekMapGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return group->wide_table;
}
