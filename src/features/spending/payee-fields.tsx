import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import type { AskDraft } from './ask-draft';

const KINDS: readonly (readonly [AskDraft['payeeKind'], string])[] = [['organisation', '店铺或单位'], ['person', '个人'], ['neighbour', '这里的邻居'], ['me', '我先垫了，付给我']];

/** To whom it is paid: a neighbour is named by their code, so that they never approve their own. */
export function PayeeFields({ value, error, onChange }: { value: AskDraft; error: string | undefined; onChange: (patch: Partial<AskDraft>) => void }) {
  const { payeeKind, payeeName, payeeCode } = value;
  return (
    <View>
      <FieldFrame label="付给谁" error={payeeKind === 'me' ? error : undefined}>
        <ChipWrap>{KINDS.map(([kind, words]) => <Chip key={kind} on={payeeKind === kind} onClick={() => onChange({ payeeKind: kind })}>{words}</Chip>)}</ChipWrap>
      </FieldFrame>
      {(payeeKind === 'organisation' || payeeKind === 'person') && (
        <View className="u-mt3"><Field value={payeeName} maxLength={payeeKind === 'person' ? LIMITS.nameCharacters : LIMITS.payeeCharacters} showCount={false} placeholder={payeeKind === 'person' ? '收款人的姓名，和收据一样' : '店名或单位全名，和发票一样'} error={error} onChange={(text) => onChange({ payeeName: text })} /></View>
      )}
      {payeeKind === 'neighbour' && (
        <View className="u-mt3"><Field hint="在 TA 的“我的”里" value={payeeCode} maxLength={11} showCount={false} placeholder="请 TA 念一下 8 位编号" error={error} onChange={(text) => onChange({ payeeCode: text })} /></View>
      )}
      <View className="u-cap u-mt2">收款的人不能同意付给自己的钱。个人的名字，邻居只看得到姓。</View>
    </View>
  );
}
