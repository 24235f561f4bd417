/* streek-indicator-target-candidates.c: which of the areas of one name a file means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-seek.h"

#include <string.h>

/* At any time: mergers move municipalities over borders. */
static gboolean
is_inside (StreekAreaIndex *index, const StreekArea *inner, const StreekArea *outer)
{
  if (outer->set->mesh != inner->set->mesh)
    return FALSE;

  g_autoptr (GPtrArray) inner_links =
    streek_areas_list_chain (index->areas, inner->set->code, inner->code);
  g_autoptr (GPtrArray) outer_links =
    streek_areas_list_chain (index->areas, outer->set->code, outer->code);

  for (guint i = 0; i < inner_links->len; i++)
    for (guint j = 0; j < outer_links->len; j++)
      {
        const StreekArea *a = inner_links->pdata[i];
        const StreekArea *b = outer_links->pdata[j];

        if (streek_interval_overlaps (a->valid, b->valid) &&
            streek_units_is_subset (a->units, b->units))
          return TRUE;
      }

  return FALSE;
}

/* Keeps the candidates that @func says are better, if it does not lose them all. */
typedef gboolean (*CandidateFunc) (StreekAreaSeeker *seeker,
                                   const StreekNamedArea *candidate,
                                   gconstpointer data);

static void
prefer (StreekAreaSeeker *seeker, GArray *candidates, CandidateFunc func, gconstpointer data)
{
  guint n_kept = 0;

  if (candidates->len < 2)
    return;

  for (guint i = 0; i < candidates->len; i++)
    n_kept += func (seeker, &g_array_index (candidates, StreekNamedArea, i), data) ? 1 : 0;

  for (guint i = candidates->len; i > 0 && n_kept > 0; i--)
    if (!func (seeker, &g_array_index (candidates, StreekNamedArea, i - 1), data))
      g_array_remove_index (candidates, i - 1);
}

static gboolean
is_of_set (StreekAreaSeeker *seeker, const StreekNamedArea *candidate, gconstpointer set)
{
  return strcmp (candidate->area->set->code, set) == 0;
}

static gboolean
is_of_kind (StreekAreaSeeker *seeker, const StreekNamedArea *candidate, gconstpointer kind)
{
  return candidate->kind == *(const StreekAreaNameKind *) kind;
}

static gboolean
is_in_area (StreekAreaSeeker *seeker, const StreekNamedArea *candidate, gconstpointer area)
{
  return is_inside (seeker->index, candidate->area, area);
}

static gboolean
still_exists (StreekAreaSeeker *seeker, const StreekNamedArea *candidate, gconstpointer data)
{
  return streek_areas_find (seeker->index->areas, candidate->area->set->code, candidate->area->code,
                            streek_areas_get_newest_date (seeker->index->areas)) != NULL;
}

/* In any area of the name that stands beside it. */
static gboolean
is_in_named (StreekAreaSeeker *seeker, const StreekNamedArea *candidate, gconstpointer name)
{
  const char *level;
  g_autofree char *qualifier = NULL;
  const GArray *outer = streek_area_index_find_by_name (seeker->index, name, &level, &qualifier);

  for (guint i = 0; outer != NULL && i < outer->len; i++)
    {
      const StreekArea *area = g_array_index (outer, StreekNamedArea, i).area;

      if ((level == NULL || strcmp (level, area->set->code) == 0) &&
          area->set != candidate->area->set && is_inside (seeker->index, candidate->area, area))
        return TRUE;
    }

  return FALSE;
}

void
streek_area_seeker_narrow_down (StreekAreaSeeker *seeker,
                                GArray *candidates,
                                const char *said_level,
                                const char *qualifier)
{
  const StreekAreaNameKind own = STREEK_AREA_NAME_OWN;
  const StreekAreaNameKind french = STREEK_AREA_NAME_FRENCH;
  const StreekAreaNameKind alias = STREEK_AREA_NAME_ALIAS;
  const char *level = said_level != NULL ? said_level : seeker->level;

  if (level != NULL)
    prefer (seeker, candidates, is_of_set, level);
  if (qualifier != NULL)
    prefer (seeker, candidates, is_in_named, qualifier);
  if (seeker->parent != NULL)
    prefer (seeker, candidates, is_in_named, seeker->parent);

  /* where others say "Provincie …" and "Arrondissement …", a bare name is a municipality */
  if (level == NULL && seeker->has_prefixes)
    prefer (seeker, candidates, is_of_set, "gemeente");

  prefer (seeker, candidates, is_of_kind, &own);
  prefer (seeker, candidates, is_of_kind, &french);
  prefer (seeker, candidates, is_of_kind, &alias);
  if (seeker->above != NULL)
    prefer (seeker, candidates, is_in_area, seeker->above);
}

/* One name, several codes through time: a merger kept the name. Any of them leads to the others. */
gboolean
streek_area_candidates_are_successors (const GArray *candidates)
{
  const StreekArea *first = g_array_index (candidates, StreekNamedArea, 0).area;

  for (guint i = 1; i < candidates->len; i++)
    {
      const StreekArea *other = g_array_index (candidates, StreekNamedArea, i).area;

      if (other->set != first->set || streek_interval_overlaps (other->valid, first->valid) ||
          strcmp (other->name, first->name) != 0)
        return FALSE;
    }

  return TRUE;
}

/* A merger keeps a name and changes its code: the others are kept beside the newest. */
static void
keep_others (StreekAreaSeeker *seeker, const GArray *candidates, const StreekArea *best)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len && n < STREEK_MAX_OTHERS; i++)
    {
      const StreekArea *area = g_array_index (candidates, StreekNamedArea, i).area;

      if (area->set == best->set && strcmp (area->code, best->code) != 0)
        seeker->result.others[n++] = area->code;
    }
}

StreekNamedArea
streek_area_seeker_pick_newest (StreekAreaSeeker *seeker, const GArray *candidates)
{
  g_autoptr (GArray) newest = g_array_copy ((GArray *) candidates);

  prefer (seeker, newest, still_exists, NULL);

  StreekNamedArea best = g_array_index (newest, StreekNamedArea, 0);

  keep_others (seeker, candidates, best.area);

  return best;
}
