/* streek-reference-changes.h: what new reference data would change, in words a person understands
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-reference.h"
#include "workspace/streek-workspace.h"

/* In the order people read them. */
typedef enum
{
  STREEK_REFERENCE_GROUP_AREAS,
  STREEK_REFERENCE_GROUP_MEMBERSHIPS,
  STREEK_REFERENCE_GROUP_NAMES,
  STREEK_REFERENCE_GROUP_BOUNDARIES,
  STREEK_REFERENCE_GROUP_INDICATORS,
  STREEK_REFERENCE_GROUP_FIGURES,
  STREEK_REFERENCE_N_GROUPS,
} StreekReferenceGroupId;

/* One thing that comes, goes or changes. */
typedef struct
{
  StreekReferenceChangeKind kind;
  char *subject; /* "Wervik in RESOC Westhoek" */
  char *detail;  /* (nullable): "Until: still so → 1 January 2026" */
} StreekReferenceLine;

typedef struct
{
  StreekReferenceGroupId id;
  const char *title; /* translated */
  guint n_added;
  guint n_changed;
  guint n_removed;
  GPtrArray *lines; /* (element-type StreekReferenceLine) */
} StreekReferenceGroup;

/* Immutable, so that it may cross from a thread to the window. */
typedef struct
{
  char *old_version;      /* of the workspace; "" where it has none */
  char *new_version;      /* of the program */
  GPtrArray *groups;      /* (element-type StreekReferenceGroup) those with lines */
  GPtrArray *corrections; /* (element-type StreekReferenceLine) what staff corrected, and what the
                           * new data say about the same */
} StreekReferenceUpdate;

void streek_reference_update_free (StreekReferenceUpdate *update);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekReferenceUpdate, streek_reference_update_free)

int streek_reference_compare_versions (const char *a, const char *b);
char *streek_reference_group_dup_summary (const StreekReferenceGroup *group);
StreekReferenceUpdate *streek_reference_update_read (StreekStore *store,
                                                     const char *template_path,
                                                     GCancellable *cancellable,
                                                     GError **error);

/* With the template that is installed with the program. */
char *streek_workspace_read_installed_version (GCancellable *cancellable, GError **error);
void streek_workspace_is_outdated_async (StreekWorkspace *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
streek_workspace_is_outdated_finish (StreekWorkspace *self, GAsyncResult *result, GError **error);
void streek_workspace_read_update_async (StreekWorkspace *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
StreekReferenceUpdate *
streek_workspace_read_update_finish (StreekWorkspace *self, GAsyncResult *result, GError **error);
void streek_workspace_apply_update_async (StreekWorkspace *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
streek_workspace_apply_update_finish (StreekWorkspace *self, GAsyncResult *result, GError **error);
