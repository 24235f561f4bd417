/* streek-item-details.c: all there is about a goal or action of a plan, part by part */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-item-details.h"

#include "actor/streek-document.h"
#include "plan/streek-due.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-role-said.h"
#include "plan/streek-role.h"
#include "plan/streek-target-words.h"
#include "plan/streek-year-programme.h"
#include "record/streek-record-cited.h"
#include "record/streek-record-portrait.h"

#include <glib/gi18n-lib.h>

#define LINE_LETTERS 60 /* old and new words of so many stand beside each other */

static void
free_line (gpointer data)
{
  StreekItemLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line->detail);
  g_free (line->place);
  g_free (line->map_place);
  g_free (line->source);
  g_free (line->source_place);
  g_clear_pointer (&line->spans, g_array_unref);
  g_free (line);
}

static void
free_part (gpointer data)
{
  StreekItemPart *part = data;

  g_free (part->title);
  g_ptr_array_unref (part->lines);
  g_free (part);
}

/* Takes all texts; an empty one is none. */
static void
add_line (StreekItemPart *part, char *label, char *text, char *detail, char *place)
{
  StreekItemLine *line = g_new0 (StreekItemLine, 1);

  if (detail != NULL && *detail == '\0')
    g_clear_pointer (&detail, g_free);

  *line = (StreekItemLine){ .label = label, .text = text, .detail = detail, .place = place };

  if (text == NULL || *text == '\0')
    free_line (line);
  else
    g_ptr_array_add (part->lines, line);
}

/* Takes the place; of the line that came last. */
static void
set_map_place (StreekItemPart *part, char *place)
{
  if (part->lines->len == 0)
    g_free (place);
  else
    ((StreekItemLine *) part->lines->pdata[part->lines->len - 1])->map_place = place;
}

/* What the line that came last rests on. */
static void
cite (StreekItemPart *part, const StreekRecordView *view, const StreekRecord *record)
{
  StreekItemLine *line = part->lines->len > 0 ? part->lines->pdata[part->lines->len - 1] : NULL;
  StreekRecordCited cited;

  if (line == NULL || line->source != NULL ||
      !streek_record_find_cited (record, streek_record_view_get_records (view), &cited))
    return;

  line->source = streek_document_dup_reference (cited.document, cited.page);
  line->source_place = streek_record_cited_dup_place (&cited);
}

/* One that is there already, where two kinds say the same sort of thing. */
static StreekItemPart *
take_part (GPtrArray *parts, const char *title)
{
  for (guint i = 0; title != NULL && i < parts->len; i++)
    if (g_strcmp0 (((StreekItemPart *) parts->pdata[i])->title, title) == 0)
      return parts->pdata[i];

  StreekItemPart *part = g_new0 (StreekItemPart, 1);

  part->title = g_strdup (title);
  part->lines = g_ptr_array_new_with_free_func (free_line);
  g_ptr_array_add (parts, part);

  return part;
}

static gboolean
has_place (const StreekItemPart *part, const char *place)
{
  for (guint i = 0; i < part->lines->len; i++)
    if (g_strcmp0 (((StreekItemLine *) part->lines->pdata[i])->place, place) == 0)
      return TRUE;

  return FALSE;
}

static char *
make_place (const StreekRecordKind *kind, gint64 id)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind->id, id);
}

/* Of the item itself */

static void
add_field (StreekItemPart *part, const StreekRecordView *view, const StreekRecord *item, guint i)
{
  const StreekRecordField *field = &streek_plan_item_kind.fields[i];
  char *place = field->type == STREEK_RECORD_REFERENCE && streek_record_has (item, i)
                  ? make_place (field->target, streek_record_get_reference (item, i))
                  : NULL;

  add_line (part, g_strdup (streek_record_field_get_label (field)),
            streek_record_view_dup_text (view, item, i), NULL, place);
}

/* It opens where it says so, at its page. */
static void
add_document (StreekItemPart *part, const StreekRecordView *view, const StreekRecord *item)
{
  StreekRecordCited cited;

  if (streek_record_find_cited_by (item, streek_record_view_get_records (view),
                                   STREEK_PLAN_ITEM_DOCUMENT, &cited))
    add_line (part,
              g_strdup (streek_record_field_get_label (
                &streek_plan_item_kind.fields[STREEK_PLAN_ITEM_DOCUMENT])),
              streek_document_dup_reference (cited.document, cited.page), NULL,
              streek_record_cited_dup_place (&cited));
  else
    add_field (part, view, item, STREEK_PLAN_ITEM_PAGE);
}

static void
add_facts (GPtrArray *parts, const StreekRecordView *view, const StreekRecord *item)
{
  const StreekFormat *format = streek_record_view_get_format (view);
  StreekItemPart *part = take_part (parts, NULL);

  add_line (part, g_strdup (_ ("Role of the body")), streek_roles_dup_words_of_item (view, item),
            NULL, NULL);
  add_field (part, view, item, STREEK_PLAN_ITEM_OWNER);
  add_field (part, view, item, STREEK_PLAN_ITEM_ORGANISATION);
  add_line (part, g_strdup (_ ("Timing")),
            streek_timing_dup_words (streek_record_get_period (item, STREEK_PLAN_ITEM_STARTS),
                                     streek_record_get_period (item, STREEK_PLAN_ITEM_ENDS),
                                     format),
            NULL, NULL);
  add_field (part, view, item, STREEK_PLAN_ITEM_STATUS);
  add_field (part, view, item, STREEK_PLAN_ITEM_PERCENT);
  if (streek_plan_item_is_action (item, streek_record_view_get_records (view)))
    add_line (part, g_strdup (_ ("Follow-up")),
              streek_due_dup_words (streek_due_of_item (item, view), format), NULL, NULL);
  add_field (part, view, item, STREEK_PLAN_ITEM_BUDGET);
  add_document (part, view, item);
  add_field (part, view, item, STREEK_PLAN_ITEM_NOTE);
}

/* Targets, and the figures behind them */

static const StreekRecord *const *
list_by (
  const StreekRecordView *view, const StreekRecordKind *kind, guint field, gint64 id, guint *n)
{
  return streek_records_list_by (streek_record_view_get_records (view), kind, field, id, n);
}

static void
add_targets (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  StreekItemPart *part = take_part (parts, streek_record_kind_get_plural (&streek_target_kind));
  guint n;
  const StreekRecord *const *targets =
    list_by (view, &streek_target_kind, STREEK_TARGET_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    add_line (part, NULL,
              streek_record_dup_title (targets[i], streek_record_view_get_records (view)),
              streek_target_dup_summary (targets[i], view), streek_record_dup_place (targets[i]));
}

static gboolean
has_map_place (const StreekItemPart *part, const char *place)
{
  for (guint i = 0; i < part->lines->len; i++)
    if (g_strcmp0 (((StreekItemLine *) part->lines->pdata[i])->map_place, place) == 0)
      return TRUE;

  return FALSE;
}

/* Each a click from its chart, and from its map: of the area and the period of its figure. */
static void
add_indicators (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  StreekItemPart *part = take_part (parts, _ ("Indicators"));
  guint n;
  const StreekRecord *const *targets =
    list_by (view, &streek_target_kind, STREEK_TARGET_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *code = streek_record_get_text (targets[i], STREEK_TARGET_INDICATOR);
      g_autofree char *place = streek_record_view_dup_figure_place (view, targets[i], "map");

      if (code == NULL || (place != NULL && has_map_place (part, place)))
        continue;

      add_line (part, NULL, streek_record_view_dup_indicator_name (view, code),
                streek_record_view_dup_figure_words (view, targets[i]),
                streek_record_view_dup_figure_place (view, targets[i], "chart"));
      set_map_place (part, g_steal_pointer (&place));
    }
}

/* Years that carry it out */

static void
append_word (GString *words, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

/* "2026 · Under way · 50 % · Overdue since 3 March 2026" */
static char *
describe_year_action (const StreekRecordView *view, const StreekRecord *action)
{
  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records);
  StreekDue due = streek_due_of_year_action (action, view);
  g_autofree char *status = streek_record_view_dup_text (view, action, STREEK_YEAR_ACTION_STATUS);
  g_autofree char *percent = streek_record_view_dup_text (view, action, STREEK_YEAR_ACTION_PERCENT);
  g_autofree char *late = due.state <= STREEK_DUE_STALE
                            ? streek_due_dup_words (due, streek_record_view_get_format (view))
                            : NULL;
  GString *words = g_string_new (NULL);

  if (programme != NULL)
    g_string_append_printf (
      words, "%d", (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR));
  append_word (words, status);
  append_word (words, percent);
  append_word (words, late);

  return g_string_free (words, FALSE);
}

static int
get_year (const StreekRecord *action, const StreekRecords *records)
{
  const StreekRecord *programme =
    streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records);

  return programme != NULL ? (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR)
                           : 0;
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer records)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;

  return get_year (second, records) - get_year (first, records);
}

static void
add_year_actions (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  StreekRecords *records = streek_record_view_get_records (view);
  StreekItemPart *part =
    take_part (parts, streek_record_kind_get_plural (&streek_year_action_kind));
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *links =
    list_by (view, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecord *action =
        streek_record_follow (links[i], STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, records);

      if (action != NULL)
        g_ptr_array_add (actions, (gpointer) action);
    }

  g_ptr_array_sort_with_data (actions, compare_years, records);

  for (guint i = 0; i < actions->len; i++)
    add_line (part, NULL, streek_record_dup_title (actions->pdata[i], records),
              describe_year_action (view, actions->pdata[i]),
              streek_record_dup_place (actions->pdata[i]));
}

/* Whatever else hangs on it, by the descriptions of the kinds */

/* The owner of a record that only says that two hang together; -1: it is part of the item. */
static int
find_other_owner (const StreekRecordKind *kind, guint field)
{
  for (guint i = 0; kind->change == NULL && i < kind->n_fields; i++)
    if (i != field && (kind->fields[i].flags & STREEK_RECORD_OWNER) != 0 &&
        (kind->fields[field].flags & STREEK_RECORD_OWNER) == 0)
      return (int) i;

  return -1;
}

static char *
dup_frame (const StreekRecordView *view, const StreekRecord *link)
{
  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *part = streek_record_follow (link, STREEK_ITEM_FRAME_FRAME_ITEM, records);

  return part != NULL ? streek_record_view_dup_text (view, part, STREEK_FRAME_ITEM_FRAME) : NULL;
}

/* A part of another plan is known by its code there. */
static char *
dup_title_of (const StreekRecordView *view, const StreekRecord *record)
{
  StreekRecords *records = streek_record_view_get_records (view);

  if (record == NULL)
    return NULL;
  if (streek_record_get_kind (record) == &streek_plan_item_kind)
    return streek_plan_item_dup_label (record);
  if (streek_record_get_kind (record) == &streek_frame_item_kind &&
      streek_record_has (record, STREEK_FRAME_ITEM_CODE))
    return g_strdup_printf ("%s %s", streek_record_get_text (record, STREEK_FRAME_ITEM_CODE),
                            streek_record_get_text (record, STREEK_FRAME_ITEM_NAME));

  return streek_record_dup_title (record, records);
}

/* A part of the item that is called after one other thing leads to that. */
static gboolean
add_named_after (StreekItemPart *part,
                 const StreekRecordView *view,
                 const StreekRecord *record,
                 guint field)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  const StreekRecordField *title = kind->dup_title == NULL ? &kind->fields[kind->title] : NULL;
  g_autofree char *summary = streek_record_view_dup_summary (view, record, (int) field);
  g_autofree char *frame =
    kind == &streek_item_frame_kind ? dup_frame (view, record) : g_strdup ("");
  GString *detail = g_string_new (frame);

  append_word (detail, summary);

  if (title != NULL && title->type == STREEK_RECORD_REFERENCE && kind->title != field)
    {
      const StreekRecord *other =
        streek_record_follow (record, kind->title, streek_record_view_get_records (view));

      add_line (part, NULL, dup_title_of (view, other), g_string_free (detail, FALSE),
                other != NULL ? streek_record_dup_place (other) : NULL);
      return TRUE;
    }
  if (title != NULL && title->type == STREEK_RECORD_CHOICE) /* a word leads nowhere */
    {
      add_line (part, NULL, streek_record_view_dup_text (view, record, kind->title),
                g_string_free (detail, FALSE), NULL);
      return TRUE;
    }
  if (title != NULL && title->type == STREEK_RECORD_AREA)
    {
      add_line (part, NULL, streek_record_view_dup_text (view, record, kind->title),
                g_string_free (detail, FALSE),
                g_strconcat ("area:", streek_record_get_text (record, kind->title), NULL));
      return TRUE;
    }

  g_string_free (detail, TRUE);

  return FALSE;
}

/* What is said of it; its document and page stand below, where they can be opened. */
static char *
dup_detail (const StreekRecordView *view, const StreekRecord *record, int without)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  g_autoptr (GString) words = g_string_new (NULL);
  StreekRecordCited cited;

  if (streek_record_kind_is_document (kind) ||
      !streek_record_find_cited (record, streek_record_view_get_records (view), &cited))
    return streek_record_view_dup_summary (view, record, without);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean is_shown = (kind->fields[i].flags & STREEK_RECORD_SHOWN) != 0;
      g_autofree char *word = streek_record_view_dup_text (view, record, i);

      if (is_shown && i != kind->title && (int) i != without &&
          kind->fields[i].target != &streek_document_kind &&
          !g_str_has_suffix (kind->fields[i].id, "page"))
        append_word (words, word);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_hanging (StreekItemPart *part,
             const StreekRecordView *view,
             const StreekRecord *record,
             guint field)
{
  StreekRecords *records = streek_record_view_get_records (view);
  int owner = find_other_owner (streek_record_get_kind (record), field);
  const StreekRecord *shown =
    owner >= 0 ? streek_record_follow (record, (guint) owner, records) : record;

  if (shown == NULL || (owner < 0 && add_named_after (part, view, record, field)))
    return;

  g_autofree char *place = streek_record_dup_place (shown);

  if (!has_place (part, place))
    {
      add_line (part, NULL, streek_record_dup_title (shown, records),
                dup_detail (view, shown, owner < 0 ? (int) field : -1), g_steal_pointer (&place));
      cite (part, view, shown);
    }
}

static const char *
get_part_title (const StreekRecordKind *kind, guint field)
{
  int owner = find_other_owner (kind, field);

  if (owner >= 0)
    return streek_record_kind_get_plural (kind->fields[owner].target);

  return kind->column != NULL ? _ (kind->column) : streek_record_kind_get_plural (kind);
}

/* What has a part of its own, made with more than the description of its kind. */
static gboolean
is_told_elsewhere (const StreekRecordKind *kind)
{
  return kind == &streek_plan_item_kind || kind == &streek_target_kind ||
         kind == &streek_year_action_item_kind || kind == &streek_progress_kind ||
         kind == &streek_adjustment_kind || kind == &streek_role_kind;
}

static void
add_kind (GPtrArray *parts, const StreekRecordView *view, const StreekRecordKind *kind, gint64 item)
{
  for (guint field = 0; field < kind->n_fields; field++)
    {
      guint n;

      if (kind->fields[field].target != &streek_plan_item_kind ||
          (kind == &streek_item_pillar_kind && field == STREEK_ITEM_PILLAR_PILLAR))
        continue;

      const StreekRecord *const *records = list_by (view, kind, field, item, &n);

      for (guint i = 0; i < n; i++)
        add_hanging (take_part (parts, get_part_title (kind, field)), view, records[i], field);
    }
}

/* What has its own place elsewhere, and stands here too; under what it stands there. */
static void
add_guests (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  StreekRecords *records = streek_record_view_get_records (view);
  /* Translators: heads a list of actions that stand under this pillar beside their own place. */
  StreekItemPart *part = take_part (parts, _ ("Also stand here"));
  g_autoptr (GPtrArray) guests = streek_item_pillar_list_guests (records, item);

  for (guint i = 0; i < guests->len; i++)
    {
      const StreekRecord *parent =
        streek_record_follow (guests->pdata[i], STREEK_PLAN_ITEM_PARENT, records);

      add_line (part, NULL, streek_plan_item_dup_label (guests->pdata[i]),
                parent != NULL ? streek_plan_item_dup_label (parent) : NULL,
                streek_record_dup_place (guests->pdata[i]));
    }
}

static void
add_kinds (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  static const StreekRecordKind *const first[] = {
    &streek_item_target_group_kind, &streek_item_theme_kind, &streek_item_area_kind,
    &streek_item_instrument_kind,   &streek_item_frame_kind, &streek_item_pillar_kind,
    &streek_item_partner_kind,
  };
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      add_kind (parts, view, first[i], item);
      g_ptr_array_remove (kinds, (gpointer) first[i]);
    }

  add_guests (parts, view, item);
  add_year_actions (parts, view, item);

  for (guint i = 0; i < kinds->len; i++)
    if (!is_told_elsewhere (kinds->pdata[i]))
      add_kind (parts, view, kinds->pdata[i], item);
}

/* What was reported and adjusted, the newest first */

static int
compare_days (gconstpointer a, gconstpointer b, gpointer data)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;
  guint day = GPOINTER_TO_UINT (data);
  StreekDate one = streek_record_get_day (first, day), other = streek_record_get_day (second, day);

  return (one < other) - (one > other);
}

static GPtrArray *
list_newest (
  const StreekRecordView *view, const StreekRecordKind *kind, guint field, gint64 item, guint day)
{
  GPtrArray *newest = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *records = list_by (view, kind, field, item, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (newest, (gpointer) records[i]);

  g_ptr_array_sort_with_data (newest, compare_days, GUINT_TO_POINTER (day));

  return newest;
}

static char *
join_fields (const StreekRecordView *view,
             const StreekRecord *record,
             const guint *fields,
             guint n_fields)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *word = streek_record_view_dup_text (view, record, fields[i]);

      append_word (words, word);
    }

  return g_string_free (words, FALSE);
}

static void
add_updates (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  static const guint fields[] = { STREEK_PROGRESS_STATUS, STREEK_PROGRESS_PERCENT,
                                  STREEK_PROGRESS_AUTHOR };
  StreekItemPart *part = take_part (parts, streek_record_kind_get_plural (&streek_progress_kind));
  g_autoptr (GPtrArray) updates = list_newest (view, &streek_progress_kind, STREEK_PROGRESS_ITEM,
                                               item, STREEK_PROGRESS_REPORTED_ON);

  for (guint i = 0; i < updates->len; i++)
    add_line (part,
              streek_record_view_dup_text (view, updates->pdata[i], STREEK_PROGRESS_REPORTED_ON),
              g_strdup (streek_record_get_text (updates->pdata[i], STREEK_PROGRESS_WHAT)),
              join_fields (view, updates->pdata[i], fields, G_N_ELEMENTS (fields)),
              streek_record_dup_place (updates->pdata[i]));
}

/* Old words and new ones, below each other where they are long. */
static StreekMarkedText *
describe_adjustment (const StreekRecord *adjustment)
{
  const char *former = streek_record_get_text (adjustment, STREEK_ADJUSTMENT_OLD_TEXT);
  const char *now = streek_record_get_text (adjustment, STREEK_ADJUSTMENT_NEW_TEXT);
  StreekMarkedText *text = streek_marked_text_new ();

  if (former == NULL || now == NULL)
    {
      streek_marked_text_append (text, now != NULL ? now : "", NULL);
      return text;
    }

  g_autoptr (StreekWordDiff) diff = streek_word_diff_new (former, now);
  gboolean is_long = g_utf8_strlen (former, -1) + g_utf8_strlen (now, -1) > LINE_LETTERS;

  streek_marked_text_append (text, former, diff->struck);
  streek_marked_text_append (text, is_long ? "\n→ " : " → ", NULL);
  streek_marked_text_append (text, now, diff->came);

  return text;
}

static void
add_adjustments (GPtrArray *parts, const StreekRecordView *view, gint64 item)
{
  static const guint fields[] = { STREEK_ADJUSTMENT_REASON, STREEK_ADJUSTMENT_DECIDED_BY,
                                  STREEK_ADJUSTMENT_BODY };
  StreekItemPart *part = take_part (parts, streek_record_kind_get_plural (&streek_adjustment_kind));
  g_autoptr (GPtrArray) adjustments = list_newest (
    view, &streek_adjustment_kind, STREEK_ADJUSTMENT_ITEM, item, STREEK_ADJUSTMENT_DECIDED_ON);

  for (guint i = 0; i < adjustments->len; i++)
    {
      g_autoptr (StreekMarkedText) text = describe_adjustment (adjustments->pdata[i]);

      add_line (
        part,
        streek_record_view_dup_text (view, adjustments->pdata[i], STREEK_ADJUSTMENT_DECIDED_ON),
        g_strdup (text->text->str),
        join_fields (view, adjustments->pdata[i], fields, G_N_ELEMENTS (fields)),
        streek_record_dup_place (adjustments->pdata[i]));

      if (text->text->len > 0)
        ((StreekItemLine *) part->lines->pdata[part->lines->len - 1])->spans =
          g_array_ref (text->spans);
    }
}

GPtrArray *
streek_item_details_list (const StreekRecordView *view, gint64 item)
{
  g_return_val_if_fail (view != NULL, NULL);

  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);
  const StreekRecord *record =
    streek_records_find (streek_record_view_get_records (view), &streek_plan_item_kind, item);

  if (record == NULL)
    return parts;

  add_line (take_part (parts, NULL), NULL,
            g_strdup (streek_record_get_text (record, STREEK_PLAN_ITEM_DESCRIPTION)), NULL, NULL);
  add_facts (parts, view, record);
  add_targets (parts, view, item);
  add_indicators (parts, view, item);
  add_kinds (parts, view, item);
  add_updates (parts, view, item);
  add_adjustments (parts, view, item);

  for (guint i = parts->len; i > 0; i--)
    if (((StreekItemPart *) parts->pdata[i - 1])->lines->len == 0)
      g_ptr_array_remove_index (parts, i - 1);

  return parts;
}
