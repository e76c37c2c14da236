import { configure } from '@testing-library/preact';

// A screen that comes on demand is read from disk first, and a machine with other work takes seconds for that. What
// never comes fails all the same, only later.
configure({ asyncUtilTimeout: 30_000 });
