/* streek-projects-page.c: the section with projects, and what they hang on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "projects/streek-projects-page.h"

#include "project/streek-event.h"
#include "project/streek-fund.h"
#include "project/streek-project.h"
#include "project/streek-study.h"
#include "projects/streek-project-map-page.h"
#include "projects/streek-project-sheet-page.h"
#include "record/streek-record-figure.h"
#include "record/streek-record-section.h"
#include "workspace/streek-plan-timelines.h"
#include "workspace/streek-project-matrices.h"

#include <glib/gi18n.h>
#include <string.h>

static const StreekRecordEmpty no_projects = {
  .title = N_ ("No Projects Yet"),
  .description =
    N_ ("Projects come here with their first and last day, and with their milestones."),
  .button = N_ ("Add a _Project…"),
  .kind = &streek_project_kind,
  .owner_field = -1,
};

static const StreekRecordEmpty no_partners = {
  .title = N_ ("No Partners Yet"),
  .description = N_ ("Organisations come here beside each other, with what each is to which "
                     "project. Partners are parts of a project."),
  .button = N_ ("Add a _Project…"),
  .kind = &streek_project_kind,
  .owner_field = -1,
};

/* The first to begin comes first; who says nothing of it last. */
static int
compare_projects (gconstpointer a, gconstpointer b)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;
  StreekDate one = streek_record_get_first_day (first, STREEK_PROJECT_STARTS);
  StreekDate other = streek_record_get_first_day (second, STREEK_PROJECT_STARTS);

  if (one != other && one != STREEK_DATE_NONE && other != STREEK_DATE_NONE)
    return one < other ? -1 : 1;
  if (one != other)
    return one != STREEK_DATE_NONE ? -1 : 1;

  return g_utf8_collate (streek_record_get_text (first, STREEK_PROJECT_NAME),
                         streek_record_get_text (second, STREEK_PROJECT_NAME));
}

/* gint64 */
static GArray *
list_projects (const StreekRecordView *view)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const StreekRecord *const *projects =
    streek_records_list (streek_record_view_get_records (view), &streek_project_kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer) projects[i]);

  g_ptr_array_sort (sorted, compare_projects);

  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 id = streek_record_get_id (sorted->pdata[i]);

      g_array_append_val (ids, id);
    }

  return ids;
}

static StreekTimeline *
make_timeline (const StreekRecordView *view, gint64 subject, GError **error)
{
  g_autoptr (GArray) projects = list_projects (view);

  return streek_project_timeline_new (view, (const gint64 *) projects->data, projects->len, error);
}

static StreekMatrix *
make_partners (const StreekRecordView *view, gint64 subject, GError **error)
{
  g_autoptr (GArray) projects = list_projects (view);

  return streek_partner_matrix_new (view, (const gint64 *) projects->data, projects->len, error);
}

/* A project or a programme is read on its sheet first, wherever it is opened: "projects.project"
 * and "projects.programme" ("x": the id). */

static void
show_sheet (StreekRecordSection *self, const StreekRecordKind *kind, gint64 id)
{
  GtkWidget *sheet = streek_record_section_get_page (self, "sheet");

  streek_project_sheet_page_set_subject (STREEK_PROJECT_SHEET_PAGE (sheet), kind, id);
  streek_record_section_show (self, "sheet");
}

static void
on_show_project_cb (GSimpleAction *action, GVariant *parameter, gpointer section)
{
  show_sheet (section, &streek_project_kind, g_variant_get_int64 (parameter));
}

static void
on_show_programme_cb (GSimpleAction *action, GVariant *parameter, gpointer section)
{
  show_sheet (section, &streek_programme_kind, g_variant_get_int64 (parameter));
}

static void
open_project (GtkWidget *page, gint64 id, gpointer data)
{
  gtk_widget_activate_action (page, "projects.project", "x", id);
}

static void
open_programme (GtkWidget *page, gint64 id, gpointer data)
{
  gtk_widget_activate_action (page, "projects.programme", "x", id);
}

/* The name of a project in a timeline or a matrix. A milestone, and what one organisation is to a
 * project, have a form alone. */
static gboolean
open_figure (const char *row, const char *column, const char *item, gpointer section)
{
  const char *place = item == NULL && row != NULL ? row : item == NULL ? column : NULL;

  if (place == NULL || !g_str_has_prefix (place, "project:"))
    return FALSE;

  show_sheet (section, &streek_project_kind,
              g_ascii_strtoll (place + strlen ("project:"), NULL, 10));

  return TRUE;
}

static void
add_actions (StreekRecordSection *self)
{
  static const GActionEntry entries[] = {
    { .name = "project", .activate = on_show_project_cb, .parameter_type = "x" },
    { .name = "programme", .activate = on_show_programme_cb, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "projects", G_ACTION_GROUP (group));
}

/* Sheet and map follow what is selected in the list. */

static void
on_project_selected_cb (StreekProjectSheetPage *sheet, StreekRecordPage *projects)
{
  g_autoptr (GArray) ids = streek_record_page_list_selected (projects);

  if (ids->len == 1)
    streek_project_sheet_page_set_subject (sheet, &streek_project_kind,
                                           g_array_index (ids, gint64, 0));
}

static void
on_programme_selected_cb (StreekProjectSheetPage *sheet, StreekRecordPage *programmes)
{
  g_autoptr (GArray) ids = streek_record_page_list_selected (programmes);

  if (ids->len == 1)
    streek_project_sheet_page_set_subject (sheet, &streek_programme_kind,
                                           g_array_index (ids, gint64, 0));
}

static void
on_projects_selected_cb (StreekProjectMapPage *map, StreekRecordPage *projects)
{
  g_autoptr (GArray) ids = streek_record_page_list_selected (projects);

  streek_project_map_page_set_chosen (map, (const gint64 *) ids->data, ids->len);
}

GtkWidget *
streek_projects_page_new (StreekContext *context)
{
  static const StreekRecordKind *const others[] = {
    &streek_programme_kind, &streek_call_kind,  &streek_fund_kind,          &streek_event_kind,
    &streek_channel_kind,   &streek_study_kind, &streek_good_practice_kind,
  };

  g_return_val_if_fail (STREEK_IS_CONTEXT (context), NULL);

  StreekRecordBook *book = streek_record_book_get (context);
  StreekRecordSection *self = STREEK_RECORD_SECTION (streek_record_section_new ());
  StreekRecordPage *projects = streek_record_section_add_kind (self, context, &streek_project_kind);
  GtkWidget *sheet = streek_project_sheet_page_new (book);
  GtkWidget *map = streek_project_map_page_new (book);
  GtkWidget *timeline = streek_record_figure_new_timeline (book, make_timeline, &no_projects);
  GtkWidget *partners = streek_record_figure_new_matrix (book, make_partners, &no_partners);

  add_actions (self);
  streek_record_page_set_empty_words (
    projects, _ ("What is done together with others: with partners, areas, strands, events and who "
                 "pays. Make the first one, or paste rows that you copied from a spreadsheet."));
  streek_record_section_add (self, "sheet", C_ ("project tab", "Sheet"), sheet);
  streek_record_section_add (self, "map", C_ ("project tab", "Map"), map);
  streek_record_section_add (self, "timeline", C_ ("project tab", "Timeline"), timeline);
  streek_record_section_add (self, "partners", C_ ("project tab", "Partners"), partners);
  streek_record_page_set_opener (projects, open_project, NULL);
  streek_record_figure_set_opener (STREEK_RECORD_FIGURE (timeline), open_figure, self);
  streek_record_figure_set_opener (STREEK_RECORD_FIGURE (partners), open_figure, self);

  g_signal_connect_object (projects, "selection-changed", G_CALLBACK (on_project_selected_cb),
                           sheet, G_CONNECT_SWAPPED);
  g_signal_connect_object (projects, "selection-changed", G_CALLBACK (on_projects_selected_cb), map,
                           G_CONNECT_SWAPPED);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      StreekRecordPage *page = streek_record_section_add_kind (self, context, others[i]);

      if (others[i] != &streek_programme_kind)
        continue;

      streek_record_page_set_opener (page, open_programme, NULL);
      g_signal_connect_object (page, "selection-changed", G_CALLBACK (on_programme_selected_cb),
                               sheet, G_CONNECT_SWAPPED);
    }

  return GTK_WIDGET (self);
}
