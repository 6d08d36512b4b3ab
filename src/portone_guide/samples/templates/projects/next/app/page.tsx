import { Shop } from "./shop";

export default function Page() {
  return (
    <main>
      <h1>결제</h1>
      <Shop />
    </main>
  );
}
