/* streek-figure-notes.c: what is said about many values at once, and words for directions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-figures-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One sentence and whom it is about. */
typedef struct
{
  const char *text;
  const char *name; /* of the first area */
  guint n_areas;
} ValueNote;

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const ValueNote *first = a, *second = b;

  if (first->n_areas != second->n_areas)
    return first->n_areas > second->n_areas ? -1 : 1;

  return strcmp (first->text, second->text);
}

static void
count_note (GArray *notes, const char *text, const char *name)
{
  for (guint i = 0; i < notes->len; i++)
    {
      ValueNote *note = &g_array_index (notes, ValueNote, i);

      if (strcmp (note->text, text) == 0)
        {
          note->n_areas++;
          return;
        }
    }

  ValueNote note = { text, name, 1 };

  g_array_append_val (notes, note);
}

struct _StreekValueNotes
{
  GArray *notes; /* (element-type ValueNote) */
};

StreekValueNotes *
streek_value_notes_new (void)
{
  StreekValueNotes *self = g_new0 (StreekValueNotes, 1);

  self->notes = g_array_new (FALSE, FALSE, sizeof (ValueNote));

  return self;
}

/**
 * streek_value_notes_add:
 * @text: (nullable): what is to be known about one value
 * @area_name: whose value it is
 */
void
streek_value_notes_add (StreekValueNotes *notes, const char *text, const char *area_name)
{
  if (text != NULL && *text != '\0')
    count_note (notes->notes, text, area_name);
}

GPtrArray *
streek_value_notes_end (StreekValueNotes *notes, guint n_areas)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_array_sort (notes->notes, compare_notes);

  for (guint i = 0; i < notes->notes->len; i++)
    {
      const ValueNote *note = &g_array_index (notes->notes, ValueNote, i);

      g_ptr_array_add (sentences, note->n_areas == 1 && n_areas > 1
                                    ? g_strdup_printf ("%s: %s", note->name, note->text)
                                    : g_strdup (note->text));
    }

  g_array_unref (notes->notes);
  g_free (notes);

  return sentences;
}

void
streek_value_notes_append (const GPtrArray *sentences, guint most, GPtrArray *notes)
{
  guint n = sentences != NULL ? sentences->len : 0;
  guint n_said = n > most ? most - 1 : n;

  for (guint i = 0; i < n_said; i++)
    g_ptr_array_add (notes, g_strdup (g_ptr_array_index (sentences, i)));

  if (n > n_said)
    g_ptr_array_add (
      notes,
      /* Translators: under a map or chart, after the first remarks on its figures */
      g_strdup_printf (ngettext ("%u more remark on figures: see the table.",
                                 "%u more remarks on figures: see the table.", n - n_said),
                       n - n_said));
}

void
streek_words_get_direction (const StreekIndicator *indicator, const char **low, const char **high)
{
  *low = *high = NULL;

  switch (indicator->direction)
    {
    case STREEK_DIRECTION_HIGHER_IS_BETTER:
      *low = C_ ("end of a legend", "less favourable");
      *high = C_ ("end of a legend", "more favourable");
      break;
    case STREEK_DIRECTION_LOWER_IS_BETTER:
      *low = C_ ("end of a legend", "more favourable");
      *high = C_ ("end of a legend", "less favourable");
      break;
    case STREEK_DIRECTION_LOWER_IS_TIGHTER:
      *low = C_ ("end of a legend", "tighter");
      *high = C_ ("end of a legend", "looser");
      break;
    case STREEK_DIRECTION_NEUTRAL:
    default:
      break;
    }
}

void
streek_words_get_gap (const char **low, const char **high)
{
  /* Translators: of supply less need, in a legend */
  *low = C_ ("end of a legend", "less than is needed");
  /* Translators: of supply less need, in a legend */
  *high = C_ ("end of a legend", "as much as is needed, or more");
}
