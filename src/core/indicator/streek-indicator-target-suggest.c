/* streek-indicator-target-suggest.c: asks which area a text means, with what is spelt alike */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-seek.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SUGGESTIONS 4

static char *
dup_ref (const StreekArea *area)
{
  return g_strconcat (area->set->code, ":", area->code, NULL);
}

/* Tielt of before a merger and Tielt of after it are told apart by their codes. */
static gboolean
has_namesake (const GArray *candidates, const StreekArea *area)
{
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const StreekArea *other = g_array_index (candidates, StreekNamedArea, i).area;

      if (strcmp (other->set->code, area->set->code) == 0 &&
          strcmp (other->name, area->name) == 0 && strcmp (other->code, area->code) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_area_choice (StreekImportQuestion *question, const StreekArea *area, const GArray *candidates)
{
  g_autofree char *ref = dup_ref (area);
  g_autofree char *label =
    has_namesake (candidates, area)
      ? g_strdup_printf ("%s (%s, %s)", area->name, area->set->name, area->code)
      : g_strdup_printf ("%s (%s)", area->name, area->set->name);

  streek_import_question_add_choice (question, ref, label);
}

/* How many letters have to be put in, taken out or replaced (Levenshtein) to make the @n ones of
 * @letters of @a; more than @limit are not counted. */
static guint
measure_distance (const char *a, const gunichar *letters, glong n, guint limit)
{
  /* each letter more is one to put in: a whole page in a cell is not looked at */
  if (ABS (g_utf8_strlen (a, -1) - n) > (glong) limit)
    return limit + 1;

  g_autofree guint *row = g_new (guint, n + 1);

  for (glong j = 0; j <= n; j++)
    row[j] = (guint) j;

  for (guint i = 1; *a != '\0'; a = g_utf8_next_char (a), i++)
    {
      gunichar letter = g_utf8_get_char (a);
      guint diagonal = row[0];
      guint least = row[0] = i;

      for (glong j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j] + 1, row[j - 1] + 1), diagonal + (letters[j - 1] != letter));
          diagonal = above;
          least = MIN (least, row[j]);
        }

      if (least > limit)
        return limit + 1;
    }

  return row[n];
}

typedef struct
{
  const StreekArea *area;
  const char *name;
  guint distance;
} Suggestion;

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const Suggestion *first = a;
  const Suggestion *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return strcmp (first->name, second->name);
}

static void
suggest (const StreekAreaSeeker *seeker, StreekImportQuestion *question)
{
  g_autofree char *tidy = streek_area_name_tidy (seeker->text);
  glong n_letters;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (tidy, -1, &n_letters);
  guint limit = strlen (tidy) < 5 ? 1 : 2;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Suggestion));
  GHashTableIter iter;
  gpointer name;
  gpointer named;

  g_hash_table_iter_init (&iter, seeker->index->by_name);

  while (g_hash_table_iter_next (&iter, &name, &named))
    {
      const GArray *areas = named;
      const StreekArea *area = g_array_index (areas, StreekNamedArea, 0).area;
      Suggestion suggestion = { area, name, measure_distance (name, letters, n_letters, limit) };

      for (guint i = 0; i < areas->len && seeker->level != NULL; i++)
        if (strcmp (g_array_index (areas, StreekNamedArea, i).area->set->code, seeker->level) == 0)
          suggestion.area = g_array_index (areas, StreekNamedArea, i).area;

      if (suggestion.distance <= limit)
        g_array_append_val (found, suggestion);
    }

  g_array_sort (found, compare_suggestions);

  for (guint i = 0; i < MIN (found->len, MAX_SUGGESTIONS); i++)
    add_area_choice (question, g_array_index (found, Suggestion, i).area, NULL);
}

static void
ask_for_area (const StreekAreaSeeker *seeker, const char *sentence, const GArray *candidates)
{
  StreekImport *import = seeker->import;
  guint n_asked = 0;

  for (guint i = 0; i < import->questions->len; i++)
    {
      const StreekImportQuestion *question = import->questions->pdata[i];

      if (question->kind == STREEK_ANSWER_AREA && g_strcmp0 (question->text, seeker->text) == 0)
        return;
      n_asked++;
    }

  /* a column of something else altogether is not asked about name by name */
  if (n_asked > 100)
    return;

  StreekImportQuestion *question =
    streek_import_ask (import, STREEK_ANSWER_AREA, FALSE, NULL, seeker->text, sentence);

  if (candidates == NULL)
    suggest (seeker, question);
  else
    for (guint i = 0; i < candidates->len; i++)
      add_area_choice (question, g_array_index (candidates, StreekNamedArea, i).area, candidates);

  streek_import_question_add_choice (question, "", _ ("Leave it out"));
}

void
streek_area_seeker_ask_which (const StreekAreaSeeker *seeker, const GArray *candidates)
{
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is a name in a file. */
    _ ("Which area is “%s”?"), seeker->text);

  ask_for_area (seeker, sentence, candidates);
}

void
streek_area_seeker_ask_what (const StreekAreaSeeker *seeker)
{
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is a name or code in a file. */
    _ ("“%s” is no area that is known here. Which area is it?"), seeker->text);

  ask_for_area (seeker, sentence, NULL);
}
