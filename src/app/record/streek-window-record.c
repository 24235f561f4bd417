/* streek-window-record.c: the window's way to a record that a search or a check names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-window-record.h"

#include "record/streek-record-window.h"
#include "workspace/streek-kinds.h"

#include <glib/gi18n.h>

#define WANTED_KEY "streek-wanted-record"

/* kind → section; main thread only */
static GHashTable *
get_sections (void)
{
  static GHashTable *sections;

  if (sections == NULL)
    sections = g_hash_table_new (NULL, NULL);

  return sections;
}

/* kind → action of the page of that section */
static GHashTable *
get_pages (void)
{
  static GHashTable *pages;

  if (pages == NULL)
    pages = g_hash_table_new (NULL, NULL);

  return pages;
}

void
streek_window_add_record_section (const StreekRecordKind *kind, const char *section)
{
  g_return_if_fail (kind != NULL && section != NULL);

  g_hash_table_insert (get_sections (), (gpointer) kind, (gpointer) g_intern_string (section));
}

void
streek_window_add_record_page (const StreekRecordKind *kind,
                               const char *section,
                               const char *action)
{
  g_return_if_fail (action != NULL);

  streek_window_add_record_section (kind, section);
  g_hash_table_insert (get_pages (), (gpointer) kind, (gpointer) g_intern_string (action));
}

/* (nullable) */
static const StreekRecordKind *
parse_place (const char *place, gint64 *id)
{
  g_auto (GStrv) parts = g_strsplit (place, ":", 2);

  if (g_strv_length (parts) != 2)
    return NULL;

  *id = g_ascii_strtoll (parts[1], NULL, 10);

  return streek_record_kinds_find (parts[0]);
}

static void
open_now (StreekWindow *self, const StreekRecordKind *kind, gint64 id)
{
  StreekContext *context = streek_window_get_context (self);
  const char *section = g_hash_table_lookup (get_sections (), kind);

  if (streek_record_book_find (streek_record_book_get (context), kind, id) == NULL)
    {
      streek_window_toast (self, _ ("This is no longer in the file."), NULL);
      return;
    }

  const char *action = g_hash_table_lookup (get_pages (), kind);

  if (section != NULL)
    streek_window_show_section (self, section);
  if (action != NULL &&
      gtk_widget_activate_action (streek_window_get_section_page (self), action, "x", id))
    return;
  streek_record_open (GTK_WIDGET (self), context, kind, id);
}

static void
on_book_changed_cb (StreekWindow *self, StreekRecordBook *book)
{
  g_autofree char *place = g_object_steal_data (G_OBJECT (self), WANTED_KEY);
  gint64 id = 0;

  g_signal_handlers_disconnect_by_func (book, on_book_changed_cb, self);
  if (place == NULL || streek_record_book_get_view (book) == NULL)
    return;

  const StreekRecordKind *kind = parse_place (place, &id); /* before id is handed over */

  open_now (self, kind, id);
}

gboolean
streek_window_open_record (StreekWindow *self, const char *place)
{
  g_return_val_if_fail (STREEK_IS_WINDOW (self) && place != NULL, FALSE);

  streek_workspace_register_kinds ();

  gint64 id = 0;
  const StreekRecordKind *kind = parse_place (place, &id);
  StreekRecordBook *book;

  if (kind == NULL)
    return FALSE;

  book = streek_record_book_get (streek_window_get_context (self));
  if (streek_record_book_get_view (book) != NULL)
    {
      open_now (self, kind, id);
      return TRUE;
    }

  g_object_set_data_full (G_OBJECT (self), WANTED_KEY, g_strdup (place), g_free);
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return TRUE;
}
