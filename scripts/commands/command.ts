/** One command of the `zhengwei` command line; each file in this folder exports one by default. */
export interface Command {
  /** What `--help` prints: options and the names of a record's fields, in Chinese. */
  help: string;
  run(args: string[]): Promise<void>;
}
