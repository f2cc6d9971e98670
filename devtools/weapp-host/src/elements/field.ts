import { BuiltIn, fire, isTruthy } from './base';

const INPUT_HTML = '<style></style><input autocomplete="off" style="all:unset;display:block;box-sizing:border-box;width:100%;height:100%;line-height:inherit;text-align:inherit">';
const TEXTAREA_HTML = '<style></style><textarea style="all:unset;display:block;box-sizing:border-box;width:100%;height:100%;white-space:pre-wrap;overflow-wrap:break-word;text-align:inherit"></textarea>';
const INPUT_MODES: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', text: 'text', nickname: 'text' };
/** WeChat's own limit when `maxlength` is not given. */
const DEFAULT_MAX_LENGTH = 140;

/** Looks a placeholder class can give and that the program's style sheet names; measured, since the shadow does not see that sheet. */
const PLACEHOLDER_LOOKS = ['color', 'font-size', 'font-weight', 'font-style', 'line-height', 'letter-spacing'];

/** What a class changes beside `element`, as CSS rules: a probe with the class against one without. */
function classRules(element: HTMLElement, classNames: string): string {
  if (!classNames || !element.isConnected) return '';
  const [plain, styled] = [document.createElement('span'), document.createElement('span')];
  styled.className = classNames;
  element.after(plain, styled);
  const [before, after] = [getComputedStyle(plain), getComputedStyle(styled)];
  const changed = PLACEHOLDER_LOOKS.filter((name) => before.getPropertyValue(name) !== after.getPropertyValue(name));
  const rules = changed.map((name) => `${name}:${after.getPropertyValue(name)};`).join('');
  plain.remove();
  styled.remove();
  return rules;
}

/** `input` and `textarea`: the value belongs to the program, what the person types is reported at once. */
export class Field extends BuiltIn {
  private field!: HTMLInputElement | HTMLTextAreaElement;
  private styleSheet!: HTMLStyleElement;
  private readonly isTextArea = this.localName === 'wx-textarea';

  get value(): string {
    return this.field?.value ?? this.text('value');
  }

  protected override build(): void {
    const root = this.shadow(this.isTextArea ? TEXTAREA_HTML : INPUT_HTML);
    this.field = root.querySelector('input,textarea') as HTMLInputElement;
    this.styleSheet = root.querySelector('style') as HTMLStyleElement;
    this.field.maxLength = DEFAULT_MAX_LENGTH;
    this.field.addEventListener('input', (event) => this.onInput(event));
    this.field.addEventListener('focus', () => fire(this, 'focus', { value: this.field.value, height: 0 }));
    this.field.addEventListener('blur', () => fire(this, 'blur', { value: this.field.value, cursor: this.cursor() }));
    this.field.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent));
    this.drawPlaceholderStyle();
  }

  private cursor(): number {
    return this.field.selectionEnd ?? this.field.value.length;
  }

  private onInput(event: Event): void {
    event.stopPropagation();
    const value = this.field.value;
    this.props.value = value;
    this.fitHeight();
    fire(this, 'input', { value, cursor: this.cursor(), keyCode: 0 });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (this.isTextArea && this.text('confirm-type') !== 'send' && this.text('confirm-type') !== 'done') return;
    fire(this, 'confirm', { value: this.field.value });
    if (!this.flag('confirm-hold')) this.field.blur();
  }

  private drawPlaceholderStyle(): void {
    const rules = `${classRules(this, this.text('placeholder-class'))}${this.text('placeholder-style')}`;
    this.styleSheet.textContent = `::placeholder{color:rgba(0,0,0,.35);${rules}}`;
  }

  private fitHeight(): void {
    if (!this.isTextArea || !this.flag('auto-height')) return;
    this.style.height = 'auto';
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  protected override update(name: string, value: unknown): void {
    const { field } = this;
    if (name === 'value') {
      const text = this.text('value');
      if (field.value !== text) field.value = text;
      this.fitHeight();
    } else if (name === 'placeholder') field.placeholder = this.text('placeholder');
    else if (name === 'disabled') field.disabled = isTruthy(value);
    else if (name === 'maxlength') {
      const limit = this.number('maxlength', DEFAULT_MAX_LENGTH);
      if (limit >= 0) field.maxLength = limit;
      else field.removeAttribute('maxlength');
    } else if (name === 'password' && field instanceof HTMLInputElement) field.type = isTruthy(value) ? 'password' : 'text';
    else if (name === 'type') field.inputMode = INPUT_MODES[this.text('type')] ?? 'text';
    else if (name === 'focus' || name === 'auto-focus') {
      if (isTruthy(value)) field.focus();
      else if (name === 'focus' && this.shadowRoot?.activeElement === field) field.blur();
    } else if (name === 'placeholder-style' || name === 'placeholder-class') this.drawPlaceholderStyle();
    else if (name === 'auto-height') this.fitHeight();
  }
}
