/* streek-kept-figures.h: the figures that records rest on, kept until one of them changes (private)
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-figures.h"
#include "workspace/streek-workspace.h"

/* @generation: of the store, from before records, areas and catalogue were asked for. Blocks where
 * a figure, an area or what records ask for has changed; any thread. */
StreekRecordFigures *streek_workspace_dup_record_figures (StreekWorkspace *workspace,
                                                          const StreekRecords *records,
                                                          StreekAreas *areas,
                                                          StreekCatalogue *catalogue,
                                                          StreekDate today,
                                                          guint64 generation,
                                                          GError **error);
