export const enTyped = {
  kept: 'What you typed before stands here, and is not sent.',
  tried: 'What you typed before stands here. It was sent, and no answer came: it may have arrived.',
  newer:
    'Version {n} came after you began. What you typed is not sent: it might undo what was corrected meanwhile. Note what you need of it, drop it, and begin from version {n}.',
  newerTried:
    'Version {n} came after you began. It may be what you typed: that was sent, and no answer came. Look at version {n}, note what it lacks, drop what you typed, and begin from there.',
  look: 'Version {n} came after you began: begin from it.',
  overtaken: 'A colleague changed this while you were writing. It says now:',
  empty: 'Nothing any more.',
  take: 'Take the colleague’s answer',
  keepMine: 'Keep mine',
  decide: 'Say which answer stands.',
  drop: 'Drop what I typed',
} as const;
