/* streek-area-links.c: what is done in an area: projects, goals and actions, plans, bodies */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-area-links.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "project/streek-project.h"
#include "project/streek-strand.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const StreekRecordView *view;
  StreekRecords *records;
  const StreekArea *area;
  StreekDate on;
  GPtrArray *links;    /* StreekAreaLink: of the group that is being made */
  GHashTable *seen;    /* StreekRecord → StreekAreaLink: the same */
  GPtrArray *left_out; /* (element-type utf8): names of areas, each once */
  gboolean has_surroundings;
} Search;

static void
free_link (gpointer data)
{
  StreekAreaLink *link = data;

  g_free (link->title);
  g_free (link->details);
  g_free (link);
}

static void
free_group (gpointer data)
{
  StreekAreaLinkGroup *group = data;

  g_free (group->title);
  g_ptr_array_unref (group->links);
  g_free (group);
}

void
streek_area_links_free (StreekAreaLinks *self)
{
  if (self == NULL)
    return;

  g_free (self->area);
  g_free (self->code);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* How two areas hang together */

static StreekAreaLinkKind
judge (const StreekArea *other, const StreekArea *area)
{
  if (strcmp (other->set->mesh, area->set->mesh) != 0 || !streek_area_overlaps (other, area))
    return STREEK_AREA_LINK_APART;
  if (streek_units_equal (other->units, area->units))
    return STREEK_AREA_LINK_SAME;
  if (streek_area_is_inside (area, other))
    return STREEK_AREA_LINK_WIDER;

  return streek_area_is_inside (other, area) ? STREEK_AREA_LINK_WITHIN : STREEK_AREA_LINK_PARTLY;
}

static char *
dup_words (const StreekArea *other, StreekAreaLinkKind kind)
{
  g_autofree char *label = streek_area_dup_label (other);

  switch (kind)
    {
    case STREEK_AREA_LINK_WIDER:
      /* Translators: of a project; %s is an area that holds the one that is chosen. */
      return g_strdup_printf (_ ("%s, of which this is a part"), label);
    case STREEK_AREA_LINK_WITHIN:
      /* Translators: of a project; %s is an area that lies in the one that is chosen. */
      return g_strdup_printf (_ ("%s, which lies in it"), label);
    case STREEK_AREA_LINK_PARTLY:
      /* Translators: of a project; %s is an area that lies only partly in the one that is chosen.
       */
      return g_strdup_printf (_ ("%s, which shares a part of it"), label);
    case STREEK_AREA_LINK_SAME:
    case STREEK_AREA_LINK_APART:
    default:
      return g_steal_pointer (&label);
    }
}

static void
leave_out (Search *search, const char *ref)
{
  char *name = streek_record_view_dup_area_name (search->view, ref);

  if (g_ptr_array_find_with_equal_func (search->left_out, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (search->left_out, name);
}

/* @field: of @record, which says where @shown is; the nearest of several areas counts */
static void
try_area (Search *search, const StreekRecord *record, guint field, const StreekRecord *shown)
{
  const char *ref = streek_record_get_text (record, field);
  StreekDate used;
  const StreekArea *other =
    ref != NULL ? streek_areas_resolve_ref (streek_record_view_get_areas (search->view), ref,
                                            search->on, &used, NULL)
                : NULL;

  if (ref == NULL || shown == NULL)
    return;
  if (other == NULL || strcmp (other->set->mesh, search->area->set->mesh) != 0)
    {
      leave_out (search, ref);
      return;
    }

  StreekAreaLinkKind kind = judge (other, search->area);
  StreekAreaLink *link = g_hash_table_lookup (search->seen, shown);

  if (kind == STREEK_AREA_LINK_APART || (link != NULL && link->kind <= kind))
    return;
  if (link == NULL)
    {
      link = g_new0 (StreekAreaLink, 1);
      link->record = shown;
      g_ptr_array_add (search->links, link);
      g_hash_table_insert (search->seen, (gpointer) shown, link);
    }

  link->kind = kind;
  g_free (link->details);
  link->details = dup_words (other, kind);
}

/* Which record says where what is */

static void
try_all (Search *search, const StreekRecordKind *kind, guint field)
{
  guint n;
  const StreekRecord *const *records = streek_records_list (search->records, kind, &n);

  for (guint i = 0; i < n; i++)
    try_area (search, records[i], field, records[i]);
}

/* @surroundings: the field that says that it is "and surroundings", of which nobody knows a border
 */
static void
try_ties (Search *search,
          const StreekRecordKind *kind,
          guint owner,
          guint area,
          guint surroundings,
          int grand_owner)
{
  guint n;
  const StreekRecord *const *ties = streek_records_list (search->records, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *shown = streek_record_follow (ties[i], owner, search->records);

      if (shown != NULL && grand_owner >= 0)
        shown = streek_record_follow (shown, (guint) grand_owner, search->records);

      try_area (search, ties[i], area, shown);
      search->has_surroundings |= shown != NULL && streek_record_get_flag (ties[i], surroundings);
    }
}

static void
try_projects (Search *search)
{
  try_ties (search, &streek_project_area_kind, STREEK_PROJECT_AREA_PROJECT,
            STREEK_PROJECT_AREA_AREA, STREEK_PROJECT_AREA_SURROUNDINGS, -1);
  try_ties (search, &streek_strand_area_kind, STREEK_STRAND_AREA_STRAND, STREEK_STRAND_AREA_AREA,
            STREEK_STRAND_AREA_SURROUNDINGS, STREEK_STRAND_PROJECT);
}

static void
try_items (Search *search)
{
  try_ties (search, &streek_item_area_kind, STREEK_ITEM_AREA_ITEM, STREEK_ITEM_AREA_AREA,
            STREEK_ITEM_AREA_SURROUNDINGS, -1);
}

static void
try_plans (Search *search)
{
  try_all (search, &streek_pact_kind, STREEK_PACT_AREA);
}

static void
try_bodies (Search *search)
{
  try_all (search, &streek_body_kind, STREEK_BODY_AREA);
}

/* Groups */

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const StreekAreaLink *left = *(const StreekAreaLink *const *) a;
  const StreekAreaLink *right = *(const StreekAreaLink *const *) b;

  return left->kind != right->kind ? (left->kind > right->kind) - (left->kind < right->kind)
                                   : g_utf8_collate (left->title, right->title);
}

/* Of which plan an action is. */
static void
name_link (const Search *search, StreekAreaLink *link)
{
  gboolean is_item = streek_record_get_kind (link->record) == &streek_plan_item_kind;
  const StreekRecord *plan =
    is_item ? streek_record_follow (link->record, STREEK_PLAN_ITEM_PACT, search->records) : NULL;

  link->title = is_item ? streek_plan_item_dup_label (link->record)
                        : streek_record_dup_title (link->record, search->records);
  if (plan == NULL)
    return;

  g_autofree char *title = streek_record_dup_title (plan, search->records);
  char *details = g_strdup_printf ("%s · %s", title, link->details);

  g_free (link->details);
  link->details = details;
}

static void
add_group (StreekAreaLinks *self, Search *search, const char *title, void (*try) (Search *search))
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (free_link);

  search->links = links;
  search->seen = seen;
  try (search);
  if (links->len == 0)
    return;

  for (guint i = 0; i < links->len; i++)
    name_link (search, links->pdata[i]);
  g_ptr_array_sort (links, compare_links);

  StreekAreaLinkGroup *group = g_new0 (StreekAreaLinkGroup, 1);

  group->title = g_strdup (title);
  group->links = g_steal_pointer (&links);
  g_ptr_array_add (self->groups, group);
}

static void
add_notes (StreekAreaLinks *self, const Search *search)
{
  g_autofree char *day =
    streek_format_date (streek_record_view_get_format (search->view), search->on);
  GString *names = g_string_new (NULL);

  g_ptr_array_add (self->notes, g_strdup (_ ("A project counts in every area that it reaches; an "
                                             "action without areas of its own is found under its "
                                             "plan.")));
  /* Translators: %s is a day. */
  g_ptr_array_add (self->notes, g_strdup_printf (_ ("Areas are those of %s."), day));
  if (search->has_surroundings)
    g_ptr_array_add (self->notes,
                     g_strdup (_ ("What takes place in an area “and surroundings” is only found in "
                                  "that area: where the surroundings end is not known.")));

  for (guint i = 0; i < search->left_out->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) search->left_out->pdata[i]);
  if (names->len > 0)
    g_ptr_array_add (
      self->notes,
      /* Translators: %s is a list of areas. */
      g_strdup_printf (_ ("Not compared, because they are unknown or have borders of "
                          "their own: %s."),
                       names->str));
  g_string_free (names, TRUE);
}

StreekAreaLinks *
streek_area_links_new (const StreekRecordView *view, const char *area, StreekDate on)
{
  g_return_val_if_fail (view != NULL && area != NULL, NULL);

  StreekDate used;
  const StreekArea *found =
    streek_areas_resolve_ref (streek_record_view_get_areas (view), area, on, &used, NULL);

  if (found == NULL)
    return NULL;

  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  Search search = { .view = view,
                    .records = streek_record_view_get_records (view),
                    .area = found,
                    .on = on,
                    .left_out = left_out };
  StreekAreaLinks *self = g_new0 (StreekAreaLinks, 1);

  self->area = streek_area_dup_label (found);
  self->code = g_strdup (found->code);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  add_group (self, &search, streek_record_kind_get_plural (&streek_project_kind), try_projects);
  add_group (self, &search, streek_record_kind_get_plural (&streek_plan_item_kind), try_items);
  add_group (self, &search, streek_record_kind_get_plural (&streek_pact_kind), try_plans);
  add_group (self, &search, streek_record_kind_get_plural (&streek_body_kind), try_bodies);
  add_notes (self, &search);

  return self;
}
