'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { userAction } from '@/lib/http/user-action';
import { pauseRoutine } from '@/lib/routines/pause-routine';

/** Pauses a routine, so that what it pays with can be removed. */
export const submitPause = userAction({
  name: 'pause routine',
  schema: z.object({ routineId: z.string().min(1) }),
  run: async ({ routineId }, user): Promise<undefined> => {
    try {
      await pauseRoutine(user.id, routineId);
    } finally {
      refresh();
    }
  },
});
