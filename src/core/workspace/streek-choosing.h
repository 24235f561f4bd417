/* streek-choosing.h: areas of a map chosen by a rule, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure-rule.h"
#include "workspace/streek-workspace.h"

/* What a rule chose, and what it was held against. */
typedef struct
{
  GPtrArray *codes; /* (element-type utf8): in the order of the table */
  char *limit;      /* (nullable): "Vlaams Gewest: 16,2", of a rule with a reference */
  StreekDate on;    /* the day whose areas they are */
  StreekFigure *figure;
} StreekChosenAreas;

void streek_chosen_areas_free (StreekChosenAreas *chosen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekChosenAreas, streek_chosen_areas_free)

/* Blocks: run it in a worker, or call the pair below. */
StreekChosenAreas *streek_workspace_choose_areas (StreekWorkspace *workspace,
                                                  const StreekFigureSpec *spec,
                                                  const StreekFigureRule *rule,
                                                  GCancellable *cancellable,
                                                  GError **error);
void streek_workspace_choose_areas_async (StreekWorkspace *workspace,
                                          const StreekFigureSpec *spec,
                                          const StreekFigureRule *rule,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
StreekChosenAreas *streek_workspace_choose_areas_finish (StreekWorkspace *workspace,
                                                         GAsyncResult *result,
                                                         GError **error);
