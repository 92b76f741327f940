/* Quick exit and the sign-up form. No trackers, no third parties. */
(function () {
  "use strict";
  var exit = document.querySelector(".exit");
  if (exit) {
    exit.addEventListener("click", function () {
      window.location.replace("https://weather.example.org/");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { exit.click(); }
    });
  }

  var config = {
    office: { name: "Administrative office", phone: "(217) 555-0140" },
    hotline: "1-888-555-0142",
    mapStyle: "light",
    mapCentre: { lat: 39.8002, lng: -89.6437 }
  };

  var form = document.querySelector("form[data-thanks]");
  if (form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      form.textContent = form.dataset.thanks + " Questions? Call " + config.office.phone + ".";
    });
  }
}());
