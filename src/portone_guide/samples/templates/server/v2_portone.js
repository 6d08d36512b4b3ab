// npm install @portone/server-sdk
import {
  IdentityVerificationClient,
  PaymentClient,
} from "@portone/server-sdk";

export { PortOneError } from "@portone/server-sdk";

const secret = process.env.PORTONE_API_SECRET ?? "";
// 테스트는 TEST, 실제로 열 때는 LIVE
const type = process.env.PORTONE_CHANNEL_TYPE;
export const CHANNEL_TYPE = type;

export const payments = PaymentClient({ secret });
export const identities = IdentityVerificationClient({
  secret,
});
