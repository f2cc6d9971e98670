import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, ACTIVITY_KINDS, LIMITS, NEED_KINDS, type NeedProjectPartnerView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { DateRow } from '@/components/picker-row/picker-row';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import type { FormErrors } from '@/lib/form-errors';
import { canAddBudget, canAddStep, NEW_BUDGET, nextStep, type BudgetForm, type ProjectForm, type StepForm } from './project-form';
import { NEED_KIND_LABEL } from './project-words';

interface FieldsProps {
  readonly value: ProjectForm;
  readonly errors: FormErrors;
  readonly partners: readonly NeedProjectPartnerView[];
  readonly onChange: (patch: Partial<ProjectForm>) => void;
}

/** The plan of a project, part by part. */
export function ProjectFields(props: FieldsProps) {
  const { value, errors, onChange } = props;
  return (
    <View>
      <View className="u-stack">
        <Field label="叫什么" value={value.title} maxLength={LIMITS.titleCharacters} showCount={false} error={errors['title']} onChange={(title) => onChange({ title })} />
        <Field kind="textarea" label="要办成什么样" value={value.aim} maxLength={LIMITS.noteCharacters} error={errors['aim']} onChange={(aim) => onChange({ aim })} />
        <DateRow label="哪天开始" value={value.firstDay} placeholder="还没定" {...(errors['firstDayMs'] === undefined ? {} : { error: errors['firstDayMs'] })} onPick={(firstDay) => onChange({ firstDay })} />
      </View>
      <StepsFields {...props} />
      <BudgetFields {...props} />
      <PartnerFields {...props} />
      <SectionHead title="第一次活动" />
      <View className="u-stack">
        <FieldFrame label="哪一种"><ChipWrap>{ACTIVITY_KINDS.map((kind) => <Chip key={kind} on={value.activityKind === kind} onClick={() => onChange({ activityKind: kind })}>{ACTIVITY_KIND_LABEL[kind]}</Chip>)}</ChipWrap></FieldFrame>
        <Field label="叫什么" value={value.activityTitle} maxLength={LIMITS.titleCharacters} showCount={false} error={errors['activity.title']} onChange={(activityTitle) => onChange({ activityTitle })} />
        <Field kind="textarea" label="做什么" value={value.activityStory} maxLength={LIMITS.storyCharacters} error={errors['activity.story']} onChange={(activityStory) => onChange({ activityStory })} />
      </View>
    </View>
  );
}

function StepsFields({ value, errors, onChange }: FieldsProps) {
  const set = (at: number, patch: Partial<StepForm>): void => onChange({ steps: value.steps.map((step, index) => (index === at ? { ...step, ...patch } : step)) });
  return (
    <View>
      <SectionHead title="怎么办" note="一步一步，写第几周" />
      <View className="u-stack">
        {value.steps.map((step, index) => (
          <Card key={index}>
            <Field label={`第 ${index + 1} 步`} value={step.text} placeholder="比如：打电话问清要什么" maxLength={LIMITS.aidCharacters} showCount={false} error={errors[`steps.${index}.text`]} onChange={(text) => set(index, { text })} />
            <View className="u-row u-between u-mt2"><View className="u-mid">第几周</View><Stepper label={`第 ${index + 1} 步在第几周`} value={step.week} min={1} max={LIMITS.projectWeeks} unit="周" onChange={(week) => set(index, { week })} /></View>
            {value.steps.length > 1 && <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange({ steps: value.steps.filter((_step, at) => at !== index) })}>不要这一步</Button></View>}
          </Card>
        ))}
      </View>
      {canAddStep(value) && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ steps: [...value.steps, nextStep(value)] })}>加一步</Button></View>}
    </View>
  );
}

function BudgetFields({ value, errors, onChange }: FieldsProps) {
  const set = (at: number, patch: Partial<BudgetForm>): void => onChange({ budget: value.budget.map((line, index) => (index === at ? { ...line, ...patch } : line)) });
  return (
    <View>
      <SectionHead title="要多少东西和人" note="不写钱" />
      <View className="u-stack">
        {value.budget.map((line, index) => (
          <Card key={index}>
            <View className="u-stack">
              <ChipWrap>{NEED_KINDS.map((kind) => <Chip key={kind} on={line.kind === kind} onClick={() => set(index, { kind })}>{NEED_KIND_LABEL[kind]}</Chip>)}</ChipWrap>
              <Field label="要什么" value={line.text} maxLength={LIMITS.titleCharacters} showCount={false} error={errors[`budget.${index}.text`]} onChange={(text) => set(index, { text })} />
              {line.kind !== 'hours' && <Field label="怎么数" value={line.unit} placeholder="份、件、次" maxLength={LIMITS.unitCharacters} showCount={false} error={errors[`budget.${index}.unit`]} onChange={(unit) => set(index, { unit })} />}
              <View className="u-row u-between"><View className="u-mid">要多少</View><Stepper label="要多少" value={line.wanted} min={1} max={LIMITS.neededOfOneKind} unit={line.kind === 'hours' ? '人' : line.unit} onChange={(wanted) => set(index, { wanted })} /></View>
            </View>
            <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange({ budget: value.budget.filter((_line, at) => at !== index) })}>不要这一样</Button></View>
          </Card>
        ))}
      </View>
      {canAddBudget(value) && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ budget: [...value.budget, NEW_BUDGET] })}>加一样</Button></View>}
    </View>
  );
}

function PartnerFields({ value, partners, onChange }: FieldsProps) {
  if (partners.length === 0) return null;
  const toggle = (supplyId: string, isOn: boolean): void => onChange({ partnerIds: isOn ? [...value.partnerIds, supplyId] : value.partnerIds.filter((id) => id !== supplyId) });
  const isFull = value.partnerIds.length >= LIMITS.partnersPerProject;
  return (
    <View>
      <SectionHead title="请谁一起" note="登记过资源的" />
      {partners.map(({ supply, suits }) => {
        const isOn = value.partnerIds.includes(supply.supplyId);
        return <CheckRow key={supply.supplyId} checked={isOn} disabled={isFull && !isOn} note={`${supply.partyName}，${suits > 0 ? `合适其中 ${suits} 件` : '眼下没有合适的'}`} onChange={(on) => toggle(supply.supplyId, on)}>{supply.title}</CheckRow>;
      })}
    </View>
  );
}
