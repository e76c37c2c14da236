// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { draft, dropDraft, forgetDrafts, lastingDraft, openDrafts } from './drafts.ts';
import type { Vault } from './vault.ts';

const empty = { where: '' };

/** Stands in for the storage of a tab, which stays when the page is loaded anew. */
function tab() {
  let words: string | undefined;
  const vault: Vault = {
    read: () => Promise.resolve(words),
    write: (next) => {
      words = next;
      return Promise.resolve();
    },
    empty: () => (words = undefined),
  };
  return {
    vault,
    words: () => words,
    /** What was in memory is gone. */
    async reload(person: string) {
      const stays = words;
      forgetDrafts();
      words = stays;
      await openDrafts(person, vault);
    },
  };
}

async function written() {
  const kept = tab();
  const { words } = kept;
  await openDrafts('amina', kept.vault);
  lastingDraft('movement room', empty).value = { where: 'Aylan' };
  await vi.waitFor(() => {
    expect(words()).toContain('Aylan');
  });
  return kept;
}

afterEach(forgetDrafts);

describe('words that outlive a reload', () => {
  it('are there again for who wrote them', async () => {
    const kept = await written();

    await kept.reload('amina');

    expect(lastingDraft('movement room', empty).value).toEqual({ where: 'Aylan' });
  });

  it('are nothing for anybody else', async () => {
    const kept = await written();

    await kept.reload('jonas');

    expect(lastingDraft('movement room', empty).value).toEqual(empty);
    expect(kept.words()).toBeUndefined();
  });

  it('are gone once they were sent', async () => {
    const { words } = await written();

    dropDraft('movement room');

    await vi.waitFor(() => {
      expect(words()).not.toContain('Aylan');
    });
  });

  it('are gone with the session', async () => {
    const { words } = await written();

    forgetDrafts();

    expect(words()).toBeUndefined();
    expect(lastingDraft('movement room', empty).value).toEqual(empty);
  });

  it('are gone after half a day', async () => {
    const kept = await written();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 13 * 3_600_000);

    await kept.reload('amina');

    expect(lastingDraft('movement room', empty).value).toEqual(empty);
  });

  it('are left when they are of another shape', async () => {
    const kept = await written();

    await kept.reload('amina');

    expect(lastingDraft('movement room', { stops: [] }).value).toEqual({ stops: [] });
  });
});

describe('words in memory', () => {
  it('are not found by whoever comes next to the same page', async () => {
    const { vault, words } = await written();
    draft('here', '').value = 'Aylan';

    await openDrafts('jonas', vault);

    expect(draft('here', '').value).toBe('');
    expect(lastingDraft('movement room', empty).value).toEqual(empty);
    expect(words()).toBeUndefined();
  });
});
