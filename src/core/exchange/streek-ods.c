/* streek-ods.c: spreadsheets in OpenDocument, as LibreOffice writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-ods.h"
#include "exchange/streek-sheet-rows.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTENT "content.xml"
#define MAX_SHEETS 1024
/* Cells with copies of them that a piece of the file holds; empty rows may be as many as they like.
 */
#define MAX_FIELDS_AT_ONCE (4 * 1024 * 1024)

typedef struct
{
  StreekSource *source;
  char *style; /* being defined */
  GHashTable *hidden_styles;
  guint depth; /* of tables: one may lie within a cell */
} ListParser;

typedef struct
{
  StreekSheetRows rows;
  guint sheet;
  guint n_sheets; /* begun so far */
  guint depth;    /* of tables */

  guint64 row; /* number of the row at hand */
  guint row_copies;
  guint n_empty_before; /* cells that count only when one with something follows */

  gboolean is_in_cell;
  guint cell_copies;
  guint cell_flags;
  gboolean has_formula;
  char *typed; /* (nullable): the number or date in the attributes */
  GString *text;
  guint n_paragraphs;
  guint n_paragraphs_open;
  guint n_notes; /* within a remark on the cell, which is none of its text */
} SheetReader;

static gboolean
is_here (const SheetReader *self)
{
  return self->depth == 1 && self->n_sheets == self->sheet + 1;
}

static void
begin_row (SheetReader *self, const char **names, const char **values)
{
  self->row_copies = streek_sheet_xml_find_number (names, values, "number-rows-repeated", 1);
  self->n_empty_before = 0;
  streek_kept_begin_record (self->rows.kept, self->row + 1);
}

/* Adds the other copies of the row that ends; empty ones only count. */
static void
end_row (SheetReader *self)
{
  StreekKept *kept = self->rows.kept;
  guint index = kept->records->len - 1;
  gsize first = g_array_index (kept->records, StreekKeptRecord, index).first_field;
  guint n_fields = kept->fields->len - (guint) first;
  guint copies = MAX (self->row_copies, 1);

  if (n_fields == 0)
    copies = 1;
  if (self->row + self->row_copies > STREEK_SHEET_MAX_ROWS * 2 ||
      kept->fields->len + (guint64) n_fields * (copies - 1) > MAX_FIELDS_AT_ONCE)
    {
      self->rows.trouble = _ ("This sheet has more rows than a spreadsheet can have.");
      return;
    }

  self->rows.n_whole++;
  for (guint i = 1; i < copies; i++)
    {
      streek_kept_begin_record (kept, self->row + i + 1);
      for (guint f = 0; f < n_fields; f++)
        {
          StreekKeptField field = g_array_index (kept->fields, StreekKeptField, first + f);

          g_array_append_val (kept->fields, field);
        }
      self->rows.n_whole++;
    }

  self->row += MAX (self->row_copies, 1);
}

static void
begin_cell (SheetReader *self, const char *name, const char **names, const char **values)
{
  const char *type = streek_sheet_xml_find (names, values, "value-type");
  const char *number = streek_sheet_xml_find (names, values, "value");
  const char *date = streek_sheet_xml_find (names, values, "date-value");
  const char *text = streek_sheet_xml_find (names, values, "string-value");

  self->is_in_cell = TRUE;
  self->cell_copies = streek_sheet_xml_find_number (names, values, "number-columns-repeated", 1);
  self->cell_flags = STREEK_FIELD_NONE;
  self->has_formula = streek_sheet_xml_find (names, values, "formula") != NULL && type == NULL;
  self->n_paragraphs = 0;
  self->n_paragraphs_open = 0;
  g_clear_pointer (&self->typed, g_free);
  g_string_truncate (self->text, 0);

  if (strcmp (name, "covered-table-cell") == 0 ||
      streek_sheet_xml_find_number (names, values, "number-columns-spanned", 1) > 1 ||
      streek_sheet_xml_find_number (names, values, "number-rows-spanned", 1) > 1)
    self->cell_flags |= STREEK_FIELD_MERGED;

  double value;

  if (number != NULL && streek_number_parse (number, &value))
    {
      self->typed = g_strcmp0 (type, "percentage") == 0 ? streek_sheet_dup_percentage (value)
                                                        : streek_number_to_string (value);
      self->cell_flags |= STREEK_FIELD_NUMBER;
    }
  else if (date != NULL)
    {
      self->typed = g_strdup (date);
      self->cell_flags |= STREEK_FIELD_DATE;
    }
  else if (text != NULL)
    self->typed = g_strdup (text);
}

static void
end_cell (SheetReader *self)
{
  StreekKept *kept = self->rows.kept;
  const char *text = self->typed != NULL ? self->typed : self->text->str;
  gsize length = strlen (text);
  guint copies = MAX (self->cell_copies, 1);
  gsize first = g_array_index (kept->records, StreekKeptRecord, kept->records->len - 1).first_field;

  self->is_in_cell = FALSE;
  if (length == 0 && self->has_formula)
    self->cell_flags |= STREEK_FIELD_NO_CACHED;

  /* the last cell of a row is often one that is empty a thousand times */
  if (length == 0 && self->cell_flags == 0)
    {
      self->n_empty_before += MIN (copies, STREEK_SHEET_MAX_COLUMNS);
      return;
    }

  if (kept->fields->len - first + self->n_empty_before + (guint64) copies >
      STREEK_SHEET_MAX_COLUMNS)
    {
      self->rows.trouble = _ ("This sheet has more columns than a spreadsheet can have.");
      return;
    }

  for (; self->n_empty_before > 0; self->n_empty_before--)
    streek_kept_add_field (kept, "", 0, STREEK_FIELD_NONE);
  for (guint i = 0; i < copies; i++)
    streek_kept_add_field (kept, text, length, self->cell_flags);
}

/* What stands in a cell besides letters. */
static void
start_in_cell (SheetReader *self, const char *name, const char **names, const char **values)
{
  if (strcmp (name, "annotation") == 0)
    self->n_notes++;
  if (self->n_notes > 0)
    return;

  if (strcmp (name, "p") == 0)
    {
      if (self->n_paragraphs++ > 0)
        g_string_append_c (self->text, '\n');
      self->n_paragraphs_open++;
    }
  else if (strcmp (name, "s") == 0)
    for (guint n = MIN (streek_sheet_xml_find_number (names, values, "c", 1), 1024); n > 0; n--)
      g_string_append_c (self->text, ' ');
  else if (strcmp (name, "tab") == 0)
    g_string_append_c (self->text, '\t');
  else if (strcmp (name, "line-break") == 0)
    g_string_append_c (self->text, '\n');
}

static gboolean
is_cell (const char *name)
{
  return strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0;
}

static void
start_cb (gpointer data, const char *name, const char **names, const char **values)
{
  SheetReader *self = data;

  if (self->rows.trouble != NULL || self->rows.is_at_end)
    return;

  if (strcmp (name, "table") == 0)
    self->n_sheets += self->depth++ == 0;
  else if (!is_here (self))
    return;
  else if (self->is_in_cell)
    start_in_cell (self, name, names, values);
  else if (strcmp (name, "table-row") == 0)
    begin_row (self, names, values);
  else if (is_cell (name) && self->rows.kept->records->len > self->rows.n_whole)
    begin_cell (self, name, names, values);
}

static void
end_cb (gpointer data, const char *name)
{
  SheetReader *self = data;

  if (self->rows.trouble != NULL || self->rows.is_at_end)
    return;

  if (strcmp (name, "table") == 0)
    {
      /* what follows belongs to other sheets */
      self->rows.is_at_end = is_here (self);
      self->depth--;
    }
  else if (!is_here (self))
    return;
  else if (strcmp (name, "annotation") == 0)
    self->n_notes -= self->n_notes > 0;
  else if (strcmp (name, "p") == 0)
    self->n_paragraphs_open -= self->n_paragraphs_open > 0 && self->n_notes == 0;
  else if (is_cell (name) && self->is_in_cell)
    end_cell (self);
  else if (strcmp (name, "table-row") == 0 && self->rows.kept->records->len > self->rows.n_whole)
    end_row (self);
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  SheetReader *self = data;

  if (self->is_in_cell && self->n_paragraphs_open > 0 && self->n_notes == 0 && is_here (self))
    g_string_append_len (self->text, text, (gssize) length);
}

static const StreekSheetXmlFuncs sheet_funcs = { .start = start_cb,
                                                 .end = end_cb,
                                                 .text = text_cb };

static void
sheet_free (StreekSourceReader *reader)
{
  SheetReader *self = (SheetReader *) reader;

  streek_sheet_rows_clear (&self->rows);
  g_string_free (self->text, TRUE);
  g_free (self->typed);
}

static const StreekReaderClass sheet_class = {
  .next = streek_sheet_rows_next,
  .get_progress = streek_sheet_rows_get_progress,
  .free = sheet_free,
};

static StreekSourceReader *
begin_ods (StreekSource *source, guint sheet, GCancellable *cancellable, GError **error)
{
  SheetReader *self = g_new0 (SheetReader, 1);

  self->rows.parent.klass = &sheet_class;
  self->sheet = sheet;
  self->text = g_string_new (NULL);

  if (streek_sheet_rows_begin (&self->rows, source->input, CONTENT, &sheet_funcs, error))
    return &self->rows.parent;

  sheet_free (&self->rows.parent);
  g_free (self);
  return NULL;
}

static void
start_list_cb (gpointer data, const char *name, const char **names, const char **values)
{
  ListParser *self = data;

  if (strcmp (name, "style") == 0)
    {
      g_free (self->style);
      self->style = g_strdup (streek_sheet_xml_find (names, values, "name"));
    }
  else if (strcmp (name, "table-properties") == 0 && self->style != NULL &&
           g_strcmp0 (streek_sheet_xml_find (names, values, "display"), "false") == 0)
    g_hash_table_add (self->hidden_styles, g_strdup (self->style));
  else if (strcmp (name, "table") == 0 && self->depth++ == 0 &&
           self->source->sheets->len < MAX_SHEETS)
    {
      const char *shown = streek_sheet_xml_find (names, values, "name");
      const char *style = streek_sheet_xml_find (names, values, "style-name");

      streek_source_add_sheet (self->source, shown != NULL ? shown : "",
                               style != NULL && g_hash_table_contains (self->hidden_styles, style));
    }
}

static void
end_list_cb (gpointer data, const char *name)
{
  ListParser *self = data;

  if (strcmp (name, "table") == 0)
    self->depth--;
}

static const StreekSheetXmlFuncs list_funcs = { .start = start_list_cb, .end = end_list_cb };

/**
 * streek_ods_recognise:
 * @source: (inout): an archive that holds an OpenDocument spreadsheet
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Parses all of it once, for the names of its sheets stand among their cells.
 *
 * Returns: %FALSE where it is damaged or beyond bounds
 */
gboolean
streek_ods_recognise (StreekSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ListParser parser = { .source = source, .hidden_styles = hidden };
  gboolean is_good =
    streek_sheet_xml_parse (source->input, CONTENT, &list_funcs, &parser, cancellable, error);

  g_free (parser.style);
  if (!is_good)
    return FALSE;

  if (source->sheets->len == 0)
    {
      g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_EMPTY,
                           _ ("There is no sheet with cells in this spreadsheet."));
      return FALSE;
    }

  source->format = STREEK_SOURCE_ODS;
  source->begin = begin_ods;
  return TRUE;
}
