import { connection } from 'next/server';
import { EmptyForm } from '@/test/bench/baseline/app/form/form';

export default async function FormPage() {
  await connection();
  return <EmptyForm />;
}
