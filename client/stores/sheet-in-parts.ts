import { makeAutoObservable, runInAction } from 'mobx';
import type { Answer, ApiError, SheetPart } from '../../typings/answer';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';

/** A list as a table to be opened: where it is long, a part at a time, one press each. */
export class SheetInParts {
  private readonly file: FileToOpen;
  /** what was asked for last: another question begins anew */
  private question = '';
  /** parts opened so far, and where the next one begins */
  private opened = 0;
  private next: string | null = null;

  constructor(openFile: OpenFile) {
    this.file = new FileToOpen(openFile);
    makeAutoObservable<SheetInParts, 'file'>(this, { file: false });
  }

  get busy(): boolean {
    return this.file.busy;
  }

  get error(): ApiError | null {
    return this.file.error;
  }

  /** The part that the next press opens; 1 at the beginning. */
  get part(): number {
    return this.next === null ? 1 : this.opened + 1;
  }

  /** Asks for the next part of what a question is answered by, and shows it. */
  async open(
    name: string,
    question: string,
    ask: (cursor: string | undefined) => Promise<Answer<SheetPart>>,
  ): Promise<void> {
    if (this.busy) return;
    if (question !== this.question) this.restart(question);
    const { part, next } = this;
    const title = part === 1 ? name : `${name}（第 ${part} 份）`;
    await this.file.open({ name: title, kind: 'xlsx' }, async () => {
      const answer = await ask(next ?? undefined);
      if (answer.ok) {
        runInAction(() => {
          this.opened = part;
          this.next = answer.data.next;
        });
      }
      return answer;
    });
  }

  clear(): void {
    this.file.clear();
    this.restart('');
  }

  private restart(question: string): void {
    this.question = question;
    this.opened = 0;
    this.next = null;
  }
}
