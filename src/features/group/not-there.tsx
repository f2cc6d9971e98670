import { View } from '@tarojs/components';
import type { ShareLandingView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { LinkRow } from '@/components/link-row/link-row';
import { SectionHead } from '@/components/section-head/section-head';
import { openPage, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useSession } from '@/lib/session';
import { useApiPages } from '@/lib/use-api';
import { formatDeadline } from '@/lib/format';
import { goneWords } from './group-words';
import { pageOfThing } from './share-kinds';

const SHOWN = 3;

/** Where a card leads whose thing is over or gone: says so plainly and offers what is near. `landing` null: the code itself is unknown. */
export function NotThere({ landing }: { landing: ShareLandingView | null }) {
  const { title, note } = goneWords(landing);
  const isOver = landing?.standing === 'over';
  return (
    <View>
      <EmptyState scene="basket" title={title} note={note} action={<Button onClick={() => void replacePage('wishes')}>看看心愿</Button>} link={{ text: '看看活动', onClick: () => void replacePage('activities') }} />
      {isOver && <View className="u-mt4"><LinkRow icon="list" onClick={() => replacePage(...pageOfThing(landing))}>看看当时怎么样</LinkRow></View>}
      <NearBy />
    </View>
  );
}

/** Some wishes near by; only for whoever joined, others have nothing near yet. */
function NearBy() {
  const { me } = useSession();
  const wishes = useApiPages('wish.wall', { sort: 'near', status: 'claimable', within: 'street' }, { isEnabled: me !== null });
  const shown = wishes.items.slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <View>
      <SectionHead title="附近还有邻居在等" />
      <View className="u-stack">{shown.map((wish) => <LinkRow key={wish.wishId} icon="wish" note={`还差 ${wish.shares.left} 份 · ${formatDeadline(wish.windowEndMs, serverNowMs())}`} onClick={() => openPage('wishDetail', { wishId: wish.wishId })}>{wish.title}</LinkRow>)}</View>
    </View>
  );
}
