import { View } from '@tarojs/components';
import { type ClaimView, type HandoverKind, HANDOVER_KINDS, helpWords, isThing, HANDOVER_LABEL, LIMITS, type MeView, type WishDetailView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { formatDay, formatMoment, joinWords } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { ClaimHead } from './claim-head';
import { GiveBack } from './give-back';
import { usePlanForm } from './use-plan-form';

interface PlanFormProps {
  readonly claim: ClaimView;
  readonly wish: WishDetailView;
  readonly rules: MeView['rules'];
  readonly onPlanned: (words: string) => void;
}

/** Which day, which part of it, how it is handed over, and a word. */
export function PlanForm({ claim, wish, rules, onPlanned }: PlanFormProps) {
  const plan = usePlanForm(claim, wish, rules, onPlanned);
  const words = helpWords(claim);
  const button = (
    <Button busy={plan.isBusy} busyText="正在告诉对方…" disabled={plan.deliverAtMs === null} reason="先选哪天、什么时候" onClick={plan.send}>
      {plan.deliverAtMs === null ? '就这么定' : `就这么定：${plan.words}`}
    </Button>
  );
  return (
    <Screen title={`定${words.when}`} bottom={<BottomBar failure={plan.failure}>{button}</BottomBar>}>
      <ClaimHead claim={claim} title={`打算${words.when}？`} />
      {claim.state === 'held' && (
        <View className="u-mt4"><Notice tone="good" icon="clock">{joinWords('给您留到', formatMoment(claim.holdUntilMs, serverNowMs()))}，之前定好就行。</Notice></View>
      )}
      <DayFields plan={plan} />
      <View className="u-mt4">
        <FieldFrame label={isThing(words) ? '怎么交给对方' : '在哪儿'} hint={handoverHint(claim, wish, plan.form.handover)} error={plan.fields.handover}>
          <ChipWrap>
            {HANDOVER_KINDS.filter((kind) => (claim.isErrand ? kind === 'home' : kind !== 'home' || claim.canPlanHome)).map((kind) => <Chip key={kind} on={plan.form.handover === kind} onClick={() => plan.change({ handover: kind })}>{HANDOVER_LABEL[kind]}</Chip>)}
          </ChipWrap>
        </FieldFrame>
      </View>
      <View className="u-mt4">
        <Field kind="textarea" label="带一句话（可不写）" value={plan.form.note} maxLength={LIMITS.noteCharacters} placeholder="比如：到了先敲门，大概要十分钟" error={plan.fields.note} onChange={(note) => plan.change({ note })} />
      </View>
      <View className="u-mt5"><GiveBack claim={claim} onGivenBack={() => void goBack()} /></View>
    </Screen>
  );
}

/** What the recipient said, and what another way needs of them. */
function handoverHint(claim: ClaimView, wish: WishDetailView, chosen: HandoverKind | null): string {
  if (chosen === wish.handover) return claim.canPlanHome ? wish.handoverText : `${wish.handoverText}；想上门，要对方先点“可以送到家”`;
  return chosen === 'home' ? '对方说了可以上门' : '和对方原来说的不一样，社工会问一声对方';
}

function DayFields({ plan }: { plan: ReturnType<typeof usePlanForm> }) {
  return (
    <View>
      <View className="u-mt4">
        <FieldFrame label="哪天" hint={joinWords('最晚', formatDay(plan.lastMs, serverNowMs()))} error={plan.fields.deliverAtMs}>
          <ChipWrap>
            {plan.days.map((day) => <Chip key={day.dayNumber} on={plan.form.dayNumber === day.dayNumber} onClick={() => plan.change({ dayNumber: day.dayNumber })}>{day.label}</Chip>)}
          </ChipWrap>
        </FieldFrame>
      </View>
      <View className="u-mt4">
        <FieldFrame label="什么时候">
          <ChipWrap>
            {plan.parts.map((part) => <Chip key={part.key} on={plan.form.part === part.key} onClick={() => plan.change({ part: part.key })}>{part.label}</Chip>)}
          </ChipWrap>
        </FieldFrame>
      </View>
    </View>
  );
}
