import { View } from '@tarojs/components';
import type { HomeView, MeView, NoticeView } from '@contract';
import { greetingWord } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { CareActions, type HomeActionHandlers } from './home-actions';
import { HomeConsult } from './home-consult';
import { HomeTodos } from './home-todos';
import { StaffDoor } from './staff-door';
import type { StaffWork } from './staff-work';
import './home.css';

interface CareHomeProps extends HomeActionHandlers {
  readonly me: MeView;
  readonly home: HomeView | undefined;
  readonly onOpenNotice: (notice: NoticeView) => void;
  /** Null for who does no staff work, and until it is known. */
  readonly work: StaffWork | null;
  readonly onAllNotices: () => void;
  readonly onStaffQueue: () => void;
  readonly onConsult: (consultId: string) => void;
}

/** Home in 关怀模式: the one thing that waits, and three acts as large as a hand. */
export function CareHome(props: CareHomeProps) {
  const { me, home } = props;
  return (
    <View className="u-gutter type-large">
      <View className="u-display">{me.displayName}，{greetingWord(serverNowMs())}</View>
      {props.work !== null && <View className="u-mt4"><StaffDoor work={props.work} onOpen={props.onStaffQueue} /></View>}
      {home !== undefined && home.todos.length > 0 && (
        <View className="u-mt4"><HomeTodos isCare todos={home.todos} onOpen={props.onOpenNotice} onAll={props.onAllNotices} /></View>
      )}
      <HomeConsult consult={home?.consult} onOpen={props.onConsult} />
      <View className="u-mt5"><CareActions dutyPhone={me.dutyPhone} onAsk={props.onAsk} onHelp={props.onHelp} onPhone={props.onPhone} /></View>
    </View>
  );
}
