import { StyleSheet } from '@react-pdf/renderer';
import { SANS, SERIF } from './fonts';

const INK = '#161d26';
const QUIET = '#515862';
const HAIRLINE = '#dcd9d3';
const EDGE = '#8b8f95';

/** A paper of the same hand as the site's pages. Lengths in points. */
export const styles = StyleSheet.create({
  page: {
    fontFamily: SANS,
    color: INK,
    paddingTop: 44,
    paddingBottom: 64,
    paddingHorizontal: 48,
  },
  text: { fontSize: 9, lineHeight: 1.4 },
  columns: { flexDirection: 'row', columnGap: 32 },
  half: { flex: 1 },
  title: { fontFamily: SERIF, fontWeight: 600, fontSize: 19, lineHeight: 1.25 },
  seller: { fontFamily: SERIF, fontWeight: 600, fontSize: 12, lineHeight: 1.4 },
  quiet: { color: QUIET },
  small: { color: QUIET, fontSize: 8 },
  strong: { fontWeight: 600 },
  part: { marginBottom: 12 },
  partTitle: { color: QUIET, fontSize: 8, fontWeight: 600 },
  top: { marginTop: 30, marginBottom: 20 },
  pair: { flexDirection: 'row', borderTopWidth: 0.5, borderTopColor: HAIRLINE, paddingVertical: 3, columnGap: 10 },
  firstPair: { borderTopWidth: 0, paddingTop: 0 },
  pairName: { width: 100, color: QUIET },
  pairValue: { flex: 1 },
  head: {
    flexDirection: 'row',
    columnGap: 8,
    borderBottomWidth: 0.75,
    borderBottomColor: EDGE,
    paddingBottom: 4,
    alignItems: 'flex-end',
  },
  headCell: { color: QUIET, fontSize: 8, fontWeight: 600, lineHeight: 1.25 },
  row: { flexDirection: 'row', columnGap: 8, borderBottomWidth: 0.5, borderBottomColor: HAIRLINE, paddingVertical: 6 },
  what: { flex: 1 },
  period: { width: 112 },
  quantity: { width: 34, textAlign: 'right' },
  unit: { width: 62, textAlign: 'right' },
  rate: { width: 34, textAlign: 'right' },
  net: { width: 74, textAlign: 'right' },
  sums: { marginTop: 12, marginLeft: 'auto', width: 264 },
  sum: { flexDirection: 'row', justifyContent: 'space-between', columnGap: 16, paddingVertical: 2.5 },
  strongSum: { borderTopWidth: 0.75, borderTopColor: EDGE, fontWeight: 600, marginTop: 2, paddingTop: 4 },
  due: { fontSize: 11 },
  after: { borderTopWidth: 0.5, borderTopColor: HAIRLINE, marginTop: 22, paddingTop: 14 },
  foot: {
    position: 'absolute',
    bottom: 28,
    left: 48,
    right: 48,
    borderTopWidth: 0.5,
    borderTopColor: HAIRLINE,
    paddingTop: 6,
  },
  pageNumber: { position: 'absolute', bottom: 38, right: 48, color: QUIET, fontSize: 7.5 },
  footText: { color: QUIET, fontSize: 7.5, lineHeight: 1.35 },
});
