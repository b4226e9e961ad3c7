interface Requests {
  send(action: string, data: object, options?: object): Promise<unknown>;
}

/**
 * Breaks the connection of this process's SDK to its service at a request: `before` the service sees
 * it, or `after`, when the work is done and the answer lost. What was open is let go of. Answers with
 * a function that mends the connection.
 */
export async function breakAt(request: number, when: 'before' | 'after'): Promise<() => void> {
  const { database } = await import('../../../cloudfunctions/platform/cloudbase');
  const { reqClass } = database.constructor as unknown as { reqClass: { prototype: Requests } };
  const { send } = reqClass.prototype;
  let sent = 0;
  const broken = jest.spyOn(reqClass.prototype, 'send').mockImplementation(async function (
    this: Requests,
    ...given
  ) {
    if (given[0] === 'database.abortTransaction') return send.apply(this, given);
    sent += 1;
    if (sent < request) return send.apply(this, given);
    if (sent === request && when === 'after') await send.apply(this, given);
    throw new Error('the process is gone');
  });
  return () => broken.mockRestore();
}
