const WORDS = {
  paid: "결제되었습니다.",
  account_issued: "이 계좌로 입금하세요:",
  verified: "본인인증을 마쳤습니다:",
  cancelled: "취소되었습니다.",
  stopped: "정기결제를 그만두었습니다.",
  failed: "결제하지 못했습니다:",
  wrong: "주문과 다른 결제입니다. 완료하지 않았습니다.",
  not_paid: "아직 결제되지 않았습니다.",
  not_registered: "결제수단이 등록되지 않았습니다.",
  not_verified: "본인인증을 마치지 못했습니다.",
};
