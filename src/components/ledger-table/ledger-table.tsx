import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import { formatLedgerMoney } from '@/lib/format';
import './ledger-table.css';

export interface LedgerTableLine {
  readonly lineId: string;
  /** 11/19 */
  readonly dateText: string;
  readonly text: string;
  /** Signed fen. */
  readonly amountFen: number;
  readonly balanceFen: number;
  /** Opens what stands behind the line: a receipt and who agreed. */
  readonly onOpen?: (() => void) | undefined;
}

/** A public book: what came, what went, and what was left after each line. On narrow phones and in large type a line takes two rows. */
export function LedgerTable({ lines }: { lines: readonly LedgerTableLine[] }) {
  return (
    <View className="ly-ledger" {...aria({ label: '公开账本' })}>
      <View className="ly-ledger-line ly-ledger-head">
        <View className="ly-ledger-date">日期</View>
        <View className="ly-ledger-text">事项</View>
        <View className="ly-ledger-amount">金额</View>
        <View className="ly-ledger-balance">余额</View>
      </View>
      {lines.map((line) => <Line key={line.lineId} line={line} />)}
    </View>
  );
}

function Line({ line: { dateText, text, amountFen, balanceFen, onOpen } }: { line: LedgerTableLine }) {
  return (
    <View className={`ly-ledger-line ${onOpen === undefined ? '' : 'ly-ledger-open'}`} hoverClass={onOpen === undefined ? 'none' : 'ly-ledger-down'} onClick={onOpen} {...(onOpen === undefined ? {} : aria({ role: 'button' }))}>
      <View className="ly-ledger-date u-ink3">{dateText}</View>
      <View className="ly-ledger-text">{text}{onOpen !== undefined && <Icon name="right" size={13} className="ly-ledger-arrow" />}</View>
      <View className={`ly-ledger-amount u-strong ${amountFen < 0 ? 'u-accent' : 'u-green'}`}>{formatLedgerMoney(amountFen, { signed: true })}</View>
      <View className="ly-ledger-balance"><View className="ly-ledger-left">余 </View>{formatLedgerMoney(balanceFen)}</View>
    </View>
  );
}
