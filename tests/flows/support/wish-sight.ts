import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import type { Task } from '../../../cloudfunctions/core/staff/task';
import { isCoherent, type Wish } from '../../../cloudfunctions/core/wish/wish';
import type { Community } from './community';

const WAITS_MAX = 200;
const WAIT_MS = 25;

/** What tests look at around a wish; reads only. */
export class WishSight {
  constructor(private readonly community: Community) {}

  /** The wish as it stands, which is coherent at every moment. */
  wish(wishId: string): Wish {
    const wish = this.community.document<Wish>('wishes', wishId);
    if (wish === null) throw new Error(`no wish ${wishId}`);
    expect(isCoherent(wish)).toBe(true);
    return wish;
  }

  /** WeChat answers about a photo some time after the call; waits until every one of the wish's photos is decided. */
  async photosChecked(wishId: string): Promise<void> {
    for (let waits = 0; waits < WAITS_MAX; waits += 1) {
      if (Object.values(this.wish(wishId).photos).every((photo) => photo.state !== 'checking')) return;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
    throw new Error(`no answer about the photos of ${wishId}`);
  }

  /** What waits for somebody on their first page about this wish. */
  async todos(openid: string, wishId: string): Promise<readonly string[]> {
    const { todos } = await this.community.must(openid, 'home.overview', {});
    return todos.filter((todo) => todo.target.wishId === wishId).map((todo) => todo.title);
  }

  openTask(wishId: string): Task | undefined {
    return this.community.documents<Task>('tasks').find((task) => task.wishId === wishId && task.state === 'open');
  }

  openTasks(wishId: string): readonly string[] {
    return this.community.documents<Task>('tasks').filter((task) => task.wishId === wishId && task.state === 'open').map((task) => task.kind);
  }

  notices(wishId: string): readonly string[] {
    return this.community.documents<Notice>('notices').filter((notice) => notice.target.wishId === wishId).map((notice) => notice.title);
  }
}
