/* streek-profiled.h: who reads a file by a mapping of its columns that can be kept as a profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-profile.h"
#include "workspace/streek-workspace.h"

#define STREEK_TYPE_PROFILED (streek_profiled_get_type ())
G_DECLARE_INTERFACE (StreekProfiled, streek_profiled, STREEK, PROFILED, GObject)

struct _StreekProfiledInterface
{
  GTypeInterface parent_iface;

  const char *records; /* (nullable): what its profiles are for; NULL: figures */

  StreekWorkspace *(*get_workspace) (StreekProfiled *self);
  /* (nullable): the profile that holds now. @title: (out) (nullable) */
  const char *(*get_profile) (StreekProfiled *self, const char **title);
  /* Whether that one can be thrown away. */
  gboolean (*is_own) (StreekProfiled *self);
  /* Whether there is a file to be read by another profile, and a mapping to be kept. */
  gboolean (*can_take) (StreekProfiled *self);
  gboolean (*can_make) (StreekProfiled *self);
  /* (transfer full): what holds now. @title: (nullable) */
  StreekMapping *(*make_profile) (StreekProfiled *self, const char *name, const char *title);
  /* It was kept under that name, or thrown away (both NULL); what columns are stays as it is. */
  void (*set_profile) (StreekProfiled *self, const char *name, const char *title);
  /* Reads the file by a profile from elsewhere. */
  void (*take_profile) (StreekProfiled *self, const StreekMapping *profile);
};
