/** What a screen reader is told about an element that is drawn from plain views. */
export interface Aria {
  role?: 'button' | 'img' | 'checkbox' | 'radio' | 'switch' | 'dialog' | 'alert' | 'progressbar' | 'link' | undefined;
  label?: string | undefined;
  hidden?: boolean;
  checked?: boolean;
  disabled?: boolean;
  selected?: boolean;
}

/** Attributes for both platforms: WeChat reads `aria-role`, browsers read `role`. */
export function aria(said: Aria): Record<string, string | boolean> {
  const attributes: Record<string, string | boolean> = {};
  if (said.role !== undefined) {
    attributes['aria-role'] = said.role;
    if (process.env.TARO_ENV === 'h5') attributes.role = said.role;
  }
  if (said.label !== undefined) attributes['aria-label'] = said.label;
  if (said.hidden !== undefined) attributes['aria-hidden'] = said.hidden;
  if (said.checked !== undefined) attributes['aria-checked'] = said.checked;
  if (said.disabled !== undefined) attributes['aria-disabled'] = said.disabled;
  if (said.selected !== undefined) attributes['aria-selected'] = said.selected;
  return attributes;
}
