import { z } from 'zod';
import { openEnum } from '../open-enum';
import { e164UsPhone, id, postalCode, strictDate, usState } from '../primitives';

/** 200 of `GET /v1/business_profile/{id}`: what was posted, and these. Our assumption. */
export const businessProfile = z.looseObject({
  id,
  status: z.string().nullish(),
  user_id: z.string().nullish(),
  phone: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  email: z.string().nullish(),
  kyb_type: z.string().nullish(),
  business_info: z.looseObject({ business_name: z.string().nullish() }).nullish(),
});

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

/** Gap: the names of a business's details, which are only known from other clients. */
export const businessInfo = z.strictObject({
  business_type: openEnum(businessTypes),
  business_name: z.string().min(1),
  ein: ein.optional(),
  doing_business_as: z.string().optional(),
  phone: e164UsPhone.optional(),
  ...address,
  website: z.url().optional(),
});

/** Gap: the names of an administrator's and an owner's details. */
export const businessPerson = z.strictObject({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  email: z.email(),
  date_of_birth: strictDate,
  ...address,
});

/** The same for whoever controls the business. */
export const businessController = businessPerson.extend({ title: z.string().min(1) });

/** Gap: what creating a profile answers, 200 or 201. The client takes both. */
export const businessProfileCreated = { status: 201 } as const;
