import { useEffect, useState } from 'preact/hooks';

/** A value as it was when it last stood still for the given time. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  const same = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(() => value);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [same, milliseconds]);
  return settled;
}
