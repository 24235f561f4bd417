/* streek-import-profiles.h: profiles kept, thrown away, and handed on as a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-profiled.h"

#include <gtk/gtk.h>

/* @widget: in whose window the dialogs appear; it has the actions "profile.save" … */
void streek_import_profiles_update (GtkWidget *widget, StreekProfiled *owner);
void streek_import_profiles_save (GtkWidget *widget, StreekProfiled *owner);
void streek_import_profiles_delete (GtkWidget *widget, StreekProfiled *owner);
void streek_import_profiles_export (GtkWidget *widget, StreekProfiled *owner);
void streek_import_profiles_import (GtkWidget *widget, StreekProfiled *owner);
