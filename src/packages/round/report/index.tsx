import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { RoundReportView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { RoundFiguresView, RoundThanks } from '@/features/round/round-figures';
import { roundSpan } from '@/features/round/round-words';
import { copyText } from '@/lib/copy-text';
import { formatMoment } from '@/lib/format';
import { openPage, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import '@/features/round/round.css';

/** 小结: what came of a round, and thanks. */
export default function RoundReportPage() {
  const { params } = useRouter();
  return (
    <Screen title="小结">
      <MemberGate back="rounds">{() => <Report roundId={readQuery(params, 'id') ?? ''} />}</MemberGate>
    </Screen>
  );
}

function Report({ roundId }: { roundId: string }) {
  const report = useApiQuery('round.report', { roundId });
  useListPage(report);
  if (report.data === undefined) return report.failure === null ? <SkeletonList count={3} kind="row" /> : <ErrorState failure={report.failure} onRetry={() => void report.refresh()} />;
  const { round, figures } = report.data;
  if (figures === null) {
    return round.state === 'closed' ? (
      <EmptyState scene="branch" title="小结正在做" note="一两分钟就好，下拉看一眼。" action={<Button onClick={() => void report.refresh()}>再看一眼</Button>} />
    ) : (
      <EmptyState scene="branch" title="这一期还在进行" note="办完了，小结会在这里。" action={<Button onClick={() => void openPage('round', { id: roundId })}>去看这一期</Button>} />
    );
  }
  return <Finished report={report.data} />;
}

const copyTable = async (csv: string): Promise<void> => {
  if ((await copyText(csv)) === 'copied') toast('表格复制好了，粘到电脑的表格里就行');
};

function Finished({ report }: { report: RoundReportView }) {
  const { round, figures, csv } = report;
  const nowMs = serverNowMs();
  if (figures === null) return null;
  return (
    <View>
      <View className="u-display">{round.title}</View>
      <View className="u-sub u-mt1">{round.areaName} · {roundSpan(round, nowMs)}</View>
      <View className="u-mt4"><RoundFiguresView figures={figures} /></View>
      <RoundThanks names={figures.thankedNames} />
      <View className="u-cap u-mt4">
        {report.reportedAtMs === null ? '' : `数字截至 ${formatMoment(report.reportedAtMs, nowMs)}。`}{report.isFinal ? '' : '还有在路上的，每天更新一次，办完为止。'}人数少于 5 的不写出来。
      </View>
      {csv !== null && <View className="u-mt4"><Button kind="secondary" icon="list" onClick={() => copyTable(csv)}>复制成表格</Button></View>}
    </View>
  );
}
