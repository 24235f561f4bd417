/* streek-classes.c: class limits for a map: found once, rounded, then values assigned */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-classes-private.h"
#include "base/streek-number.h"
#include "stats/streek-limits.h"
#include "stats/streek-sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How many decimals more than asked may be shown to keep as many classes as asked. */
#define EXTRA_DECIMALS 3

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

  for (int d = decimals; d <= MIN (decimals + EXTRA_DECIMALS, STREEK_CLASSES_MAX_DECIMALS); d++)
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
    while (decimals < STREEK_CLASSES_MAX_DECIMALS &&
           streek_number_round (limits[i], decimals) != limits[i])
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

/* Those of a policy stand also where no value lies, and have no end. */
static GArray *
take_policy (const double *limits, guint n_limits)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (edges, (double){ -INFINITY });
  g_array_append_vals (edges, limits, n_limits);
  g_array_append_val (edges, (double){ INFINITY });

  return edges;
}

static GArray *
find_edges (const StreekSample *sample, const StreekClassRequest *request, guint n_asked)
{
  guint n_classes = MIN (n_asked, sample->n);

  switch (request->method)
    {
    case STREEK_CLASSES_EQUAL:
      return streek_limits_find_equal (sample, n_asked);
    case STREEK_CLASSES_NATURAL:
      return streek_limits_find_natural (sample, n_classes);
    case STREEK_CLASSES_PRETTY:
      return streek_limits_find_pretty (sample, n_asked);
    case STREEK_CLASSES_DEVIATION:
      return streek_limits_find_deviation (sample, n_asked);
    case STREEK_CLASSES_GEOMETRIC:
      return streek_limits_find_geometric (sample, n_asked);
    case STREEK_CLASSES_MANUAL:
      return streek_limits_take_manual (sample, request->manual, request->n_manual);
    case STREEK_CLASSES_POLICY:
      return take_policy (request->manual, request->n_manual);
    case STREEK_CLASSES_QUANTILE:
    default:
      return streek_limits_find_quantile (sample, n_classes);
    }
}

/* How many areas have exactly 0, which leave the sample. */
static guint
take_zeros (StreekSample *sample)
{
  for (gsize i = 0; i < sample->n; i++)
    {
      guint n_zeros = (guint) sample->weights[i];

      if (sample->values[i] != 0)
        continue;

      sample->n--;
      sample->n_all -= n_zeros;
      memmove (sample->values + i, sample->values + i + 1, (sample->n - i) * sizeof (double));
      memmove (sample->weights + i, sample->weights + i + 1, (sample->n - i) * sizeof (double));

      return n_zeros;
    }

  return 0;
}

/* No class reaches over the zeros, which have a class of their own. */
static void
part_at_zero (GArray *edges)
{
  guint n_below = 0;

  while (n_below < edges->len && g_array_index (edges, double, n_below) < 0)
    n_below++;

  if (n_below == edges->len)
    g_array_index (edges, double, n_below - 1) = 0;
  else if (n_below > 0 && g_array_index (edges, double, n_below) > 0)
    g_array_insert_val (edges, n_below, (double){ 0 });
}

/* Counts the values between two edges, and leaves out what would be empty; not where a policy says
 * what there is. */
static void
assign_values (StreekClasses *self, const StreekSample *sample, const GArray *edges)
{
  guint n_intervals = edges->len - 1;
  gsize v = 0;

  for (guint i = 0; i < n_intervals; i++)
    {
      StreekClass class = { .lower = g_array_index (edges, double, i),
                            .upper = g_array_index (edges, double, i + 1) };
      gboolean is_last = i + 1 == n_intervals;

      for (; v < sample->n && (sample->values[v] < class.upper || is_last); v++)
        class.count += (guint) sample->weights[v];

      if (class.count == 0 && self->method != STREEK_CLASSES_POLICY)
        {
          self->n_empty++;
          continue;
        }

      self->classes[self->n++] = class;
      self->is_closed = is_last;
    }
}

/* Puts the class of the zeros in its place; what comes after it begins just above 0. */
static void
insert_zero_class (StreekClasses *self, guint n_zeros)
{
  guint place = 0;

  while (place < self->n && self->classes[place].lower < 0)
    place++;

  memmove (self->classes + place + 1, self->classes + place,
           (self->n - place) * sizeof (StreekClass));
  self->classes[place] = (StreekClass){ .count = n_zeros };
  self->n++;

  if (place + 1 < self->n && self->classes[place + 1].lower == 0)
    self->classes[place + 1].lower = pow (10, -self->decimals);
}

static StreekClasses *
make_table (const StreekSample *sample,
            const StreekClassRequest *request,
            guint n_asked,
            guint n_zeros)
{
  StreekClasses *self = g_new0 (StreekClasses, 1);

  self->method = request->method;
  self->n_asked = n_asked;
  self->n_distinct = sample->n + (n_zeros > 0);
  self->decimals = sample->decimals;
  self->asks_zero = request->zero_class && request->method != STREEK_CLASSES_POLICY;
  self->reference = NAN;
  self->is_closed = TRUE;

  g_autoptr (GArray) edges =
    sample->n > 0 ? find_edges (sample, request, MAX (n_asked - (n_zeros > 0), 1)) : NULL;

  if (edges != NULL && n_zeros > 0)
    part_at_zero (edges);

  self->classes = g_new0 (StreekClass, (edges != NULL ? edges->len : 0) + 1);

  if (edges != NULL)
    assign_values (self, sample, edges);

  if (n_zeros > 0)
    insert_zero_class (self, n_zeros);

  if (request->method == STREEK_CLASSES_DEVIATION && self->n < n_asked)
    self->n_empty = n_asked - self->n; /* those beyond all values too */

  return self;
}

static StreekClasses *
find_classes (const StreekClassRequest *request,
              const double *values,
              gsize n_values,
              GError **error)
{
  gboolean is_manual = streek_class_method_is_given (request->method);
  gsize n = 0;
  g_autofree double *sorted = copy_present (values, n_values, &n);

  if (is_manual && !check_manual (request->manual, request->n_manual, error))
    return NULL;

  if (n == 0)
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES,
                           _ ("There is no figure to make classes of."));
      return NULL;
    }

  guint n_asked = is_manual ? request->n_manual + 1 : MAX (request->n_asked, 1);
  int least = CLAMP (request->decimals, 0, STREEK_CLASSES_MAX_DECIMALS);
  StreekSample sample = { 0 };

  fill_sample (&sample, sorted, n,
               is_manual ? count_decimals (request->manual, request->n_manual, least)
                         : choose_decimals (sorted, n, n_asked, least));

  gboolean asks_zero = request->zero_class && request->method != STREEK_CLASSES_POLICY;
  guint n_zeros = asks_zero ? take_zeros (&sample) : 0;
  StreekClasses *self =
    make_table (&sample, request, n_asked + (is_manual && n_zeros > 0), n_zeros);

  g_free (sample.values);
  g_free (sample.weights);

  return self;
}

/**
 * streek_classes_make:
 * @request: what is asked
 * @values: (array length=n_values): one value per area, NAN where missing
 * @n_values: number of areas
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
 * Zeros in a class of their own (what is shown as 0) are one of the classes asked, and no other
 * class reaches over 0; where no area has 0, there is no such class.
 *
 * Around a reference the table sets what lies below it apart from what does not. The method works
 * on the distances to it, and its limits hold on both sides, so that classes at the same step hold
 * the same distances; the number asked is rounded up to as many on each side. Limits of one's own
 * stay as they are: a class may then hold the reference inside it.
 *
 * Those of a policy say what there is: each class stays, also where it holds no value, the first
 * has no lower limit and the last no upper one, and zeros have no class of their own.
 *
 * Sources: quantiles by definition 7 of Hyndman & Fan (1996), The American Statistician 50 (4);
 * natural breaks, see streek_natural_breaks().
 *
 * Returns: (transfer full): the classes, or %NULL with @error set
 */
StreekClasses *
streek_classes_make (const StreekClassRequest *request,
                     const double *values,
                     gsize n_values,
                     GError **error)
{
  g_return_val_if_fail (request != NULL && !isinf (request->reference), NULL);

  StreekClassRequest possible = *request;

  if (request->n_most > 0)
    possible.n_asked = MIN (request->n_asked, request->n_most);

  StreekClasses *self = isnan (request->reference)
                          ? find_classes (&possible, values, n_values, error)
                          : streek_classes_make_around (&possible, values, n_values, error);

  if (self != NULL && !streek_class_method_is_given (request->method))
    self->n_asked = MAX (request->n_asked, self->n);

  return self;
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
 * streek_classes_make() without a reference and without a class of zeros.
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
  const StreekClassRequest request = { .method = method,
                                       .n_asked = n_asked,
                                       .decimals = decimals,
                                       .manual = manual,
                                       .n_manual = n_manual,
                                       .reference = NAN };

  return streek_classes_make (&request, values, n_values, error);
}

/**
 * streek_classes_recount:
 * @classes: a table that nobody else sees yet
 * @values: (array length=n_values): one value per area, NAN where missing; all of them among those
 *   the limits were found in
 * @n_values: number of areas
 *
 * The limits stay, and a class may hold no area from now on: so it stays where it is on a map that
 * changes with time.
 */
void
streek_classes_recount (StreekClasses *classes, const double *values, gsize n_values)
{
  for (guint i = 0; i < classes->n; i++)
    classes->classes[i].count = 0;

  for (gsize i = 0; i < n_values; i++)
    {
      int class = streek_classes_find (classes, values[i]);

      if (class >= 0)
        classes->classes[class].count++;
    }

  classes->is_shared = TRUE;
}

/**
 * streek_classes_copy:
 *
 * Returns: (transfer full): a table that may be recounted
 */
StreekClasses *
streek_classes_copy (const StreekClasses *classes)
{
  g_return_val_if_fail (classes != NULL, NULL);

  StreekClasses *copy = g_memdup2 (classes, sizeof *classes);

  copy->classes = g_memdup2 (classes->classes, classes->n * sizeof *classes->classes);

  return copy;
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
 * streek_classes_get_lower:
 * @index: of the class, from low to high
 *
 * Returns: the limit that belongs to the class; minus infinity for the first one of a policy
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
 * Returns: the limit that does not belong to the class, or the highest value in the last one;
 * infinity for the last one of a policy
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
 * Returns: number of areas in the class, at least 1 unless streek_classes_recount() counted others
 * or a policy says that there is such a class
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
      const StreekClass *class = &classes->classes[i];

      if (shown < class->lower)
        continue;

      gboolean is_closed = classes->is_closed && i + 1 == classes->n;

      is_closed |= streek_classes_is_zero (classes, i);

      return shown < class->upper || (is_closed && shown == class->upper) ? (int) i : -1;
    }

  return -1;
}

/**
 * streek_classes_is_zero:
 * @index: of the class, from low to high
 *
 * Returns: whether the class was asked for and holds 0 and nothing else
 */
gboolean
streek_classes_is_zero (const StreekClasses *classes, guint index)
{
  g_return_val_if_fail (index < classes->n, FALSE);

  return classes->asks_zero && classes->classes[index].lower == 0 &&
         classes->classes[index].upper == 0;
}

/**
 * streek_classes_list_limits:
 *
 * Returns: (transfer full) (element-type double): the limits between classes, ascending, which
 *   %STREEK_CLASSES_MANUAL makes the same classes of; without those of the class of zeros
 */
GArray *
streek_classes_list_limits (const StreekClasses *classes)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < classes->n; i++)
    if (!streek_classes_is_zero (classes, i) && !streek_classes_is_zero (classes, i - 1))
      g_array_append_val (limits, classes->classes[i].lower);

  return limits;
}
