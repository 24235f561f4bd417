/* streek-own-areas.c: area sets that people bring themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-own-areas-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SAID 20
#define MAX_CODE_LENGTH 64
#define TEXTS_AT_ONCE 16384

static void
free_area (gpointer data)
{
  StreekOwnArea *area = data;

  g_clear_pointer (&area->units, g_array_unref);
  g_free (area);
}

/* The last reference to a set that was made of the areas of the workspace may go in any thread. */
StreekOwnAreas *
streek_own_areas_ref (StreekOwnAreas *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
streek_own_areas_unref (StreekOwnAreas *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->set);
  g_free (self->name);
  g_free (self->source);
  g_free (self->digest);
  g_ptr_array_unref (self->areas);
  g_clear_pointer (&self->mesh, streek_mesh_unref);
  g_clear_pointer (&self->unit_codes, g_ptr_array_unref);
  g_ptr_array_unref (self->findings);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->moved);
  g_string_chunk_free (self->texts); /* which the tables lend */
  g_hash_table_unref (self->n_said);
  g_free (self);
}

static StreekDate
find_oldest_date (const StreekAreas *areas)
{
  g_autoptr (GArray) dates = streek_areas_list_change_dates (areas, NULL);

  return dates->len > 0 ? g_array_index (dates, StreekDate, 0) : STREEK_DATE_NONE + 1;
}

static void
copy_unit_codes (StreekOwnAreas *self, const StreekAreas *areas)
{
  const StreekAreasMesh *base = streek_own_areas_find_base (areas);

  self->unit_codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; base != NULL && i < base->unit_codes->len; i++)
    g_ptr_array_add (self->unit_codes, g_strdup (base->unit_codes->pdata[i]));
}

static StreekOwnAreas *
new_set (const StreekAreas *areas, const char *set, const char *name, StreekDate from)
{
  StreekOwnAreas *self = g_new0 (StreekOwnAreas, 1);

  g_atomic_ref_count_init (&self->references);
  self->set = g_strstrip (g_strdup (set));
  self->name = g_strstrip (g_strdup (name != NULL && *name != '\0' ? name : set));
  self->source = g_strdup ("");
  self->from = from != STREEK_DATE_NONE ? from : find_oldest_date (areas);
  self->until = STREEK_DATE_OPEN;
  self->areas = g_ptr_array_new_with_free_func (free_area);
  self->texts = g_string_chunk_new (TEXTS_AT_ONCE);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->moved = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  copy_unit_codes (self, areas);

  return self;
}

void
streek_own_areas_add (StreekOwnAreas *self, const char *code, const char *name)
{
  StreekOwnArea *area = g_new0 (StreekOwnArea, 1);

  area->code = g_string_chunk_insert (self->texts, code);
  area->name = g_string_chunk_insert (self->texts, name);
  area->number = self->areas->len;
  g_ptr_array_add (self->areas, area);
}

void
streek_own_areas_say (StreekOwnAreas *self,
                      StreekSeverity severity,
                      const char *id,
                      const char *place,
                      const char *message)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_said, id));

  g_hash_table_insert (self->n_said, g_strdup (id), GUINT_TO_POINTER (n + 1));
  if (n < MAX_SAID)
    g_ptr_array_add (self->findings, streek_finding_new (severity, id, place, message));
}

static StreekSeverity
find_severity (const StreekOwnAreas *self, const char *id)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const StreekFinding *finding = self->findings->pdata[i];

      if (strcmp (finding->id, id) == 0)
        return finding->severity;
    }

  return STREEK_SEVERITY_NOTE;
}

/* Says how many more there are of what came up too often. */
static void
say_more (StreekOwnAreas *self)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (self->n_said), (GCompareFunc) strcmp);

  for (GList *link = ids; link != NULL; link = link->next)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_said, link->data));

      if (n <= MAX_SAID)
        continue;

      g_autofree char *message = g_strdup_printf (
        /* Translators: %u is how many more findings of the same kind there are. */
        ngettext ("The same holds for %u more.", "The same holds for %u more.", n - MAX_SAID),
        n - MAX_SAID);

      g_ptr_array_add (self->findings, streek_finding_new (find_severity (self, link->data),
                                                           link->data, self->set, message));
    }
}

char *
streek_own_areas_dup_until (const StreekOwnAreas *self)
{
  return self->until != STREEK_DATE_OPEN ? streek_date_to_string (self->until) : NULL;
}

/* The last step: nothing is added any more. */
void
streek_own_areas_finish (StreekOwnAreas *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *from = streek_date_to_string (self->from);
  g_autofree char *head = g_strdup_printf ("%s\n%s\n%s\n%s\n%d\n%d\n", self->set, self->name,
                                           self->source, from, self->kind, self->overlaps);
  g_autofree char *until = streek_own_areas_dup_until (self);

  g_assert (self->counts.n_read ==
            self->counts.n_taken + self->counts.n_ignored + self->counts.n_rejected);
  say_more (self);

  g_checksum_update (checksum, (const guchar *) head, -1);
  if (until != NULL)
    g_checksum_update (checksum, (const guchar *) until, -1);
  for (guint i = 0; i < self->areas->len; i++)
    {
      const StreekOwnArea *area = self->areas->pdata[i];

      StreekUnits units = streek_own_area_get_units (area);

      g_hash_table_add (self->codes, (gpointer) area->code);
      g_checksum_update (checksum, (const guchar *) area->code, (gssize) strlen (area->code) + 1);
      g_checksum_update (checksum, (const guchar *) area->name, (gssize) strlen (area->name) + 1);
      g_checksum_update (checksum, (const guchar *) units.ids,
                         (gssize) (units.n * sizeof (guint32)));
    }
  if (self->mesh != NULL)
    {
      g_autofree guint64 *outlines = streek_own_areas_hash_outlines (self->mesh);

      g_checksum_update (checksum, (const guchar *) outlines,
                         (gssize) (streek_mesh_get_n_units (self->mesh) * sizeof (guint64)));
    }
  self->digest = g_strdup (g_checksum_get_string (checksum));
}

gboolean
streek_own_areas_has_errors (const StreekOwnAreas *self)
{
  return streek_finding_get_worst (self->findings) == STREEK_SEVERITY_ERROR;
}

const char *
streek_own_areas_get_set (const StreekOwnAreas *self)
{
  return self->set;
}

const char *
streek_own_areas_get_name (const StreekOwnAreas *self)
{
  return self->name;
}

StreekOwnAreasKind
streek_own_areas_get_kind (const StreekOwnAreas *self)
{
  return self->kind;
}

StreekOwnAreasCounts
streek_own_areas_get_counts (const StreekOwnAreas *self)
{
  return self->counts;
}

/**
 * streek_own_areas_get_findings:
 *
 * Returns: (transfer none) (element-type StreekFinding): in the order of the file
 */
GPtrArray *
streek_own_areas_get_findings (const StreekOwnAreas *self)
{
  return self->findings;
}

gboolean
streek_own_areas_is_by_hand (const StreekOwnAreas *self)
{
  return self->by_hand;
}

gboolean
streek_own_areas_can_write (const StreekOwnAreas *self)
{
  return self->areas->len > 0 && !streek_own_areas_has_errors (self);
}

const StreekAreasMesh *
streek_own_areas_find_base (const StreekAreas *areas)
{
  for (guint i = 0; i < areas->meshes->len; i++)
    {
      const StreekAreasMesh *mesh = areas->meshes->pdata[i];

      if (!mesh->own && mesh->base != NULL)
        return mesh;
    }

  return NULL;
}

/* Writing. The command that does it is recorded, so that one undo brings back what was there. */

/* A code that a person types, in SET:CODE and in files of one line each. */
static const char *
find_fault_of_code (const char *code)
{
  if (*code == '\0')
    return _ ("There is no code.");
  if (strlen (code) > MAX_CODE_LENGTH)
    return _ ("The code is longer than 64 characters.");

  for (const char *p = code; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return _ ("The code holds a character that cannot be printed.");

  return NULL;
}

static void
check_set_code (StreekOwnAreas *self, const StreekAreas *areas, gboolean adds)
{
  const StreekAreasSet *entry = streek_areas_find_entry (areas, self->set);
  const char *fault = find_fault_of_code (self->set);

  if (fault == NULL && strpbrk (self->set, ":+*, ") != NULL)
    fault = _ ("The code of a set has no space, comma, colon, plus or asterisk in it.");
  if (fault == NULL && entry != NULL && !entry->set.own)
    fault = _ ("The reference data have a set with this code. Choose another one.");
  if (fault != NULL)
    streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/set-code", self->set, fault);
  else if (entry != NULL && !adds)
    streek_own_areas_say (self, STREEK_SEVERITY_NOTE, "own-areas/replaces", self->set,
                          _ ("The set with this code is replaced."));
}

StreekOwnAreas *
streek_own_areas_begin (
  const StreekAreas *areas, const char *set, const char *name, StreekDate from, gboolean adds)
{
  StreekOwnAreas *self = new_set (areas, set, name, from);

  check_set_code (self, areas, adds);

  return self;
}

gboolean
streek_own_areas_is_code (const char *code)
{
  return find_fault_of_code (code) == NULL;
}

gboolean
streek_own_areas_check_code (StreekOwnAreas *self,
                             GHashTable *codes,
                             const char *place,
                             const char *code)
{
  const char *fault = find_fault_of_code (code);

  if (fault != NULL)
    {
      streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/code", place, fault);
      return FALSE;
    }

  if (!g_hash_table_add (codes, g_string_chunk_insert (self->texts, code)))
    {
      g_autofree char *message = g_strdup_printf (
        /* Translators: %s is the code of an area. */
        _ ("The code %s is there more than once. An area in several parts is one feature."), code);

      streek_own_areas_say (self, STREEK_SEVERITY_ERROR, "own-areas/double-code", place, message);
      return FALSE;
    }

  return TRUE;
}
