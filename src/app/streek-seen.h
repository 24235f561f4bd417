/* streek-seen.h: work for a widget that waits until somebody can see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

typedef void (*StreekSeenFunc) (GtkWidget *widget);

/* Calls @renew at once where @widget is on the screen; else once, when it next comes there, however
 * often that is asked for meanwhile. One function a widget. */
void streek_renew_when_seen (GtkWidget *widget, StreekSeenFunc renew);
