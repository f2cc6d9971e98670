import { askDialog, askSheet, hideToast, showToast } from '../chrome/dialogs';
import { ApiFailure, callbackApi } from './callback-api';

interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

interface ToastOptions {
  title?: string
  icon?: 'success' | 'error' | 'loading' | 'none'
  image?: string
  duration?: number
  mask?: boolean
}

interface SheetOptions {
  itemList: string[]
  itemColor?: string
  alertText?: string
}

/** WeChat refuses button texts longer than this. */
const MAX_BUTTON_CHARACTERS = 4;
const MAX_SHEET_ITEMS = 6;

async function showModal(options: ModalOptions): Promise<object> {
  const { cancelText = '取消', confirmText = '确定' } = options;
  if (cancelText.length > MAX_BUTTON_CHARACTERS) throw new ApiFailure('cancelText length should not larger than 4 Chinese characters');
  if (confirmText.length > MAX_BUTTON_CHARACTERS) throw new ApiFailure('confirmText length should not larger than 4 Chinese characters');
  const answer = await askDialog({
    title: options.title,
    body: options.editable ? undefined : options.content,
    confirmText,
    confirmColor: options.confirmColor,
    cancelText: options.showCancel === false ? null : cancelText,
    cancelColor: options.cancelColor,
    ...(options.editable ? { fieldPlaceholder: options.placeholderText ?? '', fieldValue: options.content ?? '' } : {}),
  });
  return { confirm: answer.isConfirmed, cancel: !answer.isConfirmed, content: answer.isConfirmed ? answer.text : null };
}

async function showActionSheet(options: SheetOptions): Promise<object> {
  if (options.itemList.length > MAX_SHEET_ITEMS) throw new ApiFailure('parameter error: itemList should not be larger than 6');
  const index = await askSheet(options.alertText, options.itemList, options.itemColor);
  if (index === null) throw new ApiFailure('cancel');
  return { tapIndex: index };
}

/** Toasts, loading, dialogs and action sheets. */
export function interactionApi(): object {
  return {
    showToast: callbackApi<ToastOptions>('showToast', (options) =>
      showToast({
        title: options.title ?? '',
        icon: options.icon ?? 'success',
        image: options.image,
        mask: options.mask === true,
        durationMs: options.duration ?? 1500,
      }),
    ),
    hideToast: callbackApi<object>('hideToast', hideToast),
    showLoading: callbackApi<ToastOptions>('showLoading', (options) =>
      showToast({ title: options.title ?? '', icon: 'loading', mask: options.mask === true, durationMs: null }),
    ),
    hideLoading: callbackApi<object>('hideLoading', hideToast),
    showModal: callbackApi<ModalOptions>('showModal', showModal),
    showActionSheet: callbackApi<SheetOptions>('showActionSheet', showActionSheet),
    enableAlertBeforeUnload: callbackApi<object>('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: callbackApi<object>('disableAlertBeforeUnload', () => undefined),
  };
}
