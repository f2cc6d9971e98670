import { useEffect, useRef, useState } from 'react';

/** Two taps closer than this are one tap of an unsteady finger. */
const TAP_GAP_MS = 400;

export type TapHandler = () => unknown;

/** Of any button: what comes up under a finger that is still tapping was not what it meant. */
let lastAnyTapAtMs = 0;

/**
 * A tap that cannot be fired twice: locked while `isLocked`, for a moment after each tap (also of the button that stood
 * here before), and, when the handler answers a promise, until that settles. `isRunning` is true while such a promise is on its way.
 */
export function useLockedTap(handler: TapHandler | undefined, isLocked: boolean): { tap: () => void; isRunning: boolean } {
  const lastTapAtMs = useRef(0);
  const mountedAtMs = useRef(Date.now());
  const pending = useRef(false);
  const mounted = useRef(true);
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const tap = (): void => {
    const nowMs = Date.now();
    if (handler === undefined || isLocked || pending.current || nowMs - lastTapAtMs.current < TAP_GAP_MS) return;
    if (mountedAtMs.current >= lastAnyTapAtMs && nowMs - lastAnyTapAtMs < TAP_GAP_MS) return;
    lastTapAtMs.current = nowMs;
    lastAnyTapAtMs = nowMs;
    const answer = handler();
    if (!(answer instanceof Promise)) return;
    pending.current = true;
    setRunning(true);
    const release = (): void => {
      pending.current = false;
      if (mounted.current) setRunning(false);
    };
    answer.then(release, release);
  };

  return { tap, isRunning };
}
