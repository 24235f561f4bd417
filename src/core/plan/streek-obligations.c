/* streek-obligations.c: which obligation is met in which year, and by what */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-obligations.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-year-programme.h"

#include <glib/gi18n-lib.h>

/* More years than any plan has; a file may say anything. */
#define MAX_YEARS 200
#define ANY_YEAR 0

/* Items of the plan that actions of a year carry out; sets of records. */
typedef struct
{
  GHashTable *deeds;
  GHashTable *promises; /* by what is not begun, or by what nobody knows of */
} Carried;

static void
free_year (gpointer data)
{
  StreekObligationYear *year = data;

  g_ptr_array_unref (year->planned);
  g_ptr_array_unref (year->called_off);
  g_ptr_array_unref (year->programmed);
  g_ptr_array_unref (year->unknown);
  g_ptr_array_unref (year->met_by);
  g_free (year);
}

static const char *
find_accent (const StreekRecords *records, const StreekRecord *obligation, int year)
{
  guint n;
  const StreekRecord *const *accents = streek_records_list_by (
    records, &streek_obligation_accent_kind, STREEK_OBLIGATION_ACCENT_OBLIGATION,
    streek_record_get_id (obligation), &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_integer (accents[i], STREEK_OBLIGATION_ACCENT_YEAR) == year)
      return streek_record_get_text (accents[i], STREEK_OBLIGATION_ACCENT_ACCENT);

  return NULL;
}

/* The items that count: under the one that the obligation names, and those linked to it. A set. */
static GHashTable *
list_items (const StreekRecords *records, const StreekRecord *obligation)
{
  GHashTable *items = g_hash_table_new (NULL, NULL);
  const StreekRecord *top = streek_record_follow (obligation, STREEK_OBLIGATION_ITEM, records);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (
    (StreekRecords *) records,
    top != NULL ? streek_record_get_reference (top, STREEK_PLAN_ITEM_PACT) : 0);
  int index = top != NULL ? streek_plan_tree_find (tree, streek_record_get_id (top)) : -1;
  guint n;

  for (guint i = 0; index >= 0; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, (guint) index + i);

      g_hash_table_add (items, (gpointer) node->item);

      if (i == streek_plan_tree_get_node (tree, (guint) index)->n_below)
        break;
    }

  const StreekRecord *const *links = streek_records_list_by (records, &streek_obligation_item_kind,
                                                             STREEK_OBLIGATION_ITEM_OBLIGATION,
                                                             streek_record_get_id (obligation), &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item =
        streek_record_follow (links[i], STREEK_OBLIGATION_ITEM_ITEM, records);

      if (item != NULL)
        g_hash_table_add (items, (gpointer) item);
    }

  return items;
}

static gboolean
reaches_into (const StreekRecord *item, int year)
{
  StreekPeriod starts = streek_record_get_period (item, STREEK_PLAN_ITEM_STARTS);
  StreekPeriod ends = streek_record_get_period (item, STREEK_PLAN_ITEM_ENDS);

  if (starts.kind == STREEK_PERIOD_NONE && ends.kind == STREEK_PERIOD_NONE)
    return FALSE;

  return (starts.kind == STREEK_PERIOD_NONE || starts.year <= year) &&
         (ends.kind == STREEK_PERIOD_NONE ? starts.year == year : ends.year >= year);
}

static gboolean
links_to_obligation (const StreekRecords *records, gint64 year_action, gint64 obligation)
{
  guint n;
  const StreekRecord *const *links =
    streek_records_list_by (records, &streek_year_action_obligation_kind,
                            STREEK_YEAR_ACTION_OBLIGATION_YEAR_ACTION, year_action, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (links[i], STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION) ==
        obligation)
      return TRUE;

  return FALSE;
}

/* Of @items those that an action of a year carries out go to @carried (nullable); FALSE where there
 * are none. */
static gboolean
take_carried (const StreekRecords *records,
              gint64 year_action,
              GHashTable *items,
              GHashTable *carried)
{
  gboolean found = FALSE;
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    records, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, year_action, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *item =
        streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_ITEM, records);

      if (!g_hash_table_contains (items, item))
        continue;

      if (carried != NULL)
        g_hash_table_add (carried, (gpointer) item);
      found = TRUE;
    }

  return found;
}

static int
get_year (StreekDate day)
{
  int year, month, dom;

  streek_date_to_ymd (day, &year, &month, &dom);

  return year;
}

typedef enum
{
  NOTHING_SAID,
  NOTHING_HAPPENED,
  SOMETHING_HAPPENED,
} Report;

/* An update says that something happened, unless it says that nothing did. @field: that of updates
 * which names @record; @year: ANY_YEAR: whenever */
static Report
find_report (const StreekRecord *record, guint field, const StreekRecords *records, int year)
{
  Report report = NOTHING_SAID;
  guint n;
  const StreekRecord *const *updates = streek_records_list_by (
    records, &streek_progress_kind, field, streek_record_get_id (record), &n);

  for (guint i = 0; i < n; i++)
    {
      StreekDate day = streek_record_get_day (updates[i], STREEK_PROGRESS_REPORTED_ON);

      if (day == STREEK_DATE_NONE || (year != ANY_YEAR && get_year (day) != year))
        continue;
      if (!streek_record_is (updates[i], STREEK_PROGRESS_STATUS, "not_started") &&
          !streek_item_is_called_off (updates[i], STREEK_PROGRESS_STATUS))
        return SOMETHING_HAPPENED;

      report = NOTHING_HAPPENED;
    }

  return report;
}

static gboolean
is_of_year (const StreekRecord *action, const StreekRecords *records, int year)
{
  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records);

  return programme != NULL &&
         streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR) == year;
}

/* Without a status, some of it done says that it was begun, and so does an update; none of it done
 * says that it was not. Else nobody knows, which in a year that goes on is as good as not begun.
 * Returns: where it belongs */
static GPtrArray *
judge_year_action (StreekObligationYear *made,
                   const StreekRecord *action,
                   const StreekRecords *records,
                   int this_year)
{
  double percent = streek_record_get_number (action, STREEK_YEAR_ACTION_PERCENT);

  if (streek_item_is_called_off (action, STREEK_YEAR_ACTION_STATUS))
    return made->called_off;
  if (streek_record_is (action, STREEK_YEAR_ACTION_STATUS, "not_started"))
    return made->programmed;
  if (streek_record_has (action, STREEK_YEAR_ACTION_STATUS) || percent > 0 ||
      find_report (action, STREEK_PROGRESS_YEAR_ACTION, records, ANY_YEAR) == SOMETHING_HAPPENED)
    return made->met_by;

  return percent == 0 || made->year >= this_year ? made->programmed : made->unknown;
}

static void
add_year_actions (StreekObligationYear *made,
                  const StreekRecords *records,
                  const StreekRecord *obligation,
                  GHashTable *items,
                  const Carried *carried,
                  int this_year)
{
  guint n;
  const StreekRecord *const *actions = streek_records_list (records, &streek_year_action_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!is_of_year (actions[i], records, made->year))
        continue;

      gint64 id = streek_record_get_id (actions[i]);
      GPtrArray *place = judge_year_action (made, actions[i], records, this_year);
      /* the plan behind what is called off goes on */
      gboolean carries = take_carried (records, id, items,
                                       place == made->met_by       ? carried->deeds
                                       : place == made->called_off ? NULL
                                                                   : carried->promises);

      if (carries || links_to_obligation (records, id, streek_record_get_id (obligation)))
        g_ptr_array_add (place, (gpointer) actions[i]);
    }
}

/* Where its timing is all of one year, done is done in that year. Of more years it says nothing of
 * one, and what is done will not be done again in those to come. NULL: it has no place. */
static GPtrArray *
judge_done (StreekObligationYear *made, const StreekRecord *item, Report report, int this_year)
{
  StreekPeriod starts = streek_record_get_period (item, STREEK_PLAN_ITEM_STARTS);
  StreekPeriod ends = streek_record_get_period (item, STREEK_PLAN_ITEM_ENDS);
  gboolean has_one_year = starts.kind != STREEK_PERIOD_NONE && starts.year == made->year &&
                          (ends.kind == STREEK_PERIOD_NONE || ends.year == made->year);

  if (has_one_year)
    return made->met_by;

  return made->year <= this_year && report == NOTHING_SAID ? made->unknown : NULL;
}

/* What a plan says it will do is not done by that: only what was reported is. NULL: it has no
 * place. */
static GPtrArray *
judge_item (StreekObligationYear *made,
            const StreekRecord *item,
            const StreekRecords *records,
            const Carried *carried,
            int this_year)
{
  Report report = find_report (item, STREEK_PROGRESS_ITEM, records, made->year);

  if (report == SOMETHING_HAPPENED)
    return made->met_by;
  if (!reaches_into (item, made->year))
    return NULL;
  if (streek_record_is (item, STREEK_PLAN_ITEM_STATUS, "done"))
    return judge_done (made, item, report, this_year);

  return g_hash_table_contains (carried->promises, item) ? NULL : made->planned;
}

static void
add_items (StreekObligationYear *made,
           const StreekRecords *records,
           GHashTable *items,
           const Carried *carried,
           int this_year)
{
  guint n;
  const StreekRecord *const *all = streek_records_list (records, &streek_plan_item_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!g_hash_table_contains (items, all[i]) ||
          g_hash_table_contains (carried->deeds, all[i]) ||
          streek_record_is (all[i], STREEK_PLAN_ITEM_STATUS, "dropped") ||
          !streek_plan_item_is_action (all[i], records))
        continue;

      GPtrArray *place = judge_item (made, all[i], records, carried, this_year);

      if (place != NULL)
        g_ptr_array_add (place, (gpointer) all[i]);
    }
}

static StreekObligationYear *
make_year (const StreekRecords *records,
           const StreekRecord *obligation,
           GHashTable *items,
           int year,
           int this_year)
{
  StreekObligationYear *made = g_new0 (StreekObligationYear, 1);
  g_autoptr (GHashTable) deeds = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) promises = g_hash_table_new (NULL, NULL);
  const Carried carried = { deeds, promises };

  made->year = year;
  made->accent = find_accent (records, obligation, year);
  made->met_by = g_ptr_array_new ();
  made->unknown = g_ptr_array_new ();
  made->programmed = g_ptr_array_new ();
  made->called_off = g_ptr_array_new ();
  made->planned = g_ptr_array_new ();
  add_year_actions (made, records, obligation, items, &carried, this_year);
  add_items (made, records, items, &carried, this_year);

  return made;
}

/* How many years in a row may go without. */
static int
get_patience (const StreekRecord *obligation, int n_years)
{
  if (streek_record_is (obligation, STREEK_OBLIGATION_RULE, "every_two_years"))
    return 1;

  return streek_record_is (obligation, STREEK_OBLIGATION_RULE, "once") ? n_years - 1 : 0;
}

/* What is known without the rule; NOT_ASKED: nothing. */
static StreekObligationState
judge_year (const StreekObligationYear *year, int this_year)
{
  if (year->met_by->len > 0)
    return STREEK_OBLIGATION_MET;
  if (year->unknown->len > 0)
    return STREEK_OBLIGATION_UNKNOWN;

  return year->year >= this_year && year->programmed->len > 0 ? STREEK_OBLIGATION_PROGRAMMED
                                                              : STREEK_OBLIGATION_NOT_ASKED;
}

/* A year is a gap where it is the one at which patience runs out: of "at least once" the last. */
static void
judge (const StreekRecord *obligation, GPtrArray *years, int this_year)
{
  int first = (int) streek_record_get_integer (obligation, STREEK_OBLIGATION_FIRST_YEAR);
  int last = (int) streek_record_get_integer (obligation, STREEK_OBLIGATION_LAST_YEAR);
  int patience = get_patience (obligation, last - first + 1), n_without = 0;

  for (guint i = 0; i < years->len; i++)
    {
      StreekObligationYear *year = years->pdata[i];

      year->state = judge_year (year, this_year);

      if (year->state != STREEK_OBLIGATION_NOT_ASKED)
        {
          n_without = 0;
          if (streek_record_is (obligation, STREEK_OBLIGATION_RULE, "once"))
            patience = G_MAXINT;
          continue;
        }

      if (year->year < first || year->year > last)
        continue;

      if (n_without++ < patience)
        continue;

      year->state = year->year >= this_year ? STREEK_OBLIGATION_OPEN : STREEK_OBLIGATION_GAP;
      n_without = 0;
    }
}

/**
 * streek_obligation_list_years:
 * @first: the first year that is asked for
 * @last: the last one
 * @today: a year that is not over is open where nothing meets it yet
 *
 * An action counts once: an item of the plan is left out of a year in which an action of its
 * programme carries it out. What the plan promises, what stood in a programme and was never begun
 * and what was called off meets nothing.
 *
 * The rule is judged over all years of the obligation, whichever are asked for: "at least once" is
 * a gap in its last year, "every two years" in the second year without.
 *
 * Returns: (transfer full) (element-type StreekObligationYear): in order
 */
GPtrArray *
streek_obligation_list_years (const StreekRecords *records,
                              const StreekRecord *obligation,
                              int first,
                              int last,
                              StreekDate today)
{
  g_return_val_if_fail (records != NULL && obligation != NULL, NULL);

  int from = (int) streek_record_get_integer (obligation, STREEK_OBLIGATION_FIRST_YEAR);
  int to = (int) streek_record_get_integer (obligation, STREEK_OBLIGATION_LAST_YEAR);
  g_autoptr (GHashTable) items = list_items (records, obligation);
  GPtrArray *years = g_ptr_array_new_with_free_func (free_year);

  int this_year = get_year (today);

  from = MIN (from, first);
  to = MIN (MAX (to, last), from + MAX_YEARS);

  for (int year = from; year <= to; year++)
    g_ptr_array_add (years, make_year (records, obligation, items, year, this_year));

  judge (obligation, years, this_year);

  for (guint i = years->len; i-- > 0;)
    {
      int year = ((const StreekObligationYear *) years->pdata[i])->year;

      if (year < first || year > last)
        g_ptr_array_remove_index (years, i);
    }

  return years;
}

const char *
streek_obligation_year_get_words (const StreekObligationYear *year)
{
  g_return_val_if_fail (year != NULL, NULL);

  gboolean is_over = year->state == STREEK_OBLIGATION_GAP;

  if (year->met_by->len > 0)
    return NULL;
  if (year->unknown->len > 0)
    return streek_record_get_kind (year->unknown->pdata[0]) == &streek_year_action_kind
             ? C_ ("obligation", "Outcome unknown")
             : C_ ("obligation", "Done, in which year is unknown");
  if (year->programmed->len > 0)
    return is_over ? C_ ("obligation", "Programmed, not begun") : C_ ("obligation", "Programmed");
  if (year->called_off->len > 0)
    return C_ ("obligation", "Dropped or postponed");
  if (year->planned->len > 0)
    return C_ ("obligation", "Only in the plan");

  return is_over ? C_ ("obligation", "Nothing") : NULL;
}

gboolean
streek_obligations_get_years (const StreekRecords *records, gint64 pact, int *first, int *last)
{
  guint n;
  const StreekRecord *const *obligations =
    streek_records_list_by (records, &streek_obligation_kind, STREEK_OBLIGATION_PACT, pact, &n);

  for (guint i = 0; i < n; i++)
    {
      int from = (int) streek_record_get_integer (obligations[i], STREEK_OBLIGATION_FIRST_YEAR);
      int to = (int) streek_record_get_integer (obligations[i], STREEK_OBLIGATION_LAST_YEAR);

      *first = i == 0 ? from : MIN (*first, from);
      *last = i == 0 ? to : MAX (*last, to);
    }

  return n > 0;
}
