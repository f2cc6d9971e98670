import { useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { ShareLandingView } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { readShareCode } from '@/features/group/group-words';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

/** The thing's own page takes over: it shows whoever has not joined the way in, and back. */
const land = ({ itemKind, itemId }: ShareLandingView): void => void (itemKind === 'wish' ? replacePage('wishDetail', { wishId: itemId }) : replacePage('shift', { id: itemId }));

/** Where a card of a group and its printed code lead: counted, and on to the thing at once. */
export default function EnterSharePage() {
  const { params } = useRouter();
  const code = readShareCode(readQuery(params, 'code') ?? readQuery(params, 'scene'));
  const open = useApiCommand('share.open', { about: code ?? '', onDone: land });
  const { run } = open;
  const entered = useRef<string | null>(null);
  const go = (): void => void (code !== null && run({ code }));
  useEffect(() => {
    if (code === null || entered.current === code) return;
    entered.current = code;
    void run({ code });
  }, [code, run]);
  if (code === null || open.failure?.kind === 'refused') {
    return <Screen title="邻愿"><EmptyState scene="basket" title="这个码已经不用了" note="可能太久了，或者没抄全。看看现在有什么要帮的。" action={<Button onClick={() => void replacePage('wishes')}>看看心愿</Button>} link={{ text: '看看活动', onClick: () => void replacePage('activities') }} /></Screen>;
  }
  if (open.failure !== null) return <Screen title="邻愿"><ErrorState failure={open.failure} onRetry={go} /></Screen>;
  return <Screen title=""><SkeletonDetail /></Screen>;
}
