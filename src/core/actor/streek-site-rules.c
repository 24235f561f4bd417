/* streek-site-rules.c: the rules about places: where they lie, and which are one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-rules.h"

#include "actor/streek-site-locator.h"
#include "area/streek-area-rules.h"
#include "geo/streek-lambert.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Two places of one name that are no further apart are thought to be one. */
#define SAME_SPOT_M 25.0

static GPtrArray *
ensure_sites (StreekRuleRun *run, GError **error)
{
  GPtrArray *sites = streek_rule_run_get_kept (run, "actor/sites");

  if (sites != NULL)
    return sites;

  sites = streek_sites_list (streek_rule_run_get_db (run), error);

  if (sites != NULL)
    streek_rule_run_keep (run, "actor/sites", sites, (GDestroyNotify) g_ptr_array_unref);

  return sites;
}

static StreekSiteLocator *
ensure_locator (StreekRuleRun *run, GError **error)
{
  StreekSiteLocator *locator = streek_rule_run_get_kept (run, "actor/locator");
  StreekAreas *areas = streek_area_rules_ensure_areas (run, error);

  if (locator != NULL || areas == NULL)
    return locator;

  locator = streek_site_locator_new (areas, STREEK_DATE_NONE);
  streek_rule_run_keep (run, "actor/locator", locator, (GDestroyNotify) streek_site_locator_free);

  return locator;
}

static void
report (StreekRuleRun *run, const StreekSite *site, const StreekSiteLocator *locator, char *message)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, site->id);
  g_autofree char *place = g_strconcat ("site:", key, NULL);
  g_autofree char *sentence = message;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, (gpointer) site);
  streek_rule_run_report (run, key, place, sentence, streek_sites_make_table (one, locator));
}

/* The municipality of the point with both numbers turned about, in any system. */
static const StreekArea *
find_turned (const StreekSiteLocator *locator, const StreekSite *site)
{
  for (StreekSystem system = 0; system < STREEK_N_SYSTEMS; system++)
    {
      double x = site->x, y = site->y;

      streek_system_from_lambert (system, &x, &y);
      if (!isfinite (x) || !isfinite (y) || !streek_system_holds (system, y, x))
        continue;

      double east = y, north = x;

      streek_system_to_lambert (system, &east, &north);

      const StreekArea *area = streek_site_locator_find (locator, east, north);

      if (area != NULL)
        return area;
    }

  return NULL;
}

static char *
describe_outside (const StreekSiteLocator *locator, const StreekSite *site)
{
  const StreekArea *turned = find_turned (locator, site);

  if (turned != NULL)
    return g_strdup_printf (
      /* Translators: %1$s is a place, %2$s a municipality. */
      _ ("“%1$s” lies outside every municipality; with longitude and latitude turned about it lies "
         "in %2$s."),
      site->name, turned->name);

  /* Translators: %s is a place. */
  return g_strdup_printf (_ ("“%s” lies outside every municipality: abroad or at sea."),
                          site->name);
}

static gboolean
look_for_outside (StreekRuleRun *run, GError **error)
{
  GPtrArray *sites = ensure_sites (run, error);
  StreekSiteLocator *locator = sites != NULL && sites->len > 0 ? ensure_locator (run, error) : NULL;

  for (guint i = 0; locator != NULL && i < sites->len; i++)
    {
      const StreekSite *site = sites->pdata[i];

      if (streek_site_locator_find (locator, site->x, site->y) == NULL)
        report (run, site, locator, describe_outside (locator, site));
    }

  return sites != NULL && (sites->len == 0 || locator != NULL);
}

static char *
describe_municipality (StreekSiteLocator *locator, const StreekSite *site)
{
  const StreekArea *area = streek_site_locator_find (locator, site->x, site->y);

  switch (streek_site_locator_compare (locator, site->municipality, site->x, site->y))
    {
    case STREEK_SITE_DIFFERS:
      return area != NULL
               /* Translators: %1$s is a place, %2$s and %3$s are municipalities. */
               ? g_strdup_printf (_ ("“%1$s” lies in %2$s, but its source says %3$s."), site->name,
                                  area->name, site->municipality)
               : NULL; /* that it lies in none is another rule's */
    case STREEK_SITE_UNKNOWN:
      /* Translators: %1$s is a place, %2$s a word in a file. */
      return g_strdup_printf (_ ("The source of “%1$s” says %2$s, which is no municipality."),
                              site->name, site->municipality);
    case STREEK_SITE_UNSTATED:
    case STREEK_SITE_FITS:
    default:
      return NULL;
    }
}

static gboolean
look_for_other_municipality (StreekRuleRun *run, GError **error)
{
  GPtrArray *sites = ensure_sites (run, error);
  StreekSiteLocator *locator = sites != NULL && sites->len > 0 ? ensure_locator (run, error) : NULL;

  for (guint i = 0; locator != NULL && i < sites->len; i++)
    {
      char *message = describe_municipality (locator, sites->pdata[i]);

      if (message != NULL)
        report (run, sites->pdata[i], locator, message);
    }

  return sites != NULL && (sites->len == 0 || locator != NULL);
}

static gboolean
are_at_one_spot (const StreekSite *a, const StreekSite *b)
{
  return hypot (a->x - b->x, a->y - b->y) <= SAME_SPOT_M;
}

/* The later one of two is reported, once. */
static gboolean
look_for_doubles (StreekRuleRun *run, GError **error)
{
  GPtrArray *sites = ensure_sites (run, error);
  StreekSiteLocator *locator = sites != NULL && sites->len > 1 ? ensure_locator (run, error) : NULL;
  g_autofree char *before = NULL;
  guint first = 0;

  for (guint i = 0; locator != NULL && i < sites->len; i++)
    {
      const StreekSite *site = sites->pdata[i];
      g_autofree char *key = streek_site_dup_key (site);

      /* places of one kind and name follow each other */
      if (g_strcmp0 (key, before) != 0)
        first = i;

      for (guint j = first; j < i; j++)
        if (are_at_one_spot (site, sites->pdata[j]))
          {
            report (run, site, locator,
                    /* Translators: %s is a place. */
                    g_strdup_printf (_ ("“%s” stands here twice, at one spot."), site->name));
            break;
          }

      g_free (before);
      before = g_steal_pointer (&key);
    }

  return sites != NULL && (sites->len < 2 || locator != NULL);
}

static const StreekRule rules[] = {
  { "place/outside", STREEK_SEVERITY_WARNING, N_ ("A place lies in no municipality"),
    N_ ("Its point lies abroad, at sea, or nowhere it can be. On a map of municipalities it is "
        "left out, which the map says. Where its coordinates are wrong, correct the place."),
    look_for_outside },
  { "place/other-municipality", STREEK_SEVERITY_WARNING,
    N_ ("A place lies elsewhere than its source says"),
    N_ ("The municipality of a place follows from its point; its source names another one. Either "
        "the point or the source is wrong: correct the place, or accept this with the reason."),
    look_for_other_municipality },
  { "place/double", STREEK_SEVERITY_NOTE, N_ ("A place stands here twice"),
    N_ ("Two places of one kind have the same name at one spot. Delete one of them, or give them "
        "names that tell them apart."),
    look_for_doubles },
};

/**
 * streek_site_rules_register:
 *
 * Lets a check look at places. Any thread, any number of times.
 */
void
streek_site_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
