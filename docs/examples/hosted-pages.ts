import { randomBytes } from 'node:crypto';
import { astra } from './client';
import { introducePerson } from './prepare';

/** Addresses of Astra's pages, for an iframe or a whole tab. Making them calls nobody. */
async function main(): Promise<void> {
  const { userIntentId, phone } = await introducePerson();

  // Random, bound to the person's session, accepted once: it ties the redirect to whoever started.
  const state = randomBytes(32).toString('base64url');
  const page = { state, phone, phoneReadOnly: true };

  // The first visit. The redirect brings `code` and `state`; go on with tokens.ts.
  console.log(astra.hostedPages.authorizeUrl({ ...page, userIntentId }));

  // Where somebody must go next follows from where they stand, or they must not be sent at all.
  const intent = await astra.userIntents.get(userIntentId);
  const next = astra.hostedPages.nextUrl(
    { is: 'user_intent', id: intent.id, status: intent.status, hasToken: false },
    page,
  );
  console.log(next.page === null ? next.explanation : next.url);

  // For people who have authorized you. The redirect brings `state` alone: read the list again.
  const known = { ...page, userId: 'user-1' };
  console.log(astra.hostedPages.linkCardUrl({ ...known, debitDirect: true }));
  console.log(astra.hostedPages.linkAccountUrl(known));
  console.log(astra.hostedPages.cardsUrl(known));
  console.log(astra.hostedPages.verifyCardUrl({ ...known, cardId: 'card-1' }));

  // For people whose identity check wants more; `nextUrl` chooses among them.
  console.log(astra.hostedPages.verifyProfileUrl(known));
  console.log(astra.hostedPages.submitDocumentUrl(known));
  console.log(astra.hostedPages.verifyBusinessUrl(known));
}

await main();
