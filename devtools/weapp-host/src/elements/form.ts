import { BuiltIn, fire } from './base';
import { ChoiceGroup, Switch } from './choice';
import { Field } from './field';

type Control = BuiltIn & { readonly value?: unknown }

/** `form`: gathers the named controls inside it when a button of form-type submit is pressed. */
export class Form extends BuiltIn {
  private controls(): Control[] {
    return [...this.querySelectorAll<Control>('[name]')].filter((element) => element.props !== undefined);
  }

  submit(): void {
    const value = Object.fromEntries(this.controls().map((control) => [String(control.props.name), control.value ?? control.props.value ?? '']));
    fire(this, 'submit', { value, formId: '' });
  }

  reset(): void {
    for (const control of this.controls()) {
      if (control instanceof Field) control.setProp('value', '');
      else if (control instanceof Switch) control.setProp('checked', false);
      else if (control instanceof ChoiceGroup) for (const choice of control.choices()) choice.setProp('checked', false);
    }
    fire(this, 'reset');
  }
}
