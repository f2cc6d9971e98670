import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { LIMITS } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Screen } from '@/components/screen/screen';
import { FUND_CHANGED } from '@/features/fund/fund-changed';
import { MemberGate } from '@/features/member/member-gate';
import { useDraft } from '@/lib/drafts';
import { parseYuan } from '@/lib/format';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

/** 开立基金: by the street's administrator, with the document that gives the money. */
export default function OpenFundPage() {
  const { params } = useRouter();
  const [communityId, name, year] = [readQuery(params, 'communityId') ?? '', readQuery(params, 'name') ?? '', readQuery(params, 'year') ?? ''];
  return <MemberGate back="fund" roles={['administrator']}>{() => <OpenFund communityId={communityId} name={name} year={year} />}</MemberGate>;
}

const EMPTY = { documentNo: '', budget: '', perGrant: '', rulesText: '' };
type FundForm = typeof EMPTY;

function problemOf({ documentNo, budget, perGrant, rulesText }: FundForm): string {
  if (documentNo.trim() === '') return '先写批文的文号';
  const [budgetFen, perGrantMaxFen] = [parseYuan(budget) ?? 0, parseYuan(perGrant) ?? 0];
  if (budgetFen < 1) return '写一年一共多少钱';
  if (perGrantMaxFen < 1 || perGrantMaxFen > budgetFen) return '一个项目最多多少，不能比总数多';
  return rulesText.trim() === '' ? '写几句怎么申请、怎么定' : '';
}

function OpenFund({ communityId, name, year }: { communityId: string; name: string; year: string }) {
  const draft = useDraft<FundForm>(`fund.open.${communityId}`, EMPTY);
  const { value } = draft;
  const command = useApiCommand('fund.open', { about: communityId, invalidates: FUND_CHANGED, onDone: ({ fundId }) => { draft.clear(); void replacePage('fund', { id: fundId }); } });
  const change = (patch: Partial<FundForm>): void => { command.clear(); draft.change(patch); };
  const problem = problemOf(value);
  const open = (): unknown => command.run({ communityId, documentNo: value.documentNo.trim(), budgetFen: parseYuan(value.budget) ?? 0, perGrantMaxFen: parseYuan(value.perGrant) ?? 0, rulesText: value.rulesText.trim() });
  const failure = Object.keys(command.fields).length > 0 ? { message: '看看上面红色的字。' } : command.failure;
  const { fields } = command;
  return (
    <Screen title="开立基金" bottom={<BottomBar failure={failure} note="开立以后数目不能改，一年一笔"><Button busy={command.isBusy} busyText="正在开立…" disabled={problem !== ''} reason={problem} onClick={open}>开立</Button></BottomBar>}>
      <View className="u-title u-break">{name} {year} 年</View>
      <View className="u-sub u-mt1">财政或街道拨的项目经费。不收捐款。</View>
      <View className="u-stack u-mt4">
        <Field label="批文的文号" value={value.documentNo} maxLength={LIMITS.documentNoCharacters} showCount={false} placeholder="比如：云民发〔2026〕12 号" error={fields.documentNo} onChange={(documentNo) => change({ documentNo })} />
        <Field label="一年一共" hint="元" inputType="digit" value={value.budget} maxLength={12} showCount={false} placeholder="比如：100000" error={fields.budgetFen} onChange={(budget) => change({ budget })} />
        <Field label="一个项目最多" hint="元" inputType="digit" value={value.perGrant} maxLength={12} showCount={false} placeholder="比如：30000" error={fields.perGrantMaxFen} onChange={(perGrant) => change({ perGrant })} />
        <Field label="怎么申请、怎么定" kind="textarea" value={value.rulesText} maxLength={LIMITS.storyCharacters} placeholder="比如：楼组、队伍、居民小组都可以申请。两位工作人员写一样的数才算批。做完一个月内交报告。" error={fields.rulesText} onChange={(rulesText) => change({ rulesText })} />
      </View>
    </Screen>
  );
}
