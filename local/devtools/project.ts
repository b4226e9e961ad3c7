import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';

/** The parts of app.json that a host needs. */
export interface AppConfig {
  pages: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  tabBar?: { list: { pagePath: string; text?: string }[] };
  usingComponents?: Record<string, string>;
  lazyCodeLoading?: string;
}

interface SubPackage {
  root: string;
  pages: string[];
  independent?: boolean;
}

export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  [key: string]: unknown;
}

/** A built mini program on disk, read the way WeChat reads it. */
export class Project {
  readonly root: string;
  readonly config: AppConfig;
  private readonly subPackages: SubPackage[];

  /** @throws Error when neither `directory` nor the root its project.config.json names holds an app.json */
  constructor(directory: string) {
    this.root = findRoot(resolve(directory));
    this.config = JSON.parse(this.read('app.json')) as AppConfig;
    this.subPackages = [...(this.config.subPackages ?? []), ...(this.config.subpackages ?? [])].map(
      (sub) => ({ ...sub, root: sub.root.replace(/^\/|\/$/g, '') }),
    );
  }

  mainPages(): string[] {
    return this.config.pages;
  }

  hasPage(path: string): boolean {
    return this.config.pages.includes(path) || this.subPackageOf(path) !== undefined;
  }

  isTab(path: string): boolean {
    return this.config.tabBar?.list.some((tab) => tab.pagePath === path) ?? false;
  }

  isIndependent(path: string): boolean {
    return this.subPackageOf(path)?.independent ?? false;
  }

  /** The .json beside a page or component, with the app's global components filled in. */
  componentConfig(path: string): ComponentConfig {
    const own = this.has(`${path}.json`)
      ? (JSON.parse(this.read(`${path}.json`)) as ComponentConfig)
      : {};
    const shared: Record<string, string> = {};
    for (const [name, target] of Object.entries(this.config.usingComponents ?? {})) {
      shared[name] = `/${posix.join('/', target).slice(1)}`;
    }
    return { ...own, usingComponents: { ...shared, ...own.usingComponents } };
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  /** Paths of every file with this extension, relative to the root, with forward slashes. */
  files(extension: string): string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  }

  private subPackageOf(path: string): SubPackage | undefined {
    return this.subPackages.find((sub) =>
      sub.pages.some((page) => posix.join(sub.root, page) === path),
    );
  }
}

function findRoot(directory: string): string {
  if (existsSync(join(directory, 'app.json'))) return directory;
  const settings = join(directory, 'project.config.json');
  if (existsSync(settings)) {
    const { miniprogramRoot } = JSON.parse(readFileSync(settings, 'utf8')) as {
      miniprogramRoot?: string;
    };
    const root = resolve(directory, miniprogramRoot ?? '.');
    if (existsSync(join(root, 'app.json'))) return root;
  }
  throw new Error(`no app.json in ${directory}`);
}
