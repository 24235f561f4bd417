/* streek-random.h: random numbers that are the same on every machine, in streams of their own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* SplitMix64: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA;
 * its constants are those of Vigna's public domain version. */
typedef struct
{
  guint64 state;
} StreekRandom;

static inline guint64
streek_random_mix (guint64 bits)
{
  bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return bits ^ (bits >> 31);
}

/* Stream @stream of @seed: work cut in pieces draws the same numbers whoever does which piece. */
static inline StreekRandom
streek_random_begin (guint64 seed, guint64 stream)
{
  guint64 place = streek_random_mix (seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  return (StreekRandom){ streek_random_mix (place ^ streek_random_mix (~stream)) };
}

static inline guint64
streek_random_next (StreekRandom *random)
{
  return streek_random_mix (random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

/* 0 to @n - 1, each as likely: Lemire (2019), ACM Transactions on Modeling and Computer Simulation
 * 29 (1). */
static inline guint32
streek_random_below (StreekRandom *random, guint32 n)
{
  guint64 product = (streek_random_next (random) >> 32) * n;

  if (G_UNLIKELY ((guint32) product < n))
    {
      guint32 least = -n % n;

      while ((guint32) product < least)
        product = (streek_random_next (random) >> 32) * n;
    }

  return (guint32) (product >> 32);
}
