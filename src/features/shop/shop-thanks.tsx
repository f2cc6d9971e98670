import { View } from '@tarojs/components';
import type { ShopThanksView } from '@contract';
import { Card } from '@/components/card/card';
import { LinkRow } from '@/components/link-row/link-row';
import { SectionHead } from '@/components/section-head/section-head';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';

/** What neighbours said to a shop and agreed to show; nobody's name. */
export function ShopThanks({ thanks }: { thanks: readonly ShopThanksView[] }) {
  return (
    <View>
      <SectionHead title="邻居说的谢谢" />
      {thanks.length === 0 && <View className="u-sub">还没有。说的人和店里都愿意给大家看的，才放在这里。</View>}
      <View className="u-stack">
        {thanks.map(({ thanksId, words, wishTitle, shownAtMs }) => (
          <Card key={thanksId}>
            {words === '' ? <LinkRow icon="mic" onClick={() => void openPage('thanksWall')}>一段录音，到感谢墙听</LinkRow> : <View className="u-body u-break u-hang">“{words}”</View>}
            <View className="u-cap u-mt2 u-break">{wishTitle} · {formatDate(shownAtMs, serverNowMs())}</View>
          </Card>
        ))}
      </View>
    </View>
  );
}
