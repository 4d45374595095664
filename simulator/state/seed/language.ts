/** The names of people who speak one language, each as written at home and as it stands in a mail address (`native=plain`). */
export interface Language {
  language: string;
  country: string;
  weight: number;
  familyFirst?: boolean;
  givenName: string;
  family: string;
}
