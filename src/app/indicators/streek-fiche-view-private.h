/* streek-fiche-view-private.h: the fiche of an indicator, shared by the files it is cut into */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/streek-fiche-view.h"

#include <adwaita.h>

struct _StreekFicheView
{
  GtkWidget parent_instance;

  GtkStack *stack; /* fiche, empty */
  AdwPreferencesGroup *meaning_group;
  AdwPreferencesGroup *links_group;
  AdwPreferencesGroup *gaps_group;
  AdwPreferencesGroup *origin_group;
  GtkWidget *import_button;
  GtkSpinButton *threshold_spin;

  StreekContext *context;
  GPtrArray *rows;  /* of both groups, to be taken out again */
  char *shown_code; /* (nullable): indicator whose threshold the spin button holds */
  gboolean filling;
  guint settle_id;
  GCancellable *cancellable; /* of reading what the catalogue does not hold */
};

/* Nothing is said where there is nothing to say. */
void streek_fiche_view_add_row (StreekFicheView *self,
                                AdwPreferencesGroup *group,
                                const char *title,
                                const char *text);
void streek_fiche_view_clear_rows (StreekFicheView *self);
/* What the catalogue knows. */
void streek_fiche_view_fill_rows (StreekFicheView *self, const StreekIndicator *indicator);
/* What the catalogue does not hold follows when it was read. */
void streek_fiche_view_load_details (StreekFicheView *self);
