/* streek-window.c: a window on one workspace: context bar, sections, content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-window"
#include "config.h"
#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "actors/streek-actors-page.h"
#include "base/streek-format.h"
#include "bodies/streek-bodies-page.h"
#include "body/streek-body.h"
#include "check/streek-check-page.h"
#include "check/streek-checker.h"
#include "indicators/streek-indicators-page.h"
#include "map/streek-map-page.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-signal.h"
#include "plan/streek-target-group.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "plans/streek-plans-page.h"
#include "print/streek-window-output.h"
#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project-follow-up.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"
#include "project/streek-study.h"
#include "projects/streek-projects-page.h"
#include "record/streek-window-record.h"
#include "reference/streek-window-upkeep.h"
#include "store/streek-backup.h"
#include "streek-focus.h"
#include "streek-setup-window.h"
#include "streek-viewable.h"
#include "streek-waiting.h"
#include "streek-window-private.h"
#include "structure/streek-structure-page.h"

#include <glib/gi18n.h>

/* How long a window waits for its file before it is shown without. */
#define PRESENT_DELAY_MS 300

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StreekWindow, streek_window, ADW_TYPE_APPLICATION_WINDOW)

static GSettings *
get_settings (StreekWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return streek_application_get_settings (STREEK_APPLICATION (application));
}

StreekStore *
streek_window_get_store (StreekWindow *self)
{
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  return workspace != NULL ? streek_workspace_get_store (workspace) : NULL;
}

static void
show_page (StreekWindow *self, const char *name)
{
  gboolean has_content = strcmp (name, "content") == 0;

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->context_tools, has_content);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), has_content);
}

/* The name of the file in the title, the name of the program where there is none. */
static void
update_title (StreekWindow *self)
{
  if (self->path == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Streekatlas"));
      return;
    }

  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GDateTime) made = streek_backup_dup_moment (self->path);

  if (made != NULL)
    {
      g_autofree char *moment = streek_format_moment (streek_format_get_default (), made);
      /* Translators: title of a window with a backup copy in it; %s is a date and time */
      g_autofree char *title = g_strdup_printf (_ ("Copy of %s"), moment);

      gtk_window_set_title (GTK_WINDOW (self), title);
      return;
    }

  if (g_str_has_suffix (shown, ".streek"))
    shown[strlen (shown) - strlen (".streek")] = '\0';
  gtk_window_set_title (GTK_WINDOW (self), shown);
}

static void
update_info_bars (StreekWindow *self)
{
  StreekStore *store = streek_window_get_store (self);
  g_autofree char *sentence = store != NULL ? streek_store_dup_read_only_sentence (store) : NULL;

  gtk_label_set_text (self->read_only_label, sentence != NULL ? sentence : "");
  gtk_info_bar_set_revealed (self->read_only_bar, sentence != NULL);

  gboolean asks = store != NULL && !g_settings_get_boolean (get_settings (self), "setup-asked");
  gtk_info_bar_set_revealed (self->setup_bar, asks);
}

static void
on_own_area_changed_cb (StreekWindow *self)
{
  g_autofree char *ref = g_settings_get_string (get_settings (self), "own-area");

  streek_context_set_own_area (self->context, ref);
}

static void
on_draft_failed_cb (StreekWindow *self, const GError *error)
{
  streek_window_toast (self, _ ("What you type is not kept until you save it."), error);
}

static void
on_setup_response_cb (StreekWindow *self, int response)
{
  gtk_info_bar_set_revealed (self->setup_bar, FALSE);
  g_settings_set_boolean (get_settings (self), "setup-asked", TRUE);

  if (response != GTK_RESPONSE_OK)
    return;

  GtkWidget *setup = streek_setup_window_new (get_settings (self), self->context);

  gtk_window_set_transient_for (GTK_WINDOW (setup), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (setup));
}

static void
on_section_selected_cb (StreekWindow *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  const char *name = gtk_widget_get_name (GTK_WIDGET (row));
  StreekSectionFunc make_page =
    (StreekSectionFunc) g_object_get_data (G_OBJECT (row), "streek-make-page");

  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    gtk_stack_add_named (self->pages, make_page (self->context), name);
  gtk_stack_set_visible_child_name (self->pages, name);
}

static GtkListBoxRow *
find_section (StreekWindow *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
      return row;

  return NULL;
}

/* How many things in a section wait for a person; 0 shows nothing. */
static void
set_badge (StreekWindow *self, const char *name, guint n, const char *description)
{
  GtkListBoxRow *row = find_section (self, name);
  GtkWidget *badge = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_text (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n > 0 ? description : "", -1);
}

static void
on_checker_changed_cb (StreekWindow *self)
{
  StreekCheckList *list = streek_checker_get_list (streek_checker_get (self->context));
  guint n = list != NULL ? streek_check_list_count_urgent (list) : 0;
  g_autofree char *description = g_strdup_printf (
    ngettext ("%u error or warning is open.", "%u errors and warnings are open.", n), n);

  set_badge (self, "check", n, description);
}

static void
add_to_recent (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *command = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = {
    .mime_type = (char *) "application/x-streek",
    .app_name = (char *) g_get_application_name (),
    .app_exec = command,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Opening */

static void
on_open_copy_cb (StreekWindow *self, const char *path)
{
  streek_application_open_copy (STREEK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                path);
}

/* What became of the damaged file must be read: the words stay until they are put away. */
static void
on_restored_cb (StreekWindow *self, const char *path, const char *sentence)
{
  g_autoptr (StreekOpening) opening = streek_opening_new (path, STREEK_WORKSPACE_NONE);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  streek_window_open (self, opening);
}

/* Few windows ever show it. */
static StreekErrorPage *
get_error_page (StreekWindow *self)
{
  if (self->error_page != NULL)
    return self->error_page;

  self->error_page = g_object_new (STREEK_TYPE_ERROR_PAGE, NULL);
  g_signal_connect_object (self->error_page, "open-copy", G_CALLBACK (on_open_copy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->error_page, "restored", G_CALLBACK (on_restored_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->error_page), "error");

  return self->error_page;
}

static void
show_error (StreekWindow *self, const char *title, const GError *error, const char *path)
{
  g_autofree char *kept = g_strdup (path);

  g_clear_pointer (&self->path, g_free);
  update_title (self);
  streek_error_page_show (get_error_page (self), title, error, kept);
  show_page (self, "error");
}

static void
show_opening_error (StreekWindow *self, const char *path, const GError *error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  /* Translators: %s is the name of a file; why follows below it */
  g_autofree char *title = g_strdup_printf (_ ("“%s” could not be opened"), escaped);

  show_error (self, title, error, path);
}

static void
on_backup_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!streek_workspace_keep_backup_finish (STREEK_WORKSPACE (source), result, &error) &&
      streek_context_get_workspace (self->context) == STREEK_WORKSPACE (source))
    streek_window_toast (self, _ ("No backup copy could be made."), error);
}

/* What can wait until the map is on the screen. */
static gboolean
look_after_file_cb (gpointer user_data)
{
  StreekWindow *self = user_data;
  StreekWorkspace *workspace = streek_context_get_workspace (self->context);

  if (workspace == NULL || self->path == NULL)
    return G_SOURCE_REMOVE;

  /* Who looks into a copy does not work in it. */
  if (streek_store_get_read_only_reason (streek_workspace_get_store (workspace)) ==
      STREEK_STORE_READ_ONLY_BY_REQUEST)
    return G_SOURCE_REMOVE;

  g_settings_set_string (get_settings (self), "last-file", self->path);
  add_to_recent (self->path);

  if (!streek_store_is_read_only (streek_workspace_get_store (workspace)))
    streek_workspace_keep_backup_async (workspace, NULL, on_backup_kept_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
take_opened (StreekWindow *self, const StreekOpened *opened)
{
  streek_window_forget_stops (self);
  on_own_area_changed_cb (self);
  streek_context_take_opened (self->context, opened);
  g_signal_connect_object (streek_workspace_get_store (opened->workspace), "changed",
                           G_CALLBACK (streek_window_update_actions), self, G_CONNECT_SWAPPED);

  show_page (self, "content");
  update_info_bars (self);
  streek_window_offer_update (self);
  streek_window_update_actions (self);
  g_timeout_add_full (G_PRIORITY_LOW, 500, look_after_file_cb, g_object_ref (self), g_object_unref);
}

static void
present_now (StreekWindow *self)
{
  g_clear_handle_id (&self->present_id, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
on_waited_cb (gpointer user_data)
{
  StreekWindow *self = user_data;

  self->present_id = 0;
  present_now (self);
  return G_SOURCE_REMOVE;
}

static void
on_opened_cb (StreekWindow *self, StreekOpening *opening)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekOpened) opened = streek_opening_finish (opening, &error);

  if (opening != self->opening)
    return;

  if (opened != NULL)
    take_opened (self, opened);
  else
    show_opening_error (self, streek_opening_get_path (opening), error);
  g_clear_object (&self->opening);
  present_now (self);
}

static void
stop_opening (StreekWindow *self)
{
  if (self->opening != NULL)
    streek_opening_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->present_id, g_source_remove);
}

/* Overrides */

static gboolean
streek_window_close_request (GtkWindow *window)
{
  streek_window_leave (STREEK_WINDOW (window));

  return GTK_WINDOW_CLASS (streek_window_parent_class)->close_request (window);
}

/* Where what a search or a check names is opened. */
static void
add_record_sections (void)
{
  static const struct
  {
    const StreekRecordKind *kind;
    const char *section;
  } places[] = {
    { &streek_body_kind, "bodies" },
    { &streek_organisation_kind, "actors" },
    { &streek_document_kind, "actors" },
    { &streek_year_programme_kind, "plans" },
    { &streek_year_action_kind, "plans" },
    { &streek_obligation_kind, "plans" },
    { &streek_approval_kind, "plans" },
    { &streek_item_theme_kind, "plans" },
    { &streek_adjustment_kind, "plans" },
    { &streek_progress_kind, "plans" },
    { &streek_progress_report_kind, "plans" },
    { &streek_target_kind, "plans" },
    { &streek_signal_kind, "plans" },
    { &streek_theme_kind, "plans" },
    { &streek_policy_frame_kind, "plans" },
    { &streek_project_kind, "projects" },
    { &streek_strand_kind, "projects" },
    { &streek_milestone_kind, "projects" },
    { &streek_programme_kind, "projects" },
    { &streek_call_kind, "projects" },
    { &streek_fund_kind, "projects" },
    { &streek_event_kind, "projects" },
    { &streek_channel_kind, "projects" },
    { &streek_study_kind, "projects" },
    { &streek_recommendation_kind, "projects" },
    { &streek_good_practice_kind, "projects" },
    { &streek_project_progress_kind, "projects" },
    { &streek_project_adjustment_kind, "projects" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    streek_window_add_record_section (places[i].kind, places[i].section);
  streek_window_add_record_page (&streek_pact_kind, "plans", "plans.plan");
  streek_window_add_record_page (&streek_plan_item_kind, "plans", "plans.item");
  streek_window_add_record_page (&streek_target_group_kind, "plans", "plans.group");
  streek_window_add_record_page (&streek_project_kind, "projects", "projects.project");
  streek_window_add_record_page (&streek_programme_kind, "projects", "projects.programme");
}

static void
streek_window_constructed (GObject *object)
{
  StreekWindow *self = STREEK_WINDOW (object);

  G_OBJECT_CLASS (streek_window_parent_class)->constructed (object);

  self->map_page = streek_map_page_new (self->context);
  gtk_stack_add_named (self->pages, self->map_page, "map");
  streek_window_add_actions (self);
  streek_context_bar_set_context (self->context_bar, self->context);
  streek_search_button_set_context (self->search_button, self->context);
  streek_views_button_set_context (self->views_button, self->context);
  /* Translators: section of the sidebar */
  streek_window_add_section (self, "map", C_ ("section", "Map"), "streek-map-symbolic",
                             streek_map_page_new);
  /* Translators: section of the sidebar */
  streek_window_add_section (self, "indicators", C_ ("section", "Indicators"),
                             "streek-indicators-symbolic", streek_indicators_page_new);
  /* Translators: section of the sidebar */
  streek_window_add_section (self, "structure", C_ ("section", "Structure"), "streek-tree-symbolic",
                             streek_structure_page_new);
  /* Translators: section of the sidebar: regional pacts and other plans */
  streek_window_add_section (self, "plans", C_ ("section", "Plans"), "streek-plans-symbolic",
                             streek_plans_page_new);
  /* Translators: section of the sidebar */
  streek_window_add_section (self, "projects", C_ ("section", "Projects"),
                             "streek-projects-symbolic", streek_projects_page_new);
  /* Translators: section of the sidebar: consultation bodies */
  streek_window_add_section (self, "bodies", C_ ("section", "Consultation"),
                             "streek-bodies-symbolic", streek_bodies_page_new);
  /* Translators: section of the sidebar: organisations */
  streek_window_add_section (self, "actors", C_ ("section", "Actors"), "streek-actors-symbolic",
                             streek_actors_page_new);
  add_record_sections ();
  /* Translators: section of the sidebar: what stands out in figures, definitions and areas */
  streek_window_add_section (self, "check", C_ ("section", "Checks"), "streek-check-symbolic",
                             streek_check_page_new);
  g_signal_connect_object (streek_checker_get (self->context), "changed",
                           G_CALLBACK (on_checker_changed_cb), self, G_CONNECT_SWAPPED);
  show_page (self, "welcome");
  update_title (self);
  streek_window_update_actions (self);
}

static void
streek_window_dispose (GObject *object)
{
  StreekWindow *self = STREEK_WINDOW (object);

  stop_opening (self);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (streek_window_parent_class)->dispose (object);
}

static void
streek_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, streek_window_get_context (STREEK_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_window_class_init (StreekWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = streek_window_constructed;
  object_class->dispose = streek_window_dispose;
  object_class->get_property = streek_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = streek_window_close_request;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, STREEK_TYPE_CONTEXT,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STREEK_TYPE_CONTEXT_BAR);
  g_type_ensure (STREEK_TYPE_DRAFT_BAR);
  g_type_ensure (STREEK_TYPE_SEARCH_BUTTON);
  g_type_ensure (STREEK_TYPE_VIEWS_BUTTON);
  g_type_ensure (STREEK_TYPE_WELCOME_PAGE);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, context_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, context_tools);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, setup_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, update_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, views_button);
  gtk_widget_class_bind_template_child (widget_class, StreekWindow, welcome_page);
  gtk_widget_class_bind_template_callback (widget_class, on_section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_response_cb);
}

static void
streek_window_init (StreekWindow *self)
{
  self->context = streek_context_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_focus_make_one_stop (self->sections);
  streek_draft_bar_follow (self->draft_bar, self->context);
  g_signal_connect_object (streek_draft_book_get (self->context), "failed",
                           G_CALLBACK (on_draft_failed_cb), self, G_CONNECT_SWAPPED);
}

StreekWindow *
streek_window_new (StreekApplication *application)
{
  StreekWindow *self = g_object_new (STREEK_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = get_settings (self);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (settings, "changed::own-area", G_CALLBACK (on_own_area_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

StreekContext *
streek_window_get_context (StreekWindow *self)
{
  g_return_val_if_fail (STREEK_IS_WINDOW (self), NULL);

  return self->context;
}

const char *
streek_window_get_path (StreekWindow *self)
{
  g_return_val_if_fail (STREEK_IS_WINDOW (self), NULL);

  return self->path;
}

void
streek_window_open (StreekWindow *self, StreekOpening *opening)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));
  g_return_if_fail (STREEK_IS_OPENING (opening));

  stop_opening (self);
  g_free (self->path);
  self->path = g_strdup (streek_opening_get_path (opening));
  update_title (self);
  streek_window_show_loading (self);

  self->opening = g_object_ref (opening);
  g_signal_connect_object (opening, "done", G_CALLBACK (on_opened_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else
    self->present_id = g_timeout_add (PRESENT_DELAY_MS, on_waited_cb, self);
}

void
streek_window_show_loading (StreekWindow *self)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  show_page (self, "loading");
}

void
streek_window_show_welcome (StreekWindow *self)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  streek_welcome_page_update (self->welcome_page);
  show_page (self, "welcome");
}

void
streek_window_show_error (StreekWindow *self, const char *title, const GError *error)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  show_error (self, title, error, NULL);
}

void
streek_window_toast (StreekWindow *self, const char *message, const GError *error)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  g_autofree char *text =
    error != NULL ? g_strdup_printf ("%s %s", message, error->message) : g_strdup (message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/**
 * streek_window_toast_undo:
 * @message: what was done, translated
 *
 * With a button that takes it back.
 */
void
streek_window_toast_undo (StreekWindow *self, const char *message)
{
  g_return_if_fail (STREEK_IS_WINDOW (self) && message != NULL);

  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
streek_window_leave (StreekWindow *self)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSettings *settings = get_settings (self);
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (!maximized && width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }

  if (streek_context_get_workspace (self->context) == NULL)
    return;

  g_autoptr (StreekWorkspace) workspace =
    g_object_ref (streek_context_get_workspace (self->context));

  streek_views_save_current (workspace, streek_context_get_spec (self->context));
  streek_context_set_workspace (self->context, NULL);
  streek_application_close_workspace (STREEK_APPLICATION (application), workspace);
}

/**
 * streek_window_add_section:
 * @self: a window
 * @name: what the program knows it by
 * @title: what people read, translated
 * @icon_name: a symbolic icon
 * @make_page: makes what fills the content
 *
 * Adds a row to the sidebar; Alt and its number show it. The first one added is shown first.
 */
void
streek_window_add_section (StreekWindow *self,
                           const char *name,
                           const char *title,
                           const char *icon_name,
                           StreekSectionFunc make_page)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  /* it says nothing that the title does not */
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "streek-make-page", (gpointer) make_page);
  gtk_list_box_append (self->sections, row);

  if (gtk_list_box_get_selected_row (self->sections) == NULL)
    gtk_list_box_select_row (self->sections, GTK_LIST_BOX_ROW (row));
}

/**
 * streek_window_show_section:
 * @name: as streek_window_add_section() got it
 *
 * Shows a section, as a click in the sidebar does.
 */
void
streek_window_show_section (StreekWindow *self, const char *name)
{
  g_return_if_fail (STREEK_IS_WINDOW (self) && name != NULL);

  GtkListBoxRow *row = find_section (self, name);

  if (row != NULL)
    gtk_list_box_select_row (self->sections, row);
}

GtkWidget *
streek_window_get_section_page (StreekWindow *self)
{
  g_return_val_if_fail (STREEK_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child (self->pages);
}

/**
 * streek_window_dup_view:
 *
 * Returns: (transfer full): the chart or analysis where one is in front, else the map of the
 *   context
 */
StreekSavedView *
streek_window_dup_view (StreekWindow *self)
{
  g_return_val_if_fail (STREEK_IS_WINDOW (self), NULL);

  GtkWidget *section = gtk_stack_get_visible_child (self->pages);
  StreekSavedView *view =
    STREEK_IS_VIEWABLE (section) ? streek_viewable_dup_view (STREEK_VIEWABLE (section)) : NULL;

  return view != NULL ? view
                      : streek_saved_view_new_map (NULL, streek_context_get_spec (self->context));
}

/**
 * streek_window_show_view:
 * @view: a view that can be read
 *
 * An atlas has a window of its own. A chart and an analysis come to the front. A map changes what
 * every section shows; only where one of those is in front, the map takes its place.
 */
void
streek_window_show_view (StreekWindow *self, const StreekSavedView *view)
{
  g_return_if_fail (STREEK_IS_WINDOW (self));
  g_return_if_fail (view != NULL && streek_saved_view_is_readable (view));

  if (view->atlas != NULL)
    {
      streek_window_show_atlas (self, view->atlas);
      return;
    }

  if (view->map == NULL)
    {
      streek_window_show_section (self, "indicators");
      streek_viewable_show_view (STREEK_VIEWABLE (gtk_stack_get_visible_child (self->pages)), view);
      return;
    }

  g_autoptr (StreekSavedView) shown = streek_window_dup_view (self);

  if (shown->map == NULL)
    streek_window_show_section (self, "map");
  streek_context_set_spec (self->context, view->map);
}
