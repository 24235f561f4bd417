/* streek-source-archive.c: a zip or gz to take in: a spreadsheet, or files that hold tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-archive.h"
#include "exchange/streek-ods.h"
#include "exchange/streek-source-private.h"
#include "exchange/streek-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Files in a zip that are unpacked to look at; more than these a person should choose from first.
 */
#define MAX_LOOKED_AT 64
#define SMALL_PART_SIZE (64 * 1024)

static gboolean
has_member (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (names->pdata[i], name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_ending (const GPtrArray *names, const char *ending)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *lower = g_ascii_strdown (names->pdata[i], -1);

      if (g_str_has_suffix (lower, ending))
        return TRUE;
    }

  return FALSE;
}

/* Whether @word stands in the first 64 KB of a member. */
static gboolean
member_says (const StreekInput *input, const char *member, const char *word)
{
  g_autoptr (StreekArchive) archive = streek_archive_open (input, STREEK_ARCHIVE_ZIP, NULL);
  g_autofree char *text = g_malloc (SMALL_PART_SIZE);
  gssize n_read;
  gsize length = 0;

  if (archive == NULL || !streek_archive_find (archive, member, NULL))
    return FALSE;

  while (length < SMALL_PART_SIZE &&
         (n_read = streek_archive_read (archive, text + length, SMALL_PART_SIZE - length, NULL)) >
           0)
    length += (gsize) n_read;

  return memmem (text, length, word, strlen (word)) != NULL;
}

/* Says in words what is a zip by its nature but no table. */
static gboolean
check_documents (const StreekInput *input, const GPtrArray *names, GError **error)
{
  const char *words = NULL;

  if (has_member (names, "xl/workbook.bin"))
    words = _ ("This is a binary spreadsheet (XLSB). Open it and save it as XLSX.");
  else if (has_member (names, "word/document.xml") || has_member (names, "ppt/presentation.xml") ||
           (has_member (names, "content.xml") && has_member (names, "mimetype") &&
            !member_says (input, "mimetype", "opendocument.spreadsheet")))
    words = _ ("This is a text document or a presentation. Save the table in it as CSV or XLSX.");
  else if (member_says (input, "META-INF/manifest.xml", "encryption-data"))
    words = _ ("This spreadsheet is protected with a password. Save it without one.");
  else if (has_ending (names, ".shp"))
    return streek_source_refuse_areas (_ ("a shapefile"), error);

  if (words != NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT, words);
  return words == NULL;
}

/**
 * streek_source_zip_holds_areas:
 * @input: what begins as a zip does
 *
 * Returns: whether the names in it are those of a shapefile
 */
gboolean
streek_source_zip_holds_areas (const StreekInput *input)
{
  g_autoptr (GPtrArray) names = streek_archive_list (input, NULL);
  g_autoptr (GError) error = NULL;

  return names != NULL && !check_documents (input, names, &error) &&
         g_error_matches (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_AREAS);
}

/* What computers leave in archives for themselves. */
static gboolean
is_litter (const char *name, const char *base)
{
  return *base == '.' || g_str_has_prefix (name, "__MACOSX/") ||
         g_ascii_strcasecmp (base, "Thumbs.db") == 0;
}

static void
add_member (StreekSource *source, StreekSource *member)
{
  guint n_sheets = streek_source_get_n_sheets (member);

  for (guint i = 0; i < n_sheets; i++)
    {
      const char *sheet = streek_source_get_sheet_name (member, i);
      g_autofree char *name = n_sheets == 1
                                ? g_strdup (streek_source_get_name (member))
                                : g_strconcat (streek_source_get_name (member), " / ", sheet, NULL);

      streek_source_add_sheet (source, name, streek_source_is_sheet_hidden (member, i));
      g_ptr_array_add (source->members, streek_source_ref (member));
      g_array_append_val (source->member_sheets, i);
    }
}

/* Opens every member that holds a table; those that do not are left out, unless none does. */
static GPtrArray *
open_members (const StreekInput *input,
              const StreekSourceOptions *options,
              guint *n_left_out,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (StreekArchive) archive = streek_archive_open (input, STREEK_ARCHIVE_ZIP, error);
  g_autoptr (GPtrArray) members =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_source_unref);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GError) first_error = NULL;
  const char *name;

  while (archive != NULL && streek_archive_next (archive, &name, &own_error))
    {
      g_autofree char *base = g_path_get_basename (name);

      if (is_litter (name, base))
        continue;

      StreekInput *unpacked = streek_archive_unpack (archive, cancellable, error);

      if (unpacked == NULL)
        return NULL;

      g_autoptr (GError) member_error = NULL;
      StreekSource *member = streek_source_recognise (streek_source_new (base, unpacked), options,
                                                      TRUE, cancellable, &member_error);

      if (member != NULL)
        g_ptr_array_add (members, member);
      else
        ++*n_left_out;

      if (member == NULL && first_error == NULL)
        {
          first_error = g_steal_pointer (&member_error);
          g_prefix_error (&first_error, "%s: ", base);
        }

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  if (archive == NULL)
    return NULL;

  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else if (members->len > 0)
    return g_steal_pointer (&members);
  else if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  else
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                         _ ("There are no files in the archive."));
  return NULL;
}

static void
say_left_out (StreekSource *source, guint n_left_out)
{
  if (n_left_out == 0)
    return;

  g_autofree char *before = source->remark;
  g_autofree char *said = g_strdup_printf (
    ngettext ("%u other file in the archive is no table, and was left out.",
              "%u other files in the archive are no tables, and were left out.", n_left_out),
    n_left_out);

  source->remark = before != NULL ? g_strconcat (before, " ", said, NULL) : g_strdup (said);
}

/* A zip with several tables has a sheet for each; with one it is that one. */
static StreekSource *
gather_members (StreekSource *source, GPtrArray *members, guint n_left_out)
{
  StreekSource *first = members->pdata[0];

  if (members->len == 1)
    {
      streek_source_unref (source);
      say_left_out (first, n_left_out);
      return streek_source_ref (first);
    }

  source->format = first->format;
  source->encoding = g_strdup (first->encoding);
  source->separator = first->separator;
  source->members = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_source_unref);
  source->member_sheets = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < members->len; i++)
    add_member (source, members->pdata[i]);
  say_left_out (source, n_left_out);

  return source;
}

/**
 * streek_source_recognise_zip:
 * @source: (transfer full): bytes that begin as a zip does
 * @options: (nullable): what a person says against what would be recognised
 * @is_member: whether it was itself in an archive; then only a spreadsheet is taken
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Returns: (transfer full): @source as a spreadsheet, or as the tables in it, or the only one of
 * them
 */
StreekSource *
streek_source_recognise_zip (StreekSource *source,
                             const StreekSourceOptions *options,
                             gboolean is_member,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (StreekSource) owned = source;
  g_autoptr (GPtrArray) names = streek_archive_list (source->input, error);

  if (names == NULL || !check_documents (source->input, names, error))
    return NULL;

  if (has_member (names, "xl/workbook.xml"))
    return streek_xlsx_recognise (source, cancellable, error) ? g_steal_pointer (&owned) : NULL;
  if (has_member (names, "content.xml") && has_member (names, "mimetype"))
    return streek_ods_recognise (source, cancellable, error) ? g_steal_pointer (&owned) : NULL;

  if (is_member || names->len > MAX_LOOKED_AT)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR,
                           is_member ? STREEK_SOURCE_ERROR_FORMAT : STREEK_SOURCE_ERROR_TOO_LARGE,
                           is_member
                             ? _ ("There is an archive in the archive. Unpack it first.")
                             : _ ("There are too many files in the archive. Unpack it first."));
      return NULL;
    }

  guint n_left_out = 0;
  g_autoptr (GPtrArray) members =
    open_members (source->input, options, &n_left_out, cancellable, error);

  return members != NULL ? gather_members (g_steal_pointer (&owned), members, n_left_out) : NULL;
}

/**
 * streek_source_recognise_gz:
 *
 * As streek_source_recognise_zip(), for what holds one file without a name of its own.
 */
StreekSource *
streek_source_recognise_gz (StreekSource *source,
                            const StreekSourceOptions *options,
                            gboolean is_member,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (StreekSource) owned = source;
  g_autoptr (StreekArchive) archive = streek_archive_open (source->input, STREEK_ARCHIVE_GZ, error);
  const char *ignored;

  if (is_member && archive != NULL)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT,
                           _ ("There is an archive in the archive. Unpack it first."));
      return NULL;
    }

  if (archive == NULL)
    return NULL;

  g_autoptr (GError) own_error = NULL;

  if (!streek_archive_next (archive, &ignored, &own_error))
    {
      if (own_error != NULL)
        g_propagate_error (error, g_steal_pointer (&own_error));
      else
        g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                             _ ("There are no files in the archive."));
      return NULL;
    }

  StreekInput *unpacked = streek_archive_unpack (archive, cancellable, error);
  g_autofree char *name = g_strdup (source->name);

  if (unpacked == NULL)
    return NULL;

  if (strlen (name) > 3 && g_ascii_strcasecmp (name + strlen (name) - 3, ".gz") == 0)
    name[strlen (name) - 3] = '\0';

  return streek_source_recognise (streek_source_new (name, unpacked), options, TRUE, cancellable,
                                  error);
}
