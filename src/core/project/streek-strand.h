/* streek-strand.h: strands: the parts of a project */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* The parts of a project, with approach, actions and results of their own. */
enum
{
  STREEK_STRAND_PROJECT,
  STREEK_STRAND_TITLE,
  STREEK_STRAND_DESCRIPTION,
  STREEK_STRAND_APPROACH,
  STREEK_STRAND_ACTIONS,
  STREEK_STRAND_RESULTS,
  STREEK_STRAND_RANK,
  STREEK_STRAND_N_FIELDS,
};

extern const StreekRecordKind streek_strand_kind;

enum
{
  STREEK_STRAND_LINK_STRAND,
  STREEK_STRAND_LINK_OTHER,
  STREEK_STRAND_LINK_NOTE,
  STREEK_STRAND_LINK_N_FIELDS,
};

extern const StreekRecordKind streek_strand_link_kind;

/* Where a strand takes place: its project takes place there too. */
enum
{
  STREEK_STRAND_AREA_STRAND,
  STREEK_STRAND_AREA_AREA,
  STREEK_STRAND_AREA_SURROUNDINGS,
  STREEK_STRAND_AREA_NOTE,
  STREEK_STRAND_AREA_N_FIELDS,
};

extern const StreekRecordKind streek_strand_area_kind;

/* (transfer full) (element-type StreekRecord): what names a project, then what names only a strand
 * of it; each record once. @project_field, @strand_field: of @kind. */
GPtrArray *streek_strand_gather_of_project (const StreekRecords *records,
                                            const StreekRecordKind *kind,
                                            guint project_field,
                                            guint strand_field,
                                            gint64 project);
