// Sends what a Node project asks PortOne to the API on this machine.
const HOSTS = { "api.portone.io": "/v2", "api.iamport.kr": "/v1" };
const send = globalThis.fetch;
globalThis.fetch = (address, options) => {
  const asked = address instanceof Request ? address.url : String(address);
  const url = new URL(asked);
  const prefix = HOSTS[url.hostname];
  if (!prefix) throw new Error(`not to be asked: ${url.hostname}`);
  const here = process.env.FAKE_PORTONE + prefix + url.pathname + url.search;
  return address instanceof Request ? send(new Request(here, address), options) : send(here, options);
};
