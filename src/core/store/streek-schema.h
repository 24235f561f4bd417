/* streek-schema.h: the numbered migrations, and the schema that each version must have */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/streek-db.h"

typedef struct _StreekSchema StreekSchema;

StreekSchema *streek_schema_new (const char *const *migrations);
void streek_schema_free (StreekSchema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSchema, streek_schema_free)

const StreekSchema *streek_schema_get_default (void);

int streek_schema_get_version (const StreekSchema *schema);
gboolean
streek_schema_migrate (const StreekSchema *schema, StreekDb *db, int from, int to, GError **error);
char *streek_schema_make_digest (const StreekSchema *schema, int version, GError **error);
const char *streek_schema_get_shipped_digest (int version);
GPtrArray *streek_schema_list_differences (const StreekSchema *schema,
                                           StreekDb *db,
                                           int version,
                                           GError **error);
gboolean
streek_schema_check (const StreekSchema *schema, StreekDb *db, int version, GError **error);
GPtrArray *streek_schema_list_faults (const StreekSchema *schema, GError **error);
gboolean streek_schema_is_recorded (const char *table);
