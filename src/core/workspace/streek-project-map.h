/* streek-project-map.h: projects on a map, and the portraits of projects and programmes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "record/streek-record-view.h"
#include "table/streek-portrait.h"
#include "workspace/streek-workspace.h"

/* The municipalities that take part in projects: of one, whether they do, and where its lead and
 * partners are; of several, in how many. @projects: (array length=n): ids. Fails with
 * %STREEK_FIGURE_ERROR_NO_DATA where no area of them is known. Blocks. */
StreekFigure *streek_project_map_new (StreekWorkspace *workspace,
                                      const StreekRecordView *view,
                                      const gint64 *projects,
                                      guint n,
                                      gboolean grey,
                                      GError **error);

/* A project, or a programme, as a window and paper show it. */
typedef struct
{
  StreekPortrait *portrait;
  StreekFigure *map; /* (nullable): where no areas are known */
  char **notes;      /* (array zero-terminated): for its foot: of which day it is */
} StreekProjectSheet;

/* With the logos of its funds, read from the file; a logo that cannot be read is a note that says
 * why. @kind: of a project or a programme. Fails with %STREEK_RECORD_ERROR_UNKNOWN where there is
 * no such record. Blocks. */
StreekProjectSheet *streek_project_sheet_new (StreekWorkspace *workspace,
                                              const StreekRecordView *view,
                                              const StreekRecordKind *kind,
                                              gint64 id,
                                              gboolean grey,
                                              GError **error);
void streek_project_sheet_free (StreekProjectSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekProjectSheet, streek_project_sheet_free)
