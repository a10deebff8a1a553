import { useRef, useState } from 'react';
import { useSessionMark } from '../session-mark';
import { type Action, callAction } from './call-action';

/**
 * Asks our server about a few digits while people type. Each digits are asked about once for as long
 * as the page is open; what comes late for digits that stand there no more is not shown.
 *
 * @returns what is known of the wanted digits, and a function that says which are wanted; `''` for
 * none. Without an answer nothing is known, and the next time it is asked again.
 */
export function useLookUp<Result>(action: Action<Result>) {
  const mark = useSessionMark();
  const asked = useRef(new Set<string>());
  const [wanted, setWanted] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, Result>>(new Map());

  async function ask(digits: string) {
    asked.current.add(digits);
    const answer = await callAction(action, mark, { digits });
    if (answer?.status === 'done') {
      setKnown((before) => new Map(before).set(digits, answer.result));
    } else {
      asked.current.delete(digits);
    }
  }

  function want(digits: string) {
    setWanted(digits);
    if (digits !== '' && !asked.current.has(digits)) void ask(digits);
  }

  return { found: known.get(wanted), want };
}
