import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { openHosted } from '../testing/hosted-link';
import { createIntent, decided, onboard, person } from '../testing/person';
import { submit, visit } from '../testing/visitor';
import { waitFor } from '../testing/wait-for';

const phone = '5557771234';

test('somebody asked to retry does so on the page for that, and returns with the state alone', async () => {
  const emulator = await testEmulator();
  const user_intent_id = await createIntent(emulator, person({ first_name: 'retry' }));
  await decided(emulator, user_intent_id);
  const link = { phone, user_intent_id, state: 's' };
  const page = await openHosted(emulator, '/verify/personal', link);
  expect(page.heading).toBe('Check your details');
  const answer = { date_of_birth: '1985-02-03', ssn_last_four: '1234' };
  const { left } = await submit(page, 'Submit', answer);
  expect(left?.search).toBe('?state=s');
});

test('a refused retry keeps the birth date and forgets the SSN', async () => {
  const emulator = await testEmulator();
  const user_intent_id = await createIntent(emulator, person({ first_name: 'retry' }));
  await decided(emulator, user_intent_id);
  const page = await openHosted(emulator, '/verify/personal', { phone, user_intent_id });
  const answer = { date_of_birth: '1985-02-03', ssn_last_four: '98765' };
  const again = await submit(page, 'Submit', answer);
  expect(again.html).toContain('value="1985-02-03"');
  expect(again.html).not.toContain('98765');
});

test('somebody asked for a photo ID hands it in on the page for that', async () => {
  const emulator = await testEmulator();
  const user_intent_id = await createIntent(emulator, person({ first_name: 'document' }));
  await decided(emulator, user_intent_id);
  const link = { phone, user_intent_id, state: 's' };
  const page = await openHosted(emulator, '/verify/document', link);
  expect(page.heading).toBe('Show your photo ID');
  const waiting = await submit(page, 'Upload', { document: new Blob(['a picture']) });
  const left = await waitFor('the approval', async () => (await visit(waiting.url)).left);
  expect(left.search).toBe('?state=s');
});

test.each(['/verify/personal', '/verify/document'])(
  '%s says so when nothing is due',
  async (path) => {
    const emulator = await testEmulator();
    const { userId } = await onboard(emulator);
    const page = await openHosted(emulator, path, { phone, user_id: userId, state: 's' });
    expect(page.heading).toBe('There is nothing to do here');
    expect((await submit(page, 'Return to Partner App')).left?.search).toBe('?state=s');
  },
);

test.each(['/verify/personal', '/cards', '/institutions/connect'])(
  '%s is for people who are known',
  async (path) => {
    const emulator = await testEmulator();
    const page = await openHosted(emulator, path, { phone });
    expect(page.heading).toBe('We don’t know this number yet');
    const { left } = await submit(page, 'Return to Partner App');
    expect(left?.search).toBe('?error=access_denied');
  },
);
