/* streek-site-file.h: a file of places, and what its columns are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "actor/streek-site.h"
#include "exchange/streek-grid.h"

typedef enum
{
  STREEK_SITE_ROLE_IGNORED,
  STREEK_SITE_ROLE_NAME,
  STREEK_SITE_ROLE_KIND,
  STREEK_SITE_ROLE_EAST,  /* longitude, or metres east */
  STREEK_SITE_ROLE_NORTH, /* latitude, or metres north */
  STREEK_SITE_ROLE_POINT, /* both in one cell, or well-known text */
  STREEK_SITE_ROLE_MUNICIPALITY,
  STREEK_SITE_ROLE_ADDRESS, /* several columns are joined */
  STREEK_SITE_ROLE_DATE,
  STREEK_SITE_ROLE_SOURCE,
  STREEK_SITE_ROLE_NOTE,
  STREEK_N_SITE_ROLES,
} StreekSiteRole;

gboolean streek_site_role_parse_id (const char *id, StreekSiteRole *role);

/* Read whole; owned by one thread at a time, who may change roles and words. */
typedef struct
{
  char *file_name;
  char *sheet; /* (nullable): where the file has several */
  StreekGrid *grid;
  guint first_row; /* after titles and header */
  guint header_row;
  guint n_header_rows;
  GStrv headers; /* of every column; "1", "2" … without a header */
  guint n_columns;
  StreekSiteRole *roles; /* (array length=n_columns) */
  char *kind;            /* (nullable): of places that have no kind of their own */
  char *source;          /* (nullable): of places that have no source of their own */
} StreekSiteFile;

StreekSiteFile *streek_site_file_open (const char *path,
                                       const char *sheet,
                                       GCancellable *cancellable,
                                       GError **error);
/* From a file that is open already. */
StreekSiteFile *streek_site_file_read (StreekSource *source,
                                       const char *sheet,
                                       GCancellable *cancellable,
                                       GError **error);
StreekSiteFile *streek_site_file_copy (const StreekSiteFile *file);
void streek_site_file_free (StreekSiteFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSiteFile, streek_site_file_free)

int streek_site_file_find_role (const StreekSiteFile *file, StreekSiteRole role); /* -1: none */
/* Takes a role from the column that had it, where only one can. */
void streek_site_file_set_role (StreekSiteFile *file, guint column, StreekSiteRole role);
/* By its header, or by its number from 1; -1: none */
int streek_site_file_find_column (const StreekSiteFile *file, const char *name);
/* Whether it has all that places need; FALSE with %STREEK_ACTOR_ERROR_FILE in words. */
gboolean streek_site_file_check (const StreekSiteFile *file, GError **error);

/* Whether the first rows are those of places: names with coordinates. */
gboolean streek_site_file_is_of_places (StreekSource *source, GCancellable *cancellable);
