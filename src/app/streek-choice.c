/* streek-choice.c: one thing to choose from a list: an area, an indicator, a view */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-choice"
#include "config.h"
#include "streek-choice.h"

struct _StreekChoice
{
  GObject parent_instance;

  char *id;
  char *title;
  char *subtitle;
  char **words; /* title, subtitle and keywords in words without accents or capitals */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StreekChoice, streek_choice, G_TYPE_OBJECT)

static void
streek_choice_finalize (GObject *object)
{
  StreekChoice *self = STREEK_CHOICE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (streek_choice_parent_class)->finalize (object);
}

static void
streek_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StreekChoice *self = STREEK_CHOICE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
streek_choice_class_init (StreekChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = streek_choice_finalize;
  object_class->get_property = streek_choice_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
streek_choice_init (StreekChoice *self)
{
}

/**
 * streek_choice_new:
 * @id: what the program knows it by
 * @title: what people read
 * @subtitle: (nullable): more words, in small print
 * @keywords: (nullable): other words that find it: a code, a former name
 *
 * Returns: (transfer full): a choice
 */
StreekChoice *
streek_choice_new (const char *id, const char *title, const char *subtitle, const char *keywords)
{
  StreekChoice *self = g_object_new (STREEK_TYPE_CHOICE, NULL);
  g_autofree char *all = g_strjoin (" ", title, subtitle != NULL ? subtitle : "",
                                    keywords != NULL ? keywords : "", NULL);
  g_auto (GStrv) ascii = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (all, NULL, &ascii);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  g_strv_builder_addv (builder, (const char **) words);
  g_strv_builder_addv (builder, (const char **) ascii);
  self->words = g_strv_builder_end (builder);

  return self;
}

const char *
streek_choice_get_id (StreekChoice *self)
{
  g_return_val_if_fail (STREEK_IS_CHOICE (self), NULL);

  return self->id;
}

const char *
streek_choice_get_title (StreekChoice *self)
{
  g_return_val_if_fail (STREEK_IS_CHOICE (self), NULL);

  return self->title;
}

const char *
streek_choice_get_subtitle (StreekChoice *self)
{
  g_return_val_if_fail (STREEK_IS_CHOICE (self), NULL);

  return self->subtitle;
}

gboolean
streek_choice_matches (StreekChoice *self, const char *const *folded)
{
  g_return_val_if_fail (STREEK_IS_CHOICE (self), FALSE);

  for (gsize i = 0; folded != NULL && folded[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (gsize j = 0; self->words[j] != NULL && !found; j++)
        found = g_str_has_prefix (self->words[j], folded[i]);

      if (!found)
        return FALSE;
    }

  return TRUE;
}
