/* streek-classes-around.c: classes on both sides of a reference */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-classes-private.h"
#include "base/streek-number.h"
#include "stats/streek-limits.h"

#include <math.h>

/* Classes of the distances to the reference, whichever side they are on: @n_side on each. */
static StreekClasses *
find_distances (const StreekClassRequest *request,
                const double *values,
                gsize n_values,
                guint n_side,
                GError **error)
{
  g_autofree double *distances = g_new (double, MAX (n_values, 1));
  StreekClassRequest part = {
    .method = request->method, .n_asked = n_side, .decimals = request->decimals, .reference = NAN
  };

  for (gsize i = 0; i < n_values; i++)
    distances[i] =
      request->zero_class && values[i] == 0 ? NAN : fabs (values[i] - request->reference);

  return streek_classes_make (&part, distances, n_values, error);
}

/* (element-type double): the reference, and the limits of @distances on both sides of it */
static GArray *
mirror_limits (double reference, const StreekClasses *distances)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = distances->n; i-- > 1;)
    {
      double limit =
        streek_number_round (reference - distances->classes[i].lower, STREEK_CLASSES_MAX_DECIMALS);

      g_array_append_val (limits, limit);
    }

  g_array_append_val (limits, reference);

  for (guint i = 1; i < distances->n; i++)
    {
      double limit =
        streek_number_round (reference + distances->classes[i].lower, STREEK_CLASSES_MAX_DECIMALS);

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

static void
insert_limit (GArray *limits, double limit)
{
  int place = count_limits (limits, limit);

  if (place == 0 || g_array_index (limits, double, place - 1) != limit)
    g_array_insert_val (limits, place, limit);
}

/* (element-type double): the reference, and whole standard deviations on both sides of it */
static GArray *
step_deviations (const StreekClassRequest *request,
                 const double *values,
                 gsize n_values,
                 guint n_side)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (double));
  double deviation = streek_limits_get_deviation (values, NULL, n_values, NULL);

  for (int i = 1 - (int) n_side; i < (int) n_side; i++)
    {
      double limit =
        i == 0 ? request->reference
               : streek_number_round (request->reference + i * deviation,
                                      CLAMP (request->decimals, 0, STREEK_CLASSES_MAX_DECIMALS));

      insert_limit (limits, limit);
    }

  return limits;
}

static gboolean
has_zero_class (const StreekClasses *self)
{
  for (guint i = 0; i < self->n; i++)
    if (streek_classes_is_zero (self, i))
      return TRUE;

  return FALSE;
}

/* Steps count limits, not classes: those that hold no value are left out of the table, and do not
 * bring the others nearer. The zeros are a step, or the middle. */
static void
set_reference (StreekClasses *self, double reference, GArray *limits)
{
  if (has_zero_class (self))
    {
      insert_limit (limits, 0);
      if (reference != 0)
        insert_limit (limits, pow (10, -self->decimals));
    }

  int at = count_limits (limits, reference); /* the interval that begins with it, or holds it */
  gboolean is_limit = at > 0 && g_array_index (limits, double, at - 1) == reference;

  self->reference = reference;

  for (guint i = 0; i < self->n; i++)
    {
      int step = count_limits (limits, self->classes[i].lower) - at;

      self->classes[i].step = is_limit && step >= 0 ? step + 1 : step;
      if (reference == 0 && streek_classes_is_zero (self, i))
        self->classes[i].step = 0;
    }
}

/* Zeros take a class of those asked: the middle one, or one of a side, which then holds at most
 * three. */
static guint
count_per_side (const StreekClassRequest *request, const double *values, gsize n_values)
{
  guint n_asked = MAX (request->n_asked, 1);
  gboolean has_zero = FALSE, has_beyond = FALSE;

  for (gsize i = 0; i < n_values && request->zero_class; i++)
    {
      has_zero |= streek_number_round (
                    values[i], CLAMP (request->decimals, 0, STREEK_CLASSES_MAX_DECIMALS)) == 0;
      has_beyond |= request->reference > 0 ? values[i] < 0 : values[i] > 0;
    }

  if (!has_zero)
    return (n_asked + 1) / 2;

  if (request->reference == 0)
    return MAX (n_asked / 2, 1);

  return has_beyond ? 1 : CLAMP ((n_asked - 1) / 2, 1, 2);
}

/* (transfer full) (nullable) (element-type double): the limits on both sides of the reference, in
 * @decimals decimals */
static GArray *
find_limits_around (const StreekClassRequest *request,
                    const double *values,
                    gsize n_values,
                    int *decimals,
                    GError **error)
{
  guint n_side = count_per_side (request, values, n_values);

  *decimals = request->decimals;

  if (streek_class_method_is_given (request->method))
    {
      GArray *limits = g_array_new (FALSE, FALSE, sizeof (double));

      return g_array_append_vals (limits, request->manual, request->n_manual);
    }

  if (request->method == STREEK_CLASSES_DEVIATION)
    return step_deviations (request, values, n_values, n_side);

  g_autoptr (GError) none = NULL;
  g_autoptr (StreekClasses) distances = find_distances (request, values, n_values, n_side, &none);

  if (distances != NULL)
    {
      *decimals = distances->decimals;
      return mirror_limits (request->reference, distances);
    }

  if (!request->zero_class ||
      !g_error_matches (none, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_VALUES))
    {
      g_propagate_error (error, g_steal_pointer (&none));
      return NULL;
    }

  /* nothing but zeros */
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (double));

  return g_array_append_vals (limits, &request->reference, 1);
}

StreekClasses *
streek_classes_make_around (const StreekClassRequest *request,
                            const double *values,
                            gsize n_values,
                            GError **error)
{
  int decimals;
  g_autoptr (GArray) limits = find_limits_around (request, values, n_values, &decimals, error);

  if (limits == NULL)
    return NULL;

  gboolean is_policy = request->method == STREEK_CLASSES_POLICY;
  StreekClassRequest part = { .method = is_policy ? STREEK_CLASSES_POLICY : STREEK_CLASSES_MANUAL,
                              .decimals = decimals,
                              .manual = (const double *) (gpointer) limits->data,
                              .n_manual = limits->len,
                              .reference = NAN,
                              .zero_class = request->zero_class };
  StreekClasses *self = streek_classes_make (&part, values, n_values, error);

  if (self == NULL)
    return NULL;

  set_reference (self, request->reference, limits);
  self->method = request->method;

  return self;
}
