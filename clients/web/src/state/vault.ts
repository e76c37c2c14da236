/**
 * Keeps words over a reload of the page: sealed in the storage of this tab, under a key that the browser holds for this origin and gives to nobody. Neither is
 * of use alone, and both go when the session ends. INVARIANT: the one place of the client that puts anything of a person's words on the device.
 */
export interface Vault {
  /** What was kept, if it can be opened still. */
  read(): Promise<string | undefined>;
  write(words: string): Promise<void>;
  empty(): void;
}

const shelf = 'cg-drafts';
const database = 'cg-drafts-key';
const keys = 'keys';
const nonceBytes = 12;

/** Undefined where the browser cannot seal, as over plain HTTP: then words live in memory alone. */
export function deviceVault(): Vault | undefined {
  if (!window.isSecureContext || !('indexedDB' in globalThis)) return undefined;
  const storage = tabStorage();
  if (storage === undefined) return undefined;
  let emptied = 0;
  let held: Promise<CryptoKey> | undefined;
  const key = () => (held ??= ownKey());
  return {
    async read() {
      const sealed = storage.getItem(shelf);
      if (sealed === null) return undefined;
      try {
        return await unsealed(sealed, await key());
      } catch {
        storage.removeItem(shelf); // sealed under a key that is no more
        return undefined;
      }
    },
    async write(words) {
      const before = emptied;
      const sealed = await seal(words, await key());
      if (before === emptied) storage.setItem(shelf, sealed); // signed out while it was being sealed
    },
    empty() {
      emptied += 1;
      held = undefined;
      storage.removeItem(shelf);
      indexedDB.deleteDatabase(database);
    },
  };
}

function tabStorage(): Storage | undefined {
  try {
    // eslint-disable-next-line no-restricted-globals -- sealed, and emptied with the session
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** The key of this origin; made when there is none. Nobody can read it out, this page neither. */
async function ownKey(): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(keys);
  };
  const open = await done(opening);
  open.onversionchange = () => {
    open.close();
  };
  try {
    const store = open.transaction(keys, 'readwrite').objectStore(keys);
    const kept = (await done(store.get(0))) as CryptoKey | undefined;
    if (kept !== undefined) return kept;
    await done(store.put(fresh, 0));
    return fresh;
  } finally {
    open.close();
  }
}

async function seal(words: string, key: CryptoKey): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new TextEncoder().encode(words));
  return [...nonce, ...new Uint8Array(sealed)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function unsealed(sealed: string, key: CryptoKey): Promise<string> {
  const bytes = Uint8Array.from(sealed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const [nonce, rest] = [bytes.slice(0, nonceBytes), bytes.slice(nonceBytes)];
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, rest));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The key cannot be read.'));
    };
  });
}
