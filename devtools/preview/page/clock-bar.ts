import { dayText, nextMondayIso, timeText } from '../../page-kit/china-time';
import { advanceClock, readClock, runJobs, setClock } from './control';
import { h } from '../../page-kit/dom';

const HOUR_MS = 3_600_000;
const JUMPS = [
  { label: '+1 小时', ms: HOUR_MS },
  { label: '+1 天', ms: 24 * HOUR_MS },
  { label: '+3 天', ms: 72 * HOUR_MS },
  { label: '+7 天', ms: 168 * HOUR_MS },
] as const;

/** The program's own time, and ways to let it pass. After each jump the clocks of the program are heard. */
export class ClockBar {
  private readonly day = h('span', {});
  private readonly time = h('b', {});
  private readonly buttons: readonly HTMLButtonElement[];
  readonly element: HTMLElement;
  private offsetMs = 0;

  constructor(
    private readonly onMoved: () => void,
    private readonly say: (text: string) => void,
  ) {
    const jump = (label: string, move: () => Promise<unknown>): HTMLButtonElement => h('button', { class: 'quiet', type: 'button', onClick: () => void this.move(label, move) }, label);
    this.buttons = [
      ...JUMPS.map(({ label, ms }) => jump(label, () => advanceClock(ms))),
      jump('到周一', () => setClock(nextMondayIso(this.nowMs()))),
      h('button', { class: 'quiet', type: 'button', title: '定时任务每分钟自己会跑；点这里现在就跑一次', onClick: () => void this.move('定时任务', () => Promise.resolve()) }, '运行一次定时任务'),
    ];
    this.element = h('div', { class: 'clock' }, h('span', { class: 'now', title: '程序里的时间' }, this.day, this.time), h('span', { class: 'jumps' }, ...this.buttons));
  }

  nowMs(): number {
    return Date.now() + this.offsetMs;
  }

  async sync(): Promise<void> {
    const { serverNowMs } = await readClock();
    this.offsetMs = serverNowMs - Date.now();
    this.tick();
  }

  tick(): void {
    this.day.textContent = dayText(this.nowMs());
    this.time.textContent = timeText(this.nowMs());
  }

  async advance(label: string, ms: number): Promise<void> {
    await this.move(label, () => advanceClock(ms));
  }

  private async move(label: string, move: () => Promise<unknown>): Promise<void> {
    this.setBusy(true);
    this.say(`${label}：正在办到点的事…`);
    try {
      await move();
      const { runs } = await runJobs();
      const settled = Object.values(runs).reduce((sum, run) => sum + (run.result?.settled ?? 0), 0);
      await this.sync();
      this.say(settled === 0 ? `${label}：没有到点的事` : `${label}：办了 ${settled} 件到点的事`);
      this.onMoved();
    } catch (error) {
      this.say(`没有办成：${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.setBusy(false);
    }
  }

  private setBusy(isBusy: boolean): void {
    for (const button of this.buttons) button.disabled = isBusy;
  }
}
