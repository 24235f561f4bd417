/* streek-import.h: one file on its way in: read, staged, checked and shown, before anything is
 * written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-staging.h"
#include "store/streek-db.h"

/* Of streek-source.h. */
typedef struct _StreekSource StreekSource;

typedef enum
{
  STREEK_IMPORT_NOTE,     /* good to know: a decision that was made */
  STREEK_IMPORT_WARNING,  /* taken, but look at it */
  STREEK_IMPORT_REJECTED, /* rows or cells that are not taken */
  STREEK_IMPORT_QUESTION, /* must be answered before anything can be written */
} StreekImportSeverity;

/* Something found in a file, once for all that are alike. */
typedef struct
{
  StreekImportSeverity severity;
  char *id;      /* stable and untranslated: "number/not-a-number" */
  char *sheet;   /* (nullable) */
  guint64 line;  /* the first one; 0: the whole sheet or file */
  char *column;  /* (nullable): its header */
  char *text;    /* (nullable): as the file has it; the key of an answer about an area */
  char *message; /* a translated sentence */
  guint64 n;     /* how many of them */
} StreekImportFinding;

typedef enum
{
  STREEK_ANSWER_MARKS,      /* StreekMappingColumn.marks of the column */
  STREEK_ANSWER_AREA,       /* StreekMapping.areas[text]: SET:CODE, "" to leave it out */
  STREEK_ANSWER_INDICATOR,  /* StreekMapping.indicators[text] or the column's indicator */
  STREEK_ANSWER_PERIOD,     /* StreekMapping.period */
  STREEK_ANSWER_WHOLE_AREA, /* StreekMapping.area, or a column that names areas */
} StreekAnswerKind;

/* What only a person can say, and where in the mapping the answer belongs. */
typedef struct
{
  StreekAnswerKind kind;
  char *column;       /* (nullable) */
  char *text;         /* (nullable): what the question is about */
  char *sentence;     /* translated */
  gboolean is_needed; /* FALSE: without an answer the rows are rejected, or the proposal holds */
  GPtrArray *choices; /* (element-type StreekImportChoice): what fits, the likeliest first */
} StreekImportQuestion;

typedef struct
{
  char *value; /* what goes into the mapping */
  char *label;
} StreekImportChoice;

/* A row under or between the figures that holds none: where they come from, what a sign means. */
typedef struct
{
  guint64 line;
  char *text; /* its cells, joined by a blank */
} StreekImportAside;

/* More are counted, but not kept. */
#define STREEK_IMPORT_MAX_ASIDES 12

/* read = taken + ignored + rejected, in rows; values + missing + set aside = cells. */
typedef struct
{
  char *sheet;
  GByteArray *first_states; /* StreekRowState of the first STREEK_GRID_ROWS rows */
  GPtrArray *asides;        /* (element-type StreekImportAside) in their order */
  guint64 n_read;
  guint64 n_taken;
  guint64 n_ignored;
  guint64 n_rejected;
  guint64 states[STREEK_ROW_N_STATES]; /* rows by what became of them */
  guint64 n_values;                    /* cells with a number */
  guint64 n_missing;                   /* cells that say "no value" */
} StreekImportAccount;

/* What will change, per indicator and period. */
typedef struct
{
  char *indicator;
  char *name;
  gboolean is_new_indicator;
  StreekPeriod period;
  guint n_new;
  guint n_changed;
  guint n_unchanged;
} StreekImportSeries;

/* A cell that says something else than the workspace: was → wordt. */
typedef struct
{
  guint series; /* in StreekImport.series */
  char *area;   /* SET:CODE */
  char *area_name;
  double old_value;
  double new_value;
  StreekMissing old_missing;
  StreekMissing new_missing;
} StreekImportChange;

/* More are counted in their series, but not listed one by one. */
#define STREEK_IMPORT_MAX_CHANGES 5000

typedef struct _StreekImportTarget StreekImportTarget;

/* Made by one thread, then handed on whole and not changed; counted atomically. A commit writes the
 * target's part of it. */
typedef struct
{
  gatomicrefcount references;
  StreekMapping *mapping;
  char *file_name;
  char *sha256;         /* (nullable) */
  guint64 generation;   /* of the workspace it was compared with */
  GPtrArray *accounts;  /* (element-type StreekImportAccount) by sheet */
  GPtrArray *findings;  /* (element-type StreekImportFinding) the gravest first */
  GPtrArray *questions; /* (element-type StreekImportQuestion) */
  GPtrArray *series;    /* (element-type StreekImportSeries) by indicator and period */
  GPtrArray *changes;   /* (element-type StreekImportChange) */
  guint64 n_bad_cells;  /* rejected, also in rows of which something was taken */
  guint n_areas;        /* touched */
  guint64 n_new;
  guint64 n_changed;
  guint64 n_unchanged;

  gpointer prepared; /* of the target */
  GDestroyNotify free_prepared;
  GHashTable *finding_index; /* while it is made */
} StreekImport;

/* What a text of a file can be. */
typedef enum
{
  STREEK_TEXT_AREA_CODE = 1 << 0,
  STREEK_TEXT_AREA_NAME = 1 << 1,
  STREEK_TEXT_AREA_NUTS = 1 << 2,
  STREEK_TEXT_LEVEL = 1 << 3,
  STREEK_TEXT_INDICATOR = 1 << 4,
} StreekTextKinds;

/* The noun that takes a file in; core/indicator has one. */
struct _StreekImportTarget
{
  StreekTextKinds (*recognise) (StreekImportTarget *self, const char *text);
  /* (nullable): set of which an area has this name and no other has */
  const char *(*get_level) (StreekImportTarget *self, const char *text);
  /* (nullable): set that this is a word for, such as "Gemeente" */
  const char *(*get_set) (StreekImportTarget *self, const char *text);
  /* Makes of what was staged what can be committed; settles every row that is pending. */
  gboolean (*resolve) (StreekImportTarget *self,
                       StreekStaging *staging,
                       StreekImport *import,
                       GCancellable *cancellable,
                       GError **error);
};

typedef void (*StreekImportProgressFunc) (double fraction, gpointer data);

StreekImport *streek_import_read (StreekSource *source,
                                  const StreekMapping *mapping,
                                  StreekImportTarget *target,
                                  StreekImportProgressFunc progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
StreekImport *streek_import_ref (StreekImport *import);
void streek_import_unref (StreekImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekImport, streek_import_unref)

/* For the road and its targets. */
StreekImportFinding *streek_import_add_finding (StreekImport *import,
                                                StreekImportSeverity severity,
                                                const char *id,
                                                const StreekStaging *staging,
                                                gint64 row,
                                                const char *column,
                                                const char *text);
StreekImportQuestion *streek_import_ask (StreekImport *import,
                                         StreekAnswerKind kind,
                                         gboolean is_needed,
                                         const char *column,
                                         const char *text,
                                         const char *sentence);
void streek_import_question_add_choice (StreekImportQuestion *question,
                                        const char *value,
                                        const char *label);

/* @text: (transfer full) */
StreekImportAside *streek_import_aside_new (guint64 line, char *text);
void streek_import_aside_free (gpointer aside);

/* What stands in the way of a commit; @accept_partial: rejected rows do not. */
gboolean streek_import_check (const StreekImport *import, gboolean accept_partial, GError **error);
gboolean streek_import_is_empty (const StreekImport *import); /* nothing would change */
guint64 streek_import_count (const StreekImport *import, StreekImportSeverity severity);
const char *streek_import_severity_to_string (StreekImportSeverity severity);
