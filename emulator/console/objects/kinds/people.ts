import { consoleTime } from '../../../clock/format';
import {
  changeCapabilities,
  changeUser,
  decideIntentNow,
  revokeTokensOf,
} from '../../../engine/by-hand';
import { prettyPhone } from '../../../hosted/screen';
import { userWays } from '../../../rules/status-ways';
import { tokenOwner } from '../../../state/collections';
import type { IntentRow, Profile, UserRow, UserStatus } from '../../../state/rows';
import type { BusinessProfileRow } from '../../../state/rows-people';
import type { World } from '../../../world';
import { type Action, indexed, type Kind, listed } from '../kind';

/** A button that gives a user a status, where one may follow. */
function become(
  name: string,
  label: string,
  status: UserStatus,
  isHarmful = false,
): Action<UserRow> {
  return {
    name,
    label,
    isHarmful,
    isPossible: (user) => userWays[user.status].includes(status),
    run: (world, id) => changeUser(world, id, status),
  };
}

export const usersKind: Kind<UserRow> = {
  path: '/console/people',
  nav: '/console/people',
  title: 'Users',
  intro: 'People and businesses that have proven their phone number.',
  whenEmpty: 'Somebody becomes a user by the text message code on the hosted pages.',
  collection: 'users',
  rows: ({ store }) => store.users,
  summary: (row) => ({
    title: fullName(row),
    note: contact(row),
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: Object.keys(userWays),
  history: (row) => row.history,
  lookUp: ({ store }, text) => [indexed(store.users, 'phone', asPhone(text))],
  skip: ['status'],
  more: (row, world) => [['Tokens', tokensText(world, row.id)]],
  related: (row, { store }) => [
    { title: 'User intents', source: indexed(store.intents, 'user', row.id) },
    { title: 'Business profiles', source: indexed(store.businessProfiles, 'user', row.id) },
    {
      title: 'Cards',
      source: indexed(store.cards, 'user', row.id),
      allHref: `/console/cards?q=${row.id}`,
    },
    {
      title: 'Bank accounts',
      source: indexed(store.accounts, 'user', row.id),
      allHref: `/console/accounts?q=${row.id}`,
    },
    {
      title: 'Routines',
      source: indexed(store.routines, 'user', row.id),
      allHref: `/console/routines?q=${row.id}`,
    },
    {
      title: 'Transfers',
      source: indexed(store.transfers, 'user', row.id),
      allHref: `/console/transfers?q=${row.id}`,
    },
    { title: 'Transfers from others', source: indexed(store.transfers, 'receiver', row.id) },
  ],
  actions: [
    become('approve', 'Approve', 'approved'),
    become('retry', 'Ask to type again', 'retry'),
    become('document', 'Ask for a document', 'document'),
    become('reject', 'Reject', 'rejected', true),
    become('suspend', 'Suspend', 'suspended', true),
    {
      name: 'lower-capabilities',
      label: 'Lower capabilities',
      isHarmful: true,
      isPossible: (user) => !user.capabilitiesLowered,
      run: (world, id) => changeCapabilities(world, id, true),
    },
    {
      name: 'restore-capabilities',
      label: 'Restore capabilities',
      isPossible: (user) => Boolean(user.capabilitiesLowered),
      run: (world, id) => changeCapabilities(world, id, false),
    },
    {
      name: 'revoke-tokens',
      label: 'Revoke tokens',
      isHarmful: true,
      isPossible: (row, world) => tokenCounts(world, row.id).some((count) => count > 0),
      run: revokeTokensOf,
    },
  ],
};

export const intentsKind: Kind<IntentRow> = {
  path: '/console/intents',
  nav: '/console/people',
  title: 'User intents',
  intro: 'People as the partner handed them in, before they came themselves.',
  whenEmpty: 'POST /v1/user_intent makes one.',
  collection: 'intents',
  rows: ({ store }) => store.intents,
  summary: (row) => ({
    title: fullName(row),
    note: contact(row),
    status: row.status,
    atMs: row.createdMs,
  }),
  statuses: [...Object.keys(userWays), 'converted_to_user'],
  history: (row) => row.history,
  lookUp: ({ store }, text) => [
    indexed(store.intents, 'user', text),
    indexed(store.intents, 'phone', asPhone(text)),
    indexed(store.intents, 'email', text.toLowerCase()),
  ],
  skip: ['status'],
  related: () => [],
  actions: [
    {
      name: 'decide',
      label: 'Decide now',
      isPossible: (row) => row.status === 'pending',
      run: decideIntentNow,
    },
  ],
};

export const businessesKind: Kind<BusinessProfileRow> = {
  path: '/console/businesses',
  nav: '/console/people',
  title: 'Business profiles',
  intro: 'Businesses as the partner handed them in. What became of one shows at its user.',
  whenEmpty: 'POST /v1/business_profile makes one.',
  collection: 'businessProfiles',
  rows: ({ store }) => store.businessProfiles,
  summary: (row, { store }) => ({
    title: row.businessName,
    note: prettyPhone(row.phone),
    status: store.users.get(row.userId ?? '')?.status ?? null,
    atMs: row.createdMs,
  }),
  statuses: Object.keys(userWays),
  history: () => [],
  lookUp: ({ store }, text) => [
    indexed(store.businessProfiles, 'user', text),
    indexed(store.businessProfiles, 'phone', asPhone(text)),
  ],
  skip: [],
  related: (row, { store }) => {
    const user = store.users.get(row.userId ?? '');
    return [{ title: 'User', source: listed(user === undefined ? [] : [user]) }];
  },
  actions: [],
};

function fullName(row: Profile): string {
  return `${row.firstName} ${row.lastName}`.trim() || 'Nameless';
}

function contact(row: Profile): string {
  return [prettyPhone(row.phone), row.email].filter(Boolean).join(' · ');
}

/** Phones are found however they are written. */
function asPhone(text: string): string {
  return `+1${text.replace(/\D/g, '').slice(-10)}`;
}

/** How many access and refresh tokens a person has. */
function tokenCounts({ store, client }: World, userId: string): [access: number, refresh: number] {
  const key = tokenOwner({ clientId: client.clientId, userId });
  return [store.accessTokens.count('owner', key), store.refreshTokens.count('owner', key)];
}

function tokensText(world: World, userId: string): string {
  const [access, refresh] = tokenCounts(world, userId);
  const key = tokenOwner({ clientId: world.client.clientId, userId });
  const untilMs = world.store.accessTokens.latest('owner', key)?.expiresMs;
  const until = untilMs === undefined ? '' : ` (until ${consoleTime(untilMs)})`;
  return `${access} access${until}, ${refresh} refresh`;
}
