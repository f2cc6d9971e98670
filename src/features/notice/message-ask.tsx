import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MessageTemplate } from '@contract';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { askForMessages } from '@/lib/subscribe';
import './notice.css';

/** What most people wait for; WeChat asks for three at a time. */
const ASKED: readonly MessageTemplate[] = ['wishReviewed', 'wishClaimed', 'deliveryArrived'];

/** Why a message may not have come in WeChat, and how to have the next one. */
export function MessageAsk() {
  const [granted, setGranted] = useState<number | null>(null);
  const ask = (): void => {
    void askForMessages(ASKED, true).then(setGranted);
  };
  return (
    <View className="ntc-ask">
      <View className="u-green"><Icon name="bell" size={22} /></View>
      <View className="u-grow">
        <View className="u-bold">在微信里也提醒我</View>
        <View className="u-sub u-mt1">微信规定：您点一次同意，我们才能发一条。没点也不要紧，所有消息都在这里。</View>
        <View className="u-mt3">
          {granted !== null && granted > 0 && <View className="u-mid u-green">记下了，下一条会发到微信；夜里不打扰，早上再发。</View>}
          {granted === 0 && <View className="u-mid">微信没有记下同意。要是以前选过“总是拒绝”，在微信右上角“···”的设置里打开“订阅消息”，再点一次。</View>}
          {(granted === null || granted === 0) && <Button kind="secondary" size="small" onClick={ask}>下一条提醒我</Button>}
        </View>
      </View>
    </View>
  );
}
