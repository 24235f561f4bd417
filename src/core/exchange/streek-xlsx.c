/* streek-xlsx.c: what all sheets of an XLSX share: their list, texts and date formats */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-xlsx.h"
#include "exchange/streek-sheet-xml.h"
#include "base/streek-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_STRINGS_SIZE (256 * 1024 * 1024)
#define MAX_STRINGS (16 * 1024 * 1024)
#define MAX_STYLES 65536
#define MAX_SHEETS 1024
#define LAST_SERIAL 2958465 /* 31 December 9999 */

typedef struct
{
  StreekSource *source;
  StreekXlsxBook *book;
  GHashTable *targets; /* relation id → part */
  GHashTable *kinds;   /* last word of a relation's type → part */
  GHashTable *custom;  /* number of a format → StreekXlsxStyle + 1 */
  gboolean is_in_cell_styles;
  gboolean is_in_text;
  guint n_phonetic; /* how to pronounce it, in Japan: no part of the text */
  gboolean is_too_large;
} BookParser;

static void
free_book (gpointer data)
{
  StreekXlsxBook *book = data;

  g_ptr_array_unref (book->parts);
  g_string_free (book->strings, TRUE);
  g_array_unref (book->string_ends);
  g_byte_array_unref (book->styles);
  g_free (book);
}

/**
 * streek_xlsx_judge_format:
 * @code: how numbers are shown, as Excel writes it: `0.00`, `dd/mm/yyyy`, `[$-813]mmmm yyyy`
 *
 * A date is a number in Excel, and so is a share; only its format tells. Time that adds up beyond a
 * day (`[h]:mm`) stays a number.
 *
 * Source: ECMA-376, part 1, 18.8.31.
 */
StreekXlsxStyle
streek_xlsx_judge_format (const char *code)
{
  gboolean has_day = FALSE;
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;
  gboolean has_digits = FALSE;

  /* further sections are for negative numbers, zero and text */
  for (; *code != '\0' && *code != ';'; code++)
    switch (g_ascii_tolower (*code))
      {
      case '"':
        code = strchr (code + 1, '"');
        if (code == NULL)
          return STREEK_XLSX_NUMBER;
        break;
      case '[':
        if (strchr ("hms", g_ascii_tolower (code[1])) != NULL)
          return STREEK_XLSX_NUMBER;
        code = strchr (code, ']');
        if (code == NULL)
          return STREEK_XLSX_NUMBER;
        break;
      case '\\':
      case '_':
      case '*':
        if (code[1] != '\0')
          code++;
        break;
      case 'y':
      case 'd':
        has_day = TRUE;
        break;
      case 'm':
        has_month = TRUE;
        break;
      case 'h':
      case 's':
        has_time = TRUE;
        break;
      case '0':
      case '#':
      case '?':
        /* 0.0 after seconds is a fraction of them; else these are digits of a number */
        has_digits |= !has_time;
        break;
      case '%':
        return STREEK_XLSX_PERCENTAGE;
      default:
        break;
      }

  if (has_digits)
    return STREEK_XLSX_NUMBER;
  if (has_time)
    return has_day ? STREEK_XLSX_DATE_TIME : STREEK_XLSX_TIME;
  return has_day || has_month ? STREEK_XLSX_DATE : STREEK_XLSX_NUMBER;
}

/* The formats that are not written in the file. Source: ECMA-376, part 1, 18.8.30. */
static StreekXlsxStyle
judge_builtin_format (guint id)
{
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return STREEK_XLSX_DATE;
  if (id == 22)
    return STREEK_XLSX_DATE_TIME;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47)
    return STREEK_XLSX_TIME;
  return id == 9 || id == 10 ? STREEK_XLSX_PERCENTAGE : STREEK_XLSX_NUMBER;
}

/**
 * streek_xlsx_format_date:
 * @serial: days since the end of 1899, or since the beginning of 1904
 * @style: what of it is shown
 * @is_from_1904: whether the file counts from 1904, as Excel for the Mac did
 *
 * Returns: (transfer full) (nullable): ISO 8601, or %NULL for a number that is no date: below 0, 29
 *   February 1900, which Excel has and the calendar has not, or beyond the year 9999
 */
char *
streek_xlsx_format_date (double serial, StreekXlsxStyle style, gboolean is_from_1904)
{
  if (!(serial >= 0 && serial < LAST_SERIAL + 1.0))
    return NULL;

  double seconds = round (serial * 86400);
  int days = (int) floor (seconds / 86400);
  int rest = (int) (seconds - days * 86400.0);
  g_autofree char *time =
    g_strdup_printf ("%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);

  if (style == STREEK_XLSX_TIME && days == 0)
    return g_steal_pointer (&time);
  if (!is_from_1904 && (days == 0 || days == 60))
    return NULL;

  StreekDate epoch = is_from_1904 ? streek_date_from_ymd (1904, 1, 1)
                     : days < 60  ? streek_date_from_ymd (1899, 12, 31)
                                  : streek_date_from_ymd (1899, 12, 30);
  char *date = streek_date_to_string (epoch + days);

  if (style == STREEK_XLSX_DATE || rest == 0)
    return date;

  char *both = g_strconcat (date, "T", time, NULL);

  g_free (date);
  return both;
}

/* "../x" and the like do not occur in sound files: a target is absolute, or lies under xl. */
static char *
resolve_target (const char *target)
{
  return *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static void
start_relation_cb (gpointer data, const char *name, const char **names, const char **values)
{
  BookParser *self = data;
  const char *id = streek_sheet_xml_find (names, values, "Id");
  const char *target = streek_sheet_xml_find (names, values, "Target");
  const char *type = streek_sheet_xml_find (names, values, "Type");

  if (strcmp (name, "Relationship") != 0 || id == NULL || target == NULL || type == NULL)
    return;

  const char *slash = strrchr (type, '/');
  const char *kind = slash != NULL ? slash + 1 : type;

  g_hash_table_insert (self->kinds, g_strdup (kind), resolve_target (target));
  if (strcmp (kind, "worksheet") == 0)
    g_hash_table_insert (self->targets, g_strdup (id), resolve_target (target));
}

static void
start_workbook_cb (gpointer data, const char *name, const char **names, const char **values)
{
  BookParser *self = data;

  if (strcmp (name, "workbookPr") == 0)
    {
      const char *from_1904 = streek_sheet_xml_find (names, values, "date1904");

      self->book->is_from_1904 =
        g_strcmp0 (from_1904, "1") == 0 || g_strcmp0 (from_1904, "true") == 0;
    }
  else if (strcmp (name, "sheet") == 0 && self->source->sheets->len < MAX_SHEETS)
    {
      const char *shown = streek_sheet_xml_find (names, values, "name");
      const char *id = streek_sheet_xml_find (names, values, "id");
      const char *state = streek_sheet_xml_find (names, values, "state");
      const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;

      /* what is no sheet of cells, such as one with only a chart, has another kind of relation */
      if (shown == NULL || part == NULL)
        return;

      streek_source_add_sheet (self->source, shown,
                               state != NULL && strcmp (state, "visible") != 0);
      g_ptr_array_add (self->book->parts, g_strdup (part));
    }
}

static void
start_styles_cb (gpointer data, const char *name, const char **names, const char **values)
{
  BookParser *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->is_in_cell_styles = TRUE;
  else if (strcmp (name, "numFmt") == 0)
    {
      guint id = streek_sheet_xml_find_number (names, values, "numFmtId", 0);
      const char *code = streek_sheet_xml_find (names, values, "formatCode");

      if (code != NULL)
        g_hash_table_insert (self->custom, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (streek_xlsx_judge_format (code) + 1));
    }
  else if (strcmp (name, "xf") == 0 && self->is_in_cell_styles &&
           self->book->styles->len < MAX_STYLES)
    {
      guint id = streek_sheet_xml_find_number (names, values, "numFmtId", 0);
      guint custom = GPOINTER_TO_UINT (g_hash_table_lookup (self->custom, GUINT_TO_POINTER (id)));
      guint8 style = (guint8) (custom > 0 ? custom - 1 : judge_builtin_format (id));

      g_byte_array_append (self->book->styles, &style, 1);
    }
}

static void
end_styles_cb (gpointer data, const char *name)
{
  BookParser *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->is_in_cell_styles = FALSE;
}

static void
start_strings_cb (gpointer data, const char *name, const char **names, const char **values)
{
  BookParser *self = data;

  if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;
  else if (strcmp (name, "t") == 0)
    self->is_in_text = self->n_phonetic == 0;
}

static void
end_strings_cb (gpointer data, const char *name)
{
  BookParser *self = data;

  if (strcmp (name, "rPh") == 0)
    self->n_phonetic -= self->n_phonetic > 0;
  else if (strcmp (name, "t") == 0)
    self->is_in_text = FALSE;
  else if (strcmp (name, "si") == 0)
    {
      if (self->book->string_ends->len < MAX_STRINGS)
        g_array_append_val (self->book->string_ends, self->book->strings->len);
      else
        self->is_too_large = TRUE;
    }
}

static void
text_strings_cb (gpointer data, const char *text, gsize length)
{
  BookParser *self = data;

  if (!self->is_in_text)
    return;

  if (self->book->strings->len + length <= MAX_STRINGS_SIZE)
    g_string_append_len (self->book->strings, text, (gssize) length);
  else
    self->is_too_large = TRUE;
}

static const StreekSheetXmlFuncs relation_funcs = { .start = start_relation_cb };
static const StreekSheetXmlFuncs workbook_funcs = { .start = start_workbook_cb };
static const StreekSheetXmlFuncs style_funcs = { .start = start_styles_cb, .end = end_styles_cb };
static const StreekSheetXmlFuncs string_funcs = {
  .start = start_strings_cb,
  .end = end_strings_cb,
  .text = text_strings_cb,
};

static gboolean
parse_book (BookParser *self, GCancellable *cancellable, GError **error)
{
  const StreekInput *input = self->source->input;

  if (!streek_sheet_xml_parse (input, "xl/_rels/workbook.xml.rels", &relation_funcs, self,
                               cancellable, error) ||
      !streek_sheet_xml_parse (input, "xl/workbook.xml", &workbook_funcs, self, cancellable, error))
    return FALSE;

  const char *styles = g_hash_table_lookup (self->kinds, "styles");
  const char *strings = g_hash_table_lookup (self->kinds, "sharedStrings");

  /* a file may do without either */
  if ((styles != NULL &&
       !streek_sheet_xml_parse (input, styles, &style_funcs, self, cancellable, error)) ||
      (strings != NULL &&
       !streek_sheet_xml_parse (input, strings, &string_funcs, self, cancellable, error)))
    return FALSE;

  if (self->is_too_large)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_TOO_LARGE,
                         _ ("There is too much text in this spreadsheet."));
  else if (self->source->sheets->len == 0)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                         _ ("There is no sheet with cells in this spreadsheet."));
  return !self->is_too_large && self->source->sheets->len > 0;
}

static StreekSourceReader *
begin_xlsx (StreekSource *source, guint sheet, GCancellable *cancellable, GError **error)
{
  const StreekXlsxBook *book = source->data;

  return streek_xlsx_reader_new (source, book, book->parts->pdata[sheet], cancellable, error);
}

/**
 * streek_xlsx_recognise:
 * @source: (inout): an archive that holds an XLSX
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Ours and not GDAL's, which hands over the cells as text or as what it guesses of a column: it
 * tells neither a number from a text of digits nor which cells are merged, hidden or not yet
 * calculated.
 *
 * Returns: %FALSE where a part of it is missing, damaged or beyond bounds
 */
gboolean
streek_xlsx_recognise (StreekSource *source, GCancellable *cancellable, GError **error)
{
  StreekXlsxBook *book = g_new0 (StreekXlsxBook, 1);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) custom = g_hash_table_new (NULL, NULL);
  BookParser parser = {
    .source = source, .book = book, .targets = targets, .kinds = kinds, .custom = custom
  };

  book->parts = g_ptr_array_new_with_free_func (g_free);
  book->strings = g_string_new (NULL);
  book->string_ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  book->styles = g_byte_array_new ();

  source->format = STREEK_SOURCE_XLSX;
  source->data = book;
  source->free_data = free_book;
  source->begin = begin_xlsx;

  return parse_book (&parser, cancellable, error);
}
