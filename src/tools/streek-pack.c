/* streek-pack.c: packs the reference data into the template that new workspaces are copies of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/streek-store.h"
#include "streek-pack-areas.h"
#include "streek-pack-figures.h"
#include "streek-pack-links.h"
#include "streek-pack-records.h"
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

/* Where a packer finds what it packs. */
typedef enum
{
  REFERENCE,
  REFERENCE_OF_EXAMPLE, /* figures and views, in the example only */
  EXAMPLE,
} PackFolder;

/* In this order: figures name areas, and records both. What only the example holds is as people
 * would have made it, so it goes through a command, whose history is forgotten again: nobody did it
 * who could undo it. */
static const struct
{
  const char *name;
  PackFunc pack;
  PackFolder folder;
} packers[] = {
  { "version", pack_version, REFERENCE },
  { "areas", streek_pack_areas, REFERENCE },
  { "figures", streek_pack_figures, REFERENCE },
  { "definitions", streek_pack_links, REFERENCE },
  { "views", streek_pack_views, REFERENCE_OF_EXAMPLE },
  { "values", streek_pack_values, REFERENCE_OF_EXAMPLE },
  { "gaps", streek_pack_gaps, REFERENCE_OF_EXAMPLE },
  { "counts", streek_pack_counts, REFERENCE_OF_EXAMPLE },
  { "records", streek_pack_records, EXAMPLE },
};

typedef struct
{
  const char *reference;
  const char *example; /* (nullable) */
  gboolean own;        /* what only the example holds */
} PackJob;

static gboolean
pack_all (StreekDb *db, gpointer data, GError **error)
{
  const PackJob *job = data;

  for (guint i = 0; i < G_N_ELEMENTS (packers); i++)
    {
      if ((packers[i].folder != REFERENCE) != job->own)
        continue;

      if (!packers[i].pack (db, packers[i].folder == EXAMPLE ? job->example : job->reference,
                            error))
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
pack (const char *reference, const char *example, const char *path, GError **error)
{
  PackJob shared = { reference, example, FALSE };
  PackJob own = { reference, example, TRUE };

  if (!streek_store_create (path, streek_schema_get_default (), TEMPLATE_OFFICE, NULL, error))
    return FALSE;

  g_autoptr (StreekStore) store =
    streek_store_open (path, STREEK_STORE_ROLLBACK, streek_schema_get_default (), NULL, error);

  if (store == NULL)
    return FALSE;

  gboolean done = streek_store_run_unrecorded (store, pack_all, &shared, NULL, NULL, error) &&
                  (example == NULL ||
                   (streek_store_run_command (store, "", NULL, pack_all, &own, NULL, NULL, error) &&
                    streek_store_run_unrecorded (store, forget_history, NULL, NULL, NULL, error)));

  streek_store_close (store);

  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean is_example = argc == 5 && strcmp (argv[1], "--example") == 0;

  if (argc != 3 && !is_example)
    {
      g_printerr ("Usage: streek-pack [--example EXAMPLE-FOLDER] REFERENCE-FOLDER OUTPUT\n");
      return 2;
    }

  const char *reference = argv[argc - 2];
  const char *path = argv[argc - 1];

  g_remove (path);

  if (!pack (reference, is_example ? argv[2] : NULL, path, &error))
    {
      g_printerr ("streek-pack: %s\n", error->message);
      g_remove (path);
      return 1;
    }

  return 0;
}
