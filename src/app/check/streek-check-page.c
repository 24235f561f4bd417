/* streek-check-page.c: the section with what the rules find, and what people accept of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "check/streek-check-page.h"

#include "check/streek-accept-window.h"
#include "check/streek-check-figures.h"
#include "check/streek-check-row.h"
#include "check/streek-checker.h"
#include "print/streek-printable.h"
#include "streek-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekCheckPage
{
  GtkWidget parent_instance;

  GtkLabel *subtitle_label;
  GtkProgressBar *progress_bar;
  GtkStack *stack; /* checking, whole, findings, error */
  AdwStatusPage *whole_page;
  AdwStatusPage *error_page;
  GtkListView *list_view;
  GtkStack *detail; /* none, finding */
  GtkLabel *title_label;
  GtkLabel *severity_label;
  GtkLabel *message_label;
  GtkLabel *state_label;
  GtkLabel *explanation_label;
  GtkWidget *figures_scroller;
  GtkColumnView *figures_view;
  GtkButton *accept_button;
  GtkButton *withdraw_button;
  GtkButton *place_button;

  StreekContext *context;
  StreekChecker *checker;
  StreekCheckList *list; /* (nullable): what is shown */
  GtkSingleSelection *selection;
  char *chosen; /* (nullable): "rule key" of the finding that is shown */
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekCheckPage,
                               streek_check_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static char *
format_moment (gint64 microseconds, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, format);
}

/* (transfer full) (nullable) */
static StreekCheckRow *
get_selected_row (StreekCheckPage *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/* NULL: a heading, or nothing. */
static const StreekCheckEntry *
get_selected_entry (StreekCheckPage *self)
{
  g_autoptr (StreekCheckRow) row = get_selected_row (self);

  return row != NULL ? streek_check_row_get_entry (row) : NULL;
}

static char *
dup_id (const StreekCheckEntry *entry)
{
  return g_strjoin (" ", entry->rule->id, entry->finding->key, NULL);
}

/* Detail */

static char *
describe_state (const StreekCheckEntry *entry)
{
  if (entry->acceptance == NULL)
    return NULL;

  g_autofree char *day = NULL;
  int year, month, date;
  g_autofree char *iso = format_moment (entry->acceptance->made_at, "%Y-%m-%d");
  StreekDate on;

  if (sscanf (iso, "%d-%d-%d", &year, &month, &date) == 3)
    {
      on = streek_date_from_ymd (year, month, date);
      day = streek_format_date (streek_format_get_default (), on);
    }

  return g_strdup_printf (entry->state == STREEK_CHECK_LAPSED
                            /* Translators: %1$s is a person, %2$s a date, %3$s their reason. */
                            ? _ ("%1$s accepted this on %2$s (%3$s), but the figures have changed "
                                 "since.")
                            /* Translators: %1$s is a person, %2$s a date, %3$s their reason. */
                            : _ ("Accepted by %1$s on %2$s: %3$s"),
                          entry->acceptance->accepted_by, day != NULL ? day : iso,
                          entry->acceptance->reason);
}

static void
show_entry (StreekCheckPage *self, const StreekCheckEntry *entry)
{
  g_autofree char *state = describe_state (entry);
  gboolean is_accepted = entry->state == STREEK_CHECK_ACCEPTED;

  gtk_label_set_text (self->title_label, streek_rule_get_title (entry->rule));
  gtk_label_set_text (self->severity_label, streek_severity_get_label (entry->finding->severity));
  gtk_label_set_text (self->message_label, entry->finding->message);
  gtk_label_set_text (self->state_label, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), state != NULL);
  gtk_label_set_text (self->explanation_label, streek_rule_get_explanation (entry->rule));
  streek_check_figures_show (self->figures_view, entry->finding->figures);
  gtk_widget_set_visible (self->figures_scroller, entry->finding->figures != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->place_button), entry->finding->place != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), !is_accepted);
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw_button), is_accepted);
  gtk_stack_set_visible_child_name (self->detail, "finding");
}

static void
update_actions (StreekCheckPage *self, const StreekCheckEntry *entry)
{
  gboolean may_change = entry != NULL && streek_context_can_write (self->context);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "check.accept",
                                 may_change && entry->state != STREEK_CHECK_ACCEPTED);
  gtk_widget_action_set_enabled (widget, "check.withdraw",
                                 may_change && entry->state == STREEK_CHECK_ACCEPTED);
  gtk_widget_action_set_enabled (widget, "check.open",
                                 entry != NULL && entry->finding->place != NULL);
}

static void
on_selected_cb (StreekCheckPage *self)
{
  const StreekCheckEntry *entry = get_selected_entry (self);

  update_actions (self, entry);

  if (entry == NULL)
    {
      gtk_stack_set_visible_child_name (self->detail, "none");
      return;
    }

  g_free (self->chosen);
  self->chosen = dup_id (entry);
  show_entry (self, entry);
}

/* List */

static GListModel *
list_children (gpointer item, gpointer user_data)
{
  GListModel *children = streek_check_row_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

/* Open findings are seen at once, those that were accepted when they are asked for. */
static void
expand_rows (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (StreekCheckRow) item = gtk_tree_list_row_get_item (row);

      if (!streek_check_row_is_accepted (item) && streek_check_row_get_children (item) != NULL)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/* The finding that was shown before, else the first one. */
static guint
find_row_to_select (StreekCheckPage *self, GListModel *rows)
{
  guint first = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (StreekCheckRow) item = gtk_tree_list_row_get_item (row);
      const StreekCheckEntry *entry = streek_check_row_get_entry (item);

      if (entry == NULL)
        continue;

      g_autofree char *id = dup_id (entry);

      if (g_strcmp0 (id, self->chosen) == 0)
        return i;
      if (first == GTK_INVALID_LIST_POSITION)
        first = i;
    }

  return first;
}

static void
show_list (StreekCheckPage *self, StreekCheckList *list)
{
  g_autoptr (GtkTreeListModel) tree = gtk_tree_list_model_new (
    streek_check_row_list_roots (list), FALSE, FALSE, list_children, NULL, NULL);

  g_clear_pointer (&self->list, streek_check_list_unref);
  self->list = streek_check_list_ref (list);
  expand_rows (G_LIST_MODEL (tree));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  gtk_single_selection_set_selected (self->selection,
                                     find_row_to_select (self, G_LIST_MODEL (tree)));
  on_selected_cb (self);
}

static char *
describe_list (const StreekCheckList *list)
{
  guint n_open = streek_check_list_count_open (list);
  guint n_accepted = streek_check_list_get_n_entries (list) - n_open;
  g_autofree char *time = format_moment (streek_check_list_get_checked_at (list), "%H:%M");
  g_autofree char *open =
    g_strdup_printf (ngettext ("%u finding is open.", "%u findings are open.", n_open), n_open);
  g_autofree char *accepted =
    g_strdup_printf (ngettext ("%u was accepted.", "%u were accepted.", n_accepted), n_accepted);
  /* Translators: %s is a time of the day. */
  g_autofree char *checked = g_strdup_printf (_ ("Last checked at %s."), time);

  return n_accepted > 0 ? g_strjoin (" ", open, accepted, checked, NULL)
                        : g_strjoin (" ", open, checked, NULL);
}

static const char *
pick_page (StreekCheckPage *self, const StreekCheckList *list)
{
  if (streek_checker_get_error (self->checker) != NULL)
    return "error";
  if (list == NULL)
    return "checking";

  return streek_check_list_get_n_entries (list) > 0 ? "findings" : "whole";
}

static void
on_checker_changed_cb (StreekCheckPage *self)
{
  StreekCheckList *list = streek_checker_get_list (self->checker);
  const GError *error = streek_checker_get_error (self->checker);
  double progress = streek_checker_get_progress (self->checker);
  g_autofree char *subtitle = list != NULL ? describe_list (list) : g_strdup ("");

  gtk_progress_bar_set_fraction (self->progress_bar, progress);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress_bar), progress < 1 ? 1 : 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.stop", progress < 1);
  gtk_label_set_text (self->subtitle_label, subtitle);

  if (error != NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, words);
    }

  if (list != NULL && list != self->list)
    {
      g_autofree char *time = format_moment (streek_check_list_get_checked_at (list), "%H:%M");
      g_autofree char *words = g_strdup_printf (_ ("Last checked at %s."), time);

      adw_status_page_set_description (self->whole_page, words);
      show_list (self, list);
    }

  gtk_stack_set_visible_child_name (self->stack, pick_page (self, list));
}

static void
on_setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new (), *label = gtk_label_new (NULL), *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "badge");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (StreekCheckRow) row = gtk_tree_list_row_get_item (tree_row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *icon = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  GtkWidget *count = gtk_widget_get_next_sibling (label);
  gboolean is_heading = streek_check_row_get_children (row) != NULL;
  const char *icon_name = streek_check_row_get_icon_name (row);
  g_autofree char *number = g_strdup_printf ("%u", streek_check_row_get_count (row));

  gtk_tree_expander_set_list_row (expander, tree_row);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_name);
  gtk_widget_set_visible (icon, icon_name != NULL);
  gtk_widget_set_tooltip_text (icon, streek_check_row_get_meaning (row));
  gtk_label_set_text (GTK_LABEL (label), streek_check_row_get_title (row));
  gtk_label_set_text (GTK_LABEL (count), number);
  gtk_widget_set_visible (count, is_heading);

  if (is_heading)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");

  if (icon_name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    streek_check_row_get_meaning (row), -1);
}

/* Commands */

static void
on_command_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekCheckPage) self = user_data; /* the reference taken when it was sent */
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!streek_store_run_command_finish (STREEK_STORE (source), result, &error) &&
      STREEK_IS_WINDOW (root))
    streek_window_toast (STREEK_WINDOW (root), _ ("This could not be saved."), error);
}

static void
accept (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekCheckPage *self = STREEK_CHECK_PAGE (widget);
  const StreekCheckEntry *entry = get_selected_entry (self);

  if (entry != NULL)
    gtk_window_present (GTK_WINDOW (
      streek_accept_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                streek_context_get_workspace (self->context), self->list, entry)));
}

static void
withdraw (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekCheckPage *self = STREEK_CHECK_PAGE (widget);
  const StreekCheckEntry *entry = get_selected_entry (self);

  if (entry != NULL)
    streek_checks_withdraw_async (streek_context_get_workspace (self->context), entry,
                                  on_command_done_cb, g_object_ref (self));
}

static void
open_place (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const StreekCheckEntry *entry = get_selected_entry (STREEK_CHECK_PAGE (widget));

  if (entry != NULL && entry->finding->place != NULL)
    gtk_widget_activate_action (widget, "win.go-to", "s", entry->finding->place);
}

static void
check_again (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  streek_checker_start (STREEK_CHECK_PAGE (widget)->checker);
}

static void
stop (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekCheckPage *self = STREEK_CHECK_PAGE (widget);

  streek_checker_stop (self->checker);
  on_checker_changed_cb (self);
}

/* Enter opens what a finding is about, and folds a heading. */
static void
on_activated_cb (StreekCheckPage *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (StreekCheckRow) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (item != NULL && streek_check_row_get_children (item) != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "check.open", NULL);
}

/* Paper */

static void
add_print_row (StreekTable *table, const StreekCheckEntry *entry)
{
  static const char *const states[] = { NC_ ("finding", "open"), NC_ ("finding", "accepted"),
                                        NC_ ("finding", "open again") };
  guint row = streek_table_add_row (table);

  streek_table_set_text (table, row, 0, streek_severity_get_label (entry->finding->severity));
  streek_table_set_text (table, row, 1, streek_rule_get_title (entry->rule));
  streek_table_set_text (table, row, 2, entry->finding->message);
  streek_table_set_text (table, row, 3,
                         g_dpgettext2 (GETTEXT_PACKAGE, "finding", states[entry->state]));
  if (entry->acceptance != NULL)
    streek_table_set_text (table, row, 4, entry->acceptance->reason);
  streek_table_set_text (table, row, 5, entry->rule->id);
  streek_table_set_text (table, row, 6, entry->finding->key);
}

static StreekTable *
make_print_table (const StreekCheckList *list)
{
  const struct
  {
    const char *id;
    const char *title;
  } columns[] = {
    { "severity", C_ ("column", "Severity") }, { "rule", C_ ("column", "Rule") },
    { "finding", C_ ("column", "Finding") },   { "state", C_ ("column", "State") },
    { "reason", C_ ("column", "Reason") },     { "id", C_ ("column", "Code of the rule") },
    { "key", C_ ("column", "Key") },
  };
  StreekTable *table = streek_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    streek_table_add_column (table, columns[i].id, columns[i].title, STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < streek_check_list_get_n_entries (list); i++)
    add_print_row (table, streek_check_list_get_entry (list, i));

  return table;
}

static StreekPrintout *
dup_printout (StreekPrintable *printable)
{
  static const char *const columns[] = { "severity", "finding", "state", "reason", NULL };
  StreekCheckPage *self = STREEK_CHECK_PAGE (printable);

  if (self->list == NULL || streek_check_list_get_n_entries (self->list) == 0)
    return NULL;

  g_autoptr (StreekTable) table = make_print_table (self->list);
  g_autofree char *context = describe_list (self->list);
  StreekSheetWords words = { (char *) C_ ("section", "Checks"), context, NULL, NULL };

  return streek_printout_new_table (table, columns, &words);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = dup_printout;
}

/* Class */

static void
streek_check_page_dispose (GObject *object)
{
  StreekCheckPage *self = STREEK_CHECK_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->checker);
  g_clear_object (&self->context);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->list, streek_check_list_unref);
  g_clear_pointer (&self->chosen, g_free);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (streek_check_page_parent_class)->dispose (object);
}

static void
streek_check_page_class_init (StreekCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_check_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-check-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, whole_page);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, detail);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, severity_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, figures_scroller);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, figures_view);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckPage, place_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated_cb);
  gtk_widget_class_install_action (widget_class, "check.accept", NULL, accept);
  gtk_widget_class_install_action (widget_class, "check.withdraw", NULL, withdraw);
  gtk_widget_class_install_action (widget_class, "check.open", NULL, open_place);
  gtk_widget_class_install_action (widget_class, "check.again", NULL, check_again);
  gtk_widget_class_install_action (widget_class, "check.stop", NULL, stop);
}

static void
streek_check_page_init (StreekCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
streek_check_page_new (StreekContext *context)
{
  StreekCheckPage *self = g_object_new (STREEK_TYPE_CHECK_PAGE, NULL);

  self->context = g_object_ref (context);
  self->checker = g_object_ref (streek_checker_get (context));
  g_signal_connect_object (self->checker, "changed", G_CALLBACK (on_checker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_checker_changed_cb (self);
  on_selected_cb (self);

  return GTK_WIDGET (self);
}
