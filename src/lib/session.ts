import { useEffect } from 'react';
import type { MeReply, MeView, Role } from '@contract';
import type { ApiFailure } from './api-failure';
import { queryClient } from './query-client';
import { noteServerNow } from './server-clock';
import { useSettings } from './settings';
import { useApiQuery } from './use-api';

/** The caller as this program knows them. The answer of `member.me` is the only copy. */
export interface Session {
  readonly status: 'loading' | 'joined' | 'guest' | 'failed';
  /** Set while `joined`. */
  readonly me: MeView | null;
  readonly failure: ApiFailure | null;
  readonly refresh: () => Promise<void>;
}

const ME_INPUT = {};
let notedReply: MeReply | undefined;

/** Sets the clock once for each answer; a cached one says nothing about now. */
function noteClock(reply: MeReply): void {
  if (reply === notedReply) return;
  notedReply = reply;
  noteServerNow(reply.joined ? reply.me.serverNowMs : reply.serverNowMs);
}

export function useSession(): Session {
  const query = useApiQuery('member.me', ME_INPUT);
  const reply = query.data;
  if (reply !== undefined) noteClock(reply);
  const me = reply?.joined === true ? reply.me : null;
  const chosenSize = me?.typeSize;
  useEffect(() => {
    if (chosenSize !== undefined) useSettings.getState().adoptTypeSize(chosenSize === 'system' ? 'follow' : chosenSize);
  }, [chosenSize]);
  const withoutReply = query.failure === null ? 'loading' : 'failed';
  const withReply = me === null ? 'guest' : 'joined';
  return { status: reply === undefined ? withoutReply : withReply, me, failure: query.failure, refresh: query.refresh };
}

/** The caller outside of a component; null before the first answer and for somebody who has not joined. */
export function readMe(): MeView | null {
  const reply = queryClient.getQueryData<MeReply>(['member.me', ME_INPUT]);
  return reply?.joined === true ? reply.me : null;
}

/** Puts a fresh `MeView` (answer of join and of saved settings) in place without another call. */
export function storeMe(me: MeView): void {
  const reply: MeReply = { joined: true, me };
  queryClient.setQueryData<MeReply>(['member.me', ME_INPUT], reply);
}

export const hasRole = (me: MeView | null, role: Role): boolean => me?.roles.some((held) => held.role === role) ?? false;
