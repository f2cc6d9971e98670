import { View } from '@tarojs/components';
import type { GrantCardView } from '@contract';
import { Card } from '@/components/card/card';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Tag } from '@/components/tag/tag';
import { formatMoney } from '@/lib/format';
import { grantTag } from './fund-words';

/** One project of the fund on a list. */
export function GrantCard({ grant, onOpen }: { grant: GrantCardView; onOpen: () => void }) {
  const tag = grantTag(grant.state);
  const { grantedFen } = grant;
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <View className="u-grow">
          <View className="u-h3 u-break">{grant.title}</View>
          <View className="u-cap u-mt1 u-break">{grant.committeeName}</View>
        </View>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </View>
      {grantedFen === null ? (
        <View className="u-mid u-mt3">申请 {formatMoney(grant.askedFen)}</View>
      ) : (
        <View className="u-mt3">
          <ProgressBar value={grant.paidFen} max={grantedFen} label="花了多少" />
          <View className="u-row u-between u-wrap u-mt2"><View className="u-mid">批了 {formatMoney(grantedFen)}</View><View className="u-mid">花了 {formatMoney(grant.paidFen)}</View></View>
        </View>
      )}
    </Card>
  );
}
