import { script } from '../server/assets';
import type { Handler, Request } from '../server/messages';
import { Problem } from '../server/problem';
import type { PageKind } from '../state/rows-flows';
import type { World } from '../world';
import { goOn } from './flow';
import { openPage } from './open-page';
import { problemPage } from './problem-page';

/**
 * The pages by name. Only the first two names were seen, in one source; the others follow the names
 * of the actions in Astra's table of links.
 */
export const sdkActions: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['COLLECT_AUTHORIZATION', 'authorize'],
  ['LINK_CARD', 'link_card'],
  ['LINK_ACCOUNT', 'link_account'],
  ['VIEW_CARDS', 'cards'],
  ['VERIFY_CARD', 'verify_card'],
  ['VERIFY_PROFILE', 'verify_personal'],
  ['SUBMIT_PHOTO_ID', 'verify_document'],
  ['VERIFY_BUSINESS_PROFILE', 'verify_business'],
]);

const serveScript = script(import.meta.url, 'assets/sdk.js');

/** `GET /sdk.js`, for any page to load. */
export const sdkScript: Handler = (request) => {
  const reply = serveScript(request);
  return {
    ...reply,
    headers: { ...reply.headers, 'cross-origin-resource-policy': 'cross-origin' },
  };
};

/**
 * `GET /sdk/open`: the first page in the frame of `sdk.js`. The end is told to the page around it,
 * whose origin has to be one that people may be sent back to.
 */
export function openForSdk(world: World): Handler {
  return (request) => {
    const query = new URLSearchParams(request.query);
    const origin = query.get('parent_origin') ?? '';
    const kind = sdkActions.get(query.get('action') ?? '');
    query.delete('parent_origin');
    query.delete('action');
    if (!isRegistered(world, origin) && origin !== ownOrigin(request)) {
      throw new Problem(400, 'Invalid origin: no redirect_uri of this client is registered there.');
    }
    try {
      if (kind === undefined) throw new Problem(400, 'Invalid actionType: no page has this name.');
      if (kind === 'authorize') query.set('response_type', 'code');
      return goOn(openPage(world, kind, query, origin));
    } catch (error) {
      if (error instanceof Problem) return problemPage(error, origin);
      throw error;
    }
  };
}

function isRegistered({ redirectUris }: World, origin: string): boolean {
  return redirectUris.some((uri) => new URL(uri).origin === origin);
}

/** The console tries the script from here. */
function ownOrigin({ headers }: Request): string {
  return `http://${headers.host}`;
}
