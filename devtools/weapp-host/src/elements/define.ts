import { recordMissing } from '../handle';
import type { Host } from '../host';
import { BUILT_IN_TAGS, UNCOVERED_TAGS } from '../tags';
import { BuiltIn } from './base';
import { Button } from './button';
import { Choice, ChoiceGroup, Label, Switch } from './choice';
import { Field } from './field';
import { Form } from './form';
import { setElementHost } from './host-context';
import { ProgramImage } from './image';
import { PickerView, PickerViewColumn } from './picker-view';
import { Picker } from './picker';
import { ScrollView } from './scroll-view';
import { Canvas, Navigator, PageContainer, PageMeta, Progress, RichText, Slider } from './small';
import { Swiper } from './swiper';

const CLASSES: Record<string, typeof BuiltIn> = {
  input: Field,
  textarea: Field,
  image: ProgramImage,
  'cover-image': ProgramImage,
  switch: Switch,
  checkbox: Choice,
  radio: Choice,
  'checkbox-group': ChoiceGroup,
  'radio-group': ChoiceGroup,
  label: Label,
  form: Form,
  button: Button,
  'scroll-view': ScrollView,
  swiper: Swiper,
  picker: Picker,
  'picker-view': PickerView,
  'picker-view-column': PickerViewColumn,
  slider: Slider,
  progress: Progress,
  'rich-text': RichText,
  canvas: Canvas,
  navigator: Navigator,
  'page-meta': PageMeta,
  'page-container': PageContainer,
};

/** A component nobody wrote: an empty box that says so when it is used. */
function uncoveredClass(tag: string, host: Host): typeof BuiltIn {
  return class extends BuiltIn {
    protected override build(): void {
      recordMissing(host.handle, `<${tag}>`);
    }
  };
}

/** Defines every built-in component as a custom element `wx-<name>`. Call once. */
export function defineBuiltIns(host: Host): void {
  setElementHost(host);
  for (const tag of BUILT_IN_TAGS) {
    const Parent = UNCOVERED_TAGS.has(tag) ? uncoveredClass(tag, host) : (CLASSES[tag] ?? BuiltIn);
    customElements.define(`wx-${tag}`, class extends Parent {});
  }
}
