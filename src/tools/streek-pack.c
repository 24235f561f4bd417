/* streek-pack.c: packs the reference data into the template that new workspaces are copies of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/streek-store.h"
#include "streek-pack-areas.h"
#include "streek-pack-figures.h"
#include "streek-pack-links.h"
#include "streek-pack-values.h"
#include "streek-pack-views.h"

#include <glib/gstdio.h>
#include <string.h>

/* A template has no office: every copy draws its own. */
#define TEMPLATE_OFFICE 1

typedef gboolean (*PackFunc) (StreekDb *db, const char *folder, GError **error);

static gboolean
pack_version (StreekDb *db, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "version.txt", NULL);
  g_autofree char *version = NULL;

  return g_file_get_contents (path, &version, NULL, error) &&
         streek_store_write_reference_version (db, g_strstrip (version), error);
}

/* In this order: figures name areas. What only the example holds is as people would have made it,
 * so it goes through a command, whose history is forgotten again: nobody did it who could undo it.
 */
static const struct
{
  const char *name;
  PackFunc pack;
  gboolean example_only;
} packers[] = {
  { "version", pack_version, FALSE },        { "areas", streek_pack_areas, FALSE },
  { "figures", streek_pack_figures, FALSE }, { "definitions", streek_pack_links, FALSE },
  { "views", streek_pack_views, TRUE },      { "values", streek_pack_values, TRUE },
  { "gaps", streek_pack_gaps, TRUE },        { "counts", streek_pack_counts, TRUE },
};

typedef struct
{
  const char *folder;
  gboolean example;
} PackJob;

static gboolean
pack_all (StreekDb *db, gpointer data, GError **error)
{
  const PackJob *job = data;

  for (guint i = 0; i < G_N_ELEMENTS (packers); i++)
    {
      if (packers[i].example_only != job->example)
        continue;

      if (!packers[i].pack (db, job->folder, error))
        {
          g_prefix_error (error, "%s: ", packers[i].name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
forget_history (StreekDb *db, gpointer data, GError **error)
{
  return streek_store_forget_history (db, error);
}

static gboolean
pack (const char *folder, const char *path, gboolean example, GError **error)
{
  PackJob reference = { folder, FALSE };
  PackJob own = { folder, TRUE };

  if (!streek_store_create (path, streek_schema_get_default (), TEMPLATE_OFFICE, NULL, error))
    return FALSE;

  g_autoptr (StreekStore) store =
    streek_store_open (path, STREEK_STORE_ROLLBACK, streek_schema_get_default (), NULL, error);

  if (store == NULL)
    return FALSE;

  gboolean done =
    streek_store_run_unrecorded (store, pack_all, &reference, NULL, NULL, error) &&
    (!example || (streek_store_run_command (store, "", NULL, pack_all, &own, NULL, NULL, error) &&
                  streek_store_run_unrecorded (store, forget_history, NULL, NULL, NULL, error)));

  streek_store_close (store);

  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean example = argc == 4 && strcmp (argv[1], "--example") == 0;

  if (argc != 3 && !example)
    {
      g_printerr ("Usage: streek-pack [--example] REFERENCE-FOLDER OUTPUT\n");
      return 2;
    }

  const char *folder = argv[argc - 2];
  const char *path = argv[argc - 1];

  g_remove (path);

  if (!pack (folder, path, example, &error))
    {
      g_printerr ("streek-pack: %s\n", error->message);
      g_remove (path);
      return 1;
    }

  return 0;
}
