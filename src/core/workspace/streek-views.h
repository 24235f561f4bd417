/* streek-views.h: the views that people saved, and the one a window was left with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure-spec.h"
#include "workspace/streek-workspace.h"

typedef struct
{
  gint64 id;
  char *name;
  StreekFigureSpec *spec;
} StreekSavedView;

StreekSavedView *streek_saved_view_new (gint64 id, const char *name, const StreekFigureSpec *spec);
void streek_saved_view_free (StreekSavedView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSavedView, streek_saved_view_free)

/* (element-type StreekSavedView) in the order of the menu */
GPtrArray *streek_views_list (StreekDb *db, GError **error);
/* Puts a view at the end. For packing; people's views go through the commands below. */
gboolean streek_views_insert (
  StreekDb *db, gint64 id, const char *name, const StreekFigureSpec *spec, GError **error);
/* What a file shows when it is opened: where it was left, else its first view, else Flanders. */
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
void streek_views_add_async (StreekWorkspace *workspace,
                             const char *name,
                             const StreekFigureSpec *spec,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void streek_views_rename_async (StreekWorkspace *workspace,
                                const StreekSavedView *view,
                                const char *name,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void streek_views_replace_async (StreekWorkspace *workspace,
                                 const StreekSavedView *view,
                                 const StreekFigureSpec *spec,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void streek_views_delete_async (StreekWorkspace *workspace,
                                const StreekSavedView *view,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean
streek_views_command_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
