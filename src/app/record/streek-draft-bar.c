/* streek-draft-bar.c: offers what was typed in a form and not saved: go on, or throw it away */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-draft-bar.h"

#include "record/streek-record-book.h"
#include "record/streek-record-window.h"

#include <glib/gi18n.h>

#define RESPONSE_KEY "streek-response"

enum
{
  RESPONSE_GO_ON = 1,
  RESPONSE_COPY,
  RESPONSE_THROW_AWAY,
  RESPONSE_NOT_NOW,
};

struct _StreekDraftBar
{
  AdwBin parent_instance;

  GtkBox *content; /* the words, and the buttons beside or under them */
  GtkLabel *label;
  GtkWidget *go_on_button;
  GtkWidget *copy_button;
  GtkWidget *throw_away_button;
  GtkWidget *not_now_button; /* of a window */

  StreekContext *context; /* (nullable): of a window: not owned */
  StreekDraftBook *drafts;
  StreekRecordBook *book;
  StreekRecordDraft *offered; /* (nullable): in a window */
  GHashTable *postponed;      /* ids, owned: a set */
};

enum
{
  SIGNAL_GO_ON,
  SIGNAL_THROW_AWAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekDraftBar, streek_draft_bar, ADW_TYPE_BIN)

static char *
dup_moment (const StreekRecordDraft *draft)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (draft->written_at / G_USEC_PER_SEC);

  return moment != NULL ? streek_format_moment (streek_format_get_default (), moment)
                        : g_strdup ("");
}

/* "Organisation “Test partner”" */
static char *
dup_name (const StreekRecordDraft *draft)
{
  const char *kind = streek_record_kind_get_name (draft->kind);

  return *draft->title != '\0'
           /* Translators: %1$s is a kind, such as Organisation, %2$s what one is called. */
           ? g_strdup_printf (_ ("%1$s “%2$s”"), kind, draft->title)
           : g_strdup (kind);
}

static const char *
get_warning (StreekRecordDraftState state)
{
  switch (state)
    {
    case STREEK_RECORD_DRAFT_CHANGED:
      return _ ("It has been changed since.");
    case STREEK_RECORD_DRAFT_GONE:
      return _ ("It is not there any more, or what it was part of is not: what you typed can be "
                "copied, or comes back with Undo.");
    case STREEK_RECORD_DRAFT_FITS:
    default:
      return NULL;
    }
}

/* @sentence: (transfer full) */
static void
show (StreekDraftBar *self, char *sentence, StreekRecordDraftState state)
{
  g_autofree char *owned = sentence;
  const char *warning = get_warning (state);
  g_autofree char *words =
    warning != NULL ? g_strdup_printf ("%s %s", sentence, warning) : g_strdup (sentence);
  gboolean is_gone = state == STREEK_RECORD_DRAFT_GONE;

  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (self->go_on_button, !is_gone);
  gtk_widget_set_visible (self->copy_button, is_gone);
  gtk_widget_set_visible (self->throw_away_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
streek_draft_bar_offer (StreekDraftBar *self,
                        const StreekRecordDraft *draft,
                        StreekRecordDraftState state)
{
  g_return_if_fail (STREEK_IS_DRAFT_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), draft != NULL);
  if (draft == NULL)
    return;

  g_autofree char *moment = dup_moment (draft);

  show (self,
        streek_record_draft_is_mine (draft)
          /* Translators: %s is a day and a time. */
          ? g_strdup_printf (_ ("You were writing this on %s, and did not save it."), moment)
          /* Translators: %1$s is a person, %2$s a day and a time. */
          : g_strdup_printf (_ ("%1$s was writing this on %2$s, and did not save it."), draft->name,
                             moment),
        state);
}

void
streek_draft_bar_tell (StreekDraftBar *self, const char *sentence)
{
  g_return_if_fail (STREEK_IS_DRAFT_BAR (self) && sentence != NULL);

  gtk_label_set_text (self->label, sentence);
  gtk_widget_set_visible (self->go_on_button, FALSE);
  gtk_widget_set_visible (self->copy_button, FALSE);
  gtk_widget_set_visible (self->throw_away_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* In a window */

static StreekRecordDraftState
compare (StreekDraftBar *self, const StreekRecordDraft *draft)
{
  return streek_record_draft_compare (
    draft, streek_record_view_get_records (streek_record_book_get_view (self->book)));
}

/* The records are only read where there is something to hold against them. */
static void
update (StreekDraftBar *self)
{
  const StreekRecordDraft *draft =
    self->drafts != NULL ? streek_draft_book_find_interrupted (self->drafts) : NULL;

  g_clear_pointer (&self->offered, streek_record_draft_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  if (draft == NULL || g_hash_table_contains (self->postponed, &draft->id))
    return;

  if (self->book == NULL)
    {
      self->book = g_object_ref (streek_record_book_get (self->context));
      g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  if (streek_record_book_get_view (self->book) == NULL)
    return;

  g_autofree char *moment = dup_moment (draft);
  g_autofree char *name = dup_name (draft);

  self->offered = streek_record_draft_copy (draft);
  /* Translators: %1$s is a day and a time, %2$s what was written: Project “DC NOISE”. */
  show (self,
        g_strdup_printf (_ ("You were writing on %1$s, and did not save it: %2$s."), moment, name),
        compare (self, draft));
}

void
streek_draft_bar_follow (StreekDraftBar *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_DRAFT_BAR (self) && STREEK_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = context;
  self->drafts = g_object_ref (streek_draft_book_get (context));
  gtk_widget_set_visible (self->not_now_button, TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), GTK_ORIENTATION_HORIZONTAL);
  g_signal_connect_object (self->drafts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
respond_in_window (StreekDraftBar *self, int response)
{
  g_autoptr (StreekRecordDraft) draft = g_steal_pointer (&self->offered);

  if (draft == NULL)
    return;

  if (response == RESPONSE_GO_ON)
    streek_record_go_on (GTK_WIDGET (self), self->context, draft);
  else if (response == RESPONSE_THROW_AWAY)
    streek_draft_book_drop (self->drafts, draft->id);
  else
    g_hash_table_add (self->postponed, g_memdup2 (&draft->id, sizeof draft->id));
  update (self);
}

static void
on_clicked_cb (StreekDraftBar *self, GtkWidget *button)
{
  int response = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), RESPONSE_KEY));

  if (response == RESPONSE_COPY && self->offered != NULL)
    {
      g_autofree char *typed = streek_record_draft_dup_typed (self->offered);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), typed);
      return;
    }

  if (self->context != NULL)
    respond_in_window (self, response);
  else if (response == RESPONSE_GO_ON)
    g_signal_emit (self, signals[SIGNAL_GO_ON], 0);
  else if (response == RESPONSE_THROW_AWAY)
    g_signal_emit (self, signals[SIGNAL_THROW_AWAY], 0);
}

static void
streek_draft_bar_dispose (GObject *object)
{
  StreekDraftBar *self = STREEK_DRAFT_BAR (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->book);
  g_clear_pointer (&self->offered, streek_record_draft_free);
  g_clear_pointer (&self->postponed, g_hash_table_unref);

  G_OBJECT_CLASS (streek_draft_bar_parent_class)->dispose (object);
}

static void
streek_draft_bar_class_init (StreekDraftBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_draft_bar_dispose;

  signals[SIGNAL_GO_ON] = g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_THROW_AWAY] =
    g_signal_new ("throw-away", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (StreekDraftBar *self, GtkWidget *box, const char *label, int response)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data (G_OBJECT (button), RESPONSE_KEY, GINT_TO_POINTER (response));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

/* In a form, which is narrow, the buttons stand under the words. */
static void
streek_draft_bar_init (StreekDraftBar *self)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->postponed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->go_on_button = add_button (self, buttons, _ ("_Go On"), RESPONSE_GO_ON);
  self->copy_button = add_button (self, buttons, _ ("_Copy It"), RESPONSE_COPY);
  self->throw_away_button = add_button (self, buttons, _ ("_Throw Away"), RESPONSE_THROW_AWAY);
  self->not_now_button = add_button (self, buttons, _ ("_Not Now"), RESPONSE_NOT_NOW);
  gtk_widget_set_visible (self->not_now_button, FALSE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (self->content, GTK_WIDGET (self->label));
  gtk_box_append (self->content, buttons);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), GTK_WIDGET (self->content));
  adw_bin_set_child (ADW_BIN (self), bar);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

StreekDraftBar *
streek_draft_bar_new (void)
{
  return g_object_new (STREEK_TYPE_DRAFT_BAR, NULL);
}
