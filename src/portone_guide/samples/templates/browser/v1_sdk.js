// HTML에 먼저 넣으세요:
// <script
//   src="https://cdn.iamport.kr/v1/iamport.js"
// ></script>
let ready = false;

function init(impCode) {
  if (!ready) IMP.init(impCode); // 한 번만
  ready = true;
}
