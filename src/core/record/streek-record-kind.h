/* streek-record-kind.h: kinds of records that people keep: their fields, and how they hang together
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

typedef struct _StreekRecord StreekRecord;
typedef struct _StreekRecords StreekRecords;
typedef struct _StreekRecordKind StreekRecordKind;
typedef struct _StreekRecordView StreekRecordView;
typedef struct _StreekRecordChanges StreekRecordChanges;
typedef struct _StreekLatestQuery StreekLatestQuery;

/* How many figures of indicators one record may rest on. */
#define STREEK_RECORD_MAX_FIGURES 2

typedef enum
{
  STREEK_RECORD_TEXT,       /* one line */
  STREEK_RECORD_PARAGRAPHS, /* text of any length */
  STREEK_RECORD_CHOICE,     /* the id of one of the words of the field */
  STREEK_RECORD_NUMBER,
  STREEK_RECORD_INTEGER,
  STREEK_RECORD_FLAG, /* yes or no; empty is no */
  STREEK_RECORD_DAY,
  STREEK_RECORD_PERIOD,    /* a year, quarter, month or day */
  STREEK_RECORD_REFERENCE, /* another record */
  STREEK_RECORD_AREA,      /* SET:CODE */
  STREEK_RECORD_INDICATOR, /* its code */
  STREEK_RECORD_BYTES,     /* a picture or a document: only its size is in memory */
  STREEK_RECORD_LIST,      /* of columns only: several texts, one a line */
} StreekRecordType;

typedef enum
{
  STREEK_RECORD_NONE = 0,
  STREEK_RECORD_REQUIRED = 1 << 0,
  /* of a reference: the record is part of the one it names and goes with it, unasked */
  STREEK_RECORD_OWNER = 1 << 1,
  /* of a reference: the record only says that two hang together; it goes with either, and who
   * deletes is told beforehand */
  STREEK_RECORD_LINK = 1 << 2,
  STREEK_RECORD_OPEN = 1 << 3,  /* of a choice: other words than those of the field are right too */
  STREEK_RECORD_RANK = 1 << 4,  /* a number that orders siblings, never shown */
  STREEK_RECORD_SHOWN = 1 << 5, /* a column of its list from the start */
  STREEK_RECORD_ONCE = 1 << 6,  /* stays as it was first written */
  STREEK_RECORD_KEY = 1 << 7,   /* of a text: tells records apart, as a code or a KBO number does */
  STREEK_RECORD_ADDRESS = 1 << 8, /* of a text: an address on the web */
  STREEK_RECORD_BESIDE = 1 << 9,  /* of a text: a file, relative to the folder of the workspace */
  STREEK_RECORD_TODAY = 1 << 10,  /* of a day: the form of a new one begins with today */
} StreekRecordFlags;

typedef struct
{
  const char *id;    /* as files hold it */
  const char *label; /* marked with N_() or NC_("record", ) */
} StreekRecordWord;

/* Static, as kinds are. */
typedef struct
{
  const char *id;    /* its column, and its name in files and saved views */
  const char *label; /* marked with N_() */
  StreekRecordType type;
  StreekRecordFlags flags;
  const StreekRecordWord *words;  /* (nullable) (array zero-terminated): of a choice */
  const StreekRecordKind *target; /* (nullable): of a reference */
  const char *unit;               /* (nullable): as a person reads it: "€", "%" */
  int decimals;
  double min, max;  /* of a number; both 0: any */
  const char *hint; /* (nullable): marked with N_(): what belongs there */
  /* (nullable): of a text that can be written in several ways: the one way in which it is kept;
   * NULL where it cannot be understood */
  char *(*tidy) (const char *text);
  /* (nullable): the other ways of writing one that is tidied, for who looks for it; one blank
   * between them */
  char *(*spellings) (const char *tidied);
  /* (nullable): the column in whose cells it stands on paper that is narrow: the year under a
   * number */
  const char *under;
  /* (nullable): of a text: the one with what stood there before, against which it is held */
  const char *replaces;
} StreekRecordField;

/* What a list can show of a record beside its own fields: computed, never kept. */
typedef union
{
  char *text; /* (transfer full) (nullable): of every type that is no number and no date */
  double number;
  gint64 integer; /* also of flags */
  StreekDate day;
  StreekPeriod period;
} StreekRecordCell;

typedef struct
{
  const char *id;
  const char *label; /* marked with N_() */
  StreekRecordType type;
  StreekRecordFlags flags; /* only STREEK_RECORD_SHOWN */
  const char *unit;
  int decimals;
  /* FALSE where there is nothing to say. One thread; the view is read only. */
  gboolean (*compute) (const StreekRecord *record,
                       const StreekRecordView *view,
                       StreekRecordCell *cell);
  /* (nullable): of a choice, the text of whose cells is the id of a word: the words; of a list, the
   * lines of whose cells are ids of records: the reference */
  const StreekRecordField *choice;
  const char *under; /* (nullable): as of a field */
  /* (nullable): of a flag: what a list is called of those that have it, and of those that have it
   * not. Marked with N_(): "Actions", "Goals" */
  const char *with_it;
  const char *without_it;
} StreekRecordColumn;

/* How people read a number of a record: "28.8 %". */
typedef struct
{
  const char *unit; /* (nullable): translated, or as somebody typed it; lent */
  int decimals;
} StreekRecordMeasure;

struct _StreekRecordKind
{
  const char *id;     /* its table, and its name in files and saved views */
  const char *name;   /* marked with N_(): "Project" */
  const char *plural; /* marked with N_(): "Projects" */
  /* Commands as undo names them, each with one %s for the title; (nullable) for kinds that are only
   * changed as a part of others. Marked with N_(). */
  const char *add;
  const char *change;
  const char *remove;
  /* (nullable): of what only says that two hang together: the head of the column that lists these
   * in the list of what they are part of. Marked with N_(): "Areas" */
  const char *column;
  gboolean column_shown; /* that column is shown from the start */
  /* what it is part of takes place where it does, too: areas that hang on a strand count for its
   * project */
  gboolean lends_areas;
  const StreekRecordField *fields;
  guint n_fields;
  guint title; /* the field that names it, where dup_title is NULL */
  /* One command makes it as a whole, with all its parts, and nobody adds one or one of its parts by
   * hand; it goes as a whole too. */
  gboolean is_sealed;
  const StreekRecordColumn *columns; /* (nullable) */
  guint n_columns;
  /* (nullable): where no single field names it */
  char *(*dup_title) (const StreekRecord *record, const StreekRecords *records);
  /* (nullable): what is said of it as a part of another, in a sentence; NULL: what the fields say
   * that are shown from the start */
  char *(*dup_summary) (const StreekRecord *record, const StreekRecordView *view);
  /* (nullable): the figures that it rests on, into @queries, of which there are
   * STREEK_RECORD_MAX_FIGURES: how many there are. Where the area is
   * NULL the record names an indicator and leaves open where. */
  guint (*ask_figures) (const StreekRecord *record,
                        const StreekRecords *records,
                        StreekLatestQuery *queries);
  /* (nullable): where records of one kind are in different units: of a number of the column, or
   * the field, @column. @measure: (inout): what the column says, and as few decimals as tell it */
  void (*measure) (const StreekRecord *record,
                   const StreekRecordView *view,
                   const char *column,
                   StreekRecordMeasure *measure);
  /* (nullable): what else changes in the command that adds one: @record as it will be, among all
   * others as they will be. What @changes say already stays. */
  void (*move_others) (StreekRecordChanges *changes,
                       const StreekRecord *record,
                       const StreekRecords *records);
  /* (nullable): what fields alone cannot say. Sees the record as it will be, among all others. */
  gboolean (*check) (const StreekRecord *record, const StreekRecords *records, GError **error);
};

#define STREEK_RECORD_ERROR (streek_record_error_quark ())
GQuark streek_record_error_quark (void);

typedef enum
{
  STREEK_RECORD_ERROR_INVALID, /* something that cannot be written as it is */
  STREEK_RECORD_ERROR_UNKNOWN, /* no such kind, column or word */
  STREEK_RECORD_ERROR_IN_USE,  /* others refer to it */
  STREEK_RECORD_ERROR_FILE,    /* a table without what the kind needs */
} StreekRecordError;

/* Before records are first read; any thread, any number of times. */
void streek_record_kinds_register (const StreekRecordKind *const *kinds, gsize n_kinds);
/* (transfer container) (element-type StreekRecordKind): in the order they came */
GPtrArray *streek_record_kinds_list (void);
const StreekRecordKind *streek_record_kinds_find (const char *id); /* (nullable) */

int streek_record_kind_find_field (const StreekRecordKind *kind, const char *id); /* -1: none */
int streek_record_kind_find_rank (const StreekRecordKind *kind);                  /* -1: none */
const char *streek_record_kind_get_name (const StreekRecordKind *kind);           /* translated */
const char *streek_record_kind_get_plural (const StreekRecordKind *kind);         /* translated */
const char *streek_record_field_get_label (const StreekRecordField *field);       /* translated */
/* "approved" → "Approved"; a word of people's own is its own label; NULL stays NULL. */
const char *streek_record_field_get_word (const StreekRecordField *field, const char *id);
/* Whether it is one of its own words. */
gboolean streek_record_field_has_word (const StreekRecordField *field, const char *id);
/* Whether a choice may be that word: one of its own, or any where it is open. */
gboolean streek_record_field_takes_word (const StreekRecordField *field, const char *id);
/* (transfer full): @text as it is kept: in one line where its field has one, and in the one way in
 * which it is written; as it is where there is none, or it is not understood */
char *streek_record_field_tidy (const StreekRecordField *field, const char *text);
/* (transfer full) (nullable): in what other ways @text may be looked for; NULL: in none */
char *streek_record_field_dup_spellings (const StreekRecordField *field, const char *text);
