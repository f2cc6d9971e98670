import { View } from '@tarojs/components';
import type { NoticeView } from '@contract';
import { Icon } from '@/components/icon/icon';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { aria } from '@/lib/aria';
import { hangQuote } from '@/lib/hang-quote';
import { formatDeadline, formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { pictureOf } from '@/lib/picture-of';
import { noticeLink } from './notice-link';
import './notice.css';

/** One message. A tap marks it read and goes where it leads; going does not wait for the mark. */
export function NoticeRow({ notice, nowMs }: { notice: NoticeView; nowMs: number }) {
  const markRead = useApiCommand('notice.markRead', { about: notice.noticeId, invalidates: ['notice.inbox', 'home.overview', 'member.me'] });
  const open = (): void => {
    if (!notice.isRead) void markRead.run({ noticeId: notice.noticeId });
    const { page, query } = noticeLink(notice.target);
    void openPage(page, query);
  };
  return (
    <View className="ntc-row" {...aria({ role: 'button', label: `${notice.isRead ? '' : '没看过，'}${notice.title}` })} onClick={open}>
      <View className="ntc-picture">
        <PictureTile drawing={pictureOf(notice.pictureKey)} size={48} />
        {!notice.isRead && <View className="ntc-dot" />}
      </View>
      <View className="u-grow">
        <View className={`ntc-title ${notice.isRead ? '' : 'ntc-title-new'} ${hangQuote(notice.title)}`}>{notice.title}</View>
        {notice.body !== '' && <View className="u-sub u-two u-mt1">{notice.body}</View>}
        <View className={`u-cap u-mt1 ${notice.todo === null ? '' : 'u-accent'}`}>
          {notice.todo === null ? formatMoment(notice.createdAtMs, nowMs) : `${notice.todo.actionText}，${formatDeadline(notice.todo.dueAtMs, nowMs)}`}
        </View>
      </View>
      <Icon name="right" size={18} color="var(--ink-3)" />
    </View>
  );
}
