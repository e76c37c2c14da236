export function faultsOf(name: string, text: string): string[];
