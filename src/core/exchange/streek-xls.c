/* streek-xls.c: spreadsheets of Excel up to 2003, through GDAL */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-xls.h"
#include "exchange/streek-gdal.h"
#include "exchange/streek-source-kept.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* 65 536 rows of 256 cells, more than which such a file cannot have in a sheet, fit well in it. */
#define MAX_SIZE (128 * 1024 * 1024)
#define BLOCK_SIZE (256 * 1024)
#define DIRECTORY_SIZE 4096

/* The reader wants a file with the right name, which what came out of an archive is not. */
typedef struct
{
  const StreekGdalApi *api;
  StreekGdalSheets *sheets;
  char *path; /* (nullable): of the copy */
} Workbook;

typedef struct
{
  StreekKept *kept;
  GCancellable *cancellable; /* (nullable) */
} Gathering;

static void
close_workbook (Workbook *workbook)
{
  if (workbook->sheets != NULL)
    workbook->api->close_sheets (workbook->sheets);
  if (workbook->path != NULL)
    g_unlink (workbook->path);

  g_free (workbook->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workbook, close_workbook)

static gboolean
copy_to (const StreekInput *input, int fd, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  guint64 at = 0;
  gssize n_read;

  while ((n_read = streek_input_read (input, at, block, BLOCK_SIZE, error)) > 0)
    {
      if (write (fd, block, (gsize) n_read) != n_read)
        {
          g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                               _ ("There is no room on the disk for a copy of the spreadsheet."));
          return FALSE;
        }
      at += (guint64) n_read;
    }

  return n_read == 0 && streek_input_check_unchanged (input, error);
}

static gboolean
make_copy (Workbook *workbook, const StreekInput *input, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  int fd = g_file_open_tmp ("streek-XXXXXX.xls", &workbook->path, &own_error);

  if (fd < 0)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                           own_error->message);
      return FALSE;
    }

  gboolean is_good = copy_to (input, fd, error);

  close (fd);
  return is_good;
}

static gboolean
open_workbook (Workbook *workbook, const StreekInput *input, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  char *said = NULL;

  workbook->api = streek_gdal_load (&own_error);
  if (workbook->api == NULL)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT,
                           own_error->message);
      return FALSE;
    }

  if (!make_copy (workbook, input, error))
    return FALSE;

  workbook->sheets = workbook->api->open_sheets (workbook->path, &said);
  if (workbook->sheets != NULL)
    return TRUE;

  streek_gdal_take_error (workbook->api, said, &own_error);
  g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED, own_error->message);
  return FALSE;
}

/* 0.28999999999999998 is the 0.29 that a person typed; a text such as 01000 stays as it is. */
static void
add_cell (StreekKept *kept, const char *text)
{
  double number;
  g_autofree char *shortest = NULL;

  if (strchr (text, '.') != NULL && strlen (text) > 15 && streek_number_parse (text, &number))
    text = shortest = streek_number_to_string (number);

  streek_kept_add_field (kept, text, strlen (text), STREEK_FIELD_NONE);
}

static int
gather_row (void *data, long row, const char *const *cells, int n_cells)
{
  Gathering *gathering = data;

  streek_kept_begin_record (gathering->kept, (guint64) row);
  for (int i = 0; i < n_cells; i++)
    {
      g_autofree char *valid = cells[i] != NULL ? g_utf8_make_valid (cells[i], -1) : g_strdup ("");

      add_cell (gathering->kept, valid);
    }
  streek_kept_drop_empty_fields (gathering->kept);

  return !g_cancellable_is_cancelled (gathering->cancellable);
}

static StreekSourceReader *
begin_xls (StreekSource *source, guint sheet, GCancellable *cancellable, GError **error)
{
  g_auto (Workbook) workbook = { NULL };
  g_autoptr (StreekKept) kept = streek_kept_new ();
  Gathering gathering = { .kept = kept, .cancellable = cancellable };
  char *said = NULL;

  if (!open_workbook (&workbook, source->input, error))
    return NULL;

  if (!workbook.api->read_sheet (workbook.sheets, (int) sheet, gather_row, &gathering, &said))
    {
      g_autoptr (GError) own_error = NULL;

      streek_gdal_take_error (workbook.api, said, &own_error);
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                           own_error->message);
      return NULL;
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return streek_kept_reader_new (g_steal_pointer (&kept));
}

/* Whether a file begins as the container of Office before 2007, or as Excel before 5. */
gboolean
streek_xls_looks_like_one (const char *head, gsize length)
{
  static const char *const beginnings[] = { "\xd0\xcf\x11\xe0", "\x09\x02\x06\x00",
                                            "\x09\x00\x04\x00", "\x09\x04\x06\x00" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= 8 && memcmp (head, beginnings[i], 4) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
says (const char *bytes, gsize length, const char *name)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (name, -1, NULL, NULL, NULL);

  return memmem (bytes, length, wide, strlen (name) * sizeof *wide) != NULL;
}

/* Looks in the container's directory for what is no XLS, to say so in words. Source: [MS-CFB] 2.2,
 * 2.6. */
static gboolean
check_container (const StreekInput *input, GError **error)
{
  guchar header[512];
  char directory[DIRECTORY_SIZE];
  const char *words = NULL;

  if (streek_input_read (input, 0, header, sizeof header, NULL) != sizeof header ||
      header[0] != 0xd0)
    return TRUE;

  guint shift = header[30];
  guint64 sector = header[48] | header[49] << 8 | header[50] << 16 | (guint64) header[51] << 24;
  gssize length = shift == 9 || shift == 12 ? streek_input_read (input, (sector + 1) << shift,
                                                                 directory, sizeof directory, NULL)
                                            : 0;

  if (length <= 0)
    return TRUE;

  if (says (directory, (gsize) length, "EncryptedPackage"))
    words = _ ("This spreadsheet is protected with a password. Save it without one.");
  else if (says (directory, (gsize) length, "WordDocument") ||
           says (directory, (gsize) length, "PowerPoint Document"))
    words = _ ("This is a text document or a presentation. Save the table in it as CSV or XLSX.");

  if (words != NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT, words);
  return words == NULL;
}

/**
 * streek_xls_recognise:
 * @source: (inout): bytes that look like an XLS
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * GDAL hands over every cell as text, numbers with a decimal point: no field is flagged as a number
 * or as merged, because it does not tell.
 *
 * Returns: %FALSE where it is something else, damaged, protected, or GDAL is not there
 */
gboolean
streek_xls_recognise (StreekSource *source, GCancellable *cancellable, GError **error)
{
  g_auto (Workbook) workbook = { NULL };

  if (source->input->size > MAX_SIZE)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE,
                           _ ("This old spreadsheet is too large. Open it and save it as XLSX."));
      return FALSE;
    }

  if (!check_container (source->input, error) || !open_workbook (&workbook, source->input, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (int i = 0; i < workbook.api->get_n_sheets (workbook.sheets); i++)
    {
      const char *name = workbook.api->get_sheet_name (workbook.sheets, i);
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      streek_source_add_sheet (source, valid, FALSE);
    }

  if (source->sheets->len == 0)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                           _ ("There is no sheet with cells in this spreadsheet."));
      return FALSE;
    }

  source->format = STREEK_SOURCE_XLS;
  source->begin = begin_xls;
  return TRUE;
}
