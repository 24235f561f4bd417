/* streek-archive-api.h: what the module that unpacks archives offers: a table of plain C functions
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* As streek-gdal-api.h: nothing here is of the core. What create () returned belongs to one thread
 * at a time. */
#define STREEK_ARCHIVE_API_VERSION 1
#define STREEK_ARCHIVE_API_SYMBOL "streek_archive_api"

typedef struct _StreekUnpacker StreekUnpacker;

/* Where the packed bytes come from. A negative answer is a failure. */
typedef struct
{
  long long (*read) (void *data, const void **block);           /* 0 at the end */
  long long (*skip) (void *data, long long n);                  /* how many were skipped */
  long long (*seek) (void *data, long long offset, int whence); /* SEEK_SET …; where it is now */
} StreekUnpackerSource;

typedef struct
{
  int version;

  StreekUnpacker *(*create) (void);
  void (*destroy) (StreekUnpacker *unpacker);
  /* A gz holds one member; a zip is read by the list at its end. 0 for failure; @source and @data
   * must outlive the unpacker. */
  int (*open_gz) (StreekUnpacker *unpacker, const StreekUnpackerSource *source, void *data);
  int (*open_zip) (StreekUnpacker *unpacker, const StreekUnpackerSource *source, void *data);
  /* 1 and the next member, lent until the one after; 0 after the last, -1 for failure. @path is
   * NULL where it has none, and may be no UTF-8. */
  int (*next) (StreekUnpacker *unpacker, const char **path, int *is_encrypted);
  /* How many bytes of the member, 0 at its end, -1 for failure. */
  long long (*read) (StreekUnpacker *unpacker, void *out, unsigned long long room);
  const char *(*get_error) (StreekUnpacker *unpacker); /* in English, or NULL */
} StreekArchiveApi;
