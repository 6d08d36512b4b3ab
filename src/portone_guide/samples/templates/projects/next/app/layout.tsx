// {% if portone == "v1" %}
import Script from "next/script";
// {% endif %}
import type { ReactNode } from "react";

import "../components/style.css";

export const metadata = { title: "결제" };

export default function Layout({ children }: { children: ReactNode }) {
  // {% if portone == "v1" %}
  const sdk = "https://cdn.iamport.kr/v1/iamport.js";
  return (
    <html lang="ko">
      <body>
        <Script src={sdk} strategy="beforeInteractive" />
        {children}
      </body>
    </html>
  );
  // {% else %}
  return (
    <html lang="ko">
      <body>{children}</body>
    </html>
  );
  // {% endif %}
}
