import { useEffect, useRef } from 'react';

/** Asks again and again while something works elsewhere; one question at a time, none once the page is gone. */
export function useWhile(isOn: boolean, everyMs: number, ask: () => Promise<unknown>): void {
  const current = useRef(ask);
  current.current = ask;
  useEffect(() => {
    if (!isOn) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const later = (): void => {
      timer = setTimeout(() => void current.current().finally(() => { if (!isGone) later(); }), everyMs);
    };
    later();
    return () => { isGone = true; clearTimeout(timer); };
  }, [isOn, everyMs]);
}
