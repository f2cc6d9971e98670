import { BANG, TICK } from './icons';
import { makeButton, makeElement, openFloating, openOverlay } from './layer';

export interface DialogOptions {
  title?: string
  body?: string
  confirmText: string
  confirmColor?: string
  cancelText: string | null
  cancelColor?: string
  /** When set, the dialog holds a text field with this placeholder. */
  fieldPlaceholder?: string
  fieldValue?: string
}

/** WeChat's dialog in the middle of the screen. Resolves to the choice, with what was typed if there is a field. */
export function askDialog(options: DialogOptions): Promise<{ isConfirmed: boolean; text: string | null }> {
  return new Promise((resolve) => {
    const box = makeElement('div', 'host-dialog');
    box.setAttribute('role', 'dialog');
    if (options.title) box.append(makeElement('div', 'host-dialog-title', options.title));
    if (options.body) box.append(makeElement('div', 'host-dialog-body', options.body));
    let field: HTMLTextAreaElement | null = null;
    if (options.fieldPlaceholder !== undefined) {
      field = makeElement('textarea', 'host-dialog-field') as HTMLTextAreaElement;
      field.placeholder = options.fieldPlaceholder;
      field.value = options.fieldValue ?? '';
      box.append(field);
    }
    const close = (isConfirmed: boolean): void => {
      remove();
      resolve({ isConfirmed, text: field ? field.value : null });
    };
    const buttons = makeElement('div', 'host-dialog-buttons');
    if (options.cancelText !== null) {
      const cancel = makeButton('host-dialog-cancel', options.cancelText, () => close(false));
      if (options.cancelColor) cancel.style.color = options.cancelColor;
      buttons.append(cancel);
    }
    const confirm = makeButton('host-dialog-confirm', options.confirmText, () => close(true));
    if (options.confirmColor) confirm.style.color = options.confirmColor;
    buttons.append(confirm);
    box.append(buttons);
    const remove = openOverlay(box, 'center');
  });
}

/** A sheet of choices from below. Resolves to the index, or null when the person cancels. */
export function askSheet(title: string | undefined, items: readonly string[], itemColor?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const sheet = makeElement('div', 'host-sheet');
    sheet.setAttribute('role', 'dialog');
    const close = (index: number | null): void => {
      remove();
      resolve(index);
    };
    if (title) sheet.append(makeElement('div', 'host-sheet-title', title));
    items.forEach((item, index) => {
      const button = makeButton('host-sheet-item', item, () => close(index));
      if (itemColor) button.style.color = itemColor;
      sheet.append(button);
    });
    sheet.append(makeButton('host-sheet-item host-sheet-cancel', '取消', () => close(null)));
    const remove = openOverlay(sheet, 'bottom', () => close(null));
  });
}

export interface PermissionOptions {
  heading: string
  lines: readonly string[]
  allowText?: string
  denyText?: string
}

/** WeChat's own permission sheet: who asks, for what, 拒绝 or 允许. */
export function askPermission(options: PermissionOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const sheet = makeElement('div', 'host-permission');
    sheet.setAttribute('role', 'dialog');
    sheet.append(makeElement('div', 'host-permission-app', '邻愿 申请'), makeElement('div', 'host-permission-heading', options.heading));
    for (const line of options.lines) sheet.append(makeElement('div', 'host-permission-line', line));
    const close = (isAllowed: boolean): void => {
      remove();
      resolve(isAllowed);
    };
    const buttons = makeElement('div', 'host-permission-buttons');
    buttons.append(
      makeButton('host-permission-deny', options.denyText ?? '拒绝', () => close(false)),
      makeButton('host-permission-allow', options.allowText ?? '允许', () => close(true)),
    );
    sheet.append(buttons);
    const remove = openOverlay(sheet, 'bottom');
  });
}

let removeToast: (() => void) | null = null;
let toastTimer = 0;

export function hideToast(): void {
  window.clearTimeout(toastTimer);
  removeToast?.();
  removeToast = null;
}

export interface ToastOptions {
  title: string
  icon: 'success' | 'error' | 'loading' | 'none'
  image?: string
  /** Blocks taps below it. */
  mask: boolean
  /** Null keeps it until it is hidden, as showLoading does. */
  durationMs: number | null
}

const MARKS: Record<ToastOptions['icon'], string> = { success: TICK, error: BANG, loading: '', none: '' };

export function showToast(options: ToastOptions): void {
  hideToast();
  const holder = makeElement('div', options.mask ? 'host-toast-holder host-toast-mask' : 'host-toast-holder');
  const toast = makeElement('div', `host-toast host-toast-${options.icon}`);
  toast.setAttribute('role', 'status');
  if (options.image) {
    const image = makeElement('img', 'host-toast-image') as HTMLImageElement;
    image.src = options.image;
    toast.append(image);
  } else if (options.icon !== 'none') {
    const mark = makeElement('div', 'host-toast-icon');
    mark.innerHTML = MARKS[options.icon];
    toast.append(mark);
  }
  toast.append(makeElement('div', 'host-toast-title', options.title));
  holder.append(toast);
  removeToast = openFloating(holder);
  if (options.durationMs !== null) toastTimer = window.setTimeout(hideToast, options.durationMs);
}
