/* streek-project-portrait-channels.c: the channels of a project, and what was counted of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "project/streek-project-portrait-private.h"

#include "project/streek-event.h"

#include <glib/gi18n-lib.h>

/* (transfer full): what the counts of one channel are told apart by: followers are no visits; ""
 * where nobody said it */
static char *
dup_counted (const StreekRecord *count)
{
  const char *note = streek_record_get_text (count, STREEK_CHANNEL_COUNT_NOTE);

  return g_strstrip (g_strdup (note != NULL ? note : ""));
}

/* (element-type GPtrArray): the counts of a channel that say the same of what is counted, by day;
 * those without a day last */
static GPtrArray *
gather_groups (const StreekRecord *channel, const StreekRecords *records)
{
  g_autoptr (GPtrArray) counts =
    streek_records_gather (records, &streek_channel_count_kind, STREEK_CHANNEL_COUNT_CHANNEL,
                           streek_record_get_id (channel));
  g_autoptr (GHashTable) by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  streek_records_sort_by_day (counts, STREEK_CHANNEL_COUNT_COUNTED_IN);

  for (guint i = 0; i < counts->len; i++)
    {
      g_autofree char *counted = dup_counted (counts->pdata[i]);
      g_autofree char *words = g_utf8_casefold (counted, -1);
      GPtrArray *group = g_hash_table_lookup (by_words, words);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_words, g_steal_pointer (&words), group);
        }

      g_ptr_array_add (group, counts->pdata[i]);
    }

  return groups;
}

/* "About 500 (2012), followers" */
static void
append_single (GString *text, const StreekRecord *count, const StreekRecordView *view)
{
  g_autofree char *number = streek_record_view_dup_stated (view, count, STREEK_CHANNEL_COUNT_NUMBER,
                                                           STREEK_CHANNEL_COUNT_QUALIFIER);
  g_autofree char *when =
    streek_record_view_dup_text (view, count, STREEK_CHANNEL_COUNT_COUNTED_IN);
  g_autofree char *counted = dup_counted (count);

  g_string_append (text, number);
  if (*when != '\0')
    g_string_append_printf (text, " (%s)", when);
  if (*counted != '\0')
    g_string_append_printf (text, ", %s", counted);
}

static StreekQualifier
get_qualifier (const StreekRecord *count)
{
  const char *id = streek_record_get_text (count, STREEK_CHANNEL_COUNT_QUALIFIER);
  StreekQualifier qualifier = STREEK_QUALIFIER_NONE;

  if (id != NULL)
    streek_qualifier_parse_id (id, &qualifier);

  return qualifier;
}

/* "Followers: 120 (2014), about 310 (2017), 15 (date unknown)" */
static void
append_group (GString *text, const GPtrArray *group, const StreekRecordView *view)
{
  g_autofree char *counted = dup_counted (group->pdata[0]);

  if (*counted != '\0')
    g_string_append_printf (text, "%s: ", counted);

  for (guint i = 0; i < group->len; i++)
    {
      StreekQualifier qualifier = get_qualifier (group->pdata[i]);
      g_autofree char *number =
        streek_record_view_dup_text (view, group->pdata[i], STREEK_CHANNEL_COUNT_NUMBER);
      g_autofree char *when =
        streek_record_view_dup_text (view, group->pdata[i], STREEK_CHANNEL_COUNT_COUNTED_IN);

      g_string_append_printf (text, "%s%s%s%s (%s)", i > 0 ? ", " : "",
                              streek_qualifier_get_label (qualifier),
                              qualifier != STREEK_QUALIFIER_NONE ? " " : "", number,
                              *when != '\0' ? when : C_ ("of a count", "date unknown"));
    }
}

/* What was counted of a channel, one a line. */
static char *
dup_counts (const StreekRecord *channel, const StreekRecordView *view)
{
  g_autoptr (GPtrArray) groups = gather_groups (channel, streek_record_view_get_records (view));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const GPtrArray *group = groups->pdata[i];

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (group->len == 1)
        append_single (text, group->pdata[0], view);
      else
        append_group (text, group, view);
    }

  return g_string_free (text, FALSE);
}

static StreekCountCourse *
make_course (const GPtrArray *group, const StreekRecordView *view)
{
  StreekCountCourse *course = streek_count_course_new ();

  for (guint i = 0; i < group->len; i++)
    {
      const StreekRecord *count = group->pdata[i];
      g_autofree char *number =
        streek_record_view_dup_text (view, count, STREEK_CHANNEL_COUNT_NUMBER);

      streek_count_course_add (course,
                               streek_record_get_period (count, STREEK_CHANNEL_COUNT_COUNTED_IN),
                               streek_record_get_number (count, STREEK_CHANNEL_COUNT_NUMBER),
                               get_qualifier (count), number);
    }

  return course;
}

/* Two counts of one period contradict each other, or are of two things: neither is drawn. */
static void
add_group (const StreekProjectWork *self, const StreekRecord *channel, const GPtrArray *group)
{
  g_autoptr (StreekCountCourse) course = make_course (group, self->view);
  const StreekFormat *format = streek_record_view_get_format (self->view);
  const char *name = streek_record_get_text (channel, STREEK_CHANNEL_NAME);
  g_autofree char *counted = dup_counted (group->pdata[0]);
  g_autofree char *label =
    *counted != '\0' ? g_strdup_printf ("%s: %s", name, counted) : g_strdup (name);
  int twice = streek_count_course_find_double (course);

  if (twice >= 0)
    {
      g_autofree char *period =
        streek_format_period (format, streek_count_course_get_point (course, twice)->period);
      g_autofree char *words = g_strdup_printf (
        /* Translators: %1$s is what was counted, %2$s a year, a month or a day. */
        _ ("%1$s: of %2$s there is more than one count, so the course is not drawn. Say of each "
           "count what is counted."),
        label, period);

      streek_portrait_add_note (self->portrait, words);
      return;
    }

  if (streek_count_course_get_n_points (course) < 2)
    return;

  g_autofree char *words = streek_count_course_dup_words (course, format);

  streek_portrait_add_course (self->portrait, label, g_steal_pointer (&course), words,
                              streek_record_dup_place (channel));
}

void
streek_project_portrait_add_channels (const StreekProjectWork *self)
{
  static const StreekPortraitColumn columns[] = {
    { STREEK_CHANNEL_NAME, N_ ("Channel"), NULL },
    { STREEK_CHANNEL_KIND, NULL, NULL },
    { STREEK_CHANNEL_URL, NULL, NULL },
    { -1, N_ ("Own counts"), dup_counts },
    { STREEK_CHANNEL_NOTE, NULL, NULL },
  };
  g_autoptr (GPtrArray) channels =
    streek_records_gather (self->records, &streek_channel_kind, STREEK_CHANNEL_PROJECT, self->id);

  streek_project_work_begin_part (self, _ ("Channels"), &streek_channel_kind,
                                  STREEK_CHANNEL_PROJECT);
  streek_portrait_add_records (self->portrait, self->view, channels, columns,
                               G_N_ELEMENTS (columns));

  for (guint i = 0; i < channels->len; i++)
    {
      g_autoptr (GPtrArray) groups = gather_groups (channels->pdata[i], self->records);

      for (guint j = 0; j < groups->len; j++)
        add_group (self, channels->pdata[i], groups->pdata[j]);
    }
}
