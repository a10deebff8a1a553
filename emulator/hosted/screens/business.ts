import { assumptions, pacificDay } from '../../contract';
import { keepBusinessProfile, userForBusiness } from '../../engine/businesses';
import { type Markup, markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { FlowRow } from '../../state/rows-flows';
import type { BusinessProfileRow } from '../../state/rows-people';
import type { World } from '../../world';
import {
  adminFields,
  allBusinessFields,
  businessErrors,
  businessFields,
  businessOf,
  controllerFields,
  isFilled,
  ownerSections,
  titleField,
  valuesOf,
} from '../business-fields';
import { focusedField } from '../fields';
import { advance, draftOf, goOn, personOf, sendBack, stepPath } from '../flow';
import { type FormField, readFields, showFields } from '../form-fields';
import { cancelForm, type Screen, showPage } from '../screen';

const { businessProfilesPerPhone } = assumptions.changeLimits;
const order = allBusinessFields.map(({ name }) => name);

/** Asks about a business and the people behind it. What the partner has told already is filled in. */
export const businessScreen: Screen = {
  show: (world, flow) => page(world, flow),
  submit: (world, flow, request) => {
    const phone = flow.provenPhone;
    const before = profileOf(world, flow);
    const values = readFields(allBusinessFields, request.form);
    const errors = {
      ...businessErrors(values, pacificDay(world.clock.now())),
      ...(before === undefined && isFull(world, phone ?? '')
        ? { form: 'Three businesses have used this phone number already. Use another one.' }
        : {}),
    };
    if (phone === undefined || Object.keys(errors).length > 0) {
      return sendBack(world, flow, { step: 'business', errors, values });
    }
    const profile = keepBusinessProfile(world, businessOf(values, phone), before);
    const user = userForBusiness(world, profile);
    return goOn(advance(world, { ...flow, businessProfileId: profile.id, personId: user.id }));
  },
};

/** The profile that the link names, or the one of the business that is here. */
function profileOf(world: World, flow: FlowRow): BusinessProfileRow | undefined {
  const id = personOf(world, flow)?.businessProfileId ?? flow.businessProfileId;
  return world.store.businessProfiles.get(id ?? '');
}

function isFull({ store }: World, phone: string): boolean {
  return store.businessProfiles.count('phone', phone) >= businessProfilesPerPhone;
}

function page(world: World, flow: FlowRow): Reply {
  const { errors, values: typed } = draftOf(flow, 'business');
  const before = profileOf(world, flow);
  const values = { ...(before && valuesOf(before)), ...typed };
  const shown = { values, errors, focus: focusedField(errors, order, 'business_type') };
  const further = (title: string, fields: readonly FormField[]): Markup =>
    markup`<details class="more"${isFilled(fields, values) && markup` open`}><summary>${title}</summary>${showFields(fields, shown)}</details>`;
  return showPage(flow, {
    title: 'About your business',
    body: markup`
<h1>Tell us about your business</h1>
<p class="lead">People at Astra look at this before ${world.clientName} can move money for the business.</p>
${errors.form && markup`<p class="alert" role="alert">${errors.form}</p>`}
<form method="post" action="${stepPath(flow, 'business')}" novalidate>
${showFields(businessFields, shown)}
<fieldset><legend>About you</legend>
${showFields(adminFields, shown)}
${showFields([titleField], shown)}
</fieldset>
${further('Somebody else runs the business', controllerFields)}
${ownerSections.map(({ fields }, place) => further(`Owner ${place + 1} of 25% or more`, fields))}
<button class="primary">Submit for review</button>
</form>
${cancelForm(flow)}`,
  });
}
