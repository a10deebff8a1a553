import { z } from 'zod';
import { businessProfile } from './assumptions/business-profiles';
import { openEnum } from './open-enum';
import { defineOperations } from './operation';
import { e164UsPhone, id, postalCode, strictDate, usState } from './primitives';
import { kycTypes } from './user-intents';

/** `llc` and `soleProprietorship` were seen; Astra knows more. */
export const businessTypes = ['llc', 'soleProprietorship'] as const;

/** An employer identification number; a sole proprietor may have none. */
const ein = z.string().regex(/^\d{2}-?\d{7}$/, 'Nine digits, such as 12-3456789.');

const address = {
  address1: z.string().min(1),
  address2: z.string().optional(),
  city: z.string().min(1),
  state: usState,
  postal_code: postalCode,
};

const businessInfo = z.strictObject({
  business_type: openEnum(businessTypes),
  business_name: z.string().min(1),
  ein: ein.optional(),
  doing_business_as: z.string().optional(),
  phone: e164UsPhone.optional(),
  ...address,
  website: z.url().optional(),
});

const businessPerson = z.strictObject({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  email: z.email(),
  date_of_birth: strictDate,
  ...address,
});

const businessController = businessPerson.extend({ title: z.string().min(1) });

/**
 * JSON body of `POST /v1/business_profile`, which fills in the hosted business form beforehand.
 * Astra takes three for one phone. The nested names are only known from other clients.
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

/** The id is all that is known of the answer; its status, 200 or 201, is not documented. */
export const createBusinessProfileResponse = z.looseObject({ id });

/** Source: reference, "Create a Business Profile" and "Get a Business Profile". */
export const businessProfileOperations = defineOperations({
  create: {
    method: 'POST',
    path: '/v1/business_profile',
    host: 'api',
    auth: 'client',
    json: createBusinessProfileRequest,
    status: 201,
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
