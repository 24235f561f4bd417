/* streek-opening.h: a file on its way into a window: opened, read and drawn up in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "figure/streek-figure.h"
#include "indicator/streek-indicator.h"
#include "workspace/streek-workspace.h"

/* All that a window shows first. */
typedef struct
{
  StreekWorkspace *workspace;
  StreekFigureSpec *spec; /* where it was left */
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekFigure *figure; /* (nullable): where the spec cannot be drawn */
} StreekOpened;

void streek_opened_free (StreekOpened *opened);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekOpened, streek_opened_free)

#define STREEK_TYPE_OPENING (streek_opening_get_type ())
G_DECLARE_FINAL_TYPE (StreekOpening, streek_opening, STREEK, OPENING, GObject)

/* Begins at once, so that the window can be built meanwhile. Signal "done", in the main loop;
 * never where it was cancelled. */
StreekOpening *streek_opening_new (const char *path, StreekWorkspaceFlags flags);
const char *streek_opening_get_path (StreekOpening *self);
void streek_opening_cancel (StreekOpening *self);
/* To call once, when it is done. */
StreekOpened *streek_opening_finish (StreekOpening *self, GError **error);
