import { z } from 'zod';
import { nothing, rule } from '../case';
import { example } from '../example';
import { refusesField, refusesSomehow, succeeds } from '../expectation';
import { newPhone } from '../stage/people';
import { makeId, type Stage } from '../stage/stage';
import type { ResourceCases } from './resource-cases';

const address = {
  address1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  postal_code: '94304',
};

const admin = {
  first_name: 'Edmund',
  last_name: 'Hillary',
  email: 'edmund@example.com',
  date_of_birth: '1985-02-03',
  ...address,
};

const controller = { ...admin, title: 'CEO' };

/** A company with everybody in it. */
function profile(phone = newPhone()) {
  return {
    phone,
    business_info: {
      business_type: 'llc',
      business_name: 'Conformance LLC',
      ein: '12-3456789',
      ...address,
    },
    business_admin: admin,
    business_controller: controller,
  };
}

function withoutController(businessType: string) {
  const { business_controller: _, ...rest } = profile();
  return { ...rest, business_info: { ...rest.business_info, business_type: businessType } };
}

const createOne = (stage: Stage, phone = newPhone()) =>
  makeId(stage, 'businessProfiles.create', { json: profile(phone) });

/** A phone that has this many profiles. */
async function phoneWithProfiles(stage: Stage, count: number): Promise<string> {
  const phone = newPhone();
  for (let made = 0; made < count; made += 1) await createOne(stage, phone);
  return phone;
}

export const businessProfiles: ResourceCases<'businessProfiles'> = {
  examples: {
    create: example({
      arrange: nothing,
      request: () => ({ json: profile() }),
      client: (astra) => astra.businessProfiles.create(profile()),
    }),
    get: example({
      arrange: (stage) => createOne(stage),
      request: (id) => ({ params: { id } }),
      client: (astra, id) => astra.businessProfiles.get(id),
    }),
  },
  rules: [
    rule({
      operation: 'businessProfiles.create',
      name: 'takes the third profile for a phone',
      arrange: (stage) => phoneWithProfiles(stage, 2),
      request: (phone) => ({ json: profile(phone) }),
      expect: succeeds(),
    }),
    rule({
      operation: 'businessProfiles.create',
      name: 'refuses the fourth profile for a phone',
      arrange: (stage) => phoneWithProfiles(stage, 3),
      request: (phone) => ({ json: profile(phone) }),
      expect: refusesSomehow(400),
    }),
    rule({
      operation: 'businessProfiles.create',
      name: 'needs no controller of a sole proprietor',
      arrange: nothing,
      request: () => ({ json: withoutController('soleProprietorship') }),
      expect: succeeds(),
    }),
    rule({
      operation: 'businessProfiles.create',
      name: 'needs a controller of any other business',
      arrange: nothing,
      request: () => ({ json: withoutController('llc') }),
      expect: refusesField('business_controller'),
    }),
    rule({
      operation: 'businessProfiles.create',
      name: 'refuses a kyb_type that does not exist',
      arrange: nothing,
      request: () => ({ json: { ...profile(), kyb_type: 'trusted' } }),
      expect: refusesField('kyb_type'),
    }),
    rule({
      operation: 'businessProfiles.get',
      name: 'shows what was handed in, verified unless it said otherwise',
      arrange: (stage) => createOne(stage),
      request: (id) => ({ params: { id } }),
      expect: succeeds(
        z.looseObject({
          kyb_type: z.literal('verified'),
          business_info: z.looseObject({ business_name: z.literal('Conformance LLC') }),
        }),
      ),
    }),
  ],
};
