/* streek-plans-page.c: the section Plans: a plan as a tree, through time, and beside others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plans-page.h"

#include "body/streek-body.h"
#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-policy-frame.h"
#include "plans/streek-group-view.h"
#include "plans/streek-plan-desk.h"
#include "plans/streek-plan-files.h"
#include "plans/streek-plan-registers.h"
#include "plans/streek-progress-page.h"
#include "plans/streek-roles-page.h"
#include "plans/streek-swot-page.h"
#include "plans/streek-year-drop.h"
#include "plans/streek-year-page.h"
#include "print/streek-printable.h"
#include "record/streek-record-command.h"
#include "record/streek-record-figure.h"
#include "record/streek-record-window.h"
#include "streek-drop-down.h"
#include "streek-fold-row.h"
#include "streek-tabs.h"
#include "streek-waiting.h"
#include "workspace/streek-plan-matrices.h"
#include "workspace/streek-plan-timelines.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _StreekPlansPage
{
  GtkWidget parent_instance;

  GtkStack *pages; /* plan, empty, loading, error */
  AdwStatusPage *error_page;
  GtkDropDown *plan_drop;
  GtkLabel *subtitle_label;
  GtkStackSwitcher *switcher;
  GtkStack *tabs;
  GtkWidget *details_button;
  GMenu *view_menu;
  GMenu *row_menu; /* of the first two parts of the menu over all tabs */
  GtkWidget *desk;
  StreekPlanTreeView *tree_view;
  StreekGroupView *group_view;

  StreekContext *context;
  StreekRecordBook *book;
  GArray *pacts; /* gint64, as the drop-down has them */
  gint64 pact;   /* 0: none */
  gboolean is_filling;
};

enum
{
  PROP_0,
  PROP_STOP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekPlansPage,
                               streek_plans_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

/* The tabs beside the tree */

static StreekMatrix *
make_frames (const StreekRecordView *view, gint64 pact, GError **error)
{
  return streek_frame_matrix_new (view, pact, 0, error);
}

static const StreekRecordEmpty no_timeline = {
  .title = N_ ("Nothing to Put Along a Line of Time"),
  .description = N_ ("Goals and actions of this plan come here, each with its timing."),
  .owner_field = -1,
};

static const StreekRecordEmpty no_obligations = {
  .title = N_ ("No Obligations"),
  .description = N_ ("What has to happen every year, or at least once, is held here against the "
                     "actions of the plan; a year without one shows red."),
  .button = N_ ("Add an _Obligation…"),
  .kind = &streek_obligation_kind,
  .owner_field = STREEK_OBLIGATION_PACT,
};

static const StreekRecordEmpty no_frames = {
  .title = N_ ("No Policy Frames"),
  .description = N_ ("Fields of action and objectives that others lay down come here as columns, "
                     "also those that no action serves."),
  .button = N_ ("Add a Policy _Frame…"),
  .kind = &streek_policy_frame_kind,
  .owner_field = -1,
};

static const StreekRecordEmpty no_concordance = {
  .title = N_ ("No Other Plans to Compare With"),
  .description = N_ ("A policy frame of the kind “another plan” comes here as a column, with the "
                     "codes that each action has there."),
  .button = N_ ("Add a Policy _Frame…"),
  .kind = &streek_policy_frame_kind,
  .owner_field = -1,
};

static const StreekRecordEmpty no_instruments = {
  .title = N_ ("No Instruments"),
  .description = N_ ("With what the actions of this plan are done comes here, and how often: "
                     "consultation, a study, a project. An instrument is a part of an action."),
  .owner_field = -1,
};

static const StreekRecordEmpty no_adjustments = {
  .title = N_ ("No Adjustments"),
  .description =
    N_ ("What is changed in this plan on the way comes here, chapter by chapter: the old "
        "words, the new ones, why, and who decided."),
  .button = N_ ("Add an A_djustment…"),
  .kind = &streek_adjustment_kind,
  .owner_field = STREEK_ADJUSTMENT_PACT,
};

static const StreekRecordEmpty no_criteria = {
  .title = N_ ("No Criteria"),
  .description =
    N_ ("What the touchstone of the plan asks becomes columns here; actions are scored "
        "on each and come in the order of their means. Scores are parts of an action."),
  .button = N_ ("Add a _Criterion…"),
  .kind = &streek_criterion_kind,
  .owner_field = STREEK_CRITERION_PACT,
};

/* The actions of the tree are for its own tab alone; these hand them on from the menu over all
 * tabs, and are enabled where those are. */
static const struct
{
  const char *name;
  const char *of_tree;
} tree_actions[] = {
  { "plans.add", "plan.add" },
  { "plans.add-below", "plan.add-below" },
  { "plans.open", "plan.open" },
  { "plans.edit-cell", "plan.edit-cell" },
  { "plans.cut", "plan.cut" },
  { "plans.copy", "plan.copy" },
  { "plans.paste", "plan.paste" },
  { "plans.up", "plan.up" },
  { "plans.down", "plan.down" },
  { "plans.in", "plan.in" },
  { "plans.out", "plan.out" },
  { "plans.status", "plan.status" },
  { "plans.change-field", "plan.change-field" },
  { "plans.add-update", "plan.add-update" },
  { "plans.remove", "plan.delete" },
};

static void
on_tree (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (tree_actions); i++)
    if (g_str_equal (tree_actions[i].name, name))
      {
        gtk_widget_activate_action_variant (GTK_WIDGET (self->tree_view), tree_actions[i].of_tree,
                                            parameter);
        return;
      }
}

/* One of the target groups, of whichever plan. */
static void
on_group (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  gtk_stack_set_visible_child_name (self->tabs, "groups");
  streek_group_view_show (self->group_view, g_variant_get_int64 (parameter));
}

/* What is chosen in the tree is not to be deleted by somebody who looks at something else. */
static void
update_tree_actions (StreekPlansPage *self)
{
  gboolean is_seen = gtk_stack_get_visible_child (self->tabs) == self->desk;

  gtk_widget_set_sensitive (self->details_button, is_seen);

  for (gsize i = 0; i < G_N_ELEMENTS (tree_actions); i++)
    gtk_widget_action_set_enabled (
      GTK_WIDGET (self), tree_actions[i].name,
      is_seen && streek_plan_tree_view_can (self->tree_view, tree_actions[i].of_tree));
}

static void
add_tab (StreekPlansPage *self, const char *name, const char *title, GtkWidget *page)
{
  gtk_stack_add_titled (self->tabs, page, name, title);
}

/* What is dragged hangs over the tab first; held there, it opens. */
static GtkWidget *
find_tab_button (StreekPlansPage *self, GtkWidget *page)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->switcher));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tabs));
       child != page && button != NULL; child = gtk_widget_get_next_sibling (child))
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static void
add_tabs (StreekPlansPage *self)
{
  GtkWidget *desk = streek_plan_desk_new (self->book), *year;

  self->desk = desk;
  self->tree_view = streek_plan_desk_get_tree (STREEK_PLAN_DESK (desk));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  streek_plan_tree_view_get_columns_group (self->tree_view));
  g_menu_append_submenu (self->view_menu, _ ("Colu_mns of the Tree"),
                         streek_plan_tree_view_get_columns_menu (self->tree_view));
  streek_plan_tree_view_set_menu (self->tree_view, G_MENU_MODEL (self->row_menu));
  g_object_bind_property (desk, "details", self->details_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->tree_view, "chosen", G_CALLBACK (update_tree_actions), self,
                           G_CONNECT_SWAPPED);
  add_tab (self, "tree", C_ ("plan tab", "Tree"), desk);
  year = streek_year_page_new (self->book);
  add_tab (self, "year", C_ ("plan tab", "Year Programme"), year);
  add_tab (self, "progress", C_ ("plan tab", "Progress"), streek_progress_page_new (self->book));
  add_tab (self, "timeline", C_ ("plan tab", "Timeline"),
           streek_record_figure_new_timeline (self->book, streek_plan_timeline_new, &no_timeline));
  add_tab (
    self, "obligations", C_ ("plan tab", "Obligations"),
    streek_record_figure_new_matrix (self->book, streek_obligation_matrix_new, &no_obligations));
  add_tab (self, "frames", C_ ("plan tab", "Policy Frames"),
           streek_record_figure_new_matrix (self->book, make_frames, &no_frames));
  add_tab (
    self, "concordance", C_ ("plan tab", "Concordance"),
    streek_record_figure_new_matrix (self->book, streek_concordance_matrix_new, &no_concordance));
  add_tab (
    self, "instruments", C_ ("plan tab", "Instruments"),
    streek_record_figure_new_matrix (self->book, streek_instrument_matrix_new, &no_instruments));
  add_tab (self, "swot", C_ ("plan tab", "SWOT"), streek_swot_page_new (self->book));
  add_tab (self, "priorities", C_ ("plan tab", "Priorities"),
           streek_record_figure_new_matrix (self->book, streek_score_matrix_new, &no_criteria));
  add_tab (
    self, "adjustments", C_ ("plan tab", "Adjustments"),
    streek_record_figure_new_matrix (self->book, streek_adjustment_matrix_new, &no_adjustments));
  self->group_view = STREEK_GROUP_VIEW (streek_group_view_new (self->book));
  add_tab (self, "groups", C_ ("plan tab", "Target Groups"), GTK_WIDGET (self->group_view));
  add_tab (self, "registers", C_ ("plan tab", "Registers"),
           streek_plan_registers_new (self->context));
  add_tab (self, "roles", C_ ("plan tab", "Roles"), streek_roles_page_new (self->book));
  streek_year_drop_add (year, STREEK_YEAR_PAGE (year), self->tree_view);
  streek_year_drop_add (find_tab_button (self, year), STREEK_YEAR_PAGE (year), self->tree_view);
}

static void
tell_tabs (StreekPlansPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STREEK_IS_RECORD_FIGURE (child))
      streek_record_figure_set_subject (STREEK_RECORD_FIGURE (child), self->pact);
    else if (STREEK_IS_YEAR_PAGE (child))
      streek_year_page_set_pact (STREEK_YEAR_PAGE (child), self->pact);
    else if (STREEK_IS_PROGRESS_PAGE (child))
      streek_progress_page_set_pact (STREEK_PROGRESS_PAGE (child), self->pact);
    else if (STREEK_IS_ROLES_PAGE (child))
      streek_roles_page_set_pact (STREEK_ROLES_PAGE (child), self->pact);
    else if (STREEK_IS_SWOT_PAGE (child))
      streek_swot_page_set_pact (STREEK_SWOT_PAGE (child), self->pact);

  streek_plan_tree_view_set_pact (self->tree_view, self->pact);
  streek_plan_registers_set_pact (gtk_stack_get_child_by_name (self->tabs, "registers"),
                                  self->pact);
}

/* Which plan */

static void
update_subtitle (StreekPlansPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekRecord *pact = streek_record_book_find (self->book, &streek_pact_kind, self->pact);
  static const guint fields[] = { STREEK_PACT_KIND, STREEK_PACT_AREA, STREEK_PACT_STARTS,
                                  STREEK_PACT_ENDS, STREEK_PACT_STATUS };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; pact != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *word = streek_record_view_dup_text (view, pact, fields[i]);
      const char *joint = fields[i] == STREEK_PACT_ENDS ? "–" : " · ";

      if (*word != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? joint : "", word);
    }

  gtk_label_set_text (self->subtitle_label, text->str);
}

/* The title is the plan's. */
static void
update_year_title (StreekPlansPage *self)
{
  const StreekRecord *pact = streek_record_book_find (self->book, &streek_pact_kind, self->pact);
  const char *name =
    pact != NULL ? streek_record_get_text (pact, STREEK_PACT_PROGRAMME_NAME) : NULL;
  GtkWidget *year = gtk_stack_get_child_by_name (self->tabs, "year");

  gtk_stack_page_set_title (gtk_stack_get_page (self->tabs, year),
                            name != NULL ? name : C_ ("plan tab", "Year Programme"));
}

static void
set_pact (StreekPlansPage *self, gint64 pact)
{
  self->pact = pact;
  update_year_title (self);
  tell_tabs (self);
  update_subtitle (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plans.edit", pact != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plans.export", pact != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plans.delete",
                                 pact != 0 && streek_context_can_write (self->context));
}

static void
on_plan_chosen_cb (StreekPlansPage *self)
{
  guint position = gtk_drop_down_get_selected (self->plan_drop);

  if (!self->is_filling && position < self->pacts->len)
    set_pact (self, g_array_index (self->pacts, gint64, position));
}

static guint
find_position (StreekPlansPage *self, gint64 pact)
{
  for (guint i = 0; i < self->pacts->len; i++)
    if (g_array_index (self->pacts, gint64, i) == pact)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* Whichever is shown: there is one to go to. */
static void
show_pact (StreekPlansPage *self, gint64 pact)
{
  guint position = find_position (self, pact);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->plan_drop, position);
}

/* A plan that a search, a figure or the map leads to … */
static void
on_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  show_pact (self, g_variant_get_int64 (parameter));
  gtk_stack_set_visible_child_name (self->tabs, "tree");
}

/* … and a goal or an action in the tree of its plan. */
static void
on_item (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  const StreekRecord *item = streek_record_book_find (self->book, &streek_plan_item_kind, id);

  if (item == NULL)
    return;

  show_pact (self, streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT));
  gtk_stack_set_visible_child_name (self->tabs, "tree");
  streek_plan_tree_view_show (self->tree_view, id);
}

/* Plans by what they are called. */
static int
compare_pacts (gconstpointer a, gconstpointer b)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;

  return g_utf8_collate (streek_record_get_text (first, STREEK_PACT_TITLE),
                         streek_record_get_text (second, STREEK_PACT_TITLE));
}

static void
list_pacts (StreekPlansPage *self, StreekRecordView *view)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *pacts =
    streek_records_list (streek_record_view_get_records (view), &streek_pact_kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer) pacts[i]);

  g_ptr_array_sort (sorted, compare_pacts);
  g_array_set_size (self->pacts, 0);

  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 id = streek_record_get_id (sorted->pdata[i]);

      g_array_append_val (self->pacts, id);
      gtk_string_list_append (titles, streek_record_get_text (sorted->pdata[i], STREEK_PACT_TITLE));
    }

  gtk_drop_down_set_model (self->plan_drop, G_LIST_MODEL (titles));
}

static void
show_error (StreekPlansPage *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, words);
  gtk_stack_set_visible_child_name (self->pages, "error");
}

static void
on_book_changed_cb (StreekPlansPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  const GError *error = streek_record_book_get_error (self->book);

  if (view == NULL && error != NULL)
    show_error (self, error);
  else if (view == NULL)
    gtk_stack_set_visible_child_name (self->pages, "loading");

  if (view == NULL)
    return;

  self->is_filling = TRUE;
  list_pacts (self, view);

  guint position = find_position (self, self->pact);

  if (position == GTK_INVALID_LIST_POSITION && self->pacts->len > 0)
    position = 0;

  gtk_drop_down_set_selected (self->plan_drop, position);
  self->is_filling = FALSE;
  set_pact (self, self->pacts->len > 0 ? g_array_index (self->pacts, gint64, position) : 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plans.import",
                                 streek_context_can_write (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plans.new",
                                 streek_context_can_write (self->context));
  gtk_stack_set_visible_child_name (self->pages, self->pacts->len > 0 ? "plan" : "empty");
}

/* Actions */

static void
on_saved_cb (StreekPlansPage *self, gint64 id)
{
  self->pact = id; /* shown when the book is read again */
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);
  GtkWidget *window = streek_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                self->context, &streek_pact_kind, 0);

  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  gtk_window_present (GTK_WINDOW (streek_record_window_new (
    GTK_WINDOW (gtk_widget_get_root (widget)), self->context, &streek_pact_kind, self->pact)));
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  streek_record_command_delete (widget, self->book, &streek_pact_kind, &self->pact, 1);
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  streek_plan_import_file (widget, self->book, self->pact, G_CALLBACK (on_saved_cb));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (widget);

  streek_plan_export_file (widget, self->book, self->pact);
}

/* "PLAN/TAB/GROUP/ITEM": what is shown, for the way back. */
static char *
dup_stop (StreekPlansPage *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                          self->pact, gtk_stack_get_visible_child_name (self->tabs),
                          streek_group_view_get_group (self->group_view),
                          streek_plan_tree_view_get_chosen (self->tree_view));
}

static void
return_to (StreekPlansPage *self, const char *stop)
{
  g_auto (GStrv) parts = g_strsplit (stop, "/", 4);

  if (g_strv_length (parts) != 4)
    return;

  gint64 group = g_ascii_strtoll (parts[2], NULL, 10);
  gint64 item = g_ascii_strtoll (parts[3], NULL, 10);

  show_pact (self, g_ascii_strtoll (parts[0], NULL, 10));
  gtk_stack_set_visible_child_name (self->tabs, parts[1]);
  if (strcmp (parts[1], "groups") == 0)
    streek_group_view_show (self->group_view, group);
  if (strcmp (parts[1], "tree") == 0 &&
      streek_record_book_find (self->book, &streek_plan_item_kind, item) != NULL)
    streek_plan_tree_view_show (self->tree_view, item);
}

static void
streek_plans_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STOP)
    g_value_take_string (value, dup_stop (STREEK_PLANS_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
streek_plans_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STOP)
    return_to (STREEK_PLANS_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static StreekPrintout *
streek_plans_page_dup_printout (StreekPrintable *printable)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (printable);
  GtkWidget *shown = gtk_stack_get_visible_child (self->tabs);

  return self->pact != 0 && STREEK_IS_PRINTABLE (shown)
           ? streek_printable_dup_printout (STREEK_PRINTABLE (shown))
           : NULL;
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_plans_page_dup_printout;
}

static void
streek_plans_page_dispose (GObject *object)
{
  StreekPlansPage *self = STREEK_PLANS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_PLANS_PAGE);
  g_clear_object (&self->book);
  g_clear_object (&self->context);
  g_clear_pointer (&self->pacts, g_array_unref);

  G_OBJECT_CLASS (streek_plans_page_parent_class)->dispose (object);
}

static void
streek_plans_page_class_init (StreekPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_plans_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = streek_plans_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = streek_plans_page_set_property;
  properties[PROP_STOP] =
    g_param_spec_string ("stop", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STREEK_TYPE_FOLD_ROW);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, pages);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, plan_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, details_button);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, view_menu);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, StreekPlansPage, tabs);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_chosen_cb);
  gtk_widget_class_install_action (widget_class, "plans.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "plans.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "plans.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "plans.plan", "x", on_plan);
  gtk_widget_class_install_action (widget_class, "plans.item", "x", on_item);
  gtk_widget_class_install_action (widget_class, "plans.group", "x", on_group);
  gtk_widget_class_install_action (widget_class, "plans.import", NULL, on_import);
  gtk_widget_class_install_action (widget_class, "plans.export", NULL, on_export);

  for (gsize i = 0; i < G_N_ELEMENTS (tree_actions); i++)
    gtk_widget_class_install_action (
      widget_class, tree_actions[i].name,
      g_str_equal (tree_actions[i].name, "plans.status") ? "s" : NULL, on_tree);
}

static void
streek_plans_page_init (StreekPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_drop_down_fold (self->plan_drop, 16);
  self->pacts = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
streek_plans_page_new (StreekContext *context)
{
  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekPlansPage *self = g_object_new (STREEK_TYPE_PLANS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->book = g_object_ref (streek_record_book_get (context));
  add_tabs (self);
  streek_tabs_keep_in_sight (self->switcher);
  update_tree_actions (self);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (update_tree_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}
