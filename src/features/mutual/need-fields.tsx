import { View } from '@tarojs/components';
import { LIMITS, NEED_KINDS, type NeedKind } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import type { CampaignPartProps } from './campaign-fields';
import { canAddNeed, NEW_NEED, type NeedForm } from './campaign-form';

const KIND_LABEL: Readonly<Record<NeedKind, string>> = { goods: '东西', place: '地方', hours: '人手' };
const EXAMPLE: Readonly<Record<NeedKind, string>> = { goods: '比如：防滑条', place: '比如：堆料的空地', hours: '比如：搬料' };

/** What is wanted besides money. */
export function NeedFields({ value, errors, onChange }: CampaignPartProps) {
  const set = (at: number, patch: Partial<NeedForm>): void => onChange({ needs: value.needs.map((need, index) => (index === at ? { ...need, ...patch } : need)) });
  return (
    <View>
      <SectionHead title="还要什么" note="不用就空着" />
      <View className="u-stack">
        {value.needs.map((need, index) => (
          <Card key={index}>
            <View className="u-stack">
              <ChipWrap>{NEED_KINDS.map((kind) => <Chip key={kind} on={need.kind === kind} onClick={() => set(index, { kind })}>{KIND_LABEL[kind]}</Chip>)}</ChipWrap>
              <Field label="要什么" value={need.text} placeholder={EXAMPLE[need.kind]} maxLength={LIMITS.titleCharacters} showCount={false} error={errors[`needs.${index}.text`]} onChange={(text) => set(index, { text })} />
              {need.kind !== 'hours' && <Field label="怎么数" value={need.unit} placeholder="张、件、米" maxLength={LIMITS.unitCharacters} showCount={false} error={errors[`needs.${index}.unit`]} onChange={(unit) => set(index, { unit })} />}
              <View className="u-row u-between"><View className="u-mid">要多少</View><Stepper label="要多少" value={need.wanted} min={1} max={LIMITS.neededOfOneKind} unit={need.kind === 'hours' ? '人' : need.unit} onChange={(wanted) => set(index, { wanted })} /></View>
            </View>
            <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange({ needs: value.needs.filter((_need, at) => at !== index) })}>不要这一样</Button></View>
          </Card>
        ))}
      </View>
      {canAddNeed(value) && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ needs: [...value.needs, NEW_NEED] })}>加一样</Button></View>}
    </View>
  );
}
