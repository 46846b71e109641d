/**
 * Whether an address leads to this machine itself, on the way to which nobody else reads along: its name, all
 * of 127.0.0.0/8 (RFC 1122 §3.2.1.3) and ::1 (RFC 4291 §2.5.3). The name of a `URL`, which spells them in one
 * way.
 */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
