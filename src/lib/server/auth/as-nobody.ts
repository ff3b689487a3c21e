import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Runs something as nobody's request. A timer keeps what belongs to the request in which it was set, some
 * 20 KB, until it ends; so timers that outlive a request are set as nobody.
 */
export const asNobody: <Result>(work: () => Result) => Result = AsyncLocalStorage.snapshot();
