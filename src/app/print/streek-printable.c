/* streek-printable.c: a section that has something to print, export or copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-printable.h"

G_DEFINE_INTERFACE (StreekPrintable, streek_printable, G_TYPE_OBJECT)

static void
streek_printable_default_init (StreekPrintableInterface *iface)
{
}

StreekPrintout *
streek_printable_dup_printout (StreekPrintable *self)
{
  g_return_val_if_fail (STREEK_IS_PRINTABLE (self), NULL);

  StreekPrintableInterface *iface = STREEK_PRINTABLE_GET_IFACE (self);

  return iface->dup_printout (self);
}

void
streek_printable_take_furniture (StreekPrintable *self, const StreekFurniture *furniture)
{
  g_return_if_fail (STREEK_IS_PRINTABLE (self));

  StreekPrintableInterface *iface = STREEK_PRINTABLE_GET_IFACE (self);

  if (iface->take_furniture != NULL)
    iface->take_furniture (self, furniture);
}
