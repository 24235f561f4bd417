/* streek-figure-shared.c: the figures of other periods that a map shares its class limits with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Series whose values are kept: who plays through the years asks for the same ones each second. */
#define N_KEPT 4

/* All values of a series one after the other, which do not change. */
typedef struct
{
  GArray *values; /* (element-type double) */
  double largest_sum;
  StreekSeriesFacts facts;
} Joined;

/* The values of the areas of one figure in every period, as far as they were read. */
typedef struct
{
  char *key;
  GHashTable *values; /* (element-type guint StreekPeriodValues): by number of the period */
  GArray *joined;     /* (element-type StreekPeriod) (nullable): those that are joined */
  Joined first;
  Joined second;
} Times;

typedef struct
{
  GMutex mutex; /* held while reading: two readers of one series would do the same twice */
  guint64 generation;
  GPtrArray *kept; /* (element-type Times): the latest last */
} TimesStore;

G_LOCK_DEFINE_STATIC (times_stores);

static void
forget_joined (Times *times)
{
  g_clear_pointer (&times->joined, g_array_unref);
  g_clear_pointer (&times->first.values, g_array_unref);
  g_clear_pointer (&times->second.values, g_array_unref);
}

static void
free_times (gpointer data)
{
  Times *times = data;

  forget_joined (times);
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

/* A change, and another indicator: what values are besides those of the first one. */
static char *
make_kind_key (const StreekFigureSpec *spec)
{
  if (spec->kind_is_automatic)
    return g_strdup ("");

  if (spec->kind == STREEK_FIGURE_CHANGE)
    {
      g_autofree char *from = streek_period_to_string (spec->from);

      return g_strdup_printf ("%s/%d", from, spec->measure);
    }

  return g_strdup (streek_figure_kind_has_second (spec->kind) ? spec->second : "");
}

/* All that values depend on but the period. */
static char *
make_key (const StreekGathering *self, const StreekFigureSpec *spec, StreekPeriodKind kind)
{
  g_autofree char *more = make_kind_key (spec);
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%s\n%s\n%s\n%d\n%.17g\n%d\n%s", spec->set,
                          spec->within != NULL ? spec->within : "", spec->indicator, spec->on,
                          spec->min_coverage_pct, kind, more);

  for (guint i = 0; self->ground != NULL && i < self->ground->len; i++)
    {
      const StreekArea *area = self->ground->pdata[i];

      g_string_append_printf (key, "\n%s:%s:%d", area->set->code, area->code, area->valid.from);
    }

  return g_string_free (key, FALSE);
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
      times->values =
        g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) streek_period_values_free);
    }

  if (self->kept->len == N_KEPT)
    g_ptr_array_remove_index (self->kept, 0);
  g_ptr_array_add (self->kept, times);

  return times;
}

/* (element-type StreekPeriod): those of the kind shown; years and months are two series. A change
 * lies between two periods, so the one it is held against is none of them. */
static GArray *
list_periods (const StreekGathering *self, StreekCatalogue *catalogue, StreekPeriod shown)
{
  GArray *periods = streek_catalogue_list_periods (catalogue, self->indicator);
  gboolean is_change = streek_gathering_is_change (self);
  StreekPeriod base = is_change ? streek_gathering_get_base (self, catalogue) : shown;

  for (guint i = periods->len; i > 0; i--)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i - 1);
      gboolean is_other =
        is_change && (streek_period_equal (period, base) ||
                      !streek_indicator_has_one_length (self->indicator, base, period));

      if (period.kind != shown.kind || is_other)
        g_array_remove_index (periods, i - 1);
    }

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
static const StreekPeriodValues *
read_period (const StreekGathering *self,
             Times *times,
             StreekTotals *totals,
             StreekPeriod period,
             GCancellable *cancellable,
             GError **error)
{
  gpointer number = GINT_TO_POINTER (streek_period_get_number (period));
  StreekPeriodValues *values = g_hash_table_lookup (times->values, number);

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

static void
add_values (GArray *all, StreekFigureSeries *series, const GArray *values)
{
  if (values == NULL)
    return;

  g_array_append_vals (all, values->data, values->len);
  series->largest_sum = MAX (series->largest_sum, sum_sizes (values));
}

/* Of maps beside each other those of all; where a period has no figures, nothing is held. */
static void
hold_values (GArray **held, const GArray *values)
{
  if (values == NULL || sum_sizes (values) <= 0)
    return;

  if (*held == NULL)
    *held = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (*held, values->data, values->len);
}

/* Where @period is the one whose limits are asked for. */
static void
hold_period (StreekGathering *self, StreekPeriod period, const StreekPeriodValues *values)
{
  if (self->spec->limits != STREEK_LIMITS_HELD ||
      !streek_period_equal (period, self->spec->limits_period))
    return;

  hold_values (&self->held_values, values->first);
  hold_values (&self->held_seconds, values->second);
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
  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      const StreekGathering like = { .spec = shown,
                                     .ground = self->ground,
                                     .areas = self->areas,
                                     .catalogue = self->catalogue,
                                     .indicator = self->indicator };
      const StreekPeriodValues *values =
        read_period (&like, times, totals, period, cancellable, error);

      if (values == NULL)
        return FALSE;

      add_values (self->shared_values, &self->shared.first, values->first);
      add_values (self->shared_seconds, &self->shared.second, values->second);
      hold_period (self, period, values);
    }

  return TRUE;
}

static void
join (Joined *joined, GArray *values, double largest_sum)
{
  static guint64 n_serials;
  static GMutex lock;

  joined->values = g_array_ref (values);
  joined->largest_sum = largest_sum;
  joined->facts = (StreekSeriesFacts){ 0 };

  g_mutex_lock (&lock);
  joined->facts.serial = ++n_serials;
  g_mutex_unlock (&lock);

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);

      joined->facts.has_low |= value < 0;
      joined->facts.has_high |= value > 0;
      if (!isnan (value))
        joined->facts.largest = MAX (joined->facts.largest, fabs (value));
    }
}

/* Of flows not all are as long as the one that is shown, and then others go with it. */
static gboolean
has_joined (const Times *times, const GArray *periods)
{
  if (times->joined == NULL || times->joined->len != periods->len)
    return FALSE;

  for (guint i = 0; i < periods->len; i++)
    if (!streek_period_equal (g_array_index (times->joined, StreekPeriod, i),
                              g_array_index (periods, StreekPeriod, i)))
      return FALSE;

  return TRUE;
}

static gboolean
join_periods (StreekGathering *self,
              Times *times,
              const GArray *periods,
              StreekTotals *totals,
              GCancellable *cancellable,
              GError **error)
{
  forget_joined (times);

  if (!gather_periods (self, self->spec, times, periods, totals, cancellable, error))
    return FALSE;

  times->joined = g_array_copy ((GArray *) periods);
  join (&times->first, self->shared_values, self->shared.first.largest_sum);
  join (&times->second, self->shared_seconds, self->shared.second.largest_sum);

  return TRUE;
}

static void
hold_one_of (StreekGathering *self, const Times *times, const GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      StreekPeriod period = g_array_index (periods, StreekPeriod, i);
      gpointer number = GINT_TO_POINTER (streek_period_get_number (period));

      hold_period (self, period, g_hash_table_lookup (times->values, number));
    }
}

/* In the place of what was gathered for this figure alone. */
static void
take_joined (const Joined *joined,
             GArray **values,
             StreekFigureSeries *series,
             StreekSeriesFacts *facts)
{
  g_array_unref (*values);
  *values = g_array_ref (joined->values);
  series->largest_sum = joined->largest_sum;
  *facts = joined->facts;
  series->facts = facts;
}

/* A figure by itself shares its limits with all periods of its series, which are the same with each
 * period that is shown. */
static gboolean
gather_series (StreekGathering *self,
               Times *times,
               const GArray *periods,
               StreekTotals *totals,
               GCancellable *cancellable,
               GError **error)
{
  if (has_joined (times, periods))
    hold_one_of (self, times, periods);
  else if (!join_periods (self, times, periods, totals, cancellable, error))
    return FALSE;

  take_joined (&times->first, &self->shared_values, &self->shared.first, &self->shared_facts[0]);
  take_joined (&times->second, &self->shared_seconds, &self->shared.second, &self->shared_facts[1]);

  for (guint i = 0; i < G_N_ELEMENTS (self->shared_facts); i++)
    self->shared_facts[i].held = streek_period_get_number (self->spec->limits_period);

  return TRUE;
}

/* Under the classes of a change: what it is held against, and the change whose limits are held. */
static char *
dup_change_words (const StreekGathering *self, StreekPeriod base, const char *held)
{
  g_autofree char *from = streek_format_period (streek_format_get_default (), base);

  if (self->held_values != NULL)
    /* Translators: in a legend of a change, under its classes: %1$s and %2$s are the periods of the
     * change that they were made of */
    return g_strdup_printf (_ ("Class limits of the change between %1$s and %2$s, held"), from,
                            held);

  if (self->spec->limits == STREEK_LIMITS_HELD)
    /* Translators: in a legend of a change, under its classes: %1$s and %2$s are periods */
    return g_strdup_printf (_ ("There is no change between %1$s and %2$s to make class limits of. "
                               "Class limits of all changes between %1$s and another period"),
                            from, held);

  /* Translators: in a legend of a change, under its classes: %s is a period */
  return g_strdup_printf (_ ("Class limits of all changes between %s and another period"), from);
}

/* Of all periods, or of maps that show one each. */
static void
make_words (StreekGathering *self, StreekCatalogue *catalogue, const GArray *periods)
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

  if (streek_gathering_is_change (self))
    self->limits_words = dup_change_words (self, streek_gathering_get_base (self, catalogue), held);
  else if (self->held_values != NULL)
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
fill_series (StreekFigureSeries *series, const GArray *values, const GArray *held)
{
  series->values = (const double *) (gpointer) values->data;
  series->n_values = values->len;

  if (held == NULL)
    return;

  series->held = (const double *) (gpointer) held->data;
  series->n_held = held->len;
}

static void
fill_shared (StreekGathering *self)
{
  fill_series (&self->shared.first, self->shared_values, self->held_values);
  fill_series (&self->shared.second, self->shared_seconds, self->held_seconds);
  self->shared.limits_words = self->limits_words;
  self->shared.circles_words = self->circles_words;
}

/* Whether a map before it has added the same periods of the same areas. */
static gboolean
is_repeated (const StreekGathering *self, guint index)
{
  const StreekFigureSpec *spec = self->peers->pdata[index];
  g_autofree char *key = make_key (self, spec, spec->period.kind);

  for (guint i = 0; i < index && self->spec->limits != STREEK_LIMITS_OWN; i++)
    {
      const StreekFigureSpec *before = self->peers->pdata[i];
      g_autofree char *other = make_key (self, before, before->period.kind);

      if (g_str_equal (key, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_alone (const StreekGathering *self)
{
  return self->peers == NULL || self->peers->len < 2;
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
  StreekPeriod shown = spec->period.kind != STREEK_PERIOD_NONE ? spec->period : self->period;
  g_autofree char *key = make_key (self, spec, shown.kind);
  g_autoptr (GArray) periods = list_shared_periods (self, catalogue, shown);
  Times *times = find_times (store, key, self->generation);

  return is_alone (self) ? gather_series (self, times, periods, totals, cancellable, error)
                         : gather_periods (self, spec, times, periods, totals, cancellable, error);
}

/**
 * streek_gathering_share:
 * @self: with its rows, period and values, or changes, or values of two indicators
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
  guint n_maps = is_alone (self) ? 1 : self->peers->len;

  if (is_alone (self) && spec->limits == STREEK_LIMITS_OWN)
    return TRUE;

  TimesStore *store = get_store (workspace);
  g_autoptr (GArray) periods = list_periods (self, catalogue, self->period);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->mutex);

  self->shared_values = g_array_new (FALSE, FALSE, sizeof (double));
  self->shared_seconds = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_maps; i++)
    if ((n_maps == 1 || !is_repeated (self, i)) &&
        !gather_map (self, store, n_maps == 1 ? spec : self->peers->pdata[i], catalogue, totals,
                     cancellable, error))
      return FALSE;

  make_words (self, catalogue, periods);
  fill_shared (self);

  return TRUE;
}
