const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random idempotency key: 26 characters of base32, nothing of the person, the time or the content. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
}

/**
 * Keeps the key of one command across retries. The same words keep their key, so a retry after a lost answer is not a second message;
 * changed words are another command and get another key.
 */
export class CommandKey {
  private key = newKey();
  private body = '';

  for(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.body !== '' && this.body !== text) this.key = newKey();
    this.body = text;
    return this.key;
  }

  /** After success: the next command is another one, even with the same words. */
  done(): void {
    this.key = newKey();
    this.body = '';
  }
}
