import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { ShareLandingView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { readShareCode } from '@/features/group/group-words';
import { NotThere } from '@/features/group/not-there';
import { pageOfThing } from '@/features/group/share-kinds';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

/** Where a card of a group and its printed code lead: counted, and on to the thing's own page at once, which shows whoever has not joined the way in, and back. */
export default function EnterSharePage() {
  const { params } = useRouter();
  const code = readShareCode(readQuery(params, 'code') ?? readQuery(params, 'scene'));
  const [missed, setMissed] = useState<ShareLandingView | null>(null);
  const land = (landing: ShareLandingView): void => (landing.standing === 'open' ? void replacePage(...pageOfThing(landing)) : setMissed(landing));
  const open = useApiCommand('share.open', { about: code ?? '', onDone: land });
  const { run } = open;
  const entered = useRef<string | null>(null);
  const go = (): void => void (code !== null && run({ code }));
  useEffect(() => {
    if (code === null || entered.current === code) return;
    entered.current = code;
    void run({ code });
  }, [code, run]);
  if (missed !== null) return <Screen title="邻愿"><NotThere landing={missed} /></Screen>;
  if (code === null || open.failure?.kind === 'refused') return <Screen title="邻愿"><NotThere landing={null} /></Screen>;
  if (open.failure !== null) return <Screen title="邻愿"><ErrorState failure={open.failure} onRetry={go} /></Screen>;
  return <Screen title=""><SkeletonDetail /></Screen>;
}
