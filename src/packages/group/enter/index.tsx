import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { ShareLandingView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { readShareCode } from '@/features/group/group-words';
import { NotThere } from '@/features/group/not-there';
import { pageOfThing } from '@/features/group/share-kinds';
import { ThingSight } from '@/features/group/thing-sight';
import { openPage, pageUrl, readQuery, replacePage } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

/** Where a card of a group and its printed code lead: counted, and on to the thing's own page at once. Whoever has not joined sees the thing here as anybody may, and joins on the way to it. */
export default function EnterSharePage() {
  const { params } = useRouter();
  const code = readShareCode(readQuery(params, 'code') ?? readQuery(params, 'scene'));
  const session = useSession();
  const [landing, setLanding] = useState<ShareLandingView | null>(null);
  const open = useApiCommand('share.open', { about: code ?? '', onDone: setLanding });
  const isThere = landing?.standing === 'open';
  const isJoined = session.status === 'joined';
  const { run } = open;
  const entered = useRef<string | null>(null);
  const go = (): void => void (code !== null && run({ code }));
  useEffect(() => {
    if (code === null || entered.current === code) return;
    entered.current = code;
    void run({ code });
  }, [code, run]);
  useEffect(() => {
    if (landing !== null && isThere && isJoined) void replacePage(...pageOfThing(landing));
  }, [landing, isThere, isJoined]);
  if (landing !== null && !isThere) return <Screen title="邻愿"><NotThere landing={landing} /></Screen>;
  if (landing !== null && code !== null && session.status === 'guest') return <GuestLanding code={code} landing={landing} />;
  if (code === null || open.failure?.kind === 'refused') return <Screen title="邻愿"><NotThere landing={null} /></Screen>;
  const failure = open.failure ?? session.failure;
  if (failure !== null) return <Screen title="邻愿"><ErrorState failure={failure} onRetry={open.failure === null ? () => void session.refresh() : go} /></Screen>;
  return <Screen title=""><SkeletonDetail /></Screen>;
}

/** Joining leads on to the thing's own page. */
function GuestLanding({ code, landing }: { code: string; landing: ShareLandingView }) {
  const look = useApiQuery('share.look', { code });
  const join = (): void => void openPage('join', { back: pageUrl(...pageOfThing(landing)) });
  return (
    <Screen title="邻愿" bottom={<BottomBar note="加入了就能看到全部，也能搭把手"><Button onClick={join}>选我的社区，加入</Button></BottomBar>}>
      {look.data !== undefined ? <ThingSight sight={look.data} /> : look.failure === null ? <SkeletonDetail /> : <ErrorState failure={look.failure} onRetry={() => void look.refresh()} />}
    </Screen>
  );
}
