import { frequencies, routineTypes } from '@/lib/astra/contract';
import type { Routine } from '@/lib/db/generated/client';
import type { RoutineKind, RoutineStanding } from '@/lib/routines/routine-filter';
import { kindWords } from '../send/review-words';

/** Said of the list, and while it is read. */
export const routinesLead =
  'Payments that you have set up: once, again and again, or whenever something happens.';

/** The address of a routine's page. Ids are Astra's, and may hold anything. */
export function routineHref(astraId: string): `/routines/${string}` {
  return `/routines/${encodeURIComponent(astraId)}`;
}

/** What a routine is called. */
export function routineName({ name }: Pick<Routine, 'name'>): string {
  return name ?? 'Routine';
}

/** How often a routine pays, or what makes it pay. What we don't know is shown as Astra spells it. */
export function oftenWords({ type, frequency }: Pick<Routine, 'type' | 'frequency'>): string {
  const routineType = routineTypes.find((one) => one === type);
  if (!routineType) return type ?? 'Not known here';
  if (routineType !== 'recurring') return kindWords({ routineType, terms: {} });
  const often = frequencies.find((one) => one === frequency);
  return often ? kindWords({ routineType, terms: { frequency: often } }) : 'Again and again';
}

/** What a list of routines is narrowed to, in a word. */
export const standingWords: Readonly<Record<RoutineStanding, string>> = {
  running: 'Active',
  paused: 'Paused',
  waiting: 'Waiting for something',
  ended: 'Ended',
};

export const routineKindWords: Readonly<Record<RoutineKind, string>> = {
  'one-time': 'Once',
  weekly: 'Every week',
  'bi-weekly': 'Every two weeks',
  monthly: 'Every month',
  automatic: 'By itself',
};

type Waiting = { tone: 'caution' | 'critical'; title: string; text: string; isAtBank?: boolean };

/** Why a routine pays nothing that is neither paused nor over, and what to do; null for others. */
export function waitingWords(status: string): Waiting | null {
  switch (status) {
    case 'requires_user_verification':
      return {
        tone: 'caution',
        title: 'Astra is still finding out who you are.',
        text: 'It begins as soon as you are approved. Your home page says how far that is.',
      };
    case 'pending_account_authorization':
      return {
        tone: 'caution',
        title: 'Your bank wants you to sign in again.',
        text: 'It goes on once the bank account is connected again.',
        isAtBank: true,
      };
    case 'user_suspended':
      return {
        tone: 'critical',
        title: 'Astra has suspended you, so nothing is sent.',
        text: 'Your home page says what you can do.',
      };
    default:
      return null;
  }
}
