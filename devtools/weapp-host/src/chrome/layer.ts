/**
 * The layer above the pages where WeChat itself speaks: dialogs, sheets, toasts. Everything in it is plain DOM with roles, so that
 * a test can find it as a person does.
 */
export function makeElement(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function makeButton(className: string, text: string, onPress: () => void): HTMLButtonElement {
  const button = makeElement('button', className, text) as HTMLButtonElement;
  button.type = 'button';
  button.addEventListener('click', onPress);
  return button;
}

function layer(): HTMLElement {
  const element = document.getElementById('host-layer');
  if (!element) throw new Error('the phone is not drawn yet');
  return element;
}

/** Puts `content` over a darkened page; `onBackdrop` runs when the person taps beside it. Returns what removes it. */
export function openOverlay(content: HTMLElement, placement: 'center' | 'bottom', onBackdrop?: () => void): () => void {
  const overlay = makeElement('div', `host-overlay host-overlay-${placement}`);
  overlay.append(content);
  overlay.addEventListener('click', (event) => {
    if (event.target === overlay) onBackdrop?.();
  });
  layer().append(overlay);
  return () => overlay.remove();
}

export function openFloating(content: HTMLElement): () => void {
  layer().append(content);
  return () => content.remove();
}
