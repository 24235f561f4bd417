/* streek-cover.c: which published cells stand for an area, each piece of land once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-cover.h"

#include <string.h>

#define OUTSIDE (-1)

/* The entries of a vintage that lie in an area: the same for every period of every indicator. */
typedef struct
{
  const StreekVintage *vintage;
  const StreekArea *area;
  guint n;
  guint32 *entries;
} Inside;

#define FEW_UNITS 4 /* of an area for which looking costs less than remembering */

struct _StreekCoverScratch
{
  GHashTable *inside; /* the same set of Inside: key and value */
  GArray *entries;    /* guint32: those inside a small area */
  GArray *positions;  /* gint32 per unit of the mesh: its place in the area, or OUTSIDE */
  GArray *candidates; /* StreekPart: cells inside the area, roster after roster */
  GArray *ranks;      /* Rank: one per slice that touches the area */
};

/* One slice as a candidate: what decides who goes first. */
typedef struct
{
  const StreekSlice *slice;
  guint first; /* its cells in candidates */
  guint n;
  guint n_units; /* together */
  gboolean is_asked;
  int distance;
} Rank;

static guint
hash_inside (gconstpointer data)
{
  const Inside *inside = data;

  return g_direct_hash (inside->vintage) * 31 + g_direct_hash (inside->area);
}

static gboolean
inside_equal (gconstpointer a, gconstpointer b)
{
  const Inside *first = a;
  const Inside *second = b;

  return first->vintage == second->vintage && first->area == second->area;
}

static void
free_inside (gpointer data)
{
  Inside *inside = data;

  g_free (inside->entries);
  g_free (inside);
}

/**
 * streek_cover_scratch_new:
 *
 * Returns: (transfer full): what covers share; areas and vintages they were built of must outlive
 * it
 */
StreekCoverScratch *
streek_cover_scratch_new (void)
{
  StreekCoverScratch *scratch = g_new0 (StreekCoverScratch, 1);

  scratch->inside = g_hash_table_new_full (hash_inside, inside_equal, NULL, free_inside);
  scratch->entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  scratch->positions = g_array_new (FALSE, FALSE, sizeof (gint32));
  scratch->candidates = g_array_new (FALSE, FALSE, sizeof (StreekPart));
  scratch->ranks = g_array_new (FALSE, FALSE, sizeof (Rank));

  return scratch;
}

void
streek_cover_scratch_free (StreekCoverScratch *scratch)
{
  if (scratch == NULL)
    return;

  g_hash_table_unref (scratch->inside);
  g_array_unref (scratch->entries);
  g_array_unref (scratch->positions);
  g_array_unref (scratch->candidates);
  g_array_unref (scratch->ranks);
  g_free (scratch);
}

void
streek_cover_init (StreekCover *cover)
{
  *cover = (StreekCover){ .exact = STREEK_COVER_NO_PART };
  cover->parts = g_array_new (FALSE, FALSE, sizeof (StreekPart));
}

void
streek_cover_clear (StreekCover *cover)
{
  g_clear_pointer (&cover->parts, g_array_unref);
  g_clear_pointer (&cover->states, g_free);
  g_clear_pointer (&cover->part_of_unit, g_free);
}

double
streek_part_get_value (const StreekPart *part)
{
  return part->slice->vector->values[part->entry];
}

StreekMissing
streek_part_get_missing (const StreekPart *part)
{
  return part->slice->vector->kinds[part->entry];
}

StreekStatus
streek_part_get_status (const StreekPart *part)
{
  return part->slice->vector->statuses[part->entry];
}

static StreekUnits
get_part_units (const StreekPart *part)
{
  return part->slice->vintage->areas[part->entry]->units;
}

/* Notes where each unit of the area lies; leave_area() must follow. */
static void
enter_area (StreekCoverScratch *scratch, StreekUnits units)
{
  guint n_needed = units.n > 0 ? units.ids[units.n - 1] + 1 : 0;
  gint32 outside = OUTSIDE;

  while (scratch->positions->len < n_needed)
    g_array_append_val (scratch->positions, outside);

  for (guint i = 0; i < units.n; i++)
    g_array_index (scratch->positions, gint32, units.ids[i]) = (gint32) i;
}

static void
leave_area (StreekCoverScratch *scratch, StreekUnits units)
{
  for (guint i = 0; i < units.n; i++)
    g_array_index (scratch->positions, gint32, units.ids[i]) = OUTSIDE;
}

static gint32
get_position (const StreekCoverScratch *scratch, guint32 unit)
{
  return unit < scratch->positions->len ? g_array_index (scratch->positions, gint32, unit)
                                        : OUTSIDE;
}

static gboolean
is_inside (const StreekCoverScratch *scratch, StreekUnits units)
{
  for (guint i = 0; i < units.n; i++)
    if (get_position (scratch, units.ids[i]) == OUTSIDE)
      return FALSE;

  return TRUE;
}

static gboolean
is_of_mesh (const StreekSlice *slice, const StreekArea *area)
{
  return slice->vintage->mesh != NULL && strcmp (slice->vintage->mesh, area->set->mesh) == 0;
}

/* Each cell inside the area once: it is met first at its own first unit. */
static void
list_inside (StreekCoverScratch *scratch, const StreekVintage *vintage, StreekUnits units)
{
  guint n_inside = 0;

  g_array_set_size (scratch->entries, vintage->roster->n);

  for (guint i = 0; i < units.n; i++)
    {
      guint n;
      const guint32 *entries = streek_vintage_get_entries (vintage, units.ids[i], &n);

      for (guint e = 0; e < n; e++)
        {
          StreekUnits land = vintage->areas[entries[e]]->units;

          if (land.ids[0] == units.ids[i] && (land.n == 1 || is_inside (scratch, land)))
            g_array_index (scratch->entries, guint32, n_inside++) = entries[e];
        }
    }

  g_array_set_size (scratch->entries, n_inside);
}

static const Inside *
remember_inside (StreekCoverScratch *scratch, const StreekVintage *vintage, const StreekArea *area)
{
  const Inside key = { vintage, area, 0, NULL };
  Inside *inside = g_hash_table_lookup (scratch->inside, &key);

  if (inside != NULL)
    return inside;

  list_inside (scratch, vintage, area->units);
  inside = g_new (Inside, 1);
  *inside =
    (Inside){ vintage, area, scratch->entries->len,
              g_memdup2 (scratch->entries->data, scratch->entries->len * sizeof (guint32)) };
  g_hash_table_add (scratch->inside, inside);

  return inside;
}

static void
collect_candidates (StreekCoverScratch *scratch, const StreekSlice *slice, const StreekArea *area)
{
  guint first = scratch->candidates->len;
  Inside inside = { 0 };

  if (area->units.n > FEW_UNITS)
    inside = *remember_inside (scratch, slice->vintage, area);
  else
    {
      list_inside (scratch, slice->vintage, area->units);
      inside.n = scratch->entries->len;
      inside.entries = (guint32 *) (gpointer) scratch->entries->data;
    }

  g_array_set_size (scratch->candidates, first + inside.n);

  for (guint i = 0; i < inside.n; i++)
    g_array_index (scratch->candidates, StreekPart, first + i) =
      (StreekPart){ slice, inside.entries[i], TRUE };
}

/* Exactly the asked set and date first, then the finest, then the nearest in date; the roster's id
 * last, so that two runs agree. */
static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *rank_a = a;
  const Rank *rank_b = b;

  if (rank_a->is_asked != rank_b->is_asked)
    return rank_a->is_asked ? -1 : 1;

  /* units per cell, without dividing */
  guint64 coarseness_a = (guint64) rank_a->n_units * rank_b->n;
  guint64 coarseness_b = (guint64) rank_b->n_units * rank_a->n;

  if (coarseness_a != coarseness_b)
    return coarseness_a < coarseness_b ? -1 : 1;
  if (rank_a->distance != rank_b->distance)
    return rank_a->distance < rank_b->distance ? -1 : 1;

  return strcmp (rank_a->slice->vintage->roster->id, rank_b->slice->vintage->roster->id);
}

static void
rank_slices (StreekCoverScratch *scratch,
             StreekSlice *const *slices,
             guint n_slices,
             const StreekArea *area,
             StreekDate on,
             StreekCoverMode mode)
{
  g_array_set_size (scratch->candidates, 0);
  g_array_set_size (scratch->ranks, 0);

  for (guint i = 0; i < n_slices; i++)
    {
      const StreekVintage *vintage = slices[i]->vintage;
      Rank rank = { slices[i], scratch->candidates->len };

      if (!is_of_mesh (slices[i], area))
        continue;

      collect_candidates (scratch, slices[i], area);
      rank.n = scratch->candidates->len - rank.first;

      if (rank.n == 0)
        continue;

      for (guint c = 0; c < rank.n; c++)
        rank.n_units +=
          get_part_units (&g_array_index (scratch->candidates, StreekPart, rank.first + c)).n;

      rank.distance = streek_vintage_get_distance (vintage, on);

      /* the area's own cell is not finer than itself */
      gboolean is_whole = rank.n == 1 && rank.n_units == area->units.n;

      rank.is_asked = rank.distance == 0 &&
                      strcmp (vintage->roster->set_code, area->set->code) == 0 &&
                      (mode == STREEK_COVER_EXACT_FIRST || !is_whole);
      g_array_append_val (scratch->ranks, rank);
    }

  g_array_sort (scratch->ranks, compare_ranks);
}

static gboolean
is_free (const StreekCover *cover, const StreekCoverScratch *scratch, StreekUnits land)
{
  for (guint i = 0; i < land.n; i++)
    if (cover->part_of_unit[get_position (scratch, land.ids[i])] != STREEK_COVER_NO_PART)
      return FALSE;

  return TRUE;
}

static void
take_part (StreekCover *cover,
           const StreekCoverScratch *scratch,
           const StreekPart *part,
           guint index)
{
  StreekUnits land = get_part_units (part);
  guint8 state = (guint8) streek_part_get_missing (part);

  for (guint i = 0; i < land.n; i++)
    {
      gint32 position = get_position (scratch, land.ids[i]);

      cover->states[position] = state;
      cover->part_of_unit[position] = (gint32) index;
    }

  if (land.n == cover->n_units)
    cover->exact = (int) index;

  g_array_index (cover->parts, StreekPart, index) = *part;
}

/* An unknown cell is no answer: another roster may know. A hidden one is an answer, and stays. */
static void
take_candidates (StreekCover *cover, const StreekCoverScratch *scratch, gboolean only_exact)
{
  guint n_parts = 0;

  g_array_set_size (cover->parts, scratch->candidates->len);

  for (guint r = 0; r < scratch->ranks->len; r++)
    {
      const Rank *rank = &g_array_index (scratch->ranks, Rank, r);

      for (guint c = 0; c < rank->n; c++)
        {
          const StreekPart *part =
            &g_array_index (scratch->candidates, StreekPart, rank->first + c);
          StreekUnits land = get_part_units (part);

          if (streek_part_get_missing (part) != STREEK_MISSING_UNKNOWN &&
              (!only_exact || land.n == cover->n_units) && is_free (cover, scratch, land))
            take_part (cover, scratch, part, n_parts++);
        }
    }

  g_array_set_size (cover->parts, n_parts);
}

/* A unit that no cell inside the area knows, but a cell across its border does. */
static gboolean
has_straddling_cell (const StreekCoverScratch *scratch, const StreekSlice *slice, guint32 unit)
{
  guint n;
  const guint32 *entries = streek_vintage_get_entries (slice->vintage, unit, &n);

  for (guint e = 0; e < n; e++)
    if (slice->vector->kinds[entries[e]] != STREEK_MISSING_UNKNOWN &&
        !is_inside (scratch, slice->vintage->areas[entries[e]]->units))
      return TRUE;

  return FALSE;
}

static gboolean
has_unknown_cell_inside (const StreekCoverScratch *scratch, const StreekSlice *slice, guint32 unit)
{
  guint n;
  const guint32 *entries = streek_vintage_get_entries (slice->vintage, unit, &n);

  for (guint e = 0; e < n; e++)
    if (slice->vector->kinds[entries[e]] == STREEK_MISSING_UNKNOWN &&
        is_inside (scratch, slice->vintage->areas[entries[e]]->units))
      return TRUE;

  return FALSE;
}

static StreekMissing
explain_left_over (const StreekCoverScratch *scratch,
                   StreekSlice *const *slices,
                   guint n_slices,
                   const StreekArea *area,
                   guint32 unit)
{
  gboolean straddles = FALSE;

  for (guint i = 0; i < n_slices; i++)
    {
      if (!is_of_mesh (slices[i], area))
        continue;
      if (has_unknown_cell_inside (scratch, slices[i], unit))
        return STREEK_MISSING_UNKNOWN;

      straddles = straddles || has_straddling_cell (scratch, slices[i], unit);
    }

  return straddles ? STREEK_MISSING_NOT_SPLITTABLE : STREEK_MISSING_UNKNOWN;
}

/* What a source could not place counts where the area it belongs to lies inside ours, and only
 * with the roster that it completes. */
static void
take_not_located (StreekCover *cover, const StreekSlice *slice, const StreekArea *area)
{
  for (guint entry = 0; entry < slice->vintage->roster->n; entry++)
    {
      const StreekArea *owner = slice->vintage->owners[entry];
      StreekPart part = { slice, entry, FALSE };

      if (owner != NULL && streek_area_is_inside (owner, area))
        g_array_append_val (cover->parts, part);
    }
}

static void
take_all_not_located (StreekCover *cover,
                      StreekSlice *const *slices,
                      guint n_slices,
                      const StreekArea *area)
{
  guint n_located = cover->parts->len;

  for (guint i = 0; i < n_slices; i++)
    for (guint p = 0; slices[i]->vintage->n_not_located > 0 && p < n_located; p++)
      if (g_array_index (cover->parts, StreekPart, p).slice == slices[i])
        {
          take_not_located (cover, slices[i], area);
          break;
        }
}

static void
reset (StreekCover *cover, guint n_units)
{
  if (n_units > cover->n_units || cover->states == NULL)
    {
      cover->states = g_renew (guint8, cover->states, n_units + 1);
      cover->part_of_unit = g_renew (gint32, cover->part_of_unit, n_units + 1);
    }

  cover->n_units = n_units;
  cover->exact = STREEK_COVER_NO_PART;
  g_array_set_size (cover->parts, 0);
  memset (cover->states, STREEK_MISSING_UNKNOWN, n_units);

  for (guint i = 0; i < n_units; i++)
    cover->part_of_unit[i] = STREEK_COVER_NO_PART;
}

/* The one vector there is has a cell of exactly the area, as it has for each area of a set that was
 * imported with its figures: then nothing has to be ranked. */
static gboolean
take_exact (StreekCover *cover, const StreekSlice *slice, const StreekArea *area)
{
  StreekUnits units = area->units;
  guint n;

  if (units.n == 0 || !is_of_mesh (slice, area))
    return FALSE;

  const guint32 *entries = streek_vintage_get_entries (slice->vintage, units.ids[0], &n);

  for (guint e = 0; e < n; e++)
    {
      StreekPart part = { slice, entries[e], TRUE };
      StreekMissing missing = streek_part_get_missing (&part);

      if (missing == STREEK_MISSING_UNKNOWN || !streek_units_equal (get_part_units (&part), units))
        continue;

      cover->exact = 0;
      g_array_append_val (cover->parts, part);
      memset (cover->states, missing, units.n);
      memset (cover->part_of_unit, 0, units.n * sizeof *cover->part_of_unit);

      return TRUE;
    }

  return FALSE;
}

/**
 * streek_cover_build:
 * @cover: filled; what it held before is forgotten
 * @slices: (array length=n_slices): the vectors of one indicator and period
 * @area: the area that is asked
 * @on: the day whose areas are meant
 * @mode: whether a cell of exactly the area goes before finer ones
 *
 * Chooses cells so that no piece of land counts twice, as DESIGN §4 says: a cell of exactly the
 * area; else cells inside it from the roster of the asked set and date, then the finest, then
 * the nearest in date, never one that overlaps a cell already taken. A hidden cell is taken as
 * it is and never refilled. A unit left over is unknown, or not splittable where only a cell
 * across the border knows it.
 */
void
streek_cover_build (StreekCover *cover,
                    StreekCoverScratch *scratch,
                    StreekSlice *const *slices,
                    guint n_slices,
                    const StreekArea *area,
                    StreekDate on,
                    StreekCoverMode mode)
{
  reset (cover, area->units.n);

  /* of one piece of land the finest cell is that of the area too */
  if (n_slices == 1 && (mode == STREEK_COVER_EXACT_FIRST || area->units.n == 1) &&
      take_exact (cover, slices[0], area))
    return;

  enter_area (scratch, area->units);
  rank_slices (scratch, slices, n_slices, area, on, mode);

  if (mode == STREEK_COVER_EXACT_FIRST)
    take_candidates (cover, scratch, TRUE);

  if (cover->exact == STREEK_COVER_NO_PART)
    take_candidates (cover, scratch, FALSE);

  for (guint i = 0; i < cover->n_units; i++)
    if (cover->part_of_unit[i] == STREEK_COVER_NO_PART)
      cover->states[i] =
        (guint8) explain_left_over (scratch, slices, n_slices, area, area->units.ids[i]);

  if (cover->exact == STREEK_COVER_NO_PART)
    take_all_not_located (cover, slices, n_slices, area);

  leave_area (scratch, area->units);
}

/**
 * streek_cover_find_exact:
 * @part: (out): the cell of exactly the area, in the roster of its set nearest to @on
 *
 * Returns: %FALSE where no roster has such a cell
 */
gboolean
streek_cover_find_exact (StreekSlice *const *slices,
                         guint n_slices,
                         const StreekArea *area,
                         StreekDate on,
                         StreekPart *part)
{
  gboolean found = FALSE;
  gboolean found_in_set = FALSE;
  int found_distance = 0;

  for (guint i = 0; i < n_slices; i++)
    {
      const StreekVintage *vintage = slices[i]->vintage;
      gboolean in_set = strcmp (vintage->roster->set_code, area->set->code) == 0;
      int distance = streek_vintage_get_distance (vintage, on);

      if (!is_of_mesh (slices[i], area) ||
          (found &&
           (found_in_set > in_set || (found_in_set == in_set && found_distance <= distance))))
        continue;

      for (guint entry = 0; entry < vintage->roster->n; entry++)
        if (vintage->areas[entry] != NULL &&
            streek_units_equal (vintage->areas[entry]->units, area->units))
          {
            *part = (StreekPart){ slices[i], entry, TRUE };
            found = TRUE;
            found_in_set = in_set;
            found_distance = distance;
          }
    }

  return found;
}

/**
 * streek_cover_count_hidden_inside:
 *
 * Returns: how many cells strictly inside @area are hidden: the smallest number above 0 that any
 *   one roster has, because one hidden cell can be recomputed from a total and two cannot
 */
guint
streek_cover_count_hidden_inside (StreekCoverScratch *scratch,
                                  StreekSlice *const *slices,
                                  guint n_slices,
                                  const StreekArea *area)
{
  guint fewest = 0;

  enter_area (scratch, area->units);

  for (guint i = 0; i < n_slices; i++)
    {
      guint n = 0;

      if (!is_of_mesh (slices[i], area))
        continue;

      g_array_set_size (scratch->candidates, 0);
      collect_candidates (scratch, slices[i], area);

      for (guint c = 0; c < scratch->candidates->len; c++)
        {
          const StreekPart *part = &g_array_index (scratch->candidates, StreekPart, c);

          n += get_part_units (part).n < area->units.n &&
               streek_part_get_missing (part) == STREEK_MISSING_HIDDEN;
        }

      if (n > 0 && (fewest == 0 || n < fewest))
        fewest = n;
    }

  leave_area (scratch, area->units);

  return fewest;
}
