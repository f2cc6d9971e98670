/**
 * Where one page is drawn. Three boxes: the web view (everything position: fixed is relative to it, as below WeChat's navigation bar),
 * inside it the scroller, inside that the `page` element that style sheets name.
 */
export class PageView {
  readonly element = document.createElement('div');
  readonly scroller = document.createElement('div');
  readonly refreshDots = document.createElement('div');
  private readonly placeholder = document.createElement('span');
  private scrollTopPx = 0;

  constructor(route: string, parent: HTMLElement) {
    this.element.className = 'host-webview';
    this.element.dataset.route = route;
    this.refreshDots.className = 'host-refresh-dots';
    this.refreshDots.innerHTML = '<i></i><i></i><i></i>';
    this.scroller.className = 'host-scroller';
    this.scroller.append(this.placeholder);
    this.element.append(this.refreshDots, this.scroller);
    parent.append(this.element);
  }

  /** Hands the element and the placeholder in it that the page's tree replaces. */
  mountPoint(): { parent: HTMLElement; placeholder: HTMLElement } {
    return { parent: this.scroller, placeholder: this.placeholder };
  }

  /** Shows or hides the page; a hidden page keeps its place, since a browser forgets it for what is not displayed. */
  setVisible(isVisible: boolean): void {
    if (!isVisible && !this.element.hidden) this.scrollTopPx = this.scroller.scrollTop;
    const wasHidden = this.element.hidden;
    this.element.hidden = !isVisible;
    if (isVisible && wasHidden) this.scroller.scrollTop = this.scrollTopPx;
  }

  /** A browser paints the page's background only as far as the page element reaches; WeChat fills the view with it. */
  spreadBackground(): void {
    const page = this.scroller.querySelector('wx-page');
    if (page) this.element.style.backgroundColor = getComputedStyle(page).backgroundColor;
  }

  remove(): void {
    this.element.remove();
  }
}
