import vm from 'node:vm';
import type { template } from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { TemplateMessage } from './journal';
import type { Project } from './project';

interface CompilerMessage {
  message: string;
  startLine: number;
  startColumn: number;
}

export interface CompiledTemplates {
  /** By path without extension. */
  byPath: Map<string, template.ComponentTemplate>;
  messages: TemplateMessage[];
}

/** Compile every .wxml and .wxs of the package for glass-easel, in a realm of their own. */
export function compileTemplates(project: Project): CompiledTemplates {
  const group = new TmplGroup();
  const messages: TemplateMessage[] = [];
  const paths: string[] = [];
  for (const file of project.files('.wxs'))
    group.addScript(withoutExtension(file), project.read(file));
  for (const file of project.files('.wxml')) {
    const path = withoutExtension(file);
    const found = group.addTmpl(path, project.read(file)) as CompilerMessage[];
    for (const { message, startLine, startColumn } of found) {
      messages.push({ path: file, message: `${startLine + 1}:${startColumn + 1} ${message}` });
    }
    paths.push(path);
  }
  const source = group.getTmplGenObjectGroups();
  group.free();
  const groupList = vm.runInContext(
    `(${source})`,
    vm.createContext({}),
  ) as template.ProcGenGroupList;
  const byPath = new Map<string, template.ComponentTemplate>();
  for (const path of paths) {
    const content = groupList[path];
    if (content) byPath.set(path, { groupList, content, fallbackListenerOnNativeNode: true });
  }
  return { byPath, messages };
}

function withoutExtension(file: string): string {
  return file.slice(0, file.lastIndexOf('.'));
}
