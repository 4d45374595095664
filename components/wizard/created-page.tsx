"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { PlainList } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { counted, numberText } from "@/lib/domain/number-text";
import type { CreationResult } from "./creation-result";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "44rem",
    outlineStyle: "none",
  },
  links: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL },
});

interface CreatedPageProps {
  readonly result: CreationResult;
  /** What is created: "review", "reviews". */
  readonly noun: { readonly one: string; readonly many: string };
  readonly hrefOf: (id: string) => string;
  /** What comes next for what was created. */
  readonly next: string;
  /** Back to the draft of what was not created. */
  readonly onRest: () => void;
  /** What else there is to know. */
  readonly children?: ReactNode;
  /** The ways on from here. */
  readonly links: ReactNode;
}

/** After a wizard's plan was run: the way to what was created, and what is left to do. */
export function CreatedPage(props: CreatedPageProps) {
  const styles = useStyles();
  const { noun, hrefOf, next, onRest, children, links } = props;
  const { created, unknown, notCreated } = props.result;
  const count = (number: number) => counted(number, noun.one, noun.many);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog that had the focus is gone with the form behind it.
    page.current?.focus();
  }, []);
  return (
    <div ref={page} tabIndex={-1} className={styles.page}>
      <PageHeader title={titleOf(props)} />
      {created.length > 0 && (
        <Notice intent="success">
          <PlainList>
            {created.map(({ id, label }) => (
              <li key={id}>
                <AppLink href={hrefOf(id)}>
                  <PersonName name={label} fallback={id} />
                </AppLink>
              </li>
            ))}
          </PlainList>
          {next}
        </Notice>
      )}
      {children}
      {unknown.length > 0 && (
        <Notice intent="warning" title={`${count(unknown.length)}: status unknown`}>
          Microsoft did not answer and may have created{" "}
          {unknown.length === 1 ? "it" : "some of them"}. Before you try again, resolve this in the{" "}
          <TextLink href="/history">history</TextLink>. Resolving only reads and sends nothing.
        </Notice>
      )}
      {notCreated.length > 0 && (
        <Notice
          intent="warning"
          title={`${count(notCreated.length)} ${notCreated.length === 1 ? "was" : "were"} not created`}
          actions={<Button onClick={onRest}>Continue with the rest</Button>}
        >
          The draft now contains only what was not created.
        </Notice>
      )}
      <div className={styles.links}>{links}</div>
    </div>
  );
}

function titleOf({ result: { created, unknown }, noun }: CreatedPageProps): string {
  if (created.length === 0) return "Status unknown";
  if (created.length > 1) return `${numberText(created.length)} ${noun.many} created`;
  const [first = "", ...rest] = noun.one;
  return unknown.length === 0
    ? `${first.toUpperCase()}${rest.join("")} created`
    : `1 ${noun.one} created`;
}
