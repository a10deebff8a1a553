import 'server-only';
import { db } from '@/lib/db/prisma';
import { findCurrentIntent } from './find-current-intent';

/** Where somebody is on the way to moving money. */
export type OnboardingStep =
  | 'details'
  | 'checking'
  | 'authorize'
  | 'reauthorize'
  | 'rejected'
  | 'suspended'
  | 'under_review'
  | 'done';

/** Finds the step from what Astra last told us, never from what a browser says. */
export async function onboardingStep(userId: string): Promise<OnboardingStep> {
  const connection = await db().astraConnection.findUnique({ where: { userId } });
  if (connection) {
    if (connection.astraUserStatus === 'suspended') return 'suspended';
    if (connection.astraUserStatus === 'rejected') return 'rejected';
    if (connection.status === 'needs_authorization') return 'reauthorize';
    return connection.astraUserStatus === 'approved' ? 'done' : 'under_review';
  }
  const intent = await findCurrentIntent(userId);
  if (!intent) return 'details';
  switch (intent.astraStatus) {
    case null:
    case 'pending':
      return 'checking';
    case 'rejected':
      return 'rejected';
    case 'suspended':
      return 'suspended';
    default:
      // Approved and converted people authorize; those who must retry or show a document do that
      // on the way, in Astra's own pages.
      return 'authorize';
  }
}
