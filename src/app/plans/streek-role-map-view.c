/* streek-role-map-view.c: what bodies do, as a map with a list beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-role-map-view.h"

#include "body/streek-body.h"
#include "import/streek-choice-button.h"
#include "map/streek-legend.h"
#include "map/streek-map-view.h"
#include "plan/streek-theme.h"
#include "print/streek-printable.h"
#include "record/streek-record-window.h"
#include "streek-choice.h"
#include "streek-fold-row.h"
#include "streek-seen.h"
#include "streek-tooltip.h"
#include "workspace/streek-role-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekRoleMapView
{
  GtkWidget parent_instance;

  StreekFoldRow *choices_box;
  GtkStack *stack; /* map, none */
  GtkLabel *none_label;
  StreekMapView *map;
  GtkLabel *title_label;
  GtkLabel *pointed_label;
  StreekLegend *legend;
  GtkListBox *list;
  GtkLabel *notes_label;
  StreekChoiceButton *subject_button;
  StreekChoiceButton *theme_button;
  StreekChoiceButton *kind_button;

  StreekRecordBook *book;
  StreekContext *context; /* of the map alone: it has no workspace */
  StreekRoleMapSpec spec;
  StreekRoleMap *shown; /* (nullable): the last one made */
  GCancellable *making; /* (nullable): while a worker makes one */
  gboolean is_choosing; /* the list follows the map, or the map the list */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekRoleMapView,
                               streek_role_map_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* The list */

static const char *
get_text (StreekRoleMapView *self, guint row, const char *column)
{
  StreekTable *table = self->shown->table;

  return streek_table_get_text (table, row, (guint) streek_table_find_column (table, column));
}

static gint64
get_body (StreekRoleMapView *self, GtkListBoxRow *row)
{
  return g_ascii_strtoll (get_text (self, (guint) gtk_list_box_row_get_index (row), "id"), NULL,
                          10);
}

/* "Advising · In the words of its pact · Document, p. 3" */
static char *
dup_details (StreekRoleMapView *self, guint row)
{
  static const char *const columns[] = { "words", "quote", "source" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *part = get_text (self, row, columns[i]);

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, i == 1 ? "%s“%s”" : "%s%s", text->len > 0 ? "\n" : "", part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_list (StreekRoleMapView *self)
{
  GtkWidget *child;

  self->is_choosing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < streek_table_get_n_rows (self->shown->table); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *details = dup_details (self, i);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_text (self, i, "body"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->list, row);
    }

  self->is_choosing = FALSE;
}

static void
on_row_selected_cb (StreekRoleMapView *self, GtkListBoxRow *row)
{
  StreekSelection *selection = streek_context_get_selection (self->context);

  if (self->is_choosing || row == NULL)
    return;

  self->is_choosing = TRUE;
  streek_selection_select_only (selection,
                                get_text (self, (guint) gtk_list_box_row_get_index (row), "code"));
  self->is_choosing = FALSE;
}

static void
on_row_activated_cb (StreekRoleMapView *self, GtkListBoxRow *row)
{
  streek_record_open (GTK_WIDGET (self), streek_record_book_get_context (self->book),
                      &streek_body_kind, get_body (self, row));
}

static void
on_selection_changed_cb (StreekRoleMapView *self)
{
  StreekSelection *selection = streek_context_get_selection (self->context);

  if (self->is_choosing || self->shown == NULL)
    return;

  self->is_choosing = TRUE;
  gtk_list_box_unselect_all (self->list);

  for (guint i = 0; i < streek_table_get_n_rows (self->shown->table); i++)
    if (streek_selection_contains (selection, get_text (self, i, "code")))
      {
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
        break;
      }

  self->is_choosing = FALSE;
}

/* The map */

static void
update_pointed (StreekRoleMapView *self)
{
  g_autofree char *words = streek_context_dup_pointed_words (self->context);

  gtk_label_set_text (self->pointed_label,
                      words != NULL ? words : _ ("Point at an area, or walk with the arrow keys."));
}

static void
update_buttons (StreekRoleMapView *self)
{
  const StreekRecord *theme =
    streek_record_book_find (self->book, &streek_theme_kind, self->spec.theme);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->spec.theme);
  const char *kind = self->shown != NULL ? self->shown->kind : self->spec.kind;

  streek_choice_button_set_current (self->subject_button,
                                    streek_role_map_subject_get_id (self->spec.subject),
                                    streek_role_map_subject_get_label (self->spec.subject));
  streek_choice_button_set_current (
    self->theme_button, id,
    theme != NULL ? streek_record_get_text (theme, STREEK_THEME_NAME) : _ ("In general"));
  streek_choice_button_set_current (
    self->kind_button, kind,
    kind != NULL ? streek_record_field_get_word (&streek_body_kind.fields[STREEK_BODY_KIND], kind)
                 : _ ("Bodies"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->theme_button),
                            streek_role_map_subject_has_theme (self->spec.subject));
}

static void
show_none (StreekRoleMapView *self, const char *words)
{
  gtk_label_set_text (self->none_label, words);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
show_map (StreekRoleMapView *self)
{
  StreekFigure *figure = self->shown->figure;
  g_autofree char *notes = g_strjoinv ("\n", (GStrv) streek_figure_get_notes (figure));
  g_autofree char *title = g_strdup_printf ("%s · %s", streek_figure_get_title (figure),
                                            streek_figure_get_context (figure));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->notes_label, notes);
  streek_context_show_figure (self->context, streek_figure_ref (figure));
  fill_list (self);
  on_selection_changed_cb (self);
  update_pointed (self);
  gtk_stack_set_visible_child_name (self->stack, "map");
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekRoleMap *map = streek_workspace_make_role_map (source, data, &error);

  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify) streek_role_map_free);
  else
    g_task_return_error (task, error);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekRoleMapView) self = user_data; /* the reference taken when making began */
  g_autoptr (GError) error = NULL;
  StreekRoleMap *map = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->making)
    {
      streek_role_map_free (map);
      return;
    }

  g_clear_object (&self->making);
  g_clear_pointer (&self->shown, streek_role_map_free);
  self->shown = map;
  update_buttons (self);
  if (map != NULL)
    show_map (self);
  else
    show_none (self, error->message);
}

static void
cancel (StreekRoleMapView *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
make (GtkWidget *widget)
{
  StreekRoleMapView *self = STREEK_ROLE_MAP_VIEW (widget);
  StreekWorkspace *workspace =
    streek_context_get_workspace (streek_record_book_get_context (self->book));

  cancel (self);
  if (workspace == NULL || streek_record_book_get_view (self->book) == NULL)
    return;

  self->making = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (workspace, self->making, on_made_cb, g_object_ref (self));

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, streek_role_map_spec_copy (&self->spec),
                        (GDestroyNotify) streek_role_map_spec_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
renew (StreekRoleMapView *self)
{
  update_buttons (self);
  streek_renew_when_seen (GTK_WIDGET (self), make);
}

/* Choices */

static void
append_choice (GListStore *choices, const char *id, const char *title)
{
  g_autoptr (StreekChoice) choice = streek_choice_new (id, title, NULL, NULL);

  g_list_store_append (choices, choice);
}

static GListModel *
make_subjects (gpointer data)
{
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);

  for (guint i = 0; i < STREEK_N_ROLE_MAP_SUBJECTS; i++)
    append_choice (choices, streek_role_map_subject_get_id (i),
                   streek_role_map_subject_get_label (i));

  return G_LIST_MODEL (choices);
}

static GListModel *
make_themes (gpointer data)
{
  StreekRoleMapView *self = data;
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  guint n = 0;
  const StreekRecord *const *themes =
    view != NULL
      ? streek_records_list (streek_record_view_get_records (view), &streek_theme_kind, &n)
      : NULL;

  append_choice (choices, "0", _ ("In general"));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (themes[i]));

      append_choice (choices, id, streek_record_get_text (themes[i], STREEK_THEME_NAME));
    }

  return G_LIST_MODEL (choices);
}

static GListModel *
make_kinds (gpointer data)
{
  StreekRoleMapView *self = data;
  GListStore *choices = g_list_store_new (STREEK_TYPE_CHOICE);
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (GPtrArray) kinds = view != NULL ? streek_role_map_list_kinds (view) : NULL;

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    append_choice (
      choices, kinds->pdata[i],
      streek_record_field_get_word (&streek_body_kind.fields[STREEK_BODY_KIND], kinds->pdata[i]));

  return G_LIST_MODEL (choices);
}

static void
on_subject_chosen_cb (StreekRoleMapView *self, const char *id)
{
  for (guint i = 0; i < STREEK_N_ROLE_MAP_SUBJECTS; i++)
    if (g_strcmp0 (streek_role_map_subject_get_id (i), id) == 0)
      self->spec.subject = (StreekRoleMapSubject) i;

  renew (self);
}

static void
on_theme_chosen_cb (StreekRoleMapView *self, const char *id)
{
  streek_role_map_view_set_theme (self, g_ascii_strtoll (id, NULL, 10));
}

static void
on_kind_chosen_cb (StreekRoleMapView *self, const char *id)
{
  g_free (self->spec.kind);
  self->spec.kind = g_strdup (id);
  renew (self);
}

static StreekChoiceButton *
add_button (StreekRoleMapView *self,
            const char *name,
            const char *placeholder,
            StreekChoicesFunc func,
            GCallback callback)
{
  GtkWidget *button = streek_choice_button_new (name, placeholder, func, callback, self);

  streek_fold_row_append (self->choices_box, button);

  return STREEK_CHOICE_BUTTON (button);
}

/* On paper */

typedef struct
{
  StreekWorkspace *workspace;
  StreekRoleMapSpec *spec;
} PrintJob;

static void
print_job_free (gpointer data)
{
  PrintJob *job = data;

  g_object_unref (job->workspace);
  streek_role_map_spec_free (job->spec);
  g_free (job);
}

static GPtrArray *
make_pages (gpointer data, const StreekPaper *paper, GCancellable *cancellable, GError **error)
{
  const PrintJob *job = data;
  g_autoptr (StreekRoleMapSpec) spec = streek_role_map_spec_copy (job->spec);
  StreekLayoutOptions options = streek_paper_make_layout (paper);

  spec->grey = paper->grey;

  g_autoptr (StreekRoleMap) map = streek_workspace_make_role_map (job->workspace, spec, error);

  return map != NULL ? streek_role_map_layout_pages (map, &options, error) : NULL;
}

static StreekTable *
make_table (gpointer data, GCancellable *cancellable, GError **error)
{
  const PrintJob *job = data;
  g_autoptr (StreekRoleMap) map = streek_workspace_make_role_map (job->workspace, job->spec, error);

  return map != NULL ? streek_table_ref (map->table) : NULL;
}

static StreekPrintout *
streek_role_map_view_dup_printout (StreekPrintable *printable)
{
  StreekRoleMapView *self = STREEK_ROLE_MAP_VIEW (printable);

  if (self->shown == NULL)
    return NULL;

  PrintJob *job = g_new0 (PrintJob, 1);

  job->workspace =
    g_object_ref (streek_context_get_workspace (streek_record_book_get_context (self->book)));
  job->spec = streek_role_map_spec_copy (&self->spec);

  return streek_printout_new (streek_figure_get_title (self->shown->figure), make_pages, make_table,
                              job, print_job_free);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_role_map_view_dup_printout;
}

static void
streek_role_map_view_dispose (GObject *object)
{
  StreekRoleMapView *self = STREEK_ROLE_MAP_VIEW (object);
  GtkWidget *child;

  cancel (self);
  self->is_choosing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, streek_role_map_free);
  g_clear_object (&self->book);
  g_clear_object (&self->context);
  streek_role_map_spec_clear (&self->spec);

  G_OBJECT_CLASS (streek_role_map_view_parent_class)->dispose (object);
}

static void
streek_role_map_view_class_init (StreekRoleMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_role_map_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STREEK_TYPE_FOLD_ROW);
  g_type_ensure (STREEK_TYPE_LEGEND);
  g_type_ensure (STREEK_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-role-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, choices_box);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, none_label);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, map);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, pointed_label);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, list);
  gtk_widget_class_bind_template_child (widget_class, StreekRoleMapView, notes_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
streek_role_map_view_init (StreekRoleMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_tooltip_tell_cut (self->title_label);
  streek_tooltip_tell_cut (self->pointed_label);
  self->context = streek_context_new ();
  streek_map_view_set_context (self->map, self->context);
  streek_legend_set_context (self->legend, self->context);
  self->theme_button = add_button (self, _ ("Theme on the map"), _ ("Find a theme"), make_themes,
                                   G_CALLBACK (on_theme_chosen_cb));
  self->subject_button = add_button (self, _ ("What the colours say"), _ ("What the colours say"),
                                     make_subjects, G_CALLBACK (on_subject_chosen_cb));
  self->kind_button = add_button (self, _ ("Bodies on the map"), _ ("Find a kind of body"),
                                  make_kinds, G_CALLBACK (on_kind_chosen_cb));
}

GtkWidget *
streek_role_map_view_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekRoleMapView *self = g_object_new (STREEK_TYPE_ROLE_MAP_VIEW, NULL);
  StreekSelection *selection = streek_context_get_selection (self->context);

  self->book = g_object_ref (book);
  g_signal_connect_object (selection, "notify::hovered", G_CALLBACK (update_pointed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);

  return GTK_WIDGET (self);
}

void
streek_role_map_view_set_pact (StreekRoleMapView *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_ROLE_MAP_VIEW (self));

  if (self->spec.pact == pact)
    return;

  self->spec.pact = pact;
  renew (self);
}

void
streek_role_map_view_set_day (StreekRoleMapView *self, StreekDate day)
{
  g_return_if_fail (STREEK_IS_ROLE_MAP_VIEW (self));

  if (self->spec.on == day)
    return;

  self->spec.on = day;
  renew (self);
}

void
streek_role_map_view_set_theme (StreekRoleMapView *self, gint64 theme)
{
  g_return_if_fail (STREEK_IS_ROLE_MAP_VIEW (self));

  if (self->spec.theme == theme)
    return;

  self->spec.theme = theme;
  if (!streek_role_map_subject_has_theme (self->spec.subject))
    self->spec.subject = STREEK_ROLE_MAP_CATEGORY;
  renew (self);
}

gint64
streek_role_map_view_get_theme (StreekRoleMapView *self)
{
  g_return_val_if_fail (STREEK_IS_ROLE_MAP_VIEW (self), 0);

  return self->spec.theme;
}

gint64
streek_role_map_view_get_body (StreekRoleMapView *self)
{
  g_return_val_if_fail (STREEK_IS_ROLE_MAP_VIEW (self), 0);

  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return self->shown != NULL && row != NULL ? get_body (self, row) : 0;
}
