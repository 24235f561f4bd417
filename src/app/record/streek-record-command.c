/* streek-record-command.c: writing records from the window: as undo names it, and asking first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-command.h"

#include "print/streek-problem.h"
#include "record/streek-record-naming.h"
#include "streek-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_USES 10

static const char *
get_message (const StreekRecordKind *kind, StreekRecordVerb verb)
{
  switch (verb)
    {
    case STREEK_RECORD_ADDED:
      return kind->add;
    case STREEK_RECORD_REMOVED:
      return kind->remove;
    case STREEK_RECORD_CHANGED:
    default:
      return kind->change;
    }
}

/* (nullable): what it is part of */
static const StreekRecord *
find_owner (const StreekRecord *record, const StreekRecords *records)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & STREEK_RECORD_OWNER) != 0 && streek_record_has (record, i))
      return streek_record_follow (record, i, records);

  return NULL;
}

/* @records: with the record in them. @title: (out) (transfer full) */
static const char *
find_message (const StreekRecords *records,
              const StreekRecordKind *kind,
              gint64 id,
              StreekRecordVerb verb,
              char **title)
{
  const StreekRecord *record = streek_records_find (records, kind, id);
  const char *message = get_message (kind, verb);

  for (guint depth = 0; message == NULL && record != NULL && depth < 10; depth++)
    {
      record = find_owner (record, records);
      message = record != NULL
                  ? get_message (streek_record_get_kind (record), STREEK_RECORD_CHANGED)
                  : NULL;
    }

  *title = record != NULL ? streek_record_dup_title (record, records) : g_strdup ("");

  return message;
}

/* As the records are after the change, or before where it goes with it. */
static const char *
name_command (StreekRecordBook *book,
              StreekRecordChanges *changes,
              const StreekRecordKind *kind,
              gint64 id,
              StreekRecordVerb verb,
              GVariant **args)
{
  StreekRecordView *view = streek_record_book_get_view (book);
  g_autofree char *title = NULL;
  const char *message = NULL;

  if (view != NULL && verb != STREEK_RECORD_REMOVED)
    {
      g_autoptr (StreekRecords) preview =
        streek_record_changes_preview (changes, streek_record_view_get_records (view));

      message = find_message (preview, kind, id, verb, &title);
    }
  else if (view != NULL)
    message = find_message (streek_record_view_get_records (view), kind, id, verb, &title);

  /* what is of no other record: its kind says what it is */
  if (message == NULL)
    {
      g_free (title);
      title = g_strdup (streek_record_kind_get_name (kind));
      /* Translators: a command as undo names it; %s is a sort of thing: "Criterion". */
      message = N_ ("Change: %s");
    }

  *args = g_variant_new ("(s)", title);

  return message;
}

void
streek_record_command_write_async (StreekRecordBook *book,
                                   StreekRecordChanges *changes,
                                   const StreekRecordKind *kind,
                                   gint64 id,
                                   StreekRecordVerb verb,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (STREEK_IS_RECORD_BOOK (book) && changes != NULL && kind != NULL);

  GVariant *args;
  const char *message = name_command (book, changes, kind, id, verb, &args);

  streek_edits_write_records_async (
    streek_context_get_workspace (streek_record_book_get_context (book)), changes, message, args,
    NULL, callback, user_data);
}

/* Done, or said why not */

typedef struct
{
  GtkWidget *widget;
  char *toast; /* (nullable) */
} Run;

static void
free_run (Run *run)
{
  g_object_unref (run->widget);
  g_free (run->toast);
  g_free (run);
}

/* The window that has toasts: a dialog is over one. */
static StreekWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !STREEK_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return window != NULL ? STREEK_WINDOW (window) : NULL;
}

void
streek_record_command_tell (GtkWidget *widget, const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && words != NULL);

  StreekWindow *window = find_window (widget);

  if (window != NULL)
    streek_window_toast_undo (window, words);
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_done = streek_edits_write_records_finish (STREEK_WORKSPACE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (run->widget);

  if (!is_done)
    streek_problem_show (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                         _ ("This could not be saved."), error);
  else if (run->toast != NULL)
    streek_record_command_tell (run->widget, run->toast);

  free_run (run);
}

static Run *
new_run (GtkWidget *widget, const char *toast)
{
  Run *run = g_new0 (Run, 1);

  run->widget = g_object_ref (widget);
  run->toast = g_strdup (toast);

  return run;
}

void
streek_record_command_run (GtkWidget *widget,
                           StreekRecordBook *book,
                           StreekRecordChanges *changes,
                           const char *message,
                           GVariant *args,
                           const char *toast)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  streek_edits_write_records_async (
    streek_context_get_workspace (streek_record_book_get_context (book)), changes, message, args,
    NULL, on_run_cb, new_run (widget, toast));
}

void
streek_record_command_run_for (GtkWidget *widget,
                               StreekRecordBook *book,
                               StreekRecordChanges *changes,
                               const StreekRecordKind *kind,
                               gint64 id,
                               StreekRecordVerb verb)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  streek_record_command_write_async (book, changes, kind, id, verb, on_run_cb,
                                     new_run (widget, NULL));
}

/* Deleting */

typedef struct
{
  GtkWidget *widget;
  StreekRecordBook *book;
  const StreekRecordKind *kind;
  gint64 *ids;
  guint n_ids;
} Deletion;

static void
free_deletion (gpointer data)
{
  Deletion *deletion = data;

  g_object_unref (deletion->widget);
  g_object_unref (deletion->book);
  g_free (deletion->ids);
  g_free (deletion);
}

static StreekRecords *
get_records (const Deletion *deletion)
{
  return streek_record_view_get_records (streek_record_book_get_view (deletion->book));
}

static StreekRecordChanges *
make_changes (const Deletion *deletion)
{
  StreekRecordChanges *changes = streek_record_changes_new ();

  for (guint i = 0; i < deletion->n_ids; i++)
    streek_record_changes_delete (changes, get_records (deletion), deletion->kind,
                                  deletion->ids[i]);

  return changes;
}

static char *
dup_first_title (const Deletion *deletion)
{
  return streek_records_dup_title (get_records (deletion), deletion->kind, deletion->ids[0]);
}

static void
delete_now (const Deletion *deletion)
{
  StreekRecordChanges *changes = make_changes (deletion);
  g_autofree char *title = dup_first_title (deletion);
  const char *plural = streek_record_kind_get_plural (deletion->kind);
  g_autofree char *toast = NULL;

  if (deletion->n_ids > 1)
    {
      toast =
        g_strdup_printf (ngettext ("%u deleted.", "%u deleted.", deletion->n_ids), deletion->n_ids);
      streek_record_command_run (deletion->widget, deletion->book, changes,
                                 /* Translators: a command as undo names it; %s is what sort of
                                  * things: "Projects". */
                                 N_ ("Delete several at once: %s"), g_variant_new ("(s)", plural),
                                 toast);
      return;
    }

  GVariant *args;
  const char *message = name_command (deletion->book, changes, deletion->kind, deletion->ids[0],
                                      STREEK_RECORD_REMOVED, &args);

  /* Translators: %s is what was deleted. */
  toast = g_strdup_printf (_ ("“%s” deleted."), title);
  streek_record_command_run (deletion->widget, deletion->book, changes, message, args, toast);
}

const StreekRecord *
streek_record_use_find_shown (const StreekRecordUse *use, const StreekRecords *records)
{
  const StreekRecordKind *kind = streek_record_get_kind (use->record);

  for (guint i = 0; kind->change == NULL && i < kind->n_fields; i++)
    if (i != use->field && (kind->fields[i].flags & STREEK_RECORD_OWNER) != 0 &&
        streek_record_has (use->record, i))
      {
        const StreekRecord *owner = streek_record_follow (use->record, i, records);

        return owner != NULL ? owner : use->record;
      }

  return use->record;
}

/* (element-type StreekRecord): each once. @go_along: those that go, or those that stay */
static GPtrArray *
list_users (const StreekRecords *records, const GArray *uses, gboolean go_along)
{
  GPtrArray *users = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const StreekRecordUse *use = &g_array_index (uses, StreekRecordUse, i);
      const StreekRecord *user =
        go_along ? use->record : streek_record_use_find_shown (use, records);

      if (streek_record_use_goes_along (use) == go_along &&
          g_hash_table_add (seen, (gpointer) user))
        g_ptr_array_add (users, (gpointer) user);
    }

  return users;
}

/* By kind, a line each: "Projects: DC NOISE, West Deal", then how many more there are. */
static void
append_titles (GString *text, const GPtrArray *users, const StreekRecords *records)
{
  const StreekRecordKind *last = NULL;
  guint n = MIN (users->len, MOST_USES);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *record = users->pdata[i];
      const StreekRecordKind *kind = streek_record_get_kind (record);
      g_autofree char *title = streek_record_dup_title (record, records);

      if (kind != last)
        g_string_append_printf (text, "\n%s: ", streek_record_kind_get_plural (kind));
      else
        g_string_append (text, ", ");
      g_string_append (text, title);
      last = kind;
    }

  if (users->len > n)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", users->len - n),
                              users->len - n);
    }
}

/* @heading: over those of @users that there are */
static void
describe_users (GString *text,
                const char *heading,
                const GPtrArray *users,
                const StreekRecords *records)
{
  if (users->len == 0)
    return;

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", heading);
  append_titles (text, users, records);
}

/* What refers to it, and goes or stays. */
static void
describe_uses (GString *text, const Deletion *deletion, const GArray *uses)
{
  const StreekRecords *records = get_records (deletion);
  g_autoptr (GPtrArray) gone = list_users (records, uses, TRUE);
  g_autoptr (GPtrArray) left = list_users (records, uses, FALSE);

  describe_users (text, _ ("These refer to it and go along, for they cannot be without it:"), gone,
                  records);
  describe_users (text,
                  _ ("These refer to it; where they only name it, the name is emptied, and "
                     "links to it go:"),
                  left, records);
}

static void
on_answer_cb (GtkWidget *dialog, const char *response)
{
  const Deletion *deletion = g_object_get_data (G_OBJECT (dialog), "streek-deletion");

  if (g_str_equal (response, "delete") && streek_record_book_get_view (deletion->book) != NULL)
    delete_now (deletion);
}

/* With the answers "keep" and "delete". */
static GtkWidget *
new_question (GtkWidget *widget, const char *heading, const char *body, const char *answer)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep It"), "delete",
                                    answer, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");

  return dialog;
}

static void
ask (Deletion *deletion, const char *body)
{
  g_autofree char *title = dup_first_title (deletion);
  g_autofree char *heading =
    deletion->n_ids == 1
      /* Translators: %s is what would be deleted. */
      ? g_strdup_printf (_ ("Delete “%s”?"), title)
      : g_strdup_printf (ngettext ("Delete %u of Them?", "Delete %u of Them?", deletion->n_ids),
                         deletion->n_ids);
  GtkWidget *dialog = new_question (deletion->widget, heading, body, _ ("_Delete and Detach"));

  g_object_set_data_full (G_OBJECT (dialog), "streek-deletion", deletion, free_deletion);
  g_signal_connect (dialog, "response", G_CALLBACK (on_answer_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What goes along as parts: "3 parts of it go along. Updates: 2, Targets: 1". */
static void
describe_parts (GString *text, const GPtrArray *parts)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();
  const char *before = "\n";

  g_string_append_printf (
    text, ngettext ("%u part of it goes along.", "%u parts of it go along.", parts->len),
    parts->len);

  for (guint i = 0; i < kinds->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < parts->len; j++)
        n += streek_record_get_kind (parts->pdata[j]) == kinds->pdata[i];

      if (n == 0)
        continue;

      g_string_append (text, before);
      g_string_append_printf (text,
                              /* Translators: %1$s is a sort of thing, and %2$u how many of them
                               * there are: "Projects: 3". */
                              _ ("%1$s: %2$u"), streek_record_kind_get_plural (kinds->pdata[i]), n);
      before = ", ";
    }
}

void
streek_record_command_delete (GtkWidget *widget,
                              StreekRecordBook *book,
                              const StreekRecordKind *kind,
                              const gint64 *ids,
                              guint n_ids)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));

  if (n_ids == 0 || streek_record_book_get_view (book) == NULL)
    return;

  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->widget = g_object_ref (widget);
  deletion->book = g_object_ref (book);
  deletion->kind = kind;
  deletion->ids = g_memdup2 (ids, n_ids * sizeof (gint64));
  deletion->n_ids = n_ids;

  g_autoptr (GArray) uses = streek_records_list_uses (get_records (deletion), kind, ids, n_ids);
  g_autoptr (GPtrArray) parts =
    streek_records_list_parts (get_records (deletion), kind, ids, n_ids);
  g_autoptr (GString) body = g_string_new (NULL);

  if (parts->len > 0)
    describe_parts (body, parts);
  describe_uses (body, deletion, uses);

  if (body->len > 0)
    {
      ask (deletion, body->str);
      return;
    }

  delete_now (deletion);
  free_deletion (deletion);
}

/* What is no record */

typedef struct
{
  GtkWidget *widget;
  StreekRecordBook *book;
  char *code;
  char *name;
  gboolean is_set;
  StreekRecordGoFunc go;
} Removal;

static void
free_removal (gpointer data)
{
  Removal *removal = data;

  g_signal_handlers_disconnect_by_data (removal->book, removal);
  g_object_unref (removal->widget);
  g_object_unref (removal->book);
  g_free (removal->code);
  g_free (removal->name);
  g_free (removal);
}

static void
on_removal_answer_cb (GtkWidget *dialog, const char *response)
{
  const Removal *removal = g_object_get_data (G_OBJECT (dialog), "streek-removal");

  if (g_str_equal (response, "delete"))
    removal->go (removal->widget, removal->code);
}

/* Takes @removal. */
static void
ask_or_go (Removal *removal)
{
  StreekRecordView *view = streek_record_book_get_view (removal->book);
  StreekRecords *records = view != NULL ? streek_record_view_get_records (view) : NULL;
  g_autoptr (GArray) uses = records == NULL ? NULL
                            : removal->is_set
                              ? streek_records_list_naming_areas (records, removal->code)
                              : streek_records_list_naming_indicator (records, removal->code);

  if (uses == NULL || uses->len == 0)
    {
      removal->go (removal->widget, removal->code);
      free_removal (removal);
      return;
    }

  g_autoptr (GPtrArray) users = g_ptr_array_new ();
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), removal->name);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const StreekRecord *user =
        streek_record_use_find_shown (&g_array_index (uses, StreekRecordUse, i), records);

      if (g_hash_table_add (seen, (gpointer) user))
        g_ptr_array_add (users, (gpointer) user);
    }
  describe_users (body,
                  removal->is_set
                    ? _ ("These name an area of it. They go on doing so, but are on no map and in "
                         "the list of no area until it is there again:")
                    : _ ("These name it. They go on doing so, but have no figures of it until it "
                         "is there again:"),
                  users, records);

  GtkWidget *dialog = new_question (removal->widget, heading, body->str, _ ("_Delete"));

  g_object_set_data_full (G_OBJECT (dialog), "streek-removal", removal, free_removal);
  g_signal_connect (dialog, "response", G_CALLBACK (on_removal_answer_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_book_read_cb (StreekRecordBook *book, Removal *removal)
{
  if (streek_record_book_get_view (book) == NULL && streek_record_book_get_error (book) == NULL)
    return;

  g_signal_handlers_disconnect_by_data (book, removal);
  ask_or_go (removal);
}

void
streek_record_command_remove_named (GtkWidget *widget,
                                    StreekRecordBook *book,
                                    const char *code,
                                    const char *name,
                                    gboolean is_set,
                                    StreekRecordGoFunc go)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_RECORD_BOOK (book));
  g_return_if_fail (code != NULL && name != NULL && go != NULL);

  Removal *removal = g_new0 (Removal, 1);

  removal->widget = g_object_ref (widget);
  removal->book = g_object_ref (book);
  removal->code = g_strdup (code);
  removal->name = g_strdup (name);
  removal->is_set = is_set;
  removal->go = go;

  if (streek_record_book_get_view (book) != NULL || streek_record_book_get_error (book) != NULL)
    ask_or_go (removal);
  else
    g_signal_connect (book, "changed", G_CALLBACK (on_book_read_cb), removal);
}
