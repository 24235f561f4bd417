/* streek-sheet-xml.c: the XML of a spreadsheet's parts, unpacked and parsed piece by piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-sheet-xml.h"
#include "exchange/streek-archive.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)
/* Formats of spreadsheets use some ten levels. */
#define MAX_DEPTH 64
/* A cell of a spreadsheet has 32 767 letters at most. */
#define MAX_PIECE (1024 * 1024)

struct _StreekSheetXml
{
  StreekArchive *archive;
  GMarkupParseContext *context;
  const StreekSheetXmlFuncs *funcs;
  gpointer data;
  guint depth;
  gsize n_since_call; /* bytes of one tag or one text so far */
  char block[BLOCK_SIZE];
};

static const char *
skip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  StreekSheetXml *xml = data;

  xml->n_since_call = 0;
  if (++xml->depth > MAX_DEPTH)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE,
                         _ ("This spreadsheet is nested too deeply to be sound."));
  else if (xml->funcs->start != NULL)
    xml->funcs->start (xml->data, skip_prefix (name), names, values);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  StreekSheetXml *xml = data;

  xml->n_since_call = 0;
  xml->depth--;
  if (xml->funcs->end != NULL)
    xml->funcs->end (xml->data, skip_prefix (name));
}

static void
text_cb (
  GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  StreekSheetXml *xml = data;

  xml->n_since_call = 0;
  if (xml->funcs->text != NULL)
    xml->funcs->text (xml->data, text, length);
}

static const GMarkupParser parser = {
  .start_element = start_cb,
  .end_element = end_cb,
  .text = text_cb,
};

/**
 * streek_sheet_xml_open:
 * @input: the bytes of the spreadsheet, which must outlive the parser
 * @member: the part wanted
 * @funcs: what is called with its elements
 * @data: for @funcs
 * @error: return location for a #StreekSourceError
 *
 * Returns: (transfer full): a parser that has not yet begun
 */
StreekSheetXml *
streek_sheet_xml_open (const StreekInput *input,
                       const char *member,
                       const StreekSheetXmlFuncs *funcs,
                       gpointer data,
                       GError **error)
{
  g_autoptr (StreekArchive) archive = streek_archive_open (input, STREEK_ARCHIVE_ZIP, error);

  if (archive == NULL || !streek_archive_find (archive, member, error))
    return NULL;

  StreekSheetXml *xml = g_new0 (StreekSheetXml, 1);

  xml->archive = g_steal_pointer (&archive);
  xml->context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, xml, NULL);
  xml->funcs = funcs;
  xml->data = data;

  return xml;
}

void
streek_sheet_xml_free (StreekSheetXml *xml)
{
  g_markup_parse_context_free (xml->context);
  streek_archive_free (xml->archive);
  g_free (xml);
}

static gboolean
take_markup_error (GError *own_error, gboolean is_at_end, GError **error)
{
  if (own_error->domain == STREEK_SOURCE_ERROR)
    {
      g_propagate_error (error, own_error);
      return FALSE;
    }

  if (is_at_end)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_CUT_OFF,
                         _ ("A part of the spreadsheet ends too early: it was cut off."));
  else
    /* Translators: %s is what the reader of XML says. */
    g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                 _ ("A part of the spreadsheet is damaged: %s"), own_error->message);

  g_error_free (own_error);
  return FALSE;
}

/**
 * streek_sheet_xml_step:
 * @is_at_end: (out): whether that was the last piece
 * @error: return location for a #StreekSourceError
 *
 * Unpacks and parses one piece.
 *
 * Returns: %FALSE with @error set
 */
gboolean
streek_sheet_xml_step (StreekSheetXml *xml, gboolean *is_at_end, GError **error)
{
  GError *own_error = NULL;
  gssize n_read = streek_archive_read (xml->archive, xml->block, BLOCK_SIZE, error);

  if (n_read < 0)
    return FALSE;

  *is_at_end = n_read == 0;
  xml->n_since_call += (gsize) n_read;
  if (xml->n_since_call > MAX_PIECE)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE,
                           _ ("A cell of this spreadsheet is too large to be sound."));
      return FALSE;
    }

  if (*is_at_end ? g_markup_parse_context_end_parse (xml->context, &own_error)
                 : g_markup_parse_context_parse (xml->context, xml->block, n_read, &own_error))
    return TRUE;

  return take_markup_error (own_error, *is_at_end, error);
}

/* Parses a part from its first byte to its last; FALSE with an error. */
gboolean
streek_sheet_xml_parse (const StreekInput *input,
                        const char *member,
                        const StreekSheetXmlFuncs *funcs,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (StreekSheetXml) xml = streek_sheet_xml_open (input, member, funcs, data, error);
  gboolean is_at_end = FALSE;

  if (xml == NULL)
    return FALSE;

  while (!is_at_end)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !streek_sheet_xml_step (xml, &is_at_end, error))
      return FALSE;

  return TRUE;
}

double
streek_sheet_xml_get_progress (const StreekSheetXml *xml)
{
  return streek_archive_get_progress (xml->archive);
}

/* The value of an attribute, whatever its prefix, or NULL. */
const char *
streek_sheet_xml_find (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (skip_prefix (names[i]), name) == 0)
      return values[i];

  return NULL;
}

/* The value of an attribute that is a whole number, or @other. */
guint
streek_sheet_xml_find_number (const char **names,
                              const char **values,
                              const char *name,
                              guint other)
{
  const char *value = streek_sheet_xml_find (names, values, name);
  guint64 number;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &number, NULL)
           ? (guint) number
           : other;
}
