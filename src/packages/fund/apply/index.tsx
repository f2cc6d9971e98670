import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { LIMITS, type FundView, type TeamCardView, type UseRowView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { applyProblem, EMPTY_APPLY, sumOf, type ApplyDraft } from '@/features/fund/apply-draft';
import { BudgetLines } from '@/features/fund/budget-lines';
import { FUND_CHANGED } from '@/features/fund/fund-changed';
import { MemberGate } from '@/features/member/member-gate';
import { useDraft } from '@/lib/drafts';
import { formatMoney, parseYuan } from '@/lib/format';
import { openPage, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

/** 申请基金: what a committee would do, and each thing it would cost. */
export default function ApplyGrantPage() {
  const fundId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="fund">{() => <Ready fundId={fundId} />}</MemberGate>;
}

const leads = ({ role }: TeamCardView): boolean => role === 'lead' || role === 'deputy';

function Ready({ fundId }: { fundId: string }) {
  const page = useApiQuery('fund.get', { fundId });
  const fund = page.data?.fund ?? null;
  const uses = useApiQuery('uses.get', { areaId: fund?.communityId ?? null }, { isEnabled: fund !== null });
  const teams = useApiQuery('team.mine', {});
  const failure = page.failure ?? uses.failure;
  const retry = (): void => void Promise.all([page.refresh(), uses.refresh()]);
  if (failure !== null) return <Screen title="申请基金"><ErrorState failure={failure} onRetry={retry} link={{ text: '看看基金', onClick: () => void openPage('fund') }} /></Screen>;
  if (fund === null || uses.data === undefined) return <Screen title="申请基金"><SkeletonDetail /></Screen>;
  return <Apply fund={fund} uses={uses.data.rows} teams={(teams.data ?? []).filter((team) => team.kind !== 'help' && leads(team))} />;
}

function Apply({ fund, uses, teams }: { fund: FundView; uses: readonly UseRowView[]; teams: readonly TeamCardView[] }) {
  const draft = useDraft<ApplyDraft>(`grant.apply.${fund.fundId}`, EMPTY_APPLY);
  const { value } = draft;
  const command = useApiCommand('grant.apply', { about: fund.fundId, invalidates: FUND_CHANGED, onDone: ({ grantId }) => { draft.clear(); void replacePage('grant', { id: grantId }); } });
  const change = (patch: Partial<ApplyDraft>): void => { command.clear(); draft.change(patch); };
  const problem = applyProblem(value, fund);
  const apply = (): unknown => command.run({
    fundId: fund.fundId, title: value.title.trim(), story: value.story.trim(),
    committee: value.teamId === null ? { kind: 'named', name: value.committeeName.trim() } : { kind: 'team', teamId: value.teamId },
    budgetLines: value.lines.map(({ useKey, text, yuan }) => ({ useKey, text: text.trim(), amountFen: parseYuan(yuan) ?? 0 })),
  });
  const { fields } = command;
  return (
    <Screen title="申请基金" bottom={<BottomBar failure={command.failure} note={`一共 ${formatMoney(sumOf(value.lines))}，最多 ${formatMoney(Math.min(fund.perGrantMaxFen, fund.leftFen))}`}><Button busy={command.isBusy} busyText="正在交…" disabled={problem !== ''} reason={problem} onClick={apply}>交给社区定</Button></BottomBar>}>
      <View className="u-stack">
        <Field label="项目叫什么" value={value.title} maxLength={LIMITS.titleCharacters} showCount={false} placeholder="比如：三号楼加扶手" error={fields.title} onChange={(title) => change({ title })} />
        <Field label="做什么、谁来做、做完是什么样" kind="textarea" value={value.story} maxLength={LIMITS.storyCharacters} placeholder="比如：三号楼老人多，楼梯一直没有扶手。我们楼组请师傅来装，邻居轮流看着，三天做完。" error={fields.story} onChange={(story) => change({ story })} />
        <FieldFrame label="谁来申请">
          {teams.length === 0 ? <NameField value={value.committeeName} onChange={(committeeName) => change({ committeeName })} /> : <ChipWrap>
            {teams.map(({ teamId, name }) => <Chip key={teamId} on={value.teamId === teamId} onClick={() => change({ teamId })}>{name}</Chip>)}
            <Chip on={value.teamId === null} onClick={() => change({ teamId: null })}>一个小组</Chip>
          </ChipWrap>}
        </FieldFrame>
        {teams.length > 0 && value.teamId === null && <NameField value={value.committeeName} onChange={(committeeName) => change({ committeeName })} />}
      </View>
      <SectionHead title="打算这样花" more="用途表" onMore={() => void openPage('useTable', { areaId: fund.communityId })} />
      <BudgetLines lines={value.lines} uses={uses} onChange={(lines) => change({ lines })} />
      <View className="u-sub u-mt4">您是联系人：批了以后由您提用款、交报告。要两位工作人员写一样的数才算批。</View>
    </Screen>
  );
}

const NameField = ({ value, onChange }: { value: string; onChange: (name: string) => void }) => <Field value={value} maxLength={LIMITS.nameCharacters} showCount={false} placeholder="小组的名字，比如：三号楼楼组" onChange={onChange} />;
