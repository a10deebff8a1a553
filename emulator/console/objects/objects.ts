import { type Markup, markup } from '../../server/markup';
import { type Handler, seeOther } from '../../server/messages';
import { notFound } from '../../server/problem';
import type { Row } from '../../state/collection';
import type { ConsoleContext } from '../context';
import { objectPage, type Surroundings } from './detail-page';
import type { Kind } from './kind';
import { accountsKind, transactionsKind } from './kinds/accounts';
import { cardsKind } from './kinds/cards';
import { batchesKind, chargebacksKind, instrumentsKind, linksKind } from './kinds/partner-money';
import { routinesKind, transfersKind } from './kinds/payments';
import { businessesKind, intentsKind, usersKind } from './kinds/people';
import { objectList } from './list-page';

/** The pages of one kind. */
export type ObjectPages = {
  readonly path: string;
  readonly list: Handler;
  readonly detail: Handler;
  readonly act: Handler;
};

export type Objects = {
  readonly pages: readonly ObjectPages[];
  /** The object with this id, of whatever kind. */
  readonly find: Surroundings['find'];
};

/** Every kind of object that the console shows. A new kind is one more line here. */
export function consoleObjects(context: ConsoleContext): Objects {
  const kinds = [
    pagesOf(usersKind),
    pagesOf(intentsKind),
    pagesOf(businessesKind),
    pagesOf(cardsKind),
    pagesOf(accountsKind),
    pagesOf(transactionsKind),
    pagesOf(routinesKind),
    pagesOf(transfersKind),
    pagesOf(chargebacksKind),
    pagesOf(batchesKind),
    pagesOf(linksKind),
    pagesOf(instrumentsKind),
  ];
  const find: Surroundings['find'] = (id) => {
    for (const kind of kinds) {
      const found = kind.find(context.world, id);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const surroundings: Surroundings = {
    world: context.world,
    find,
    requestsAbout: (id, limit) => context.requests.about(id, limit),
  };
  const pages = kinds.map((kind) => {
    const tabs = kinds.filter(({ nav }) => nav === kind.nav);
    return kind.pages(surroundings, tabs.length > 1 && tabBar(tabs, kind.path));
  });
  return { pages, find };
}

/** Hides the row's type, so that kinds of all rows fit into one list. */
function pagesOf<R extends Row>(kind: Kind<R>) {
  const { path, nav, title } = kind;
  const find = (world: ConsoleContext['world'], id: string) => {
    const row = kind.rows(world).get(id);
    if (row === undefined) return undefined;
    const summary = kind.summary(row, world);
    return { href: `${path}/${encodeURIComponent(id)}`, title: summary.title, summary };
  };
  const pages = (surroundings: Surroundings, tabs: Markup | false): ObjectPages => {
    const { world } = surroundings;
    return {
      path,
      list: (request) => objectList(world, kind, request, tabs),
      detail: (request) => {
        const row = kind.rows(world).get(request.params['id'] ?? '');
        if (row === undefined) throw notFound();
        return objectPage(surroundings, kind, row);
      },
      act: (request) => {
        const { id = '', action: name } = request.params;
        const action = kind.actions.find((one) => one.name === name);
        if (action === undefined) throw notFound();
        action.run(world, id);
        const isBackToList = request.form.text('back') === path;
        return seeOther(isBackToList ? path : `${path}/${encodeURIComponent(id)}`);
      },
    };
  };
  return { path, nav, title, find, pages };
}

function tabBar(tabs: readonly { path: string; title: string }[], current: string): Markup {
  return markup`<ul class="tabs">${tabs.map(
    ({ path, title }) =>
      markup`<li><a href="${path}"${path === current && markup` aria-current="page"`}>${title}</a></li>`,
  )}</ul>`;
}
