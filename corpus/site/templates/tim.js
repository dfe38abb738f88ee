"use strict";
(() => {
  const DAU = "\u0300\u0301\u0303\u0309\u0323";
  const THUA = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
  const CHU = "\\p{L}\\p{N}";
  const DOI_DAU = new RegExp(`(?<!q)(o(?=[ae])|u(?=y))([aey])([${DAU}])(?![a-z\u0300-\u036f])`, "gi");
  const Y_CUOI = new RegExp(`(?<![${CHU}])(h|k|l|m|s|t|v|qu)y([${DAU}]?)(?![${CHU}]|[\u0300-\u036f])`, "gu");

  // Một cách viết: NFC, chữ thường, Ð là Đ, hoà là hòa, kỹ là kĩ; cùng luật với extractors.text.spelling.
  function vietMotCach(chu) {
    const thuong = chu.replace(THUA, "").normalize("NFC").replace(/[\u00d0\u0189]/g, "Đ").toLowerCase();
    return thuong.normalize("NFD").replace(DOI_DAU, "$1$3$2").replace(Y_CUOI, "$1i$2").normalize("NFC");
  }
  // Bỏ dấu, đ là d; cùng luật với extractors.text.fold.
  function boDau(chu) {
    return vietMotCach(chu).normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  }
  const cacTu = (chu) => chu.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) || [];
  const coDau = (chu) => {
    const thuong = chu.normalize("NFC").replace(/[\u00d0\u0189]/g, "Đ").toLowerCase();
    return thuong.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d") !== thuong;
  };

  const cauHinh = JSON.parse(document.getElementById("cau-hinh").textContent);
  const tenKhac = new Map(cauHinh.ten_khac);
  const daiNhat = Math.max(1, ...[...tenKhac.keys()].map((ten) => ten.split(" ").length));

  // Câu tìm thành các vế; mỗi vế là các cách viết, mỗi cách biết so đúng dấu hay không dấu.
  function docCauTim(cau) {
    const ve = [];
    for (const phan of cau.match(/"[^"]+"|[^"\s]+/g) || []) {
      const tu = cacTu(phan);
      if (phan.startsWith('"') && tu.length) ve.push({ tu, nguyen: true });
      else tu.forEach((mot) => ve.push({ tu: [mot], nguyen: false }));
    }
    const ra = [];
    for (let i = 0; i < ve.length; ) {
      let rong = 1;
      for (let n = Math.min(daiNhat, ve.length - i); n > 1; n--) {
        const chum = ve.slice(i, i + n);
        if (chum.every((v) => !v.nguyen) && tenKhac.has(boDau(chum.map((v) => v.tu[0]).join(" ")))) { rong = n; break; }
      }
      const chu = ve.slice(i, i + rong).flatMap((v) => v.tu).join(" ");
      const dau = coDau(chu);
      const cach = [chu, ...(tenKhac.get(boDau(chu)) || [])];
      ra.push(cach.map((mot) => ({ dau: dau && coDau(mot), chu: cacTu(dau && coDau(mot) ? vietMotCach(mot) : boDau(mot)).join(" ") })));
      i += rong;
    }
    return ra;
  }

  const bai = [];
  function nhan(dong) {
    for (const [trang, tit, ngay, nguon, tinh, chienDich] of dong) {
      const chu = [tit, nguon, tinh, chienDich].join(" . ");
      bai.push({
        trang, tit, ngay, nguon, tinh, chienDich,
        dau: ` ${cacTu(vietMotCach(chu)).join(" ")} `,
        khong: ` ${cacTu(boDau(chu)).join(" ")} `,
      });
    }
  }
  globalThis.thiduaNhan = (dong) => { nhan(dong); henVe(); };

  function khop(mot, ve, dangGo) {
    return ve.every((cach, i) => cach.some(({ dau, chu }) => {
      const cuoi = dangGo && i === ve.length - 1 ? "" : " ";
      return chu && (dau ? mot.dau : mot.khong).includes(` ${chu}${cuoi}`);
    }));
  }

  const o = document.getElementById("o-tim");
  const danhSach = document.getElementById("ket-qua");
  const dem = document.getElementById("dem");
  const banDau = [...danhSach.children];
  const cauDau = dem.textContent;
  let con = [...cauHinh.thang];
  let dangTai = false;

  function taiTiep() {
    if (dangTai || !con.length) return;
    dangTai = true;
    const the = document.createElement("script");
    the.src = cauHinh.goc + con.shift();
    the.onload = the.onerror = () => { dangTai = false; the.remove(); henVe(); taiTiep(); };
    document.head.append(the);
  }

  function dong(mot) {
    const li = document.createElement("li");
    li.className = "item";
    const tit = document.createElement("p");
    tit.className = "title";
    const a = document.createElement("a");
    a.href = cauHinh.goc + mot.trang;
    a.textContent = mot.tit;
    tit.append(a);
    const meta = document.createElement("p");
    meta.className = "meta";
    for (const chu of [mot.ngay, mot.nguon, mot.tinh, mot.chienDich]) {
      if (!chu) continue;
      const span = document.createElement("span");
      span.textContent = chu;
      meta.append(span);
    }
    li.append(tit, meta);
    return li;
  }

  function ve() {
    const cau = o.value;
    const cacVe = docCauTim(cau);
    if (!cacVe.length) {
      danhSach.replaceChildren(...banDau);
      dem.textContent = cauDau;
      return;
    }
    const trung = bai.filter((mot) => khop(mot, cacVe, !/\s$/.test(cau)));
    danhSach.replaceChildren(...trung.slice(0, 100).map(dong));
    const them = trung.length > 100 ? ", 100 bài đầu" : "";
    dem.textContent = con.length || dangTai ? `${trung.length} bài, đang đọc tiếp…` : trung.length ? `${trung.length} bài${them}` : "Không có bài nào. Thử bớt từ, hoặc gõ không dấu.";
  }
  let hen = 0;
  function henVe() {
    clearTimeout(hen);
    hen = setTimeout(ve, 60);
  }
  o.addEventListener("input", () => { taiTiep(); henVe(); });
  o.addEventListener("focus", taiTiep);
  document.getElementById("tim").addEventListener("submit", (e) => e.preventDefault());
  document.getElementById("tim").addEventListener("reset", () => setTimeout(ve));
  globalThis.thiduaTim = { vietMotCach, boDau, tim: (cau) => bai.filter((mot) => khop(mot, docCauTim(cau), false)).map((mot) => mot.tit) };
})();
