import { useState } from 'react';
import { View } from '@tarojs/components';
import { type DirectedView, LIMITS } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { DateRow } from '@/components/picker-row/picker-row';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { useDraft } from '@/lib/drafts';
import { dayValue } from '@/lib/day-value';
import { type FormErrors, withoutPrefix } from '@/lib/form-errors';
import { formatMoney, joinWords } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { showFirstWrong } from '@/lib/show-first-wrong';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { type AnswerForm, checkAnswer, lastPayDay, newAnswer } from './answer-form';
import { DIRECTED_STALE } from './directed-stale';

const CODE_INPUT_CHARACTERS = 11;

/** 接下: staff say the four facts, who answers for it, and until when. */
export function AnswerScreen({ gift }: { gift: DirectedView }) {
  const { directedId, title, amountFen, giverName, forText } = gift;
  const hasMoney = amountFen !== null;
  const [empty] = useState(() => newAnswer(gift, serverNowMs()));
  const draft = useDraft<AnswerForm>(`directed.answer.${directedId}`, empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const accept = useApiCommand('directed.answer', { about: `${directedId}:accept`, invalidates: DIRECTED_STALE, onDone: () => { draft.clear(); toast('接下了，对方马上知道'); void goBack(); } });
  const change = (patch: Partial<AnswerForm>): void => { setErrors({}); accept.clear(); draft.change(patch); };
  const send = (): void => {
    const checked = checkAnswer(directedId, draft.value, hasMoney);
    setErrors(checked.errors ?? {});
    if (checked.decision !== null) void accept.run({ directedId, decision: checked.decision });
    else showFirstWrong();
  };
  const shown = { ...withoutPrefix(accept.fields, 'decision'), ...errors };
  const failure = Object.keys(shown).length > 0 ? { message: '还有几处要补，看看红色的字。' } : accept.failure;
  return (
    <Screen title="接下这一份" bottom={<BottomBar failure={failure} note={hasMoney ? '对方付齐以前，还能取消' : '接下以后，东西照说好的来'}><Button kind="green" busy={accept.isBusy} busyText="正在告诉对方…" onClick={send}>接下</Button></BottomBar>}>
      <LaneBadge lane="directed" />
      <View className="u-h2 u-mt2 u-break">{title}</View>
      <View className="u-sub u-mt1 u-break">{joinWords(`${giverName}给`, forText)}{amountFen === null ? '' : ` · ${formatMoney(amountFen)}`}</View>
      <Facts value={draft.value} errors={shown} hasMoney={hasMoney} onChange={change} />
      <Answerable value={draft.value} errors={shown} onChange={change} />
      <Days value={draft.value} errors={shown} hasMoney={hasMoney} onChange={change} />
    </Screen>
  );
}

interface PartProps {
  readonly value: AnswerForm;
  readonly errors: FormErrors;
  readonly onChange: (patch: Partial<AnswerForm>) => void;
}

interface MoneyPartProps extends PartProps {
  readonly hasMoney: boolean;
}

function Facts({ value, errors, hasMoney, onChange }: MoneyPartProps) {
  const common = { maxLength: LIMITS.factCharacters, kind: 'textarea' } as const;
  return (
    <View>
      <SectionHead title="四件事，一件一句" note={hasMoney ? '付之前人人都看' : '人人都看得到'} />
      <View className="u-stack">
        <Field {...common} label="谁来收" value={value.who} placeholder="比如：青枫社区居委会，2008 年起管社区食堂" error={errors['facts.who']} onChange={(who) => onChange({ who })} />
        <Field {...common} label="办过什么" value={value.done} placeholder="比如：去年办了 200 天午餐，账都公开了" error={errors['facts.done']} onChange={(done) => onChange({ done })} />
        <Field {...common} label="用在哪" value={value.uses} placeholder="比如：食材 4000、餐具 1000" error={errors['facts.uses']} onChange={(uses) => onChange({ uses })} />
        <Field {...common} label="到哪一步" value={value.where} placeholder="比如：厨房有了，钱到了下周就开" error={errors['facts.where']} onChange={(where) => onChange({ where })} />
      </View>
    </View>
  );
}

/** Whoever accepts, or a colleague by the code they read out. */
function Answerable({ value, errors, onChange }: PartProps) {
  const wrong = errors.answerableCode;
  return (
    <View className="u-mt6">
      <FieldFrame label="谁负责" hint="花钱、写报告都找 TA" error={value.isAnotherAnswerable ? undefined : wrong}>
        <ChipWrap>
          <Chip on={!value.isAnotherAnswerable} onClick={() => onChange({ isAnotherAnswerable: false })}>我</Chip>
          <Chip on={value.isAnotherAnswerable} onClick={() => onChange({ isAnotherAnswerable: true })}>另一位同事</Chip>
        </ChipWrap>
      </FieldFrame>
      {value.isAnotherAnswerable && <View className="u-mt3"><Field label="同事的编号" hint="8 位，在 TA 的“我的”里" value={value.code} placeholder="请 TA 念一下" maxLength={CODE_INPUT_CHARACTERS} showCount={false} error={wrong} onChange={(code) => onChange({ code })} /></View>}
    </View>
  );
}

function Days({ value, errors, hasMoney, onChange }: MoneyPartProps) {
  const today = dayValue(serverNowMs());
  return (
    <View className="u-stack u-mt6">
      {hasMoney && <DateRow label="哪天前付齐" value={value.payDay} start={today} end={lastPayDay(serverNowMs())} {...(errors.payByMs === undefined ? {} : { error: errors.payByMs })} onPick={(payDay) => onChange({ payDay })} />}
      {hasMoney && <View className="u-cap">最长 {LIMITS.stageDays} 天。到期没付齐，付过的自己退回。</View>}
      <DateRow label="哪天前报告全部" value={value.reportDay} start={today} {...(errors.reportByMs === undefined ? {} : { error: errors.reportByMs })} onPick={(reportDay) => onChange({ reportDay })} />
      <View className="u-cap">要办半年以上的，每三个月还要报告一次。</View>
    </View>
  );
}
