/* streek-command-list.h: what the lists of `streek list` share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"
#include "streek-cli.h"

typedef struct
{
  char *area;    /* (nullable) */
  char *kinds;   /* (nullable): of places */
  char *columns; /* (nullable): of records */
  char *filter;  /* (nullable): of records */
  char *group;   /* (nullable): of records: a column */
  char *output;  /* (nullable): of records: a file in place of standard output */
  char *size;    /* (nullable): of a PDF: the paper */
  gboolean as_json;
} StreekListOptions;

/* (nullable): "projects" or "project"; @only: (out) (nullable): a flag that records must have */
const StreekRecordKind *streek_cli_find_kind (const char *word, const char **only);
char *streek_cli_dup_list_words (void); /* "places, projects, actions, …" */
StreekExit streek_cli_list_records (const StreekCommand *self,
                                    const char *path,
                                    const StreekRecordKind *kind,
                                    const char *only,
                                    StreekListOptions *options);
