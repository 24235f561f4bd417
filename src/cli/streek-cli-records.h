/* streek-cli-records.h: what commands that take records in share: options, answers, the report */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-paste.h"
#include "streek-cli.h"
#include "workspace/streek-workspace.h"

typedef struct
{
  char *sheet;
  char **maps;  /* FIELD=COLUMN */
  char **takes; /* NAME=OTHER */
  gboolean make_new;
  gboolean leave_out;
  gboolean empty_fields;
  gboolean accept_partial;
  gboolean dry_run;
  gboolean as_json;
} StreekCliRecordsOptions;

void streek_cli_records_options_clear (StreekCliRecordsOptions *options);

#define STREEK_CLI_RECORDS_ENTRIES(options)                                                        \
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &(options)->sheet, N_ ("Only this sheet"), "NAME" },       \
    { "map",                                                                                       \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_STRING_ARRAY,                                                                   \
      &(options)->maps,                                                                            \
      N_ ("What one column is: a field, or ignore"),                                               \
      "FIELD=COLUMN" },                                                                            \
    { "take",                                                                                      \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_STRING_ARRAY,                                                                   \
      &(options)->takes,                                                                           \
      N_ ("What a name that is not there stands for"),                                             \
      "NAME=OTHER" },                                                                              \
    { "make-new",                                                                                  \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_NONE,                                                                           \
      &(options)->make_new,                                                                        \
      N_ ("Make organisations, themes and others that are not there yet"),                         \
      NULL },                                                                                      \
    { "leave-out",                                                                                 \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_NONE,                                                                           \
      &(options)->leave_out,                                                                       \
      N_ ("Leave out names of what is not there"),                                                 \
      NULL },                                                                                      \
    { "empty-fields",                                                                              \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_NONE,                                                                           \
      &(options)->empty_fields,                                                                    \
      N_ ("Empty cells empty a field (default: they leave it as it is)"),                          \
      NULL },                                                                                      \
    { "accept-partial",                                                                            \
      0,                                                                                           \
      0,                                                                                           \
      G_OPTION_ARG_NONE,                                                                           \
      &(options)->accept_partial,                                                                  \
      N_ ("Take the rest where rows are rejected"),                                                \
      NULL },                                                                                      \
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &(options)->dry_run, N_ ("Only say what would change"),  \
      NULL },                                                                                      \
  {                                                                                                \
    "json", 0, 0, G_OPTION_ARG_NONE, &(options)->as_json, N_ ("Write JSON instead of CSV"), NULL   \
  }

gboolean streek_cli_records_check_options (const StreekCommand *command,
                                           const StreekCliRecordsOptions *options);
/* Puts what --map says on the columns. @set: FALSE where there is no such field; "" leaves it out
 */
gboolean
streek_cli_records_apply_maps (const StreekCommand *command,
                               char **maps,
                               gpointer sheet,
                               const char *const *headers,
                               guint n_columns,
                               gboolean (*set) (gpointer sheet, guint column, const char *field));
/* Opens the workspace of @path, and does the work on what it holds. */
typedef StreekExit (*StreekCliRecordsFunc) (const StreekCommand *command,
                                            StreekWorkspace *workspace,
                                            StreekRecordView *view,
                                            gconstpointer data);
StreekExit streek_cli_records_run (const StreekCommand *command,
                                   const char *path,
                                   const StreekCliRecordsOptions *options,
                                   StreekCliRecordsFunc func,
                                   gconstpointer data);
/* Answers @questions (element-type StreekRecordQuestion) as the options say. Returns: whether any
 * was; then rows are to be read again.
 */
gboolean streek_cli_records_answer (const GPtrArray *questions,
                                    StreekRecordView *view,
                                    const StreekCliRecordsOptions *options,
                                    GHashTable *answers);

/* What became of the rows of one sheet. */
typedef struct
{
  const char *sheet; /* (nullable): its name, where several are read */
  const StreekRecordPaste *paste;
  const guint *n; /* rows by state */
  guint n_read;
  guint n_taken;
  guint n_ignored;
  guint n_rejected;
  const GPtrArray *changes; /* StreekRecordPasteChange */
} StreekCliRecordsReport;

/* Prints the reports, and writes @message with @title as one command where all is answered: the
 * changes of the first. */
StreekExit streek_cli_records_finish (const StreekCommand *command,
                                      StreekWorkspace *workspace,
                                      const StreekCliRecordsReport *reports,
                                      guint n_reports,
                                      const StreekCliRecordsOptions *options,
                                      const char *message,
                                      const char *title);
