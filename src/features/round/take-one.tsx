import { View } from '@tarojs/components';
import type { MeView, WishCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import './round.css';

/** One tap takes one share: under the shop's name for who has a shop, else under one's own. Giving back stays possible. */
export function TakeOne({ wish, me, roundId }: { wish: WishCardView; me: MeView; roundId: string }) {
  const shop = me.roles.find((held) => held.role === 'merchant')?.merchantName ?? null;
  const command = useApiCommand('wish.claim', {
    about: `${roundId}:${wish.wishId}`,
    invalidates: ['round.wishes', 'round.get', 'round.hall', 'claim.mine', 'wish.get', 'wish.wall', 'wish.map'],
    onDone: () => toast('留给您了。72 小时里定哪天送就行'),
  });
  const take = (): Promise<unknown> => command.run({ wishId: wish.wishId, shares: 1, ...(shop === null ? {} : { as: { kind: 'merchant' as const } }) });
  return (
    <View>
      {command.failure !== null && <View className="u-mt2"><Notice tone="accent">{command.failure.message}</Notice></View>}
      <View className="rnd-take">
        <Button kind="tint" busy={command.isBusy} busyText="正在给您留…" onClick={take}>{shop === null ? '认领 1 份' : `以“${shop}”认领 1 份`}</Button>
      </View>
    </View>
  );
}
