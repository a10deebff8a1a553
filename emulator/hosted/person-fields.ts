import { isPostOfficeBox } from '../rules/addresses';
import type { FormField } from './form-fields';

const dayForm = /^\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])$/;
const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** Checks in words that more than one form needs. */
export const checks = {
  email: (value: string) =>
    emailForm.test(value) ? undefined : 'Enter an e-mail address, such as ann@example.com.',
  birthDate: (value: string, today: string) =>
    dayForm.test(value) && value > '1900-01-01' && value < today
      ? undefined
      : 'Enter a date of birth that is in the past.',
  street: (value: string) =>
    isPostOfficeBox(value)
      ? 'Enter the address of a building: a post office box is not taken.'
      : undefined,
};

/** Of a human being. */
export const nameFields: readonly FormField[] = [
  { name: 'first_name', label: 'First name', autocomplete: 'given-name', half: true },
  { name: 'last_name', label: 'Last name', autocomplete: 'family-name', half: true },
];

export const emailField: FormField = {
  name: 'email',
  label: 'E-mail address',
  autocomplete: 'email',
  inputmode: 'email',
  check: checks.email,
};

export const birthDateField: FormField = {
  name: 'date_of_birth',
  label: 'Date of birth',
  type: 'date',
  autocomplete: 'bday',
  check: checks.birthDate,
};

/** Of a person or a business. */
export const addressFields: readonly FormField[] = [
  {
    name: 'address1',
    label: 'Street address',
    autocomplete: 'address-line1',
    check: checks.street,
  },
  {
    name: 'address2',
    label: 'Apartment or suite',
    autocomplete: 'address-line2',
    optional: true,
    check: checks.street,
  },
  { name: 'city', label: 'City', autocomplete: 'address-level2' },
  {
    name: 'state',
    label: 'State',
    autocomplete: 'address-level1',
    maxlength: 2,
    half: true,
    missing: 'Enter two letters, such as CA.',
    check: (value) => (/^[A-Za-z]{2}$/.test(value) ? undefined : 'Enter two letters, such as CA.'),
  },
  {
    name: 'postal_code',
    label: 'ZIP code',
    autocomplete: 'postal-code',
    inputmode: 'numeric',
    maxlength: 5,
    half: true,
    missing: 'Enter the five digits of the ZIP code.',
    check: (value) =>
      /^\d{5}$/.test(value) ? undefined : 'Enter the five digits of the ZIP code.',
  },
];
