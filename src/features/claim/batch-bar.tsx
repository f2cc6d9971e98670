import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { formatMoney } from '@/lib/format';
import { basketTotals, useBasket } from './batch-basket';
import './batch.css';

/** 2 个心愿，3 份 … 一起认领: stands at the foot of the wall while wishes are ticked. */
export function BatchBar({ rules, onClaim }: { rules: MeView['rules']; onClaim: () => void }) {
  const { picks, setPicking } = useBasket();
  const totals = basketTotals(picks);
  const value = totals.valueFen === null ? '' : `约 ${formatMoney(totals.valueFen)} · `;
  const aside = (
    <View className="batch-sum">
      <View className="u-mid u-bold">{totals.wishes === 0 ? '点卡片来选' : `${totals.wishes} 个心愿，${totals.shares} 份`}</View>
      <View className="u-cap">{totals.wishes === 0 ? '可以选好几个' : `${value}${rules.deliverDays} 天内送到`}</View>
    </View>
  );
  return (
    <BottomBar aside={aside}>
      {totals.wishes === 0 ? <Button kind="secondary" onClick={() => setPicking(false)}>不选了</Button> : <Button onClick={onClaim}>一起认领</Button>}
    </BottomBar>
  );
}
