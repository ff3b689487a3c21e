/** The product's light colours for paper, as six hex digits. */
export const PALETTE = {
	paper: 'FBF8F3',
	desk: 'F1EBE0',
	ink: '1D2A33',
	muted: '45535C',
	line: 'D9D2C5',
	primary: '0B5E55',
	primarySoft: 'E0EEEA',
	warm: 'F2B33D',
	warmSoft: 'FCF0D6'
} as const;
