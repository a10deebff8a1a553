import { assumptions, type operations } from '../contract';
import { keepBusinessProfile } from '../engine/businesses';
import { notFound, Problem } from '../server/problem';
import type { Endpoint } from './endpoint';
import { invalidFields } from './validate';

type BusinessProfiles = typeof operations.businessProfiles;

const { businessProfilesPerPhone } = assumptions.changeLimits;

/** `POST /v1/business_profile`: three for one phone. */
export const createBusinessProfile: Endpoint<BusinessProfiles['create']> = ({ world, body }) => {
  const { businessProfiles, users } = world.store;
  if (body.user_id !== undefined && users.get(body.user_id) === undefined) {
    throw invalidFields({ user_id: ['Nothing has this id.'] });
  }
  if (businessProfiles.count('phone', body.phone) >= businessProfilesPerPhone) {
    const text = `Limit of ${businessProfilesPerPhone} business profiles for this phone reached.`;
    throw new Problem(400, text);
  }
  return { id: keepBusinessProfile(world, body).id };
};

/** `GET /v1/business_profile/{id}`: what was posted, and what became of it. */
export const getBusinessProfile: Endpoint<BusinessProfiles['get']> = ({ world, id }) => {
  const row = world.store.businessProfiles.get(id);
  if (row === undefined) throw notFound();
  const user = world.store.users.get(row.userId ?? '');
  return {
    ...row.posted,
    kyb_type: row.kybType,
    id: row.id,
    user_id: row.userId,
    status: user?.status ?? 'pending',
  };
};
