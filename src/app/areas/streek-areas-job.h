/* streek-areas-job.h: reading a map file in a worker: first its layers, then its areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-own-areas.h"
#include "exchange/streek-geodata.h"
#include "workspace/streek-own-area-edits.h"

#include <gio/gio.h>

/* How far a reading is; shared by the worker and who shows it. */
typedef struct _StreekAreasProgress StreekAreasProgress;

StreekAreasProgress *streek_areas_progress_new (void);
StreekAreasProgress *streek_areas_progress_ref (StreekAreasProgress *self);
void streek_areas_progress_unref (StreekAreasProgress *self);
/* 0 to 1; negative where nobody knows */
double streek_areas_progress_get (StreekAreasProgress *self);

void streek_areas_job_open_async (const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
StreekGeodata *streek_areas_job_open_finish (GAsyncResult *result, GError **error);

/* Everything is copied. */
void streek_areas_job_read_async (StreekWorkspace *workspace,
                                  StreekAreas *areas,
                                  const StreekOwnAreasRequest *request,
                                  StreekAreasProgress *progress,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* @findings: (element-type StreekFinding): all that is to be said before it is written */
StreekOwnAreas *
streek_areas_job_read_finish (GAsyncResult *result, GPtrArray **findings, GError **error);
