import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { IntentSubmission } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { createConnectedPerson, createPerson } from '@/testing/rows/people';
import { onboardingStep } from './onboarding-step';

function addIntent(
  userId: string,
  astraStatus: string | null,
  submission: IntentSubmission = 'accepted',
) {
  const astraId = submission === 'accepted' ? randomUUID() : null;
  const data = { userId, submissionKey: randomUUID(), submission, astraId, astraStatus };
  return db().userIntent.create({ data });
}

test('somebody new is asked for details', async () => {
  expect(await onboardingStep((await createPerson()).id)).toBe('details');
});

test.each([
  [null, 'checking'],
  ['pending', 'checking'],
  ['approved', 'authorize'],
  ['retry', 'authorize'],
  ['document', 'authorize'],
  ['converted_to_user', 'authorize'],
  ['invented_tomorrow', 'authorize'],
  ['rejected', 'rejected'],
  ['suspended', 'suspended'],
])('before authorizing, an intent that is %s leads to %s', async (status, step) => {
  const { id } = await createPerson();
  await addIntent(id, status);
  expect(await onboardingStep(id)).toBe(step);
});

test.each(['sending', 'refused', 'unknown'] as const)(
  'an intent whose submission is %s leaves the form open',
  async (submission) => {
    const { id } = await createPerson();
    await addIntent(id, null, submission);
    expect(await onboardingStep(id)).toBe('details');
  },
);

test('the newest intent that Astra has taken counts', async () => {
  const { id } = await createPerson();
  const { id: first } = await addIntent(id, 'rejected');
  await db().userIntent.update({ where: { id: first }, data: { createdAt: new Date(0) } });
  await addIntent(id, 'approved');
  await addIntent(id, null, 'refused');
  expect(await onboardingStep(id)).toBe('authorize');
});

test.each([
  ['active', 'approved', 'done'],
  ['active', 'pending', 'under_review'],
  ['active', 'retry', 'under_review'],
  ['active', 'document', 'under_review'],
  ['active', 'invented_tomorrow', 'under_review'],
  ['active', 'rejected', 'rejected'],
  ['active', 'suspended', 'suspended'],
  ['needs_authorization', 'approved', 'reauthorize'],
  ['needs_authorization', 'pending', 'reauthorize'],
  ['needs_authorization', 'rejected', 'rejected'],
  ['needs_authorization', 'suspended', 'suspended'],
] as const)(
  'a connection that is %s with a user who is %s leads to %s',
  async (status, astraUserStatus, step) => {
    const { id } = await createConnectedPerson();
    await addIntent(id, 'pending');
    await db().astraConnection.update({ where: { userId: id }, data: { status, astraUserStatus } });
    expect(await onboardingStep(id)).toBe(step);
  },
);
