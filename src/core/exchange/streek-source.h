/* streek-source.h: a file to take in, as sheets of records of text, whatever its format */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define STREEK_SOURCE_ERROR (streek_source_error_quark ())
GQuark streek_source_error_quark (void);

typedef enum
{
  STREEK_SOURCE_ERROR_UNREADABLE, /* not there, no permission, a folder or a device */
  STREEK_SOURCE_ERROR_EMPTY,
  STREEK_SOURCE_ERROR_FORMAT,    /* none of the formats that can be read */
  STREEK_SOURCE_ERROR_AREAS,     /* outlines of areas, which have a door of their own */
  STREEK_SOURCE_ERROR_CUT_OFF,   /* ends in the middle: a quote, an archive, an element */
  STREEK_SOURCE_ERROR_TOO_LARGE, /* a line, a cell or what an archive unpacks to is beyond bounds */
  STREEK_SOURCE_ERROR_DAMAGED,
} StreekSourceError;

typedef enum
{
  STREEK_SOURCE_DELIMITED, /* CSV, TSV, TXT: our own reader */
  STREEK_SOURCE_BESTAT,    /* JSON as be.STAT exports it: its facts become records */
  STREEK_SOURCE_XLSX,
  STREEK_SOURCE_ODS,
  STREEK_SOURCE_XLS, /* through GDAL */
} StreekSourceFormat;

/* What a person may say against what was recognised; zero: recognise it. */
typedef struct
{
  const char *encoding; /* (nullable): iconv name, "WINDOWS-1252" */
  char separator;       /* 0: recognise */
} StreekSourceOptions;

typedef enum
{
  STREEK_FIELD_NONE = 0,
  STREEK_FIELD_QUOTED = 1 << 0,
  STREEK_FIELD_MERGED = 1 << 1,    /* covered by a merged cell, or the head of one */
  STREEK_FIELD_NUMBER = 1 << 2,    /* the file types it as a number: text is in C form, "1234.5" */
  STREEK_FIELD_DATE = 1 << 3,      /* the file types it as a date: text is ISO 8601 */
  STREEK_FIELD_NO_CACHED = 1 << 4, /* a formula without a kept result */
} StreekFieldFlags;

/* One cell, UTF-8, not ended by a NUL byte; lent until the next record. */
typedef struct
{
  const char *text;
  guint32 length; /* bytes */
  guint32 flags;  /* StreekFieldFlags */
} StreekField;

typedef struct
{
  guint64 line; /* 1-based line of the file where it begins, or row of the sheet */
  guint n_fields;
  const StreekField *fields;
} StreekSourceRecord;

/* The opened file: recognised and bounded, immutable, any thread may begin readers on it. */
typedef struct _StreekSource StreekSource;

StreekSource *streek_source_open (const char *path,
                                  const StreekSourceOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);
StreekSource *streek_source_open_bytes (GBytes *bytes,
                                        const char *name,
                                        const StreekSourceOptions *options,
                                        GError **error);
/* Whether it holds outlines of areas, which streek_source_open() refuses. Blocks, but not for long.
 */
gboolean streek_source_holds_areas (const char *path);
StreekSource *streek_source_ref (StreekSource *source);
void streek_source_unref (StreekSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSource, streek_source_unref)

const char *streek_source_get_name (const StreekSource *source);
StreekSourceFormat streek_source_get_format (const StreekSource *source);
const char *streek_source_get_encoding (const StreekSource *source);
char streek_source_get_separator (const StreekSource *source);
guint64 streek_source_get_size (const StreekSource *source);
const char *streek_source_get_remark (const StreekSource *source);
guint streek_source_get_n_sheets (const StreekSource *source);
const char *streek_source_get_sheet_name (const StreekSource *source, guint sheet);

gboolean streek_source_is_sheet_hidden (const StreekSource *source, guint sheet);

/* Pulls the records of a sheet, every one of them; a blank line is one without fields. */
typedef struct _StreekSourceReader StreekSourceReader;

StreekSourceReader *streek_source_reader_new (StreekSource *source,
                                              guint sheet,
                                              GCancellable *cancellable,
                                              GError **error);
void streek_source_reader_free (StreekSourceReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSourceReader, streek_source_reader_free)

gboolean
streek_source_reader_next (StreekSourceReader *reader, StreekSourceRecord *record, GError **error);
double streek_source_reader_get_progress (const StreekSourceReader *reader);
