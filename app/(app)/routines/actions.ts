'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { routineHref } from '@/components/routines/routine-words';
import { userAction } from '@/lib/http/user-action';
import { changeRoutine } from '@/lib/routines/change-routine';
import { deleteRoutine } from '@/lib/routines/delete-routine';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { resumeRoutine } from '@/lib/routines/resume-routine';
import { type ChangeResult, reviewChange } from '@/lib/routines/review-change';

/** Astra's id, which PostgreSQL must be able to look for. */
const ofRoutine = z.object({ routineId: z.string().regex(/^[^\0]{1,500}$/) });

/** Pauses a routine, so that it starts no more payments and what it pays with can be removed. */
export const submitPause = userAction({
  name: 'pause routine',
  schema: ofRoutine,
  run: async ({ routineId }, user): Promise<undefined> => {
    try {
      await pauseRoutine(user.id, routineId);
    } finally {
      // Refused, it may have found out how the routine stands.
      refresh();
    }
  },
  audit: ({ routineId }) => ({
    action: 'routine.paused',
    detail: 'Paused a routine.',
    correlationId: routineId,
  }),
});

/** Lets a paused routine go on. */
export const submitResume = userAction({
  name: 'resume routine',
  schema: ofRoutine,
  run: async ({ routineId }, user): Promise<undefined> => {
    try {
      await resumeRoutine(user.id, routineId);
    } finally {
      refresh();
    }
  },
  audit: ({ routineId }) => ({
    action: 'routine.resumed',
    detail: 'Let a paused routine go on.',
    correlationId: routineId,
  }),
});

/**
 * Changes a routine, and shows it. Which fields count depends on its type. Another amount is saved
 * once the person has read what it comes to.
 */
export const submitChanges = userAction({
  name: 'change routine',
  schema: ofRoutine.extend({ shown: z.string() }).catchall(z.string()),
  run: async ({ routineId, shown, seen, ...typed }, user): Promise<ChangeResult> => {
    const change = { routineAstraId: routineId, shown, typed };
    try {
      const review = await reviewChange(user.id, change);
      if (review && review.seen !== seen) return { review, values: { shown, ...typed } };
      return { isChanged: await changeRoutine(user.id, change) };
    } finally {
      refresh();
    }
  },
  audit: ({ routineId }, result) =>
    'review' in result
      ? null
      : {
          action: result.isChanged ? 'routine.changed' : 'routine.left_alone',
          detail: result.isChanged ? 'Changed a routine.' : 'Saved a routine as it was.',
          correlationId: routineId,
        },
  leadTo: ({ routineId }, result) => ('review' in result ? null : routineHref(routineId)),
});

/** Deletes a routine, and shows what became of it once that is known. Writes its own trace. */
export const submitDeletion = userAction({
  name: 'delete routine',
  schema: ofRoutine,
  run: async ({ routineId }, user): Promise<{ knownSince: Date }> => {
    try {
      const end = await deleteRoutine(user.id, routineId);
      return end === 'deleted' ? redirect(routineHref(routineId)) : end;
    } finally {
      refresh();
    }
  },
});
