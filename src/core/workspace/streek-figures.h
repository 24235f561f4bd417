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

/* (transfer full) (nullable): why a map of that kind cannot be made of the indicators of @spec,
 * without looking at a figure: for a list of kinds to choose from */
char *streek_figure_kind_explain_unfit (StreekFigureKind kind,
                                        const StreekFigureSpec *spec,
                                        const StreekCatalogue *catalogue);
/* (nullable): code of an indicator that goes well with the first on a map of that kind: of what a
 * ratio is the part, or another ratio of the same theme */
const char *streek_figure_kind_suggest_second (StreekFigureKind kind,
                                               const StreekFigureSpec *spec,
                                               const StreekCatalogue *catalogue);
/* What the figure of @spec would show of the areas of another set, or of those that lie in one: its
 * table twin for them. Blocks. */
StreekTable *streek_workspace_read_shown_values (StreekWorkspace *workspace,
                                                 const StreekFigureSpec *spec,
                                                 const char *set,
                                                 const char *within,
                                                 GCancellable *cancellable,
                                                 GError **error);

/* Blocks: run it in a worker, or call the pair below. */
StreekFigure *streek_workspace_make_figure (StreekWorkspace *workspace,
                                            const StreekFigureSpec *spec,
                                            GCancellable *cancellable,
                                            GError **error);
