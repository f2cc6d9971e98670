import { View } from '@tarojs/components';
import { LIMITS, THING_KIND_LABEL, THING_KINDS, type ThingKind } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { SectionHead } from '@/components/section-head/section-head';
import type { DirectedPartProps } from './directed-fields';
import { canAddThing, NEW_THING, type ThingForm } from './directed-form';

const EXAMPLES: Readonly<Record<ThingKind, { readonly text: string; readonly unit: string }>> = { goods: { text: '比如：大米', unit: '袋、件、箱' }, service: { text: '比如：上门理发', unit: '次、小时' } };

/** Things and services that are given. */
export function ThingFields({ value, errors, onChange }: DirectedPartProps) {
  const { things, subjectKind } = value;
  const set = (at: number, patch: Partial<ThingForm>): void => onChange({ things: things.map((thing, index) => (index === at ? { ...thing, ...patch } : thing)) });
  return (
    <View>
      <SectionHead title="给东西和服务" note={subjectKind === 'person' ? '至少一样' : '没有就空着'} />
      <View className="u-stack">
        {things.map((thing, index) => {
          const wrong = (field: string): string | undefined => errors[`what.things.${index}.${field}`];
          return (
            <Card key={index}>
              <View className="u-stack">
                <ChipWrap>{THING_KINDS.map((kind) => <Chip key={kind} on={thing.kind === kind} onClick={() => set(index, { kind })}>{THING_KIND_LABEL[kind]}</Chip>)}</ChipWrap>
                <Field label="给什么" value={thing.text} placeholder={EXAMPLES[thing.kind].text} maxLength={LIMITS.titleCharacters} showCount={false} error={wrong('text')} onChange={(text) => set(index, { text })} />
                <Field label="多少" inputType="number" value={thing.countText} placeholder="写一个数，比如：20" maxLength={4} error={wrong('count')} onChange={(countText) => set(index, { countText })} />
                <Field label="怎么数" value={thing.unit} placeholder={EXAMPLES[thing.kind].unit} maxLength={LIMITS.unitCharacters} showCount={false} error={wrong('unit')} onChange={(unit) => set(index, { unit })} />
              </View>
              <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange({ things: things.filter((_thing, at) => at !== index) })}>不要这一样</Button></View>
            </Card>
          );
        })}
      </View>
      {errors['what.things'] !== undefined && <View className="u-sub u-accent u-mt2">{errors['what.things']}</View>}
      {canAddThing(value) && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ things: [...things, NEW_THING] })}>{things.length === 0 ? '写一样东西或服务' : '再加一样'}</Button></View>}
    </View>
  );
}
