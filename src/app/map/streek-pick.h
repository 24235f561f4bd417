/* streek-pick.h: a point of the ground that somebody is asked to show on a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"

#include <glib-object.h>

#define STREEK_TYPE_PICK (streek_pick_get_type ())
G_DECLARE_FINAL_TYPE (StreekPick, streek_pick, STREEK, PICK, GObject)

/* One of them is shared by all maps beside each other. Signals:
 * "pointed": the pointer or the cross-hair of the keys is elsewhere.
 * "ended" (gboolean): once: a point was taken, or it was given up. */

/* @name: (nullable): of what lies there. @areas: with meshes: they tell the municipality. */
StreekPick *streek_pick_new (const char *name, StreekAreas *areas);
/* What is asked, in a sentence. */
const char *streek_pick_get_question (StreekPick *self);

/* In metres of Lambert 2008. @is_covered: something stands over the map there, so that it cannot be
 * taken. @is_by_keys: by the cross-hair, which maps then show. */
void
streek_pick_point (StreekPick *self, double x, double y, gboolean is_covered, gboolean is_by_keys);
/* "51,33300; 3,20500 · Brugge", or what to do first. */
const char *streek_pick_get_words (StreekPick *self);
/* FALSE where nothing that can be taken is pointed at. */
gboolean streek_pick_get_point (StreekPick *self, double *x, double *y);
/* Where the keys left the cross-hair; FALSE before they moved it. */
gboolean streek_pick_get_cross (StreekPick *self, double *x, double *y);
gboolean streek_pick_is_by_keys (StreekPick *self);

/* Ends it, where there is a point. */
void streek_pick_take (StreekPick *self);
void streek_pick_cancel (StreekPick *self);
