import type { ShareCard } from '../handle';
import { makeButton, makeElement, openOverlay } from './layer';

/** A small chat window with the card a share made; tapping the card opens the mini-program as the receiver would. */
export function showShareCard(card: ShareCard, imageAddress: string, onOpen: () => void): void {
  const window_ = makeElement('div', 'host-chat');
  window_.setAttribute('role', 'dialog');
  window_.setAttribute('aria-label', '聊天');
  const close = makeButton('host-chat-close', '返回　邻里互助群', () => remove());
  const bubble = makeElement('div', 'host-chat-card');
  bubble.setAttribute('role', 'link');
  bubble.append(makeElement('div', 'host-chat-app', '邻愿'), makeElement('div', 'host-chat-title', card.title));
  const picture = makeElement('div', 'host-chat-picture');
  if (imageAddress) picture.style.backgroundImage = `url("${imageAddress.replace(/"/g, '%22')}")`;
  bubble.append(picture, makeElement('div', 'host-chat-path', card.path), makeElement('div', 'host-chat-kind', '小程序'));
  bubble.addEventListener('click', () => {
    remove();
    onOpen();
  });
  window_.append(close, bubble);
  const remove = openOverlay(window_, 'center', () => remove());
}
