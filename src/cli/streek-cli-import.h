/* streek-cli-import.h: what `streek import` prints, whatever it takes in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import.h"
#include "streek-cli.h"
#include "workspace/streek-workspace.h"

/* The columns of both tables. */
enum
{
  STREEK_CLI_IMPORT_KIND,
  STREEK_CLI_IMPORT_ID,
  STREEK_CLI_IMPORT_SHEET,
  STREEK_CLI_IMPORT_LINE,
  STREEK_CLI_IMPORT_COLUMN,
  STREEK_CLI_IMPORT_INDICATOR,
  STREEK_CLI_IMPORT_PERIOD,
  STREEK_CLI_IMPORT_AREA,
  STREEK_CLI_IMPORT_COUNT,
  STREEK_CLI_IMPORT_OLD,
  STREEK_CLI_IMPORT_NEW,
  STREEK_CLI_IMPORT_MESSAGE,
};

StreekTable *streek_cli_import_make_table (void);
guint streek_cli_import_add_count (
  StreekTable *table, const char *kind, const char *id, const char *sheet, guint64 n);
void streek_cli_import_add_finding (StreekTable *table, const StreekImportFinding *finding);
StreekExit streek_cli_import_fail (const StreekCommand *command, const GError *error);

/* A profile by name, or the path of one. @records: (nullable): what it must be for */
StreekMapping *streek_cli_import_find_profile (StreekWorkspace *workspace,
                                               const char *name,
                                               const char *records,
                                               GError **error);
/* Keeps a mapping as a profile in a file, called as that. */
gboolean
streek_cli_import_save_profile (const StreekMapping *mapping, const char *path, GError **error);

/* What is said of a file of places. */
typedef struct
{
  char **maps; /* (nullable): FIELD=COLUMN */
  const char *sheet;
  const char *kind;
  const char *source;
  gboolean dry_run;
  gboolean accept_partial;
  gboolean as_json;
} StreekCliPlacesOptions;

StreekExit streek_cli_import_places (const StreekCommand *command,
                                     const char *path,
                                     const char *data,
                                     const StreekCliPlacesOptions *options);
/* Whether a file is one of places, by what stands in it. */
gboolean streek_cli_holds_places (const char *data);
