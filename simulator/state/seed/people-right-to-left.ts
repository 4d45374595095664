import type { Language } from "./language.ts";

export const rightToLeftPeople: readonly Language[] = [
  {
    language: "ar-EG",
    country: "Egypt",
    weight: 5,
    givenName:
      "محمد=mohamed,فاطمة=fatma,يوسف=youssef,نور الهدى=nourelhoda,خالد=khaled,ليلى=layla,عبد الرحمن=abdelrahman",
    family:
      "الشريف=elsherif,منصور=mansour,عبد العزيز=abdelaziz,الحسيني=elhusseini,درويش=darwish,قاسم=qassem",
  },
  {
    language: "he-IL",
    country: "Israel",
    weight: 3,
    givenName: "נועה=noa,איתן=eitan,תמר=tamar,יונתן=yonatan,שירה=shira,גלעד=gilad",
    family: "כהן=cohen,לוי=levi,בן־דוד=bendavid,שפירא=shapira,אברהמי=avrahami",
  },
  {
    language: "fa-IR",
    country: "Tajikistan",
    weight: 1,
    givenName: "شیرین=shirin,کاوه=kaveh,پریسا=parisa,مهدی‌رضا=mehdireza",
    family: "گلستانی=golestani,پورحسینی=pourhosseini,ژیان=zhian",
  },
  {
    language: "ur-PK",
    country: "Pakistan",
    weight: 3,
    givenName: "عائشہ=ayesha,حمزہ=hamza,زینب=zainab,بلال=bilal",
    family: "قریشی=qureshi,چوہدری=chaudhry,ملک=malik,بٹ=butt",
  },
];
