/* streek-value-row.c: one area of a value grid, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-value-row.h"

struct _StreekValueRow
{
  GObject parent_instance;

  StreekValueGrid *grid;
  guint area;
};

G_DEFINE_FINAL_TYPE (StreekValueRow, streek_value_row, G_TYPE_OBJECT)

static void
streek_value_row_finalize (GObject *object)
{
  StreekValueRow *self = STREEK_VALUE_ROW (object);

  streek_value_grid_unref (self->grid);

  G_OBJECT_CLASS (streek_value_row_parent_class)->finalize (object);
}

static void
streek_value_row_class_init (StreekValueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_value_row_finalize;
}

static void
streek_value_row_init (StreekValueRow *self)
{
}

StreekValueRow *
streek_value_row_new (StreekValueGrid *grid, guint area)
{
  g_return_val_if_fail (grid != NULL, NULL);

  StreekValueRow *self = g_object_new (STREEK_TYPE_VALUE_ROW, NULL);

  self->grid = streek_value_grid_ref (grid);
  self->area = area;

  return self;
}

StreekValueGrid *
streek_value_row_get_grid (StreekValueRow *self)
{
  g_return_val_if_fail (STREEK_IS_VALUE_ROW (self), NULL);

  return self->grid;
}

guint
streek_value_row_get_area (StreekValueRow *self)
{
  g_return_val_if_fail (STREEK_IS_VALUE_ROW (self), 0);

  return self->area;
}
