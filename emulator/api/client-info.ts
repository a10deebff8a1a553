import type { operations } from '../contract';
import { notFound } from '../server/problem';
import type { Endpoint } from './endpoint';

/** `GET /v1/client/{id}`: what anybody may know. */
export const getClientInfo: Endpoint<typeof operations.clientInfo.get> = ({ world, id }) => {
  if (id !== world.client.clientId) throw notFound();
  return {
    id,
    name: world.clientName,
    logo: null,
    support_email: 'support@example.com',
    redirect_uris: world.redirectUris,
  };
};
