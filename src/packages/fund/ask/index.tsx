import { useRouter } from '@tarojs/taro';
import type { SpendingHostKind } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { AskForm } from '@/features/spending/ask-form';
import { openPage, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 提一笔用款: of a grant, of a campaign of neighbours, or of a directed gift. */
export default function AskSpendingPage() {
  const { params } = useRouter();
  const hostId = readQuery(params, 'id') ?? '';
  const hostKind = readQuery(params, 'hostKind');
  if (hostKind === 'mutual') return <MemberGate back="campaigns">{() => <AskOfCampaign hostId={hostId} />}</MemberGate>;
  if (hostKind === 'directed') return <MemberGate back="directedList">{() => <AskOfGift hostId={hostId} />}</MemberGate>;
  return <MemberGate back="fund">{() => <AskOfGrant hostId={hostId} />}</MemberGate>;
}

function AskOfGrant({ hostId }: { hostId: string }) {
  const { data, failure, refresh } = useApiQuery('grant.get', { grantId: hostId });
  return <Ask host={data} hostKind="grant" hostId={hostId} failure={failure} refresh={refresh} link={{ text: '看看基金', onClick: () => void openPage('fund') }} />;
}

function AskOfCampaign({ hostId }: { hostId: string }) {
  const { data, failure, refresh } = useApiQuery('mutual.get', { campaignId: hostId });
  return <Ask host={data?.audience === 'member' ? data : undefined} hostKind="mutual" hostId={hostId} failure={failure} refresh={refresh} link={{ text: '看看大家的事', onClick: () => void openPage('campaigns') }} />;
}

/** Only what was agreed with the giver may be bought. */
function AskOfGift({ hostId }: { hostId: string }) {
  const { data, failure, refresh } = useApiQuery('directed.get', { directedId: hostId });
  return <Ask host={data} hostKind="directed" hostId={hostId} failure={failure} refresh={refresh} link={{ text: '看看定向赠与', onClick: () => void openPage('directedList') }} {...(data === undefined ? {} : { useKeys: data.lines.map(({ useKey }) => useKey) })} />;
}

interface AskProps {
  readonly host: { readonly title: string; readonly fundsLeftFen: number } | undefined;
  readonly hostKind: SpendingHostKind;
  readonly hostId: string;
  readonly failure: ReturnType<typeof useApiQuery>['failure'];
  readonly refresh: () => Promise<unknown>;
  readonly link: { readonly text: string; readonly onClick: () => void };
  /** Uses that are left of the table; absent: all that it allows. */
  readonly useKeys?: readonly string[];
}

function Ask({ host, hostKind, hostId, failure, refresh, link, useKeys }: AskProps) {
  const uses = useApiQuery('uses.get', {});
  const failed = failure ?? uses.failure;
  if (failed !== null) return <Screen title="提一笔用款"><ErrorState failure={failed} onRetry={() => void Promise.all([refresh(), uses.refresh()])} link={link} /></Screen>;
  if (host === undefined || uses.data === undefined) return <Screen title="提一笔用款"><SkeletonDetail /></Screen>;
  return <AskForm hostKind={hostKind} hostId={hostId} hostTitle={host.title} fundsLeftFen={host.fundsLeftFen} uses={uses.data.rows.filter(({ useKey, isAllowed }) => !isAllowed || useKeys === undefined || useKeys.includes(useKey))} onAsked={(spendingId) => void replacePage('spending', { id: spendingId })} />;
}
