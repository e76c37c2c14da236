// Where the host demands trusted types, the drawing library asks once, at its start, whether the browser knows SVG, by writing this one string. It and no
// other may be written. Imported before the library.
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
}

const types = (window as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
try {
  types?.createPolicy('default', { createHTML: (text) => (text === '<svg/>' ? text : null) });
} catch {
  // The host allows no policies: the library then does not start, and the list stays.
}

export {};
