import { z } from 'zod';
import {
  businessController,
  businessInfo,
  businessPerson,
  businessProfile,
  businessProfileCreated,
} from './assumptions/business-profiles';
import { defineOperations } from './operation';
import { e164UsPhone, id } from './primitives';
import { kycTypes } from './user-intents';

/**
 * JSON body of `POST /v1/business_profile`, which fills in the hosted business form beforehand.
 * Astra takes three for one phone. The nested parts are
 * assumed.
 */
export const createBusinessProfileRequest = z
  .strictObject({
    phone: e164UsPhone,
    first_name: z.string().min(1).optional(),
    last_name: z.string().min(1).optional(),
    email: z.email().optional(),
    /** A business that is Astra's user already. */
    user_id: id.optional(),
    kyb_type: z.enum(kycTypes).optional(),
    business_info: businessInfo,
    business_admin: businessPerson,
    business_controller: businessController.optional(),
    beneficial_owners: z.array(businessPerson).optional(),
  })
  .refine(
    ({ business_info, business_controller }) =>
      business_info.business_type === 'soleProprietorship' || business_controller,
    { path: ['business_controller'], error: 'Everybody but a sole proprietor names a controller.' },
  );

/** The id is all that is known of the answer. */
export const createBusinessProfileResponse = z.looseObject({ id });

/** Source: reference, "Create a Business Profile" and "Get a Business Profile". */
export const businessProfileOperations = defineOperations({
  create: {
    method: 'POST',
    path: '/v1/business_profile',
    host: 'api',
    auth: 'client',
    json: createBusinessProfileRequest,
    status: businessProfileCreated.status,
    response: createBusinessProfileResponse,
    page: 'Create a Business Profile',
  },
  get: {
    method: 'GET',
    path: '/v1/business_profile/{id}',
    host: 'api',
    auth: 'client',
    status: 200,
    response: businessProfile,
    page: 'Get a Business Profile',
    isAssumed: true,
  },
});
