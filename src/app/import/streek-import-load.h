/* streek-import-load.h: a file opened, recognised and looked into, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import-layout.h"
#include "workspace/streek-imports.h"

/* What is wanted; owned by the one who asks. */
typedef struct
{
  char *path;
  char *encoding; /* (nullable): recognise */
  char separator; /* 0: recognise */
  char *sheet;    /* (nullable): any */
  char *hint;     /* (nullable): indicator to propose where the file says none */
  gboolean no_profile;
  StreekSource *source;   /* (nullable): opened before */
  StreekMapping *mapping; /* (nullable): guess */
} StreekImportWish;

StreekImportWish *streek_import_wish_new (const char *path);
void streek_import_wish_free (StreekImportWish *wish);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekImportWish, streek_import_wish_free)

/* What was found; what comes after an error is NULL. */
typedef struct
{
  GError *error;             /* (nullable) */
  StreekSource *source;      /* (nullable) */
  GPtrArray *profiles;       /* (nullable) (element-type StreekMapping) */
  GHashTable *own;           /* (element-type utf8): names of profiles kept in the file */
  StreekMapping *mapping;    /* (nullable) */
  guint sheet;               /* the one that is shown */
  StreekGrid *grid;          /* (nullable): its first rows */
  StreekSheetLayout *layout; /* (nullable): where the columns of @mapping stand in it */
  gboolean is_of_places;     /* names with coordinates, which have a door of their own */
} StreekImportLoad;

void streek_import_load_free (StreekImportLoad *load);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekImportLoad, streek_import_load_free)

/* Takes @wish. */
void streek_import_load_async (StreekWorkspace *workspace,
                               StreekImportWish *wish,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* NULL only where it was cancelled */
StreekImportLoad *
streek_import_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error);
