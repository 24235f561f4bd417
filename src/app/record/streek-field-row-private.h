/* streek-field-row-private.h: what the rows of the types of fields share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-field-row.h"

/* What is its own of a type. */
typedef struct
{
  void (*build) (StreekFieldRow *self); /* makes row, and the rest where there is some */
  char *(*dup_text) (StreekFieldRow *self);
  void (*set_text) (StreekFieldRow *self, const char *text);
  void (*set_editable) (StreekFieldRow *self, gboolean is_editable);
  /* (nullable): instead of the text */
  void (*write) (StreekFieldRow *self, StreekRecordChanges *changes, gint64 id);
  void (*renew) (StreekFieldRow *self); /* (nullable) */
} StreekFieldType;

struct _StreekFieldRow
{
  GObject parent_instance;

  const StreekFieldType *type;
  StreekRecordBook *book;
  const StreekRecordKind *kind;
  guint field;
  gint64 id; /* of its record, 0: new */

  GtkWidget *row;   /* what has the keyboard */
  GtkWidget *extra; /* (nullable): a second row */
  GtkWidget *input; /* (nullable): in the row */
  GtkWidget *button;
  GtkWidget *show_button; /* (nullable): of areas, indicators, documents */
  GtkLabel *note;
  GtkWidget *note_row;

  GPtrArray *choices; /* (nullable) (element-type utf8): ids of a combo's items, "" for none */
  char *chosen;       /* (nullable): id of what a chooser holds */
  char *first;        /* as it was when it was filled */
  char *news;         /* (nullable): stands under it in place of the hint */
  GBytes *bytes;      /* (nullable): chosen, not written yet */
  gsize n_kept;       /* bytes that the record holds */
  gboolean is_emptied;
  gboolean is_touched; /* of bytes */
  gboolean is_filling;
};

extern const StreekFieldType streek_field_entry_type;
extern const StreekFieldType streek_field_paragraphs_type;
extern const StreekFieldType streek_field_choice_type;
extern const StreekFieldType streek_field_flag_type;
extern const StreekFieldType streek_field_chooser_type;
extern const StreekFieldType streek_field_bytes_type;

const StreekRecordField *streek_field_row_get_definition (StreekFieldRow *self);
/* A person changed it. */
void streek_field_row_tell (StreekFieldRow *self);
/* "Budget (€) (required)" */
char *streek_field_row_dup_title (StreekFieldRow *self);
