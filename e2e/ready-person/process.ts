import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { authAdapter } from '@/lib/auth/adapter';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { db } from '@/lib/db/prisma';
import { finishRedirect } from '@/lib/hosted/finish-redirect';
import { startAuthorization } from '@/lib/hosted/start-authorization';
import { createUserIntent } from '@/lib/onboarding/create-user-intent';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { withAccessToken } from '@/lib/tokens/with-access-token';
import { stackEnvironment } from '@/scripts/stack/environment';
import { testSettings, tracesOf } from '@/scripts/stack/settings';
import { queryOf, walkThrough } from '@/testing/astra/hosted-visit';
import { addCardAtAstra, approvableDetails, newPhone } from '@/testing/astra/person';
import { until } from '@/testing/until';
import { type ReadyPerson, type Wish, wish } from './protocol';

// Signs people up without a browser, for journeys that begin later. It does what the app's own pages
// do, with the same functions, beside the running app and against the same emulator.

const { ports } = testSettings;
const secure = `http://127.0.0.1:${ports.secure}`;
const hosted = `http://127.0.0.1:${ports.hosted}`;
const patienceMs = 60_000;
const sessionMs = 14 * 24 * 60 * 60_000;

const databaseUrl = await readFile(tracesOf(testSettings).databaseUrlFile, 'utf8');
const signal = new AbortController().signal;
const own = { LOG_LEVEL: 'warn' };
Object.assign(process.env, await stackEnvironment(testSettings, databaseUrl, own, signal));

process.on('message', (message) => {
  const asked = wish.parse(message);
  makeReady(asked).then(
    (person) => process.send?.({ id: asked.id, person }),
    (error: unknown) => process.send?.({ id: asked.id, problem: String(error) }),
  );
});
// This program is there to be asked, and ends when whoever asks does.
process.channel?.ref();
process.send?.({ ready: true });

async function makeReady({ email, cards }: Wish): Promise<ReadyPerson> {
  const { id: userId } = await db().user.upsert({
    where: { email },
    create: { email, emailVerifiedAt: new Date() },
    update: {},
  });
  const phone = newPhone();
  await createUserIntent({
    userId,
    email,
    submissionKey: randomUUID(),
    ipAddress: '192.0.2.1',
    details: approvableDetails({ phone }),
  });
  const isAt = (step: string) => async () => (await onboardingStep(userId)) === step;
  await until('the approval', isAt('authorize'), patienceMs);
  const left = await walkThrough({ hosted }, await startAuthorization(userId), phone);
  const { outcome } = await finishRedirect(userId, queryOf(left));
  if (outcome !== 'linked') throw new Error(`Connecting ended as ${outcome}.`);
  await until('the connection', isAt('done'), patienceMs);
  for (const card of cards) await addCard(userId, card);

  const sessionToken = randomUUID();
  const expires = new Date(Date.now() + sessionMs);
  await authAdapter.createSession?.({ sessionToken, userId, expires });
  return { phone: phone.slice(-10), cookie: { name: sessionCookieName(), value: sessionToken } };
}

/** One after the other, so that lists show them in this order. */
async function addCard(userId: string, number: string): Promise<void> {
  await withAccessToken(userId, (token) =>
    addCardAtAstra({ secure }, `Bearer ${token}`, number, '12/34'),
  );
  const lastFour = number.slice(-4);
  await until('the card', () => db().card.findFirst({ where: { userId, lastFour } }), patienceMs);
}
