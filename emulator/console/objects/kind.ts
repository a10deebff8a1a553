import type { Row } from '../../state/collection';
import type { History } from '../../state/rows';
import type { World } from '../../world';
import type { ConsolePath } from '../layout';

/** Rows in an order of their own, newest first, read from any place on. */
export type Source<R extends Row> = {
  readonly count: number;
  readonly newest: (limit: number, beforeId?: string) => readonly R[];
};

/** What one line says about an object. */
export type Summary = {
  readonly title: string;
  readonly note: string;
  readonly status: string | null;
  /** Null where no time is known. */
  readonly atMs: number | null;
};

/** A button. It is shown while its function would not refuse. */
export type Action<R extends Row> = {
  /** The last part of the address that it posts to. */
  readonly name: string;
  readonly label: string;
  /** Takes something away from somebody. */
  readonly isHarmful?: boolean;
  /** Also worth a place in the list. */
  readonly isQuick?: boolean;
  readonly isPossible: (row: R, world: World) => boolean;
  /** @throws Problem 409 with a sentence, when the object's status does not allow it */
  readonly run: (world: World, id: string) => void;
};

/** Objects that belong to another, under their heading. */
export type Related = {
  readonly title: string;
  readonly source: Source<Row>;
  /** A list that shows them all. */
  readonly allHref?: string;
};

/** One sort of objects: everything that its list and its pages need to know. */
export type Kind<R extends Row> = {
  readonly path: string;
  /** The entry in the navigation that leads to it. */
  readonly nav: ConsolePath;
  readonly title: string;
  readonly intro: string;
  readonly whenEmpty: string;
  /** The collection's name, under which pages are told about changes. */
  readonly collection: string;
  readonly rows: (world: World) => {
    readonly size: number;
    get(id: string): R | undefined;
    all(limit?: number, beforeId?: string): R[];
  };
  readonly summary: (row: R, world: World) => Summary;
  /** To choose from in the list; empty for none. */
  readonly statuses: readonly string[];
  readonly history: (row: R) => History;
  /** Where an index leads from a text, the best first. */
  readonly lookUp: (world: World, text: string) => readonly Source<R>[];
  /** Fields that say nothing to people, or nothing more. */
  readonly skip: readonly (keyof R & string)[];
  /** What is known beside the row's own fields. */
  readonly more?: (row: R, world: World) => readonly (readonly [name: string, text: string])[];
  readonly related: (row: R, world: World) => readonly Related[];
  readonly actions: readonly Action<R>[];
};

/** The rows that an index holds under a key. */
export function indexed<R extends Row, Index extends string>(
  collection: {
    count(index: Index, key: string): number;
    newest(index: Index, key: string, limit: number, beforeId?: string): R[];
  },
  index: Index,
  key: string,
): Source<R> {
  return {
    count: collection.count(index, key),
    newest: (limit, beforeId) => collection.newest(index, key, limit, beforeId),
  };
}

/** A handful of rows that are known already, newest first. */
export function listed<R extends Row>(rows: readonly R[]): Source<R> {
  return {
    count: rows.length,
    newest: (limit, beforeId) => {
      const start = beforeId === undefined ? 0 : rows.findIndex(({ id }) => id === beforeId) + 1;
      return rows.slice(start, start + limit);
    },
  };
}
