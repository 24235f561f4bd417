/* streek-profile.h: mappings that are kept: those that come with the program, and people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"

/* (element-type StreekMapping): of the program's data folder, then of the file, where one of the
 * same name takes the place of the program's; by name */
GPtrArray *streek_profile_list (StreekDb *db, GError **error);
StreekMapping *streek_profile_find (GPtrArray *profiles, const char *name, GError **error);
/* The profile whose columns the file has: of several the one that says most. %NULL without error
 * where none fits. */
StreekMapping *streek_profile_recognise (GPtrArray *profiles,
                                         StreekSource *source,
                                         GCancellable *cancellable,
                                         GError **error);
/* A mapping of one file with what belongs to that file taken out: periods become "{period}". */
StreekMapping *
streek_profile_new_from_mapping (const StreekMapping *mapping, const char *name, const char *title);

/* Inside a command. */
gboolean
streek_profile_save (StreekDb *db, const StreekMapping *profile, gint64 changed_at, GError **error);
gboolean streek_profile_delete (StreekDb *db, const char *name, GError **error);

/* As a file of its own. */
StreekMapping *streek_profile_read_file (const char *path, GError **error);
gboolean streek_profile_write_file (const StreekMapping *profile, const char *path, GError **error);
