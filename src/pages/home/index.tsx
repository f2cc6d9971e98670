import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import type { MeView, NoticeView } from '@contract';
import { Drawing } from '@/components/drawing/drawing';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { CareHome } from '@/features/home/care-home';
import { HomeBody } from '@/features/home/home-body';
import { doesStaffWork, type StaffWork, staffWork } from '@/features/home/staff-work';
import { Welcome } from '@/features/home/welcome';
import { noticeLink } from '@/features/notice/notice-link';
import { wishTileProps } from '@/features/wish/wish-card-of';
import { callPhone } from '@/lib/call-phone';
import { openPage, PAGES } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { shareCard } from '@/lib/share-card';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const NO_INPUT = {};
const WHOLE_QUEUE = { areaId: null };

function openNotice(notice: NoticeView): void {
  const link = noticeLink(notice.target);
  void openPage(link.page, link.query);
}

/** 首页: what needs me, what I can do, who is near and in a hurry. */
export default function HomePage() {
  const session = useSession();
  const isJoined = session.status === 'joined';
  const home = useApiQuery('home.overview', NO_INPUT, { isEnabled: isJoined });
  const done = useApiQuery('wish.doneThisWeek', NO_INPUT, { isEnabled: isJoined });
  const isStaff = session.me !== null && doesStaffWork(session.me.roles);
  const queue = useApiPages('staff.queue', WHOLE_QUEUE, { isEnabled: isStaff });
  // Beside the point of this page: it says nothing while it loads or when it fails.
  const work = !isStaff || queue.isLoading || queue.failure !== null ? null : staffWork(queue.items, queue.isEnd);
  useListPage({ refresh: () => Promise.all([session.refresh(), home.refresh(), done.refresh(), ...(isStaff ? [queue.refresh()] : [])]) });
  useShareAppMessage(() => shareCard('邻愿：咱们社区自己的心愿墙', PAGES.home, 'round'));

  return (
    <Screen back={false} gutter={false} navLeft={<HomePlace name={session.me?.communityName ?? '邻愿'} />}>
      {session.status === 'loading' && <View className="u-gutter"><SkeletonList kind="row" count={4} /></View>}
      {session.status === 'failed' && <ErrorState failure={session.failure} onRetry={() => void session.refresh()} />}
      {session.status === 'guest' && <View className="u-gutter"><Welcome onJoin={() => void openPage('join')} /></View>}
      {session.me !== null && <JoinedHome me={session.me} home={home} done={done.data} work={work} />}
    </Screen>
  );
}

function HomePlace({ name }: { name: string }) {
  return (
    <View className="home-place">
      <Drawing name="logo" size={24} />
      {name}
    </View>
  );
}

interface JoinedHomeProps {
  readonly me: MeView;
  readonly home: ReturnType<typeof useApiQuery<'home.overview'>>;
  readonly work: StaffWork | null;
  readonly done: { readonly count: number; readonly isAtLeast: boolean } | undefined;
}

function JoinedHome({ me, home, done, work }: JoinedHomeProps) {
  const acts = {
    onAsk: () => void openPage('postWish'),
    onHelp: () => void openPage('wishes'),
    onPhone: () => void callPhone(me.dutyPhone),
    onOpenNotice: openNotice,
    onAllNotices: () => void openPage('notices'),
    onStaffQueue: () => void openPage('staffQueue'),
    onConsult: (consultId: string) => void openPage('consult', { id: consultId }),
  };
  if (me.careMode) return <CareHome me={me} home={home.data} work={work} {...acts} />;
  if (home.data === undefined) {
    return home.failure === null
      ? <View className="u-gutter"><SkeletonList kind="wish" count={3} /></View>
      : <ErrorState failure={home.failure} onRetry={() => void home.refresh()} link={{ text: `打社区电话 ${me.dutyPhone}`, onClick: acts.onPhone }} />;
  }
  return (
    <HomeBody
      me={me}
      home={home.data}
      doneThisWeek={done}
      work={work}
      cardProps={wishTileProps}
      onOpenWish={(wishId) => void openPage('wishDetail', { wishId })}
      onWall={acts.onHelp}
      {...acts}
    />
  );
}
