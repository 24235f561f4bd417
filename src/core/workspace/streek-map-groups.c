/* streek-map-groups.c: from a spec with other maps beside it to all of those maps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-map-groups.h"

#include "base/streek-period-row.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_GAPS 4

/* The maps of a spec, one by one. */
typedef struct
{
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  GPtrArray *specs; /* (element-type StreekFigureSpec) */
  char *gaps;       /* (nullable): periods at the distance of small multiples, without figures */
  guint n_periods;  /* of small multiples: how many there are to choose from */
  guint step;
} Panels;

static void
panels_clear (Panels *self)
{
  g_clear_pointer (&self->areas, streek_areas_unref);
  g_clear_pointer (&self->catalogue, streek_catalogue_unref);
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Panels, panels_clear)

static StreekFigureSpec *
dup_alone (const StreekFigureSpec *spec)
{
  StreekFigureSpec *alone = streek_figure_spec_copy (spec);

  streek_panels_clear (&alone->panels);
  g_clear_pointer (&alone->title, g_free);

  return alone;
}

/* The one asked where there are figures of it, else the newest. */
static gboolean
fill_period (StreekFigureSpec *spec, StreekCatalogue *catalogue, GError **error)
{
  if (spec->indicator == NULL)
    return TRUE;

  const StreekIndicator *indicator = streek_catalogue_find (catalogue, spec->indicator, error);

  if (indicator == NULL)
    return FALSE;

  if (spec->period.kind == STREEK_PERIOD_NONE)
    streek_catalogue_find_newest_period (catalogue, indicator, &spec->period);

  return TRUE;
}

static gboolean
has_period (StreekCatalogue *catalogue, const char *code, StreekPeriod period)
{
  const StreekIndicator *indicator = streek_catalogue_find (catalogue, code, NULL);
  g_autoptr (GArray) periods =
    indicator != NULL ? streek_catalogue_list_periods (catalogue, indicator) : NULL;

  for (guint i = 0; periods != NULL && i < periods->len; i++)
    if (streek_period_equal (g_array_index (periods, StreekPeriod, i), period))
      return TRUE;

  return FALSE;
}

/* What belongs to the figures of one indicator means nothing for another. */
static void
change_indicator (StreekFigureSpec *spec, StreekCatalogue *catalogue, const char *code)
{
  g_free (spec->indicator);
  spec->indicator = g_strdup (code);
  streek_figure_spec_forget_limits (spec);
  if (spec->limits == STREEK_LIMITS_HELD)
    spec->limits = STREEK_LIMITS_SERIES;
  if (!spec->kind_is_automatic && spec->kind == STREEK_FIGURE_BIVARIATE)
    g_clear_pointer (&spec->palette, g_free); /* it is one of two indicators */
  spec->kind_is_automatic = TRUE;
  if (!has_period (catalogue, code, spec->period))
    spec->period = (StreekPeriod){ 0 };
}

static StreekFigureSpec *
make_beside (const StreekFigureSpec *first,
             const StreekPanel *panel,
             StreekCatalogue *catalogue,
             GError **error)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_copy (first);

  if (panel->indicator != NULL && g_strcmp0 (panel->indicator, first->indicator) != 0)
    change_indicator (spec, catalogue, panel->indicator);

  if (panel->set != NULL)
    {
      g_free (spec->set);
      spec->set = g_strdup (panel->set);
    }

  if (panel->period.kind != STREEK_PERIOD_NONE && spec->indicator != NULL)
    spec->period = panel->period;

  return fill_period (spec, catalogue, error) ? g_steal_pointer (&spec) : NULL;
}

static gboolean
add_beside (Panels *self, const StreekFigureSpec *first, const GArray *beside, GError **error)
{
  g_ptr_array_add (self->specs, streek_figure_spec_copy (first));

  for (guint i = 0; i < beside->len; i++)
    {
      StreekFigureSpec *spec =
        make_beside (first, &g_array_index (beside, StreekPanel, i), self->catalogue, error);

      if (spec == NULL)
        return FALSE;

      g_ptr_array_add (self->specs, spec);
    }

  return TRUE;
}

static gboolean
is_change (const StreekFigureSpec *spec)
{
  return spec->kind == STREEK_FIGURE_CHANGE && !spec->kind_is_automatic;
}

/* Nothing changes from a period to itself. */
static void
pass_over_from (const StreekFigureSpec *first, const GArray *periods, GArray *row)
{
  StreekPeriod from = first->from;

  if (!is_change (first))
    return;

  if (from.kind == STREEK_PERIOD_NONE && periods->len > 0)
    from = g_array_index (periods, StreekPeriod, 0);

  for (guint i = row->len; i > 0; i--)
    if (streek_period_equal (g_array_index (row, StreekPeriod, i - 1), from))
      g_array_remove_index (row, i - 1);
}

/* (element-type StreekPeriod): periods of the kind shown, in the range that was asked */
static GArray *
list_row (const Panels *self, const StreekFigureSpec *first, StreekPeriodRange range)
{
  const StreekIndicator *indicator =
    streek_catalogue_find (self->catalogue, first->indicator, NULL);
  g_autoptr (GArray) periods = streek_catalogue_list_periods (self->catalogue, indicator);
  GArray *row = streek_period_row_new (periods, first->period.kind);

  for (guint i = row->len; i > 0; i--)
    if (!streek_period_range_contains (range, g_array_index (row, StreekPeriod, i - 1)))
      g_array_remove_index (row, i - 1);

  pass_over_from (first, periods, row);

  return row;
}

/* (nullable): "2021": where a small map would stand, were there figures */
static char *
dup_gaps (const GArray *chosen, guint step)
{
  if (step == 1)
    return streek_period_row_dup_gaps (chosen, MAX_GAPS, streek_format_get_default ());

  GString *text = g_string_new (NULL);

  for (guint i = 1; i < chosen->len; i++)
    {
      StreekPeriod period = g_array_index (chosen, StreekPeriod, i);
      int to = streek_period_get_number (period);

      if (period.kind == STREEK_PERIOD_DAY)
        break;

      for (int number =
             streek_period_get_number (g_array_index (chosen, StreekPeriod, i - 1)) + (int) step;
           number < to; number += (int) step)
        {
          g_autofree char *name = streek_format_short_period (
            streek_format_get_default (), streek_period_from_number (period.kind, number));

          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
        }
    }

  return g_string_free (text, text->len == 0);
}

/* Small maps of one series have the limits of that series. */
static gboolean
add_multiples (Panels *self, StreekFigureSpec *first, const StreekPanels *panels, GError **error)
{
  g_autoptr (GArray) row = list_row (self, first, panels->range);

  if (first->limits == STREEK_LIMITS_OWN)
    first->limits = STREEK_LIMITS_SERIES;
  self->n_periods = row->len;
  self->step = panels->step;

  g_autoptr (GArray) chosen = streek_period_row_spread (row, panels->n_multiples, &self->step);

  self->gaps = dup_gaps (chosen, self->step);

  for (guint i = 0; i < chosen->len; i++)
    {
      StreekFigureSpec *spec = streek_figure_spec_copy (first);

      spec->period = g_array_index (chosen, StreekPeriod, i);
      g_ptr_array_add (self->specs, spec);
    }

  if (chosen->len > 0)
    return TRUE;

  g_set_error_literal (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA,
                       _ ("There are no figures in the periods that small maps were asked of."));

  return FALSE;
}

/* Takes the catalogue. */
static gboolean
list_panels (Panels *self, const StreekFigureSpec *spec, GError **error)
{
  g_autoptr (StreekFigureSpec) first = dup_alone (spec);

  self->specs = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_figure_spec_free);

  if (!fill_period (first, self->catalogue, error))
    return FALSE;

  if (spec->panels.n_multiples > 0)
    return add_multiples (self, first, &spec->panels, error);

  if (spec->panels.beside != NULL)
    return add_beside (self, first, spec->panels.beside, error);

  g_ptr_array_add (self->specs, g_steal_pointer (&first));

  return TRUE;
}

/* (transfer container): maps of that indicator beside each other */
static GPtrArray *
list_peers (const Panels *self, const char *indicator)
{
  GPtrArray *peers = g_ptr_array_new ();

  for (guint i = 0; i < self->specs->len && indicator != NULL && self->n_periods == 0; i++)
    {
      StreekFigureSpec *spec = self->specs->pdata[i];

      if (g_strcmp0 (spec->indicator, indicator) == 0)
        g_ptr_array_add (peers, spec);
    }

  return peers;
}

/**
 * streek_figures_make_with_others:
 * @spec: a spec with other maps beside it
 *
 * The first map alone, with the limits that it has among the others.
 *
 * Returns: (transfer full): its figure, or %NULL with @error set
 */
StreekFigure *
streek_figures_make_with_others (StreekWorkspace *workspace,
                                 const StreekFigureSpec *spec,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_auto (Panels) panels = { .catalogue = streek_workspace_dup_catalogue (workspace, error) };

  if (!streek_figure_spec_check (spec, error) || panels.catalogue == NULL ||
      !list_panels (&panels, spec, error))
    return NULL;

  g_autoptr (GPtrArray) peers = list_peers (&panels, spec->indicator);
  g_autoptr (StreekFigureSpec) own = streek_figure_spec_copy (spec);

  if (spec->panels.n_multiples > 0 && own->limits == STREEK_LIMITS_OWN)
    own->limits = STREEK_LIMITS_SERIES;

  return streek_figures_make_beside (workspace, own, peers, cancellable, error);
}

/* Words */

static const char *
get_indicator_name (const Panels *self, const StreekFigureSpec *spec)
{
  const StreekIndicator *indicator =
    spec->indicator != NULL ? streek_catalogue_find (self->catalogue, spec->indicator, NULL) : NULL;

  return indicator != NULL ? indicator->name : NULL;
}

static const char *
get_set_name (const Panels *self, const StreekFigureSpec *spec)
{
  const StreekAreaSet *set = streek_areas_find_set (self->areas, spec->set, NULL);

  return set != NULL ? set->name : spec->set;
}

static const StreekFigureSpec *
get_spec (const Panels *self, guint index)
{
  return self->specs->pdata[index];
}

typedef struct
{
  gboolean indicator;
  gboolean period;
  gboolean set;
} Differences;

static Differences
find_differences (const Panels *self)
{
  const StreekFigureSpec *first = get_spec (self, 0);
  Differences differ = { 0 };

  for (guint i = 1; i < self->specs->len; i++)
    {
      const StreekFigureSpec *spec = get_spec (self, i);

      differ.indicator |= g_strcmp0 (first->indicator, spec->indicator) != 0;
      differ.set |= g_strcmp0 (first->set, spec->set) != 0;
      differ.period |= !streek_period_equal (first->period, spec->period);
    }

  return differ;
}

/* "2001", "2001–2010" of a change between two periods that were asked */
static char *
dup_times (const StreekFigureSpec *spec, const StreekFormat *format)
{
  if (!is_change (spec) || spec->from.kind == STREEK_PERIOD_NONE)
    return streek_format_period (format, spec->period);

  gboolean is_forward = streek_period_compare (spec->from, spec->period) <= 0;
  g_autofree char *first =
    streek_format_short_period (format, is_forward ? spec->from : spec->period);
  g_autofree char *last =
    streek_format_short_period (format, is_forward ? spec->period : spec->from);

  return g_strdup_printf ("%s–%s", first, last);
}

/* What a map has of its own: "Aandeel 65-plussers · 2001" */
static char *
make_heading (const Panels *self, guint index, Differences differ, const StreekFormat *format)
{
  const StreekFigureSpec *spec = get_spec (self, index);
  gboolean is_nothing = !differ.indicator && !differ.period && !differ.set;
  GString *text = g_string_new (NULL);

  if (differ.indicator && spec->indicator != NULL)
    g_string_append (text, get_indicator_name (self, spec));

  if ((differ.period || (is_nothing && spec->indicator != NULL)) &&
      spec->period.kind != STREEK_PERIOD_NONE)
    {
      g_autofree char *period = dup_times (spec, format);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", period);
    }

  if (differ.set || text->len == 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", get_set_name (self, spec));

  return g_string_free (text, FALSE);
}

/* What a map is about: both indicators of two, and a change as one. */
static char *
dup_subject (const Panels *self, const StreekFigureSpec *spec)
{
  const char *name = get_indicator_name (self, spec);
  const StreekIndicator *second = NULL;

  if (name == NULL || spec->kind_is_automatic)
    return g_strdup (name);

  if (is_change (spec) && self->n_periods > 0 && spec->from.kind != STREEK_PERIOD_NONE)
    {
      g_autofree char *from = streek_format_period (streek_format_get_default (), spec->from);

      /* Translators: in the title of small maps of periods, which follow: %1$s is an indicator,
       * %2$s the period that each of them is compared with */
      return g_strdup_printf (_ ("%1$s, change compared with %2$s"), name, from);
    }

  if (is_change (spec))
    /* Translators: in the title of several maps: %s is an indicator whose change they show */
    return g_strdup_printf (_ ("%s, change"), name);

  if (streek_figure_kind_has_second (spec->kind) && spec->second != NULL)
    second = streek_catalogue_find (self->catalogue, spec->second, NULL);
  if (second == NULL)
    return g_strdup (name);

  g_autofree char *other = streek_words_dup_inside_sentence (second->name);

  /* Translators: in the title of several maps: two indicators, shown together */
  return g_strdup_printf (_ ("%1$s and %2$s"), name, other);
}

static char *
dup_set_inside (const Panels *self, const StreekFigureSpec *spec)
{
  return streek_words_dup_inside_sentence (get_set_name (self, spec));
}

static char *
dup_set (const Panels *self, const StreekFigureSpec *spec)
{
  return g_strdup (get_set_name (self, spec));
}

typedef char *(*NameFunc) (const Panels *self, const StreekFigureSpec *spec);

/* Each once, in the order of the maps. */
static char *
join_names (const Panels *self, NameFunc dup_name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->specs->len; i++)
    {
      g_autofree char *word = dup_name (self, get_spec (self, i));

      if (word != NULL && !g_ptr_array_find_with_equal_func (names, word, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&word));
    }

  g_ptr_array_add (names, NULL);

  return g_strjoinv (" / ", (char **) names->pdata);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return streek_period_compare (*(const StreekPeriod *) a, *(const StreekPeriod *) b);
}

/* "2001–2020" of a row of periods, "2001 / 2020" of a few */
static char *
join_periods (const Panels *self, gboolean is_row, const StreekFormat *format)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->specs->len; i++)
    g_array_append_val (periods, get_spec (self, i)->period);
  g_array_sort (periods, compare_periods);

  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      g_autofree char *name = streek_format_period (format, period);

      if (period.kind != STREEK_PERIOD_NONE &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  if (is_row && names->len > 1)
    return g_strdup_printf ("%s–%s", (char *) names->pdata[0],
                            (char *) names->pdata[names->len - 1]);

  g_ptr_array_add (names, NULL);

  return g_strjoinv (" / ", (char **) names->pdata);
}

static char *
make_title (const Panels *self, const StreekFigureSpec *spec, const StreekFormat *format)
{
  if (spec->title != NULL)
    return g_strdup (spec->title);

  const StreekArea *within =
    spec->within != NULL
      ? streek_areas_resolve_ref (self->areas, spec->within,
                                  streek_areas_get_newest_date (self->areas), NULL, NULL)
      : NULL;
  g_autofree char *sets = join_names (self, spec->indicator != NULL ? dup_set_inside : dup_set);
  g_autofree char *indicators = join_names (self, dup_subject);
  g_autofree char *periods = join_periods (self, spec->panels.n_multiples > 0, format);
  g_autofree char *what = *indicators == '\0'
                            ? g_strdup (sets)
                            /* Translators: title of a map: %1$s is an indicator, %2$s a period,
                             * %3$s a kind of areas: Inhabitants, 2019 – municipalities */
                            : g_strdup_printf (_ ("%1$s, %2$s – %3$s"), indicators, periods, sets);

  return within != NULL
           /* Translators: title of a map: what it shows, and in which area */
           ? g_strdup_printf (_ ("%1$s in %2$s"), what, within->name)
           : g_steal_pointer (&what);
}

/* The same time from each map to the next. */
static gboolean
is_even (const Panels *self)
{
  for (guint i = 2; i < self->specs->len; i++)
    {
      int before = streek_period_get_number (get_spec (self, i - 2)->period);
      int at = streek_period_get_number (get_spec (self, i - 1)->period);
      int after = streek_period_get_number (get_spec (self, i)->period);

      if (after - at != at - before)
        return FALSE;
    }

  return TRUE;
}

/* Of small maps: fewer than asked, and why. */
static char *
dup_possible (guint n_asked, guint n, gboolean is_even)
{
  if (is_even)
    return g_strdup_printf (ngettext ("%1$u small maps asked, %2$u possible with the same time "
                                      "between them.",
                                      "%1$u small maps asked, %2$u possible with the same time "
                                      "between them.",
                                      n),
                            n_asked, n);

  return g_strdup_printf (ngettext ("%1$u small maps asked, %2$u drawn: periods without figures "
                                    "leave more time between some of them.",
                                    "%1$u small maps asked, %2$u drawn: periods without figures "
                                    "leave more time between some of them.",
                                    n),
                          n_asked, n);
}

/* What was asked and what was possible. */
static char **
make_notes (const Panels *self, const StreekFigureSpec *spec)
{
  GPtrArray *notes = g_ptr_array_new ();
  guint n_asked = MIN (spec->panels.n_multiples, self->n_periods);

  if (spec->panels.n_multiples > 0 && spec->panels.step == 0 && self->specs->len < n_asked)
    g_ptr_array_add (notes,
                     dup_possible (spec->panels.n_multiples, self->specs->len, is_even (self)));

  if (self->gaps != NULL)
    /* Translators: under small maps of periods: %s lists those that are left out */
    g_ptr_array_add (notes, g_strdup_printf (_ ("No figures of %s."), self->gaps));

  g_ptr_array_add (notes, NULL);

  return (char **) g_ptr_array_free (notes, FALSE);
}

static StreekMapGroup *
build_group (const Panels *self, const StreekFigureSpec *spec, GPtrArray *figures)
{
  const StreekFormat *format = streek_format_get_default ();
  Differences differ = find_differences (self);
  g_auto (GStrv) headings = g_new0 (char *, figures->len + 1);
  g_autofree char *title = make_title (self, spec, format);
  g_auto (GStrv) notes = make_notes (self, spec);

  for (guint i = 0; i < figures->len; i++)
    headings[i] = make_heading (self, i, differ, format);

  return streek_map_group_new ((StreekFigure *const *) figures->pdata, figures->len,
                               (const char *const *) headings, title, (const char *const *) notes);
}

/**
 * streek_workspace_make_map_group:
 * @workspace: the workspace
 * @spec: what is asked, with other maps beside it or small multiples of periods
 * @cancellable: (nullable): to stop
 * @error: return location for an error as of streek_workspace_make_figure()
 *
 * Makes every map. Those of one indicator share their class limits and the size of their circles.
 * Blocks; any thread.
 *
 * Returns: (transfer full): the maps, or %NULL with @error set where one of them cannot be made
 */
StreekMapGroup *
streek_workspace_make_map_group (StreekWorkspace *workspace,
                                 const StreekFigureSpec *spec,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL, NULL);

  g_auto (Panels) panels = { 0 };

  if (!streek_figure_spec_check (spec, error))
    return NULL;

  panels.areas = streek_workspace_dup_areas (workspace, error);
  if (panels.areas == NULL)
    return NULL;

  panels.catalogue = streek_workspace_dup_catalogue (workspace, error);
  if (panels.catalogue == NULL || !list_panels (&panels, spec, error))
    return NULL;

  g_autoptr (GPtrArray) figures =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_figure_unref);

  for (guint i = 0; i < panels.specs->len; i++)
    {
      const StreekFigureSpec *panel = get_spec (&panels, i);
      g_autoptr (GPtrArray) peers = list_peers (&panels, panel->indicator);
      StreekFigure *figure =
        streek_figures_make_beside (workspace, panel, peers, cancellable, error);

      if (figure == NULL)
        return NULL;

      g_ptr_array_add (figures, figure);
    }

  return build_group (&panels, spec, figures);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekMapGroup *group = streek_workspace_make_map_group (source, task_data, cancellable, &error);

  if (group != NULL)
    g_task_return_pointer (task, group, (GDestroyNotify) streek_map_group_unref);
  else
    g_task_return_error (task, error);
}

/**
 * streek_workspace_make_map_group_async:
 *
 * streek_workspace_make_map_group() in a thread, from a copy of @spec.
 */
void
streek_workspace_make_map_group_async (StreekWorkspace *workspace,
                                       const StreekFigureSpec *spec,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && spec != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_make_map_group_async);
  g_task_set_task_data (task, streek_figure_spec_copy (spec),
                        (GDestroyNotify) streek_figure_spec_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * streek_workspace_make_map_group_finish:
 *
 * Returns: (transfer full): the maps, or %NULL with @error set
 */
StreekMapGroup *
streek_workspace_make_map_group_finish (StreekWorkspace *workspace,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
