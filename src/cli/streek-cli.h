/* streek-cli.h: what the subcommands of `streek` share: options, output, exit status */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "table/streek-table.h"

#include <gio/gio.h>

typedef enum
{
  STREEK_EXIT_DONE = 0,
  STREEK_EXIT_FAILED = 1,   /* could not be done: unknown, impossible, no room */
  STREEK_EXIT_USAGE = 2,    /* cannot be parsed, or contradicts itself */
  STREEK_EXIT_FINDINGS = 3, /* done, and something was found */
} StreekExit;

typedef struct _StreekCommand StreekCommand;

struct _StreekCommand
{
  const char *name;
  const char *arguments; /* of the usage line, "FILE DEST": words in capitals stay as they are */
  guint n_arguments;
  const char *summary; /* marked with N_() */
  StreekExit (*run) (const StreekCommand *self, GStrv words);
  int n_heaps; /* how many threads want memory at the same time; 0: one */
};

extern const StreekCommand streek_command_new;
extern const StreekCommand streek_command_info;
extern const StreekCommand streek_command_areas;
extern const StreekCommand streek_command_counts;
extern const StreekCommand streek_command_import_areas;
extern const StreekCommand streek_command_fit;
extern const StreekCommand streek_command_select;
extern const StreekCommand streek_command_indicators;
extern const StreekCommand streek_command_values;
extern const StreekCommand streek_command_analyse;
extern const StreekCommand streek_command_import;
extern const StreekCommand streek_command_import_records;
extern const StreekCommand streek_command_import_plan;
extern const StreekCommand streek_command_export_plan;
extern const StreekCommand streek_command_list;
extern const StreekCommand streek_command_sheet;
extern const StreekCommand streek_command_project_map;
extern const StreekCommand streek_command_names;
extern const StreekCommand streek_command_map;
extern const StreekCommand streek_command_print;
extern const StreekCommand streek_command_atlas;
extern const StreekCommand streek_command_check;
extern const StreekCommand streek_command_chart;
extern const StreekCommand streek_command_verify;
extern const StreekCommand streek_command_backup;

/* Options */
GStrv streek_cli_parse (const StreekCommand *command,
                        const GOptionEntry *entries,
                        GStrv words,
                        StreekExit *status);
gboolean streek_cli_parse_date (const StreekCommand *command, const char *text, StreekDate *date);
gboolean
streek_cli_parse_period (const StreekCommand *command, const char *text, StreekPeriod *period);
gboolean streek_cli_parse_periods (const StreekCommand *command,
                                   const char *text,
                                   StreekPeriodRange *periods);
gboolean streek_cli_parse_percentage (const StreekCommand *command,
                                      const char *option,
                                      const char *text,
                                      double *percentage);
gboolean streek_cli_parse_word (const StreekCommand *command,
                                const char *option,
                                const char *const *words,
                                const char *text,
                                guint *position);
typedef const char *(*StreekCliIdFunc) (guint value);
gboolean streek_cli_parse_id (const StreekCommand *command,
                              const char *option,
                              guint n,
                              StreekCliIdFunc get_id,
                              const char *text,
                              guint *value);
gboolean streek_cli_parse_count (const StreekCommand *command,
                                 const char *option,
                                 const char *text,
                                 int least,
                                 int most,
                                 guint *count);
void streek_cli_take_text (char **field, const char *text);
gboolean streek_cli_parse_breaks (const StreekCommand *command, const char *text, GArray **breaks);
gboolean streek_cli_parse_list (const StreekCommand *command,
                                const char *option,
                                const char *text,
                                char ***list);
gboolean streek_cli_parse_areas (const StreekCommand *command,
                                 const char *option,
                                 const char *text,
                                 char ***list);
gboolean
streek_cli_check_area_ref (const StreekCommand *command, const char *option, const char *text);

/* Messages, on standard error */
StreekExit streek_cli_fail (const StreekCommand *command, const GError *error);
StreekExit
streek_cli_fail_at (const StreekCommand *command, const char *where, const GError *error);
StreekExit streek_cli_usage (const StreekCommand *command, const char *format, ...)
  G_GNUC_PRINTF (2, 3);
/* Two options, such as "--from" and "--kind change", that cannot be followed both. */
StreekExit
streek_cli_contradict (const StreekCommand *command, const char *option, const char *other_option);
StreekExit streek_cli_miss (const StreekCommand *command, const char *option); /* is missing */
void streek_cli_remark (const StreekCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Output, on standard output */
void streek_cli_add_column (StreekTable *table, const char *id, StreekColumnType type);
char *streek_cli_table_to_json (const StreekTable *table);
char *streek_cli_pairs_to_json (const StreekTable *pairs);
StreekExit
streek_cli_print_table (const StreekCommand *command, const StreekTable *table, gboolean as_json);
StreekExit
streek_cli_print_pairs (const StreekCommand *command, const StreekTable *pairs, gboolean as_json);
StreekExit
streek_cli_print_findings (const StreekCommand *command, GPtrArray *findings, gboolean as_json);
StreekExit streek_cli_print (const StreekCommand *command, const char *text);
