/* streek-record-head.c: where in a sheet the rows of records begin and end, and what the others are
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-head.h"

#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles above a header are few. */
#define MAX_HEADER_ROW 20
/* A head is short; a text of this many bytes is none. */
#define MAX_HEAD 80
/* As much of a note as is repeated. */
#define MAX_SHOWN 60
#define JOINT " / "

static const struct
{
  const char *id;
  const char *label;
} states[] = {
  [STREEK_RECORD_ROW_NEW] = { "new", NC_ ("row of records", "New") },
  [STREEK_RECORD_ROW_CHANGED] = { "changed", NC_ ("row of records", "Changed") },
  [STREEK_RECORD_ROW_UNCHANGED] = { "unchanged", NC_ ("row of records", "Is there already") },
  [STREEK_RECORD_ROW_BLANK] = { "blank", NC_ ("row of records", "Blank line") },
  [STREEK_RECORD_ROW_TITLE] = { "title", NC_ ("row of records", "Title above the header") },
  [STREEK_RECORD_ROW_HEADER] = { "header", NC_ ("row of records", "Header") },
  [STREEK_RECORD_ROW_TOTAL] = { "sum", NC_ ("row of records", "Total") },
  [STREEK_RECORD_ROW_FOOTER] = { "footer", NC_ ("row of records", "Note below the rows") },
  [STREEK_RECORD_ROW_REJECTED] = { "rejected", NC_ ("row of records", "Rejected") },
};

/* Heads that say something under another only: "Baseline" over "Value" and "Year". */
static const char *const lower_heads[] = { "waarde", "jaar",    "cijfer", "datum", "eenheid",
                                           "naam",   "van",     "tot",    "start", "einde",
                                           "wie",    "wanneer", "value",  "year",  "from",
                                           "until",  "name",    "unit",   "date" };

static const char *const total_words[] = { "totaal",      "total",  "totalen",   "algemeen totaal",
                                           "eindtotaal",  "som",    "subtotaal", "grand total",
                                           "totaal plan", "totaux", "subtotal" };
/* With which a note begins that is no goal and no name. */
static const char *const note_words[] = {
  "bron:",
  "bronnen:",
  "source:",
  "sources:",
  "bron :",
  "nota:",
  "noot:",
  "note:",
  "opmerking:",
  "opmerkingen:",
  "legende",
  "legenda",
  "legend",
  "laatste update",
  "laatst bijgewerkt",
  "laatst gewijzigd",
  "laatste wijziging",
  "bijgewerkt op",
  "bijgewerkt tot",
  "laatst aangepast",
  "last updated",
  "opgemaakt op",
  "opgesteld op",
  "opgesteld door",
  "afgedrukt op",
  "stand van zaken op",
  "toestand op",
  "versie:",
  "versie van",
  "goedgekeurd op",
  "(*)",
  "(1)",
  "©",
};

const char *
streek_record_row_state_get_id (StreekRecordRowState state)
{
  g_return_val_if_fail (state < STREEK_N_RECORD_ROW_STATES, "");

  return states[state].id;
}

const char *
streek_record_row_state_get_label (StreekRecordRowState state)
{
  g_return_val_if_fail (state < STREEK_N_RECORD_ROW_STATES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "row of records", states[state].label);
}

/* The header */

static gboolean
is_one_of (const char *text, const char *const *words, guint n)
{
  g_autofree char *folded = streek_fold (text, NULL);

  for (guint i = 0; i < n; i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static guint32
get_flags (const StreekGrid *grid, guint row, guint column)
{
  const StreekGridRow *cells = grid->rows->pdata[row];

  return column < cells->n ? cells->flags[column] : 0;
}

static guint
count_known (const StreekGrid *grid,
             guint row,
             guint n_rows,
             guint n_columns,
             StreekRecordHeadFunc is_known,
             gpointer data)
{
  g_auto (GStrv) names = streek_grid_make_headers (grid, row, n_rows, 0);
  guint n = 0;

  for (guint i = 0; i < n_columns && names[i] != NULL; i++)
    n += *names[i] != '\0' && is_known (names[i], n_rows > 1, data);

  return n;
}

/* Whether a cell of the upper row is the head of several columns, as the file itself says. */
static gboolean
has_merged_heads (const StreekGrid *grid, guint row, guint n_columns)
{
  for (guint i = 0; i + 1 < n_columns; i++)
    if (*streek_grid_get (grid, row, i) != '\0' && *streek_grid_get (grid, row, i + 1) == '\0' &&
        (get_flags (grid, row, i) & STREEK_FIELD_MERGED) &&
        (get_flags (grid, row, i + 1) & STREEK_FIELD_MERGED) &&
        *streek_grid_get (grid, row + 1, i + 1) != '\0')
      return TRUE;

  return FALSE;
}

/* Whether the row under a header goes on with it: short words, most of them known, or under heads
 * of several columns. */
static gboolean
goes_on (
  const StreekGrid *grid, guint row, guint n_columns, StreekRecordHeadFunc is_known, gpointer data)
{
  guint n_filled = 0, n_known = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *text = streek_grid_get (grid, row + 1, i);

      if (*text == '\0')
        continue;
      if (strlen (text) > MAX_HEAD ||
          (get_flags (grid, row + 1, i) & (STREEK_FIELD_NUMBER | STREEK_FIELD_DATE)))
        return FALSE;
      n_filled++;
      n_known +=
        is_known (text, FALSE, data) || is_one_of (text, lower_heads, G_N_ELEMENTS (lower_heads));
    }

  return n_filled > 0 && (2 * n_known >= n_filled || has_merged_heads (grid, row, n_columns));
}

/* Whether @row and the one below it say more together than @n_known columns. */
static gboolean
is_double (const StreekGrid *grid,
           guint row,
           guint n_columns,
           guint n_known,
           StreekRecordHeadFunc is_known,
           gpointer data)
{
  return row + 1 < grid->rows->len && streek_grid_count_filled (grid, row) > 1 &&
         goes_on (grid, row, n_columns, is_known, data) &&
         count_known (grid, row, 2, n_columns, is_known, data) > n_known;
}

/* Notes below the rows */

static char *
dup_text_of_row (const StreekGrid *grid, guint row)
{
  for (guint i = 0; i < grid->n_columns; i++)
    if (*streek_grid_get (grid, row, i) != '\0')
      return g_strdelimit (g_strdup (streek_grid_get (grid, row, i)), "\n", ' ');

  return g_strdup ("");
}

static gboolean
is_note (const StreekGrid *grid, guint row, gboolean is_apart)
{
  g_autofree char *text = dup_text_of_row (grid, row);
  g_autofree char *folded = streek_fold (text, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (note_words); i++)
    if (g_str_has_prefix (folded, note_words[i]))
      return TRUE;

  /* "* until the funds are granted", where it does not go on with a list */
  return is_apart && *folded == '*';
}

/* Whether a blank line stands above it, which some files do not even mention. */
static gboolean
stands_apart (const StreekGrid *grid, guint row)
{
  const StreekGridRow *own = grid->rows->pdata[row];
  const StreekGridRow *above = row > 0 ? grid->rows->pdata[row - 1] : NULL;

  return above == NULL || streek_grid_count_filled (grid, row - 1) == 0 ||
         own->line > above->line + 1;
}

/* From the bottom up: blank rows, and rows of one cell; from the first note among them on, all are.
 */
static guint
find_end (const StreekGrid *grid, guint first_row)
{
  guint start = grid->rows->len, end = G_MAXUINT;

  while (start > first_row && streek_grid_count_filled (grid, start - 1) <= 1)
    start--;

  for (guint row = start; row < grid->rows->len && end == G_MAXUINT; row++)
    if (streek_grid_count_filled (grid, row) == 1 && is_note (grid, row, stands_apart (grid, row)))
      end = row;

  /* a file of notes alone is one of records all the same */
  return start > first_row ? end : G_MAXUINT;
}

static void
set_rows (StreekRecordHead *head, const StreekGrid *grid, guint row, guint n_rows)
{
  head->row = row;
  head->n_rows = MIN (n_rows, grid->rows->len - MIN (row, grid->rows->len));
  head->first_row = head->row + head->n_rows;
  head->end_row = find_end (grid, head->first_row);
}

void
streek_record_head_find (StreekRecordHead *head,
                         const StreekGrid *grid,
                         guint n_columns,
                         StreekRecordHeadFunc is_known,
                         gpointer data)
{
  g_return_if_fail (head != NULL && grid != NULL && is_known != NULL);

  guint most = 0, best = 0;

  for (guint row = 0; row < MIN (grid->rows->len, MAX_HEADER_ROW); row++)
    {
      guint n = count_known (grid, row, 1, n_columns, is_known, data);

      if (n > most && 2 * n >= streek_grid_count_filled (grid, row))
        {
          most = n;
          best = row;
        }
    }

  if (most == 0)
    set_rows (head, grid, 0, 0);
  else if (best > 0 && is_double (grid, best - 1, n_columns, most, is_known, data))
    set_rows (head, grid, best - 1, 2);
  else
    set_rows (head, grid, best, is_double (grid, best, n_columns, most, is_known, data) ? 2 : 1);
}

void
streek_record_head_set (StreekRecordHead *head,
                        const StreekGrid *grid,
                        guint n_columns,
                        int row,
                        guint n_rows,
                        StreekRecordHeadFunc is_known,
                        gpointer data)
{
  g_return_if_fail (head != NULL && grid != NULL && is_known != NULL);

  guint first = (guint) CLAMP (row, 0, MAX ((int) grid->rows->len - 1, 0));

  if (row < 0)
    set_rows (head, grid, 0, 0);
  else if (n_rows > 0)
    set_rows (head, grid, first, n_rows);
  else
    set_rows (head, grid, first,
              is_double (grid, first, n_columns,
                         count_known (grid, first, 1, n_columns, is_known, data), is_known, data)
                ? 2
                : 1);
}

void
streek_record_head_set_none (StreekRecordHead *head)
{
  *head = (StreekRecordHead){ .end_row = G_MAXUINT };
}

GStrv
streek_record_head_make_names (const StreekRecordHead *head,
                               const StreekGrid *grid,
                               guint n_columns)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = streek_grid_make_headers (grid, head->row, head->n_rows, 0);

  for (guint i = 0; i < n_columns && names[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      /* a head of several lines is one line of words */
      g_strdelimit (names[i], "\n", ' ');
      g_strv_builder_add (builder, *names[i] != '\0' ? names[i] : number);
    }

  return g_strv_builder_end (builder);
}

static void
add_word (GPtrArray *words, char *word)
{
  g_strstrip (word);

  if (*word != '\0' && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, word);
  else
    g_free (word);
}

/* "Budget (in euro)" is a budget, "Trekker*" who leads, "Timing: quarter" timing. */
static void
add_word_and_bare (GPtrArray *words, const char *word)
{
  add_word (words, g_strdup (word));
  add_word (words, g_strndup (word, strcspn (word, "([\n")));
  add_word (words, g_strndup (word, strcspn (word, ":;?*")));
}

GStrv
streek_record_head_list_words (const char *header, gboolean is_joined)
{
  g_return_val_if_fail (header != NULL, NULL);

  GPtrArray *words = g_ptr_array_new ();
  const char *last = g_strrstr (header, JOINT);
  g_autofree char *first = g_strndup (header, last != NULL ? (gsize) (last - header) : 0);

  add_word (words, g_strdup (header));
  if (last != NULL && is_joined)
    add_word_and_bare (words, last + strlen (JOINT));
  if (last != NULL)
    add_word_and_bare (words, first);
  if (last != NULL && !is_joined)
    add_word_and_bare (words, last + strlen (JOINT));
  add_word_and_bare (words, header);
  g_ptr_array_add (words, NULL);

  return (GStrv) g_ptr_array_free (words, FALSE);
}

/* What rows are */

/* Digits, and what stands among them. */
static gboolean
looks_like_amount (const char *text)
{
  gboolean has_digit = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isdigit (letter))
        has_digit = TRUE;
      else if (g_unichar_isalpha (letter) && strncmp (text, "EUR", 3) != 0)
        return FALSE;
    }

  return has_digit;
}

static gboolean
is_total (const StreekGrid *grid, guint row)
{
  gboolean is_first = TRUE, has_amount = FALSE;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      const char *text = streek_grid_get (grid, row, i);
      g_autofree char *word = g_strndup (text, strcspn (text, ":"));

      if (*text == '\0')
        continue;
      if (is_first ? !is_one_of (g_strstrip (word), total_words, G_N_ELEMENTS (total_words))
                   : !looks_like_amount (text))
        return FALSE;
      has_amount = has_amount || !is_first;
      is_first = FALSE;
    }

  return has_amount;
}

/* A header is repeated where a page began. */
static gboolean
is_header_again (const StreekRecordHead *head, const StreekGrid *grid, guint row)
{
  for (guint at = head->row; at < head->first_row; at++)
    {
      gboolean is_same = TRUE;

      for (guint i = 0; i < grid->n_columns && is_same; i++)
        is_same = strcmp (streek_grid_get (grid, row, i), streek_grid_get (grid, at, i)) == 0;
      if (is_same)
        return TRUE;
    }

  return FALSE;
}

gboolean
streek_record_head_tells (const StreekRecordHead *head,
                          const StreekGrid *grid,
                          guint row,
                          StreekRecordRowState *state)
{
  g_return_val_if_fail (head != NULL && grid != NULL && state != NULL, FALSE);

  if (streek_grid_count_filled (grid, row) == 0)
    *state = STREEK_RECORD_ROW_BLANK;
  else if (row < head->row)
    *state = STREEK_RECORD_ROW_TITLE;
  else if (row < head->first_row || is_header_again (head, grid, row))
    *state = STREEK_RECORD_ROW_HEADER;
  else if (row >= head->end_row)
    *state = STREEK_RECORD_ROW_FOOTER;
  else if (head->n_rows > 0 && is_total (grid, row))
    *state = STREEK_RECORD_ROW_TOTAL;
  else
    return FALSE;

  return TRUE;
}

char *
streek_record_head_dup_note (const StreekGrid *grid,
                             guint row,
                             StreekRecordRowState state,
                             const char **id)
{
  g_return_val_if_fail (grid != NULL && id != NULL, NULL);

  if (state != STREEK_RECORD_ROW_TOTAL && state != STREEK_RECORD_ROW_FOOTER)
    return NULL;

  g_autofree char *text = dup_text_of_row (grid, row);
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (length, MAX_SHOWN));

  *id = state == STREEK_RECORD_ROW_TOTAL ? "paste/total" : "paste/footer";

  return g_strdup_printf (state == STREEK_RECORD_ROW_TOTAL
                            /* Translators: %1$s is what a row of a spreadsheet begins with; %2$s is
                             * nothing or "…". */
                            ? _ ("“%1$s%2$s” is a total, and is left out.")
                            : _ ("“%1$s%2$s” is a note below the rows, and is left out."),
                          start, length > MAX_SHOWN ? "…" : "");
}

char *
streek_record_rows_describe (const guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  guint n_taken = n[STREEK_RECORD_ROW_NEW] + n[STREEK_RECORD_ROW_CHANGED];
  guint n_ignored = 0;
  g_autoptr (GString) why = g_string_new (NULL);

  for (guint i = STREEK_RECORD_ROW_UNCHANGED; i < STREEK_RECORD_ROW_REJECTED; i++)
    if (n[i] > 0)
      {
        n_ignored += n[i];
        /* Translators: why rows were ignored, and how many: "header: 1" */
        g_string_append_printf (why, C_ ("ignored rows", "%1$s%2$s: %3$u"),
                                why->len > 0 ? "; " : "",
                                streek_record_row_state_get_label ((StreekRecordRowState) i), n[i]);
      }

  return g_strdup_printf (
    why->len > 0
      /* Translators: numbers of rows of a spreadsheet, as a sum that adds up; %5$s says why some
       * were ignored. */
      ? _ ("%1$u rows read = %2$u taken + %3$u ignored (%5$s) + %4$u rejected.")
      /* Translators: numbers of rows of a spreadsheet, as a sum that adds up. */
      : _ ("%1$u rows read = %2$u taken + %3$u ignored + %4$u rejected."),
    n_taken + n_ignored + n[STREEK_RECORD_ROW_REJECTED], n_taken, n_ignored,
    n[STREEK_RECORD_ROW_REJECTED], why->str);
}
