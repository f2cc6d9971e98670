import { View } from '@tarojs/components';
import type { RedemptionView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { aria } from '@/lib/aria';
import { formatDate, formatRemaining } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { GIFTS_STALE } from './gift-list';
import { redemptionLine, spacedCode } from './gift-words';

/** One of one's own: the code while it waits, or how it ended. */
export function RedemptionRow({ redemption }: { redemption: RedemptionView }) {
  const { redemptionId, giftTitle, pictureKey, points, state, code, fetchByMs, reservedAtMs } = redemption;
  const cancel = useApiCommand('gift.cancel', { about: redemptionId, invalidates: GIFTS_STALE });
  const nowMs = serverNowMs();
  return (
    <Card>
      <View className="u-row u-gap3">
        <PictureTile drawing={pictureOf(pictureKey)} size={56} />
        <View className="u-grow">
          <View className="u-h3 u-break">{giftTitle}</View>
          <View className="u-sub u-mt1 u-break">{redemptionLine(redemption)}</View>
          <View className="u-cap u-mt1">{points} 分 · {formatDate(reservedAtMs, nowMs)}换的</View>
        </View>
      </View>
      {code !== null && (
        <View className="u-mt3">
          <View className="pts-code" {...aria({ role: 'img', label: `取货码 ${[...code].join(' ')}` })}>{spacedCode(code)}</View>
          <View className="u-row u-wrap u-gap2 u-mt2">
            <View className="u-cap u-grow">{formatDate(fetchByMs, nowMs)}前取，{formatRemaining(fetchByMs, nowMs)}</View>
            <Button kind="text" size="small" block={false} busy={cancel.isBusy} onClick={() => void cancel.run({ redemptionId })}>不要了</Button>
          </View>
        </View>
      )}
      {state === 'reserved' && cancel.failure !== null && <View className="u-mt2"><Notice tone="warn">{cancel.failure.message}</Notice></View>}
    </Card>
  );
}
