/**
 * NOT A SECRET: published with the source, and worth nothing outside the simulator.
 *
 * Embedded rather than generated, so that a restarted simulator goes on trusting the tokens and
 * sessions it gave out (a verifier that caches keys would otherwise refuse fresh tokens for half a
 * minute), also in tests in one process and on a read-only disk. Anybody who can reach the simulator may
 * sign in as anybody there anyway; a product configured for a real tenant never reads these keys.
 */
export const developmentKey = {
  kty: "RSA",
  e: "AQAB",
  n: [
    "5Emz4hMn68uPwULMb5fqXtY2ZCQnbjmyT279XIT91UugHGUuBA6U05sJewrzPccCvnYQnLJDWwQCfI1LVL9DKb",
    "mhvoHpjtrVoVVTqLqdAg0UsULLOyoZsCptKxeGAUYTTm2E7C3Q0pXg81Cbg0rX-Atwd57bzP5rEcYWi7qio2tF",
    "ZiBQm-D1Tzw0dN5y6Ircpwi9WdL5wCifQsoEPc34QIJYd238a0YLhguTeIX6TBwAU2TCUPhA5sgs3Qrp0U2vo1",
    "EFVI_tDkh4JUPqlODcHn9EgjpPPrbiPv75f35RPixVDRQXwuwwl7jATmBN1Kovyy7Opc6jrljooUdwt5tjFw",
  ].join(""),
  d: [
    "UPv4bV3gTpzDHYsl3PymbwhM-U9-EXM0V0uHY9fl-FHAtfIK1fOaRkr8nQKwcZz00z4s_HmcvV_5xdeV_rVvDR",
    "FGWL_bbAsjt_z-FaBF7KFZUtzgHdf8jusuGRhaOH90f-EIQ4SpTNtQluBkmrnlTaA5QKZBUUJ8Fy0PeHg4FAJh",
    "cZuYXPptPvZqNJSZrA0Nj5rt3ib82XiquGpDYxFBfp94EAWO5131xvdiobpheNNRewUOejyCsCnF0HhdDOPzGn",
    "fnLIY6040ZXqmUQ1cuA5gp7l37KZAJS7t4Xx4czPTVbcdh6ARrIR2hRnTN5h4p68nWOaYIWAcbVkfO0m38KQ",
  ].join(""),
  p: [
    "8rdj4qYZAotouzU3QNf02qpwCXPYgyQnpgwpkBwbJwMgokCezK8Wg2PUjQASNQF-7ts10tDcseXnUO2eJtEBRs",
    "kSn01r8XR-ru-vvMbf1k3b50cEYswPDDisPrAnngPLVjIBvfMHPdbakgtIDWFVfa6O6m2UwLIk4urLlM7eeQU",
  ].join(""),
  q: [
    "8MgpGYI4dWMHtYNc_8fFkcwNuY6mYa7Zbhi-E3XfS-f6oM2JAHFVNenkBu6GhUUZZ1TPMs8O6yYioSH0Eqz0Wl",
    "XKJV2CF4cR6Q5vOd-3V7rgxJwfFJxf_UVxLLQdFEqO87_riitDDG_LfYfszv3fl0cp4k8xVL3R1Mkin3dE9ms",
  ].join(""),
  dp: [
    "Et9_vNf9id0dP7FboocoWvh1zcZcR5ZAHwFDGhmVYuszVmp_7pqOvZi9plkjEUwUeq5A-SuUfaDK49gWPB50Yv",
    "SvpgN3KUdNsnygxaURMrDLMKitBqGnaePeQOGhsv_Ih-NLj2GeZoiWZlTKPYAcDbHNGx16O6GejKaFPgT396E",
  ].join(""),
  dq: [
    "DgQo2FJLRRIRtdBCzqTrbFRLjDywlMkf4RfRoMJg0ENdxJSSYBM42Z2W54xlCkb-dpRqR1PkU23x4B1g3uFwi_",
    "2oecpas1Hqif2MHftW6eV4BhnseT-tGso7D1Ygxzib37aRWIayLXwohVMvRtFifaTn3EOt5Hf0SgW3XT8NJac",
  ].join(""),
  qi: [
    "ietsP21IWYuW4d1vPO2qq7IQ0UwZUThGIBXCKaUuuWoPd4O4rMiM9zIis5T5YiZCHyqcNL_DtP0dKTHI1UEAT7",
    "y3lN01_PlhsQXykEguXPDvsZAkB19LCspiHP2pstxnnC3XPbFm-kFnZCL34R37SHQE0PpEniXNrl2Hp9ZwOxU",
  ].join(""),
} as const;
