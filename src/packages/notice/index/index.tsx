import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SectionHead } from '@/components/section-head/section-head';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { MessageAsk } from '@/features/notice/message-ask';
import { NoticeRow } from '@/features/notice/notice-row';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 消息: what waits for me first, then everything, newest first. */
export default function InboxPage() {
  return (
    <Screen title="消息">
      <MemberGate back="notices">{() => <Inbox />}</MemberGate>
    </Screen>
  );
}

function Inbox() {
  const inbox = useApiPages('notice.inbox', {});
  useListPage(inbox);
  const nowMs = serverNowMs();
  if (inbox.isLoading) return <SkeletonList count={4} kind="row" />;
  if (inbox.failure !== null) return <ErrorState failure={inbox.failure} onRetry={() => void inbox.refresh()} />;
  // The server puts what waits before everything else, so the first page holds the todos.
  const todos = inbox.items.filter((notice) => notice.todo !== null);
  const others = inbox.items.filter((notice) => notice.todo === null);
  if (todos.length === 0 && others.length === 0) return <EmptyInbox />;
  return (
    <View>
      {todos.length > 0 && (
        <View className="mem-first">
          <SectionHead title="等您来办" count={todos.length} />
          <View className="ntc-card">
            {todos.map((notice) => <NoticeRow key={notice.noticeId} notice={notice} nowMs={nowMs} />)}
          </View>
        </View>
      )}
      {others.length > 0 && (
        <View className="u-mt6">
          <SectionHead title="告诉过您的" />
          <View className="ntc-card">
            {others.map((notice) => <NoticeRow key={notice.noticeId} notice={notice} nowMs={nowMs} />)}
          </View>
        </View>
      )}
      <ListFoot pages={inbox} />
      <View className="u-mt4"><MessageAsk /></View>
    </View>
  );
}

function EmptyInbox() {
  return (
    <View>
      <EmptyState
        scene="basket"
        title="还没有消息"
        note="发心愿、认领以后，每一步都在这里告诉您。"
        action={<Button onClick={() => void openPage('wishes')}>去看看心愿</Button>}
      />
      <View className="u-mt6"><MessageAsk /></View>
    </View>
  );
}
