/* streek-role-map-figure.c: the areas of a map of roles in classes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-role-map-private.h"

#include "body/streek-body.h"
#include "figure/streek-palette.h"
#include "plan/streek-role-said.h"
#include "plan/streek-role.h"
#include "workspace/streek-figures-private.h"
#include "workspace/streek-role-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEVERAL "several"     /* roles, or kinds of bodies, of one area */
#define BY_ACTION "by_action" /* roles of single actions only */
#define OTHER "other"         /* one for which there is no colour left */

/* A class of the map. */
typedef struct
{
  const char *id;
  const char *label;
  guint n; /* areas */
} Class;

/* Classes that areas are in, and why others are in none. */
typedef struct
{
  GArray *classes;        /* of Class */
  const char **ids;       /* (array) (nullable elements): of each row */
  StreekMissing *missing; /* (array): of each row without one */
  guint n_inherited;
} Sorting;

static void
sorting_clear (Sorting *self)
{
  g_clear_pointer (&self->classes, g_array_unref);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->missing, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorting, sorting_clear)

static void
add_class (Sorting *self, const char *id, const char *label)
{
  Class class = { id, label, 0 };

  g_array_append_val (self->classes, class);
}

static void
add_words (Sorting *self, const StreekRecordField *field)
{
  for (guint i = 0; field->words[i].id != NULL; i++)
    if (strcmp (field->words[i].id, "undescribed") != 0)
      add_class (self, field->words[i].id,
                 streek_record_field_get_word (field, field->words[i].id));
}

/* All there can be, in their order. */
static void
list_classes (Sorting *self, StreekRoleMapSubject subject)
{
  static const char *const categories[] = { "consults", "projects", "both", "no_core_task" };

  switch (subject)
    {
    case STREEK_ROLE_MAP_CATEGORY:
      for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
        add_class (self, categories[i], streek_role_category_get_label (i));
      add_class (self, BY_ACTION, streek_role_category_get_label (STREEK_ROLE_BY_ACTION));
      break;
    case STREEK_ROLE_MAP_ROLE:
      add_words (self, &streek_role_kind.fields[STREEK_ROLE_ROLE]);
      add_class (self, SEVERAL, _ ("Several roles"));
      add_class (self, BY_ACTION, streek_role_category_get_label (STREEK_ROLE_BY_ACTION));
      break;
    case STREEK_ROLE_MAP_STATED:
    case STREEK_ROLE_MAP_DERIVED:
      add_words (self, &streek_body_kind.fields[STREEK_BODY_ORIENTATION]);
      add_class (self, SEVERAL, _ ("Several kinds"));
      break;
    case STREEK_ROLE_MAP_WEIGHT:
    case STREEK_N_ROLE_MAP_SUBJECTS:
    default:
      add_words (self, &streek_theme_weight_kind.fields[STREEK_THEME_WEIGHT_WEIGHT]);
      break;
    }
}

/* Roles of all bodies of an area, without those that say that nothing is said. */
static GPtrArray *
list_roles (const StreekRoleMapRow *row, gboolean *is_undescribed)
{
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < row->said->len; i++)
    {
      const StreekRoleMapSaid *said = row->said->pdata[i];

      for (guint j = 0; j < said->roles->len; j++)
        if (streek_record_is (said->roles->pdata[j], STREEK_ROLE_ROLE, "undescribed"))
          *is_undescribed = TRUE;
        else
          g_ptr_array_add (roles, said->roles->pdata[j]);
    }

  return roles;
}

static guint
count_actions (const StreekRoleMapRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->said->len; i++)
    n += ((const StreekRoleMapSaid *) row->said->pdata[i])->in_actions->len;

  return n;
}

/* (nullable): the one word, or that there are several */
static const char *
merge (const char *so_far, const char *word)
{
  if (word == NULL)
    return so_far;

  return so_far == NULL || strcmp (so_far, word) == 0 ? word : SEVERAL;
}

static const char *
find_role_class (const StreekRoleMapRow *row, StreekRoleMapSubject subject, gboolean *undescribed)
{
  static const char *const categories[] = { "consults", "projects", "both", "no_core_task" };
  g_autoptr (GPtrArray) roles = list_roles (row, undescribed);
  StreekRoleCategory category = streek_roles_get_category (roles);
  const char *found = NULL;

  for (guint i = 0; i < roles->len && subject == STREEK_ROLE_MAP_ROLE; i++)
    found = merge (found, streek_record_get_text (roles->pdata[i], STREEK_ROLE_ROLE));

  if (subject == STREEK_ROLE_MAP_CATEGORY && category < G_N_ELEMENTS (categories))
    found = categories[category];

  return found == NULL && count_actions (row) > 0 ? BY_ACTION : found;
}

static const char *
find_kind_class (const StreekRoleMapRow *row, gboolean is_stated, gboolean *undescribed)
{
  const char *found = NULL;

  for (guint i = 0; i < row->said->len; i++)
    {
      const StreekRoleMapSaid *said = row->said->pdata[i];
      const char *word = is_stated ? said->stated : said->derived;

      if (g_strcmp0 (word, "undescribed") != 0)
        found = merge (found, word);
      else if (is_stated || streek_roles_are_all (said->roles, "undescribed"))
        *undescribed = TRUE;
    }

  return found;
}

/* The heaviest: where two bodies share an area, both are in its words. */
static const char *
find_weight_class (const StreekRoleMapRow *row)
{
  const StreekRecordWord *words = streek_theme_weight_kind.fields[STREEK_THEME_WEIGHT_WEIGHT].words;
  const char *found = NULL;

  for (guint i = 0; words[i].id != NULL; i++)
    for (guint j = 0; j < row->said->len; j++)
      {
        const StreekRoleMapSaid *said = row->said->pdata[j];

        if (said->weight != NULL &&
            streek_record_is (said->weight, STREEK_THEME_WEIGHT_WEIGHT, words[i].id))
          found = words[i].id;
      }

  return found;
}

static gboolean
is_inherited (const StreekRoleMapRow *row, const char *class)
{
  for (guint i = 0; i < row->said->len; i++)
    if (!((const StreekRoleMapSaid *) row->said->pdata[i])->is_general)
      return FALSE;

  return class != NULL;
}

/* Whether it is said in general, and again of a theme. */
static gboolean
has_levels (StreekRoleMapSubject subject)
{
  return subject == STREEK_ROLE_MAP_CATEGORY || subject == STREEK_ROLE_MAP_ROLE;
}

static void
sort_row (const StreekRoleMapMaking *making, Sorting *self, guint i)
{
  const StreekRoleMapRow *row = making->rows->pdata[i];
  StreekRoleMapSubject subject = making->spec->subject;
  gboolean undescribed = FALSE;

  self->ids[i] = subject == STREEK_ROLE_MAP_WEIGHT ? find_weight_class (row)
                 : streek_role_map_subject_has_theme (subject)
                   ? find_role_class (row, subject, &undescribed)
                   : find_kind_class (row, subject == STREEK_ROLE_MAP_STATED, &undescribed);
  self->missing[i] = self->ids[i] != NULL ? STREEK_MISSING_NONE
                     : undescribed        ? STREEK_MISSING_UNKNOWN
                                          : STREEK_MISSING_NOT_YET;
  self->n_inherited += has_levels (subject) && is_inherited (row, self->ids[i]);

  for (guint j = 0; self->ids[i] != NULL && j < self->classes->len; j++)
    {
      Class *class = &g_array_index (self->classes, Class, j);

      class->n += strcmp (class->id, self->ids[i]) == 0;
    }
}

static guint
count_occurring (const Sorting *self)
{
  guint n = 0;

  for (guint i = 0; i < self->classes->len; i++)
    n += g_array_index (self->classes, Class, i).n > 0;

  return n;
}

/* The index of the class with the fewest areas among those that occur, the last of equals. */
static guint
find_rarest (const Sorting *self)
{
  guint rarest = 0, fewest = G_MAXUINT;

  for (guint i = 0; i < self->classes->len; i++)
    {
      const Class *class = &g_array_index (self->classes, Class, i);

      if (class->n > 0 && class->n <= fewest && strcmp (class->id, SEVERAL) != 0 &&
          strcmp (class->id, BY_ACTION) != 0)
        {
          fewest = class->n;
          rarest = i;
        }
    }

  return rarest;
}

static void
rename_rows (const StreekRoleMapMaking *making, Sorting *self, const char *from, const char *to)
{
  for (guint i = 0; i < making->rows->len; i++)
    if (g_strcmp0 (self->ids[i], from) == 0)
      self->ids[i] = to;
}

/* There are twelve roles, and colours for six: those of the fewest areas become one class, whose
 * areas say in words which it is. */
static void
merge_rare_classes (const StreekRoleMapMaking *making, Sorting *self)
{
  Class other = { OTHER, C_ ("map of roles", "Another role"), 0 };

  while (count_occurring (self) + (other.n > 0) > STREEK_N_CATEGORY_PAINTS)
    {
      guint rarest = find_rarest (self);
      const Class *class = &g_array_index (self->classes, Class, rarest);

      other.n += class->n;
      rename_rows (making, self, class->id, OTHER);
      g_array_remove_index (self->classes, rarest);
    }

  for (guint i = self->classes->len; i > 0; i--)
    if (g_array_index (self->classes, Class, i - 1).n == 0)
      g_array_remove_index (self->classes, i - 1);

  if (other.n > 0)
    g_array_append_val (self->classes, other);
}

static void
sort_rows (const StreekRoleMapMaking *making, Sorting *self)
{
  self->classes = g_array_new (FALSE, FALSE, sizeof (Class));
  self->ids = g_new0 (const char *, making->rows->len + 1);
  self->missing = g_new0 (StreekMissing, making->rows->len + 1);
  list_classes (self, making->spec->subject);

  for (guint i = 0; i < making->rows->len; i++)
    sort_row (making, self, i);

  if (making->spec->subject == STREEK_ROLE_MAP_ROLE)
    merge_rare_classes (making, self);
}

static int
find_class (const Sorting *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->classes->len; i++)
    if (strcmp (g_array_index (self->classes, Class, i).id, id) == 0)
      return (int) i;

  return -1;
}

/* "RESOC Westhoek: Advising; Lead", where an area has several bodies; else without its name. */
static char *
dup_row_words (const StreekRoleMapRow *row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < row->said->len; i++)
    {
      const StreekRoleMapSaid *said = row->said->pdata[i];
      g_auto (GStrv) lines = g_strsplit (said->words, "\n", -1);
      g_autofree char *line = g_strjoinv ("; ", lines);

      if (*line == '\0')
        continue;
      if (row->said->len > 1)
        {
          g_autofree char *named =
            g_strdup_printf ("%s: %s", streek_record_get_text (said->body, STREEK_BODY_NAME), line);

          streek_words_append_line (words, named);
        }
      else
        streek_words_append_line (words, line);
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* The twin of the map. */
static StreekTable *
make_twin (const StreekRoleMapMaking *making, const Sorting *sorting)
{
  StreekTable *table = streek_table_new ();

  streek_table_add_column (table, "code", _ ("Code"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", _ ("Area"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "value",
                           streek_role_map_subject_get_label (making->spec->subject),
                           STREEK_COLUMN_NUMBER, NULL, 0);
  streek_table_add_column (table, "words", C_ ("map of roles", "What is said"), STREEK_COLUMN_TEXT,
                           NULL, 0);
  streek_table_add_column (table, "body", _ ("Body"), STREEK_COLUMN_TEXT, NULL, 0);

  for (guint i = 0; i < making->rows->len; i++)
    {
      const StreekRoleMapRow *row = making->rows->pdata[i];
      const StreekRoleMapSaid *said = row->said->pdata[0];
      guint at = streek_table_add_row (table);
      int class = find_class (sorting, sorting->ids[i]);
      g_autofree char *words = dup_row_words (row);
      g_autofree char *body =
        g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (said->body));

      streek_table_set_text (table, at, 0, row->area->code);
      streek_table_set_text (table, at, 1, row->area->name);
      if (class >= 0)
        streek_table_set_number (table, at, 2, class, STREEK_STATUS_FINAL);
      else
        streek_table_set_missing (table, at, 2, sorting->missing[i]);
      streek_table_set_text (table, at, 3, words);
      streek_table_set_text (table, at, 4, body);
    }

  return table;
}

/* The units of areas in which nothing is said of the theme itself; none where that is all of them:
 * a note says so then. */
static GArray *
list_inherited_units (const StreekRoleMapMaking *making, const Sorting *sorting)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (sorting->n_inherited == 0 || sorting->n_inherited == making->rows->len)
    return units;

  for (guint i = 0; i < making->rows->len; i++)
    {
      const StreekRoleMapRow *row = making->rows->pdata[i];

      if (is_inherited (row, sorting->ids[i]))
        g_array_append_vals (units, row->area->units.ids, row->area->units.n);
    }

  return units;
}

/* What is said only now and then must not look like what is said of the theme. */
static void
note_inherited (const StreekRoleMapMaking *making, const Sorting *sorting, GPtrArray *notes)
{
  guint n = sorting->n_inherited;

  if (n == 0)
    return;

  g_ptr_array_add (
    notes,
    n == making->rows->len
      ? g_strdup (_ ("Nothing is said of this theme itself; everywhere the map shows what is said "
                     "in general."))
      : g_strdup_printf (ngettext ("In %1$u of %2$u areas nothing is said of this theme itself; "
                                   "there the map shows what is said in general.",
                                   "In %1$u of %2$u areas nothing is said of this theme itself; "
                                   "there the map shows what is said in general.",
                                   n),
                         n, making->rows->len));
}

static GPtrArray *
list_areas (const StreekRoleMapMaking *making)
{
  GPtrArray *areas = g_ptr_array_new ();

  for (guint i = 0; i < making->rows->len; i++)
    g_ptr_array_add (areas, (gpointer) ((StreekRoleMapRow *) making->rows->pdata[i])->area);

  return areas;
}

static GStrv
make_notes (const StreekRoleMapMaking *making,
            const Sorting *sorting,
            const StreekGathering *gathering)
{
  GPtrArray *notes = g_ptr_array_new ();
  g_auto (GStrv) of_areas =
    streek_gathering_make_notes (gathering, streek_record_view_get_format (making->view));

  note_inherited (making, sorting, notes);
  streek_role_map_add_notes (making, notes);

  for (guint i = 0; of_areas[i] != NULL; i++)
    g_ptr_array_add (notes, g_strdup (of_areas[i]));

  g_ptr_array_add (notes, NULL);

  return (GStrv) g_ptr_array_free (notes, FALSE);
}

static char *
make_source (const StreekRoleMapMaking *making, const StreekGathering *gathering)
{
  GString *text = g_string_new (NULL);
  g_autofree char *documents = streek_role_map_dup_source (making);
  g_autofree char *of_areas = streek_gathering_make_source (gathering);

  streek_words_append_sentence (text, documents);
  streek_words_append_sentence (text, of_areas);

  return g_string_free (text, FALSE);
}

static const char **
list_labels (const Sorting *sorting)
{
  const char **labels = g_new0 (const char *, sorting->classes->len + 1);

  for (guint i = 0; i < sorting->classes->len; i++)
    labels[i] = g_array_index (sorting->classes, Class, i).label;

  return labels;
}

static StreekFigureSpec *
make_spec (const StreekRoleMapMaking *making, const StreekAreaSet *set)
{
  StreekFigureSpec *spec = streek_figure_spec_new ();

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  spec->set = g_strdup (set->code);
  /* no indicator of the catalogue: colours of areas are about something, and this is its name */
  spec->indicator = g_strdup (streek_role_map_subject_get_id (making->spec->subject));
  spec->on = making->on;
  spec->grey = making->spec->grey;

  return spec;
}

StreekFigure *
streek_role_map_make_figure (const StreekRoleMapMaking *making, GError **error)
{
  g_auto (Sorting) sorting = { NULL };
  g_autoptr (GPtrArray) rows = list_areas (making);
  const StreekAreaSet *set = ((const StreekArea *) rows->pdata[0])->set;
  StreekMesh *mesh = streek_areas_get_mesh (making->areas, set->mesh), *context_mesh;
  guint n_units = streek_mesh_get_n_units (mesh);
  g_autofree gint32 *row_of = streek_figures_group_units (rows, n_units);
  g_autofree gint32 *context_of = streek_figures_group_context (
    making->areas, set, making->on, row_of, n_units, FALSE, &context_mesh);
  g_autoptr (StreekFigureSpec) spec = make_spec (making, set);
  const StreekGathering gathering = { .spec = spec,
                                      .areas = making->areas,
                                      .asked = making->on,
                                      .used = making->on,
                                      .set = set,
                                      .rows = rows };

  sort_rows (making, &sorting);

  g_autoptr (StreekTable) table = make_twin (making, &sorting);
  g_autofree const char **labels = list_labels (&sorting);
  g_autoptr (GArray) units = list_inherited_units (making, &sorting);
  const StreekFigureShape inherited = { (const guint32 *) (gpointer) units->data, units->len };
  const char *inherited_name = _ ("Said in general, not of this theme");
  const char *const missing_words[STREEK_N_MISSING] = {
    [STREEK_MISSING_UNKNOWN] = streek_role_category_get_label (STREEK_ROLE_NO_CATEGORY),
    [STREEK_MISSING_NOT_YET] = C_ ("map of roles", "Nothing recorded"),
  };
  g_autofree char *title = streek_role_map_dup_title (making);
  g_autofree char *context =
    streek_gathering_make_context (&gathering, streek_record_view_get_format (making->view));
  g_autofree char *source = make_source (making, &gathering);
  g_auto (GStrv) notes = make_notes (making, &sorting, &gathering);
  const StreekFigureData data = {
    .mesh = mesh,
    .n_rows = rows->len,
    .row_of = row_of,
    .context_mesh = context_mesh,
    .context_of = context_of,
    .overlay_mesh = units->len > 0 ? mesh : NULL,
    .n_overlays = units->len > 0,
    .overlays = &inherited,
    .overlay_names = &inherited_name,
    .overlay_set_name = C_ ("map of roles", "Level"),
    .table = table,
    .categories = labels,
    .categories_are_kinds = making->spec->subject != STREEK_ROLE_MAP_WEIGHT,
    .missing_words = missing_words,
    .indicator_name = streek_role_map_subject_get_label (making->spec->subject),
    .is_ratio = TRUE,
    .title = title,
    .context = context,
    .source = source,
    .notes = (const char *const *) notes,
    .set_name = set->name,
  };

  return streek_figure_new (spec, &data, error);
}
