/* cli-runner.h: runs the binary on the example, and takes its CSV apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct
{
  int status;
  char *out;
  char *err;
} CliResult;

void cli_result_clear (CliResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliResult, cli_result_clear)

/* "areas FILE --set RESOC": FILE stands for the example, DIR for the folder it is in; a
 * space after a backslash is part of its word. */
GStrv cli_split_line (const char *line);
CliResult cli_run (const char *line);
CliResult cli_run_in (const char *language, const char *line);
CliResult cli_run_on_full_disk (const char *line);
/* Must do what is asked and say nothing. */
void cli_run_quietly (const char *line);
guint cli_count_files (const char *prefix);
const char *cli_get_folder (void);
const char *cli_get_example (void);

/* What was written to DIR/@name. */
char *cli_read_output (const char *name, gsize *length);
/* Whether bytes that may hold a 0 hold a word. */
gboolean cli_holds (const char *bytes, gsize length, const char *word);

/* A line that must be refused. */
typedef struct
{
  const char *line;
  int status;
  const char *names; /* what the message must name */
} CliRefusal;

void cli_assert_refused (const CliRefusal *refusals, gsize n);

GPtrArray *cli_read_rows (const char *csv, GStrv *header);
const char *cli_get_field (GStrv header, GStrv row, const char *column);

int cli_main (int argc, char **argv, void (*add_tests) (void));
