import { View } from '@tarojs/components';
import type { NoticeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { aria } from '@/lib/aria';
import { hangQuote } from '@/lib/hang-quote';
import { pictureOf } from '@/lib/picture-of';
import './home.css';

/** Rows beside the first one; what is more stands in the inbox. */
const MORE_ROWS = 2;

interface HomeTodosProps {
  readonly todos: readonly NoticeView[];
  readonly isCare?: boolean;
  readonly onOpen: (notice: NoticeView) => void;
  readonly onAll: () => void;
}

/** 等您来办: the most urgent act with its button, two more as rows, the rest one tap away. */
export function HomeTodos({ todos, isCare = false, onOpen, onAll }: HomeTodosProps) {
  const [first, ...others] = todos;
  if (first === undefined) return null;
  const rows = isCare ? [] : others.slice(0, MORE_ROWS);
  return (
    <Card>
      {!isCare && <View className="u-mid u-bold">等您来办 <View className="home-count">{todos.length}</View></View>}
      <FirstTodo notice={first} isCare={isCare} onOpen={onOpen} />
      {rows.map((notice) => <TodoRow key={notice.noticeId} notice={notice} onOpen={onOpen} />)}
      {others.length > rows.length && (
        <View className="home-todo-all u-tap u-sub" {...aria({ role: 'button', label: '看全部' })} onClick={onAll}>还有 {others.length - rows.length} 件</View>
      )}
    </Card>
  );
}

/** A longer title leaves no room for a button beside it. */
const TITLE_BESIDE_BUTTON = 14;

function FirstTodo({ notice, isCare, onOpen }: { notice: NoticeView; isCare: boolean; onOpen: (notice: NoticeView) => void }) {
  const action = notice.todo?.actionText ?? '看一看';
  const isBelow = isCare || notice.title.length > TITLE_BESIDE_BUTTON;
  return (
    <View className={isCare ? '' : 'u-mt3'}>
      <View className="u-row u-gap3">
        <PictureTile drawing={pictureOf(notice.pictureKey)} size={60} />
        <View className="u-grow">
          <View className={`u-h3 ${hangQuote(notice.title)}`}>{notice.title}</View>
          <View className={`u-sub u-mt1 ${isCare ? '' : 'u-two'}`}>{notice.body}</View>
        </View>
        {!isBelow && <Button size="small" onClick={() => onOpen(notice)}>{action}</Button>}
      </View>
      {isBelow && <View className="u-mt3"><Button kind={isCare ? 'green' : 'primary'} onClick={() => onOpen(notice)}>{action}</Button></View>}
    </View>
  );
}

function TodoRow({ notice, onOpen }: { notice: NoticeView; onOpen: (notice: NoticeView) => void }) {
  return (
    <View className="home-todo-row" {...aria({ role: 'button', label: notice.title })} onClick={() => onOpen(notice)}>
      <Icon name="bell" size={20} color="var(--green)" />
      <View className={`u-grow u-mid home-todo-title ${hangQuote(notice.title)}`}>{notice.title}</View>
      <View className="u-cap u-nowrap">{notice.todo?.actionText}</View>
      <Icon name="right" size={16} color="var(--ink-3)" />
    </View>
  );
}
