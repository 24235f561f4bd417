/* streek-make-reference.c: makes the geographic reference data from a folder of published files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/streek-mesh-text.h"
#include "streek-reference-areas.h"
#include "streek-reference-mesh.h"

#define BOUNDARIES "municipalities.topojson"
#define ATTRIBUTION                                                                                \
  "Gemeentegrenzen: © Statbel (statistische sectoren 2011, open data), via BelgiumMaps.StatBel "  \
  "© BNOSAC (CC BY 2.0), vereenvoudigd."

static gboolean
write_units (const StreekTopology *topology, const char *target_dir, GError **error)
{
  static const char *const columns[] = { "code", "name", NULL };
  const char *const comments[] = {
    "The units of the mesh, in the order in which arcs.tsv numbers them: the municipalities of "
    "before 2019.",
    ATTRIBUTION, "Made by streek-make-reference.", NULL
  };
  g_autoptr (StreekRows) rows = streek_rows_new (columns);
  g_autofree char *path = g_build_filename (target_dir, "units.tsv", NULL);

  for (guint i = 0; i < topology->units->len; i++)
    {
      const StreekTopoUnit *unit = topology->units->pdata[i];
      const char *const values[] = { unit->code, unit->name, NULL };

      streek_rows_add (rows, values);
    }

  return streek_rows_write_tsv (rows, path, comments, error);
}

static gboolean
write_arcs (const StreekTopology *topology, const char *target_dir, GError **error)
{
  const char *const comments[] = {
    "Boundary lines in whole metres of Belgian Lambert 2008 (EPSG:3812), each once: the units on "
    "its left and right (- is the world outside),",
    "its first vertex, the steps to the next ones, and per vertex the coarsest level of detail "
    "that has it.",
    ATTRIBUTION, "Made by streek-make-reference.", NULL
  };
  g_autoptr (StreekMesh) mesh = streek_reference_mesh_new (topology, error);

  if (mesh == NULL)
    return FALSE;

  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < topology->units->len; i++)
    g_ptr_array_add (codes, ((StreekTopoUnit *) topology->units->pdata[i])->code);

  g_autoptr (StreekRows) rows = streek_mesh_text_write (mesh, (const char *const *) codes->pdata);
  g_autofree char *path = g_build_filename (target_dir, "arcs.tsv", NULL);

  return streek_rows_write_tsv (rows, path, comments, error);
}

static gboolean
make_reference (const char *source_dir, const char *target_dir, GError **error)
{
  g_autofree char *path = g_build_filename (source_dir, BOUNDARIES, NULL);
  g_autoptr (StreekTopology) topology = streek_topology_read (path, "nis", "name_nl", error);

  if (topology == NULL)
    {
      g_prefix_error (error, "%s: ", BOUNDARIES);
      return FALSE;
    }

  return write_units (topology, target_dir, error) && write_arcs (topology, target_dir, error) &&
         streek_reference_areas_convert (source_dir, target_dir, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: streek-make-reference SOURCE-FOLDER TARGET-FOLDER\n");
      return 2;
    }

  if (!make_reference (argv[1], argv[2], &error))
    {
      g_printerr ("streek-make-reference: %s\n", error->message);
      return 1;
    }

  return 0;
}
