/* streek-import-task.h: one file on its way in, with every decision about it; what the assistant
 * shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-load.h"

typedef enum
{
  STREEK_IMPORT_TASK_LOADING, /* opened and recognised */
  STREEK_IMPORT_TASK_READING, /* read, checked and compared */
  STREEK_IMPORT_TASK_READY,   /* there is an import to look at */
  STREEK_IMPORT_TASK_FAILED,  /* error says why */
  STREEK_IMPORT_TASK_STOPPED, /* by a person */
  STREEK_IMPORT_TASK_COMMITTING,
  STREEK_IMPORT_TASK_DONE,
} StreekImportTaskState;

/* What a person said to a question, so that it can be taken back. */
typedef struct
{
  StreekAnswerKind kind;
  char *key;   /* text or header that the question was about; NULL: the whole file */
  char *label; /* the answer in words */
} StreekImportAnswer;

#define STREEK_TYPE_IMPORT_TASK (streek_import_task_get_type ())
G_DECLARE_FINAL_TYPE (StreekImportTask, streek_import_task, STREEK, IMPORT_TASK, GObject)

/* Begins at once. Signals: "changed": anything below differs; "progress": its fraction does. */
StreekImportTask *
streek_import_task_new (StreekWorkspace *workspace, const char *path, const char *hint);

StreekWorkspace *streek_import_task_get_workspace (StreekImportTask *self);
const char *streek_import_task_get_path (StreekImportTask *self);
StreekImportTaskState streek_import_task_get_state (StreekImportTask *self);
gboolean streek_import_task_is_busy (StreekImportTask *self);
double streek_import_task_get_progress (StreekImportTask *self);
const GError *streek_import_task_get_error (StreekImportTask *self); /* (nullable) */
/* (nullable): of the last time it was looked into */
const StreekImportLoad *streek_import_task_get_load (StreekImportTask *self);
/* (nullable): the last one that was read; stays while the file is read again */
StreekImport *streek_import_task_get_import (StreekImportTask *self);
const char *streek_import_task_get_encoding (StreekImportTask *self); /* (nullable) */
gboolean streek_import_task_is_hinted (StreekImportTask *self);
char streek_import_task_get_separator (StreekImportTask *self);    /* 0: recognised */
const char *streek_import_task_get_sheet (StreekImportTask *self); /* (nullable) */

/* (nullable): to be changed in place, then streek_import_task_edited() */
StreekMapping *streek_import_task_get_mapping (StreekImportTask *self);
/* Reads the file again, a moment after the last of several changes. */
void streek_import_task_edited (StreekImportTask *self);
void streek_import_task_set_encoding (StreekImportTask *self, const char *encoding);
void streek_import_task_set_separator (StreekImportTask *self, char separator);
void streek_import_task_set_sheet (StreekImportTask *self, const char *name);
/* @profile: (nullable): guess without any */
void streek_import_task_set_profile (StreekImportTask *self, const StreekMapping *profile);

/* @value: what goes into the mapping; @label: the same in words */
void streek_import_task_answer (StreekImportTask *self,
                                const StreekImportQuestion *question,
                                const char *value,
                                const char *label);
GPtrArray *
streek_import_task_get_answers (StreekImportTask *self); /* (element-type StreekImportAnswer) */
void streek_import_task_take_back (StreekImportTask *self, guint answer);

void streek_import_task_stop (StreekImportTask *self);
void streek_import_task_read_again (StreekImportTask *self);
void streek_import_task_commit (StreekImportTask *self, gboolean accept_partial);
