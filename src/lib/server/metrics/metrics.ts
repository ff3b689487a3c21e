import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What Prometheus reads about this process: Node's own figures and the live rooms. No personal data. */
export interface Metrics {
	read(): Promise<{ contentType: string; text: string }>;
}

/** Registers the figures once a process; `counts` is asked at each reading. */
export function openMetrics(counts: () => { rooms: number; sockets: number }): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	gauge('tachawor_rooms', 'Live rooms in memory', () => counts().rooms);
	gauge('tachawor_sockets', 'Open WebSockets', () => counts().sockets);
	return {
		read: async () => ({ contentType: registry.contentType, text: await registry.metrics() })
	};

	function gauge(name: string, help: string, value: () => number): void {
		new Gauge({
			name,
			help,
			registers: [registry],
			collect() {
				this.set(value());
			}
		});
	}
}
