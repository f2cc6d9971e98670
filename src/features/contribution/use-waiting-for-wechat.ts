import { useEffect, useRef, useState } from 'react';
import type { ContributionView } from '@contract';
import { useApiCommand } from '@/lib/use-api-command';
import { CONTRIBUTION_STALE } from './contribution-stale';

/** Waits before WeChat is asked again, in ms; afterwards its callback and our clock go on without this page. */
const ASK_AGAIN_MS = [800, 2000, 4000, 8000] as const;

/** The phone believes it paid: WeChat is asked until it has an answer, a few times. */
export function useWaitingForWechat({ contributionId, state }: Pick<ContributionView, 'contributionId' | 'state'>, isBelievedPaid: boolean): boolean {
  const [asked, setAsked] = useState(0);
  const confirm = useApiCommand('contribution.confirm', { about: contributionId, invalidates: CONTRIBUTION_STALE });
  // Made anew at each render; a render is no reason to ask again.
  const ask = useRef(confirm.run);
  ask.current = confirm.run;
  const isAsking = isBelievedPaid && state === 'ordered' && asked < ASK_AGAIN_MS.length;
  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => void ask.current({ contributionId }).finally(() => setAsked((count) => count + 1)), ASK_AGAIN_MS[asked]);
    return () => clearTimeout(timer);
  }, [isAsking, asked, contributionId]);
  return isBelievedPaid && state === 'ordered';
}
