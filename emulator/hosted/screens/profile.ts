import { assumptions, pacificDay } from '../../contract';
import { createIntent, userForPhone } from '../../engine/identity';
import { identityOutcome } from '../../rules/steering';
import { markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { Profile } from '../../state/rows';
import type { FlowRow } from '../../state/rows-flows';
import type { World } from '../../world';
import { focusedField } from '../fields';
import { advance, draftOf, goOn, sendBack, stepPath } from '../flow';
import {
  checkFields,
  type FormField,
  type FormValues,
  readFields,
  showFields,
  withoutSecrets,
} from '../form-fields';
import { addressFields, birthDateField, emailField, nameFields } from '../person-fields';
import { cancelForm, prettyPhone, type Screen, type ScreenErrors, showPage } from '../screen';

const ssnField: FormField = {
  name: 'ssn',
  label: 'Social Security number',
  type: 'password',
  autocomplete: 'off',
  inputmode: 'numeric',
  maxlength: 11,
  secret: true,
  hint: 'The last four digits, or all nine.',
  missing: 'Enter the last four digits, or all nine.',
  check: (value) =>
    /^(\d{9}|\d{4})$/.test(bareSsn(value)) ? undefined : 'Enter the last four digits, or all nine.',
};

const preferredFields: readonly FormField[] = [
  { name: 'preferred_first_name', label: 'Preferred first name', optional: true },
  { name: 'preferred_last_name', label: 'Preferred last name', optional: true },
  { name: 'preferred_pronouns', label: 'Pronouns', optional: true },
];

const ownFields = [...nameFields, birthDateField, ssnField, emailField];
const allFields = [...ownFields, ...addressFields, ...preferredFields];
const order = allFields.map(({ name }) => name);

/** Asks somebody whom no partner has handed in who they are: all that a user intent holds. */
export const profileScreen: Screen = {
  show: (_world, flow) => page(flow),
  submit: (world, flow, request) => {
    const values = readFields(allFields, request.form);
    const errors = {
      ...tooManyIntents(world, values.email ?? ''),
      ...checkFields(allFields, values, pacificDay(world.clock.now())),
    };
    const phone = flow.provenPhone;
    if (phone === undefined || Object.keys(errors).length > 0) {
      return sendBack(world, flow, {
        step: 'profile',
        errors,
        values: withoutSecrets(allFields, values),
      });
    }
    const outcome = identityOutcome({
      firstName: values.first_name ?? '',
      dateOfBirth: values.date_of_birth,
      phone,
    });
    const intent = createIntent(world, profileOf(values, phone), outcome);
    const user = userForPhone(world, phone, intent);
    return goOn(advance(world, { ...flow, intentId: intent.id, personId: user?.id ?? null }));
  },
};

function tooManyIntents({ store }: World, email: string): ScreenErrors {
  const count = store.intents.count('email', email.toLowerCase());
  if (count < assumptions.intentLimit.perEmail) return {};
  return { email: 'This e-mail address has been used too often. Enter another one.' };
}

function page(flow: FlowRow): Reply {
  const { errors, values: typed } = draftOf(flow, 'profile');
  const values = { email: flow.email ?? '', ...typed };
  const shown = { values, errors, focus: focusedField(errors, order, 'first_name') };
  return showPage(flow, {
    title: 'About you',
    body: markup`
<h1>Tell us who you are</h1>
<p class="lead">The law asks Astra to know the people it moves money for. Your number is <strong class="nowrap">${prettyPhone(flow.provenPhone ?? '')}</strong>.</p>
<form method="post" action="${stepPath(flow, 'profile')}" novalidate>
${showFields(ownFields, shown)}
<fieldset><legend>Home address</legend>
${showFields(addressFields, shown)}
</fieldset>
<details class="more"${preferredFields.some(({ name }) => typed[name]) && markup` open`}><summary>Preferred name and pronouns</summary>
${showFields(preferredFields, shown)}
</details>
<button class="primary">Continue</button>
</form>
${cancelForm(flow)}`,
  });
}

function profileOf(values: FormValues, phone: string): Profile {
  return {
    email: values.email ?? '',
    phone,
    firstName: values.first_name ?? '',
    lastName: values.last_name ?? '',
    preferredFirstName: values.preferred_first_name || null,
    preferredLastName: values.preferred_last_name || null,
    preferredPronouns: values.preferred_pronouns || null,
    address1: values.address1 ?? '',
    address2: values.address2 ?? '',
    city: values.city ?? '',
    state: (values.state ?? '').toUpperCase(),
    postalCode: values.postal_code ?? '',
    kycType: 'verified',
    metadata: null,
  };
}

function bareSsn(text: string): string {
  return text.replace(/[\s-]/g, '');
}
