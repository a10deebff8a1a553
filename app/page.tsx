import { redirect } from 'next/navigation';
import { Landing } from '@/components/landing';
import { currentUser } from '@/lib/auth/current-user';

export default async function FrontPage() {
  if (await currentUser()) redirect('/home');
  return <Landing />;
}
