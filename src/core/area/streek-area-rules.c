/* streek-area-rules.c: what streek_areas_check() finds, as rules with an explanation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-area-rules.h"

#include "area/streek-area-names.h"
#include "area/streek-own-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * streek_area_rules_ensure_areas:
 * @error: return location for a #StreekStoreError or #StreekAreaError
 *
 * Returns: (transfer none): the areas of the file, for as long as the run lasts
 */
StreekAreas *
streek_area_rules_ensure_areas (StreekRuleRun *run, GError **error)
{
  StreekAreas *areas = streek_rule_run_get_kept (run, "area/areas");

  if (areas != NULL)
    return areas;

  areas = streek_areas_load (streek_rule_run_get_db (run), error);

  if (areas != NULL)
    streek_rule_run_keep (run, "area/areas", areas, (GDestroyNotify) streek_areas_unref);

  return areas;
}

static GPtrArray *
ensure_findings (StreekRuleRun *run, GError **error)
{
  GPtrArray *findings = streek_rule_run_get_kept (run, "area/findings");
  StreekAreas *areas = streek_area_rules_ensure_areas (run, error);

  if (findings != NULL || areas == NULL)
    return findings;

  findings = streek_areas_check (areas);
  streek_rule_run_keep (run, "area/findings", findings, (GDestroyNotify) g_ptr_array_unref);

  return findings;
}

/* Areas open as areas, sets as sets. */
static char *
make_place (const StreekFinding *finding)
{
  return g_strconcat (strchr (finding->place, ':') != NULL ? "area:" : "set:", finding->place,
                      NULL);
}

static gboolean
report_all (StreekRuleRun *run, const char *id, GError **error)
{
  GPtrArray *findings = ensure_findings (run, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const StreekFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->id, id) != 0)
        continue;

      g_autofree char *place = make_place (finding);

      streek_rule_run_report (run, finding->key, place, finding->message,
                              streek_table_ref (finding->figures));
    }

  return findings != NULL;
}

static gboolean
look_for_unknown_members (StreekRuleRun *run, GError **error)
{
  return report_all (run, "area/unknown-member", error);
}

static gboolean
look_for_doubles (StreekRuleRun *run, GError **error)
{
  return report_all (run, "area/partition-double", error);
}

static gboolean
look_for_gaps (StreekRuleRun *run, GError **error)
{
  return report_all (run, "area/partition-gap", error);
}

static gboolean
look_for_outside (StreekRuleRun *run, GError **error)
{
  return report_all (run, "area/partition-outside", error);
}

static gboolean
look_for_straddling (StreekRuleRun *run, GError **error)
{
  return report_all (run, "area/straddles", error);
}

static gboolean
look_for_expired_members (StreekRuleRun *run, GError **error)
{
  return report_all (run, "area/expired-member", error);
}

/* What is gone cannot be opened, but its set may. */
static void
report_name (StreekRuleRun *run, const StreekOwnName *name, gboolean lost, const char *message)
{
  g_autofree char *key = g_strdup_printf ("%s:%s:%s", name->set, name->code, name->name);
  g_autofree char *place =
    g_strconcat (lost ? "set:" : "area:", name->set, lost ? NULL : ":", name->code, NULL);

  streek_rule_run_report (run, key, place, message, NULL);
}

static gboolean
look_for_lost_names (StreekRuleRun *run, GError **error)
{
  StreekAreas *areas = streek_area_rules_ensure_areas (run, error);
  g_autoptr (GPtrArray) names =
    areas != NULL ? streek_own_names_list (streek_rule_run_get_db (run), error) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const StreekOwnName *name = names->pdata[i];
      g_autoptr (GPtrArray) chain = streek_areas_list_chain (areas, name->set, name->code);

      if (chain->len > 0)
        continue;

      g_autofree char *message = g_strdup_printf (
        /* Translators: %1$s is a name, %2$s the code of a set, %3$s a code in it. */
        _ ("“%1$s” is a name of %2$s:%3$s, and there is no such area."), name->name, name->set,
        name->code);

      report_name (run, name, TRUE, message);
    }

  return names != NULL;
}

static void
report_official (StreekRuleRun *run, const StreekAreaNames *known, const StreekOwnName *name)
{
  StreekAreaNameKind kind = STREEK_AREA_NAME_GIVEN;
  g_autoptr (GPtrArray) official = streek_area_names_find (known, name->name, &kind);

  if (official == NULL || kind == STREEK_AREA_NAME_GIVEN)
    return;
  for (guint i = 0; i < official->len; i++)
    if (strcmp (((const StreekArea *) official->pdata[i])->code, name->code) == 0)
      return;

  g_autofree char *others = streek_area_names_join (official);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is a name, %2$s a code, %3$s one or more areas. */
    _ ("“%1$s”, a name of your own of %2$s, is an official name of %3$s."), name->name, name->code,
    others);

  report_name (run, name, FALSE, message);
}

static gboolean
look_for_official_names (StreekRuleRun *run, GError **error)
{
  StreekAreas *areas = streek_area_rules_ensure_areas (run, error);
  g_autoptr (GPtrArray) names =
    areas != NULL ? streek_own_names_list (streek_rule_run_get_db (run), error) : NULL;
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) streek_area_names_free);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const StreekOwnName *name = names->pdata[i];

      if (!g_hash_table_contains (known, name->set))
        g_hash_table_insert (known, name->set, streek_area_names_new (areas, name->set));
      report_official (run, g_hash_table_lookup (known, name->set), name);
    }

  return names != NULL;
}

static const StreekRule rules[] = {
  { "area/unknown-member", STREEK_SEVERITY_WARNING, N_ ("A member is no municipality"),
    N_ ("An area lists a member that no municipality ever was. Its figures are then the sum of "
        "too little. Correct the membership in the section Structure."),
    look_for_unknown_members },
  { "area/partition-double", STREEK_SEVERITY_WARNING, N_ ("Municipalities in two areas of a set"),
    N_ ("The areas of this set are thought to share nothing. Where two of them share a "
        "municipality, its figures count twice in a sum over the set. Correct the membership in "
        "the section Structure."),
    look_for_doubles },
  { "area/partition-gap", STREEK_SEVERITY_WARNING, N_ ("Municipalities in no area of a set"),
    N_ ("The set is thought to divide a larger area completely. What is in none of its areas is "
        "missing from every map and sum over the set. Correct the membership in the section "
        "Structure."),
    look_for_gaps },
  { "area/partition-outside", STREEK_SEVERITY_WARNING,
    N_ ("Municipalities outside what a set divides"),
    N_ ("An area of this set holds municipalities outside the larger area that the set divides, "
        "so the sum over the set is more than the whole. Correct the membership in the section "
        "Structure."),
    look_for_outside },
  { "area/straddles", STREEK_SEVERITY_NOTE, N_ ("An area lies in more than one larger area"),
    N_ ("Figures of such an area cannot be given to one of the larger areas. Since the borders of "
        "some areas really changed so, this may be right; then accept it."),
    look_for_straddling },
  { "area/expired-member", STREEK_SEVERITY_NOTE, N_ ("A member does not exist all the time"),
    N_ ("A municipality is a member beyond the day on which it merged. After that day the member "
        "has no effect; its successor has to be a member of its own."),
    look_for_expired_members },
  { "area/lost-name", STREEK_SEVERITY_WARNING, N_ ("A name of your own leads nowhere"),
    N_ ("The area that somebody gave this name is gone, with its set or with new reference data. "
        "Lists that have the name find nothing. Give the name to another area, or forget it."),
    look_for_lost_names },
  { "area/official-name", STREEK_SEVERITY_NOTE, N_ ("A name of your own is official elsewhere"),
    N_ ("Where a list has this name, the area counts whose official name it is, now or before. The "
        "name of your own helps nobody then: forget it, or accept this."),
    look_for_official_names },
};

/**
 * streek_area_rules_register:
 *
 * Registers the rules about areas. Any thread, any number of times.
 */
void
streek_area_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
