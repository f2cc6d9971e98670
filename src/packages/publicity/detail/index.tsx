import { useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { PublicityView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ObjectionSheet } from '@/features/publicity/objection-sheet';
import { PublicityFacts } from '@/features/publicity/publicity-facts';
import { StaffPart } from '@/features/publicity/staff-part';
import { callPhone } from '@/lib/call-phone';
import { formatDeadline } from '@/lib/format';
import { readQuery, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 公示: what it is, until when, and how to say that something is not right. */
export default function PublicityPage() {
  const publicityId = readQuery(useRouter().params, 'id') ?? '';
  const query = useApiQuery('publicity.get', { publicityId });
  const [isObjecting, setObjecting] = useState(false);
  useListPage(query);
  const view = query.data;
  // Whoever answers for it speaks with a colleague instead of objecting.
  const canObject = view !== undefined && view.objectRefusal === null && view.postableLevels.length === 0;
  const bottom = canObject ? (
    <BottomBar note="没有意见，就不用做什么" aside={<Button kind="text" size="small" icon="phone" onClick={() => void callPhone(view.dutyPhone)}>打电话</Button>}>
      <Button kind="secondary" onClick={() => setObjecting(true)}>我有不同意见</Button>
    </BottomBar>
  ) : undefined;
  return (
    <Screen title="公示" bottom={bottom}>
      <MemberGate back="publicityBoard">
        {() => (
          <View>
            {query.isLoading && <SkeletonDetail />}
            {!query.isLoading && view === undefined && <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回公示栏', onClick: () => void replacePage('publicityBoard') }} />}
            {view !== undefined && <PublicityFacts view={view} />}
            {view !== undefined && <Mine view={view} />}
            {view !== undefined && <StaffPart view={view} />}
          </View>
        )}
      </MemberGate>
      <ObjectionSheet
        publicityId={publicityId}
        isOpen={isObjecting}
        onClose={() => setObjecting(false)}
        onDone={(dueAtMs) => {
          setObjecting(false);
          void Taro.showToast({ title: `社区收到了，${formatDeadline(dueAtMs, serverNowMs())}答复您`, icon: 'none' });
        }}
      />
    </Screen>
  );
}

/** What the reader said, and what came of it. */
function Mine({ view }: { view: PublicityView }) {
  if (view.myObjection === null) return null;
  const { text, answerText } = view.myObjection;
  return (
    <View className="u-mt5">
      <Notice tone={answerText === null ? 'accent' : 'good'} title={answerText === null ? '您提的，社区在核实' : '您提的，社区答复了'}>{answerText === null ? text : `社区说：${answerText}`}</Notice>
    </View>
  );
}
