/* streek-application.h: the program: its windows, and what it does without one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-workspace.h"

#include <adwaita.h>

#define STREEK_TYPE_APPLICATION (streek_application_get_type ())
G_DECLARE_FINAL_TYPE (StreekApplication, streek_application, STREEK, APPLICATION, AdwApplication)

StreekApplication *streek_application_new (void);

/* (transfer none): never NULL */
GSettings *streek_application_get_settings (StreekApplication *self);
/* Opens @path in a window that has no workspace, else a new one; raises the window that has it. */
void streek_application_open_path (StreekApplication *self, const char *path);
/* Opens a dated copy for reading only, in a window of its own. */
void streek_application_open_copy (StreekApplication *self, const char *path);
/* Makes the example in the folder of documents where it is not there yet, and opens it. */
void streek_application_open_example (StreekApplication *self);
/* Lets @workspace finish writing in a thread; the program does not end before that. */
void streek_application_close_workspace (StreekApplication *self, StreekWorkspace *workspace);
