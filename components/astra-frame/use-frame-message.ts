import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type FrameMessage, parseFrameMessage } from './parse-frame-message';

/** Calls back when our own callback page, inside the given frame, says that it is done. */
export function useFrameMessage(
  frame: RefObject<HTMLIFrameElement | null>,
  returnOrigin: string,
  onMessage: (message: FrameMessage) => void,
): void {
  const receive = useEffectEvent((event: MessageEvent<unknown>) => {
    const expected = { origin: returnOrigin, source: frame.current?.contentWindow };
    const message = parseFrameMessage(event, expected);
    if (message) onMessage(message);
  });

  useEffect(() => {
    const listener = (event: MessageEvent<unknown>) => receive(event);
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, []);
}
