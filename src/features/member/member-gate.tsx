import type { ReactNode } from 'react';
import type { MeView, Role } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen, useIsInsideScreen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { callPhone } from '@/lib/call-phone';
import { openPage, replacePage } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { roleWanted } from './role-words';

export interface MemberGateProps {
  /** Where joining returns to; see decideJoinReturn. */
  back?: string;
  /** Any of these roles opens the page; left out, every member may. */
  roles?: readonly Role[];
  children: (me: MeView) => ReactNode;
}

/** Shows a page to those it is for, and everybody else the way in: skeleton, no network, not joined, no such role. Where the page brings its own screen, the way in has one too, with a way back. */
export function MemberGate({ back, roles, children }: MemberGateProps) {
  const { me } = useSession();
  const isInside = useIsInsideScreen();
  if (me !== null && (roles === undefined || me.roles.some((held) => roles.includes(held.role)))) return <>{children(me)}</>;
  const wayIn = me === null || roles === undefined ? <WayIn back={back} /> : <NoSuchRole me={me} roles={roles} />;
  return isInside ? wayIn : <Screen title="">{wayIn}</Screen>;
}

function WayIn({ back }: { back: string | undefined }) {
  const session = useSession();
  if (session.status === 'loading') return <SkeletonList count={3} />;
  if (session.status === 'failed') return <ErrorState failure={session.failure} onRetry={() => void session.refresh()} />;
  return (
    <EmptyState
      scene="branch"
      title="先加入您的社区"
      note="选一下住在哪个社区，写个称呼就好，一分钟。"
      action={<Button onClick={() => void openPage('join', { back })}>去加入</Button>}
      link={{ text: '先看看会留下什么', onClick: () => void openPage('privacy') }}
    />
  );
}

function NoSuchRole({ me, roles }: { me: MeView; roles: readonly Role[] }) {
  const { whose, whoMay } = roleWanted(roles);
  return (
    <EmptyState
      scene="basket"
      title="这一页您还用不上"
      note={`它是给${whose}用的。${whoMay}，把编号 ${me.code} 念给社区听，请他们开通。`}
      action={<Button onClick={() => void callPhone(me.dutyPhone)}>打社区电话</Button>}
      link={{ text: '回首页', onClick: () => void replacePage('home') }}
    />
  );
}
