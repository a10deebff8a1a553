import Link from 'next/link';
import type { Routine } from '@/lib/db/generated/client';
import { routineHref, routineName } from './routine-words';

/** Leads to a routine, by its name. */
export function RoutineLink({ routine }: { routine: Pick<Routine, 'astraId' | 'name'> }) {
  return (
    <Link href={routineHref(routine.astraId)} className="underline underline-offset-4">
      {routineName(routine)}
    </Link>
  );
}
