/* streek-viewable.c: a section that shows something of its own that can be saved as a view */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-viewable.h"

G_DEFINE_INTERFACE (StreekViewable, streek_viewable, G_TYPE_OBJECT)

static void
streek_viewable_default_init (StreekViewableInterface *iface)
{
}

StreekSavedView *
streek_viewable_dup_view (StreekViewable *self)
{
  g_return_val_if_fail (STREEK_IS_VIEWABLE (self), NULL);

  return STREEK_VIEWABLE_GET_IFACE (self)->dup_view (self);
}

void
streek_viewable_show_view (StreekViewable *self, const StreekSavedView *view)
{
  g_return_if_fail (STREEK_IS_VIEWABLE (self));
  g_return_if_fail (view != NULL);

  STREEK_VIEWABLE_GET_IFACE (self)->show_view (self, view);
}
