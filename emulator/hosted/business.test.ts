import { expect, test } from 'vitest';
import { type TestEmulator, testEmulator } from '../testing/emulator';
import { openHosted } from '../testing/hosted-link';
import { authenticate, authorizeUrl, bearer, exchange, onboard } from '../testing/person';
import { submit, visit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const phone = '5557770001';
const address = { address1: '1 Main St', city: 'Reno', state: 'NV', postal_code: '89501' };
const admin = {
  first_name: 'Ada',
  last_name: 'Byron',
  email: 'ada@example.com',
  date_of_birth: '1980-12-10',
  ...address,
};
const info = { business_type: 'llc', business_name: 'Engines LLC', ein: '12-3456789' };

function prefixed(prefix: string, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefix + name, value]));
}

const typed = {
  ...info,
  ...prefixed('business_', address),
  ...prefixed('admin_', admin),
  title: 'CEO',
};

function businessUrl(emulator: TestEmulator, query: Record<string, string> = {}) {
  return authorizeUrl(emulator, { business: 'true', bypass_connect: 'true', ...query });
}

async function createProfile(emulator: TestEmulator): Promise<string> {
  const json = {
    phone: `+1${phone}`,
    business_info: { ...info, ...address },
    business_admin: admin,
    business_controller: { ...admin, title: 'CEO' },
  };
  const auth = emulator.basic;
  return (await emulator.call('POST', '/v1/business_profile', { auth, json })).id;
}

/** Reads the user of a redirect, and the profile that it came from. */
async function outcome(emulator: TestEmulator, left: URL | undefined) {
  const tokens = await exchange(emulator, left);
  expect(tokens.status).toBe(200);
  const auth = bearer(tokens);
  return { auth, user: (await emulator.call('GET', '/v1/user', { auth })).body };
}

test('a business fills in its form, learns that people review it, and comes back with a code', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, businessUrl(emulator), phone);
  expect(form.heading).toBe('Tell us about your business');
  const owner = prefixed('owner1_', { ...admin, first_name: 'Charles' });
  const review = await submit(form, 'Submit for review', { ...typed, ...owner });
  expect(review.heading).toBe('People at Astra review your business');
  expect(review.html).toContain('This usually takes 24 hours');
  const { left } = await submit(review, 'Continue');
  const { auth, user } = await outcome(emulator, left);
  expect(user).toMatchObject({ first_name: 'Ada', phone: `+1${phone}`, kyb_type: 'verified' });
  await waitFor('the review', async () => {
    const { body } = await emulator.call('GET', '/v1/user', { auth });
    return body.status === 'approved';
  });
});

test('a form without anything says of each needed field what to enter, and keeps what is there', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, businessUrl(emulator), phone);
  const page = await submit(form, 'Submit for review', {
    business_name: 'Engines LLC',
    controller_first_name: 'Grace',
    website: 'example',
  });
  for (const text of [
    'Choose the type of business.',
    'Enter the nine digits, such as 12-3456789.',
    'Enter the whole address, such as https://example.com.',
    'Enter your title, such as CEO.',
    'Enter the city.',
  ]) {
    expect(page.html).toContain(text);
  }
  expect(page.html).toContain('value="Engines LLC"');
  expect(page.html).toContain('id="admin_first_name-error"');
  // Whoever is named at all is asked for whole; whoever is not, not.
  expect(page.html).toContain('id="controller_last_name-error"');
  expect(page.html).not.toContain('id="owner1_first_name-error"');
});

test('a sole proprietor needs neither number nor title', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, businessUrl(emulator), phone);
  const review = await submit(form, 'Submit for review', {
    ...typed,
    business_type: 'soleProprietorship',
    ein: '',
    title: '',
  });
  expect(review.heading).toBe('People at Astra review your business');
});

test('a business profile fills the form in, and what is changed there is kept', async () => {
  const emulator = await testEmulator();
  const profileId = await createProfile(emulator);
  const url = businessUrl(emulator, { business_profile_id: profileId, phone });
  const form = await authenticate(emulator, url, phone);
  expect(form.html).toContain('value="Engines LLC"');
  expect(form.html).toContain('<option value="llc" selected>');
  expect(form.html).toContain('name="admin_email" type="text" value="ada@example.com"');
  expect(form.html).not.toContain('name="controller_email" type="text" value="ada');
  const changed = { business_type: 'llc', business_name: 'Difference Engines LLC' };
  const review = await submit(form, 'Submit for review', changed);
  const { user } = await outcome(emulator, (await submit(review, 'Continue')).left);
  const path = `/v1/business_profile/${profileId}`;
  const { body } = await emulator.call('GET', path, { auth: emulator.basic });
  expect(body).toMatchObject({ user_id: user.id, business_info: changed, business_admin: admin });
});

test('the phone in a link must be the one of its business profile', async () => {
  const emulator = await testEmulator();
  const business_profile_id = await createProfile(emulator);
  const url = businessUrl(emulator, { business_profile_id, phone: '5550001111' });
  expect((await visit(url)).heading).toBe('Token Authentication Required');
});

test('a business that the partner vouches for only authorizes', async () => {
  const emulator = await testEmulator();
  const business_profile_id = await createProfile(emulator);
  const path = '/v1/partner/identity/verification';
  const json = { business_profile_id };
  const { body } = await emulator.call('POST', path, { auth: emulator.basic, json });
  const url = businessUrl(emulator, { business_profile_id, session_token: String(body.token) });
  const review = await submit(await visit(url), 'Authorize');
  expect(review.heading).toBe('People at Astra review your business');
});

test('a fourth business for one phone is refused with a sentence', async () => {
  const emulator = await testEmulator();
  for (let times = 0; times < 3; times += 1) await createProfile(emulator);
  const form = await authenticate(emulator, businessUrl(emulator), phone);
  const page = await submit(form, 'Submit for review', typed);
  expect(page.html).toContain('Three businesses have used this phone number already.');
});

test('a business that is asked for a document may hand in a PDF', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, businessUrl(emulator), phone);
  const named = { ...typed, business_name: 'Document LLC' };
  await submit(form, 'Submit for review', named);
  const page = await waitFor('the request', async () => {
    const now = await visit(form.url.replace(/business$/, 'business_review'));
    return now.heading === 'Show a document' && now;
  });
  expect(page.html).toContain('application/pdf');
});

test('a business hands in changed details on the page for that, and returns with the state', async () => {
  const emulator = await testEmulator();
  const form = await authenticate(emulator, businessUrl(emulator), phone);
  const review = await submit(form, 'Submit for review', typed);
  const { user } = await outcome(emulator, (await submit(review, 'Continue')).left);
  const again = await openHosted(emulator, '/verify/business', {
    phone,
    user_id: String(user.id),
    state: 's',
  });
  expect(again.html).toContain('value="Engines LLC"');
  const page = await submit(again, 'Submit for review', {
    business_type: 'llc',
    business_name: 'Engines and Sons LLC',
  });
  const { left } = page.left ? page : await submit(page, 'Continue');
  expect(left?.search).toBe('?state=s');
});

test('a person has no business to verify', async () => {
  const emulator = await testEmulator();
  const { phone: own } = await onboard(emulator);
  const page = await openHosted(emulator, '/verify/business', { phone: own });
  expect(page.heading).toBe('This link is not for you');
  expect((await submit(page, 'Return to Partner App')).left?.search).toBe('?error=access_denied');
});
