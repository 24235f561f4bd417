/* streek-record-rows.c: the rows of a list of records, as a table of the window has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-rows.h"

struct _StreekRecordItem
{
  GObject parent_instance;

  StreekRecordList *list;
  int row;
  int group; /* -1: none */
};

G_DEFINE_FINAL_TYPE (StreekRecordItem, streek_record_item, G_TYPE_OBJECT)

struct _StreekRecordRows
{
  GObject parent_instance;

  StreekRecordList *list;
  GArray *places; /* int: a row of the list, or -1 - group for its heading */
};

static void model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekRecordRows,
                               streek_record_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_iface_init))

static void
streek_record_item_finalize (GObject *object)
{
  streek_record_list_unref (STREEK_RECORD_ITEM (object)->list);

  G_OBJECT_CLASS (streek_record_item_parent_class)->finalize (object);
}

static void
streek_record_item_class_init (StreekRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_record_item_finalize;
}

static void
streek_record_item_init (StreekRecordItem *self)
{
}

StreekRecordList *
streek_record_item_get_list (StreekRecordItem *self)
{
  return self->list;
}

int
streek_record_item_get_row (StreekRecordItem *self)
{
  return self->row;
}

const StreekRecordGroup *
streek_record_item_get_group (StreekRecordItem *self)
{
  return self->group >= 0 ? streek_record_list_get_group (self->list, (guint) self->group) : NULL;
}

const StreekRecord *
streek_record_item_get_record (StreekRecordItem *self)
{
  return self->row >= 0 ? streek_record_list_get_row (self->list, (guint) self->row)->record : NULL;
}

static GType
streek_record_rows_get_item_type (GListModel *model)
{
  return STREEK_TYPE_RECORD_ITEM;
}

static guint
streek_record_rows_get_n_items (GListModel *model)
{
  return STREEK_RECORD_ROWS (model)->places->len;
}

static gpointer
streek_record_rows_get_item (GListModel *model, guint position)
{
  StreekRecordRows *self = STREEK_RECORD_ROWS (model);

  if (position >= self->places->len)
    return NULL;

  StreekRecordItem *item = g_object_new (STREEK_TYPE_RECORD_ITEM, NULL);
  int place = g_array_index (self->places, int, position);

  item->list = streek_record_list_ref (self->list);
  item->row = place >= 0 ? place : -1;
  item->group = place < 0 ? -1 - place : -1;

  return item;
}

static void
model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = streek_record_rows_get_item_type;
  iface->get_n_items = streek_record_rows_get_n_items;
  iface->get_item = streek_record_rows_get_item;
}

static void
streek_record_rows_finalize (GObject *object)
{
  StreekRecordRows *self = STREEK_RECORD_ROWS (object);

  g_clear_pointer (&self->list, streek_record_list_unref);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (streek_record_rows_parent_class)->finalize (object);
}

static void
streek_record_rows_class_init (StreekRecordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_record_rows_finalize;
}

static void
streek_record_rows_init (StreekRecordRows *self)
{
}

StreekRecordRows *
streek_record_rows_new (StreekRecordList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  StreekRecordRows *self = g_object_new (STREEK_TYPE_RECORD_ROWS, NULL);
  guint n = streek_record_list_get_n_rows (list);
  int last = -1;

  self->list = streek_record_list_ref (list);
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < n; i++)
    {
      int group = (int) streek_record_list_get_row (list, i)->group;
      int row = (int) i;

      if (streek_record_list_get_n_groups (list) > 0 && group != last)
        {
          int heading = -1 - group;

          g_array_append_val (self->places, heading);
          last = group;
        }
      g_array_append_val (self->places, row);
    }

  return self;
}

int
streek_record_rows_find (StreekRecordRows *self, gint64 id)
{
  g_return_val_if_fail (STREEK_IS_RECORD_ROWS (self), -1);

  int row = streek_record_list_find (self->list, id);

  for (guint i = row >= 0 ? (guint) row : self->places->len; i < self->places->len; i++)
    if (g_array_index (self->places, int, i) == row)
      return (int) i;

  return -1;
}
