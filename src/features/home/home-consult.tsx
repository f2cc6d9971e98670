import { View } from '@tarojs/components';
import type { HomeView } from '@contract';
import { Notice } from '@/components/notice/notice';
import { formatRemaining } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';

/** What the community asks its neighbours just now. */
export function HomeConsult({ consult, onOpen }: { consult: HomeView['consult'] | undefined; onOpen: (consultId: string) => void }) {
  if (consult === undefined || consult === null) return null;
  return (
    <View className="u-mt4">
      <Notice tone="good" icon="users" title="社区想听听您怎么看" onClick={() => onOpen(consult.consultId)}>{consult.title}，{formatRemaining(consult.endsAtMs, serverNowMs())}</Notice>
    </View>
  );
}
