import { render } from 'preact';
import { App } from './App.tsx';
import { chooseLocale, preferredLocale } from './i18n/index.ts';
import { watchPace } from './state/pace.ts';
import { openSession } from './state/session.ts';
import './styles/main.css';

const root = document.getElementById('app');
if (root !== null) {
  watchPace();
  void chooseLocale(preferredLocale()).then(() => {
    render(<App />, root);
    return openSession();
  });
}
