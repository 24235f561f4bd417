/* streek-source-private.h: what the formats share behind streek-source.h */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source.h"

/* Bytes at rest, in memory or in an open file; never written. */
typedef struct
{
  int fd;        /* -1: in memory */
  GBytes *bytes; /* (nullable) */
  guint64 size;
  gint64 changed_ns; /* when the file was last written, as it was opened */
} StreekInput;

StreekInput *streek_input_open (const char *path, GError **error);
StreekInput *streek_input_new_from_bytes (GBytes *bytes);
StreekInput *streek_input_new_take_fd (int fd, GError **error);
void streek_input_free (StreekInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekInput, streek_input_free)

gssize
streek_input_read (const StreekInput *input, guint64 at, void *out, gsize room, GError **error);
gboolean streek_input_check_unchanged (const StreekInput *input, GError **error);

typedef struct
{
  gboolean (*next) (StreekSourceReader *reader, StreekSourceRecord *record, GError **error);
  double (*get_progress) (const StreekSourceReader *reader);
  void (*free) (StreekSourceReader *reader); /* what is its own */
} StreekReaderClass;

/* The first member of every format's own reader. */
struct _StreekSourceReader
{
  const StreekReaderClass *klass;
  StreekSource *source;      /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean is_finished;
};

struct _StreekSource
{
  gatomicrefcount n_references;
  char *name;
  StreekSourceFormat format;
  char *encoding; /* (nullable) */
  guint bom_length;
  char separator;
  char *remark; /* (nullable) */
  StreekInput *input;
  GPtrArray *sheets;     /* (element-type utf8) */
  GArray *hidden_sheets; /* (element-type gboolean): of each of them */
  GPtrArray *members;    /* (element-type StreekSource) (nullable): of an archive, for each sheet */
  GArray *member_sheets; /* (element-type guint) (nullable): which of the member's */
  gpointer data;         /* what its format keeps */
  GDestroyNotify free_data;
  StreekSourceReader *(*begin) (StreekSource *source,
                                guint sheet,
                                GCancellable *cancellable,
                                GError **error);
};

void streek_source_add_sheet (StreekSource *source, const char *name, gboolean is_hidden);
gboolean streek_source_refuse_areas (const char *what, GError **error);
gboolean streek_source_zip_holds_areas (const StreekInput *input);
StreekSource *streek_source_new (const char *name, StreekInput *input);
StreekSource *streek_source_recognise (StreekSource *source,
                                       const StreekSourceOptions *options,
                                       gboolean is_member,
                                       GCancellable *cancellable,
                                       GError **error);
StreekSource *streek_source_recognise_zip (StreekSource *source,
                                           const StreekSourceOptions *options,
                                           gboolean is_member,
                                           GCancellable *cancellable,
                                           GError **error);
StreekSource *streek_source_recognise_gz (StreekSource *source,
                                          const StreekSourceOptions *options,
                                          gboolean is_member,
                                          GCancellable *cancellable,
                                          GError **error);
