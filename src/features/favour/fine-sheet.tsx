import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { WordSheet } from './word-sheet';

/** Asked, and all is well: one sentence for colleagues, so that nobody asks these people twice. */
export function FineSheet({ communityId, circleId }: { communityId: string; circleId: string }) {
  const fine = useApiCommand('favour.fine', { about: circleId, invalidates: ['favour.report'], onDone: () => toast('记下了，先不再提醒') });
  return (
    <WordSheet
      word="问过了，没有问题" kind="primary" title="记一笔" act="记下来" label="是怎么回事（同事看得到）" placeholder="比如：两家轮流接送孩子，孩子同班"
      about="先收到“问过了的”里，他们自己看不到，积分照常。往后互相确认又多起来，会再提醒。"
      isBusy={fine.isBusy} failure={fine.failure} onSend={async (note) => (await fine.run({ communityId, circleId, note })) !== null}
    />
  );
}
