/* streek-classes.c: class limits for a map: found once, rounded, then values assigned */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-classes.h"
#include "base/streek-number.h"
#include "stats/streek-limits.h"
#include "stats/streek-sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_DECIMALS 9
/* How many decimals more than asked may be shown to keep as many classes as asked. */
#define EXTRA_DECIMALS 3

typedef struct
{
  double lower;
  double upper;
  guint count;
  int step; /* from the reference */
} Class;

struct _StreekClasses
{
  guint n_asked;
  int decimals;
  gboolean is_closed; /* the last class holds its upper limit */
  double reference;   /* NAN: none */
  guint n;
  Class *classes;
};

G_DEFINE_QUARK (streek_stats_error, streek_stats_error)

/* Finite values in ascending order. */
static double *
copy_present (const double *values, gsize n_values, gsize *n_present)
{
  double *present = g_new (double, n_values);
  gsize n = 0;

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      present[n++] = values[i];

  streek_sort_doubles (present, n);
  *n_present = n;

  return present;
}

static gsize
count_distinct (const double *sorted, gsize n, int decimals, gsize enough)
{
  gsize n_distinct = 0;
  double last = NAN;

  for (gsize i = 0; i < n && n_distinct < enough; i++)
    {
      double value = streek_number_round (sorted[i], decimals);

      if (value != last)
        n_distinct++;

      last = value;
    }

  return n_distinct;
}

/* The least decimals, from those asked, that keep as many values apart as there are classes. */
static int
choose_decimals (const double *sorted, gsize n, guint n_asked, int decimals)
{
  int best = decimals;
  gsize most = 0;

  for (int d = decimals; d <= MIN (decimals + EXTRA_DECIMALS, MAX_DECIMALS); d++)
    {
      gsize n_distinct = count_distinct (sorted, n, d, n_asked);

      if (n_distinct > most)
        {
          most = n_distinct;
          best = d;
        }

      if (most == n_asked)
        break;
    }

  return best;
}

static int
count_decimals (const double *limits, guint n_limits, int decimals)
{
  for (guint i = 0; i < n_limits; i++)
    while (decimals < MAX_DECIMALS && streek_number_round (limits[i], decimals) != limits[i])
      decimals++;

  return decimals;
}

static gboolean
check_manual (const double *limits, guint n_limits, GError **error)
{
  for (guint i = 0; i < n_limits; i++)
    if (!isfinite (limits[i]) || (i > 0 && limits[i] <= limits[i - 1]))
      {
        g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_INVALID_LIMITS,
                             _ ("Class limits must be numbers in ascending order, each once."));
        return FALSE;
      }

  if (n_limits == 0)
    g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_INVALID_LIMITS,
                         _ ("Classes of your own need at least one limit."));

  return n_limits > 0;
}

/* Rounds the sorted values, and counts how often each occurs then. */
static void
fill_sample (StreekSample *sample, const double *sorted, gsize n, int decimals)
{
  sample->decimals = decimals;
  sample->values = g_new (double, n);
  sample->weights = g_new (double, n);
  sample->n_all = n;

  for (gsize i = 0; i < n; i++)
    {
      double value = streek_number_round (sorted[i], decimals) + 0.0; /* -0 is 0 */

      if (sample->n > 0 && sample->values[sample->n - 1] == value)
        {
          sample->weights[sample->n - 1]++;
          continue;
        }

      sample->values[sample->n] = value;
      sample->weights[sample->n] = 1;
      sample->n++;
    }
}

static GArray *
find_edges (const StreekSample *sample,
            StreekClassMethod method,
            guint n_asked,
            const double *manual,
            guint n_manual)
{
  guint n_classes = MIN (n_asked, sample->n);

  switch (method)
    {
    case STREEK_CLASSES_EQUAL:
      return streek_limits_find_equal (sample, n_asked);
    case STREEK_CLASSES_NATURAL:
      return streek_limits_find_natural (sample, n_classes);
    case STREEK_CLASSES_PRETTY:
      return streek_limits_find_pretty (sample, n_asked);
    case STREEK_CLASSES_MANUAL:
      return streek_limits_take_manual (sample, manual, n_manual);
    case STREEK_CLASSES_QUANTILE:
    default:
      return streek_limits_find_quantile (sample, n_classes);
    }
}

/* Counts the values between two edges, and leaves out what would be empty. */
static void
assign_values (StreekClasses *self, const StreekSample *sample, const GArray *edges)
{
  guint n_intervals = edges->len - 1;
  gsize v = 0;

  self->classes = g_new0 (Class, n_intervals);

  for (guint i = 0; i < n_intervals; i++)
    {
      Class class = { .lower = g_array_index (edges, double, i),
                      .upper = g_array_index (edges, double, i + 1) };
      gboolean is_last = i + 1 == n_intervals;

      for (; v < sample->n && (sample->values[v] < class.upper || is_last); v++)
        class.count += (guint) sample->weights[v];

      if (class.count == 0)
        continue;

      self->classes[self->n++] = class;
      self->is_closed = is_last;
    }
}

/**
 * streek_classes_new:
 * @method: how limits are found
 * @values: (array length=n_values): one value per area, NAN where missing
 * @n_values: number of areas
 * @n_asked: number of classes asked, at least 1; of no meaning for own limits
 * @decimals: decimals that values are shown with, 0 to 9
 * @manual: (array length=n_manual) (nullable): the inner limits of %STREEK_CLASSES_MANUAL
 * @n_manual: how many
 * @error: return location for a #StreekStatsError
 *
 * Makes the one class table that map, legend, chart, table and export share. Values are rounded to
 * what a reader sees, limits to the same decimals, and only then is each value given its class: so
 * an area shown as 16,3 never stands in the class "10 tot < 16,3". Where that would leave fewer
 * different values than classes, up to three decimals more are taken. Missing values are left out.
 *
 * Equal values are never split and no class is empty, so there may be fewer classes than asked:
 * streek_classes_dup_message() says so. A stretch between two limits that holds no value is left
 * out of the table.
 *
 * Sources: quantiles by definition 7 of Hyndman & Fan (1996), The American Statistician 50 (4);
 * natural breaks, see streek_natural_breaks().
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
StreekClasses *
streek_classes_new (StreekClassMethod method,
                    const double *values,
                    gsize n_values,
                    guint n_asked,
                    int decimals,
                    const double *manual,
                    guint n_manual,
                    GError **error)
{
  gsize n = 0;
  g_autofree double *sorted = copy_present (values, n_values, &n);

  if (method == STREEK_CLASSES_MANUAL && !check_manual (manual, n_manual, error))
    return NULL;

  if (n == 0)
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES,
                           _ ("There is no figure to make classes of."));
      return NULL;
    }

  n_asked = method == STREEK_CLASSES_MANUAL ? n_manual + 1 : MAX (n_asked, 1);
  decimals = CLAMP (decimals, 0, MAX_DECIMALS);
  decimals = method == STREEK_CLASSES_MANUAL ? count_decimals (manual, n_manual, decimals)
                                             : choose_decimals (sorted, n, n_asked, decimals);

  StreekSample sample = { 0 };

  fill_sample (&sample, sorted, n, decimals);

  g_autoptr (GArray) edges = find_edges (&sample, method, n_asked, manual, n_manual);
  StreekClasses *self = g_new0 (StreekClasses, 1);

  self->n_asked = n_asked;
  self->decimals = decimals;
  self->reference = NAN;
  assign_values (self, &sample, edges);

  g_free (sample.values);
  g_free (sample.weights);

  return self;
}

/* Classes of the distances to the reference, whichever side they are on: at most half as many. */
static StreekClasses *
find_distances (double reference,
                StreekClassMethod method,
                const double *values,
                gsize n_values,
                guint n_asked,
                int decimals,
                GError **error)
{
  g_autofree double *distances = g_new (double, MAX (n_values, 1));

  for (gsize i = 0; i < n_values; i++)
    distances[i] = fabs (values[i] - reference);

  return streek_classes_new (method, distances, n_values, (n_asked + 1) / 2, decimals, NULL, 0,
                             error);
}

/* (element-type double): the reference, and the limits of @distances on both sides of it */
static GArray *
mirror_limits (double reference, const StreekClasses *distances)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = distances->n; i-- > 1;)
    {
      double limit = streek_number_round (reference - distances->classes[i].lower, MAX_DECIMALS);

      g_array_append_val (limits, limit);
    }

  g_array_append_val (limits, reference);

  for (guint i = 1; i < distances->n; i++)
    {
      double limit = streek_number_round (reference + distances->classes[i].lower, MAX_DECIMALS);

      g_array_append_val (limits, limit);
    }

  return limits;
}

/* How many of @limits are not above @value. */
static int
count_limits (const GArray *limits, double value)
{
  int n = 0;

  while (n < (int) limits->len && g_array_index (limits, double, n) <= value)
    n++;

  return n;
}

/* Steps count limits, not classes: those that hold no value are left out of the table, and do not
 * bring the others nearer. */
static void
set_reference (StreekClasses *self, double reference, const GArray *limits)
{
  int at = count_limits (limits, reference); /* the interval that begins with it, or holds it */
  gboolean is_limit = at > 0 && g_array_index (limits, double, at - 1) == reference;

  self->reference = reference;

  for (guint i = 0; i < self->n; i++)
    {
      int step = count_limits (limits, self->classes[i].lower) - at;

      self->classes[i].step = is_limit && step >= 0 ? step + 1 : step;
    }
}

/**
 * streek_classes_new_around:
 * @reference: the value that figures lie below, or at and above: 0, an average, a threshold
 * @method: how limits are found
 * @values: (array length=n_values): one value per area, NAN where missing
 * @n_values: number of areas
 * @n_asked: number of classes asked, at least 1; rounded up to as many on each side
 * @decimals: decimals that values are shown with, 0 to 9
 * @manual: (array length=n_manual) (nullable): the inner limits of %STREEK_CLASSES_MANUAL
 * @n_manual: how many
 * @error: return location for a #StreekStatsError
 *
 * As streek_classes_new(), for a picture that sets what lies below @reference apart from what does
 * not. The method works on the distances to @reference, and its limits hold on both sides, so that
 * classes at the same step hold the same distances. Limits of one's own stay as they are: a class
 * may then hold the reference inside it.
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
StreekClasses *
streek_classes_new_around (double reference,
                           StreekClassMethod method,
                           const double *values,
                           gsize n_values,
                           guint n_asked,
                           int decimals,
                           const double *manual,
                           guint n_manual,
                           GError **error)
{
  g_return_val_if_fail (isfinite (reference), NULL);

  g_autoptr (GArray) limits = NULL;

  if (method == STREEK_CLASSES_MANUAL)
    {
      limits = g_array_new (FALSE, FALSE, sizeof (double));
      g_array_append_vals (limits, manual, n_manual);
    }
  else
    {
      g_autoptr (StreekClasses) distances =
        find_distances (reference, method, values, n_values, n_asked, decimals, error);

      if (distances == NULL)
        return NULL;

      limits = mirror_limits (reference, distances);
      decimals = distances->decimals;
    }

  StreekClasses *self =
    streek_classes_new (STREEK_CLASSES_MANUAL, values, n_values, n_asked, decimals,
                        (const double *) (gpointer) limits->data, limits->len, error);

  if (self == NULL)
    return NULL;

  set_reference (self, reference, limits);
  self->n_asked = self->n;

  return self;
}

void
streek_classes_free (StreekClasses *classes)
{
  if (classes == NULL)
    return;

  g_free (classes->classes);
  g_free (classes);
}

/**
 * streek_classes_get_n:
 *
 * Returns: number of classes, at least 1
 */
guint
streek_classes_get_n (const StreekClasses *classes)
{
  return classes->n;
}

/**
 * streek_classes_get_n_asked:
 *
 * Returns: number of classes asked, at least streek_classes_get_n()
 */
guint
streek_classes_get_n_asked (const StreekClasses *classes)
{
  return classes->n_asked;
}

/**
 * streek_classes_get_lower:
 * @index: of the class, from low to high
 *
 * Returns: the limit that belongs to the class
 */
double
streek_classes_get_lower (const StreekClasses *classes, guint index)
{
  g_return_val_if_fail (index < classes->n, NAN);

  return classes->classes[index].lower;
}

/**
 * streek_classes_get_upper:
 * @index: of the class, from low to high
 *
 * Returns: the limit that does not belong to the class, or the highest value in the last one
 */
double
streek_classes_get_upper (const StreekClasses *classes, guint index)
{
  g_return_val_if_fail (index < classes->n, NAN);

  return classes->classes[index].upper;
}

/**
 * streek_classes_get_reference:
 *
 * Returns: the value that the classes lie on both sides of, NAN where there is none
 */
double
streek_classes_get_reference (const StreekClasses *classes)
{
  return classes->reference;
}

/**
 * streek_classes_get_step:
 * @index: of the class, from low to high
 *
 * Returns: how far the class is from the reference: -1 just below it, -2 further, 1 at it or just
 *   above; 0 where the class holds it inside, or where there is none
 */
int
streek_classes_get_step (const StreekClasses *classes, guint index)
{
  g_return_val_if_fail (index < classes->n, 0);

  return classes->classes[index].step;
}

/**
 * streek_classes_get_count:
 * @index: of the class, from low to high
 *
 * Returns: number of areas in the class, at least 1
 */
guint
streek_classes_get_count (const StreekClasses *classes, guint index)
{
  g_return_val_if_fail (index < classes->n, 0);

  return classes->classes[index].count;
}

/**
 * streek_classes_get_decimals:
 *
 * Returns: decimals of the limits, enough to tell the classes apart
 */
int
streek_classes_get_decimals (const StreekClasses *classes)
{
  return classes->decimals;
}

/**
 * streek_classes_find:
 * @value: a value, NAN where missing
 *
 * Returns: the class of @value as it is shown, -1 where it is missing or in none
 */
int
streek_classes_find (const StreekClasses *classes, double value)
{
  if (!isfinite (value))
    return -1;

  double shown = streek_number_round (value, classes->decimals);

  for (guint i = classes->n; i-- > 0;)
    {
      const Class *class = &classes->classes[i];

      if (shown < class->lower)
        continue;

      gboolean is_closed = classes->is_closed && i + 1 == classes->n;

      return shown < class->upper || (is_closed && shown == class->upper) ? (int) i : -1;
    }

  return -1;
}

/**
 * streek_classes_format_label:
 * @index: of the class, from low to high
 * @format: how numbers look
 *
 * Returns: (transfer full): what stands beside the class in a legend: "10–19" for whole numbers,
 *   "10,0 tot < 20,0" for others, one number where the class holds only that
 */
char *
streek_classes_format_label (const StreekClasses *classes, guint index, const StreekFormat *format)
{
  g_return_val_if_fail (index < classes->n, NULL);

  const Class *class = &classes->classes[index];
  gboolean is_closed = classes->is_closed && index + 1 == classes->n;
  gboolean is_whole = classes->decimals == 0;
  double last = is_whole && !is_closed ? class->upper - 1 : class->upper;
  g_autofree char *from = streek_format_number (format, class->lower, classes->decimals);
  g_autofree char *to = streek_format_number (format, last, classes->decimals);

  if (class->lower == last)
    return g_steal_pointer (&from);

  if (is_whole && class->lower >= 0)
    return g_strdup_printf ("%s–%s", from, to);

  /* Translators: a class of a legend that holds both numbers: 40,0 to 55,3 */
  if (is_closed || is_whole)
    return g_strdup_printf (_ ("%1$s to %2$s"), from, to);

  /* Translators: a class of a legend without its second number: 10,0 to < 20,0 */
  return g_strdup_printf (_ ("%1$s to < %2$s"), from, to);
}

/**
 * streek_classes_dup_message:
 *
 * Returns: (transfer full) (nullable): in words, that there are fewer classes than asked; %NULL
 *   where there are as many
 */
char *
streek_classes_dup_message (const StreekClasses *classes)
{
  if (classes->n >= classes->n_asked)
    return NULL;

  /* Translators: number of classes; 4 were asked, 3 are possible without splitting equal values
   * or drawing an empty class */
  return g_strdup_printf (_ ("classes: %1$u asked, %2$u possible"), classes->n_asked, classes->n);
}

static const char *const method_ids[] = { "quantile", "equal", "natural", "pretty", "manual" };

/**
 * streek_class_method_get_id:
 *
 * Returns: the word for @method in files and on the command line
 */
const char *
streek_class_method_get_id (StreekClassMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (method_ids), NULL);

  return method_ids[method];
}

/**
 * streek_class_method_from_id:
 * @id: (nullable): a word such as "quantile"
 * @method: (out): the method of that name
 *
 * Returns: %FALSE where there is no such method
 */
gboolean
streek_class_method_from_id (const char *id, StreekClassMethod *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (method_ids); i++)
    if (g_strcmp0 (id, method_ids[i]) == 0)
      {
        *method = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * streek_class_method_get_label:
 *
 * Returns: (transfer none): what people call @method
 */
const char *
streek_class_method_get_label (StreekClassMethod method)
{
  switch (method)
    {
    case STREEK_CLASSES_EQUAL:
      return C_ ("class method", "Equal intervals");
    case STREEK_CLASSES_NATURAL:
      return C_ ("class method", "Natural breaks");
    case STREEK_CLASSES_PRETTY:
      return C_ ("class method", "Round limits");
    case STREEK_CLASSES_MANUAL:
      return C_ ("class method", "Own limits");
    case STREEK_CLASSES_QUANTILE:
    default:
      return C_ ("class method", "Quantiles");
    }
}
