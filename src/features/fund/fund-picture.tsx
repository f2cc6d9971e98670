import { View } from '@tarojs/components';
import type { FundView } from '@contract';
import { Card } from '@/components/card/card';
import { aria } from '@/lib/aria';
import { formatMoney } from '@/lib/format';
import { fundShares, spokenShares } from './fund-words';
import './fund.css';

/** The year's money as a picture: one bar of three parts, each with its words and figure. */
export function FundPicture({ fund }: { fund: FundView }) {
  const shares = fundShares(fund);
  return (
    <Card>
      <View className="u-row u-baseline u-between u-wrap">
        <View className="u-sub">{fund.year} 年一共</View>
        <View className="u-number">{formatMoney(fund.budgetFen)}</View>
      </View>
      <View className="fund-bar u-mt3" {...aria({ role: 'img', label: spokenShares(shares) })}>
        {shares.filter(({ percent }) => percent > 0).map(({ kind, percent }) => <View key={kind} className={`fund-part fund-${kind}`} style={{ width: `${percent}%` }} />)}
      </View>
      <View className="u-mt3">
        {shares.map(({ kind, label, amountFen }) => (
          <View key={kind} className="fund-key">
            <View className={`fund-dot fund-${kind}`} />
            <View className="u-grow u-mid">{label}</View>
            <View className="u-mid u-strong">{formatMoney(amountFen)}</View>
          </View>
        ))}
      </View>
      <View className="u-cap u-mt2">批文：{fund.documentNo}。这是项目经费，不收捐款。</View>
    </Card>
  );
}

/** What the money went to, the largest first, each as long as its share of the largest. */
export function FundUses({ uses }: { uses: FundView['uses'] }) {
  const most = uses[0]?.spentFen ?? 0;
  return (
    <Card>
      {uses.map(({ useKey, label, spentFen }) => (
        <View key={useKey} className="fund-use" {...aria({ role: 'img', label: `${label}，花了 ${formatMoney(spentFen)}` })}>
          <View className="u-row u-baseline u-between u-gap3"><View className="u-grow u-mid u-break">{label}</View><View className="u-mid u-strong">{formatMoney(spentFen)}</View></View>
          <View className="fund-use-bar"><View className="fund-use-fill" style={{ width: `${most === 0 ? 0 : Math.round((spentFen / most) * 100)}%` }} /></View>
        </View>
      ))}
    </Card>
  );
}
