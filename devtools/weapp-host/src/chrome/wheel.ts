import { makeButton, makeElement, openOverlay } from './layer';

export interface WheelOptions {
  title: string
  columns: () => readonly (readonly string[])[]
  /** Index chosen in each column; changed in place while the person chooses. */
  indexes: number[]
  onColumnChange?(column: number, index: number): void
}

/** WeChat's picker from below: columns of choices, 取消 and 确定. Resolves to the indexes, or null when cancelled. */
export function askWheel(options: WheelOptions): Promise<number[] | null> {
  return new Promise((resolve) => {
    const sheet = makeElement('div', 'host-wheel');
    sheet.setAttribute('role', 'dialog');
    const close = (result: number[] | null): void => {
      remove();
      resolve(result);
    };
    const head = makeElement('div', 'host-wheel-head');
    head.append(
      makeButton('host-wheel-cancel', '取消', () => close(null)),
      makeElement('span', 'host-wheel-title', options.title),
      makeButton('host-wheel-confirm', '确定', () => close([...options.indexes])),
    );
    const body = makeElement('div', 'host-wheel-body');
    const draw = (): void => {
      const scrolled = [...body.children].map((column) => column.scrollTop);
      body.replaceChildren(...options.columns().map((items, column) => makeColumn(items, column)))
      ;[...body.children].forEach((column, index) => {
        const chosen = column.children[options.indexes[index] ?? 0] as HTMLElement | undefined;
        column.scrollTop = scrolled[index] ?? (chosen ? chosen.offsetTop - 88 : 0);
      });
    };
    const makeColumn = (items: readonly string[], column: number): HTMLElement => {
      const list = makeElement('div', 'host-wheel-column');
      list.setAttribute('role', 'listbox');
      items.forEach((item, index) => {
        const row = makeButton('host-wheel-item', item, () => {
          options.indexes[column] = index;
          options.onColumnChange?.(column, index);
          draw();
        });
        row.setAttribute('role', 'option');
        row.setAttribute('aria-selected', String(index === options.indexes[column]));
        list.append(row);
      });
      return list;
    };
    sheet.append(head, body);
    const remove = openOverlay(sheet, 'bottom', () => close(null));
    draw();
  });
}
