/** The oldest versions we accept, because of advisories against older ones. Checked against the lockfile without a network. */
export const versionFloors: Readonly<Record<string, string>> = {
  next: '16.3.3', // two remote code executions before
  'next-auth': '4.24.15',
  nodemailer: '7.0.11', // GHSA-rcmh-qjqh-p98v
  'drizzle-orm': '0.45.2', // GHSA-gpj5-g38j-94v9
  yaml: '2.8.3', // GHSA-48c2-rrv3-qjmp
};
