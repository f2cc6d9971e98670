import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, ACTIVITY_KINDS, LIMITS, PICTURE_KEYS, RISK_LEVEL_LABEL, RISK_LEVELS, SKILL_LABEL, SKILLS } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { PickerRow } from '@/components/picker-row/picker-row';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import { Switch } from '@/components/switch/switch';
import type { FormErrors } from '@/lib/form-errors';
import { pictureOf } from '@/lib/picture-of';
import { canAddQuestion, type ActivityForm } from './activity-form';
import './activity.css';

interface ActivityFieldsProps {
  readonly value: ActivityForm;
  readonly errors: FormErrors;
  readonly areas: readonly { readonly areaId: string; readonly name: string }[];
  readonly onChange: (patch: Partial<ActivityForm>) => void;
}

/** What an activity is and who may come; times come afterwards. */
export function ActivityFields({ value, errors, areas, onChange }: ActivityFieldsProps) {
  return (
    <View className="u-stack">
      <ChipWrap>{ACTIVITY_KINDS.map((kind) => <Chip key={kind} on={value.kind === kind} onClick={() => onChange({ kind })}>{ACTIVITY_KIND_LABEL[kind]}</Chip>)}</ChipWrap>
      {areas.length > 1 && <PickerRow label="在哪里办" options={areas.map(({ name }) => name)} index={areas.findIndex(({ areaId }) => areaId === value.areaId)} onPick={(index) => onChange({ areaId: areas[index]?.areaId ?? value.areaId })} />}
      <Field label="名字" value={value.title} placeholder="比如：给独居老人送餐" maxLength={LIMITS.titleCharacters} showCount={false} error={errors.title} onChange={(title) => onChange({ title })} />
      <Field label="做什么" kind="textarea" value={value.story} placeholder="做什么、怎么做、要带什么" maxLength={LIMITS.storyCharacters} error={errors.story} onChange={(story) => onChange({ story })} />
      <Pictures value={value} onChange={onChange} />
      <Field label="有事问谁" hint="写身份，不写号码" value={value.contactRole} placeholder="比如：社区值班电话" maxLength={LIMITS.nameCharacters} showCount={false} error={errors.contactRole} onChange={(contactRole) => onChange({ contactRole })} />
      {value.kind === 'training' && <Teaches value={value} onChange={onChange} />}
      <WhoMayCome value={value} errors={errors} onChange={onChange} />
      <Safety value={value} errors={errors} onChange={onChange} />
      <Questions value={value} errors={errors} onChange={onChange} />
    </View>
  );
}

type Part = Pick<ActivityFieldsProps, 'value' | 'onChange'>;
type CheckedPart = Part & Pick<ActivityFieldsProps, 'errors'>;

function Pictures({ value, onChange }: Part) {
  return (
    <View>
      <View className="u-sub u-bold">配一张画</View>
      <View className="act-pictures u-mt2">
        {PICTURE_KEYS.map((key) => (
          <View key={key} className={`act-picture ${value.pictureKey === key ? 'act-picture-on' : ''}`} onClick={() => onChange({ pictureKey: key })}><PictureTile drawing={pictureOf(key)} size={56} /></View>
        ))}
      </View>
    </View>
  );
}

/** A training that teaches one of the known skills certifies it. */
function Teaches({ value, onChange }: Part) {
  return (
    <View>
      <SectionHead title="教什么" />
      <ChipWrap>{SKILLS.map((skill) => <Chip key={skill} on={value.teaches === skill} onClick={() => onChange({ teaches: value.teaches === skill ? null : skill })}>{SKILL_LABEL[skill]}</Chip>)}</ChipWrap>
      <View className="u-cap u-mt2">选了一样，名单上从头到尾都在的人会有培训证明；不选就没有。</View>
    </View>
  );
}

/** One of the known skills, nice to have or a must. */
function Needs({ value: { needs }, onChange }: Part) {
  return (
    <View className="u-mt3">
      <PickerRow label="要学过什么" options={['不用', ...SKILLS.map((skill) => SKILL_LABEL[skill])]} index={needs === null ? 0 : SKILLS.indexOf(needs.skill) + 1} onPick={(index) => { const skill = SKILLS[index - 1]; onChange({ needs: skill === undefined ? null : { skill, isMust: needs?.isMust ?? false } }); }} />
      {needs !== null && <View className="u-mt2"><Switch checked={needs.isMust} label="一定要学过" note={needs.isMust ? '没有培训证明的，报名要先等领队点头' : '只写在页面上，谁都能报'} onChange={(isMust) => onChange({ needs: { ...needs, isMust } })} /></View>}
    </View>
  );
}

function WhoMayCome({ value, errors, onChange }: CheckedPart) {
  return (
    <View>
      <SectionHead title="谁能来" />
      <Switch checked={value.hasAges} label="要看年纪" note="比如要走远路、要搬重东西" onChange={(hasAges) => onChange({ hasAges })} />
      {value.hasAges && (
        <View className="u-stack u-mt2">
          <View className="u-row u-between"><View className="u-mid">从</View><Stepper label="最小年纪" value={value.ageFrom} min={0} max={100} unit="岁" onChange={(ageFrom) => onChange({ ageFrom })} /></View>
          <View className="u-row u-between"><View className="u-mid">到</View><Stepper label="最大年纪" value={value.ageTo} min={0} max={120} unit="岁" onChange={(ageTo) => onChange({ ageTo })} /></View>
          {errors.ages !== undefined && <View className="u-cap u-accent">{errors.ages}</View>}
        </View>
      )}
      <View className="u-mt3"><Switch checked={value.mayBringMinors} label="可以带孩子" note="在公共场所、至少两位成年人在场、监护人陪着，这三样由组织的人负责" onChange={(mayBringMinors) => onChange({ mayBringMinors })} /></View>
      <Needs value={value} onChange={onChange} />
      <View className="u-mt3"><Field label="最好会什么" hint="不用就空着" value={value.skills} placeholder="比如：会骑车、会做饭" maxLength={80} showCount={false} error={errors.skills} onChange={(skills) => onChange({ skills })} /></View>
    </View>
  );
}

/** A risky activity without cover is not published; said here, not only when it is refused. */
function Safety({ value, errors, onChange }: CheckedPart) {
  return (
    <View>
      <SectionHead title="安全" />
      <ChipWrap>{RISK_LEVELS.map((riskLevel) => <Chip key={riskLevel} on={value.riskLevel === riskLevel} onClick={() => onChange({ riskLevel })}>{RISK_LEVEL_LABEL[riskLevel]}</Chip>)}</ChipWrap>
      {value.riskLevel !== 'none' && <View className="u-mt3"><Field label="要当心什么" value={value.riskNote} placeholder="比如：要爬人字梯，下面要有人扶" maxLength={LIMITS.noteCharacters} showCount={false} error={errors['risk.note']} onChange={(riskNote) => onChange({ riskNote })} /></View>}
      <View className="u-mt3"><Field label="保险" hint={value.riskLevel === 'none' ? undefined : '有风险的活动，买好保险才能发布'} value={value.insurance} placeholder={value.riskLevel === 'none' ? '没有就空着' : '比如：志愿者意外险，社区统一买'} maxLength={LIMITS.noteCharacters} showCount={false} error={errors.insurance} onChange={(insurance) => onChange({ insurance })} /></View>
    </View>
  );
}

function Questions({ value, errors, onChange }: CheckedPart) {
  return (
    <View>
      <SectionHead title="报名时问一句" note={`最多 ${LIMITS.questionsPerActivity} 句`} />
      <View className="u-stack">{value.questions.map((question, index) => (
        <View key={index}>
          <Field value={question} placeholder="比如：吃荤还是吃素" maxLength={LIMITS.questionCharacters} showCount={false} error={index === 0 ? errors.questions : undefined} onChange={(text) => onChange({ questions: value.questions.map((one, at) => (at === index ? text : one)) })} />
          <View className="u-links"><Button kind="text" size="small" onClick={() => onChange({ questions: value.questions.filter((_one, at) => at !== index) })}>不问这句</Button></View>
        </View>
      ))}</View>
      {canAddQuestion(value) && <View className="u-links"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ questions: [...value.questions, ''] })}>加一句</Button></View>}
    </View>
  );
}
