import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CampaignCardView, MatchBudgetView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Stepper } from '@/components/stepper/stepper';
import { useApiCommand } from '@/lib/use-api-command';
import { MATCH_STALE, offerInput, ratioText, type OfferForm } from './match-words';

const EMPTY: OfferForm = { budget: '', numerator: 1, denominator: 1, cap: '' };

/** How much, at what ratio, how much a person a day. The money goes to the collector, never to this program. */
export function OfferMatchForm({ campaign, onDone }: { campaign: CampaignCardView; onDone: (budget: MatchBudgetView) => void }) {
  const [form, setForm] = useState<OfferForm>(EMPTY);
  const offer = useApiCommand('match.offer', { about: campaign.campaignId, invalidates: MATCH_STALE, onDone });
  const set = (patch: Partial<OfferForm>): void => setForm({ ...form, ...patch });
  const input = offerInput(campaign.campaignId, form);
  return (
    <View>
      <View className="u-h3 u-mt4 u-break">为“{campaign.title}”配捐</View>
      <View className="u-mt4"><Field label="一共出多少元" inputType="digit" value={form.budget} placeholder="比如 2000" error={offer.fields.budgetFen} onChange={(budget) => set({ budget })} /></View>
      <View className="u-body u-bold u-mt4">{ratioText(form)}</View>
      <View className="u-row u-between u-wrap u-gap2 u-mt2">
        <View className="u-mid">邻居给</View>
        <Stepper label="邻居给" value={form.denominator} min={1} max={10} unit="元" onChange={(denominator) => set({ denominator })} />
      </View>
      <View className="u-row u-between u-wrap u-gap2 u-mt2">
        <View className="u-mid">店里配</View>
        <Stepper label="店里配" value={form.numerator} min={1} max={10} unit="元" onChange={(numerator) => set({ numerator })} />
      </View>
      <View className="u-mt4"><Field label="一个人一天最多配多少元" inputType="digit" value={form.cap} placeholder="比如 50" error={offer.fields.capFenPerPersonDay} onChange={(cap) => set({ cap })} /></View>
      <View className="u-mt4"><Notice tone="good">钱交给收款的单位，拿到收据后社区核对；核对好才开始配，没配完的退给您。</Notice></View>
      {offer.failure !== null && Object.keys(offer.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{offer.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={offer.isBusy} busyText="正在送去…" disabled={input === null} reason="先把两个数填好" onClick={() => (input === null ? undefined : offer.run(input))}>请社区核款</Button></View>
    </View>
  );
}
