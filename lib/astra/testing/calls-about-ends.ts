import { exampleAccount, exampleCard, exampleInstrument } from './example-answers';
import { answered, listed, type OneCall, silent } from './one-call';
import { accessToken } from './test-client';

const id = 'an-id';
const given = { accessToken, id };

const account = {
  institution_id: 'astra_ins_001',
  name: 'Checking',
  bank_account_type: 'checking',
  account_number: '0001234567',
  routing_number: '222222226',
} as const;

const card = {
  card_number: '4000056655665556',
  card_security_code: '123',
  expiration_date: '12/30',
  first_name: 'Edmund',
  last_name: 'Hillary',
  street_line_1: '123 Astra Ave',
  city: 'Palo Alto',
  state: 'CA',
  zip_code: '94304',
};

/** Where money can come from and go to. */
export const endsCalls = {
  'accounts.list': {
    documented: 'Bearer GET api /v1/accounts 200',
    call: ({ accounts }) => accounts.list(given).firstPage(),
    ...listed('accounts', exampleAccount),
  },
  'accounts.get': {
    documented: 'Bearer GET api /v1/accounts/{id} 200',
    call: ({ accounts }) => accounts.get(given),
    ...answered(exampleAccount),
  },
  'accounts.delete': {
    documented: 'Bearer DELETE api /v1/accounts/{id} 200',
    call: ({ accounts }) => accounts.delete(given),
    ...silent,
  },
  'accounts.create': {
    documented: 'Bearer POST secure /v1/accounts/create 201',
    call: ({ accounts }) => accounts.create({ accessToken, account }),
    ...answered(exampleAccount),
  },
  'accounts.createByProcessorToken': {
    documented: 'Bearer POST api /v1/accounts/processor_token 200',
    call: ({ accounts }) => accounts.createByProcessorToken({ accessToken, processor_token: 'p' }),
    ...answered({ id, institution_id: 'astra_ins_131' }),
  },
  'accounts.sendCustomerEvent': {
    documented: 'Basic POST api /v1/webhook/customer_event 200',
    call: ({ accounts }) => accounts.sendBalanceUpdate({ accountId: 'a', institutionId: 'i' }),
    ...silent,
  },
  'accounts.instantPaymentEligibility': {
    documented: 'Basic GET api /v1/instant_payment_eligibility 200',
    call: ({ accounts }) => accounts.instantPaymentEligibility('222222226'),
    full: { routing_number: '222222226', rtp: true, fednow: false },
    minimal: { rtp: false, fednow: false },
  },
  'cards.getBin': {
    documented: 'Basic GET api /v1/bins/{bin} 200',
    call: ({ cards }) => cards.getBin('400000'),
    full: {
      bin: '400000',
      card_brand: 'VISA',
      card_type: 'debit',
      interchange_category: 'regulated',
      issuer_name: 'Bank of Nowhere',
      settlement_network: 'VISA',
    },
    minimal: { bin: '400000' },
  },
  'cards.list': {
    documented: 'Bearer GET api /v1/cards 200',
    call: ({ cards }) => cards.list(given).firstPage(),
    ...listed('cards', exampleCard),
  },
  'cards.create': {
    documented: 'Bearer POST secure /v1/cards 200',
    call: ({ cards }) => cards.create({ accessToken, card }),
    ...answered(exampleCard),
  },
  'cards.get': {
    documented: 'Bearer GET api /v1/cards/{id} 200',
    call: ({ cards }) => cards.get(given),
    ...answered(exampleCard),
  },
  'cards.delete': {
    documented: 'Bearer DELETE api /v1/cards/{id} 200',
    call: ({ cards }) => cards.delete(given),
    ...silent,
  },
  'cards.authDetails': {
    documented: 'Bearer GET api /v1/cards/{id}/auth_details 200',
    call: ({ cards }) => cards.authDetails(given),
    full: { card_id: id, recommendation: 'review', risk_level: 'low', reasons: ['C1010'] },
    minimal: {},
  },
  'paymentInstruments.list': {
    documented: 'Basic GET api /v1/payment_instruments 200',
    call: ({ paymentInstruments }) => paymentInstruments.list().firstPage(),
    ...listed('payment_instruments', exampleInstrument),
  },
  'paymentInstruments.get': {
    documented: 'Basic GET api /v1/payment_instruments/{id} 200',
    call: ({ paymentInstruments }) => paymentInstruments.get(id),
    ...answered(exampleInstrument),
  },
} satisfies Record<string, OneCall>;
