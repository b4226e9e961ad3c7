import { makeAutoObservable } from 'mobx';
import type {
  LinkTarget,
  MatrixStatement,
  MenuColumn,
  MenuEntry,
  StatedLink,
} from '../../typings/matrix';

/** WeChat's own limits of a menu. */
const mostColumns = 3;
const mostItems = 5;

const noTarget: LinkTarget = { name: null, wechatId: null, appId: null, link: null };
const blank: MenuEntry = { name: '', kind: 'account', target: { ...noTarget }, url: null };

/** Where an entry of a menu stands: a column, or an item below it. */
export interface Place {
  column: number;
  item?: number;
}

/** 菜单与链接 of one account while they are written by hand. */
export class StatementForm {
  menu: MenuColumn[] = [];
  links: StatedLink[] = [];

  constructor() {
    makeAutoObservable(this);
  }

  open({ menu, links }: MatrixStatement): void {
    this.menu = structuredCopy(menu);
    this.links = structuredCopy(links);
  }

  get canAddColumn(): boolean {
    return this.menu.length < mostColumns;
  }

  canAddItem(column: number): boolean {
    return (this.menu[column]?.items.length ?? mostItems) < mostItems;
  }

  addColumn(): void {
    if (this.canAddColumn) this.menu.push({ ...structuredCopy(blank), items: [] });
  }

  addItem(column: number): void {
    if (this.canAddItem(column)) this.menu[column]?.items.push(structuredCopy(blank));
  }

  edit(place: Place, changes: Partial<Pick<MenuEntry, 'name' | 'kind' | 'url'>>): void {
    const entry = this.at(place);
    if (entry) Object.assign(entry, changes);
  }

  aim(place: Place, changes: Partial<LinkTarget>): void {
    const entry = this.at(place);
    if (entry) entry.target = { ...(entry.target ?? noTarget), ...changes };
  }

  remove({ column, item }: Place): void {
    if (item === undefined) this.menu.splice(column, 1);
    else this.menu[column]?.items.splice(item, 1);
  }

  addLink(): void {
    this.links.push({ target: { ...noTarget }, place: '微信大厅' });
  }

  editLink(at: number, { place, ...target }: Partial<LinkTarget> & { place?: string }): void {
    const link = this.links[at];
    if (!link) return;
    if (place !== undefined) link.place = place;
    link.target = { ...link.target, ...target };
  }

  removeLink(at: number): void {
    this.links.splice(at, 1);
  }

  /** As it is sent: a column with items leads nowhere itself, and blanks are not known. */
  read(): MatrixStatement {
    return {
      menu: this.menu.map(({ items, ...column }) => ({
        ...(items.length > 0
          ? { ...sentEntry(column), kind: 'other' as const, target: null, url: null }
          : sentEntry(column)),
        items: items.map(sentEntry),
      })),
      links: this.links.map(({ target, place }) => ({
        target: sentTarget(target),
        place: place.trim(),
      })),
    };
  }

  private at({ column, item }: Place): MenuEntry | undefined {
    const found = this.menu[column];
    return item === undefined ? found : found?.items[item];
  }
}

function sentEntry({ name, kind, target, url }: MenuEntry): MenuEntry {
  return {
    name: name.trim(),
    kind,
    target: kind === 'account' ? sentTarget(target ?? noTarget) : null,
    url: kind === 'page' ? known(url) : null,
  };
}

function sentTarget({ name, wechatId, appId, link }: LinkTarget): LinkTarget {
  return { name: known(name), wechatId: known(wechatId), appId: known(appId), link: known(link) };
}

function known(text: string | null): string | null {
  return text?.trim() || null;
}

/** Plain values alone: what was observed is not shared with what is edited. */
function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
