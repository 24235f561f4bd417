/* streek-archive-module.c: libarchive as the table of functions that the core opens */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-archive-api.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmodule.h>

extern G_MODULE_EXPORT const StreekArchiveApi streek_archive_api;

struct _StreekUnpacker
{
  struct archive *handle;
  const StreekUnpackerSource *source;
  void *data; /* of @source */
};

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **block)
{
  StreekUnpacker *self = data;
  long long n_read = self->source->read (self->data, block);

  return n_read < 0 ? ARCHIVE_FATAL : (la_ssize_t) n_read;
}

static la_int64_t
skip_cb (struct archive *archive, void *data, la_int64_t n)
{
  StreekUnpacker *self = data;

  return self->source->skip (self->data, n);
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  StreekUnpacker *self = data;
  long long at = self->source->seek (self->data, offset, whence);

  return at < 0 ? ARCHIVE_FATAL : at;
}

static StreekUnpacker *
create (void)
{
  StreekUnpacker *self = g_new0 (StreekUnpacker, 1);

  self->handle = archive_read_new ();

  return self;
}

static void
destroy (StreekUnpacker *self)
{
  archive_read_free (self->handle);
  g_free (self);
}

static int
open_source (StreekUnpacker *self, const StreekUnpackerSource *source, void *data)
{
  self->source = source;
  self->data = data;
  archive_read_set_read_callback (self->handle, read_cb);
  archive_read_set_skip_callback (self->handle, skip_cb);
  archive_read_set_seek_callback (self->handle, seek_cb);
  archive_read_set_callback_data (self->handle, self);

  return archive_read_open1 (self->handle) == ARCHIVE_OK;
}

static int
open_gz (StreekUnpacker *self, const StreekUnpackerSource *source, void *data)
{
  archive_read_support_filter_gzip (self->handle);
  archive_read_support_format_raw (self->handle);

  return open_source (self, source, data);
}

static int
open_zip (StreekUnpacker *self, const StreekUnpackerSource *source, void *data)
{
  archive_read_support_format_zip_seekable (self->handle);

  return open_source (self, source, data);
}

static int
next (StreekUnpacker *self, const char **path, int *is_encrypted)
{
  struct archive_entry *entry;
  int status = archive_read_next_header (self->handle, &entry);

  if (status == ARCHIVE_EOF)
    return 0;
  if (status < ARCHIVE_WARN)
    return -1;

  *path = archive_entry_pathname_utf8 (entry);
  if (*path == NULL)
    *path = archive_entry_pathname (entry);
  *is_encrypted = archive_entry_is_data_encrypted (entry) == 1;

  return 1;
}

static long long
read_member (StreekUnpacker *self, void *out, unsigned long long room)
{
  la_ssize_t n_read = archive_read_data (self->handle, out, room);

  return n_read < 0 ? -1 : n_read;
}

static const char *
get_error (StreekUnpacker *self)
{
  return archive_error_string (self->handle);
}

const StreekArchiveApi streek_archive_api = {
  .version = STREEK_ARCHIVE_API_VERSION,
  .create = create,
  .destroy = destroy,
  .open_gz = open_gz,
  .open_zip = open_zip,
  .next = next,
  .read = read_member,
  .get_error = get_error,
};
