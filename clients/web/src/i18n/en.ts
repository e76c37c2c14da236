/** Every word on screen, in English. `docs/glossary.md` has the terms; keys name the place, not the words. */
export const en = {
  'app.name': 'ContactGroup',
  'app.unclassified': 'For unclassified content only.',
  'app.starting': 'Starting',
  'app.skipToContent': 'Skip to content',

  'error.unreachable': 'No answer came from the server.',
  'error.busy': 'The server asks to wait {seconds, plural, one {# second} other {# seconds}} before trying again.',
  'error.unexpected': 'Something went wrong at the server.',
  'error.notFound': 'This is not here, or not for you to see.',
  'error.tryAgain': 'Try again',
  'error.wordsKept': 'Your words are still here. Nothing was lost.',
  'error.CG-1002': 'Something needs correcting. It is marked below.',
  'error.CG-1003': 'This is too long to send.',
  'error.CG-1006': 'These words changed after they were first sent. Send them again.',
  'error.CG-2001': 'You are signed out. Sign in again to go on.',
  'error.CG-2002': 'The account or the password is not right, or the account is not in use.',
  'error.CG-2003': 'Your role does not include this.',
  'error.CG-2004': 'This is not here, or not for you to see.',
  'error.CG-3001': 'Accept the terms of reference of this contact group before posting.',
  'error.CG-3002': 'This channel is closed while the contact group keeps its present distance.',
  'error.CG-3003': 'Only the author can do this.',
  'error.CG-4001': 'The place in the channel was lost. Load the page again.',
  'error.CG-4002': 'Another coordinator has already decided this.',

  'signIn.title': 'Sign in',
  'signIn.account': 'Account',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.ended': 'Your session has ended. Sign in again to go on.',
  'signIn.purpose':
    'Where humanitarian organisations, military forces and coordinators keep contact and keep their distance.',

  'language.label': 'Language',

  'nav.label': 'Main',
  'nav.groups': 'Groups',
  'nav.incidents': 'Incidents',
  'nav.report': 'Report',
  'nav.reviews': 'Review',
  'nav.me': 'Me',

  'connection.online': 'Online',
  'connection.slow': 'Slow – text only',
  'connection.offline': '{n, plural, =0 {Offline} other {Offline – # waiting}}',
  'connection.sending': 'Sending {i} of {n}',

  'side.humanitarian': 'Humanitarian',
  'side.security': 'Security',
  'side.political': 'Political',
  'side.coordination': 'Coordination',

  'groups.title': 'Groups',
  'groups.empty': 'You are in no contact group yet. A coordinator adds you; the group then appears here.',
} as const;

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;
