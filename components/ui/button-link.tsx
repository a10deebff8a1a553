import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles';

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, 'style' | 'dangerouslySetInnerHTML'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant = 'primary', size = 'md', className, ...rest } = props;
  return <Link {...rest} className={buttonStyles(variant, size, className)} />;
}
