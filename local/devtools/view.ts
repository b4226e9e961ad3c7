import * as glassEasel from 'glass-easel';
import {
  type AssociatedBackend,
  type CodeSpace,
  type component,
  MiniProgramEnv,
} from 'glass-easel-miniprogram-adapter';
import type { Project } from './project';
import type { CompiledTemplates } from './templates';

export type Caller = component.GeneralComponent;
export type ViewComponent = glassEasel.GeneralComponent;

/** A page's root in the view. */
export interface MountedPage {
  component: ViewComponent;
  caller: Caller;
  unmount(): void;
}

export interface ViewListeners {
  onError(reason: unknown): void;
  onWarning(message: string): void;
}

type ErrorListener = Parameters<typeof glassEasel.addGlobalErrorListener>[0];
type WarningListener = Parameters<typeof glassEasel.addGlobalWarningListener>[0];

/** A custom wrapper renders once before its data arrives; WeChat draws nothing then, and says nothing. */
const HARMLESS_WARNING = 'The for-list data is neither Array nor Object, got type "undefined".';

/** glass-easel waits 16 ms for a frame; there are no frames here, so callbacks run in the next turn. */
class FramelessBackend extends glassEasel.EmptyComposedBackendContext {
  override render(callback: (error: Error | null) => void): void {
    setImmediate(() => callback(null));
  }
}

/** The view layer: glass-easel over a backend that draws nothing. */
export class View {
  readonly codeSpace: CodeSpace;
  private readonly backend: AssociatedBackend;
  private readonly context = new FramelessBackend();
  private readonly stopListening: () => void;

  constructor(templates: CompiledTemplates, listeners: ViewListeners) {
    const environment = new MiniProgramEnv();
    this.codeSpace = environment.createCodeSpace('main', true);
    this.backend = environment.associateBackend(this.context);
    for (const [path, template] of templates.byPath) {
      this.codeSpace.addCompiledTemplate(path, template);
    }
    this.stopListening = this.listen(listeners);
  }

  configure(path: string, project: Project): void {
    this.codeSpace.addComponentStaticConfig(path, project.componentConfig(path));
  }

  /** Build the page registered under `path` and attach it. */
  mount(path: string, beforeAttach: (caller: Caller) => void): MountedPage {
    const root = this.backend.createRoot('body', this.codeSpace, path);
    const caller = root.get() as Caller;
    beforeAttach(caller);
    root.attach(this.context.createElement('', ''), this.context.createElement('', ''));
    return { component: root.getComponent(), caller, unmount: () => root.release() };
  }

  close(): void {
    this.stopListening();
  }

  /** glass-easel reports to global listeners; take only what concerns components of this view. */
  private listen({ onError, onWarning }: ViewListeners): () => void {
    const own = (related: ViewComponent | string | undefined): boolean =>
      typeof related !== 'object' ||
      related.getRootBehavior().ownerSpace === this.codeSpace.getComponentSpace();
    const error: ErrorListener = (reason, _method, related) => {
      if (!own(related)) return undefined;
      onError(reason);
      return false;
    };
    const warning: WarningListener = (message, related) => {
      if (!own(related)) return undefined;
      if (message !== HARMLESS_WARNING) {
        onWarning(typeof related === 'object' ? `${related.is}: ${message}` : message);
      }
      return false;
    };
    glassEasel.addGlobalErrorListener(error);
    glassEasel.addGlobalWarningListener(warning);
    return () => {
      glassEasel.removeGlobalErrorListener(error);
      glassEasel.removeGlobalWarningListener(warning);
    };
  }
}
