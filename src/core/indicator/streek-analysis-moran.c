/* streek-analysis-moran.c: whether areas that lie beside each other have figures alike */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-analysis-private.h"

#include "base/streek-format.h"
#include "geo/streek-neighbours.h"
#include "stats/streek-moran.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define N_PERMUTATIONS 999
#define SIGNIFICANCE 0.05
#define MAX_NAMES 20

enum
{
  MORAN_LEVEL = STREEK_N_LEADS,
  MORAN_INDICATOR,
  MORAN_PERIOD,
  MORAN_VALUE,
  MORAN_UNIT,
  MORAN_NEIGHBOURS,
  MORAN_Z,
  MORAN_LAG,
  MORAN_I,
  MORAN_EXPECTED,
  MORAN_VARIANCE,
  MORAN_P,
  MORAN_CLUSTER,
};

typedef struct
{
  const StreekIndicator *indicator;
  StreekPeriod period;
  GArray *totals; /* (element-type StreekTotal) */
  double *values;
  StreekNeighbours *neighbours;
  StreekMoran global;
  StreekLocalMoran *locals;
} Clusters;

static void
clusters_clear (Clusters *clusters)
{
  g_clear_pointer (&clusters->totals, g_array_unref);
  g_clear_pointer (&clusters->neighbours, streek_neighbours_free);
  g_free (clusters->values);
  g_free (clusters->locals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Clusters, clusters_clear)

/* Land that lies in two areas would make each its own neighbour. */
static gboolean
find_neighbours (StreekAnalysing *self, Clusters *clusters, GError **error)
{
  StreekMesh *mesh = streek_areas_get_mesh (self->areas, self->set->mesh);
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *group_of = g_new (gint32, MAX (n_units, 1));

  for (guint unit = 0; unit < n_units; unit++)
    group_of[unit] = -1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (self->rows, i);

      for (guint u = 0; u < area->units.n; u++)
        {
          gint32 *group = &group_of[area->units.ids[u]];

          if (*group >= 0)
            {
              const StreekArea *other = g_ptr_array_index (self->rows, *group);

              g_set_error (error, STREEK_INDICATOR_ERROR, STREEK_INDICATOR_ERROR_INVALID,
                           /* Translators: two areas. */
                           _ ("%1$s and %2$s overlap, so it cannot be said which areas lie beside "
                              "each other."),
                           other->name, area->name);
              return FALSE;
            }

          *group = (gint32) i;
        }
    }

  clusters->neighbours = streek_neighbours_new (mesh, group_of, self->rows->len);

  return TRUE;
}

static gboolean
compute (StreekAnalysing *self, Clusters *clusters, GError **error)
{
  const StreekAnalysisQuery *query = self->query;
  guint n = self->rows->len;

  clusters->totals =
    streek_analysing_compute_all (self, clusters->indicator, self->rows, clusters->period, error);

  if (clusters->totals == NULL || !find_neighbours (self, clusters, error))
    return FALSE;

  clusters->values = g_new (double, MAX (n, 1));
  clusters->locals = g_new (StreekLocalMoran, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    clusters->values[i] = g_array_index (clusters->totals, StreekTotal, i).value;

  StreekMoranQuery moran = {
    .values = clusters->values,
    .n = n,
    .starts = clusters->neighbours->starts,
    .links = clusters->neighbours->links,
    .n_permutations = query->n_permutations > 0 ? query->n_permutations : N_PERMUTATIONS,
    .seed = query->seed,
  };

  return streek_moran_compute (&moran, &clusters->global, self->cancellable, error) &&
         streek_moran_compute_local (&moran,
                                     query->significance > 0 ? query->significance : SIGNIFICANCE,
                                     clusters->locals, self->cancellable, error);
}

static void
begin (StreekAnalysing *self, const Clusters *clusters)
{
  const StreekIndicator *indicator = clusters->indicator;
  g_autofree char *period = streek_analysis_format_period (clusters->period);
  const StreekAnalysisColumn columns[] = {
    { "level", _ ("Level"), STREEK_COLUMN_TEXT, 0 },
    { "indicator", _ ("Indicator"), STREEK_COLUMN_TEXT, 0 },
    { "period", _ ("Period"), STREEK_COLUMN_PERIOD, 0 },
    { "value", indicator->name, STREEK_COLUMN_NUMBER, indicator->decimals },
    { "unit", _ ("Unit"), STREEK_COLUMN_TEXT, 0 },
    { "neighbours", _ ("Neighbours"), STREEK_COLUMN_INTEGER, 0 },
    { "z", _ ("Standard deviations above the mean"), STREEK_COLUMN_NUMBER, 2 },
    { "lag", _ ("Mean of the neighbours"), STREEK_COLUMN_NUMBER, 2 },
    { "i", _ ("Moran's I"), STREEK_COLUMN_NUMBER, 3 },
    { "expected", _ ("Expected by chance"), STREEK_COLUMN_NUMBER, 3 },
    { "variance", _ ("Variance by chance"), STREEK_COLUMN_NUMBER, 5 },
    { "p", _ ("Pseudo p"), STREEK_COLUMN_NUMBER, 4 },
    { "cluster", _ ("Cluster"), STREEK_COLUMN_TEXT, 0 },
  };

  streek_analysing_begin_table (self, columns, G_N_ELEMENTS (columns));
  /* Translators: an indicator, areas and a period. */
  self->result->title = g_strdup_printf (_ ("%1$s, %2$s, %3$s: Moran's I and clusters"),
                                         indicator->name, self->where, period);
}

static guint
add_row (StreekAnalysing *self,
         const Clusters *clusters,
         const StreekArea *area,
         const char *level,
         double i,
         double p)
{
  StreekTable *table = self->result->table;
  guint row = streek_analysing_add_row (self, area);

  streek_table_set_text (table, row, MORAN_LEVEL, level);
  streek_table_set_text (table, row, MORAN_INDICATOR, clusters->indicator->code);
  streek_table_set_period (table, row, MORAN_PERIOD, clusters->period);
  streek_analysing_set_number (self, row, MORAN_I, i, STREEK_MISSING_NONE);
  streek_analysing_set_number (self, row, MORAN_P, p, STREEK_MISSING_NONE);

  return row;
}

static void
add_area (StreekAnalysing *self, const Clusters *clusters, guint index)
{
  StreekTable *table = self->result->table;
  const StreekLocalMoran *local = &clusters->locals[index];
  const StreekTotal *total = &g_array_index (clusters->totals, StreekTotal, index);
  guint row =
    add_row (self, clusters, g_ptr_array_index (self->rows, index), "area", local->i, local->p);
  StreekMissing missing = total->missing;

  if (local->cluster == STREEK_CLUSTER_ISLAND)
    {
      missing = STREEK_MISSING_NOT_APPLICABLE;
      streek_analysing_set_note (self, row, _ ("No neighbour of it has a figure."));
    }

  streek_table_set_text (table, row, MORAN_UNIT, clusters->indicator->unit);
  streek_analysing_set_total (self, row, MORAN_VALUE, total);
  streek_table_set_integer (table, row, MORAN_NEIGHBOURS, local->n_neighbours);
  streek_analysing_set_number (self, row, MORAN_Z, local->z, missing);
  streek_analysing_set_number (self, row, MORAN_LAG, local->lag, missing);
  streek_table_set_text (table, row, MORAN_CLUSTER, streek_cluster_get_id (local->cluster));
  streek_analysing_set_kind (self, row, missing);

  if (total->at_least)
    streek_analysing_set_note (self, row, _ ("At least."));

  streek_analysing_set_note (self, row, total->note);
}

static void
add_all (StreekAnalysing *self, const Clusters *clusters)
{
  const StreekMoran *global = &clusters->global;
  guint row = add_row (self, clusters, NULL, "set", global->i, global->p);

  streek_analysing_set_number (self, row, MORAN_EXPECTED, global->expected, STREEK_MISSING_NONE);
  streek_analysing_set_number (self, row, MORAN_VARIANCE, global->variance, STREEK_MISSING_NONE);

  for (guint i = 0; i < self->rows->len; i++)
    add_area (self, clusters, i);
}

/* "Herstappe, Baarle-Hertog"; past a score the rows of the table say the rest. */
static char *
list_names (StreekAnalysing *self, const Clusters *clusters, StreekCluster cluster)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->rows->len && n <= MAX_NAMES; i++)
    if (clusters->locals[i].cluster == cluster && n++ < MAX_NAMES)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              ((const StreekArea *) self->rows->pdata[i])->name);

  if (n > MAX_NAMES)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}

static void
remark_left_out (StreekAnalysing *self, const Clusters *clusters)
{
  StreekTable *table = self->result->table;
  guint n_missing = clusters->global.n_missing, n_islands = clusters->global.n_islands;

  if (n_missing > 0)
    {
      g_autofree char *names = list_names (self, clusters, STREEK_CLUSTER_MISSING);
      g_autofree char *remark = g_strdup_printf (
        /* Translators: how many areas, and their names. */
        ngettext ("%1$u area has no figure and is left out: %2$s.",
                  "%1$u areas have no figure and are left out: %2$s.", n_missing),
        n_missing, names);

      streek_table_add_remark (table, remark);
    }

  if (n_islands > 0)
    {
      g_autofree char *names = list_names (self, clusters, STREEK_CLUSTER_ISLAND);
      g_autofree char *remark = g_strdup_printf (
        /* Translators: how many areas, and their names. */
        ngettext ("%1$u area has no neighbour with a figure and is left out: %2$s.",
                  "%1$u areas have no neighbour with a figure and are left out: %2$s.", n_islands),
        n_islands, names);

      streek_table_add_remark (table, remark);
    }
}

static void
explain (StreekAnalysing *self, const Clusters *clusters)
{
  const StreekAnalysisQuery *query = self->query;
  const StreekFormat *format = streek_format_get_default ();
  guint n = query->n_permutations > 0 ? query->n_permutations : N_PERMUTATIONS;
  g_autofree char *limit =
    streek_format_number (format, query->significance > 0 ? query->significance : SIGNIFICANCE, 3);
  g_autofree char *i = streek_format_number (format, clusters->global.i, 3);
  g_autofree char *expected = streek_format_number (format, clusters->global.expected, 3);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, query->seed);

  /* Translators: Moran's I, what it would be by chance, and a number of areas. */
  streek_analysing_take_note (
    self, g_strdup_printf (ngettext ("Moran's I is %1$s, against %2$s by chance, over %3$u area.",
                                     "Moran's I is %1$s, against %2$s by chance, over %3$u areas.",
                                     clusters->global.n_used),
                           i, expected, clusters->global.n_used));
  streek_analysing_take_note (
    self,
    g_strdup (_ ("Neighbours share a border or a point; all neighbours of an area weigh alike "
                 "and together 1.")));
  streek_analysing_take_note (
    self,
    /* Translators: a number of permutations, a number that they begin with, a limit such as 0.05.
     */
    g_strdup_printf (
      _ ("Significance by %1$u random permutations (SplitMix64, seed %2$s), for an "
         "area with its own figure kept in place; p counts the nearer tail, and up to "
         "%3$s is significant. By chance alone twice that share of the areas would "
         "be."),
      n, seed, limit));

  if (clusters->indicator->kind == STREEK_INDICATOR_COUNT)
    streek_analysing_take_note (
      self, g_strdup (_ ("Counts are high where areas are large; a ratio says more.")));
}

/**
 * streek_analysing_run_moran:
 *
 * A row for the whole set with the global I, then a row per area with the local one.
 */
gboolean
streek_analysing_run_moran (StreekAnalysing *self, GError **error)
{
  g_auto (Clusters) clusters = { .indicator = g_ptr_array_index (self->indicators, 0) };

  if (!streek_analysing_pick_newest (self, clusters.indicator, &clusters.period, error) ||
      !streek_analysing_list_areas (self, clusters.period, error) ||
      !compute (self, &clusters, error))
    return FALSE;

  begin (self, &clusters);
  add_all (self, &clusters);
  remark_left_out (self, &clusters);
  explain (self, &clusters);

  return TRUE;
}
