/* streek-guess.c: what the columns of a file may mean, by their headers and by what stands in them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-guess.h"

#include "exchange/streek-period-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_HEADER_ROW 60
#define MAX_MEMBERS 200 /* a breakdown has no more; a column of remarks does */

/* A column as the first rows show it. */
typedef struct
{
  const char *header;
  guint physical;
  guint part;
  guint n_filled;
  guint n_codes;
  guint n_names;
  guint n_nuts;
  guint n_levels;
  guint n_indicators;
  guint n_periods;
  guint n_parts;
  guint n_numbers;
  guint n_distinct;
  gboolean has_total; /* "Totaal" is among its members */
  char *total;
  char *level; /* set of most of its names */
  StreekPeriod header_period;
  gboolean header_is_period;
  StreekRole role;
} Column;

typedef struct
{
  const StreekGrid *grid;
  StreekImportTarget *target;
  StreekMissingWords *missing;
  guint first_row;
  char split;
  GArray *columns;   /* (element-type Column) */
  GHashTable *kinds; /* text -> StreekTextKinds */
} Guess;

static const char *const period_words[] = { "jaar", "year", "annee", "periode",   "period", "datum",
                                            "date", "time", "tijd",  "peildatum", NULL };
static const char *const code_words[] = { "nis", "refnis",      "niscode",      "nis5",
                                          "ins", "gebiedscode", "gemeentecode", NULL };
static const char *const part_words[] = { "kwartaal", "quarter", "trimestre", "maand",
                                          "month",    "mois",    NULL };
static const char *const indicator_words[] = { "indicator", "indic",   "variabele", "variable",
                                               "onderwerp", "measure", NULL };
static const char *const status_words[] = {
  "status", "flag", "vlag", "obs_flag", "obs_status", NULL
};
static const char *const value_words[] = {
  "waarde", "value", "aantal", "valeur", "obs_value", NULL
};
static const char *const total_words[] = { "totaal", "total", "alle", "tot", NULL };

static gboolean
contains_word (const char *text, const char *const *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_word (const char *text, const char *const *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* A word between blanks and marks: "organisatie" does not have "nis". */
static gboolean
has_whole_word (const char *text, const char *const *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " -_./()", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains (words, parts[i]))
      return TRUE;

  return FALSE;
}

gboolean
streek_guess_is_value_word (const char *header)
{
  return is_word (header, value_words);
}

static gboolean
is_number (const StreekMissingWords *missing, const char *text, guint32 flags)
{
  StreekNumberEvidence evidence = { 0 };
  StreekNumber number;

  return streek_number_read (text, strlen (text), flags, missing, STREEK_MARKS_UNDECIDED, &evidence,
                             &number) == STREEK_NUMBER_OK &&
         !number.is_blank;
}

static gboolean
is_period (const char *text)
{
  StreekPeriod period;

  return streek_period_words_parse (text, strlen (text), &period);
}

/* A header has no figures, though it may have years. */
static gboolean
looks_like_header (const StreekGrid *grid, const StreekMissingWords *missing, guint row)
{
  for (guint column = 0; column < grid->n_columns; column++)
    {
      const char *text = streek_grid_get (grid, row, column);

      if (*text != '\0' && !is_period (text) && is_number (missing, text, 0))
        return FALSE;
    }

  return TRUE;
}

static gboolean
looks_like_data (const StreekGrid *grid, const StreekMissingWords *missing, guint row)
{
  guint n_numbers = 0;

  for (guint column = 0; column < grid->n_columns; column++)
    {
      const char *text = streek_grid_get (grid, row, column);

      n_numbers += *text != '\0' && is_number (missing, text, 0) ? 1 : 0;
    }

  return n_numbers > 0 && streek_grid_count_filled (grid, row) > 1;
}

/**
 * streek_guess_header:
 * @header_row: (out): the first row of the header
 * @n_header_rows: (out): how many; 0 where figures begin at once
 *
 * The header is what stands over the first row of figures: one row, or two where the upper one has
 * heads over several columns.
 */
void
streek_guess_header (const StreekGrid *grid, guint *header_row, guint *n_header_rows)
{
  g_autoptr (StreekMissingWords) missing = streek_missing_words_new ();
  guint last = MIN (grid->rows->len, MAX_HEADER_ROW);

  *header_row = 0;
  *n_header_rows = 0;

  for (guint row = 0; row < last; row++)
    {
      gboolean is_header = looks_like_header (grid, missing, row);

      if (!is_header && looks_like_data (grid, missing, row))
        {
          *header_row = row;
          break;
        }

      if (is_header && streek_grid_count_filled (grid, row) > (grid->n_columns > 1 ? 1 : 0))
        {
          guint next = row + 1;

          *header_row = row;
          *n_header_rows = 1;
          if (next < grid->rows->len && looks_like_header (grid, missing, next) &&
              !looks_like_data (grid, missing, next) && streek_grid_count_filled (grid, next) > 1 &&
              streek_grid_count_filled (grid, row) < grid->n_columns)
            *n_header_rows = 2;
          break;
        }
    }
}

static StreekTextKinds
recognise (Guess *guess, const char *text)
{
  gpointer known;

  if (g_hash_table_lookup_extended (guess->kinds, text, NULL, &known))
    return GPOINTER_TO_UINT (known);

  StreekTextKinds kinds = guess->target->recognise (guess->target, text);

  g_hash_table_insert (guess->kinds, g_strdup (text), GUINT_TO_POINTER (kinds));

  return kinds;
}

static char *
dup_cell (const Guess *guess, guint row, const Column *column)
{
  const char *text = streek_grid_get (guess->grid, row, column->physical);

  if (guess->split == 0 || column->physical != 0)
    return g_strdup (text);

  char delimiter[] = { guess->split, '\0' };
  g_auto (GStrv) parts = g_strsplit (text, delimiter, -1);

  return g_strdup (column->part < g_strv_length (parts) ? g_strstrip (parts[column->part]) : "");
}

static guint32
get_flags (const Guess *guess, guint row, guint column)
{
  const StreekGridRow *cells = guess->grid->rows->pdata[row];

  return column < cells->n ? cells->flags[column] : 0;
}

static void
look_at_cell (Guess *guess,
              Column *column,
              const char *text,
              guint32 flags,
              GHashTable *members,
              GHashTable *levels)
{
  StreekTextKinds kinds = recognise (guess, text);
  StreekPeriodPart part;
  const char *level;

  column->n_filled++;
  column->n_codes += (kinds & STREEK_TEXT_AREA_CODE) != 0;
  column->n_names += (kinds & STREEK_TEXT_AREA_NAME) != 0;
  column->n_nuts += (kinds & STREEK_TEXT_AREA_NUTS) != 0;
  column->n_levels += (kinds & STREEK_TEXT_LEVEL) != 0;
  column->n_indicators += (kinds & STREEK_TEXT_INDICATOR) != 0;
  column->n_periods += is_period (text);
  column->n_parts +=
    streek_period_words_parse_part (text, strlen (text), STREEK_PERIOD_MONTH, &part);
  column->n_numbers += is_number (guess->missing, text, flags);
  g_hash_table_add (members, g_strdup (text));

  if (is_word (text, total_words) && column->total == NULL)
    column->total = g_strdup (text);

  level = (kinds & STREEK_TEXT_AREA_NAME) != 0 && guess->target->get_level != NULL
            ? guess->target->get_level (guess->target, text)
            : NULL;
  if (level != NULL)
    g_hash_table_insert (
      levels, (gpointer) level,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (levels, level)) + 1));
}

/* The one set that nearly all names of a column are of, or that its header says where no name is
 * of another: most towns of West-Vlaanderen have the name of their arrondissement. */
static char *
dup_main_level (const Guess *guess, const char *header, GHashTable *levels, guint n_names)
{
  const char *said =
    guess->target->get_set != NULL ? guess->target->get_set (guess->target, header) : NULL;
  GHashTableIter iter;
  gpointer level;
  gpointer n;

  if (g_hash_table_size (levels) == 0)
    return g_strdup (said);

  g_hash_table_iter_init (&iter, levels);

  while (g_hash_table_iter_next (&iter, &level, &n))
    if (g_hash_table_size (levels) == 1 &&
        (GPOINTER_TO_UINT (n) * 2 > n_names || g_strcmp0 (level, said) == 0))
      return g_strdup (level);

  return NULL;
}

static void
look_at_column (Guess *guess, Column *column)
{
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = guess->first_row; row < guess->grid->rows->len; row++)
    {
      g_autofree char *text = dup_cell (guess, row, column);

      if (*text != '\0' && streek_grid_count_filled (guess->grid, row) > 1)
        look_at_cell (guess, column, text, get_flags (guess, row, column->physical), members,
                      levels);
    }

  column->n_distinct = g_hash_table_size (members);
  column->level = dup_main_level (guess, column->header, levels, column->n_names);
  column->header_is_period = is_period (column->header);
  streek_period_words_find (column->header, &column->header_period, NULL, NULL);
}

static gboolean
is_most (guint n, guint of, guint percentage)
{
  return of > 0 && n * 100 >= of * percentage;
}

/* By what stands in it; roles that several columns could have are settled afterwards. */
static StreekRole
guess_role (const Column *column)
{
  guint n = column->n_filled;

  if (n == 0 || *column->header == '\0')
    return STREEK_ROLE_IGNORED;
  if (contains_word (column->header, part_words) && is_most (column->n_parts, n, 90))
    return STREEK_ROLE_PERIOD_PART;
  /* a header that says so makes up for a few that cannot be read */
  if (!column->header_is_period &&
      (contains_word (column->header, period_words)
         ? is_most (column->n_periods, n, 60)
         : is_most (column->n_periods, n, 95) && column->n_numbers < n))
    return STREEK_ROLE_PERIOD;
  if (is_most (column->n_levels, n, 95) && column->n_names < n)
    return STREEK_ROLE_LEVEL;
  /* one number again and again may be a figure, unless the header says that it is a code */
  if (is_most (column->n_codes, n, 80) && !column->header_is_period &&
      (column->n_distinct > 1 || has_whole_word (column->header, code_words)) &&
      !streek_guess_is_value_word (column->header))
    return STREEK_ROLE_AREA_CODE;
  if (is_most (column->n_nuts, n, 50) ||
      (is_most (column->n_nuts, n, 20) &&
       contains_word (column->header, (const char *const[]){ "geo", "nuts", NULL })))
    return STREEK_ROLE_AREA_NUTS;
  if (is_most (column->n_names, n, 60) && column->n_numbers * 2 < n)
    return STREEK_ROLE_AREA_NAME;
  if (is_word (column->header, status_words))
    return STREEK_ROLE_STATUS;
  if (is_most (column->n_indicators, n, 80) ||
      (contains_word (column->header, indicator_words) && column->n_numbers * 2 < n))
    return STREEK_ROLE_INDICATOR;
  if (is_most (column->n_numbers, n, 60) || column->header_is_period ||
      streek_guess_is_value_word (column->header))
    return STREEK_ROLE_VALUE;

  return column->n_distinct > 1 && column->n_distinct <= MAX_MEMBERS ? STREEK_ROLE_BREAKDOWN
                                                                     : STREEK_ROLE_IGNORED;
}

static Column *
get_column (const Guess *guess, guint index)
{
  return &g_array_index (guess->columns, Column, index);
}

static Column *
find_role (const Guess *guess, StreekRole role)
{
  for (guint i = 0; i < guess->columns->len; i++)
    if (get_column (guess, i)->role == role)
      return get_column (guess, i);

  return NULL;
}

/* Of several columns of codes the finest one counts; beside codes, names say nothing more. */
static void
settle_areas (Guess *guess)
{
  Column *finest = NULL;
  gboolean has_code = find_role (guess, STREEK_ROLE_AREA_CODE) != NULL ||
                      find_role (guess, STREEK_ROLE_AREA_NUTS) != NULL;

  for (guint i = 0; i < guess->columns->len; i++)
    {
      Column *column = get_column (guess, i);

      if (column->role == STREEK_ROLE_AREA_NAME && has_code)
        column->role = STREEK_ROLE_IGNORED;

      if (column->role != STREEK_ROLE_AREA_CODE)
        continue;

      if (finest == NULL || column->n_distinct > finest->n_distinct)
        {
          if (finest != NULL)
            finest->role = STREEK_ROLE_IGNORED;
          finest = column;
        }
      else
        column->role = STREEK_ROLE_IGNORED;
    }
}

/* A role that only one column can have goes to the first. */
static void
keep_first (Guess *guess, StreekRole role)
{
  gboolean has_one = FALSE;

  for (guint i = 0; i < guess->columns->len; i++)
    {
      Column *column = get_column (guess, i);

      if (column->role != role)
        continue;
      if (has_one)
        column->role = STREEK_ROLE_IGNORED;
      has_one = TRUE;
    }
}

static void
settle_roles (Guess *guess)
{
  settle_areas (guess);
  keep_first (guess, STREEK_ROLE_PERIOD);
  keep_first (guess, STREEK_ROLE_PERIOD_PART);
  keep_first (guess, STREEK_ROLE_LEVEL);
  keep_first (guess, STREEK_ROLE_STATUS);
  keep_first (guess, STREEK_ROLE_INDICATOR);

  /* a quarter without a year beside it is a breakdown */
  Column *part = find_role (guess, STREEK_ROLE_PERIOD_PART);
  Column *period = find_role (guess, STREEK_ROLE_PERIOD);

  if (part != NULL && period == NULL)
    part->role =
      is_most (part->n_periods, part->n_filled, 95) ? STREEK_ROLE_PERIOD : STREEK_ROLE_BREAKDOWN;
}

static void
add_to_mapping (Guess *guess, StreekMapping *mapping)
{
  gboolean has_period = find_role (guess, STREEK_ROLE_PERIOD) != NULL;

  for (guint i = 0; i < guess->columns->len; i++)
    {
      const Column *column = get_column (guess, i);
      StreekMappingColumn *meaning =
        streek_mapping_add_column (mapping, column->header, column->role);

      if (column->role == STREEK_ROLE_AREA_NAME)
        meaning->level = g_strdup (column->level);
      if (column->role == STREEK_ROLE_VALUE && !has_period &&
          column->header_period.kind != STREEK_PERIOD_NONE)
        meaning->period = streek_period_to_string (column->header_period);
      if (column->role == STREEK_ROLE_BREAKDOWN && column->total != NULL)
        {
          meaning->use = STREEK_BREAKDOWN_FILTER;
          meaning->member = g_strdup (column->total);
        }
    }
}

static gboolean
knows_period (const StreekMapping *mapping)
{
  if (mapping->period != NULL || streek_mapping_has_role (mapping, STREEK_ROLE_PERIOD))
    return TRUE;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];

      if (column->role == STREEK_ROLE_VALUE && column->period != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->total);
  g_free (column->level);
}

/* Only "freq,unit,geo\TIME_PERIOD" says by itself that its first column is several. */
static char
guess_split (const StreekGrid *grid, guint header_row)
{
  const char *first = streek_grid_get (grid, header_row, 0);

  return strchr (first, '\\') != NULL && strchr (first, ',') != NULL ? ',' : 0;
}

static StreekMapping *
guess_sheet (const StreekGrid *grid, StreekImportTarget *target)
{
  g_autoptr (StreekMapping) mapping = streek_mapping_new ();
  guint header_row;
  guint n_header_rows;

  streek_guess_header (grid, &header_row, &n_header_rows);
  mapping->header_row = n_header_rows == 0 ? (int) header_row : -1;
  mapping->n_header_rows = (int) n_header_rows;
  mapping->split = n_header_rows > 0 ? guess_split (grid, header_row) : 0;

  g_auto (GStrv) headers =
    streek_grid_make_headers (grid, header_row, n_header_rows, mapping->split);
  guint n_parts = streek_grid_count_parts (grid, header_row, mapping->split);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (StreekMissingWords) missing = streek_missing_words_new ();
  Guess guess = {
    grid, target, missing, header_row + n_header_rows, mapping->split, columns, kinds
  };

  g_array_set_clear_func (columns, clear_column);

  for (guint i = 0; headers[i] != NULL; i++)
    {
      Column column = { .header = headers[i],
                        .physical = i < n_parts ? 0 : i - n_parts + 1,
                        .part = i < n_parts ? i : 0 };

      look_at_column (&guess, &column);
      column.role = guess_role (&column);
      g_array_append_val (columns, column);
    }

  settle_roles (&guess);
  add_to_mapping (&guess, mapping);

  return g_steal_pointer (&mapping);
}

/* A sheet counts by what a mapping of it would take. */
static guint
score (const StreekMapping *mapping)
{
  guint n = 0;

  n += streek_mapping_has_role (mapping, STREEK_ROLE_VALUE) ? 1 : 0;
  n += streek_mapping_has_role (mapping, STREEK_ROLE_AREA_CODE) ||
           streek_mapping_has_role (mapping, STREEK_ROLE_AREA_NAME) ||
           streek_mapping_has_role (mapping, STREEK_ROLE_AREA_NUTS)
         ? 2
         : 0;

  return n;
}

/**
 * streek_guess_mapping:
 * @wishes: (nullable): what a person says beforehand
 * @error: return location for a #StreekSourceError, or %STREEK_IMPORT_ERROR_UNKNOWN where there is
 *   no sheet of that name
 *
 * Looks at the first rows of every sheet. Nothing of it is certain: a person confirms it, and what
 * does not fit is a finding when the file is read.
 *
 * Returns: (transfer full): a column for every column of the best sheet
 */
StreekMapping *
streek_guess_mapping (StreekSource *source,
                      StreekImportTarget *target,
                      const StreekGuessWishes *wishes,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *wanted = wishes != NULL ? wishes->sheet : NULL;
  guint n_sheets = streek_source_get_n_sheets (source);
  g_autoptr (StreekMapping) best = NULL;
  const char *best_name = NULL;

  for (guint sheet = 0; sheet < n_sheets; sheet++)
    {
      const char *name = streek_source_get_sheet_name (source, sheet);

      if (wanted != NULL && g_strcmp0 (wanted, name) != 0)
        continue;

      g_autoptr (StreekGrid) grid =
        streek_grid_read (source, sheet, STREEK_GRID_ROWS, cancellable, error);

      if (grid == NULL)
        return NULL;

      g_autoptr (StreekMapping) mapping = guess_sheet (grid, target);

      if (best == NULL || score (mapping) > score (best))
        {
          streek_mapping_free (best);
          best = g_steal_pointer (&mapping);
          best_name = name;
        }
    }

  if (best == NULL)
    {
      g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
                   /* Translators: %s is the name of a sheet. */
                   _ ("The file has no sheet “%s”."), wanted != NULL ? wanted : "");
      return NULL;
    }

  StreekPeriod period;

  streek_mapping_set_text (&best->sheets, wanted);
  if (wishes != NULL)
    {
      streek_mapping_set_text (&best->indicator, wishes->indicator);
      streek_mapping_set_text (&best->period, wishes->period);
    }

  /* a sheet a year */
  if (!knows_period (best) && n_sheets > 1 && best_name != NULL &&
      streek_period_words_find (best_name, &period, NULL, NULL))
    best->period_from = STREEK_PERIOD_FROM_SHEET;

  return g_steal_pointer (&best);
}

static gboolean
says_indicator (const StreekMapping *mapping,
                const StreekMappingColumn *column,
                StreekImportTarget *target)
{
  return column->indicator != NULL || g_hash_table_contains (mapping->indicators, column->header) ||
         (target->recognise (target, column->header) & STREEK_TEXT_INDICATOR) != 0;
}

/**
 * streek_guess_leaves_indicator_open:
 *
 * A file with a column of values, or one for each period, may say of which indicator they are
 * nowhere. Several columns of one period are several indicators, of which one name says nothing.
 */
gboolean
streek_guess_leaves_indicator_open (const StreekMapping *mapping, StreekImportTarget *target)
{
  guint n_values = 0;
  guint n_of_period = 0;

  if (mapping->indicator != NULL || mapping->unknown_kind != NULL ||
      mapping->refusal != STREEK_REFUSAL_NONE ||
      streek_mapping_has_role (mapping, STREEK_ROLE_INDICATOR))
    return FALSE;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];
      StreekPeriod period;

      if (column->role != STREEK_ROLE_VALUE)
        continue;
      if (says_indicator (mapping, column, target))
        return FALSE;

      n_values++;
      n_of_period += column->period != NULL || strstr (column->header, "{period}") != NULL ||
                     streek_period_words_find (column->header, &period, NULL, NULL);
    }

  return n_values == 1 || (n_values > 0 && n_of_period == n_values);
}
