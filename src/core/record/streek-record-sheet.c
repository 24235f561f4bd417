/* streek-record-sheet.c: rows of a spreadsheet, and which of their columns is what of a kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-sheet.h"

#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What files call a column, by what it is called here: letters and digits only, folded. */
static const struct
{
  const char *label;
  const char *words; /* separated by blanks */
} synonyms[] = {
  { "Acronym", "acroniem afkorting" },
  { "Actions", "acties" },
  { "Actions of the plan", "actiesvanhetplan pactacties" },
  { "Address", "adres" },
  { "Aim", "doel doelstelling doelstellingen" },
  { "Amount", "bedrag" },
  { "Area", "gebied werkingsgebied regio" },
  { "Areas", "gebieden gemeenten werkingsgebied regio gemeente" },
  { "Body", "orgaan overlegorgaan" },
  { "Budget", "budget begroting kostprijs kosten raming" },
  { "Call", "oproep" },
  { "Code", "nr nummer volgnummer" },
  { "Description", "omschrijving beschrijving toelichting" },
  { "Documents", "documenten" },
  { "Done", "voortgang percentage gerealiseerd percentklaar uitgevoerd" },
  { "Email", "email mail emailadres" },
  { "Enterprise number", "kbo kbonummer ondernemingsnummer btw btwnummer" },
  { "From", "van vanaf start startdatum begin begindatum beginjaar startjaar" },
  { "Fund", "fonds" },
  { "Funding", "financiering" },
  { "Indicators", "indicatoren" },
  { "Instruments", "instrumenten instrument" },
  { "Kind", "soort type aard" },
  { "Lead", "trekker projecttrekker promotor indiener" },
  { "Level", "niveau" },
  { "Name", "naam benaming titel project organisatie" },
  { "Note", "opmerking opmerkingen nota bemerking bemerkingen" },
  { "Obligations", "verplichtingen" },
  { "Organisation", "organisatie" },
  { "Owner", "verantwoordelijke eigenaar" },
  { "Page", "bladzijde pagina blz" },
  { "Partners", "partners partner betrokkenen" },
  { "Plan", "plan pact streekpact" },
  { "Policy frames", "beleidskaders beleidskader" },
  { "Programme", "programma" },
  { "Project leader", "projectleider verantwoordelijke" },
  { "Roles", "rollen rol" },
  { "Seat", "zetel vestiging" },
  { "Short name", "afkorting acroniem kortenaam verkortenaam" },
  { "Source", "bron" },
  { "Status", "toestand stand standvanzaken" },
  { "Target groups", "doelgroepen doelgroep" },
  { "Themes", "themas thema" },
  { "Title", "naam titel actie omschrijvingactie doelstelling" },
  { "Under", "onder hoort onderdeelvan bovenliggend ouder" },
  { "Until", "tot totenmet einde einddatum eindjaar" },
  { "Website", "site webstek url webadres" },
  { "Year", "jaar" },
};

char *
streek_record_header_squeeze (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  GString *squeezed = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (squeezed, g_utf8_get_char (c));

  return g_string_free (squeezed, FALSE);
}

static gboolean
is_same (const char *squeezed, const char *other)
{
  g_autofree char *text = streek_record_header_squeeze (other);

  return *squeezed != '\0' && strcmp (squeezed, text) == 0;
}

/* As the source language has it: what stays the same when the program speaks another. */
static const char *
get_source_label (const StreekRecordKind *kind, const StreekRecordListColumn *column)
{
  if (column->field >= 0)
    return kind->fields[column->field].label;
  if (column->computed != NULL)
    return column->computed->label;

  return column->link->column != NULL ? column->link->column : column->link->plural;
}

static gboolean
is_synonym (const char *squeezed, const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (synonyms[i].label, label) == 0)
      {
        g_auto (GStrv) words = g_strsplit (synonyms[i].words, " ", -1);

        return g_strv_contains ((const char *const *) words, squeezed);
      }

  return FALSE;
}

/* How well a header says that a column is @column: 3 its label, 2 its id, 1 another word for it. */
static guint
match_header (const StreekRecordKind *kind,
              const StreekRecordListColumn *column,
              const char *squeezed)
{
  const char *source = get_source_label (kind, column);

  if (is_same (squeezed, streek_record_list_column_get_label (kind, column)) ||
      is_same (squeezed, source))
    return 3;
  if (is_same (squeezed, column->id))
    return 2;

  return is_synonym (squeezed, source) ? 1 : 0;
}

/* Required links with more to fill in than who they tie can come from no cell. */
static gboolean
can_make_links (const StreekRecordListColumn *column)
{
  const StreekRecordKind *link = column->link;

  for (guint i = 0; i < link->n_fields; i++)
    if ((link->fields[i].flags & STREEK_RECORD_REQUIRED) && i != link->title &&
        i != column->owner && link->fields[i].type != STREEK_RECORD_CHOICE)
      return FALSE;

  return TRUE;
}

gboolean
streek_record_list_column_can_paste (const StreekRecordKind *kind,
                                     const StreekRecordListColumn *column)
{
  if (column->link != NULL)
    return can_make_links (column);

  return column->field >= 0 && column->type != STREEK_RECORD_BYTES;
}

/* Whether a column has it already. */
static gboolean
is_taken (const StreekRecordSheet *sheet, const StreekRecordListColumn *column)
{
  return sheet != NULL && streek_record_sheet_find_field (sheet, column->id) >= 0;
}

/* The column that a word means best, of those that are free. FALSE where it means nothing; none for
 * what is computed here, which no file can say. */
static gboolean
find_by_word (const StreekRecordSheet *sheet,
              const StreekRecordKind *kind,
              const GPtrArray *known,
              const char *word,
              const StreekRecordListColumn **best,
              guint *quality)
{
  g_autofree char *squeezed = streek_record_header_squeeze (word);
  guint computed = 0;

  *best = NULL;
  *quality = 0;

  for (guint i = 0; i < known->len; i++)
    {
      const StreekRecordListColumn *column = known->pdata[i];
      guint match = match_header (kind, column, squeezed);

      if (column->computed != NULL)
        computed = MAX (computed, match);
      else if (match > *quality && streek_record_list_column_can_paste (kind, column) &&
               !is_taken (sheet, column))
        {
          *best = column;
          *quality = match;
        }
    }

  if (computed > *quality)
    *best = NULL;

  return computed > 0 || *quality > 0;
}

/* By its very words before by a part of them. @sheet: (nullable): all columns are free */
static const StreekRecordListColumn *
find_best (const StreekRecordSheet *sheet,
           const StreekRecordKind *kind,
           const GPtrArray *known,
           const char *header,
           gboolean is_joined,
           guint *quality)
{
  g_auto (GStrv) words = streek_record_head_list_words (header, is_joined);
  const StreekRecordListColumn *best = NULL;

  *quality = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (find_by_word (sheet, kind, known, words[i], &best, quality))
      {
        *quality -= i > 0 && *quality > 1;
        return best;
      }

  return NULL;
}

static gboolean
is_computed_header (const StreekRecordSheet *sheet, const char *header)
{
  g_autofree char *squeezed = streek_record_header_squeeze (header);

  for (guint i = 0; i < sheet->known->len; i++)
    {
      const StreekRecordListColumn *column = sheet->known->pdata[i];

      if (column->computed != NULL && match_header (sheet->kind, column, squeezed) > 1)
        return TRUE;
    }

  return FALSE;
}

gboolean
streek_record_sheet_is_computed (const StreekRecordSheet *sheet, guint column)
{
  g_return_val_if_fail (sheet != NULL && column < sheet->n_columns, FALSE);

  return sheet->fields[column] == NULL && is_computed_header (sheet, sheet->headers[column]);
}

const StreekRecordListColumn *
streek_record_columns_match (const StreekRecordKind *kind,
                             const GPtrArray *known,
                             const char *word,
                             guint *quality)
{
  g_return_val_if_fail (kind != NULL && known != NULL && word != NULL, NULL);

  const StreekRecordListColumn *best;

  find_by_word (NULL, kind, known, word, &best, quality);

  return best;
}

static gboolean
is_id_header (const char *header)
{
  return g_ascii_strcasecmp (header, "id") == 0;
}

static gboolean
is_known_head (const char *header, gboolean is_joined, gpointer data)
{
  const StreekRecordSheet *sheet = data;
  guint quality;

  return *header != '\0' &&
         (is_id_header (header) ||
          find_best (sheet, sheet->kind, sheet->known, header, is_joined, &quality) != NULL ||
          is_computed_header (sheet, header));
}

/* The surest first: "Naam" is the name, and then "Titel" is something else. */
static void
guess_fields (StreekRecordSheet *sheet)
{
  for (guint wanted = 3; wanted > 0; wanted--)
    for (guint i = 0; i < sheet->n_columns; i++)
      {
        guint quality;

        if (sheet->fields[i] != NULL || (int) i == sheet->id_column)
          continue;

        const StreekRecordListColumn *best = find_best (
          sheet, sheet->kind, sheet->known, sheet->headers[i], sheet->head.n_rows > 1, &quality);

        if (best != NULL && quality == wanted)
          sheet->fields[i] = best;
      }
}

static void
make_headers (StreekRecordSheet *sheet)
{
  sheet->headers = streek_record_head_make_names (&sheet->head, sheet->grid, sheet->n_columns);

  for (guint i = 0; sheet->headers[i] != NULL; i++)
    if (sheet->id_column < 0 && is_id_header (sheet->headers[i]))
      sheet->id_column = (int) i;
}

StreekRecordSheet *
streek_record_sheet_new (const StreekRecordKind *kind, StreekGrid *grid, const char *const *order)
{
  g_return_val_if_fail (kind != NULL && grid != NULL, NULL);

  StreekRecordSheet *sheet = g_new0 (StreekRecordSheet, 1);

  sheet->kind = kind;
  sheet->grid = streek_grid_ref (grid);
  sheet->n_columns = grid->n_columns;
  sheet->known = streek_record_kind_list_columns (kind);
  sheet->fields = g_new0 (const StreekRecordListColumn *, MAX (sheet->n_columns, 1));
  sheet->id_column = -1;
  sheet->owner_field = -1;
  sheet->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  streek_record_head_find (&sheet->head, grid, sheet->n_columns, is_known_head, sheet);
  make_headers (sheet);

  if (sheet->head.n_rows > 0)
    guess_fields (sheet);
  else
    for (guint i = 0; order != NULL && i < sheet->n_columns && order[i] != NULL; i++)
      streek_record_sheet_set_field (sheet, i, order[i]);

  return sheet;
}

StreekRecordSheet *
streek_record_sheet_new_for_text (const StreekRecordKind *kind,
                                  const char *text,
                                  const char *const *order,
                                  GError **error)
{
  g_return_val_if_fail (kind != NULL && text != NULL, NULL);

  const StreekSourceOptions options = { .encoding = "UTF-8", .separator = '\t' };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (StreekSource) source =
    streek_source_open_bytes (bytes, "clipboard.tsv", &options, error);

  if (source == NULL)
    return NULL;

  g_autoptr (StreekGrid) grid =
    streek_grid_read_lines (source, 0, STREEK_RECORD_SHEET_MAX_ROWS, NULL, error);

  return grid != NULL ? streek_record_sheet_new (kind, grid, order) : NULL;
}

static guint
count_fields (const StreekRecordSheet *sheet)
{
  guint n = sheet->id_column >= 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    n += sheet->fields[i] != NULL;

  return n;
}

static StreekRecordSheet *
read_sheet (const StreekRecordKind *kind,
            StreekSource *source,
            guint number,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (StreekGrid) grid =
    streek_grid_read_lines (source, number, STREEK_RECORD_SHEET_MAX_ROWS + 1, cancellable, error);

  if (grid == NULL)
    return NULL;

  if (grid->rows->len > STREEK_RECORD_SHEET_MAX_ROWS)
    {
      g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                   _ ("The file has more than %u rows: cut it into several."),
                   STREEK_RECORD_SHEET_MAX_ROWS);
      return NULL;
    }

  return streek_record_sheet_new (kind, grid, NULL);
}

StreekRecordSheet *
streek_record_sheet_open (const StreekRecordKind *kind,
                          const char *path,
                          const char *name,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (kind != NULL && path != NULL, NULL);

  g_autoptr (StreekSource) source = streek_source_open (path, NULL, cancellable, error);
  g_autoptr (StreekRecordSheet) best = NULL;

  if (source == NULL)
    return NULL;

  for (guint i = 0; i < streek_source_get_n_sheets (source); i++)
    {
      if (name != NULL && g_strcmp0 (name, streek_source_get_sheet_name (source, i)) != 0)
        continue;

      g_autoptr (StreekRecordSheet) sheet = read_sheet (kind, source, i, cancellable, error);

      if (sheet == NULL)
        return NULL;
      if (best == NULL || count_fields (sheet) > count_fields (best))
        {
          g_clear_pointer (&best, streek_record_sheet_free);
          best = g_steal_pointer (&sheet);
        }
    }

  if (best == NULL)
    g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                 /* Translators: %s is a sheet of a spreadsheet. */
                 _ ("The file has no sheet “%s”."), name != NULL ? name : "");

  return g_steal_pointer (&best);
}

void
streek_record_sheet_free (StreekRecordSheet *sheet)
{
  if (sheet == NULL)
    return;

  streek_grid_unref (sheet->grid);
  g_strfreev (sheet->headers);
  g_ptr_array_unref (sheet->known);
  g_hash_table_unref (sheet->answers);
  g_free (sheet->fields);
  g_free (sheet);
}

gboolean
streek_record_sheet_set_field (StreekRecordSheet *sheet, guint column, const char *id)
{
  g_return_val_if_fail (sheet != NULL && column < sheet->n_columns, FALSE);

  if (g_strcmp0 (id, "id") == 0)
    {
      sheet->id_column = (int) column;
      sheet->fields[column] = NULL;
      return TRUE;
    }

  const StreekRecordListColumn *found =
    id != NULL ? streek_record_columns_find (sheet->known, id) : NULL;

  if (id != NULL && (found == NULL || !streek_record_list_column_can_paste (sheet->kind, found)))
    return FALSE;

  int former = id != NULL ? streek_record_sheet_find_field (sheet, id) : -1;

  if (former >= 0)
    sheet->fields[former] = NULL;
  if (sheet->id_column == (int) column)
    sheet->id_column = -1;

  sheet->fields[column] = found;

  return TRUE;
}

int
streek_record_sheet_find_field (const StreekRecordSheet *sheet, const char *id)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->fields[i] != NULL && strcmp (sheet->fields[i]->id, id) == 0)
      return (int) i;

  return -1;
}
