import { z } from 'zod';
import { requiredText, stateField, zipCodeField } from '@/lib/forms/text-fields';

/** Ten digits, however they are written, with or without the country code. */
const usPhone = z
  .string()
  .trim()
  .min(1, 'Enter your mobile number.')
  .transform((typed) => typed.replace(/[\s().+-]/g, '').replace(/^1(?=\d{10}$)/, ''))
  .refine((digits) => /^[2-9]\d{9}$/.test(digits), 'Enter a US mobile number with ten digits.')
  .transform((digits) => `+1${digits}`);

const adultBirthDate = z
  .string()
  .min(1, 'Enter your date of birth.')
  .refine(isCalendarDay, 'Enter a date that exists, such as 1985-02-03.')
  .refine((day) => yearsSince(day) >= 18, 'You must be at least 18 years old.')
  .refine((day) => yearsSince(day) <= 120, 'Check the year.');

const isPoBox = (text: string) => /\bp\.?\s*o\.?\s*box\b/i.test(text);
const noPoBox = 'Astra needs a street address, not a PO box.';

const street = requiredText('Enter your street address.').refine((text) => !isPoBox(text), noPoBox);
const secondLine = z
  .string()
  .trim()
  .max(100, 'Use at most 100 characters.')
  .refine((text) => !isPoBox(text), noPoBox)
  .default('');

/** What somebody tells about themselves before Astra checks it. Nothing of it is stored here. */
export const detailsSchema = z.object({
  firstName: requiredText('Enter your first name.'),
  lastName: requiredText('Enter your last name.'),
  dateOfBirth: adultBirthDate,
  ssn: z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .refine(
      (digits) => /^(\d{4}|\d{9})$/.test(digits),
      'Enter the last four digits of your Social Security number, or all nine.',
    ),
  phone: usPhone,
  address1: street,
  address2: secondLine,
  city: requiredText('Enter your city.'),
  state: stateField,
  postalCode: zipCodeField,
});

export type Details = z.output<typeof detailsSchema>;

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whole years from that day to today, in UTC. */
function yearsSince(day: string): number {
  const today = new Date().toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return today.slice(5) < day.slice(5) ? years - 1 : years;
}
