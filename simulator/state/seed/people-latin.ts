import type { Language } from "./language.ts";

export const latinPeople: readonly Language[] = [
  {
    language: "en-GB",
    country: "United Kingdom",
    weight: 14,
    givenName:
      "Amelia,Oliver,Isla,Harry,Freya,Alfie,Imogen,Rupert,Beatrix,Callum,Sian,Declan,Harriet,Owen,Tamsin,Lewis",
    family:
      "Ashworth,Pemberton,Hollis,Thackeray,Brightwell,Cartwright,O'Brien,MacAllister,Fairclough,Winstanley,Kershaw,Lockwood,Trevithick,Penhaligon,Ap Rhys,Underhill",
  },
  {
    language: "en-US",
    country: "United States",
    weight: 16,
    givenName:
      "Jordan,Madison,Tyler,Brianna,Marcus,Savannah,Darnell,Chelsea,Wyatt,Keisha,Logan,Paige,Trevor,Dakota,Latoya,Spencer",
    family:
      "Whitaker,Delgado,Kowalczyk,Washington,Brooks,Nakamura-Reed,Sorensen,Hathaway,Beaumont,Castellano,McKinney,Vandermeer,Okonkwo,Ferris,Lindgren,St. Clair",
  },
  {
    language: "de-DE",
    country: "Germany",
    weight: 10,
    givenName:
      "Jürgen,Käthe,Lukas,Annegret,Björn,Saskia,Matthias,Friederike,Torsten,Heike,Göran,Wiebke,Ansgar,Lieselotte",
    family:
      "Müller-Weiß,Schröder,Größmann,Kühnel,von der Heyde,Böttcher,Reinhardt,Strauß,Zimmermann,Löwenstein,Jäger,Hübner,Pfützenreuter",
  },
  {
    language: "fr-FR",
    country: "France",
    weight: 8,
    givenName:
      "Zoé,François,Chloé,Jérôme,Maëlys,Théo,Anaïs,Loïc,Héloïse,Benoît,Noémie,Gaëtan,Cécile,Rémi",
    family:
      "Lefèvre,Beauchêne,Garçon,d'Aubigné,Prévost,Brûlé,Desrosiers,Gagné,Thibault,Lacroix,Mérimée,Côté,Vauquelin",
  },
  {
    language: "es-ES",
    country: "Spain",
    weight: 7,
    givenName:
      "Íñigo,María José,Álvaro,Lucía,Joaquín,Begoña,Nicolás,Inés,Sebastián,Ángela,Ramón,Noelia",
    family:
      "Núñez,Ibáñez Soler,Castañeda,Peñalver,Zubizarreta,Gutiérrez,Ordóñez,Briñas,Cervantes Gil,Etxeberria,Muñoz",
  },
  {
    language: "pt-BR",
    country: "Brazil",
    weight: 5,
    givenName: "João,Conceição,Thaís,Antônio,Luíza,Cauã,Fabrício,Márcia,Otávio,Lívia",
    family: "Gonçalves,Magalhães,da Conceição,Araújo,Simões,Brandão,Falcão,dos Reis,Leitão",
  },
  {
    language: "pl-PL",
    country: "Poland",
    weight: 5,
    givenName:
      "Łukasz,Małgorzata,Żaneta,Zbigniew,Bożena,Stanisław,Agnieszka,Jędrzej,Wiesława,Mirosław",
    family: "Wójcik,Dąbek,Szczepaniak,Łoś,Brzęczyszczyk,Gołąb,Świątek,Źrebiec,Pączek,Kędzior",
  },
  {
    language: "sv-SE",
    country: "Sweden",
    weight: 4,
    givenName: "Åsa,Göran,Märta,Östen,Sören,Elsbet,Håkan,Ylva,Björn,Linnéa",
    family: "Ångström,Sjöberg,Hägglund,Öberg,Lindqvist,Björkman,Åkerlund,Nyström",
  },
  {
    language: "cs-CZ",
    country: "Czechia",
    weight: 3,
    givenName: "Jiří,Kateřina,Ondřej,Zdeňka,Tomáš,Růžena,Vojtěch,Šárka",
    family: "Dvořák,Růžička,Němec,Šťastný,Kříž,Pospíšil,Žižka",
  },
  {
    language: "tr-TR",
    country: "Türkiye",
    weight: 3,
    givenName: "Çağla,İbrahim,Gülşen,Oğuz,Şebnem,Ümit,Işıl,Doğan",
    family: "Yıldırım,Çelik,Özgür,Şahin,Güneş,Karadağ,Ağaoğlu",
  },
  {
    language: "vi-VN",
    country: "Viet Nam",
    weight: 3,
    familyFirst: true,
    givenName: "Thị Hương,Văn Đức,Minh Quân,Thu Hà,Bảo Ngọc,Quốc Việt,Ánh Tuyết",
    family: "Nguyễn,Trần,Phạm,Huỳnh,Đặng,Bùi,Võ",
  },
  {
    language: "hu-HU",
    country: "Hungary",
    weight: 2,
    familyFirst: true,
    givenName: "Zsófia,Győző,Ágnes,Lőrinc,Csilla,Ödön,Réka",
    family: "Szőke,Kovács,Győrffy,Hűvös,Bíró,Tóth,Németh",
  },
  {
    language: "is-IS",
    country: "Iceland",
    weight: 1,
    givenName: "Þórdís,Guðmundur,Sæunn,Ævar,Ragnheiður,Össur",
    family: "Þorsteinsdóttir,Björnsson,Sigurðardóttir,Ægisson",
  },
  {
    language: "yo-NG",
    country: "Nigeria",
    weight: 3,
    givenName: "Adébáyò,Olúfúnmiláyò,Ṣadé,Chukwuemeka,Ngozi,Tèmítọ́pẹ́",
    family: "Adéyẹmí,Ọkáfọ̀,Ògúnlẹ́yẹ,Eze,Balógun,Nwáchukwu",
  },
  {
    language: "id-ID",
    country: "Indonesia",
    weight: 2,
    givenName: "Dewi,Bagus,Putri Ayu,Raden Mas Surya,Wulan,Teguh",
    family: "Kusumawati,Wicaksono,Hardjasoemantri,Lestari,Prakoso",
  },
];
