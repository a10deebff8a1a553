import { z } from 'zod';
import { usStates } from '@/lib/onboarding/us-states';

/** A text that must be there. @param sentence asks for it. */
export function requiredText(sentence: string) {
  return z.string().trim().min(1, sentence).max(100, 'Use at most 100 characters.');
}

/** One of the states, by its two letters. */
export const stateField = z.enum(
  usStates.map(({ value }) => value),
  { error: 'Choose your state.' },
);

export const zipCodeField = z
  .string()
  .trim()
  .regex(/^\d{5}$/, 'Enter the five digits of your ZIP code.');
