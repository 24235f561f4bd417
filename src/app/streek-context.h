/* streek-context.h: what the window is about: workspace, areas, date, indicator and their figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "figure/streek-figure.h"
#include "indicator/streek-indicator.h"
#include "streek-opening.h"
#include "streek-selection.h"
#include "workspace/streek-workspace.h"

#define STREEK_TYPE_CONTEXT (streek_context_get_type ())
G_DECLARE_FINAL_TYPE (StreekContext, streek_context, STREEK, CONTEXT, GObject)

/* What else a worker does with a new figure before anybody hears of it, so that a map and its
 * picture arrive in one frame. */
typedef struct
{
  gpointer (*begin) (gpointer owner);                /* main loop; NULL: nothing is to be done */
  void (*work) (gpointer job, StreekFigure *figure); /* worker */
  void (*done) (gpointer owner, gpointer job);       /* main loop, just before notify::figure */
  GDestroyNotify free;                               /* of the job */
} StreekFigureFollower;

/* One object per window; every section listens to it and none keeps a copy. Main thread only.
 *
 * Signals:
 * "changed": the spec differs (set, area, date, indicator, period, classes …)
 * "data-changed": other snapshots of areas and indicators: another workspace, or what it holds
 *   changed (command, undo, redo)
 * "notify::figure": a new figure arrived, or there is none (see streek_context_get_error())
 * "notify::loading": work is under way
 */
StreekContext *streek_context_new (void);
/* Without a workspace, for a map beside another: what is chosen and pointed at is shared with
 * @other (nullable): with nobody. */
StreekContext *streek_context_new_beside (StreekContext *other);

/* (nullable). Setting one starts loading its snapshots; "data-changed" tells when they are there.
 */
StreekWorkspace *streek_context_get_workspace (StreekContext *self);
gboolean streek_context_can_write (StreekContext *self);
void streek_context_set_workspace (StreekContext *self, StreekWorkspace *workspace);
/* The same with everything that an opening has read already: one "changed", one "data-changed". */
void streek_context_take_opened (StreekContext *self, const StreekOpened *opened);
/* "SET:CODE" of the office's own area, (nullable) */
const char *streek_context_get_own_area (StreekContext *self);
void streek_context_set_own_area (StreekContext *self, const char *ref);

/* (transfer none) (nullable): until loaded; take a reference to keep or hand to a thread */
StreekAreas *streek_context_get_areas (StreekContext *self);
StreekCatalogue *streek_context_get_catalogue (StreekContext *self);
StreekSelection *streek_context_get_selection (StreekContext *self);

/* (transfer none): never NULL */
const StreekFigureSpec *streek_context_get_spec (StreekContext *self);
/* Takes all of @spec at once, as a saved view does. One "changed", one figure. */
void streek_context_set_spec (StreekContext *self, const StreekFigureSpec *spec);
void streek_context_set_set (StreekContext *self, const char *set);
void streek_context_set_within (StreekContext *self, const char *ref);
void streek_context_set_outline_set (StreekContext *self, const char *set);
void streek_context_set_overlay_set (StreekContext *self, const char *set);
/* STREEK_DATE_NONE: the areas of the period shown ("gebieden van dat moment") */
void streek_context_set_on (StreekContext *self, StreekDate on);
void streek_context_set_indicator (StreekContext *self, const char *code); /* NULL: areas only */
/* kind NONE: the newest */
void streek_context_set_period (StreekContext *self, StreekPeriod period);
/* Goes @steps periods on (or back) among those that have figures; FALSE where there is none. */
gboolean streek_context_step_period (StreekContext *self, int steps);

/* What the spec comes down to. */
const StreekIndicator *streek_context_get_indicator (StreekContext *self); /* (nullable) */
StreekPeriod streek_context_get_period (StreekContext *self); /* the newest filled in */
GArray *streek_context_list_periods (StreekContext *self);    /* (element-type StreekPeriod) */
/* The date whose areas are shown; NONE until loaded. */
StreekDate streek_context_get_area_date (StreekContext *self);
const StreekArea *streek_context_get_within_area (StreekContext *self); /* (nullable) */

/* (transfer none) (nullable): the map, list and table twin of the spec; the last one stays until
 * the next is there */
StreekFigure *streek_context_get_figure (StreekContext *self);
/* (transfer full) (nullable): shows a figure that somebody else made, in a context without a
 * workspace: a map beside the window's own. */
void streek_context_show_figure (StreekContext *self, StreekFigure *figure);
/* Row of a code in that figure, -1 for none. */
int streek_context_find_row (StreekContext *self, const char *code);
/* (nullable): what the area that is pointed at gets in that figure, in words */
char *streek_context_dup_pointed_words (StreekContext *self);
gboolean streek_context_get_loading (StreekContext *self);
const GError *streek_context_get_error (StreekContext *self); /* (nullable): why there is none */
void streek_context_reload (StreekContext *self);
/* One at a time; @follower is static, and NULL takes it back before @owner goes. */
void streek_context_set_follower (StreekContext *self,
                                  const StreekFigureFollower *follower,
                                  gpointer owner);
