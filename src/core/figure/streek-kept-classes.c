/* streek-kept-classes.c: limits that were found in a series and serve the next figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-kept-classes.h"

#include <math.h>
#include <string.h>

/* Who plays through thirty years of 20 000 areas asks with each of them for limits in 600 000
 * values, which are the same each time: to sort them took longer than all the rest of a frame. */
#define N_KEPT 8

typedef struct
{
  guint64 serial;
  gboolean is_held;
  int held;
  StreekClassRequest request; /* its limits are ours */
  StreekClasses *classes;
} Kept;

static GMutex lock;
static Kept *kept[N_KEPT]; /* (nullable): the latest first */

static void
kept_free (Kept *self)
{
  if (self == NULL)
    return;

  streek_classes_free (self->classes);
  g_free ((double *) self->request.manual);
  g_free (self);
}

static gboolean
references_are_equal (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
requests_are_equal (const StreekClassRequest *a, const StreekClassRequest *b)
{
  return a->method == b->method && a->n_asked == b->n_asked && a->n_most == b->n_most &&
         a->decimals == b->decimals && a->zero_class == b->zero_class &&
         references_are_equal (a->reference, b->reference) && a->n_manual == b->n_manual &&
         (a->n_manual == 0 || memcmp (a->manual, b->manual, a->n_manual * sizeof *a->manual) == 0);
}

static gboolean
is_of (const Kept *self, const StreekClassRequest *request, const StreekFigureSeries *series)
{
  return self->serial == series->facts->serial && self->is_held == (series->held != NULL) &&
         (!self->is_held || self->held == series->facts->held) &&
         requests_are_equal (&self->request, request);
}

StreekClasses *
streek_kept_classes_find (const StreekClassRequest *request, const StreekFigureSeries *series)
{
  StreekClasses *found = NULL;

  if (series->facts == NULL)
    return NULL;

  g_mutex_lock (&lock);

  for (guint i = 0; i < N_KEPT && kept[i] != NULL && found == NULL; i++)
    if (is_of (kept[i], request, series))
      {
        Kept *latest = kept[i];

        memmove (&kept[1], &kept[0], i * sizeof *kept);
        kept[0] = latest;
        found = streek_classes_copy (latest->classes);
      }

  g_mutex_unlock (&lock);

  return found;
}

void
streek_kept_classes_add (const StreekClassRequest *request,
                         const StreekFigureSeries *series,
                         const StreekClasses *classes)
{
  if (series->facts == NULL || classes == NULL)
    return;

  Kept *added = g_new (Kept, 1);

  *added = (Kept){ series->facts->serial, series->held != NULL, series->facts->held, *request,
                   streek_classes_copy (classes) };
  added->request.manual =
    request->n_manual > 0 ? g_memdup2 (request->manual, request->n_manual * sizeof *request->manual)
                          : NULL;

  g_mutex_lock (&lock);

  Kept *oldest = kept[N_KEPT - 1];

  memmove (&kept[1], &kept[0], (N_KEPT - 1) * sizeof *kept);
  kept[0] = added;
  g_mutex_unlock (&lock);
  kept_free (oldest);
}
