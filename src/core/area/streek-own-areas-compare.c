/* streek-own-areas-compare.c: what a set of one's own changes in the one that it replaces */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-areas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Mixes a segment into one number, the same whichever way it is walked. */
static guint64
hash_segment (StreekVertex a, StreekVertex b)
{
  gboolean swapped = a.x > b.x || (a.x == b.x && a.y > b.y);
  StreekVertex first = swapped ? b : a;
  StreekVertex second = swapped ? a : b;
  guint64 numbers[] = { (guint64) (guint32) first.x << 32 | (guint32) first.y,
                        (guint64) (guint32) second.x << 32 | (guint32) second.y };
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      hash = (hash ^ numbers[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 29;
    }

  return hash;
}

/* The outline of each unit as a sum over its segments: nothing but the outline changes it, neither
 * where neighbours begin nor in which order they come. */
guint64 *
streek_own_areas_hash_outlines (const StreekMesh *mesh)
{
  guint64 *sums = g_new0 (guint64, streek_mesh_get_n_units (mesh));

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;
      guint64 sum = 0;

      streek_mesh_get_arc (mesh, 0, i, &arc);
      for (guint j = 0; j + 1 < arc.n_vertices; j++)
        sum += hash_segment (arc.vertices[j], arc.vertices[j + 1]);
      if (arc.left >= 0)
        sums[arc.left] += sum;
      if (arc.right >= 0)
        sums[arc.right] += sum;
    }

  return sums;
}

typedef struct
{
  const StreekAreasSet *entry; /* the set as it is */
  gboolean had_mesh;
  guint64 *old_outlines; /* (nullable) */
  guint64 *new_outlines; /* (nullable) */
} Comparison;

static gboolean
is_same_land (const Comparison *comparison,
              const StreekOwnAreas *self,
              const StreekArea *before,
              const StreekOwnArea *now)
{
  if (comparison->had_mesh != (self->mesh != NULL))
    return FALSE;

  StreekUnits units = streek_own_area_get_units (now);

  if (comparison->had_mesh)
    return before->units.n == 1 &&
           comparison->old_outlines[before->units.ids[0]] == comparison->new_outlines[units.ids[0]];

  return before->units.n == units.n &&
         memcmp (before->units.ids, units.ids, units.n * sizeof (guint32)) == 0;
}

static void
say_of_area (StreekOwnAreas *self,
             StreekSeverity severity,
             const char *id,
             const char *code,
             const char *format,
             const char *name,
             const char *other)
{
  GString *message = g_string_new (format);

  g_string_replace (message, "%1$s", name, 1);
  if (other != NULL)
    g_string_replace (message, "%2$s", other, 1);
  streek_own_areas_say (self, severity, id, code, message->str);
  g_string_free (message, TRUE);
}

static void
compare_area (StreekOwnAreas *self,
              const Comparison *comparison,
              const StreekArea *before,
              const StreekOwnArea *now)
{
  if (now == NULL)
    {
      say_of_area (self, STREEK_SEVERITY_WARNING, "own-areas/gone", before->code,
                   /* Translators: %1$s is an area of the set that is imported again. */
                   _ ("%1$s is not in the file any more: it goes out of the set."), before->name,
                   NULL);
      return;
    }

  if (!is_same_land (comparison, self, before, now))
    {
      g_hash_table_add (self->moved, (gpointer) now->code);
      say_of_area (self, STREEK_SEVERITY_WARNING, "own-areas/moved", before->code,
                   /* Translators: %1$s is an area of the set that is imported again. */
                   _ ("%1$s gets another outline."), before->name, NULL);
    }
  if (strcmp (before->name, now->name) != 0)
    say_of_area (self, STREEK_SEVERITY_NOTE, "own-areas/renamed", before->code,
                 /* Translators: an area had the name %1$s and has the name %2$s now. */
                 _ ("%1$s is called %2$s from now on."), before->name, now->name);
  if (before->certainty == STREEK_CERTAINTY_CORRECTED)
    say_of_area (self, STREEK_SEVERITY_WARNING, "own-areas/corrected", before->code,
                 /* Translators: %1$s is an area of the set that is imported again. */
                 _ ("What %1$s is made of was corrected by hand: the correction stays, and holds "
                    "for the new area too."),
                 before->name, NULL);
}

static void
say_added (StreekOwnAreas *self, GHashTable *old_codes)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const StreekOwnArea *area = self->areas->pdata[i];

      if (!g_hash_table_contains (old_codes, area->code))
        say_of_area (self, STREEK_SEVERITY_NOTE, "own-areas/added", area->code,
                     /* Translators: %1$s is an area of the set that is imported again. */
                     _ ("%1$s is new in the set."), area->name, NULL);
    }
}

static gboolean
comparison_init (Comparison *comparison, const StreekOwnAreas *self, const StreekAreas *areas)
{
  *comparison = (Comparison){ .entry = streek_areas_find_entry (areas, self->set) };
  if (comparison->entry == NULL || !comparison->entry->set.own)
    return FALSE;

  comparison->had_mesh = comparison->entry->mesh->own;
  if (comparison->had_mesh && comparison->entry->mesh->mesh == NULL)
    return FALSE; /* the outlines were not read */

  if (comparison->had_mesh && self->mesh != NULL)
    {
      comparison->old_outlines = streek_own_areas_hash_outlines (comparison->entry->mesh->mesh);
      comparison->new_outlines = streek_own_areas_hash_outlines (self->mesh);
    }

  return TRUE;
}

/* Says what becomes of the areas of the set that has this code already, if there is one: which go,
 * which come, which get another outline or name. */
void
streek_own_areas_compare (StreekOwnAreas *self, const StreekAreas *areas)
{
  Comparison comparison;

  if (!comparison_init (&comparison, self, areas))
    return;

  g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->areas->len; i++)
    g_hash_table_insert (now, (gpointer) ((StreekOwnArea *) self->areas->pdata[i])->code,
                         self->areas->pdata[i]);

  for (guint i = 0; i < comparison.entry->n; i++)
    {
      const StreekArea *area = streek_areas_get_area (areas, comparison.entry->first + i);

      if (g_hash_table_add (before, (gpointer) area->code))
        compare_area (self, &comparison, area, g_hash_table_lookup (now, area->code));
    }
  say_added (self, before);
  g_free (comparison.old_outlines);
  g_free (comparison.new_outlines);
}

/**
 * streek_own_areas_get_from:
 *
 * Returns: the day since when its areas are there
 */
StreekDate
streek_own_areas_get_from (const StreekOwnAreas *self)
{
  return self->from;
}

/**
 * streek_own_areas_has_code:
 *
 * Returns: whether the set as it would be written has an area with this code
 */
gboolean
streek_own_areas_has_code (const StreekOwnAreas *self, const char *code)
{
  return g_hash_table_contains (self->codes, code);
}

/**
 * streek_own_areas_keeps:
 *
 * Returns: whether writing the set leaves an area with this code as it is, if there is one
 */
gboolean
streek_own_areas_keeps (const StreekOwnAreas *self, const char *code)
{
  return self->keeps_others && !g_hash_table_contains (self->codes, code);
}

/**
 * streek_own_areas_is_moved:
 *
 * Returns: whether an area that the workspace has gets another outline
 */
gboolean
streek_own_areas_is_moved (const StreekOwnAreas *self, const char *code)
{
  return g_hash_table_contains (self->moved, code);
}
