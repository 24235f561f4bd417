/* streek-set-comparison.c: which municipalities two sets of areas place differently */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-set-comparison.h"
#include "base/streek-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEMBER_SET "gemeente"

/* What a unit lies in: the areas of one set, joined where they overlap. */
typedef struct
{
  const char *code;
  const char *name;
} Place;

typedef struct
{
  StreekSetComparison *result;
  const StreekAreas *areas;
  GPtrArray *members;
  guint n_units;
  Place *first; /* (array length=n_units) */
  Place *second;
  GHashTable *counterparts; /* code of an area of the first → code of one of the second */
} Comparing;

void
streek_set_comparison_free (StreekSetComparison *comparison)
{
  if (comparison == NULL)
    return;

  g_array_unref (comparison->members);
  g_string_chunk_free (comparison->strings);
  g_free (comparison);
}

static const char *
join (GStringChunk *strings, const char *before, const char *glue, const char *text)
{
  g_autofree char *joined = g_strconcat (before, glue, text, NULL);

  return g_string_chunk_insert_const (strings, joined);
}

/* Areas come in the order of their codes, so what overlaps is joined in that order. */
static Place *
place_units (StreekSetComparison *result, const GPtrArray *list, guint n_units)
{
  Place *places = g_new0 (Place, n_units);

  for (guint i = 0; i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];

      for (guint j = 0; j < area->units.n; j++)
        {
          Place *place = &places[area->units.ids[j]];

          *place = place->code == NULL
                     ? (Place){ area->code, area->name }
                     : (Place){ join (result->strings, place->code, "+", area->code),
                                join (result->strings, place->name, ", ", area->name) };
        }
    }

  return places;
}

static GPtrArray *
list_side (Comparing *self,
           const StreekSetSide *side,
           const StreekAreaSet **set,
           StreekDate *used,
           GError **error)
{
  const StreekAreaSet *base = streek_areas_find_set (self->areas, MEMBER_SET, error);

  *set = base != NULL ? streek_areas_find_set (self->areas, side->set, error) : NULL;
  if (*set == NULL)
    return NULL;

  if (strcmp ((*set)->mesh, base->mesh) != 0)
    {
      g_set_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_INVALID,
                   /* Translators: %s is a set of areas. */
                   _ ("The areas of %s have borders of their own and are not made of "
                      "municipalities."),
                   (*set)->name);
      return NULL;
    }

  return streek_areas_list (self->areas, side->set, side->on, used, error);
}

/* Two areas, and how many units they share. */
typedef struct
{
  const char *first;
  const char *second;
  guint n;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a;
  const Pair *other = b;
  int order = strcmp (one->first, other->first);

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;

  return order != 0 ? order : strcmp (one->second, other->second);
}

static GArray *
count_pairs (const Comparing *self)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_units; i++)
    {
      const char *first = self->first[i].code;
      const char *second = self->second[i].code;

      if (first == NULL || second == NULL)
        continue;

      const char *key = join (self->result->strings, first, "\n", second);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));

      if (at == 0)
        {
          Pair pair = { first, second, 0 };

          g_array_append_val (pairs, pair);
          at = pairs->len;
          g_hash_table_insert (index, (gpointer) key, GUINT_TO_POINTER (at));
        }
      g_array_index (pairs, Pair, at - 1).n++;
    }

  return pairs;
}

/* Of all pairs the one that shares most, then the next of those that are left. Areas of one set on
 * two days are each other's by their code. */
static void
find_counterparts (Comparing *self)
{
  g_autoptr (GArray) pairs = count_pairs (self);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_same_set = self->result->first == self->result->second;

  self->counterparts = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      gboolean fits = is_same_set ? strcmp (pair->first, pair->second) == 0
                                  : !g_hash_table_contains (self->counterparts, pair->first) &&
                                      !g_hash_table_contains (taken, pair->second);

      if (!fits)
        continue;

      g_hash_table_insert (self->counterparts, (gpointer) pair->first, (gpointer) pair->second);
      g_hash_table_add (taken, (gpointer) pair->second);
    }
}

static StreekPlaced
find_placed (const Comparing *self, const Place *first, const Place *second)
{
  if (second->code == NULL)
    return STREEK_PLACED_FIRST;
  if (first->code == NULL)
    return STREEK_PLACED_SECOND;

  return g_strcmp0 (g_hash_table_lookup (self->counterparts, first->code), second->code) == 0
           ? STREEK_PLACED_ALIKE
           : STREEK_PLACED_OTHER;
}

/* A municipality that was merged of several may lie in several areas: one row each. */
static void
add_member (Comparing *self, const StreekArea *member)
{
  GArray *rows = self->result->members;
  guint start = rows->len;

  for (guint i = 0; i < member->units.n; i++)
    {
      const Place *first = &self->first[member->units.ids[i]];
      const Place *second = &self->second[member->units.ids[i]];
      gboolean seen = FALSE;

      if (first->code == NULL && second->code == NULL)
        continue;

      for (guint j = start; j < rows->len && !seen; j++)
        {
          const StreekPlacedMember *row = &g_array_index (rows, StreekPlacedMember, j);

          seen =
            g_strcmp0 (row->first, first->code) == 0 && g_strcmp0 (row->second, second->code) == 0;
        }
      if (seen)
        continue;

      StreekPlacedMember row = {
        member,       first->code,  first->name,
        second->code, second->name, find_placed (self, first, second),
        FALSE,
      };

      g_array_append_val (rows, row);
      self->result->counts[row.placed]++;
    }

  for (guint j = start; j < rows->len; j++)
    g_array_index (rows, StreekPlacedMember, j).is_part = rows->len - start > 1;
}

static gboolean
compare (Comparing *self, const StreekSetSide *first, const StreekSetSide *second, GError **error)
{
  StreekSetComparison *result = self->result;
  g_autoptr (GPtrArray) left = list_side (self, first, &result->first, &result->first_on, error);
  g_autoptr (GPtrArray) right =
    left != NULL ? list_side (self, second, &result->second, &result->second_on, error) : NULL;
  g_autoptr (GPtrArray) members =
    right != NULL ? streek_areas_list (self->areas, MEMBER_SET, first->on, NULL, error) : NULL;

  if (members == NULL)
    return FALSE;

  const GPtrArray *lists[] = { left, right, members };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const StreekArea *area = lists[i]->pdata[j];

        if (area->units.n > 0)
          self->n_units = MAX (self->n_units, area->units.ids[area->units.n - 1] + 1);
      }

  self->first = place_units (result, left, self->n_units);
  self->second = place_units (result, right, self->n_units);
  find_counterparts (self);
  for (guint i = 0; i < members->len; i++)
    add_member (self, members->pdata[i]);

  return TRUE;
}

/**
 * streek_areas_compare_sets:
 * @first: a set on a day, whose municipalities are listed
 * @second: another set, or the same one on another day
 * @error: return location for a #StreekAreaError
 *
 * The area of one set and that of the other which share most municipalities of before 2019 are
 * counterparts, then those of the rest which do, until nothing is shared; of one set on two days,
 * those of the same code. Municipalities in counterparts are placed alike.
 *
 * Returns: (transfer full): every municipality that lies in one of both, or %NULL with @error set
 */
StreekSetComparison *
streek_areas_compare_sets (const StreekAreas *areas,
                           const StreekSetSide *first,
                           const StreekSetSide *second,
                           GError **error)
{
  g_return_val_if_fail (areas != NULL && first != NULL && second != NULL, NULL);

  g_autoptr (StreekSetComparison) result = g_new0 (StreekSetComparison, 1);
  Comparing self = { .result = result, .areas = areas };

  result->members = g_array_new (FALSE, FALSE, sizeof (StreekPlacedMember));
  result->strings = g_string_chunk_new (1024);

  gboolean done = compare (&self, first, second, error);

  g_free (self.first);
  g_free (self.second);
  g_clear_pointer (&self.counterparts, g_hash_table_unref);

  return done ? g_steal_pointer (&result) : NULL;
}

const char *
streek_placed_get_id (StreekPlaced placed)
{
  static const char *const ids[] = { "same", "first_only", "second_only", "other" };

  return ids[placed];
}

const char *
streek_placed_get_label (StreekPlaced placed)
{
  static const char *const labels[] = { N_ ("in the same area"), N_ ("only in the first set"),
                                        N_ ("only in the second set"), N_ ("in another area") };

  return _ (labels[placed]);
}

/* A municipality of several rows is one, and placed alike where all of it is. */
static void
count_members (const StreekSetComparison *comparison, guint *n_alike, guint *n_differ)
{
  const GArray *rows = comparison->members;

  *n_alike = 0;
  *n_differ = 0;

  for (guint i = 0, end; i < rows->len; i = end)
    {
      const StreekArea *member = g_array_index (rows, StreekPlacedMember, i).member;
      gboolean differs = FALSE;

      for (end = i;
           end < rows->len && g_array_index (rows, StreekPlacedMember, end).member == member; end++)
        differs |= g_array_index (rows, StreekPlacedMember, end).placed != STREEK_PLACED_ALIKE;

      *n_differ += differs;
      *n_alike += !differs;
    }
}

/**
 * streek_set_comparison_describe:
 *
 * Returns: (transfer full): how many municipalities are placed alike and how many are not, wholly
 * or in part, as sentences
 */
char *
streek_set_comparison_describe (const StreekSetComparison *comparison)
{
  guint alike;
  guint differ;

  count_members (comparison, &alike, &differ);

  g_autofree char *first = g_strdup_printf (
    /* Translators: %u is a number. */
    ngettext ("%u municipality is placed differently.", "%u municipalities are placed differently.",
              differ),
    differ);
  g_autofree char *second = g_strdup_printf (
    /* Translators: %u is a number. */
    ngettext ("%u lies in the same area.", "%u lie in the same area.", alike), alike);

  return g_strdup_printf ("%s %s", first, second);
}

/* "RESOC, 1 januari 2009" */
static char *
name_side (const StreekAreaSet *set, StreekDate on)
{
  g_autofree char *day = streek_format_date (streek_format_get_default (), on);

  return g_strdup_printf ("%s, %s", set->name, day);
}

/**
 * streek_set_comparison_make_table:
 * @all: whether those that are placed alike are rows too
 *
 * Returns: (transfer full): columns code, name, first, second, placed, in words
 */
StreekTable *
streek_set_comparison_make_table (const StreekSetComparison *comparison, gboolean all)
{
  StreekTable *table = streek_table_new ();
  g_autofree char *first = name_side (comparison->first, comparison->first_on);
  g_autofree char *second = name_side (comparison->second, comparison->second_on);
  g_autofree char *said = streek_set_comparison_describe (comparison);

  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", _ ("Municipality"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "first", first, STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "second", second, STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "placed", _ ("Difference"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_remark (table, said);

  for (guint i = 0; i < comparison->members->len; i++)
    {
      const StreekPlacedMember *member =
        &g_array_index (comparison->members, StreekPlacedMember, i);

      if (member->placed == STREEK_PLACED_ALIKE && !all)
        continue;

      guint row = streek_table_add_row (table);
      /* Translators: %s is a municipality, of which some former ones lie in another area. */
      g_autofree char *part = g_strdup_printf (_ ("%s (part)"), member->member->name);

      streek_table_set_text (table, row, 0, member->member->code);
      streek_table_set_text (table, row, 1, member->is_part ? part : member->member->name);
      streek_table_set_text (table, row, 2, member->first_name != NULL ? member->first_name : "–");
      streek_table_set_text (table, row, 3,
                             member->second_name != NULL ? member->second_name : "–");
      streek_table_set_text (table, row, 4, streek_placed_get_label (member->placed));
    }

  return table;
}
