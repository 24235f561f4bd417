/* streek-site-kind.c: what a place can be: words of the program, and people's own beside them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "actor/streek-site-kind.h"

#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words are Dutch, as names of area sets are: they are data. */
static const struct
{
  const char *id;
  const char *label;
  const char *others[6]; /* folded: what files call it */
} kinds[] = {
  { "haven", NC_ ("kind of place", "Port"), { "zeehaven", "binnenhaven", "port", "jachthaven" } },
  { "bedrijventerrein",
    NC_ ("kind of place", "Business park"),
    { "bedrijvenpark", "industrieterrein", "bedrijvenzone", "industriezone", "kmo-zone",
      "business park" } },
  { "streekhuis", NC_ ("kind of place", "Regional house"), { "regional house" } },
  { "werkwinkel",
    NC_ ("kind of place", "Job centre"),
    { "fora lokale werkwinkel", "lokale werkwinkel", "job centre", "vdab" } },
  { "onderneming",
    NC_ ("kind of place", "Enterprise"),
    { "bedrijf", "vestiging", "enterprise", "company" } },
  { "organisatie", NC_ ("kind of place", "Seat of an organisation"), { "zetel", "organisation" } },
  { "gemeentehuis", NC_ ("kind of place", "Town hall"), { "stadhuis", "town hall" } },
  { "school",
    NC_ ("kind of place", "School"),
    { "onderwijsinstelling", "hogeschool", "universiteit", "basisschool", "secundaire school" } },
  { "ziekenhuis", NC_ ("kind of place", "Hospital"), { "hospitaal", "kliniek", "hospital" } },
  { "zorgvoorziening",
    NC_ ("kind of place", "Care facility"),
    { "woonzorgcentrum", "rusthuis", "zorgboerderij", "kinderopvang", "care facility" } },
  { "station",
    NC_ ("kind of place", "Railway station"),
    { "treinstation", "spoorwegstation", "halte", "railway station" } },
  { "luchthaven", NC_ ("kind of place", "Airport"), { "vliegveld", "airport" } },
  { "bezienswaardigheid", NC_ ("kind of place", "Sight"), { "attractie", "museum", "sight" } },
  { STREEK_SITE_KIND_OTHER, NC_ ("kind of place", "Other place"), { "overige", "other" } },
};

static int
find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      return (int) i;

  return -1;
}

const char *const *
streek_site_kinds_get (void)
{
  static const char *ids[G_N_ELEMENTS (kinds) + 1];
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        ids[i] = kinds[i].id;
      g_once_init_leave (&is_filled, 1);
    }

  return ids;
}

/**
 * streek_site_kind_get_label:
 * @kind: as files hold it
 *
 * Returns: (transfer none): the kind in the reader's language, or @kind where people made it
 */
const char *
streek_site_kind_get_label (const char *kind)
{
  int number = find_kind (kind);

  return number >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, "kind of place", kinds[number].label) : kind;
}

static gboolean
means_kind (const char *folded, guint number)
{
  g_autofree char *label =
    streek_fold (g_dpgettext2 (GETTEXT_PACKAGE, "kind of place", kinds[number].label), NULL);

  if (strcmp (folded, kinds[number].id) == 0 || strcmp (folded, label) == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds[number].others) && kinds[number].others[i] != NULL; i++)
    if (strcmp (folded, kinds[number].others[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Of "havens" also "haven"; of "scholen" nothing else. */
static int
find_meaning (const char *folded)
{
  gsize length = strlen (folded);
  g_autofree char *single =
    length > 3 && folded[length - 1] == 's' ? g_strndup (folded, length - 1) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (means_kind (folded, i) || (single != NULL && means_kind (single, i)))
      return (int) i;

  return -1;
}

/**
 * streek_site_kind_dup_parsed:
 * @word: as a file or a person has it
 *
 * Returns: (transfer full): the word of the program where it means that, else @word without blanks
 *   at its ends; that of other places where nothing is left
 */
char *
streek_site_kind_dup_parsed (const char *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  char *trimmed = g_strstrip (g_strdup (word));
  g_autofree char *folded = streek_fold (trimmed, NULL);
  int number = find_meaning (folded);

  if (number < 0 && *trimmed != '\0')
    return trimmed;

  g_free (trimmed);

  return g_strdup (number >= 0 ? kinds[number].id : STREEK_SITE_KIND_OTHER);
}

/**
 * streek_site_words_compare:
 *
 * Returns: the order of two names whatever their case and accents, the same in every language
 */
int
streek_site_words_compare (const char *a, const char *b)
{
  g_autofree char *first = streek_fold (a, NULL);
  g_autofree char *second = streek_fold (b, NULL);
  int order = strcmp (first, second);

  return order != 0 ? order : strcmp (a, b);
}

int
streek_site_kind_compare (const char *a, const char *b)
{
  int first = find_kind (a), second = find_kind (b);

  if (first >= 0 && second >= 0)
    return first - second;
  if (first >= 0 || second >= 0)
    return first >= 0 ? -1 : 1;

  return streek_site_words_compare (a, b);
}

/**
 * streek_site_kind_get_symbol:
 *
 * Kinds of the program keep their sign in every file; people's own follow in their order, so that
 * hiding one kind changes no other.
 *
 * Returns: which symbol, from 0
 */
guint
streek_site_kind_get_symbol (const char *kind, const GPtrArray *own)
{
  int number = find_kind (kind);

  if (number >= 0)
    return (guint) number;

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (g_strcmp0 (kind, own->pdata[i]) == 0)
      return G_N_ELEMENTS (kinds) + i;

  return G_N_ELEMENTS (kinds);
}
