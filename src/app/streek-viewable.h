/* streek-viewable.h: a section that shows something of its own that can be saved as a view */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-views.h"

#include <glib-object.h>

#define STREEK_TYPE_VIEWABLE (streek_viewable_get_type ())
G_DECLARE_INTERFACE (StreekViewable, streek_viewable, STREEK, VIEWABLE, GObject)

struct _StreekViewableInterface
{
  GTypeInterface parent;

  StreekSavedView *(*dup_view) (StreekViewable *self);
  void (*show_view) (StreekViewable *self, const StreekSavedView *view);
};

/* (transfer full) (nullable): what is shown now, without a name; NULL where that is the map of the
 * context, or a list or a table of it */
StreekSavedView *streek_viewable_dup_view (StreekViewable *self);
/* A view of what the section shows, with all that goes with it in the context. */
void streek_viewable_show_view (StreekViewable *self, const StreekSavedView *view);
