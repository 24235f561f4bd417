/* streek-site.h: a place with a point: a port, a business park, a regional house */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "actor/streek-site-kind.h"
#include "base/streek-period.h"
#include "store/streek-db.h"

#define STREEK_ACTOR_ERROR (streek_actor_error_quark ())
GQuark streek_actor_error_quark (void);

typedef enum
{
  STREEK_ACTOR_ERROR_INVALID, /* something that cannot be written as it is */
  STREEK_ACTOR_ERROR_FILE,    /* a file without names, or without coordinates */
} StreekActorError;

typedef struct
{
  gint64 id; /* 0: not written yet */
  char *name;
  char *kind; /* as files hold it */
  double x;   /* metres of Belgian Lambert 2008 */
  double y;
  char *municipality; /* (nullable): name or code, as the source states it */
  char *address;      /* (nullable) */
  char *source;       /* (nullable) */
  StreekPeriod date;  /* of when the source is; kind NONE: not known */
  char *note;         /* (nullable) */
} StreekSite;

StreekSite *streek_site_new (void);
StreekSite *streek_site_copy (const StreekSite *site);
void streek_site_free (StreekSite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSite, streek_site_free)
/* Whether both say the same, whatever their ids. */
gboolean streek_site_equal (const StreekSite *a, const StreekSite *b);
gboolean streek_site_check (const StreekSite *site, GError **error);
/* Whatever case and accents. */
gboolean streek_site_is_called (const StreekSite *site, const char *name);
/* Name without case and accents, and kind. */
char *streek_site_dup_key (const StreekSite *site);

/* (element-type StreekSite) by kind, name and id */
GPtrArray *streek_sites_list (StreekDb *db, GError **error);
/* (element-type utf8): people's own kinds among @sites, each once, in order */
GPtrArray *streek_sites_list_own_kinds (const GPtrArray *sites);
/* To be run inside a command. */
gboolean streek_site_write (StreekDb *db, const StreekSite *site, GError **error);
gboolean streek_site_delete (StreekDb *db, gint64 id, GError **error);
