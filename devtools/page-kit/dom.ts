/** What an element is made with: attributes, and what happens when it is pressed or changed. */
export interface Props {
  readonly class?: string;
  readonly title?: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly onClick?: () => void;
  readonly onInput?: (value: string) => void;
}

type Child = Node | string | null;

/** Builds an element. Text always comes in as text, never as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (props.class !== undefined) element.className = props.class;
  if (props.title !== undefined) element.title = props.title;
  if (props.type !== undefined) element.setAttribute('type', props.type);
  if (props.placeholder !== undefined) element.setAttribute('placeholder', props.placeholder);
  if (props.label !== undefined) element.setAttribute('aria-label', props.label);
  if (props.disabled === true) element.setAttribute('disabled', '');
  const { onClick, onInput } = props;
  if (onClick) element.addEventListener('click', () => onClick());
  if (onInput) element.addEventListener('input', () => onInput((element as unknown as HTMLInputElement).value));
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Replaces what an element holds. */
export const fill = (element: HTMLElement, ...children: readonly Child[]): void => element.replaceChildren(...children.filter((child) => child !== null));
