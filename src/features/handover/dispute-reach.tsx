import { useState } from 'react';
import { View } from '@tarojs/components';
import type { DisputeNumberView, DisputeView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { type ApiFailure, toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { callPhone } from '@/lib/call-phone';

const SIDE = { giver: '送的人', recipient: '收的人' } as const;

/** For staff who hear both sides: numbers that were left for this. They are asked for with a tap, because each reading is logged. */
export function DisputeReach({ view }: { view: DisputeView }) {
  const [numbers, setNumbers] = useState<readonly DisputeNumberView[] | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      setNumbers((await callApi('dispute.reach', { wishId: view.wishId, claimId: view.claimId })).numbers);
    } catch (thrown) {
      setFailure(toApiFailure(thrown));
    }
    setBusy(false);
  };
  return (
    <View className="u-stack u-mt5">
      {numbers === null && <Button kind="secondary" icon="phone" busy={isBusy} busyText="正在找…" onClick={ask}>看看留了谁的电话</Button>}
      {numbers === null && <View className="u-cap u-center">看一次，记一笔。问清楚以后就看不到了。</View>}
      {failure !== null && <Notice tone="warn">{failure.message}</Notice>}
      {numbers?.length === 0 && <Notice>两边都没有留电话。收的人或送的人来社区时当面问，或在心愿里联系。</Notice>}
      {numbers?.map(({ side, name, phone }) => <Button key={`${side}${phone}`} kind="secondary" icon="phone" onClick={() => callPhone(phone)}>打给{SIDE[side]}{name === '' ? '' : ` ${name}`} <View className="u-phrase">{phone}</View></Button>)}
    </View>
  );
}
