/* streek-areas-words.c: what a list of areas inside an area must say beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas.h"

#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whose areas are meant where nothing is said of a set. */
#define USUAL_SET "gemeente"

/* Codes of sets are what one of their areas is, but for this one. */
#define PROJECT_SET "project"
#define PROJECT_WORD "projectgebied"

const char *
streek_area_set_get_word (const StreekAreaSet *set)
{
  g_return_val_if_fail (set != NULL, NULL);

  return strcmp (set->code, PROJECT_SET) == 0 ? PROJECT_WORD : set->code;
}

/**
 * streek_area_dup_label:
 *
 * Several sets have an area of the same name, and who reads only that takes it for the
 * municipality. Whoever types it again is understood.
 *
 * Returns: (transfer full): its name, after the word for its set where it is no municipality
 */
char *
streek_area_dup_label (const StreekArea *area)
{
  g_return_val_if_fail (area != NULL, NULL);

  g_autofree char *name = streek_fold (area->name, NULL);
  g_autofree char *set = streek_fold (area->set->code, NULL);

  return strcmp (area->set->code, USUAL_SET) == 0 || strstr (name, set) != NULL
           ? g_strdup (area->name)
           : g_strdup_printf ("%s %s", streek_area_set_get_word (area->set), area->name);
}

/**
 * streek_areas_describe_left_out:
 * @container: the area inside which was asked
 * @straddling: (element-type StreekArea): those that streek_areas_list_within() left out
 *
 * Returns: (transfer full) (nullable): a sentence that names every one, or %NULL where there is
 *   none
 */
char *
streek_areas_describe_left_out (const StreekArea *container, const GPtrArray *straddling)
{
  g_return_val_if_fail (container != NULL && straddling != NULL, NULL);

  if (straddling->len == 0)
    return NULL;

  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < straddling->len; i++)
    {
      const StreekArea *area = g_ptr_array_index (straddling, i);

      g_string_append_printf (names, "%s%s (%s:%s)", i > 0 ? ", " : "", area->name, area->set->code,
                              area->code);
    }

  /* Translators: %1$u is a number of areas, %2$s an area, %3$s the names and codes of the first. */
  return g_strdup_printf (ngettext ("%1$u area lies only partly in %2$s and is left out: %3$s.",
                                    "%1$u areas lie only partly in %2$s and are left out: %3$s.",
                                    straddling->len),
                          straddling->len, container->name, names->str);
}

/**
 * streek_areas_describe_none_within:
 * @set: (nullable): whose areas were asked
 * @container: the area inside which was asked
 *
 * Areas of one mesh are not looked for in an area with borders of its own: nobody knows.
 *
 * Returns: (transfer full): a sentence for a list that is empty
 */
char *
streek_areas_describe_none_within (const StreekAreaSet *set, const StreekArea *container)
{
  g_return_val_if_fail (container != NULL, NULL);

  const char *name = set != NULL ? set->name : "";

  if (set != NULL && container->set->own_borders && strcmp (set->mesh, container->set->mesh) != 0)
    /* Translators: %1$s is a kind of areas, %2$s an area */
    return g_strdup_printf (_ ("%1$s: which lie in %2$s is not known, for that has borders of its "
                               "own. Choose an area that is made of municipalities."),
                            name, container->name);

  /* Translators: %1$s is a kind of areas, %2$s an area */
  return g_strdup_printf (_ ("%1$s: none lies wholly in %2$s."), name, container->name);
}

/**
 * streek_areas_describe_moved:
 * @what: an area or a set of areas, for people
 * @asked: the date asked
 * @used: the date taken
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL where both dates are the same
 */
char *
streek_areas_describe_moved (const char *what, StreekDate asked, StreekDate used)
{
  g_return_val_if_fail (what != NULL, NULL);

  if (asked == used)
    return NULL;

  g_autofree char *was = streek_date_to_string (asked);
  g_autofree char *is = streek_date_to_string (used);

  /* Translators: %1$s is a kind of areas, or an area; %2$s and %3$s are dates */
  return g_strdup_printf (_ ("%1$s did not exist on %2$s: shown as of %3$s, the nearest date."),
                          what, was, is);
}
