import { BuiltIn, fire, isTruthy } from './base'

const INPUT_HTML = '<style></style><input autocomplete="off" style="all:unset;display:block;box-sizing:border-box;width:100%;height:100%;line-height:inherit;text-align:inherit">'
const TEXTAREA_HTML = '<style></style><textarea style="all:unset;display:block;box-sizing:border-box;width:100%;height:100%;white-space:pre-wrap;overflow-wrap:break-word;text-align:inherit"></textarea>'
const INPUT_MODES: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', text: 'text', nickname: 'text' }
/** WeChat's own limit when `maxlength` is not given. */
const DEFAULT_MAX_LENGTH = 140

/** `input` and `textarea`: the value belongs to the program, what the person types is reported at once. */
export class Field extends BuiltIn {
  private field!: HTMLInputElement | HTMLTextAreaElement
  private styleSheet!: HTMLStyleElement
  private readonly isTextArea = this.localName === 'wx-textarea'

  get value(): string {
    return this.field?.value ?? this.text('value')
  }

  protected override build(): void {
    const root = this.shadow(this.isTextArea ? TEXTAREA_HTML : INPUT_HTML)
    this.field = root.querySelector('input,textarea') as HTMLInputElement
    this.styleSheet = root.querySelector('style') as HTMLStyleElement
    this.field.maxLength = DEFAULT_MAX_LENGTH
    this.field.addEventListener('input', (event) => this.onInput(event))
    this.field.addEventListener('focus', () => fire(this, 'focus', { value: this.field.value, height: 0 }))
    this.field.addEventListener('blur', () => fire(this, 'blur', { value: this.field.value, cursor: this.cursor() }))
    this.field.addEventListener('keydown', (event) => this.onKey(event as KeyboardEvent))
    this.drawPlaceholderStyle()
  }

  private cursor(): number {
    return this.field.selectionEnd ?? this.field.value.length
  }

  private onInput(event: Event): void {
    event.stopPropagation()
    const value = this.field.value
    this.props.value = value
    this.fitHeight()
    fire(this, 'input', { value, cursor: this.cursor(), keyCode: 0 })
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return
    if (this.isTextArea && this.text('confirm-type') !== 'send' && this.text('confirm-type') !== 'done') return
    fire(this, 'confirm', { value: this.field.value })
    if (!this.flag('confirm-hold')) this.field.blur()
  }

  /** A placeholder class lives in the program's style sheet, which the shadow does not see: its colour and size are copied from a probe beside it. */
  private drawPlaceholderStyle(): void {
    const placeholderClass = this.text('placeholder-class')
    let rules = this.text('placeholder-style')
    if (placeholderClass && this.isConnected) {
      const probe = document.createElement('span')
      probe.className = placeholderClass
      probe.hidden = true
      this.after(probe)
      const { color, fontSize, fontWeight } = getComputedStyle(probe)
      probe.remove()
      rules = `color:${color};font-size:${fontSize};font-weight:${fontWeight};${rules}`
    }
    this.styleSheet.textContent = `::placeholder{color:rgba(0,0,0,.35);${rules}}`
  }

  private fitHeight(): void {
    if (!this.isTextArea || !this.flag('auto-height')) return
    this.style.height = 'auto'
    this.field.style.height = 'auto'
    this.field.style.height = `${this.field.scrollHeight}px`
  }

  protected override update(name: string, value: unknown): void {
    const { field } = this
    if (name === 'value') {
      const text = this.text('value')
      if (field.value !== text) field.value = text
      this.fitHeight()
    } else if (name === 'placeholder') field.placeholder = this.text('placeholder')
    else if (name === 'disabled') field.disabled = isTruthy(value)
    else if (name === 'maxlength') {
      const limit = this.number('maxlength', DEFAULT_MAX_LENGTH)
      if (limit >= 0) field.maxLength = limit
      else field.removeAttribute('maxlength')
    } else if (name === 'password' && field instanceof HTMLInputElement) field.type = isTruthy(value) ? 'password' : 'text'
    else if (name === 'type') field.inputMode = INPUT_MODES[this.text('type')] ?? 'text'
    else if (name === 'focus' || name === 'auto-focus') {
      if (isTruthy(value)) field.focus()
      else if (name === 'focus' && this.shadowRoot?.activeElement === field) field.blur()
    } else if (name === 'placeholder-style' || name === 'placeholder-class') this.drawPlaceholderStyle()
    else if (name === 'auto-height') this.fitHeight()
  }
}
