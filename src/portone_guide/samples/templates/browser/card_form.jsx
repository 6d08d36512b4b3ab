"use client";
// {% include page %}

const FIELDS = {
  number: "카드 번호",
  expiryYear: "유효기간 연 (YY)",
  expiryMonth: "유효기간 월 (MM)",
  birth: "생년월일 6자리",
  password: "비밀번호 앞 2자리",
};

// order: 서버에서 주문을 받아 오는 함수
export default function PayButton({ order, onDone }) {
  const start = async (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const card = Object.fromEntries(form);
    onDone(await pay(await order(), card));
  };
  return (
    <form onSubmit={start} autoComplete="off">
      {Object.entries(FIELDS).map(([name, label]) => (
        <label key={name}>
          {label} <input name={name} required />
        </label>
      ))}
      <button>카드로 결제하기</button>
    </form>
  );
}
