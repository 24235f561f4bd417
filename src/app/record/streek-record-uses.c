/* streek-record-uses.c: which records refer to one, as rows that open them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-uses.h"

#include "record/streek-record-command.h"
#include "record/streek-record-window.h"

#include <glib/gi18n.h>

/* Who has more of them finds them in their own list. */
#define MOST_ROWS 40

#define STREEK_TYPE_RECORD_USES (streek_record_uses_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordUses, streek_record_uses, STREEK, RECORD_USES, AdwBin)

struct _StreekRecordUses
{
  AdwBin parent_instance;

  StreekRecordBook *book;
  const StreekRecordKind *kind;
  gint64 id;
};

typedef struct
{
  const StreekRecordKind *kind;
  gint64 id;
} Target;

G_DEFINE_FINAL_TYPE (StreekRecordUses, streek_record_uses, ADW_TYPE_BIN)

static void
on_activated_cb (StreekRecordUses *self, GtkWidget *row)
{
  const Target *target = g_object_get_data (G_OBJECT (row), "streek-target");

  streek_record_open (row, streek_record_book_get_context (self->book), target->kind, target->id);
}

static void
add_row (StreekRecordUses *self, GtkWidget *group, const StreekRecordUse *use)
{
  StreekRecords *records =
    streek_record_view_get_records (streek_record_book_get_view (self->book));
  const StreekRecordKind *kind = streek_record_get_kind (use->record);
  const StreekRecord *shown = streek_record_use_find_shown (use, records);
  g_autofree char *title = streek_record_dup_title (shown, records);
  g_autofree char *words = g_strdup_printf (
    "%s · %s", streek_record_kind_get_name (streek_record_get_kind (shown)),
    shown != use->record ? streek_record_kind_get_name (kind)
                         : streek_record_field_get_label (&kind->fields[use->field]));
  GtkWidget *row = adw_action_row_new ();
  Target target = { streek_record_get_kind (shown), streek_record_get_id (shown) };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "streek-target", g_memdup2 (&target, sizeof target),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
fill (StreekRecordUses *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (GArray) uses =
    view != NULL
      ? streek_records_list_uses (streek_record_view_get_records (view), self->kind, &self->id, 1)
      : NULL;
  GtkWidget *group = adw_preferences_group_new ();
  guint n = uses != NULL ? uses->len : 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Where It Is Used"));
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    add_row (self, group, &g_array_index (uses, StreekRecordUse, i));
  if (n > MOST_ROWS)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_ROWS), n - MOST_ROWS);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), words);
    }
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
streek_record_uses_dispose (GObject *object)
{
  StreekRecordUses *self = STREEK_RECORD_USES (object);

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_record_uses_parent_class)->dispose (object);
}

static void
streek_record_uses_class_init (StreekRecordUsesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_record_uses_dispose;
}

static void
streek_record_uses_init (StreekRecordUses *self)
{
}

GtkWidget *
streek_record_uses_new (StreekRecordBook *book, const StreekRecordKind *kind, gint64 id)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && kind != NULL, NULL);

  StreekRecordUses *self = g_object_new (STREEK_TYPE_RECORD_USES, NULL);

  self->book = g_object_ref (book);
  self->kind = kind;
  self->id = id;
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
