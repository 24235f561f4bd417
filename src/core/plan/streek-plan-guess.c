/* streek-plan-guess.c: what the columns of a file of goals and actions are, by their heads */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-sheet-private.h"

#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"

#include <string.h>

/* What plans call their levels; squeezed. */
static const char *const level_words[] = {
  "hoofdstuk",
  "pijler",
  "pillar",
  "chapter",
  "speerpunt",
  "cluster",
  "programma",
  "domein",
  "beleidsdomein",
  "strategischedoelstelling",
  "sd",
  "strategischdoel",
  "thema",
  "theme",
  "luik",
  "operationeledoelstelling",
  "od",
  "operationeeldoel",
  "doelstelling",
  "doel",
  "goal",
  "objective",
  "actielijn",
  "lijn",
  "actieplan",
  "ap",
  "deelthema",
  "subthema",
  "strategisch",
  "operationeel",
  "strategischedoelstellingen",
  "operationeledoelstellingen",
  "beleidsdoelstelling",
  "ambitie",
  "werf",
};
static const char *const action_words[] = {
  "actie", "action", "maatregel", "measure", "actiepunt", "acties", "actions", "initiatief",
};
static const char *const part_words[] = { "deelactie", "subactie", "taak", "stap" };

/* Heads that say what neither fields nor lists of goals and actions do. */
static const struct
{
  const char *role;
  const char *words; /* separated by blanks; squeezed */
} heads[] = {
  { STREEK_PLAN_ROLE_TIMING, "timing wanneer planning periode termijn looptijd fasering tijdspad "
                             "tijdpad uitvoeringstermijn timingvanentot period when" },
  { "owner", "wie trekker trekkers verantwoordelijken initiatiefnemer coordinator" },
  { "status", "statusuitvoering uitvoering" },
  { "description", "uitwerking omschrijvingactie inhoud wat" },
  { "item_partner", "metwie actoren samenmet partnersenactoren" },
  { "title", "actieofdoelstelling doelofactie" },
  { "item_pillar", "ookonder" },
  { "budget", "middelen" },
  { STREEK_PLAN_ROLE_TARGET "indicator",
    "indicator indicatoren kpi resultaatsindicator resultaatindicator meetbaarmet" },
  { STREEK_PLAN_ROLE_TARGET "name", "watgeteldwordt whatiscounted meting" },
  { STREEK_PLAN_ROLE_TARGET "target",
    "streefwaarde streefcijfer streefdoel doelwaarde target beoogdresultaat streefgetal" },
  { STREEK_PLAN_ROLE_TARGET "baseline", "nulmeting nulwaarde beginwaarde uitgangswaarde baseline" },
  { STREEK_PLAN_ROLE_TARGET "target_period",
    "streefjaar tegenwanneer bywhen doeljaar streefwaardejaar streefcijferjaar "
    "streefdoeljaar doelwaardejaar targetyear" },
  { STREEK_PLAN_ROLE_TARGET "baseline_period", "basisjaar nuljaar jaarnulmeting nulmetingjaar "
                                               "nulwaardejaar baselineyear" },
  { STREEK_PLAN_ROLE_TARGET "unit", "eenheid unit" },
};

/* What Dutch files call the fields of targets, whatever language the program speaks. */
static const struct
{
  guint field;
  const char *word; /* squeezed */
} target_heads[] = {
  { STREEK_TARGET_NAME, "watgeteldwordt" }, { STREEK_TARGET_INDICATOR, "indicator" },
  { STREEK_TARGET_AREA, "gebied" },         { STREEK_TARGET_UNIT, "eenheid" },
  { STREEK_TARGET_BASELINE, "nulmeting" },  { STREEK_TARGET_BASELINE_PERIOD, "van" },
  { STREEK_TARGET_TARGET, "streefcijfer" }, { STREEK_TARGET_TARGET_PERIOD, "tegenwanneer" },
  { STREEK_TARGET_NOTE, "opmerking" },
};

static gboolean
is_one_of (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* "pijler1" and "indicator2" without their number. */
static char *
dup_without_number (const char *squeezed)
{
  gsize length = strlen (squeezed);

  while (length > 1 && g_ascii_isdigit (squeezed[length - 1]))
    length--;

  return g_strndup (squeezed, length);
}

typedef enum
{
  HEAD_OTHER,
  HEAD_LEVEL,  /* a level above what is done */
  HEAD_ACTION, /* what is done: nothing but a part of it is a level after it */
  HEAD_PART,
} HeadKind;

static gboolean
is_level (const char *name, const char *squeezed)
{
  g_autofree char *own = streek_record_header_squeeze (name);

  return strcmp (squeezed, own) == 0;
}

/* Of a level as the plan itself calls it; -1: none. */
static int
find_own_level (const StreekPlanSheet *sheet, const StreekRecords *records, const char *squeezed)
{
  guint n;
  const StreekRecord *const *levels = streek_records_list_by (
    records, &streek_pact_level_kind, STREEK_PACT_LEVEL_PACT, sheet->pact, &n);

  for (guint i = 0; i < MIN (n, STREEK_PLAN_SHEET_MAX_LEVELS); i++)
    if (is_level (streek_record_get_text (levels[i], STREEK_PACT_LEVEL_NAME), squeezed))
      return (int) i;
  for (guint i = 0; sheet->levels != NULL && sheet->levels[i] != NULL; i++)
    if (i < STREEK_PLAN_SHEET_MAX_LEVELS && is_level (sheet->levels[i], squeezed))
      return (int) i;

  return -1;
}

/* "Niveau 2" and "level-2" */
static int
find_numbered_level (const char *squeezed)
{
  static const char *const words[] = { "niveau", "level" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (squeezed, words[i]))
      {
        g_autofree char *role =
          g_strconcat (STREEK_PLAN_ROLE_LEVEL, squeezed + strlen (words[i]), NULL);

        return streek_plan_role_get_level (role);
      }

  return -1;
}

static const char *
find_head (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_auto (GStrv) words = g_strsplit (heads[i].words, " ", -1);

      if (g_strv_contains ((const char *const *) words, word))
        return heads[i].role;
    }

  return NULL;
}

/* "Streefdoel: Nulmeting" */
static char *
find_dutch_target_role (const char *word)
{
  static const char *const fronts[] = { "streefdoel", "target" };

  for (guint i = 0; i < G_N_ELEMENTS (fronts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (target_heads) && g_str_has_prefix (word, fronts[i]); j++)
      if (strcmp (word + strlen (fronts[i]), target_heads[j].word) == 0)
        return g_strconcat (STREEK_PLAN_ROLE_TARGET,
                            streek_target_kind.fields[target_heads[j].field].id, NULL);

  return NULL;
}

/* "target.baseline", as files hold it, and "Target: Baseline", as people read it */
static char *
find_target_role (const char *word)
{
  for (guint i = 0; i < streek_target_kind.n_fields; i++)
    {
      const StreekRecordField *field = &streek_target_kind.fields[i];
      g_autofree char *role = g_strconcat (STREEK_PLAN_ROLE_TARGET, field->id, NULL);
      g_autofree char *own = streek_record_header_squeeze (role);
      g_autofree char *label = streek_plan_target_dup_label (field);
      g_autofree char *seen = streek_record_header_squeeze (label);

      if (i != STREEK_TARGET_ITEM && (strcmp (word, own) == 0 || strcmp (word, seen) == 0))
        return g_steal_pointer (&role);
    }

  return find_dutch_target_role (word);
}

/* What a head says, all of it by the same words. */
typedef struct
{
  HeadKind kind;
  int level;                           /* of the plan itself, or numbered; -1: neither */
  char *target;                        /* (nullable): a role of targets */
  const char *role;                    /* (nullable): another role that is no column of the kind */
  const StreekRecordListColumn *match; /* (nullable) */
  guint quality;                       /* of @match */
} Meaning;

static void
clear_meaning (gpointer data)
{
  g_free (((Meaning *) data)->target);
}

static gboolean
says_anything (const Meaning *meaning)
{
  return meaning->kind != HEAD_OTHER || meaning->target != NULL || meaning->role != NULL ||
         meaning->match != NULL;
}

static void
read_word (const StreekPlanSheet *sheet,
           const StreekRecords *records,
           const char *word,
           Meaning *meaning)
{
  g_autofree char *squeezed = streek_record_header_squeeze (word);
  g_autofree char *bare = dup_without_number (squeezed);
  int own = find_own_level (sheet, records, squeezed);

  meaning->level = own >= 0 ? own : find_numbered_level (squeezed);
  meaning->kind = is_one_of (bare, action_words, G_N_ELEMENTS (action_words)) ? HEAD_ACTION
                  : is_one_of (bare, part_words, G_N_ELEMENTS (part_words))   ? HEAD_PART
                  : is_one_of (bare, level_words, G_N_ELEMENTS (level_words)) || meaning->level >= 0
                    ? HEAD_LEVEL
                    : HEAD_OTHER;
  meaning->target = find_target_role (bare);
  meaning->role =
    g_ascii_strcasecmp (word, STREEK_PLAN_ROLE_ID) == 0 ? STREEK_PLAN_ROLE_ID : find_head (bare);
  meaning->match =
    streek_record_columns_match (&streek_plan_item_kind, sheet->known, word, &meaning->quality);
}

static gboolean
is_of_targets (const Meaning *meaning)
{
  return meaning->target != NULL ||
         (meaning->role != NULL && g_str_has_prefix (meaning->role, STREEK_PLAN_ROLE_TARGET));
}

/* "Indicator / Description" is an indicator all the same, and "Pillar / Name" a pillar. */
static gboolean
gives_way (const Meaning *lower, const Meaning *upper)
{
  gboolean is_title = lower->match != NULL && strcmp (lower->match->id, "title") == 0;

  return (is_of_targets (upper) && !is_of_targets (lower)) ||
         (is_title && lower->kind == HEAD_OTHER && upper->kind != HEAD_OTHER);
}

/* By its very words before by a part of them. @meaning: to be cleared */
static void
read_head (const StreekPlanSheet *sheet,
           const StreekRecords *records,
           const char *header,
           gboolean is_joined,
           Meaning *meaning)
{
  g_auto (GStrv) words = streek_record_head_list_words (header, is_joined);

  *meaning = (Meaning){ .level = -1 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      Meaning read = { 0 };

      read_word (sheet, records, words[i], &read);
      if (i > 0 && read.quality > 1)
        read.quality--;

      if (!says_anything (meaning) || (is_joined && gives_way (meaning, &read)))
        {
          clear_meaning (meaning);
          *meaning = read;
        }
      else
        clear_meaning (&read);
    }
}

gboolean
streek_plan_is_known_head (const char *header, gboolean is_joined, gpointer data)
{
  const StreekPlanHeads *asked = data;
  Meaning meaning;

  if (*header == '\0')
    return FALSE;

  read_head (asked->sheet, asked->records, header, is_joined, &meaning);

  StreekPeriod period;
  gboolean is_known =
    says_anything (&meaning) ||
    (asked->knows_periods &&
     (streek_plan_marks_read_head (asked->sheet, asked->records, header, &period) ||
      (!is_joined && streek_plan_is_part_of_year (header))));

  clear_meaning (&meaning);

  return is_known;
}

/* Columns that are levels, from left to right, up to what is done. */
static GArray *
list_level_columns (const StreekPlanSheet *sheet, const GArray *meanings)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_closed = FALSE;

  for (guint i = 0; i < sheet->n_columns && columns->len < STREEK_PLAN_SHEET_MAX_LEVELS; i++)
    {
      HeadKind kind = g_array_index (meanings, Meaning, i).kind;

      if (kind == HEAD_OTHER || (is_closed && kind != HEAD_PART))
        continue;

      is_closed = is_closed || kind == HEAD_ACTION;
      g_array_append_val (columns, i);
    }

  return columns;
}

/* Their own numbers where the plan names all of them, else one after the other. */
static void
set_levels (StreekPlanSheet *sheet, const GArray *meanings, const GArray *columns)
{
  gboolean are_known = TRUE;
  int last = -1;

  for (guint i = 0; i < columns->len; i++)
    {
      int level = g_array_index (meanings, Meaning, g_array_index (columns, guint, i)).level;

      are_known = are_known && level > last;
      last = level;
    }

  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);
      int level = are_known ? g_array_index (meanings, Meaning, column).level : (int) i;
      g_autofree char *role = g_strdup_printf (STREEK_PLAN_ROLE_LEVEL "%d", level + 1);

      streek_plan_sheet_set_role (sheet, column, role);
    }
}

static gboolean
has_role (const StreekPlanSheet *sheet, const char *role)
{
  return streek_plan_sheet_find_role (sheet, role, 0) >= 0;
}

static gboolean
is_free (const StreekPlanSheet *sheet, const char *role)
{
  return g_str_has_prefix (role, STREEK_PLAN_ROLE_TARGET) || !has_role (sheet, role);
}

static void
set_other (StreekPlanSheet *sheet, guint column, const Meaning *meaning, guint wanted)
{
  const StreekRecordListColumn *match = meaning->match;
  const char *role = meaning->target != NULL ? meaning->target : meaning->role;
  gboolean is_id = g_strcmp0 (meaning->role, STREEK_PLAN_ROLE_ID) == 0;

  if (*streek_plan_sheet_get_role (sheet, column) != '\0')
    return;

  if (is_id && is_free (sheet, STREEK_PLAN_ROLE_ID))
    streek_plan_sheet_set_role (sheet, column, STREEK_PLAN_ROLE_ID);
  else if (match != NULL && meaning->quality >= wanted && streek_plan_column_can_be_read (match) &&
           is_free (sheet, match->id))
    streek_plan_sheet_set_role (sheet, column, match->id);
  else if (wanted <= 2 && role != NULL && !is_id && is_free (sheet, role))
    streek_plan_sheet_set_role (sheet, column, role);
}

/* A column of levels alone is what people call their goals and actions. */
static void
settle_levels (StreekPlanSheet *sheet, const GArray *columns)
{
  if (columns->len == 1 && !has_role (sheet, "title"))
    streek_plan_sheet_set_role (sheet, g_array_index (columns, guint, 0), "title");
  else if (columns->len == 0 && !has_role (sheet, "title") && has_role (sheet, "description"))
    streek_plan_sheet_set_role (
      sheet, (guint) streek_plan_sheet_find_role (sheet, "description", 0), "title");
}

static GArray *
read_heads (const StreekPlanSheet *sheet, const StreekRecords *records)
{
  GArray *meanings = g_array_new (FALSE, TRUE, sizeof (Meaning));

  g_array_set_clear_func (meanings, clear_meaning);

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      Meaning meaning;

      read_head (sheet, records, sheet->headers[i], sheet->head.n_rows > 1, &meaning);
      g_array_append_val (meanings, meaning);
    }

  return meanings;
}

/* What nothing else claims. */
static void
set_marks (StreekPlanSheet *sheet, const StreekRecords *records)
{
  g_autoptr (GArray) marks = streek_plan_marks_find (sheet, records, &sheet->head);

  for (guint i = 0; i < marks->len; i++)
    {
      guint column = g_array_index (marks, guint, i);

      if (*streek_plan_sheet_get_role (sheet, column) == '\0')
        streek_plan_sheet_set_role (sheet, column, STREEK_PLAN_ROLE_MARK);
    }
}

void
streek_plan_sheet_guess_roles (StreekPlanSheet *sheet, const StreekRecords *records)
{
  if (sheet->head.n_rows == 0)
    return;

  g_autoptr (GArray) meanings = read_heads (sheet, records);
  g_autoptr (GArray) levels = list_level_columns (sheet, meanings);

  if (levels->len > 1)
    set_levels (sheet, meanings, levels);

  for (guint wanted = 3; wanted > 0; wanted--)
    for (guint i = 0; i < sheet->n_columns; i++)
      if (levels->len != 1 || g_array_index (levels, guint, 0) != i)
        set_other (sheet, i, &g_array_index (meanings, Meaning, i), wanted);

  settle_levels (sheet, levels);
  set_marks (sheet, records);

  if (levels->len == 1)
    {
      guint only = g_array_index (levels, guint, 0);

      for (guint wanted = 3; wanted > 0; wanted--)
        set_other (sheet, only, &g_array_index (meanings, Meaning, only), wanted);
    }
}
