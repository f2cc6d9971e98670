import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ClaimBatchView, MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { PromisePath } from '@/components/promise-path/promise-path';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import { Switch } from '@/components/switch/switch';
import { formatDeadline, formatMoney } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { askForMessages } from '@/lib/subscribe';
import { useApiCommand } from '@/lib/use-api-command';
import { basketTotals, useBasket, type Pick } from './batch-basket';
import { GiverChoice, useGiverChoice } from './giver-choice';
import './batch.css';

const HOUR_MS = 3_600_000;

/** The act is named by what it takes, so that a changed selection is another act. */
const aboutOf = (picks: readonly Pick[]): string => picks.map((pick) => `${pick.wish.wishId}x${pick.shares}`).join(',');

/** One look at everything ticked: how many of each, in whose name, all or as many as there are; one button with the total. */
export function BatchConfirm({ me, onClaimed }: { me: MeView; onClaimed: (batch: ClaimBatchView) => void }) {
  const { picks, setShares, toggle } = useBasket();
  const [isAll, setAll] = useState(false);
  const giver = useGiverChoice(me);
  const command = useApiCommand('wish.claimMany', { about: `${aboutOf(picks)}:${isAll}:${giver.chosen.key}`, invalidates: ['wish.wall', 'wish.get', 'claim.mine', 'home.overview', 'unit.get'] });
  const totals = basketTotals(picks);
  const claim = async (): Promise<void> => {
    await askForMessages(['claimReminder', 'deliveryConfirmed']);
    const batch = await command.run({ items: picks.map((pick) => ({ wishId: pick.wish.wishId, shares: pick.shares })), mode: isAll ? 'allOrNothing' : 'bestEffort', as: giver.as });
    if (batch !== null) onClaimed(batch);
  };
  const value = totals.valueFen === null ? '' : `，约 ${formatMoney(totals.valueFen)}`;
  const nowMs = serverNowMs();
  return (
    <Screen title="一起认领" bottom={<BottomBar failure={command.failure}><Button busy={command.isBusy} busyText="正在给您留…" onClick={claim}>{`认领 ${totals.wishes} 个心愿，共 ${totals.shares} 份`}</Button></BottomBar>}>
      <View className="u-title">{totals.wishes} 个心愿，{totals.shares} 份{value}</View>
      <View className="batch-rows u-mt4">
        {picks.map((pick) => <PickRow key={pick.wish.wishId} pick={pick} canRemove={picks.length > 1} onShares={(shares) => setShares(pick.wish.wishId, shares)} onRemove={() => toggle(pick.wish)} />)}
      </View>
      {giver.options.length > 1 && <View><SectionHead title="以谁的名义" /><GiverChoice choice={giver} /></View>}
      {picks.length > 1 && (
        <View className="u-mt4">
          <Switch label="要认就全认" checked={isAll} onChange={setAll} />
          <View className="u-cap u-mt1">{isAll ? '有一个认不上，就一个都不认，免得只送一半。' : '认得上几个算几个，认不上的会告诉您为什么。'}</View>
        </View>
      )}
      <View className="u-mt5">
        <PromisePath
          title={`认领后，先为您留 ${me.rules.holdHours} 小时`}
          steps={[
            { title: '现在', note: '留给您', state: 'done' },
            { title: formatDeadline(nowMs + me.rules.holdHours * HOUR_MS, nowMs), note: '定好哪天送', state: 'half' },
            { title: `定好后 ${me.rules.deliverDays} 天内`, note: '送到，拍张照', state: 'open' },
          ]}
          note="哪个办不了，随时能单独还回去，不算您的错。"
        />
      </View>
    </Screen>
  );
}

function PickRow({ pick, canRemove, onShares, onRemove }: { pick: Pick; canRemove: boolean; onShares: (shares: number) => void; onRemove: () => void }) {
  const { wish, shares } = pick;
  return (
    <View className="batch-row">
      <PictureTile drawing={pictureOf(wish.pictureKey)} size={52} />
      <View className="batch-words">
        <View className="u-mid u-bold u-two">{wish.title}</View>
        <MetaLine className="u-cap u-mt1" parts={[wish.shareNote, wish.placeText, `还差 ${wish.shares.left} 份`]} />
        {canRemove && <Button kind="text" size="small" onClick={onRemove}>不选这个</Button>}
      </View>
      {wish.shares.left > 1 ? <Stepper label={`${wish.title}，认领份数`} value={shares} min={1} max={wish.shares.left} onChange={onShares} /> : <View className="u-sub">1 份</View>}
    </View>
  );
}
