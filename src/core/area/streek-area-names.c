/* streek-area-names.c: the areas of one set, by code and by every name that they are known by */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-area-names.h"

#include "search/streek-fold.h"

#include <string.h>

/* More names than this say no more. */
#define MAX_NAMED 4

typedef struct
{
  const StreekArea *area; /* a link of the chain that has the name */
  StreekAreaNameKind kind;
} Named;

struct _StreekAreaNames
{
  const StreekAreas *areas;
  char *set;
  GHashTable *by_name; /* tidy name → GArray of Named */
};

char *
streek_area_name_tidy (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  GString *tidy = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (*c == '-' || g_ascii_isspace (*c))
      {
        if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
          g_string_append_c (tidy, ' ');
      }
    else
      g_string_append_c (tidy, *c);

  while (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);

  return g_string_free (tidy, FALSE);
}

char *
streek_area_names_join (const GPtrArray *areas)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < areas->len && i < MAX_NAMED; i++)
    {
      const StreekArea *area = areas->pdata[i];

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "", area->name, area->code);
    }
  if (areas->len > MAX_NAMED)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

static void
add_name (const StreekArea *area, const char *name, StreekAreaNameKind kind, gpointer data)
{
  StreekAreaNames *self = data;

  if (strcmp (area->set->code, self->set) != 0)
    return;

  g_autofree char *tidy = streek_area_name_tidy (name);
  GArray *named = g_hash_table_lookup (self->by_name, tidy);

  if (named == NULL)
    {
      named = g_array_new (FALSE, FALSE, sizeof (Named));
      g_hash_table_insert (self->by_name, g_steal_pointer (&tidy), named);
    }

  for (guint i = 0; i < named->len; i++)
    if (strcmp (g_array_index (named, Named, i).area->code, area->code) == 0)
      return;

  Named entry = { area, kind };

  g_array_append_val (named, entry);
}

/**
 * streek_area_names_new:
 * @set: the set whose areas are meant
 *
 * Returns: (transfer full): all names of its areas, through time
 */
StreekAreaNames *
streek_area_names_new (const StreekAreas *areas, const char *set)
{
  g_return_val_if_fail (areas != NULL && set != NULL, NULL);

  StreekAreaNames *self = g_new0 (StreekAreaNames, 1);

  self->areas = areas;
  self->set = g_strdup (set);
  self->by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  streek_areas_foreach_name (areas, add_name, self);

  return self;
}

void
streek_area_names_free (StreekAreaNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_name);
  g_free (self->set);
  g_free (self);
}

/**
 * streek_area_names_find_code:
 * @word: a code, alone or behind its set and a colon
 *
 * Returns: (transfer container) (nullable): the last link of the chain that has that code
 */
GPtrArray *
streek_area_names_find_code (const StreekAreaNames *self, const char *word)
{
  gsize length = strlen (self->set);
  const char *code =
    strncmp (word, self->set, length) == 0 && word[length] == ':' ? word + length + 1 : word;
  g_autoptr (GPtrArray) chain = streek_areas_list_chain (self->areas, self->set, code);

  if (chain->len == 0)
    return NULL;

  g_ptr_array_remove_range (chain, 0, chain->len - 1);

  return g_steal_pointer (&chain);
}

/**
 * streek_area_names_find_kind:
 *
 * Returns: (transfer container) (nullable): what has that name, in this way
 */
GPtrArray *
streek_area_names_find_kind (const StreekAreaNames *self, const char *word, StreekAreaNameKind kind)
{
  g_autofree char *tidy = streek_area_name_tidy (word);
  const GArray *named = g_hash_table_lookup (self->by_name, tidy);
  GPtrArray *found = NULL;

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const Named *entry = &g_array_index (named, Named, i);

      if (entry->kind != kind)
        continue;
      if (found == NULL)
        found = g_ptr_array_new ();
      g_ptr_array_add (found, (gpointer) entry->area);
    }

  return found;
}

/**
 * streek_area_names_find:
 * @kind: (out) (optional): in which way it has the name
 *
 * Its own name goes before the French one, that before others, and what people call it themselves
 * comes last: "Saint-Nicolas" is a municipality near Liège, and Sint-Niklaas in French.
 *
 * Returns: (transfer container) (nullable): what has that name
 */
GPtrArray *
streek_area_names_find (const StreekAreaNames *self, const char *word, StreekAreaNameKind *kind)
{
  GPtrArray *found = NULL;

  for (StreekAreaNameKind tried = STREEK_AREA_NAME_OWN;
       found == NULL && tried <= STREEK_AREA_NAME_GIVEN; tried++)
    {
      found = streek_area_names_find_kind (self, word, tried);
      if (found != NULL && kind != NULL)
        *kind = tried;
    }

  return found;
}

void
streek_area_names_keep (const StreekAreaNames *self, GPtrArray *found, StreekDate on)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const StreekArea *area = found->pdata[i];

      if (streek_areas_find (self->areas, self->set, area->code, on) != NULL)
        g_ptr_array_add (kept, found->pdata[i]);
    }
  if (kept->len == 0)
    return;

  g_ptr_array_set_size (found, 0);
  g_ptr_array_extend (found, kept, NULL, NULL);
}
