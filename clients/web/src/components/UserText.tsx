/** Text that a person wrote: in its own direction, with its own line breaks. */
export function UserText({ text }: { readonly text: string }) {
  return (
    <p class="user-text" dir="auto">
      {text}
    </p>
  );
}
