/* streek-record-typed.c: what a cell of a file means as a field of a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-typed.h"

#include "exchange/streek-period-words.h"
#include "record/streek-record-amount.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What files call a word, by what it is called here, where the program may speak another language
 * than the file. */
static const struct
{
  const char *label;
  const char *words; /* separated by | */
} choice_words[] = {
  { "Approved", "goedgekeurd" },
  { "Done", "klaar|afgerond|uitgevoerd|voltooid|gerealiseerd|beëindigd|afgewerkt|gedaan|ok|"
            "volledig uitgevoerd|"
            "gefinaliseerd|100%|100 %" },
  { "Dropped", "geschrapt|vervallen|stopgezet|geannuleerd|niet uitgevoerd|niet "
               "weerhouden|afgevoerd|verlaten" },
  { "Idea", "idee|in voorbereiding|voorstel" },
  { "Not started",
    "niet gestart|nog niet gestart|niet begonnen|te starten|nog te starten|op te starten|"
    "nog op te starten|nog niet opgestart|niet opgestart|nog niet begonnen|gepland|0%|0 %" },
  { "Postponed", "uitgesteld|on hold|in de wacht|opgeschort|verschoven|doorgeschoven" },
  { "Rejected", "geweigerd|afgekeurd|niet goedgekeurd" },
  { "Running", "lopend|lopende|loopt|bezig|in uitvoering|gestart|opgestart|actief" },
  { "Stopped", "stopgezet|gestopt|geannuleerd" },
  { "Submitted", "ingediend" },
  { "Under way",
    "lopend|lopende|loopt|bezig|in uitvoering|gestart|opgestart|actief|doorlopend|on track|"
    "op schema|in opstart|deels uitgevoerd|gedeeltelijk uitgevoerd" },
};

void
streek_record_typed_clear (StreekRecordTyped *typed)
{
  g_clear_pointer (&typed->text, g_free);
}

static gboolean
is_one_of (const char *folded, const char *words)
{
  g_autofree char *all = streek_fold (words, NULL);
  g_auto (GStrv) split = g_strsplit (all, "|", -1);

  return g_strv_contains ((const char *const *) split, folded);
}

/* Choices */

static gboolean
is_word (const StreekRecordField *field, const StreekRecordWord *word, const char *folded)
{
  if (is_one_of (folded, word->id) || is_one_of (folded, word->label) ||
      is_one_of (folded, streek_record_field_get_word (field, word->id)))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (choice_words); i++)
    if (strcmp (choice_words[i].label, word->label) == 0 &&
        is_one_of (folded, choice_words[i].words))
      return TRUE;

  return FALSE;
}

static StreekRecordTypedResult
read_choice (StreekRecordTyped *typed,
             const StreekRecordField *field,
             const char *text,
             char **fault)
{
  g_autofree char *folded = streek_fold (text, NULL);

  for (const StreekRecordWord *word = field->words; word != NULL && word->id != NULL; word++)
    if (is_word (field, word, folded))
      {
        typed->text = g_strdup (word->id);
        return STREEK_RECORD_TYPED_OK;
      }

  if (field->flags & STREEK_RECORD_OPEN)
    {
      typed->text = streek_record_field_tidy (field, text);
      return STREEK_RECORD_TYPED_OK;
    }

  *fault = g_strdup_printf (
    /* Translators: %s is a word in a file. */
    _ ("“%s” is none of the words that can stand here."), text);

  return STREEK_RECORD_TYPED_UNKNOWN;
}

/* Numbers */

static StreekRecordTypedResult
read_number (StreekRecordTyped *typed,
             const StreekRecordField *field,
             const StreekFormat *format,
             const char *text,
             guint32 flags,
             char **fault,
             char **note)
{
  StreekRecordAmount amount;
  gboolean is_number = streek_record_amount_read (text, flags, format, &amount);
  g_autofree char *unit = amount.unit;

  if (!is_number || unit != NULL)
    {
      *fault = g_strdup_printf (_ ("“%s” is no number."), text);
      return STREEK_RECORD_TYPED_FAULT;
    }

  typed->number = amount.value;
  if (field->type == STREEK_RECORD_INTEGER && typed->number != floor (typed->number))
    {
      *fault = g_strdup_printf (_ ("“%s” is no whole number."), text);
      return STREEK_RECORD_TYPED_FAULT;
    }

  typed->integer = fabs (typed->number) < 9e15 ? (gint64) typed->number : 0;
  if (amount.is_rough)
    {
      g_autofree char *number = streek_format_number (
        format, typed->number, typed->number == floor (typed->number) ? 0 : 2);

      /* Translators: %1$s is what a file says, such as "about 1,5 million", %2$s a number. */
      *note = g_strdup_printf (_ ("“%1$s” is taken as %2$s."), text, number);
    }

  return STREEK_RECORD_TYPED_OK;
}

static StreekRecordTypedResult
read_flag (StreekRecordTyped *typed, const char *text, char **fault)
{
  g_autofree char *folded = streek_fold (text, NULL);

  if (is_one_of (folded, "x|v|✓|ja|j|yes|y|1|true|waar|oui") ||
      is_one_of (folded, C_ ("record", "Yes")))
    typed->integer = 1;
  else if (!is_one_of (folded, "nee|neen|n|no|0|false|onwaar|non|-") &&
           !is_one_of (folded, C_ ("record", "No")))
    {
      *fault = g_strdup_printf (_ ("“%s” is neither yes nor no."), text);
      return STREEK_RECORD_TYPED_FAULT;
    }

  return STREEK_RECORD_TYPED_OK;
}

/* Days and periods */

/* Spreadsheets write a moment where a person wrote a day. */
static gsize
get_length_of_day (const char *text, guint32 flags)
{
  const char *gap = flags & STREEK_FIELD_DATE ? strpbrk (text, "T ") : NULL;

  return gap != NULL ? (gsize) (gap - text) : strlen (text);
}

/* Whether a day of that field closes a stretch of time: "Until". */
static gboolean
is_last_day (const StreekRecordField *field)
{
  return strncmp (field->id, "end", 3) == 0 || strstr (field->id, "until") != NULL;
}

static StreekRecordTypedResult
read_day (StreekRecordTyped *typed,
          const StreekRecordField *field,
          const StreekFormat *format,
          StreekPeriod period,
          const char *text,
          char **note)
{
  typed->day = is_last_day (field) ? streek_period_get_last_day (period)
                                   : streek_period_get_first_day (period);

  if (period.kind != STREEK_PERIOD_DAY)
    {
      g_autofree char *day = streek_format_date (format, typed->day);

      /* Translators: %1$s is what a file says, such as a year, %2$s a day. */
      *note = g_strdup_printf (_ ("“%1$s” is no day: taken as %2$s."), text, day);
    }

  return STREEK_RECORD_TYPED_OK;
}

static StreekRecordTypedResult
read_time (StreekRecordTyped *typed,
           const StreekRecordField *field,
           const StreekFormat *format,
           const char *text,
           guint32 flags,
           char **fault,
           char **note)
{
  gsize length = get_length_of_day (text, flags);
  g_autofree char *bare = g_strndup (text, length);

  if (!streek_period_parse (bare, &typed->period, NULL) &&
      !streek_period_words_parse (bare, length, &typed->period))
    {
      *fault = g_strdup_printf (field->type == STREEK_RECORD_DAY
                                  ? _ ("“%s” is no day, such as 3 March 2026 or 3/3/2026.")
                                  : _ ("“%s” is no period, such as 2026 or 2026-Q1."),
                                text);
      return STREEK_RECORD_TYPED_FAULT;
    }

  return field->type == STREEK_RECORD_DAY
           ? read_day (typed, field, format, typed->period, text, note)
           : STREEK_RECORD_TYPED_OK;
}

/* Names of other things */

static StreekRecordTypedResult
read_reference (StreekRecordTyped *typed,
                const StreekRecordField *field,
                StreekRecordFinder *finder,
                gint64 owner,
                const char *text,
                char **fault)
{
  guint n = streek_record_finder_find (finder, field->target, owner, text, &typed->integer);

  if (n == 1)
    return STREEK_RECORD_TYPED_OK;

  const char *plural = streek_record_kind_get_plural (field->target);

  /* Translators: %1$s is a kind in the plural, such as Organisations, %2$s a name in a file. */
  *fault = g_strdup_printf (n == 0 ? _ ("%1$s: there is none called “%2$s”.")
                                   : _ ("%1$s: there are several called “%2$s”."),
                            plural, text);

  return n == 0 ? STREEK_RECORD_TYPED_UNKNOWN : STREEK_RECORD_TYPED_AMBIGUOUS;
}

static StreekRecordTypedResult
read_area (StreekRecordTyped *typed, StreekRecordFinder *finder, const char *text, char **fault)
{
  typed->text = streek_record_finder_find_area (finder, text, fault);

  return typed->text != NULL ? STREEK_RECORD_TYPED_OK : STREEK_RECORD_TYPED_UNKNOWN;
}

static StreekRecordTypedResult
read_indicator (StreekRecordTyped *typed,
                StreekRecordFinder *finder,
                const char *text,
                char **fault)
{
  typed->text = g_strdup (streek_record_finder_find_indicator (finder, text));
  if (typed->text != NULL)
    return STREEK_RECORD_TYPED_OK;

  *fault = g_strdup_printf (_ ("“%s” is no indicator."), text);

  return STREEK_RECORD_TYPED_UNKNOWN;
}

StreekRecordTypedResult
streek_record_typed_read (StreekRecordTyped *typed,
                          const StreekRecordField *field,
                          StreekRecordFinder *finder,
                          const StreekFormat *format,
                          gint64 owner,
                          const char *text,
                          guint32 flags,
                          char **fault,
                          char **note)
{
  *typed = (StreekRecordTyped){ .number = NAN };

  switch (field->type)
    {
    case STREEK_RECORD_CHOICE:
      return read_choice (typed, field, text, fault);
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
      return read_number (typed, field, format, text, flags, fault, note);
    case STREEK_RECORD_FLAG:
      return read_flag (typed, text, fault);
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
      return read_time (typed, field, format, text, flags, fault, note);
    case STREEK_RECORD_REFERENCE:
      return read_reference (typed, field, finder, owner, text, fault);
    case STREEK_RECORD_AREA:
      return read_area (typed, finder, text, fault);
    case STREEK_RECORD_INDICATOR:
      return read_indicator (typed, finder, text, fault);
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
    default:
      typed->text = streek_record_field_tidy (field, text);
      return STREEK_RECORD_TYPED_OK;
    }
}

gboolean
streek_record_typed_is (const StreekRecordTyped *typed, const StreekRecord *record, guint i)
{
  const StreekRecordField *field = &streek_record_get_kind (record)->fields[i];

  if (!streek_record_has (record, i))
    return field->type == STREEK_RECORD_FLAG && typed->integer == 0;

  switch (field->type)
    {
    case STREEK_RECORD_NUMBER:
      return streek_record_get_number (record, i) == typed->number;
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_FLAG:
    case STREEK_RECORD_REFERENCE:
      return streek_record_get_integer (record, i) == typed->integer;
    case STREEK_RECORD_DAY:
      return streek_record_get_day (record, i) == typed->day;
    case STREEK_RECORD_PERIOD:
      return streek_period_equal (streek_record_get_period (record, i), typed->period);
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
      return TRUE;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    default:
      return g_strcmp0 (streek_record_get_text (record, i), typed->text) == 0;
    }
}

void
streek_record_typed_set (const StreekRecordTyped *typed,
                         StreekRecordChanges *changes,
                         const StreekRecordKind *kind,
                         gint64 id,
                         guint i)
{
  switch (kind->fields[i].type)
    {
    case STREEK_RECORD_NUMBER:
      streek_record_changes_set_number (changes, kind, id, i, typed->number);
      return;
    case STREEK_RECORD_INTEGER:
      streek_record_changes_set_integer (changes, kind, id, i, typed->integer);
      return;
    case STREEK_RECORD_FLAG:
      streek_record_changes_set_flag (changes, kind, id, i, typed->integer != 0);
      return;
    case STREEK_RECORD_DAY:
      streek_record_changes_set_day (changes, kind, id, i, typed->day);
      return;
    case STREEK_RECORD_PERIOD:
      streek_record_changes_set_period (changes, kind, id, i, typed->period);
      return;
    case STREEK_RECORD_REFERENCE:
      streek_record_changes_set_reference (changes, kind, id, i, typed->integer);
      return;
    case STREEK_RECORD_BYTES:
    case STREEK_RECORD_LIST:
      return;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_PARAGRAPHS:
    case STREEK_RECORD_CHOICE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
    default:
      streek_record_changes_set_text (changes, kind, id, i, typed->text);
      return;
    }
}
