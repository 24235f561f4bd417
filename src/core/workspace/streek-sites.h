/* streek-sites.h: places of a workspace: listed, entered, and taken in from files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "actor/streek-site-import.h"
#include "workspace/streek-workspace.h"

/* Made by one thread, then not changed. */
typedef struct
{
  StreekAreas *areas;
  GPtrArray *sites;   /* (element-type StreekSite) by kind, name and id */
  StreekTable *table; /* streek_sites_make_table() of them, in their order */
  GPtrArray *counts;  /* (element-type utf8): what is counted of places, each once */
} StreekSiteList;

/* Blocks; any thread. */
StreekSiteList *
streek_sites_load (StreekWorkspace *workspace, GCancellable *cancellable, GError **error);
void streek_site_list_free (StreekSiteList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSiteList, streek_site_list_free)
const StreekSite *streek_site_list_find (const StreekSiteList *list, gint64 id); /* (nullable) */

void streek_sites_load_async (StreekWorkspace *workspace,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
StreekSiteList *
streek_sites_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);

/* Each runs one command in the writer's thread; the callback's source is the store, and
 * streek_edits_finish() ends it. Counts that hang on a place follow its name. */
void streek_edits_write_site_async (StreekWorkspace *workspace,
                                    const StreekSite *site,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void streek_edits_delete_site_async (StreekWorkspace *workspace,
                                     gint64 id,
                                     const char *name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* A file of places. Blocks: compares with what is here, and writes nothing. */
StreekSiteImport *streek_sites_read_file (StreekWorkspace *workspace,
                                          const StreekSiteFile *file,
                                          GCancellable *cancellable,
                                          GError **error);
/* One command, which can be undone; none where nothing would change. */
gboolean streek_sites_commit (StreekWorkspace *workspace,
                              StreekSiteImport *import,
                              gboolean accept_partial,
                              GCancellable *cancellable,
                              GError **error);
/* The same in a worker. @path: opened first where @file is NULL; the file comes back with it. */
void streek_sites_read_file_async (StreekWorkspace *workspace,
                                   const char *path,
                                   const StreekSiteFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* @import: (out) (nullable): NULL where the file does not say enough yet */
StreekSiteFile *streek_sites_read_file_finish (StreekWorkspace *workspace,
                                               GAsyncResult *result,
                                               StreekSiteImport **import,
                                               GError **error);
void streek_sites_commit_async (StreekWorkspace *workspace,
                                StreekSiteImport *import,
                                gboolean accept_partial,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean
streek_sites_commit_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
