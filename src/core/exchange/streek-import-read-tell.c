/* streek-import-read-tell.c: what is said of rows and cells that are not taken as they stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-import-read-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT 60

/* As much of a cell as a sentence can hold. */
static char *
dup_text (const StreekField *field)
{
  return g_utf8_make_valid (field->text, (gssize) MIN (field->length, MAX_TEXT));
}

static void
describe_fault (StreekImportFinding *finding, StreekNumberFault fault, const char *text)
{
  if (finding->message != NULL)
    return;

  switch (fault)
    {
    case STREEK_NUMBER_OTHER_MARKS:
      finding->message = g_strdup_printf (
        /* Translators: %s is a cell of a file, such as "1.234,5". */
        _ ("“%s” is not written with the decimal mark of the rest of its column."), text);
      break;
    case STREEK_NUMBER_ERROR_CELL:
      finding->message = g_strdup_printf (
        /* Translators: %s is a cell of a file, such as "#N/A". */
        _ ("“%s” is an error of the spreadsheet, not a figure."), text);
      break;
    case STREEK_NUMBER_DATE:
      finding->message = g_strdup_printf (
        /* Translators: %s is a date. */
        _ ("“%s” is a date; perhaps the spreadsheet made it of a number."), text);
      break;
    case STREEK_NUMBER_NOT_FINITE:
      finding->message = g_strdup_printf (_ ("“%s” is beyond what a figure can be."), text);
      break;
    default:
      finding->message = g_strdup_printf (
        /* Translators: %s is a cell of a file. */
        _ ("“%s” is not a number."), text);
      break;
    }
}

void
streek_import_road_tell_bad_cell (StreekImportRoad *road,
                                  const StreekValueColumn *value,
                                  const StreekField *field,
                                  StreekNumberFault fault,
                                  guint32 row)
{
  static const char *const ids[] = { "",
                                     "number/not-a-number",
                                     "number/other-marks",
                                     "number/error-cell",
                                     "number/date",
                                     "number/not-finite" };
  g_autofree char *text = dup_text (field);
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_REJECTED, ids[fault],
                               road->staging, row, value->bound->header, NULL);

  describe_fault (finding, fault, text);
}

void
streek_import_road_tell_missing (StreekImportRoad *road,
                                 const StreekField *field,
                                 guint32 row,
                                 StreekMissing missing)
{
  g_autofree char *valid = dup_text (field);
  const char *text = g_strstrip (valid);
  StreekImportFinding *finding = streek_import_add_finding (
    road->reading->import, STREEK_IMPORT_NOTE, "number/missing", road->staging, row, NULL, text);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %1$s is what a file has in the place of a number, such as ":"; %2$s a kind of
       * missing value, such as "unknown". */
      _ ("“%1$s” is taken for: %2$s."), text, streek_missing_get_label (missing));
}

void
streek_import_road_tell_qualifier (StreekImportRoad *road,
                                   const StreekValueColumn *value,
                                   const StreekField *field,
                                   guint32 row)
{
  g_autofree char *text = dup_text (field);
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_WARNING, "number/qualified",
                               road->staging, row, value->bound->header, NULL);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is a cell of a file, such as "<5". */
      _ ("“%s” is no exact figure: its number is taken as an estimate, with the sign beside it."),
      text);
}

void
streek_import_road_tell_merged (StreekImportRoad *road, const StreekValueColumn *value, guint32 row)
{
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_WARNING, "number/merged",
                               road->staging, row, value->bound->header, NULL);

  if (finding->message == NULL)
    finding->message = g_strdup (
      _ ("Cells are merged here: one figure for several columns. What each has is hidden."));
}

void
streek_import_road_tell_bad_period (StreekImportRoad *road, const StreekField *field, guint32 row)
{
  g_autofree char *text = dup_text (field);
  StreekImportFinding *finding =
    streek_import_add_finding (road->reading->import, STREEK_IMPORT_REJECTED, "period/unknown",
                               road->staging, row, NULL, g_strstrip (text));

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is a cell of a file. */
      _ ("“%s” is not a period."), text);
}

void
streek_import_road_tell_bad_shape (StreekImportRoad *road,
                                   const StreekSourceRecord *record,
                                   guint32 row)
{
  StreekImportFinding *finding = streek_import_add_finding (
    road->reading->import, STREEK_IMPORT_REJECTED, "row/shape", road->staging, row, NULL, NULL);

  if (finding->message == NULL)
    finding->message =
      g_strdup_printf (ngettext ("The row has %1$u cell, the header %2$u.",
                                 "The row has %1$u cells, the header %2$u.", record->n_fields),
                       record->n_fields, road->layout->n_columns);
}

void
streek_import_road_tell_skipped (StreekImportRoad *road,
                                 const char *name,
                                 const StreekSheetLayout *layout)
{
  StreekImportFinding *finding = streek_import_add_finding (
    road->reading->import, STREEK_IMPORT_NOTE, "sheet/not-read", NULL, -1, NULL, name);

  g_free (finding->sheet);
  finding->sheet = g_strdup (name);
  if (finding->message != NULL)
    return;

  if (layout->missing == NULL || *layout->missing == '\0')
    finding->message = g_strdup_printf (
      /* Translators: %s is a sheet of a spreadsheet. */
      _ ("The sheet “%s” is not read: no column of it is one of figures."), name);
  else
    finding->message = g_strdup_printf (
      /* Translators: %1$s is a sheet of a spreadsheet, %2$s the header of a column. */
      _ ("The sheet “%1$s” is not read: it has no column “%2$s”."), name, layout->missing);
}

static char *
join_unread (const GPtrArray *unread, const char *note, guint *n)
{
  GString *headers = g_string_new (NULL);

  *n = 0;

  for (guint i = 0; i < unread->len; i++)
    {
      const StreekMappingColumn *column = unread->pdata[i];

      if (strcmp (column->note, note) == 0)
        g_string_append_printf (headers, "%s%s", (*n)++ > 0 ? ", " : "", column->header);
    }

  return g_string_free (headers, FALSE);
}

void
streek_import_road_tell_unread (StreekImportRoad *road)
{
  const GPtrArray *unread = road->layout->unread;

  for (guint i = 0; i < unread->len; i++)
    {
      const char *note = ((const StreekMappingColumn *) unread->pdata[i])->note;
      StreekImportFinding *finding = streek_import_add_finding (
        road->reading->import, STREEK_IMPORT_NOTE, "column/not-read", NULL, -1, NULL, note);
      guint n;
      g_autofree char *headers = join_unread (unread, note, &n);

      if (finding->message == NULL)
        finding->message = g_strdup_printf (
          /* Translators: %1$s are headers of columns, %2$s is a sentence: why. */
          ngettext ("The column %1$s is not read. %2$s", "The columns %1$s are not read. %2$s", n),
          headers, note);
    }
}

void
streek_import_road_tell_doubled (StreekImportRoad *road, guint32 first_row)
{
  StreekImport *import = road->reading->import;

  if (road->layout->doubled == NULL)
    return;

  StreekImportFinding *finding =
    streek_import_add_finding (import, STREEK_IMPORT_QUESTION, "header/double", road->staging,
                               first_row, road->layout->doubled, NULL);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %s is the header of a column. */
      _ ("Two columns are called “%s”. Give them different names in the file."),
      road->layout->doubled);
}
