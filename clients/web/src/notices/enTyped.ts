export const enTyped = {
  kept: 'What you typed before stands here, and is not sent.',
  newer:
    'Version {n} came after you began. What you typed is not sent: it might undo what was corrected meanwhile. Note what you need of it, drop it, and begin from version {n}.',
  look: 'Version {n} came after you began: begin from it.',
  drop: 'Drop what I typed',
} as const;
