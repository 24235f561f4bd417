/* streek-profile.h: mappings that are kept: those that come with the program, and people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"

/* What profiles of records are for, as StreekMapping.records has it; NULL: figures */
#define STREEK_PROFILE_FIGURES NULL
#define STREEK_PROFILE_PLAN "plan"

/* (element-type StreekMapping): of the program's data folder, then of the file, where one of the
 * same name takes the place of the program's; by name. @records: (nullable): what they are for */
GPtrArray *streek_profile_list (StreekDb *db, const char *records, GError **error);
StreekMapping *streek_profile_find (GPtrArray *profiles, const char *name, GError **error);
/* The profile whose columns the file has: of several the one that says most. %NULL without error
 * where none fits. */
StreekMapping *streek_profile_recognise (GPtrArray *profiles,
                                         StreekSource *source,
                                         GCancellable *cancellable,
                                         GError **error);
/* The same for rows of records, by the heads of their sheets: @grids: (element-type StreekGrid);
 * @names: (element-type utf8): what the sheets are called. @sheet, @head_row: (out): where its
 * columns stand */
StreekMapping *streek_profile_recognise_heads (
  GPtrArray *profiles, GPtrArray *grids, GPtrArray *names, guint *sheet, guint *head_row);
/* Where all columns of a profile stand that say something, whatever others there are. FALSE with
 * @error where one is missing. */
gboolean streek_profile_find_heads (const StreekMapping *profile,
                                    GPtrArray *grids,
                                    GPtrArray *names,
                                    guint *sheet,
                                    guint *head_row,
                                    GError **error);
/* (nullable): the column of a profile of records that a header is. */
const StreekMappingColumn *streek_profile_find_field (const StreekMapping *profile,
                                                      const char *header);
/* A mapping of one file with what belongs to that file taken out: periods become "{period}". */
StreekMapping *
streek_profile_new_from_mapping (const StreekMapping *mapping, const char *name, const char *title);

/* Inside a command. */
gboolean
streek_profile_save (StreekDb *db, const StreekMapping *profile, gint64 changed_at, GError **error);
gboolean streek_profile_delete (StreekDb *db, const char *name, GError **error);

/* As a file of its own. @records: (nullable): what it must be for */
StreekMapping *streek_profile_read_file (const char *path, const char *records, GError **error);
gboolean streek_profile_write_file (const StreekMapping *profile, const char *path, GError **error);
