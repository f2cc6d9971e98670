import type { ReactNode } from 'react';
import { useState } from 'react';
import { View } from '@tarojs/components';
import { DIRECTED_FOR_KINDS, DIRECTED_FOR_LABEL, DIRECTED_SUBJECT_LABEL, DIRECTED_SUBJECTS, LIMITS } from '@contract';
import { BudgetLines } from '@/components/budget-lines/budget-lines';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Switch } from '@/components/switch/switch';
import { WishBasket } from '@/components/wish-basket/wish-basket';
import type { BudgetUses } from '@/lib/budget-uses';
import type { FormErrors } from '@/lib/form-errors';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import type { DirectedForm } from './directed-form';
import { ThingFields } from './thing-fields';

export interface DirectedPartProps {
  readonly value: DirectedForm;
  readonly errors: FormErrors;
  readonly onChange: (patch: Partial<DirectedForm>) => void;
}

interface DirectedFieldsProps extends DirectedPartProps {
  /** Whose wall wishes are picked from; null: the reader's own community. */
  readonly communityId: string | null;
  readonly uses: BudgetUses;
  /** As whom; null once that is settled, or where there is nothing to choose. */
  readonly asWhom: ReactNode;
}

/** What is given, by whom, to what, and what was agreed besides. */
export function DirectedFields({ uses, asWhom, communityId, ...part }: DirectedFieldsProps) {
  const { value } = part;
  return (
    <View>
      {asWhom !== null && <FieldFrame label="以谁的名义">{asWhom}</FieldFrame>}
      <Subject {...part} />
      <ForWhat {...part} communityId={communityId} />
      <Words {...part} />
      {value.subjectKind === 'matter' && <Money {...part} uses={uses} />}
      <ThingFields {...part} />
      <Agreed {...part} />
    </View>
  );
}

function Subject({ value, onChange }: DirectedPartProps) {
  return (
    <View className="u-mt4">
      <FieldFrame label="为了什么">
        <ChipWrap>{DIRECTED_SUBJECTS.map((kind) => <Chip key={kind} on={value.subjectKind === kind} onClick={() => onChange({ subjectKind: kind })}>{DIRECTED_SUBJECT_LABEL[kind]}</Chip>)}</ChipWrap>
      </FieldFrame>
      {value.subjectKind === 'person' && (
        <View className="u-mt3 u-stack">
          <Notice tone="info" icon="shield">帮一位生病或困难的人，这里只收东西和服务。想给钱，请给有公开募捐资格的慈善组织，由它来帮。别写名字、病情和门牌。</Notice>
          <LinkRow icon="share" note="慈善组织在指定平台上办的" onClick={() => void openPage('linkedList')}>想给钱，看公开募捐</LinkRow>
        </View>
      )}
    </View>
  );
}

const FOR_NAME = { project: { label: '哪个项目', placeholder: '比如：一老一小午餐', path: 'for.name' }, organisation: { label: '哪个组织', placeholder: '比如：青枫社区志愿服务队', path: 'for.name' } } as const;

function ForWhat({ value, errors, onChange, communityId }: DirectedPartProps & Pick<DirectedFieldsProps, 'communityId'>) {
  const { forKind, forName, wishes } = value;
  const [isAsked, setAsked] = useState(false);
  const wall = useApiPages('wish.wall', { sort: 'soon', status: 'claimable', within: 'community', communityId }, { isEnabled: isAsked });
  return (
    <View className="u-stack u-mt5">
      <FieldFrame label="给哪里">
        <ChipWrap>{DIRECTED_FOR_KINDS.map((kind) => <Chip key={kind} on={forKind === kind} onClick={() => onChange({ forKind: kind })}>{DIRECTED_FOR_LABEL[kind]}</Chip>)}</ChipWrap>
      </FieldFrame>
      {forKind === 'needs'
        ? <WishBasket label="哪些心愿" otherwise="换一个给法：给一个项目，或者一个组织。" wishes={wishes} wall={wall} error={errors['for.wishIds']} onOpen={() => setAsked(true)} onChange={(next) => onChange({ wishes: next })} />
        : <Field label={FOR_NAME[forKind].label} value={forName} placeholder={FOR_NAME[forKind].placeholder} maxLength={forKind === 'project' ? LIMITS.titleCharacters : LIMITS.entityCharacters} showCount={false} error={errors['for.name']} onChange={(text) => onChange({ forName: text })} />}
    </View>
  );
}

function Words({ value, errors, onChange }: DirectedPartProps) {
  return (
    <View className="u-stack u-mt5">
      <Field label="一句话" value={value.title} placeholder="比如：给午餐桌添食材" maxLength={LIMITS.titleCharacters} showCount={false} error={errors.title} onChange={(title) => onChange({ title })} />
      <Field label="想办成什么" kind="textarea" value={value.purpose} placeholder="给谁用、用来做什么、办成了是什么样" maxLength={LIMITS.storyCharacters} error={errors.purpose} onChange={(purpose) => onChange({ purpose })} />
    </View>
  );
}

/** Whether money is given, how much, and what each part of it is for. */
function Money({ value, errors, uses, onChange }: DirectedPartProps & { readonly uses: BudgetUses }) {
  return (
    <View>
      <SectionHead title="给多少钱" />
      <Switch checked={value.hasMoney} label="给钱" note={value.hasMoney ? '社区答复以后再付，只花在下面写的几样上' : '只给东西和服务'} onChange={(hasMoney) => onChange({ hasMoney })} />
      {value.hasMoney && (
        <View className="u-stack u-mt3">
          <Field label="一共给多少" hint="元" inputType="digit" value={value.amountText} placeholder="比如：5000" maxLength={10} error={errors['what.money.amountFen']} onChange={(amountText) => onChange({ amountText })} />
          <View className="u-h3">花在哪儿，加起来正好是上面的数</View>
          <BudgetLines example="双眼灶和安装" lines={value.lines} errors={errors} uses={uses} path="what.money.lines" onChange={(lines) => onChange({ lines })} />
        </View>
      )}
    </View>
  );
}

function Agreed({ value, errors, onChange }: DirectedPartProps) {
  return (
    <View>
      <SectionHead title="另外说好的" note="可不写" />
      <Field kind="textarea" value={value.conditions} placeholder="比如：做好以后请拍几张照片；不写名字" maxLength={LIMITS.noteCharacters} error={errors.conditions} onChange={(conditions) => onChange({ conditions })} />
      <View className="u-cap u-mt2">只有您和社区看得到，答复了就照着办。不能写广告、打折、买东西才给。</View>
      <View className="u-mt4"><Card><Switch checked={value.isAnonymous} label="公开时不写名字" note={value.isAnonymous ? '邻居只看到“一位邻居”“一家商户”。社区和账本里还是您。' : '邻居会看到您、您的店或单位的名字。'} onChange={(isAnonymous) => onChange({ isAnonymous })} /></Card></View>
    </View>
  );
}
