/* streek-own-areas-select.c: a set of areas made of areas that somebody chose */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-areas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_units (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* Areas that overlap share units; an area has each once. */
static void
sort_units (GArray *units)
{
  guint n = 0;

  g_array_sort (units, compare_units);
  for (guint i = 0; i < units->len; i++)
    if (n == 0 || g_array_index (units, guint32, n - 1) != g_array_index (units, guint32, i))
      g_array_index (units, guint32, n++) = g_array_index (units, guint32, i);
  g_array_set_size (units, n);
}

static StreekOwnArea *
add_empty (StreekOwnAreas *self, GHashTable *codes, const char *code, const char *name)
{
  self->counts.n_read++;
  if (!streek_own_areas_check_code (self, codes, code, code))
    {
      self->counts.n_rejected++;
      return NULL;
    }

  streek_own_areas_add (self, code, *name != '\0' ? name : code);
  self->counts.n_taken++;

  StreekOwnArea *area = self->areas->pdata[self->areas->len - 1];

  area->units = g_array_new (FALSE, FALSE, sizeof (guint32));

  return area;
}

/* The chosen area, NULL where it cannot be a part of anything, which is said. */
static const StreekArea *
find_chosen (StreekOwnAreas *self,
             const StreekAreas *areas,
             const StreekOwnAreasSelection *selection,
             const char *code)
{
  const StreekArea *found = streek_areas_find (areas, selection->source_set, code, selection->on);
  const StreekAreasMesh *base = streek_own_areas_find_base (areas);

  if (found != NULL && strcmp (found->set->mesh, base->code) == 0)
    return found;

  streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/unknown-member", code,
                        found != NULL
                          ? _ ("The area has borders of its own and is not made of "
                               "municipalities: figures of municipalities do not add up to it.")
                          : _ ("There is no such area on that day."));

  return NULL;
}

static void
add_together (StreekOwnAreas *self,
              const StreekAreas *areas,
              const StreekOwnAreasSelection *selection,
              GHashTable *codes)
{
  StreekOwnArea *area = add_empty (self, codes, selection->code, selection->name);

  for (gsize i = 0; area != NULL && selection->codes[i] != NULL; i++)
    {
      const StreekArea *chosen = find_chosen (self, areas, selection, selection->codes[i]);

      if (chosen != NULL)
        g_array_append_vals (area->units, chosen->units.ids, chosen->units.n);
    }
  if (area != NULL)
    sort_units (area->units);
}

static void
add_apart (StreekOwnAreas *self,
           const StreekAreas *areas,
           const StreekOwnAreasSelection *selection,
           GHashTable *codes)
{
  for (gsize i = 0; selection->codes[i] != NULL; i++)
    {
      const StreekArea *chosen = find_chosen (self, areas, selection, selection->codes[i]);
      StreekOwnArea *area =
        chosen != NULL ? add_empty (self, codes, chosen->code, chosen->name) : NULL;

      if (area != NULL)
        g_array_append_vals (area->units, chosen->units.ids, chosen->units.n);
    }
}

/* Areas of people's own set that stay beside the new ones: whether any of those lies over them. */
static void
keep_others (StreekOwnAreas *self, const StreekAreas *areas, const StreekAreasSet *entry)
{
  self->keeps_others = TRUE;
  self->overlaps |= entry->set.overlaps;

  for (guint i = 0; i < entry->n; i++)
    {
      const StreekArea *other = streek_areas_get_area (areas, entry->first + i);

      for (guint j = 0; j < self->areas->len; j++)
        {
          const StreekOwnArea *area = self->areas->pdata[j];
          StreekUnits units = streek_own_area_get_units (area);

          if (strcmp (area->code, other->code) == 0)
            {
              streek_own_areas_say (self, STREEK_SEVERITY_WARNING, "own-areas/replaces-area",
                                    area->code, _ ("The area with this code is replaced."));
              continue;
            }
          if (!streek_units_overlap (units, other->units) ||
              MAX (self->from, other->valid.from) >= MIN (self->until, other->valid.to))
            continue;

          g_autofree char *message = g_strdup_printf (
            /* Translators: %1$s and %2$s are areas. */
            _ ("%1$s and %2$s share land: the areas of the set overlap, and are not added up."),
            area->name, other->name);

          self->overlaps = TRUE;
          streek_own_areas_say (self, STREEK_SEVERITY_WARNING, "own-areas/overlap", area->code,
                                message);
        }
    }
}

static void
check_days (StreekOwnAreas *self)
{
  if (self->until <= self->from)
    streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/days", self->set,
                          _ ("The areas end before they begin. Give a later last day."));
}

/**
 * streek_own_areas_from_selection:
 * @selection: what was chosen, and what it is to be called
 * @error: return location for a #StreekAreaError
 *
 * Makes a set of one area of all that was chosen, or of one for each. A set of people's own that
 * has this code keeps its other areas, so that a set can be made one area after the other. What is
 * wrong is a finding.
 *
 * Returns: (transfer full): the set, or %NULL with @error set where the file has no municipalities
 */
StreekOwnAreas *
streek_own_areas_from_selection (const StreekAreas *areas,
                                 const StreekOwnAreasSelection *selection,
                                 GError **error)
{
  g_return_val_if_fail (areas != NULL && selection != NULL, NULL);

  if (streek_own_areas_find_base (areas) == NULL)
    {
      streek_areas_refuse (error);
      return NULL;
    }

  const StreekAreasSet *entry = streek_areas_find_entry (areas, selection->set);
  gboolean adds = entry != NULL && entry->set.own;
  StreekOwnAreas *self = streek_own_areas_begin (
    areas, selection->set, adds ? entry->set.name : selection->set_name, selection->from, adds);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  self->kind = STREEK_OWN_AREAS_UNION;
  self->by_hand = TRUE;
  self->until = selection->until != STREEK_DATE_NONE ? selection->until : STREEK_DATE_OPEN;
  g_free (self->source);
  self->source = g_strstrip (g_strdup (selection->source != NULL && *selection->source != '\0'
                                         ? selection->source
                                       : adds ? entry->set.source
                                              : ""));

  if (adds && entry->set.own_borders)
    streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/borders", self->set,
                          _ ("The set with this code has borders of its own. Choose another "
                             "code."));
  check_days (self);
  if (selection->apart)
    add_apart (self, areas, selection, codes);
  else
    add_together (self, areas, selection, codes);
  if (selection->codes[0] == NULL)
    streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/no-members", self->set,
                          _ ("No areas are chosen. Choose the ones that it is made of."));

  self->overlaps = streek_own_areas_share_units (self, self->unit_codes->len);
  if (adds)
    keep_others (self, areas, entry);
  streek_own_areas_finish (self);

  return self;
}
