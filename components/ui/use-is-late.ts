import { useEffect, useState } from 'react';

/** Whether something has been waited for longer than this; false again as soon as it is not. */
export function useIsLate(isWaiting: boolean, afterMs: number): boolean {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setIsOver(true), afterMs);
    return () => {
      clearTimeout(timer);
      setIsOver(false);
    };
  }, [isWaiting, afterMs]);

  return isWaiting && isOver;
}
