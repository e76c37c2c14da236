import { useSignal } from '@preact/signals';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import type { Ground } from './ground.ts';
import type { Box } from './marks.ts';
import { boxOfPcode } from './pcodes.ts';

interface PcodeJumpProps {
  readonly ground: Ground;
  readonly onShow: (area: Box) => void;
}

/** Moves the map to the area of a P-code, where the ground has any. */
export function PcodeJump({ ground, onShow }: PcodeJumpProps) {
  const code = useSignal('');
  const unknown = useSignal(false);
  if (!ground.parts.some(({ pcode }) => pcode !== undefined)) return null;
  const jump = () => {
    const box = boxOfPcode(ground, code.value);
    unknown.value = box === undefined;
    if (box !== undefined) onShow(box);
  };
  return (
    <div class="stack-tight">
      <TextField
        label={t('map.pcode')}
        value={code.value}
        dir="ltr"
        max={20}
        {...(unknown.value ? { error: t('map.pcode.unknown') } : {})}
        onInput={(next) => {
          code.value = next;
          unknown.value = false;
        }}
      />
      <Button onClick={jump}>{t('map.pcode.show')}</Button>
    </div>
  );
}
