/* streek-places-window.h: the places of the file as a list, to be added, changed and taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_PLACES_WINDOW (streek_places_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlacesWindow, streek_places_window, STREEK, PLACES_WINDOW, AdwWindow)

/* @wanted: (nullable): id of a place that is opened as soon as it is read */
GtkWidget *streek_places_window_new (GtkWindow *parent, StreekContext *context, const char *wanted);
/* Compares a file of places with what is here, and asks whether it shall be taken in. */
void streek_places_window_take_file (StreekPlacesWindow *self, const char *path);
