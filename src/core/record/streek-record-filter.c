/* streek-record-filter.c: which records a list shows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-filter.h"

#include "base/streek-number.h"
#include "record/streek-record-finder.h"
#include "search/streek-fold.h"

#include <string.h>

/* A ring in a tree is somebody's mistake, and no reason to stay in it. */
#define MAX_LEVELS 64

/* What a condition holds against, made ready. */
typedef struct
{
  char *folded;
  double number;
  gint64 reference;
  StreekDate first, last;
  const StreekArea *area; /* (nullable) */
} Operand;

typedef struct
{
  const StreekRecordCondition *condition;
  const StreekRecordListColumn *column;
  const StreekRecordField *field; /* (nullable): of which the column shows what it says */
  Operand *operands;
  guint n_operands;
} Test;

struct _StreekRecordFilter
{
  const StreekRecordView *view;
  GArray *tests; /* of Test */
  char **words;  /* (nullable): folded */
  const StreekArea *area;
  GHashTable *areas; /* SET:CODE → StreekArea, NULL for one that there is not */
};

int
streek_record_kind_find_parent (const StreekRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].target == kind && strcmp (kind->fields[i].id, "parent") == 0)
      return (int) i;

  return -1;
}

/* In its newest link: what people keep names an area, not a date. */
static const StreekArea *
find_area (const StreekRecordFilter *filter, const char *ref, GError **error)
{
  StreekAreas *areas = streek_record_view_get_areas (filter->view);

  return streek_areas_resolve_ref (areas, ref, streek_areas_get_newest_date (areas), NULL, error);
}

static const StreekArea *
resolve_area (StreekRecordFilter *filter, const char *ref)
{
  gpointer found = NULL;

  if (g_hash_table_lookup_extended (filter->areas, ref, NULL, &found))
    return found;

  found = (gpointer) find_area (filter, ref, NULL);
  g_hash_table_insert (filter->areas, g_strdup (ref), found);

  return found;
}

/* FALSE where it is an area that there is not. */
static gboolean
read_operand (StreekRecordFilter *filter,
              const StreekRecordField *field,
              StreekRecordType type,
              const StreekRecordCondition *condition,
              const char *value,
              Operand *operand,
              GError **error)
{
  StreekPeriod period;

  g_autofree char *tidied =
    field != NULL ? streek_record_field_tidy (field, value) : g_strdup (value);

  operand->folded = streek_fold (tidied, NULL);
  operand->reference = g_ascii_strtoll (value, NULL, 10);
  streek_number_parse (value, &operand->number);

  if ((type == STREEK_RECORD_DAY || type == STREEK_RECORD_PERIOD) &&
      streek_period_parse (value, &period, NULL))
    {
      operand->first = streek_period_get_first_day (period);
      operand->last = streek_period_get_last_day (period);
    }

  if (type != STREEK_RECORD_AREA || condition->op != STREEK_RECORD_UNDER)
    return TRUE;

  operand->area = find_area (filter, value, error);

  return operand->area != NULL;
}

static gboolean
add_test (StreekRecordFilter *filter,
          const StreekRecordKind *kind,
          const StreekRecordListColumn *column,
          const StreekRecordCondition *condition,
          GError **error)
{
  const StreekRecordField *field = streek_record_list_column_get_field (kind, column);
  StreekRecordType type = field != NULL ? field->type : column->type;
  guint n = g_strv_length (condition->values);
  Test test = { condition, column, field, g_new0 (Operand, n), n };

  g_array_append_val (filter->tests, test);

  for (guint i = 0; i < n; i++)
    if (!read_operand (filter, field, type, condition, condition->values[i], &test.operands[i],
                       error))
      return FALSE;

  return TRUE;
}

/* A question that is all of a number, as it is kept; else as it is. */
static char *
tidy_question (const StreekRecordKind *kind, const char *question)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      char *tidied = kind->fields[i].tidy != NULL ? kind->fields[i].tidy (question) : NULL;

      if (tidied != NULL)
        return tidied;
    }

  return g_strdup (question);
}

/* Words of a question; NULL where it has none. */
static char **
split_words (const StreekRecordKind *kind, const char *question)
{
  g_autofree char *tidied = tidy_question (kind, question);
  g_autofree char *folded = streek_fold (tidied, NULL);
  g_auto (GStrv) split = g_strsplit_set (folded, " \t\n\r", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      {
        g_strv_builder_add (builder, split[i]);
        n++;
      }

  return n > 0 ? g_strv_builder_end (builder) : NULL;
}

static void
clear_test (gpointer data)
{
  Test *test = data;

  for (guint i = 0; i < test->n_operands; i++)
    g_free (test->operands[i].folded);

  g_free (test->operands);
}

StreekRecordFilter *
streek_record_filter_new (const StreekRecordListSpec *spec,
                          const GPtrArray *columns,
                          const StreekRecordView *view,
                          GError **error)
{
  g_autoptr (StreekRecordFilter) filter = g_new0 (StreekRecordFilter, 1);

  filter->view = view;
  filter->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  filter->tests = g_array_new (FALSE, FALSE, sizeof (Test));
  g_array_set_clear_func (filter->tests, clear_test);
  filter->words = spec->search != NULL ? split_words (spec->kind, spec->search) : NULL;

  if (spec->area != NULL)
    {
      filter->area = find_area (filter, spec->area, error);
      if (filter->area == NULL)
        return NULL;
    }

  for (guint i = 0; i < spec->conditions->len; i++)
    {
      const StreekRecordCondition *condition = spec->conditions->pdata[i];
      const StreekRecordListColumn *column =
        streek_record_columns_find (columns, condition->column);

      if (column != NULL && !add_test (filter, spec->kind, column, condition, error))
        return NULL;
    }

  return g_steal_pointer (&filter);
}

void
streek_record_filter_free (StreekRecordFilter *filter)
{
  if (filter == NULL)
    return;

  g_array_unref (filter->tests);
  g_strfreev (filter->words);
  g_hash_table_unref (filter->areas);
  g_free (filter);
}

/* Conditions */

/* Whether the record that @value names is the record @id or stands below it. */
static gboolean
is_below (const StreekRecordView *view, const StreekRecordValue *value, gint64 id)
{
  const StreekRecordKind *kind = value->field->target;
  int parent = streek_record_kind_find_parent (kind);
  gint64 one = value->reference;

  for (guint level = 0; level < MAX_LEVELS && one != 0; level++)
    {
      if (one == id)
        return TRUE;
      if (parent < 0)
        return FALSE;

      const StreekRecord *record =
        streek_records_find (streek_record_view_get_records (view), kind, one);

      one = record != NULL ? streek_record_get_reference (record, (guint) parent) : 0;
    }

  return FALSE;
}

static gboolean
lies_in (const StreekArea *inner, const StreekArea *outer)
{
  return inner != NULL && outer != NULL && (inner == outer || streek_area_is_inside (inner, outer));
}

/* Whether one of the other ways to write @tidied has @folded in it. */
static gboolean
is_spelled (const StreekRecordField *field, const char *tidied, const char *folded)
{
  g_autofree char *spellings = streek_record_field_dup_spellings (field, tidied);
  g_autofree char *others = spellings != NULL ? streek_fold (spellings, NULL) : NULL;

  return others != NULL && strstr (others, folded) != NULL;
}

/* What it says, folded, as people and as files read it. */
static gboolean
has_text (const StreekRecordFilter *filter,
          const Test *test,
          const StreekRecordValue *value,
          const Operand *operand)
{
  g_autofree char *text = streek_record_value_dup_text (value, test->column, filter->view);
  g_autofree char *tidied = test->field != NULL && test->field->tidy != NULL
                              ? streek_record_field_tidy (test->field, text)
                              : NULL;
  g_autofree char *folded = streek_fold (tidied != NULL ? tidied : text, NULL);

  if (test->condition->op != STREEK_RECORD_CONTAINS)
    return strcmp (folded, operand->folded) == 0;

  return strstr (folded, operand->folded) != NULL ||
         (tidied != NULL && is_spelled (test->field, tidied, operand->folded));
}

static gboolean
is_operand (const StreekRecordFilter *filter,
            const Test *test,
            const StreekRecordValue *value,
            const char *raw,
            const Operand *operand)
{
  switch (value->type)
    {
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_BYTES:
      return value->number == operand->number;
    case STREEK_RECORD_DAY:
      return value->day >= operand->first && value->day <= operand->last;
    case STREEK_RECORD_PERIOD:
      return streek_period_get_first_day (value->period) >= operand->first &&
             streek_period_get_last_day (value->period) <= operand->last;
    case STREEK_RECORD_REFERENCE:
      return value->field != NULL ? value->reference == operand->reference
                                  : has_text (filter, test, value, operand);
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
      return strcmp (value->text, raw) == 0;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_LIST:
    default:
      return has_text (filter, test, value, operand);
    }
}

static gboolean
is_at_least (const StreekRecordValue *value, const Operand *operand)
{
  if (value->type == STREEK_RECORD_DAY)
    return value->day >= operand->first;
  if (value->type == STREEK_RECORD_PERIOD)
    return streek_period_get_first_day (value->period) >= operand->first;

  return value->number >= operand->number;
}

static gboolean
is_at_most (const StreekRecordValue *value, const Operand *operand)
{
  if (value->type == STREEK_RECORD_DAY)
    return value->day <= operand->last;
  if (value->type == STREEK_RECORD_PERIOD)
    return streek_period_get_last_day (value->period) <= operand->last;

  return value->number <= operand->number;
}

static gboolean
is_under (StreekRecordFilter *filter,
          const StreekRecordValue *value,
          const char *raw,
          const Operand *operand)
{
  if (value->type == STREEK_RECORD_REFERENCE)
    return is_below (filter->view, value, operand->reference);

  return strcmp (value->text, raw) == 0 ||
         lies_in (resolve_area (filter, value->text), operand->area);
}

static gboolean
holds (StreekRecordFilter *filter,
       const Test *test,
       const StreekRecordValue *value,
       const char *raw,
       const Operand *operand)
{
  switch (test->condition->op)
    {
    case STREEK_RECORD_CONTAINS:
      return has_text (filter, test, value, operand);
    case STREEK_RECORD_IS:
    case STREEK_RECORD_IS_NOT:
      return is_operand (filter, test, value, raw, operand);
    case STREEK_RECORD_AT_LEAST:
      return is_at_least (value, operand);
    case STREEK_RECORD_AT_MOST:
      return is_at_most (value, operand);
    case STREEK_RECORD_UNDER:
      return is_under (filter, value, raw, operand);
    case STREEK_RECORD_IS_EMPTY:
    case STREEK_RECORD_IS_FILLED:
    default:
      return TRUE;
    }
}

typedef struct
{
  StreekRecordFilter *filter;
  const Test *test;
  guint n_values;
  gboolean found;
} Trial;

static void
try_value_cb (const StreekRecordValue *value, gpointer data)
{
  Trial *trial = data;
  const Test *test = trial->test;

  trial->n_values++;

  for (guint i = 0; i < test->n_operands && !trial->found; i++)
    trial->found =
      holds (trial->filter, test, value, test->condition->values[i], &test->operands[i]);
}

/* A flag that is not raised is empty, and is no. */
static void
try_lowered_flag (Trial *trial)
{
  const StreekRecordValue no = { .type = STREEK_RECORD_FLAG, .number = 0 };

  if (trial->test->column->type == STREEK_RECORD_FLAG && trial->n_values == 0)
    {
      try_value_cb (&no, trial);
      trial->n_values = 0;
    }
}

static gboolean
passes (StreekRecordFilter *filter, const Test *test, const StreekRecord *record)
{
  Trial trial = { filter, test, 0, FALSE };

  streek_record_list_column_foreach (test->column, record, filter->view, try_value_cb, &trial);
  try_lowered_flag (&trial);

  switch (test->condition->op)
    {
    case STREEK_RECORD_IS_EMPTY:
      return trial.n_values == 0;
    case STREEK_RECORD_IS_FILLED:
      return trial.n_values > 0;
    case STREEK_RECORD_IS_NOT:
      return !trial.found;
    case STREEK_RECORD_CONTAINS:
    case STREEK_RECORD_IS:
    case STREEK_RECORD_AT_LEAST:
    case STREEK_RECORD_AT_MOST:
    case STREEK_RECORD_UNDER:
    default:
      return trial.found;
    }
}

/* The area of a list */

/* What an area field of @record, or of what hangs on it, says. @n: (inout): how many there are */
static gboolean
has_area_in (StreekRecordFilter *filter, const StreekRecord *record, guint *n)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type != STREEK_RECORD_AREA || !streek_record_has (record, i))
        continue;

      ++*n;
      if (lies_in (resolve_area (filter, streek_record_get_text (record, i)), filter->area))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_link_in (StreekRecordFilter *filter, const StreekRecord *record, guint *n)
{
  const StreekRecords *records = streek_record_view_get_records (filter->view);
  const GPtrArray *columns =
    streek_record_view_get_columns (filter->view, streek_record_get_kind (record));

  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];
      guint n_links;

      if (column->link == NULL ||
          column->link->fields[column->link->title].type != STREEK_RECORD_AREA)
        continue;

      const StreekRecord *const *links = streek_records_list_by (
        records, column->link, column->owner, streek_record_get_id (record), &n_links);

      for (guint j = 0; j < n_links; j++)
        if (has_area_in (filter, links[j], n))
          return TRUE;
    }

  return FALSE;
}

/* Of parts that lend it their areas. */
static gboolean
has_part_in (StreekRecordFilter *filter, const StreekRecord *record, guint *n)
{
  g_autoptr (GPtrArray) kinds = streek_record_kinds_list ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const StreekRecordKind *kind = kinds->pdata[i];
      int owner = kind->lends_areas ? streek_record_kind_find_owner (kind) : -1;
      guint n_parts = 0;
      const StreekRecord *const *parts =
        owner >= 0 && kind->fields[owner].target == streek_record_get_kind (record)
          ? streek_records_list_by (streek_record_view_get_records (filter->view), kind,
                                    (guint) owner, streek_record_get_id (record), &n_parts)
          : NULL;

      for (guint j = 0; j < n_parts; j++)
        if (has_link_in (filter, parts[j], n))
          return TRUE;
    }

  return FALSE;
}

/* Its own areas and those that hang on it; where it has none, those of what it is part of. */
static gboolean
lies_in_area (StreekRecordFilter *filter, const StreekRecord *record, guint level)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);
  guint n = 0;

  if (has_area_in (filter, record, &n) || has_link_in (filter, record, &n) ||
      has_part_in (filter, record, &n))
    return TRUE;
  if (n > 0 || level >= MAX_LEVELS)
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const StreekRecord *owner =
        kind->fields[i].flags & STREEK_RECORD_OWNER
          ? streek_record_follow (record, i, streek_record_view_get_records (filter->view))
          : NULL;

      if (owner != NULL && lies_in_area (filter, owner, level + 1))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (const StreekRecordFilter *filter, const StreekRecord *record)
{
  const char *folded = streek_record_view_get_folded (filter->view, record);

  for (guint i = 0; filter->words[i] != NULL; i++)
    if (strstr (folded, filter->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
streek_record_filter_takes (StreekRecordFilter *filter, const StreekRecord *record)
{
  for (guint i = 0; i < filter->tests->len; i++)
    if (!passes (filter, &g_array_index (filter->tests, Test, i), record))
      return FALSE;

  return (filter->area == NULL || lies_in_area (filter, record, 0)) &&
         (filter->words == NULL || has_words (filter, record));
}
