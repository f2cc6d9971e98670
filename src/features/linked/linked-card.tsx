import { View } from '@tarojs/components';
import type { LinkedCardView } from '@contract';
import { Card } from '@/components/card/card';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { MetaLine } from '@/components/meta-line/meta-line';
import { serverNowMs } from '@/lib/server-clock';
import { mirroredWords, untilWords } from './linked-words';

/** One campaign on a list: whose it is, where it runs, what the platform last said. */
export function LinkedCard({ campaign, onOpen }: { campaign: LinkedCardView; onOpen: () => void }) {
  const nowMs = serverNowMs();
  const mirrored = mirroredWords(campaign, nowMs);
  return (
    <Card onClick={onOpen}>
      <LaneBadge lane="linked" />
      <View className="u-h3 u-mt2 u-break">{campaign.title}</View>
      <MetaLine className="u-mt1" parts={[campaign.charityName, campaign.platformName, untilWords(campaign, nowMs)]} />
      {campaign.raisedText !== '' && <View className="u-mid u-mt2 u-break">{campaign.raisedText}</View>}
      {mirrored !== '' && <View className="u-cap">{mirrored}</View>}
    </Card>
  );
}
