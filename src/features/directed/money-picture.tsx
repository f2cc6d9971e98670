import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import { formatMoney } from '@/lib/format';
import { type MoneyShare, spokenShares } from './directed-words';
import './directed.css';

/** How far it is paid or spent, as one bar. */
export function MoneyTrack({ shares, size = 'normal' }: { shares: readonly MoneyShare[]; size?: 'normal' | 'small' }) {
  return (
    <View className={`dir-bar dir-bar-${size}`} {...aria({ role: 'img', label: spokenShares(shares) })}>
      {shares.filter(({ kind, percent }) => kind !== 'rest' && percent > 0).map(({ kind, percent }) => <View key={kind} className={`dir-share dir-${kind}`} style={{ width: `${percent}%` }} />)}
    </View>
  );
}

/** The bar with its parts in words and figures. */
export function MoneyPicture({ shares }: { shares: readonly MoneyShare[] }) {
  return (
    <View>
      <MoneyTrack shares={shares} />
      <View className="u-mt3">
        {shares.map(({ kind, label, amountFen }) => (
          <View key={kind} className="dir-key">
            <View className={`dir-dot dir-${kind}`} />
            <View className="u-grow u-mid">{label}</View>
            <View className="u-mid u-strong">{formatMoney(amountFen)}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
