import { naiveDateTime } from '../clock/format';
import { reviewReasons } from '../rules/card-reviews';
import { dollarsOf } from '../rules/money';
import type { CardRow, IntentRow, Profile, UserRow } from '../state/rows';
import type { AccountRow } from '../state/rows-accounts';
import type { PhoneChangeRow } from '../state/rows-people';

/** The objects as Astra prints them: snake case, dollars, its two forms of date-times. */

function printProfile(row: Profile) {
  return {
    email: row.email,
    phone: row.phone,
    first_name: row.firstName,
    last_name: row.lastName,
    preferred_first_name: row.preferredFirstName,
    preferred_last_name: row.preferredLastName,
    preferred_pronouns: row.preferredPronouns,
    kyc_type: row.kycType,
    ...(row.metadata ? { metadata: row.metadata } : {}),
  };
}

export function printIntent(row: IntentRow) {
  return { id: row.id, user_id: row.userId, status: row.status, ...printProfile(row) };
}

export function printUser(row: UserRow) {
  const kyb = row.businessProfileId ? { kyb_type: row.kycType } : {};
  return { id: row.id, status: row.status, ...printProfile(row), ...kyb };
}

export function printPhoneChange(row: PhoneChangeRow) {
  return {
    id: row.id,
    current_phone: row.currentPhone,
    proposed_phone: row.proposedPhone,
    status: row.status,
    created: naiveDateTime(row.createdMs),
    updated: naiveDateTime(row.updatedMs),
  };
}

export function printCard(row: CardRow) {
  return {
    id: row.id,
    status: row.status,
    review_status: row.status,
    card_company: row.company,
    card_type: row.type,
    expiration_date: row.expirationDate,
    first_six_digits: row.firstSix,
    last_four_digits: row.lastFour,
    first_name: row.firstName,
    last_name: row.lastName,
    street_line_1: row.street1,
    street_line_2: row.street2,
    city: row.city,
    state: row.state,
    zip_code: row.zipCode,
    address_verified: true,
    pull_enabled: row.pullEnabled,
    push_enabled: row.pushEnabled,
    removed: row.status === 'removed',
    review_reasons: reviewReasons(row),
    created: naiveDateTime(row.createdMs),
  };
}

export function printAccount(row: AccountRow) {
  return {
    id: row.id,
    official_name: row.officialName,
    name: row.name,
    nickname: row.nickname,
    mask: row.mask,
    institution_name: row.institutionName,
    institution_logo: null,
    type: row.type,
    subtype: row.subtype,
    current_balance: row.currentBalanceCents === null ? null : dollarsOf(row.currentBalanceCents),
    available_balance:
      row.availableBalanceCents === null ? null : dollarsOf(row.availableBalanceCents),
    last_balance_update_on:
      row.lastBalanceUpdateMs === null ? null : naiveDateTime(row.lastBalanceUpdateMs),
    connection_status: row.connectionStatus,
  };
}
