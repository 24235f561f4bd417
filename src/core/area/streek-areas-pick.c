/* streek-areas-pick.c: from a list that somebody pastes to areas of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-areas-pick.h"
#include "area/streek-area-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const StreekAreas *areas;
  const char *set;
  StreekDate on;
  const StreekArea *within; /* (nullable) */
  const StreekAreaNames *names;
  GHashTable *taken; /* (element-type utf8) */
  StreekAreaPick *pick;
} Picking;

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

  g_autofree char *names = streek_area_names_join (today);

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

  g_autofree char *names = streek_area_names_join (valid);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %s is a list of areas with their codes. */
    _ ("Several areas have this name: %s. Give a code."), names);

  say (self, STREEK_SEVERITY_WARNING, "pick/ambiguous", word, message);
}

/* The official name was meant; who gave it to another area should know. */
static void
say_given (Picking *self, const char *word, const GPtrArray *official)
{
  g_autoptr (GPtrArray) given =
    streek_area_names_find_kind (self->names, word, STREEK_AREA_NAME_GIVEN);

  if (given == NULL)
    return;

  g_autofree char *names = streek_area_names_join (given);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an area, %2$s one or more areas with their codes. */
    _ ("This is the official name of %1$s, and a name of your own of %2$s. The official one "
       "counts; give a code for the other."),
    ((const StreekArea *) official->pdata[0])->name, names);

  say (self, STREEK_SEVERITY_NOTE, "pick/official", word, message);
}

static gboolean
try_word (Picking *self, const char *word)
{
  StreekAreaNameKind kind = STREEK_AREA_NAME_GIVEN;
  g_autoptr (GPtrArray) coded = streek_area_names_find_code (self->names, word);
  g_autoptr (GPtrArray) chains =
    coded != NULL ? NULL : streek_area_names_find (self->names, word, &kind);

  if (coded == NULL && chains == NULL)
    return FALSE;

  if (coded == NULL && kind != STREEK_AREA_NAME_GIVEN)
    say_given (self, word, chains);

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
      g_autoptr (GPtrArray) coded =
        *words[i] != '\0' ? streek_area_names_find_code (self->names, words[i]) : NULL;

      any |= coded != NULL;
      all &= coded != NULL || *words[i] == '\0';
      if (i == 0 && coded == NULL)
        return FALSE;
    }
  if (!all)
    {
      /* only where the rest is the name of that very area */
      g_autoptr (GPtrArray) coded = streek_area_names_find_code (self->names, words[0]);
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
 * that the reference data know, by those that people gave it. What is gone by that day stands for
 * the one area that it became part of, which is said. What is unknown or ambiguous is a finding and
 * never guessed.
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

  g_autoptr (StreekAreaNames) names = streek_area_names_new (areas, set);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StreekAreaPick *pick = g_new0 (StreekAreaPick, 1);
  Picking self = { areas, set, on, within, names, taken, pick };
  g_auto (GStrv) pieces = g_strsplit_set (text, "\n\r\t;,", -1);

  pick->codes = g_ptr_array_new_with_free_func (g_free);
  pick->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  if (streek_areas_find_set (areas, set, NULL) == NULL)
    return pick;

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
