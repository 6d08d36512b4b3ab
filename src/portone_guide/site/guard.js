// Keeps every call that would open a payment window, and stops it: nothing is opened and nothing is paid.
(() => {
  const kept = (window.__portone_guide_calls = []);
  const names = {
    PortOne: ["requestPayment", "requestIssueBillingKey", "loadPaymentUI", "loadIssueBillingKeyUI", "requestIdentityVerification"],
    IMP: ["request_pay", "certification"],
  };
  for (const [owner, calls] of Object.entries(names)) {
    let value;
    const wrapped = (given) => given && new Proxy(given, {
      get(target, name) {
        if (!calls.includes(name)) return Reflect.get(target, name);
        return (...words) => {
          kept.push(owner + "." + String(name));
          return new Promise(() => {});
        };
      },
    });
    Object.defineProperty(window, owner, { configurable: true, get: () => value, set: (given) => { value = wrapped(given); } });
  }
  window.open = (address) => { window.__portone_guide_opened = String(address || ""); return null; };
})();
