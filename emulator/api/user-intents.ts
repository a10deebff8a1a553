import type { z } from 'zod';
import { assumptions, type createUserIntentRequest, type operations } from '../contract';
import { createIntent } from '../engine/identity';
import { isPostOfficeBox } from '../rules/addresses';
import { identityOutcome } from '../rules/steering';
import { notFound, Problem } from '../server/problem';
import type { Profile } from '../state/rows';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { type FieldErrors, invalidFields } from './validate';
import { printIntent } from './wire';

type Body = z.output<typeof createUserIntentRequest>;

/** `POST /v1/user_intent`: hands in a person; the identity check starts in the background. */
export const createUserIntent: Endpoint<typeof operations.userIntents.create> = ({
  world,
  body,
}) => {
  const errors = ruleErrors(body);
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  refuseScreened(world, body);
  const { perEmail, status } = assumptions.intentLimit;
  if (world.store.intents.count('email', body.email.toLowerCase()) >= perEmail) {
    throw new Problem(status, `Limit of ${perEmail} user intents for this email reached.`);
  }
  const outcome = identityOutcome({
    firstName: body.first_name,
    dateOfBirth: body.date_of_birth,
    phone: body.phone,
  });
  return { id: createIntent(world, profileOf(body), outcome).id };
};

/** `GET /v1/user_intent/{id}` */
export const getUserIntent: Endpoint<typeof operations.userIntents.get> = ({ world, id }) => {
  const intent = world.store.intents.get(id);
  if (intent === undefined) throw notFound();
  return printIntent(intent);
};

/** The rules that concern more than one field, or the world outside. */
function ruleErrors(body: Body): FieldErrors {
  const errors: FieldErrors = {};
  const kycType = body.kyc_type ?? 'verified';
  if (kycType !== 'receive-only' && body.date_of_birth === undefined) {
    errors.date_of_birth = ['Missing data for required field.'];
  }
  if (kycType === 'verified' && body.ssn === undefined) {
    errors.ssn = ['Missing data for required field.'];
  }
  if (isPostOfficeBox(body.address1)) errors.address1 = ['PO boxes are not allowed.'];
  if (isPostOfficeBox(body.address2 ?? '')) errors.address2 = ['PO boxes are not allowed.'];
  return errors;
}

/** Somebody who was turned down does not get in again by another intent. */
function refuseScreened(world: World, body: Body): void {
  const user = world.store.users.latest('phone', body.phone);
  if (user === undefined || user.email.toLowerCase() !== body.email.toLowerCase()) return;
  if (user.status === 'rejected' || user.status === 'suspended') {
    throw new Problem(403, 'This email and phone have been screened and cannot be accepted.');
  }
}

function profileOf(body: Body): Profile {
  return {
    email: body.email,
    phone: body.phone,
    firstName: body.first_name,
    lastName: body.last_name,
    preferredFirstName: body.preferred_first_name ?? null,
    preferredLastName: body.preferred_last_name ?? null,
    preferredPronouns: body.preferred_pronouns ?? null,
    address1: body.address1,
    address2: body.address2 ?? '',
    city: body.city,
    state: body.state,
    postalCode: body.postal_code,
    kycType: body.kyc_type ?? 'verified',
    metadata: body.metadata ?? null,
  };
}
