import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { Switch } from '@/components/switch/switch';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SHOP_READS } from './shop-words';

/** Pausing and leaving: each says beforehand what becomes of what the shop holds. */
export function ShopRest({ shop }: { shop: ShopView }) {
  const [asks, setAsks] = useState<'pause' | 'leave' | null>(null);
  const close = (): void => setAsks(null);
  const { shopId, may } = shop;
  const leave = useApiCommand('shop.leave', { about: shopId, invalidates: SHOP_READS, onDone: () => { close(); toast('在办退出，没送到的会一件件放回'); } });
  const isOwner = shop.myRole === 'owner';
  if (!may.pause && !(may.leave && isOwner)) return null;
  return (
    <View>
      <SectionHead title={may.pause ? '歇业和退出' : '退出'} />
      <View className="u-stack">
        {may.pause && <Button kind="secondary" icon="clock" onClick={() => setAsks('pause')}>先歇着</Button>}
        {may.leave && isOwner && <Button kind="text" onClick={() => setAsks('leave')}>退出爱心商户</Button>}
      </View>
      <PauseSheet shopId={shopId} isOpen={asks === 'pause'} onClose={close} />
      <WordsSheet isOpen={asks === 'leave'} title="退出爱心商户" note="没送到的认领会一件件放回心愿墙，对方都会知道；登记的资源、积分礼物、没用完的配捐都停下。已经送到、等确认的，和等人来取的礼物办完，就退好了。" placeholder="想说一句就写，不写也行" isNeeded={false} actionText="退出" command={leave} onClose={close} onSend={(note) => leave.run({ shopId, note })} />
    </View>
  );
}

function PauseSheet({ shopId, isOpen, onClose }: { shopId: string; isOpen: boolean; onClose: () => void }) {
  const [handsBack, setHandsBack] = useState(false);
  const command = useApiCommand('shop.pause', { about: shopId, invalidates: SHOP_READS, onDone: () => { onClose(); toast('歇着了，不再接新的'); } });
  return (
    <Sheet isOpen={isOpen} title="先歇着" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在记…" onClick={() => command.run({ shopId, handsBack })}>好，先歇着</Button>}>
      <View className="u-body">不再接新的认领；登记的资源和积分礼物也先歇着。已经换了的礼物，照样等人来取。</View>
      <View className="u-mt4"><Switch checked={handsBack} label="没送到的也放回心愿墙" note={handsBack ? '一件件放回，对方都会知道' : '不点，手上的照常办完'} onChange={setHandsBack} /></View>
      {command.failure !== null && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
    </Sheet>
  );
}
