import { ScrollView, View } from '@tarojs/components';
import type { HomeView, MeView, NoticeView, WishCardView } from '@contract';
import { Drawing } from '@/components/drawing/drawing';
import { SectionHead } from '@/components/section-head/section-head';
import { WishTile, type WishCardProps } from '@/components/wish-card/wish-card';
import { greetingWord } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { HomeActions, type HomeActionHandlers } from './home-actions';
import { HomeConsult } from './home-consult';
import { HomeTodos } from './home-todos';
import { StaffDoor } from './staff-door';
import type { StaffWork } from './staff-work';
import './home.css';

interface HomeBodyProps extends HomeActionHandlers {
  readonly me: MeView;
  readonly home: HomeView;
  readonly doneThisWeek: { readonly count: number; readonly isAtLeast: boolean } | undefined;
  readonly cardProps: (wish: WishCardView) => Omit<WishCardProps, 'onClick'>;
  readonly onOpenNotice: (notice: NoticeView) => void;
  /** Null for who does no staff work, and until it is known. */
  readonly work: StaffWork | null;
  readonly onAllNotices: () => void;
  readonly onStaffQueue: () => void;
  readonly onOpenWish: (wishId: string) => void;
  readonly onWall: () => void;
  readonly onConsult: (consultId: string) => void;
}

/** Home of somebody who joined: a greeting, what waits for them, three acts, and who is near and in a hurry. */
export function HomeBody(props: HomeBodyProps) {
  const { me, home, doneThisWeek } = props;
  return (
    <View>
      <View className="home-hero u-gutter">
        <View className="home-branch"><Drawing name="branch" size={126} /></View>
        <View className="home-hello">
          <View className="u-display">{greetingWord(serverNowMs())}，{me.displayName}</View>
          <DoneThisWeek done={doneThisWeek} />
        </View>
      </View>
      {props.work !== null && <View className="u-gutter u-mt4"><StaffDoor work={props.work} onOpen={props.onStaffQueue} /></View>}
      {home.todos.length > 0 && (
        <View className="u-gutter u-mt4"><HomeTodos todos={home.todos} onOpen={props.onOpenNotice} onAll={props.onAllNotices} /></View>
      )}
      <View className="u-gutter"><HomeConsult consult={home.consult} onOpen={props.onConsult} /></View>
      <View className="u-gutter u-mt4"><HomeActions onAsk={props.onAsk} onHelp={props.onHelp} onPhone={props.onPhone} /></View>
      <View className="home-section u-gutter"><SectionHead title="离您近，也急" more="全部" onMore={props.onWall} /></View>
      <NearWishes wishes={home.near} cardProps={props.cardProps} onOpenWish={props.onOpenWish} />
    </View>
  );
}

function DoneThisWeek({ done }: { done: HomeBodyProps['doneThisWeek'] }) {
  if (done === undefined || done.count === 0) return <View className="u-sub u-mt1">今天也有邻居等着帮一把</View>;
  return (
    <View className="u-sub home-done">
      这周邻居们实现了 <View className="home-count u-strong">{done.count}</View> {done.isAtLeast ? '多个' : '个'}心愿
    </View>
  );
}

function NearWishes({ wishes, cardProps, onOpenWish }: Pick<HomeBodyProps, 'cardProps' | 'onOpenWish'> & { wishes: readonly WishCardView[] }) {
  if (wishes.length === 0) return <View className="u-gutter u-sub">附近的心愿都有人接了，真好。</View>;
  return (
    <ScrollView scrollX enhanced showScrollbar={false}>
      <View className="home-near">
        {wishes.map((wish) => <WishTile key={wish.wishId} {...cardProps(wish)} onClick={() => onOpenWish(wish.wishId)} />)}
      </View>
    </ScrollView>
  );
}
