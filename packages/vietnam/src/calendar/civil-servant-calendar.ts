import type { WorkCalendar } from "@chiendich/core";

/**
 * Working days of cadres, civil servants and public employees, 2024 to 2027 (week from Monday to
 * Friday). The swapped days and the span of Tết are decided every year by the Prime Minister or the
 * Ministry of Home Affairs, so this is data and not a formula. Swaps bind agencies; enterprises
 * choose, and schools follow the education calendar (from memory).
 *
 * Confidence: the days were read in secondary sources that report the documents named in `basis`
 * (medium). For 2027 nothing is announced; what is projected says so.
 */
export const civilServantCalendar: WorkCalendar = {
  id: "vn-civil-servants",
  title: "Lịch làm việc của cán bộ, công chức, viên chức",
  years: {
    "2024": {
      basis:
        "Bộ luật Lao động 2019, Điều 112; hoán đổi ngày làm việc: Công văn 2450/VPCP-KGVX; nghỉ Quốc khánh 31/8–03/9/2024 và nghỉ Tết 08–14/02/2024 theo thông báo",
      off: [
        { on: "2024-01-01", name: "Tết Dương lịch", status: "statutory" },
        { on: "2024-02-08", name: "Tết Nguyên đán (29 Chạp)", status: "announced" },
        { on: "2024-02-09", name: "Tết (30 Chạp)", status: "announced" },
        { on: "2024-02-12", name: "Tết (mùng 3)", status: "announced" },
        { on: "2024-02-13", name: "Tết (mùng 4)", status: "announced" },
        { on: "2024-02-14", name: "Tết (mùng 5)", status: "announced" },
        { on: "2024-04-18", name: "Giỗ Tổ Hùng Vương", status: "statutory" },
        { on: "2024-04-29", name: "Nghỉ hoán đổi (làm bù 04/05/2024)", status: "announced" },
        { on: "2024-04-30", name: "Ngày Chiến thắng", status: "statutory" },
        { on: "2024-05-01", name: "Quốc tế Lao động", status: "statutory" },
        { on: "2024-09-02", name: "Quốc khánh", status: "statutory" },
        { on: "2024-09-03", name: "Quốc khánh (ngày liền kề)", status: "announced" },
      ],
      worked: [{ on: "2024-05-04", name: "Làm bù cho ngày 29/04/2024", status: "announced" }],
    },
    "2025": {
      basis:
        "Bộ luật Lao động 2019, Điều 112; nghỉ Tết 25/01–02/02/2025, hoán đổi 02/5 với 26/4/2025 và nghỉ Quốc khánh 30/8–02/9/2025 theo thông báo",
      off: [
        { on: "2025-01-01", name: "Tết Dương lịch", status: "statutory" },
        { on: "2025-01-27", name: "Tết (28 Chạp)", status: "announced" },
        { on: "2025-01-28", name: "Tết (29 Chạp)", status: "announced" },
        { on: "2025-01-29", name: "Tết (mùng 1)", status: "announced" },
        { on: "2025-01-30", name: "Tết (mùng 2)", status: "announced" },
        { on: "2025-01-31", name: "Tết (mùng 3)", status: "announced" },
        { on: "2025-04-07", name: "Giỗ Tổ Hùng Vương", status: "statutory" },
        { on: "2025-04-30", name: "Ngày Chiến thắng", status: "statutory" },
        { on: "2025-05-01", name: "Quốc tế Lao động", status: "statutory" },
        { on: "2025-05-02", name: "Nghỉ hoán đổi (làm bù 26/04/2025)", status: "announced" },
        { on: "2025-09-01", name: "Quốc khánh (ngày liền kề)", status: "announced" },
        { on: "2025-09-02", name: "Quốc khánh", status: "statutory" },
      ],
      worked: [{ on: "2025-04-26", name: "Làm bù cho ngày 02/05/2025", status: "announced" }],
    },
    "2026": {
      basis:
        "Bộ luật Lao động 2019, Điều 112; Công văn 12729/VPCP-KGVX ngày 25/12/2025 (hoán đổi 02/01 với 10/01); Thông báo 9441/TB-BNV ngày 16/10/2025 (Tết, Quốc khánh, hoán đổi 31/8 với 22/8); Nghị quyết 28/2026/QH16 (24/11)",
      off: [
        { on: "2026-01-01", name: "Tết Dương lịch", status: "statutory" },
        { on: "2026-01-02", name: "Nghỉ hoán đổi (làm bù 10/01/2026)", status: "announced" },
        { on: "2026-02-16", name: "Tết (29 Chạp)", status: "announced" },
        { on: "2026-02-17", name: "Tết (mùng 1)", status: "announced" },
        { on: "2026-02-18", name: "Tết (mùng 2)", status: "announced" },
        { on: "2026-02-19", name: "Tết (mùng 3)", status: "announced" },
        { on: "2026-02-20", name: "Tết (mùng 4)", status: "announced" },
        {
          on: "2026-04-27",
          name: "Nghỉ bù Giỗ Tổ (10/3 âm lịch = Chủ nhật 26/04/2026)",
          status: "statutory",
        },
        { on: "2026-04-30", name: "Ngày Chiến thắng", status: "statutory" },
        { on: "2026-05-01", name: "Quốc tế Lao động", status: "statutory" },
        { on: "2026-08-31", name: "Nghỉ hoán đổi (làm bù 22/08/2026)", status: "announced" },
        { on: "2026-09-01", name: "Quốc khánh (ngày liền kề)", status: "announced" },
        { on: "2026-09-02", name: "Quốc khánh", status: "statutory" },
        { on: "2026-11-24", name: "Ngày Văn hóa Việt Nam (NQ 28/2026/QH16)", status: "statutory" },
      ],
      worked: [
        { on: "2026-01-10", name: "Làm bù cho ngày 02/01/2026", status: "announced" },
        { on: "2026-08-22", name: "Làm bù cho ngày 31/08/2026", status: "announced" },
      ],
    },
    "2027": {
      basis:
        "Bộ luật Lao động 2019, Điều 112; Nghị quyết 28/2026/QH16 (24/11); chưa tìm thấy thông báo nghỉ Tết, Quốc khánh và hoán đổi của năm 2027: các ngày “projected” suy từ mẫu năm 2024, ngày liền kề Quốc khánh có thể là 01/9",
      off: [
        { on: "2027-01-01", name: "Tết Dương lịch", status: "statutory" },
        { on: "2027-02-04", name: "Tết (28 Chạp)", status: "projected" },
        { on: "2027-02-05", name: "Tết (29 Chạp/giao thừa)", status: "projected" },
        { on: "2027-02-08", name: "Tết (mùng 3)", status: "projected" },
        { on: "2027-02-09", name: "Tết (mùng 4)", status: "projected" },
        { on: "2027-02-10", name: "Tết (mùng 5)", status: "projected" },
        { on: "2027-04-16", name: "Giỗ Tổ Hùng Vương", status: "statutory" },
        { on: "2027-04-30", name: "Ngày Chiến thắng", status: "statutory" },
        { on: "2027-05-03", name: "Nghỉ bù Quốc tế Lao động (01/5 = thứ Bảy)", status: "statutory" },
        { on: "2027-09-02", name: "Quốc khánh", status: "statutory" },
        { on: "2027-09-03", name: "Quốc khánh (ngày liền kề: 01/9 hoặc 03/9)", status: "projected" },
        { on: "2027-11-24", name: "Ngày Văn hóa Việt Nam", status: "statutory" },
      ],
      worked: [],
    },
  },
};
