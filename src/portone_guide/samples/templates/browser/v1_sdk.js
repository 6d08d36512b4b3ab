// HTML에 먼저 넣으세요:
// <script
//   src="https://cdn.iamport.kr/v1/iamport.js"
// ></script>
IMP.init("imp00000000"); // 콘솔의 고객사 식별코드
