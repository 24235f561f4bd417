/* streek-record-place.c: where a field that names an address or a file leads to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-place.h"

#include "record/streek-record-look.h"
#include "record/streek-records.h"
#include "store/streek-db.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PAGE 99999

gboolean
streek_record_field_is_place (const StreekRecordField *field)
{
  return (field->flags & (STREEK_RECORD_ADDRESS | STREEK_RECORD_BESIDE)) != 0;
}

static char *
refuse (GError **error, StreekRecordError code, const char *sentence)
{
  g_set_error_literal (error, STREEK_RECORD_ERROR, code, sentence);

  return NULL;
}

/* Other schemes start programs, or read files of the person. People leave out the scheme. */
static char *
dup_address (const char *text, GError **error)
{
  g_autofree char *whole =
    g_strconcat (g_str_has_prefix (text, "www.") ? "https://" : "", text, NULL);
  g_autoptr (GUri) uri = g_uri_parse (whole, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if ((strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0) || host == NULL ||
      *host == '\0')
    return refuse (error, STREEK_RECORD_ERROR_INVALID,
                   _ ("This is no web address that begins with http:// or https://."));

  return g_uri_to_string (uri);
}

/* Without links and dots; NULL where there is nothing. */
static char *
dup_real (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real);

  free (real);

  return copy;
}

static char *
dup_real_folder (const char *workspace)
{
  g_autofree char *folder = g_path_get_dirname (workspace);

  return dup_real (folder);
}

/* The rest of @real behind @folder; NULL where it is not below it */
static const char *
find_below (const char *real, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (real, folder, length) == 0 && real[length] == '/' ? real + length + 1 : NULL;
}

static char *
dup_file (const char *text, const char *workspace, GError **error)
{
  g_autofree char *folder = dup_real_folder (workspace);
  g_autofree char *path =
    folder != NULL && !g_path_is_absolute (text) ? g_build_filename (folder, text, NULL) : NULL;
  g_autofree char *real = path != NULL ? dup_real (path) : NULL;

  if (path == NULL)
    return refuse (error, STREEK_RECORD_ERROR_INVALID,
                   _ ("Name a file in the folder of the workspace, by its place there."));
  if (real == NULL || !g_file_test (real, G_FILE_TEST_IS_REGULAR))
    return refuse (error, STREEK_RECORD_ERROR_FILE,
                   _ ("There is no such file beside the workspace."));
  if (find_below (real, folder) == NULL || g_str_has_suffix (real, ".desktop"))
    return refuse (error, STREEK_RECORD_ERROR_INVALID,
                   _ ("Only documents in the folder of the workspace are opened from here."));

  return g_filename_to_uri (real, NULL, error);
}

char *
streek_record_place_dup_uri (const StreekRecordField *field,
                             const char *text,
                             const char *workspace,
                             GError **error)
{
  g_return_val_if_fail (field != NULL && text != NULL && workspace != NULL, NULL);

  return (field->flags & STREEK_RECORD_BESIDE) != 0 ? dup_file (text, workspace, error)
                                                    : dup_address (text, error);
}

/* "p. 12–14" → 12; 0: no number, or none that a page has: "3.4" is a part of a document. */
static guint64
read_page (const char *page)
{
  char *end = NULL;

  while (page != NULL && *page != '\0' && !g_ascii_isdigit (*page))
    page++;

  guint64 number = page != NULL ? g_ascii_strtoull (page, &end, 10) : 0;

  if (end != NULL && *end == '.' && g_ascii_isdigit (end[1]))
    return 0;

  return number <= MAX_PAGE ? number : 0;
}

static gboolean
is_pdf (const char *uri)
{
  g_autofree char *path = NULL;

  if (!g_uri_split (uri, G_URI_FLAGS_NONE, NULL, NULL, NULL, NULL, &path, NULL, NULL, NULL))
    return FALSE;

  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".pdf");
}

char *
streek_record_place_dup_at_page (const char *uri, const char *page)
{
  g_return_val_if_fail (uri != NULL, NULL);

  guint64 number = read_page (page);

  return number > 0 && strchr (uri, '#') == NULL && is_pdf (uri)
           ? g_strdup_printf ("%s#page=%" G_GUINT64_FORMAT, uri, number)
           : g_strdup (uri);
}

char *
streek_record_place_dup_relative (const char *path, const char *workspace, GError **error)
{
  g_return_val_if_fail (path != NULL && workspace != NULL, NULL);

  g_autofree char *folder = dup_real_folder (workspace);
  g_autofree char *real = dup_real (path);
  const char *below = folder != NULL && real != NULL ? find_below (real, folder) : NULL;

  return below != NULL
           ? g_strdup (below)
           : refuse (error, STREEK_RECORD_ERROR_INVALID,
                     _ ("Put the file in the folder of the workspace first, so that it goes along "
                        "where that is copied."));
}

/* The check */

static void
look_at_field (StreekRuleRun *run,
               StreekRecords *records,
               const StreekRecordKind *kind,
               guint field,
               const char *workspace)
{
  guint n;
  const StreekRecord *const *all = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    {
      const char *text = streek_record_get_text (all[i], field);
      g_autofree char *uri =
        text != NULL ? streek_record_place_dup_uri (&kind->fields[field], text, workspace, NULL)
                     : NULL;

      if (text == NULL || uri != NULL)
        continue;

      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (all[i]));
      g_autofree char *place = g_strconcat (kind->id, ":", key, NULL);
      g_autofree char *title = streek_record_dup_title (all[i], records);
      /* Translators: %1$s is a document, %2$s the path of a file. */
      g_autofree char *message =
        g_strdup_printf (_ ("“%1$s” names the file “%2$s”, which is not there."), title, text);

      streek_rule_run_report (run, key, place, message, NULL);
    }
}

static gboolean
look_for_missing_files (StreekRuleRun *run, GError **error)
{
  StreekRecords *records = streek_record_look_ensure_records (run, error);
  const char *workspace =
    sqlite3_db_filename (streek_db_get_handle (streek_rule_run_get_db (run)), "main");
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  if (records == NULL)
    return FALSE;

  for (guint i = 0; workspace != NULL && *workspace != '\0' && i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];

      for (guint field = 0; field < kind->n_fields; field++)
        if ((kind->fields[field].flags & STREEK_RECORD_BESIDE) != 0)
          look_at_field (run, records, kind, field, workspace);
    }

  return TRUE;
}

static const StreekRule rules[] = {
  { "record/file-missing", STREEK_SEVERITY_WARNING, N_ ("A file is not beside the workspace"),
    N_ ("Put it back in the folder of the workspace, choose another one, or keep it in the "
        "workspace itself."),
    look_for_missing_files },
};

void
streek_record_place_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
