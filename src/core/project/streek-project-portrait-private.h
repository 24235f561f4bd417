/* streek-project-portrait-private.h: what the files of a project's portrait share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/streek-project-portrait.h"
#include "record/streek-record-portrait.h"

typedef struct
{
  StreekPortrait *portrait;
  const StreekRecordView *view;
  const StreekRecords *records;
  const StreekRecord *project;
  gint64 id;
} StreekProjectWork;

/* A heading under which records of a kind can be added. */
void streek_project_work_begin_part (const StreekProjectWork *self,
                                     const char *heading,
                                     const StreekRecordKind *kind,
                                     guint field);

void streek_project_portrait_add_strands (const StreekProjectWork *self);
void streek_project_portrait_add_course (const StreekProjectWork *self);
void streek_project_portrait_add_events (const StreekProjectWork *self);
/* With what was counted of them, through time. */
void streek_project_portrait_add_channels (const StreekProjectWork *self);
void streek_project_portrait_add_studies (const StreekProjectWork *self);
/* Who pays must be named: text and logo of each fund, once. */
void streek_project_portrait_add_support (const StreekProjectWork *self);

/* (transfer full): "Ieper and surroundings", of a project or a strand */
char *streek_project_dup_area (const StreekRecordView *view,
                               const StreekRecord *link,
                               guint area,
                               guint surroundings);

/* (transfer full): "West Deal › Westhoek Impulsplan" */
char *streek_programme_dup_path (const StreekRecords *records, const StreekRecord *programme);
