/* streek-finding.h: something that a check, an import or a verification found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/streek-table.h"

#include <glib-object.h>

typedef enum
{
  STREEK_SEVERITY_NOTE,    /* good to know */
  STREEK_SEVERITY_WARNING, /* probably wrong, work can go on */
  STREEK_SEVERITY_ERROR,   /* wrong, or not whole */
} StreekSeverity;

/* Immutable, so that it may cross from a thread to the window. */
typedef struct
{
  StreekSeverity severity;
  char *id;      /* stable and untranslated, "store/page-damaged": scripts tell findings by it */
  char *place;   /* (nullable): where: a table, a line, an area; data, not translated */
  char *message; /* a translated sentence */
  char *key;     /* (nullable): what a rule's finding is about, the same at every check; data */
  StreekTable *figures; /* (nullable): what it rests on */
} StreekFinding;

#define STREEK_TYPE_FINDING (streek_finding_get_type ())
GType streek_finding_get_type (void);

StreekFinding *streek_finding_new (StreekSeverity severity,
                                   const char *id,
                                   const char *place,
                                   const char *message);
StreekFinding *streek_finding_copy (const StreekFinding *finding);
void streek_finding_free (StreekFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekFinding, streek_finding_free)

char *streek_finding_dup_fingerprint (const StreekFinding *finding);

const char *streek_severity_to_string (StreekSeverity severity);
StreekSeverity streek_finding_get_worst (GPtrArray *findings);
