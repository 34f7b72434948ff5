/**
 * The workspace in IndexedDB: a store of document updates in the order they came, and a store of this device's steps.
 * Written here rather than taken from a package, so that every failure has a name and reaches the screen.
 */
import * as Y from 'yjs';
import { type Addition, type Door, type Kept, StorageTrouble, type Trouble } from './door.ts';
import { joinedSteps, lastKeyOf, partedStep, partKeyOf, type StepHead, type StepPart } from './stepParts.ts';

const UPDATES = 'updates';
const STEPS = 'steps';
const DATABASE_VERSION = 1;
/** Some browsers never answer an open request after a crash; waiting longer helps nobody. */
const PATIENCE_MILLISECONDS = 5000;

const TROUBLE_BY_NAME: Readonly<Record<string, Trouble>> = {
  QuotaExceededError: 'full',
  SecurityError: 'denied',
  NotAllowedError: 'denied',
  // Private windows of some browsers open a database and then refuse to change it.
  InvalidStateError: 'closed',
  ReadOnlyError: 'denied',
};

function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof StorageTrouble) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StorageTrouble(TROUBLE_BY_NAME[name] ?? 'failed', String(error));
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(troubleOf(request.error));
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(troubleOf(transaction.error));
  });
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const factory: IDBFactory | undefined = globalThis.indexedDB;
    if (!factory) throw new StorageTrouble('missing', 'no IndexedDB');
    const request = factory.open(name, DATABASE_VERSION);
    let waiting = true;
    const end = (): boolean => {
      clearTimeout(patience);
      const first = waiting;
      waiting = false;
      return first;
    };
    const giveUp = (trouble: Trouble, detail: string): void => {
      if (end()) reject(new StorageTrouble(trouble, detail));
    };
    const patience = setTimeout(
      () => giveUp('silent', `no answer in ${PATIENCE_MILLISECONDS} ms`),
      PATIENCE_MILLISECONDS,
    );
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true });
      request.result.createObjectStore(STEPS, { keyPath: 'id' });
    };
    // Other tabs of this application close at once when asked: what still blocks will not go away by itself.
    request.onblocked = () => giveUp('blocked', 'another tab holds an older database');
    request.onerror = () => {
      if (end()) reject(troubleOf(request.error));
    };
    request.onsuccess = () => {
      // An answer after we gave up: nobody will use it, and it would block others.
      if (end()) resolve(request.result);
      else request.result.close();
    };
  });
}

/** Opens a database of its own. @throws StorageTrouble */
export async function openIndexedDb(name: string, onLost: (trouble: Trouble) => void): Promise<Door> {
  const database = await openDatabase(name).catch((error: unknown) => {
    throw troubleOf(error);
  });
  // Another tab with a newer application must be able to migrate; holding on would block it.
  database.onversionchange = () => {
    database.close();
    onLost('closed');
  };
  database.onclose = () => onLost('closed');
  return {
    load: () => guarded(() => load(database)),
    append: (addition) => guarded(() => append(database, addition)),
    compact: () => guarded(() => compact(database)),
    close: () => database.close(),
  };
}

/** Turns what IndexedDB throws at once, and what it rejects later, into one kind of error. */
async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw troubleOf(error);
  }
}

async function load(database: IDBDatabase): Promise<Kept> {
  const transaction = database.transaction([UPDATES, STEPS], 'readonly');
  const [updates, records] = await Promise.all([
    answerOf<Uint8Array[]>(transaction.objectStore(UPDATES).getAll()),
    answerOf<(StepHead | StepPart)[]>(transaction.objectStore(STEPS).getAll()),
  ]);
  return { updates, steps: joinedSteps(records) };
}

/** Records given to the database before the page breathes: each is copied while it is given. */
const AT_ONCE = 8;

/** Gives the records of a large addition some at a time; the transaction stays open as long as one is on its way. */
function feederOf(): (request: IDBRequest) => Promise<void> | undefined {
  let given = 0;
  return (request) => {
    given += 1;
    return given % AT_ONCE === 0 ? answerOf(request).then(() => {}) : undefined;
  };
}

async function append(database: IDBDatabase, { updates, put, drop }: Addition): Promise<void> {
  const transaction = database.transaction([UPDATES, STEPS], 'readwrite');
  const end = endOf(transaction);
  // whoever awaits a request hears of the failure there
  end.catch(() => {});
  const feed = feederOf();
  const [ownUpdates, ownSteps] = [transaction.objectStore(UPDATES), transaction.objectStore(STEPS)];
  for (const update of updates) await feed(ownUpdates.add(update));
  for (const step of put) {
    const { head, parts } = partedStep(step);
    if (head.parts !== undefined && (await answerOf(ownSteps.getKey(partKeyOf(step.id, 0)))) === undefined)
      for (const part of parts()) await feed(ownSteps.put(part));
    await feed(ownSteps.put(head));
  }
  for (const id of drop) await feed(ownSteps.delete(IDBKeyRange.bound(id, lastKeyOf(id))));
  // Left to itself it would first ask the page whether more comes: a page that closes right after a gesture never answers.
  transaction.commit();
  await end;
}

/** One transaction reads, melts and replaces: an update that another tab adds meanwhile waits for its end. */
function compact(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction(UPDATES, 'readwrite');
  const end = endOf(transaction);
  const store = transaction.objectStore(UPDATES);
  const request: IDBRequest<Uint8Array[]> = store.getAll();
  request.onsuccess = () => {
    const doc = new Y.Doc();
    for (const update of request.result) Y.applyUpdate(doc, update);
    store.clear();
    store.add(Y.encodeStateAsUpdate(doc));
    doc.destroy();
  };
  return end;
}
