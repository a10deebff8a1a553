import { lookAtRoutine } from '@/lib/routines/look-at-routine';
import type { Handler } from './handler';

/** `routine_updated`. There is no event for a routine's creation. */
export const handleRoutine: Handler = ({ resourceId, userId }) => lookAtRoutine(userId, resourceId);
