import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentService, type IndexDeclaration, openDocuments } from './documents';
import { FileStore } from './storage/file-store';

/** What one environment keeps: its documents and its files, in a folder of its own. */
export interface Environment {
  name: string;
  documents: DocumentService;
  files: FileStore;
}

const plainName = /^[a-z0-9_-]{1,40}$/;

/** Opens environments as they are first named, so that any name works and no two mix. */
export class Environments {
  readonly #opened = new Map<string, Environment>();

  constructor(
    private readonly options: {
      folder: string;
      indexes: IndexDeclaration[];
      durable?: boolean;
      clock: () => number;
    },
  ) {}

  /** The environment of a name, made if it is new. */
  get(name: string): Environment {
    const known = this.#opened.get(name);
    if (known) return known;
    const folder = join(this.options.folder, folderOf(name));
    mkdirSync(folder, { recursive: true });
    const { folder: _, ...options } = this.options;
    const documents = openDocuments({ file: join(folder, 'documents.sqlite'), ...options });
    const environment = { name, documents, files: new FileStore(join(folder, 'files')) };
    this.#opened.set(name, environment);
    return environment;
  }

  close(): void {
    for (const { documents } of this.#opened.values()) documents.close();
    this.#opened.clear();
  }
}

/** `~` stands in no plain name, so a name that cannot be a folder's never meets one that is. */
function folderOf(name: string): string {
  if (plainName.test(name)) return name;
  return `~${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
}
