/** What Astra answers with, as fully as its reference describes it. The values are invented. */

const time = '2026-02-03T04:05:06.789012';

export const exampleUser = {
  id: 'WV9Zwexqw7Tqk8nox5dBSe993dEBqGulDlnNA',
  status: 'approved',
  email: 'edmund@example.com',
  phone: '+15557771234',
  first_name: 'Edmund',
  last_name: 'Hillary',
  preferred_first_name: 'Ed',
  preferred_last_name: 'Hillary',
  preferred_pronouns: 'he/him',
  kyc_type: 'verified',
  metadata: { plan: 'gold' },
};

export const exampleIntent = {
  ...exampleUser,
  id: 'c0ffee00c0ffee00c0ffee00c0ffee00',
  user_id: exampleUser.id,
  status: 'converted_to_user',
};

export const exampleAccount = {
  id: 'astra_generic_0123456789abcdef0123456789abcdef',
  official_name: 'Gold Checking',
  name: 'Checking',
  nickname: 'Household',
  mask: '1111',
  institution_name: 'Bank of Nowhere',
  institution_logo: 'iVBORw0KGgo=',
  type: 'depository',
  subtype: 'checking',
  current_balance: -12.5,
  available_balance: 1234.0,
  last_balance_update_on: time,
  connection_status: 'connected',
};

export const exampleCard = {
  id: '1010cf30-e150-448e-8a08-bd8537eeaa50',
  status: 'approved',
  review_status: 'approved',
  card_company: 'Visa',
  card_type: 'debit',
  expiration_date: '12/30',
  first_six_digits: '400005',
  last_four_digits: '5556',
  first_name: 'Edmund',
  last_name: 'Hillary',
  street_line_1: '123 Astra Ave',
  street_line_2: '',
  city: 'Palo Alto',
  state: 'CA',
  zip_code: '94304',
  address_verified: true,
  pull_enabled: true,
  push_enabled: false,
  removed: false,
  review_reasons: ['C1010', 'C1020'],
  created: time,
};

export const exampleRoutine = {
  id: '5140799817777152',
  type: 'one-time',
  name: 'Lunch',
  payment_type: 'debit',
  source_id: 'card-1',
  destination_id: 'card-2',
  destination_user_id: exampleUser.id,
  amount: 4.99,
  start_date: '2026-02-02',
  preferred_settlement_speed: 'T+1',
  frequency: 'monthly',
  threshold: 100,
  spending: 'account-1',
  amount_start: 1,
  amount_increment: 0.5,
  minimum_transaction_threshold: 20,
  percent_of_transaction: 12.5,
  percent_of_balance: 1.25,
  active: true,
  status: 'active',
  created: '2026-02-03T04:05:06+00:00',
  client_correlation_id: 'ABCD1234',
  blocked: false,
};

export const exampleNestedRoutine = {
  id: exampleRoutine.id,
  status: 'active',
  name: 'Lunch',
  amount: 4.99,
  source: { id: 'account-1' },
  destination: { id: 'card-1', user_id: exampleUser.id },
  start_date: '2026-02-02',
  created: time,
  active: true,
  payment_route: 'push',
  type: 'one-time',
  blocked: false,
  debit_fee_percent: 1.25,
};

export const exampleTransfer = {
  id: '0239decedaaa5cefa4d173ee839ca37599165219',
  status: 'processed',
  routine_id: exampleRoutine.id,
  routine_type: 'one-time',
  routine_name: 'Lunch',
  client_correlation_id: 'ABCD1234',
  source_id: 'card-1',
  destination_id: 'card-2',
  destination_user_id: exampleUser.id,
  amount: 4.99,
  payment_type: 'debit',
  initiated: time,
  updated: time,
  estimated_clearing_date: time,
  failure_reason: null,
  astra_settlement_reason: 'settled',
};

export const examplePaymentLink = {
  id: 'link',
  url: 'https://app.example.com/pay/link',
  status: 'active',
  name: 'Rent',
  amount: 1104.99,
  destination_id: 'card-1',
  created: time,
  expires_at: '2026-03-08T10:00:00+00:00',
  transfer_id: null,
};

export const exampleInstrument = {
  id: '1010cf30-e150-448e-8a08-bd8537eeaa50',
  name: 'Settlement',
  type: 'fbo',
  account_number: '987654321012',
  routing_number: '222222226',
  available_balance: 50_000,
  current_balance: 50_000.01,
  status: 'active',
  updated: time,
};

export const exampleTokens = {
  access_token: 'a'.repeat(42),
  refresh_token: 'r'.repeat(48),
  expires_in: 7200,
  token_type: 'Bearer',
};
