/* streek-fiche-view.h: what the context's indicator is, where it comes from, what it leaves out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_FICHE_VIEW (streek_fiche_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekFicheView, streek_fiche_view, STREEK, FICHE_VIEW, GtkWidget)

void streek_fiche_view_set_context (StreekFicheView *self, StreekContext *context);
