import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, RELATION_LABEL, RELATIONS, type CompanionView, type ShiftDetailView, type SignUpReplyView } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { serverNowMs } from '@/lib/server-clock';
import { askForMessages } from '@/lib/subscribe';
import { useApiCommand } from '@/lib/use-api-command';
import { dateSpan } from './activity-words';
import { canAddCompanion, EMPTY_SIGN_UP, NEW_COMPANION, seatsOf, signUpInputOf, signUpProblem, withRelation, type SignUpForm } from './sign-up-form';
import './activity.css';

/** Reads that a change of my sign-up makes stale. */
export const SIGN_UP_READS = ['shift.get', 'shift.similar', 'shift.mine', 'activity.list', 'home.overview'] as const;

interface SignUpSheetProps {
  readonly shift: ShiftDetailView;
  readonly isOpen: boolean;
  /** Full: on the waitlist. */
  readonly isWaiting: boolean;
  readonly onClose: () => void;
  readonly onDone: (reply: SignUpReplyView) => void;
}

/** 报名: one tap more than the button for whoever comes alone; companions, questions and a number are there for who needs them. */
export function SignUpSheet({ shift, isOpen, isWaiting, onClose, onDone }: SignUpSheetProps) {
  const [form, setForm] = useState<SignUpForm>(EMPTY_SIGN_UP);
  const [problem, setProblem] = useState<string | null>(null);
  const command = useApiCommand('shift.signUp', { about: shift.shiftId, invalidates: SIGN_UP_READS });
  const change = (patch: Partial<SignUpForm>): void => {
    setForm((latest) => ({ ...latest, ...patch }));
    setProblem(null);
    command.clear();
  };
  const submit = async (): Promise<void> => {
    const found = signUpProblem(form, shift.minors.isAllowed);
    setProblem(found);
    if (found !== null) return;
    await askForMessages(['shiftReminder', 'shiftChanged']);
    const reply = await command.run(signUpInputOf(shift.shiftId, form, shift.questions, isWaiting ? 'wait' : 'similar'));
    if (reply !== null) onDone(reply);
  };
  const seats = seatsOf(form);
  return (
    <Sheet
      isOpen={isOpen}
      title={isWaiting ? '排候补' : '报这一班？'}
      onClose={onClose}
      action={<Button kind="green" busy={command.isBusy} busyText={isWaiting ? '正在排…' : '正在给您占位…'} onClick={submit}>{isWaiting ? '排上' : '报名'}{seats > 1 ? `（${seats} 人）` : ''}</Button>}
    >
      <View className="u-body">{shift.title} · {dateSpan(shift, serverNowMs())}</View>
      <View className="u-sub u-mt1">{shift.placeText}</View>
      {shift.clashesWith.length > 0 && <View className="u-mt3"><Notice tone="warn">和您报的“{shift.clashesWith.join('”“')}”时间有重叠。两边都想来，也能报。</Notice></View>}
      <Companions form={form} mayBringMinors={shift.minors.isAllowed} onChange={change} />
      {shift.questions.map((question, index) => (
        <View key={question} className="u-mt4"><Field label={question} value={form.answers[index] ?? ''} maxLength={LIMITS.answerCharacters} showCount={false} placeholder="可以不写" onChange={(answer) => change({ answers: shift.questions.map((_question, at) => (at === index ? answer : (form.answers[at] ?? ''))) })} /></View>
      ))}
      <View className="u-mt4"><Field label="领队找您的电话" hint="微信收不到提醒时才用，办完就删" inputType="number" value={form.phone} maxLength={11} showCount={false} placeholder="可以不写" onChange={(phone) => change({ phone })} /></View>
      {(problem ?? command.failure?.message) !== undefined && (problem ?? command.failure?.message) !== null && <View className="u-mt4"><Notice tone="accent">{problem ?? command.failure?.message}</Notice></View>}
    </Sheet>
  );
}

interface CompanionsProps {
  readonly form: SignUpForm;
  readonly mayBringMinors: boolean;
  readonly onChange: (patch: Partial<SignUpForm>) => void;
}

/** Who comes: oneself, and whoever one signs up with their consent. Folded until somebody is brought along. */
function Companions({ form, mayBringMinors, onChange }: CompanionsProps) {
  const put = (index: number, companion: CompanionView): void => onChange({ companions: form.companions.map((one, at) => (at === index ? companion : one)) });
  return (
    <View className="u-mt4">
      {form.companions.length > 0 && <CheckRow checked={form.isSelf} onChange={(isSelf) => onChange({ isSelf })}>我自己来</CheckRow>}
      {form.companions.map((companion, index) => (
        <View key={index} className="act-person">
          <Field label={`第 ${index + 1} 位怎么称呼`} value={companion.name} placeholder="比如：王奶奶" maxLength={LIMITS.companionCharacters} showCount={false} onChange={(name) => put(index, { ...companion, name })} />
          <View className="u-mt2"><ChipWrap>{RELATIONS.filter((relation) => relation !== 'child' || mayBringMinors).map((relation) => <Chip key={relation} on={companion.relation === relation} onClick={() => put(index, withRelation(companion, relation))}>{RELATION_LABEL[relation]}</Chip>)}</ChipWrap></View>
          <View className="u-links u-mt1"><Button kind="text" size="small" onClick={() => onChange({ companions: form.companions.filter((_one, at) => at !== index) })}>不带 TA 了</Button></View>
        </View>
      ))}
      {form.companions.length > 0 && <CheckRow checked={form.hasConsent} note="孩子由您作为监护人同意并陪着" onChange={(hasConsent) => onChange({ hasConsent })}>他们同意我替他们报名</CheckRow>}
      {canAddCompanion(form) && <View className="u-links u-mt1"><Button kind="text" size="small" icon="plus" onClick={() => onChange({ companions: [...form.companions, NEW_COMPANION] })}>{form.companions.length === 0 ? '替爸妈、孩子或同伴一起报' : '再加一位'}</Button></View>}
    </View>
  );
}
