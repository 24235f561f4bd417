/* streek-preview.h: pages as they will come out of the printer, one at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-page-view.h"

#include <adwaita.h>

#define STREEK_TYPE_PREVIEW (streek_preview_get_type ())
G_DECLARE_FINAL_TYPE (StreekPreview, streek_preview, STREEK, PREVIEW, AdwBin)

/* Property "error-title": what is wrong where there is no page. Signal "turned" (guint page): a
 * person wants to see another one; the keys for that work in all of its window. In a template a
 * child of the type "overlay" lies over the sheet. */

/* There will be pages: what was shown stays, unless there was none. */
void streek_preview_start (StreekPreview *self);
void streek_preview_show_error (StreekPreview *self, const GError *error);
/* @scene: page @page, from 0, of @n_pages; @logo, @name: (nullable): on it, and what it is called
 */
void streek_preview_show_page (StreekPreview *self,
                               StreekScene *scene,
                               StreekLogo *logo,
                               guint page,
                               guint n_pages,
                               const char *name);
/* The page shown, or the one that a person asked for since; 0 where there is none. */
guint streek_preview_get_page (StreekPreview *self);
StreekPageView *streek_preview_get_page_view (StreekPreview *self);
/* As large as its parent, but not larger than a sheet and the choices beside it ask. */
void streek_preview_fit_window (GtkWindow *window, GtkWindow *parent, int max_width);
