import type { CommunityPointsView } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { SectionHead } from '@/components/section-head/section-head';
import { formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';

/** The community's points in four sums, and up to when they count. */
export function CommunityPoints({ community }: { community: CommunityPointsView }) {
  const { issued, onTheWay, redeemed, expired, foldedAtMs } = community;
  const asOf = foldedAtMs === null ? '还没有流水' : `算到 ${formatMoment(foldedAtMs, serverNowMs())}`;
  return (
    <>
      <SectionHead title="本社区" note={asOf} />
      <KeyValue rows={[
        { label: '发出去的', value: `${issued} 分` },
        { label: '等着入账', value: `${onTheWay} 分` },
        { label: '换了礼物', value: `${redeemed} 分` },
        { label: '到期没用', value: `${expired} 分` },
      ]} />
    </>
  );
}
