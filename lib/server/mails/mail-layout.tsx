import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from '@react-email/components';
import { render } from '@react-email/render';
import type { Locale } from '@/lib/i18n/locales';
import { DARK_STYLE, STYLES } from './mail-styles';
import type { MailFact, MailWords } from './mail-words';

/** The mail as HTML for every mail program: tables, styles in place, no picture, no script. */
export async function renderMail(locale: Locale, words: MailWords): Promise<string> {
  return render(<MailLayout locale={locale} words={words} />);
}

function MailLayout({ locale, words }: { locale: Locale; words: MailWords }) {
  const { subject, title = subject, greeting, paragraphs, facts = [], action, remarks = [], foot } = words;
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{DARK_STYLE}</style>
      </Head>
      <Preview>{paragraphs[0] ?? subject}</Preview>
      <Body style={STYLES.body} className="paper">
        <Container style={STYLES.page}>
          <Text style={STYLES.wordmark} className="mark">
            Stegvis
          </Text>
          <Section style={STYLES.slip} className="slip">
            <Heading as="h1" style={STYLES.title} className="ink">
              {title}
            </Heading>
            {[...(greeting ? [greeting] : []), ...paragraphs].map((text) => (
              <Text key={text} style={STYLES.text} className="ink">
                {text}
              </Text>
            ))}
            {facts.length > 0 ? <Facts facts={facts} /> : null}
            {action ? (
              <Section style={STYLES.actions}>
                <Button href={action.href} style={STYLES.button} className="button">
                  {action.label}
                </Button>
              </Section>
            ) : null}
            {remarks.map((text) => (
              <Text key={text} style={STYLES.remark} className="quiet">
                {text}
              </Text>
            ))}
          </Section>
          {foot ? (
            <Text style={STYLES.foot} className="quiet">
              {foot.text}
              {foot.choice ? (
                <>
                  {' '}
                  <Link href={foot.choice.href} style={STYLES.link} className="quiet">
                    {foot.choice.label}
                  </Link>
                </>
              ) : null}
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  );
}

function Facts({ facts }: { facts: readonly MailFact[] }) {
  return (
    <Section style={STYLES.facts} className="line">
      {facts.map(({ name, text, detail }) => (
        <Row key={name}>
          <Column style={STYLES.factName} className="quiet line fact">
            {name}
          </Column>
          <Column style={STYLES.fact} className="ink line fact">
            {text}
            {detail ? (
              <span style={STYLES.detail} className="quiet">
                {detail}
              </span>
            ) : null}
          </Column>
        </Row>
      ))}
    </Section>
  );
}
