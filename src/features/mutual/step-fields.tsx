import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { DateRow } from '@/components/picker-row/picker-row';
import { SectionHead } from '@/components/section-head/section-head';
import type { FormErrors } from '@/lib/form-errors';
import { canAddStep, type CampaignForm, type MilestoneForm, newStep } from './campaign-form';

interface StepFieldsProps {
  readonly value: Pick<CampaignForm, 'milestones'>;
  readonly errors: FormErrors;
  readonly onChange: (patch: Pick<CampaignForm, 'milestones'>) => void;
}

/** The steps of the work, each with the day by which it is done. */
export function StepFields({ value, errors, onChange }: StepFieldsProps) {
  const { milestones } = value;
  const set = (at: number, patch: Partial<MilestoneForm>): void => onChange({ milestones: milestones.map((step, index) => (index === at ? { ...step, ...patch } : step)) });
  return (
    <View>
      <SectionHead title="一步一步来" note="每一步到什么时候" />
      <View className="u-stack">
        {milestones.map((step, index) => {
          const wrongDay = errors[`milestones.${index}.dueAtMs`];
          return (
            <Card key={index}>
              <View className="u-stack">
                <Field label={`第 ${index + 1} 步`} value={step.text} placeholder="比如：备齐材料、开工" maxLength={LIMITS.aidCharacters} showCount={false} error={errors[`milestones.${index}.text`]} onChange={(text) => set(index, { text })} />
                <DateRow label="哪天前" value={step.day} {...(wrongDay === undefined ? {} : { error: wrongDay })} onPick={(day) => set(index, { day })} />
              </View>
              {milestones.length > 1 && <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange({ milestones: milestones.filter((_step, at) => at !== index) })}>不要这一步</Button></View>}
            </Card>
          );
        })}
      </View>
      {canAddStep(value) && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ milestones: [...milestones, newStep()] })}>加一步</Button></View>}
    </View>
  );
}
