/* streek-indicator-target-vintage.c: of which date the areas of a file are, period by period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-target-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The chains of one set that a file names for one period, and the date that fits them best. */
typedef struct
{
  const char *set;
  StreekDate hint;
  GArray *areas; /* (element-type guint32): staged areas */
  StreekDate on;
} Group;

static void
clear_group (gpointer data)
{
  g_array_unref (((Group *) data)->areas);
}

static Group *
find_group (GArray *groups, const char *set, StreekDate hint)
{
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      if (strcmp (group->set, set) == 0 && group->hint == hint)
        return group;
    }

  Group group = { set, hint, g_array_new (FALSE, FALSE, sizeof (guint32)), STREEK_DATE_NONE };

  g_array_append_val (groups, group);

  return &g_array_index (groups, Group, groups->len - 1);
}

static guint
count_existing (StreekAreas *areas, const Group *group, const GArray *resolved, StreekDate on)
{
  guint n = 0;

  for (guint i = 0; i < group->areas->len; i++)
    {
      guint32 id = g_array_index (group->areas, guint32, i);
      const StreekResolvedArea *area = &g_array_index (resolved, StreekResolvedArea, id);

      n += *area->code == STREEK_ROSTER_NOT_LOCATED ||
               streek_resolved_area_find (areas, area, on) != NULL
             ? 1
             : 0;
    }

  return n;
}

/* The date of the period where all codes exist then; else the nearest one on which they all do;
 * else the one on which most do. */
static StreekDate
choose_date (StreekAreas *areas, const Group *group, const GArray *resolved, StreekDate asked)
{
  guint n = group->areas->len;
  StreekDate best = asked;
  guint n_best = count_existing (areas, group, resolved, asked);

  if (n_best == n)
    return asked;

  g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, group->set);

  for (guint i = 0; i < dates->len; i++)
    {
      StreekDate date = g_array_index (dates, StreekDate, i);
      guint n_there = count_existing (areas, group, resolved, date);

      if (n_there > n_best || (n_there == n_best && ABS (date - asked) < ABS (best - asked)))
        {
          best = date;
          n_best = n_there;
        }
    }

  return best;
}

/* The day by which rosters of this time are called: that of figures in the file already, else the
 * day since which the set is as it is. */
static StreekDate
settle_date (StreekAreas *areas, const GArray *known, const char *set, StreekDate on)
{
  g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, set);
  StreekDate from = STREEK_DATE_NONE;
  StreekDate to = STREEK_DATE_OPEN;

  for (guint i = 0; i < dates->len; i++)
    {
      StreekDate date = g_array_index (dates, StreekDate, i);

      if (date <= on)
        from = MAX (from, date);
      else
        to = MIN (to, date);
    }

  for (guint i = 0; i < known->len; i++)
    {
      const StreekKnownRoster *roster = &g_array_index (known, StreekKnownRoster, i);

      if (strcmp (roster->set, set) == 0 && roster->on >= from && roster->on < to)
        return roster->on;
    }

  return from != STREEK_DATE_NONE ? from : on;
}

static void
tell_other_date (StreekImport *import,
                 const StreekStaging *staging,
                 guint32 id,
                 const StreekArea *area,
                 StreekDate asked)
{
  g_autofree char *then = streek_date_to_string (asked);
  StreekImportFinding *finding = streek_import_add_finding (
    import, STREEK_IMPORT_WARNING, "area/other-date", staging,
    g_array_index (staging->area_first_rows, guint32, id), NULL, area->code);

  if (finding->message == NULL)
    finding->message = g_strdup_printf (
      /* Translators: %1$s is a code, %2$s the name of an area, %3$s a date. */
      _ ("%1$s %2$s did not exist on %3$s. It is taken as it was at its nearest date."), area->code,
      area->name, then);
}

static guint32
add_cell (StreekAreaTable *table, GHashTable *known, const StreekTargetCell *cell)
{
  gpointer key = cell->area != NULL ? (gpointer) cell->area : (gpointer) cell->code;
  guint32 index = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));

  if (index > 0)
    return index - 1;

  g_array_append_val (table->list, *cell);
  g_hash_table_insert (known, key, GUINT_TO_POINTER (table->list->len));

  return table->list->len - 1;
}

typedef struct
{
  StreekAreas *areas;
  GArray *known;
  const GArray *resolved;
  const StreekStaging *staging;
  StreekImport *import;
  StreekAreaTable *table;
  GHashTable *cells; /* area or code -> cell + 1 */
} Maker;

static void
place_area (Maker *maker, const Group *group, guint32 id, StreekDate roster_date)
{
  const StreekResolvedArea *resolved = &g_array_index (maker->resolved, StreekResolvedArea, id);
  StreekTargetCell cell = { NULL, resolved->set, resolved->code, roster_date };

  if (*resolved->code != STREEK_ROSTER_NOT_LOCATED)
    {
      cell.area = streek_resolved_area_find (maker->areas, resolved, group->on);

      if (cell.area == NULL)
        {
          StreekDate used = group->on;

          cell.area = streek_areas_resolve (maker->areas, resolved->set, resolved->code, group->on,
                                            &used, NULL);
          if (cell.area == NULL)
            {
              maker->table->states[id] = STREEK_ROW_UNKNOWN_AREA;
              return;
            }

          cell.on = settle_date (maker->areas, maker->known, resolved->set, used);
          tell_other_date (maker->import, maker->staging, id, cell.area, group->on);
        }
    }

  if (cell.area != NULL)
    cell.code = cell.area->code;
  maker->table->cells[id] = add_cell (maker->table, maker->cells, &cell);
}

static void
place_group (Maker *maker, Group *group, StreekDate asked)
{
  group->on = choose_date (maker->areas, group, maker->resolved,
                           group->hint != STREEK_DATE_NONE ? group->hint : asked);

  StreekDate roster_date = settle_date (maker->areas, maker->known, group->set, group->on);

  for (guint i = 0; i < group->areas->len; i++)
    place_area (maker, group, g_array_index (group->areas, guint32, i), roster_date);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *list = data;
  const StreekTargetCell *first = &g_array_index (list, StreekTargetCell, *(const guint32 *) a);
  const StreekTargetCell *second = &g_array_index (list, StreekTargetCell, *(const guint32 *) b);
  int order = strcmp (first->set, second->set);

  if (order != 0)
    return order;
  if (first->on != second->on)
    return first->on < second->on ? -1 : 1;

  return strcmp (first->code, second->code);
}

/**
 * streek_target_roster_new:
 * @list: (element-type StreekTargetCell): cells
 * @cells: (array length=n_cells): those of one set and date, by code
 *
 * Returns: (transfer full): their roster
 */
StreekTargetRoster *
streek_target_roster_new (const GArray *list, const guint32 *cells, guint n_cells)
{
  StreekTargetRoster *roster = g_new0 (StreekTargetRoster, 1);
  g_autofree const char **codes = g_new0 (const char *, n_cells + 1);
  const StreekTargetCell *first = &g_array_index (list, StreekTargetCell, cells[0]);

  for (guint i = 0; i < n_cells; i++)
    codes[i] = g_array_index (list, StreekTargetCell, cells[i]).code;

  roster->roster = streek_roster_new (first->set, first->on, codes);
  roster->order = g_memdup2 (cells, n_cells * sizeof cells[0]);

  return roster;
}

void
streek_target_roster_free (StreekTargetRoster *roster)
{
  if (roster == NULL)
    return;

  streek_roster_free (roster->roster);
  g_free (roster->order);
  g_free (roster);
}

static gboolean
is_same_roster (const GArray *list, guint32 a, guint32 b)
{
  const StreekTargetCell *first = &g_array_index (list, StreekTargetCell, a);
  const StreekTargetCell *second = &g_array_index (list, StreekTargetCell, b);

  return strcmp (first->set, second->set) == 0 && first->on == second->on;
}

static void
make_rosters (StreekAreaTable *table)
{
  guint n = table->list->len;
  g_autofree guint32 *order = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    order[i] = i;

  g_qsort_with_data (order, (gint) n, sizeof order[0], compare_cells, table->list);

  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && is_same_roster (table->list, order[first], order[end]);
           end++)
        ;

      g_ptr_array_add (table->rosters,
                       streek_target_roster_new (table->list, order + first, end - first));
    }
}

/**
 * streek_area_table_new:
 * @known_rosters: (element-type StreekKnownRoster): of figures in the file
 * @resolved: (element-type StreekResolvedArea): by staged area
 * @is_used: (array): whether a staged area stands in the period at all
 * @on: the day whose areas belong to the period
 *
 * Returns: (transfer full): which staged area is which cell
 */
StreekAreaTable *
streek_area_table_new (StreekAreas *areas,
                       GArray *known_rosters,
                       const GArray *resolved,
                       const guint8 *is_used,
                       StreekDate on,
                       const StreekStaging *staging,
                       StreekImport *import)
{
  StreekAreaTable *table = g_new0 (StreekAreaTable, 1);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  Maker maker = { areas, known_rosters, resolved, staging, import, table, cells };

  table->n_areas = resolved->len;
  table->cells = g_new (guint32, resolved->len + 1);
  table->states = g_new0 (guint8, resolved->len + 1);
  table->list = g_array_new (FALSE, FALSE, sizeof (StreekTargetCell));
  table->rosters = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_target_roster_free);
  g_array_set_clear_func (groups, clear_group);

  for (guint32 id = 0; id < resolved->len; id++)
    {
      const StreekResolvedArea *area = &g_array_index (resolved, StreekResolvedArea, id);

      table->cells[id] = STREEK_NO_CELL;
      table->states[id] = area->state;
      if (is_used[id] && area->set != NULL)
        g_array_append_val (find_group (groups, area->set, area->hint)->areas, id);
    }

  for (guint i = 0; i < groups->len; i++)
    place_group (&maker, &g_array_index (groups, Group, i), on);

  make_rosters (table);

  return table;
}

void
streek_area_table_free (StreekAreaTable *table)
{
  if (table == NULL)
    return;

  g_free (table->cells);
  g_free (table->states);
  g_array_unref (table->list);
  g_ptr_array_unref (table->rosters);
  g_free (table);
}
