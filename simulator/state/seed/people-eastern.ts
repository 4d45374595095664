import type { Language } from "./language.ts";

export const easternPeople: readonly Language[] = [
  {
    language: "el-GR",
    country: "Greece",
    weight: 4,
    givenName:
      "Ελένη=eleni,Γιώργος=giorgos,Κατερίνα=katerina,Νίκος=nikos,Δέσποινα=despoina,Θανάσης=thanasis,Άννα=anna,Ξένια=xenia",
    family:
      "Καραμάνης=karamanis,Βλάχος=vlachos,Γαλανάκη=galanaki,Δημητρίου=dimitriou,Οικονόμου=oikonomou,Σταύρου=stavrou,Ψαράς=psaras",
  },
  {
    language: "ru-RU",
    country: "Kazakhstan",
    weight: 3,
    givenName:
      "Дмитрий=dmitrii,Ольга=olga,Сергей=sergei,Юлия=yulia,Алексей=aleksei,Айгуль=aigul,Фёдор=fyodor",
    family:
      "Черных=chernykh,Гончар=gonchar,Долгих=dolgikh,Седых=sedykh,Мельник=melnik,Ким=kim,Белых=belykh",
  },
  {
    language: "uk-UA",
    country: "Ukraine",
    weight: 4,
    givenName:
      "Оксана=oksana,Андрій=andrii,Ярослава=yaroslava,Тарас=taras,Їржи=yirzhy,Наталія=nataliia,Богдан=bohdan",
    family:
      "Шевченко=shevchenko,Коваленко=kovalenko,Грищук=hryshchuk,Ґудзь=gudz,Бондаренко=bondarenko,Кравець=kravets",
  },
  {
    language: "bg-BG",
    country: "Bulgaria",
    weight: 2,
    givenName: "Пламен=plamen,Десислава=desislava,Калоян=kaloyan,Мария=maria,Цветан=tsvetan",
    family: "Балкански=balkanski,Дончев=donchev,Койчев=koychev,Търновски=tarnovski",
  },
  {
    language: "ka-GE",
    country: "Georgia",
    weight: 1,
    givenName: "ნინო=nino,გიორგი=giorgi,თამარ=tamar,ლევან=levan",
    family: "ბერიძე=beridze,კაპანაძე=kapanadze,ლომიძე=lomidze",
  },
  {
    language: "hy-AM",
    country: "Armenia",
    weight: 1,
    givenName: "Անահիտ=anahit,Տիգրան=tigran,Նարեկ=narek,Լուսինե=lusine",
    family: "Պետրոսյան=petrosyan,Հակոբյան=hakobyan,Սարգսյան=sargsyan",
  },
  {
    language: "zh-CN",
    country: "China",
    weight: 7,
    familyFirst: true,
    givenName:
      "伟明=weiming,秀英=xiuying,建国=jianguo,雨桐=yutong,思远=siyuan,丽华=lihua,子轩=zixuan,晓梅=xiaomei",
    family: "王=wang,李=li,欧阳=ouyang,陈=chen,诸葛=zhuge,黄=huang,司徒=situ,周=zhou",
  },
  {
    language: "ja-JP",
    country: "Japan",
    weight: 6,
    familyFirst: true,
    givenName:
      "さくら=sakura,健太=kenta,ユウキ=yuuki,美咲=misaki,翔太=shota,ひかり=hikari,レン=ren",
    family: "佐藤=sato,髙橋=takahashi,渡邊=watanabe,小鳥遊=takanashi,カトウ=kato,長谷川=hasegawa",
  },
  {
    language: "ko-KR",
    country: "Korea",
    weight: 4,
    familyFirst: true,
    givenName: "민준=minjun,서연=seoyeon,지후=jihoo,하은=haeun,도윤=doyun,예린=yerin",
    family: "김=kim,박=park,최=choi,남궁=namgung,황보=hwangbo,윤=yoon",
  },
  {
    language: "hi-IN",
    country: "India",
    weight: 8,
    givenName:
      "प्रिया=priya,अर्जुन=arjun,कृष्ण=krishna,अनुष्का=anushka,विक्रम=vikram,श्रेया=shreya,Rohan,Meenakshi",
    family: "शर्मा=sharma,चतुर्वेदी=chaturvedi,अय्यर=iyer,मुखर्जी=mukherjee,Deshpande,Venkataraghavan",
  },
  {
    language: "ta-IN",
    country: "Sri Lanka",
    weight: 2,
    givenName: "கவிதா=kavitha,முருகன்=murugan,செல்வி=selvi,அருண்=arun",
    family: "சுப்ரமணியம்=subramaniam,இளங்கோ=ilango,நடராஜன்=natarajan",
  },
  {
    language: "bn-BD",
    country: "Bangladesh",
    weight: 2,
    givenName: "ফারহানা=farhana,রফিক=rafiq,সুমাইয়া=sumaiya,তানভীর=tanvir",
    family: "চৌধুরী=chowdhury,রহমান=rahman,হোসেন=hossain",
  },
  {
    language: "th-TH",
    country: "Thailand",
    weight: 3,
    givenName: "สมชาย=somchai,กัญญา=kanya,ณัฐวุฒิ=nattawut,พิมพ์ชนก=pimchanok,ธนกร=thanakorn",
    family: "ศรีสุวรรณ=srisuwan,จันทร์เพ็ญ=chanpen,วงศ์สวัสดิ์=wongsawat,ทองดี=thongdee",
  },
  {
    language: "km-KH",
    country: "Cambodia",
    weight: 1,
    familyFirst: true,
    givenName: "សុភា=sophea,វិចិត្រ=vichet,ចន្ទា=chanda",
    family: "ហេង=heng,ឈឹម=chhim,សុខ=sok",
  },
  {
    language: "am-ET",
    country: "Ethiopia",
    weight: 1,
    givenName: "አበበ=abebe,ሰላም=selam,ዳዊት=dawit,ሕይወት=hiwot",
    family: "ተስፋዬ=tesfaye,መኮንን=mekonnen,ገብረ=gebre",
  },
];
