import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answeringClient, basic, sent } from '../testing/answering-client';
import { errorOf } from '../testing/test-client';
import type { CreateBusinessProfile } from './business-profiles';

const address = { address1: '1 Main Street', city: 'Palo Alto', state: 'CA', postal_code: '94304' };
const person = {
  first_name: 'Tenzing',
  last_name: 'Norgay',
  email: 'tenzing@example.com',
  date_of_birth: '1914-05-29',
  ...address,
};
const profile: CreateBusinessProfile = {
  phone: '+15557771234',
  business_info: {
    business_type: 'llc',
    business_name: 'Everest LLC',
    ein: '12-3456789',
    ...address,
  },
  business_admin: person,
  business_controller: { ...person, title: 'CEO' },
};

describe('a business profile', () => {
  test('is made as JSON with the partner’s credentials', async () => {
    const scripted = answeringClient(200, { id: 'b' });
    expect(await scripted.astra.businessProfiles.create(profile)).toEqual({ id: 'b' });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/business_profile',
      authorization: basic,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual(profile);
  });

  test('names a controller unless there is a sole proprietor', async () => {
    const { business_controller: _, ...rest } = profile;
    const scripted = answeringClient(201, { id: 'b' });
    expect(await errorOf(scripted.astra.businessProfiles.create(rest))).toMatchObject({
      kind: 'invalid_request',
      fieldErrors: { business_controller: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
    const business_info = { ...profile.business_info, business_type: 'soleProprietorship' };
    await scripted.astra.businessProfiles.create({ ...rest, business_info });
    expect(scripted.calls).toHaveLength(1);
  });

  test('may have any number of owners, and a type that we do not know', async () => {
    const scripted = answeringClient(201, { id: 'b' });
    await scripted.astra.businessProfiles.create({
      ...profile,
      beneficial_owners: [person, person, person, person, person],
      business_info: { ...profile.business_info, business_type: 'cooperative' },
    });
    expect(scripted.calls).toHaveLength(1);
  });

  test.each([
    ['phone', { phone: '5557771234' }],
    ['business_info.ein', { business_info: { ...profile.business_info, ein: '123' } }],
    ['business_admin.state', { business_admin: { ...person, state: 'California' } }],
    ['beneficial_owners.0.email', { beneficial_owners: [{ ...person, email: 'none' }] }],
  ])('with a wrong %s is not made', async (field, change) => {
    const scripted = answeringClient(201, { id: 'b' });
    const error = await errorOf(scripted.astra.businessProfiles.create({ ...profile, ...change }));
    expect(error).toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
    expect(scripted.calls).toHaveLength(0);
  });

  test('is read with what Astra made of it', async () => {
    const scripted = answeringClient(200, { ...profile, id: 'b', status: 'pending' });
    expect(await scripted.astra.businessProfiles.get('b')).toMatchObject({
      id: 'b',
      status: 'pending',
      business_info: { business_name: 'Everest LLC' },
    });
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/business_profile/b',
      authorization: basic,
    });
  });

  test('repeats no EIN and no birth date in an error', async () => {
    const description = 'EIN 12-3456789 of somebody born 1914-05-29 is taken';
    const { astra, events } = answeringClient(400, { description });
    const error = await errorOf(astra.businessProfiles.create(profile));
    expect(error.description).toBe('EIN [removed] of somebody born [removed] is taken');
    const printed = inspect([error, events], { depth: 9, showHidden: true });
    expect(printed).not.toMatch(/12-3456789|1914-05-29/);
  });
});
