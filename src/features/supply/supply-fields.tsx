import { View } from '@tarojs/components';
import { LIMITS, SKILL_LABEL, SKILLS, TRADE_CERTIFICATE_LABEL, TRADE_CERTIFICATES, WISH_CATEGORIES, WISH_CATEGORY_LABEL } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { PickerRow } from '@/components/picker-row/picker-row';
import { Stepper } from '@/components/stepper/stepper';
import type { FormErrors } from '@/lib/form-errors';
import { useApiQuery } from '@/lib/use-api';
import type { SupplyForm, SupplyName } from './supply-form';
import { WeekPicker } from './week-picker';

export interface SupplyPartProps {
  readonly value: SupplyForm;
  readonly name: SupplyName;
  readonly errors: FormErrors;
  readonly onChange: (patch: Partial<SupplyForm>) => void;
}

interface SupplyFieldsProps extends SupplyPartProps {
  /** Names to choose from; one alone, or a standing offer, asks nothing. */
  readonly names: readonly SupplyName[];
}

const toggled = <T,>(all: readonly T[], one: T): readonly T[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);

/** What can be given, by whom, where and when, how much of it, and what is expected in return of care. */
export function SupplyFields({ names, ...part }: SupplyFieldsProps) {
  return (
    <View>
      {names.length > 1 && <AsWhom names={names} {...part} />}
      <What {...part} />
      <Where {...part} />
      <View className="u-mt5"><WeekPicker slots={part.value.slots} error={part.errors.slots} onChange={(slots) => part.onChange({ slots })} /></View>
      <HowMuch {...part} />
    </View>
  );
}

function AsWhom({ names, value, name, errors, onChange }: SupplyFieldsProps) {
  return (
    <View className="u-mt4">
      <FieldFrame label="以谁的名义">
        <ChipWrap>{names.map(({ key, label }) => <Chip key={key} on={key === name.key} onClick={() => onChange({ asKey: key, areaId: '', seatAreaId: '' })}>{label}</Chip>)}</ChipWrap>
      </FieldFrame>
      {name.as.kind === 'organisation' && <View className="u-mt3"><Field label="组织的名字" value={value.organisationName} placeholder="比如：阳光助残中心" maxLength={LIMITS.nameCharacters} showCount={false} error={errors['as.name']} onChange={(organisationName) => onChange({ organisationName })} /></View>}
    </View>
  );
}

function What({ value, name, errors, onChange }: SupplyPartProps) {
  const isResident = name.as.kind === 'member';
  return (
    <View className="u-stack u-mt5">
      <FieldFrame label="哪一类" error={errors.category}>
        <ChipWrap>{WISH_CATEGORIES.map((category) => <Chip key={category} on={value.category === category} onClick={() => onChange({ category })}>{WISH_CATEGORY_LABEL[category]}</Chip>)}</ChipWrap>
      </FieldFrame>
      <Field label="能提供什么" value={value.title} placeholder="比如：换灯、修锁、修水龙头" maxLength={LIMITS.titleCharacters} showCount={false} error={errors.title} onChange={(title) => onChange({ title })} />
      <Field label="再说两句" hint="可不写" kind="textarea" value={value.words} placeholder="怎么来、要准备什么、收不收材料钱" maxLength={LIMITS.noteCharacters} error={errors.words} onChange={(words) => onChange({ words })} />
      {value.category !== 'goods' && (
        <FieldFrame label="会什么" hint="可不选">
          <ChipWrap>{SKILLS.map((skill) => <Chip key={skill} on={value.skills.includes(skill)} onClick={() => onChange({ skills: toggled(value.skills, skill) })}>{SKILL_LABEL[skill]}</Chip>)}</ChipWrap>
        </FieldFrame>
      )}
      {!isResident && (
        <FieldFrame label="有哪些证书" hint="可不选" error={errors.certificates}>
          <ChipWrap>{TRADE_CERTIFICATES.map((certificate) => <Chip key={certificate} on={value.certificates.includes(certificate)} onClick={() => onChange({ certificates: toggled(value.certificates, certificate) })}>{TRADE_CERTIFICATE_LABEL[certificate]}</Chip>)}</ChipWrap>
          {value.certificates.length > 0 && <View className="u-mt3"><Notice tone="info" icon="shield">原件请给社区看一眼。看过以前，要这个证书的心愿先不推荐给您。</Notice></View>}
        </FieldFrame>
      )}
    </View>
  );
}

/** Whose place may be told: never a resident's. */
const SEAT_LABEL = { merchant: '店在哪个小区', unit: '单位在哪个小区', organisation: '组织在哪个小区' } as const;

/** Where it goes: the whole community, or one 小区 of it; and where a shop, unit or organisation itself is, for telling how near it is. */
function Where({ value, name, errors, onChange }: SupplyPartProps) {
  const grids = useApiQuery('area.children', { parentId: name.communityId });
  const seats = (grids.data ?? []).map(({ areaId, name: gridName }) => ({ areaId, name: gridName }));
  const nodes = [{ areaId: '', name: '整个社区' }, ...seats];
  const index = nodes.findIndex(({ areaId }) => areaId === (value.areaId === name.communityId ? '' : value.areaId));
  return (
    <View className="u-mt5">
      <PickerRow label="去哪里帮" options={nodes.map((node) => node.name)} index={index} {...(errors.areaId === undefined ? {} : { error: errors.areaId })} onPick={(at) => onChange({ areaId: nodes[at]?.areaId ?? '' })} />
      {name.as.kind !== 'member' && (
        <View className="u-mt4">
          <PickerRow label={SEAT_LABEL[name.as.kind]} options={['不说', ...seats.map((node) => node.name)]} index={Math.max(0, seats.findIndex(({ areaId }) => areaId === value.seatAreaId) + 1)} {...(errors.seatAreaId === undefined ? {} : { error: errors.seatAreaId })} onPick={(at) => onChange({ seatAreaId: seats[at - 1]?.areaId ?? '' })} />
          <View className="u-cap u-mt1">照它算走过来要几分钟，只到小区，不写门牌。</View>
        </View>
      )}
      {grids.failure !== null && <View className="u-cap u-mt1">小区的名单没取到，先按整个社区登记，以后能改。</View>}
    </View>
  );
}

function HowMuch({ value, errors, onChange }: SupplyPartProps) {
  return (
    <View className="u-mt5">
      <FieldFrame label="一周能帮几次" error={errors.capacityPerWeek}><Stepper value={value.capacityPerWeek} min={1} max={LIMITS.supplyCapacity} label="一周能帮几次" unit="次" onChange={(capacityPerWeek) => onChange({ capacityPerWeek })} /></FieldFrame>
      <View className="u-cap u-mt2">量力就好，少写一点也帮大忙。手上的没办完，不再推荐新的。</View>
      <View className="u-mt4"><Field label="有什么条件" hint="可不写" kind="textarea" value={value.conditions} placeholder="比如：只修小活；要有人在家" maxLength={LIMITS.noteCharacters} error={errors.conditions} onChange={(conditions) => onChange({ conditions })} /></View>
      <View className="u-cap u-mt2">别写电话、门牌和广告，约时间在认领以后再说。</View>
    </View>
  );
}
