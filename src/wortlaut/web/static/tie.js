// Ties the parts of one statement together: what lies under the pointer or has the focus lights up everywhere.
let lit = null;

const numbersAt = (target) => target.closest?.("[data-s]")?.dataset.s ?? null;

function light(numbers) {
  if (numbers === lit) return;
  for (const part of document.querySelectorAll(".on")) part.classList.remove("on");
  for (const number of numbers?.split(" ") ?? []) {
    for (const part of document.querySelectorAll(`[data-s~="${number}"]`)) part.classList.add("on");
  }
  lit = numbers;
}

function reveal(number) {
  const list = document.querySelector(".list");
  const card = document.getElementById(`s${number}`);
  if (!card || list.scrollHeight <= list.clientHeight) return;
  const gap = card.getBoundingClientRect().top - list.getBoundingClientRect().top;
  if (gap < 0 || gap + card.offsetHeight > list.clientHeight) list.scrollTop += gap - 48;
}

document.addEventListener("pointerover", (event) => {
  const numbers = numbersAt(event.target);
  light(numbers);
  if (numbers !== null && event.target.closest(".text")) reveal(numbers.split(" ")[0]);
});
document.addEventListener("focusin", (event) => light(numbersAt(event.target)));
document.addEventListener("focusout", () => light(null));
