/* streek-project-sheet-page.c: a project or a programme to be read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "projects/streek-project-sheet-page.h"

#include "figure/streek-portrait-sheets.h"
#include "print/streek-printable.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "projects/streek-portrait-view.h"
#include "projects/streek-project-picture.h"
#include "record/streek-record-portrait.h"
#include "record/streek-record-window.h"
#include "streek-chooser.h"
#include "streek-seen.h"
#include "streek-waiting.h"
#include "workspace/streek-project-map.h"

#include <glib/gi18n.h>

#define MAP_HEIGHT_PX 300
/* In points. */
#define MAP_WIDTH 430
#define MAP_HEIGHT 300

struct _StreekProjectSheetPage
{
  AdwBin parent_instance;

  GtkStack *stack; /* loading, none, error, content */
  AdwStatusPage *none_page;
  GtkWidget *begin_button; /* of that page */
  AdwStatusPage *error_page;
  StreekPortraitView *view;
  GtkMenuButton *choose_button;
  StreekChooser *chooser;

  StreekRecordBook *book;
  const StreekRecordKind *kind;
  gint64 id;                 /* 0: none yet */
  StreekRecordView *shown;   /* (nullable): of what is shown */
  GCancellable *cancellable; /* (nullable) */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekProjectSheetPage,
                               streek_project_sheet_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* Jobs: what is asked, for a worker that shows it, and one that prints it */

typedef struct
{
  StreekWorkspace *workspace;
  StreekRecordView *view;
  const StreekRecordKind *kind;
  gint64 id;
} Job;

typedef struct
{
  StreekProjectSheet *sheet;
  StreekScene *scene; /* (nullable): of its map */
} Result;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->workspace);
  streek_record_view_unref (job->view);
  g_free (job);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->sheet, streek_project_sheet_free);
  g_clear_pointer (&result->scene, streek_scene_unref);
  g_free (result);
}

static Job *
new_job (StreekProjectSheetPage *self, StreekRecordView *view)
{
  StreekContext *context = streek_record_book_get_context (self->book);
  Job *job = g_new0 (Job, 1);

  job->workspace = g_object_ref (streek_context_get_workspace (context));
  job->view = streek_record_view_ref (view);
  job->kind = self->kind;
  job->id = self->id;

  return job;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  StreekProjectSheet *sheet =
    streek_project_sheet_new (job->workspace, job->view, job->kind, job->id, FALSE, &error);

  if (sheet == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  Result *result = g_new0 (Result, 1);

  result->sheet = sheet;
  if (sheet->map != NULL)
    result->scene =
      streek_project_picture_lay_out (sheet->map, (StreekSize){ MAP_WIDTH, MAP_HEIGHT });
  g_task_return_pointer (task, result, result_free);
}

/* Showing */

static void
show_page (StreekProjectSheetPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", g_str_equal (name, "content"));
}

static void
show_sheet (StreekProjectSheetPage *self, const Result *result)
{
  GtkWidget *map = NULL;

  if (result->scene != NULL)
    {
      map = streek_project_picture_new ();
      gtk_widget_set_size_request (map, -1, MAP_HEIGHT_PX);
      streek_project_picture_show (map, result->sheet->map, result->scene);
    }

  streek_portrait_view_set_portrait (self->view, result->sheet->portrait, map);
  gtk_menu_button_set_label (self->choose_button,
                             streek_portrait_get_title (result->sheet->portrait));
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StreekProjectSheetPage *self = STREEK_PROJECT_SHEET_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Result *made = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->book == NULL)
    {
      g_clear_pointer (&made, result_free);
      return;
    }

  g_clear_pointer (&self->shown, streek_record_view_unref);

  if (made == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      show_page (self, "error");
      return;
    }

  self->shown = streek_record_view_ref (job->view);
  show_sheet (self, made);
  show_page (self, "content");
  result_free (made);
}

static gboolean
has_any (const StreekRecordView *view, const StreekRecordKind *kind)
{
  guint n;

  streek_records_list (streek_record_view_get_records (view), kind, &n);

  return n > 0;
}

/* The first of all where nobody chose one, or what was chosen is gone. */
static void
choose_subject (StreekProjectSheetPage *self, const StreekRecordView *view)
{
  const StreekRecords *records = streek_record_view_get_records (view);
  guint n;

  if (streek_records_find (records, self->kind, self->id) != NULL)
    return;

  const StreekRecord *const *projects = streek_records_list (records, &streek_project_kind, &n);

  self->kind = &streek_project_kind;
  self->id = n > 0 ? streek_record_get_id (projects[0]) : 0;
}

static void
make (GtkWidget *widget)
{
  StreekProjectSheetPage *self = STREEK_PROJECT_SHEET_PAGE (widget);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (view == NULL)
    {
      show_page (self, "loading");
      return;
    }

  choose_subject (self, view);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.edit", self->id != 0);

  gtk_widget_set_sensitive (GTK_WIDGET (self->choose_button),
                            has_any (view, &streek_project_kind) ||
                              has_any (view, &streek_programme_kind));

  if (self->id == 0)
    {
      gtk_menu_button_set_label (self->choose_button, _ ("Choose a Project"));
      gtk_widget_set_visible (
        self->begin_button, streek_context_can_write (streek_record_book_get_context (self->book)));
      g_clear_pointer (&self->shown, streek_record_view_unref);
      show_page (self, "none");
      return;
    }

  self->cancellable = g_cancellable_new ();

  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_made_cb, NULL);

  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, new_job (self, view), job_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
renew (StreekProjectSheetPage *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), make);
}

/* Choosing */

static void
add_choices (GListStore *choices, const StreekRecords *records, const StreekRecordKind *kind)
{
  guint n;
  const StreekRecord *const *list = streek_records_list (records, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = streek_record_dup_place (list[i]);
      g_autofree char *title = streek_record_dup_title (list[i], records);
      const char *acronym = kind == &streek_project_kind
                              ? streek_record_get_text (list[i], STREEK_PROJECT_ACRONYM)
                              : NULL;
      g_autoptr (StreekChoice) choice =
        streek_choice_new (id, title, streek_record_kind_get_name (kind), acronym);

      g_list_store_append (choices, choice);
    }
}

static void
on_choose_shown_cb (StreekProjectSheetPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (GListStore) choices = g_list_store_new (STREEK_TYPE_CHOICE);
  g_autofree char *current = g_strdup_printf ("%s:%" G_GINT64_FORMAT, self->kind->id, self->id);

  if (view != NULL)
    {
      add_choices (choices, streek_record_view_get_records (view), &streek_project_kind);
      add_choices (choices, streek_record_view_get_records (view), &streek_programme_kind);
    }

  streek_chooser_set_choices (self->chooser, G_LIST_MODEL (choices));
  streek_chooser_set_current (self->chooser, current);
  streek_chooser_start (self->chooser);
}

static void
on_chosen_cb (StreekProjectSheetPage *self, const char *id)
{
  const StreekRecordKind *kind =
    g_str_has_prefix (id, "programme:") ? &streek_programme_kind : &streek_project_kind;

  gtk_menu_button_popdown (self->choose_button);
  streek_project_sheet_page_set_subject (self, kind,
                                         g_ascii_strtoll (strchr (id, ':') + 1, NULL, 10));
}

/* Paper */

static GPtrArray *
make_pages (gpointer data, const StreekPaper *paper, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (StreekProjectSheet) sheet =
    streek_project_sheet_new (job->workspace, job->view, job->kind, job->id, paper->grey, error);

  if (sheet == NULL)
    return NULL;

  const StreekSheetWords words = {
    .title = (char *) streek_portrait_get_title (sheet->portrait),
    .context = (char *) streek_portrait_get_context (sheet->portrait),
    .notes = sheet->notes,
    .source = sheet->map != NULL ? (char *) streek_figure_get_source (sheet->map) : NULL,
  };
  StreekSheet furniture = streek_paper_make_sheet (paper, &words);

  return streek_portrait_sheets_layout (sheet->portrait, sheet->map, streek_format_get_default (),
                                        &furniture, error);
}

static StreekTable *
make_table (gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (StreekProjectSheet) sheet =
    streek_project_sheet_new (job->workspace, job->view, job->kind, job->id, FALSE, error);

  return sheet != NULL ? streek_portrait_make_table (sheet->portrait) : NULL;
}

static StreekPrintout *
streek_project_sheet_page_dup_printout (StreekPrintable *printable)
{
  StreekProjectSheetPage *self = STREEK_PROJECT_SHEET_PAGE (printable);

  if (self->shown == NULL)
    return NULL;

  g_autofree char *title =
    streek_records_dup_title (streek_record_view_get_records (self->shown), self->kind, self->id);

  return streek_printout_new (title, make_pages, make_table, new_job (self, self->shown), job_free);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_project_sheet_page_dup_printout;
}

/* Building */

static void
streek_project_sheet_page_dispose (GObject *object)
{
  StreekProjectSheetPage *self = STREEK_PROJECT_SHEET_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, streek_record_view_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_project_sheet_page_parent_class)->dispose (object);
}

static void
on_begin_cb (StreekProjectSheetPage *self)
{
  streek_record_open_new (GTK_WIDGET (self), streek_record_book_get_context (self->book),
                          &streek_project_kind, 0, 0);
}

static void
print (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print", NULL);
}

static void
edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekProjectSheetPage *self = STREEK_PROJECT_SHEET_PAGE (widget);

  if (self->id != 0)
    streek_record_open (widget, streek_record_book_get_context (self->book), self->kind, self->id);
}

/* The list that it stands in. */
static void
go_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekProjectSheetPage *self = STREEK_PROJECT_SHEET_PAGE (widget);

  gtk_widget_activate_action (widget, "section.show", "s", self->kind->id);
}

static void
streek_project_sheet_page_class_init (StreekProjectSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_project_sheet_page_dispose;
  gtk_widget_class_install_action (widget_class, "sheet.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "sheet.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "sheet.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "sheet.back",
                                       NULL);
}

static void
add_status_pages (StreekProjectSheetPage *self)
{
  GtkWidget *waiting = g_object_new (STREEK_TYPE_WAITING, "halign", GTK_ALIGN_CENTER, "valign",
                                     GTK_ALIGN_CENTER, NULL);

  self->none_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->none_page, "streek-tree-symbolic");
  adw_status_page_set_title (self->none_page, _ ("No Projects Yet"));
  adw_status_page_set_description (
    self->none_page, _ ("Make one: all that is entered of it can be read and printed here."));
  self->begin_button = gtk_button_new_with_mnemonic (_ ("Add a _Project…"));
  gtk_widget_set_halign (self->begin_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->begin_button, "pill");
  gtk_widget_add_css_class (self->begin_button, "suggested-action");
  g_signal_connect_object (self->begin_button, "clicked", G_CALLBACK (on_begin_cb), self,
                           G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->none_page, self->begin_button);
  self->error_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->error_page, "dialog-information-symbolic");
  adw_status_page_set_title (self->error_page, _ ("There Is Nothing to Show"));
  gtk_stack_add_named (self->stack, waiting, "loading");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none_page), "none");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->error_page), "error");
}

static void
streek_project_sheet_page_init (StreekProjectSheetPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", FALSE);
  self->kind = &streek_project_kind;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  add_status_pages (self);
}

static GtkWidget *
build_choose_button (StreekProjectSheetPage *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->chooser = g_object_new (STREEK_TYPE_CHOOSER, NULL);
  streek_chooser_set_placeholder (self->chooser, _ ("Search projects and programmes"));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->chooser));
  self->choose_button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_label (self->choose_button, _ ("Choose a Project"));
  gtk_menu_button_set_popover (self->choose_button, popover);
  gtk_widget_set_tooltip_text (button, _ ("Another project or programme"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another project or programme"), -1);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_choose_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
build_back_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sheet.back");
  gtk_widget_set_tooltip_text (button, _ ("Back to the list (Alt+Left)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the list"), -1);

  return button;
}

static GtkWidget *
build_edit_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Edit…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sheet.edit");
  gtk_widget_set_tooltip_text (button, _ ("All that is entered of it, as a form (F2)"));

  return button;
}

static GtkWidget *
build_tools (StreekProjectSheetPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *print_button = gtk_button_new_with_mnemonic (_ ("P_rint…"));

  gtk_widget_set_margin_top (tools, 6);
  gtk_widget_set_margin_bottom (tools, 6);
  gtk_widget_set_margin_start (tools, 12);
  gtk_widget_set_margin_end (tools, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print_button), "sheet.print");

  gtk_box_append (GTK_BOX (tools), build_back_button ());
  gtk_box_append (GTK_BOX (tools), build_choose_button (self));
  gtk_box_append (GTK_BOX (tools), build_edit_button ());
  gtk_widget_set_hexpand (print_button, TRUE);
  gtk_widget_set_halign (print_button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (tools), print_button);

  return tools;
}

GtkWidget *
streek_project_sheet_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekProjectSheetPage *self = g_object_new (STREEK_TYPE_PROJECT_SHEET_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->book = g_object_ref (book);
  self->view = STREEK_PORTRAIT_VIEW (streek_portrait_view_new (book));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "content");
  gtk_box_append (GTK_BOX (box), build_tools (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (book, "changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);

  return GTK_WIDGET (self);
}

void
streek_project_sheet_page_set_subject (StreekProjectSheetPage *self,
                                       const StreekRecordKind *kind,
                                       gint64 id)
{
  g_return_if_fail (STREEK_IS_PROJECT_SHEET_PAGE (self));
  g_return_if_fail (kind == &streek_project_kind || kind == &streek_programme_kind);

  if (self->kind == kind && self->id == id)
    return;

  self->kind = kind;
  self->id = id;
  renew (self);
}
