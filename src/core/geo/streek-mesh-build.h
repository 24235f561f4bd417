/* streek-mesh-build.h: from polygons, each with its own border, to a mesh with every border once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

/* Borders of neighbours that differ by no more than this are taken for one line. */
#define STREEK_MESH_BUILD_TOLERANCE_M 2.0

/* Gathers the rings of polygons. One thread at a time. */
typedef struct _StreekMeshBuilder StreekMeshBuilder;

typedef enum
{
  STREEK_MESH_FAULT_CROSSES_ITSELF, /* the border of @unit */
  STREEK_MESH_FAULT_OVERLAPS,       /* @unit and @other share land */
} StreekMeshFaultKind;

typedef struct
{
  StreekMeshFaultKind kind;
  guint unit;
  guint other; /* the same as @unit where it crosses itself */
  StreekVertex place;
} StreekMeshFault;

StreekMeshBuilder *streek_mesh_builder_new (guint n_points);
void streek_mesh_builder_free (StreekMeshBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMeshBuilder, streek_mesh_builder_free)

/* FALSE where the ring encloses nothing, or lies beyond what a mesh can hold. */
gboolean streek_mesh_builder_add_ring (
  StreekMeshBuilder *builder, guint unit, gboolean is_shell, const double *points_m, guint n);
guint streek_mesh_builder_get_n_units (const StreekMeshBuilder *builder);

StreekMesh *streek_mesh_builder_build (StreekMeshBuilder *builder,
                                       GArray *faults, /* of StreekMeshFault */
                                       gboolean *shares_borders,
                                       GCancellable *cancellable,
                                       GError **error);
