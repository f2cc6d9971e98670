import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { PledgeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { aria } from '@/lib/aria';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { PLEDGE_STALE, pledgeLine, spacedCode } from './pledge-words';
import './pledge.css';

/** One promise: what, for what, how it stands; `children`: what the reader may do. */
export function PledgeCard({ pledge, children }: { pledge: PledgeView; children?: ReactNode }) {
  const { needText, unit, count, campaignTitle, giverText, note, untilMs } = pledge;
  return (
    <Card>
      <View className="u-h3 u-break">{count} {unit}{needText}</View>
      <View className="u-sub u-mt1 u-break">{pledgeLine(pledge, formatDate(untilMs, serverNowMs()))}</View>
      <View className="u-cap u-mt1 u-break">{giverText === '' ? `为“${campaignTitle}”` : `${giverText} · 为“${campaignTitle}”`}</View>
      {note !== '' && <View className="u-sub u-mt2 u-break">“{note}”</View>}
      {children}
    </Card>
  );
}

/** One's own: the code while it waits, and the way back. */
export function MyPledge({ pledge }: { pledge: PledgeView }) {
  const withdraw = useApiCommand('pledge.withdraw', { about: pledge.pledgeId, invalidates: PLEDGE_STALE });
  const { code } = pledge;
  return (
    <PledgeCard pledge={pledge}>
      {code !== null && (
        <View className="u-mt3">
          <View className="pl-code" {...aria({ role: 'img', label: `交接码 ${[...code].join(' ')}` })}>{spacedCode(code)}</View>
          <View className="u-cap u-mt1 u-center">到了驿站，报这六个数</View>
        </View>
      )}
      {pledge.may.withdraw && <View className="u-mt2"><Button kind="text" size="small" block={false} busy={withdraw.isBusy} onClick={() => void withdraw.run({ pledgeId: pledge.pledgeId })}>来不了，取消</Button></View>}
      {withdraw.failure !== null && <View className="u-mt2"><Notice tone="warn">{withdraw.failure.message}</Notice></View>}
    </PledgeCard>
  );
}
