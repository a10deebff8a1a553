import { exampleIntent, exampleTokens, exampleUser } from './example-answers';
import { type OneCall, silent } from './one-call';
import { accessToken } from './test-client';

const address = { address1: '123 Astra Ave', city: 'Palo Alto', state: 'CA', postal_code: '94304' };
const person = {
  first_name: 'Edmund',
  last_name: 'Hillary',
  email: 'edmund@example.com',
  ...address,
};
const admin = { ...person, date_of_birth: '1985-02-03' };

const profile = {
  phone: '+15557771234',
  business_info: { business_type: 'llc', business_name: 'Everest LLC', ...address },
  business_admin: admin,
  business_controller: { ...admin, title: 'CEO' },
};
const { token_type: _, ...leastTokens } = exampleTokens;
const uploadUrl = {
  id: 'd',
  filename: 'd.jpg',
  method: 'PUT',
  url: 'https://uploads.example.com/d',
};

/** Getting to know a person or a business, and being let in by them. */
export const peopleCalls = {
  'tokens.exchange': {
    documented: 'Basic POST api /v1/oauth/token 200',
    call: ({ tokens }) => tokens.exchangeCode({ code: 'a-code' }),
    full: exampleTokens,
    minimal: leastTokens,
  },
  'partnerIdentity.createSessionToken': {
    documented: 'Basic POST api /v1/partner/identity/verification 200',
    call: ({ partnerIdentity }) => partnerIdentity.createSessionToken({ userId: 'u' }),
    full: { token: 't' },
    minimal: { token: 't' },
  },
  'partnerIdentity.authorize': {
    documented: 'Basic POST api /v1/partner/identity/token 200',
    call: ({ partnerIdentity }) => partnerIdentity.authorize({ sessionToken: 't' }),
    full: exampleTokens,
    minimal: leastTokens,
  },
  'userIntents.create': {
    documented: 'Basic POST api /v1/user_intent 201',
    call: ({ userIntents }) =>
      userIntents.create({ ...person, phone: '+15557771234', ip_address: '192.0.2.0' }),
    full: { id: 'i' },
    minimal: { id: 'i' },
  },
  'userIntents.get': {
    documented: 'Basic GET api /v1/user_intent/{id} 200',
    call: ({ userIntents }) => userIntents.get('an-id'),
    full: exampleIntent,
    minimal: { id: 'i', status: 'pending' },
  },
  'users.get': {
    documented: 'Bearer GET api /v1/user 200',
    call: ({ users }) => users.me({ accessToken }),
    full: exampleUser,
    minimal: { id: 'u', status: 'pending' },
  },
  'users.capabilities': {
    documented: 'Bearer GET api /v1/users/{id}/capabilities 200',
    call: ({ users }) => users.capabilities({ accessToken, userId: 'an-id' }),
    full: {
      account_to_account: { max_settlement_speed: 'real-time' },
      account_to_card: { is_eligible: true },
      card_to_card: { transfer_count_limit: 1 },
    },
    minimal: {},
  },
  'users.upgradeKycType': {
    documented: 'Bearer POST api /v1/upgrade_kyc_type 200',
    call: ({ users }) => users.upgradeKycType({ accessToken, kyc_type: 'unverified' }),
    ...silent,
  },
  'users.requestPhoneChange': {
    documented: 'Bearer POST api /v1/request_user_phone_number_update 200',
    call: ({ users }) => users.requestPhoneChange({ accessToken, phone: '+15557771234' }),
    ...silent,
  },
  'users.listPhoneChangeRequests': {
    documented: 'Bearer GET api /v1/phone_number_change_requests 200',
    call: ({ users }) => users.listPhoneChangeRequests({ accessToken }).firstPage(),
    full: {
      count: 1,
      phone_number_change_requests: [
        {
          id: 'p',
          current_phone: '+15557771234',
          proposed_phone: '+15557770000',
          status: 'approved',
        },
      ],
    },
    minimal: { phone_number_change_requests: [{ id: 'p' }] },
  },
  'users.requestAddressChange': {
    documented: 'Bearer POST api /v1/request_address_change 200',
    call: ({ users }) => users.requestAddressChange({ accessToken, address }),
    ...silent,
  },
  'users.updateEmail': {
    documented: 'Bearer PATCH api /v1/users/{id} 200',
    call: ({ users }) =>
      users.updateEmail({ accessToken, userId: 'an-id', email: 'new@example.com' }),
    full: exampleUser,
    minimal: { id: 'u', status: 'pending' },
  },
  'businessProfiles.create': {
    documented: 'Basic POST api /v1/business_profile 201',
    call: ({ businessProfiles }) => businessProfiles.create(profile),
    full: { id: 'b' },
    minimal: { id: 'b' },
  },
  'businessProfiles.get': {
    documented: 'Basic GET api /v1/business_profile/{id} 200',
    call: ({ businessProfiles }) => businessProfiles.get('an-id'),
    full: { ...profile, id: 'b', status: 'pending', user_id: null, kyb_type: 'verified' },
    minimal: { id: 'b' },
  },
  'documents.createUploadUrl': {
    documented: 'Bearer POST api /v1/documents/create_upload_url 200',
    call: ({ documents }) =>
      documents.createUploadUrl({ accessToken, document_type: 'license', extension: 'jpg' }),
    full: uploadUrl,
    minimal: { ...uploadUrl, method: undefined },
  },
  'documents.confirmUpload': {
    documented: 'Bearer POST api /v1/documents/confirm_upload 200',
    call: ({ documents }) => documents.confirmUpload({ accessToken, filename: 'd.jpg' }),
    ...silent,
  },
  'clientInfo.get': {
    documented: 'nobody GET api /v1/client/{id} 200',
    call: ({ clientInfo }) => clientInfo.get('an-id'),
    full: {
      id: 'c',
      name: 'Everest',
      logo: 'https://partner.example.com/logo.png',
      support_email: 'help@example.com',
      redirect_uris: ['https://partner.example.com/back'],
    },
    minimal: { id: 'c' },
  },
} satisfies Record<string, OneCall>;
