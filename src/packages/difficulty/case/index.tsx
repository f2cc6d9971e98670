import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { DIFFICULTY_STATE_LABEL, type DifficultyCaseView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { CaseActs } from '@/features/difficulty/case-acts';
import { CaseChecks } from '@/features/difficulty/case-checks';
import { CaseSecrets } from '@/features/difficulty/case-secrets';
import { CASE_LOOK, caseLine, categoryWords } from '@/features/difficulty/difficulty-words';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 困难帮扶的一件: masked head, four checks, what is sealed behind a reason, the next act. */
export default function DifficultyCasePage() {
  const caseId = readQuery(useRouter().params, 'id') ?? '';
  return (
    <Screen title="困难帮扶">
      <MemberGate back="staffDifficulty" roles={['administrator', 'staff', 'socialWorker']}>{() => <Case caseId={caseId} />}</MemberGate>
    </Screen>
  );
}

function Case({ caseId }: { caseId: string }) {
  const query = useApiQuery('difficulty.get', { caseId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回名单', onClick: () => void replacePage('staffDifficulty') }} />;
  const view = query.data;
  return (
    <View>
      <Head view={view} />
      {view.state !== 'suggested' && <CaseChecks view={view} />}
      <CaseSecrets caseId={caseId} />
      <CaseActs view={view} />
    </View>
  );
}

function Head({ view }: { view: DifficultyCaseView }) {
  const [tone, icon] = CASE_LOOK[view.state];
  const line = caseLine(view, serverNowMs());
  return (
    <View className="u-mt2">
      <Tag tone={tone} icon={icon}>{DIFFICULTY_STATE_LABEL[view.state]}</Tag>
      <View className="u-display u-mt3">{view.maskedName}</View>
      <View className="u-sub u-mt1">{[categoryWords(view), view.areaName === view.communityName ? '' : view.areaName, view.communityName].filter((word) => word !== '').join(' · ')}</View>
      {line !== '' && <View className="u-body u-mt2">{line}</View>}
      <View className="u-cap u-mt1">{view.isSuggestedByNeighbour ? '邻居提的' : `${view.proposerName}登记的`}{view.hasConsent ? '，有本人同意书' : '，还没有同意书'}</View>
      {view.aidText !== '' && <View className="u-sub u-mt2">公示里写的：{view.aidText}</View>}
      {view.outcomeNote !== '' && <View className="u-mt3"><Notice tone="info">{view.outcomeNote}</Notice></View>}
      {view.calendarWarning !== null && <View className="u-mt3"><Notice tone="warn">{view.calendarWarning}</Notice></View>}
    </View>
  );
}
