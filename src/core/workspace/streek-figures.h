/* streek-figures.h: from a figure's spec to the figure, with the workspace's own data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "figure/streek-figure.h"
#include "indicator/streek-totals.h"
#include "workspace/streek-workspace.h"

/* Snapshots; a change makes new ones. Any thread. */
StreekAreas *streek_workspace_dup_areas (StreekWorkspace *workspace, GError **error);
StreekAreas *streek_workspace_dup_areas_without_meshes (StreekWorkspace *workspace, GError **error);
StreekAreas *streek_workspace_dup_areas_for (StreekWorkspace *workspace,
                                             const char *set,
                                             const char *within,
                                             GError **error);
StreekCatalogue *streek_workspace_dup_catalogue (StreekWorkspace *workspace, GError **error);
/* Totals of the figures as they are now; @reader lends the connection that they live on. */
StreekTotals *streek_workspace_open_totals (StreekWorkspace *workspace,
                                            StreekReader **reader,
                                            GCancellable *cancellable,
                                            GError **error);
StreekTable *streek_workspace_read_values (StreekWorkspace *workspace,
                                           const StreekValuesQuery *query,
                                           GCancellable *cancellable,
                                           GError **error);

/* Blocks: run it in a worker, or call the pair below. */
StreekFigure *streek_workspace_make_figure (StreekWorkspace *workspace,
                                            const StreekFigureSpec *spec,
                                            GCancellable *cancellable,
                                            GError **error);
void streek_workspace_make_figure_async (StreekWorkspace *workspace,
                                         const StreekFigureSpec *spec,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
StreekFigure *streek_workspace_make_figure_finish (StreekWorkspace *workspace,
                                                   GAsyncResult *result,
                                                   GError **error);
