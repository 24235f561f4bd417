/* streek-command-print.c: `streek print`: what the window prints of plans and bodies, in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "body/streek-body.h"
#include "draw/streek-output.h"
#include "plan/streek-pact.h"
#include "plan/streek-target-group.h"
#include "plan/streek-theme.h"
#include "plan/streek-year-programme.h"
#include "project/streek-project.h"
#include "streek-cli-paper.h"
#include "streek-cli-progress.h"
#include "streek-cli-subject.h"
#include "streek-cli-workspace.h"
#include "workspace/streek-body-matrix.h"
#include "workspace/streek-group-page.h"
#include "workspace/streek-plan-matrices.h"
#include "workspace/streek-plan-timelines.h"
#include "workspace/streek-project-matrices.h"
#include "workspace/streek-record-edits.h"
#include "workspace/streek-role-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *plan;
  char *group;
  char *area;
  char *programme;
  char *theme;
  char *show;
  char *bodies;
  char *on;
  char *frozen;
  char *compare;
  gboolean grey;
  char *size;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->plan);
  g_free (options->group);
  g_free (options->area);
  g_free (options->programme);
  g_free (options->theme);
  g_free (options->show);
  g_free (options->bodies);
  g_free (options->on);
  g_free (options->frozen);
  g_free (options->compare);
  g_free (options->size);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is to be printed, when the file is open. */
typedef struct
{
  StreekWorkspace *workspace;
  const StreekRecordView *view;
  gint64 subject;   /* a plan, a year programme or a target group; 0: none */
  const char *area; /* (nullable): SET:CODE */
  StreekRoleMapSpec map;
  StreekCliProgress progress;
  StreekLayoutOptions layout;
} Job;

/* The pages, or where those are not wanted the table twin. */
typedef struct
{
  GPtrArray *pages; /* (nullable) (element-type StreekScene) */
  StreekTable *table;
} Printed;

static void
printed_clear (Printed *printed)
{
  g_clear_pointer (&printed->pages, g_ptr_array_unref);
  g_clear_pointer (&printed->table, streek_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printed, printed_clear)

typedef StreekMatrix *(*MatrixFunc) (const StreekRecordView *view, gint64 subject, GError **error);
typedef StreekTimeline *(*TimelineFunc) (const StreekRecordView *view,
                                         gint64 subject,
                                         GError **error);

/* Of what it is. */
typedef enum
{
  OF_NOTHING,
  OF_PLAN,
  OF_DAY,
  OF_PERIOD, /* of a plan, or of the body of a year programme */
  OF_PROGRAMME,
  OF_GROUP,
  OF_THEME, /* and perhaps a plan, for its day */
} Of;

typedef struct
{
  const char *word;
  Of of;
  MatrixFunc make_matrix;     /* (nullable) */
  TimelineFunc make_timeline; /* (nullable) */
  gboolean (*print) (const Job *job, gboolean as_table, Printed *printed, GError **error);
} Thing;

static StreekMatrix *
make_frames (const StreekRecordView *view, gint64 subject, GError **error)
{
  return streek_frame_matrix_new (view, subject, 0, error);
}

/* Every project, in the order of the file. */
static gint64 *
list_projects (const StreekRecordView *view, guint *n)
{
  const StreekRecord *const *records =
    streek_records_list (streek_record_view_get_records (view), &streek_project_kind, n);
  gint64 *ids = g_new0 (gint64, *n + 1);

  for (guint i = 0; i < *n; i++)
    ids[i] = streek_record_get_id (records[i]);

  return ids;
}

static StreekMatrix *
make_partners (const StreekRecordView *view, gint64 subject, GError **error)
{
  guint n;
  g_autofree gint64 *ids = list_projects (view, &n);

  return streek_partner_matrix_new (view, ids, n, error);
}

static StreekTimeline *
make_projects (const StreekRecordView *view, gint64 subject, GError **error)
{
  guint n;
  g_autofree gint64 *ids = list_projects (view, &n);

  return streek_project_timeline_new (view, ids, n, error);
}

static gboolean
print_role_map (const Job *job, gboolean as_table, Printed *printed, GError **error)
{
  g_autoptr (StreekRoleMap) map = streek_workspace_make_role_map (job->workspace, &job->map, error);

  if (map == NULL)
    return FALSE;

  printed->table = streek_table_ref (map->table);
  if (!as_table)
    printed->pages = streek_role_map_layout_pages (map, &job->layout, error);

  return as_table || printed->pages != NULL;
}

static gboolean
print_group (const Job *job, gboolean as_table, Printed *printed, GError **error)
{
  StreekAreas *areas = streek_record_view_get_areas (job->view);

  if (job->area != NULL &&
      streek_areas_resolve_ref (areas, job->area, streek_areas_get_newest_date (areas), NULL,
                                error) == NULL)
    return FALSE;

  g_autoptr (StreekGroupPage) page =
    streek_workspace_make_group_page (job->workspace, job->subject, job->area, NULL, error);

  if (page == NULL)
    return FALSE;

  printed->table = streek_group_page_make_table (page);
  if (!as_table)
    printed->pages = streek_group_page_layout (page, &job->layout, error);

  return as_table || printed->pages != NULL;
}

static StreekSheet
make_sheet (const Job *job)
{
  return (StreekSheet){ .size = job->layout.size, .language = job->layout.language };
}

static gboolean
lay_out_matrix (
  const Job *job, StreekMatrix *matrix, gboolean as_table, Printed *printed, GError **error)
{
  StreekSheet sheet = make_sheet (job);

  printed->table = streek_table_ref (streek_matrix_get_table (matrix));
  sheet.title = streek_matrix_get_title (matrix);
  if (!as_table)
    printed->pages = streek_matrix_layout_pages (matrix, &sheet, job->map.grey, error);

  return as_table || printed->pages != NULL;
}

static gboolean
print_roles (const Job *job, gboolean as_table, Printed *printed, GError **error)
{
  g_autoptr (StreekMatrix) matrix = streek_role_matrix_new (job->view, NULL, job->map.on, error);

  return matrix != NULL && lay_out_matrix (job, matrix, as_table, printed, error);
}

static gboolean
print_weights (const Job *job, gboolean as_table, Printed *printed, GError **error)
{
  g_autoptr (StreekMatrix) matrix = streek_weight_matrix_new (job->view, job->map.on, error);

  return matrix != NULL && lay_out_matrix (job, matrix, as_table, printed, error);
}

static gboolean
print_progress (const Job *job, gboolean as_table, Printed *printed, GError **error)
{
  g_autoptr (StreekMatrix) matrix = streek_cli_progress_make (&job->progress, job->view, error);

  return matrix != NULL && lay_out_matrix (job, matrix, as_table, printed, error);
}

static const Thing things[] = {
  { "roles", OF_DAY, NULL, NULL, print_roles },
  { "weights", OF_DAY, NULL, NULL, print_weights },
  { "role-map", OF_THEME, NULL, NULL, print_role_map },
  { "progress", OF_PERIOD, NULL, NULL, print_progress },
  { "adjustments", OF_PLAN, streek_adjustment_matrix_new, NULL, NULL },
  { "obligations", OF_PLAN, streek_obligation_matrix_new, NULL, NULL },
  { "frames", OF_PLAN, make_frames, NULL, NULL },
  { "concordance", OF_PLAN, streek_concordance_matrix_new, NULL, NULL },
  { "instruments", OF_PLAN, streek_instrument_matrix_new, NULL, NULL },
  { "swot", OF_PLAN, streek_swot_board_new, NULL, NULL },
  { "priorities", OF_PLAN, streek_score_matrix_new, NULL, NULL },
  { "timeline", OF_PLAN, NULL, streek_plan_timeline_new, NULL },
  { "year-board", OF_PROGRAMME, streek_year_board_new, NULL, NULL },
  { "year-timeline", OF_PROGRAMME, NULL, streek_year_timeline_new, NULL },
  { "target-group", OF_GROUP, NULL, NULL, print_group },
  { "partners", OF_NOTHING, make_partners, NULL, NULL },
  { "bodies", OF_NOTHING, streek_body_matrix_new, NULL, NULL },
  { "members", OF_NOTHING, streek_member_matrix_new, NULL, NULL },
  { "project-timeline", OF_NOTHING, NULL, make_projects, NULL },
};

static const Thing *
find_thing (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    if (strcmp (things[i].word, word) == 0)
      return &things[i];

  return NULL;
}

static char *
dup_words (void)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", things[i].word);

  return g_string_free (list, FALSE);
}

static gboolean
print_matrix (const Job *job, MatrixFunc make, gboolean as_table, Printed *printed, GError **error)
{
  g_autoptr (StreekMatrix) matrix = make (job->view, job->subject, error);

  return matrix != NULL && lay_out_matrix (job, matrix, as_table, printed, error);
}

static gboolean
print_timeline (
  const Job *job, TimelineFunc make, gboolean as_table, Printed *printed, GError **error)
{
  g_autoptr (StreekTimeline) timeline = make (job->view, job->subject, error);
  StreekSheet sheet = make_sheet (job);

  if (timeline == NULL)
    return FALSE;

  printed->table = streek_table_ref (streek_timeline_get_table (timeline));
  sheet.title = streek_timeline_get_title (timeline);
  if (!as_table)
    printed->pages = streek_timeline_layout_pages (timeline, &sheet, job->map.grey, error);

  return as_table || printed->pages != NULL;
}

static gboolean
print_thing (
  const Thing *thing, const Job *job, gboolean as_table, Printed *printed, GError **error)
{
  if (thing->make_matrix != NULL)
    return print_matrix (job, thing->make_matrix, as_table, printed, error);
  if (thing->make_timeline != NULL)
    return print_timeline (job, thing->make_timeline, as_table, printed, error);

  return thing->print (job, as_table, printed, error);
}

/* A picture is one page. */
static gboolean
write_picture (const GPtrArray *pages, const char *output, GError **error)
{
  if (pages->len == 1)
    return streek_scene_write (pages->pdata[0], output, error);

  g_set_error (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_FORMAT,
               /* Translators: %u is more than 1; keep .pdf as it is. */
               ngettext ("This takes %u page, and a picture is one: write a .pdf.",
                         "This takes %u pages, and a picture is one: write a .pdf.", pages->len),
               pages->len);

  return FALSE;
}

static gboolean
write_printed (const Printed *printed, const char *output, GError **error)
{
  if (streek_cli_has_ending (output, ".csv", NULL))
    {
      g_autofree char *csv = streek_table_to_csv (printed->table, NULL);

      return g_file_set_contents (output, csv, -1, error);
    }
  if (!streek_cli_has_ending (output, ".pdf", NULL))
    return write_picture (printed->pages, output, error);

  return streek_scene_write_pdf ((StreekScene *const *) printed->pages->pdata, printed->pages->len,
                                 output, error);
}

/* A plan, or the body of a year programme. */
static gboolean
find_report (const StreekCommand *self,
             const Options *options,
             StreekRecordView *view,
             StreekCliProgress *progress)
{
  gint64 id;

  if (options->programme == NULL)
    return streek_cli_find_subject (self, view, &streek_pact_kind, "--plan", options->plan,
                                    &progress->of.pact);
  if (!streek_cli_find_subject (self, view, &streek_year_programme_kind, "--programme",
                                options->programme, &id))
    return FALSE;

  const StreekRecord *programme =
    streek_records_find (streek_record_view_get_records (view), &streek_year_programme_kind, id);

  progress->of.body = streek_record_get_reference (programme, STREEK_YEAR_PROGRAMME_BODY);
  progress->year = (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR);

  return TRUE;
}

static gboolean
find_subjects (const StreekCommand *self,
               const Thing *thing,
               const Options *options,
               StreekRecordView *view,
               Job *job)
{
  switch (thing->of)
    {
    case OF_PERIOD:
      return find_report (self, options, view, &job->progress);
    case OF_PLAN:
      return streek_cli_find_subject (self, view, &streek_pact_kind, "--plan", options->plan,
                                      &job->subject);
    case OF_PROGRAMME:
      return streek_cli_find_subject (self, view, &streek_year_programme_kind, "--programme",
                                      options->programme, &job->subject);
    case OF_GROUP:
      return streek_cli_find_subject (self, view, &streek_target_group_kind, "--group",
                                      options->group, &job->subject);
    case OF_THEME:
      return (options->plan == NULL ||
              streek_cli_find_subject (self, view, &streek_pact_kind, "--plan", options->plan,
                                       &job->map.pact)) &&
             (options->theme == NULL ||
              streek_cli_find_subject (self, view, &streek_theme_kind, "--theme", options->theme,
                                       &job->map.theme));
    case OF_NOTHING:
    case OF_DAY:
    default:
      return TRUE;
    }
}

static gboolean
check_options (const StreekCommand *self, const Thing *thing, const Options *options)
{
  const struct
  {
    const char *option;
    const char *value;
    gboolean fits;
  } checks[] = {
    { "--plan", options->plan,
      thing->of == OF_PLAN || thing->of == OF_PERIOD || thing->of == OF_THEME },
    { "--programme", options->programme, thing->of == OF_PROGRAMME || thing->of == OF_PERIOD },
    { "--group", options->group, thing->of == OF_GROUP },
    { "--area", options->area, thing->of == OF_GROUP },
    { "--theme", options->theme, thing->of == OF_THEME },
    { "--show", options->show, thing->of == OF_THEME },
    { "--bodies", options->bodies, thing->of == OF_THEME },
    { "--on", options->on, thing->of == OF_THEME || thing->of == OF_PERIOD || thing->of == OF_DAY },
    { "--frozen", options->frozen, thing->of == OF_PERIOD },
    { "--compare", options->compare, thing->of == OF_PERIOD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i].value != NULL && !checks[i].fits)
      {
        streek_cli_contradict (self, checks[i].option, thing->word);
        return FALSE;
      }

  if (options->plan != NULL && options->programme != NULL)
    {
      streek_cli_contradict (self, "--plan", "--programme");
      return FALSE;
    }
  if (options->output == NULL)
    {
      streek_cli_miss (self, "--output");
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_map (const StreekCommand *self, const Options *options, StreekRoleMapSpec *spec)
{
  guint subject = STREEK_ROLE_MAP_CATEGORY;

  if (options->show != NULL &&
      !streek_cli_parse_id (self, "--show", STREEK_N_ROLE_MAP_SUBJECTS,
                            streek_role_map_subject_get_id, options->show, &subject))
    return FALSE;

  spec->subject = (StreekRoleMapSubject) subject;
  spec->kind = options->bodies;
  spec->grey = options->grey;

  return options->on == NULL || streek_cli_parse_date (self, options->on, &spec->on);
}

static StreekExit
print (
  const StreekCommand *self, const char *path, const Thing *thing, const Options *options, Job *job)
{
  g_autoptr (GError) error = NULL;
  gboolean as_table = streek_cli_has_ending (options->output, ".csv", NULL);

  streek_cli_begin_fonts (options->output);

  g_autoptr (StreekWorkspace) workspace = streek_cli_open_workspace (self, path);

  if (workspace == NULL)
    return STREEK_EXIT_FAILED;

  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);
  g_auto (Printed) printed = { NULL };

  if (view == NULL)
    return streek_cli_fail_at (self, path, error);

  job->workspace = workspace;
  job->view = view;
  job->area = options->area;

  if (!find_subjects (self, thing, options, view, job))
    return STREEK_EXIT_FAILED;

  return print_thing (thing, job, as_table, &printed, &error) &&
             write_printed (&printed, options->output, &error)
           ? STREEK_EXIT_DONE
           : streek_cli_fail (self, error);
}

static StreekExit
run_print (const StreekCommand *self, GStrv words)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_STRING, &options.plan,
      N_ ("The plan, by its title or words of it (default: the only one)"), "TITLE" },
    { "programme", 0, 0, G_OPTION_ARG_STRING, &options.programme,
      N_ ("The year programme, by its title or words of it (default: the only one); of progress: "
          "what its body did, by all plans that it draws from"),
      "TITLE" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options.group,
      N_ ("The target group, by its name or words of it (default: the only one)"), "NAME" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area,
      N_ ("Of a target group: where its figures are of (default: the area of its plan)"),
      "SET:CODE" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme,
      N_ ("Of a map of roles: the theme (default: in general)"), "NAME" },
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.show,
      N_ ("Of a map of roles: category, role, stated, derived or weight (default: category)"),
      "WHAT" },
    { "bodies", 0, 0, G_OPTION_ARG_STRING, &options.bodies,
      N_ ("Of a map of roles: bodies of this kind, such as resoc"), "KIND" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on,
      N_ ("Of roles and weights: what held on this date (default: all that is said); of a map of "
          "roles: bodies and areas of this date too (default: when the plan begins, else when most "
          "of the bodies existed); of progress: the period with this day in it (default: the last "
          "one that is over)"),
      "DATE" },
    { "frozen", 0, 0, G_OPTION_ARG_STRING, &options.frozen,
      N_ ("Of progress: as it was frozen: the number of a version, or latest"), "VERSION" },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options.compare,
      N_ ("Of progress: what is different: before (from the frozen report before it), or of a "
          "frozen one now"),
      "WITH" },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &options.grey, N_ ("For printing in grey"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("A4, A3, 16:9 or a size such as 210x297mm (default: A4, on its side)"), "SIZE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write: .pdf; .svg or .png where one page does; .csv for the table"), "OUT" },
    { NULL },
  };
  StreekExit status;
  StreekSize size;
  g_auto (GStrv) files = streek_cli_parse (self, entries, words, &status);

  if (files == NULL)
    return status;

  const Thing *thing = find_thing (files[1]);
  Job job = { NULL };

  if (thing == NULL)
    {
      g_autofree char *all = dup_words ();

      /* Translators: %1$s is what was typed, %2$s a list of words such as roles. */
      return streek_cli_usage (self, _ ("Nothing is printed as “%1$s”, but as: %2$s."), files[1],
                               all);
    }

  if (!check_options (self, thing, &options) || !read_map (self, &options, &job.map) ||
      !streek_cli_check_area_ref (self, "--area", options.area) ||
      !streek_cli_parse_size (self, options.size, &size) ||
      !streek_cli_check_output (self, files[0], options.output))
    return STREEK_EXIT_USAGE;

  if (!streek_cli_progress_read (&job.progress, self, options.frozen, options.compare))
    return STREEK_EXIT_USAGE;

  job.progress.on = job.map.on;
  job.layout = streek_cli_layout_options (size);

  return print (self, files[0], thing, &options, &job);
}

const StreekCommand streek_command_print = {
  .name = "print",
  .arguments = "FILE WHAT",
  .n_arguments = 2,
  .summary = N_ ("Prints matrices, timelines, boards and maps of plans into a file."),
  .run = run_print,
  .n_heaps = 2,
};
