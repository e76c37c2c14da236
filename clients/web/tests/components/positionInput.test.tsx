import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useSignal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { PositionInput } from '../../src/places/PositionInput.tsx';
import type { Position } from '../../src/places/readPosition.ts';

afterEach(cleanup);

/** A form around the field, with what it was told. */
function form(first?: Position) {
  const told: (Position | undefined)[] = [];
  let set: (value: Position) => void = () => undefined;
  function Form() {
    const value = useSignal(first);
    set = (next) => (value.value = next);
    return (
      <PositionInput
        label="Where"
        value={value.value}
        onChange={(next) => {
          told.push(next);
          value.value = next;
        }}
      />
    );
  }
  render(<Form />);
  const input = screen.getByLabelText<HTMLInputElement>('Where');
  const type = (text: string) => fireEvent.input(input, { target: { value: text } });
  return {
    told,
    input,
    type,
    set: (value: Position) => {
      set(value);
    },
  };
}

describe('the field for a position', () => {
  it('tells decimal degrees whichever way they come, and shows what it understood with its grid reference', async () => {
    const { told, type } = form();

    type('36°07\'24.4416"N 37°14\'04.4412"E');

    expect(told.at(-1)).toEqual({ lat: 36.123456, lon: 37.234567 });
    expect((await screen.findByText('37S CV 41126 99084')).getAttribute('dir')).toBe('ltr');
    expect(screen.getByRole('status').textContent).toContain('36.123456, 37.234567');
  });

  it('reads a grid reference, and tells nothing before it could', async () => {
    const { told, type } = form();

    type('37S CV 41126 99084');

    await waitFor(() => {
      expect(told.at(-1)?.lat).toBeCloseTo(36.12346, 4);
    });
    expect(screen.getByLabelText('Where').getAttribute('aria-invalid')).toBe('false');
  });

  it('takes back what it told when the words name no position any more, and says what to do', () => {
    const { told, type } = form({ lat: 1.5, lon: 2.5 });

    type('1.5, ');

    expect(told).toEqual([undefined]);
    expect(screen.getByText(en['position.fault.unreadable'])).toBeTruthy();
    expect(screen.getByLabelText('Where').getAttribute('aria-invalid')).toBe('true');
  });

  it('says when a place is named only roughly', () => {
    const { type } = form();

    type('36.12, 37.23');

    expect(screen.getByText(/about 1,?110 m only/)).toBeTruthy();
  });

  it('stands with the value that it is given, and follows a form that is filled anew', async () => {
    const { input, set } = form({ lat: 1.5, lon: 2.5 });
    expect(input.value).toBe('1.5, 2.5');

    set({ lat: 3.5, lon: 4.5 });

    await waitFor(() => {
      expect(input.value).toBe('3.5, 4.5');
    });
  });
});
