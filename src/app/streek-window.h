/* streek-window.h: a window on one workspace: context bar, sections, content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-application.h"
#include "streek-context.h"
#include "workspace/streek-views.h"

#define STREEK_TYPE_WINDOW (streek_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekWindow, streek_window, STREEK, WINDOW, AdwApplicationWindow)

StreekWindow *streek_window_new (StreekApplication *application);

/* (transfer none): never NULL */
StreekContext *streek_window_get_context (StreekWindow *self);
/* (nullable): the file it shows or is opening */
const char *streek_window_get_path (StreekWindow *self);

/* Shows the file when it is there; an error shows as a page of the window. A window that is not
 * on the screen yet waits a moment for it, so that it comes with its content. */
void streek_window_open (StreekWindow *self, StreekOpening *opening);
void streek_window_show_loading (StreekWindow *self);
void streek_window_show_welcome (StreekWindow *self);
/* A page in place of the content: what could not be done, and why. */
void streek_window_show_error (StreekWindow *self, const char *title, const GError *error);
/* A message that passes: work can go on. @error: (nullable): its words follow */
void streek_window_toast (StreekWindow *self, const char *message, const GError *error);
/* What was done, with a button that undoes the last command. */
void streek_window_toast_undo (StreekWindow *self, const char *message);
/* Saves what is to be kept and lets go of the file; before the window is destroyed. */
void streek_window_leave (StreekWindow *self);

/* Makes the page of a section, when it is shown for the first time. */
typedef GtkWidget *(*StreekSectionFunc) (StreekContext *context);

/* Sections of the sidebar, in the order they are added. The page fills the content. */
void streek_window_add_section (StreekWindow *self,
                                const char *name,
                                const char *title,
                                const char *icon_name,
                                StreekSectionFunc make_page);
void streek_window_show_section (StreekWindow *self, const char *name);
GtkWidget *streek_window_get_section_page (StreekWindow *self); /* of the section that is shown */

/* (transfer full): what is on the screen, a map or a chart, without a name */
StreekSavedView *streek_window_dup_view (StreekWindow *self);
void streek_window_show_view (StreekWindow *self, const StreekSavedView *view);
