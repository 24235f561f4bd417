/* streek-import-areas-window.h: takes in areas of people's own from a map file, and deletes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_AREAS_WINDOW (streek_import_areas_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekImportAreasWindow, streek_import_areas_window, STREEK, IMPORT_AREAS_WINDOW, AdwWindow)

GtkWidget *streek_import_areas_window_new (GtkWindow *parent, StreekContext *context);
/* Looks into the file at once, as after a choice in the dialog for files. */
void streek_import_areas_window_open_file (StreekImportAreasWindow *self, const char *path);
/* Deletes a set of people's own, as its button does; one undo brings it back. */
void streek_import_areas_window_delete (StreekImportAreasWindow *self, const char *set);
