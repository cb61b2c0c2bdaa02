import type { ReactNode } from 'react';
import { Breakable } from './breakable';

export type DataColumn = { id: string; label: string; isAmount?: boolean };

/** `cells` in the order of the columns; the first is the row's heading. */
export type DataRow = { id: string; cells: readonly ReactNode[] };

type Props = {
  caption: ReactNode;
  isCaptionHidden?: boolean;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
};

/** A table that becomes cards on a phone. The roles are spelt out because `display: block` takes them away in Safari. */
export function DataTable({ caption, isCaptionHidden = false, columns, rows }: Props) {
  return (
    <table className="data-table" role="table">
      <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} role="columnheader" scope="col" className={column.isAmount ? 'amount' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            {columns.map((column, index) => (
              <DataCell key={column.id} column={column} isHeading={index === 0}>
                {row.cells[index]}
              </DataCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell({ column, isHeading, children }: { column: DataColumn; isHeading: boolean; children: ReactNode }) {
  if (isHeading) {
    return (
      <th role="rowheader" scope="row">
        <Breakable>{children}</Breakable>
      </th>
    );
  }
  return (
    <td role="cell" data-label={column.label} className={column.isAmount ? 'amount' : undefined}>
      <div>
        <Breakable>{children}</Breakable>
      </div>
    </td>
  );
}
