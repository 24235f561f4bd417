/* streek-areas-pick.c: from a list that somebody pastes to areas of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-pick.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More names than this say no more. */
#define MAX_NAMED 4

typedef struct
{
  const StreekArea *area; /* a link of the chain that has the name */
  StreekAreaNameKind kind;
} Named;

typedef struct
{
  const StreekAreas *areas;
  const char *set;
  StreekDate on;
  const StreekArea *within; /* (nullable) */
  GHashTable *by_name;      /* tidy name → GArray of Named */
  GHashTable *taken;        /* (element-type utf8) */
  StreekAreaPick *pick;
} Picking;

char *
streek_area_name_tidy (const char *text)
{
  g_autofree char *folded = streek_fold (text, NULL);
  GString *tidy = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (*c == '-' || g_ascii_isspace (*c))
      {
        if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
          g_string_append_c (tidy, ' ');
      }
    else
      g_string_append_c (tidy, *c);

  while (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);

  return g_string_free (tidy, FALSE);
}

static void
add_name (const StreekArea *area, const char *name, StreekAreaNameKind kind, gpointer data)
{
  Picking *self = data;

  if (strcmp (area->set->code, self->set) != 0)
    return;

  g_autofree char *tidy = streek_area_name_tidy (name);
  GArray *named = g_hash_table_lookup (self->by_name, tidy);

  if (named == NULL)
    {
      named = g_array_new (FALSE, FALSE, sizeof (Named));
      g_hash_table_insert (self->by_name, g_steal_pointer (&tidy), named);
    }

  for (guint i = 0; i < named->len; i++)
    if (strcmp (g_array_index (named, Named, i).area->code, area->code) == 0)
      return;

  Named entry = { area, kind };

  g_array_append_val (named, entry);
}

static void
say (Picking *self, StreekSeverity severity, const char *id, const char *word, const char *message)
{
  g_ptr_array_add (self->pick->findings, streek_finding_new (severity, id, word, message));
}

static void
take (Picking *self, const char *word, const StreekArea *area)
{
  if (self->within != NULL && !streek_area_is_inside (area, self->within))
    {
      g_autofree char *message = g_strdup_printf (
        /* Translators: %1$s is an area, %2$s the area that the map is limited to. */
        _ ("%1$s does not lie in %2$s."), area->name, self->within->name);

      say (self, STREEK_SEVERITY_WARNING, "pick/outside", word, message);
      return;
    }

  self->pick->n_taken++;
  if (g_hash_table_add (self->taken, g_strdup (area->code)))
    g_ptr_array_add (self->pick->codes, g_strdup (area->code));
}

static void
add_once (GPtrArray *list, const StreekArea *area)
{
  if (area != NULL && !g_ptr_array_find (list, area, NULL))
    g_ptr_array_add (list, (gpointer) area);
}

static char *
join_areas (const GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len && i < MAX_NAMED; i++)
    {
      const StreekArea *area = list->pdata[i];

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "", area->name, area->code);
    }
  if (list->len > MAX_NAMED)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

/* What a chain went on as: as the source says, else the area that holds all of its land. */
static void
add_today (Picking *self, const StreekArea *former, GPtrArray *today)
{
  g_autoptr (GPtrArray) successors =
    streek_areas_list_successors (self->areas, self->set, former->code, self->on);

  for (guint i = 0; i < successors->len; i++)
    add_once (today, successors->pdata[i]);
  if (successors->len == 0)
    add_once (today, streek_areas_find_container (self->areas, self->set, former, self->on));
}

static void
take_former (Picking *self, const char *word, const GPtrArray *formers)
{
  g_autoptr (GPtrArray) today = g_ptr_array_new ();
  const StreekArea *former = formers->pdata[0];
  g_autofree char *day = streek_date_to_string (self->on);
  g_autofree char *message = NULL;

  for (guint i = 0; i < formers->len; i++)
    add_today (self, formers->pdata[i], today);

  if (today->len == 1)
    {
      message = g_strdup_printf (
        /* Translators: an area that is gone, a day, and the area that it became part of. */
        _ ("%1$s does not exist on %2$s; %3$s, which it became part of, was taken."), former->name,
        day, ((StreekArea *) today->pdata[0])->name);
      say (self, STREEK_SEVERITY_NOTE, "pick/former", word, message);
      take (self, word, today->pdata[0]);
      return;
    }

  g_autofree char *names = join_areas (today);

  message = today->len > 1
              ? g_strdup_printf (
                  /* Translators: an area that is gone, a day, and the areas that it became. */
                  _ ("%1$s does not exist on %2$s; it went on as %3$s. Give one of those."),
                  former->name, day, names)
              /* Translators: an area that is gone, and a day. */
              : g_strdup_printf (_ ("%1$s does not exist on %2$s."), former->name, day);
  say (self, STREEK_SEVERITY_WARNING, "pick/not-then", word, message);
}

/* Of what has the same name: those of that day, else what the former ones became. */
static void
take_chains (Picking *self, const char *word, const GPtrArray *chains)
{
  g_autoptr (GPtrArray) valid = g_ptr_array_new ();

  for (guint i = 0; i < chains->len; i++)
    {
      const StreekArea *link = chains->pdata[i];

      add_once (valid, streek_areas_find (self->areas, self->set, link->code, self->on));
    }

  if (valid->len == 0)
    {
      take_former (self, word, chains);
      return;
    }
  if (valid->len == 1)
    {
      take (self, word, valid->pdata[0]);
      return;
    }

  g_autofree char *names = join_areas (valid);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %s is a list of areas with their codes. */
    _ ("Several areas have this name: %s. Give a code."), names);

  say (self, STREEK_SEVERITY_WARNING, "pick/ambiguous", word, message);
}

/* (transfer container) (nullable): what has that code */
static GPtrArray *
find_by_code (Picking *self, const char *word)
{
  gsize length = strlen (self->set);
  const char *code =
    strncmp (word, self->set, length) == 0 && word[length] == ':' ? word + length + 1 : word;
  g_autoptr (GPtrArray) chain = streek_areas_list_chain (self->areas, self->set, code);

  if (chain->len == 0)
    return NULL;

  g_ptr_array_remove_range (chain, 0, chain->len - 1);

  return g_steal_pointer (&chain);
}

/* (transfer container) (nullable): its own name goes before the French one, and that before others:
 * "Saint-Nicolas" is a municipality near Liège, and Sint-Niklaas in French. */
static GPtrArray *
find_by_name (Picking *self, const char *word)
{
  g_autofree char *tidy = streek_area_name_tidy (word);
  const GArray *named = g_hash_table_lookup (self->by_name, tidy);
  GPtrArray *best = NULL;
  StreekAreaNameKind kind = STREEK_AREA_NAME_ALIAS;

  for (guint i = 0; named != NULL && i < named->len; i++)
    kind = MIN (kind, g_array_index (named, Named, i).kind);

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      const Named *entry = &g_array_index (named, Named, i);

      if (entry->kind != kind)
        continue;
      if (best == NULL)
        best = g_ptr_array_new ();
      g_ptr_array_add (best, (gpointer) entry->area);
    }

  return best;
}

static gboolean
try_word (Picking *self, const char *word)
{
  g_autoptr (GPtrArray) coded = find_by_code (self, word);
  g_autoptr (GPtrArray) chains = coded != NULL ? NULL : find_by_name (self, word);

  if (coded == NULL && chains == NULL)
    return FALSE;

  take_chains (self, word, coded != NULL ? coded : chains);

  return TRUE;
}

/* "31005 31022", or "31005 Brugge": codes by themselves, and a name after its code says nothing
 * new. */
static gboolean
try_codes (Picking *self, const char *piece)
{
  g_auto (GStrv) words = g_strsplit_set (piece, " ", -1);
  gboolean any = FALSE;
  gboolean all = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) coded = *words[i] != '\0' ? find_by_code (self, words[i]) : NULL;

      any |= coded != NULL;
      all &= coded != NULL || *words[i] == '\0';
      if (i == 0 && coded == NULL)
        return FALSE;
    }
  if (!all)
    {
      /* only where the rest is the name of that very area */
      g_autoptr (GPtrArray) coded = find_by_code (self, words[0]);
      g_autofree char *rest = streek_area_name_tidy (piece + strlen (words[0]));
      g_autofree char *name = streek_area_name_tidy (((StreekArea *) coded->pdata[0])->name);

      if (strcmp (g_strstrip (rest), name) != 0)
        return FALSE;

      return try_word (self, words[0]);
    }

  self->pick->n_read--;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        self->pick->n_read++;
        try_word (self, words[i]);
      }

  return any;
}

static void
read_piece (Picking *self, const char *piece)
{
  self->pick->n_read++;
  if (try_word (self, piece) || try_codes (self, piece))
    return;

  const StreekAreaSet *set = streek_areas_find_set (self->areas, self->set, NULL);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %s is a set of areas, such as Gemeenten. */
    _ ("This is no code and no name of the set %s."), set->name);

  say (self, STREEK_SEVERITY_WARNING, "pick/unknown", piece, message);
}

/**
 * streek_areas_pick:
 * @set: code of a set of @areas
 * @on: the day whose areas are meant
 * @within: (nullable): the area that they must lie in
 * @text: codes and names, in any case and with or without accents, on lines of their own or between
 *   tabs, commas and semicolons
 *
 * Finds the areas that a list names: by code, by Dutch name, by French name, by the other names
 * that the reference data know. What is gone by that day stands for the one area that it became
 * part of, which is said. What is unknown or ambiguous is a finding and never guessed.
 *
 * Returns: (transfer full): the areas and what is to be said
 */
StreekAreaPick *
streek_areas_pick (const StreekAreas *areas,
                   const char *set,
                   StreekDate on,
                   const StreekArea *within,
                   const char *text)
{
  g_return_val_if_fail (areas != NULL && set != NULL && text != NULL, NULL);

  g_autoptr (GHashTable) by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StreekAreaPick *pick = g_new0 (StreekAreaPick, 1);
  Picking self = { areas, set, on, within, by_name, taken, pick };
  g_auto (GStrv) pieces = g_strsplit_set (text, "\n\r\t;,", -1);

  pick->codes = g_ptr_array_new_with_free_func (g_free);
  pick->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  if (streek_areas_find_set (areas, set, NULL) == NULL)
    return pick;

  streek_areas_foreach_name (areas, add_name, &self);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *piece = g_strdup (pieces[i]);

      g_strdelimit (g_strstrip (piece), "\"", ' ');
      g_strstrip (piece);
      if (*piece != '\0')
        read_piece (&self, piece);
    }

  return pick;
}

void
streek_area_pick_free (StreekAreaPick *pick)
{
  if (pick == NULL)
    return;

  g_ptr_array_unref (pick->codes);
  g_ptr_array_unref (pick->findings);
  g_free (pick);
}
