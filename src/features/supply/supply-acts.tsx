import { useState } from 'react';
import { View } from '@tarojs/components';
import type { SupplyView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SUPPLY_STALE } from './supply-stale';
import { askWords } from './supply-words';

/** 还能提供 / 先歇着 / 再打开: one tap each, also in a list. */
export function QuickActs({ supply }: { supply: SupplyView }) {
  const { supplyId, title, canConfirm, canPause, canResume } = supply;
  const options = (words: string) => ({ about: supplyId, invalidates: SUPPLY_STALE, onDone: () => toast(words) });
  const confirm = useApiCommand('supply.confirm', options(`记下了，“${title}”还能提供`));
  const pause = useApiCommand('supply.pause', options('先歇着，不再推荐给邻居'));
  const resume = useApiCommand('supply.resume', options('打开了，邻居们又看得到'));
  const asked = askWords(supply, serverNowMs());
  const failure = confirm.failure ?? pause.failure ?? resume.failure;
  return (
    <View>
      {asked !== null && <View className="u-mt3"><Notice tone="accent" title="还能提供吗？">{asked}</Notice></View>}
      <View className="u-row u-wrap u-gap2 u-mt3">
        {canConfirm && asked !== null && <Button size="small" icon="check" busy={confirm.isBusy} busyText="正在记…" onClick={() => confirm.run({ supplyId })}>还能提供</Button>}
        {canResume && <Button size="small" kind="green" busy={resume.isBusy} busyText="正在打开…" onClick={() => resume.run({ supplyId })}>再打开</Button>}
        {canPause && <Button size="small" kind="secondary" busy={pause.isBusy} busyText="正在记…" onClick={() => pause.run({ supplyId })}>先歇着</Button>}
      </View>
      {failure !== null && <View className="u-mt2"><Notice tone="warn">{failure.message}</Notice></View>}
    </View>
  );
}

/** 收起来, after one question: it does not come back. */
export function EndSupply({ supply: { supplyId, isMine, title } }: { supply: SupplyView }) {
  const [isOpen, setOpen] = useState(false);
  const end = useApiCommand('supply.end', { about: supplyId, invalidates: SUPPLY_STALE, onDone: () => { setOpen(false); toast('收起来了'); } });
  return (
    <View className="u-links u-mt4">
      <Button kind="text" size="small" icon="close" onClick={() => setOpen(true)}>{isMine ? '不再提供，收起来' : '替对方收起来'}</Button>
      <Sheet isOpen={isOpen} title={`收起“${title}”？`} onClose={() => setOpen(false)} action={<Button busy={end.isBusy} busyText="正在收…" onClick={() => end.run({ supplyId })}>收起来</Button>}>
        <View className="u-body">{isMine ? '邻居看不到了，也不再给您推荐心愿。认领了的，照常办完。只是这阵子忙，点“先歇着”就好。' : '对方会收到一句话。打电话说清楚了，再收。'}</View>
        {end.failure !== null && <View className="u-sub u-accent u-mt3">{end.failure.message}</View>}
      </Sheet>
    </View>
  );
}
