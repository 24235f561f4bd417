/* streek-printable.h: a section that has something to print, export or copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"

#include <glib-object.h>

#define STREEK_TYPE_PRINTABLE (streek_printable_get_type ())
G_DECLARE_INTERFACE (StreekPrintable, streek_printable, STREEK, PRINTABLE, GObject)

struct _StreekPrintableInterface
{
  GTypeInterface parent;

  StreekPrintout *(*dup_printout) (StreekPrintable *self);
  /* (nullable): of a section with a map: somebody arranged it on paper */
  void (*take_furniture) (StreekPrintable *self, const StreekFurniture *furniture);
};

/* (transfer full) (nullable): what is shown now; NULL where there is nothing yet */
StreekPrintout *streek_printable_dup_printout (StreekPrintable *self);
/* Does nothing where the section has no map. */
void streek_printable_take_furniture (StreekPrintable *self, const StreekFurniture *furniture);
