/* streek-map-group-numbers.c: numbers in the place of names on several maps: the same area has the
 * same one on each, and one list says them all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-group-private.h"
#include "figure/streek-reading-order.h"

char *
streek_map_group_make_key (const StreekFigure *figure, guint row)
{
  int code = streek_table_find_column (figure->table, "code");
  const char *text = code >= 0 ? streek_table_get_text (figure->table, row, (guint) code) : NULL;

  return g_strdup_printf ("%s:%s", figure->spec->set, text != NULL ? text : figure->names[row]);
}

/* Where each area lies, once. Returns: (element-type utf8 guint): its place in @places */
static GHashTable *
list_places (const StreekMapGroup *self, GArray *places)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n; i++)
    for (guint row = 0; row < self->figures[i]->n_rows; row++)
      {
        const StreekPlace *place = &self->figures[i]->ground->places[row];
        const StreekPoint point = { place->circle.x, -place->circle.y };
        g_autofree char *key = streek_map_group_make_key (self->figures[i], row);

        if (g_hash_table_contains (known, key))
          continue;

        g_hash_table_insert (known, g_steal_pointer (&key), GUINT_TO_POINTER (places->len));
        g_array_append_val (places, point);
      }

  return known;
}

static void
give_numbers (StreekFigure *figure, GHashTable *known, const guint *numbers)
{
  guint hash = 1;

  g_free (figure->numbers);
  figure->numbers = g_new (guint, figure->n_rows + 1);

  for (guint row = 0; row < figure->n_rows; row++)
    {
      g_autofree char *key = streek_map_group_make_key (figure, row);

      figure->numbers[row] = numbers[GPOINTER_TO_UINT (g_hash_table_lookup (known, key))];
      hash = hash * 31 + figure->numbers[row];
    }

  figure->numbers_hash = hash;
}

static guint
count_rows (const StreekMapGroup *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n = MAX (n, self->figures[i]->n_rows);

  return n;
}

void
streek_map_group_number_areas (StreekMapGroup *self)
{
  if (count_rows (self) > STREEK_MOST_KEPT_NUMBERS)
    {
      for (guint i = 0; i < self->n; i++)
        self->figures[i]->without_numbers = TRUE;
      return;
    }

  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (StreekPoint));
  g_autoptr (GHashTable) known = list_places (self, places);
  g_autofree guint *numbers = g_new (guint, places->len + 1);

  streek_number_as_read ((const StreekPoint *) (gpointer) places->data, places->len, numbers);

  for (guint i = 0; i < self->n; i++)
    give_numbers (self->figures[i], known, numbers);
}
