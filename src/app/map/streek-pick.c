/* streek-pick.c: a point of the ground that somebody is asked to show on a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-pick.h"

#include "actor/streek-site-locator.h"
#include "base/streek-format.h"
#include "geo/streek-coordinates.h"

#include <glib/gi18n.h>
#include <math.h>

struct _StreekPick
{
  GObject parent_instance;

  char *question;
  StreekSiteLocator *locator;
  char *words;
  double x; /* NAN: nothing is pointed at */
  double y;
  double cross_x; /* NAN: the keys did not move it yet */
  double cross_y;
  gboolean is_covered;
  gboolean is_by_keys;
  gboolean has_ended;
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekPick, streek_pick, G_TYPE_OBJECT)

static void
streek_pick_finalize (GObject *object)
{
  StreekPick *self = STREEK_PICK (object);

  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->locator, streek_site_locator_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (streek_pick_parent_class)->finalize (object);
}

static void
streek_pick_class_init (StreekPickClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_pick_finalize;

  signals[SIGNAL_POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
streek_pick_init (StreekPick *self)
{
  self->x = self->y = NAN;
  self->cross_x = self->cross_y = NAN;
}

StreekPick *
streek_pick_new (const char *name, StreekAreas *areas)
{
  g_return_val_if_fail (areas != NULL, NULL);

  StreekPick *self = g_object_new (STREEK_TYPE_PICK, NULL);

  self->locator = streek_site_locator_new (areas, STREEK_DATE_NONE);
  self->question =
    name != NULL
      /* Translators: %s is the name of a place. */
      ? g_strdup_printf (_ ("Click where %s lies, or go there with the arrow keys and Enter. "
                            "Escape goes back."),
                         name)
      : g_strdup (_ ("Click where the place lies, or go there with the arrow keys and Enter. "
                     "Escape goes back."));

  return self;
}

const char *
streek_pick_get_question (StreekPick *self)
{
  g_return_val_if_fail (STREEK_IS_PICK (self), NULL);

  return self->question;
}

static char *
dup_words (StreekPick *self)
{
  if (self->is_covered)
    return g_strdup (_ ("Something stands over the map here: move the map first."));

  const StreekArea *area = streek_site_locator_find (self->locator, self->x, self->y);
  g_autofree char *degrees = streek_coordinates_dup_degrees (
    self->x, self->y, streek_format_get_decimal_mark (streek_format_get_default ()));

  return g_strdup_printf ("%s · %s", degrees, area != NULL ? area->name : _ ("in no municipality"));
}

void
streek_pick_point (StreekPick *self, double x, double y, gboolean is_covered, gboolean is_by_keys)
{
  g_return_if_fail (STREEK_IS_PICK (self));

  self->x = x;
  self->y = y;
  self->is_covered = is_covered;
  self->is_by_keys = is_by_keys;
  if (is_by_keys)
    {
      self->cross_x = x;
      self->cross_y = y;
    }
  g_free (self->words);
  self->words = dup_words (self);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

const char *
streek_pick_get_words (StreekPick *self)
{
  g_return_val_if_fail (STREEK_IS_PICK (self), NULL);

  return self->words != NULL ? self->words : "";
}

gboolean
streek_pick_get_point (StreekPick *self, double *x, double *y)
{
  g_return_val_if_fail (STREEK_IS_PICK (self), FALSE);

  *x = self->x;
  *y = self->y;

  return !isnan (self->x) && !self->is_covered;
}

gboolean
streek_pick_get_cross (StreekPick *self, double *x, double *y)
{
  g_return_val_if_fail (STREEK_IS_PICK (self), FALSE);

  *x = self->cross_x;
  *y = self->cross_y;

  return !isnan (self->cross_x);
}

gboolean
streek_pick_is_by_keys (StreekPick *self)
{
  g_return_val_if_fail (STREEK_IS_PICK (self), FALSE);

  return self->is_by_keys;
}

static void
end (StreekPick *self, gboolean is_taken)
{
  g_autoptr (StreekPick) kept = g_object_ref (self); /* whoever hears of it lets it go */

  if (self->has_ended)
    return;

  self->has_ended = TRUE;
  g_signal_emit (kept, signals[SIGNAL_ENDED], 0, is_taken);
}

void
streek_pick_take (StreekPick *self)
{
  double x, y;

  if (streek_pick_get_point (self, &x, &y))
    end (self, TRUE);
}

void
streek_pick_cancel (StreekPick *self)
{
  g_return_if_fail (STREEK_IS_PICK (self));

  end (self, FALSE);
}
