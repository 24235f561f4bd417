/* streek-topojson.h: units on shared arcs, read from TopoJSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct
{
  char *code;
  char *name;
} StreekTopoUnit;

/* Arcs as the file has them; sides are derived from the rings of the units. */
typedef struct
{
  GPtrArray *units; /* of StreekTopoUnit, ordered by code */
  guint n_arcs;
  guint32 *starts; /* (array length=n_arcs + 1) */
  double *x;       /* degrees east, or whatever the file counts in */
  double *y;
  gint32 *left; /* unit on the left hand, -1 for none */
  gint32 *right;
} StreekTopology;

StreekTopology *streek_topology_read (const char *path,
                                      const char *code_name,
                                      const char *title_name,
                                      GError **error);
void streek_topology_free (StreekTopology *topology);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTopology, streek_topology_free)
