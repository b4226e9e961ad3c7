import type { Scope } from '../expressions/scope';
import type { Find } from '../storage/find';
import type { Document, Value } from '../values/types';

export type Variables = Scope['variables'];

/** Makes a stream of documents of another, never changing the documents themselves. */
export type Stage = (input: Iterable<Document>, variables: Variables) => Iterable<Document>;

/** Reads a collection; undefined for one that does not exist. */
export type ReadCollection = (collection: string, request: Find) => Iterable<Document> | undefined;

export interface StageSpec {
  name: string;
  spec: Value;
}

/** What a stage that holds others compiles them by. */
export interface Compilers {
  read: ReadCollection;
  compileStages: (stages: readonly StageSpec[], names: ReadonlySet<string>) => Stage;
}

/** Compiles the specification of a stage; `names` are the variables that its expressions may use. */
export type CompileStage = (spec: Value, names: ReadonlySet<string>, compilers: Compilers) => Stage;
