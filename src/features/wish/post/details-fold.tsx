import { View } from '@tarojs/components';
import { useState } from 'react';
import { HANDOVER_KINDS, HANDOVER_LABEL, LIMITS } from '@contract';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Icon } from '@/components/icon/icon';
import { MetaLine } from '@/components/meta-line/meta-line';
import { DateRow } from '@/components/picker-row/picker-row';
import { Stepper } from '@/components/stepper/stepper';
import { Switch } from '@/components/switch/switch';
import { aria } from '@/lib/aria';
import { chinaDate, formatDay, formatMoney } from '@/lib/format';
import type { FormErrors } from '@/lib/form-errors';
import { serverNowMs } from '@/lib/server-clock';
import type { FilledWishForm, WishForm } from '../wish-form';
import { dayNumberOfDate, isoDateOfDay } from '../iso-date';
import './post.css';

interface DetailsProps {
  readonly form: WishForm;
  readonly filled: FilledWishForm;
  readonly errors: FormErrors;
  readonly valueCapFen: number;
  /** What is worth more is publicised before it goes on the wall. */
  readonly publicityFromFen: number;
  readonly onChange: (patch: Partial<WishForm>) => void;
}

/** Wrong fields that stand inside; a fold never hides what is wrong. */
const INNER_FIELDS = ['shares', 'shareNote', 'estimatedValueFen', 'windowEndMs', 'handover'] as const;

/** 几份、哪天前、怎么交: one line that says what holds, opened to change it. */
export function DetailsFold(props: DetailsProps) {
  const { form, filled, errors } = props;
  const [isUnfolded, setUnfolded] = useState(false);
  const isOpen = isUnfolded || INNER_FIELDS.some((field) => errors[field] !== undefined);
  return (
    <Card>
      <View className="post-fold-head" {...aria({ role: 'button', label: isOpen ? '收起' : '改几份、哪天前、怎么交' })} onClick={() => setUnfolded(!isOpen)}>
        <View className="u-grow">
          <MetaLine className="u-h3" parts={[`${form.shares} 份`, `${formatDay(filled.windowEndMs, serverNowMs())}前`, HANDOVER_LABEL[filled.handover]]} />
          <View className="u-cap">{form.urgency === 'urgent' ? '急' : '不急'}{form.valueYuan === '' ? '' : ` · 大约 ${form.valueYuan} 元`}，点这里改</View>
        </View>
        <Icon name={isOpen ? 'up' : 'down'} size={20} color="var(--ink-3)" />
      </View>
      {isOpen && <DetailFields {...props} />}
    </Card>
  );
}

const capHint = (capFen: number, publicityFromFen: number): string =>
  capFen > publicityFromFen ? `超过 ${formatMoney(publicityFromFen)} 的先公示五个工作日，最多 ${formatMoney(capFen)}` : `最多约 ${formatMoney(capFen)}，陪伴、帮工不用写`;

function DetailFields({ form, filled, errors, valueCapFen, publicityFromFen, onChange }: DetailsProps) {
  const today = chinaDate(serverNowMs()).dayNumber;
  return (
    <View className="post-fold-body">
      <FieldFrame label="要几份" hint="几位邻居能一起凑" error={errors.shares}>
        <Stepper label="份数" unit="份" value={form.shares} min={1} max={LIMITS.sharesPerWish} onChange={(shares) => onChange({ shares })} />
      </FieldFrame>
      {form.shares > 1 && <Field label="一份是什么（可不写）" value={form.shareNote} maxLength={LIMITS.shareNoteCharacters} placeholder="比如：5 公斤米 + 1.8 升油" error={errors.shareNote} onChange={(shareNote) => onChange({ shareNote })} />}
      <Field label="一共大约多少钱（可不写）" inputType="digit" value={form.valueYuan} placeholder="元" hint={capHint(valueCapFen, publicityFromFen)} error={errors.estimatedValueFen} onChange={(valueYuan) => onChange({ valueYuan })} />
      <Switch label="比较急" note="几天内就要用" checked={form.urgency === 'urgent'} onChange={(isUrgent) => onChange({ urgency: isUrgent ? 'urgent' : 'normal' })} />
      <FieldFrame error={errors.windowEndMs}>
        <DateRow label="哪天前要" value={isoDateOfDay(filled.windowDayNumber)} start={isoDateOfDay(today)} onPick={(date) => onChange({ windowDayNumber: dayNumberOfDate(date) })} />
      </FieldFrame>
      <FieldFrame label="怎么交接" error={errors.handover}>
        <ChipWrap>
          {HANDOVER_KINDS.map((kind) => <Chip key={kind} on={filled.handover === kind} onClick={() => onChange({ handover: kind })}>{HANDOVER_LABEL[kind]}</Chip>)}
        </ChipWrap>
      </FieldFrame>
    </View>
  );
}
