/* streek-project-portrait.h: a project, and a programme, as people show them to others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"
#include "table/streek-portrait.h"

/* Everything that is entered of a project, part by part; parts of which nothing is entered are
 * headings without a line. Pictures are those of its funds, still to be read: their places are
 * "fund:ID". NULL: there is no such project */
StreekPortrait *streek_project_portrait_new (const StreekRecordView *view, gint64 project);
/* A programme with its parts and their projects, and how many were announced. */
StreekPortrait *streek_programme_portrait_new (const StreekRecordView *view, gint64 programme);

/* What a programme announced against what is entered of it and of its parts. */
typedef struct
{
  guint n_recorded; /* in it and in its parts, each once */
  guint n_in_parts; /* of those, in its parts */
  gboolean is_announced;
  gint64 announced;
  gboolean
    is_in_ring; /* it stands under itself: only what is in it and in parts outside the ring */
} StreekProgrammeCount;

StreekProgrammeCount streek_programme_count (const StreekRecords *records, gint64 programme);
/* (transfer full): "22 announced, 1 entered, 21 not entered yet", in a sentence */
char *streek_programme_count_describe (const StreekProgrammeCount *count);
