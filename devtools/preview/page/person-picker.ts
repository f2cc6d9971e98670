import type { Person } from './control';
import { fill, h } from '../../page-kit/dom';

const SHOWN_MAX = 60;

const initial = (name: string): string => [...name.replace(/[（(].*/, '')][0] ?? '邻';

/** One of four quiet grounds, always the same for the same person. */
const tint = (openid: string): string => `tint-${[...openid].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 4}`;

export const roleText = (person: Person): string => (person.roles.length === 0 ? '居民' : person.roles.join('、'));

export const avatar = (person: Pick<Person, 'openid' | 'name'>): HTMLElement => h('span', { class: `avatar ${tint(person.openid)}` }, initial(person.name));

const matches = (person: Person, words: string): boolean => words.split(/\s+/).every((word) => `${person.name} ${roleText(person)} ${person.area} ${person.note ?? ''}`.includes(word));

/** The button over a phone that says who holds it, and the list that opens below. */
export class PersonPicker {
  readonly element = h('div', { class: 'picker' });
  private person: Person | null = null;
  private readonly list = h('div', { class: 'people' });
  private readonly panel: HTMLElement;
  private readonly search = h('input', { type: 'search', placeholder: '找人：名字、店名、身份、社区', label: '找人', onInput: (words) => this.showPeople(words) });

  constructor(
    private readonly people: () => readonly Person[],
    private readonly onPick: (person: Person) => void,
  ) {
    this.panel = h('div', { class: 'picker-panel' }, this.search, this.list);
    this.panel.hidden = true;
    document.addEventListener('pointerdown', (event) => {
      if (!this.element.contains(event.target as Node)) this.close();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  show(person: Person): void {
    this.person = person;
    const words = h('span', { class: 'picker-words' }, h('b', {}, person.name), h('small', {}, `${roleText(person)} · ${person.area}`));
    const button = h('button', { class: 'picker-button', type: 'button', label: `现在是${person.name}，换一个人`, onClick: () => this.toggle() }, avatar(person), words, h('span', { class: 'chevron' }));
    fill(this.element, button, this.panel);
  }

  private toggle(): void {
    if (!this.panel.hidden) return this.close();
    this.panel.hidden = false;
    this.search.value = '';
    this.showPeople('');
    this.search.focus();
  }

  private close(): void {
    this.panel.hidden = true;
  }

  private showPeople(words: string): void {
    const found = this.people().filter((person) => matches(person, words.trim()));
    const rest = found.length - SHOWN_MAX;
    const nobody = found.length === 0 ? h('p', { class: 'people-more' }, '没有这样的人，换个词试试') : null;
    const more = rest > 0 ? h('p', { class: 'people-more' }, `还有 ${rest} 位，输入名字或社区来找`) : null;
    fill(this.list, ...found.slice(0, SHOWN_MAX).map((person) => this.row(person)), nobody, more);
    this.list.scrollTop = 0;
  }

  private row(person: Person): HTMLElement {
    const isOn = person.openid === this.person?.openid;
    const note = person.note === undefined ? null : h('em', {}, person.note);
    const words = h('span', { class: 'picker-words' }, h('b', {}, person.name), h('small', {}, `${roleText(person)} · ${person.area}`), note);
    return h('button', { class: isOn ? 'person on' : 'person', type: 'button', onClick: () => this.pick(person) }, avatar(person), words);
  }

  private pick(person: Person): void {
    this.close();
    this.onPick(person);
  }
}
