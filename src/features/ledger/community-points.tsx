import { View } from '@tarojs/components';
import type { CommunityPointsView } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { SectionHead } from '@/components/section-head/section-head';
import { formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';

/** The community's points in four sums, and up to when they count. */
export function CommunityPoints({ community }: { community: CommunityPointsView }) {
  const { issued, onTheWay, redeemed, expired, foldedAtMs } = community;
  if (foldedAtMs === null) return <><SectionHead title="本社区" /><View className="u-sub">还没归总过。有了进出，一两分钟里就算好。</View></>;
  return (
    <>
      <SectionHead title="本社区" note={`算到${formatMoment(foldedAtMs, serverNowMs())}`} />
      <KeyValue figures rows={[
        { label: '发出去的', value: `${issued} 分` },
        { label: '等着入账', value: `${onTheWay} 分` },
        { label: '换了礼物', value: `${redeemed} 分` },
        { label: '到期没用', value: `${expired} 分` },
      ]} />
    </>
  );
}
