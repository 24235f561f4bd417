/* streek-share.c: work in parts, of which another thread that has time takes some */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-share.h"

struct _StreekShare
{
  GMutex mutex;
  GCond changed;
  StreekShareFunc func; /* (nullable): of the run that is going on */
  gpointer data;
  guint n_parts;
  guint next;   /* the first part that nobody has taken */
  guint n_busy; /* helpers that are doing a part */
  gboolean ended;
};

StreekShare *
streek_share_new (void)
{
  StreekShare *self = g_new0 (StreekShare, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);

  return self;
}

/**
 * streek_share_free:
 *
 * Nobody runs or helps any more.
 */
void
streek_share_free (StreekShare *self)
{
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* Does parts until all are taken; under the mutex. */
static void
take_parts (StreekShare *self)
{
  while (self->func != NULL && self->next < self->n_parts)
    {
      StreekShareFunc func = self->func;
      gpointer data = self->data;
      guint part = self->next++;

      g_mutex_unlock (&self->mutex);
      func (part, data);
      g_mutex_lock (&self->mutex);
    }
}

/**
 * streek_share_run:
 * @self: (nullable): whoever helps; %NULL: nobody
 *
 * Does all parts, or lets them be done. One thread runs, and one run at a time.
 */
void
streek_share_run (StreekShare *self, guint n_parts, StreekShareFunc func, gpointer data)
{
  if (self == NULL || n_parts == 1)
    {
      for (guint part = 0; part < n_parts; part++)
        func (part, data);
      return;
    }

  g_mutex_lock (&self->mutex);
  self->func = func;
  self->data = data;
  self->n_parts = n_parts;
  self->next = 0;
  g_cond_broadcast (&self->changed);
  take_parts (self);
  while (self->n_busy > 0)
    g_cond_wait (&self->changed, &self->mutex);
  self->func = NULL;
  g_mutex_unlock (&self->mutex);
}

/**
 * streek_share_help:
 *
 * Takes parts of what another thread runs, until that thread says that it was the last run.
 */
void
streek_share_help (StreekShare *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->ended)
    if (self->func != NULL && self->next < self->n_parts)
      {
        self->n_busy++;
        take_parts (self);
        self->n_busy--;
        g_cond_broadcast (&self->changed);
      }
    else
      g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * streek_share_end:
 *
 * Sends whoever helps away; said by the thread that runs.
 */
void
streek_share_end (StreekShare *self)
{
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}
