/**
 * How people come into a workshop, from the most open way on. `open`: whoever has the code. `tickets`: whoever
 * holds a ticket, one person each. `list`: those who are named, by a ticket or link of their own.
 */
export const ADMISSIONS = ['open', 'tickets', 'list'] as const;
export type Admission = (typeof ADMISSIONS)[number];
