/* streek-edit-window.h: a form with Cancel and Save: what it says becomes one command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define STREEK_TYPE_EDIT_WINDOW (streek_edit_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (StreekEditWindow, streek_edit_window, STREEK, EDIT_WINDOW, AdwWindow)

/* The template of a class has children of these types: "form", one under another; "foot", a line
 * that stays in sight under them. Saving is the action "edit.save". */
struct _StreekEditWindowClass
{
  AdwWindowClass parent_class;

  /* Sends the command: with streek_edit_window_hold() and streek_edit_window_end_cb(). */
  void (*save) (StreekEditWindow *self);
  /* The form may have changed: calls streek_edit_window_set_ready(). */
  void (*update) (StreekEditWindow *self);
};

void streek_edit_window_set_subtitle (StreekEditWindow *self, const char *subtitle);
void streek_edit_window_set_save_label (StreekEditWindow *self, const char *label);
/* Whether what the form says can be saved. */
void streek_edit_window_set_ready (StreekEditWindow *self, gboolean is_ready);
/* (transfer full): nothing is saved twice; user data for the callback of the command … */
gpointer streek_edit_window_hold (StreekEditWindow *self);
/* … whose source is the store: closes the window, or says why it was not done. */
void streek_edit_window_end_cb (GObject *source, GAsyncResult *result, gpointer user_data);
/* The same for a command with another source: @error: (nullable): why it was not done. */
void streek_edit_window_end (StreekEditWindow *self, const GError *error);

/* For a class without a template: what the template would say as "form" and "foot". */
void streek_edit_window_add_form (StreekEditWindow *self, GtkWidget *child);
void streek_edit_window_add_foot (StreekEditWindow *self, GtkWidget *child);
/* Nothing can be saved: there is a button to close it, and no other. */
void streek_edit_window_set_read_only (StreekEditWindow *self);
