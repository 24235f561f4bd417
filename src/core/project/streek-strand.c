/* streek-strand.c: strands: the parts of a project */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-strand.h"

#include "project/streek-project.h"
#include "record/streek-record-portrait.h"

#include <glib/gi18n-lib.h>

static const StreekRecordField strand_fields[] = {
  { "project", N_ ("Project"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER, .target = &streek_project_kind },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "description", N_ ("Description"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "approach", N_ ("Approach"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "actions", N_ ("Actions"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "results", N_ ("Results"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_NONE },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK },
};

const StreekRecordKind streek_strand_kind = {
  .id = "strand",
  .name = N_ ("Strand"),
  .plural = N_ ("Strands"),
  .fields = strand_fields,
  .n_fields = STREEK_STRAND_N_FIELDS,
  .title = STREEK_STRAND_TITLE,
  .lends_areas = TRUE,
};

static const StreekRecordField strand_link_fields[] = {
  { "strand", N_ ("Strand"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_strand_kind },
  { "other", N_ ("Other strand"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_LINK | STREEK_RECORD_SHOWN,
    .target = &streek_strand_kind },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_strand_link_kind = {
  .id = "strand_link",
  .name = N_ ("Link between strands"),
  .plural = N_ ("Links between strands"),
  .column = N_ ("Other strands"),
  .fields = strand_link_fields,
  .n_fields = STREEK_STRAND_LINK_N_FIELDS,
  .title = STREEK_STRAND_LINK_OTHER,
};

static const StreekRecordField strand_area_fields[] = {
  { "strand", N_ ("Strand"), STREEK_RECORD_REFERENCE, STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER,
    .target = &streek_strand_kind },
  { "area", N_ ("Area"), STREEK_RECORD_AREA, STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN },
  { "surroundings", N_ ("And surroundings"), STREEK_RECORD_FLAG, STREEK_RECORD_SHOWN },
  { "note", N_ ("Note"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN },
};

const StreekRecordKind streek_strand_area_kind = {
  .id = "strand_area",
  .name = N_ ("Area of a strand"),
  .plural = N_ ("Areas of a strand"),
  .column = N_ ("Areas"),
  .column_shown = TRUE,
  .fields = strand_area_fields,
  .n_fields = STREEK_STRAND_AREA_N_FIELDS,
  .title = STREEK_STRAND_AREA_AREA,
};

GPtrArray *
streek_strand_gather_of_project (const StreekRecords *records,
                                 const StreekRecordKind *kind,
                                 guint project_field,
                                 guint strand_field,
                                 gint64 project)
{
  g_return_val_if_fail (records != NULL && kind != NULL, NULL);

  GPtrArray *found = streek_records_gather (records, kind, project_field, project);
  guint n_strands;
  const StreekRecord *const *strands = streek_records_list_by (
    records, &streek_strand_kind, STREEK_STRAND_PROJECT, project, &n_strands);

  for (guint i = 0; i < n_strands; i++)
    {
      guint n;
      const StreekRecord *const *more =
        streek_records_list_by (records, kind, strand_field, streek_record_get_id (strands[i]), &n);

      for (guint j = 0; j < n; j++)
        if (!streek_record_has (more[j], project_field))
          g_ptr_array_add (found, (gpointer) more[j]);
    }

  return found;
}
