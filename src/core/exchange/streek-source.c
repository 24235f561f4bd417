/* streek-source.c: opens a file to take in, by what it holds and not by what it is called */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-source.h"
#include "exchange/streek-bestat.h"
#include "exchange/streek-delimited.h"
#include "exchange/streek-xls.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_SIZE 4096

G_DEFINE_QUARK (streek_source_error, streek_source_error)

/* What is certainly no table, and what to do with it instead. */
static const struct
{
  const char *magic;
  guint length;
  const char *words;
} refused[] = {
  { "%PDF-", 5, N_ ("This is a PDF. Ask its maker for the table it was made from.") },
  { "SQLite format 3", 16, N_ ("This is a database. Save the table in it as CSV or XLSX.") },
  { "PROJCS[", 7, N_ ("This is a part of a shapefile. Choose the .shp, or a zip with all parts.") },
  { "GEOGCS[", 7, N_ ("This is a part of a shapefile. Choose the .shp, or a zip with all parts.") },
  { "\x89PNG", 4, N_ ("This is a picture, not a table.") },
  { "\xff\xd8\xff", 3, N_ ("This is a picture, not a table.") },
  { "GIF8", 4, N_ ("This is a picture, not a table.") },
  { "7z\xbc\xaf\x27\x1c", 6, N_ ("This archive cannot be read. Unpack it first.") },
  { "Rar!\x1a\x07", 6, N_ ("This archive cannot be read. Unpack it first.") },
  { "BZh", 3, N_ ("This archive cannot be read. Unpack it first.") },
  { "\xfd"
    "7zXZ",
    5, N_ ("This archive cannot be read. Unpack it first.") },
  { "\x28\xb5\x2f\xfd", 4, N_ ("This archive cannot be read. Unpack it first.") },
  { "PAR1", 4, N_ ("This is a Parquet file, which cannot be read. Save it as CSV or XLSX.") },
  { "{\\rtf", 5, N_ ("This is a text document. Save the table in it as CSV or XLSX.") },
};

static gboolean
set_format_error (GError **error, const char *words)
{
  g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_FORMAT, words);
  return FALSE;
}

/* Text that begins with markup: a page, or a table wrapped in it. */
static gboolean
check_markup (const char *head, GError **error)
{
  if (*head != '<')
    return TRUE;

  g_autofree char *lower = g_ascii_strdown (head, -1);

  if (strstr (lower, "<html") != NULL || strstr (lower, "<!doctype html") != NULL ||
      strstr (lower, "<table") != NULL || strstr (lower, "<head") != NULL)
    return set_format_error (
      error, _ ("This is a web page, whatever its name says. Open it in a spreadsheet and save it "
                "as XLSX, or download the table itself."));
  if (strstr (lower, "<kml") != NULL)
    return set_format_error (
      error,
      _ ("This is KML: outlines on a map, no figures. Save it as GeoJSON or GeoPackage; then "
         "“Import Own Areas” takes it in."));
  if (strstr (lower, "urn:schemas-microsoft-com:office:spreadsheet") != NULL)
    return set_format_error (
      error, _ ("This is a spreadsheet in the XML of Excel 2003. Open it and save it as XLSX."));

  return set_format_error (error,
                           _ ("This is XML, not a table. Look for the same data as CSV or XLSX."));
}

/**
 * streek_source_refuse_areas:
 * @what: what it is, inside a sentence: "a GeoPackage"
 *
 * Returns: %FALSE, with %STREEK_SOURCE_ERROR_AREAS that says which door is theirs
 */
gboolean
streek_source_refuse_areas (const char *what, GError **error)
{
  g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_AREAS,
               /* Translators: %s is "GeoJSON", "a GeoPackage" … */
               _ ("This is %s: outlines of areas, no figures. “Import Own Areas” takes it in."),
               what);
  return FALSE;
}

/* Where a GeoPackage says that it is one (OGC 12-128r18, requirement 2). */
#define APPLICATION_ID_OFFSET 68

static gboolean
says (const char *head, gsize length, gsize offset, const char *magic)
{
  gsize n = strlen (magic);

  return length >= offset + n && memcmp (head + offset, magic, n) == 0;
}

/* What other doors are for: files of a map, and files of this program. */
static gboolean
check_doors (const char *head, gsize length, const char *text, GError **error)
{
  gboolean is_database = says (head, length, 0, "SQLite format 3");

  if (is_database && says (head, length, APPLICATION_ID_OFFSET, "STRE"))
    return set_format_error (
      error, _ ("This is a file of Streekatlas itself. “Open” in the menu opens it."));
  if (is_database && (says (head, length, APPLICATION_ID_OFFSET, "GPKG") ||
                      says (head, length, APPLICATION_ID_OFFSET, "GP10") ||
                      says (head, length, APPLICATION_ID_OFFSET, "GP11")))
    return streek_source_refuse_areas (_ ("a GeoPackage"), error);
  if (length >= 4 && memcmp (head, "\0\0\x27\x0a", 4) == 0)
    return streek_source_refuse_areas (_ ("a shapefile"), error);
  if (*text == '{' && strstr (text, "\"FeatureCollection\"") != NULL)
    return streek_source_refuse_areas ("GeoJSON", error);
  if (*text == '{' && strstr (text, "\"Topology\"") != NULL)
    return streek_source_refuse_areas ("TopoJSON", error);

  return TRUE;
}

/* Says in words what is none of the formats. */
static gboolean
check_magic (const char *head, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (length >= refused[i].length && memcmp (head, refused[i].magic, refused[i].length) == 0)
      return set_format_error (error, _ (refused[i].words));

  return TRUE;
}

/* The text of a head, after a mark of UTF-8 and blanks. */
static const char *
skip_to_text (const char *head)
{
  if (g_str_has_prefix (head, "\xef\xbb\xbf"))
    head += 3;
  while (g_ascii_isspace (*head))
    head++;

  return head;
}

/**
 * streek_source_new:
 * @name: of the file
 * @input: (transfer full): its bytes
 *
 * Returns: (transfer full): a source of which nothing is known yet
 */
StreekSource *
streek_source_new (const char *name, StreekInput *input)
{
  StreekSource *source = g_new0 (StreekSource, 1);

  g_atomic_ref_count_init (&source->n_references);
  source->name = g_strdup (name);
  source->input = input;
  source->sheets = g_ptr_array_new_with_free_func (g_free);
  source->hidden_sheets = g_array_new (FALSE, FALSE, sizeof (gboolean));

  return source;
}

void
streek_source_add_sheet (StreekSource *source, const char *name, gboolean is_hidden)
{
  g_ptr_array_add (source->sheets, g_strdup (name));
  g_array_append_val (source->hidden_sheets, is_hidden);
}

static StreekSourceReader *
begin_delimited (StreekSource *source, guint sheet, GCancellable *cancellable, GError **error)
{
  return streek_delimited_reader_new (source, source->separator, error);
}

/* What the endings of names promise. */
static const struct
{
  const char *ending;
  StreekSourceFormat format;
} endings[] = {
  { ".csv", STREEK_SOURCE_DELIMITED }, { ".tsv", STREEK_SOURCE_DELIMITED },
  { ".txt", STREEK_SOURCE_DELIMITED }, { ".json", STREEK_SOURCE_BESTAT },
  { ".xlsx", STREEK_SOURCE_XLSX },     { ".xlsm", STREEK_SOURCE_XLSX },
  { ".ods", STREEK_SOURCE_ODS },       { ".xls", STREEK_SOURCE_XLS },
};

static const char *
describe_format (StreekSourceFormat format)
{
  switch (format)
    {
    case STREEK_SOURCE_DELIMITED:
      return _ ("delimited text");
    case STREEK_SOURCE_BESTAT:
      return _ ("JSON of be.STAT");
    case STREEK_SOURCE_XLSX:
      return _ ("a spreadsheet of Excel (XLSX)");
    case STREEK_SOURCE_ODS:
      return _ ("a spreadsheet in OpenDocument (ODS)");
    case STREEK_SOURCE_XLS:
    default:
      return _ ("an old spreadsheet of Excel (XLS)");
    }
}

/* The content decides; where the name promises something else, the person is told. */
static void
compare_with_name (StreekSource *source)
{
  g_autofree char *lower = g_ascii_strdown (source->name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending) && endings[i].format != source->format)
      /* Translators: %1$s is the ending of a name, such as .xls; %2$s is "delimited text", "JSON of
       * be.STAT", or a kind of spreadsheet. */
      source->remark =
        g_strdup_printf (_ ("The name ends in %1$s, but this is %2$s, and was read as that."),
                         endings[i].ending, describe_format (source->format));
}

static gboolean
recognise_text (StreekSource *source,
                const char *text,
                const StreekSourceOptions *options,
                GCancellable *cancellable,
                GError **error)
{
  if (streek_bestat_looks_like_json (text))
    return streek_bestat_recognise (source, error);

  if (!check_markup (text, error) ||
      !streek_delimited_recognise (source, options, cancellable, error))
    return FALSE;

  source->begin = begin_delimited;
  streek_source_add_sheet (source, source->name, FALSE);
  return TRUE;
}

/**
 * streek_source_recognise:
 * @source: (transfer full): bytes and a name
 * @options: (nullable): what a person says against what would be recognised
 * @is_member: whether it was in an archive
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Returns: (transfer full): @source, or what it holds
 */
StreekSource *
streek_source_recognise (StreekSource *source,
                         const StreekSourceOptions *options,
                         gboolean is_member,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (StreekSource) owned = source;
  char head[HEAD_SIZE + 1];
  gssize length = streek_input_read (source->input, 0, head, HEAD_SIZE, error);

  if (length < 0)
    return NULL;

  if (length == 0)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                           _ ("The file is empty."));
      return NULL;
    }

  head[length] = '\0';
  if (!check_doors (head, (gsize) length, skip_to_text (head), error) ||
      !check_magic (head, (gsize) length, error))
    return NULL;

  if (g_str_has_prefix (head, "PK\003\004"))
    owned = streek_source_recognise_zip (g_steal_pointer (&owned), options, is_member, cancellable,
                                         error);
  else if (g_str_has_prefix (head, "\x1f\x8b"))
    owned =
      streek_source_recognise_gz (g_steal_pointer (&owned), options, is_member, cancellable, error);
  else if (streek_xls_looks_like_one (head, (gsize) length))
    {
      if (!streek_xls_recognise (source, cancellable, error))
        return NULL;
    }
  else if (!recognise_text (source, skip_to_text (head), options, cancellable, error))
    return NULL;

  if (owned != NULL && owned->members == NULL && owned->remark == NULL)
    compare_with_name (owned);
  return g_steal_pointer (&owned);
}

/**
 * streek_source_holds_areas:
 * @path: a file
 *
 * Looks at its head alone, or at the names in a zip: so that outlines come to their own door
 * without knocking at that of figures first.
 *
 * Returns: whether it is a GeoPackage, a shapefile, GeoJSON or TopoJSON; %FALSE also for what
 * cannot be read
 */
gboolean
streek_source_holds_areas (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  g_autoptr (StreekInput) input = streek_input_open (path, NULL);
  g_autoptr (GError) error = NULL;
  char head[HEAD_SIZE + 1];
  gssize length = input != NULL ? streek_input_read (input, 0, head, HEAD_SIZE, NULL) : -1;

  if (length <= 0)
    return FALSE;

  head[length] = '\0';
  if (g_str_has_prefix (head, "PK\003\004"))
    return streek_source_zip_holds_areas (input);

  return !check_doors (head, (gsize) length, skip_to_text (head), &error) &&
         g_error_matches (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_AREAS);
}

/**
 * streek_source_open:
 * @path: a file
 * @options: (nullable): what a person says against what would be recognised
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Recognises a file by its content. Reads all of it when it is text, so it belongs in a thread.
 *
 * Returns: (transfer full): the file, or %NULL with a sentence that says what it is instead
 */
StreekSource *
streek_source_open (const char *path,
                    const StreekSourceOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  StreekInput *input = streek_input_open (path, error);

  if (input == NULL)
    return NULL;

  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  return streek_source_recognise (streek_source_new (shown, input), options, FALSE, cancellable,
                                  error);
}

/**
 * streek_source_open_bytes:
 * @bytes: the content of a file
 * @name: what it is called
 * @options: (nullable): what a person says against what would be recognised
 * @error: return location for a #StreekSourceError
 *
 * As streek_source_open(), for what is not on the disk: the clipboard, tests.
 *
 * Returns: (transfer full): the source, or %NULL
 */
StreekSource *
streek_source_open_bytes (GBytes *bytes,
                          const char *name,
                          const StreekSourceOptions *options,
                          GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  StreekSource *source = streek_source_new (name, streek_input_new_from_bytes (bytes));

  return streek_source_recognise (source, options, FALSE, NULL, error);
}

StreekSource *
streek_source_ref (StreekSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  g_atomic_ref_count_inc (&source->n_references);
  return source;
}

void
streek_source_unref (StreekSource *source)
{
  g_return_if_fail (source != NULL);

  if (!g_atomic_ref_count_dec (&source->n_references))
    return;

  g_free (source->name);
  g_free (source->encoding);
  g_free (source->remark);
  streek_input_free (source->input);
  g_ptr_array_unref (source->sheets);
  g_array_unref (source->hidden_sheets);
  g_clear_pointer (&source->members, g_ptr_array_unref);
  g_clear_pointer (&source->member_sheets, g_array_unref);
  if (source->free_data != NULL)
    source->free_data (source->data);
  g_free (source);
}

/* The name of the file, or of the only table in an archive, without its folder. */
const char *
streek_source_get_name (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->name;
}

StreekSourceFormat
streek_source_get_format (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, STREEK_SOURCE_DELIMITED);

  return source->format;
}

/* Returns: (nullable): a name that iconv knows, %NULL where the format decides */
const char *
streek_source_get_encoding (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->encoding;
}

/* Returns: the byte between two cells; 0 where each line is one cell, and for other formats */
char
streek_source_get_separator (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, 0);

  return source->separator;
}

guint64
streek_source_get_size (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, 0);

  return source->input->size;
}

/* Returns: (nullable): a sentence for the person, where the name of the file says something else
 *   than its content, or files in an archive were left out */
const char *
streek_source_get_remark (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->remark;
}

guint
streek_source_get_n_sheets (const StreekSource *source)
{
  g_return_val_if_fail (source != NULL, 0);

  return source->sheets->len;
}

const char *
streek_source_get_sheet_name (const StreekSource *source, guint sheet)
{
  g_return_val_if_fail (source != NULL && sheet < source->sheets->len, NULL);

  return source->sheets->pdata[sheet];
}

/* Whether the maker of a spreadsheet hid the sheet from those who look at it. */
gboolean
streek_source_is_sheet_hidden (const StreekSource *source, guint sheet)
{
  g_return_val_if_fail (source != NULL && sheet < source->sheets->len, FALSE);

  return g_array_index (source->hidden_sheets, gboolean, sheet);
}

/**
 * streek_source_reader_new:
 * @source: an opened file
 * @sheet: one of its sheets
 * @cancellable: (nullable): a #GCancellable, looked at now and then while reading
 * @error: return location for a #StreekSourceError
 *
 * Begins at the first record. A reader belongs to one thread; several may read one source.
 *
 * Returns: (transfer full): the reader, which keeps the source, or %NULL
 */
StreekSourceReader *
streek_source_reader_new (StreekSource *source,
                          guint sheet,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (source != NULL && sheet < source->sheets->len, NULL);

  if (source->members != NULL)
    return streek_source_reader_new (source->members->pdata[sheet],
                                     g_array_index (source->member_sheets, guint, sheet),
                                     cancellable, error);

  StreekSourceReader *reader = source->begin (source, sheet, cancellable, error);

  if (reader == NULL)
    return NULL;

  reader->source = streek_source_ref (source);
  reader->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;

  return reader;
}

void
streek_source_reader_free (StreekSourceReader *reader)
{
  g_return_if_fail (reader != NULL);

  reader->klass->free (reader);
  g_clear_object (&reader->cancellable);
  streek_source_unref (reader->source);
  g_free (reader);
}

/**
 * streek_source_reader_next:
 * @record: (out): the next record, lent until the next call
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Returns: %FALSE at the end, or with @error set; after either there is nothing more
 */
gboolean
streek_source_reader_next (StreekSourceReader *reader, StreekSourceRecord *record, GError **error)
{
  g_return_val_if_fail (reader != NULL && record != NULL, FALSE);

  if (reader->is_finished)
    return FALSE;

  reader->is_finished = !reader->klass->next (reader, record, error);
  return !reader->is_finished;
}

/* How far through the file, from 0 to 1. */
double
streek_source_reader_get_progress (const StreekSourceReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return reader->klass->get_progress (reader);
}
