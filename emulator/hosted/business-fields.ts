import type { z } from 'zod';
import type { createBusinessProfileRequest } from '../contract';
import type { BusinessProfileRow } from '../state/rows-people';
import { checkFields, type FormField, type FormValues, prefixed } from './form-fields';
import { addressFields, birthDateField, emailField, nameFields } from './person-fields';
import type { ScreenErrors } from './screen';

const soleProprietor = 'soleProprietorship';
const einWords = 'Enter the nine digits, such as 12-3456789.';

/** Of the business itself. */
export const businessFields: readonly FormField[] = [
  {
    name: 'business_type',
    label: 'Type of business',
    options: [
      ['llc', 'Limited liability company'],
      [soleProprietor, 'Sole proprietorship'],
    ],
    missing: 'Choose the type of business.',
  },
  { name: 'business_name', label: 'Legal name', autocomplete: 'organization' },
  { name: 'doing_business_as', label: 'Doing business as', optional: true },
  {
    name: 'ein',
    label: 'Employer identification number',
    inputmode: 'numeric',
    maxlength: 10,
    optional: true,
    hint: 'Nine digits. A sole proprietor may have none.',
    check: (value) => (/^\d{2}-?\d{7}$/.test(value) ? undefined : einWords),
  },
  {
    name: 'website',
    label: 'Website',
    inputmode: 'url',
    optional: true,
    check: (value) =>
      URL.canParse(value) ? undefined : 'Enter the whole address, such as https://example.com.',
  },
  ...prefixed('business_', addressFields),
];

const personFields = [...nameFields, emailField, birthDateField, ...addressFields];

/** Whom a business names: who fills this in, who runs it, who owns it. */
export const adminFields = prefixed('admin_', personFields);
export const titleField: FormField = {
  name: 'title',
  label: 'Your title',
  hint: 'Such as CEO. Not needed for a sole proprietorship.',
  autocomplete: 'organization-title',
  optional: true,
};
export const controllerFields = otherPerson('controller_');
export const ownerSections = ['owner1_', 'owner2_', 'owner3_', 'owner4_'].map((prefix) => ({
  prefix,
  fields: otherPerson(prefix),
}));

/** A browser knows nothing about anybody but its own person. */
function otherPerson(prefix: string): readonly FormField[] {
  return prefixed(prefix, personFields).map((one) => ({ ...one, autocomplete: 'off' }));
}

const always = [...businessFields, ...adminFields, titleField];

/** Every field, in the order of the page. */
export const allBusinessFields: readonly FormField[] = [
  ...always,
  ...controllerFields,
  ...ownerSections.flatMap(({ fields }) => fields),
];

/** What is wrong, by field. A further person is asked for whole once anything of them is typed. */
export function businessErrors(values: FormValues, today: string): ScreenErrors {
  const sections = [controllerFields, ...ownerSections.map(({ fields }) => fields)];
  const errors: Record<string, string> = {};
  for (const fields of [always, ...sections.filter((one) => isFilled(one, values))]) {
    Object.assign(errors, checkFields(fields, values, today));
  }
  const isSole = values.business_type === soleProprietor;
  if (!isSole && !values.ein) errors.ein ??= einWords;
  if (!isSole && !values.title) errors.title ??= 'Enter your title, such as CEO.';
  return errors;
}

export function isFilled(fields: readonly FormField[], values: FormValues): boolean {
  return fields.some(({ name }) => values[name]);
}

type Posted = z.output<typeof createBusinessProfileRequest>;

/** The business of a form without errors, as the API would get it. */
export function businessOf(values: FormValues, phone: string): Posted {
  const admin = personOf(values, 'admin_');
  const controller = isFilled(controllerFields, values) ? personOf(values, 'controller_') : admin;
  const owners = ownerSections.filter(({ fields }) => isFilled(fields, values));
  const isSole = values.business_type === soleProprietor;
  return {
    phone,
    first_name: admin.first_name,
    last_name: admin.last_name,
    email: admin.email,
    business_info: {
      business_type: values.business_type ?? '',
      business_name: values.business_name ?? '',
      ...(values.ein && { ein: values.ein }),
      ...(values.doing_business_as && { doing_business_as: values.doing_business_as }),
      ...(values.website && { website: values.website }),
      ...addressOf(values, 'business_'),
    },
    business_admin: admin,
    ...(!isSole && { business_controller: { ...controller, title: values.title ?? '' } }),
    ...(owners.length > 0 && {
      beneficial_owners: owners.map(({ prefix }) => personOf(values, prefix)),
    }),
  };
}

/** What a stored profile fills into the form. */
export function valuesOf({ posted }: BusinessProfileRow): FormValues {
  const info = Object(posted.business_info);
  const controller = Object(posted.business_controller);
  const owners: unknown[] = Array.isArray(posted.beneficial_owners) ? posted.beneficial_owners : [];
  const isSame = JSON.stringify(withoutTitle(controller)) === JSON.stringify(posted.business_admin);
  return {
    ...textsOf('', info, ['business_type', 'business_name', 'doing_business_as', 'ein', 'website']),
    ...textsOf('business_', info, addressNames),
    ...textsOf('admin_', posted.business_admin, personNames),
    ...textsOf('', controller, ['title']),
    ...(isSame ? {} : textsOf('controller_', controller, personNames)),
    ...Object.assign(
      {},
      ...ownerSections.map(({ prefix }, place) => textsOf(prefix, owners[place], personNames)),
    ),
  };
}

const personNames = personFields.map(({ name }) => name);
const addressNames = addressFields.map(({ name }) => name);

function withoutTitle(controller: Record<string, unknown>): unknown {
  const { title: _title, ...person } = controller;
  return person;
}

function textsOf(prefix: string, from: unknown, names: readonly string[]): FormValues {
  const texts: Record<string, string> = {};
  for (const name of names) {
    const value: unknown = Reflect.get(Object(from), name);
    if (typeof value === 'string') texts[`${prefix}${name}`] = value;
  }
  return texts;
}

function personOf(values: FormValues, prefix: string) {
  return {
    first_name: values[`${prefix}first_name`] ?? '',
    last_name: values[`${prefix}last_name`] ?? '',
    email: values[`${prefix}email`] ?? '',
    date_of_birth: values[`${prefix}date_of_birth`] ?? '',
    ...addressOf(values, prefix),
  };
}

function addressOf(values: FormValues, prefix: string) {
  return {
    address1: values[`${prefix}address1`] ?? '',
    address2: values[`${prefix}address2`] ?? '',
    city: values[`${prefix}city`] ?? '',
    state: (values[`${prefix}state`] ?? '').toUpperCase(),
    postal_code: values[`${prefix}postal_code`] ?? '',
  };
}
