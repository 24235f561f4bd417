/* streek-year-page.c: the tab with year programmes: what a body does in a year, and covers of its
 * plans */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-year-page.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-year-plan.h"
#include "plan/streek-year-programme.h"
#include "plans/streek-carry-over-button.h"
#include "print/streek-printable.h"
#include "record/streek-record-command.h"
#include "record/streek-record-figure.h"
#include "record/streek-record-window.h"
#include "streek-drop-down.h"
#include "streek-fold-row.h"
#include "streek-seen.h"
#include "workspace/streek-plan-matrices.h"
#include "workspace/streek-plan-timelines.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _StreekYearPage
{
  GtkWidget parent_instance;

  GtkStack *pages; /* programme, empty */
  GtkDropDown *programme_drop;
  GtkDropDown *chapter_drop;
  GtkInfoBar *unfinished_bar;
  GtkLabel *unfinished_label;
  StreekCarryOverButton *carry_over_button;
  GtkStack *views; /* board, timeline, coverage */
  GtkListBox *coverage_list;
  GtkLabel *coverage_label;
  GtkWidget *board;
  GtkWidget *timeline;

  StreekRecordBook *book;
  GArray *programmes; /* gint64, as the drop-down has them */
  GArray *chapters;   /* gint64, as the drop-down has them; the first is 0: all */
  gint64 programme;   /* 0: none */
  gint64 pact;        /* that is shown beside it, 0: none */
  gboolean is_filling;
};

static void printable_iface_init (StreekPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekYearPage,
                               streek_year_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STREEK_TYPE_PRINTABLE, printable_iface_init))

static const StreekRecordEmpty no_actions = {
  .title = N_ ("Nothing in This Year Yet"),
  .description =
    N_ ("Under Coverage, take over actions of the plans; or add one of the year itself, "
        "which is ad hoc."),
  .button = N_ ("Add an _Action…"),
  .kind = &streek_year_action_kind,
  .owner_field = STREEK_YEAR_ACTION_PROGRAMME,
};

static StreekRecords *
get_records (StreekYearPage *self)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);

  return view != NULL ? streek_record_view_get_records (view) : NULL;
}

static const StreekRecord *
find_programme (StreekYearPage *self)
{
  return streek_record_book_find (self->book, &streek_year_programme_kind, self->programme);
}

static gboolean
can_write (StreekYearPage *self)
{
  return streek_context_can_write (streek_record_book_get_context (self->book));
}

static gint64
get_item_at (const GArray *ids, GtkDropDown *drop)
{
  guint position = gtk_drop_down_get_selected (drop);

  return position < ids->len ? g_array_index (ids, gint64, position) : 0;
}

/* What was not finished */

static void
update_unfinished (StreekYearPage *self)
{
  const StreekRecord *programme = find_programme (self);
  g_autoptr (GPtrArray) unfinished =
    programme != NULL ? streek_year_plan_list_unfinished (get_records (self), programme) : NULL;
  guint n = unfinished != NULL ? unfinished->len : 0;

  if (n > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u action of the year before is not finished.",
                                   "%u actions of the year before are not finished.", n),
                         n);

      gtk_label_set_text (self->unfinished_label, text);
      streek_carry_over_button_set_actions (self->carry_over_button, unfinished,
                                            get_records (self));
    }

  gtk_info_bar_set_revealed (self->unfinished_bar, n > 0 && can_write (self));
}

static void
on_carry_over_cb (StreekYearPage *self, const GArray *ids)
{
  const StreekRecord *programme = find_programme (self);

  if (programme == NULL)
    return;

  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  StreekRecordChanges *changes = streek_record_changes_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const StreekRecord *action = streek_record_book_find (self->book, &streek_year_action_kind,
                                                            g_array_index (ids, gint64, i));

      if (action != NULL)
        g_ptr_array_add (chosen, (gpointer) action);
    }

  streek_year_plan_carry_over (changes, get_records (self), programme, chosen);
  /* Translators: a command as undo names it; %u is how many actions. */
  streek_record_command_run (GTK_WIDGET (self), self->book, changes, N_ ("Carry over actions (%u)"),
                             g_variant_new ("(u)", chosen->len), NULL);
}

/* Coverage */

static void
on_take_cb (GtkButton *button, StreekYearPage *self)
{
  const gint64 *item = g_object_get_data (G_OBJECT (button), "item");
  const StreekRecord *programme = find_programme (self);
  const StreekRecord *record = streek_record_book_find (self->book, &streek_plan_item_kind, *item);

  if (programme == NULL || record == NULL)
    return;

  StreekRecordChanges *changes = streek_record_changes_new ();
  gint64 id = streek_year_plan_add (changes, get_records (self), programme, record);

  streek_record_command_run_for (GTK_WIDGET (self), self->book, changes, &streek_year_action_kind,
                                 id, STREEK_RECORD_ADDED);
}

static void
on_row_activated_cb (StreekYearPage *self, GtkListBoxRow *row)
{
  const gint64 *item = g_object_get_data (G_OBJECT (row), "item");

  if (item != NULL)
    streek_record_open (GTK_WIDGET (self), streek_record_book_get_context (self->book),
                        &streek_plan_item_kind, *item);
}

static char *
describe_coverage (const StreekYearCoverage *coverage, const StreekRecordView *view)
{
  GString *text = g_string_new (NULL);
  guint n = coverage->year_actions->len;

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *action = coverage->year_actions->pdata[i];
      g_autofree char *title =
        streek_record_dup_title (action, streek_record_view_get_records (view));
      g_autofree char *status =
        streek_record_view_dup_text (view, action, STREEK_YEAR_ACTION_STATUS);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", title);
      if (streek_item_is_called_off (action, STREEK_YEAR_ACTION_STATUS))
        g_string_append_printf (text, " (%s)", status);
    }

  if (n == 0)
    g_string_append (text, _ ("Not in this programme"));

  if (coverage->is_action)
    return g_string_free (text, FALSE);

  g_autofree char *titles = g_string_free (text, FALSE);

  /* a chapter is no action that could be covered: it only has what hangs on it */
  return g_strdup_printf (
    /* Translators: %1$u actions of a year hang on a chapter or goal itself, and %2$s are they. */
    ngettext ("%1$u action of the year on this heading: %2$s",
              "%1$u actions of the year on this heading: %2$s", n),
    n, titles);
}

static GtkWidget *
new_take_button (StreekYearPage *self, gint64 item, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Take Over"));
  /* Translators: %s is an action of a plan. */
  g_autofree char *name = g_strdup_printf (_ ("Take “%s” over into this year"), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "item", g_memdup2 (&item, sizeof item), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_cb), self, 0);

  return button;
}

static GtkWidget *
new_coverage_row (StreekYearPage *self, const StreekYearCoverage *coverage)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 item = streek_record_get_id (coverage->item);
  g_autofree char *label = streek_plan_item_dup_label (coverage->item);
  g_autofree char *carried = describe_coverage (coverage, streek_record_book_get_view (self->book));
  g_autofree char *title = g_markup_escape_text (label, -1);
  g_autofree char *subtitle = g_markup_escape_text (carried, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_memdup2 (&item, sizeof item), g_free);

  if (coverage->is_covered)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("object-select-symbolic"));
  else if (coverage->year_actions->len == 0 && can_write (self))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_take_button (self, item, label));

  return row;
}

static GtkWidget *
new_ad_hoc_row (const StreekRecord *action, const StreekRecords *records)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = streek_record_dup_title (action, records);
  g_autofree char *title = g_markup_escape_text (label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Ad hoc: of no plan"));

  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
update_coverage_label (StreekYearPage *self, const GPtrArray *coverage, guint n_ad_hoc)
{
  guint n_called_off, n_actions;
  guint n_covered = streek_year_plan_count_covered (coverage, &n_called_off, &n_actions);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_actions == 0)
    g_string_append (text, _ ("No plan of this body, or of an area that it covers, has open "
                              "actions in this year."));
  else
    g_string_append_printf (text,
                            ngettext ("%1$u of %2$u action of the plans is in this programme.",
                                      "%1$u of %2$u actions of the plans are in this programme.",
                                      n_actions),
                            n_covered, n_actions);

  if (n_called_off > 0)
    {
      g_autofree char *off =
        g_strdup_printf (ngettext ("%u more is only in it as dropped or postponed.",
                                   "%u more are only in it as dropped or postponed.", n_called_off),
                         n_called_off);

      g_string_append_printf (text, " %s", off);
    }

  if (n_ad_hoc > 0)
    {
      g_autofree char *loose = g_strdup_printf (
        ngettext ("%u action is ad hoc.", "%u actions are ad hoc.", n_ad_hoc), n_ad_hoc);

      g_string_append_printf (text, " %s", loose);
    }

  gtk_label_set_text (self->coverage_label, text->str);
}

static void
update_coverage (StreekYearPage *self)
{
  const StreekRecord *programme = find_programme (self);
  StreekRecordView *view = streek_record_book_get_view (self->book);

  clear_list (self->coverage_list);

  if (programme == NULL || view == NULL)
    return;

  gint64 chapter = get_item_at (self->chapters, self->chapter_drop);
  g_autoptr (GPtrArray) coverage = streek_year_plan_list_coverage (view, programme, chapter);
  g_autoptr (GPtrArray) ad_hoc = streek_year_plan_list_ad_hoc (get_records (self), self->programme);

  for (guint i = 0; i < coverage->len; i++)
    gtk_list_box_append (self->coverage_list, new_coverage_row (self, coverage->pdata[i]));

  for (guint i = 0; chapter == 0 && i < ad_hoc->len; i++)
    gtk_list_box_append (self->coverage_list,
                         new_ad_hoc_row (ad_hoc->pdata[i], get_records (self)));

  update_coverage_label (self, coverage, chapter == 0 ? ad_hoc->len : 0);
}

/* Chapters: what stands at the top of the plans */

static void
add_chapters (StreekYearPage *self, GtkStringList *names, gint64 pact)
{
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (get_records (self), pact);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      gint64 id = streek_record_get_id (node->item);

      if (node->depth > 0 || node->is_action)
        continue;

      g_autofree char *label = streek_plan_item_dup_label (node->item);

      g_array_append_val (self->chapters, id);
      gtk_string_list_append (names, label);
    }
}

static void
list_chapters (StreekYearPage *self)
{
  const StreekRecord *programme = find_programme (self);
  gint64 before = get_item_at (self->chapters, self->chapter_drop), all = 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;

  g_array_set_size (self->chapters, 0);
  g_array_append_val (self->chapters, all);
  gtk_string_list_append (names, _ ("All chapters"));

  g_autoptr (GPtrArray) pacts =
    programme != NULL
      ? streek_year_plan_list_pacts (streek_record_book_get_view (self->book), programme)
      : g_ptr_array_new ();

  for (guint i = 0; i < pacts->len; i++)
    add_chapters (self, names, streek_record_get_id (pacts->pdata[i]));

  for (guint i = 0; i < self->chapters->len; i++)
    if (g_array_index (self->chapters, gint64, i) == before)
      position = i;

  gtk_drop_down_set_model (self->chapter_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chapter_drop, position);
}

static void
on_chapter_chosen_cb (StreekYearPage *self)
{
  if (!self->is_filling)
    update_coverage (self);
}

/* Which programme */

static void
set_programme (StreekYearPage *self, gint64 programme)
{
  gboolean filling = self->is_filling;

  self->programme = programme;
  self->is_filling = TRUE;
  list_chapters (self);
  self->is_filling = filling;
  streek_record_figure_set_subject (STREEK_RECORD_FIGURE (self->board), programme);
  streek_record_figure_set_subject (STREEK_RECORD_FIGURE (self->timeline), programme);
  update_unfinished (self);
  update_coverage (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "year.edit", programme != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "year.add", programme != 0 && can_write (self));
}

static void
on_programme_chosen_cb (StreekYearPage *self)
{
  if (!self->is_filling)
    set_programme (self, get_item_at (self->programmes, self->programme_drop));
}

/* The newest first, then by their titles. */
static int
compare_programmes (gconstpointer a, gconstpointer b)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;
  gint64 one = streek_record_get_integer (first, STREEK_YEAR_PROGRAMME_YEAR);
  gint64 other = streek_record_get_integer (second, STREEK_YEAR_PROGRAMME_YEAR);

  if (one != other)
    return one > other ? -1 : 1;

  return g_utf8_collate (streek_record_get_text (first, STREEK_YEAR_PROGRAMME_TITLE),
                         streek_record_get_text (second, STREEK_YEAR_PROGRAMME_TITLE));
}

static guint
list_programmes (StreekYearPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n, position = 0;
  const StreekRecord *const *all =
    streek_records_list (get_records (self), &streek_year_programme_kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer) all[i]);

  g_ptr_array_sort (sorted, compare_programmes);
  g_array_set_size (self->programmes, 0);

  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 id = streek_record_get_id (sorted->pdata[i]);

      if (id == self->programme)
        position = i;

      g_array_append_val (self->programmes, id);
      gtk_string_list_append (
        titles, streek_record_get_text (sorted->pdata[i], STREEK_YEAR_PROGRAMME_TITLE));
    }

  gtk_drop_down_set_model (self->programme_drop, G_LIST_MODEL (titles));

  return position;
}

static void
fill (GtkWidget *widget)
{
  StreekYearPage *self = STREEK_YEAR_PAGE (widget);

  if (get_records (self) == NULL)
    return;

  self->is_filling = TRUE;

  guint position = list_programmes (self);

  gtk_drop_down_set_selected (self->programme_drop, position);
  self->is_filling = FALSE;
  set_programme (self, position < self->programmes->len
                         ? g_array_index (self->programmes, gint64, position)
                         : 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "year.new", can_write (self));
  gtk_stack_set_visible_child_name (self->pages, self->programmes->len > 0 ? "programme" : "empty");
}

/* Its lists are long, and a year is seen now and then. */
static void
on_book_changed_cb (StreekYearPage *self)
{
  streek_renew_when_seen (GTK_WIDGET (self), fill);
}

/* Actions */

static void
on_saved_cb (StreekYearPage *self, gint64 id)
{
  self->programme = id; /* shown when the book is read again */
}

/* Whose next programme it is likely to be: the body of the plan that is shown, else that of the
 * programme. 0: nobody's */
static gint64
find_body (StreekYearPage *self)
{
  const StreekRecord *pact = streek_record_book_find (self->book, &streek_pact_kind, self->pact);
  const StreekRecord *programme = find_programme (self);
  gint64 body = pact != NULL ? streek_record_get_reference (pact, STREEK_PACT_BODY) : 0;

  return body == 0 && programme != NULL
           ? streek_record_get_reference (programme, STREEK_YEAR_PROGRAMME_BODY)
           : body;
}

static void
preset (StreekYearPage *self, StreekRecordWindow *window, gint64 body)
{
  int next;
  g_autofree char *title =
    streek_year_plan_propose (streek_record_book_get_view (self->book), body, &next);
  g_autofree char *year = g_strdup_printf ("%d", next);

  streek_record_window_preset_reference (window, STREEK_YEAR_PROGRAMME_BODY, body);
  streek_record_window_preset (window, STREEK_YEAR_PROGRAMME_YEAR, year);
  streek_record_window_preset (window, STREEK_YEAR_PROGRAMME_TITLE, title);
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekYearPage *self = STREEK_YEAR_PAGE (widget);
  GtkWidget *window = streek_record_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                streek_record_book_get_context (self->book),
                                                &streek_year_programme_kind, 0);
  gint64 body = find_body (self);

  if (body != 0)
    preset (self, STREEK_RECORD_WINDOW (window), body);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekYearPage *self = STREEK_YEAR_PAGE (widget);

  streek_record_open (widget, streek_record_book_get_context (self->book),
                      &streek_year_programme_kind, self->programme);
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StreekYearPage *self = STREEK_YEAR_PAGE (widget);

  streek_record_open_new (widget, streek_record_book_get_context (self->book),
                          &streek_year_action_kind, STREEK_YEAR_ACTION_PROGRAMME, self->programme);
}

/* Printing */

static StreekTable *
make_coverage_table (StreekYearPage *self)
{
  StreekTable *table = streek_table_new ();
  const StreekRecord *programme = find_programme (self);
  g_autoptr (GPtrArray) coverage =
    streek_year_plan_list_coverage (streek_record_book_get_view (self->book), programme,
                                    get_item_at (self->chapters, self->chapter_drop));

  streek_table_add_column (table, "action", _ ("Action of the plan"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "year", _ ("In this year"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < coverage->len; i++)
    {
      const StreekYearCoverage *covered = coverage->pdata[i];
      g_autofree char *label = streek_plan_item_dup_label (covered->item);
      g_autofree char *carried =
        describe_coverage (covered, streek_record_book_get_view (self->book));
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, label);
      streek_table_set_text (table, row, 1, carried);
    }

  streek_table_add_remark (table, gtk_label_get_text (self->coverage_label));

  return table;
}

static StreekPrintout *
print_coverage (StreekYearPage *self)
{
  const StreekRecord *programme = find_programme (self);

  if (programme == NULL)
    return NULL;

  g_autoptr (StreekTable) table = make_coverage_table (self);
  StreekSheetWords words = {
    .title = (char *) streek_record_get_text (programme, STREEK_YEAR_PROGRAMME_TITLE),
    .context = (char *) gtk_label_get_text (self->coverage_label),
  };

  return streek_printout_new_table (table, NULL, &words);
}

static StreekPrintout *
streek_year_page_dup_printout (StreekPrintable *printable)
{
  StreekYearPage *self = STREEK_YEAR_PAGE (printable);
  GtkWidget *shown = gtk_stack_get_visible_child (self->views);

  return STREEK_IS_PRINTABLE (shown) ? streek_printable_dup_printout (STREEK_PRINTABLE (shown))
                                     : print_coverage (self);
}

static void
printable_iface_init (StreekPrintableInterface *iface)
{
  iface->dup_printout = streek_year_page_dup_printout;
}

static void
streek_year_page_dispose (GObject *object)
{
  StreekYearPage *self = STREEK_YEAR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STREEK_TYPE_YEAR_PAGE);
  g_clear_object (&self->book);
  g_clear_pointer (&self->programmes, g_array_unref);
  g_clear_pointer (&self->chapters, g_array_unref);

  G_OBJECT_CLASS (streek_year_page_parent_class)->dispose (object);
}

static void
streek_year_page_class_init (StreekYearPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_year_page_dispose;
  g_type_ensure (STREEK_TYPE_CARRY_OVER_BUTTON);
  g_type_ensure (STREEK_TYPE_FOLD_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-year-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, pages);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, programme_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, chapter_drop);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, unfinished_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, unfinished_label);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, carry_over_button);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, views);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, coverage_list);
  gtk_widget_class_bind_template_child (widget_class, StreekYearPage, coverage_label);
  gtk_widget_class_bind_template_callback (widget_class, on_programme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chapter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_carry_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_install_action (widget_class, "year.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "year.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "year.add", NULL, on_add);
}

static void
streek_year_page_init (StreekYearPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  streek_drop_down_fold (self->programme_drop, 16);
  streek_drop_down_fold (self->chapter_drop, 16);
  self->programmes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->chapters = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
streek_year_page_new (StreekRecordBook *book)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book), NULL);

  StreekYearPage *self = g_object_new (STREEK_TYPE_YEAR_PAGE, NULL);

  self->book = g_object_ref (book);
  self->board = streek_record_figure_new_matrix (book, streek_year_board_new, &no_actions);
  streek_record_figure_set_carried (STREEK_RECORD_FIGURE (self->board), &streek_year_action_kind,
                                    STREEK_YEAR_ACTION_STATUS);
  self->timeline = streek_record_figure_new_timeline (book, streek_year_timeline_new, &no_actions);
  gtk_stack_add_titled (self->views, self->board, "board", C_ ("year view", "By Status"));
  gtk_stack_add_titled (self->views, self->timeline, "timeline", C_ ("year view", "Timeline"));
  gtk_stack_set_visible_child_name (self->views, "board");
  g_signal_connect_object (book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_book_changed_cb (self);

  return GTK_WIDGET (self);
}

void
streek_year_page_set_pact (StreekYearPage *self, gint64 pact)
{
  g_return_if_fail (STREEK_IS_YEAR_PAGE (self));

  self->pact = pact;
}

/* Nobody may have seen the page yet: then no programme is chosen. */
static const StreekRecord *
ensure_programme (StreekYearPage *self)
{
  if (find_programme (self) == NULL && streek_record_book_get_view (self->book) != NULL)
    fill (GTK_WIDGET (self));

  return find_programme (self);
}

static GPtrArray *
list_takable (StreekYearPage *self, const GArray *items)
{
  const StreekRecord *programme = ensure_programme (self);

  return programme != NULL && can_write (self)
           ? streek_year_plan_list_takable (get_records (self), programme,
                                            (const gint64 *) items->data, items->len)
           : g_ptr_array_new ();
}

/* (transfer full): what is taken over, or was: one by its name. */
static char *
describe_taken (const GPtrArray *taken, const char *title, gboolean is_done)
{
  if (taken->len > 1 && is_done)
    return g_strdup_printf (
      /* Translators: %1$u is how many, %2$s a year programme. */
      ngettext ("%1$u action taken over into “%2$s”.", "%1$u actions taken over into “%2$s”.",
                taken->len),
      taken->len, title);
  if (taken->len > 1)
    return g_strdup_printf (
      /* Translators: when they are dropped here: %1$u is how many, %2$s a year programme. */
      ngettext ("Take %1$u action over into “%2$s”", "Take %1$u actions over into “%2$s”",
                taken->len),
      taken->len, title);

  g_autofree char *label = streek_plan_item_dup_label (taken->pdata[0]);

  return g_strdup_printf (is_done
                            /* Translators: %1$s is an action of a plan, %2$s a year programme. */
                            ? _ ("“%1$s” taken over into “%2$s”.")
                            /* Translators: when it is dropped here: %1$s is an action of a plan,
                             * %2$s a year programme. */
                            : _ ("Take “%1$s” over into “%2$s”"),
                          label, title);
}

gboolean
streek_year_page_describe_take (StreekYearPage *self, const GArray *items, char **words)
{
  g_return_val_if_fail (STREEK_IS_YEAR_PAGE (self) && items != NULL, FALSE);

  const StreekRecord *programme = ensure_programme (self);
  const char *title =
    programme != NULL ? streek_record_get_text (programme, STREEK_YEAR_PROGRAMME_TITLE) : NULL;
  g_autoptr (GPtrArray) taken = list_takable (self, items);

  *words = programme == NULL ? g_strdup (_ ("There is no year programme yet: make one here first."))
           : !can_write (self) ? NULL
           : taken->len == 0
             /* Translators: of what is dragged here; %s is a year programme. */
             ? g_strdup_printf (_ ("Nothing of this is left to take over into “%s”."), title)
             : describe_taken (taken, title, FALSE);

  return taken->len > 0;
}

gboolean
streek_year_page_take (StreekYearPage *self, const GArray *items)
{
  g_return_val_if_fail (STREEK_IS_YEAR_PAGE (self) && items != NULL, FALSE);

  const StreekRecord *programme = ensure_programme (self);
  g_autoptr (GPtrArray) taken = list_takable (self, items);

  if (taken->len == 0)
    return FALSE;

  StreekRecordChanges *changes = streek_record_changes_new ();
  g_autofree char *toast =
    describe_taken (taken, streek_record_get_text (programme, STREEK_YEAR_PROGRAMME_TITLE), TRUE);

  streek_year_plan_add_all (changes, get_records (self), programme, taken);
  /* Translators: a command as undo names it; %u is how many actions. */
  streek_record_command_run (GTK_WIDGET (self), self->book, changes, N_ ("Take over actions (%u)"),
                             g_variant_new ("(u)", taken->len), toast);

  return TRUE;
}
