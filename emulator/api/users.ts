import type { operations } from '../contract';
import {
  changeAddress,
  changeEmail,
  mayChangeAddress,
  mayRequestPhoneChange,
  requestPhoneChange as requestChange,
} from '../engine/profile-changes';
import { capabilitiesOf } from '../rules/capabilities';
import { isKycUpgrade } from '../rules/kyc-upgrade';
import { notFound, Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import { emitUserUpdated } from '../webhooks/emit';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { type FieldErrors, invalidFields } from './validate';
import { printPhoneChange, printUser } from './wire';

type Users = typeof operations.users;

/** `GET /v1/user`: whose token this is. */
export const getUser: Endpoint<Users['get']> = ({ user }) => printUser(user);

/** `GET /v1/users/{id}/capabilities` */
export const getCapabilities: Endpoint<Users['capabilities']> = ({ user, id }) => {
  requireSelf(user, id);
  const { maxSettlementSpeed, accountToCard, cardToCardPerDay } = capabilitiesOf(user);
  return {
    account_to_account: { max_settlement_speed: maxSettlementSpeed },
    account_to_card: { is_eligible: accountToCard },
    card_to_card: { transfer_count_limit: cardToCardPerDay },
  };
};

/** `POST /v1/upgrade_kyc_type` */
export const upgradeKycType: Endpoint<Users['upgradeKycType']> = ({ world, user, body }) => {
  if (!isKycUpgrade(user.kycType, body.kyc_type)) {
    const text = `A ${user.kycType} user cannot become ${body.kyc_type}.`;
    throw invalidFields({ kyc_type: [text] });
  }
  const missing: FieldErrors = {};
  if (body.kyc_type === 'verified') {
    for (const field of ['ssn', 'date_of_birth'] as const) {
      if (body[field] === undefined) missing[field] = ['Missing data for required field.'];
    }
  }
  if (Object.keys(missing).length > 0) throw invalidFields(missing);
  emitUserUpdated(world, world.store.users.put({ ...user, kycType: body.kyc_type }));
};

/** `POST /v1/request_user_phone_number_update`: once in 30 days. */
export const requestPhoneChange: Endpoint<Users['requestPhoneChange']> = (input) => {
  const { world, user, body } = input;
  if (!mayRequestPhoneChange(world, user)) {
    throw new Problem(400, 'The phone number can be changed once in 30 days.');
  }
  requestChange(world, user, body.proposed_phone);
};

/** `GET /v1/phone_number_change_requests` */
export const listPhoneChangeRequests: Endpoint<Users['listPhoneChangeRequests']> = (input) => {
  const { phoneChanges } = input.world.store;
  return listPage(
    input.request,
    'phone_number_change_requests',
    (limit, before) => phoneChanges.newest('user', input.user.id, limit, before),
    (id) => {
      const change = phoneChanges.get(id);
      return change?.userId === input.user.id ? change : undefined;
    },
    printPhoneChange,
  );
};

/** `POST /v1/request_address_change`: twice in 120 days. */
export const requestAddressChange: Endpoint<Users['requestAddressChange']> = (input) => {
  const { world, user, body } = input;
  if (!mayChangeAddress(world, user)) {
    throw new Problem(400, 'The address can be changed twice in 120 days.');
  }
  changeAddress(world, user, {
    address1: body.address1 ?? user.address1,
    address2: body.address2 ?? user.address2,
    city: body.city ?? user.city,
    state: body.state ?? user.state,
    postalCode: body.postal_code ?? user.postalCode,
  });
};

/** `PATCH /v1/users/{id}` */
export const updateEmail: Endpoint<Users['updateEmail']> = ({ world, user, id, body }) => {
  requireSelf(user, id);
  return printUser(changeEmail(world, user, body.email));
};

/** Somebody else does not exist for the owner of this token. */
function requireSelf(user: UserRow, id: string): void {
  if (user.id !== id) throw notFound();
}
