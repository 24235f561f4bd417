/* streek-definition.h: an indicator's definition as people edit it, with all that belongs to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator-field.h"

/* What belongs to a definition, row by row; each row is as many texts as its kind has columns,
 * empty where there is none. */
typedef enum
{
  STREEK_LINK_ALIAS,     /* alias */
  STREEK_LINK_VERSION,   /* valid_from, follows, definition, note */
  STREEK_LINK_BREAK,     /* period, reason */
  STREEK_LINK_BREAKDOWN, /* id, label, "1" or "0" for complete, part codes one a line */
  STREEK_LINK_GAP,       /* id, label, supply, need; the indicator itself is the gap */
  STREEK_LINK_LIMITS,    /* the texts of a StreekPolicyText each */
  STREEK_N_LINKS,
} StreekLink;

typedef struct
{
  char *code;
  char *fields[STREEK_INDICATOR_N_FIELDS]; /* never NULL; numbers with a decimal point */
  GPtrArray *links[STREEK_N_LINKS];        /* (element-type GStrv) */
} StreekDefinition;

/* A count on the first day, of which neither direction is better, to be filled in. */
StreekDefinition *streek_definition_new (const char *code);
StreekDefinition *streek_definition_new_from_indicator (const StreekCatalogue *catalogue,
                                                        const StreekIndicator *indicator);
StreekDefinition *streek_definition_copy (const StreekDefinition *definition);
void streek_definition_free (StreekDefinition *definition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekDefinition, streek_definition_free)

void
streek_definition_set (StreekDefinition *definition, StreekIndicatorField field, const char *text);
/* As many texts as the kind has columns; an empty id is drawn by chance. */
void streek_definition_add_link (StreekDefinition *definition,
                                 StreekLink link,
                                 ...) G_GNUC_NULL_TERMINATED;
/* "Eigen jobs (2e)" -> "eigen_jobs_2e", and a number where that is taken */
char *streek_definition_make_code (const StreekCatalogue *catalogue, const char *name);
/* @field: (out) (optional): where it is wrong */
/* @indicator borrows the texts of @definition; its code is not set. */
gboolean streek_definition_fill (const StreekDefinition *definition,
                                 StreekIndicator *indicator,
                                 StreekIndicatorField *field,
                                 GError **error);
gboolean streek_definition_check (const StreekDefinition *definition,
                                  const StreekCatalogue *catalogue,
                                  StreekIndicatorField *field,
                                  GError **error);

/* To be run inside a command of the store. */
gboolean
streek_definition_insert (StreekDb *db, const StreekDefinition *definition, GError **error);
gboolean streek_definition_insert_all (StreekDb *db, const GPtrArray *definitions, GError **error);
/* Of one that people made the row, of a reference definition what differs from it. */
gboolean
streek_definition_update (StreekDb *db, const StreekDefinition *definition, GError **error);
/* With its figures; refused where others are computed from it. */
gboolean streek_definition_delete (StreekDb *db, const char *code, GError **error);

/* (element-type StreekIndicator) (transfer container): those computed from @code */
GPtrArray *streek_catalogue_list_users (const StreekCatalogue *catalogue, const char *code);
