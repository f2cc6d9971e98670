import { BuiltIn, fire } from './base';

/** `switch`, drawn by the style sheet; a tap turns it over. */
export class Switch extends BuiltIn {
  get value(): boolean {
    return this.flag('checked');
  }

  protected override build(): void {
    this.setAttribute('role', 'switch');
    this.addEventListener('click', () => this.press());
  }

  press(): void {
    if (this.flag('disabled')) return;
    this.setProp('checked', !this.flag('checked'));
    fire(this, 'change', { value: this.flag('checked') });
  }

  protected override update(name: string): void {
    if (name === 'color') this.style.setProperty('--host-switch-color', this.text('color'));
  }
}

/** `checkbox` and `radio`: the group they stand in reports what is chosen. */
export class Choice extends BuiltIn {
  private readonly isRadio = this.localName === 'wx-radio';

  get isChosen(): boolean {
    return this.flag('checked');
  }

  get choiceValue(): string {
    return this.text('value');
  }

  protected override build(): void {
    this.setAttribute('role', this.isRadio ? 'radio' : 'checkbox');
    this.addEventListener('click', () => this.press());
  }

  protected override update(name: string): void {
    if (name === 'color') this.style.setProperty('--host-choice-color', this.text('color'));
    if (name === 'checked') this.setAttribute('aria-checked', String(this.flag('checked')));
  }

  press(): void {
    if (this.flag('disabled')) return;
    const group = this.closest<ChoiceGroup>(`${this.localName}-group`);
    if (this.isRadio) {
      if (this.flag('checked')) return;
      for (const other of group?.choices() ?? []) other.setProp('checked', other === this);
      this.setProp('checked', true);
    } else this.setProp('checked', !this.flag('checked'));
    if (group) fire(group, 'change', { value: group.value });
  }
}

export class ChoiceGroup extends BuiltIn {
  private readonly isRadio = this.localName === 'wx-radio-group';

  choices(): Choice[] {
    return [...this.querySelectorAll<Choice>(this.isRadio ? 'wx-radio' : 'wx-checkbox')];
  }

  get value(): string | string[] {
    const chosen = this.choices().filter((choice) => choice.isChosen).map((choice) => choice.choiceValue);
    return this.isRadio ? (chosen[0] ?? '') : chosen;
  }
}

/** `label`: a tap anywhere in it presses the control it names or holds. */
export class Label extends BuiltIn {
  protected override build(): void {
    this.addEventListener('click', (event) => {
      const selector = 'wx-switch,wx-checkbox,wx-radio,wx-input,wx-textarea,wx-button';
      if ((event.target as Element).closest(selector)) return;
      const named = this.text('for');
      const control = named ? document.getElementById(named) : this.querySelector(selector);
      if (control instanceof Switch || control instanceof Choice) control.press();
      else control?.shadowRoot?.querySelector<HTMLElement>('input,textarea')?.focus();
    });
  }
}
