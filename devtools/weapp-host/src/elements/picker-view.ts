import { BuiltIn, fire } from './base';

const ROW_SETTLE_MS = 120;

/** `picker-view-column`: rows that snap to the middle; a tap on a row chooses it. */
export class PickerViewColumn extends BuiltIn {
  private timer = 0;

  protected override build(): void {
    this.addEventListener('scroll', () => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.closest<PickerView>('wx-picker-view')?.report(), ROW_SETTLE_MS);
    });
    this.addEventListener('click', (event) => {
      const row = [...this.children].find((child) => child.contains(event.target as Node));
      if (row) this.scrollTo({ top: [...this.children].indexOf(row) * this.rowHeight(), behavior: 'smooth' });
    });
  }

  private rowHeight(): number {
    return this.children[0]?.getBoundingClientRect().height || 1;
  }

  get index(): number {
    return Math.min(this.children.length - 1, Math.max(0, Math.round(this.scrollTop / this.rowHeight())));
  }

  show(index: number): void {
    const space = Math.max(0, (this.clientHeight - this.rowHeight()) / 2);
    this.style.setProperty('--host-column-space', `${space}px`);
    this.scrollTop = index * this.rowHeight();
  }
}

/** `picker-view`: columns in the page; reports the chosen indexes when a column comes to rest. */
export class PickerView extends BuiltIn {
  private reported = '';

  private columns(): PickerViewColumn[] {
    return [...this.querySelectorAll<PickerViewColumn>('wx-picker-view-column')];
  }

  report(): void {
    const value = this.columns().map((column) => column.index);
    if (JSON.stringify(value) === this.reported) return;
    this.reported = JSON.stringify(value);
    this.props.value = value;
    fire(this, 'change', { value });
    fire(this, 'pickend');
  }

  protected override update(name: string): void {
    if (name !== 'value') return;
    const value = (this.props.value ?? []) as number[];
    this.reported = JSON.stringify(value);
    window.setTimeout(() => this.columns().forEach((column, index) => column.show(value[index] ?? 0)), 30);
  }
}
