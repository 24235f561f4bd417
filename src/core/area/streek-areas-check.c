/* streek-areas-check.c: whether areas cover what they say, nest, and have members that exist */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-private.h"
#include "rule/streek-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A sentence is no list: more names than this help nobody. */
#define MAX_NAMES 20

/* Sets whose areas are thought to be made of whole areas of another. */
static const struct
{
  const char *parent;
  const char *child;
} nestings[] = {
  { "ERSV", "SERR" },
  { "SERR", "RESOC" },
};

typedef struct
{
  const StreekAreas *areas;
  GPtrArray *findings;
  GHashTable *said; /* what was already said of an earlier date */
} Check;

/* Takes @key. @what: what the sentence names, in words that are data. */
static void
add_finding (Check *check,
             StreekSeverity severity,
             const char *id,
             const char *place,
             const char *message,
             char *key,
             const char *what)
{
  StreekFinding *finding = streek_finding_new (severity, id, place, message);

  finding->key = key;
  finding->figures = streek_table_new ();
  streek_table_add_column (finding->figures, "what", C_ ("column", "What it is about"),
                           STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_set_text (finding->figures, streek_table_add_row (finding->figures), 0, what);
  g_ptr_array_add (check->findings, finding);
}

static const char *
get_base (const StreekAreas *areas, const StreekAreaSet *set)
{
  return streek_areas_find_entry (areas, set->code)->mesh->base;
}

/* Names of the municipalities of that day that hold any of the marked units. */
static char *
list_names (const Check *check, const StreekAreaSet *set, StreekDate on, const guint8 *marked)
{
  g_autoptr (GPtrArray) list =
    streek_areas_list (check->areas, get_base (check->areas, set), on, NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];
      gboolean hit = FALSE;

      for (guint j = 0; j < area->units.n && !hit; j++)
        hit = marked[area->units.ids[j]];

      if (hit && n++ < MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", area->name);
    }

  if (n > MAX_NAMES)
    g_string_append (names, ", …");

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* TRUE the first time; the same thing on later dates is one finding. */
static gboolean
is_new (Check *check, const char *id, const char *set, const char *names)
{
  return g_hash_table_add (check->said, g_strjoin ("\n", id, set, names, NULL));
}

/* A date and names into one of the sentences below. */
static void
say_partition (Check *check,
               const StreekAreaSet *set,
               StreekDate on,
               const char *id,
               const char *sentence,
               const guint8 *marked)
{
  g_autofree char *names = list_names (check, set, on, marked);

  if (names[0] == '\0' || !is_new (check, id, set->code, names))
    return;

  g_autofree char *date = streek_date_to_string (on);
  g_auto (GStrv) parts = g_strsplit (sentence, "{date}", 2);
  g_autofree char *dated = g_strjoinv (date, parts);
  g_auto (GStrv) rest = g_strsplit (dated, "{names}", 2);
  g_autofree char *message = g_strjoinv (names, rest);

  add_finding (check, STREEK_SEVERITY_WARNING, id, set->code, message,
               g_strjoin ("/", set->code, date, NULL), names);
}

static void
count_units (const GPtrArray *list, guint8 *counts)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const StreekArea *area = list->pdata[i];

      for (guint j = 0; j < area->units.n; j++)
        counts[area->units.ids[j]] = (guint8) MIN (counts[area->units.ids[j]] + 1, G_MAXUINT8);
    }
}

static void
count_targets (const Check *check, const StreekAreaSet *set, StreekDate on, guint8 *expected)
{
  g_auto (GStrv) targets = g_strsplit (set->partition_of, "+", -1);

  for (guint i = 0; targets[i] != NULL; i++)
    {
      const StreekArea *target =
        streek_areas_resolve_ref (check->areas, targets[i], on, NULL, NULL);

      for (guint j = 0; target != NULL && j < target->units.n; j++)
        expected[target->units.ids[j]] = 1;
    }
}

static void
check_partition (Check *check, const StreekAreaSet *set, StreekDate on)
{
  guint n = streek_mesh_get_n_units (streek_areas_get_mesh (check->areas, set->mesh));
  g_autoptr (GPtrArray) list = streek_areas_list (check->areas, set->code, on, NULL, NULL);
  g_autofree guint8 *expected = g_new0 (guint8, n);
  g_autofree guint8 *counts = g_new0 (guint8, n);
  g_autofree guint8 *gaps = g_new0 (guint8, n);
  g_autofree guint8 *doubles = g_new0 (guint8, n);
  g_autofree guint8 *outside = g_new0 (guint8, n);

  count_units (list, counts);

  /* A set that divides nothing in particular may leave gaps, but not cover a place twice. */
  if (set->partition_of != NULL)
    count_targets (check, set, on, expected);
  else
    memcpy (expected, counts, n);

  for (guint i = 0; i < n; i++)
    {
      gaps[i] = expected[i] > 0 && counts[i] == 0;
      doubles[i] = counts[i] > 1;
      outside[i] = !expected[i] && counts[i] > 0;
    }

  say_partition (check, set, on, "area/partition-gap",
                 /* Translators: keep {date} and {names}; they become a day and municipalities. */
                 _ ("On {date} these municipalities are in no area of the set: {names}. Correct "
                    "the membership."),
                 gaps);
  say_partition (check, set, on, "area/partition-double",
                 /* Translators: keep {date} and {names}; they become a day and municipalities. */
                 _ ("On {date} these municipalities are in more than one area of the set: "
                    "{names}. Correct the membership."),
                 doubles);
  say_partition (check, set, on, "area/partition-outside",
                 /* Translators: keep {date} and {names}; they become a day and municipalities. */
                 _ ("On {date} these municipalities are in an area of the set but outside what "
                    "it divides: {names}. Correct the membership."),
                 outside);
}

/* Whether the set has any area on that very day. */
static gboolean
has_areas (const Check *check, const char *set, StreekDate on)
{
  StreekDate used = STREEK_DATE_NONE;
  g_autoptr (GPtrArray) list = streek_areas_list (check->areas, set, on, &used, NULL);

  return list != NULL && list->len > 0 && used == on;
}

static void
check_partitions (Check *check, const GArray *dates)
{
  for (guint i = 0; i < check->areas->sets->len; i++)
    {
      const StreekAreaSet *set = &((StreekAreasSet *) check->areas->sets->pdata[i])->set;

      for (guint j = 0; (set->partition_of != NULL || !set->overlaps) && j < dates->len; j++)
        {
          StreekDate on = g_array_index (dates, StreekDate, j);

          if (on >= set->partition_from && has_areas (check, set->code, on))
            check_partition (check, set, on);
        }
    }
}

/* "Brugge (Beernem, Blankenberge, …); Oostende-Westhoek (Bredene, …)" */
static char *
list_parts (const Check *check, const StreekArea *child, const GPtrArray *parents, StreekDate on)
{
  guint n = streek_mesh_get_n_units (streek_areas_get_mesh (check->areas, child->set->mesh));
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree guint8 *shared = g_new (guint8, n);

  for (guint i = 0; i < parents->len; i++)
    {
      const StreekArea *parent = parents->pdata[i];

      memset (shared, 0, n);

      for (guint j = 0; j < child->units.n; j++)
        shared[child->units.ids[j]] = streek_units_contains (parent->units, child->units.ids[j]);

      g_autofree char *names = list_names (check, child->set, on, shared);

      g_string_append_printf (parts, "%s%s (%s)", i > 0 ? "; " : "", parent->name, names);
    }

  return g_string_free (g_steal_pointer (&parts), FALSE);
}

static void
say_straddles (Check *check, const StreekArea *child, const GPtrArray *parents, StreekDate on)
{
  const StreekArea *parent = parents->pdata[0];
  g_autofree char *parts = list_parts (check, child, parents, on);
  g_autofree char *place = g_strconcat (child->set->code, ":", child->code, NULL);

  if (!is_new (check, "area/straddles", place, parts))
    return;

  g_autofree char *date = streek_date_to_string (on);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is a day, %2$s and %3$s the set and name of an area, %4$s another set, %5$s
     * its areas with the municipalities they share, %6$s what is known about it. */
    _ ("From %1$s on, %2$s %3$s lies in more than one %4$s: %5$s. %6$s"), date, child->set->code,
    child->name, parent->set->code, parts, child->note);

  add_finding (check, STREEK_SEVERITY_NOTE, "area/straddles", place, g_strchomp (message),
               g_strjoin ("/", place, date, NULL), parts);
}

static void
check_nesting (Check *check, const char *parent_set, const char *child_set, StreekDate on)
{
  g_autoptr (GPtrArray) parents = streek_areas_list (check->areas, parent_set, on, NULL, NULL);
  g_autoptr (GPtrArray) children = streek_areas_list (check->areas, child_set, on, NULL, NULL);

  for (guint i = 0; i < children->len; i++)
    {
      const StreekArea *child = children->pdata[i];
      g_autoptr (GPtrArray) touched = g_ptr_array_new ();

      for (guint j = 0; j < parents->len; j++)
        if (streek_units_overlap (((StreekArea *) parents->pdata[j])->units, child->units))
          g_ptr_array_add (touched, parents->pdata[j]);

      if (touched->len > 1)
        say_straddles (check, child, touched, on);
    }
}

static void
check_nestings (Check *check, const GArray *dates)
{
  for (guint i = 0; i < G_N_ELEMENTS (nestings); i++)
    {
      if (streek_areas_find_entry (check->areas, nestings[i].parent) == NULL ||
          streek_areas_find_entry (check->areas, nestings[i].child) == NULL)
        continue;

      for (guint j = 0; j < dates->len; j++)
        {
          StreekDate on = g_array_index (dates, StreekDate, j);

          if (has_areas (check, nestings[i].parent, on) && has_areas (check, nestings[i].child, on))
            check_nesting (check, nestings[i].parent, nestings[i].child, on);
        }
    }
}

static void
check_members (Check *check)
{
  for (guint i = 0; i < check->areas->loose_members->len; i++)
    {
      const StreekLooseMember *loose =
        &g_array_index (check->areas->loose_members, StreekLooseMember, i);
      g_autofree char *place = g_strconcat (loose->set, ":", loose->code, NULL);
      g_autofree char *message =
        loose->known
          ? g_strdup_printf (
              /* Translators: %s is the code of a municipality. */
              _ ("The member %s does not exist all that time. After a merger its successor is a "
                 "member of its own: correct that one too where needed."),
              loose->member)
          : g_strdup_printf (
              /* Translators: %s is the code of a municipality. */
              _ ("The member %s is no known municipality. Correct the membership."), loose->member);

      add_finding (check, loose->known ? STREEK_SEVERITY_NOTE : STREEK_SEVERITY_WARNING,
                   loose->known ? "area/expired-member" : "area/unknown-member", place, message,
                   g_strjoin ("/", place, loose->member, NULL), loose->member);
    }
}

/**
 * streek_areas_check:
 *
 * Looks on every day on which something changes whether each set that partitions covers what it
 * divides exactly once, and whether only sets that say so overlap (id "area/partition-gap",
 * "-double", "-outside"), whether SERRs and ERSVs are made of whole areas ("area/straddles", a
 * note: since 2016 RESOC Noord-West-Vlaanderen is in two SERRs, and that is history, not a
 * mistake), and whether members exist ("area/unknown-member", "area/expired-member"). The same
 * thing on several days is one finding, at the first of them.
 *
 * Returns: (transfer full) (element-type StreekFinding): what was found, in that order, each with
 *   a key
 */
GPtrArray *
streek_areas_check (const StreekAreas *areas)
{
  Check check = { areas, g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, NULL);

  check_partitions (&check, dates);
  check_nestings (&check, dates);
  check_members (&check);
  g_hash_table_unref (check.said);

  return check.findings;
}
