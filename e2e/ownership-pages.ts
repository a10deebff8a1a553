import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/stack/settings';

/** Addresses of what one person owns. */
export type Owned = {
  card: string;
  account: string;
  payment: string;
  transfer: string;
  /** What somebody else sent them. */
  received: string;
  /** The review of a payment that was not sent. */
  review: string;
  routine: string;
  /** A page of the sample bank, with the trip's secrets. */
  bankVisit: string;
  bankReturn: string;
};

type Page = {
  /** Where it shows something of the owner's. */
  addressOf: (owned: Owned) => string;
  /** For somebody else it does not exist, or shows what is their own. */
  forOthers: 'nothing' | 'their own';
};

const listOf = (address: string): Page => ({ addressOf: () => address, forOthers: 'their own' });
const pageOf = (addressOf: Page['addressOf']): Page => ({ addressOf, forOthers: 'nothing' });

/** Every page for signed-in people, by its folder. */
export const pages: Readonly<Record<string, Page>> = {
  'accounts/(list)': listOf('/accounts'),
  'accounts/[id]': pageOf(({ account }) => account),
  'accounts/[id]/reconnect': pageOf(({ account }) => `${account}/reconnect`),
  'accounts/[id]/remove': pageOf(({ account }) => `${account}/remove`),
  'accounts/add': listOf('/accounts/add'),
  'accounts/add/bank': listOf('/accounts/add/bank'),
  'accounts/add/bank/done/[session]': pageOf(({ bankReturn }) => bankReturn),
  'accounts/add/bank/stand-in/[session]': pageOf(({ bankVisit }) => bankVisit),
  'accounts/add/by-number': listOf('/accounts/add/by-number'),
  'cards/(list)': listOf('/cards'),
  'cards/[id]': pageOf(({ card }) => card),
  'cards/[id]/remove': pageOf(({ card }) => `${card}/remove`),
  'cards/add': listOf('/cards/add'),
  'cards/add/by-number': listOf('/cards/add/by-number'),
  'cards/add/issued': listOf('/cards/add/issued'),
  home: listOf('/home'),
  onboarding: listOf('/onboarding'),
  'payments/[id]': pageOf(({ payment }) => payment),
  'routines/(list)': listOf('/routines'),
  'routines/[id]': pageOf(({ routine }) => routine),
  'routines/[id]/delete': pageOf(({ routine }) => `${routine}/delete`),
  'routines/[id]/edit': pageOf(({ routine }) => `${routine}/edit`),
  send: listOf('/send'),
  // Without a draft of their own people come to an empty form.
  'send/review': { addressOf: ({ review }) => review, forOthers: 'their own' },
  'settings/receiving': listOf('/settings/receiving'),
  'transfers/(list)': listOf('/transfers'),
  'transfers/[id]': pageOf(({ transfer }) => transfer),
  'transfers/[id]/cancel': pageOf(({ transfer }) => `${transfer}/cancel`),
  'transfers/[id]/receipt': pageOf(({ transfer }) => `${transfer}/receipt`),
  'transfers/[id]/support': pageOf(({ transfer }) => `${transfer}/support`),
  'transfers/received/(list)': listOf('/transfers/received'),
  'transfers/received/[id]': pageOf(({ received }) => received),
};

/** The folders of the pages that there are. */
export function pageFolders(): string[] {
  const folder = path.join(root, 'app', '(app)');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => path.dirname(file).replaceAll(path.sep, '/'));
}
