import type { ReactNode } from 'react';
import type { MeView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { Welcome } from './welcome';

interface MemberGateProps {
  readonly title: string;
  /** Why somebody who came by a link should join. */
  readonly about: string;
  /** Where joining leads back to: a page's name or its path with a query. */
  readonly back: string;
  readonly children: (me: MeView) => ReactNode;
}

/** Stands before pages for members only: waits for who is calling, and asks strangers to join first. */
export function MemberGate({ title, about, back, children }: MemberGateProps) {
  const session = useSession();
  if (session.me !== null) return <>{children(session.me)}</>;
  return (
    <Screen title={title}>
      {session.status === 'loading' && <SkeletonList kind="row" count={4} />}
      {session.status === 'failed' && <ErrorState failure={session.failure} kept="写过的都还在这部手机上" onRetry={() => void session.refresh()} />}
      {session.status === 'guest' && <Welcome about={about} onJoin={() => void openPage('join', { back })} />}
    </Screen>
  );
}
