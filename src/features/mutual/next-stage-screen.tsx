import { useState } from 'react';
import { View } from '@tarojs/components';
import { type CampaignView, LIMITS, MUTUAL_ROUTES } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Stepper } from '@/components/stepper/stepper';
import { withKnownUses } from '@/lib/budget-uses';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors, inFormWords } from '@/lib/form-errors';
import { goBack, replacePage } from '@/lib/pages';
import { showFirstWrong } from '@/lib/show-first-wrong';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useBudgetUses } from '@/lib/use-budget-uses';
import { type CampaignForm, linesError, milestonesOf, moneyOf, newCampaignForm } from './campaign-form';
import { CAMPAIGN_STALE } from './campaign-stale';
import { BudgetFields } from './money-fields';
import { StepFields } from './step-fields';

type StageForm = Pick<CampaignForm, 'minimumText' | 'optimumText' | 'lines' | 'milestones' | 'stageDays'>;

/** 开下一段: a further goal of the same thing, after the last one was reached and told of. */
export function NextStageScreen({ campaignId }: { campaignId: string }) {
  const query = useApiQuery('mutual.get', { campaignId });
  const campaign = query.data;
  if (campaign === undefined) return <Screen title="开下一段">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}</Screen>;
  if (campaign.audience === 'outsider' || !campaign.may.nextStage) return <Screen title="开下一段"><ErrorState title="现在开不了" note="上一段筹到了、也向大家公开过，才能开下一段。" link={{ text: '看这件事', onClick: () => void replacePage('campaign', { id: campaignId }) }} /></Screen>;
  return <NextStage campaign={campaign} />;
}

function NextStage({ campaign }: { campaign: CampaignView }) {
  const { campaignId } = campaign;
  const [empty] = useState<StageForm>(() => newCampaignForm());
  const draft = useDraft<StageForm>(`mutual.nextStage.${campaignId}.${campaign.stage.number}`, empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const uses = useBudgetUses();
  const open = useApiCommand('mutual.nextStage', { about: campaignId, invalidates: CAMPAIGN_STALE, onDone: () => { draft.clear(); void goBack(); } });
  const send = (): void => {
    const value = withKnownUses(draft.value, uses);
    const checked = checkForm(MUTUAL_ROUTES['mutual.nextStage'].input, { campaignId, days: value.stageDays, money: moneyOf(value), milestones: milestonesOf(value.milestones) });
    const sums = linesError(value);
    const found = { ...(sums === null ? {} : { 'money.lines': sums }), ...(checked.isOk ? {} : inFormWords(checked.errors)) };
    setErrors(found);
    if (checked.isOk && sums === null) void open.run(checked.value);
    else showFirstWrong();
  };
  const change = (patch: Partial<StageForm>): void => {
    setErrors({});
    open.clear();
    draft.change(patch);
  };
  const failure = Object.keys(errors).length > 0 ? { message: '还有几处要补，看看红色的字。' } : open.failure;
  const shown = { ...open.fields, ...errors };
  return (
    <Screen title="开下一段" bottom={<BottomBar failure={failure}><Button kind="green" busy={open.isBusy} busyText="正在开…" onClick={send}>开第 {campaign.stage.number + 1} 段</Button></BottomBar>}>
      <View className="u-h2">{campaign.title}</View>
      <View className="u-mt4"><BudgetFields value={draft.value} errors={shown} uses={uses} path="money" onChange={change} /></View>
      <StepFields value={draft.value} errors={shown} onChange={change} />
      <SectionHead title="筹多久" note={`最长 ${LIMITS.stageDays} 天`} />
      <Stepper label="筹多少天" value={draft.value.stageDays} min={1} max={LIMITS.stageDays} unit="天" onChange={(stageDays) => change({ stageDays })} />
    </Screen>
  );
}
