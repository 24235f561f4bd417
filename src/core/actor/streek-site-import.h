/* streek-site-import.h: a file of places on its way in: read, checked and compared, then written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "actor/streek-site-file.h"
#include "actor/streek-site-locator.h"
#include "exchange/streek-import.h"

/* What became of a row. */
typedef enum
{
  STREEK_SITE_ROW_NEW,
  STREEK_SITE_ROW_CHANGED,
  STREEK_SITE_ROW_BLANK, /* from here on: ignored, with reason */
  STREEK_SITE_ROW_TITLE,
  STREEK_SITE_ROW_HEADER,
  STREEK_SITE_ROW_FOOTER,
  STREEK_SITE_ROW_UNCHANGED, /* the workspace says the same */
  STREEK_SITE_ROW_DOUBLE,    /* another row says the same */
  STREEK_SITE_ROW_NO_POINT,  /* from here on: rejected */
  STREEK_SITE_ROW_BAD_POINT,
  STREEK_SITE_ROW_ELSEWHERE,
  STREEK_SITE_ROW_NO_NAME,
  STREEK_N_SITE_ROW_STATES,
} StreekSiteRowState;

gboolean streek_site_row_state_is_rejected (StreekSiteRowState state);
const char *streek_site_row_state_get_id (StreekSiteRowState state);
const char *streek_site_row_state_get_label (StreekSiteRowState state); /* translated */

/* A place that will be written. */
typedef struct
{
  StreekSite *site;       /* its id is that of the one it changes, else 0 */
  StreekSite *former;     /* (nullable): as it is now */
  const StreekArea *area; /* (nullable): lent by the areas */
  guint64 line;
} StreekSiteChange;

/* Made by one thread, then not changed; counted atomically. */
typedef struct
{
  gatomicrefcount references;
  StreekAreas *areas;
  char *file_name;
  guint64 generation;  /* of the workspace it was compared with: set by who compares */
  GPtrArray *changes;  /* (element-type StreekSiteChange) in the order of the file */
  GPtrArray *findings; /* (element-type StreekImportFinding) the gravest first */
  GArray *states;      /* (element-type guint8): StreekSiteRowState of every row */
  guint n_rows[STREEK_N_SITE_ROW_STATES];
  guint n_read;
  guint n_taken;
  guint n_ignored;
  guint n_rejected;
} StreekSiteImport;

StreekSiteImport *streek_site_import_read (const StreekSiteFile *file,
                                           const GPtrArray *existing, /* of StreekSite */
                                           StreekAreas *areas,
                                           GCancellable *cancellable,
                                           GError **error);
StreekSiteImport *streek_site_import_ref (StreekSiteImport *import);
void streek_site_import_unref (StreekSiteImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSiteImport, streek_site_import_unref)

/* What stands in the way of writing; @accept_partial: rejected rows do not. */
gboolean
streek_site_import_check (const StreekSiteImport *import, gboolean accept_partial, GError **error);
/* Inside a command. */
gboolean streek_site_import_write (StreekDb *db, const StreekSiteImport *import, GError **error);
