/* streek-views.h: the views that people saved, and the one a window was left with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-spec.h"
#include "figure/streek-chart-spec.h"
#include "figure/streek-figure-spec.h"
#include "indicator/streek-analysis.h"
#include "workspace/streek-workspace.h"

/* What it shows is a map, a chart, an analysis or an atlas; nothing, where the file holds what this
 * program cannot read: such a view can still be renamed and deleted. */
typedef struct
{
  gint64 id; /* 0: not in a file yet */
  char *name;
  StreekFigureSpec *map;
  StreekChartSpec *chart;
  StreekAnalysisQuery *analysis;
  StreekAtlasSpec *atlas;
} StreekSavedView;

StreekSavedView *streek_saved_view_new (gint64 id, const char *name); /* shows nothing yet */
StreekSavedView *streek_saved_view_new_map (const char *name, const StreekFigureSpec *spec);
StreekSavedView *streek_saved_view_new_chart (const char *name, const StreekChartSpec *spec);
StreekSavedView *streek_saved_view_new_analysis (const char *name,
                                                 const StreekAnalysisQuery *query);
StreekSavedView *streek_saved_view_new_atlas (const char *name, const StreekAtlasSpec *spec);
StreekSavedView *streek_saved_view_copy (const StreekSavedView *view);
void streek_saved_view_free (StreekSavedView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSavedView, streek_saved_view_free)

/* Whether both show the same, whatever they are called. */
gboolean streek_saved_view_shows_same (const StreekSavedView *a, const StreekSavedView *b);
gboolean streek_saved_view_is_readable (const StreekSavedView *view);
/* Takes what is shown from JSON, be it of a map or of a chart. */
gboolean streek_saved_view_read_json (StreekSavedView *view, const char *json, GError **error);

/* (element-type StreekSavedView) in the order of the menu */
GPtrArray *streek_views_list (StreekDb *db, GError **error);
/* Puts a view at the end. For packing; people's views go through the commands below. */
gboolean streek_views_insert (StreekDb *db, const StreekSavedView *view, GError **error);
/* What a file shows when it is opened: where it was left, else its first map, else Flanders. */
StreekFigureSpec *streek_views_read_current (StreekDb *db, GError **error);

/* The two above, in a worker. */
void streek_views_load_async (StreekWorkspace *workspace,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *
streek_views_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
/* Remembers where the window is; unrecorded, and silent where the file is read-only. */
void streek_views_save_current (StreekWorkspace *workspace, const StreekFigureSpec *spec);

/* Commands: recorded, can be undone. The callback's source is the store. */
/* At the end, under a key of its own. */
void streek_views_add_async (StreekWorkspace *workspace,
                             const StreekSavedView *view,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void streek_views_rename_async (StreekWorkspace *workspace,
                                const StreekSavedView *view,
                                const char *name,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* @view keeps its name and its place, and shows what @shown does. */
void streek_views_replace_async (StreekWorkspace *workspace,
                                 const StreekSavedView *view,
                                 const StreekSavedView *shown,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void streek_views_delete_async (StreekWorkspace *workspace,
                                const StreekSavedView *view,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean
streek_views_command_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
