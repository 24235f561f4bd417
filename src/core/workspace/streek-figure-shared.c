/* streek-figure-shared.c: the figures of other periods that a map shares its class limits with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Series whose values are kept: who plays through the years asks for the same ones each second. */
#define N_KEPT 4

/* The values of the areas of one figure in every period, as far as they were read. */
typedef struct
{
  char *key;
  GHashTable *values; /* (element-type guint GArray): by number of the period */
} Times;

typedef struct
{
  GMutex mutex; /* held while reading: two readers of one series would do the same twice */
  guint64 generation;
  GPtrArray *kept; /* (element-type Times): the latest last */
} TimesStore;

G_LOCK_DEFINE_STATIC (times_stores);

static void
free_times (gpointer data)
{
  Times *times = data;

  g_hash_table_unref (times->values);
  g_free (times->key);
  g_free (times);
}

static void
free_store (gpointer data)
{
  TimesStore *self = data;

  g_ptr_array_unref (self->kept);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Lives as long as the workspace. */
static TimesStore *
get_store (StreekWorkspace *workspace)
{
  static const char key[] = "streek-figure-times";

  G_LOCK (times_stores);

  TimesStore *self = g_object_get_data (G_OBJECT (workspace), key);

  if (self == NULL)
    {
      self = g_new0 (TimesStore, 1);
      g_mutex_init (&self->mutex);
      self->kept = g_ptr_array_new_with_free_func (free_times);
      g_object_set_data_full (G_OBJECT (workspace), key, self, free_store);
    }

  G_UNLOCK (times_stores);

  return self;
}

/* All that values depend on but the period. */
static char *
make_key (const StreekFigureSpec *spec, StreekPeriodKind kind)
{
  return g_strdup_printf ("%s\n%s\n%s\n%d\n%.17g\n%d", spec->set,
                          spec->within != NULL ? spec->within : "", spec->indicator, spec->on,
                          spec->min_coverage_pct, kind);
}

/* With the mutex held. */
static Times *
find_times (TimesStore *self, const char *key, guint64 generation)
{
  Times *times = NULL;

  if (self->generation != generation)
    g_ptr_array_set_size (self->kept, 0);
  self->generation = generation;

  for (guint i = 0; i < self->kept->len && times == NULL; i++)
    if (g_str_equal (((Times *) self->kept->pdata[i])->key, key))
      times = g_ptr_array_steal_index (self->kept, i);

  if (times == NULL)
    {
      times = g_new0 (Times, 1);
      times->key = g_strdup (key);
      times->values = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
    }

  if (self->kept->len == N_KEPT)
    g_ptr_array_remove_index (self->kept, 0);
  g_ptr_array_add (self->kept, times);

  return times;
}

/* (element-type StreekPeriod): those of the kind shown; years and months are two series */
static GArray *
list_periods (const StreekGathering *self, StreekCatalogue *catalogue, StreekPeriod shown)
{
  GArray *periods = streek_catalogue_list_periods (catalogue, self->indicator);

  for (guint i = periods->len; i > 0; i--)
    if (g_array_index (periods, StreekPeriod, i - 1).kind != shown.kind)
      g_array_remove_index (periods, i - 1);

  return periods;
}

/* Those that limits are found in: all, or of maps beside each other the ones they show. */
static GArray *
list_shared_periods (const StreekGathering *self, StreekCatalogue *catalogue, StreekPeriod shown)
{
  if (self->spec->limits != STREEK_LIMITS_OWN)
    return list_periods (self, catalogue, shown);

  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  return g_array_append_val (periods, shown);
}

/* What was read before a cancellation is kept, so that each try comes further. */
static const GArray *
read_period (const StreekGathering *self,
             Times *times,
             StreekTotals *totals,
             StreekPeriod period,
             GCancellable *cancellable,
             GError **error)
{
  gpointer number = GINT_TO_POINTER (streek_period_get_number (period));
  GArray *values = g_hash_table_lookup (times->values, number);

  if (values != NULL)
    return values;

  values = streek_gathering_read_period (self, totals, period, cancellable, error);

  if (values != NULL)
    g_hash_table_insert (times->values, number, values);

  return values;
}

static double
sum_sizes (const GArray *values)
{
  double sum = 0;

  for (guint i = 0; i < values->len; i++)
    if (!isnan (g_array_index (values, double, i)))
      sum += fabs (g_array_index (values, double, i));

  return sum;
}

/* Of maps beside each other those of all. */
static void
hold_values (StreekGathering *self, const GArray *values)
{
  if (self->held_values == NULL)
    self->held_values = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (self->held_values, values->data, values->len);
}

/* The values that @spec shows, in each of @periods. */
static gboolean
gather_periods (StreekGathering *self,
                const StreekFigureSpec *shown,
                Times *times,
                const GArray *periods,
                StreekTotals *totals,
                GCancellable *cancellable,
                GError **error)
{
  const StreekFigureSpec *spec = self->spec;

  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      const StreekGathering like = { .spec = shown,
                                     .areas = self->areas,
                                     .indicator = self->indicator };
      const GArray *values = read_period (&like, times, totals, period, cancellable, error);

      if (values == NULL)
        return FALSE;

      g_array_append_vals (self->shared_values, values->data, values->len);
      self->shared.largest_sum = MAX (self->shared.largest_sum, sum_sizes (values));

      if (spec->limits == STREEK_LIMITS_HELD && streek_period_equal (period, spec->limits_period) &&
          sum_sizes (values) > 0)
        hold_values (self, values);
    }

  return TRUE;
}

/* Of all periods, or of maps that show one each. */
static void
make_words (StreekGathering *self, const GArray *periods)
{
  const StreekFormat *format = streek_format_get_default ();

  if (self->spec->limits == STREEK_LIMITS_OWN)
    {
      /* Translators: in a legend of maps beside each other, under its classes */
      self->limits_words = g_strdup (_ ("The same class limits on all maps"));
      /* Translators: in a legend of maps beside each other, under its circles */
      self->circles_words = g_strdup (_ ("One size on all maps"));
      return;
    }

  g_autofree char *first = streek_format_period (format, g_array_index (periods, StreekPeriod, 0));
  g_autofree char *last =
    streek_format_period (format, g_array_index (periods, StreekPeriod, periods->len - 1));
  g_autofree char *held = streek_format_period (format, self->spec->limits_period);

  if (self->held_values != NULL)
    self->limits_words =
      /* Translators: in a legend, under its classes: %1$s is the period that they were made of,
       * %2$s and %3$s the first and the last one that they are used for */
      g_strdup_printf (_ ("Class limits of %1$s, held from %2$s to %3$s"), held, first, last);
  else if (self->spec->limits == STREEK_LIMITS_HELD)
    self->limits_words =
      /* Translators: in a legend, under its classes: %1$s is the period that they were asked of,
       * %2$s and %3$s the first and the last one that there are */
      g_strdup_printf (_ ("There are no figures of %1$s to make class limits of. Class limits of "
                          "all periods, %2$s to %3$s"),
                       held, first, last);
  else
    self->limits_words =
      /* Translators: in a legend, under its classes: %1$s and %2$s are periods */
      g_strdup_printf (_ ("Class limits of all periods, %1$s to %2$s"), first, last);

  /* Translators: in a legend, under its circles: %1$s and %2$s are periods */
  self->circles_words = g_strdup_printf (_ ("One size for all periods, %1$s to %2$s"), first, last);
}

static void
fill_shared (StreekGathering *self)
{
  self->shared.values = (const double *) (gpointer) self->shared_values->data;
  self->shared.n_values = self->shared_values->len;
  self->shared.limits_words = self->limits_words;
  self->shared.circles_words = self->circles_words;

  if (self->held_values == NULL)
    return;

  self->shared.held = (const double *) (gpointer) self->held_values->data;
  self->shared.n_held = self->held_values->len;
}

/* Whether a map before it has added the same periods of the same areas. */
static gboolean
is_repeated (const StreekGathering *self, guint index)
{
  const StreekFigureSpec *spec = self->peers->pdata[index];
  g_autofree char *key = make_key (spec, spec->period.kind);

  for (guint i = 0; i < index && self->spec->limits != STREEK_LIMITS_OWN; i++)
    {
      const StreekFigureSpec *before = self->peers->pdata[i];
      g_autofree char *other = make_key (before, before->period.kind);

      if (g_str_equal (key, other))
        return TRUE;
    }

  return FALSE;
}

/* What one of the maps adds, @spec being its own where it is alone. */
static gboolean
gather_map (StreekGathering *self,
            TimesStore *store,
            const StreekFigureSpec *spec,
            StreekCatalogue *catalogue,
            StreekTotals *totals,
            GCancellable *cancellable,
            GError **error)
{
  StreekPeriod shown = spec == self->spec ? self->period : spec->period;
  g_autofree char *key = make_key (spec, shown.kind);
  g_autoptr (GArray) periods = list_shared_periods (self, catalogue, shown);
  Times *times = find_times (store, key, self->generation);

  return gather_periods (self, spec, times, periods, totals, cancellable, error);
}

/**
 * streek_gathering_share:
 * @self: with its rows, period and values
 * @workspace: keeps what is read, until a commit changes the file
 * @catalogue: as @self was made from
 * @totals: of the same
 * @cancellable: (nullable): to stop; what was read until then is kept
 * @error: return location for an error of the totals
 *
 * Limits over time are found in the values of every period of the same kind, each on the areas of
 * that period, and those of maps beside each other in all of them together. Where a period is to be
 * held that has no figures, all of them count.
 *
 * Returns: %FALSE with @error set
 */
gboolean
streek_gathering_share (StreekGathering *self,
                        StreekWorkspace *workspace,
                        StreekCatalogue *catalogue,
                        StreekTotals *totals,
                        GCancellable *cancellable,
                        GError **error)
{
  const StreekFigureSpec *spec = self->spec;
  gboolean has_limits = spec->kind_is_automatic || spec->kind == STREEK_FIGURE_CHOROPLETH ||
                        spec->kind == STREEK_FIGURE_CIRCLES;

  gboolean is_alone = self->peers == NULL || self->peers->len < 2;

  if (!has_limits || (is_alone && spec->limits == STREEK_LIMITS_OWN))
    return TRUE;

  TimesStore *store = get_store (workspace);
  g_autoptr (GArray) periods = list_periods (self, catalogue, self->period);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  self->shared_values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < (is_alone ? 1 : self->peers->len); i++)
    if ((is_alone || !is_repeated (self, i)) &&
        !gather_map (self, store, is_alone ? spec : self->peers->pdata[i], catalogue, totals,
                     cancellable, error))
      return FALSE;

  make_words (self, periods);
  fill_shared (self);

  return TRUE;
}
