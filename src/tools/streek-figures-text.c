/* streek-figures-text.c: rosters and vectors as lines of text, as data/reference keeps them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-figures-text.h"

#include "base/streek-number.h"

#include <math.h>
#include <string.h>

/* Three kinds of lines, each a word and fields between tabs:
 *   roster  ID  SET  DATE  CODE CODE …
 *   source  NUMBER  LICENCE  EXTRACTED-ON  SOURCE
 *   vector  INDICATOR  PERIOD  ROSTER-ID  SOURCE-NUMBER  CELL CELL …
 * A cell is a number, followed by p, e or f where it is provisional, an estimate or a projection;
 * or ? unknown, x hidden, - not applicable, . not yet. */
#define MISSING_SIGNS "#?x-."
#define STATUS_SIGNS "#pef"

static void
free_figure (gpointer data)
{
  StreekFigure *figure = data;

  g_free (figure->indicator);
  g_free (figure->period);
  g_free (figure->source);
  g_free (figure->licence);
  g_free (figure->extracted_on);
  streek_vector_free (figure->vector);
  g_free (figure);
}

StreekFigures *
streek_figures_new (void)
{
  StreekFigures *figures = g_new0 (StreekFigures, 1);

  figures->rosters = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_roster_free);
  figures->figures = g_ptr_array_new_with_free_func (free_figure);

  return figures;
}

void
streek_figures_free (StreekFigures *figures)
{
  if (figures == NULL)
    return;

  g_ptr_array_unref (figures->figures);
  g_ptr_array_unref (figures->rosters);
  g_free (figures);
}

static const StreekRoster *
find_roster (const StreekFigures *figures, const char *id)
{
  for (guint i = 0; i < figures->rosters->len; i++)
    {
      const StreekRoster *roster = g_ptr_array_index (figures->rosters, i);

      if (strcmp (roster->id, id) == 0)
        return roster;
    }

  return NULL;
}

/**
 * streek_figures_take_roster:
 * @roster: (transfer full): a roster
 *
 * Returns: (transfer none): the one of that content that @figures keeps
 */
const StreekRoster *
streek_figures_take_roster (StreekFigures *figures, StreekRoster *roster)
{
  const StreekRoster *known = find_roster (figures, roster->id);

  if (known != NULL)
    {
      streek_roster_free (roster);
      return known;
    }

  g_ptr_array_add (figures->rosters, roster);

  return roster;
}

/**
 * streek_figures_add:
 * @roster: a roster that @figures keeps
 * @vector: (transfer full): its cells
 *
 * Returns: (transfer none): the new figure, whose source is still to be filled in
 */
StreekFigure *
streek_figures_add (StreekFigures *figures,
                    const char *indicator,
                    const char *period,
                    const StreekRoster *roster,
                    StreekVector *vector)
{
  StreekFigure *figure = g_new0 (StreekFigure, 1);

  figure->indicator = g_strdup (indicator);
  figure->period = g_strdup (period);
  figure->roster = roster;
  figure->vector = vector;
  g_ptr_array_add (figures->figures, figure);

  return figure;
}

static int
compare_rosters (gconstpointer a, gconstpointer b)
{
  const StreekRoster *roster_a = *(StreekRoster *const *) a;
  const StreekRoster *roster_b = *(StreekRoster *const *) b;
  int by_set = strcmp (roster_a->set_code, roster_b->set_code);

  if (by_set != 0)
    return by_set;
  if (roster_a->on != roster_b->on)
    return roster_a->on < roster_b->on ? -1 : 1;

  return strcmp (roster_a->id, roster_b->id);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const StreekFigure *figure_a = *(StreekFigure *const *) a;
  const StreekFigure *figure_b = *(StreekFigure *const *) b;
  int by_indicator = strcmp (figure_a->indicator, figure_b->indicator);
  int by_period = strcmp (figure_a->period, figure_b->period);

  if (by_indicator != 0)
    return by_indicator;

  return by_period != 0 ? by_period : compare_rosters (&figure_a->roster, &figure_b->roster);
}

static void
append_cell (GString *out, const StreekVector *vector, guint index)
{
  StreekMissing missing = vector->kinds[index];
  StreekStatus status = vector->statuses[index];

  if (missing != STREEK_MISSING_NONE)
    {
      g_string_append_c (out, MISSING_SIGNS[missing]);
      return;
    }

  g_autofree char *number = streek_number_to_string (vector->values[index]);

  g_string_append (out, number);

  if (status != STREEK_STATUS_FINAL)
    g_string_append_c (out, STATUS_SIGNS[status]);
}

/* The number of the source, whose line is written where it is new. */
static guint
append_source (GString *out, GHashTable *sources, const StreekFigure *figure)
{
  g_autofree char *line =
    g_strdup_printf ("%s\t%s\t%s", figure->licence,
                     figure->extracted_on != NULL ? figure->extracted_on : "", figure->source);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (sources, line));

  if (number == 0)
    {
      number = g_hash_table_size (sources) + 1;
      g_string_append_printf (out, "source\t%u\t%s\n", number, line);
      g_hash_table_insert (sources, g_steal_pointer (&line), GUINT_TO_POINTER (number));
    }

  return number;
}

/**
 * streek_figures_to_text:
 *
 * Sorts the figures by indicator, period and roster, so that equal figures give equal bytes and
 * a new period is a new line.
 *
 * Returns: (transfer full): the text
 */
char *
streek_figures_to_text (StreekFigures *figures)
{
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_new ("# Made by streek-make-figures; data/README.md tells from what.\n");

  g_ptr_array_sort (figures->rosters, compare_rosters);
  g_ptr_array_sort (figures->figures, compare_figures);

  for (guint i = 0; i < figures->rosters->len; i++)
    {
      const StreekRoster *roster = g_ptr_array_index (figures->rosters, i);
      g_autofree char *on = streek_date_to_string (roster->on);
      g_autofree char *codes = g_strjoinv (" ", roster->codes);

      g_string_append_printf (out, "roster\t%s\t%s\t%s\t%s\n", roster->id, roster->set_code, on,
                              codes);
    }

  for (guint i = 0; i < figures->figures->len; i++)
    {
      const StreekFigure *figure = g_ptr_array_index (figures->figures, i);
      guint source = append_source (out, sources, figure);

      g_string_append_printf (out, "vector\t%s\t%s\t%s\t%u\t", figure->indicator, figure->period,
                              figure->roster->id, source);

      for (guint cell = 0; cell < figure->vector->n; cell++)
        {
          if (cell > 0)
            g_string_append_c (out, ' ');

          append_cell (out, figure->vector, cell);
        }

      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static gboolean
parse_cell (StreekVector *vector, guint index, char *text)
{
  gsize length = strlen (text);
  const char *missing = length == 1 ? strchr (MISSING_SIGNS + 1, *text) : NULL;

  if (missing != NULL)
    {
      streek_vector_set_missing (vector, index, (StreekMissing) (missing - MISSING_SIGNS));
      return TRUE;
    }

  const char *status = length > 1 ? strchr (STATUS_SIGNS + 1, text[length - 1]) : NULL;
  double value;

  if (status != NULL)
    text[length - 1] = '\0';
  if (!streek_number_parse (text, &value))
    return FALSE;

  streek_vector_set_value (vector, index, value,
                           status != NULL ? (StreekStatus) (status - STATUS_SIGNS)
                                          : STREEK_STATUS_FINAL);

  return TRUE;
}

static gboolean
parse_roster (StreekFigures *figures, char **fields)
{
  StreekDate on;

  if (g_strv_length (fields) != 5 || !streek_date_parse (fields[3], &on, NULL))
    return FALSE;

  g_auto (GStrv) codes = g_strsplit (fields[4], " ", -1);
  const StreekRoster *roster = streek_figures_take_roster (
    figures, streek_roster_new (fields[2], on, (const char *const *) codes));

  return strcmp (roster->id, fields[1]) == 0;
}

static gboolean
parse_vector (StreekFigures *figures, GPtrArray *sources, char **fields)
{
  if (g_strv_length (fields) != 6)
    return FALSE;

  const StreekRoster *roster = find_roster (figures, fields[3]);
  guint64 source = g_ascii_strtoull (fields[4], NULL, 10);
  g_auto (GStrv) cells = g_strsplit (fields[5], " ", -1);

  if (roster == NULL || source < 1 || source > sources->len || g_strv_length (cells) != roster->n)
    return FALSE;

  char **source_fields = g_ptr_array_index (sources, source - 1);
  StreekFigure *figure =
    streek_figures_add (figures, fields[1], fields[2], roster, streek_vector_new (roster->n));

  figure->licence = g_strdup (source_fields[2]);
  figure->extracted_on = *source_fields[3] != '\0' ? g_strdup (source_fields[3]) : NULL;
  figure->source = g_strdup (source_fields[4]);

  for (guint i = 0; i < roster->n; i++)
    if (!parse_cell (figure->vector, i, cells[i]))
      return FALSE;

  return TRUE;
}

/* Keeps the fields of a source; their number is their place. */
static gboolean
parse_source (GPtrArray *sources, char **fields)
{
  if (g_strv_length (fields) != 5 || g_ascii_strtoull (fields[1], NULL, 10) != sources->len + 1)
    return FALSE;

  g_ptr_array_add (sources, g_strdupv (fields));

  return TRUE;
}

static gboolean
parse_line (StreekFigures *figures, GPtrArray *sources, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);

  if (*line == '\0' || *line == '#')
    return TRUE;
  if (strcmp (fields[0], "roster") == 0)
    return parse_roster (figures, fields);
  if (strcmp (fields[0], "source") == 0)
    return parse_source (sources, fields);

  return strcmp (fields[0], "vector") == 0 && parse_vector (figures, sources, fields);
}

/**
 * streek_figures_new_from_text:
 * @text: what streek_figures_to_text() gave
 *
 * Returns: (transfer full): the figures, or %NULL with @error naming the line that cannot be read
 */
StreekFigures *
streek_figures_new_from_text (const char *text, GError **error)
{
  g_autoptr (StreekFigures) figures = streek_figures_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!parse_line (figures, sources, lines[i]))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u cannot be read", i + 1);
        return NULL;
      }

  return g_steal_pointer (&figures);
}
